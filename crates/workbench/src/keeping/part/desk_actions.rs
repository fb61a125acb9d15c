//! What the reader presses and chooses on the desk.

use super::actions::random;
use super::reading::{public_address, shared_address};
use super::{Keeping, now, opened};
use crate::keeping::citing::{self, file_name};
use crate::keeping::desk_view::{self, DeskScreen, Storage};
use crate::state::Place;
use crate::{taking, wording};
use citation::Form;
use desk::dossier::{self, Excerpt};
use desk::{Desk, SavedSearch, id_of};
use std::collections::BTreeMap;
use vademecum_page::app::Page;
use vademecum_page::browser::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlInputElement};

impl Keeping {
    pub(super) fn press_on_desk(&'static self, page: Page, action: &str, value: &str) -> bool {
        match action {
            "save-desk" => self.save(page),
            "dossier" => self.take_dossier(page, value),
            "print-desk" => {
                if let Some(window) = window() {
                    let _ = window.print();
                }
            }
            "copy-kept" => self.copy_kept(page, value),
            "remove-kept" => {
                self.desk.borrow_mut().remove(value, now());
                self.changed(page);
                page.say(&wording::MARK_REMOVED);
            }
            "keep-search" => self.keep_search(page),
            "remove-search" => {
                self.desk.borrow_mut().remove(value, now());
                self.changed(page);
                page.say(&wording::SEARCH_REMOVED);
            }
            _ => return false,
        }
        true
    }

    pub(super) fn choose_on_desk(&'static self, page: Page, field: &Element, value: &str) -> bool {
        if let Some(key) = field.get_attribute("data-desk-option") {
            page.change(page.screen().state.with_option(&key, value.trim()));
        } else if let Some(id) = field.get_attribute("data-search-name") {
            let name = value.trim();
            let mut desk = self.desk.borrow_mut();
            if let (Some(search), false) = (desk.searches.get_mut(&id), name.is_empty()) {
                search.name = name.to_owned();
                search.modified = now().max(desk::Moment(search.modified.0 + 1));
            }
            drop(desk);
            self.changed(page);
        } else if field.has_attribute("data-load-desk") {
            self.load(page, field.unchecked_ref());
        } else {
            return false;
        }
        true
    }

    /// Saves the desk as a file.
    fn save(&self, page: Page) {
        let moment = now();
        let text = self.desk.borrow().to_json(moment);
        let name = file_name(
            &page.library().corpus.title,
            "desk",
            &moment.to_day(),
            "json",
        );
        let is_saved = taking::save(&name, "application/ld+json", &text);
        if is_saved {
            self.set_saved(moment);
        }
        page.refresh();
        page.say(if is_saved {
            &wording::DESK_SAVED
        } else {
            &wording::DESK_NOT_SAVED
        });
    }

    /// Loads a file into the desk.
    fn load(&'static self, page: Page, field: &HtmlInputElement) {
        let Some(file) = field.files().and_then(|files| files.get(0)) else {
            return;
        };
        let name = file.name();
        let read = Closure::once_into_js(move |text: JsValue| {
            let text = text.as_string().unwrap_or_default();
            self.take_file(page, &name, &text);
        });
        let name = file.name();
        let failed = Closure::once_into_js(move |_: JsValue| {
            self.tell(page, wording::not_loaded(&name, &wording::FILE_UNREADABLE));
        });
        let text: js_sys::Promise = file.text().unchecked_into();
        let promise: JsValue = text.into();
        let then = js_sys::Reflect::get(&promise, &JsValue::from_str("then"));
        if let Some(then) = then
            .ok()
            .and_then(|then| then.dyn_into::<js_sys::Function>().ok())
        {
            let _ = then.call2(&promise, &read, &failed);
        }
        // So that the same file can be chosen again.
        field.set_value("");
    }

    fn take_file(&'static self, page: Page, name: &str, text: &str) {
        match Desk::of_json(text) {
            Ok(loaded) => {
                let mut desk = self.desk.borrow_mut();
                let news = desk.news_of(&loaded.desk);
                desk.merge(&loaded.desk);
                drop(desk);
                self.changed(page);
                let told = wording::loaded(
                    news.n_new,
                    news.n_changed,
                    news.n_removed,
                    loaded.skipped.len(),
                );
                self.tell(page, told);
            }
            Err(error) => self.tell(page, wording::not_loaded(name, &error.to_string())),
        }
    }

    /// Tells what the last action brought, on the desk and in words.
    fn tell(&self, page: Page, told: String) {
        page.say(&told);
        self.message.replace(told);
        page.refresh();
    }

    /// Returns the marks that the desk shows, as a dossier has them.
    fn excerpts(&self, page: Page) -> Vec<Excerpt> {
        let desk = self.desk.borrow();
        let state = page.screen().state;
        let view = DeskScreen {
            desk: &desk,
            standings: &self.standings.borrow(),
            read: &BTreeMap::new(),
            people: &[],
            storage: &Storage::Kept,
            n_unsaved: 0,
            message: "",
        };
        let (address, collection) = (shared_address(), &page.library().corpus.title);
        let mut excerpts = Vec::new();
        for group in desk_view::groups(
            &view,
            page.library(),
            state.option("find"),
            state.option("list"),
        ) {
            let record = opened(page, group.document);
            for (_, mark) in group.marks {
                excerpts.push(citing::excerpt(
                    mark,
                    record.as_deref(),
                    &address,
                    collection,
                ));
            }
        }
        excerpts
    }

    fn take_dossier(&self, page: Page, form: &str) {
        let excerpts = self.excerpts(page);
        let title = wording::dossier_title(&page.library().corpus.title);
        let labels = wording::dossier_labels();
        let (media_type, text) = match form {
            "md" => (
                "text/markdown",
                dossier::markdown(&title, &excerpts, &labels),
            ),
            "html" => ("text/html", dossier::html(&title, &excerpts, &labels)),
            _ => ("text/csv", dossier::csv(&excerpts)),
        };
        let name = file_name(
            &page.library().corpus.title,
            "dossier",
            &now().to_day(),
            form,
        );
        taking::save_and_say(page, &name, media_type, &text);
    }

    fn copy_kept(&self, page: Page, id: &str) {
        let desk = self.desk.borrow();
        let Some(mark) = desk.marks.get(id) else {
            return;
        };
        let record = opened(page, &mark.target.document);
        let collection = &page.library().corpus.title;
        let excerpt = citing::excerpt(mark, record.as_deref(), &public_address(), collection);
        let text = Form::Text.write(&excerpt.work, Some(&excerpt.passage));
        taking::copy_and_say(page, &text, &wording::QUOTATION_COPIED);
    }

    /// Keeps the search that the address holds.
    fn keep_search(&'static self, page: Page) {
        let state = page.screen().state.at(Place::Search);
        let address = state.to_fragment().trim_start_matches('#').to_owned();
        let mut desk = self.desk.borrow_mut();
        let is_known = desk.searches.values().any(|known| known.address == address);
        if !is_known {
            let values = state.filters.iter().flat_map(|filter| &filter.values);
            let values: Vec<&str> = values.map(String::as_str).collect();
            let name = [state.query.trim(), &values.join(", ")].join(" ");
            let search = SavedSearch {
                modified: now(),
                created: now(),
                name: name.trim().to_owned(),
                address,
            };
            desk.searches.insert(id_of(random()), search);
        }
        drop(desk);
        self.changed(page);
        page.say(&wording::SEARCH_KEPT);
    }
}
