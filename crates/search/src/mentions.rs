//! Places in texts that are known by what they mean, not by their words: names, days, quotations.
//!
//! This crate knows no annotation. Whoever has some gives a [`SpanSource`] to
//! [`crate::Searcher::with_spans`]; a program that gives none is linked without any.

use crate::block_text::BlockText;
use crate::document_set::DocumentSet;
use crate::matching::Span;
use crate::{FacetValue, Note, NoteKind};
use corpus::ByteSpan;
use index::{DocId, DocumentView};
use query::FieldTest;
use std::fmt;

/// What a document gains at most for mentions that a query asks for: enough to order equals, less than a
/// word that is not in every document.
const MENTIONS_WEIGHT: f32 = 0.5;

/// Places found, and what a reader should know of them.
#[derive(Debug, Clone, Default)]
pub struct Mentions {
    /// Documents and bytes of their texts, in ascending order; none twice. A span may reach over several
    /// blocks.
    pub spans: Vec<(DocId, ByteSpan)>,
    /// Notes, such as whom an ambiguous name may mean.
    pub notes: Vec<Note>,
}

/// Takes a name and the documents that hold it, ascending; some may come several times.
pub type NameVisit<'v> = &'v mut dyn FnMut(&str, &mut dyn Iterator<Item = DocId>);

/// Knows names, days and quotations of the index's documents.
pub trait SpanSource: fmt::Debug + Sync {
    /// Finds the places that a field asks for, one of [`query::is_layer_field`]; those of `said` are the
    /// quotations whatever the test.
    ///
    /// # Errors
    ///
    /// A sentence without a full stop that says why nothing is known, and what to do.
    fn find(&self, field: &str, test: &FieldTest) -> Result<Mentions, String>;

    /// Calls `visit` with each name of a kind (`person`, `place`, `org`); nothing where none are known.
    fn for_each_name(&self, kind: &str, visit: NameVisit<'_>);

    /// Returns the documents that hold one of some names of a kind, in no order; some come several times.
    fn documents_named(&self, kind: &str, names: &[String]) -> Vec<DocId> {
        let mut documents = Vec::new();
        self.for_each_name(kind, &mut |name, holding| {
            if names.iter().any(|wanted| wanted == name) {
                documents.extend(holding);
            }
        });
        documents
    }

    /// Counts the documents that count for each name of a kind, in the order of first mention. Names
    /// without any are left out, unless they are chosen.
    fn count_names(
        &self,
        kind: &str,
        counts: &dyn Fn(DocId) -> bool,
        is_chosen: &dyn Fn(&str) -> bool,
    ) -> Vec<FacetValue> {
        let mut values = Vec::new();
        self.for_each_name(kind, &mut |name, holding| {
            let (mut n_documents, mut last) = (0, DocId::END);
            for doc in holding {
                n_documents += usize::from(doc != last && counts(doc));
                last = doc;
            }
            let chosen = is_chosen(name);
            if n_documents > 0 || chosen {
                values.push(FacetValue {
                    value: name.to_string(),
                    n_documents,
                    chosen,
                });
            }
        });
        values
    }
}

/// Kinds of names that are counted and filtered by. `facets_without_values` of `crates/cli/src/texts.rs` lists
/// them too: settings may offer them though no metadata has them.
pub(crate) const NAME_FACETS: [&str; 3] = ["person", "place", "org"];

/// Says that a program looks at words alone.
pub(crate) fn unknown(field: &str, why: Option<String>) -> Note {
    let why = why.unwrap_or_else(|| {
        "names, days and quotations are not looked at here; search the folder with `vademecum search`"
            .to_string()
    });
    Note {
        kind: NoteKind::UnknownValue,
        about: field.to_string(),
        message: why,
        suggestions: Vec::new(),
    }
}

/// Returns the documents of places.
pub(crate) fn documents(places: &[(DocId, ByteSpan)], n_documents: u32) -> DocumentSet {
    let mut documents = DocumentSet::empty(n_documents);
    places.iter().for_each(|(doc, _)| documents.insert(doc.0));
    documents
}

/// Returns the places in one document.
pub(crate) fn places_in(places: &[(DocId, ByteSpan)], doc: DocId) -> &[(DocId, ByteSpan)] {
    let first = places.partition_point(|place| place.0 < doc);
    let places = &places[first..];
    &places[..places.partition_point(|place| place.0 == doc)]
}

/// Returns what so many mentions add to a score: more with each, never [`MENTIONS_WEIGHT`].
pub(crate) fn score(n_mentions: usize) -> f32 {
    let n = n_mentions as f32;
    MENTIONS_WEIGHT * n / (n + 1.0)
}

/// Adds the positions of a span of bytes, block by block; `block` keeps the one read last.
pub(crate) fn add_positions<'i>(
    view: DocumentView<'i>,
    bytes: ByteSpan,
    block: &mut Option<BlockText<'i>>,
    out: &mut Vec<Span>,
) {
    let blocks = view.blocks();
    let first = blocks.partition_point(|block| block.span.end <= bytes.start);
    for (place, own) in blocks.iter().enumerate().skip(first) {
        if own.span.start >= bytes.end {
            break;
        }
        if block
            .as_ref()
            .is_none_or(|known| known.place != Some(place))
        {
            *block = Some(BlockText::read(view, Some(place)));
        }
        out.extend(block.as_ref().and_then(|block| block.positions_of(bytes)));
    }
}
