//! The keyboard's place when the control that had the focus goes away.
//!
//! A browser takes the focus of an element that leaves the page, or can be used no longer, and gives it to none: who
//! reads by keyboard would be at the top of the page again, and who hears the page would hear nothing.

use crate::state::{Library, Place};
use std::cell::RefCell;
use vademecum_page::app::Page;
use vademecum_page::browser::{by_id, document};
use vademecum_page::extension::{Extension, Shown};
use vademecum_page::views::Screen;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Elements that take the focus where they are shown and enabled.
const CONTROLS: &str =
    "a[href]:not([tabindex]), button, input, select, textarea, summary, [tabindex='0']";
/// Elements from which the focus is gone, or about to be.
const LOST: &str = "body, :disabled, [hidden], [hidden] *";

/// What stood around the control with the focus before the page changed.
#[derive(Default)]
pub(crate) struct Focus {
    /// The place that was shown last; another one has a beginning of its own.
    place: RefCell<Place>,
    /// A selector of controls that do the same.
    action: RefCell<String>,
    /// The elements after and before the control, then those around it, each with what is after and before it.
    beside: RefCell<Vec<Element>>,
}

impl Extension for Focus {
    fn dress(&self, screen: &Screen, _: &Library, _: &mut Shown) {
        let before = self.place.replace(screen.state.place.clone());
        let focused = document().and_then(|document| document.active_element());
        let focused = focused.filter(|focused| {
            let is_inside = focused
                .closest("#content > *")
                .is_ok_and(|part| part.is_some());
            is_inside && before == screen.state.place
        });
        let action = focused
            .as_ref()
            .and_then(|focused| focused.get_attribute("data-do"));
        let action = action.map(|action| ["[data-do='", &action, "']"].concat());
        self.action.replace(action.unwrap_or_default());
        self.beside.replace(focused.map(beside).unwrap_or_default());
    }

    fn shown(&'static self, _: Page, _: &Screen) {
        let beside = self.beside.take();
        let focused = document().and_then(|document| document.active_element());
        let is_lost = focused.is_none_or(|focused| focused.matches(LOST).unwrap_or(false));
        if beside.is_empty() || !is_lost {
            return;
        }
        let action = self.action.take();
        let mut beside = beside.iter().filter(|element| element.is_connected());
        let is_taken = beside.any(|element| enter(element, &action) || enter(element, CONTROLS));
        if let (false, Some(content)) = (is_taken, by_id("content")) {
            let _ = content.focus();
        }
    }
}

fn beside(control: Element) -> Vec<Element> {
    let mut beside = Vec::new();
    let mut around = Some(control);
    while let Some(element) = around.filter(|element| element.id() != "content") {
        around = element.parent_element();
        let (after, before) = (
            element.next_element_sibling(),
            element.previous_element_sibling(),
        );
        beside.push(element);
        beside.extend(after);
        beside.extend(before);
    }
    beside
}

/// Gives the focus to the first of these controls in an element, or to the element itself. False where none takes it.
fn enter(element: &Element, controls: &str) -> bool {
    if controls.is_empty() {
        return false;
    }
    if element.matches(controls).unwrap_or(false) && takes_focus(element) {
        return true;
    }
    let Ok(inside) = element.query_selector_all(controls) else {
        return false;
    };
    let mut inside = (0..inside.length()).filter_map(|at| inside.item(at));
    inside.any(|control| takes_focus(control.unchecked_ref()))
}

fn takes_focus(control: &Element) -> bool {
    let _ = control.unchecked_ref::<HtmlElement>().focus();
    let focused = document().and_then(|document| document.active_element());
    focused.as_ref() == Some(control)
}
