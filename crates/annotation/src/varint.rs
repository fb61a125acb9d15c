//! Numbers as all layers store them: seven bits a byte, the lowest first, the top bit where more follow (LEB128).

/// Why no number could be taken.
pub(crate) enum Fault {
    /// The bytes end inside it.
    Cut,
    /// It takes more than 32 bits.
    TooLarge,
}

/// Appends a number, which takes one to five bytes.
pub(crate) fn put(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Takes the number at `at`, which moves behind what was read.
///
/// # Errors
///
/// See [`Fault`].
pub(crate) fn take(bytes: &[u8], at: &mut usize) -> Result<u32, Fault> {
    let mut number: u32 = 0;
    for shift in [0, 7, 14, 21, 28] {
        let byte = *bytes.get(*at).ok_or(Fault::Cut)?;
        *at += 1;
        if shift == 28 && byte > 0x0F {
            break;
        }
        number |= u32::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            return Ok(number);
        }
    }
    Err(Fault::TooLarge)
}
