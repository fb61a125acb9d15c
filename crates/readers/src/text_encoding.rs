//! Bytes in any encoding to text, saying which one was taken and whether it was guessed.

use crate::old_western::{self, Old};
use corpus::parts::{Report, without_controls};
use encoding_rs::{Encoding, ISO_2022_JP, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE};

/// Decodes text; `declared` is the encoding that the file or its transport names, if any.
///
/// In this order: a byte order mark; valid UTF-8; UTF-16 without a mark, by its zero bytes; what is
/// declared; the likeliest legacy encoding, which is reported as a guess. Line ends become `\n`,
/// control characters are left out. Cost: linear.
pub(crate) fn decode(bytes: &[u8], declared: Option<&str>, report: &mut Report<'_>) -> String {
    let (encoding, rest, is_guess) = encoding_of(bytes, declared);
    if is_guess && old_western::of(rest) == Some(Old::Dos) {
        report_guess("CP850 (MS-DOS)", report);
        let (text, _) = without_controls(&old_western::of_dos(rest));
        return text;
    }
    let mixed = is_guess.then(|| mixed_lines(rest)).flatten();
    let (text, had_errors) = match mixed {
        Some(ref mixed) => (mixed.text.as_str().into(), false),
        None => encoding.decode_without_bom_handling(rest),
    };
    if let Some(mixed) = &mixed {
        report.warning(
            Some(mixed.first_line),
            format!(
                "the encodings are mixed: from here on {} of the lines are not UTF-8; read as {}, which is a guess",
                mixed.n_lines,
                mixed.encoding.name()
            ),
            "if letters are wrong, save the file as UTF-8 from its originals",
        );
    } else if is_guess {
        report_guess(encoding.name(), report);
    } else if encoding != UTF_8 {
        report.note(None, format!("the encoding is {}", encoding.name()), "");
    }
    if had_errors {
        let (valid, line) = first_error(encoding, rest);
        report.warning(
            Some(line),
            format!(
                "bytes that are no {} stand as � in the text, the first behind byte {valid}",
                encoding.name()
            ),
            "the file mixes encodings or is damaged; save it as UTF-8 from its original",
        );
    }
    let (text, dropped) = without_controls(&text);
    if let Some((count, _)) = dropped {
        report.note(None, format!("control characters left out: {count}"), "");
    }
    text
}

fn report_guess(name: &str, report: &mut Report<'_>) {
    report.note(
        None,
        format!("the encoding is not UTF-8; read as {name}, which is a guess"),
        "if letters are wrong, save the file as UTF-8",
    );
}

/// Returns the encoding, the bytes behind a mark, and whether it was guessed.
fn encoding_of<'b>(bytes: &'b [u8], declared: Option<&str>) -> (&'static Encoding, &'b [u8], bool) {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return (encoding, &bytes[length..], false);
    }
    if let Some(encoding) = looks_like_utf16(bytes) {
        return (encoding, bytes, true);
    }
    if std::str::from_utf8(bytes).is_ok() {
        if is_iso_2022_jp(bytes) {
            return (ISO_2022_JP, bytes, false);
        }
        // HZ is ASCII to the eye; only a declaration tells.
        let stateful = declared.and_then(|label| Encoding::for_label(label.as_bytes()));
        let stateful =
            stateful.filter(|encoding| !encoding.is_ascii_compatible() && bytes.contains(&0x1B));
        return (stateful.unwrap_or(UTF_8), bytes, false);
    }
    let declared = declared.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    if let Some(encoding) = declared.filter(|encoding| *encoding != UTF_8) {
        return (encoding, bytes, false);
    }
    if is_damaged_utf8(bytes) {
        return (UTF_8, bytes, false);
    }
    if old_western::of(bytes) == Some(Old::Macintosh) {
        return (MACINTOSH, bytes, true);
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    (
        detector.guess(None, chardetng::Utf8Detection::Deny),
        bytes,
        true,
    )
}

/// Tells whether bytes switch to Japanese letters and back, as ISO-2022-JP does.
fn is_iso_2022_jp(bytes: &[u8]) -> bool {
    let has = |mark: &[u8]| bytes.windows(3).any(|window| window == mark);
    (has(b"\x1B$B") || has(b"\x1B$@")) && (has(b"\x1B(B") || has(b"\x1B(J"))
}

/// Tells whether bytes are UTF-8 with a few broken places rather than an older encoding.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut n_good, mut n_bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        n_good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        n_bad += usize::from(!chunk.invalid().is_empty());
    }
    n_good >= 2 && n_good > n_bad * 4
}

/// Text of which some lines are UTF-8 and others are not.
struct Mixed {
    text: String,
    encoding: &'static Encoding,
    n_lines: usize,
    first_line: u32,
}

/// Reads line by line what was put together from files of several encodings; nothing where one encoding fits.
///
/// In an encoding of one byte a letter, a line with letters beyond ASCII is hardly ever UTF-8 by accident.
fn mixed_lines(bytes: &[u8]) -> Option<Mixed> {
    const LEAST_LETTERS: usize = 2;
    let mut n_letters = 0;
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        match std::str::from_utf8(line) {
            Ok(text) => n_letters += text.chars().filter(|c| !c.is_ascii()).count(),
            Err(_) => {
                detector.feed(line, false);
            }
        }
    }
    detector.feed(b"", true);
    let encoding = detector.guess(None, chardetng::Utf8Detection::Deny);
    if n_letters < LEAST_LETTERS || !encoding.is_single_byte() {
        return None;
    }
    let mut mixed = Mixed {
        text: String::with_capacity(bytes.len()),
        encoding,
        n_lines: 0,
        first_line: 0,
    };
    for (number, line) in (1..).zip(bytes.split_inclusive(|&byte| byte == b'\n')) {
        match std::str::from_utf8(line) {
            Ok(text) => mixed.text.push_str(text),
            Err(_) => {
                mixed.n_lines += 1;
                if mixed.first_line == 0 {
                    mixed.first_line = number;
                }
                mixed.text += &encoding.decode_without_bom_handling(line).0;
            }
        }
    }
    Some(mixed)
}

/// Returns UTF-16 without a mark: every second byte is zero, as in western text, or the page of one script.
pub(crate) fn looks_like_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    if head.len() < 8 {
        return None;
    }
    if let Some(encoding) = of_one_script(head) {
        return Some(encoding);
    }
    let zeros = |first: usize| {
        head.iter()
            .skip(first)
            .step_by(2)
            .filter(|&&byte| byte == 0)
            .count()
    };
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    match () {
        () if odd * 2 > half && even * 50 < half => Some(UTF_16LE),
        () if even * 2 > half && odd * 50 < half => Some(UTF_16BE),
        () => None,
    }
}

/// Returns UTF-16 of which most letters are of one script (Greek to Thai, U+0300 to U+0EFF): one byte of each pair
/// is then the same small number, a control character in any other encoding. Scripts whose number is a tab or the
/// end of a line are left out.
fn of_one_script(head: &[u8]) -> Option<&'static Encoding> {
    let half = head.len() / 2;
    [(1, UTF_16LE), (0, UTF_16BE)]
        .into_iter()
        .find_map(|(first, encoding)| {
            let mut counts = [0_usize; 256];
            for &byte in head.iter().skip(first).step_by(2) {
                counts[usize::from(byte)] += 1;
            }
            let numbers = [3, 4, 5, 6, 7, 8, 0x0B, 0x0C, 0x0E];
            let most = numbers
                .map(|byte| counts[byte])
                .into_iter()
                .max()
                .unwrap_or(0);
            // Beside the letters only ASCII, punctuation (0x20) and what the block before holds.
            let is_one = most * 2 > half && (most + counts[0] + counts[0x20]) * 10 > half * 9;
            is_one.then_some(encoding)
        })
}

/// Returns how many bytes are good before the first bad one, and its line.
fn first_error(encoding: &'static Encoding, bytes: &[u8]) -> (usize, u32) {
    let valid = if encoding == UTF_8 {
        Encoding::utf8_valid_up_to(bytes)
    } else {
        0
    };
    let n_lines = bytes[..valid].iter().filter(|&&byte| byte == b'\n').count();
    (valid, u32::try_from(n_lines + 1).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: &str, named: &str) {
        let mut report = Report::new("letter.txt");
        assert_eq!(decode(bytes, None, &mut report), expected);
        let said = report
            .problems
            .iter()
            .map(|p| p.message.as_str())
            .collect::<String>();
        assert!(said.contains(named), "{said}");
    }

    #[test]
    fn encodings_are_told_and_named() {
        check("Straße nach Köln".as_bytes(), "Straße nach Köln", "");
        check(b"\xEF\xBB\xBFHoms", "Homs", "");
        check(b"\xFF\xFEH\0o\0m\0s\0", "Homs", "UTF-16LE");
        check(b"\0H\0o\0m\0s\0 \0i\0s", "Homs is", "UTF-16BE");
        let road = "Дорога на Хомс";
        let pairs = road.encode_utf16().flat_map(u16::to_le_bytes);
        check(&pairs.collect::<Vec<u8>>(), road, "UTF-16LE");
        let pairs = "الطريق إلى حمص".encode_utf16().flat_map(u16::to_be_bytes);
        check(&pairs.collect::<Vec<u8>>(), "الطريق إلى حمص", "UTF-16BE");
        check(&b"\n".repeat(100), &"\n".repeat(100), "");
        let mixed = [
            "Café “one”.\n".as_bytes(),
            b"Caf\xe9 na\xefve fa\xe7ade.\n",
            "Straße.".as_bytes(),
        ];
        check(
            &mixed.concat(),
            "Café “one”.\nCafé naïve façade.\nStraße.",
            "mixed: from here on 1 of the lines",
        );
        let cyrillic = encoding_rs::WINDOWS_1251
            .encode("Дорога на Хомс была открыта с утра")
            .0;
        check(
            &cyrillic,
            "Дорога на Хомс была открыта с утра",
            "windows-1251",
        );
        let western = encoding_rs::WINDOWS_1252
            .encode("Où est la forêt ? Là-bas, « très » loin")
            .0;
        check(
            &western,
            "Où est la forêt ? Là-bas, « très » loin",
            "windows-1252",
        );
    }

    #[test]
    fn encodings_that_no_detector_knows_are_told() {
        let mac = b"Les p\x90cheurs \x89g\x8Es ont r\x8Ep\x8Et\x8E : \xC7 la jet\x8Ee \xC8";
        check(
            mac,
            "Les pêcheurs âgés ont répété : « la jetée »",
            "macintosh",
        );
        check(
            b"\x1B$BKIGHDi\x1B(B and back",
            "防波堤 and back",
            "ISO-2022-JP",
        );
    }

    #[test]
    fn a_broken_byte_does_not_make_utf8_something_else() {
        check(
            "Öl, Käse, Tür, Fuß\n".as_bytes(),
            "Öl, Käse, Tür, Fuß\n",
            "",
        );
        let mut bytes = "Öl, Käse, Tür, Fuß, Öl\n".as_bytes().to_vec();
        bytes.push(0xE4);
        check(&bytes, "Öl, Käse, Tür, Fuß, Öl\n�", "no UTF-8");
    }
}
