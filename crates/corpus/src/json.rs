//! One JSON value in the same shape as front matter.

use crate::problem::excerpt;
use crate::value::{Entry, Value};
use json::Json;

/// Reads one JSON value that fills `text`; `line` is given to the entries of its maps.
///
/// Numbers and booleans become their text. A string may hold raw tabs.
///
/// # Errors
///
/// The column (in characters, from 1) and what was expected there.
pub(crate) fn read(text: &str, line: u32) -> Result<Value, String> {
    let value = json::read(text, "the end of the line").map_err(|(at, expected)| {
        let column = 1 + text[..at].chars().count();
        let found = excerpt(&text[at..]);
        match found.is_empty() {
            true => format!("expected {expected} at column {column}, found the end"),
            false => format!("expected {expected} at column {column}, found `{found}`"),
        }
    })?;
    Ok(metadata(value, line))
}

fn metadata(value: Json, line: u32) -> Value {
    match value {
        Json::Null => Value::Null,
        Json::Boolean(is_so) => Value::Scalar(is_so.to_string()),
        Json::Number(text) | Json::Text(text) => Value::Scalar(text),
        Json::List(items) => {
            Value::List(items.into_iter().map(|item| metadata(item, line)).collect())
        }
        Json::Map(entries) => {
            let entry = |(key, value)| Entry {
                key,
                line,
                value: metadata(value, line),
            };
            Value::Map(entries.into_iter().map(entry).collect())
        }
    }
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
