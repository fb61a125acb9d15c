//! Western encodings from before Windows, which neither browsers nor their detectors know: MS-DOS and Macintosh.

/// An encoding of before Windows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Old {
    /// Code page 850, with the letters of 437.
    Dos,
    /// Mac OS Roman.
    Macintosh,
}

/// Letters that are told apart by the others around them: fewer are no sign.
const LEAST_LETTERS: usize = 3;

/// Returns the encoding of western text whose letters with marks stand where Windows has hardly any inside of a word.
///
/// Windows has them from 0xE0 on; MS-DOS (é, ü, ä, ö) and the Macintosh (é, è, ü, ö) below 0xA0, at other places.
/// What is punctuation in any of them does not count. Cost: linear.
pub(crate) fn of(bytes: &[u8]) -> Option<Old> {
    let (mut n_mac, mut n_dos, mut n_windows) = (0, 0, 0);
    for around in bytes.windows(3) {
        if !(around[0].is_ascii_alphabetic() && around[2].is_ascii_alphabetic()) {
            continue;
        }
        match around[1] {
            0x81 | 0x82 | 0x84 | 0x94 | 0xA0..=0xA4 | 0xE1 => n_dos += 1,
            0x87 | 0x8A | 0x88 => {
                n_dos += 1;
                n_mac += 1;
            }
            0x89 | 0x8C..=0x91 | 0x98..=0x9F | 0xA7 => n_mac += 1,
            0xE0..=0xFF => n_windows += 1,
            _ => {}
        }
    }
    let is_sure = |n: usize| n >= LEAST_LETTERS && n > n_windows * 4;
    match n_mac.max(n_dos) {
        n if !is_sure(n) || n_mac == n_dos => None,
        n if n == n_mac => Some(Old::Macintosh),
        _ => Some(Old::Dos),
    }
}

/// Reads code page 850.
pub(crate) fn of_dos(bytes: &[u8]) -> String {
    const HIGH: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}";
    let high: Vec<char> = HIGH.chars().collect();
    let letter = |&byte: &u8| match byte {
        0x80.. => high
            .get(usize::from(byte - 0x80))
            .copied()
            .unwrap_or('\u{FFFD}'),
        _ => char::from(byte),
    };
    bytes.iter().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_inside_of_words_tell_the_encoding() {
        let dos = b"f\x81r die gr\x94\xE1ere Stra\xE1e und die H\x84user";
        assert_eq!(of(dos), Some(Old::Dos));
        assert_eq!(of_dos(dos), "für die größere Straße und die Häuser");
        assert_eq!(of(b"r\x8Ep\x8Et\x8E, p\x90cheurs"), Some(Old::Macintosh));
        let windows = encoding_rs::WINDOWS_1252
            .encode("l’été, n’était, d’être, “très” déjà")
            .0;
        assert_eq!(of(&windows), None);
        let dashes = encoding_rs::WINDOWS_1252
            .encode("one—two–three—four, it’s—well—that’s")
            .0;
        assert_eq!(of(&dashes), None);
        assert_eq!(of_dos(&[0xFF, 0x80]), "\u{A0}Ç");
    }
}
