//! Patterns over the dictionary: wildcards, regular expressions and typing errors.
//!
//! Every pattern is a [`Pattern`]: a machine that is fed characters and can take the last one back.
//! [`walk`] goes through the dictionary's trie depth first, feeding and taking back, so each shared
//! prefix is looked at once and a dead prefix cuts its whole subtree. The walk is bounded in the
//! number of nodes that it visits; machines are bounded in their states. A reader gets an answer, and
//! a note if it may be incomplete, in a known time whatever was typed.
//!
//! Source: Schulz and Mihov, "Fast string correction with Levenshtein automata" (2002), for walking a
//! dictionary automaton in step with a pattern. We keep rows of the edit-distance table on a stack
//! instead of building the automaton first: words are short, and building costs more than it saves.

mod distance;
mod expression;

pub(crate) use distance::EditDistance;
pub(crate) use expression::Expression;

use fst::raw::{CompiledAddr, Fst, Node, Output};

/// Nodes of the dictionary that one walk may visit. About 20 ms natively; a dictionary of 300,000
/// terms has fewer.
pub(crate) const MAX_NODES: usize = 1_500_000;

/// A machine that accepts some terms.
pub(crate) trait Pattern {
    /// Feeds a character. Returns whether a term that goes on from here can still be accepted; if
    /// false, nothing was fed and nothing is to be taken back. A wrong true only costs time.
    fn feed(&mut self, character: char) -> bool;
    /// Takes the last fed character back.
    fn take_back(&mut self);
    /// Returns the cost of accepting what was fed so far (0 for a clean match), or `None`.
    fn accepts(&self) -> Option<u8>;
}

/// Tells whether a pattern accepts a whole word.
pub(crate) fn matches(pattern: &mut dyn Pattern, word: &str) -> bool {
    let mut fed = 0;
    let alive = word.chars().all(|character| {
        let alive = pattern.feed(character);
        fed += usize::from(alive);
        alive
    });
    let accepted = alive && pattern.accepts().is_some();
    (0..fed).for_each(|_| pattern.take_back());
    accepted
}

/// One accepted term: its id and the cost of accepting it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Accepted {
    pub(crate) term: u32,
    pub(crate) cost: u8,
}

struct Frame {
    node: CompiledAddr,
    next: usize,
    output: Output,
    /// Whether a character was fed on the way into this node.
    fed: bool,
}

/// Returns the accepted terms in byte order, and whether the walk saw the whole dictionary.
///
/// Cost: linear in the trie nodes that the pattern keeps alive, at most `max_nodes`.
pub(crate) fn walk<D: AsRef<[u8]>>(
    fst: &Fst<D>,
    pattern: &mut dyn Pattern,
    max_nodes: usize,
) -> (Vec<Accepted>, bool) {
    let mut accepted = Vec::new();
    let mut bytes: Vec<u8> = Vec::new();
    let root = fst.root();
    accepted.extend(accepted_at(&root, Output::zero(), pattern));
    let mut stack = vec![Frame {
        node: root.addr(),
        next: 0,
        output: Output::zero(),
        fed: false,
    }];
    let mut n_nodes = 0;
    while let Some(frame) = stack.last_mut() {
        let node = fst.node(frame.node);
        if frame.next >= node.len() {
            if frame.fed {
                pattern.take_back();
            }
            bytes.pop();
            stack.pop();
            continue;
        }
        let transition = node.transition(frame.next);
        frame.next += 1;
        let output = frame.output.cat(transition.out);
        n_nodes += 1;
        if n_nodes > max_nodes {
            // Leaves the machine as it was found.
            stack
                .iter()
                .filter(|frame| frame.fed)
                .for_each(|_| pattern.take_back());
            return (accepted, false);
        }
        bytes.push(transition.inp);
        let fed = match last_character(&bytes) {
            Some(character) if !pattern.feed(character) => {
                bytes.pop();
                continue;
            }
            complete => complete.is_some(),
        };
        if fed {
            let child = fst.node(transition.addr);
            accepted.extend(accepted_at(&child, output, pattern));
        }
        stack.push(Frame {
            node: transition.addr,
            next: 0,
            output,
            fed,
        });
    }
    (accepted, true)
}

/// Returns the term that ends at a node, if the pattern accepts it.
fn accepted_at(node: &Node<'_>, output: Output, pattern: &dyn Pattern) -> Option<Accepted> {
    if !node.is_final() {
        return None;
    }
    Some(Accepted {
        cost: pattern.accepts()?,
        term: output.cat(node.final_output()).value() as u32,
    })
}

/// Returns the character that the last bytes complete, if they complete one.
fn last_character(bytes: &[u8]) -> Option<char> {
    let last = *bytes.last()?;
    if last < 0x80 {
        return Some(char::from(last));
    }
    let start = bytes.iter().rposition(|byte| byte & 0xC0 != 0x80)?;
    std::str::from_utf8(&bytes[start..]).ok()?.chars().next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use fst::MapBuilder;

    fn dictionary(words: &[&str]) -> fst::Map<Vec<u8>> {
        let mut words = words.to_vec();
        words.sort_unstable();
        let mut builder = MapBuilder::memory();
        for (at, word) in words.iter().enumerate() {
            builder.insert(word, at as u64).expect("words are sorted");
        }
        builder.into_map()
    }

    #[test]
    fn walk_finds_what_a_scan_finds() {
        let mut words = [
            "homs",
            "hama",
            "دمشق",
            "damas",
            "damascus",
            "éminences",
            "",
            "ho",
        ];
        words.sort_unstable();
        let map = dictionary(&words);
        for text in [
            "h.*",
            "damas(cus)?",
            ".*",
            "[^h].*s",
            "دم.*",
            "é?minences",
            "ho",
        ] {
            let mut pattern = Expression::regex(text).expect("a valid expression");
            let scanned: Vec<u32> = (0..words.len())
                .filter(|&at| matches(&mut pattern, words[at]))
                .map(|at| at as u32)
                .collect();
            let (found, complete) = walk(map.as_fst(), &mut pattern, MAX_NODES);
            assert!(complete);
            assert_eq!(
                found
                    .iter()
                    .map(|accepted| accepted.term)
                    .collect::<Vec<_>>(),
                scanned,
                "{text}"
            );
        }
    }

    #[test]
    fn a_bounded_walk_says_so_and_leaves_the_machine_clean() {
        let map = dictionary(&["homs", "hama", "hasakah"]);
        let mut pattern = Expression::wildcard("h*");
        let (found, complete) = walk(map.as_fst(), &mut pattern, 5);
        assert!(!complete && found.len() < 3);
        assert_eq!(walk(map.as_fst(), &mut pattern, 100).0.len(), 3);
    }
}
