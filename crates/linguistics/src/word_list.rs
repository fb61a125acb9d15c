//! Word list: the different words of documents with their frequencies.

use crate::measures::{descending, per_million};
use crate::words::Words;
use analysis::Language;
use index::DocId;
use sorting::{SmallSort, keep_first};

/// What to list.
#[derive(Debug, Clone, Default)]
pub struct WordListOptions {
    /// Only these terms; `None` for all.
    pub only: Option<Vec<u32>>,
    /// Terms to leave out.
    pub without: Vec<u32>,
    /// Words that occur less often are left out.
    pub min_frequency: u32,
    /// Languages by whose stems words are grouped, the commonest first; empty for no groups.
    pub stems: Vec<Language>,
    /// Column to sort by; equal rows alphabetically.
    pub order: WordOrder,
    /// True: the other way round.
    pub reversed: bool,
    /// Rows to leave out at the start.
    pub offset: usize,
    /// Largest number of rows.
    pub limit: usize,
}

/// Column of a word list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WordOrder {
    /// Most frequent first.
    #[default]
    Frequency,
    /// In most documents first.
    Documents,
    /// Alphabetically, by code point.
    Word,
}

/// Words in order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WordList {
    /// Number of rows that pass.
    pub total: usize,
    /// Those asked for.
    pub rows: Vec<WordRow>,
}

/// One word, or all that share a stem.
#[derive(Debug, Clone, PartialEq)]
pub struct WordRow {
    /// The term; of a group, its most frequent one.
    pub term: u32,
    /// How often it occurs.
    pub frequency: u64,
    /// In how many documents.
    pub documents: u32,
    /// How often in a million words.
    pub per_million: f64,
    /// The forms of a group with their frequencies, most frequent first; empty for a single word.
    pub forms: Vec<(u32, u32)>,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    term: u32,
    frequency: u64,
    documents: u32,
    /// Which part of the grouped forms.
    forms: (u32, u32),
}

impl Words {
    /// Lists the words of documents, which are ascending.
    ///
    /// Cost: linear in their words and in the terms of the index; nothing is read again.
    #[must_use]
    pub fn word_list(&self, documents: &[DocId], options: &WordListOptions) -> WordList {
        let frequencies = self.frequencies(documents);
        let mut listed = vec![options.only.is_none(); frequencies.len()];
        for (terms, is_listed) in [
            (options.only.as_ref(), true),
            (Some(&options.without), false),
        ] {
            for &term in terms.into_iter().flatten() {
                if let Some(listed) = listed.get_mut(term as usize) {
                    *listed = is_listed;
                }
            }
        }
        let terms = (0..frequencies.len()).filter(|&term| listed[term] && frequencies[term] > 0);
        let terms: Vec<u32> = terms.map(|term| term as u32).collect();
        let (mut entries, forms) = if options.stems.is_empty() {
            let in_documents = self.document_frequencies(documents);
            let entry = |&term: &u32| Entry {
                term,
                frequency: u64::from(frequencies[term as usize]),
                documents: in_documents[term as usize],
                forms: (0, 0),
            };
            (terms.iter().map(entry).collect(), Vec::new())
        } else {
            self.grouped(documents, &terms, &frequencies, &options.stems)
        };
        entries.retain(|entry| entry.frequency >= u64::from(options.min_frequency));
        let shown = options.offset.saturating_add(options.limit);
        let total = entries.len();
        let number = |entry: &Entry| match options.order {
            WordOrder::Frequency => descending(entry.frequency as f64),
            WordOrder::Documents => {
                u64::from(u32::MAX - entry.documents) << 32
                    | (u64::from(u32::MAX)).saturating_sub(entry.frequency)
            }
            WordOrder::Word => u64::from(entry.term),
        };
        if options.reversed {
            keep_first(&mut entries, shown, |entry| !number(entry));
        } else {
            keep_first(&mut entries, shown, number);
        }
        let n_words = self.scope(documents).words;
        let rows = entries
            .into_iter()
            .skip(options.offset)
            .map(|entry| WordRow {
                term: entry.term,
                frequency: entry.frequency,
                documents: entry.documents,
                per_million: per_million(entry.frequency, n_words),
                forms: forms[entry.forms.0 as usize..entry.forms.1 as usize].to_vec(),
            });
        WordList {
            total,
            rows: rows.collect(),
        }
    }

    /// Groups terms by their stems: entries by their first term, and all their forms.
    fn grouped(
        &self,
        documents: &[DocId],
        terms: &[u32],
        frequencies: &[u32],
        languages: &[Language],
    ) -> (Vec<Entry>, Vec<(u32, u32)>) {
        let mut stemmed: Vec<(String, u32)> = terms
            .iter()
            .map(|&term| (stem(self.term(term), languages), term))
            .collect();
        stemmed.small_sort_by(|a, b| a.0.cmp(&b.0));
        let mut group_of = vec![u32::MAX; self.n_terms()];
        let (mut entries, mut forms): (Vec<Entry>, Vec<(u32, u32)>) = (Vec::new(), Vec::new());
        for group in stemmed.chunk_by(|left, right| left.0 == right.0) {
            let first = forms.len();
            for &(_, term) in group {
                group_of[term as usize] = entries.len() as u32;
                forms.push((term, frequencies[term as usize]));
            }
            forms[first..].small_sort_by_number(|(_, frequency)| u64::from(u32::MAX - frequency));
            entries.push(Entry {
                term: forms[first].0,
                frequency: forms[first..].iter().map(|form| u64::from(form.1)).sum(),
                documents: 0,
                forms: (first as u32, forms.len() as u32),
            });
        }
        let mut last = vec![u32::MAX; entries.len()];
        for &doc in documents {
            for &term in &self.terms[self.places(doc)] {
                let group = group_of
                    .get(term as usize)
                    .map_or(usize::MAX, |&at| at as usize);
                if last.get(group).is_some_and(|&last| last != doc.0) {
                    last[group] = doc.0;
                    entries[group].documents += 1;
                }
            }
        }
        entries.small_sort_by_number(|entry| u64::from(entry.term));
        (entries, forms)
    }
}

/// Returns the stem by the first language that has one for the term.
fn stem(term: &str, languages: &[Language]) -> String {
    let mut stems = languages
        .iter()
        .map(|&language| analysis::stem(term, language));
    let found = stems.find(|stem| **stem != *term);
    found.map_or_else(|| term.to_string(), |stem| stem.to_string())
}
