//! Capitals and small letters of the scripts that have them.
//!
//! The standard library's tables cover every script that ever had case, and cost the page fourteen
//! kilobytes. Here are Latin, Greek, Cyrillic and Armenian by their blocks' regularity. Rare letters of the
//! phonetic alphabets may be taken for the wrong case.

/// Returns the small letter of a capital, any other character as it is.
#[must_use]
pub fn lowercase(c: char) -> char {
    let code = u32::from(c);
    let small = match code {
        0x41..=0x5a
        | 0xc0..=0xd6
        | 0xd8..=0xde
        | 0x391..=0x3a1
        | 0x3a3..=0x3ab
        | 0x410..=0x42f
        | 0xff21..=0xff3a => code + 32,
        0x138 => return c,
        0x130 => 0x69,
        0x178 => 0xff,
        0x139..=0x148 | 0x179..=0x17e | 0x1cd..=0x1dc | 0x4c1..=0x4ce => code + (code & 1),
        0x100..=0x177
        | 0x1de..=0x1ef
        | 0x1f8..=0x21f
        | 0x222..=0x233
        | 0x246..=0x24f
        | 0x370..=0x373
        | 0x3d8..=0x3ef
        | 0x460..=0x481
        | 0x48a..=0x4bf
        | 0x4d0..=0x52f
        | 0x1e00..=0x1e95
        | 0x1ea0..=0x1eff => code | 1,
        0x386 => 0x3ac,
        0x388..=0x38a => code + 37,
        0x38c => 0x3cc,
        0x38e | 0x38f => code + 63,
        0x400..=0x40f => code + 80,
        0x4c0 => 0x4cf,
        0x531..=0x556 => code + 48,
        0x1f08..=0x1f6f => code & !8,
        _ => return c,
    };
    char::from_u32(small).unwrap_or(c)
}

/// Tells whether `c` is a capital.
pub(crate) fn is_uppercase(c: char) -> bool {
    lowercase(c) != c
}

/// Tells whether `c` is a small letter.
pub(crate) fn is_lowercase(c: char) -> bool {
    matches!(u32::from(c), 0x61..=0x7a | 0xaa | 0xb5 | 0xba | 0xdf..=0xf6 | 0xf8..=0x2af | 0x371 | 0x373 | 0x37b..=0x37d
        | 0x390..=0x481 | 0x48b..=0x52f | 0x561..=0x588 | 0x10d0..=0x10ff | 0x1e00..=0x1f6f | 0xfb00..=0xfb17
        | 0xff41..=0xff5a)
        && !is_uppercase(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_is_that_of_unicode_in_the_scripts_of_living_languages() {
        let blocks = [
            '\0'..='\u{12f}',
            '\u{131}'..='\u{148}',
            '\u{14a}'..='\u{17f}',
            '\u{1cd}'..='\u{1ef}',
            '\u{370}'..='\u{373}',
            '\u{386}'..='\u{3ce}',
            '\u{400}'..='\u{52f}',
            '\u{531}'..='\u{556}',
            '\u{561}'..='\u{587}',
            '\u{1e00}'..='\u{1e9d}',
            '\u{1ea0}'..='\u{1eff}',
            'ａ'..='ｚ',
            'Ａ'..='Ｚ',
            'א'..='ي',
            '一'..='三',
        ];
        for c in blocks.into_iter().flatten() {
            if matches!(c, '\u{1c4}'..='\u{1cc}' | '\u{1f0}'..='\u{1f7}' | '\u{3cf}' | '\u{387}') {
                continue;
            }
            let small: String = c.to_lowercase().collect();
            assert_eq!(lowercase(c).to_string(), small, "{c} {:x}", c as u32);
            assert_eq!(is_uppercase(c), c.is_uppercase(), "{c}");
            if c.is_alphabetic() {
                assert_eq!(is_lowercase(c), c.is_lowercase(), "{c} {:x}", c as u32);
            }
        }
    }
}
