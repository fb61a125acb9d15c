//! Tables from codes to letters (`ToUnicode`) as programs write them against the rules.
//!
//! A letter is UTF-16, four digits or a multiple. Some programs leave leading zeros out, and the parser stops at that,
//! which would cost the page.

/// Returns a table with its letters written by the rules; nothing where they are already.
///
/// Cost: linear.
pub(super) fn mended(table: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(table.len());
    let mut has_changed = false;
    // How many codes stand before the letters of an entry: one for a letter alone, two for a range.
    let mut n_codes = 0;
    let mut n_before = 0;
    let mut at = 0;
    while let Some(&byte) = table.get(at) {
        let rest = &table[at..];
        if rest.starts_with(b"beginbfchar") {
            (n_codes, n_before) = (1, 0);
        } else if rest.starts_with(b"beginbfrange") {
            (n_codes, n_before) = (2, 0);
        } else if rest.starts_with(b"endbf") {
            n_codes = 0;
        }
        let end = rest.iter().position(|byte| *byte == b'>');
        let is_string = byte == b'<' && !rest.starts_with(b"<<") && n_codes > 0;
        let Some(end) = end.filter(|_| is_string) else {
            // A list of letters ends its entry, whatever its length.
            match byte {
                b'[' if n_codes > 0 => n_before = n_codes,
                b']' if n_codes > 0 => n_before = 0,
                _ => {}
            }
            out.push(byte);
            at += 1;
            continue;
        };
        let is_letter = n_before == n_codes;
        let is_in_list = is_letter && is_open(&out);
        let digits: Vec<u8> = rest[1..end]
            .iter()
            .copied()
            .filter(u8::is_ascii_hexdigit)
            .collect();
        out.push(b'<');
        match by_the_rules(&digits).filter(|_| is_letter) {
            Some(letters) => {
                has_changed = true;
                out.extend_from_slice(letters.as_bytes());
            }
            None => out.extend_from_slice(&rest[1..end]),
        }
        out.push(b'>');
        n_before = match (is_in_list, is_letter) {
            (true, _) => n_before,
            (false, true) => 0,
            (false, false) => n_before + 1,
        };
        at += end + 1;
    }
    has_changed.then_some(out)
}

/// Tells whether the last bracket is an open one.
fn is_open(written: &[u8]) -> bool {
    let bracket = written
        .iter()
        .rev()
        .find(|byte| matches!(byte, b'[' | b']'));
    bracket == Some(&b'[') && !written.ends_with(b"]")
}

/// Returns the digits of letters with the zeros that are missing, or of the sign for what is no letter; nothing where
/// they are as they must be.
fn by_the_rules(digits: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(digits).ok()?;
    let width = digits.len().div_ceil(4).max(1) * 4;
    let padded = format!("{text:0>width$}");
    let units = padded
        .as_bytes()
        .chunks(4)
        .filter_map(|unit| u16::from_str_radix(std::str::from_utf8(unit).ok()?, 16).ok());
    if char::decode_utf16(units).any(|letter| letter.is_err()) {
        return Some("FFFD".to_owned());
    }
    (padded != text).then_some(padded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_get_the_zeros_that_they_lack_and_codes_stay() {
        let table = b"<< /Ordering (X) >> 1 begincodespacerange <00> <FF> endcodespacerange\n\
            2 beginbfchar\n<01> <61>\n<02> <660074>\nendbfchar 2 beginbfrange <03> <04> <62> <05> <06> [<63> <0064>] endbfrange";
        let mended = mended(table).expect("changed");
        let mended = String::from_utf8(mended).expect("text");
        assert!(mended.contains("<00> <FF>"), "{mended}");
        assert!(mended.contains("<01> <0061>\n<02> <00660074>"), "{mended}");
        assert!(
            mended.contains("<03> <04> <0062> <05> <06> [<0063> <0064>]"),
            "{mended}"
        );
    }

    #[test]
    fn tables_by_the_rules_stay_as_they_are() {
        assert_eq!(mended(b"1 beginbfchar <01> <0061> endbfchar"), None);
        let lone = mended(b"1 beginbfchar <01> <D800> endbfchar").expect("changed");
        assert!(lone.windows(6).any(|w| w == b"<FFFD>"));
    }
}
