//! Names and a time among the filters, and what chosen filters are called, in the page.

use crate::finding::dates::{self, Bars};
use crate::finding::name_filters;
use crate::state::{Library, Place};
use std::cell::Cell;
use vademecum_page::app::Page;
use vademecum_page::browser::{document, element_of, value_by_id};
use vademecum_page::extension::{Extension, Shown};
use vademecum_page::views::Screen;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, MouseEvent};

/// Dresses filters. After the parts whose views show chosen filters.
#[derive(Default)]
pub(crate) struct Narrowing {
    /// The page that is shown; another one once another corpus is open.
    page: Cell<Option<Page>>,
    /// The bars where a drag began and where it is.
    dragged: Cell<Option<(usize, usize)>>,
}

impl Extension for Narrowing {
    fn start(&'static self, page: Page) {
        if self.page.replace(Some(page)).is_some() {
            return;
        }
        let drag = Closure::<dyn Fn(MouseEvent)>::new(|event: MouseEvent| self.drag(&event));
        let listener = drag.into_js_value();
        if let Some(frame) = document() {
            for name in ["pointerdown", "pointermove", "pointerup", "pointercancel"] {
                let _ = frame.add_event_listener_with_callback(name, listener.unchecked_ref());
            }
        }
    }

    fn dress(&self, screen: &Screen, library: &Library, shown: &mut Shown) {
        if screen.state.place == Place::Search {
            dates::add(screen, library, self.dragged.get(), &mut shown.content);
            name_filters::add_names(screen, &mut shown.content);
        }
        name_filters::call_chips(screen, library, &mut shown.content);
    }

    fn hear(&'static self, page: Page, event: &Event) -> bool {
        let Some(target) = element_of(event) else {
            return false;
        };
        let is_in = |selector: &str| target.closest(selector).is_ok_and(|found| found.is_some());
        match event.type_().as_str() {
            "submit" if target.class_name() == dates::FORM => {
                event.prevent_default();
                let [from, to] = [dates::FROM, dates::TO].map(value_by_id);
                page.change(dates::within(&page.screen().state, &from, &to));
                true
            }
            "click" if is_in("[data-do='all-dates']") => {
                page.change(dates::within(&page.screen().state, "", ""));
                true
            }
            _ => false,
        }
    }
}

impl Narrowing {
    /// Follows a pointer over the bars; where it leaves them, the nearest is meant.
    fn drag(&'static self, event: &MouseEvent) {
        let Some(page) = self.page.get() else { return };
        let begun = self.dragged.get();
        let target = element_of(event).and_then(|target| target.closest("[data-bars]").ok()?);
        let name = event.type_();
        let drawing = match (name.as_str(), begun) {
            ("pointerdown", _) if event.button() == 0 => target,
            (_, Some(_)) => bars_element(),
            _ => return,
        };
        let Some(at) = drawing.and_then(|drawing| bar_at(page, &drawing, event)) else {
            return;
        };
        let now = match (name.as_str(), begun) {
            ("pointerdown", _) => {
                // Nothing is to be selected meanwhile.
                event.prevent_default();
                Some((at, at))
            }
            ("pointermove", Some((from, _))) => Some((from, at)),
            _ => None,
        };
        if self.dragged.replace(now) == now {
            return;
        }
        match (name.as_str(), begun) {
            ("pointerup", Some((from, _))) => {
                let screen = page.screen();
                let bars = Bars::of(page.library(), &screen.answer.record.facets);
                if let Some([first, last]) = bars.map(|bars| bars.days(from, at)) {
                    page.change(dates::within(&screen.state, &first, &last));
                }
            }
            _ => page.refresh(),
        }
    }
}

fn bars_element() -> Option<Element> {
    document()?.query_selector("[data-bars]").ok()?
}

fn bar_at(page: Page, drawing: &Element, event: &MouseEvent) -> Option<usize> {
    let bounds = drawing.get_bounding_client_rect();
    let x = f64::from(event.client_x()) - bounds.left();
    let bars = Bars::of(page.library(), &page.screen().answer.record.facets)?;
    Some(bars.at(x / bounds.width().max(1.0)))
}
