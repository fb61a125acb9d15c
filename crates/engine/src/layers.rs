//! What a lens leaves of the layers.

use crate::documents::hex;
use crate::reading;
use crate::searches::filters;
use annotation::layers::{Layers, Opening};
use corpus::ByteSpan;
use index::{DocId, DocumentView, Index, LayerFile, Tag};
use protocol::{Lens, Page, SentenceRecord, Shared};
use search::Searcher;
use sorting::SmallSort;
use std::cmp::Reverse;
use std::sync::Arc;

/// More documents than this are not listed.
const LISTED_DOCUMENTS: usize = 8;

/// What answers about layers.
pub(crate) struct Annotations<'s> {
    pub(crate) index: &'s Index,
    pub(crate) searcher: Searcher<'s>,
    pub(crate) layers: Arc<Layers>,
}

/// Reads the layers of an index, from the file that they came in or from the index itself.
///
/// # Errors
///
/// A sentence for a reader where there are none, or they are damaged.
pub(crate) fn read(
    index: &Index,
    file: Option<&LayerFile>,
    mut opening: Opening,
) -> Result<Layers, String> {
    while read_on(index, file, &mut opening)? {}
    Ok(opening.finish())
}

/// Reads a further part; returns whether there is more.
///
/// # Errors
///
/// As [`read`].
pub(crate) fn read_on(
    index: &Index,
    file: Option<&LayerFile>,
    opening: &mut Opening,
) -> Result<bool, String> {
    let section = |name| match file {
        Some(file) => file.layer(Tag(name)),
        None => index.layer(Tag(name)),
    };
    let text = |number| index.document(DocId(number)).text();
    let n_documents = index.n_documents() as usize;
    let more = opening.step(n_documents, &section, &text);
    more.map_err(|error| error.to_string())
}

/// The part of the texts that the lens leaves: documents, and with a query the blocks in them that match it.
pub(crate) struct Part {
    pub(crate) documents: Vec<DocId>,
    /// For each document the stretches that count; `None` for all of it.
    blocks: Option<Vec<Vec<ByteSpan>>>,
}

/// Takes a document and what tells whether a span of it counts.
pub(crate) type Visit<'v> = &'v mut dyn FnMut(DocId, &dyn Fn(ByteSpan) -> bool);

impl Part {
    /// Calls `visit` for each document of the lens.
    pub(crate) fn for_each(&self, visit: Visit<'_>) {
        for (place, &doc) in self.documents.iter().enumerate() {
            match self.blocks.as_ref().and_then(|blocks| blocks.get(place)) {
                None => visit(doc, &|_| true),
                Some(blocks) => visit(doc, &|span| {
                    let after = blocks.partition_point(|block| block.start <= span.start);
                    after > 0 && span.start < blocks[after - 1].end
                }),
            }
        }
    }
}

impl Annotations<'_> {
    /// Returns what a lens leaves. With words in the query only blocks with a match count.
    pub(crate) fn part(&self, lens: &Lens) -> Part {
        let (query, _) = reading::read(&lens.query);
        let found = self
            .searcher
            .answering(&query, &filters(&lens.filters), lens.exact);
        if lens.query.trim().is_empty() {
            return Part {
                documents: found.documents,
                blocks: None,
            };
        }
        let mut blocks = Vec::with_capacity(found.documents.len());
        let mut has_marks = false;
        found.for_each(&found.documents, &mut |doc, marks| {
            has_marks |= !marks.is_empty();
            blocks.push(blocks_with(self.index.document(doc), marks));
        });
        Part {
            // A query of fields alone marks nothing: then whole documents count.
            blocks: has_marks.then_some(blocks),
            documents: found.documents,
        }
    }

    /// Returns the documents of a lens, ascending.
    pub(crate) fn documents(&self, lens: &Lens) -> Vec<DocId> {
        let (query, _) = reading::read(&lens.query);
        let filters = filters(&lens.filters);
        self.searcher
            .answering(&query, &filters, lens.exact)
            .documents
    }

    pub(crate) fn listed(&self, documents: &[DocId]) -> Vec<String> {
        if documents.len() > LISTED_DOCUMENTS {
            return Vec::new();
        }
        documents.iter().map(|&doc| self.id(doc)).collect()
    }

    pub(crate) fn id(&self, doc: DocId) -> String {
        self.index.document(doc).id().to_owned()
    }

    /// Returns the sentence around a span.
    pub(crate) fn sentence(&self, doc: DocId, span: ByteSpan) -> SentenceRecord {
        let view = self.index.document(doc);
        let blocks = view.blocks();
        let after = blocks.partition_point(|block| block.span.start <= span.start);
        let Some(block) = after.checked_sub(1).and_then(|at| blocks.get(at)) else {
            return SentenceRecord::default();
        };
        let text = view.slice(block.span);
        let from_block = |offset: u32| offset.saturating_sub(block.span.start);
        let (start, end) = (from_block(span.start), from_block(span.end));
        let mut sentence = ByteSpan::new(start, end);
        for one in analysis::sentences(text) {
            if one.start < end && start < one.end {
                sentence.start = sentence.start.min(one.start);
                sentence.end = sentence.end.max(one.end);
            }
        }
        let shown = view.slice(ByteSpan::new(
            block.span.start + sentence.start,
            block.span.start + sentence.end.min(text.len() as u32),
        ));
        SentenceRecord {
            doc: view.id().to_owned(),
            block: hex(corpus::BlockId::of(text).0),
            start: span.start,
            end: span.end,
            marks: vec![[start - sentence.start, end - sentence.start]],
            text: shown.to_owned(),
        }
    }

    pub(crate) fn words(&self, doc: DocId, span: ByteSpan) -> String {
        self.index.document(doc).slice(span).to_owned()
    }
}

/// Returns the blocks that hold a mark; both are sorted.
fn blocks_with(view: DocumentView<'_>, marks: &[ByteSpan]) -> Vec<ByteSpan> {
    let mut blocks = Vec::new();
    let mut marks = marks.iter().peekable();
    for block in view.blocks() {
        while marks.next_if(|mark| mark.end <= block.span.start).is_some() {}
        if marks.peek().is_some_and(|mark| mark.start < block.span.end) {
            blocks.push(block.span);
        }
    }
    blocks
}

pub(crate) fn is_shown(show: Shared, n_documents: usize) -> bool {
    match show {
        Shared::All => true,
        Shared::Several => n_documents > 1,
        Shared::One => n_documents == 1,
    }
}

/// Returns the number of documents in a sorted run of them.
pub(crate) fn n_different(documents: impl Iterator<Item = DocId>) -> usize {
    let mut last = None;
    documents
        .filter(|&doc| last.replace(doc) != Some(doc))
        .count()
}

/// Counts documents of a sorted run, most first.
pub(crate) fn counted(documents: impl Iterator<Item = DocId>) -> Vec<(DocId, usize)> {
    let mut counts: Vec<(DocId, usize)> = Vec::new();
    for doc in documents {
        match counts.last_mut() {
            Some((last, n)) if *last == doc => *n += 1,
            _ => counts.push((doc, 1)),
        }
    }
    counts.small_sort_by_key(|&(_, n)| Reverse(n));
    counts
}

pub(crate) fn page<T>(rows: &[T], page: Page) -> &[T] {
    let start = page.offset.min(rows.len());
    let end = start.saturating_add(page.limit).min(rows.len());
    &rows[start..end]
}

/// Returns a text in the form in which words are compared, with single spaces.
pub(crate) fn folded(text: &str) -> String {
    let mut folded = String::new();
    analysis::tokens(text, &mut |token| {
        if token.n_positions == 1 {
            folded.push_str(if folded.is_empty() { "" } else { " " });
            folded.push_str(token.term);
        }
    });
    folded
}
