//! Regular expressions and wildcards over whole terms.

use super::Pattern;
use sorting::sort_numbers;

/// Most states of one machine; a repetition such as `(abc){50}` is written out.
const MAX_STATES: usize = 512;
/// Deepest nesting of groups.
const MAX_DEPTH: usize = 32;
/// Largest count in `{m,n}`.
const MAX_REPEAT: u32 = 64;

/// Why an expression cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ExpressionError {
    /// Something in it is not understood: an open group or class, a repetition of nothing.
    Malformed,
    /// It would need more states, deeper nesting or larger counts than we allow.
    TooLarge,
}

/// One state of the machine.
#[derive(Debug, Clone, PartialEq, Eq)]
enum State {
    /// Goes on to `next` with a character of the class.
    Class {
        negated: bool,
        ranges: Vec<(char, char)>,
        next: u32,
    },
    /// Goes on to both without a character.
    Split(u32, u32),
    /// Accepts.
    End,
}

/// A regular expression as a nondeterministic machine.
///
/// Understood: characters, `.`, `[…]` and `[^…]` with ranges, `*`, `+`, `?`, `{m}`, `{m,}`, `{m,n}`,
/// `|`, `( )` and `\` before a character that is to be taken as such. Always anchored to the whole
/// term. Characters are folded as terms are.
///
/// Source: Thompson, "Regular expression search algorithm" (1968): all states at once, so there is no
/// backtracking and the cost per character is linear in the number of states.
#[derive(Debug)]
pub(crate) struct Expression {
    states: Vec<State>,
    /// Sorted state sets, one after the other; `starts` says where each begins.
    live: Vec<u32>,
    starts: Vec<usize>,
}

impl Expression {
    /// Reads a regular expression.
    pub(crate) fn regex(text: &str) -> Result<Self, ExpressionError> {
        let mut parser = Parser {
            rest: text.chars().collect(),
            at: 0,
            depth: 0,
        };
        let tree = parser.alternatives()?;
        if parser.at < parser.rest.len() {
            return Err(ExpressionError::Malformed);
        }
        Self::from_tree(&tree)
    }

    /// Reads a wildcard pattern: `*` for any characters, `?` for one. A pattern beyond the bound of
    /// states is cut there and ends in `*`.
    pub(crate) fn wildcard(text: &str) -> Self {
        let mut parts = Vec::new();
        for character in text.chars() {
            match character {
                '*' => parts.push(Tree::Repeat(Box::new(Tree::any()), 0, None)),
                '?' => parts.push(Tree::any()),
                literal => push_folded(&mut parts, literal),
            }
            if parts.len() > MAX_STATES / 4 {
                parts.push(Tree::Repeat(Box::new(Tree::any()), 0, None));
                break;
            }
        }
        Self::from_tree(&Tree::Sequence(parts)).unwrap_or_else(|_| Self::with(vec![State::End], 0))
    }

    fn from_tree(tree: &Tree) -> Result<Self, ExpressionError> {
        let mut states = vec![State::End];
        let start = emit(tree, 0, &mut states)?;
        Ok(Self::with(states, start))
    }

    fn with(states: Vec<State>, start: u32) -> Self {
        let mut expression = Self {
            states,
            live: Vec::new(),
            starts: vec![0],
        };
        expression.add(start, 0);
        sort_numbers(&mut expression.live);
        expression
    }

    /// Adds a state and what it reaches without a character to the set that begins at `from`.
    fn add(&mut self, state: u32, from: usize) {
        let mut pending = vec![state];
        while let Some(state) = pending.pop() {
            if self.live[from..].contains(&state) {
                continue;
            }
            self.live.push(state);
            if let State::Split(left, right) = self.states[state as usize] {
                pending.push(left);
                pending.push(right);
            }
        }
    }
}

impl Pattern for Expression {
    fn feed(&mut self, character: char) -> bool {
        let (first, from) = (self.starts.last().copied().unwrap_or(0), self.live.len());
        for at in first..from {
            if let State::Class {
                negated,
                ranges,
                next,
            } = &self.states[self.live[at] as usize]
                && ranges
                    .iter()
                    .any(|&(low, high)| low <= character && character <= high)
                    != *negated
            {
                self.add(*next, from);
            }
        }
        if self.live.len() == from {
            return false;
        }
        self.starts.push(from);
        true
    }

    fn take_back(&mut self) {
        if self.starts.len() > 1
            && let Some(start) = self.starts.pop()
        {
            self.live.truncate(start);
        }
    }

    fn accepts(&self) -> Option<u8> {
        let first = self.starts.last().copied().unwrap_or(0);
        self.live[first..].contains(&0).then_some(0)
    }
}

/// A parsed expression.
enum Tree {
    Class {
        negated: bool,
        ranges: Vec<(char, char)>,
    },
    Sequence(Vec<Self>),
    Either(Vec<Self>),
    Repeat(Box<Self>, u32, Option<u32>),
}

impl Tree {
    fn any() -> Self {
        Self::Class {
            negated: true,
            ranges: Vec::new(),
        }
    }
}

/// Adds a literal as terms hold it: folded, which may give no character or several.
fn push_folded(parts: &mut Vec<Tree>, literal: char) {
    let mut push = |character| {
        parts.push(Tree::Class {
            negated: false,
            ranges: vec![(character, character)],
        });
    };
    let folded = analysis::fold(literal.encode_utf8(&mut [0; 4]));
    folded.chars().for_each(&mut push);
    // Points and the like stand inside addresses and numbers; hyphens and apostrophes in no term.
    if folded.is_empty() && literal.is_ascii_punctuation() && !matches!(literal, '-' | '\'' | '`') {
        push(literal);
    }
}

/// Writes the states of `tree`, going on to `next`; returns where it begins.
fn emit(tree: &Tree, next: u32, states: &mut Vec<State>) -> Result<u32, ExpressionError> {
    if states.len() >= MAX_STATES {
        return Err(ExpressionError::TooLarge);
    }
    let push = |states: &mut Vec<State>, state| {
        states.push(state);
        states.len() as u32 - 1
    };
    match tree {
        Tree::Class { negated, ranges } => Ok(push(
            states,
            State::Class {
                negated: *negated,
                ranges: ranges.clone(),
                next,
            },
        )),
        Tree::Sequence(parts) => parts
            .iter()
            .rev()
            .try_fold(next, |next, part| emit(part, next, states)),
        Tree::Either(parts) => {
            let mut start = None;
            for part in parts {
                let branch = emit(part, next, states)?;
                start = Some(match start {
                    None => branch,
                    Some(other) => push(states, State::Split(other, branch)),
                });
            }
            Ok(start.unwrap_or(next))
        }
        Tree::Repeat(part, least, most) => {
            let mut after = next;
            match most {
                None => {
                    let split = push(states, State::Split(next, next));
                    let body = emit(part, split, states)?;
                    states[split as usize] = State::Split(body, next);
                    after = split;
                }
                Some(most) => {
                    for _ in *least..*most {
                        let body = emit(part, after, states)?;
                        after = push(states, State::Split(body, next));
                    }
                }
            }
            for _ in 0..*least {
                let body = emit(part, after, states)?;
                if body == after {
                    // An empty body adds nothing however often it is repeated.
                    break;
                }
                after = body;
            }
            Ok(after)
        }
    }
}

struct Parser {
    rest: Vec<char>,
    at: usize,
    depth: usize,
}

impl Parser {
    fn peek(&self) -> Option<char> {
        self.rest.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let character = self.peek();
        self.at += usize::from(character.is_some());
        character
    }

    fn eat(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    fn alternatives(&mut self) -> Result<Tree, ExpressionError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(ExpressionError::TooLarge);
        }
        let mut branches = vec![self.sequence()?];
        while self.eat('|') {
            branches.push(self.sequence()?);
        }
        self.depth -= 1;
        Ok(Tree::Either(branches))
    }

    fn sequence(&mut self) -> Result<Tree, ExpressionError> {
        let mut parts = Vec::new();
        while let Some(character) = self
            .peek()
            .filter(|character| !matches!(character, '|' | ')'))
        {
            self.at += 1;
            let start = parts.len();
            match character {
                '(' => {
                    parts.push(self.alternatives()?);
                    if !self.eat(')') {
                        return Err(ExpressionError::Malformed);
                    }
                }
                '[' => parts.push(self.class()?),
                '.' => parts.push(Tree::any()),
                '*' | '+' | '?' | '{' => return Err(ExpressionError::Malformed),
                '\\' => push_folded(&mut parts, self.next().ok_or(ExpressionError::Malformed)?),
                literal => push_folded(&mut parts, literal),
            }
            while let Some((least, most)) = self.repetition()? {
                // A folded letter such as æ may have given two characters: both are repeated.
                let body = Tree::Sequence(parts.split_off(start));
                parts.push(Tree::Repeat(Box::new(body), least, most));
            }
        }
        Ok(Tree::Sequence(parts))
    }

    fn repetition(&mut self) -> Result<Option<(u32, Option<u32>)>, ExpressionError> {
        let bounds = match self.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => {
                self.at += 1;
                return self.counts().map(Some);
            }
            _ => return Ok(None),
        };
        self.at += 1;
        Ok(Some(bounds))
    }

    fn counts(&mut self) -> Result<(u32, Option<u32>), ExpressionError> {
        let least = self.number()?;
        let most = if self.eat(',') { self.number()? } else { least };
        if !self.eat('}') {
            return Err(ExpressionError::Malformed);
        }
        let counts = (least.unwrap_or(0), most);
        match (least, most) {
            (None, None) => Err(ExpressionError::Malformed),
            (_, Some(most)) if most < counts.0 => Err(ExpressionError::Malformed),
            _ => Ok(counts),
        }
    }

    fn number(&mut self) -> Result<Option<u32>, ExpressionError> {
        let mut number = None;
        while let Some(digit) = self.peek().and_then(|character| character.to_digit(10)) {
            self.at += 1;
            number = Some(number.unwrap_or(0) * 10 + digit);
            if number > Some(MAX_REPEAT) {
                return Err(ExpressionError::TooLarge);
            }
        }
        Ok(number)
    }

    fn class(&mut self) -> Result<Tree, ExpressionError> {
        let negated = self.eat('^');
        let mut ranges = Vec::new();
        loop {
            let low = match self.next() {
                None => return Err(ExpressionError::Malformed),
                Some(']') if !ranges.is_empty() => return Ok(Tree::Class { negated, ranges }),
                Some('\\') => self.next().ok_or(ExpressionError::Malformed)?,
                Some(character) => character,
            };
            let mut high = low;
            if self.peek() == Some('-')
                && self
                    .rest
                    .get(self.at + 1)
                    .is_some_and(|&after| after != ']')
            {
                self.at += 1;
                high = self.next().ok_or(ExpressionError::Malformed)?;
            }
            let (low, high) = (folded_character(low), folded_character(high));
            if low > high {
                return Err(ExpressionError::Malformed);
            }
            ranges.push((low, high));
        }
    }
}

/// Returns the folded form where it is one character, else the character itself.
fn folded_character(character: char) -> char {
    let folded = analysis::fold(character.encode_utf8(&mut [0; 4]));
    let mut characters = folded.chars();
    match (characters.next(), characters.next()) {
        (Some(single), None) => single,
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pattern::matches;

    fn check(expression: &str, accepted: &[&str], refused: &[&str]) {
        let mut machine = Expression::regex(expression).expect(expression);
        for word in accepted {
            assert!(
                matches(&mut machine, word),
                "/{expression}/ should accept {word}"
            );
        }
        for word in refused {
            assert!(
                !matches(&mut machine, word),
                "/{expression}/ should refuse {word}"
            );
        }
    }

    #[test]
    fn expressions_match_whole_terms() {
        check(
            "assad(ist)?s?",
            &["assad", "assads", "assadist", "assadists"],
            &["assa", "bassad", "assadi"],
        );
        check("h.m[as]", &["homs", "hama"], &["hams2", "hm"]);
        check("[^0-9]+", &["homs"], &["2024", "h2", ""]);
        check("ab{2,3}c?", &["abb", "abbb", "abbc"], &["ab", "abbbb"]);
        check("a{2}|b{2,}", &["aa", "bb", "bbbb"], &["a", "b", "aab"]);
        check("(a|b)*c", &["c", "abac"], &["ab"]);
        check("HOMS|É", &["homs", "e"], &["HOMS"]);
        check(r"a\.b", &["a.b"], &["axb"]);
        check("", &[""], &["a"]);
        check("(a*)*b", &["b", "aaab"], &["a"]);
    }

    #[test]
    fn malformed_expressions_are_refused() {
        for text in [
            "(", ")", "[", "[]", "a{", "a{,}", "a{3,2}", "*a", "a|*", "\\", "[z-a]",
        ] {
            assert_eq!(
                Expression::regex(text).err(),
                Some(ExpressionError::Malformed),
                "{text}"
            );
        }
    }

    #[test]
    fn large_expressions_are_refused_not_built() {
        let nested = "(".repeat(100_000);
        for text in ["(((a{64}){64}){64}){64}", "a{1000000}", nested.as_str()] {
            assert_eq!(
                Expression::regex(text).err(),
                Some(ExpressionError::TooLarge)
            );
        }
        let empty = format!("{}{}", "(".repeat(20), "){64}".repeat(20));
        check(&empty, &[""], &["a"]);
    }

    #[test]
    fn wildcards_match_whole_terms() {
        let check = |pattern: &str, word: &str| matches(&mut Expression::wildcard(pattern), word);
        assert!(
            check("betray*", "betrayal")
                && check("betray*", "betray")
                && !check("betray*", "betra")
        );
        assert!(check("*ullah", "hezbullah") && check("wom?n", "women") && !check("wom?n", "womn"));
        assert!(check("Erdoğ*", "erdogan") && check("*", "") && check("*a*a*", "damascanas"));
        assert!(check(&"a*".repeat(10_000), &"a".repeat(200)));
    }
}
