//! Texts leave the page where the reader wants them: as a file, or in the clipboard.

use crate::wording;
use vademecum_page::app::Page;
use vademecum_page::browser::{document, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// Saves a text as a file of this name. False where the browser refuses.
pub(crate) fn save(name: &str, media_type: &str, text: &str) -> bool {
    try_save(name, media_type, text).is_some()
}

fn try_save(name: &str, media_type: &str, text: &str) -> Option<()> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link = document()?.create_element("a").ok()?;
    link.set_attribute("href", &address).ok()?;
    link.set_attribute("download", name).ok()?;
    link.unchecked_ref::<HtmlElement>().click();
    // The browser has taken the bytes when the click returns.
    Url::revoke_object_url(&address).ok()
}

/// Saves a text as a file of this name, and says whether that worked.
pub(crate) fn save_and_say(page: Page, name: &str, media_type: &str, text: &str) {
    page.say(if save(name, media_type, text) {
        &wording::SAVED
    } else {
        &wording::NOT_SAVED
    });
}

/// Copies a text to the clipboard, and says whether that worked.
pub(crate) fn copy_and_say(page: Page, text: &str) {
    copy(text, Box::new(move |is_copied| page.say(copied(is_copied))));
}

/// Says whether a text was copied.
fn copied(is_copied: bool) -> &'static str {
    if is_copied {
        wording::COPIED.words()
    } else {
        wording::NOT_COPIED.words()
    }
}

/// Copies a text to the clipboard; `heard` gets whether that worked, once it is known.
pub(crate) fn copy(text: &str, heard: Box<dyn Fn(bool)>) {
    let navigator = window().map(|window| window.navigator());
    let clipboard = navigator.map(|navigator| navigator.clipboard());
    // A page that is not a secure context has no clipboard.
    let Some(clipboard) = clipboard.filter(|clipboard| !clipboard.is_undefined()) else {
        return heard(false);
    };
    let answer =
        Closure::<dyn FnMut(JsValue)>::new(move |what: JsValue| heard(what.is_undefined()));
    // Resolves to nothing, and is refused with a reason.
    let _ = clipboard.write_text(text).then2(&answer, &answer);
    answer.forget();
}
