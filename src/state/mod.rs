//! What the reader is looking at, as plain data.

mod address;
mod facets;
mod library;
mod memory;
mod theme;
mod view_state;

pub use address::{ORDERS, order_of};
pub use facets::{FilterGroup, filter_groups};
pub use library::Library;
pub use memory::Memory;
pub use theme::Theme;
pub use view_state::{OPTIONS, Place, QUERY_LIMIT, View, ViewState};
