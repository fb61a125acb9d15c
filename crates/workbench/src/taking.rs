//! Texts leave the page where the reader wants them: as a file, or in the clipboard.

use crate::wording;
use vademecum_page::app::Page;
use vademecum_page::browser::{document, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlDialogElement, HtmlElement, HtmlTextAreaElement, Url};

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

/// Copies a text to the clipboard and says `done`; where the browser refuses, the text lies selected over the page for
/// the reader's own hands.
pub(crate) fn copy_and_say(page: Page, text: &str, done: &'static str) {
    let refused = text.to_owned();
    let heard = move |is_copied| {
        if is_copied {
            page.say(done);
        } else {
            let _ = offer(&refused);
        }
    };
    copy(text, Box::new(heard));
}

/// Lays a text over the page, selected. A press on its button is heard as that of any other dialog.
fn offer(text: &str) -> Option<()> {
    let document = document()?;
    let made = |tag: &str, attributes: &[(&str, &str)]| {
        let element = document.create_element(tag).ok()?;
        for (name, value) in attributes {
            element.set_attribute(name, value).ok()?;
        }
        Some(element)
    };
    let rows = text.lines().count().clamp(3, 14).to_string();
    let over = made(
        "dialog",
        &[("class", "over"), ("aria-labelledby", "by-hand")],
    )?;
    let head = made("div", &[("class", "dialog-head")])?;
    let heading = made("h2", &[("id", "by-hand")])?;
    heading.set_text_content(Some(&wording::COPY_BY_HAND));
    let close = made("button", &[("class", "quiet"), ("data-do", "close-dialog")])?;
    close.set_text_content(Some(&wording::CLOSE));
    let how = made("p", &[])?;
    how.set_text_content(Some(&wording::COPY_SELECTED));
    let field = made(
        "textarea",
        &[
            ("readonly", ""),
            ("dir", "auto"),
            ("rows", &rows),
            ("aria-labelledby", "by-hand"),
        ],
    )?;
    field.set_text_content(Some(text));
    for (parent, child) in [
        (&head, &heading),
        (&head, &close),
        (&over, &head),
        (&over, &how),
        (&over, &field),
    ] {
        parent.append_child(child).ok()?;
    }
    document.body()?.append_child(&over).ok()?;
    let dialog: HtmlDialogElement = over.unchecked_into();
    let gone = dialog.clone();
    let remove = Closure::once_into_js(move || gone.remove());
    dialog
        .add_event_listener_with_callback("close", remove.unchecked_ref())
        .ok()?;
    dialog.show_modal().ok()?;
    field.unchecked_ref::<HtmlTextAreaElement>().select();
    Some(())
}

/// Copies a text to the clipboard; `heard` gets whether that worked, once it is known.
fn copy(text: &str, heard: Box<dyn Fn(bool)>) {
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
