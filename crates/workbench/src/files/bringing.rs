//! The reader brings files, and says what to do with them.

use super::intake::{Intake, intake, load, told};
use super::{Choices, OwnFiles, Phase, view, wording};
use crate::state::{Library, Place, View};
use js_sys::{Array, Uint8Array};
use std::cell::{Cell, RefCell};
use vademecum_page::app::Page;
use vademecum_page::browser::{document, press_or_choose, window};
use vademecum_page::extension::{Extension, Shown};
use vademecum_page::views::Screen;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, DragEvent, Element, Event, HtmlInputElement};

/// The reader's own files.
#[derive(Default)]
pub(crate) struct Files {
    /// The page that is shown; another one once another corpus is open.
    page: Cell<Option<Page>>,
    told: RefCell<OwnFiles>,
    choices: RefCell<Choices>,
    is_loading: Cell<bool>,
    is_listening: Cell<bool>,
    /// What was dropped before the script was there.
    waiting: RefCell<Vec<(Array, Array)>>,
}

impl Extension for Files {
    fn start(&'static self, page: Page) {
        self.page.set(Some(page));
        if self.is_listening.replace(true) {
            return;
        }
        let Some(window) = window() else { return };
        let hear = move |event: DragEvent| self.hear_drag(&event);
        let listener = Closure::<dyn Fn(DragEvent)>::new(hear).into_js_value();
        for name in ["dragover", "dragleave", "drop"] {
            let _ = window.add_event_listener_with_callback(name, listener.unchecked_ref());
        }
    }

    fn change(&'static self, _: Page, screen: &Screen) {
        if is_here(screen) {
            self.prepare();
        }
    }

    fn dress(&self, screen: &Screen, library: &Library, shown: &mut Shown) {
        let told = self.told.borrow();
        if told.is_own {
            let n_all = library.corpus.documents.len();
            shown.masthead.push(view::notice(&told, n_all));
            if screen.state.place == Place::Search {
                let hits = &screen.answer.record.hits;
                view::mark_own(hits, library, &mut shown.content);
            }
            if screen.state.place == Place::Search && shown.status.is_empty() {
                // Where there is no answer to tell: what was being done is over, and other texts are searched.
                shown.status = view::searched(&told, n_all);
            }
        }
        if is_here(screen) {
            shown.content = view::files(&told, &self.choices.borrow());
            shown.status = match told.phase {
                Phase::Idle if told.total > 0 => view::sum(&told),
                // Told once, not at every file.
                Phase::Reading => wording::FILES_READING.words().to_owned(),
                _ => view::doing(&told),
            };
        }
    }

    fn hear(&'static self, page: Page, event: &Event) -> bool {
        let press = |target: &Element| self.press(page, target);
        press_or_choose(event, &press, &|target| self.choose(page, target))
    }
}

fn is_here(screen: &Screen) -> bool {
    screen.state.place == Place::View(View::Files)
}

impl Files {
    /// Loads the script where it is not there yet.
    fn prepare(&'static self) {
        if intake().is_some() || self.is_loading.replace(true) {
            return;
        }
        load(Box::new(move |_| {
            self.is_loading.set(false);
            match intake() {
                Some(intake) => self.begin(&intake),
                None => {
                    let mut told = self.told.borrow_mut();
                    told.message = "left out".to_owned();
                    told.phase = Phase::Idle;
                    drop(told);
                    self.refresh();
                }
            }
        }));
    }

    fn begin(&'static self, intake: &Intake) {
        let hear = move |what: JsValue| {
            let before = self.told.replace(told(&what));
            self.refresh();
            self.say_saved(before.phase);
        };
        let hear = Closure::<dyn Fn(JsValue)>::new(hear).into_js_value();
        let corpus = move || {
            let page = self.page.get();
            let session = page.map(Page::session);
            session.map_or_else(
                || Uint8Array::new_with_length(0),
                |session| Uint8Array::from(session.index().as_bytes()),
            )
        };
        let corpus = Closure::<dyn Fn() -> Uint8Array>::new(corpus).into_js_value();
        intake.listen(&hear, &corpus);
        for (entries, files) in self.waiting.take() {
            intake.bring(&entries, &files);
        }
    }

    /// Says that the page is saved, where that was being done until now.
    fn say_saved(&self, before: Phase) {
        let told = self.told.borrow();
        let is_done =
            before == Phase::Saving && told.phase == Phase::Idle && told.message.is_empty();
        if let (true, Some(page)) = (is_done, self.page.get()) {
            page.say(&wording::files_saved(&self.title(&told)));
        }
    }

    /// Returns the title that the reader gives their collection, or the usual one.
    fn title(&self, told: &OwnFiles) -> String {
        let choices = self.choices.borrow();
        match choices.title.trim() {
            "" => view::usual_title(told).to_owned(),
            title => title.to_owned(),
        }
    }

    fn refresh(&self) {
        if let Some(page) = self.page.get() {
            page.refresh();
        }
    }

    /// Takes files, now or as soon as the script is there.
    fn bring(&'static self, entries: Array, files: Array) {
        match intake() {
            Some(intake) => intake.bring(&entries, &files),
            None => {
                self.waiting.borrow_mut().push((entries, files));
                self.prepare();
            }
        }
    }

    /// Files may be dropped anywhere; the view of them opens.
    fn hear_drag(&'static self, event: &DragEvent) {
        let (Some(page), Some(transfer)) = (self.page.get(), event.data_transfer()) else {
            return;
        };
        let has_files = transfer.types().includes(&JsValue::from_str("Files"), 0);
        if !has_files {
            return;
        }
        event.prevent_default();
        let root = document().and_then(|document| document.document_element());
        let Some(root) = root else { return };
        if event.type_() == "dragover" {
            let _ = root.set_attribute("data-dragging", "");
            return;
        }
        let _ = root.remove_attribute("data-dragging");
        if event.type_() == "drop" {
            let state = page.screen().state;
            if state.place != Place::View(View::Files) {
                page.go(state.at(Place::View(View::Files)));
            }
            let (entries, files) = dropped(&transfer);
            self.bring(entries, files);
        }
    }

    fn press(&'static self, page: Page, target: &Element) -> bool {
        let Ok(Some(pressed)) = target.closest("[data-do^='files-']") else {
            return false;
        };
        let action = pressed.get_attribute("data-do").unwrap_or_default();
        if action == "files-back" {
            return back();
        }
        let is_off = pressed.has_attribute("aria-disabled");
        let Some(intake) = intake().filter(|_| !is_off) else {
            return true;
        };
        let title = self.title(&self.told.borrow());
        let Choices { both, keep, .. } = *self.choices.borrow();
        match action.as_str() {
            "files-cancel" => intake.cancel(),
            "files-clear" => intake.clear(),
            "files-remove" => {
                let key = pressed.get_attribute("data-value");
                intake.remove(key.and_then(|key| key.parse().ok()).unwrap_or(0));
            }
            "files-search" => intake.search(&title, both, keep),
            "files-save" => intake.save(&title, both),
            "files-open-kept" => intake.open_kept(),
            "files-forget" => {
                intake.forget();
                page.say(&wording::FILES_FORGOTTEN);
            }
            _ => return false,
        }
        true
    }

    fn choose(&'static self, page: Page, target: &Element) -> bool {
        let Some(field) = target.dyn_ref::<HtmlInputElement>() else {
            return false;
        };
        if matches!(field.id().as_str(), "own-files" | "own-folder") {
            if let Some(files) = field.files() {
                self.bring(Array::new(), Array::from(&files));
            }
            // The same files can be chosen again.
            field.set_value("");
            return true;
        }
        let Some(name) = field.get_attribute("data-files") else {
            return false;
        };
        let mut choices = self.choices.borrow_mut();
        match name.as_str() {
            "title" => choices.title = field.value(),
            "both" => choices.both = field.checked(),
            "keep" => choices.keep = field.checked(),
            _ => return false,
        }
        drop(choices);
        page.refresh();
        true
    }
}

/// Returns what was dropped: folders and files as the browser's entries, or files where it has none.
///
/// To be called while the drop is being handled: afterwards the browser has forgotten it.
fn dropped(transfer: &DataTransfer) -> (Array, Array) {
    let (entries, files) = (Array::new(), Array::new());
    let items = transfer.items();
    for i in 0..items.length() {
        if let Some(item) = items.get(i)
            && let Ok(Some(entry)) = item.webkit_get_as_entry()
        {
            entries.push(&entry);
        }
    }
    if entries.length() == 0
        && let Some(list) = transfer.files()
    {
        for i in 0..list.length() {
            if let Some(file) = list.get(i) {
                files.push(&file);
            }
        }
    }
    (entries, files)
}

/// Goes back to the texts that the page brings: it opens anew.
fn back() -> bool {
    if let Some(window) = window() {
        let location = window.location();
        let _ = location.set_hash("#/");
        let _ = location.reload();
    }
    true
}
