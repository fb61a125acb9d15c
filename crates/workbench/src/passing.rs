//! What was said is about the view that it was said in, and goes out of sight with it.

use crate::state::Place;
use std::cell::RefCell;
use vademecum_page::app::Page;
use vademecum_page::browser::by_id;
use vademecum_page::extension::Extension;
use vademecum_page::views::Screen;

/// The place that was shown last.
#[derive(Default)]
pub(crate) struct Passing {
    place: RefCell<Place>,
}

impl Extension for Passing {
    fn shown(&'static self, _: Page, screen: &Screen) {
        let before = self.place.replace(screen.state.place.clone());
        if is_same(&before, &screen.state.place) {
            return;
        }
        // The words stay for who is still listening to them.
        if let Some(line) = by_id("told") {
            line.set_class_name("unseen");
        }
    }
}

/// Whether two places are in one view, or in one document.
fn is_same(one: &Place, other: &Place) -> bool {
    match (one, other) {
        (Place::Document { id, .. }, Place::Document { id: other, .. }) => id == other,
        _ => one == other,
    }
}
