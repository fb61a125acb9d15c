//! Which index to open: one that the page brings, else the one compiled in.

use engine::{OpenError, Opening, Parameters, Session};
use index::IndexBytes;
use std::cell::RefCell;

/// What `build.rs` made; empty in a shell without a corpus.
static COMPILED_IN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/index.bin"));

thread_local! {
    /// The index that is being opened; nothing before the first piece or step.
    static OPENING: RefCell<Option<Opening>> = const { RefCell::new(None) };
}

/// Takes the next bytes of the index that the page brings; even none say that there is one.
///
/// Returns how many hundredths have arrived, 0 as long as that is not known.
pub(crate) fn push(piece: &[u8]) -> u32 {
    OPENING.with_borrow_mut(|opening| {
        let opening = opening.get_or_insert_default();
        opening.push(piece);
        match opening.progress() {
            (arrived, Some(length)) => (arrived * 100 / length.max(1)) as u32,
            _ => 0,
        }
    })
}

/// Does a bounded part of the work of opening; false where nothing is left until more bytes come.
pub(crate) fn step() -> bool {
    OPENING.with_borrow_mut(|opening| match opening.as_mut() {
        Some(opening) => opening.step(),
        None if COMPILED_IN.is_empty() => false,
        None => opening
            .insert(Opening::whole(IndexBytes::from(COMPILED_IN)))
            .step(),
    })
}

/// Opens the index that this page is about; `None` for a page without one.
pub(crate) fn open() -> Option<Result<Session, OpenError>> {
    step();
    let opening = OPENING.take()?;
    let index = opening.finish();
    Some(index.map(|index| Session::over(index, Parameters::default())))
}
