//! The formulas, each with its source. Counts in, figures out; nothing here knows an index.
//!
//! Logarithms come from `libm`, so that a figure is the same on every machine.

use libm::{log, log2, sqrt};

/// Critical values of chi-squared with one degree of freedom, with the share of chance they stand for.
///
/// The values that corpus linguists quote: Rayson, Berridge and Francis, "Extending the Cochran rule for
/// the comparison of word frequencies between corpora" (JADT 2004).
pub const THRESHOLDS: [(f64, &str); 4] = [
    (15.13, "p<0.0001"),
    (10.83, "p<0.001"),
    (6.63, "p<0.01"),
    (3.84, "p<0.05"),
];

/// Returns the name of the highest threshold that a log-likelihood reaches; empty below all.
#[must_use]
pub fn threshold(log_likelihood: f64) -> &'static str {
    let reached = THRESHOLDS
        .iter()
        .find(|(critical, _)| log_likelihood >= *critical);
    reached.map_or("", |(_, name)| name)
}

/// Returns `o ln(o / e)`; nothing observed adds nothing.
fn term(observed: f64, expected: f64) -> f64 {
    if observed > 0.0 && expected > 0.0 {
        observed * log(observed / expected)
    } else {
        0.0
    }
}

/// Returns the log-likelihood of a word that occurs `a` times in `c` words of one text and `b` times in
/// `d` words of another: `2 (a ln(a/E1) + b ln(b/E2))` with `E1 = c (a+b) / (c+d)`, `E2 = d (a+b) / (c+d)`.
///
/// At least 0, and 0 where a text is empty; it has no sign.
///
/// Source: Rayson and Garside, "Comparing corpora using frequency profiling" (ACL workshop 2000).
#[must_use]
pub fn log_likelihood(a: u64, b: u64, c: u64, d: u64) -> f64 {
    let (a, b, c, d) = (a as f64, b as f64, c as f64, d as f64);
    if c <= 0.0 || d <= 0.0 {
        return 0.0;
    }
    let both = (a + b) / (c + d);
    (2.0 * (term(a, c * both) + term(b, d * both))).max(0.0)
}

/// Returns the log-likelihood over all four cells of a table, `2 Σ O ln(O/E)`, `E = row × column / all`.
///
/// A cell below 0 counts as 0.
///
/// Source: Dunning, "Accurate methods for the statistics of surprise and coincidence" (Computational
/// Linguistics 19, 1993).
#[must_use]
pub fn log_likelihood_2x2(cells: [[f64; 2]; 2]) -> f64 {
    let cells = cells.map(|row| row.map(|cell| cell.max(0.0)));
    let [[o11, o12], [o21, o22]] = cells;
    let all = o11 + o12 + o21 + o22;
    if all <= 0.0 {
        return 0.0;
    }
    let (row1, row2, column1, column2) = (o11 + o12, o21 + o22, o11 + o21, o12 + o22);
    let sum = term(o11, row1 * column1 / all)
        + term(o12, row1 * column2 / all)
        + term(o21, row2 * column1 / all)
        + term(o22, row2 * column2 / all);
    (2.0 * sum).max(0.0)
}

/// Returns the binary logarithm of the ratio of two relative frequencies: 1 for twice as frequent, −1 for
/// half as frequent. A frequency of 0 counts as 0.5.
///
/// Source: Hardie, "Log Ratio: an informal introduction" (CASS, Lancaster 2014).
#[must_use]
pub fn log_ratio(a: u64, b: u64, c: u64, d: u64) -> f64 {
    if c == 0 || d == 0 {
        return 0.0;
    }
    let smoothed = |count: u64| if count == 0 { 0.5 } else { count as f64 };
    log2(smoothed(a) / c as f64 / (smoothed(b) / d as f64))
}

/// Returns `14 + log2(2 f_xy / (f_x + f_y))`: 14 where two words never occur apart, one point less for
/// each halving; independent of the size of the corpus.
///
/// Source: Rychlý, "A lexicographer-friendly association score" (RASLAN 2008).
#[must_use]
pub fn log_dice(together: u64, node: u64, collocate: u64) -> f64 {
    14.0 + log2(2.0 * together as f64 / (node as f64 + collocate as f64))
}

/// Returns the mutual information `log2(O / E)`.
///
/// Source: Church and Hanks, "Word association norms, mutual information, and lexicography"
/// (Computational Linguistics 16, 1990).
#[must_use]
pub fn mutual_information(observed: f64, expected: f64) -> f64 {
    log2(observed / expected)
}

/// Returns the t-score `(O − E) / √O`.
///
/// Source: Church, Gale, Hanks and Hindle, "Using statistics in lexical analysis" (1991).
#[must_use]
pub fn t_score(observed: f64, expected: f64) -> f64 {
    (observed - expected) / sqrt(observed)
}

/// How evenly matches are spread over parts.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Deviation {
    /// Gries' deviation of proportions, `½ Σ |v − s|`, where `s` is a part's share of the words and `v` its
    /// share of the matches: 0 for perfectly even, near 1 for all in one small part.
    pub dp: f64,
    /// The same divided by its greatest possible value, `1 − min s`.
    pub dp_norm: f64,
}

/// Returns the deviation of proportions of parts given as (matches, words); `None` without matches.
///
/// Parts without words are left out.
///
/// Source: Gries, "Dispersions and adjusted frequencies in corpora" (International Journal of Corpus
/// Linguistics 13, 2008); normalised as in Lijffijt and Gries (IJCL 17, 2012).
#[must_use]
pub fn deviation_of_proportions(parts: &[(u64, u64)]) -> Option<Deviation> {
    let parts = parts.iter().filter(|(_, words)| *words > 0);
    let (mut n_matches, mut n_words) = (0, 0);
    for (matches, words) in parts.clone() {
        n_matches += matches;
        n_words += words;
    }
    if n_matches == 0 {
        return None;
    }
    let (mut sum, mut least) = (0.0, 1.0_f64);
    for &(matches, words) in parts {
        let share = words as f64 / n_words as f64;
        sum += (matches as f64 / n_matches as f64 - share).abs();
        least = least.min(share);
    }
    let dp = sum / 2.0;
    let dp_norm = if least < 1.0 { dp / (1.0 - least) } else { 0.0 };
    Some(Deviation { dp, dp_norm })
}

/// Returns how often something occurs in a million words.
#[must_use]
pub fn per_million(frequency: u64, words: u64) -> f64 {
    if words == 0 {
        0.0
    } else {
        frequency as f64 * 1e6 / words as f64
    }
}

/// Returns a number that is smaller the greater `value` is.
pub(crate) fn descending(value: f64) -> u64 {
    let bits = value.to_bits();
    let ascending = if bits >> 63 == 1 {
        !bits
    } else {
        bits | 1 << 63
    };
    !ascending
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words of the New York Times newswire behind the tables of Manning and Schütze's chapter 5.
    const NEWSWIRE: f64 = 14_307_668.0;

    fn near(found: f64, published: f64, half_a_digit: f64) {
        assert!(
            (found - published).abs() <= half_a_digit,
            "{found} for {published}"
        );
    }

    #[test]
    fn mutual_information_is_that_of_church_and_hanks() {
        // Table 1: 15 million words of the Associated Press, 1987.
        for (together, first, second, published) in [
            (12.0, 111.0, 621.0, 11.3),
            (8.0, 1105.0, 44.0, 11.3),
            (30.0, 1105.0, 241.0, 10.7),
        ] {
            near(
                mutual_information(together, first * second / 15e6),
                published,
                // They cut off further digits.
                0.06,
            );
        }
    }

    #[test]
    fn log_likelihood_is_that_of_dunnings_table() {
        // Table 1: bigrams of 30,000 words about Swiss banks, as the four cells.
        for (published, cells) in [
            (270.72, [[110.0, 2442.0], [111.0, 29114.0]]),
            (263.90, [[29.0, 13.0], [123.0, 31612.0]]),
            (256.84, [[31.0, 23.0], [139.0, 31584.0]]),
            (167.23, [[10.0, 0.0], [3.0, 31764.0]]),
            (157.21, [[76.0, 104.0], [2476.0, 29121.0]]),
            (157.03, [[16.0, 16.0], [51.0, 31694.0]]),
        ] {
            near(log_likelihood_2x2(cells), published, 0.005);
        }
    }

    #[test]
    fn t_score_and_mutual_information_are_those_of_manning_and_schuetze() {
        // Foundations of Statistical Natural Language Processing (1999), chapter 5: "new companies" and
        // "Ayatollah Ruhollah".
        near(
            t_score(8.0, 15828.0 * 4675.0 / NEWSWIRE),
            0.999_932,
            0.000_000_5,
        );
        near(
            mutual_information(20.0, 42.0 * 20.0 / NEWSWIRE),
            18.38,
            0.005,
        );
    }

    #[test]
    fn log_dice_has_the_fixed_points_of_rychlys_paper() {
        assert_eq!(log_dice(7, 7, 7), 14.0);
        assert_eq!(log_dice(1, 16384, 16384), 0.0);
        // Twice as often is one point.
        assert_eq!(log_dice(20, 300, 100) - log_dice(10, 300, 100), 1.0);
    }

    #[test]
    fn deviation_is_that_of_gries_example() {
        // The word "a" in the five parts of the made-up corpus of Gries 2008.
        let found = deviation_of_proportions(&[(1, 9), (2, 10), (3, 10), (4, 10), (5, 11)])
            .expect("there are matches");
        near(found.dp, 0.18, 1e-12);
        near(found.dp_norm, 0.18 / 0.82, 1e-12);
        assert_eq!(deviation_of_proportions(&[(0, 9)]), None);
        let even = deviation_of_proportions(&[(5, 50)]).expect("there are matches");
        assert_eq!((even.dp, even.dp_norm), (0.0, 0.0));
    }

    #[test]
    fn log_ratio_counts_doublings_and_survives_zeros() {
        assert_eq!(log_ratio(10, 5, 1000, 1000), 1.0);
        assert_eq!(log_ratio(10, 40, 1000, 1000), -2.0);
        assert_eq!(log_ratio(8, 0, 1000, 1000), 4.0);
        assert_eq!(log_ratio(8, 0, 1000, 0), 0.0);
    }

    #[test]
    fn log_likelihood_is_nothing_where_shares_are_equal_and_has_named_thresholds() {
        assert_eq!(log_likelihood(10, 20, 1000, 2000), 0.0);
        assert_eq!(log_likelihood(10, 0, 1000, 0), 0.0);
        assert_eq!(threshold(15.13), "p<0.0001");
        assert_eq!(threshold(6.63), "p<0.01");
        assert_eq!(threshold(3.83), "");
    }

    #[test]
    fn numbers_fall_as_values_rise() {
        for pair in [-3.5, -0.0, 0.0, 1.0, 1e9].windows(2) {
            assert!(descending(pair[0]) >= descending(pair[1]));
        }
    }
}
