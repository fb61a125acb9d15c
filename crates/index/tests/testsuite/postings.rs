//! Postings against a naive scan of the texts.

use std::collections::BTreeMap;

use corpus::{BlockKind, Document};
use index::{
    BLOCK_DOCUMENTS, DocId, DocumentWords, FieldFrequencies, Index, Postings, StoredPostings,
    TermId,
};
use proptest::prelude::*;

use crate::reading_back::documents;
use crate::texts::{build, document, open, positions, walk};

type Scan = BTreeMap<String, Vec<(u32, FieldFrequencies, Vec<u32>)>>;

/// Finds all occurrences by reading the texts.
fn scan(documents: &[Document]) -> Scan {
    let mut found = Scan::new();
    for (doc, document) in documents.iter().enumerate() {
        let title = (document.title.as_str(), None);
        let blocks = document
            .blocks
            .iter()
            .map(|block| (block.span.of(&document.text), Some(block.kind)));
        let mut first = 0;
        for (text, kind) in std::iter::once(title).chain(blocks) {
            let mut n_words = 0;
            analysis::tokens(text, &mut |token| {
                let entries = found.entry(token.term.to_owned()).or_default();
                if entries.last().is_none_or(|last| last.0 != doc as u32) {
                    entries.push((doc as u32, FieldFrequencies::default(), Vec::new()));
                }
                let (_, frequencies, positions) = entries.last_mut().expect("just pushed");
                match kind {
                    None => frequencies.title += 1,
                    Some(BlockKind::Heading(_)) => frequencies.heading += 1,
                    Some(_) => frequencies.body += 1,
                }
                positions.push(first + token.position);
                if token.kind == analysis::TokenKind::Word {
                    n_words += 1;
                }
            });
            first += n_words + 1;
        }
    }
    for (_, _, positions) in found.values_mut().flatten() {
        positions.sort_unstable();
    }
    found
}

/// Reads the same from an index.
fn read(index: &Index) -> Scan {
    let mut found = Scan::new();
    let mut words: Vec<DocumentWords> = Vec::new();
    words.resize_with(index.n_documents() as usize, DocumentWords::default);
    for term in (0..index.n_terms()).map(TermId) {
        let mut postings = index.postings(term);
        let mut entries = Vec::new();
        while postings.doc() != DocId::END {
            let doc = postings.doc().0;
            let words = &mut words[doc as usize];
            let positions = positions(index, term, &mut postings, words);
            check_units(index, &mut postings, &positions);
            entries.push((doc, postings.frequencies(), positions));
            postings.advance();
        }
        let total: u64 = entries.iter().map(|entry| entry.1.total()).sum();
        assert_eq!(index.collection_frequency(term), total);
        found.insert(index.term_text(term), entries);
    }
    found
}

/// The units are those that the positions lie in.
fn check_units(index: &Index, postings: &mut Postings<'_>, positions: &[u32]) {
    let view = index.document(postings.doc());
    let unit = |&position: &u32| match view.block_of_position(position) {
        Some(block) => block as u32 + 1,
        None => 0,
    };
    let mut expected: Vec<u32> = positions.iter().map(unit).collect();
    expected.dedup();
    let mut units = Vec::new();
    postings.units(&mut units);
    assert_eq!(units, expected);
}

#[track_caller]
fn check(documents: &[Document]) {
    let expected = scan(documents);
    for postings in [StoredPostings::Stored, StoredPostings::Completed] {
        let index = open(build(documents, postings));
        assert_eq!(read(&index), expected);
        check_seeking(&index, &expected);
        check_bounds(&index);
        walk(&index);
    }
}

/// Seeks to every document from several places, and reads positions only there.
fn check_seeking(index: &Index, expected: &Scan) {
    let mut words: Vec<DocumentWords> = Vec::new();
    words.resize_with(index.n_documents() as usize, DocumentWords::default);
    for (term, entries) in expected {
        let term = index.term_id(term).expect("a term of the texts");
        for step in [1, 2, 61, 127, 128, 129, 300] {
            let mut postings = index.postings(term);
            let mut target = step / 2;
            while postings.seek(DocId(target)) != DocId::END {
                let place = entries.partition_point(|entry| entry.0 < target);
                let (doc, frequencies, positions) = &entries[place];
                assert_eq!(
                    (postings.doc().0, postings.frequencies()),
                    (*doc, *frequencies)
                );
                for _ in 0..2 {
                    let words = &mut words[*doc as usize];
                    let found = self::positions(index, term, &mut postings, words);
                    assert_eq!(&found, positions);
                }
                assert_eq!(
                    postings.seek(DocId(target)).0,
                    *doc,
                    "seeking back moves nothing"
                );
                target = doc + step;
            }
            assert!(entries.last().is_none_or(|last| last.0 < target));
            assert_eq!(postings.advance(), DocId::END);
            assert_eq!(postings.seek(DocId(0)), DocId::END);
        }
    }
}

/// No document exceeds the bound of its block.
fn check_bounds(index: &Index) {
    for term in (0..index.n_terms()).map(TermId) {
        let mut postings = index.postings(term);
        let bounds: Vec<_> = postings.block_bounds().collect();
        let df = index.document_frequency(term);
        assert_eq!(
            bounds.len() as u32,
            if df < BLOCK_DOCUMENTS {
                0
            } else {
                df.div_ceil(BLOCK_DOCUMENTS)
            }
        );
        for bound in bounds {
            while postings.doc() <= bound.last_doc {
                let (found, most) = (postings.frequencies(), bound.frequencies);
                let lengths = index.document(postings.doc()).lengths();
                assert!(
                    found.title <= most.title
                        && found.heading <= most.heading
                        && found.body <= most.body
                );
                assert!(found.title == 0 || lengths.title >= bound.lengths.title);
                assert!(found.heading == 0 || lengths.heading >= bound.lengths.heading);
                assert!(found.body == 0 || lengths.body >= bound.lengths.body);
                postings.advance();
            }
        }
    }
}

#[test]
fn lists_at_block_edges_are_whole() {
    for n in [1, 127, 128, 129, 255, 256, 257] {
        let documents: Vec<Document> = (0..n)
            .map(|number| {
                let rest = "common filler ".repeat(number % 7 * 30);
                let heading = if number % 3 == 0 {
                    "# common heading"
                } else {
                    "# other"
                };
                let text = format!("common word{number} {rest}");
                document(
                    &format!("d{number}"),
                    if number % 5 == 0 { "Common" } else { "" },
                    &[heading, &text],
                )
            })
            .collect();
        check(&documents);
    }
}

#[test]
fn a_joined_form_stands_where_its_first_part_stands() {
    let index = open(build(
        &[document("a", "", &["near al-Rastan bridge"])],
        StoredPostings::Stored,
    ));
    let term = index.term_id("alrastan").expect("a joined form");
    let mut words = DocumentWords::default();
    let positions = positions(&index, term, &mut index.postings(term), &mut words);
    assert_eq!(positions, [2], "the empty title leaves one position free");
    assert_eq!(index.n_tokens(), 4);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn postings_are_what_a_scan_finds(documents in documents(0..12)) {
        check(&documents);
    }
}
