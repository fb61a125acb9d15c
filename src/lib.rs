//! The page around the engine.
//!
//! What a reader sees is a function of the corpus and of one [`state::ViewState`], which the address bar
//! holds as a fragment. Everything that can be computed without a browser (addresses, sentences, the
//! structure of a text, every view) lives in plain modules that are tested on the host; the
//! modules that need a browser exist for wasm only.

pub mod interface;
pub mod json;
pub mod markup;
pub mod reading;
pub mod results;
pub mod state;
pub mod text;
pub mod views;
pub mod wording;

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
mod corpus_source;
#[cfg(target_arch = "wasm32")]
mod engine_link;
#[cfg(target_arch = "wasm32")]
pub mod extension;
#[cfg(target_arch = "wasm32")]
pub mod page;
