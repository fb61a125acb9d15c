//! A reader's own files become an index: files of any format that [`readers`] knows, one at a time.
//!
//! Two roles share this crate, and in a browser each runs in a worker of its own. The *reader* turns one file
//! into a [`Reading`](corpus::Reading) ([`reader::read`]); a parser that does not survive a file takes no more
//! with it than that worker. The *keeper* holds what was read ([`Collection`]) and makes an index of it
//! ([`Finishing`]). Between them a reading travels as bytes ([`handover`]).
//!
//! In the page this is a wasm module of its own, loaded when somebody brings files: PDF and its like cost no
//! other reader a byte. `script/` beside this code (in the page: `intake.js`) starts the workers and speaks to
//! the page.
//!
//! ```
//! use intake::{Collection, Finishing, Taken};
//! use intake::reader::Beside;
//!
//! let reading = intake::reader::read("road.html", b"<p>The road was open.</p>".to_vec(), &Beside::default());
//! let mut collection = Collection::default();
//! collection.add(1, "road.html", reading)?;
//! let mut finishing = Finishing::new(&collection, "My texts", Taken::Own, &Default::default())?;
//! while finishing.step() {}
//! let index = index::Index::open(finishing.finish()?.into())?;
//! assert_eq!(index.documents().next().map(|view| view.text()), Some("The road was open."));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod collection;
mod finishing;
pub mod handover;
pub mod reader;
mod report;

#[cfg(target_arch = "wasm32")]
pub mod exports;

pub use collection::{Collection, CollectionError};
pub use finishing::{FinishError, Finishing, Taken};
pub use report::Report;
