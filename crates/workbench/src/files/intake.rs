//! `intake.js`: how it gets into the page, and what it tells.

use super::{FileProblem, FileRow, FileStatus, Kept, OwnFiles, Phase};
use js_sys::{Array, Reflect};
use vademecum_page::browser::{by_id, document};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    /// What `intake.js` sets in the window.
    pub(super) type Intake;

    /// Hears what goes on; `corpus` gives a copy of the index that is open.
    #[wasm_bindgen(method)]
    pub(super) fn listen(this: &Intake, hear: &JsValue, corpus: &JsValue);
    #[wasm_bindgen(method)]
    pub(super) fn bring(this: &Intake, entries: &Array, files: &Array);
    #[wasm_bindgen(method)]
    pub(super) fn cancel(this: &Intake);
    #[wasm_bindgen(method)]
    pub(super) fn remove(this: &Intake, key: u32);
    #[wasm_bindgen(method)]
    pub(super) fn clear(this: &Intake);
    #[wasm_bindgen(method)]
    pub(super) fn search(this: &Intake, title: &str, both: bool, keep: bool);
    #[wasm_bindgen(method)]
    pub(super) fn save(this: &Intake, title: &str, both: bool);
    #[wasm_bindgen(method, js_name = openKept)]
    pub(super) fn open_kept(this: &Intake);
    #[wasm_bindgen(method)]
    pub(super) fn forget(this: &Intake);
}

/// Returns the script's object where it is in the page.
pub(super) fn intake() -> Option<Intake> {
    let window = vademecum_page::browser::window()?;
    let found = Reflect::get(&window, &JsValue::from_str("vademecumFiles")).ok()?;
    (!found.is_undefined()).then(|| found.unchecked_into())
}

/// Puts the script into the page; `loaded` hears whether it is there. A page may be made without it.
pub(super) fn load(loaded: Box<dyn FnOnce(bool)>) {
    let is_asked = try_load(loaded);
    if let Err(loaded) = is_asked {
        loaded(false);
    }
}

fn try_load(loaded: Box<dyn FnOnce(bool)>) -> Result<(), Box<dyn FnOnce(bool)>> {
    let script = document().and_then(|document| {
        let script = document.create_element("script").ok()?;
        Some((document.head()?, script))
    });
    let (Some((head, script)), Some(part)) = (script, by_id("vademecum-intake")) else {
        return Err(loaded);
    };
    if let Some(inside) = by_id("vademecum-intake-script") {
        script.set_text_content(inside.text_content().as_deref());
        let _ = head.append_child(&script);
        loaded(intake().is_some());
        return Ok(());
    }
    let of_part = |name: &str| part.get_attribute(name).unwrap_or_default();
    let hash = of_part("data-script-hash");
    if !hash.is_empty() {
        let _ = script.set_attribute("integrity", &hash);
    }
    let _ = script.set_attribute("src", &of_part("data-script"));
    let script: HtmlElement = script.unchecked_into();
    let heard = Closure::once_into_js(move || loaded(intake().is_some()));
    let heard = heard.unchecked_ref();
    script.set_onload(Some(heard));
    script.set_onerror(Some(heard));
    let _ = head.append_child(&script);
    Ok(())
}

/// Returns what the script tells.
pub(super) fn told(from: &JsValue) -> OwnFiles {
    let rows: Array = get(from, "rows").into();
    OwnFiles {
        phase: match text(from, "phase").as_str() {
            "looking" => Phase::Looking,
            "reading" => Phase::Reading,
            "making" => Phase::Making,
            "opening" => Phase::Opening,
            "saving" => Phase::Saving,
            _ => Phase::Idle,
        },
        progress: number(from, "progress"),
        message: text(from, "message"),
        title: text(from, "title"),
        passed: number(from, "passed"),
        total: number(from, "total"),
        done: number(from, "done"),
        failed: number(from, "failed"),
        documents: number(from, "documents"),
        words: number(from, "words"),
        is_open: get(from, "isOpen").is_truthy(),
        is_own: get(from, "isOwn").is_truthy(),
        is_slow: get(from, "isSlow").is_truthy(),
        kept: Some(get(from, "kept"))
            .filter(JsValue::is_object)
            .map(|kept| Kept {
                title: text(&kept, "title"),
                bytes: number(&kept, "bytes"),
            }),
        rows: rows.iter().map(|row| file(&row)).collect(),
    }
}

fn file(from: &JsValue) -> FileRow {
    let problems: Array = get(from, "problems").into();
    FileRow {
        key: number(from, "key"),
        name: text(from, "name"),
        status: match text(from, "status").as_str() {
            "waiting" => FileStatus::Waiting,
            "reading" => FileStatus::Reading,
            "partly" => FileStatus::Partly,
            "failed" => FileStatus::Failed,
            "used" => FileStatus::Used,
            _ => FileStatus::Read,
        },
        documents: number(from, "documents"),
        words: number(from, "words"),
        problems: problems
            .iter()
            .map(|problem| self::problem(&problem))
            .collect(),
        more: number(from, "more"),
    }
}

fn problem(from: &JsValue) -> FileProblem {
    FileProblem {
        is_error: text(from, "severity") == "error",
        line: number(from, "line"),
        message: text(from, "message"),
        hint: text(from, "hint"),
    }
}

fn get(from: &JsValue, name: &str) -> JsValue {
    Reflect::get(from, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

fn text(from: &JsValue, name: &str) -> String {
    get(from, name).as_string().unwrap_or_default()
}

fn number(from: &JsValue, name: &str) -> u32 {
    get(from, name).as_f64().unwrap_or(0.0) as u32
}
