//! Days, names and quotations that came in a file of their own.

use engine::Session;
use protocol::{Reply, Request};
use std::cell::Cell;
use vademecum_page::extension::Extension;
use wasm_bindgen::prelude::*;

thread_local! {
    /// The file, or why it did not come, until the session takes it.
    static BROUGHT: Cell<Option<Result<Vec<u8>, String>>> = const { Cell::new(None) };
}

/// Takes the file's bytes, or the sentence that says why it did not come. For `src/boot.js`.
#[wasm_bindgen]
pub fn vademecum_layers(file: JsValue) {
    BROUGHT.set(Some(match file.dyn_into::<js_sys::Uint8Array>() {
        Ok(bytes) => Ok(bytes.to_vec()),
        Err(why) => Err(why.as_string().unwrap_or_default()),
    }));
}

/// Gives the file to the session before the first answer.
#[derive(Debug)]
pub(crate) struct BroughtLayers;

impl Extension for BroughtLayers {
    fn answer(&self, session: &Session, _: &Request) -> Option<Reply> {
        if let Some(file) = BROUGHT.take() {
            session.bring_layers(file);
        }
        None
    }
}
