//! Finding in the open document, letter by letter: what stands there, not what the search makes of it.

/// Most places that are shown; a text with more is told to have "more than".
pub const MOST: usize = 10_000;

/// Returns where `wanted` stands in `text`, in bytes, without regard to capitals, to accents that are signs of
/// their own, to the shapes of apostrophes and quotation marks and to how much white space there is. Places do not overlap.
///
/// Cost: linear in the text for words that are rare.
#[must_use]
pub fn find(text: &str, wanted: &str) -> Vec<[u32; 2]> {
    let wanted: Vec<char> = plain(wanted.trim()).map(|(sign, _)| sign).collect();
    let Some(&first) = wanted.first() else {
        return Vec::new();
    };
    let signs: Vec<(char, [u32; 2])> = plain(text).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at + wanted.len() <= signs.len() && found.len() < MOST {
        let is_there = signs[at].0 == first
            && signs[at..]
                .iter()
                .zip(&wanted)
                .all(|((sign, _), want)| sign == want);
        if is_there {
            let last = at + wanted.len() - 1;
            found.push([signs[at].1[0], signs[last].1[1]]);
            at = last;
        }
        at += 1;
    }
    found
}

/// Returns the signs that are compared, each with its place in the text.
fn plain(text: &str) -> impl Iterator<Item = (char, [u32; 2])> {
    let mut was_space = false;
    text.char_indices().flat_map(move |(at, sign)| {
        let is_space = sign.is_whitespace();
        let is_passed = is_space && was_space || is_mark(sign);
        was_space = is_space || was_space && is_mark(sign);
        let span = [at as u32, (at + sign.len_utf8()) as u32];
        let sign = match sign {
            _ if is_space => ' ',
            '’' | '‘' | 'ʼ' | 'ʿ' | 'ʾ' | '`' | '´' => '\'',
            '“' | '”' | '„' | '«' | '»' => '"',
            '‐' | '‑' | '–' | '—' => '-',
            other => other,
        };
        let lower = (!is_passed).then(|| sign.to_lowercase());
        lower.into_iter().flatten().map(move |sign| (sign, span))
    })
}

/// Combining accents, Arabic vowel signs and signs without width.
fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{652}' | '\u{640}' | '\u{200B}'..='\u{200F}' | '\u{AD}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, wanted: &str, expected: &[&str]) {
        let found: Vec<&str> = find(text, wanted)
            .iter()
            .map(|&[start, end]| &text[start as usize..end as usize])
            .collect();
        assert_eq!(found, expected, "{wanted} in {text}");
    }

    #[test]
    fn words_are_found_whatever_their_capitals_signs_and_spaces() {
        check(
            "The Road. the\n\nroad",
            "the road",
            &["The Road", "the\n\nroad"],
        );
        check("Assad’s men", "assad's", &["Assad’s"]);
        check("İstanbul", "x", &[]);
        check("aaaa", "aa", &["aa", "aa"]);
        check("e\u{301}tat", "etat", &["e\u{301}tat"]);
        check("حِمص", "حمص", &["حِمص"]);
        check("anything", "  ", &[]);
        check("", "a", &[]);
    }
}
