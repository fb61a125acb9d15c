//! Hashes that are the same on every machine, for what is told apart and not for what must be safe.
//!
//! Source: Fowler, Noll and Vo, FNV-1a (1991).

/// Returns a hash of some bytes in 32 bits.
#[must_use]
pub fn hash_32(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, &byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// Returns a hash of some bytes in 64 bits.
#[must_use]
pub fn hash_64(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
