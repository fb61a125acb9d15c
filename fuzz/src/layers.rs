//! Any bytes are a layer of an index or refused; what is read is written so that it reads the same.

use annotation::{accounts, days, names, voices};

/// A text of some length with characters of one to four bytes, for layers whose places must lie in it.
const TEXT: &str = "“We are free,” said Omar Haddad. Die Straße war offen.\n\nقال: «لا أحد هناك» 🙂 Nobody was there on 8 December 2024.";

/// Reads `bytes` as the layer that `kind` chooses.
pub fn check(bytes: &[u8], kind: u8) {
    let text = |_| TEXT;
    match kind % 4 {
        0 => {
            if let Ok(names) = names::codec::decode(bytes, &text) {
                let written = names::codec::encode(&names, &text);
                assert_eq!(names::codec::decode(&written, &text), Ok(names));
            }
        }
        1 => {
            if let Ok(days) = days::read(bytes) {
                assert_eq!(days::read(&days::write(&days)), Ok(days));
            }
        }
        2 => {
            let names = [Vec::new(), Vec::new()];
            if let Ok(voices) = voices::decode(bytes, &text, &names) {
                let written = voices::encode(&voices, &names);
                assert_eq!(voices::decode(&written, &text, &names), Ok(voices));
            }
        }
        _ => {
            let texts = [TEXT, TEXT];
            if let Ok(comparison) = accounts::decode(bytes, &texts) {
                let written = accounts::encode(&comparison);
                assert_eq!(accounts::decode(&written, &texts), Ok(comparison));
            }
        }
    }
}
