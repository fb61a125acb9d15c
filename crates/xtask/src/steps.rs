//! Steps that say what they do and how long it took.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// The steps of one chore, with their durations.
#[derive(Debug)]
pub(crate) struct Steps {
    started: Instant,
    done: Vec<(String, Duration)>,
}

impl Steps {
    /// Starts the clock.
    pub(crate) fn new() -> Self {
        Self {
            started: Instant::now(),
            done: Vec::new(),
        }
    }

    /// Runs one step and prints its name before and its duration after.
    ///
    /// # Errors
    ///
    /// The step's own error, with the step's name in front.
    pub(crate) fn run<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("==> {name}");
        let started = Instant::now();
        let result = work().with_context(|| format!("failed: {name}"))?;
        let took = started.elapsed();
        println!("    {}", seconds(took));
        self.done.push((name.to_owned(), took));
        Ok(result)
    }

    /// Prints one line about something that needed no work.
    pub(crate) fn note(&self, line: &str) {
        println!("==> {line}");
    }

    /// Prints the durations of all steps that took a second or more, and of the whole, in one line.
    pub(crate) fn finish(&self, what: &str) {
        let mut line = format!("{what} in {}", seconds(self.started.elapsed()));
        let mut separator = ": ";
        for (name, took) in &self.done {
            if took.as_secs() > 0 {
                // Writing to a string does not fail.
                let _ = write!(line, "{separator}{name} {}", seconds(*took));
                separator = ", ";
            }
        }
        println!("{line}");
    }
}

/// A duration for people: `0.4 s`, `12.3 s`, `4 min 05 s`.
pub(crate) fn seconds(duration: Duration) -> String {
    let whole = duration.as_secs();
    if whole < 60 {
        format!("{:.1} s", duration.as_secs_f64())
    } else {
        format!("{} min {:02} s", whole / 60, whole % 60)
    }
}

/// Runs a command with its output shown.
///
/// # Errors
///
/// When it cannot be started or does not end well; the message has the command line.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let line = command_line(command);
    println!("    $ {line}");
    let status = command
        .stdin(Stdio::null())
        .status()
        .with_context(|| format!("cannot start: {line}"))?;
    if !status.success() {
        bail!("{line}: {status}");
    }
    Ok(())
}

/// What a command prints, or `None` when it cannot be started or does not end well.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    if !output.status.success() {
        return None;
    }
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn command_line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::seconds;

    #[test]
    fn durations_read_well() {
        assert_eq!(seconds(Duration::from_millis(430)), "0.4 s");
        assert_eq!(seconds(Duration::from_secs(245)), "4 min 05 s");
    }
}
