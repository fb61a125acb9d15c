//! What `intake.js` calls. Errors are sentences for the reader.

#![allow(
    clippy::missing_errors_doc,
    reason = "the script shows whatever sentence comes"
)]

use std::cell::RefCell;

use corpus::Source;
use index::Index;
use publication::interface::Interface;
use publication::{Intake, Module, PageError, Parts, Publication, single_page};
use wasm_bindgen::prelude::*;

use crate::reader::{self, Beside};
use crate::{Collection, Finishing, Report, Taken, handover};

thread_local! {
    static BESIDE: RefCell<(Vec<Source>, Beside)> = RefCell::default();
    static COLLECTION: RefCell<Collection> = RefCell::default();
    static FINISHING: RefCell<Option<Finishing>> = const { RefCell::new(None) };
}

/// Tells what a file is by its name: "text", "beside" or "other".
#[wasm_bindgen]
pub fn intake_role(name: &str) -> String {
    match name {
        name if reader::is_beside(name) => "beside",
        name if reader::is_text(name) => "text",
        _ => "other",
    }
    .to_owned()
}

/// Both roles: knows from now on what a file of settings or metadata says. Returns a report on it.
#[wasm_bindgen]
pub fn intake_beside(name: String, bytes: Vec<u8>) -> String {
    BESIDE.with_borrow_mut(|(sources, beside)| {
        sources.retain(|source| source.name != name);
        sources.push(Source { name, bytes });
        *beside = Beside::of(sources);
        let of_it = |problem: &&corpus::Problem| {
            Some(problem.file.as_str()) == sources.last().map(|s| s.name.as_str())
        };
        Report {
            n_documents: 0,
            n_words: 0,
            problems: beside.problems().iter().filter(of_it).cloned().collect(),
        }
        .to_json()
    })
}

/// Both roles: forgets what the files of these names say.
#[wasm_bindgen]
pub fn intake_forget(names: Vec<String>) {
    BESIDE.with_borrow_mut(|(sources, beside)| {
        sources.retain(|source| !names.contains(&source.name));
        *beside = Beside::of(sources);
    });
}

/// The keeper's role: the title that the settings give; empty where they give none.
#[wasm_bindgen]
pub fn intake_title() -> String {
    BESIDE.with_borrow(|(_, beside)| beside.title().unwrap_or_default().to_owned())
}

/// The reader's role: reads one file. `lost` are the stretches of the work that this file is known not to survive,
/// see [`intake_stretch`].
#[wasm_bindgen]
pub fn intake_read(name: &str, bytes: Vec<u8>, lost: &[u32]) -> Vec<u8> {
    readers::leave_out(lost);
    BESIDE.with_borrow(|(_, beside)| handover::write(&reader::read(name, bytes, beside)))
}

/// The reader's role: where the module has stopped, the stretch that has to be left out for the file to be read on;
/// 0 where there is none.
#[wasm_bindgen]
pub fn intake_stretch() -> u32 {
    readers::stretch()
}

/// The keeper's role: keeps what was read of a file, and returns a report.
#[wasm_bindgen]
pub fn intake_add(key: u32, name: &str, reading: &[u8]) -> Result<String, String> {
    let reading = handover::read(reading).ok_or("the file was not handed over whole")?;
    let report = Report::of(&reading);
    COLLECTION
        .with_borrow_mut(|collection| collection.add(key, name, reading))
        .map_err(|error| error.to_string())?;
    Ok(report.to_json())
}

/// The keeper's role: a report on a file that was given up.
#[wasm_bindgen]
pub fn intake_given_up(name: &str, is_slow: bool) -> String {
    Report::of(&reader::given_up(name, is_slow)).to_json()
}

/// The keeper's role: forgets a file.
#[wasm_bindgen]
pub fn intake_remove(key: u32) {
    COLLECTION.with_borrow_mut(|collection| collection.remove(key));
}

/// The keeper's role: takes over the documents of an index.
#[wasm_bindgen]
pub fn intake_take_over(index: Vec<u8>) -> Result<(), String> {
    COLLECTION
        .with_borrow_mut(|collection| collection.take_over(index))
        .map_err(|error| error.to_string())
}

/// The keeper's role: begins an index of the own documents, or of those taken over and the own.
#[wasm_bindgen]
pub fn intake_begin(title: &str, with_taken_over: bool) -> Result<(), String> {
    let taken = if with_taken_over {
        Taken::Both
    } else {
        Taken::Own
    };
    let begun = COLLECTION.with_borrow(|collection| {
        BESIDE
            .with_borrow(|(_, beside)| Finishing::new(collection, title, taken, beside.authority()))
    });
    FINISHING.set(Some(begun.map_err(|error| error.to_string())?));
    Ok(())
}

/// The keeper's role: does a part of the work; returns how many hundredths are done, 101 where only
/// [`intake_finish`] is left.
#[wasm_bindgen]
pub fn intake_step() -> u32 {
    FINISHING.with_borrow_mut(|finishing| {
        let finishing = finishing.as_mut();
        finishing.map_or(101, |finishing| match finishing.step() {
            true => finishing.progress(),
            false => 101,
        })
    })
}

/// The keeper's role: returns the index that was begun.
#[wasm_bindgen]
pub fn intake_finish() -> Result<Vec<u8>, String> {
    let finishing = FINISHING.take().ok_or("no index was begun")?;
    finishing.finish().map_err(|error| error.to_string())
}

/// The project's `index.html`: a running page has become another.
const MARKUP: &str = include_str!("../../../index.html");

/// The keeper's role: returns the page of an index, with the parts of the page that asks. Each module is either
/// packed, as it stands in a page, or else plain.
#[wasm_bindgen]
#[expect(
    clippy::too_many_arguments,
    reason = "each is a part of a page; an object would need code to read it"
)]
pub fn intake_page(
    title: &str,
    index: Vec<u8>,
    boot: &str,
    glue: &str,
    style: &str,
    program_packed: &str,
    program: &[u8],
    intake_script: &str,
    intake_packed: &str,
    intake: &[u8],
) -> Result<Vec<u8>, String> {
    let index = Index::open(index.into()).map_err(|error| error.to_string())?;
    let parts = Parts {
        markup: MARKUP,
        boot,
        glue,
        style,
        program: module(program_packed, program),
        intake: Some(Intake {
            script: intake_script,
            module: module(intake_packed, intake),
        }),
    };
    let publication = Publication {
        index: &index,
        layers: &[],
        title,
        url: None,
        interface: Interface::of(&index),
    };
    let mut page = Vec::new();
    let written: Result<(), PageError> = single_page(&parts, &publication, &mut page, &mut |_| {});
    written.map_err(|error| error.to_string())?;
    Ok(page)
}

fn module<'m>(packed: &'m str, plain: &'m [u8]) -> Module<'m> {
    if packed.is_empty() {
        Module::Plain(plain)
    } else {
        Module::Packed(packed)
    }
}
