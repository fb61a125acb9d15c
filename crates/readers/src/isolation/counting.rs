//! Isolation without unwinding: a panic stops the module, and its host begins anew without what stopped it.
//!
//! A reading of the same bytes comes to the same stretches in the same order. So a stretch is known by its number,
//! and the module tells it even after it has stopped.

#![cfg_attr(
    not(target_arch = "wasm32"),
    expect(
        unreachable_pub,
        reason = "in a browser they are the crate's own; elsewhere only tested"
    )
)]

use std::cell::{Cell, RefCell};
use std::time::Duration;

use super::Failure;

thread_local! {
    /// Stretches begun in this reading.
    static BEGUN: Cell<u32> = const { Cell::new(0) };
    /// The innermost stretch that has not ended, 0 for none.
    static INNERMOST: Cell<u32> = const { Cell::new(0) };
    /// What is left out.
    static LOST: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
}

/// Begins a reading in which these stretches are left out, each a number that [`stretch`] gave for the same file.
pub fn leave_out(lost: &[u32]) {
    BEGUN.set(0);
    INNERMOST.set(0);
    LOST.set(lost.to_vec());
}

/// Returns the stretch in which the reading stopped, 0 where it was in none.
#[must_use]
pub fn stretch() -> u32 {
    INNERMOST.get()
}

/// Runs `work` here; the host of the module watches the time.
pub(crate) fn run<T>(_time: Duration, work: impl FnOnce() -> T) -> Result<T, Failure> {
    Ok(work())
}

/// Runs `work` as a stretch, and returns nothing where that is left out.
pub(crate) fn caught<T>(work: impl FnOnce() -> T) -> Option<T> {
    let number = BEGUN.get() + 1;
    BEGUN.set(number);
    if LOST.with_borrow(|lost| lost.contains(&number)) {
        return None;
    }
    let outer = INNERMOST.replace(number);
    let result = work();
    INNERMOST.set(outer);
    Some(result)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::panic::catch_unwind;

    /// A reader of four pages of which the second and its fallback break, and the last one.
    fn pages() -> Vec<Option<u32>> {
        (1..=4)
            .map(|page| {
                caught(|| {
                    if page % 2 == 0 {
                        panic!("page {page}")
                    } else {
                        page
                    }
                })
                .or_else(|| {
                    caught(|| {
                        if page == 2 {
                            panic!("again")
                        } else {
                            page * 10
                        }
                    })
                })
            })
            .collect()
    }

    #[test]
    fn what_stops_a_reading_is_left_out_the_next_time() {
        let mut lost = Vec::new();
        let read = loop {
            leave_out(&lost);
            match catch_unwind(pages) {
                Ok(read) => break read,
                Err(_) => lost.push(stretch()),
            }
        };
        assert_eq!(read, [Some(1), None, Some(3), Some(40)]);
        assert_eq!(lost, [2, 3, 5]);
        assert_eq!(stretch(), 0);
        assert_eq!(run(Duration::ZERO, || 1), Ok(1));
    }
}
