//! The browser's storage for one desk: one text under the corpus's title, in `IndexedDB`.
//!
//! Every refusal is told as one of two things that a reader can act on: nothing is kept, or there is no room.

use std::cell::RefCell;
use std::rc::Rc;
use vademecum_page::browser::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    DomException, IdbDatabase, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode,
};

const DATABASE: &str = "vademecum";
const DESKS: &str = "desks";

/// Why nothing is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// The browser gives this page no storage.
    Blocked,
    /// There is no room.
    Full,
}

/// What is done once an answer is there.
pub(super) type Then<T> = Box<dyn FnOnce(T)>;

/// The place of one desk.
#[derive(Debug, Clone)]
pub(super) struct Drawer {
    database: IdbDatabase,
    key: JsValue,
}

impl Drawer {
    /// Opens the place of this name.
    pub(super) fn open(key: &str, then: Then<Result<Self, Refusal>>) {
        let Some(request) = opening() else {
            return then(Err(Refusal::Blocked));
        };
        let made = request.clone();
        let make = Closure::once_into_js(move |_: JsValue| {
            if let Some(database) = made
                .result()
                .ok()
                .and_then(|it| it.dyn_into::<IdbDatabase>().ok())
            {
                let _ = database.create_object_store(DESKS);
            }
        });
        request.set_onupgradeneeded(Some(make.unchecked_ref()));
        let key = JsValue::from_str(key);
        answered(&request, move |answer| {
            let database =
                answer.and_then(|it| it.dyn_into::<IdbDatabase>().map_err(|_| Refusal::Blocked));
            then(database.map(|database| Self { database, key }));
        });
    }

    /// Replaces the text by what `change` makes of it, in one transaction, so that no other window comes between;
    /// nothing is written where it gives nothing.
    pub(super) fn change(
        &self,
        change: Box<dyn FnOnce(Option<String>) -> Option<String>>,
        then: Then<Result<(), Refusal>>,
    ) {
        match self.transaction() {
            Ok(transaction) => self.change_in(&transaction, change, then),
            Err(refusal) => then(Err(refusal)),
        }
    }

    fn transaction(&self) -> Result<IdbTransaction, Refusal> {
        let mode = IdbTransactionMode::Readwrite;
        let begun = self.database.transaction_with_str_and_mode(DESKS, mode);
        begun.map_err(|error| refusal(&error))
    }

    fn change_in(
        &self,
        transaction: &IdbTransaction,
        change: Box<dyn FnOnce(Option<String>) -> Option<String>>,
        then: Then<Result<(), Refusal>>,
    ) {
        let ended = transaction.clone();
        // Why the text could not be handed over, where the browser says so at once.
        let thrown: Rc<RefCell<Option<Refusal>>> = Rc::default();
        let told = thrown.clone();
        let end = Closure::once_into_js(move |_: JsValue| {
            let error = ended.error().map(|error| refusal(&error));
            then(match told.take().or(error) {
                Some(refusal) => Err(refusal),
                None => Ok(()),
            });
        });
        transaction.set_oncomplete(Some(end.unchecked_ref()));
        transaction.set_onabort(Some(end.unchecked_ref()));
        let key = self.key.clone();
        let transaction = transaction.clone();
        let Ok(store) = transaction.object_store(DESKS) else {
            let _ = transaction.abort();
            return;
        };
        let Ok(request) = store.get(&key) else {
            let _ = transaction.abort();
            return;
        };
        answered(&request, move |answer| {
            let kept = answer.ok().and_then(|text| text.as_string());
            let Some(text) = change(kept) else { return };
            if let Err(error) = store.put_with_key(&JsValue::from_str(&text), &key) {
                thrown.replace(Some(refusal(&error)));
                let _ = transaction.abort();
            }
        });
    }
}

/// Begins to open the database; nothing where the browser has none for this page, or refuses at once.
fn opening() -> Option<IdbOpenDbRequest> {
    window()?
        .indexed_db()
        .ok()
        .flatten()?
        .open_with_u32(DATABASE, 1)
        .ok()
}

/// Gives the answer of a request, whichever it is, once.
fn answered(request: &IdbRequest, then: impl FnOnce(Result<JsValue, Refusal>) + 'static) {
    let asked = request.clone();
    let hear = Closure::once_into_js(move |_: JsValue| {
        let error = asked.error().ok().flatten();
        then(match error {
            Some(error) => Err(refusal(&error)),
            None => asked.result().map_err(|error| refusal(&error)),
        });
    });
    request.set_onsuccess(Some(hear.unchecked_ref()));
    request.set_onerror(Some(hear.unchecked_ref()));
}

fn refusal(error: &JsValue) -> Refusal {
    let name = error.dyn_ref::<DomException>().map(DomException::name);
    match name.as_deref() {
        Some("QuotaExceededError") => Refusal::Full,
        _ => Refusal::Blocked,
    }
}

/// Returns a short text that the browser keeps under a name.
pub(super) fn kept(name: &str) -> Option<String> {
    let storage = window()?.local_storage().ok().flatten()?;
    storage.get_item(name).ok().flatten()
}

/// Keeps a short text under a name, where the browser allows it.
pub(super) fn keep(name: &str, text: &str) {
    let storage = window().and_then(|window| window.local_storage().ok().flatten());
    if let Some(storage) = storage {
        let _ = storage.set_item(name, text);
    }
}
