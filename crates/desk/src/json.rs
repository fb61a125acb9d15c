//! JSON (RFC 8259) in little code: values, their reader, and strings for the writer.

/// Levels of nesting; the reader is recursive.
const DEEPEST: usize = 64;

/// A JSON value. A number keeps its writing; a key that stands twice counts the last time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Json {
    Null,
    Boolean(bool),
    Number(String),
    Text(String),
    List(Vec<Self>),
    Map(Vec<(String, Self)>),
}

impl Json {
    /// Returns the value of a key.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        let Self::Map(entries) = self else {
            return None;
        };
        let found = entries.iter().rev().find(|(known, _)| known == key);
        found.map(|(_, value)| value)
    }

    /// Returns what it is, in words.
    pub(crate) fn sort(&self) -> &'static str {
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

/// What is no JSON, and where: byte and what was expected there.
pub(crate) type Mistake = (usize, &'static str);

/// Reads one value that fills `text`.
pub(crate) fn read(text: &str) -> Result<Json, Mistake> {
    // A byte order mark is what some editors begin a file with.
    let start = if text.starts_with('\u{FEFF}') { 3 } else { 0 };
    let mut reader = Reader { text, at: start };
    let value = reader.value(0);
    let value = value.and_then(|value| match reader.next_byte() {
        None => Ok(value),
        Some(_) => Err("the end of the file"),
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
        while matches!(bytes.get(self.at), Some(b' ' | b'\t' | b'\n' | b'\r')) {
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
                return Err("a text that is closed");
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

/// Appends a string in its quotes.
pub(crate) fn push_text(out: &mut String, text: &str) {
    out.push('"');
    for sign in text.chars() {
        match sign {
            '"' | '\\' => out.extend(['\\', sign]),
            '\n' => out.push_str("\\n"),
            '\u{0}'..='\u{1F}' => {
                let code = u32::from(sign);
                out.push_str("\\u00");
                out.extend(
                    [code >> 4, code & 15].map(|half| char::from_digit(half, 16).unwrap_or('0')),
                );
            }
            _ => out.push(sign),
        }
    }
    out.push('"');
}
