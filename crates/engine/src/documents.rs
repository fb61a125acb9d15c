//! Documents as records.

use corpus::{BlockId, InlineKind};
use index::{DocId, DocumentView, Index};
use protocol::{
    BlockRecord, CorpusRecord, DocumentRecord, FieldRecord, InlineRecord, SummaryRecord,
};
use search::Searcher;

/// Returns the corpus with the summaries of all documents.
pub(crate) fn corpus_record(index: &Index) -> CorpusRecord {
    let documents: Vec<SummaryRecord> = index.documents().map(summary).collect();
    CorpusRecord {
        title: index.title().to_string(),
        version: hex(index.version()),
        n_words: documents.iter().map(|one| u64::from(one.n_words)).sum(),
        n_terms: u64::from(index.n_terms()),
        documents,
    }
}

/// Returns a document with its text, its structure and the places where a query matches.
pub(crate) fn document_record(
    index: &Index,
    searcher: Searcher<'_>,
    doc: DocId,
    query: &str,
    exact: bool,
) -> DocumentRecord {
    let view = index.document(doc);
    let marks = if query.trim().is_empty() {
        Vec::new()
    } else {
        searcher.marks(&crate::reading::read(query).0, doc, exact)
    };
    let neighbour = |doc: Option<u32>| {
        let doc = doc.filter(|&doc| doc < index.n_documents())?;
        Some(index.document(DocId(doc)).id().to_string())
    };
    DocumentRecord {
        summary: summary(view),
        text: view.text().to_string(),
        blocks: view
            .blocks()
            .iter()
            .map(|block| {
                let (kind, level) = block.kind.name_and_level();
                BlockRecord {
                    id: hex(BlockId::of(view.slice(block.span)).0),
                    kind: kind.to_string(),
                    level,
                    start: block.span.start,
                    end: block.span.end,
                }
            })
            .collect(),
        inlines: view
            .inlines()
            .into_iter()
            .map(|inline| {
                let (kind, target) = match inline.kind {
                    InlineKind::Emphasis => ("emphasis", String::new()),
                    InlineKind::Strong => ("strong", String::new()),
                    InlineKind::Code => ("code", String::new()),
                    InlineKind::Link(target) => ("link", target),
                    InlineKind::NoteReference(label) => ("note_reference", label),
                    InlineKind::Picture(address) => ("picture", address),
                };
                InlineRecord {
                    kind: kind.to_string(),
                    target,
                    start: inline.span.start,
                    end: inline.span.end,
                }
            })
            .collect(),
        marks: marks
            .into_iter()
            .map(|mark| [mark.start, mark.end])
            .collect(),
        previous: neighbour(doc.0.checked_sub(1)),
        next: neighbour(doc.0.checked_add(1)),
    }
}

fn summary(view: DocumentView<'_>) -> SummaryRecord {
    SummaryRecord {
        id: view.id().to_string(),
        title: view.title().to_string(),
        date: view.date().map(str::to_string),
        lang: view.lang().map(str::to_string),
        fields: view
            .fields()
            .map(|(name, values)| FieldRecord {
                name: name.to_string(),
                values: values.into_iter().map(str::to_string).collect(),
            })
            .collect(),
        n_words: view.text_tokens() as u32,
    }
}

/// Returns eight lower-case hexadecimal digits.
pub(crate) fn hex(number: u32) -> String {
    let digit = |place: u32| {
        let nibble = number >> (4 * place) & 15;
        char::from_digit(nibble, 16).unwrap_or_default()
    };
    (0..8).rev().map(digit).collect()
}
