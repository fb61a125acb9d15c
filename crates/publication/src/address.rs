//! Names of documents in addresses: fragments as in `docs/LINKS.md`, and files of their own.

use sha2::{Digest as _, Sha256};
use std::collections::HashSet;

/// The most bytes of an id that stand in a file name.
const LONGEST_STEM: usize = 80;

/// Returns the fragment that leads to a document, `#` left out.
pub fn fragment_of(id: &str) -> String {
    format!("/doc/{}", encoded(id))
}

/// Returns `text` percent-encoded as fragments have it: letters, digits and `-._~*` of ASCII stay.
fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for &byte in text.as_bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~*".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

/// Returns the address as one that a reader may follow, `None` for every scheme but http, https and mailto.
pub(crate) fn live(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    ["http", "https", "mailto"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known))
        .then_some(address)
}

/// Gives each document a file name that every system and host takes, and no two the same one.
#[derive(Debug, Default)]
pub(crate) struct FileNames {
    taken: HashSet<String>,
}

impl FileNames {
    /// Returns `<id>.html` where the id is plain and free in any case of letters; else what is plain of it,
    /// with a part of the id's hash.
    pub(crate) fn of(&mut self, id: &str) -> String {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
        let mut stem: String = id
            .bytes()
            .take(LONGEST_STEM)
            .map(|byte| {
                if is_plain(byte) {
                    char::from(byte)
                } else {
                    '-'
                }
            })
            .collect();
        let is_same = stem == id && !stem.is_empty() && !is_device(&stem);
        if !is_same || self.taken.contains(&stem.to_ascii_lowercase()) {
            let digest = Sha256::digest(id.as_bytes());
            for byte in digest.iter().take(5) {
                stem.push_str(&format!("{byte:02x}"));
            }
        }
        self.taken.insert(stem.to_ascii_lowercase());
        format!("{stem}.html")
    }
}

/// Names that Windows keeps for devices, whatever follows the dot.
fn is_device(stem: &str) -> bool {
    let upper = stem.to_ascii_uppercase();
    let numbered = ["COM", "LPT"]
        .iter()
        .any(|device| upper.len() == 4 && upper.starts_with(device));
    numbered || ["CON", "PRN", "AUX", "NUL"].contains(&upper.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fragment_is_the_one_that_the_page_writes() {
        assert_eq!(fragment_of("a b/ḥ"), "/doc/a%20b%2F%E1%B8%A5");
    }

    #[test]
    fn only_web_and_mail_addresses_are_live() {
        for address in ["http://a.b", "HTTPS://a.b", "mailto:a@b.c"] {
            assert_eq!(live(address), Some(address));
        }
        for address in [
            "javascript:alert(1)",
            " https://a.b",
            "data:text/html,x",
            "#a",
            "//a.b",
        ] {
            assert_eq!(live(address), None, "{address}");
        }
    }

    #[test]
    fn every_id_gets_a_file_of_its_own() {
        let mut names = FileNames::default();
        assert_eq!(names.of("the-road"), "the-road.html");
        let others = [
            "The-Road", "the road", "the/road", "../x", "con", "", "ḥims",
        ];
        let files: Vec<String> = others.iter().map(|id| names.of(id)).collect();
        let mut seen: HashSet<String> = HashSet::from(["the-road.html".to_owned()]);
        for file in files {
            let plain = file.bytes().filter(|byte| b"/.% ".contains(byte)).count();
            assert_eq!(plain, 1, "{file}");
            assert!(seen.insert(file.to_ascii_lowercase()), "{file}");
        }
        assert!(names.of(&"x".repeat(500)).len() < 100);
    }
}
