//! Stand-off layers: what a text says of days, names and voices, as spans with reasons.
//!
//! A layer never changes a text. Every item has a [`corpus::ByteSpan`] in the document's plain text,
//! the rule that found it and a confidence, so that a reader can check it against its sentence.
//! Nothing is guessed: what a text does not give stays open.
//!
//! | module | holds |
//! |---|---|
//! | [`days`] | dates and times mentioned, resolved to EDTF where the text allows it |
//! | [`names`] | people, places, organisations and groups, with their variants joined |
//! | [`voices`] | quotations, direct and reported, with their speakers |
//! | [`layers`] | all of them for a corpus, as sections of an index |
//! | [`accounts`] | passages of different documents that tell one moment, and where they differ |

#[macro_use]
mod named;

pub mod accounts;
pub mod days;
mod given_names;
pub mod layers;
pub mod names;
mod varint;
pub mod voices;
