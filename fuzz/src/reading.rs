//! Any file is read or refused with reasons, and spans of what is read fit its text.

use super::documents::check_document;
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
