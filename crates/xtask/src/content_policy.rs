//! The content security policy of the page that trunk makes.
//!
//! Trunk starts the page by an inline script, which a strict policy would have to name by its hash.
//! It becomes a file here, so that `script-src 'self'` is enough.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Only files from the page's own origin, and compiling WebAssembly. The same as for a folder that
/// `vademecum build -o` writes.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     worker-src 'self' blob:; connect-src 'self'; img-src 'self' data: blob:; manifest-src 'self'; \
     base-uri 'none'; form-action 'none'";

const HEAD_MARKER: &str = "<!-- vademecum:head -->";
const SCRIPT_OPEN: &str = "<script type=\"module\">";
const SCRIPT_CLOSE: &str = "</script>";

/// Moves trunk's inline script in `dist/index.html` to a file and puts the policy in the head.
///
/// # Errors
///
/// When the page is not as trunk writes it, or files cannot be written.
pub(crate) fn apply(dist: &Path) -> Result<()> {
    let path = dist.join("index.html");
    let page =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let (page, script) =
        sealed(&page).context("dist/index.html lacks trunk's script or the head marker")?;
    fs::write(dist.join(start_name(&script)), script)?;
    fs::write(&path, page).with_context(|| format!("cannot write {}", path.display()))
}

/// The page with its policy, and the script that stood in it.
fn sealed(page: &str) -> Option<(String, String)> {
    let (before, rest) = page.split_once(SCRIPT_OPEN)?;
    let (script, after) = rest.split_once(SCRIPT_CLOSE)?;
    let (head, rest) = before.split_once(HEAD_MARKER)?;
    let script = format!("{}\n", script.trim());
    let name = start_name(&script);
    let page = format!(
        "{head}{HEAD_MARKER}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">{rest}\
         <script type=\"module\" src=\"./{name}\"></script>{after}"
    );
    Some((without_fetch_integrity(&page), script))
}

/// Browsers ignore `integrity` on the preload of the wasm and complain of it on every visit.
fn without_fetch_integrity(page: &str) -> String {
    const ATTRIBUTE: &str = " integrity=\"";
    page.split_inclusive('>')
        .map(|tag| match tag.split_once(ATTRIBUTE) {
            Some((before, rest)) if tag.contains(" as=\"fetch\"") => {
                let after = rest.split_once('"').map_or("", |(_, after)| after);
                format!("{before}{after}")
            }
            _ => tag.to_owned(),
        })
        .collect()
}

/// Named after the glue that it imports, whose own name has a hash of the content.
fn start_name(script: &str) -> String {
    let glue = script
        .split("from './")
        .nth(1)
        .and_then(|rest| rest.split('\'').next());
    format!("start-{}", glue.unwrap_or("page.js"))
}

#[cfg(test)]
mod tests {
    use super::{sealed, without_fetch_integrity};

    #[test]
    fn the_script_moves_to_a_file_and_the_policy_comes_first() {
        let page = "<head><!-- vademecum:head --><script type=\"module\">\nimport init from './page-1f.js';\n</script><link></head>";
        let (page, script) = sealed(page).expect("a page of trunk's");
        assert_eq!(script, "import init from './page-1f.js';\n");
        assert!(
            page.contains("<script type=\"module\" src=\"./start-page-1f.js\"></script><link>"),
            "{page}"
        );
        assert!(
            page.find("Content-Security-Policy") < page.find("<script"),
            "{page}"
        );
    }

    #[test]
    fn only_the_preload_that_browsers_complain_of_loses_its_hash() {
        let link = |kind| format!("<link rel=\"preload\" integrity=\"sha384-x/+=\" as=\"{kind}\">");
        assert_eq!(
            without_fetch_integrity(&link("fetch")),
            "<link rel=\"preload\" as=\"fetch\">"
        );
        assert_eq!(without_fetch_integrity(&link("script")), link("script"));
    }

    #[test]
    fn another_page_is_refused() {
        assert_eq!(sealed("<head></head>"), None);
    }
}
