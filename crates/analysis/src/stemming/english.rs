//! English stemming.
//!
//! Source: M. F. Porter, "The English (Porter2) stemming algorithm" (2001-2006), snowballstem.org; the
//! names of steps and regions are its. Checked against the published sample vocabulary through another
//! implementation. Written here because the generated one alone weighs 9 KB of wasm more than all the
//! stemmers of this module, takes three times as long, and allocates at every step, while expansion stems
//! hundreds of dictionary terms per word.

use crate::tokens::MAX_TERM_BYTES;
use std::borrow::Cow;

/// Terms whose stem no rule gives, with that stem.
pub(super) const IRREGULAR: [(&str, &str); 23] = [
    ("skis", "ski"),
    ("skies", "sky"),
    ("dying", "die"),
    ("lying", "lie"),
    ("tying", "tie"),
    ("idly", "idl"),
    ("gently", "gentl"),
    ("ugly", "ugli"),
    ("early", "earli"),
    ("only", "onli"),
    ("singly", "singl"),
    ("sky", "sky"),
    ("news", "news"),
    ("howe", "howe"),
    ("atlas", "atlas"),
    ("cosmos", "cosmos"),
    ("bias", "bias"),
    ("andes", "andes"),
    ("ski", "ski"),
    ("men", "man"),
    ("women", "woman"),
    ("children", "child"),
    ("feet", "foot"),
];

/// Longest of the irregular terms, in letters.
const LONGEST_IRREGULAR: usize = 8;

/// Plurals in `as` and `is` of four or five letters. Other terms that end so are names that have no
/// plural and are another name without the `s`: Hama and Hamas.
const SHORT_PLURALS: [&[u8]; 5] = [b"eras", b"sagas", b"sofas", b"taxis", b"visas"];

/// Fewest letters that may remain before `ence`, `ance`, `ent` and `ant`: no eminence is an Emin.
const LEAST_BEFORE_ENT: usize = 5;

/// Terms that are left alone once a plural s is off.
const KEPT_SINGULARS: [&[u8]; 8] = [
    b"inning", b"outing", b"canning", b"herring", b"earring", b"proceed", b"exceed", b"succeed",
];

/// Returns the stem. Terms with anything but a to z, and terms of one or two letters, stay whole.
pub(super) fn stem(term: &str) -> Cow<'_, str> {
    let length = term.len();
    if !(3..=MAX_TERM_BYTES).contains(&length)
        || !term.bytes().all(|byte| byte.is_ascii_lowercase())
    {
        return Cow::Borrowed(term);
    }
    if length <= LONGEST_IRREGULAR
        && let Some(&(_, stem)) = IRREGULAR.iter().find(|(form, _)| *form == term)
    {
        return Cow::Borrowed(stem);
    }
    let mut word = Word::new(term);
    word.plural();
    if !KEPT_SINGULARS.contains(&word.letters()) {
        word.past_and_participle();
        word.final_y();
        word.step_2();
        word.step_3();
        word.step_4();
        word.step_5();
    }
    word.letters.make_ascii_lowercase();
    let stem = word.letters();
    match term.get(..stem.len()) {
        Some(beginning) if beginning.as_bytes() == stem => Cow::Borrowed(beginning),
        _ => Cow::Owned(stem.iter().copied().map(char::from).collect()),
    }
}

/// Returns how much of `stem` all its regular terms begin with.
///
/// The rules take endings off and put back at most: a final `e` (`hoping`, `hope`), `i` for `y`
/// (`happy`, `happi`), `bl` for `bil` (`audibility`, `audibl`), and `ent` for `ence` (`evidence`).
pub(super) fn prefix_len(stem: &str) -> usize {
    let without_e = stem.strip_suffix('e').unwrap_or(stem);
    let is_short = stem.len() < LEAST_BEFORE_ENT + 3;
    let kept = if without_e.ends_with("bl")
        || is_short && matches!(stem.as_bytes(), [.., b'a' | b'e', b'n', b't'])
    {
        without_e.len() - 1
    } else if without_e.len() == stem.len() && stem.ends_with('i') {
        stem.len() - 1
    } else {
        without_e.len()
    };
    kept.max(usize::from(!stem.is_empty() && stem.is_char_boundary(1)))
}

/// A word being shortened. `Y` is a consonant y.
struct Word {
    letters: [u8; MAX_TERM_BYTES],
    length: usize,
    /// Where region R1 begins.
    r1: usize,
    /// Where region R2 begins.
    r2: usize,
}

impl Word {
    /// Expects 1 to [`MAX_TERM_BYTES`] letters a to z.
    fn new(term: &str) -> Self {
        let mut word = Self {
            letters: [0; MAX_TERM_BYTES],
            length: 0,
            r1: 0,
            r2: 0,
        };
        for (slot, byte) in word.letters.iter_mut().zip(term.bytes()) {
            *slot = byte;
            word.length += 1;
        }
        for at in 0..word.length {
            if word.letters[at] == b'y' && (at == 0 || word.is_vowel(at - 1)) {
                word.letters[at] = b'Y';
            }
        }
        let special: [&[u8]; 3] = [b"gener", b"commun", b"arsen"];
        let start = special
            .iter()
            .find(|start| word.letters().starts_with(start));
        word.r1 = start.map_or_else(|| word.region_after(0), |start| start.len());
        word.r2 = word.region_after(word.r1);
        word
    }

    fn letters(&self) -> &[u8] {
        self.letters.get(..self.length).unwrap_or_default()
    }

    fn is_vowel(&self, at: usize) -> bool {
        matches!(
            self.letters.get(at),
            Some(b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
        )
    }

    /// Returns the byte after the first consonant that follows a vowel, both at or after `from`.
    fn region_after(&self, from: usize) -> usize {
        (from + 1..self.length)
            .find(|&at| self.is_vowel(at - 1) && !self.is_vowel(at))
            .map_or(self.length, |at| at + 1)
    }

    fn ends(&self, ending: &str) -> bool {
        self.letters().ends_with(ending.as_bytes())
    }

    /// Returns where `ending` begins, if the word ends with it.
    fn before(&self, ending: &str) -> Option<usize> {
        self.ends(ending).then(|| self.length - ending.len())
    }

    fn has_vowel_before(&self, end: usize) -> bool {
        (0..end).any(|at| self.is_vowel(at))
    }

    /// Cuts the word at `at` and adds `ending`. Never called to make the word longer than it was.
    fn replace(&mut self, at: usize, ending: &str) {
        self.length = at;
        for byte in ending.bytes() {
            if let Some(slot) = self.letters.get_mut(self.length) {
                *slot = byte;
                self.length += 1;
            }
        }
    }

    /// Tells whether a short syllable ends at `end`.
    fn ends_short(&self, end: usize) -> bool {
        if end == 2 {
            return self.is_vowel(0) && !self.is_vowel(1);
        }
        end >= 3
            && !self.is_vowel(end - 3)
            && self.is_vowel(end - 2)
            && !self.is_vowel(end - 1)
            && !matches!(self.letters[end - 1], b'w' | b'x' | b'Y')
    }

    /// Step 1a.
    fn plural(&mut self) {
        if let Some(at) = self.before("sses") {
            self.replace(at, "ss");
        } else if let Some(at) = self.before("ied").or_else(|| self.before("ies")) {
            self.replace(at, if at > 1 { "i" } else { "ie" });
        } else if self.ends("s") && !self.ends("us") && !self.ends("ss") {
            let end = self.length;
            if end >= 2 && self.has_vowel_before(end - 2) && !self.is_short_name() {
                self.length = end - 1;
            }
        }
    }

    /// Tells whether a final s is part of a name, as far as letters can tell. No part of Porter's rules.
    fn is_short_name(&self) -> bool {
        matches!(self.letters(), [.., before, b'a' | b'i', b's']
            if !matches!(before, b'a' | b'e' | b'i' | b'o' | b'u'))
            && matches!(self.length, 4 | 5)
            && !SHORT_PLURALS.contains(&self.letters())
    }

    /// Step 1b.
    fn past_and_participle(&mut self) {
        if let Some(at) = self.before("eedly").or_else(|| self.before("eed")) {
            if at >= self.r1 {
                self.replace(at, "ee");
            }
            return;
        }
        let ending = ["ingly", "edly", "ing", "ed"]
            .iter()
            .find_map(|ending| self.before(ending));
        let Some(at) = ending.filter(|&at| self.has_vowel_before(at)) else {
            return;
        };
        self.length = at;
        if self.ends("at") || self.ends("bl") || self.ends("iz") {
            self.replace(at, "e");
        } else if self.ends_doubled() {
            self.length -= 1;
        } else if self.r1 >= self.length && self.ends_short(self.length) {
            self.replace(at, "e");
        }
    }

    fn ends_doubled(&self) -> bool {
        match self.letters() {
            [.., one, two] => {
                one == two
                    && matches!(
                        two,
                        b'b' | b'd' | b'f' | b'g' | b'm' | b'n' | b'p' | b'r' | b't'
                    )
            }
            _ => false,
        }
    }

    /// Step 1c.
    fn final_y(&mut self) {
        let end = self.length;
        if end > 2 && matches!(self.letters[end - 1], b'y' | b'Y') && !self.is_vowel(end - 2) {
            self.letters[end - 1] = b'i';
        }
    }

    /// Finds the first (longest) ending of `rules` and returns where it begins and what replaces it.
    fn rule(
        &self,
        rules: &[(&'static str, &'static str)],
    ) -> Option<(usize, &'static str, &'static str)> {
        rules
            .iter()
            .find_map(|&(ending, other)| self.before(ending).map(|at| (at, ending, other)))
    }

    fn step_2(&mut self) {
        const RULES: [(&str, &str); 24] = [
            ("ational", "ate"),
            ("fulness", "ful"),
            ("iveness", "ive"),
            ("ization", "ize"),
            ("ousness", "ous"),
            ("biliti", "ble"),
            ("lessli", "less"),
            ("tional", "tion"),
            ("alism", "al"),
            ("aliti", "al"),
            ("ation", "ate"),
            ("entli", "ent"),
            ("fulli", "ful"),
            ("iviti", "ive"),
            ("ousli", "ous"),
            ("abli", "able"),
            ("alli", "al"),
            ("anci", "ance"),
            ("ator", "ate"),
            ("enci", "ence"),
            ("izer", "ize"),
            ("bli", "ble"),
            ("ogi", "og"),
            ("li", ""),
        ];
        let Some((at, ending, replacement)) = self.rule(&RULES).filter(|&(at, ..)| at >= self.r1)
        else {
            return;
        };
        let before = at.checked_sub(1).map_or(0, |at| self.letters[at]);
        let allowed = match ending {
            "ogi" => before == b'l',
            "li" => {
                matches!(
                    before,
                    b'c' | b'd' | b'e' | b'g' | b'h' | b'k' | b'm' | b'n' | b'r' | b't'
                )
            }
            _ => true,
        };
        if allowed {
            self.replace(at, replacement);
        }
    }

    fn step_3(&mut self) {
        const RULES: [(&str, &str); 9] = [
            ("ational", "ate"),
            ("tional", "tion"),
            ("alize", "al"),
            ("ative", ""),
            ("icate", "ic"),
            ("iciti", "ic"),
            ("ical", "ic"),
            ("ness", ""),
            ("ful", ""),
        ];
        if let Some((at, ending, replacement)) = self.rule(&RULES)
            && at >= self.r1
            && (ending != "ative" || at >= self.r2)
        {
            self.replace(at, replacement);
        }
    }

    fn step_4(&mut self) {
        const RULES: [(&str, &str); 18] = [
            ("ement", ""),
            ("ance", ""),
            ("ence", ""),
            ("able", ""),
            ("ible", ""),
            ("ment", ""),
            ("ant", ""),
            ("ent", ""),
            ("ism", ""),
            ("ate", ""),
            ("iti", ""),
            ("ous", ""),
            ("ive", ""),
            ("ize", ""),
            ("ion", ""),
            ("al", ""),
            ("er", ""),
            ("ic", ""),
        ];
        if let Some((at, ending, _)) = self.rule(&RULES)
            && at >= self.r2
            && (ending != "ion" || (at > 0 && matches!(self.letters[at - 1], b's' | b't')))
        {
            // Not Porter's: of little more than a syllable, evidence and evident keep what they share.
            match ending {
                "ence" | "ent" if at < LEAST_BEFORE_ENT => self.replace(at, "ent"),
                "ance" | "ant" if at < LEAST_BEFORE_ENT => self.replace(at, "ant"),
                _ => self.length = at,
            }
        }
    }

    fn step_5(&mut self) {
        let Some(at) = self.length.checked_sub(1) else {
            return;
        };
        let removed = match self.letters[at] {
            b'e' => at >= self.r2 || (at >= self.r1 && !self.ends_short(at)),
            b'l' => at >= self.r2 && at > 0 && self.letters[at - 1] == b'l',
            _ => false,
        };
        if removed {
            self.length = at;
        }
    }
}
