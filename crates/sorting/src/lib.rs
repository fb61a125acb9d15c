//! Sorting in little code.
//!
//! The standard library's sorts are copied into the program once for every element type and comparison,
//! six to eight kilobytes each; thirty of them were 183 KB of the page's wasm before compression. Here the
//! one sort that is copied works on numbers of elements and asks for comparisons through a pointer;
//! what remains for each type is a loop that moves the elements to their places.
//!
//! A comparison costs an indirect call more than the standard library's, and sorting allocates four bytes
//! for each element. Lists of plain `u32` share one copy anyway and are better sorted directly.

use std::cmp::Ordering;

/// Sorting for slices of anything. All of it is stable: equal elements keep their order.
pub trait SmallSort<T> {
    /// Sorts in ascending order.
    fn small_sort(&mut self)
    where
        T: Ord;

    /// Sorts by a comparison, which has to be a total order.
    fn small_sort_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// Sorts in ascending order of a key, which is computed for each comparison.
    fn small_sort_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
}

impl<T> SmallSort<T> for [T] {
    fn small_sort(&mut self)
    where
        T: Ord,
    {
        self.small_sort_by(T::cmp);
    }

    fn small_sort_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let order = sorted_order(self.len(), &mut |a, b| {
            compare(&self[a as usize], &self[b as usize])
        });
        arrange(self, order);
    }

    fn small_sort_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.small_sort_by(|a, b| key(a).cmp(&key(b)));
    }
}

/// Returns the numbers of `n` elements in their sorted order. The only sort in the program.
#[inline(never)]
fn sorted_order(n: usize, compare: &mut dyn FnMut(u32, u32) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..n as u32).collect();
    order.sort_unstable_by(|&a, &b| compare(a, b).then(a.cmp(&b)));
    order
}

/// Moves `items[order[i]]` to place `i`, for all `i`, along the cycles of the permutation.
fn arrange<T>(items: &mut [T], mut order: Vec<u32>) {
    for start in 0..items.len() {
        let mut place = start;
        loop {
            let from = order[place] as usize;
            order[place] = place as u32;
            if from == start {
                break;
            }
            items.swap(place, from);
            place = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(mut pairs in prop::collection::vec((0_u8..20, any::<u16>()), 0..300)) {
            let mut by_key = pairs.clone();
            by_key.sort_by_key(|pair| pair.0);
            let mut ours = pairs.clone();
            ours.small_sort_by_key(|pair| pair.0);
            prop_assert_eq!(ours, by_key);
            let mut ours = pairs.clone();
            ours.small_sort();
            pairs.sort();
            prop_assert_eq!(ours, pairs);
        }
    }

    #[test]
    fn elements_that_own_something_are_moved_and_not_copied() {
        let mut words = ["homs", "aleppo", "hama"].map(str::to_owned);
        words.small_sort_by(|a, b| b.cmp(a));
        assert_eq!(words, ["homs", "hama", "aleppo"]);
    }
}
