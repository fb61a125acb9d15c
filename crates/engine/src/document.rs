//! Documents out of an index.

use corpus::{Block, Document, Field};
use index::DocumentView;

/// Returns a document as it was when the index was built: text, blocks, inlines and metadata.
///
/// Cost: copies it.
#[must_use]
pub fn document(view: DocumentView<'_>) -> Document {
    Document {
        id: view.id().to_owned(),
        title: view.title().to_owned(),
        date: view.date().map(str::to_owned),
        lang: view.lang().map(str::to_owned),
        fields: view
            .fields()
            .map(|(name, values)| Field {
                name: name.to_owned(),
                values: values.into_iter().map(str::to_owned).collect(),
            })
            .collect(),
        text: view.text().to_owned(),
        blocks: view
            .blocks()
            .iter()
            .map(|block| Block {
                kind: block.kind,
                span: block.span,
            })
            .collect(),
        inlines: view.inlines(),
    }
}
