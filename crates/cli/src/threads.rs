//! Work that is shared among the cores.

use std::thread;

/// Returns the number of cores that there are to work on; 1 where the system does not tell.
pub(crate) fn n_cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// Does the same for each share, each on a thread of its own; results in the order of the shares.
pub(crate) fn in_parallel<S: Sync, T: Send>(
    shares: &[S],
    run: &(dyn Fn(&S) -> T + Sync),
) -> Vec<T> {
    thread::scope(|scope| {
        let running: Vec<_> = shares
            .iter()
            .map(|share| scope.spawn(move || run(share)))
            .collect();
        let joined = running.into_iter().map(|share| {
            share
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        });
        joined.collect()
    })
}
