//! The lens and the place: everything that the address bar holds.

use crate::text;
use protocol::{Filter, Lens, SearchRequest, SortOrder};

/// Characters that the search box takes; the command-line tool takes as many.
pub const QUERY_LIMIT: usize = 16_384;

/// Which view is open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Place {
    /// The search box with its answer, or the documents while the box is empty.
    #[default]
    Search,
    /// One document, whole.
    Document {
        /// The document's id.
        id: String,
        /// The block to land on (eight hexadecimal digits), or empty for the beginning.
        block: String,
        /// Where in the document's text the match to land on begins, in bytes.
        at: Option<u32>,
    },
    /// What the corpus is and how the page works.
    About,
    /// One of the further views.
    View(View),
}

/// A view beside search and reader. Its content comes from an extension of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// Every match with what stands before and after it.
    Concordance,
    /// Days mentioned in the texts.
    Timeline,
    /// People, places, organisations and groups.
    Names,
    /// Quotations with their speakers.
    Voices,
    /// Passages of different documents that tell one moment.
    Compare,
    /// Frequencies, key words, word sequences, collocates.
    Words,
    /// The reader's marks, notes and searches.
    Desk,
    /// The reader's own files.
    Files,
    /// Many queries at once.
    Batch,
}

impl View {
    /// All of them, in the order of the navigation, with the first part of their addresses.
    pub const ALL: [(Self, &'static str); 9] = [
        (Self::Concordance, "concordance"),
        (Self::Timeline, "timeline"),
        (Self::Names, "names"),
        (Self::Voices, "voices"),
        (Self::Compare, "compare"),
        (Self::Words, "words"),
        (Self::Desk, "desk"),
        (Self::Files, "files"),
        (Self::Batch, "batch"),
    ];

    /// Returns the first part of its addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

/// Keys of the choices that a view or the reader offers beside the lens.
pub const OPTIONS: [&str; 16] = [
    "a", "against", "b", "find", "kind", "least", "length", "list", "order", "quote", "rows",
    "scale", "show", "start", "width", "window",
];

/// The query, its filters, its order and the open view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ViewState {
    /// Which view is open.
    pub place: Place,
    /// What stands in the search box.
    pub query: String,
    /// Chosen values by field. Fields and values are sorted, so that equal choices have equal addresses; no
    /// field is without values.
    pub filters: Vec<Filter>,
    /// Order of the results.
    pub sort: SortOrder,
    /// Whether only the words as typed count.
    pub exact: bool,
    /// Choices of a view, sorted by key, each of [`OPTIONS`] at most once and never empty; none at other
    /// places.
    pub options: Vec<(&'static str, String)>,
}

impl ViewState {
    /// Returns the chosen value of an option; empty where none was chosen.
    #[must_use]
    pub fn option(&self, key: &str) -> &str {
        let found = self.options.iter().find(|(known, _)| *known == key);
        found.map_or("", |(_, value)| value)
    }

    /// Returns the same view with an option chosen; an empty value takes the choice back.
    #[must_use]
    pub fn with_option(&self, key: &str, value: &str) -> Self {
        let mut state = self.clone();
        let known = OPTIONS.iter().find(|known| **known == key);
        if let (Some(&key), Place::View(_) | Place::Document { .. }) = (known, &self.place) {
            state.options.retain(|(known, _)| *known != key);
            let at = state.options.iter().take_while(|(known, _)| *known < key);
            let at = at.count();
            if !value.is_empty() {
                let value = text::beginning(value, QUERY_LIMIT).to_owned();
                state.options.insert(at, (key, value));
            }
        }
        state
    }

    /// Returns the same lens at another place.
    #[must_use]
    pub fn at(&self, place: Place) -> Self {
        Self {
            place,
            options: Vec::new(),
            ..self.clone()
        }
    }

    /// Returns the same lens in a document, at the match that begins at `at`, or in `block`.
    #[must_use]
    pub fn in_document(&self, id: &str, block: &str, at: Option<u32>) -> Self {
        self.at(Place::Document {
            id: id.to_owned(),
            block: block.to_owned(),
            at,
        })
    }

    /// Returns the lens with this query instead: in the same view, else as a search.
    #[must_use]
    pub fn with_query(&self, query: &str) -> Self {
        let mut state = self.in_lens();
        state.query = text::beginning(query, QUERY_LIMIT).to_owned();
        state
    }

    /// Returns the same view with its choices, or the search from every other place: where a change
    /// of the lens shows.
    fn in_lens(&self) -> Self {
        match self.place {
            Place::View(_) => self.clone(),
            _ => self.at(Place::Search),
        }
    }

    /// Returns the search with one filter value added, or taken away where it was chosen.
    #[must_use]
    pub fn toggled(&self, field: &str, value: &str) -> Self {
        let mut state = self.in_lens();
        if !state.add_filter(field, value) {
            for filter in &mut state.filters {
                if filter.field == field {
                    filter.values.retain(|known| known != value);
                }
            }
            state.filters.retain(|filter| !filter.values.is_empty());
        }
        state
    }

    /// Adds a filter value at its place. Returns false where it was there already.
    pub(super) fn add_filter(&mut self, field: &str, value: &str) -> bool {
        let mut at = 0;
        while self
            .filters
            .get(at)
            .is_some_and(|known| known.field.as_str() < field)
        {
            at += 1;
        }
        if self
            .filters
            .get(at)
            .is_none_or(|known| known.field != field)
        {
            let filter = Filter {
                field: field.to_owned(),
                values: Vec::new(),
            };
            self.filters.insert(at, filter);
        }
        let values = &mut self.filters[at].values;
        let mut at = 0;
        while values.get(at).is_some_and(|known| known.as_str() < value) {
            at += 1;
        }
        let is_new = values.get(at).is_none_or(|known| known != value);
        if is_new {
            values.insert(at, value.to_owned());
        }
        is_new
    }

    /// Returns the search with one filter value only and an empty box: what a tag in a document leads to.
    #[must_use]
    pub fn filtered_by(field: &str, value: &str) -> Self {
        Self::default().toggled(field, value)
    }

    /// Returns the search without any filter.
    #[must_use]
    pub fn without_filters(&self) -> Self {
        let mut state = self.in_lens();
        state.filters = Vec::new();
        state
    }

    /// Whether nothing is asked: no words and no filters.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.query.trim().is_empty() && self.filters.is_empty()
    }

    /// Returns what a view is about.
    #[must_use]
    pub fn lens(&self) -> Lens {
        Lens {
            query: self.query.clone(),
            filters: self.filters.clone(),
            exact: self.exact,
        }
    }

    /// Returns what to ask the engine for, at most `limit` hits.
    #[must_use]
    pub fn request(&self, limit: usize) -> SearchRequest {
        SearchRequest {
            query: self.query.clone(),
            filters: self.filters.clone(),
            sort: self.sort,
            offset: 0,
            limit,
            passages: 3,
            facets: true,
            plain: false,
            exact: self.exact,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choosing_a_value_twice_takes_it_away_and_leaves_no_empty_field() {
        let once = ViewState::default().toggled("tag", "Homs");
        assert_eq!(once.filters[0].values, ["Homs"]);
        assert!(once.toggled("tag", "Homs").filters.is_empty());
    }

    #[test]
    fn a_query_without_end_is_cut() {
        let state = ViewState::default().with_query(&"x".repeat(100_000));
        assert_eq!(state.query.len(), QUERY_LIMIT);
    }

    #[test]
    fn choosing_a_filter_in_a_document_leads_to_the_results() {
        let reading = ViewState {
            query: "assad".into(),
            ..ViewState::default()
        }
        .in_document("a", "", None);
        let chosen = reading.toggled("lang", "ar");
        assert_eq!(
            (chosen.place, chosen.query.as_str()),
            (Place::Search, "assad")
        );
    }

    #[test]
    fn the_request_carries_filters_order_and_exactness() {
        let state = ViewState {
            sort: SortOrder::Oldest,
            exact: true,
            ..ViewState::default()
        };
        let request = state
            .toggled("year", "2024")
            .toggled("year", "2025")
            .request(20);
        assert_eq!(
            request.filters,
            [Filter {
                field: "year".into(),
                values: vec!["2024".into(), "2025".into()]
            }]
        );
        assert_eq!(
            (request.sort, request.exact, request.limit),
            (SortOrder::Oldest, true, 20)
        );
    }
}
