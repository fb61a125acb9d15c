//! How much one file may cost. Each limit has a message; none is met by an honest file.

use std::time::Duration;

/// Largest file that is read.
pub(crate) const FILE_BYTES: usize = 512 << 20;
/// Largest part of a package (`document.xml`, a chapter) once unpacked.
pub(crate) const PART_BYTES: u64 = 192 << 20;
/// All parts of a package together, once unpacked.
pub(crate) const PACKAGE_BYTES: u64 = 512 << 20;
/// Elements in one XML part.
pub(crate) const XML_NODES: u32 = 20_000_000;
/// Levels of XML or HTML elements that are followed; what is nested deeper is read as one level.
pub(crate) const DEPTH: usize = 256;
/// Longest time for one file.
pub(crate) const TIME: Duration = Duration::from_secs(60);
/// Stack of the thread in which a file is read: parsers of others are recursive.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) const STACK_BYTES: usize = 64 << 20;
/// Most pages of one PDF.
pub(crate) const PDF_PAGES: usize = 20_000;
