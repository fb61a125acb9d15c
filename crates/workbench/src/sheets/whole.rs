//! A table of more rows than a page shows, as one file.

use super::{Sheet, csv};
use crate::state::ViewState;

/// Rows that are asked for at once: some ten milliseconds of work.
const PART_ROWS: usize = 500;

/// The whole of a table while it is written, part by part.
#[derive(Debug, Default)]
pub struct Whole {
    csv: String,
    n_rows: usize,
}

impl Whole {
    /// Returns the state of the next part.
    #[must_use]
    pub fn next(&self, state: &ViewState) -> ViewState {
        let state = state.with_option("rows", &PART_ROWS.to_string());
        state.with_option("start", &(self.n_rows + 1).to_string())
    }

    /// Adds a part. Returns whether there is more.
    pub fn add(&mut self, part: &Sheet) -> bool {
        let text = csv(part);
        // The names of the columns stand once.
        let rows = text.split_once("\r\n").map_or("", |(_, rows)| rows);
        self.csv
            .push_str(if self.n_rows == 0 { &text } else { rows });
        self.n_rows += part.rows.len();
        !part.rows.is_empty() && self.n_rows < part.n_total
    }

    /// Returns the number of rows so far.
    #[must_use]
    pub fn n_rows(&self) -> usize {
        self.n_rows
    }

    /// Returns the rows so far as comma-separated values.
    #[must_use]
    pub fn csv(&self) -> &str {
        &self.csv
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Cell, Column, Row, Setting};
    use super::*;
    use crate::state::{Place, View};

    fn part(words: &[&str], n_total: usize) -> Sheet {
        let row = |word: &&str| Row {
            cells: vec![Cell::words(word)],
            ..Row::default()
        };
        Sheet {
            columns: vec![Column::new("word", "Word", Setting::Head)],
            rows: words.iter().map(row).collect(),
            n_total,
            ..Sheet::default()
        }
    }

    #[test]
    fn a_whole_table_is_its_parts_under_one_line_of_names() {
        let state = ViewState::default().at(Place::View(View::Words));
        let mut whole = Whole::default();
        assert_eq!(whole.next(&state).option("start"), "1");
        assert!(whole.add(&part(&["a", "b"], 3)));
        assert_eq!(whole.next(&state).option("start"), "3");
        assert!(!whole.add(&part(&["c"], 3)));
        assert_eq!(whole.csv(), "word\r\na\r\nb\r\nc\r\n");
    }

    #[test]
    fn a_table_that_ends_early_is_not_asked_for_forever() {
        let mut whole = Whole::default();
        assert!(!whole.add(&part(&[], 3)));
    }
}
