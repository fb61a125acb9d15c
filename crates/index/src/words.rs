//! Where in a document its words stand: read from the text, remembered as hashes.

use crate::build::hash_of;
use crate::{DocumentView, Index, TermId};
use corpus::ByteSpan;
use sorting::SmallSort;
use std::sync::OnceLock;

/// A term as it is looked for in texts.
#[derive(Debug, Clone)]
pub struct WordKey {
    hash: u32,
    /// The term itself, where another term of the dictionary has the same hash.
    term: Option<Box<str>>,
}

/// Hashes that more than one term of the dictionary has, sorted; found when first asked for.
#[derive(Debug, Default)]
pub(crate) struct SharedHashes(OnceLock<Vec<u32>>);

impl Index {
    /// Returns how a term is looked for in texts.
    ///
    /// Cost: a walk through the dictionary, linear in the term's length; the first call walks through
    /// all of it.
    #[must_use]
    pub fn word_key(&self, term: TermId) -> WordKey {
        let shared = self.shared_hashes.0.get_or_init(|| {
            let mut hashes = Vec::with_capacity(self.n_terms() as usize);
            self.for_each_term("", &mut |term, _| {
                hashes.push(hash_of(term.as_bytes()));
                true
            });
            repeated(&hashes)
        });
        let term = self.term_text(term);
        let hash = hash_of(term.as_bytes());
        let is_shared = shared.binary_search(&hash).is_ok();
        WordKey {
            hash,
            term: is_shared.then(|| term.into()),
        }
    }
}

/// Returns the numbers that occur more than once, sorted.
fn repeated(numbers: &[u32]) -> Vec<u32> {
    let mut found = Vec::new();
    // One more than each number, at a place that it chooses; 0 marks a free one.
    let mut table = vec![0_u64; (numbers.len() * 2 + 1).next_power_of_two()];
    let mask = table.len() - 1;
    for &number in numbers {
        let mut place = number as usize & mask;
        while table[place] != 0 && table[place] != u64::from(number) + 1 {
            place = (place + 1) & mask;
        }
        if table[place] != 0 {
            found.push(number);
        }
        table[place] = u64::from(number) + 1;
    }
    found.small_sort_by_number(|&number| u64::from(number));
    found.dedup();
    found
}

/// The words of one document, as far as they have been asked for.
///
/// A word is kept as a hash of 32 bits. Every word of a text is a term of the dictionary, so that a word
/// with the hash of a term is that term, unless another term has the same hash: then the text is read
/// again and compared ([`WordKey`]). Memory: four bytes for each position of the document, once one of
/// its units has been read.
#[derive(Debug, Default)]
pub struct DocumentWords {
    /// One for each position of the document.
    hashes: Vec<u32>,
    /// Joined forms with the positions of their first parts, sorted.
    joined: Vec<(u32, u32)>,
    /// A bit for each unit that has been read.
    known: Vec<u64>,
}

impl DocumentWords {
    /// Appends the positions of a term in a unit (0 for the title, 1 for the first block), strictly
    /// increasing.
    ///
    /// `view` must be the same document in every call. Positions count through the document as
    /// [`DocumentView::blocks`] says. A unit that is not there has none.
    ///
    /// Cost: linear in the words of the unit; when it is first asked for, in its text.
    pub fn positions(
        &mut self,
        view: DocumentView<'_>,
        key: &WordKey,
        unit: u32,
        out: &mut Vec<u32>,
    ) {
        let Some(place) = Unit::of(view, unit) else {
            return;
        };
        if let Some(term) = &key.term {
            return place.find(term, out);
        }
        self.read(unit, place);
        let before = out.len();
        let (first, end) = (place.first, place.end());
        let hashes = self.hashes.get(first as usize..end as usize);
        let mut position = first;
        for few in hashes.unwrap_or_default().chunks(8) {
            // Mostly there is none among eight, which one comparison of all of them says.
            let is_among = few.iter().fold(false, |is, &hash| is | (hash == key.hash));
            if is_among {
                let places = (position..).zip(few);
                out.extend(
                    places
                        .filter(|place| *place.1 == key.hash)
                        .map(|place| place.0),
                );
            }
            position += few.len() as u32;
        }
        let start = self.joined.partition_point(|joined| joined.0 < first);
        let joined = self.joined.get(start..).unwrap_or_default();
        let joined = joined.iter().take_while(|joined| joined.0 < end);
        let n_words = out.len();
        out.extend(
            joined
                .filter(|joined| joined.1 == key.hash)
                .map(|joined| joined.0),
        );
        if n_words < out.len() {
            sort_tail(out, before);
        }
    }

    /// Keeps those positions in a unit at which a term stands.
    ///
    /// Cost: linear in the positions; as [`DocumentWords::positions`] where the unit is asked for the
    /// first time.
    pub fn keep_held(
        &mut self,
        view: DocumentView<'_>,
        key: &WordKey,
        unit: u32,
        positions: &mut Vec<u32>,
    ) {
        let Some(place) = Unit::of(view, unit).filter(|_| key.term.is_none()) else {
            let mut held = Vec::new();
            self.positions(view, key, unit, &mut held);
            return positions.retain(|position| held.binary_search(position).is_ok());
        };
        self.read(unit, place);
        positions.retain(|&position| {
            let is_inside = place.first <= position && position < place.end();
            is_inside
                && (self.hashes.get(position as usize) == Some(&key.hash)
                    || self.has_joined(position, key.hash))
        });
    }

    fn has_joined(&self, position: u32, hash: u32) -> bool {
        let start = self.joined.partition_point(|joined| joined.0 < position);
        let joined = self.joined.get(start..).unwrap_or_default();
        let mut joined = joined.iter().take_while(|joined| joined.0 == position);
        joined.any(|joined| joined.1 == hash)
    }

    /// Returns the memory that this takes, in bytes.
    #[must_use]
    pub fn memory(&self) -> usize {
        size_of::<Self>()
            + self.hashes.capacity() * 4
            + self.joined.capacity() * 8
            + self.known.capacity() * 8
    }

    /// Reads a unit, unless that has been done.
    fn read(&mut self, unit: u32, place: Unit<'_>) {
        let view = place.view;
        let (word, bit) = (unit as usize / 64, 1_u64 << (unit % 64));
        if self.known.is_empty() {
            let n_units = view.blocks().len() + 1;
            self.known = vec![0; n_units.div_ceil(64)];
            let end = Unit::of(view, n_units as u32 - 1).map_or(0, Unit::end);
            // What counts more words than it has bytes was made on purpose.
            let most = view.title().len() + view.text_bytes() as usize + n_units;
            self.hashes = vec![0; most.min(end as usize)];
        }
        if self.known.get(word).is_none_or(|known| known & bit != 0) {
            return;
        }
        self.known[word] |= bit;
        let mut joined = Vec::new();
        analysis::tokens(place.text(), &mut |token| {
            if token.position >= place.n_words {
                return;
            }
            let position = place.first.saturating_add(token.position);
            let hash = hash_of(token.term.as_bytes());
            if token.n_positions > 1 {
                joined.push((position, hash));
            } else if let Some(slot) = self.hashes.get_mut(position as usize) {
                *slot = hash;
            }
        });
        let at = self.joined.partition_point(|joined| joined.0 < place.first);
        self.joined.splice(at..at, joined);
    }
}

/// Sorts what stands from `start` on and takes out repetitions.
fn sort_tail(numbers: &mut Vec<u32>, start: usize) {
    let mut tail = numbers.split_off(start);
    tail.small_sort_by_number(|&number| u64::from(number));
    tail.dedup();
    numbers.append(&mut tail);
}

/// The title or a block, and its place among the positions.
#[derive(Clone, Copy)]
struct Unit<'i> {
    view: DocumentView<'i>,
    /// `None` for the title.
    text: Option<ByteSpan>,
    first: u32,
    n_words: u32,
}

impl<'i> Unit<'i> {
    fn of(view: DocumentView<'i>, unit: u32) -> Option<Self> {
        let Some(block) = unit.checked_sub(1) else {
            return Some(Self {
                view,
                text: None,
                first: 0,
                n_words: view.lengths().title,
            });
        };
        let block = view.blocks().get(block as usize)?;
        Some(Self {
            view,
            text: Some(block.span),
            first: block.first_position,
            n_words: block.n_tokens,
        })
    }

    /// Cost: linear in the text.
    fn text(self) -> &'i str {
        self.text
            .map_or_else(|| self.view.title(), |span| self.view.slice(span))
    }

    fn end(self) -> u32 {
        self.first.saturating_add(self.n_words)
    }

    /// Appends the positions of a term, found by reading.
    fn find(self, term: &str, out: &mut Vec<u32>) {
        let before = out.len();
        analysis::tokens(self.text(), &mut |token| {
            if token.term == term && token.position < self.n_words {
                out.push(self.first.saturating_add(token.position));
            }
        });
        sort_tail(out, before);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{DocumentWords, hash_of, repeated};
    use crate::{BuildOptions, Index, IndexBuilder};
    use corpus::{Block, BlockKind, ByteSpan, Document};
    use proptest::prelude::*;

    /// Finds two words with one hash: among 200,000 there are some by chance.
    fn twins() -> (String, String) {
        let mut seen: HashMap<u32, String> = HashMap::new();
        for number in 0..10_000_000_u64 {
            let word: String = (0..7)
                .map(|place| char::from(b'a' + (number / 26_u64.pow(place) % 26) as u8))
                .collect();
            if let Some(other) = seen.insert(hash_of(word.as_bytes()), word.clone()) {
                return (other, word);
            }
        }
        panic!("no two words share a hash");
    }

    #[test]
    fn words_that_share_a_hash_are_told_apart_by_the_text() {
        let (one, other) = twins();
        let text = [&*one, &*other, &*one, "and"].join(" ");
        let mut builder = IndexBuilder::new(BuildOptions::default());
        builder.add(&Document {
            id: "a".into(),
            blocks: vec![Block {
                kind: BlockKind::Paragraph,
                span: ByteSpan::new(0, text.len() as u32),
            }],
            text,
            ..Document::default()
        });
        let bytes = builder.finish().expect("a sound document");
        let index = Index::open(bytes.into()).expect("bytes as built");
        let view = index.document(crate::DocId(0));
        let mut words = DocumentWords::default();
        for (word, expected) in [(one.as_str(), &[1, 3][..]), (&other, &[2]), ("and", &[4])] {
            let key = index.word_key(index.term_id(word).expect("a word of the text"));
            assert_eq!(key.term.is_some(), word != "and");
            let mut found = Vec::new();
            words.positions(view, &key, 1, &mut found);
            assert_eq!(found, expected, "the empty title leaves one position free");
        }
    }

    proptest! {
        #[test]
        fn repeated_numbers_are_found(numbers in prop::collection::vec(0_u32..40, 0..60)) {
            let n = |wanted: u32| numbers.iter().filter(|&&number| number == wanted).count();
            let expected: Vec<u32> = (0..40).filter(|&number| n(number) > 1).collect();
            prop_assert_eq!(repeated(&numbers), expected);
        }
    }
}
