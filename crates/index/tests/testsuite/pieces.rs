//! An index that arrives in pieces opens as one that is there, and fails as it does.

use index::{Index, OpenError, Opening, StoredPostings, TermId};
use proptest::prelude::*;

use crate::texts::{build, document, two_letters, walk};

/// Opens `bytes` cut into pieces of these sizes, over and over; between them as many steps as asked for.
fn open_in_pieces(bytes: &[u8], sizes: &[usize], n_steps: usize) -> Result<Index, OpenError> {
    let mut opening = Opening::new();
    let mut rest = bytes;
    for &size in sizes.iter().cycle() {
        if rest.is_empty() {
            break;
        }
        let (piece, later) = rest.split_at(size.clamp(1, rest.len()));
        opening.push(piece);
        for _ in 0..n_steps {
            if !opening.step() {
                break;
            }
        }
        rest = later;
    }
    opening.finish()
}

/// Checks that both ways give the same index or the same error.
fn assert_same(bytes: &[u8], sizes: &[usize], n_steps: usize) {
    let at_once = Index::open(bytes.to_vec().into());
    let in_pieces = open_in_pieces(bytes, sizes, n_steps);
    match (at_once, in_pieces) {
        (Ok(expected), Ok(found)) => {
            assert_eq!(walk(&found), walk(&expected));
            assert_eq!(found.version(), expected.version());
            assert_eq!(found.space_usage(), expected.space_usage());
            for term in (0..expected.n_terms()).map(TermId) {
                assert_eq!(found.term_text(term), expected.term_text(term));
                assert_eq!(
                    found.collection_frequency(term),
                    expected.collection_frequency(term)
                );
            }
        }
        (at_once, in_pieces) => assert_eq!(in_pieces.err(), at_once.err()),
    }
}

fn samples() -> Vec<Vec<u8>> {
    let many: Vec<_> = (0..200)
        .map(|number| {
            let body = format!("common é w{} {}", number % 9, "x ".repeat(number % 40));
            document(&format!("{number}"), "t", &["# common", &body])
        })
        .collect();
    // Lists of documents of one block have no units: they can be checked before that column arrives.
    let of_one_block: Vec<_> = (0..40)
        .map(|number| document(&format!("{number}"), "", &["common words"]))
        .collect();
    let texts = [two_letters(), many, of_one_block];
    [StoredPostings::Stored, StoredPostings::Completed]
        .into_iter()
        .flat_map(|postings| texts.each_ref().map(|texts| build(texts, postings)))
        .collect()
}

#[test]
fn one_byte_at_a_time_is_enough() {
    for bytes in samples() {
        assert_same(&bytes, &[1], 3);
        assert_same(&bytes, &[1], 0);
    }
}

#[test]
fn a_header_that_promises_much_reserves_what_has_arrived() {
    let mut bytes = build(&two_letters(), StoredPostings::Completed);
    let (expected, found) = (u32::MAX, bytes.len() as u64);
    bytes[16..20].copy_from_slice(&expected.to_le_bytes());
    let expected = u64::from(expected);
    assert_eq!(
        open_in_pieces(&bytes, &[64], 1).err(),
        Some(OpenError::Truncated { expected, found })
    );
}

#[test]
fn progress_is_known_from_the_table_on() {
    let bytes = build(&two_letters(), StoredPostings::Completed);
    let mut opening = Opening::new();
    opening.push(&bytes[..20]);
    assert_eq!(opening.progress(), (20, None));
    opening.push(&bytes[20..300]);
    assert_eq!(opening.progress(), (300, Some(bytes.len() as u64)));
}

#[test]
fn work_is_done_while_bytes_are_missing() {
    let bytes = samples().remove(4);
    let mut opening = Opening::new();
    opening.push(&bytes[..bytes.len() - 4]);
    let mut n_steps = 0;
    while opening.step() {
        n_steps += 1;
    }
    assert!(
        n_steps > 3,
        "all but the last checksum is there: {n_steps} steps"
    );
    assert!(!opening.step());
    opening.push(&bytes[bytes.len() - 4..]);
    assert!(opening.finish().is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn cuts_do_not_matter(
        sample in 0_usize..6,
        sizes in prop::collection::vec(1_usize..700, 1..8),
        n_steps in 0_usize..4,
        damage in prop::option::of((any::<prop::sample::Index>(), any::<u8>())),
        length in prop::option::of(any::<prop::sample::Index>()),
        tail in prop::collection::vec(any::<u8>(), 0..3),
    ) {
        let mut bytes = samples().swap_remove(sample);
        if let Some((place, value)) = damage {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        if let Some(length) = length {
            bytes.truncate(length.index(bytes.len()));
        }
        bytes.extend(tail);
        assert_same(&bytes, &sizes, n_steps);
    }

    #[test]
    fn any_bytes_fail_alike(
        start in 0_usize..30,
        rest in prop::collection::vec(any::<u8>(), 0..300),
        sizes in prop::collection::vec(1_usize..40, 1..4),
    ) {
        let mut bytes = build(&[], StoredPostings::Completed)[..start].to_vec();
        bytes.extend(rest);
        assert_same(&bytes, &sizes, 1);
    }
}
