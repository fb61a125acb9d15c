//! The front door: a [`Session`] answers [`protocol::Request`]s over one index.
//!
//! The page, the command line and the tests all come through here. Nothing in this crate
//! knows files, browsers or clocks.
//!
//! # Example
//!
//! ```
//! use corpus::{ReadOptions, Source};
//! use index::{BuildOptions, IndexBuilder};
//! use protocol::{Reply, Request, SearchRequest};
//!
//! let source = Source { name: "rastan.txt".into(), bytes: b"The bridge at Rastan was held for a day.".to_vec() };
//! let mut builder = IndexBuilder::new(BuildOptions::default());
//! corpus::read(&source, &ReadOptions::default()).documents.iter().for_each(|document| builder.add(document));
//!
//! let session = engine::Session::open(builder.finish()?.into())?;
//! let request = SearchRequest { query: "bridges".into(), limit: 10, passages: 1, ..SearchRequest::default() };
//! let Reply::Search(answer) = session.answer(&Request::Search(request)) else { panic!("a search is answered") };
//! assert_eq!(answer.hits[0].id, "rastan");
//! assert_eq!(answer.hits[0].passages[0].marks, [[4, 10]]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

// A slice that may panic brings five kilobytes of error message into the page.
#![cfg_attr(not(test), warn(clippy::string_slice))]

mod accounts;
mod batch;
mod breakdown;
mod certificate;
mod deciding;
mod document;
mod documents;
mod layers;
mod linguistics;
mod making;
mod mentions;
mod names;
mod reading;
mod searches;
mod session;
mod suggestions;
mod timeline;
mod voices;

pub use document::document;
pub use index::{IndexBytes, OpenError, Opening};
pub use making::needs_layers;
pub use search::{Explanation, Parameters};
pub use searches::HitPlaces;
pub use session::Session;
