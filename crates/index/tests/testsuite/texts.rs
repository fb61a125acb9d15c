//! Small documents for tests, and a walk over everything an index answers.

use corpus::{Block, BlockKind, ByteSpan, Document, Field, Inline, InlineKind};
use index::{
    BuildOptions, DocId, DocumentWords, Index, IndexBuilder, Postings, StoredPostings, TermId,
};

/// Makes a document of blocks; a block that begins with `# ` is a heading.
pub(crate) fn document(id: &str, title: &str, blocks: &[&str]) -> Document {
    let mut document = Document {
        id: id.into(),
        title: title.into(),
        ..Document::default()
    };
    for block in blocks {
        let (kind, block) = match block.strip_prefix("# ") {
            Some(heading) => (BlockKind::Heading(2), heading),
            None => (BlockKind::Paragraph, *block),
        };
        if !document.text.is_empty() {
            document.text.push_str("\n\n");
        }
        let start = document.text.len() as u32;
        document.text.push_str(block);
        document.blocks.push(Block {
            kind,
            span: ByteSpan::new(start, document.text.len() as u32),
        });
    }
    document
}

/// Adds a metadata key.
pub(crate) fn with(mut document: Document, name: &str, values: &[&str]) -> Document {
    let values = values.iter().map(|&value| value.to_owned()).collect();
    document.fields.push(Field {
        name: name.into(),
        values,
    });
    document
}

/// Two documents that use every section.
pub(crate) fn two_letters() -> Vec<Document> {
    let first = document(
        "letter-1",
        "From the river",
        &[
            "# The crossing",
            "We crossed at dawn, and al-Rastan was quiet.",
            "The river was high.",
        ],
    );
    let mut first = with(
        with(first, "title", &["From the river"]),
        "date",
        &["2024-12-08"],
    );
    first.date = Some("2024-12-08".into());
    first = with(first, "tag", &["river", "dawn"]);
    first.lang = Some("en".into());
    first.inlines = vec![
        Inline {
            span: ByteSpan::new(16, 18),
            kind: InlineKind::Emphasis,
        },
        Inline {
            span: ByteSpan::new(19, 26),
            kind: InlineKind::Link("https://example.org/a".into()),
        },
    ];
    let mut second = document(
        "letter-2",
        "Réponse",
        &["Le pont était gardé; river police came."],
    );
    second = with(with(second, "author", &["N. N."]), "tag", &["dawn"]);
    second.lang = Some("fr".into());
    second.date = Some("2024-12".into());
    vec![first, second]
}

pub(crate) fn build(documents: &[Document], postings: StoredPostings) -> Vec<u8> {
    let mut builder = IndexBuilder::new(BuildOptions {
        title: "Letters".into(),
        postings,
    });
    for document in documents {
        builder.add(document);
    }
    builder
        .finish()
        .expect("documents that keep their promises")
}

pub(crate) fn open(bytes: Vec<u8>) -> Index {
    Index::open(bytes.into()).expect("bytes as built")
}

/// Returns the positions of a term in the current document of its postings.
pub(crate) fn positions(
    index: &Index,
    term: TermId,
    postings: &mut Postings<'_>,
    words: &mut DocumentWords,
) -> Vec<u32> {
    let (mut units, mut positions) = (Vec::new(), Vec::new());
    postings.units(&mut units);
    let (view, key) = (index.document(postings.doc()), index.word_key(term));
    for unit in units {
        words.positions(view, &key, unit, &mut positions);
    }
    positions
}

/// Reads everything once and returns a number that depends on all of it.
pub(crate) fn walk(index: &Index) -> u64 {
    let mut sum = index.title().len() as u64 + index.n_tokens();
    for document in index.documents() {
        sum += (document.id().len() + document.title().len() + document.text().len()) as u64;
        sum += document.n_tokens()
            + document
                .fields()
                .map(|(_, values)| values.len() as u64)
                .sum::<u64>();
        sum += document.inlines().len() as u64 + document.date().map_or(0, str::len) as u64;
        for block in document.blocks() {
            assert!(
                document
                    .text()
                    .get(block.span.start as usize..block.span.end as usize)
                    .is_some()
            );
            sum += document.slice(block.span).len() as u64;
        }
        assert_eq!(index.doc_by_id(document.id()), Some(document.doc()));
        assert_eq!(document.slice(ByteSpan::new(0, u32::MAX)), "");
    }
    for term in 0..index.n_terms() {
        let text = index.term_text(TermId(term));
        assert_eq!(index.term_id(&text), Some(TermId(term)));
        let mut postings = index.postings(TermId(term));
        let mut n_documents = 0;
        while postings.doc() != DocId::END {
            assert!(postings.doc().0 < index.n_documents());
            let mut words = DocumentWords::default();
            let positions = positions(index, TermId(term), &mut postings, &mut words);
            assert!(positions.is_sorted() && postings.frequencies().total() > 0);
            let document = index.document(postings.doc());
            assert!(positions.iter().all(|&position| u64::from(position)
                < document.n_tokens() + document.blocks().len() as u64));
            sum += positions
                .iter()
                .map(|&position| u64::from(position))
                .sum::<u64>();
            n_documents += 1;
            postings.advance();
        }
        assert_eq!(n_documents, index.document_frequency(TermId(term)));
        sum += index.postings(TermId(term)).block_bounds().count() as u64;
    }
    assert_eq!(index.term_text(TermId(index.n_terms())), "");
    assert_eq!(index.postings(TermId(u32::MAX)).doc(), DocId::END);
    sum
}
