//! Files of released formats stay readable with the same answers.
//!
//! A file here is never written again. A format or analysis that can no longer read one says so in a
//! typed error, and the expectation below changes in that commit to the error.

use index::{DocId, DocumentWords, Index, StoredPostings};

use crate::texts::{build, positions, two_letters, walk};

const V1_STORED: &[u8] = include_bytes!("../../../../testdata/formats/v1/letters-stored.index");
const V1_COMPLETED: &[u8] =
    include_bytes!("../../../../testdata/formats/v1/letters-completed.index");

#[test]
fn version_1_gives_its_answers() {
    for bytes in [V1_STORED, V1_COMPLETED] {
        let index = Index::open(bytes.into()).expect("a frozen file");
        assert_eq!(index.title(), "Letters");
        assert_eq!((index.n_documents(), index.n_tokens()), (2, 26));
        let river = index.term_id("river").expect("a word of both letters");
        let mut postings = index.postings(river);
        let mut found = Vec::new();
        while postings.doc() != DocId::END {
            let mut words = DocumentWords::default();
            let positions = positions(&index, river, &mut postings, &mut words);
            found.push((index.document(postings.doc()).id(), positions));
            postings.advance();
        }
        assert_eq!(found, [("letter-1", vec![2, 18]), ("letter-2", vec![6])]);
        let document = index.document(DocId(1));
        assert_eq!(
            (document.title(), document.lang(), document.date()),
            ("Réponse", Some("fr"), Some("2024-12"))
        );
        assert_eq!(index.doc_by_id("letter-2"), Some(DocId(1)));
        walk(&index);
    }
}

#[test]
fn version_1_is_still_what_the_builder_writes() {
    let letters = two_letters();
    let same = |bytes: &[u8], postings| {
        assert!(
            bytes == build(&letters, postings),
            "a new format needs a new version"
        );
    };
    same(V1_STORED, StoredPostings::Stored);
    same(V1_COMPLETED, StoredPostings::Completed);
}
