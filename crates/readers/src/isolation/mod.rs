//! Running a parser so that its panic or its endless loop ends one file, not the build.
//!
//! Natively a panic unwinds and is caught ([`unwinding`]). In a browser it stops the whole module, so that the
//! stretches of work which may stop it are counted ([`counting`]) and those known to do so are left out next time.

#[cfg(any(target_arch = "wasm32", test))]
mod counting;
#[cfg(not(target_arch = "wasm32"))]
mod unwinding;

#[cfg(target_arch = "wasm32")]
pub(crate) use counting::{caught, run};
#[cfg(target_arch = "wasm32")]
pub use counting::{leave_out, stretch};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use unwinding::{caught, run};

use std::fmt;

/// Why there is no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(
    target_arch = "wasm32",
    expect(dead_code, reason = "there the host of the module notices both")
)]
pub(crate) enum Failure {
    /// The parser panicked.
    Broken,
    /// It did not end in time. Its thread is left behind and ends with the process.
    TooSlow,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Broken => "it is damaged in a way that its reader does not survive",
            Self::TooSlow => "it takes longer than a minute to read",
        })
    }
}

/// Where panics stop the module: names the stretches of the next reading that are left out, each a number that
/// [`stretch`] gave for the same file. Elsewhere this does nothing: panics are caught there.
#[cfg(not(target_arch = "wasm32"))]
pub fn leave_out(_lost: &[u32]) {}

/// Where panics stop the module: returns the stretch in which the last reading stopped, 0 outside of any.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn stretch() -> u32 {
    0
}
