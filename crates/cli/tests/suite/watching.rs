//! `build --watch`: built anew at each change, whatever stands in the texts meanwhile.

use crate::{file, folder, run, text};
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// Far longer than a build takes; only a test that fails waits for it.
const LONGEST: Duration = Duration::from_secs(60);

struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn start(texts: &Path, index: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_vademecum"))
            .args(["build", text(texts), "--watch", "--index", text(index)])
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command starts");
        let messages = BufReader::new(child.stderr.take().expect("piped"));
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in messages.lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        Self { child, lines }
    }

    /// Waits for a line with these words, then until the command waits for changes again.
    fn says(&self, words: &str) {
        let mut said = String::new();
        for wanted in [words, "waiting for changes"] {
            loop {
                let line = self.lines.recv_timeout(LONGEST);
                let line = line.unwrap_or_else(|_| panic!("no {wanted:?} after: {said}"));
                said += &format!("{line}\n");
                if line.contains(wanted) {
                    break;
                }
            }
        }
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_change_is_built_and_an_error_is_told_and_waited_out() {
    let texts = folder("watching");
    file(&texts, "a.md", "# A\n\nThe road was open.");
    // Beside the texts: what is written there must not be taken for a change.
    let index = texts.join("letters.vade");
    let watching = Watching::start(&texts, &index);
    watching.says("1 document in");
    file(&texts, "b.md", "# B\n\nThe ferry was late.");
    watching.says("2 documents in");
    let found = run(["search", text(&index), "ferry"]);
    assert!(found.stdout.contains("ferry"), "{}", found.stdout);
    file(&texts, "b.md", "---\ntitle: [broken\n---\nText.");
    watching.says("nothing was built");
    let found = run(["search", text(&index), "ferry"]);
    assert!(found.stdout.contains("ferry"), "the earlier index stays");
    fs::remove_file(texts.join("b.md")).expect("removed");
    watching.says("1 document in");
}

#[test]
fn a_file_that_an_editor_puts_in_the_place_of_the_old_is_seen() {
    let texts = folder("watching-file");
    let document = file(&texts, "a.md", "# A\n\nThe road was open.");
    let index = folder("watching-file-out").join("x.vade");
    let watching = Watching::start(&document, &index);
    watching.says("1 document in");
    let new = file(&texts, ".a.md.swp", "# A\n\nThe road was shut.");
    fs::rename(new, &document).expect("moved");
    watching.says("1 document in");
    let found = run(["search", text(&index), "shut"]);
    assert!(found.stdout.contains("shut"), "{}", found.stdout);
}
