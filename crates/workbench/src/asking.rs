//! Questions whose first answer takes long: what they need is made in slices, between which the page lives.

use protocol::{Reply, Request};
use vademecum_page::app::Page;
use vademecum_page::browser::{now_ms, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Milliseconds of work after which the page may answer its reader.
const SLICE_MS: f64 = 12.0;

/// A question that may have to wait.
pub(crate) struct Asked {
    pub(crate) request: Request,
    /// Whether the answer is still wanted.
    pub(crate) is_wanted: Box<dyn Fn() -> bool>,
    /// Takes how much of what it needs is made, from 0 to 1.
    pub(crate) wait: Box<dyn Fn(f32)>,
    /// Takes the answer.
    pub(crate) take: Box<dyn FnOnce(Reply)>,
}

/// Asks at once where nothing is to be made before, and else when it is made.
pub(crate) fn ask(page: Page, asked: Asked) {
    let begun = now_ms();
    while let Some(share) = page.session().prepare(&asked.request) {
        if now_ms() - begun < SLICE_MS {
            continue;
        }
        (asked.wait)(share);
        return after(0, move || {
            if (asked.is_wanted)() {
                ask(page, asked);
            }
        });
    }
    page.ask(asked.request, asked.take);
}

/// Does something after a pause of so many milliseconds.
pub(crate) fn after(pause_ms: i32, act: impl FnOnce() + 'static) {
    let act = Closure::once_into_js(act);
    if let Some(window) = window() {
        let _ = window
            .set_timeout_with_callback_and_timeout_and_arguments_0(act.unchecked_ref(), pause_ms);
    }
}
