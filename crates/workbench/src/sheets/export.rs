//! A sheet as a file: exactly what it shows.

use super::{Cell, Sentence, Setting, Sheet};

/// Returns the sheet as comma-separated values (RFC 4180): a line of column names, then the rows, lines ended
/// by CR LF.
///
/// A text that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`, a tab or a line end at its
/// beginning) is set behind an apostrophe, as OWASP's note on CSV injection advises; numbers stay numbers.
#[must_use]
pub fn csv(sheet: &Sheet) -> String {
    let mut out = String::new();
    let names: Vec<String> = sheet
        .columns
        .iter()
        .map(|column| column.name.clone())
        .collect();
    line(&mut out, &names);
    for row in &sheet.rows {
        let cells: Vec<String> = row.cells.iter().map(field).collect();
        line(&mut out, &cells);
    }
    out
}

fn field(cell: &Cell) -> String {
    let text = cell.plain();
    let is_text = !matches!(
        cell,
        Cell::Number(..) | Cell::Figure(..) | Cell::Counted(..)
    );
    if is_text && text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        ["'", &text].concat()
    } else {
        text
    }
}

fn line(out: &mut String, fields: &[String]) {
    for (i, field) in fields.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        if field.contains(['"', ',', '\n', '\r']) {
            out.push('"');
            for character in field.chars() {
                if character == '"' {
                    out.push('"');
                }
                out.push(character);
            }
            out.push('"');
        } else {
            out.push_str(field);
        }
    }
    out.push_str("\r\n");
}

/// Returns the sheet as lines with tabs between the cells: what spreadsheets and documents take from the
/// clipboard as a table. Tabs and line ends inside cells become spaces.
#[must_use]
pub fn tab_separated(sheet: &Sheet) -> String {
    let mut out = String::new();
    let heads: Vec<String> = sheet
        .columns
        .iter()
        .map(|column| column.label.clone())
        .collect();
    let rows = sheet
        .rows
        .iter()
        .map(|row| row.cells.iter().map(field).collect());
    for cells in std::iter::once(heads).chain(rows) {
        for (i, cell) in cells.iter().enumerate() {
            out.push_str(if i > 0 { "\t" } else { "" });
            out.extend(cell.chars().map(|c| if c.is_control() { ' ' } else { c }));
        }
        out.push('\n');
    }
    out
}

/// Returns the sheet as JSON: title, scope, notes and the rows as objects by column name.
#[must_use]
pub fn json(sheet: &Sheet) -> String {
    let mut out = crate::json::Json::default();
    out.raw("{\"title\":").string(&sheet.title);
    out.raw(",\"scope\":").string(&sheet.scope);
    out.raw(",\"total\":").number(sheet.n_total as u64);
    out.raw(",\"notes\":").strings(&sheet.notes);
    out.raw(",\"rows\":").list(&sheet.rows, |out, row| {
        for (i, (cell, column)) in row.cells.iter().zip(&sheet.columns).enumerate() {
            out.raw(if i == 0 { "{" } else { "," });
            out.string(&column.name).raw(":");
            match cell {
                Cell::Number(..) | Cell::Figure(..) | Cell::Counted(..)
                    if column.setting == Setting::Number =>
                {
                    let number = cell.plain();
                    out.raw(if number.is_empty() { "null" } else { &number });
                }
                Cell::Empty => {
                    out.raw("null");
                }
                Cell::Strip(_) => {
                    let places = cell.plain().split(' ').collect::<Vec<_>>().join(",");
                    out.raw("[").raw(&places).raw("]");
                }
                Cell::Sentences(sentences) => {
                    out.raw("[");
                    for (i, one) in sentences.iter().enumerate() {
                        out.raw(if i == 0 { "" } else { "," });
                        sentence(out, one);
                    }
                    out.raw("]");
                }
                Cell::Text(text, Some(address)) => {
                    out.string(text).raw(",");
                    let name = [&column.name, "_address"].concat();
                    out.string(&name).raw(":").string(address);
                }
                _ => {
                    out.string(&cell.plain());
                }
            }
        }
        out.raw("}");
    });
    out.raw("}");
    out.into_text()
}

fn sentence(out: &mut crate::json::Json, one: &Sentence) {
    out.raw("{\"text\":").string(&one.text);
    out.raw(",\"document\":").string(&one.document);
    out.raw(",\"address\":").string(&one.address);
    if !one.remark.is_empty() {
        out.raw(",\"remark\":").string(&one.remark);
    }
    out.raw("}");
}

#[cfg(test)]
mod tests {
    use super::super::{Column, Row};
    use super::*;

    fn sheet() -> Sheet {
        Sheet {
            title: "Words".into(),
            columns: vec![
                Column::new("word", "Word", Setting::Head),
                Column::new("n", "Count", Setting::Number),
                Column::new("places", "Where", Setting::Strip),
            ],
            rows: vec![
                Row {
                    cells: vec![
                        Cell::words("say \"no\", twice"),
                        Cell::count(12),
                        Cell::Strip(vec![0.25, 1.0]),
                    ],
                    ..Row::default()
                },
                Row {
                    cells: vec![Cell::words("=SUM(A1)"), Cell::Number(-0.5, 2), Cell::Empty],
                    ..Row::default()
                },
            ],
            n_total: 2,
            ..Sheet::default()
        }
    }

    #[test]
    fn a_spreadsheet_reads_the_table_and_runs_no_formula() {
        assert_eq!(
            csv(&sheet()),
            "word,n,places\r\n\"say \"\"no\"\", twice\",12,0.2500 1.0000\r\n'=SUM(A1),-0.50,\r\n"
        );
    }

    #[test]
    fn a_copied_table_keeps_its_columns() {
        assert_eq!(
            tab_separated(&sheet()).lines().nth(1),
            Some("say \"no\", twice\t12\t0.2500 1.0000")
        );
    }

    #[test]
    fn json_holds_numbers_as_numbers() {
        let value: serde_json::Value = serde_json::from_str(&json(&sheet())).expect("valid JSON");
        assert_eq!(value["rows"][0]["n"], 12);
        assert_eq!(value["rows"][0]["places"][1], 1.0);
        assert_eq!(value["rows"][1]["word"], "=SUM(A1)");
        assert!(value["rows"][1]["places"].is_null());
    }
}
