//! What a reader keeps and cites: passages, notes, searches; and the comforts of reading.
//!
//! | module | holds |
//! |---|---|
//! | `text_map` | which bytes of a document's text the pieces of text in the page are |
//! | `citing` | a document's metadata as a work to cite, passages with their links |
//! | `finding` | words in the open document, letter by letter |
//! | `settings` | how texts are set |
//! | `passage_bar` | what can be done with a chosen passage |
//! | `reading_tools` | contents, find, settings, a second document, kept passages |
//! | `desk_view`, `coverage_view` | the desk; on it, what was read |
//! | `part`, `storage`, `selection` | the browser: events, IndexedDB, selections and highlights |

pub mod citing;
mod coverage_view;
pub mod desk_view;
pub mod finding;
#[cfg(target_arch = "wasm32")]
pub(crate) mod part;
pub mod passage_bar;
pub mod reading_tools;
#[cfg(target_arch = "wasm32")]
mod selection;
pub mod settings;
#[cfg(target_arch = "wasm32")]
mod storage;
pub mod text_map;
