//! CRC-32, as in zip, PNG and Ethernet (reflected polynomial `0xEDB88320`).
//!
//! The tables are made on first use. Stored in the program, as the usual crates do, they would be 16 KB of
//! noise that no compression makes smaller: a tenth of what the whole page may weigh.
//!
//! Source: Kounavis and Berry, "Novel table lookup-based algorithms for high-performance CRC generation"
//! (2008), with eight tables; combining after Mark Adler's `crc32_combine` in zlib 1.2.12.

use std::sync::OnceLock;

const POLYNOMIAL: u32 = 0xEDB8_8320;
/// The polynomial `x^0`; the highest bit is the lowest power.
const ONE: u32 = 1 << 31;

type Tables = [[u32; 256]; 8];

/// A checksum in the making.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Checksum {
    value: u32,
    length_bytes: u64,
}

impl Checksum {
    /// Returns the checksum of nothing.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Returns the checksum of these bytes.
    pub(crate) fn of(bytes: &[u8]) -> u32 {
        let mut checksum = Self::new();
        checksum.update(bytes);
        checksum.value()
    }

    /// Takes further bytes.
    pub(crate) fn update(&mut self, bytes: &[u8]) {
        let tables = tables();
        let mut state = !self.value;
        let (eights, rest) = bytes.as_chunks::<8>();
        for eight in eights {
            let low = state ^ u32::from_le_bytes([eight[0], eight[1], eight[2], eight[3]]);
            let high = u32::from_le_bytes([eight[4], eight[5], eight[6], eight[7]]);
            state = 0;
            for (i, byte) in low
                .to_le_bytes()
                .into_iter()
                .chain(high.to_le_bytes())
                .enumerate()
            {
                state ^= tables[7 - i][usize::from(byte)];
            }
        }
        for &byte in rest {
            state = (state >> 8) ^ tables[0][usize::from(state as u8 ^ byte)];
        }
        self.value = !state;
        self.length_bytes += bytes.len() as u64;
    }

    /// Takes the bytes that `other` has taken, without seeing them. Cost: the logarithm of their number.
    pub(crate) fn combine(&mut self, other: &Self) {
        self.value = product(power_of_x8(other.length_bytes), self.value) ^ other.value;
        self.length_bytes += other.length_bytes;
    }

    /// Returns the checksum of all bytes so far.
    pub(crate) fn value(&self) -> u32 {
        self.value
    }
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Box<Tables>> = OnceLock::new();
    TABLES.get_or_init(|| {
        let mut tables = Box::new([[0; 256]; 8]);
        for byte in 0..256_usize {
            tables[0][byte] = (0..8).fold(byte as u32, |state, _| times_x(state));
        }
        for i in 1..8 {
            for byte in 0..256 {
                let before = tables[i - 1][byte];
                tables[i][byte] = (before >> 8) ^ tables[0][(before & 255) as usize];
            }
        }
        tables
    })
}

fn times_x(polynomial: u32) -> u32 {
    (polynomial >> 1) ^ if polynomial & 1 == 1 { POLYNOMIAL } else { 0 }
}

/// Returns the product of two polynomials, modulo the checksum's polynomial.
fn product(a: u32, mut b: u32) -> u32 {
    let mut sum = 0;
    for bit in (0..32).rev() {
        if a >> bit & 1 == 1 {
            sum ^= b;
        }
        b = times_x(b);
    }
    sum
}

/// Returns `x` to the power of `8 n`, by squaring.
fn power_of_x8(mut n: u64) -> u32 {
    let mut power = ONE;
    let mut square = ONE >> 8;
    while n > 0 {
        if n & 1 == 1 {
            power = product(square, power);
        }
        square = product(square, square);
        n >>= 1;
    }
    power
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn is_the_checksum_that_everyone_means() {
        assert_eq!(Checksum::of(b"123456789"), 0xCBF4_3926);
        assert_eq!(Checksum::of(b""), 0);
    }

    proptest! {
        #[test]
        fn parts_combine_to_the_whole(bytes in prop::collection::vec(any::<u8>(), 0..100), at in 0_usize..100) {
            let (head, tail) = bytes.split_at(at.min(bytes.len()));
            let [mut first, mut second, mut both] = [Checksum::new(); 3];
            first.update(head);
            second.update(tail);
            both.update(head);
            both.update(tail);
            first.combine(&second);
            prop_assert_eq!(first.value(), Checksum::of(&bytes));
            prop_assert_eq!(both.value(), Checksum::of(&bytes));
        }
    }
}
