//! Sorting in little code.
//!
//! The standard library's sorts are copied into the program once for every element type and comparison,
//! six to eight kilobytes each; thirty of them were 183 KB of the page's wasm before compression. Here
//! everything is one merge sort of a few hundred bytes. Elements of any type are sorted by their numbers,
//! with comparisons asked for through a pointer; what remains for each type is a loop that moves the
//! elements to their places.
//!
//! A comparison costs an indirect call more than the standard library's, and sorting allocates six bytes
//! for each element. Runs that are in order already are not touched.

use std::cmp::Ordering;

/// Sorting for slices of anything. All of it is stable: equal elements keep their order.
pub trait SmallSort<T> {
    /// Sorts in ascending order.
    fn small_sort(&mut self)
    where
        T: Ord;

    /// Sorts by a comparison, which has to be a total order.
    fn small_sort_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// Sorts in ascending order of a number. The smallest and fastest of these: no code for each type but
    /// the moves, and the number is computed once for each element.
    fn small_sort_by_number(&mut self, number: impl Fn(&T) -> u64);

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

    fn small_sort_by_number(&mut self, number: impl Fn(&T) -> u64) {
        let numbers: Vec<u64> = self.iter().map(number).collect();
        arrange(self, order_of(&numbers, numbers.len()));
    }

    fn small_sort_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.small_sort_by(|a, b| key(a).cmp(&key(b)));
    }
}

/// Sorts numbers in ascending order, without an indirect call for each comparison.
pub fn sort_numbers<T: Copy + Ord>(numbers: &mut [T]) {
    merge_sort(numbers, |left, right| left > right);
}

/// Keeps the `n` elements with the smallest numbers, in that order; equal elements keep theirs.
///
/// Cost: linear where few of many are kept.
pub fn keep_first<T: Copy>(items: &mut Vec<T>, n: usize, number: impl Fn(&T) -> u64) {
    let numbers: Vec<u64> = items.iter().map(number).collect();
    let order = order_of(&numbers, n);
    *items = order.iter().map(|&at| items[at as usize]).collect();
}

/// Returns a number that is smaller the greater `value` is, in the total order of floating point.
#[must_use]
pub fn descending(value: f32) -> u64 {
    let bits = value.to_bits();
    let ascending = if bits >> 31 == 1 {
        !bits
    } else {
        bits | 1 << 31
    };
    u64::from(!ascending)
}

/// Returns the places of the `n` smallest numbers, smallest first.
#[inline(never)]
fn order_of(numbers: &[u64], n: usize) -> Vec<u32> {
    let compare = &mut |a: u32, b: u32| numbers[a as usize].cmp(&numbers[b as usize]);
    let mut kept: Vec<u32> = Vec::new();
    let most = n.saturating_mul(2).saturating_add(64);
    // The last of the first `n` seen so far: what does not come before it cannot be among them.
    let mut bound = u64::MAX;
    for (at, &number) in numbers.iter().enumerate() {
        if kept.len() >= n && number >= bound {
            continue;
        }
        kept.push(at as u32);
        if kept.len() >= most {
            sort_order(&mut kept, compare);
            kept.truncate(n);
            bound = kept.last().map_or(0, |&last| numbers[last as usize]);
        }
    }
    sort_order(&mut kept, compare);
    kept.truncate(n);
    kept
}

/// Returns the numbers of `n` elements in their sorted order.
pub fn sorted_order(n: usize, compare: &mut dyn FnMut(u32, u32) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..n as u32).collect();
    sort_order(&mut order, compare);
    order
}

#[inline(never)]
fn sort_order(order: &mut [u32], compare: &mut dyn FnMut(u32, u32) -> Ordering) {
    merge_sort(order, |left, right| compare(left, right).is_gt());
}

/// Sorts by insertion in short runs and merges these; stable.
fn merge_sort<T: Copy>(items: &mut [T], mut follows: impl FnMut(T, T) -> bool) {
    const RUN: usize = 8;
    for run in items.chunks_mut(RUN) {
        for at in 1..run.len() {
            let mut place = at;
            while place > 0 && follows(run[place - 1], run[place]) {
                run.swap(place - 1, place);
                place -= 1;
            }
        }
    }
    let mut left: Vec<T> = Vec::new();
    let mut width = RUN;
    while width < items.len() {
        for pair in items.chunks_mut(2 * width) {
            if pair.len() <= width || !follows(pair[width - 1], pair[width]) {
                continue;
            }
            left.clear();
            left.extend_from_slice(&pair[..width]);
            let (mut place, mut right) = (0, width);
            for &item in &left {
                while right < pair.len() && follows(item, pair[right]) {
                    pair[place] = pair[right];
                    (place, right) = (place + 1, right + 1);
                }
                pair[place] = item;
                place += 1;
            }
        }
        width *= 2;
    }
}

/// Moves `items[order[i]]` to place `i`, for all `i`, along the cycles of the permutation.
// Not inlined: of types of one size, one copy is kept.
#[inline(never)]
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

        #[test]
        fn greater_values_have_smaller_numbers(left in any::<f32>(), right in any::<f32>()) {
            prop_assert_eq!(descending(left).cmp(&descending(right)), right.total_cmp(&left));
        }

        #[test]
        fn numbers_are_sorted(mut numbers in prop::collection::vec(0_u64..200, 0..300)) {
            let mut ours = numbers.clone();
            sort_numbers(&mut ours);
            numbers.sort_unstable();
            prop_assert_eq!(ours, numbers);
        }

        #[test]
        fn the_first_are_those_of_a_stable_sort(
            mut pairs in prop::collection::vec((0_u8..20, any::<u16>()), 0..500),
            n in 0_usize..40,
        ) {
            let mut ours = pairs.clone();
            keep_first(&mut ours, n, |pair| u64::from(pair.0));
            pairs.sort_by_key(|pair| pair.0);
            pairs.truncate(n);
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
