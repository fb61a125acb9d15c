//! Tokens become bytes, and bytes become cursors: the compact full-text index.
//!
//! [`IndexBuilder`] takes documents and returns one contiguous byte string; [`Index`] opens it in place.
//! The bytes are specified in `docs/FORMAT.md`. The same documents in the same order give the same
//! bytes, on every machine.
//!
//! # Example
//!
//! ```
//! use corpus::{Block, BlockKind, ByteSpan, Document};
//! use index::{BuildOptions, DocumentWords, Index, IndexBuilder};
//!
//! let text = "The bridge at Rastan was held for a day.";
//! let document = Document {
//!     id: "rastan".into(),
//!     title: "The bridge".into(),
//!     text: text.into(),
//!     blocks: vec![Block { kind: BlockKind::Paragraph, span: ByteSpan::new(0, text.len() as u32) }],
//!     ..Document::default()
//! };
//! let mut builder = IndexBuilder::new(BuildOptions::default());
//! builder.add(&document);
//! let bytes = builder.finish()?;
//!
//! let index = Index::open(bytes.into())?;
//! let bridge = index.term_id("bridge").expect("a word of the text");
//! let mut postings = index.postings(bridge);
//! let document = index.document(postings.doc());
//! assert_eq!(document.id(), "rastan");
//! let (mut units, mut positions) = (Vec::new(), Vec::new());
//! postings.units(&mut units);
//! let (mut words, key) = (DocumentWords::default(), index.word_key(bridge));
//! for unit in units {
//!     words.positions(document, &key, unit, &mut positions);
//! }
//! assert_eq!(positions, [1, 4], "once in the title, once in the text");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

// A slice that may panic brings five kilobytes of error message into the page.
#![cfg_attr(not(test), warn(clippy::string_slice))]

mod arrival;
mod build;
mod checksum;
mod days;
mod documents;
mod error;
mod fields;
mod format;
mod ids;
mod index;
mod index_bytes;
mod layers;
mod open;
mod postings;
mod space_usage;
mod stages;
mod terms;
mod varint;
mod words;

pub use build::{BuildOptions, COMPLETED_TEXT_BYTES, IndexBuilder, StoredPostings, TermTable};
pub use calendar::{DayNumber, days_in_month};
pub use days::day_range;
pub use documents::{AverageLengths, BlockEntry, DocumentView, FieldLengths};
pub use error::{BuildError, OpenError, Place};
pub use fields::FieldView;
pub use format::{FORMAT_VERSION, MAGIC, Tag};
pub use ids::{DocId, TermId};
pub use index::Index;
pub use index_bytes::{IndexBytes, Slice};
pub use layers::{LayerError, LayerFile, LayerFileError, layer_file, with_layers};
pub use open::Opening;
pub use postings::{BLOCK_DOCUMENTS, BlockBound, FieldFrequencies, Postings};
pub use space_usage::SpaceUsage;
pub use words::{DocumentWords, WordKey};
