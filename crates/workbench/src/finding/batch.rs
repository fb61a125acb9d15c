//! Many queries at once, as a table.

use super::wording;
use crate::markup::{Element, element, styled, worded};
use crate::sheets::{Cell, Column, Row, Setting, Sheet};
use crate::state::{Library, Place, ViewState};
use protocol::{BatchRowRecord, LineReading};
use sorting::SmallSort;
use vademecum_page::interface::Wording;
use vademecum_page::views::button;

/// Id of the field with the lines.
pub const LINES: &str = "batch-lines";
/// Id of the choice of how they are read.
pub const READING: &str = "batch-reading";
/// Documents named in a row on the screen.
const MOST_NAMED: usize = 3;

/// Returns the reading that a choice names.
#[must_use]
pub fn reading_of(name: &str) -> LineReading {
    match name {
        "words" => LineReading::Words,
        "query" => LineReading::Query,
        _ => LineReading::Plain,
    }
}

/// Returns the field for the lines, the choice and the button. `hint` says what is searched.
#[must_use]
pub fn form(reading: &str, is_wrong: bool, progress: &str, hint: &str) -> Element {
    let mut select = element("select").with("id", READING);
    for (value, name) in &wording::READINGS {
        select = select.child(worded("option", name).with("value", value));
    }
    let field = element("textarea")
        .with("id", LINES)
        .with("rows", "8")
        .with("dir", "auto")
        .with("spellcheck", "false")
        .with("autocomplete", "off")
        .with("aria-describedby", "batch-hint");
    let choice = styled("label", "control")
        .child(styled("span", "label").text(&wording::READ_LINES_AS))
        .child(select.with("value", reading));
    let press = button("search-list", "search-list").text(&wording::SEARCH_LIST);
    let label = worded("label", &wording::LINES).with("for", LINES);
    let wrong = styled("p", "note")
        .with("role", "alert")
        .when(!is_wrong, "hidden")
        .text(if is_wrong { &wording::NO_LINES } else { "" });
    // It keeps its element, and with it the lines, when a table takes the place of the heading.
    styled("div", "batch-form")
        .with("data-key", "batch-form")
        .child(label)
        .child(worded("p", hint).with("id", "batch-hint"))
        .child(field)
        .child(wrong)
        .child(styled("div", "controls").child(choice).child(press))
        .child(styled("p", "remark").text(progress))
}

/// Returns the table of the rows so far. `is_whole` gives it a column for each document with a match, as in
/// the files.
#[must_use]
pub fn sheet(
    rows: &[BatchRowRecord],
    left_out: usize,
    state: &ViewState,
    library: &Library,
    is_whole: bool,
) -> Sheet {
    let mut columns = vec![
        Column::new("line", &wording::LINE, Setting::Head),
        Column::new("found", &wording::FOUND, Setting::Words),
        Column::new("documents", &crate::wording::DOCUMENTS, Setting::Number),
        Column::new("matches", &crate::wording::MATCHES, Setting::Number),
        Column::new("best", &wording::BEST, Setting::Words),
    ];
    let mut documents: Vec<u32> = Vec::new();
    if is_whole {
        columns.push(Column::new("query", &wording::READ_AS, Setting::Words));
        for (document, _) in rows.iter().flat_map(|row| &row.counts) {
            if let Err(at) = documents.binary_search(document) {
                documents.insert(at, *document);
            }
        }
        for &document in &documents {
            let id = library.corpus.documents.get(document as usize);
            let id = id.map_or("", |document| document.id.as_str());
            columns.push(Column::new(id, id, Setting::Number));
        }
    } else {
        columns.push(Column::new("where", &wording::WHERE, Setting::Words));
    }
    columns.push(Column::new("remark", &wording::REMARK, Setting::Words));
    let n_exact = rows.iter().filter(|row| row.exact > 0).count();
    let n_found = rows.iter().filter(|row| row.documents > 0).count();
    let row = |row: &BatchRowRecord| {
        let mut cells = vec![
            Cell::Text(row.line.clone(), Some(search(state, &row.query))),
            Cell::words(&how_found(row)),
            Cell::count(row.documents as u64),
            Cell::count(row.matches as u64),
            best(row, state),
        ];
        if is_whole {
            cells.push(Cell::words(&row.query));
            for document in &documents {
                let count = row.counts.iter().find(|count| count.0 == *document);
                cells.push(Cell::count(count.map_or(0, |count| count.1.into())));
            }
        } else {
            cells.push(most(row, state, library));
        }
        let note = if row.note.is_empty() {
            Cell::Empty
        } else {
            Cell::words(&crate::wording::sentence(&row.note))
        };
        cells.push(note);
        Row {
            cells,
            ..Row::default()
        }
    };
    let mut notes = Vec::new();
    if left_out > 0 {
        notes.push(wording::left_out(left_out));
    }
    Sheet {
        title: wording::lines_found(n_exact, n_found - n_exact, rows.len()),
        columns,
        rows: rows.iter().map(row).collect(),
        n_total: rows.len(),
        notes,
        method: vec![wording::BATCH_METHOD.to_string()],
        ..Sheet::default()
    }
}

fn search(state: &ViewState, query: &str) -> String {
    let mut search = state.at(Place::Search);
    query.clone_into(&mut search.query);
    search.to_fragment()
}

/// Says whether a line stands in the texts as it is written.
fn how_found(row: &BatchRowRecord) -> Wording {
    match (row.documents, row.exact) {
        (0, _) => wording::NOT_FOUND,
        (_, 0) => wording::FOUND_OTHERWISE,
        _ => wording::FOUND_AS_WRITTEN,
    }
}

fn best(row: &BatchRowRecord, state: &ViewState) -> Cell {
    if row.best.is_empty() {
        return Cell::Empty;
    }
    let address = in_document(row, &row.best, state);
    Cell::Text(row.best_title.clone(), Some(address))
}

/// Returns the address of a document with the matches of a line.
fn in_document(row: &BatchRowRecord, id: &str, state: &ViewState) -> String {
    let mut place = state.in_document(id, "", None);
    place.query.clone_from(&row.query);
    place.to_fragment()
}

/// Returns the documents with the most matches, with their counts.
fn most(row: &BatchRowRecord, state: &ViewState, library: &Library) -> Cell {
    let mut counts: Vec<(u32, u32)> = row.counts.clone();
    counts.small_sort_by_key(|&(document, count)| (u32::MAX - count, document));
    let named = counts
        .iter()
        .take(MOST_NAMED)
        .filter_map(|(document, count)| {
            let document = library.corpus.documents.get(*document as usize)?;
            let count = crate::wording::number(*count as usize);
            let words = [&*document.title, "\u{a0}(", &count, ")"].concat();
            Some((words, in_document(row, &document.id, state)))
        });
    let links = named.collect();
    let remark = if counts.len() > MOST_NAMED {
        ["+", &crate::wording::number(counts.len() - MOST_NAMED)].concat()
    } else {
        String::new()
    };
    Cell::Links(links, remark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::csv;
    use protocol::{CorpusRecord, SummaryRecord};

    fn library() -> Library {
        let document = |id: &str| SummaryRecord {
            id: id.into(),
            title: id.to_uppercase(),
            ..SummaryRecord::default()
        };
        Library::new(CorpusRecord {
            documents: vec![document("a"), document("b"), document("c")],
            ..CorpusRecord::default()
        })
    }

    fn rows() -> Vec<BatchRowRecord> {
        let row = |line: &str, counts: &[(u32, u32)]| BatchRowRecord {
            line: line.into(),
            query: line.to_lowercase(),
            documents: counts.len(),
            exact: usize::from(line == "Homs"),
            matches: counts.iter().map(|count| count.1 as usize).sum(),
            counts: counts.to_vec(),
            ..BatchRowRecord::default()
        };
        vec![
            row("Homs", &[(0, 2), (2, 5)]),
            row("Roads", &[(0, 1)]),
            row("=Qqq", &[]),
        ]
    }

    #[test]
    fn the_file_has_a_column_for_each_document_with_a_match() {
        let sheet = sheet(&rows(), 0, &ViewState::default(), &library(), true);
        assert_eq!(
            csv(&sheet),
            "line,found,documents,matches,best,query,a,c,remark\r\nHoms,as written,2,7,,homs,2,5,\r\n\
             Roads,in another form or spelling,1,1,,roads,1,0,\r\n'=Qqq,not found,0,0,,'=qqq,0,0,\r\n"
        );
    }

    #[test]
    fn the_screen_names_the_documents_with_most_matches() {
        let state = ViewState::default().toggled("tag", "x");
        let sheet = sheet(&rows(), 3, &state, &library(), false);
        let link = |words: &str, id: &str| {
            let address = ["#/doc/", id, "?q=homs&tag=x"].concat();
            (words.to_owned(), address)
        };
        assert_eq!(
            sheet.rows[0].cells[5],
            Cell::Links(
                vec![link("C\u{a0}(5)", "c"), link("A\u{a0}(2)", "a")],
                String::new()
            )
        );
        assert_eq!(
            sheet.rows[0].cells[0],
            Cell::Text("Homs".into(), Some("#/search?q=homs&tag=x".into()))
        );
        assert_eq!(
            sheet.title,
            "1 of 3 lines found as written; 1 only in another form or spelling"
        );
        assert_eq!(sheet.notes.len(), 1);
    }
}
