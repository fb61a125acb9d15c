//! Tables about the lens, in the page.

use crate::sheets::{self, Sheet};
use crate::state::{Library, Place, ViewState};
use crate::{taking, wording};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use vademecum_page::app::Page;
use vademecum_page::extension::{Extension, Shown};
use vademecum_page::views::Screen;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

/// Concordance, timeline, names, voices, comparison, words.
#[derive(Default)]
pub(crate) struct Explorations {
    /// The state whose table was asked for last.
    asked: RefCell<Option<ViewState>>,
    /// Whether that is outstanding.
    is_due: Cell<bool>,
    /// The newest table.
    sheet: RefCell<Rc<Sheet>>,
}

impl Extension for Explorations {
    fn start(&'static self, _: Page) {
        // The page may have changed its language: a table is of one.
        self.asked.replace(None);
    }

    fn change(&'static self, page: Page, screen: &Screen) {
        let state = screen.state.clone();
        if self.asked.borrow().as_ref() == Some(&state) {
            return;
        }
        let Some(request) = sheets::request(&state) else {
            return;
        };
        self.asked.replace(Some(state.clone()));
        self.is_due.set(true);
        let take = move |reply| {
            if self.asked.borrow().as_ref() == Some(&state) {
                self.is_due.set(false);
                let sheet = sheets::sheet(&reply, &state, page.library());
                self.sheet.replace(Rc::new(sheet));
                page.refresh();
            }
        };
        page.ask(request, Box::new(take));
    }

    fn is_due(&self, screen: &Screen) -> bool {
        sheets::request(&screen.state).is_some() && self.is_due.get()
    }

    fn dress(&self, screen: &Screen, _: &Library, shown: &mut Shown) {
        if sheets::request(&screen.state).is_some() {
            let sheet = self.sheet.borrow();
            shown.status.clone_from(&sheet.title);
            shown.content = sheets::view::sheet(&sheet, &screen.state);
        }
    }

    fn hear(&'static self, page: Page, event: &Event) -> bool {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let Some(target) = target else { return false };
        match event.type_().as_str() {
            "click" => self.press(page, &target),
            "change" => choose(page, &target),
            _ => false,
        }
    }
}

impl Explorations {
    fn press(&self, page: Page, target: &Element) -> bool {
        let Ok(Some(pressed)) = target.closest("[data-do]") else {
            return false;
        };
        let attribute = |name| pressed.get_attribute(name).unwrap_or_default();
        match attribute("data-do").as_str() {
            "option" => {
                let state = page.screen().state;
                let next = state.with_option(&attribute("data-field"), &attribute("data-value"));
                page.change(next);
            }
            "take" => self.take(page, &attribute("data-value")),
            _ => return false,
        }
        true
    }

    /// Gives the table away as it stands.
    fn take(&self, page: Page, format: &str) {
        let sheet = self.sheet.borrow();
        let is_saved = match format {
            "csv" => taking::save("vademecum.csv", "text/csv", &sheets::csv(&sheet)),
            "json" => taking::save("vademecum.json", "application/json", &sheets::json(&sheet)),
            _ => {
                let say = move |is_copied| {
                    page.say(if is_copied {
                        &wording::COPIED
                    } else {
                        &wording::NOT_COPIED
                    });
                };
                return taking::copy(&sheets::tab_separated(&sheet), Box::new(say));
            }
        };
        page.say(if is_saved {
            &wording::SAVED
        } else {
            &wording::NOT_SAVED
        });
    }
}

/// Takes a choice from a list, or a text that a table asks for.
fn choose(page: Page, field: &Element) -> bool {
    let Some(key) = field.get_attribute("data-option") else {
        return false;
    };
    // A list of choices has the same property.
    let value = field.unchecked_ref::<HtmlInputElement>().value();
    let state = page.screen().state;
    if !matches!(state.place, Place::View(_)) {
        return false;
    }
    // A different table begins at its first rows.
    page.change(state.with_option(&key, &value).with_option("rows", ""));
    true
}
