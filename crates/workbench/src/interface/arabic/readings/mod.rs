//! What is said in Arabic about files that are read: the reader's own, an index, a desk.

mod collections;
mod kinds;
mod texts;

/// Messages of what reads files, by area.
pub(super) const READINGS: &[&[(&str, &str)]] = &[
    texts::VALUES,
    texts::FRONT_MATTER,
    texts::TEXTS,
    kinds::KINDS,
    kinds::OFFICE,
    kinds::PAGES,
    kinds::RECORDS,
    collections::SETTINGS,
    collections::NAMES,
    collections::BROUGHT,
    collections::INDEXES,
    collections::DESKS,
];
