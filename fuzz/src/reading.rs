//! Any file is read or refused with reasons, and spans of what is read fit its text.

use corpus::{ReadOptions, Source, read};

/// Reads `bytes` as each kind of file.
pub fn check(bytes: &[u8]) {
    for name in ["account.md", "account.txt", "accounts.jsonl"] {
        let source = Source {
            name: name.into(),
            bytes: bytes.to_vec(),
        };
        for mend in [true, false] {
            let reading = read(&source, &ReadOptions { mend });
            assert!(
                !reading.documents.is_empty()
                    || !reading.problems.is_empty()
                    || name.ends_with("jsonl")
            );
            reading.documents.iter().for_each(check_document);
        }
    }
}

fn check_document(document: &corpus::Document) {
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
