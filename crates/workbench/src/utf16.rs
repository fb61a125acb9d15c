//! Places in a text as browsers count them, in UTF-16 units.

/// Returns the byte of a place in a text that is counted in UTF-16 units, as browsers count.
#[must_use]
pub fn byte_of(text: &str, units: u32) -> u32 {
    let mut left = units;
    for (at, sign) in text.char_indices() {
        let length = sign.len_utf16() as u32;
        if left < length {
            return at as u32;
        }
        left -= length;
    }
    text.len() as u32
}

/// Returns the number of UTF-16 units before a byte of a text.
#[must_use]
pub fn units_of(text: &str, byte: u32) -> u32 {
    let signs = text.char_indices();
    let before = signs.take_while(|&(at, _)| at < byte as usize);
    before.map(|(_, sign)| sign.len_utf16() as u32).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_the_browser_are_bytes_of_the_text_and_back() {
        let text = "aḥ🏛b";
        for (units, byte) in [(0, 0), (1, 1), (2, 4), (4, 8), (5, 9), (9, 9)] {
            assert_eq!(byte_of(text, units), byte);
            assert_eq!(units_of(text, byte), units.min(5));
        }
    }
}
