//! What makes a hosted folder open without its server: manifest, icons, service worker.

use super::hosted::named;
use crate::output::{hexadecimal, write_file};
use anyhow::{Context as _, Result};
use publication::content_policy::integrity;
use publication::template::escape;
use serde_json::json;
use sha2::{Digest as _, Sha256};
use std::fs;
use std::path::Path;

const WORKER: &str = include_str!("assets/service-worker.js");
const SCRIPT: &str = include_str!("assets/offline.js");
const ICON: &str = include_str!("assets/icon.svg");
const ICON_192: &[u8] = include_bytes!("assets/icon-192.png");
const ICON_512: &[u8] = include_bytes!("assets/icon-512.png");

const WATCH_SCRIPT: &str = include_str!("assets/watch.js");
const NO_WORKER: &str = include_str!("assets/no-worker.js");

/// The service worker keeps its name: browsers look there for a new one.
pub(crate) const WORKER_NAME: &str = "service-worker.js";
/// Where a page that is being written looks whether it was built anew.
const WATCHED_NAME: &str = "watched-build.txt";

/// The files that make a page installable, written.
#[derive(Debug)]
pub(crate) struct Installable {
    /// Elements for the head.
    pub(crate) head: String,
    /// The script element for the end of the body.
    pub(crate) script: String,
    /// Names and hashes of the files.
    pub(crate) files: Vec<(String, String)>,
}

/// Returns the name of the file that shows the page in a picture.
pub(crate) fn picture() -> String {
    named("icon", "512.png", ICON_512)
}

/// What becomes of a page in a browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keeping {
    /// It is kept for reading without the server.
    Offline,
    /// It is being written: the browser shows each build at once, and keeps none.
    Watched,
}

/// Writes script, manifest and icons into `folder`; `build` names the build for a page that is being written.
///
/// # Errors
/// When a file cannot be written.
pub(crate) fn write(
    title: &str,
    folder: &Path,
    keeping: Keeping,
    build: &str,
) -> Result<Installable> {
    let mut files = Vec::new();
    let mut write = |stem: &str, extension: &str, bytes: &[u8]| -> Result<String> {
        let name = named(stem, extension, bytes);
        write_file(&folder.join(&name), bytes)?;
        files.push((name.clone(), integrity(bytes)));
        Ok(name)
    };
    let (script, data) = match keeping {
        Keeping::Offline => (SCRIPT, String::new()),
        Keeping::Watched => (
            WATCH_SCRIPT,
            format!(" data-build=\"{build}\" data-look=\"{WATCHED_NAME}\""),
        ),
    };
    let hash = integrity(script.as_bytes());
    let script = write("offline", "js", script.as_bytes())?;
    let icon = write("icon", "svg", ICON.as_bytes())?;
    let small = write("icon", "192.png", ICON_192)?;
    let large = write("icon", "512.png", ICON_512)?;
    let manifest = json!({
        "name": title,
        "short_name": title,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#fbf8f1",
        "theme_color": "#7c2a20",
        "icons": [
            {"src": icon, "type": "image/svg+xml", "sizes": "any", "purpose": "any maskable"},
            {"src": small, "type": "image/png", "sizes": "192x192", "purpose": "any maskable"},
            {"src": large, "type": "image/png", "sizes": "512x512", "purpose": "any maskable"},
        ],
    });
    let manifest = write("app", "webmanifest", manifest.to_string().as_bytes())?;
    Ok(Installable {
        head: format!("\n<link rel=\"manifest\" href=\"{}\">", escape(&manifest)),
        script: format!("<script src=\"{script}\" integrity=\"{hash}\"{data} defer></script>\n"),
        files,
    })
}

/// Writes what tells open pages that there is a new build, or takes it away where none is to ask; last, when all
/// parts of the build are there.
///
/// # Errors
/// When the file cannot be written or removed.
pub(crate) fn announce(keeping: Keeping, build: &str, folder: &Path) -> Result<()> {
    let file = folder.join(WATCHED_NAME);
    match keeping {
        Keeping::Watched => {
            write_file(&folder.join(WORKER_NAME), NO_WORKER.as_bytes())?;
            write_file(&file, build.as_bytes())
        }
        Keeping::Offline if file.exists() => {
            fs::remove_file(&file).with_context(|| format!("cannot remove {}", file.display()))
        }
        Keeping::Offline => Ok(()),
    }
}

/// Writes the service worker that keeps exactly `files`, of each of `either` one of the two forms, plain or
/// gzipped, and of `later` what was asked for; each is given by its name and hash. The page itself is `./`.
///
/// # Errors
/// When the file cannot be written.
pub(crate) fn write_worker(
    files: &[(String, String)],
    later: &[(String, String)],
    either: &[[(String, String); 2]],
    folder: &Path,
) -> Result<()> {
    let list = serde_json::to_string(files)?;
    let either = serde_json::to_string(either)?;
    let later = serde_json::to_string(later)?;
    let digest = Sha256::digest(format!("{list}{later}{either}").as_bytes());
    let build = hexadecimal(&digest[..8]);
    let worker = WORKER
        .replace("{{build}}", &build)
        .replace("{{files}}", &list)
        .replace("{{later}}", &later)
        .replace("{{either}}", &either);
    write_file(&folder.join(WORKER_NAME), worker.as_bytes())
}
