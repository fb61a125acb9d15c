//! What goes in comes out.

use corpus::{Block, BlockKind, ByteSpan, Document};
use index::{BuildError, BuildOptions, DocId, FieldLengths, IndexBuilder, StoredPostings};
use proptest::prelude::*;

use crate::texts::{build, document, open, two_letters, walk, with};

const BOTH: [StoredPostings; 2] = [StoredPostings::Stored, StoredPostings::Completed];

#[test]
fn every_part_of_a_document_comes_back() {
    for postings in BOTH {
        let documents = two_letters();
        let index = open(build(&documents, postings));
        assert_eq!(index.title(), "Letters");
        for (view, document) in index.documents().zip(&documents) {
            assert_eq!(view.id(), document.id);
            assert_eq!(view.title(), document.title);
            assert_eq!(view.date(), document.date.as_deref());
            assert_eq!(view.lang(), document.lang.as_deref());
            assert_eq!(view.text(), document.text);
            assert_eq!(view.inlines(), document.inlines);
            let blocks: Vec<Block> = view
                .blocks()
                .iter()
                .map(|block| Block {
                    kind: block.kind,
                    span: block.span,
                })
                .collect();
            assert_eq!(blocks, document.blocks);
            let fields: Vec<(String, Vec<String>)> = view
                .fields()
                .map(|(name, values)| (name.into(), values.into_iter().map(String::from).collect()))
                .collect();
            let expected: Vec<(String, Vec<String>)> = document
                .fields
                .iter()
                .map(|field| (field.name.clone(), field.values.clone()))
                .collect();
            assert_eq!(fields, expected);
        }
        assert_eq!(index.n_documents(), 2);
        walk(&index);
    }
}

#[test]
fn every_kind_of_block_comes_back() {
    let kinds = [
        BlockKind::Heading(1),
        BlockKind::Heading(6),
        BlockKind::Paragraph,
        BlockKind::ListItem(0),
        BlockKind::ListItem(3),
        BlockKind::OrderedItem(15),
        BlockKind::Quotation,
        BlockKind::Question,
        BlockKind::Answer,
        BlockKind::Caption,
        BlockKind::TableHeader,
        BlockKind::TableRow,
        BlockKind::Note,
        BlockKind::Preformatted,
    ];
    let texts = vec!["word"; kinds.len()];
    let mut document = document("kinds", "Kinds", &texts);
    for (block, kind) in document.blocks.iter_mut().zip(kinds) {
        block.kind = kind;
    }
    let index = open(build(&[document], StoredPostings::Stored));
    let found: Vec<BlockKind> = index
        .document(DocId(0))
        .blocks()
        .iter()
        .map(|block| block.kind)
        .collect();
    assert_eq!(found, kinds);
}

#[test]
fn positions_leave_one_free_between_blocks() {
    let index = open(build(&two_letters(), StoredPostings::Completed));
    let letter = index.document(DocId(0));
    let places: Vec<(u32, u32)> = letter
        .blocks()
        .iter()
        .map(|block| (block.first_position, block.n_tokens))
        .collect();
    assert_eq!(places, [(4, 2), (7, 9), (17, 4)]);
    assert_eq!(
        letter.lengths(),
        FieldLengths {
            title: 3,
            heading: 2,
            body: 13
        }
    );
    assert_eq!(letter.block_of_position(2), None);
    assert_eq!(letter.block_of_position(4), Some(0));
    assert_eq!(letter.block_of_position(20), Some(2));
}

#[test]
fn facets_and_dates_are_found_by_name() {
    let index = open(build(&two_letters(), StoredPostings::Stored));
    assert_eq!(
        index.field_names().collect::<Vec<_>>(),
        ["title", "author", "date", "tag"]
    );
    let tag = index.field("tag").expect("a key of both letters");
    assert_eq!(tag.values().collect::<Vec<_>>(), ["dawn", "river"]);
    assert_eq!(
        tag.document_values(DocId(0)),
        [1, 0],
        "in the order of the source"
    );
    assert_eq!(tag.document_values(DocId(1)), [0]);
    assert_eq!(tag.find("river"), Some(1));
    assert_eq!(tag.find("road"), None);
    assert!(
        index
            .field("author")
            .expect("a key of one letter")
            .document_values(DocId(0))
            .is_empty()
    );
    assert!(index.field("source").is_none());
    let (first, last) = index.document_dates(DocId(1)).expect("a month");
    assert_eq!(
        (first.to_civil(), last.to_civil()),
        ((2024, 12, 1), (2024, 12, 31))
    );
}

#[test]
fn an_index_of_nothing_opens() {
    for postings in BOTH {
        let index = open(build(&[], postings));
        assert_eq!(
            (index.n_documents(), index.n_terms(), index.n_tokens()),
            (0, 0, 0)
        );
        assert_eq!(index.doc_by_id("any"), None);
        walk(&index);
    }
}

#[test]
fn a_title_that_differs_from_its_metadata_is_kept() {
    let document = with(document("a", "Shown", &["text"]), "title", &["Written"]);
    let index = open(build(&[document], StoredPostings::Stored));
    assert_eq!(index.document(DocId(0)).title(), "Shown");
    assert_eq!(
        index.document(DocId(0)).fields().next(),
        Some(("title", vec!["Written"]))
    );
}

#[test]
fn a_second_document_with_an_id_is_refused_by_name() {
    let mut builder = IndexBuilder::new(BuildOptions::default());
    builder.add(&document("twin", "One", &["one"]));
    builder.add(&document("twin", "Two", &["two"]));
    assert_eq!(
        builder.finish(),
        Err(BuildError::DuplicateId { id: "twin".into() })
    );
}

#[test]
fn a_block_outside_its_text_is_refused() {
    let mut document = document("cut", "Cut", &["é"]);
    document.blocks[0].span = ByteSpan::new(0, 1);
    let mut builder = IndexBuilder::new(BuildOptions::default());
    builder.add(&document);
    assert!(matches!(builder.finish(), Err(BuildError::Document { id, .. }) if id == "cut"));
}

#[test]
fn small_corpora_leave_the_postings_out_and_large_ones_do_not() {
    let small = two_letters();
    assert_eq!(
        build(&small, StoredPostings::Automatic),
        build(&small, StoredPostings::Completed)
    );
    // The limit counts bytes, and white space is the cheapest text to index.
    let long = format!("river{}", " ".repeat(index::COMPLETED_TEXT_BYTES as usize));
    let large = [document("long", "Long", &[&long])];
    assert_eq!(
        build(&large, StoredPostings::Automatic),
        build(&large, StoredPostings::Stored)
    );
}

type Parts = (Vec<String>, String, Option<Vec<String>>);

/// Documents of few words, so that terms meet again.
pub(crate) fn documents(
    n: impl Into<prop::collection::SizeRange>,
) -> impl Strategy<Value = Vec<Document>> {
    let block = "(# )?((river|al-Rastan|pont|été|Shi‘a|1,000|a|b|c) ){0,6}[a-f]{1,2}";
    let blocks = prop::collection::vec(block, 0..4);
    let values = prop::collection::vec("[xyz]", 1..3);
    prop::collection::vec((blocks, "[a-c ]{0,4}", prop::option::of(values)), n).prop_map(
        |documents| {
            let make = |(number, (blocks, title, values)): (usize, Parts)| {
                let blocks: Vec<&str> = blocks.iter().map(String::as_str).collect();
                let document = document(&format!("d{number}"), &title, &blocks);
                match &values {
                    Some(values) => with(
                        document,
                        "tag",
                        &values.iter().map(String::as_str).collect::<Vec<_>>(),
                    ),
                    None => document,
                }
            };
            documents.into_iter().enumerate().map(make).collect()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn parts_joined_give_the_bytes_of_one_build(documents in documents(0..20), cuts in any::<[u8; 2]>()) {
        for postings in BOTH {
            let options = BuildOptions { title: "Letters".into(), postings };
            let mut cuts = cuts.map(|cut| usize::from(cut) % (documents.len() + 1));
            cuts.sort_unstable();
            let mut whole = IndexBuilder::new(options.clone());
            for part in [&documents[..cuts[0]], &documents[cuts[0]..cuts[1]], &documents[cuts[1]..]] {
                let mut builder = IndexBuilder::new(BuildOptions::default());
                part.iter().for_each(|document| builder.add(document));
                whole.append(builder);
            }
            prop_assert_eq!(whole.finish(), Ok(build(&documents, postings)));
        }
    }
}
