//! Checking the bytes of an fst before the fst crate sees them.
//!
//! The crate trusts its input: an address outside the bytes panics, and a cycle is walked for ever. A
//! checksum is no protection against a file made for the purpose, so the structure is checked here:
//! first every node that can be reached, then every key. The layout is that of fst 0.4 (version 3),
//! `src/raw/node.rs`: a node is read backwards from its address, and its transitions lead to nodes
//! written before it.

use super::{Borrowed, walk};

/// Bytes before the first node: version and type.
const HEADER_BYTES: usize = 16;
/// Bytes after the last node: number of keys, address of the root, checksum.
const FOOTER_BYTES: usize = 20;
/// The version of the layout that is read here.
const VERSION: u64 = 3;
/// Nodes with more transitions carry a table of 256 places.
const TABLE_THRESHOLD: usize = 32;
/// The address of the final node without transitions, which is not written.
const EMPTY_FINAL: usize = 0;

const UNORDERED: &str = "the terms of the dictionary are not numbered in order";
pub(crate) const NO_ROOT: &str = "the dictionary has no root";
const OUTSIDE: &str = "a node of the dictionary lies outside it";

/// Checks that bytes are an fst whose keys are `n_terms` strings with the values 0, 1, 2, …, and calls
/// `each` with every key in order; an error of `each` ends the check.
///
/// Cost: linear in the bytes and in the keys, which are at most [`analysis::MAX_TERM_BYTES`] long.
pub(crate) fn check(
    section: &[u8],
    n_terms: u32,
    each: &mut dyn FnMut(&str) -> Result<(), &'static str>,
) -> Result<(), &'static str> {
    check_nodes(section, n_terms)?;
    let fst = Borrowed::new(section).map_err(|_| NO_ROOT)?;
    check_keys(&fst, n_terms, each)
}

/// Checks header, footer and all nodes that can be reached.
///
/// Nodes stand back to back and each is used, so that one pass from the root at the end to the first
/// node meets every byte once. Addresses fall along every transition: no cycle. Without dead ends, a walk
/// over the keys never takes more steps than the keys have bytes.
fn check_nodes(bytes: &[u8], n_terms: u32) -> Result<(), &'static str> {
    let (root, end) = check_frame(bytes, n_terms)?;
    if root == EMPTY_FINAL {
        return if n_terms == 1 && bytes.len() == HEADER_BYTES + FOOTER_BYTES {
            Ok(())
        } else {
            Err(NO_ROOT)
        };
    }
    if root != end - 1 || root < HEADER_BYTES {
        return Err(NO_ROOT);
    }
    let mut reachable = vec![0_u64; end / 64 + 1];
    reachable[root / 64] |= 1 << (root % 64);
    let mut address = root;
    let mut unread = 1_u32;
    loop {
        if reachable[address / 64] >> (address % 64) & 1 == 0 {
            return Err("a node of the dictionary is not used");
        }
        let node = Node::read(bytes, address).ok_or(OUTSIDE)?;
        if (n_terms == 0) != (node.n_transitions == 0 && !node.is_final) {
            return Err("a path of the dictionary ends nowhere");
        }
        node.check_inputs(bytes)?;
        node.check_outputs(bytes)?;
        for transition in 0..node.n_transitions {
            let target = node.target(bytes, transition).ok_or(OUTSIDE)?;
            if target != EMPTY_FINAL {
                unread += u32::from(reachable[target / 64] >> (target % 64) & 1 == 0);
                reachable[target / 64] |= 1 << (target % 64);
            }
        }
        unread -= 1;
        if node.start == HEADER_BYTES {
            // A transition into the middle of a node would be one that was never read.
            return if unread == 0 { Ok(()) } else { Err(OUTSIDE) };
        }
        address = node.start - 1;
    }
}

/// Checks header and footer; returns the address of the root and the end of the nodes.
fn check_frame(bytes: &[u8], n_terms: u32) -> Result<(usize, usize), &'static str> {
    if bytes.len() < HEADER_BYTES + FOOTER_BYTES {
        return Err("the dictionary is cut off");
    }
    let end = bytes.len() - FOOTER_BYTES;
    if number(bytes, 0, 8) != VERSION || number(bytes, 8, 8) != 0 {
        return Err("the dictionary has an unknown version");
    }
    if number(bytes, end, 8) != u64::from(n_terms) {
        return Err("the dictionary has another number of terms");
    }
    let root = usize::try_from(number(bytes, end + 8, 8)).map_err(|_| OUTSIDE)?;
    Ok((root, end))
}

/// Walks over all keys.
fn check_keys(
    fst: &Borrowed<'_>,
    n_terms: u32,
    each: &mut dyn FnMut(&str) -> Result<(), &'static str>,
) -> Result<(), &'static str> {
    let mut expected = 0;
    let mut found = Ok(());
    walk(fst, b"", &mut |key, value| {
        found = if value != expected || value >= u64::from(n_terms) {
            Err(UNORDERED)
        } else if key.len() > analysis::MAX_TERM_BYTES {
            Err("a term of the dictionary is too long")
        } else {
            std::str::from_utf8(key)
                .map_err(|_| "a term of the dictionary is not UTF-8")
                .and_then(&mut *each)
        };
        expected += 1;
        found.is_ok()
    });
    found?;
    if expected == u64::from(n_terms) {
        Ok(())
    } else {
        Err("the dictionary has another number of terms")
    }
}

/// Reads `width` bytes, at most eight, as a little-endian number; the caller has checked that they exist.
fn number(bytes: &[u8], at: usize, width: usize) -> u64 {
    bytes[at..at + width]
        .iter()
        .rev()
        .fold(0, |number, &byte| number << 8 | u64::from(byte))
}

/// The parts of a node, each known to lie inside the bytes.
struct Node {
    /// First byte of the node; its transitions lead to addresses below.
    start: usize,
    is_final: bool,
    n_transitions: usize,
    /// The only transition leads to the node written just before.
    is_next: bool,
    inputs: Inputs,
    /// Last byte of the target addresses, read backwards, and their width.
    targets_end: usize,
    target_width: usize,
    output_width: usize,
    outputs_end: usize,
}

/// Where the input bytes of the transitions are.
enum Inputs {
    /// The only one is coded in the node's first byte.
    Common,
    /// Read backwards from below this place.
    Listed { end: usize, has_table: bool },
}

impl Node {
    /// Reads the node at `address`; `None` where it would reach out of the bytes.
    fn read(bytes: &[u8], address: usize) -> Option<Self> {
        let state = bytes[address];
        match state >> 6 {
            0b11 => Self::read_next(state, address),
            0b10 => Self::read_one(bytes, state, address),
            _ => Self::read_any(bytes, state, address),
        }
    }

    fn read_next(state: u8, address: usize) -> Option<Self> {
        let (inputs, start) = one_input(state, address)?;
        Some(Self {
            start: within(start)?,
            is_final: false,
            n_transitions: 1,
            is_next: true,
            inputs,
            targets_end: start,
            target_width: 0,
            output_width: 0,
            outputs_end: start,
        })
    }

    fn read_one(bytes: &[u8], state: u8, address: usize) -> Option<Self> {
        let (inputs, after_sizes) = one_input(state, address)?;
        let targets_end = within(after_sizes.checked_sub(1)?)?;
        let (target_width, output_width) = widths(bytes[targets_end])?;
        let outputs_end = targets_end.checked_sub(target_width)?;
        let start = within(outputs_end.checked_sub(output_width)?)?;
        (target_width > 0).then_some(Self {
            start,
            is_final: false,
            n_transitions: 1,
            is_next: false,
            inputs,
            targets_end,
            target_width,
            output_width,
            outputs_end,
        })
    }

    fn read_any(bytes: &[u8], state: u8, address: usize) -> Option<Self> {
        let is_final = state & 0b0100_0000 != 0;
        let mut at = address;
        let mut n_transitions = usize::from(state & 0b0011_1111);
        if n_transitions == 0 {
            at = within(at.checked_sub(1)?)?;
            // A count of one is always in the first byte, so that here it can mean 256.
            n_transitions = if bytes[at] == 1 {
                256
            } else {
                usize::from(bytes[at])
            };
        }
        let sizes = within(at.checked_sub(1)?)?;
        let (target_width, output_width) = widths(bytes[sizes])?;
        if n_transitions > 0 && target_width == 0 {
            return None;
        }
        let has_table = n_transitions > TABLE_THRESHOLD;
        let targets_end = sizes.checked_sub(n_transitions + if has_table { 256 } else { 0 })?;
        let outputs_end = targets_end.checked_sub(n_transitions * target_width)?;
        let n_outputs = n_transitions + usize::from(is_final);
        let start = within(outputs_end.checked_sub(n_outputs * output_width)?)?;
        Some(Self {
            start,
            is_final,
            n_transitions,
            is_next: false,
            inputs: Inputs::Listed {
                end: sizes,
                has_table,
            },
            targets_end,
            target_width,
            output_width,
            outputs_end,
        })
    }

    /// Returns where a transition leads, if to a place before the node.
    fn target(&self, bytes: &[u8], transition: usize) -> Option<usize> {
        if self.is_next {
            return within(self.start.checked_sub(1)?);
        }
        let at = self.targets_end - (transition + 1) * self.target_width;
        let distance = usize::try_from(number(bytes, at, self.target_width)).ok()?;
        if distance == 0 {
            Some(EMPTY_FINAL)
        } else {
            within(self.start.checked_sub(distance)?)
        }
    }

    fn output(&self, bytes: &[u8], transition: usize) -> u64 {
        number(
            bytes,
            self.outputs_end - (transition + 1) * self.output_width,
            self.output_width,
        )
    }

    fn final_output(&self, bytes: &[u8]) -> u64 {
        if self.is_final {
            number(bytes, self.start, self.output_width)
        } else {
            0
        }
    }

    /// Checks that the values below a node begin at 0 and ascend from one transition to the next.
    ///
    /// So the fst crate writes them for keys numbered in order, and only so can a key be found by its
    /// number. No sum over a path overflows: a path has fewer than 2^32 nodes, an output 32 bits.
    fn check_outputs(&self, bytes: &[u8]) -> Result<(), &'static str> {
        let mut least = 0;
        if self.is_final {
            if self.final_output(bytes) != 0 {
                return Err(UNORDERED);
            }
            least = 1;
        }
        for transition in 0..self.n_transitions {
            let output = self.output(bytes, transition);
            let is_first = transition == 0 && !self.is_final;
            if output < least || is_first && output > 0 || output > u64::from(u32::MAX) {
                return Err(UNORDERED);
            }
            least = output + 1;
        }
        Ok(())
    }

    /// Checks that inputs ascend and that a table agrees with them.
    fn check_inputs(&self, bytes: &[u8]) -> Result<(), &'static str> {
        let Inputs::Listed { end, has_table } = self.inputs else {
            return Ok(());
        };
        let end = if has_table { end - 256 } else { end };
        let input = |transition: usize| bytes[end - transition - 1];
        if (1..self.n_transitions).any(|transition| input(transition - 1) >= input(transition)) {
            return Err("the transitions of the dictionary are not sorted");
        }
        if has_table {
            let table = &bytes[end..end + 256];
            let named = table
                .iter()
                .filter(|&&place| usize::from(place) < self.n_transitions)
                .count();
            let right = (0..self.n_transitions)
                .all(|transition| usize::from(table[usize::from(input(transition))]) == transition);
            if !right || named != self.n_transitions {
                return Err("a table of the dictionary does not fit its transitions");
            }
        }
        Ok(())
    }
}

/// Returns the input of a node with one transition and the first byte read so far.
fn one_input(state: u8, address: usize) -> Option<(Inputs, usize)> {
    if state & 0b0011_1111 == 0 {
        let at = within(address.checked_sub(1)?)?;
        Some((
            Inputs::Listed {
                end: address,
                has_table: false,
            },
            at,
        ))
    } else {
        Some((Inputs::Common, address))
    }
}

/// Returns an address that lies behind the header.
fn within(address: usize) -> Option<usize> {
    (address >= HEADER_BYTES).then_some(address)
}

/// Returns the widths of targets and outputs; at most eight bytes each.
fn widths(sizes: u8) -> Option<(usize, usize)> {
    let (target, output) = (usize::from(sizes >> 4), usize::from(sizes & 15));
    (target <= 8 && output <= 8).then_some((target, output))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_terms(terms: &[String]) {
        let mut builder = fst::MapBuilder::memory();
        for (number, term) in terms.iter().enumerate() {
            builder.insert(term, number as u64).expect("sorted terms");
        }
        let bytes = builder.into_inner().expect("memory is enough");
        let mut found = Vec::new();
        let result = check(&bytes, terms.len() as u32, &mut |term| {
            found.push(term.to_owned());
            Ok(())
        });
        assert_eq!(result, Ok(()));
        assert_eq!(found, terms);
    }

    #[test]
    fn what_the_fst_crate_writes_is_sound() {
        check_terms(&[]);
        check_terms(&["one".into()]);
        check_terms(&["a".into(), "ab".into(), "b".into()]);
        check_terms(
            &(0..128_u8)
                .map(|byte| char::from(byte).to_string())
                .collect::<Vec<_>>(),
        );
        let mut many: Vec<String> = (0..20_000_u32)
            .map(|n| format!("{:x}é{n}", n * 7919 % 4096))
            .collect();
        many.sort_unstable();
        check_terms(&many);
    }

    #[test]
    fn terms_out_of_order_are_refused() {
        let mut builder = fst::MapBuilder::memory();
        builder.insert("a", 1).expect("sorted");
        builder.insert("b", 0).expect("sorted");
        let bytes = builder.into_inner().expect("memory is enough");
        assert_eq!(check(&bytes, 2, &mut |_| Ok(())).err(), Some(UNORDERED));
    }
}
