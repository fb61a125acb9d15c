//! A table for eyes and for other programs.

use std::io::{self, Write};

/// Rows under named columns.
pub(crate) struct Table {
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// One value of a table.
pub(crate) enum Cell {
    Text(String),
    Count(u64),
    Figure(f64),
}

impl Cell {
    pub(crate) fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    fn shown(&self) -> String {
        match self {
            Self::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
            Self::Count(count) => count.to_string(),
            Self::Figure(figure) => format!("{figure:.2}"),
        }
    }

    fn is_text(&self) -> bool {
        matches!(self, Self::Text(_))
    }

    fn csv(&self) -> String {
        match self {
            Self::Text(text) => csv_text(text),
            Self::Count(count) => count.to_string(),
            Self::Figure(figure) => figure.to_string(),
        }
    }
}

/// Returns a text as a field of RFC 4180: in quotation marks where it has commas, quotation marks, line
/// breaks or outer spaces. A text that a spreadsheet would take for a formula gets an apostrophe before it.
fn csv_text(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if is_formula {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    let is_plain = !text.contains([',', '"', '\n', '\r']) && text.trim() == text;
    if is_plain {
        text
    } else {
        format!("\"{}\"", text.replace('"', "\"\""))
    }
}

impl Table {
    /// Returns a table whose columns have names without spaces, given with a space between them.
    pub(crate) fn of(columns: &str, rows: Vec<Vec<Cell>>) -> Self {
        let columns = columns.split(' ').map(str::to_owned).collect();
        Self { columns, rows }
    }

    /// Writes CSV: a line of names, then the rows, each line ended as RFC 4180 has it.
    pub(crate) fn write_csv(&self, out: &mut impl Write) -> io::Result<()> {
        write!(out, "{}\r\n", self.columns.join(","))?;
        for row in &self.rows {
            let cells: Vec<String> = row.iter().map(Cell::csv).collect();
            write!(out, "{}\r\n", cells.join(","))?;
        }
        Ok(())
    }

    /// Writes aligned columns: words to the left, numbers to the right.
    pub(crate) fn write_text(&self, out: &mut impl Write) -> io::Result<()> {
        let rows: Vec<Vec<String>> = self
            .rows
            .iter()
            .map(|row| row.iter().map(Cell::shown).collect())
            .collect();
        let width = |column: usize| {
            let cells = rows.iter().map(|row| row[column].chars().count());
            cells
                .chain([self.columns[column].chars().count()])
                .max()
                .unwrap_or_default()
        };
        let widths: Vec<usize> = (0..self.columns.len()).map(width).collect();
        let is_text = |column: usize| self.rows.first().is_some_and(|row| row[column].is_text());
        for row in std::iter::once(&self.columns).chain(&rows) {
            let mut line = String::new();
            for (column, cell) in row.iter().enumerate() {
                let width = widths[column];
                line.push_str(if column > 0 { "  " } else { "" });
                line += &if is_text(column) {
                    format!("{cell:<width$}")
                } else {
                    format!("{cell:>width$}")
                };
            }
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        Table {
            columns: vec!["term".into(), "frequency".into(), "share".into()],
            rows: vec![
                vec![
                    Cell::Text("=SUM(\"a\")".into()),
                    Cell::Count(3),
                    Cell::Figure(-0.5),
                ],
                vec![
                    Cell::Text("fall, of".into()),
                    Cell::Count(12),
                    Cell::Figure(1.0 / 3.0),
                ],
            ],
        }
    }

    #[test]
    fn csv_quotes_and_keeps_spreadsheets_from_computing() {
        let mut out = Vec::new();
        table()
            .write_csv(&mut out)
            .expect("memory takes every write");
        assert_eq!(
            String::from_utf8(out).expect("text"),
            "term,frequency,share\r\n\"'=SUM(\"\"a\"\")\",3,-0.5\r\n\"fall, of\",12,0.3333333333333333\r\n"
        );
    }

    #[test]
    fn text_aligns_words_left_and_numbers_right() {
        let mut out = Vec::new();
        table()
            .write_text(&mut out)
            .expect("memory takes every write");
        let out = String::from_utf8(out).expect("text");
        let lines: Vec<&str> = out.lines().collect();
        assert_eq!(lines[0], "term       frequency  share");
        assert_eq!(lines[2], "fall, of          12   0.33");
    }
}
