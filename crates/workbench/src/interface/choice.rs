//! The reader's choice of a language, in the page.

use super::catalogue;
use crate::markup::Node;
use crate::state::Library;
use crate::wording;
use std::cell::Cell;
use vademecum_page::app::Page;
use vademecum_page::browser::{document, element_of, keep};
use vademecum_page::extension::{Extension, Shown};
use vademecum_page::interface::{Language, speak};
use vademecum_page::page::{vademecum_show, vademecum_stop};
use vademecum_page::views::Screen;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// Key of the language that the reader chose. `src/boot.js` reads it too, and writes into the page's root which
/// language is spoken.
const KEPT: &str = "vademecum.interface";

/// The switch of languages.
#[derive(Default)]
pub(crate) struct Choice {
    /// Whether the switch was pressed, and takes the focus again when the page is there.
    is_pressed: Cell<bool>,
}

impl Extension for Choice {
    fn start(&'static self, _: Page) {
        speak_as_the_page();
    }

    /// An empty field of automatic direction runs from left to right: its example would stand at the wrong end.
    fn dress(&self, screen: &Screen, _: &Library, shown: &mut Shown) {
        let direction = root().and_then(|root| root.get_attribute("dir"));
        if !screen.state.query.is_empty() || direction.as_deref() != Some("rtl") {
            return;
        }
        for node in &mut shown.masthead {
            if let Node::Element(element) = node {
                element.change("id", "query", &mut |field| field.set("dir", "rtl"));
            }
        }
    }

    fn shown(&'static self, page: Page, _: &Screen) {
        if self.is_pressed.take() {
            let switch = document()
                .and_then(|document| document.query_selector("[data-do='interface']").ok()?);
            if let Some(switch) = switch {
                let _ = switch.unchecked_ref::<HtmlElement>().focus();
            }
            page.say(&wording::INTERFACE_NOW);
        }
    }

    fn hear(&'static self, _: Page, event: &Event) -> bool {
        if event.type_() != "click" {
            return false;
        }
        let target = element_of(event);
        let switch = target.and_then(|target| target.closest("[data-do='interface']").ok()?);
        let Some(switch) = switch else { return false };
        self.is_pressed.set(true);
        change(&switch.get_attribute("lang").unwrap_or_default());
        true
    }
}

/// Speaks the language that the page is in.
pub(crate) fn speak_as_the_page() {
    let tag = root().and_then(|root| root.get_attribute("lang"));
    let catalogue = catalogue(&tag.unwrap_or_default());
    speak(catalogue.map(|catalogue| catalogue as &'static dyn Language));
}

fn root() -> Option<Element> {
    document()?.document_element()
}

/// Shows the page anew in this language; its state is in the address.
fn change(tag: &str) {
    keep(KEPT, tag);
    if let Some(root) = root() {
        let direction = catalogue(tag).map_or("ltr", |catalogue| catalogue.direction);
        let _ = root.set_attribute("lang", tag);
        let _ = root.set_attribute("dir", direction);
    }
    vademecum_stop();
    vademecum_show();
}
