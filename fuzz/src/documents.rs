//! What holds of every document that was read, whatever its file was.

/// Claims that the document has an id and a text, and that blocks and inlines lie in it.
pub fn check_document(document: &corpus::Document) {
    assert!(!document.id.is_empty() && !document.text.is_empty());
    let mut end = 0;
    for block in &document.blocks {
        assert!(block.span.start >= end, "blocks are in order and apart");
        end = block.span.end;
        assert!(
            document
                .text
                .get(block.span.start as usize..end as usize)
                .is_some()
        );
    }
    for inline in &document.inlines {
        assert!(
            document
                .text
                .get(inline.span.start as usize..inline.span.end as usize)
                .is_some()
        );
    }
}
