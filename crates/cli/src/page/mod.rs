//! Making pages: the compiled shell and an index become one HTML file or a folder to host.

mod address;
mod content_policy;
mod head;
mod hosted;
mod interface;
mod offline;
mod pages;
mod publication;
mod shell;
mod single;
mod template;
mod text;

pub(crate) use hosted::write_hosted;
pub(crate) use interface::Interface;
pub(crate) use publication::Publication;
pub(crate) use shell::Shell;
pub(crate) use single::{embedded_index, is_single_page, single_page, unpacked};
