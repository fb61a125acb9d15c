//! The reader's own files: brought, read in workers, searched, kept where asked, saved as a page.
//!
//! The work is done by a module of its own (`crates/intake`), which is loaded when somebody opens this view or
//! drops a file; here is what the reader sees of it.

pub mod view;
pub mod wording;

#[cfg(target_arch = "wasm32")]
mod bringing;
#[cfg(target_arch = "wasm32")]
mod intake;

#[cfg(target_arch = "wasm32")]
pub(crate) use bringing::Files;

/// What goes on with the reader's files, as `intake.js` tells it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnFiles {
    /// What is being done.
    pub phase: Phase,
    /// Hundredths of the index that is being made.
    pub progress: u32,
    /// What went wrong with all of it, as a sentence; empty where nothing did.
    pub message: String,
    /// What the settings among the files call the collection; empty where they say nothing.
    pub title: String,
    /// Files that are no texts, and were passed over.
    pub passed: u32,
    /// Files brought so far.
    pub total: u32,
    /// Of these, those that need no more work.
    pub done: u32,
    /// Of these, those that gave nothing.
    pub failed: u32,
    /// Documents read.
    pub documents: u32,
    /// Words read.
    pub words: u32,
    /// Whether the page shows exactly these files now.
    pub is_open: bool,
    /// Whether the page shows a corpus that the reader brought.
    pub is_own: bool,
    /// Whether workers are refused, so that the page reads by itself.
    pub is_slow: bool,
    /// What this browser keeps for this page.
    pub kept: Option<Kept>,
    /// The files, not more than can be shown; those with problems are among them.
    pub rows: Vec<FileRow>,
}

/// What is being done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Phase {
    /// Nothing.
    #[default]
    Idle,
    /// The module is loaded, folders are looked through.
    Looking,
    /// Files are read.
    Reading,
    /// An index is made.
    Making,
    /// The index is opened.
    Opening,
    /// A page is made.
    Saving,
}

/// A corpus that the browser keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its title.
    pub title: String,
    /// Its size.
    pub bytes: u32,
}

/// A file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRow {
    /// Its number; it keeps it.
    pub key: u32,
    /// Its path.
    pub name: String,
    /// What became of it.
    pub status: FileStatus,
    /// Documents that it gave.
    pub documents: u32,
    /// Their words.
    pub words: u32,
    /// What was noticed, the worst first.
    pub problems: Vec<FileProblem>,
    /// How many more problems there are.
    pub more: u32,
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileStatus {
    /// It waits for its turn.
    Waiting,
    /// It is being read.
    Reading,
    /// It was read.
    Read,
    /// It was read, but for something in it.
    Partly,
    /// It gave nothing.
    Failed,
    /// It is no text: what it says about the others is used.
    Used,
}

/// Something that was noticed in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileProblem {
    /// Whether something is lost.
    pub is_error: bool,
    /// Its line, 0 where none is known.
    pub line: u32,
    /// What was found.
    pub message: String,
    /// What to do; may be empty.
    pub hint: String,
}

/// What the reader has chosen for their files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// Title of their corpus; empty for the usual one.
    pub title: String,
    /// Whether the texts of the page are searched along.
    pub both: bool,
    /// Whether this browser keeps the corpus.
    pub keep: bool,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            title: String::new(),
            both: true,
            keep: false,
        }
    }
}
