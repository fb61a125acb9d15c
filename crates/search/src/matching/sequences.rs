//! Runs of words, in order or within some distance.

use super::Span;
use sorting::sort_numbers;

/// Adds the matches of slots next to each other, in order where there is no slop.
///
/// With slop, a match is a window that holds every slot at a place of its own and is at most `slop`
/// positions wider than the slots; for each first position, the narrowest.
pub(super) fn sequence_spans(positions: &[Vec<u32>], slop: u32, out: &mut Vec<Span>) {
    let n_slots = positions.len() as u32;
    if slop == 0 {
        // The rarest slot leads; the others are looked up.
        let Some(rarest) = (0..positions.len()).min_by_key(|&slot| positions[slot].len()) else {
            return;
        };
        for &place in &positions[rarest] {
            let Some(start) = place.checked_sub(rarest as u32) else {
                continue;
            };
            let follows = |slot: usize| {
                positions[slot]
                    .binary_search(&(start + slot as u32))
                    .is_ok()
            };
            if (0..positions.len()).all(|slot| slot == rarest || follows(slot)) {
                out.push(Span {
                    start,
                    end: start + n_slots,
                });
            }
        }
        return;
    }
    for start in sorted(&positions.concat()) {
        let last = start.saturating_add(n_slots).saturating_add(slop);
        let mut inside: Vec<&[u32]> = Vec::with_capacity(positions.len());
        for slot in positions {
            let first = slot.partition_point(|&place| place < start);
            let slot = &slot[first..];
            inside.push(&slot[..slot.partition_point(|&place| place < last)]);
        }
        if inside.iter().any(|slot| slot.is_empty()) {
            continue;
        }
        for place in sorted(&inside.concat()) {
            let end = place + 1;
            if has_places(&inside, start, end) {
                out.push(Span { start, end });
                break;
            }
        }
    }
}

/// Returns the different numbers in ascending order.
pub(super) fn sorted(numbers: &[u32]) -> Vec<u32> {
    let mut numbers = numbers.to_vec();
    sort_numbers(&mut numbers);
    numbers.dedup();
    numbers
}

/// Tells whether every slot can have a place of its own in `start..end`, one of them at `start`.
///
/// Source: augmenting paths in a bipartite graph (Kuhn 1955).
fn has_places(slots: &[&[u32]], start: u32, end: u32) -> bool {
    fn place(
        slot: usize,
        slots: &[&[u32]],
        end: u32,
        taken: &mut Vec<(u32, usize)>,
        seen: &mut Vec<u32>,
    ) -> bool {
        for &position in slots[slot].iter().take_while(|&&position| position < end) {
            if seen.contains(&position) {
                continue;
            }
            seen.push(position);
            let holder = taken.iter().position(|&(place, _)| place == position);
            match holder {
                None => taken.push((position, slot)),
                Some(at) => {
                    let other = taken[at].1;
                    if !place(other, slots, end, taken, seen) {
                        continue;
                    }
                    if let Some(entry) = taken.iter_mut().find(|entry| entry.0 == position) {
                        entry.1 = slot;
                    }
                }
            }
            return true;
        }
        false
    }
    let mut taken = Vec::new();
    let all = (0..slots.len()).all(|slot| place(slot, slots, end, &mut taken, &mut Vec::new()));
    all && taken.iter().any(|&(position, _)| position == start)
}
