//! Any bytes are opened or refused; what is opened can be walked to the end.

use index::{DocId, DocumentWords, Index, Opening, Tag, TermId};

const HEADER_BYTES: usize = 24;
const ENTRY_BYTES: usize = 16;
const FOOTER_BYTES: usize = 4;

/// Opens `bytes` as they are, and once more with header, table and checksums made right.
pub fn check(bytes: &[u8]) {
    open(bytes);
    if let Some(repaired) = repaired(bytes) {
        open(&repaired);
    }
}

/// Opens at once and in pieces, whose sizes follow from the bytes: both give the same.
fn open(bytes: &[u8]) {
    let mut opening = Opening::new();
    let mut rest = bytes;
    while let Some(&first) = rest.first() {
        let (piece, later) = rest.split_at(rest.len().min(usize::from(first) + 1));
        opening.push(piece);
        while opening.step() {}
        rest = later;
    }
    match (Index::open(bytes.to_vec().into()), opening.finish()) {
        (Ok(index), Ok(in_pieces)) => {
            walk(&index);
            assert_eq!(index.version(), in_pieces.version());
            assert_eq!(index.space_usage(), in_pieces.space_usage());
        }
        (at_once, in_pieces) => assert_eq!(at_once.err(), in_pieces.err()),
    }
}

/// Makes everything right that a mutation breaks at once, so that the sections themselves are tested.
///
/// The lengths in the table are kept as far as they fit; the last section takes what is left.
pub fn repaired(bytes: &[u8]) -> Option<Vec<u8>> {
    let n_sections = Tag::ALL.len() - usize::from(*bytes.get(20)? == 7);
    let table_end = HEADER_BYTES + n_sections * ENTRY_BYTES;
    let content_end = bytes.len().checked_sub(FOOTER_BYTES)?;
    if content_end < table_end {
        return None;
    }
    let mut file = bytes[..content_end].to_vec();
    file[..8].copy_from_slice(b"\x89VADE\r\n\x1a");
    file[8..10].copy_from_slice(&index::FORMAT_VERSION.to_le_bytes());
    file[10..12].fill(0);
    file[12..16].copy_from_slice(&analysis::ANALYZER_ID.to_le_bytes());
    file[16..20].copy_from_slice(&(bytes.len() as u32).to_le_bytes());
    file[20..24].copy_from_slice(&(n_sections as u32).to_le_bytes());
    let mut start = table_end;
    for (i, tag) in Tag::ALL.iter().take(n_sections).enumerate() {
        let at = HEADER_BYTES + i * ENTRY_BYTES;
        let wanted =
            u32::from_le_bytes([file[at + 8], file[at + 9], file[at + 10], file[at + 11]]) as usize;
        let rest = content_end - start;
        let length = if i + 1 == n_sections {
            rest
        } else {
            wanted.min(rest)
        };
        let checksum = crc32fast::hash(&file[start..start + length]);
        file[at..at + 4].copy_from_slice(&tag.0);
        file[at + 4..at + 8].copy_from_slice(&(start as u32).to_le_bytes());
        file[at + 8..at + 12].copy_from_slice(&(length as u32).to_le_bytes());
        file[at + 12..at + 16].copy_from_slice(&checksum.to_le_bytes());
        start += length;
    }
    let checksum = crc32fast::hash(&file);
    file.extend_from_slice(&checksum.to_le_bytes());
    Some(file)
}

fn walk(index: &Index) {
    for document in index.documents() {
        let text = document.text();
        let _ = (
            document.id(),
            document.title(),
            document.date(),
            document.lang(),
            document.language(),
        );
        let _ = (
            document.n_tokens(),
            document.lengths(),
            document.text_bytes(),
        );
        assert_eq!(
            document
                .fields()
                .map(|(_, values)| values.len())
                .min()
                .unwrap_or(1)
                .min(1),
            1
        );
        for block in document.blocks() {
            assert!(
                text.get(block.span.start as usize..block.span.end as usize)
                    .is_some()
            );
            let _ = document.block_of_position(block.first_position);
        }
        for inline in document.inlines() {
            assert!(
                text.get(inline.span.start as usize..inline.span.end as usize)
                    .is_some()
            );
        }
        let _ = index.document_dates(document.doc());
    }
    for field in index.fields() {
        assert!(field.values().all(|value| field.find(value).is_some()));
        for document in index.documents() {
            assert!(
                field
                    .document_values(document.doc())
                    .iter()
                    .all(|value| *value < field.n_values())
            );
        }
    }
    walk_postings(index);
    let _ = (
        index.title(),
        index.n_tokens(),
        index.average_lengths(),
        index.space_usage(),
    );
}

fn walk_postings(index: &Index) {
    let (mut units, mut positions) = (Vec::new(), Vec::new());
    for number in 0..index.n_terms() {
        let term = TermId(number);
        assert_eq!(index.term_id(&index.term_text(term)), Some(term));
        let mut postings = index.postings(term);
        let mut n_documents = 0;
        let mut previous = None;
        while postings.doc() != DocId::END {
            let doc = postings.doc();
            assert!(doc.0 < index.n_documents() && previous.is_none_or(|previous| previous < doc));
            postings.units(&mut units);
            assert!(units.is_sorted() && !units.is_empty());
            assert!(postings.frequencies().total() >= units.len() as u64);
            // What a file says of its units may be untrue; the text has the last word.
            positions.clear();
            let (view, key) = (index.document(doc), index.word_key(term));
            let mut words = DocumentWords::default();
            for &unit in &units {
                words.positions(view, &key, unit, &mut positions);
            }
            assert!(positions.is_sorted());
            n_documents += 1;
            previous = Some(doc);
            postings.advance();
        }
        assert_eq!(n_documents, index.document_frequency(term));
        let last = DocId(index.n_documents().saturating_sub(1));
        let _ = index.postings(term).seek(last);
        let _ = index.postings(term).block_bounds().count();
    }
}
