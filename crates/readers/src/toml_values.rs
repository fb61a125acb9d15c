//! TOML into the shape of front matter, with the line of every key.

use corpus::parts::{Entry, SyntaxError, Value};
use toml::de::{DeTable, DeValue};

/// Reads TOML whose first line has the number `first_line` in its file.
///
/// # Errors
///
/// The first line that is no TOML, with what was expected.
pub(crate) fn read(text: &str, first_line: u32) -> Result<Vec<Entry>, SyntaxError> {
    let line_of = |at: usize| {
        let before = text.get(..at).unwrap_or(text);
        first_line + u32::try_from(before.matches('\n').count()).unwrap_or(0)
    };
    let table = DeTable::parse(text).map_err(|error| SyntaxError {
        line: line_of(error.span().map_or(0, |span| span.start)),
        message: format!("this is no TOML: {}", error.message()),
        hint: "write `key = \"value\"`; texts and dates stand in quotation marks".to_owned(),
    })?;
    Ok(entries(table.get_ref(), &line_of))
}

fn entries(table: &DeTable<'_>, line_of: &dyn Fn(usize) -> u32) -> Vec<Entry> {
    let mut entries: Vec<(usize, Entry)> = table
        .iter()
        .map(|(key, value)| {
            let at = key.span().start;
            let entry = Entry {
                key: key.get_ref().to_string(),
                line: line_of(at),
                value: of(value.get_ref(), line_of),
            };
            (at, entry)
        })
        .collect();
    entries.sort_by_key(|(at, _)| *at);
    entries.into_iter().map(|(_, entry)| entry).collect()
}

fn of(value: &DeValue<'_>, line_of: &dyn Fn(usize) -> u32) -> Value {
    match value {
        DeValue::String(text) => Value::Scalar(text.to_string()),
        DeValue::Integer(number) => Value::Scalar(number.as_str().to_owned()),
        DeValue::Float(number) => Value::Scalar(number.as_str().to_owned()),
        DeValue::Boolean(truth) => Value::Scalar(truth.to_string()),
        DeValue::Datetime(date) => Value::Scalar(date.to_string()),
        DeValue::Array(items) => Value::List(
            items
                .iter()
                .map(|item| of(item.get_ref(), line_of))
                .collect(),
        ),
        DeValue::Table(table) => Value::Map(entries(table, line_of)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_keep_their_line_and_errors_name_theirs() {
        let entries = read(
            "title = \"Homs\"\ndate = 2024-12-08\n[extra]\na = [1, 2]\n",
            2,
        )
        .expect("TOML");
        let lines: Vec<(&str, u32)> = entries.iter().map(|e| (e.key.as_str(), e.line)).collect();
        assert_eq!(lines, [("title", 2), ("date", 3), ("extra", 4)]);
        assert_eq!(entries[1].value, Value::Scalar("2024-12-08".to_owned()));
        assert_eq!(read("a = 1\nb = oops\n", 2).expect_err("no TOML").line, 3);
    }
}
