//! A corpus and the compiled page become what is published.
//!
//! Shared by the command, which writes files and folders, and by a page that saves a reader's own files as a page:
//! for the same index and the same parts both give the same bytes ([`single_page`]). What stands in a page before
//! its program runs ([`contents`]), what search engines and catalogues read ([`head`]), the content security
//! policies and the addresses are here; reading and writing files is not.

pub mod address;
pub mod content_policy;
pub mod contents;
pub mod head;
pub mod interface;
mod parts;
mod single;
pub mod template;
pub mod text;

pub use contents::Publication;
pub use parts::{Intake, Module, Parts};
pub use single::{
    DamagedPage, PageError, embedded_index, gzip, is_single_page, single_page, unpacked,
};
