//! Names among the filters, and what chosen filters are called, in the page.

use crate::finding::name_filters;
use crate::state::{Library, Place};
use vademecum_page::extension::{Extension, Shown};
use vademecum_page::views::Screen;

/// Dresses filters. After the parts whose views show chosen filters.
#[derive(Debug)]
pub(crate) struct Narrowing;

impl Extension for Narrowing {
    fn dress(&self, screen: &Screen, library: &Library, shown: &mut Shown) {
        if screen.state.place == Place::Search {
            name_filters::add_names(screen, &mut shown.content);
        }
        name_filters::call_chips(screen, library, &mut shown.content);
    }
}
