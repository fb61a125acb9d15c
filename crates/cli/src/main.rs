//! The `vademecum` command: a folder of texts in, one searchable page out.
//!
//! Results go to standard output, everything else to standard error. Exit codes: 0 done, 1 the work
//! failed, 2 wrong usage.

mod arguments;
mod build;
mod commands;
mod duplicates;
mod layers;
mod output;
mod page;
mod progress;
mod reading;
mod report;
mod source;
mod table;
mod texts;
mod threads;
mod watch;

use clap::Parser as _;
use std::io::ErrorKind;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = arguments::Arguments::parse();
    match commands::run(arguments.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("vademecum: {error:#}");
            let wrong_usage = error
                .chain()
                .any(|cause| cause.is::<arguments::WrongUsage>());
            ExitCode::from(if wrong_usage { 2 } else { 1 })
        }
    }
}

/// `vademecum search … | head` ends well: whoever closed the pipe has read enough.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let kind = match cause.downcast_ref::<std::io::Error>() {
            Some(error) => Some(error.kind()),
            // serde_json wraps what the pipe says and leaves it out of the chain.
            None => cause
                .downcast_ref::<serde_json::Error>()
                .and_then(serde_json::Error::io_error_kind),
        };
        kind == Some(ErrorKind::BrokenPipe)
    })
}
