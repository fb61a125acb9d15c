//! A progress bar on a terminal, silence elsewhere.

use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal as _;

/// Returns a bar over `n_bytes` that shows rate and time left; hidden when standard error is no terminal.
pub(crate) fn bar(what: &'static str, n_bytes: u64) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template(
        "{msg:<9} {bar:32} {bytes}/{total_bytes} {binary_bytes_per_sec}, {eta} left",
    )
    .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(n_bytes)
        .with_style(style)
        .with_message(what)
}
