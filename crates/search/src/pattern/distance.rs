//! Words within a few typing errors of another.

use super::Pattern;

/// Longest word, in characters, that typing errors are looked for in.
const MAX_LETTERS: usize = 40;

/// Accepts the terms within a bounded edit distance of a word.
///
/// An error is an insertion, a deletion, a substitution or a transposition of neighbours; no stretch
/// is edited twice ("optimal string alignment"), so `ca` to `abc` counts three.
///
/// Source: Damerau (1964); Wagner and Fischer (1974) for the table. One row of the table per fed
/// character stays on a stack.
#[derive(Debug)]
pub(crate) struct EditDistance {
    word: Vec<char>,
    bound: u8,
    rows: Vec<u8>,
    fed: Vec<char>,
}

impl EditDistance {
    /// Makes the machine; words beyond 40 letters are compared by their first 40.
    pub(crate) fn new(word: &str, bound: u8) -> Self {
        let word: Vec<char> = word.chars().take(MAX_LETTERS).collect();
        let rows = (0..=word.len() as u8).collect();
        Self {
            word,
            bound,
            rows,
            fed: Vec::new(),
        }
    }

    fn width(&self) -> usize {
        self.word.len() + 1
    }
}

impl Pattern for EditDistance {
    fn feed(&mut self, character: char) -> bool {
        let width = self.width();
        if self.fed.len() > self.word.len() + usize::from(self.bound) {
            return false;
        }
        let above = self.rows.len() - width;
        let before = self.fed.last().copied();
        let mut smallest = self.rows[above].saturating_add(1);
        self.rows.push(smallest);
        for at in 1..width {
            let same = self.word[at - 1] == character;
            let mut cost = (self.rows[above + at - 1] + u8::from(!same))
                .min(self.rows[above + at] + 1)
                .min(self.rows[above + width + at - 1] + 1);
            if at > 1
                && above >= width
                && before == Some(self.word[at - 1])
                && character == self.word[at - 2]
            {
                cost = cost.min(self.rows[above - width + at - 2] + 1);
            }
            smallest = smallest.min(cost);
            self.rows.push(cost);
        }
        // A transposition may still save one from the row above, so that row keeps a branch alive too.
        let above_smallest = self.rows[above..above + width]
            .iter()
            .copied()
            .min()
            .unwrap_or(u8::MAX);
        if smallest > self.bound && above_smallest >= self.bound {
            self.rows.truncate(above + width);
            return false;
        }
        self.fed.push(character);
        true
    }

    fn take_back(&mut self) {
        if self.fed.pop().is_some() {
            self.rows.truncate(self.rows.len() - self.width());
        }
    }

    fn accepts(&self) -> Option<u8> {
        self.rows.last().copied().filter(|&cost| cost <= self.bound)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pattern::matches;
    use proptest::prelude::*;

    /// The whole table at once, as in the textbook.
    fn table_distance(left: &str, right: &str) -> usize {
        let (left, right): (Vec<char>, Vec<char>) =
            (left.chars().collect(), right.chars().collect());
        let mut table = vec![vec![0; right.len() + 1]; left.len() + 1];
        for i in 0..=left.len() {
            for j in 0..=right.len() {
                table[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let mut cost = (table[i - 1][j - 1] + usize::from(left[i - 1] != right[j - 1]))
                        .min(table[i - 1][j] + 1)
                        .min(table[i][j - 1] + 1);
                    if i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]
                    {
                        cost = cost.min(table[i - 2][j - 2] + 1);
                    }
                    cost
                };
            }
        }
        table[left.len()][right.len()]
    }

    #[test]
    fn names_with_one_slip_are_near() {
        for (typed, meant) in [
            ("khazaly", "khazali"),
            ("hmos", "homs"),
            ("damscus", "damascus"),
            ("asssad", "assad"),
        ] {
            assert!(
                matches(&mut EditDistance::new(typed, 1), meant),
                "{typed} {meant}"
            );
        }
        assert!(!matches(&mut EditDistance::new("homs", 1), "hama"));
    }

    proptest! {
        #[test]
        fn distance_is_that_of_the_table(left in "[abcé]{0,7}", right in "[abcé]{0,7}", bound in 0u8..4) {
            let near = table_distance(&left, &right) <= usize::from(bound);
            prop_assert_eq!(matches(&mut EditDistance::new(&left, bound), &right), near);
        }
    }
}
