//! Waiting until files change.

use anyhow::{Context as _, Result};
use notify::event::{Event, EventKind};
use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// A change is over when nothing happened for so long: editors and synchronisation write many files at once.
const QUIET: Duration = Duration::from_millis(250);
/// Longest time for which a change may go on: a file that is written all the time is read all the same.
const UNREST: Duration = Duration::from_secs(5);
/// How often what vanished is looked for again.
const PATIENCE: Duration = Duration::from_secs(1);

/// Looks at files and folders.
#[derive(Debug)]
pub(crate) struct Watch {
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    places: Vec<Place>,
    /// What the build itself writes.
    outputs: Vec<PathBuf>,
}

/// One path of the command line.
#[derive(Debug)]
struct Place {
    /// The path, without links and `..` above it.
    path: PathBuf,
    /// The folder that is looked at: editors put a new file in the place of the old, so that a file itself
    /// cannot be.
    folder: PathBuf,
    mode: RecursiveMode,
    is_watched: bool,
}

impl Watch {
    /// Begins to look at `paths`, with all that is below folders; what lies at `outputs` is no change.
    ///
    /// # Errors
    /// When a path is not there, or the system cannot watch it.
    pub(crate) fn new(paths: &[PathBuf], outputs: Vec<PathBuf>) -> Result<Self> {
        let (sender, events) = channel();
        // Nobody listens any more only when the command ends.
        let send = move |event| drop(sender.send(event));
        let watcher = notify::recommended_watcher(send)
            .context("the system cannot watch files; build without --watch")?;
        let mut watch = Self {
            watcher,
            events,
            places: Vec::new(),
            outputs,
        };
        for path in paths {
            let mut place = Place::of(path)?;
            watch
                .watcher
                .watch(&place.folder, place.mode)
                .with_context(|| format!("cannot watch {}", path.display()))?;
            place.is_watched = true;
            watch.places.push(place);
        }
        Ok(watch)
    }

    /// Returns when something has changed since the last call, and is quiet again.
    pub(crate) fn wait(&mut self) {
        loop {
            match self.events.recv_timeout(PATIENCE) {
                Ok(event) => {
                    if self.is_change(event) {
                        break;
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    if self.find_again() {
                        break;
                    }
                }
                // The watcher lives as long as this does.
                Err(RecvTimeoutError::Disconnected) => std::thread::sleep(PATIENCE),
            }
        }
        let started = Instant::now();
        while started.elapsed() < UNREST
            && let Ok(event) = self.events.recv_timeout(QUIET)
        {
            self.is_change(event);
        }
    }

    fn is_change(&mut self, event: notify::Result<Event>) -> bool {
        let Ok(event) = event else {
            // Something was lost; a build too many is better than one too few.
            return true;
        };
        if matches!(event.kind, EventKind::Remove(_) | EventKind::Modify(_)) {
            for place in &mut self.places {
                let has_gone = event.paths.contains(&place.folder) && !place.folder.exists();
                place.is_watched &= !has_gone;
            }
        }
        // Reading is no change.
        !matches!(event.kind, EventKind::Access(_))
            && (event.need_rescan() || event.paths.iter().any(|path| self.concerns(path)))
    }

    fn concerns(&self, path: &Path) -> bool {
        let is_output = self.outputs.iter().any(|output| path.starts_with(output));
        !is_output && self.places.iter().any(|place| place.holds(path))
    }

    /// Looks at what had vanished and is there again. Returns whether there was any.
    fn find_again(&mut self) -> bool {
        let mut has_found = false;
        for place in &mut self.places {
            if !place.folder.exists() {
                place.is_watched = false;
            } else if !place.is_watched {
                place.is_watched = self.watcher.watch(&place.folder, place.mode).is_ok();
                has_found |= place.is_watched;
            }
        }
        has_found
    }
}

impl Place {
    fn of(path: &Path) -> Result<Self> {
        let full = path.canonicalize().with_context(|| {
            format!(
                "there is no file or folder {}; check the path",
                path.display()
            )
        })?;
        let parent = full.parent().filter(|_| !full.is_dir());
        Ok(Self {
            folder: parent.unwrap_or(&full).to_owned(),
            mode: match parent {
                Some(_) => RecursiveMode::NonRecursive,
                None => RecursiveMode::Recursive,
            },
            path: full,
            is_watched: false,
        })
    }

    /// Tells whether a path is this place or below it, and nothing hidden, which is not read either.
    fn holds(&self, path: &Path) -> bool {
        path.strip_prefix(&self.path).is_ok_and(|below| {
            let mut parts = below.components();
            !parts.any(|part| part.as_os_str().to_string_lossy().starts_with('.'))
        })
    }
}
