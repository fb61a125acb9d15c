//! Searching as people expect: suggestions, past searches, ways out of an empty answer, a record of a search,
//! lists of queries. What the page shows of it, as trees and texts; `suggesting` and `helping` are the parts
//! that listen.

pub mod about;
pub mod batch;
pub mod breakdown;
pub mod certificate;
pub mod dates;
pub mod examples;
pub mod keys;
pub mod name_filters;
pub mod offers;
pub mod past;
pub mod similar;
pub mod suggestions;
pub mod wording;

use crate::state::{Place, ViewState};
use protocol::Lens;

/// Returns what a state asks for, wherever it is shown.
#[must_use]
pub fn lens(state: &ViewState) -> Lens {
    Lens {
        query: state.query.clone(),
        filters: state.filters.clone(),
        exact: state.exact,
    }
}

/// Returns the search for a lens, in the order of `state`.
#[must_use]
pub fn search(state: &ViewState, lens: &Lens) -> ViewState {
    let mut search = state.at(Place::Search);
    search.query.clone_from(&lens.query);
    search.filters.clone_from(&lens.filters);
    search.exact = lens.exact;
    search
}
