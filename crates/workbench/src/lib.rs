//! The page with everything: the same app as the root package, extended by what a first answer does not
//! wait for. It is loaded when a reader first asks for it, and takes the place of the smaller page; in a
//! single file it is the only program.
//!
//! Each part is an [`Extension`](vademecum_page::extension::Extension): it answers requests, fills the views
//! that are its own and changes those that are not. What needs no browser is tested on the host.

pub mod files;
pub mod finding;
pub mod interface;
pub mod keeping;
pub mod scores;
pub mod sheets;
pub mod utf16;
pub mod wording;

#[cfg(target_arch = "wasm32")]
mod asking;
#[cfg(target_arch = "wasm32")]
mod explorations;
#[cfg(target_arch = "wasm32")]
mod focus;
#[cfg(target_arch = "wasm32")]
mod helping;
#[cfg(target_arch = "wasm32")]
pub mod layers;
#[cfg(target_arch = "wasm32")]
mod narrowing;
#[cfg(target_arch = "wasm32")]
pub mod parts;
#[cfg(target_arch = "wasm32")]
mod passing;
#[cfg(target_arch = "wasm32")]
mod strips;
#[cfg(target_arch = "wasm32")]
mod suggesting;
#[cfg(target_arch = "wasm32")]
mod taking;

pub(crate) use vademecum_page::{json, markup, reading, state, text};
