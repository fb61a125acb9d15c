//! A list of names or queries, searched line by line.

use super::Helping;
use crate::asking;
use crate::finding::{batch, lens, wording};
use crate::markup::{Node, styled};
use crate::sheets;
use crate::state::{Library, View, ViewState};
use crate::taking;
use protocol::{BatchRequest, BatchRowRecord, Lens, Reply, Request};
use vademecum_page::app::Page;
use vademecum_page::browser::value_by_id;
use vademecum_page::markup::amend;
use vademecum_page::views;

/// Lines that are searched before the page may answer its reader.
const LINES_AT_ONCE: usize = 10;

/// A list of queries and what it found so far.
#[derive(Default)]
pub(super) struct Batch {
    lines: Vec<String>,
    reading: String,
    lens: Lens,
    rows: Vec<BatchRowRecord>,
    left_out: usize,
    is_wrong: bool,
    /// Counts the lists, so that one that was begun anew ends the one before.
    number: u32,
}

impl Helping {
    pub(super) fn batch_view(&self, state: &ViewState, library: &Library) -> Vec<Node> {
        let batch = self.batch.borrow();
        let progress = if batch.rows.len() < batch.lines.len() {
            wording::searching(batch.rows.len(), batch.lines.len())
        } else {
            String::new()
        };
        let hint = wording::lines_hint(library.corpus.documents.len(), !state.filters.is_empty());
        let form = batch::form(&batch.reading, batch.is_wrong, &progress, &hint);
        let heading = styled("h1", "count")
            .with("id", "list-title")
            .text(crate::wording::view(View::Batch));
        let above = [heading.into(), form.into()];
        if batch.rows.is_empty() {
            let mut nodes = vec![views::chips(state).into()];
            nodes.extend(above);
            return nodes;
        }
        let sheet = self.sheet.borrow();
        let mut nodes = sheets::view::sheet(&sheet, state);
        // The list is what the page is about; what it found stands below it.
        amend(&mut nodes, "count", &mut |_| {
            styled("h2", "count").with("id", "count").text(&sheet.title)
        });
        nodes.splice(1..1, above);
        nodes
    }

    pub(super) fn take_table(&self, page: Page, format: &str) {
        let batch = self.batch.borrow();
        let state = page.screen().state;
        let whole = batch::sheet(&batch.rows, batch.left_out, &state, page.library(), true);
        match format {
            "csv" => taking::save_and_say(page, "list.csv", "text/csv", &sheets::csv(&whole)),
            "json" => {
                let json = sheets::json(&whole);
                taking::save_and_say(page, "list.json", "application/json", &json);
            }
            _ => taking::copy_and_say(
                page,
                &sheets::tab_separated(&self.sheet.borrow()),
                &crate::wording::COPIED,
            ),
        }
    }

    /// Searches the pasted lines, a few at a time.
    pub(super) fn search_list(&'static self, page: Page) {
        let lines = value_by_id(batch::LINES);
        let mut batch = self.batch.borrow_mut();
        batch.lines = lines
            .lines()
            .filter(|line| line.chars().any(char::is_alphanumeric))
            .map(str::to_owned)
            .collect();
        batch.left_out = batch.lines.len().saturating_sub(1_000);
        batch.lines.truncate(1_000);
        batch.reading = value_by_id(batch::READING);
        batch.lens = lens(&page.screen().state);
        batch.is_wrong = batch.lines.is_empty();
        batch.rows.clear();
        batch.number += 1;
        let number = batch.number;
        drop(batch);
        self.search_lines(page, number);
    }

    fn search_lines(&'static self, page: Page, number: u32) {
        let batch = self.batch.borrow();
        let begun = batch.rows.len();
        let few = batch.lines.iter().skip(begun).take(LINES_AT_ONCE);
        let request = BatchRequest {
            lines: few.cloned().collect(),
            reading: batch::reading_of(&batch.reading),
            filters: batch.lens.filters.clone(),
            exact: batch.lens.exact,
        };
        if batch.number != number || request.lines.is_empty() {
            drop(batch);
            return page.refresh();
        }
        drop(batch);
        let take = move |reply| {
            let Reply::Batch(record) = reply else { return };
            let mut batch = self.batch.borrow_mut();
            batch.rows.extend(record.rows);
            let state = page.screen().state;
            let sheet = batch::sheet(&batch.rows, batch.left_out, &state, page.library(), false);
            let (title, is_done) = (sheet.title.clone(), batch.rows.len() >= batch.lines.len());
            self.sheet.replace(sheet);
            drop(batch);
            page.refresh();
            if is_done {
                return page.say_unseen(&title);
            }
            asking::after(0, move || self.search_lines(page, number));
        };
        page.ask(Request::Batch(request), Box::new(take));
    }
}
