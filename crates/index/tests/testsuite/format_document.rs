//! `docs/FORMAT.md` is about these bytes.

use index::{FORMAT_VERSION, StoredPostings, Tag};

use crate::texts::{build, document, with};

const FORMAT: &str = include_str!("../../../../docs/FORMAT.md");

/// Writes bytes as the document shows them: what, then up to sixteen a line, then printable characters.
fn dump(bytes: &[u8]) -> String {
    let mut out = String::new();
    let mut part = |name: &str, from: usize, to: usize| {
        for start in (from..to).step_by(16) {
            let line = &bytes[start..to.min(start + 16)];
            let hex: Vec<String> = line.iter().map(|byte| format!("{byte:02x}")).collect();
            let shown: String = line
                .iter()
                .map(|&byte| {
                    if (32..127).contains(&byte) {
                        char::from(byte)
                    } else {
                        '.'
                    }
                })
                .collect();
            let name = if start == from { name } else { "" };
            out.push_str(&format!(
                "{start:04x} {name:<6} {:<47}  {shown}\n",
                hex.join(" ")
            ));
        }
    };
    let u32_at = |at: usize| {
        u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]) as usize
    };
    part("header", 0, 24);
    let n_sections = u32_at(20);
    for number in 0..n_sections {
        part("entry", 24 + 16 * number, 40 + 16 * number);
    }
    for number in 0..n_sections {
        let entry = 24 + 16 * number;
        let tag = String::from_utf8_lossy(&bytes[entry..entry + 4]).into_owned();
        part(
            &tag,
            u32_at(entry + 4),
            u32_at(entry + 4) + u32_at(entry + 8),
        );
    }
    part("crc", bytes.len() - 4, bytes.len());
    out
}

#[test]
fn the_annotated_example_is_what_the_code_writes() {
    let note = with(document("n", "A b", &["b a-b"]), "tag", &["x"]);
    let dump = dump(&build(&[note], StoredPostings::Stored));
    assert!(
        FORMAT.contains(&dump),
        "put this into docs/FORMAT.md:\n{dump}"
    );
}

#[test]
fn version_and_sections_stand_in_the_document() {
    assert!(FORMAT.contains(&format!("Format version: **{FORMAT_VERSION}**")));
    let mut from = 0;
    for tag in Tag::ALL {
        let heading = format!("\n### `{tag}`");
        let place = FORMAT[from..].find(&heading);
        from +=
            place.unwrap_or_else(|| panic!("docs/FORMAT.md has no section on {tag} in file order"));
    }
}
