//! The content security policy of the page that trunk makes.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Only files from the page's own origin, and compiling WebAssembly. The same as for a folder that
/// `vademecum build -o` writes.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     worker-src 'self' blob:; connect-src 'self'; img-src 'self' data: blob:; manifest-src 'self'; \
     base-uri 'none'; form-action 'none'";

const HEAD_MARKER: &str = "<!-- vademecum:head -->";

/// Puts the policy in the head of `dist/index.html`.
///
/// Not in the project's own `index.html`, because `trunk serve` adds an inline script that reloads.
///
/// # Errors
///
/// When the page lacks the marker, or cannot be read or written.
pub(crate) fn apply(dist: &Path) -> Result<()> {
    let path = dist.join("index.html");
    let page =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let page =
        with_policy(&page).with_context(|| format!("dist/index.html lacks {HEAD_MARKER}"))?;
    fs::write(&path, page).with_context(|| format!("cannot write {}", path.display()))
}

fn with_policy(page: &str) -> Option<String> {
    let (before, after) = page.split_once(HEAD_MARKER)?;
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
    Some(format!("{before}{meta}{after}"))
}

#[cfg(test)]
mod tests {
    use super::{POLICY, with_policy};

    #[test]
    fn the_policy_comes_before_anything_it_governs() {
        let page = "<meta charset=\"utf-8\"><!-- vademecum:head --><link><script></script>";
        let page = with_policy(page).expect("a page with the marker");
        assert!(
            page.find("Content-Security-Policy") < page.find("<link>"),
            "{page}"
        );
        assert!(page.starts_with("<meta charset"), "{page}");
    }

    #[test]
    fn the_policy_is_that_of_a_published_folder() {
        assert_eq!(POLICY, publication::content_policy::HOSTED);
    }

    #[test]
    fn another_page_is_refused() {
        assert_eq!(with_policy("<head></head>"), None);
    }
}
