//! Texts that are there twice, as they are or nearly so.
//!
//! Near duplicates are measured by *resemblance*: of the runs of five words (shingles) that either text has, the
//! share that both have (A. Z. Broder, "On the resemblance and containment of documents", 1997). It is estimated
//! from one permutation of all shingles cut into bins, the least value of each bin kept (P. Li, A. Owen, C.-H.
//! Zhang, "One Permutation Hashing", 2012), and pairs to compare are found by equal bands of a signature whose
//! empty bins are filled (A. Shrivastava, "Optimal Densification for Fast and Accurate Minwise Hashing", 2017).
//! Cost: linear in the words, then a sort of the documents for each band. Memory: half a kilobyte a document.

use analysis::TokenKind;
use corpus::fnv;
use sha2::{Digest as _, Sha256};

/// Bins of a sketch; the standard error of an estimate of 0.8 is 0.035.
const BINS: usize = 128;
/// Words of a shingle.
const SHINGLE_WORDS: usize = 5;
/// Texts of fewer words are only compared as a whole: records and headlines resemble each other anyway.
const LEAST_WORDS: usize = 40;
/// Bins of a band, all of which must be equal for two texts to be compared. With 32 bands a pair of resemblance
/// 0.8 is missed once in two million times, one of 0.5 compared in seven of eight.
const BAND_BINS: usize = 4;
/// Resemblance from which texts are told to be versions of one.
pub(crate) const NEAR: f64 = 0.8;
/// Most documents whose near duplicates are looked for: beyond, sketches would take more than 128 MB.
const MOST_SKETCHES: usize = 1 << 18;

const EMPTY: u32 = u32::MAX;

/// What is kept of a text to find it again.
#[derive(Debug, Clone)]
pub(crate) struct Fingerprint {
    /// Half of the text's SHA-256.
    text: [u8; 16],
    sketch: Option<Box<[u32; BINS]>>,
}

/// A text that is also there, or nearly so, earlier.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Duplicate {
    /// Its place among the texts.
    pub(crate) document: usize,
    /// The place of the earlier one.
    pub(crate) of: usize,
    /// Share of the runs of five words of either text that both have; `None` for the same text.
    pub(crate) resemblance: Option<f64>,
}

impl Fingerprint {
    /// Takes the fingerprint of a text; also returns its number of words.
    pub(crate) fn of(text: &str) -> (Self, usize) {
        let mut shingles = Shingles::default();
        analysis::tokens(text, &mut |token| {
            if token.kind == TokenKind::Word {
                shingles.add(token.term);
            }
        });
        let hash = Sha256::digest(text.as_bytes());
        let mut half = [0; 16];
        half.copy_from_slice(&hash[..16]);
        let n_words = shingles.n_words;
        let sketch = (n_words >= LEAST_WORDS).then_some(shingles.sketch);
        (Self { text: half, sketch }, n_words)
    }
}

/// The sketch of the words that came so far.
struct Shingles {
    /// Hashes of the last words, the latest at `n_words - 1` modulo their number.
    last: [u64; SHINGLE_WORDS],
    n_words: usize,
    sketch: Box<[u32; BINS]>,
}

impl Default for Shingles {
    fn default() -> Self {
        Self {
            last: [0; SHINGLE_WORDS],
            n_words: 0,
            sketch: Box::new([EMPTY; BINS]),
        }
    }
}

impl Shingles {
    fn add(&mut self, word: &str) {
        self.last[self.n_words % SHINGLE_WORDS] = fnv::hash_64(word.as_bytes());
        self.n_words += 1;
        if self.n_words < SHINGLE_WORDS {
            return;
        }
        let mut hash = 0;
        for back in 0..SHINGLE_WORDS {
            hash = mixed(hash ^ self.last[(self.n_words + back) % SHINGLE_WORDS]);
        }
        let bin = (hash >> 32) as usize % BINS;
        self.sketch[bin] = self.sketch[bin].min(hash as u32);
    }
}

/// The finaliser of `SplitMix64` (G. Steele, D. Lea, C. Flood, 2014): every bit of the result depends on every
/// bit given.
fn mixed(mut bits: u64) -> u64 {
    bits = bits.wrapping_add(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

/// Returns each text that an earlier one equals or resembles, in order, with the first such text.
pub(crate) fn find(prints: &[&Fingerprint]) -> Vec<Duplicate> {
    let mut found: Vec<Option<Duplicate>> = vec![None; prints.len()];
    find_equal(prints, &mut found);
    find_near(prints, &mut found);
    found.into_iter().flatten().collect()
}

fn find_equal(prints: &[&Fingerprint], found: &mut [Option<Duplicate>]) {
    let mut order: Vec<usize> = (0..prints.len()).collect();
    order.sort_by_key(|&place| (prints[place].text, place));
    for same in order.chunk_by(|&a, &b| prints[a].text == prints[b].text) {
        for &document in &same[1..] {
            found[document] = Some(Duplicate {
                document,
                of: same[0],
                resemblance: None,
            });
        }
    }
}

fn find_near(prints: &[&Fingerprint], found: &mut [Option<Duplicate>]) {
    let sketches: Vec<(u32, &[u32; BINS])> = prints
        .iter()
        .enumerate()
        .filter(|(place, _)| found[*place].is_none())
        .filter_map(|(place, print)| Some((u32::try_from(place).ok()?, print.sketch.as_deref()?)))
        .take(MOST_SKETCHES)
        .collect();
    let mut keys: Vec<(u64, usize)> = Vec::with_capacity(sketches.len());
    for band in 0..BINS / BAND_BINS {
        keys.clear();
        let of_band = sketches.iter().map(|(_, sketch)| band_key(sketch, band));
        keys.extend(of_band.zip(0..));
        keys.sort_unstable();
        for group in keys.chunk_by(|a, b| a.0 == b.0) {
            let mut earlier = group[0].1;
            for &(_, later) in &group[1..] {
                // With the first of the group and the one before it: linear, however large the group is.
                compare(sketches[group[0].1], sketches[later], found);
                compare(sketches[earlier], sketches[later], found);
                earlier = later;
            }
        }
    }
}

/// Notes that `b` resembles `a`, where it does and nothing earlier is known to.
fn compare(a: (u32, &[u32; BINS]), b: (u32, &[u32; BINS]), found: &mut [Option<Duplicate>]) {
    let (of, document) = (a.0 as usize, b.0 as usize);
    if found[document].is_some_and(|known| known.of <= of) {
        return;
    }
    let resemblance = resemblance(a.1, b.1);
    if resemblance >= NEAR {
        found[document] = Some(Duplicate {
            document,
            of,
            resemblance: Some(resemblance),
        });
    }
}

/// The estimator of Li, Owen and Zhang: equal bins among those that are empty in not both.
fn resemblance(a: &[u32; BINS], b: &[u32; BINS]) -> f64 {
    let (mut n_equal, mut n_used) = (0_u32, 0_u32);
    for (a, b) in a.iter().zip(b) {
        n_used += u32::from(*a != EMPTY || *b != EMPTY);
        n_equal += u32::from(a == b && *a != EMPTY);
    }
    f64::from(n_equal) / f64::from(n_used.max(1))
}

/// Returns the hash of a band, each empty bin filled from another one that is the same for every text.
fn band_key(sketch: &[u32; BINS], band: usize) -> u64 {
    let bins = band * BAND_BINS..(band + 1) * BAND_BINS;
    bins.fold(0, |key, bin| {
        mixed(key ^ u64::from(filled(sketch, bin)) << 7)
    })
}

fn filled(sketch: &[u32; BINS], bin: usize) -> u32 {
    // A text that has a sketch has shingles; the bound only keeps the loop finite.
    (0..BINS as u64 * 64)
        .map(|attempt| match attempt {
            0 => sketch[bin],
            _ => sketch[(mixed((bin as u64) << 32 | attempt) >> 32) as usize % BINS],
        })
        .find(|&value| value != EMPTY)
        .unwrap_or(EMPTY)
}

#[cfg(test)]
mod tests {
    use super::{Duplicate, Fingerprint, find};
    use std::collections::BTreeSet;

    /// A text of `n` words that depend on `seed`.
    fn words(seed: u64, n: usize) -> Vec<String> {
        let mut state = seed;
        (0..n)
            .map(|_| {
                state = super::mixed(state);
                format!("w{}", state % 5000)
            })
            .collect()
    }

    fn found(texts: &[String]) -> Vec<Duplicate> {
        let prints: Vec<Fingerprint> = texts.iter().map(|text| Fingerprint::of(text).0).collect();
        find(&prints.iter().collect::<Vec<_>>())
    }

    #[test]
    fn the_same_text_and_a_new_version_of_it_are_found() {
        let original = words(1, 400);
        let mut revised = original.clone();
        revised[200] = "changed".to_owned();
        revised.truncate(390);
        let mut rewritten = original.clone();
        for word in rewritten.iter_mut().step_by(8) {
            word.push('x');
        }
        let texts = [original, words(2, 400), revised, words(1, 400), rewritten];
        let found = found(&texts.map(|words| words.join(" ")));
        let pairs: Vec<(usize, usize, bool)> = found
            .iter()
            .map(|pair| (pair.document, pair.of, pair.resemblance.is_none()))
            .collect();
        assert_eq!(pairs, [(2, 0, false), (3, 0, true)]);
    }

    #[test]
    fn short_texts_are_duplicates_only_when_equal() {
        let texts = ["The road to Homs was open.", "The road to Homs was shut."];
        assert_eq!(found(&texts.map(str::to_owned)), []);
    }

    #[test]
    fn estimates_are_near_the_true_resemblance() {
        for (seed, n_changed) in [(3, 2), (4, 6), (5, 20)] {
            let a = words(seed, 1000);
            let mut b = a.clone();
            for place in 0..n_changed {
                b[place * 40 + 7] = format!("changed{place}");
            }
            let shingles = |words: &[String]| -> BTreeSet<Vec<String>> {
                words.windows(5).map(<[String]>::to_vec).collect()
            };
            let (of_a, of_b) = (shingles(&a), shingles(&b));
            let n_both = of_a.intersection(&of_b).count();
            let truth = n_both as f64 / of_a.union(&of_b).count() as f64;
            let found = found(&[a.join(" "), b.join(" ")]);
            let estimate = found[0].resemblance.expect("not the same");
            assert!((estimate - truth).abs() < 0.12, "{estimate} for {truth}");
        }
    }

    #[test]
    fn many_versions_of_one_text_all_lead_to_the_first() {
        let original = words(9, 300);
        let texts: Vec<String> = (0..200)
            .map(|number| format!("{} and number {number}", original.join(" ")))
            .collect();
        let found = found(&texts);
        assert_eq!(found.len(), 199);
        assert!(found.iter().all(|pair| pair.of == 0));
    }
}
