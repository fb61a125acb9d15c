//! Taking exports out of a wasm module, so that wasm-opt can drop what only they kept.
//!
//! `leptos` brings classes for streams of server functions (`IntoUnderlyingSource` and its like), which
//! wasm-bindgen exports whether or not anything calls them. The page has no server.

use anyhow::{Context, Result, bail};

/// A part of the name of every export that the page never uses.
const UNUSED: &[u8] = b"intounderlying";

/// The id of the export section (WebAssembly core specification, 5.5.10).
const EXPORT_SECTION: u8 = 7;

/// Returns `module` without the exports that no page uses.
///
/// # Errors
///
/// When the bytes are no wasm module.
pub(crate) fn without_unused(module: &[u8]) -> Result<Vec<u8>> {
    let Some((header, mut rest)) = module.split_at_checked(8) else {
        bail!("this is no wasm module");
    };
    let mut kept = header.to_vec();
    while let Some((&id, after)) = rest.split_first() {
        let (length, after) = number(after)?;
        let (body, after) = after
            .split_at_checked(length)
            .context("a section is cut off")?;
        let body = if id == EXPORT_SECTION {
            used_exports(body)?
        } else {
            body.to_vec()
        };
        kept.push(id);
        push_number(&mut kept, body.len());
        kept.extend(body);
        rest = after;
    }
    Ok(kept)
}

fn used_exports(section: &[u8]) -> Result<Vec<u8>> {
    let (n_exports, mut rest) = number(section)?;
    let mut used = Vec::new();
    for _ in 0..n_exports {
        let entry = rest;
        let (length, after) = number(rest)?;
        let (name, after) = after
            .split_at_checked(length)
            .context("an export's name is cut off")?;
        // One byte for the kind, then the index.
        let (_, after) = number(after.get(1..).context("an export is cut off")?)?;
        if !name.windows(UNUSED.len()).any(|part| part == UNUSED) {
            used.push(&entry[..entry.len() - after.len()]);
        }
        rest = after;
    }
    let mut section = Vec::new();
    push_number(&mut section, used.len());
    section.extend(used.concat());
    Ok(section)
}

/// Reads an unsigned LEB128 number; returns what follows it.
fn number(bytes: &[u8]) -> Result<(usize, &[u8])> {
    let mut value = 0;
    for (i, &byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 127) << (7 * i);
        if byte < 128 {
            return Ok((value, &bytes[i + 1..]));
        }
    }
    bail!("a number of the wasm module is cut off")
}

fn push_number(bytes: &mut Vec<u8>, mut value: usize) {
    while value > 127 {
        bytes.push((value & 127) as u8 | 128);
        value >>= 7;
    }
    bytes.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::without_unused;

    #[test]
    fn only_the_named_exports_go() {
        let header = b"\0asm\x01\0\0\0";
        let module =
            |exports: &[u8]| [header.as_slice(), &[7, exports.len() as u8], exports].concat();
        let both = module(b"\x02\x04main\x00\x05\x14intounderlyingsource\x00\x06");
        let one = module(b"\x01\x04main\x00\x05");
        assert_eq!(without_unused(&both).expect("a module"), one);
        assert_eq!(without_unused(&one).expect("a module"), one);
    }

    #[test]
    fn a_cut_module_is_an_error() {
        assert!(without_unused(b"\0asm\x01\0\0\0\x07\x09\x01").is_err());
        assert!(without_unused(b"\0as").is_err());
    }
}
