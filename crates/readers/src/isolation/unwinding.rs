//! Isolation by a thread whose panics are caught.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::sync::Once;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use super::Failure;
use crate::limits;

thread_local! {
    /// Set while a panic of this thread is expected and caught.
    static IS_ISOLATED: Cell<bool> = const { Cell::new(false) };
}

/// Runs `work` in a thread with a large stack, for at most `time`.
pub(crate) fn run<T: Send + 'static>(
    time: Duration,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Failure> {
    let (sender, receiver) = channel();
    let started = thread::Builder::new()
        .name("reader".to_owned())
        .stack_size(limits::STACK_BYTES)
        .spawn(move || {
            let result = caught(work);
            // The receiver is gone only when it has given up; nobody waits for this result then.
            let _ = sender.send(result);
        });
    if started.is_err() {
        return Err(Failure::Broken);
    }
    match receiver.recv_timeout(time) {
        Ok(Some(result)) => Ok(result),
        Ok(None) | Err(RecvTimeoutError::Disconnected) => Err(Failure::Broken),
        Err(RecvTimeoutError::Timeout) => Err(Failure::TooSlow),
    }
}

/// Runs `work` and returns nothing where it panicked; the panic prints nothing.
pub(crate) fn caught<T>(work: impl FnOnce() -> T) -> Option<T> {
    quiet_isolated_panics();
    let was_isolated = IS_ISOLATED.replace(true);
    let result = catch_unwind(AssertUnwindSafe(work)).ok();
    IS_ISOLATED.set(was_isolated);
    result
}

/// Keeps the messages of caught panics off the terminal; all others are printed as before.
fn quiet_isolated_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !IS_ISOLATED.get() {
                usual(info);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_and_a_loop_are_answers() {
        // Far more than either takes, also on a busy machine.
        let minute = Duration::from_secs(60);
        assert_eq!(run(minute, || 1), Ok(1));
        assert_eq!(run::<u8>(minute, || panic!("no")), Err(Failure::Broken));
        let short = Duration::from_millis(20);
        assert_eq!(
            run(short, || thread::sleep(Duration::from_secs(1))),
            Err(Failure::TooSlow)
        );
    }
}
