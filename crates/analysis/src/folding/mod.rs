//! Folding: what a word looks like as a term.
//!
//! Case, accents, ligatures, full-width and styled forms, and the marks of Arabic and Hebrew do not
//! count. Arabic is folded lightly: alef forms to alef, ya forms to ya, ta marbuta to ha, hamza on a
//! carrier to the carrier. Cyrillic й and ї stay letters of their own, ё becomes е. All decimal digits
//! become `0` to `9`. A table made by `tables/generate.py` holds what lies beyond ASCII; Unicode's own
//! normalisation would cost ten times as much in wasm.

mod table;

use crate::tokens::{MAX_TERM_BYTES, TokenKind, push_within, tokens};
use table::{CELLS, ENDS, OUTPUTS, ROWS};

/// Returns what `word` looks like as a term.
///
/// It is what [`tokens`] finds in `word`, written together: `"Shi‘a"` gives `shia`, `"Assad’s"` gives
/// `assad`, `"al-Bukamal"` gives `albukamal`, `"15,000"` gives `15000`, `"–"` nothing. At most
/// [`MAX_TERM_BYTES`] bytes, cut at a character.
///
/// # Example
///
/// ```
/// assert_eq!(analysis::fold("Erdoğan"), "erdogan");
/// assert_eq!(analysis::fold("الأسد"), analysis::fold("الاسد"));
/// ```
#[must_use]
pub fn fold(word: &str) -> String {
    let mut out = String::new();
    let mut full = false;
    tokens(word, &mut |token| {
        if token.kind == TokenKind::Word && !full {
            full = !push_within(&mut out, token.term, MAX_TERM_BYTES);
        }
    });
    out
}

/// Appends the folded form of one letter or digit to `term`, unless that would pass `limit` bytes.
/// Returns whether it fitted.
pub(crate) fn push_folded(term: &mut String, c: char, limit: usize) -> bool {
    if c.is_ascii() {
        let fits = term.len() < limit;
        if fits {
            term.push(c.to_ascii_lowercase());
        }
        return fits;
    }
    match folded(c) {
        Folded::Char(c) => {
            let fits = term.len() + c.len_utf8() <= limit;
            if fits {
                term.push(c);
            }
            fits
        }
        Folded::Text(text) => {
            let fits = term.len() + text.len() <= limit;
            if fits {
                term.push_str(text);
            }
            fits
        }
    }
}

/// The folded form of a character.
enum Folded {
    Char(char),
    Text(&'static str),
}

fn folded(c: char) -> Folded {
    let code = u32::from(c);
    let row = ROWS.partition_point(|&(first, ..)| first <= code);
    let Some(&(first, last, step, value)) = row.checked_sub(1).and_then(|row| ROWS.get(row)) else {
        return Folded::Char(c);
    };
    if code > last {
        return Folded::Char(c);
    }
    if step == 0 {
        return output(value as usize + (code - first) as usize)
            .map_or(Folded::Char(c), Folded::Text);
    }
    if (code - first) % u32::from(step) != 0 {
        return Folded::Char(c);
    }
    let moved = code.checked_add_signed(value).and_then(char::from_u32);
    Folded::Char(moved.unwrap_or(c))
}

/// Returns the output that a cell names, or `None` where the character stands for itself.
fn output(cell: usize) -> Option<&'static str> {
    let number = usize::from(*CELLS.get(cell)?).checked_sub(1)?;
    let start = number
        .checked_sub(1)
        .and_then(|before| ENDS.get(before))
        .map_or(0, |&end| end);
    OUTPUTS.get(usize::from(start)..usize::from(*ENDS.get(number)?))
}

#[cfg(test)]
mod tests {
    use super::{CELLS, ENDS, OUTPUTS, ROWS, fold};

    /// Checks a sample of the table against forms written by hand.
    #[test]
    fn the_table_holds_what_the_scripts_need() {
        for (word, term) in [
            ("ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝ", "aaaaaaceeeeiiiinoooooouuuuy"),
            (
                "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿ",
                "aaaaaaceeeeiiiinoooooouuuuyy",
            ),
            ("ĀăĄćĈĊčĎđĒĕĖęĚ", "aaaccccddeeeee"),
            ("ĝğġģĥħĩīĭįıĵķĺļľŀł", "gggghhiiiiijklllll"),
            ("ńņňŋōŏőŕŗřśŝşšţťŧ", "nnnnooorrrssssttt"),
            ("ũūŭůűųŵŷŸźżžſƒ", "uuuuuuwyyzzzsf"),
            ("ḥṣṭẓḍẖṯ", "hstzdht"),
            ("ạảấầẩẫậắằẳẵặẹẻẽếềểễệ", "aaaaaaaaaaaaeeeeeeee"),
            ("ǅǆĳﬀﬁﬂﬃﬄﬅﬆ", "dzdzijfffiflffifflstst"),
            ("ẞß", "ssss"),
            ("ΆΈΉΊΌΎΏΐΰϊϋᾳὣ", "αεηιουωιυιυαω"),
            ("АБВГДЕЁЖЗИЙ", "абвгдеежзий"),
            ("ЀЍЃЌӐҐЂЉ", "еигкаґђљ"),
            ("ԱԲԳ", "աբգ"),
            ("ⅣⅫ", "ivxii"),
            ("①⑳", "120"),
            ("ª²³¹º₀₉ⁿ", "a231o09n"),
            ("ＡＺａｚ０９", "azaz09"),
            ("०१२৩๔", "01234"),
            ("آأإاٱٲٳ", "ااااااا"),
            ("یکۀ", "يكه"),
            ("ﺀﺂﺎﺏﺔﻲﻼ", "ءاابهيلا"),
            ("שׁײַ", "שײ"),
        ] {
            assert_eq!(fold(word), term, "{word}");
        }
    }

    #[test]
    fn rows_are_sorted_and_every_cell_names_an_output() {
        assert!(ROWS.windows(2).all(|pair| pair[0].1 < pair[1].0));
        assert!(CELLS.iter().all(|&cell| usize::from(cell) <= ENDS.len()));
        assert_eq!(
            ENDS.last().map(|&end| usize::from(end)),
            Some(OUTPUTS.len())
        );
        for (first, last, step, start) in ROWS {
            let n_cells = (last - first) as usize + 1;
            assert!(
                step != 0 || usize::try_from(start).unwrap_or(usize::MAX) + n_cells <= CELLS.len()
            );
        }
    }

    #[test]
    fn folded_characters_stay_as_they_are() {
        for c in ('\0'..'\u{20000}').filter(|c| c.is_alphanumeric()) {
            let once = fold(c.encode_utf8(&mut [0; 4]));
            assert_eq!(fold(&once), once, "{c}");
        }
    }
}
