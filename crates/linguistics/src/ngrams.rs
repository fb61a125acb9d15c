//! N-grams: runs of one to six words, how often and in how many documents.

use crate::bit_set::BitSet;
use crate::words::Words;
use index::DocId;
use sorting::keep_first;

/// Longest n-gram.
pub const MAX_SIZE: usize = 6;
/// Most different n-grams that are kept while counting; beyond, the rarest are let go.
const MAX_KINDS: usize = 200_000;

/// What to count.
#[derive(Debug, Clone, PartialEq)]
pub struct NgramOptions {
    /// Number of words, 1 to [`MAX_SIZE`]; what is outside is taken to the nearer end.
    pub size: usize,
    /// N-grams that occur less often are left out.
    pub min_frequency: u32,
    /// N-grams that occur in fewer documents are left out.
    pub min_documents: u32,
    /// True: none crosses the end of a sentence. False: none crosses the end of a block.
    pub inside_sentences: bool,
    /// Terms of which the n-gram must hold one; empty for no such wish.
    pub containing: Vec<u32>,
    /// Order of the n-grams; equal ones alphabetically.
    pub order: NgramOrder,
    /// N-grams to leave out at the start.
    pub offset: usize,
    /// Largest number to give back.
    pub limit: usize,
}

/// Order of n-grams.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NgramOrder {
    /// Most frequent first.
    #[default]
    Frequency,
    /// In most documents first.
    Documents,
    /// Alphabetically.
    Words,
}

/// N-grams in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ngrams {
    /// Number of different n-grams that pass.
    pub total: usize,
    /// How many n-grams were counted, different or not.
    pub n_tokens: u64,
    /// Those asked for.
    pub rows: Vec<Ngram>,
    /// A higher `min_frequency` than the one asked for, where there were too many.
    pub raised_to: Option<u32>,
}

/// One n-gram.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ngram {
    /// Its terms, `size` of them.
    pub terms: Vec<u32>,
    /// How often it occurs.
    pub frequency: u32,
    /// In how many documents.
    pub documents: u32,
}

/// All places in the order of the six words that begin there, inside their block.
///
/// A suffix array (Manber and Myers 1993) cut at six words: all n-grams of all sizes stand together in
/// it, so that counting any size over any documents is one walk.
#[derive(Debug)]
pub(crate) struct PhraseOrder {
    places: Vec<u32>,
    /// How many first words a place shares with the one before it in the order.
    shared: Vec<u8>,
}

impl PhraseOrder {
    /// Sorts by the sixth word, then by the fifth, …: six counting sorts, each stable.
    fn new(words: &Words) -> Self {
        let (terms, n) = (&words.terms, words.terms.len());
        let room = room(words);
        let mut places: Vec<u32> = (0..n as u32).collect();
        let mut sorted = vec![0; n];
        let mut ends = vec![0_u32; words.n_terms() + 2];
        for at in (0..MAX_SIZE).rev() {
            // Terms begin at 1; 0 is the end of the block.
            let key = |place: u32| {
                let place = place as usize;
                if at < usize::from(room[place]) {
                    (terms[place + at] as usize).min(ends_len(words)) + 1
                } else {
                    0
                }
            };
            ends.fill(0);
            for place in 0..n as u32 {
                ends[key(place)] += 1;
            }
            let mut before = 0;
            for end in &mut ends {
                before += std::mem::replace(end, before);
            }
            for &place in &places {
                let end = &mut ends[key(place)];
                sorted[*end as usize] = place;
                *end += 1;
            }
            std::mem::swap(&mut places, &mut sorted);
        }
        let mut shared = vec![0; n];
        for at in 1..n {
            let (a, b) = (places[at - 1] as usize, places[at] as usize);
            let most = room[a].min(room[b]);
            let same = (0..usize::from(most)).take_while(|&k| terms[a + k] == terms[b + k]);
            shared[at] = same.count() as u8;
        }
        Self { places, shared }
    }
}

/// The number that a word without a term is sorted by.
fn ends_len(words: &Words) -> usize {
    words.n_terms()
}

/// Returns for each place how many words there are to the end of its block, at most [`MAX_SIZE`].
fn room(words: &Words) -> Vec<u8> {
    let mut room = vec![0; words.terms.len()];
    let mut left = 0;
    for at in (0..room.len()).rev() {
        left = (left + 1).min(MAX_SIZE as u8);
        room[at] = left;
        if words.blocks.has(at) {
            left = 0;
        }
    }
    room
}

/// N-grams that are alike, as a part of the order.
#[derive(Debug, Clone, Copy)]
struct Group {
    from: u32,
    to: u32,
    frequency: u32,
    documents: u32,
}

impl Words {
    /// Counts n-grams in documents, which are ascending.
    ///
    /// Cost: linear in the words of the corpus; the first call sorts them.
    #[must_use]
    pub fn ngrams(&self, documents: &[DocId], options: &NgramOptions) -> Ngrams {
        let size = options.size.clamp(1, MAX_SIZE);
        let counted = self.counted(documents, size, options.inside_sentences);
        let order = self.phrases.get_or_init(|| PhraseOrder::new(self));
        let mut wanted = vec![options.containing.is_empty(); self.n_terms()];
        for &term in &options.containing {
            if let Some(wanted) = wanted.get_mut(term as usize) {
                *wanted = true;
            }
        }
        let mut kinds = Kinds {
            groups: Vec::new(),
            min_frequency: options.min_frequency.max(1),
        };
        let mut ngrams = Ngrams {
            n_tokens: counted.len(),
            ..Ngrams::default()
        };
        let mut from = 0;
        for to in 1..=order.places.len() {
            if order
                .shared
                .get(to)
                .is_some_and(|&shared| usize::from(shared) >= size)
            {
                continue;
            }
            let group = &order.places[from..to];
            let (start, end) = (from as u32, to as u32);
            from = to;
            if end - start < kinds.min_frequency {
                continue;
            }
            let is_counted = |place: &&u32| counted.has(**place as usize);
            let frequency = group.iter().filter(is_counted).count() as u32;
            if frequency < kinds.min_frequency {
                continue;
            }
            let first = group[0] as usize;
            let held = |term: &u32| wanted.get(*term as usize).is_some_and(|&wanted| wanted);
            if self.terms[first..first + size].iter().any(held) {
                kinds.push(Group {
                    from: start,
                    to: end,
                    frequency,
                    documents: 0,
                });
            }
        }
        if kinds.min_frequency > options.min_frequency.max(1) {
            ngrams.raised_to = Some(kinds.min_frequency);
        }
        let mut seen_for = vec![u32::MAX; self.n_documents() as usize];
        let mut count = |group: &mut Group| {
            group.documents = 0;
            let places = &order.places[group.from as usize..group.to as usize];
            for &place in places.iter().filter(|&&place| counted.has(place as usize)) {
                let seen_for = &mut seen_for[self.doc(place).as_usize()];
                group.documents += u32::from(*seen_for != group.from);
                *seen_for = group.from;
            }
        };
        let mut groups = kinds.groups;
        if options.order == NgramOrder::Documents || options.min_documents > 1 {
            groups.iter_mut().for_each(&mut count);
            groups.retain(|group| group.documents >= options.min_documents);
        }
        ngrams.total = groups.len();
        let shown = options.offset.saturating_add(options.limit);
        match options.order {
            NgramOrder::Frequency => {
                keep_first(&mut groups, shown, |group| {
                    u64::from(u32::MAX - group.frequency)
                });
            }
            NgramOrder::Documents => {
                keep_first(&mut groups, shown, |group| {
                    u64::from(u32::MAX - group.documents) << 32
                        | u64::from(u32::MAX - group.frequency)
                });
            }
            NgramOrder::Words => groups.truncate(shown),
        }
        for mut group in groups.into_iter().skip(options.offset) {
            if group.documents == 0 {
                count(&mut group);
            }
            let first = order.places[group.from as usize] as usize;
            ngrams.rows.push(Ngram {
                terms: self.terms[first..first + size].to_vec(),
                frequency: group.frequency,
                documents: group.documents,
            });
        }
        ngrams
    }

    /// Returns the places in documents at which an n-gram begins that crosses no edge.
    fn counted(&self, documents: &[DocId], size: usize, inside_sentences: bool) -> BitSet {
        let mut counted = BitSet::new(self.terms.len());
        for &doc in documents {
            let places = self.places(doc);
            counted.set_range(places.start, places.end);
        }
        let edges = if inside_sentences {
            &self.sentences
        } else {
            &self.blocks
        };
        counted.clear_before(edges, size - 1);
        counted
    }
}

/// Groups in alphabetical order, no more than [`MAX_KINDS`].
struct Kinds {
    groups: Vec<Group>,
    min_frequency: u32,
}

impl Kinds {
    fn push(&mut self, group: Group) {
        self.groups.push(group);
        while self.groups.len() > MAX_KINDS {
            self.min_frequency += 1;
            let least = self.min_frequency;
            self.groups.retain(|group| group.frequency >= least);
        }
    }
}
