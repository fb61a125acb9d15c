//! How the desk is kept: in the browser's storage, soon after each change.

use super::{Keeping, now};
use crate::keeping::desk_view::Storage;
use crate::keeping::storage::{self, Drawer, Refusal};
use desk::{Desk, Moment};
use vademecum_page::app::Page;
use vademecum_page::browser::{document, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// What was changed is kept after this pause, with what is changed meanwhile.
pub(super) const KEEP_PAUSE_MS: i32 = 300;
/// Name under which the browser keeps until when everything is in a file; the desk's own name follows.
const SAVED_NAME: &str = "vademecum.desk.saved:";

impl Keeping {
    /// Takes what the browser has kept.
    pub(super) fn open_storage(&'static self, page: Page) {
        let key = page.library().corpus.title.clone();
        let saved = storage::kept(&[SAVED_NAME, &key].concat());
        self.saved.set(
            saved
                .and_then(|text| Moment::of_text(&text))
                .unwrap_or_default(),
        );
        self.key.replace(key.clone());
        Drawer::open(
            &key,
            Box::new(move |drawer| match drawer {
                Ok(drawer) => {
                    self.drawer.replace(Some(drawer));
                    self.keep(page);
                }
                Err(_) => self.set_storage(page, Storage::Blocked),
            }),
        );
    }

    /// Notes a change: it is kept soon.
    pub(super) fn changed(&'static self, page: Page) {
        self.look_up(page);
        self.keep_soon(page, KEEP_PAUSE_MS);
        page.refresh();
    }

    /// Keeps the desk after a pause.
    pub(super) fn keep_soon(&'static self, page: Page, pause_ms: i32) {
        // What the reader did waits for nothing; what was seen waits for that.
        if self.timer.get() != 0 {
            if pause_ms > KEEP_PAUSE_MS {
                return;
            }
            if let Some(window) = window() {
                window.clear_timeout_with_handle(self.timer.take());
            }
        }
        let keep = Closure::once_into_js(move || {
            self.timer.set(0);
            self.keep(page);
        });
        let timer = window().and_then(|window| {
            let keep = keep.unchecked_ref();
            window
                .set_timeout_with_callback_and_timeout_and_arguments_0(keep, pause_ms)
                .ok()
        });
        self.timer.set(timer.unwrap_or(0));
    }

    /// Merges the desk with what the browser keeps: another window may have changed that.
    pub(super) fn keep(&'static self, page: Page) {
        let Some(drawer) = self.drawer.borrow().clone() else {
            return;
        };
        if matches!(*self.storage.borrow(), Storage::Unreadable(_)) {
            return;
        }
        let is_first = *self.storage.borrow() == Storage::Opening;
        let change = move |kept: Option<String>| {
            let before = self.desk.borrow().clone();
            match kept.as_deref().map(Desk::of_json) {
                Some(Ok(loaded)) => self.desk.borrow_mut().merge(&loaded.desk),
                Some(Err(error)) => {
                    self.storage.replace(Storage::Unreadable(error.to_string()));
                    return None;
                }
                None => {}
            }
            let desk = self.desk.borrow();
            if kept.is_none() && *desk == Desk::default() {
                return None;
            }
            let is_changed = *desk != before;
            let text = desk.to_json(now());
            drop(desk);
            if is_changed {
                self.look_up(page);
                let document = self.document.borrow().clone();
                self.list_kept(page, &document);
            }
            Some(text)
        };
        let done = move |done: Result<(), Refusal>| {
            if matches!(*self.storage.borrow(), Storage::Unreadable(_)) {
                return page.refresh();
            }
            let storage = match done {
                Ok(()) => Storage::Kept,
                Err(Refusal::Full) => Storage::Full,
                Err(Refusal::Blocked) => Storage::Blocked,
            };
            let is_news = *self.storage.borrow() != storage;
            if is_news || is_first {
                self.set_storage(page, storage);
            }
        };
        drawer.change(Box::new(change), Box::new(done));
    }

    fn set_storage(&self, page: Page, storage: Storage) {
        let is_trouble = matches!(storage, Storage::Blocked | Storage::Full);
        let sentence = storage.sentence();
        self.storage.replace(storage);
        page.refresh();
        // Who never keeps anything need not hear of it.
        if is_trouble && *self.desk.borrow() != Desk::default() {
            page.say(&sentence);
        }
    }

    /// Returns how many marks and searches were changed since the desk was saved as a file.
    pub(super) fn n_unsaved(&self) -> usize {
        let (desk, saved) = (self.desk.borrow(), self.saved.get());
        let marks = desk.marks.values().map(|mark| mark.modified);
        let searches = desk.searches.values().map(|search| search.modified);
        let removed = desk.removed.values().copied();
        marks
            .chain(searches)
            .chain(removed)
            .filter(|moment| *moment > saved)
            .count()
    }

    /// Notes that everything is in a file.
    pub(super) fn set_saved(&self, moment: Moment) {
        self.saved.set(moment);
        storage::keep(
            &[SAVED_NAME, self.key.borrow().as_str()].concat(),
            &moment.to_text(),
        );
    }

    /// Whether closing the page would lose changes.
    pub(super) fn would_lose(&self) -> bool {
        let is_kept = *self.storage.borrow() == Storage::Kept;
        !is_kept && self.n_unsaved() > 0
    }

    /// Keeps at once what waits, because the page is put away.
    pub(super) fn put_away(&'static self, page: Page) {
        let is_hidden = document().is_some_and(|document| document.hidden());
        if is_hidden && self.timer.get() != 0 {
            self.keep(page);
        }
    }
}

/// Listens to an event of an object for as long as the page lives.
pub(super) fn listen_to(
    object: Option<&web_sys::EventTarget>,
    name: &str,
    hear: impl Fn(web_sys::Event) + 'static,
) {
    let hear = Closure::<dyn Fn(web_sys::Event)>::new(hear).into_js_value();
    if let Some(object) = object {
        let _ = object.add_event_listener_with_callback(name, hear.unchecked_ref());
    }
}

/// Asks the browser to ask the reader whether to leave.
pub(super) fn ask_before_leaving(event: &web_sys::Event) {
    event.prevent_default();
    let _ = js_sys::Reflect::set(
        event,
        &JsValue::from_str("returnValue"),
        &JsValue::from_str(""),
    );
}
