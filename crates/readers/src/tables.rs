//! CSV and TSV: each row a document, columns mapped to its text and metadata by their names.

use corpus::parts::{Entry, Value};

use crate::draft::Job;
use crate::format::ending;
use crate::{records, text_encoding};

/// Reads a table with a header.
pub(crate) fn read(bytes: &[u8], job: &mut Job<'_, '_>) {
    let text = text_encoding::decode(bytes, None, job.report);
    let text = text.trim_start_matches('\u{FEFF}');
    // Excel may name the separator in a line of its own.
    let (named, rest) = match text.split_once('\n') {
        Some((first, rest)) if first.trim().to_ascii_lowercase().starts_with("sep=") => {
            (first.trim().as_bytes().get(4).copied(), rest)
        }
        _ => (None, text),
    };
    let n_lines_before = u64::from(named.is_some());
    let delimiter = named.unwrap_or_else(|| delimiter_of(rest, &ending(job.report.file())));
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(rest.as_bytes());
    let header: Vec<String> = match reader.headers() {
        Ok(header) => header.iter().map(|cell| job.meaning(cell.trim())).collect(),
        Err(error) => {
            job.report.error(
                Some(1),
                format!("this is no table: {error}"),
                "save it as CSV with a header line",
            );
            return;
        }
    };
    let Some(text_column) = text_column(&header) else {
        let columns = header
            .iter()
            .map(|name| corpus::parts::excerpt(name))
            .collect::<Vec<_>>()
            .join(", ");
        job.report.error(
            Some(1),
            format!(
                "no column is called text (or body, content, message, …); found: {}",
                shortened(&columns)
            ),
            "name the columns in the first line, the one with the text `text`",
        );
        return;
    };
    let table = Table {
        header,
        text_column,
        n_lines_before,
        has_open_quote: ends_in_quotes(rest, delimiter),
    };
    table.rows(&mut reader, job);
}

/// Tells whether a table ends inside of a quoted cell. A quotation mark opens a cell only at its beginning.
fn ends_in_quotes(table: &str, delimiter: u8) -> bool {
    let (mut is_start, mut is_quoted) = (true, false);
    let mut bytes = table.bytes().peekable();
    while let Some(byte) = bytes.next() {
        if is_quoted {
            let is_doubled = byte == b'"' && bytes.next_if_eq(&b'"').is_some();
            is_quoted = byte != b'"' || is_doubled;
        } else {
            is_quoted = is_start && byte == b'"';
            is_start = byte == delimiter || byte == b'\n';
        }
    }
    is_quoted
}

struct Table {
    header: Vec<String>,
    text_column: usize,
    n_lines_before: u64,
    /// Whether the last cell is opened by a quotation mark and not closed.
    has_open_quote: bool,
}

impl Table {
    fn rows(&self, reader: &mut csv::Reader<&[u8]>, job: &mut Job<'_, '_>) {
        let (mut n_uneven, mut first_uneven) = (0, None);
        let (mut number, mut last_line) = (0, None);
        for record in reader.records() {
            let record = match record {
                Ok(record) => record,
                Err(error) => {
                    let line = error.position().map(|at| line_number(at.line()));
                    job.report.error(
                        line,
                        format!("this row is not read: {error}"),
                        "mend the row or leave it out",
                    );
                    continue;
                }
            };
            let line = record
                .position()
                .map(|at| line_number(at.line() + self.n_lines_before));
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            number += 1;
            last_line = line;
            if record.len() != self.header.len() {
                n_uneven += 1;
                first_uneven = first_uneven.or(line);
            }
            let text = record.get(self.text_column).unwrap_or("");
            records::add(text, self.entries(&record, line), line, Some(number), job);
        }
        if n_uneven > 0 {
            job.report.warning(
                first_uneven,
                format!("{n_uneven} rows have more or fewer cells than the header has names, the first on this line"),
                "put cells that hold the separator or quotation marks into quotation marks",
            );
        }
        if self.has_open_quote {
            job.report.warning(
                last_line,
                "a quotation mark is opened and not closed; from there on all rows are one cell"
                    .to_owned(),
                "close it, and write quotation marks inside of a cell twice",
            );
        }
        if number == 0 {
            job.report.error(
                None,
                "the table has a header, but no rows".to_owned(),
                "add rows, or leave the file out",
            );
        }
    }

    fn entries(&self, record: &csv::StringRecord, line: Option<u32>) -> Vec<Entry> {
        let cells = self.header.iter().zip(record.iter()).enumerate();
        let mut entries: Vec<Entry> = cells
            .filter(|(column, (name, cell))| {
                *column != self.text_column && !name.is_empty() && !cell.trim().is_empty()
            })
            .map(|(_, (name, cell))| Entry {
                key: name.clone(),
                line: line.unwrap_or(0),
                value: Value::Scalar(cell.trim().to_owned()),
            })
            .collect();
        records::plain(&mut entries);
        entries
    }
}

fn text_column(header: &[String]) -> Option<usize> {
    let names: Vec<&str> = header.iter().map(String::as_str).collect();
    let key = records::text_key(&names)?;
    names.iter().position(|name| *name == key)
}

/// Returns the separator: the one that parts the first lines into equally many cells, most of all.
fn delimiter_of(text: &str, ending: &str) -> u8 {
    if matches!(ending, "tsv" | "tab")
        && text.lines().next().is_some_and(|line| line.contains('\t'))
    {
        return b'\t';
    }
    let header = text.lines().next().unwrap_or("");
    let count = |delimiter: char| {
        let mut is_quoted = false;
        header
            .chars()
            .filter(|&c| {
                is_quoted ^= c == '"';
                c == delimiter && !is_quoted
            })
            .count()
    };
    // On equal counts the comma goes first.
    [('|', b'|'), ('\t', b'\t'), (';', b';'), (',', b',')]
        .into_iter()
        .max_by_key(|(delimiter, _)| count(*delimiter))
        .map_or(b',', |(_, byte)| byte)
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(120) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn line_number(line: u64) -> u32 {
    u32::try_from(line).unwrap_or(u32::MAX)
}
