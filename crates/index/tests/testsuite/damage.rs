//! Bytes that are not as built: an error that says why, and never a panic.

use index::{Index, OpenError, Opening, Place, StoredPostings, Tag};
use proptest::prelude::*;

use crate::texts::{build, document, two_letters, walk};

const HEADER_BYTES: usize = 24;
const ENTRY_BYTES: usize = 16;

fn open_error(bytes: Vec<u8>) -> OpenError {
    Index::open(bytes.into()).expect_err("damaged bytes")
}

fn u32_at(bytes: &[u8], at: usize) -> usize {
    bytes.get(at..at + 4).map_or(0, |four| {
        u32::from_le_bytes([four[0], four[1], four[2], four[3]]) as usize
    })
}

/// Returns the place of a section.
fn section(bytes: &[u8], tag: Tag) -> std::ops::Range<usize> {
    let entry = bytes[HEADER_BYTES..]
        .chunks(ENTRY_BYTES)
        .find(|entry| entry.starts_with(&tag.0))
        .expect("a section");
    u32_at(entry, 4)..u32_at(entry, 4) + u32_at(entry, 8)
}

/// Makes length and checksums right again, as somebody would who means harm.
fn reseal(mut bytes: Vec<u8>) -> Vec<u8> {
    if bytes.len() < HEADER_BYTES + 4 {
        return bytes;
    }
    let length = (bytes.len() as u32).to_le_bytes();
    bytes[16..20].copy_from_slice(&length);
    for number in 0..u32_at(&bytes, 20).min(64) {
        let entry = HEADER_BYTES + number * ENTRY_BYTES;
        let (start, length) = (u32_at(&bytes, entry + 4), u32_at(&bytes, entry + 8));
        let checksum = start
            .checked_add(length)
            .and_then(|end| bytes.get(start..end))
            .map(crc32fast::hash);
        if let (Some(checksum), Some(place)) = (checksum, bytes.get_mut(entry + 12..entry + 16)) {
            place.copy_from_slice(&checksum.to_le_bytes());
        }
    }
    let end = bytes.len() - 4;
    let checksum = crc32fast::hash(&bytes[..end]).to_le_bytes();
    bytes[end..].copy_from_slice(&checksum);
    bytes
}

/// Opens, at once and in pieces; what opens must also be readable to the end.
fn open_and_walk(bytes: Vec<u8>) {
    let mut opening = Opening::new();
    for piece in bytes.chunks(97) {
        opening.push(piece);
        while opening.step() {}
    }
    let in_pieces = opening.finish();
    match Index::open(bytes.into()) {
        Ok(index) => assert_eq!(walk(&index), walk(&in_pieces.expect("what opens at once"))),
        Err(error) => assert_eq!(in_pieces.err(), Some(error)),
    }
}

fn samples() -> [Vec<u8>; 2] {
    let many: Vec<_> = (0..130)
        .map(|number| {
            document(
                &format!("{number}"),
                "t",
                &["# common", &format!("common w{}", number % 9)],
            )
        })
        .collect();
    [
        build(&two_letters(), StoredPostings::Completed),
        build(&many, StoredPostings::Stored),
    ]
}

#[test]
fn every_flipped_byte_is_noticed() {
    for bytes in [
        build(&two_letters(), StoredPostings::Completed),
        build(&two_letters(), StoredPostings::Stored),
    ] {
        for place in 0..bytes.len() {
            for mask in [1, 0x80, 0xff] {
                let mut damaged = bytes.clone();
                damaged[place] ^= mask;
                assert!(
                    Index::open(damaged.into()).is_err(),
                    "byte {place} with {mask:#x}"
                );
            }
        }
    }
}

#[test]
fn every_length_but_the_right_one_is_noticed() {
    let bytes = build(&two_letters(), StoredPostings::Stored);
    assert_eq!(open_error(Vec::new()), OpenError::NotAnIndex);
    for length in 1..bytes.len() {
        let error = open_error(bytes[..length].to_vec());
        assert!(
            matches!(error, OpenError::Truncated { found, .. } if found == length as u64),
            "{error}"
        );
    }
    let longer = [&bytes[..], b"\n"].concat();
    let (expected, found) = (bytes.len() as u64, longer.len() as u64);
    assert_eq!(
        open_error(longer),
        OpenError::TrailingBytes { expected, found }
    );
}

#[test]
fn the_error_names_the_damaged_section() {
    let bytes = build(&two_letters(), StoredPostings::Stored);
    for tag in Tag::ALL {
        let mut damaged = bytes.clone();
        damaged[section(&bytes, tag).start] ^= 1;
        let error = open_error(damaged);
        assert!(
            matches!(error, OpenError::Checksum { section: Place::Section(found), .. } if found == tag),
            "{error}"
        );
    }
}

#[test]
fn foreign_newer_older_and_differently_analysed_files_are_told_apart() {
    let bytes = build(&two_letters(), StoredPostings::Completed);
    assert_eq!(
        open_error(b"PK\x03\x04 some archive".to_vec()),
        OpenError::NotAnIndex
    );
    let with = |place: usize, value: u8| {
        let mut changed = bytes.clone();
        changed[place] = value;
        open_error(reseal(changed))
    };
    assert_eq!(
        with(8, 2),
        OpenError::Newer {
            found: 2,
            supported: 1
        }
    );
    assert_eq!(
        with(8, 0),
        OpenError::Older {
            found: 0,
            supported: 1
        }
    );
    assert!(matches!(with(15, 0xee), OpenError::Analyzer { .. }));
    assert_eq!(
        with(HEADER_BYTES, b'X'),
        OpenError::UnknownSection {
            section: Tag(*b"XORP")
        }
    );
    assert_eq!(
        with(HEADER_BYTES, b'x'),
        OpenError::MissingSection {
            section: Tag::CORPUS
        }
    );
}

#[test]
fn messages_say_what_to_do() {
    let newer = OpenError::Newer {
        found: 9,
        supported: 1,
    }
    .to_string();
    assert_eq!(
        newer,
        "the index has format 9, this program reads format 1; use a newer Vademecum"
    );
    let cut = OpenError::Truncated {
        expected: 900,
        found: 30,
    }
    .to_string();
    assert_eq!(
        cut,
        "the index is cut off: expected 900 bytes, found 30; fetch or build it again"
    );
}

#[test]
fn every_resealed_single_byte_of_dictionary_and_postings_is_harmless() {
    let bytes = build(&two_letters(), StoredPostings::Stored);
    for tag in [Tag::TERMS, Tag::POSTINGS] {
        for place in section(&bytes, tag) {
            for value in [
                0,
                1,
                0x3f,
                0x40,
                0x7f,
                0x80,
                0xc0,
                0xff,
                bytes[place] ^ 1,
                bytes[place] ^ 0x10,
            ] {
                let mut changed = bytes.clone();
                changed[place] = value;
                open_and_walk(reseal(changed));
            }
        }
    }
}

#[test]
fn a_dictionary_without_the_words_of_the_texts_is_refused() {
    let bytes = build(&two_letters(), StoredPostings::Completed);
    let text = section(&bytes, Tag::TEXT);
    let dawn = text.start
        + bytes[text.clone()]
            .windows(4)
            .position(|four| four == b"dawn")
            .expect("a word");
    let mut changed = bytes;
    changed[dawn..dawn + 4].copy_from_slice(b"dusk");
    let error = open_error(reseal(changed));
    assert!(
        matches!(
            error,
            OpenError::Malformed {
                section: Place::Section(Tag::TERMS),
                ..
            }
        ),
        "{error}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn resealed_changes_never_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        stored in any::<bool>(),
    ) {
        let mut bytes = samples()[usize::from(stored)].clone();
        for (place, value) in changes {
            let place = place.index(bytes.len() - 22) + 22;
            bytes[place] = value;
        }
        open_and_walk(reseal(bytes));
    }

    #[test]
    fn a_dictionary_of_any_bytes_never_panics(nodes in prop::collection::vec(any::<u8>(), 0..60)) {
        let mut bytes = build(&two_letters(), StoredPostings::Stored);
        let terms = section(&bytes, Tag::TERMS);
        let end = terms.end - 20;
        let start = end.saturating_sub(nodes.len()).max(terms.start + 16);
        bytes[start..end].copy_from_slice(&nodes[..end - start]);
        open_and_walk(reseal(bytes));
    }

    #[test]
    fn any_bytes_behind_a_right_beginning_never_panic(rest in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut bytes = build(&[], StoredPostings::Completed)[..20].to_vec();
        bytes.extend_from_slice(&rest);
        open_and_walk(reseal(bytes));
    }
}
