//! All places of the words in the order of the phrases that begin there.

use crate::words::Words;

/// Longest n-gram.
pub const MAX_SIZE: usize = 6;

/// All places in the order of the six words that begin there, inside their block.
///
/// A suffix array (Manber and Myers 1993) cut at six words: all n-grams of all sizes stand together in
/// it, so that counting any size over any documents is one walk.
#[derive(Debug)]
pub(crate) struct PhraseOrder {
    pub(crate) places: Vec<u32>,
    /// How many first words a place shares with the one before it in the order.
    pub(crate) shared: Vec<u8>,
}

/// What a sort does next with each place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pass {
    /// Counts its word.
    Count,
    /// Puts it where its word belongs.
    Place,
    /// Compares it with the one before.
    Compare,
}

/// Passes over all places: two for each word, one to compare.
const N_PASSES: usize = 2 * MAX_SIZE + 1;

/// The order of the phrases while it is made, for hosts that must answer meanwhile.
///
/// Sorts by the sixth word, then by the fifth, …: six counting sorts, each stable.
#[derive(Debug)]
pub struct PhraseSorting {
    /// How many words there are from each place to the end of its block, at most [`MAX_SIZE`].
    room: Vec<u8>,
    places: Vec<u32>,
    sorted: Vec<u32>,
    /// For each term, and for the end of a block, where its next place goes.
    ends: Vec<u32>,
    shared: Vec<u8>,
    pass: Pass,
    /// Number of passes that are done.
    n_done: usize,
    /// The word of the phrase that is sorted by.
    at: usize,
    next: usize,
}

impl PhraseSorting {
    /// Begins with the order of the texts. Cost: linear in the words, a few instructions each.
    #[must_use]
    pub fn new(words: &Words) -> Self {
        let n = words.terms.len();
        Self {
            room: room(words),
            places: (0..n as u32).collect(),
            sorted: vec![0; n],
            ends: vec![0; words.n_terms() + 2],
            shared: Vec::new(),
            pass: Pass::Count,
            n_done: 0,
            at: MAX_SIZE - 1,
            next: 0,
        }
    }

    /// Sorts on, with at most `n_places` places looked at. Returns whether there is more to do.
    pub fn step(&mut self, words: &Words, n_places: usize) -> bool {
        let mut left = n_places.max(1);
        while left > 0 && self.n_done < N_PASSES {
            let to = self.places.len().min(self.next.saturating_add(left));
            left -= to - self.next;
            match self.pass {
                Pass::Count => self.count(words, to),
                Pass::Place => self.place(words, to),
                Pass::Compare => self.compare(words, to),
            }
            self.next = to;
            if to == self.places.len() {
                self.end_pass();
            }
        }
        self.n_done < N_PASSES
    }

    /// Returns which share of the work is done, from 0 to 1.
    #[must_use]
    pub fn share(&self) -> f32 {
        let of_pass = self.next as f32 / self.places.len().max(1) as f32;
        (self.n_done as f32 + of_pass) / N_PASSES as f32
    }

    fn end_pass(&mut self) {
        self.next = 0;
        self.n_done += 1;
        self.pass = match self.pass {
            Pass::Count => {
                let mut before = 0;
                for end in &mut self.ends {
                    before += std::mem::replace(end, before);
                }
                Pass::Place
            }
            Pass::Place => {
                std::mem::swap(&mut self.places, &mut self.sorted);
                self.ends.fill(0);
                match self.at.checked_sub(1) {
                    Some(at) => {
                        self.at = at;
                        Pass::Count
                    }
                    None => {
                        self.sorted = Vec::new();
                        self.shared = vec![0; self.places.len()];
                        Pass::Compare
                    }
                }
            }
            Pass::Compare => Pass::Compare,
        };
    }

    /// The number that the word sorted by has. Terms begin at 1; 0 is the end of the block.
    fn key(&self, words: &Words, place: u32) -> usize {
        let place = place as usize;
        if self.at < usize::from(self.room[place]) {
            (words.terms[place + self.at] as usize).min(words.n_terms()) + 1
        } else {
            0
        }
    }

    fn count(&mut self, words: &Words, to: usize) {
        for place in self.next..to {
            let key = self.key(words, place as u32);
            self.ends[key] += 1;
        }
    }

    fn place(&mut self, words: &Words, to: usize) {
        for at in self.next..to {
            let place = self.places[at];
            let key = self.key(words, place);
            let end = &mut self.ends[key];
            self.sorted[*end as usize] = place;
            *end += 1;
        }
    }

    fn compare(&mut self, words: &Words, to: usize) {
        for at in self.next.max(1)..to {
            let (a, b) = (self.places[at - 1] as usize, self.places[at] as usize);
            let most = self.room[a].min(self.room[b]);
            let is_same = |&k: &usize| words.terms[a + k] == words.terms[b + k];
            let same = (0..usize::from(most)).take_while(is_same);
            self.shared[at] = same.count() as u8;
        }
    }

    fn finish(mut self, words: &Words) -> PhraseOrder {
        while self.step(words, usize::MAX) {}
        PhraseOrder {
            places: self.places,
            shared: self.shared,
        }
    }
}

impl Words {
    /// Whether n-grams are counted without a sort before.
    #[must_use]
    pub fn has_phrase_order(&self) -> bool {
        self.phrases.get().is_some()
    }

    /// Finishes a sort and keeps it for all n-grams to come.
    pub fn keep_phrase_order(&self, sorting: PhraseSorting) {
        // One that is there already is the same.
        let _ = self.phrases.set(sorting.finish(self));
    }

    pub(crate) fn phrase_order(&self) -> &PhraseOrder {
        self.phrases
            .get_or_init(|| PhraseSorting::new(self).finish(self))
    }
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
