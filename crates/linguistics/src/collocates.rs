//! Collocates: words that stand near the matches of a query more often than chance would have it.

use crate::measures::{descending, log_dice, log_likelihood_2x2, mutual_information, t_score};
use crate::{Match, Words};
use index::DocId;
use sorting::keep_first;

/// Widest window on either side, in words.
pub const MAX_WINDOW: usize = 10;

/// What counts as near, and what is shown.
#[derive(Debug, Clone, Default)]
pub struct CollocateOptions {
    /// Words before the match, 0 to [`MAX_WINDOW`].
    pub left: usize,
    /// Words after the match, 0 to [`MAX_WINDOW`].
    pub right: usize,
    /// True: the window ends with the sentence. It always ends with the block.
    pub stop_at_sentence: bool,
    /// Words that occur less often in the windows are left out.
    pub min_frequency: u32,
    /// Words with a lower log-likelihood are left out.
    pub min_log_likelihood: f64,
    /// Terms to leave out.
    pub without: Vec<u32>,
    /// Column to sort by, greatest first; equal rows alphabetically.
    pub order: CollocateOrder,
    /// Rows to leave out at the start.
    pub offset: usize,
    /// Largest number of rows.
    pub limit: usize,
}

/// Column of a table of collocates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CollocateOrder {
    /// By logDice.
    #[default]
    LogDice,
    /// By log-likelihood.
    LogLikelihood,
    /// By mutual information.
    MutualInformation,
    /// By t-score.
    TScore,
    /// By how often they stand in the windows.
    Observed,
    /// By how often they stand before the match.
    Left,
    /// By how often they stand after the match.
    Right,
    /// Alphabetically.
    Word,
}

/// Collocates in order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Collocates {
    /// Number of rows that pass.
    pub total: usize,
    /// Words in all windows; a word near two matches counts for each.
    pub window_words: u64,
    /// Those asked for.
    pub rows: Vec<Collocate>,
}

/// One collocate.
#[derive(Debug, Clone, PartialEq)]
pub struct Collocate {
    /// The term.
    pub term: u32,
    /// How often it occurs in the documents.
    pub frequency: u32,
    /// How often it occurs in the windows.
    pub observed: u32,
    /// How often it would by chance: `window words × frequency / words`.
    pub expected: f64,
    /// How often before the match.
    pub left: u32,
    /// How often after the match.
    pub right: u32,
    /// How often at each place of the window, from the farthest before to the farthest after.
    pub positions: Vec<u32>,
    /// See [`crate::measures::log_dice`].
    pub log_dice: f64,
    /// See [`crate::measures::log_likelihood_2x2`].
    pub log_likelihood: f64,
    /// See [`crate::measures::mutual_information`].
    pub mutual_information: f64,
    /// See [`crate::measures::t_score`].
    pub t_score: f64,
}

#[derive(Debug, Clone, Copy)]
struct Row {
    term: u32,
    frequency: u32,
    left: u32,
    right: u32,
    expected: f64,
    log_likelihood: f64,
    number: u64,
}

impl Words {
    /// Counts the words near matches and measures how surprising that is.
    ///
    /// The table of a word: in the windows or not, this word or another. `documents` are ascending and
    /// say what frequencies and words are counted in; `matches` lie in them. A word near two matches
    /// counts for each of them, as is usual.
    ///
    /// Source: Evert, "Corpora and collocations" (2008), for windows as samples of the text; Brezina,
    /// "Statistics in corpus linguistics" (2018), for the expected frequency with a window. Instead of the
    /// window's width times the number of matches, the words truly in the windows are counted, since
    /// sentences and blocks cut them.
    ///
    /// Cost: linear in the words of the documents.
    #[must_use]
    pub fn collocates(
        &self,
        documents: &[DocId],
        matches: &[Match],
        options: &CollocateOptions,
    ) -> Collocates {
        let frequencies = self.frequencies(documents);
        let ([left, right], window_words) = self.near(matches, options);
        let n_words = self.scope(documents).words as f64;
        let mut rows = Vec::new();
        for (term, &frequency) in frequencies.iter().enumerate() {
            let observed = left[term] + right[term];
            if observed < options.min_frequency.max(1) {
                continue;
            }
            let (observed, frequency) = (f64::from(observed), f64::from(frequency));
            let row = Row {
                term: term as u32,
                frequency: frequency as u32,
                left: left[term],
                right: right[term],
                expected: window_words as f64 * frequency / n_words,
                log_likelihood: log_likelihood_2x2([
                    [observed, window_words as f64 - observed],
                    [
                        frequency - observed,
                        n_words - window_words as f64 - frequency + observed,
                    ],
                ]),
                number: 0,
            };
            // What is rarer near the match than by chance is no collocate.
            if row.log_likelihood >= options.min_log_likelihood && observed > row.expected {
                rows.push(row);
            }
        }
        let n_matches = matches.len() as u64;
        for row in &mut rows {
            row.number = number(row, n_matches, options.order);
        }
        let total = rows.len();
        keep_first(
            &mut rows,
            options.offset.saturating_add(options.limit),
            |row| row.number,
        );
        let rows = rows
            .get(options.offset.min(rows.len())..)
            .unwrap_or_default();
        let positions = self.positions(matches, rows, options);
        Collocates {
            total,
            window_words,
            rows: rows
                .iter()
                .zip(positions)
                .map(|(row, positions)| collocate(row, positions, n_matches))
                .collect(),
        }
    }

    /// Counts each term before and after matches, but for those left out, and all words in the windows.
    fn near(&self, matches: &[Match], options: &CollocateOptions) -> ([Vec<u32>; 2], u64) {
        let mut left = vec![0_u32; self.n_terms()];
        let mut right = vec![0_u32; self.n_terms()];
        let mut window_words = 0;
        for &found in matches {
            self.window(found, options, &mut |place, distance| {
                let side = if distance < 0 { &mut left } else { &mut right };
                if let Some(count) = side.get_mut(self.terms[place] as usize) {
                    *count += 1;
                }
                window_words += 1;
            });
        }
        for &term in &options.without {
            for side in [&mut left, &mut right] {
                if let Some(count) = side.get_mut(term as usize) {
                    *count = 0;
                }
            }
        }
        ([left, right], window_words)
    }

    /// Returns those of some matches that have a term in their window, as [`Words::collocates`] counts it.
    ///
    /// Cost: linear in the matches.
    #[must_use]
    pub fn beside(&self, matches: &[Match], term: u32, options: &CollocateOptions) -> Vec<Match> {
        let mut beside = matches.to_vec();
        beside.retain(|&found| {
            let mut has_term = false;
            self.window(found, options, &mut |place, _| {
                has_term |= self.terms.get(place) == Some(&term);
            });
            has_term
        });
        beside
    }

    /// Calls `visit` with every place of a match's window and its distance, negative before the match.
    fn window(&self, found: Match, options: &CollocateOptions, visit: &mut dyn FnMut(usize, i32)) {
        let edges = if options.stop_at_sentence {
            &self.sentences
        } else {
            &self.blocks
        };
        let mut place = found.start as usize;
        for distance in 1..=options.left.min(MAX_WINDOW) as i32 {
            if place == 0 || edges.has(place) {
                break;
            }
            place -= 1;
            visit(place, -distance);
        }
        let end = found.end() as usize;
        for (place, distance) in (end..).zip(1..=options.right.min(MAX_WINDOW) as i32) {
            if place >= self.terms.len() || edges.has(place) {
                break;
            }
            visit(place, distance);
        }
    }

    /// Counts for each row how often it stands at each place of the window.
    fn positions(
        &self,
        matches: &[Match],
        rows: &[Row],
        options: &CollocateOptions,
    ) -> Vec<Vec<u32>> {
        let n_left = options.left.min(MAX_WINDOW) as i32;
        let n_places = n_left as usize + options.right.min(MAX_WINDOW);
        let mut positions = vec![vec![0; n_places]; rows.len()];
        let mut row_of = vec![u32::MAX; self.n_terms()];
        for (at, row) in rows.iter().enumerate() {
            row_of[row.term as usize] = at as u32;
        }
        for &found in matches {
            self.window(found, options, &mut |place, distance| {
                let row = row_of.get(self.terms[place] as usize).copied();
                let row = row.and_then(|row| positions.get_mut(row as usize));
                let at = n_left + distance - i32::from(distance > 0);
                if let Some(count) = row.and_then(|row| row.get_mut(at as usize)) {
                    *count += 1;
                }
            });
        }
        positions
    }
}

fn collocate(row: &Row, positions: Vec<u32>, n_matches: u64) -> Collocate {
    let observed = row.left + row.right;
    let count = f64::from(observed);
    Collocate {
        term: row.term,
        frequency: row.frequency,
        observed,
        expected: row.expected,
        left: row.left,
        right: row.right,
        positions,
        log_dice: log_dice(u64::from(observed), n_matches, u64::from(row.frequency)),
        log_likelihood: row.log_likelihood,
        mutual_information: mutual_information(count, row.expected),
        t_score: t_score(count, row.expected),
    }
}

/// Returns a number that rises in the order asked for.
fn number(row: &Row, n_matches: u64, order: CollocateOrder) -> u64 {
    let observed = row.left + row.right;
    let count = f64::from(observed);
    descending(match order {
        CollocateOrder::LogDice => {
            log_dice(u64::from(observed), n_matches, u64::from(row.frequency))
        }
        CollocateOrder::LogLikelihood => row.log_likelihood,
        CollocateOrder::MutualInformation => mutual_information(count, row.expected),
        CollocateOrder::TScore => t_score(count, row.expected),
        CollocateOrder::Observed => count,
        CollocateOrder::Left => f64::from(row.left),
        CollocateOrder::Right => f64::from(row.right),
        CollocateOrder::Word => return u64::from(row.term),
    })
}
