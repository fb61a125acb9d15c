//! N-grams: runs of one to six words, how often and in how many documents.

use crate::bit_set::BitSet;
use crate::phrases::MAX_SIZE;
use crate::words::Words;
use index::DocId;
use sorting::keep_first;

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
    /// Cost: linear in the words of the corpus; the first call sorts them, unless
    /// [`PhraseSorting`](crate::PhraseSorting) did.
    #[must_use]
    pub fn ngrams(&self, documents: &[DocId], options: &NgramOptions) -> Ngrams {
        let size = options.size.clamp(1, MAX_SIZE);
        let counted = self.counted(documents, size, options.inside_sentences);
        let order = self.phrase_order();
        let kinds = self.kinds(&counted, size, options);
        let mut ngrams = Ngrams {
            n_tokens: counted.len(),
            ..Ngrams::default()
        };
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
        keep_shown(&mut groups, options);
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

    /// Returns the n-grams that are frequent enough and hold a word that is asked for, in alphabetical order.
    fn kinds(&self, counted: &BitSet, size: usize, options: &NgramOptions) -> Kinds {
        let order = self.phrase_order();
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
        kinds
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

/// Keeps the groups up to the last that is shown, in the order asked for.
fn keep_shown(groups: &mut Vec<Group>, options: &NgramOptions) {
    let shown = options.offset.saturating_add(options.limit);
    let rarity = |group: &Group| u64::from(u32::MAX - group.frequency);
    match options.order {
        NgramOrder::Frequency => keep_first(groups, shown, rarity),
        NgramOrder::Documents => keep_first(groups, shown, |group| {
            u64::from(u32::MAX - group.documents) << 32 | rarity(group)
        }),
        NgramOrder::Words => groups.truncate(shown),
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
