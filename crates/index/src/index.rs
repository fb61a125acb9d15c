//! The open index.

use corpus::ByteSpan;

use crate::documents::{AverageLengths, DocumentEntry, Documents};
use crate::fields::Field;
use crate::format::Tag;
use crate::postings::{BLOCK_DOCUMENTS, Lists, Postings, TermEntry};
use crate::space_usage::SpaceUsage;
use crate::terms;
use crate::words::SharedHashes;
use crate::{DayNumber, DocId, DocumentView, FieldView, IndexBytes, Slice, TermId};
use std::ops::Range;

/// An index, checked once and then read in place.
///
/// Whatever bytes it was opened from, no method panics, loops without end or allocates more than in
/// proportion to those bytes.
pub struct Index {
    pub(crate) bytes: IndexBytes,
    pub(crate) version: u32,
    pub(crate) title: ByteSpan,
    pub(crate) documents: Documents,
    pub(crate) fields: Vec<Field>,
    pub(crate) terms: fst::Map<Slice>,
    pub(crate) postings: PostingLists,
    pub(crate) shared_hashes: SharedHashes,
    pub(crate) n_tokens: u64,
    pub(crate) average_lengths: AverageLengths,
    pub(crate) space_usage: SpaceUsage,
    /// Sections that a reader may skip, by name.
    pub(crate) layers: Vec<(Tag, ByteSpan)>,
}

/// The lists of all terms and their places.
#[derive(Debug)]
pub(crate) struct PostingLists {
    /// The section, from the file or completed from the texts.
    pub(crate) section: Slice,
    pub(crate) lists: Lists,
}

impl Index {
    /// Returns all bytes of the file that was opened.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.as_slice()
    }

    /// Returns the number of documents.
    #[must_use]
    pub fn n_documents(&self) -> u32 {
        self.documents.entries.len() as u32
    }

    /// Returns the title of the corpus; may be empty.
    #[must_use]
    pub fn title(&self) -> &str {
        self.bytes.text(self.title)
    }

    /// Returns the checksum of the file: the same for the same texts, another when anything changes.
    #[must_use]
    pub fn version(&self) -> u32 {
        self.version
    }

    /// Returns the number of words in all documents, titles included.
    #[must_use]
    pub fn n_tokens(&self) -> u64 {
        self.n_tokens
    }

    /// Returns the number of different terms, joined forms included.
    #[must_use]
    pub fn n_terms(&self) -> u32 {
        self.postings.lists.terms.len() as u32
    }

    /// Returns the mean lengths of the fields.
    #[must_use]
    pub fn average_lengths(&self) -> AverageLengths {
        self.average_lengths
    }

    /// Returns a document.
    ///
    /// # Panics
    ///
    /// Where `doc` is not below [`Index::n_documents`]; ids from cursors always are.
    #[must_use]
    pub fn document(&self, doc: DocId) -> DocumentView<'_> {
        DocumentView::new(self, doc, self.entry(doc))
    }

    /// Returns all documents in order.
    pub fn documents(&self) -> impl ExactSizeIterator<Item = DocumentView<'_>> {
        (0..self.n_documents()).map(|doc| self.document(DocId(doc)))
    }

    fn entry(&self, doc: DocId) -> &DocumentEntry {
        &self.documents.entries[doc.as_usize()]
    }

    /// Returns the document with an id.
    ///
    /// Cost: a binary search over the ids.
    #[must_use]
    pub fn doc_by_id(&self, id: &str) -> Option<DocId> {
        let by_id = &self.documents.by_id;
        let place = by_id
            .binary_search_by(|&doc| self.document(DocId(doc)).id().cmp(id))
            .ok()?;
        Some(DocId(by_id[place]))
    }

    /// Returns the first and the last day of the document's date, `None` where it has none that can be
    /// read.
    #[must_use]
    pub fn document_dates(&self, doc: DocId) -> Option<(DayNumber, DayNumber)> {
        self.entry(doc).days
    }

    /// Returns the dictionary: the bytes of each term (UTF-8) to its [`TermId`]. Safe to walk.
    #[must_use]
    pub fn terms(&self) -> &fst::Map<Slice> {
        &self.terms
    }

    /// Returns the number of a term, given in its folded form.
    #[must_use]
    pub fn term_id(&self, term: &str) -> Option<TermId> {
        self.terms.get(term).map(|number| TermId(number as u32))
    }

    /// Returns the text of a term; empty for a number that no term has.
    ///
    /// Cost: a walk through the dictionary, linear in the term's length.
    #[must_use]
    pub fn term_text(&self, term: TermId) -> String {
        let mut key = Vec::new();
        let found = self
            .terms
            .as_fst()
            .get_key_into(u64::from(term.0), &mut key);
        if found {
            String::from_utf8(key).unwrap_or_default()
        } else {
            String::new()
        }
    }

    /// Calls `visit` with each term that begins with `prefix`, in byte order, as long as it returns true.
    ///
    /// Cost: linear in the nodes of the dictionary below the prefix.
    pub fn for_each_term(&self, prefix: &str, visit: &mut dyn FnMut(&str, TermId) -> bool) {
        let Ok(terms) = terms::Borrowed::new(self.terms.as_fst().as_bytes()) else {
            return;
        };
        terms::walk(&terms, prefix.as_bytes(), &mut |key, number| {
            visit(
                std::str::from_utf8(key).unwrap_or_default(),
                TermId(number as u32),
            )
        });
    }

    /// Returns the numbers of the terms that begin with `prefix`: one range, since terms are numbered in byte
    /// order.
    ///
    /// Cost: two walks through the dictionary, however many terms there are.
    #[must_use]
    pub fn terms_with_prefix(&self, prefix: &str) -> Range<u32> {
        let fst = terms::Borrowed::new(self.terms.as_fst().as_bytes()).ok();
        let ends = fst.and_then(|fst| terms::ends(&fst, prefix.as_bytes()));
        ends.map_or(0..0, |(first, last)| {
            first as u32..(last as u32).saturating_add(1).min(self.n_terms())
        })
    }

    /// Returns how many documents hold a term.
    #[must_use]
    pub fn document_frequency(&self, term: TermId) -> u32 {
        self.term_entry(term)
            .map_or(0, |entry| entry.document_frequency)
    }

    /// Returns how often a term occurs in all documents.
    #[must_use]
    pub fn collection_frequency(&self, term: TermId) -> u64 {
        self.term_entry(term)
            .map_or(0, |entry| u64::from(entry.collection_frequency))
    }

    /// Returns the postings of a term, on the first document; none for a number that no term has.
    #[must_use]
    pub fn postings(&self, term: TermId) -> Postings<'_> {
        let Some(&entry) = self.term_entry(term) else {
            return Postings::empty();
        };
        let n_skips = if entry.document_frequency < BLOCK_DOCUMENTS {
            0
        } else {
            entry.document_frequency.div_ceil(BLOCK_DOCUMENTS) as usize
        };
        let skips = self.postings.lists.skips.get(entry.first_skip as usize..);
        let skips = skips.and_then(|skips| skips.get(..n_skips));
        let section = self.postings.section.as_ref();
        Postings::new(section, &self.documents, entry, skips.unwrap_or_default())
    }

    fn term_entry(&self, term: TermId) -> Option<&TermEntry> {
        self.postings.lists.terms.get(term.as_usize())
    }

    /// Returns the metadata keys in canonical order.
    pub fn fields(&self) -> impl Iterator<Item = FieldView<'_>> {
        self.fields.iter().map(|field| FieldView::new(self, field))
    }

    /// Returns a metadata key by its name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<FieldView<'_>> {
        self.fields().find(|field| field.name() == name)
    }

    /// Returns the names of the metadata keys in canonical order.
    pub fn field_names(&self) -> impl Iterator<Item = &str> {
        self.fields().map(FieldView::name)
    }

    /// Returns where the bytes go.
    #[must_use]
    pub fn space_usage(&self) -> &SpaceUsage {
        &self.space_usage
    }
}

impl std::fmt::Debug for Index {
    /// Writes the totals.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Index")
            .field("version", &self.version)
            .field("n_documents", &self.n_documents())
            .field("n_terms", &self.n_terms())
            .finish_non_exhaustive()
    }
}
