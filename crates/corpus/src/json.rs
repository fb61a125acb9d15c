//! A small reader for one JSON value, into the same shape as front matter.

use crate::problem::excerpt;
use crate::value::{Entry, Value};

/// Levels of nesting; the reader is recursive.
const DEEPEST: usize = 64;

/// Reads one JSON value that fills `text`; `line` is given to the entries of its maps.
///
/// Numbers and booleans become their text. A string may hold raw tabs.
///
/// # Errors
///
/// The column (in characters, from 1) and what was expected there.
pub(crate) fn read(text: &str, line: u32) -> Result<Value, String> {
    let mut reader = Reader { text, at: 0, line };
    let value = reader.value(0).and_then(|value| match reader.next_byte() {
        None => Ok(value),
        Some(_) => Err("expected the end of the line"),
    });
    value.map_err(|expected| {
        let column = 1 + text[..reader.at].chars().count();
        let found = excerpt(&text[reader.at..]);
        match found.is_empty() {
            true => format!("{expected} at column {column}, found the end"),
            false => format!("{expected} at column {column}, found `{found}`"),
        }
    })
}

type Read<T> = Result<T, &'static str>;

#[derive(Debug)]
struct Reader<'t> {
    text: &'t str,
    at: usize,
    line: u32,
}

impl<'t> Reader<'t> {
    /// Returns the next byte that is not white space, without passing it.
    fn next_byte(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        while bytes.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
        bytes.get(self.at).copied()
    }

    fn pass(&mut self, expected: u8) -> bool {
        let found = self.next_byte() == Some(expected);
        self.at += usize::from(found);
        found
    }

    fn value(&mut self, depth: usize) -> Read<Value> {
        if depth > DEEPEST {
            return Err("expected no more than 64 levels of nesting");
        }
        match self.next_byte() {
            Some(b'"') => self.string().map(Value::Scalar),
            Some(b'{') => self.map(depth),
            Some(b'[') => self.list(depth),
            Some(b'-' | b'0'..=b'9') => self.number().map(Value::Scalar),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Read<Value> {
        for word in ["true", "false", "null"] {
            if self.text[self.at..].starts_with(word) {
                self.at += word.len();
                return Ok(if word == "null" {
                    Value::Null
                } else {
                    Value::Scalar(word.to_owned())
                });
            }
        }
        Err("expected a JSON value")
    }

    fn number(&mut self) -> Read<String> {
        let rest = &self.text[self.at..];
        let is_part = |byte: &u8| byte.is_ascii_digit() || b"+-.eE".contains(byte);
        let length = rest.bytes().take_while(|byte| is_part(byte)).count();
        if !is_number(&rest[..length]) {
            return Err("expected a number");
        }
        self.at += length;
        Ok(rest[..length].to_owned())
    }

    fn list(&mut self, depth: usize) -> Read<Value> {
        let mut items = Vec::new();
        self.at += 1;
        if self.pass(b']') {
            return Ok(Value::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            if self.pass(b']') {
                return Ok(Value::List(items));
            }
            if !self.pass(b',') {
                return Err("expected `,` or `]`");
            }
        }
    }

    fn map(&mut self, depth: usize) -> Read<Value> {
        let mut entries: Vec<Entry> = Vec::new();
        self.at += 1;
        if self.pass(b'}') {
            return Ok(Value::Map(entries));
        }
        loop {
            if self.next_byte() != Some(b'"') {
                return Err("expected a key in double quotes");
            }
            let key = self.string()?;
            if !self.pass(b':') {
                return Err("expected `:`");
            }
            let value = self.value(depth + 1)?;
            entries.push(Entry {
                key,
                line: self.line,
                value,
            });
            if self.pass(b'}') {
                return Ok(Value::Map(entries));
            }
            if !self.pass(b',') {
                return Err("expected `,` or `}`");
            }
        }
    }

    fn string(&mut self) -> Read<String> {
        let mut value = String::new();
        let opened = self.at;
        self.at += 1;
        loop {
            let rest = &self.text[self.at..];
            let Some(length) = rest.find(['"', '\\']) else {
                self.at = opened;
                return Err("expected a string that is closed");
            };
            value.push_str(&rest[..length]);
            self.at += length;
            if rest.as_bytes()[length] == b'"' {
                self.at += 1;
                return Ok(value);
            }
            value.push(self.escape()?);
        }
    }

    fn escape(&mut self) -> Read<char> {
        let character = match self.text.as_bytes().get(self.at + 1) {
            Some(b'n') => '\n',
            Some(b't') => '\t',
            Some(b'r') => '\r',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{C}',
            Some(&byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'u') => return self.numbered(),
            _ => return Err("expected a known escape"),
        };
        self.at += 2;
        Ok(character)
    }

    /// Reads `\uXXXX`, or two of them that form a pair. A half without its other half becomes U+FFFD,
    /// as everywhere else where UTF-16 is broken.
    fn numbered(&mut self) -> Read<char> {
        let first = self
            .code_unit(self.at)
            .ok_or("expected four hexadecimal digits")?;
        self.at += 6;
        if let Some(second) = self.code_unit(self.at)
            && (0xD800..0xDC00).contains(&first)
            && (0xDC00..0xE000).contains(&second)
        {
            self.at += 6;
            let code = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
            return Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        Ok(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn code_unit(&self, at: usize) -> Option<u32> {
        let digits = self.text.get(at..at + 6)?.strip_prefix("\\u")?;
        let is_hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        u32::from_str_radix(digits, 16)
            .ok()
            .filter(|_| is_hexadecimal)
    }
}

/// Tells whether `text` is a number by the grammar of JSON.
fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let plain_exponent = exponent.map(|part| part.strip_prefix(['+', '-']).unwrap_or(part));
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && plain_exponent.is_none_or(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let shown = match read(text, 1) {
            Ok(Value::Scalar(scalar)) => scalar,
            Ok(value) => format!("{value:?}"),
            Err(message) => message,
        };
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn strings_with_escapes_and_pairs() {
        check(r#" "a\nb\u00e9\ud83d\ude00\/" "#, "a\nbé😀/");
        check(r#""\ud83d x""#, "\u{FFFD} x");
    }

    #[test]
    fn numbers_keep_their_writing() {
        check("-12.50e+3", "-12.50e+3");
        check("012", "expected a number at column 1, found `012`");
    }

    #[test]
    fn mistakes_name_their_column() {
        check(r#"{"a" 1}"#, "expected `:` at column 6, found `1}`");
        check(
            r#"{"a": 1,}"#,
            "expected a key in double quotes at column 9, found `}`",
        );
        check(
            r#""open"#,
            "expected a string that is closed at column 1, found `\"open`",
        );
        check(
            "[1] 2",
            "expected the end of the line at column 5, found `2`",
        );
        check("", "expected a JSON value at column 1, found the end");
    }

    #[test]
    fn nesting_is_limited() {
        let deep = "[".repeat(100_000);
        assert!(read(&deep, 1).unwrap_err().contains("64 levels"));
    }
}
