//! JSON (RFC 8259) in little code: values, their reader, and strings for those who write it.
//!
//! What runs in the page is counted in bytes, and what people wrote by hand needs the place of a mistake: this
//! does for both. Records of the engine are written by `serde_json` where no page is.
//!
//! ```
//! let value = json::read(r#"{"places": ["Homs", "Rastan"]}"#, "the end").expect("JSON");
//! assert!(matches!(value.get("places"), Some(json::Json::List(places)) if places.len() == 2));
//! assert_eq!(json::read("[1, 2", "the end"), Err((5, "`,` or `]`")));
//! ```

/// Levels of nesting; the reader is recursive.
const DEEPEST: usize = 64;

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number as it was written.
    Number(String),
    /// A string without its quotes and escapes.
    Text(String),
    /// An array.
    List(Vec<Self>),
    /// An object: its keys as they came, a key that stands twice included.
    Map(Vec<(String, Self)>),
}

impl Json {
    /// Returns the value of a key of an object; the last one where the key stands twice.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Self::Map(entries) = self else {
            return None;
        };
        let found = entries.iter().rev().find(|(known, _)| known == key);
        found.map(|(_, value)| value)
    }

    /// Returns what it is, in words.
    #[must_use]
    pub fn sort(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Map(_) => "an object",
        }
    }
}

/// What is no JSON, and where: the byte, and what was expected there.
pub type Mistake = (usize, &'static str);

/// Reads one value that fills `text`; `end` says what is behind it. Cost: linear.
///
/// White space is that of ASCII. Half a surrogate pair becomes U+FFFD. A string may hold raw control characters.
///
/// # Errors
///
/// The first [`Mistake`]; more than 64 levels of nesting are one.
pub fn read(text: &str, end: &'static str) -> Result<Json, Mistake> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(0).and_then(|value| match reader.next_byte() {
        None => Ok(value),
        Some(_) => Err(end),
    });
    value.map_err(|expected| (reader.at, expected))
}

type Read<T> = Result<T, &'static str>;

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl Reader<'_> {
    /// Returns the next byte that is not white space, without passing it.
    fn next_byte(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        while bytes.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
        bytes.get(self.at).copied()
    }

    fn pass(&mut self, expected: u8) -> bool {
        let is_there = self.next_byte() == Some(expected);
        self.at += usize::from(is_there);
        is_there
    }

    fn value(&mut self, depth: usize) -> Read<Json> {
        if depth > DEEPEST {
            return Err("no more than 64 levels of nesting");
        }
        match self.next_byte() {
            Some(b'"') => self.text().map(Json::Text),
            Some(b'{') => self.map(depth),
            Some(b'[') => self.list(depth),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Read<Json> {
        let words = [
            ("true", Json::Boolean(true)),
            ("false", Json::Boolean(false)),
            ("null", Json::Null),
        ];
        for (word, value) in words {
            if self.text[self.at..].starts_with(word) {
                self.at += word.len();
                return Ok(value);
            }
        }
        Err("a JSON value")
    }

    fn number(&mut self) -> Read<Json> {
        let rest = &self.text[self.at..];
        let length = rest
            .bytes()
            .take_while(|byte| byte.is_ascii_digit() || b"+-.eE".contains(byte))
            .count();
        if !is_number(&rest[..length]) {
            return Err("a number");
        }
        self.at += length;
        Ok(Json::Number(rest[..length].to_owned()))
    }

    fn list(&mut self, depth: usize) -> Read<Json> {
        let mut items = Vec::new();
        self.at += 1;
        if self.pass(b']') {
            return Ok(Json::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            if self.pass(b']') {
                return Ok(Json::List(items));
            }
            if !self.pass(b',') {
                return Err("`,` or `]`");
            }
        }
    }

    fn map(&mut self, depth: usize) -> Read<Json> {
        let mut entries = Vec::new();
        self.at += 1;
        if self.pass(b'}') {
            return Ok(Json::Map(entries));
        }
        loop {
            if self.next_byte() != Some(b'"') {
                return Err("a key in double quotes");
            }
            let key = self.text()?;
            if !self.pass(b':') {
                return Err("`:`");
            }
            entries.push((key, self.value(depth + 1)?));
            if self.pass(b'}') {
                return Ok(Json::Map(entries));
            }
            if !self.pass(b',') {
                return Err("`,` or `}`");
            }
        }
    }

    fn text(&mut self) -> Read<String> {
        let mut value = String::new();
        let opened = self.at;
        self.at += 1;
        loop {
            let rest = &self.text[self.at..];
            let Some(length) = rest.find(['"', '\\']) else {
                self.at = opened;
                return Err("a string that is closed");
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
        let sign = match self.text.as_bytes().get(self.at + 1) {
            Some(b'n') => '\n',
            Some(b't') => '\t',
            Some(b'r') => '\r',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{C}',
            Some(&byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'u') => return self.numbered(),
            _ => return Err("a known escape"),
        };
        self.at += 2;
        Ok(sign)
    }

    /// Reads `\uXXXX`, or two of them that form a pair; half a pair becomes U+FFFD.
    fn numbered(&mut self) -> Read<char> {
        let first = self.code_unit(self.at).ok_or("four hexadecimal digits")?;
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

/// Appends a string, quoted and escaped.
pub fn push_text(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\u{0}'..='\u{1F}' => {
                let code = character as u32;
                out.push_str(if code < 16 { "\\u000" } else { "\\u001" });
                out.extend(char::from_digit(code % 16, 16));
            }
            other => out.push(other),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of_others(value: &serde_json::Value) -> Json {
        match value {
            serde_json::Value::Null => Json::Null,
            serde_json::Value::Bool(is_so) => Json::Boolean(*is_so),
            serde_json::Value::Number(number) => Json::Number(number.to_string()),
            serde_json::Value::String(text) => Json::Text(text.clone()),
            serde_json::Value::Array(items) => Json::List(items.iter().map(of_others).collect()),
            serde_json::Value::Object(entries) => {
                let entries = entries.iter();
                Json::Map(
                    entries
                        .map(|(key, value)| (key.clone(), of_others(value)))
                        .collect(),
                )
            }
        }
    }

    proptest! {
        #[test]
        fn a_string_comes_back_as_it_was_here_and_with_others(text in "(?s).{0,40}") {
            let mut written = String::new();
            push_text(&mut written, &text);
            prop_assert_eq!(read(&written, "the end"), Ok(Json::Text(text.clone())));
            prop_assert_eq!(serde_json::from_str::<String>(&written).ok(), Some(text));
        }

        #[test]
        fn what_others_read_is_read_here_too(text in r#"[\[\]{}:,"a\\u0-9.eE+ -]{0,16}"#) {
            if serde_json::from_str::<serde_json::Value>(&text).is_ok() {
                prop_assert!(read(&text, "the end").is_ok(), "{}", text);
            }
        }
    }

    #[test]
    fn values_of_every_sort_are_those_that_others_read() {
        let text = r#" {"a": [1, -20, null, true, false, {}], "b": {"c": "é\n\u00e9\ud83d\ude00"}, "d": []} "#;
        let others = serde_json::from_str(text).expect("JSON");
        assert_eq!(read(text, "the end"), Ok(of_others(&others)));
    }

    #[test]
    fn what_is_no_json_is_told_with_its_byte() {
        for (text, at, expected) in [
            ("", 0, "a JSON value"),
            ("[1] 2", 4, "the end"),
            ("[1 2]", 3, "`,` or `]`"),
            ("012", 0, "a number"),
            ("{a: 1}", 1, "a key in double quotes"),
            (r#"["\x"]"#, 2, "a known escape"),
            (r#"["\u12"]"#, 2, "four hexadecimal digits"),
            (r#"["open"#, 1, "a string that is closed"),
        ] {
            assert_eq!(read(text, "the end"), Err((at, expected)), "{text}");
        }
    }
}
