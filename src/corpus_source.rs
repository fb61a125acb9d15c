//! Which index to open: one that stands in the page, else the one compiled in.

use crate::browser;
use index::IndexBytes;

/// What `build.rs` made; empty in a shell without a corpus.
static COMPILED_IN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/index.bin"));

/// Returns the index that this page is about, or `None` for a page without one.
///
/// The start script (`src/boot.js`) finds and unpacks the index of a packed page; it is taken over from
/// there, so that it is held once.
pub(crate) fn index_bytes() -> Option<IndexBytes> {
    if let Some(bytes) = browser::take_index() {
        return Some(IndexBytes::from(bytes));
    }
    (!COMPILED_IN.is_empty()).then(|| IndexBytes::from(COMPILED_IN))
}
