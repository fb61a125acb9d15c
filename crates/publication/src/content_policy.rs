//! The content security policies of the two editions of a page.
//!
//! Both refuse every foreign origin; the single file refuses the network altogether. `'wasm-unsafe-eval'`
//! allows compiling WebAssembly and nothing else.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// Returns a source expression (`'sha256-…'`) that allows exactly this inline text.
pub(crate) fn hash_source(text: &str) -> String {
    format!(
        "'sha256-{}'",
        STANDARD.encode(Sha256::digest(text.as_bytes()))
    )
}

/// Returns the value of an `integrity` attribute for these bytes.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// Returns the policy of a single file that holds these inline scripts and styles.
pub fn single(scripts: &[&str], styles: &[&str]) -> String {
    let list = |texts: &[&str]| {
        texts
            .iter()
            .map(|text| hash_source(text))
            .collect::<Vec<_>>()
            .join(" ")
    };
    format!(
        "default-src 'none'; script-src 'wasm-unsafe-eval' {}; style-src {}; worker-src blob:; connect-src 'none'; \
         img-src data: blob:; base-uri 'none'; form-action 'none'",
        list(scripts),
        list(styles),
    )
}

/// The policy of the hosted folder: only files from its own origin.
pub const HOSTED: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     worker-src 'self' blob:; connect-src 'self'; img-src 'self' data: blob:; manifest-src 'self'; base-uri 'none'; \
     form-action 'none'";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_that_browsers_compute() {
        // The empty string's digest, as every implementation of the CSP hash-source grammar knows it.
        assert_eq!(
            hash_source(""),
            "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
        );
    }

    #[test]
    fn the_single_file_allows_no_request_and_no_inline_wildcard() {
        let policy = single(&["a()"], &["b{}"]);
        assert!(policy.contains("connect-src 'none'"));
        assert!(!policy.contains("unsafe-inline") && !policy.contains("unsafe-eval'  "));
    }
}
