//! Python's random numbers, so that the typing errors here are those of the published benchmark.
//!
//! Source: Matsumoto and Nishimura, "Mersenne Twister" (1998), MT19937 with `init_by_array`; on top of
//! it what `random.Random` of Python 3 does for `choice`, `randrange` and `sample`.

const SIZE: usize = 624;
const SHIFT: usize = 397;

/// A generator of Python's class `random.Random`.
#[derive(Clone)]
pub(crate) struct PythonRandom {
    state: [u32; SIZE],
    at: usize,
}

impl PythonRandom {
    /// As `random.Random(seed)`.
    pub(crate) fn new(seed: u64) -> Self {
        let (low, high) = (seed as u32, (seed >> 32) as u32);
        let key = if high == 0 {
            vec![low]
        } else {
            vec![low, high]
        };
        let mut state = [0u32; SIZE];
        state[0] = 19_650_218;
        for at in 1..SIZE {
            state[at] = mixed(state[at - 1])
                .wrapping_mul(1_812_433_253)
                .wrapping_add(at as u32);
        }
        let mut at = 1;
        for step in 0..SIZE {
            let word = step % key.len();
            state[at] = (state[at] ^ mixed(state[at - 1]).wrapping_mul(1_664_525))
                .wrapping_add(key[word])
                .wrapping_add(word as u32);
            at = next_place(at, &mut state);
        }
        for _ in 1..SIZE {
            state[at] = (state[at] ^ mixed(state[at - 1]).wrapping_mul(1_566_083_941))
                .wrapping_sub(at as u32);
            at = next_place(at, &mut state);
        }
        state[0] = 0x8000_0000;
        Self { state, at: SIZE }
    }

    fn next_word(&mut self) -> u32 {
        if self.at == SIZE {
            self.twist();
        }
        let mut word = self.state[self.at];
        self.at += 1;
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c_5680;
        word ^= (word << 15) & 0xefc6_0000;
        word ^ (word >> 18)
    }

    fn twist(&mut self) {
        for at in 0..SIZE {
            let word = (self.state[at] & 0x8000_0000) | (self.state[(at + 1) % SIZE] & 0x7fff_ffff);
            let odd = if word & 1 == 1 { 0x9908_b0df } else { 0 };
            self.state[at] = self.state[(at + SHIFT) % SIZE] ^ (word >> 1) ^ odd;
        }
        self.at = 0;
    }

    /// As `randrange(n)`, and as the index that `choice` takes. `n` is above 0.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        let bits = usize::BITS - n.leading_zeros();
        loop {
            let drawn = (self.next_word() >> (32 - bits)) as usize;
            if drawn < n {
                return drawn;
            }
        }
    }

    /// As `sample(range(n), k)`, for `k` up to 5 and not above `n`.
    pub(crate) fn sample(&mut self, n: usize, k: usize) -> Vec<usize> {
        // The limit up to which Python draws from a list instead of trying again.
        const POOL: usize = 21;
        let mut drawn = Vec::with_capacity(k);
        if n <= POOL {
            let mut pool: Vec<usize> = (0..n).collect();
            for taken in 0..k {
                let at = self.below(n - taken);
                drawn.push(pool[at]);
                pool[at] = pool[n - taken - 1];
            }
        } else {
            while drawn.len() < k {
                let at = self.below(n);
                if !drawn.contains(&at) {
                    drawn.push(at);
                }
            }
        }
        drawn
    }
}

fn mixed(word: u32) -> u32 {
    word ^ (word >> 30)
}

fn next_place(at: usize, state: &mut [u32; SIZE]) -> usize {
    if at + 1 < SIZE {
        return at + 1;
    }
    state[0] = state[SIZE - 1];
    1
}

#[cfg(test)]
mod tests {
    use super::PythonRandom;

    #[test]
    fn the_numbers_are_those_of_python() {
        // random.Random(20241208): [randrange(1000) for _ in range(4)], then sample(range(30), 2), sample(range(9), 2)
        let mut random = PythonRandom::new(20_241_208);
        let drawn: Vec<usize> = (0..4).map(|_| random.below(1000)).collect();
        assert_eq!(drawn, PYTHON_DRAWN);
        assert_eq!(random.sample(30, 2), PYTHON_SAMPLE_30);
        assert_eq!(random.sample(9, 2), PYTHON_SAMPLE_9);
        assert_eq!(
            PythonRandom::new(0x1234_5678_9abc_def0).below(1 << 20),
            PYTHON_LONG_SEED
        );
    }

    const PYTHON_DRAWN: [usize; 4] = [882, 390, 783, 692];
    const PYTHON_SAMPLE_30: [usize; 2] = [14, 6];
    const PYTHON_SAMPLE_9: [usize; 2] = [3, 4];
    const PYTHON_LONG_SEED: usize = 995993;
}
