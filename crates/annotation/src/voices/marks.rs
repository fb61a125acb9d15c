//! Quotation marks: which of them open, which close, and which are apostrophes.

use corpus::ByteSpan;

/// A stretch between two quotation marks that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quoted {
    /// From the opening mark to the closing mark, with both.
    pub(super) outer: ByteSpan,
    /// Between the marks, without white space at either end.
    pub(super) inner: ByteSpan,
    /// How many other pairs enclose this one.
    pub(super) depth: u32,
    /// The closing mark is missing: the quotation goes on in the next block, or its mark was lost.
    pub(super) is_open: bool,
}

/// Marks that belong together. A closing mark ends the nearest opening one of its family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    /// “…” and ”…”.
    Double,
    /// ‘…’.
    Single,
    /// „…“ and „…”.
    Low,
    /// ‚…‘ and ‚…’.
    LowSingle,
    /// «…».
    Guillemets,
    /// »…«.
    Reversed,
    /// ‹…›.
    Angle,
    /// "…".
    Straight,
    /// '…'.
    StraightSingle,
    /// 「…」.
    Corner,
    /// 『…』.
    WhiteCorner,
}

/// Deeper nesting is damage; it also bounds the work for each closing mark.
const DEEPEST: usize = 8;

#[derive(Debug, Clone, Copy)]
struct Opening {
    family: Family,
    outer: usize,
    inner: usize,
    /// The first mark that may be a closing one or the apostrophe of a plural (“the rebels’ camp”).
    doubtful_end: Option<(usize, usize)>,
}

struct Scan<'t> {
    text: &'t str,
    open: Vec<Opening>,
    found: Vec<Quoted>,
}

/// Returns the quotations of one block, sorted by start, and the family of the one that is still open at
/// its end, if it may go on in the next block. That one is the last of those with depth 0.
///
/// `base` is the offset of `text` in the document, `next` the text of the block that follows.
///
/// Cost: linear in the length of the text.
pub(super) fn quotations(text: &str, base: u32, next: &str) -> (Vec<Quoted>, Option<Family>) {
    let mut scan = Scan {
        text,
        open: Vec::new(),
        found: Vec::new(),
    };
    let mut before = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|&(_, next)| next);
        scan.read(at, c, before, after);
        before = Some(c);
    }
    let running = scan.finish(next);
    let mut found = scan.found;
    sorting::SmallSort::small_sort_by_number(&mut found[..], |quoted| {
        u64::from(quoted.outer.start) << 32 | u64::from(!quoted.outer.end)
    });
    nest(&mut found);
    for quoted in &mut found {
        quoted.outer = moved(quoted.outer, base);
        quoted.inner = moved(quoted.inner, base);
    }
    (found, running)
}

/// Tells whether a block begins with a mark that may continue a quotation of this family.
fn continues(text: &str, family: Family) -> bool {
    let first = text.trim_start().chars().next();
    match family {
        Family::Double => matches!(first, Some('“' | '”')),
        Family::Single => first == Some('‘'),
        Family::Low => first == Some('„'),
        Family::LowSingle => first == Some('‚'),
        Family::Guillemets => matches!(first, Some('«' | '»')),
        Family::Reversed => first == Some('»'),
        Family::Angle => first == Some('‹'),
        Family::Straight => first == Some('"'),
        Family::StraightSingle => first == Some('\''),
        Family::Corner => first == Some('「'),
        Family::WhiteCorner => first == Some('『'),
    }
}

fn moved(span: ByteSpan, base: u32) -> ByteSpan {
    ByteSpan::new(span.start + base, span.end + base)
}

fn nest(found: &mut [Quoted]) {
    let mut ends: Vec<u32> = Vec::new();
    for quoted in found {
        while ends.last().is_some_and(|&end| end <= quoted.outer.start) {
            ends.pop();
        }
        quoted.depth = ends.len() as u32;
        ends.push(quoted.outer.end);
    }
}

fn is_word(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

fn is_blank(c: Option<char>) -> bool {
    c.is_none_or(char::is_whitespace)
}

/// What may stand directly before an opening mark that looks like its closing one.
fn may_precede(c: Option<char>) -> bool {
    match c {
        None => true,
        Some(c) => {
            c.is_whitespace()
                || matches!(
                    c,
                    '(' | '['
                        | '{'
                        | '—'
                        | '–'
                        | '-'
                        | '/'
                        | '“'
                        | '‘'
                        | '"'
                        | '\''
                        | '«'
                        | '„'
                        | '*'
                        | '_'
                )
        }
    }
}

impl Scan<'_> {
    fn read(&mut self, at: usize, c: char, before: Option<char>, after: Option<char>) {
        use Family::{
            Angle, Corner, Double, Guillemets, Low, LowSingle, Reversed, Single, Straight,
            StraightSingle, WhiteCorner,
        };
        match c {
            '“' if self.is_open(Low) && !(may_precede(before) && is_word(after)) => {
                self.close(&[Low], at, c);
            }
            '“' => self.open(Double, at, c),
            '”' if self.is_open(Double) || self.is_open(Low) => self.close(&[Double, Low], at, c),
            '”' if may_precede(before) && is_word(after) => self.open(Double, at, c),
            '„' => self.open(Low, at, c),
            '‟' => self.open(Double, at, c),
            '«' if self.is_open(Reversed) => self.close(&[Reversed], at, c),
            '«' => self.open(Guillemets, at, c),
            '»' if self.is_open(Guillemets) => self.close(&[Guillemets], at, c),
            '»' if is_word(after) => self.open(Reversed, at, c),
            '‹' => self.open(Angle, at, c),
            '›' => self.close(&[Angle], at, c),
            '「' => self.open(Corner, at, c),
            '」' => self.close(&[Corner], at, c),
            '『' => self.open(WhiteCorner, at, c),
            '』' => self.close(&[WhiteCorner], at, c),
            '"' => self.straight(Straight, at, before, after),
            '‚' if !is_blank(after) => self.open(LowSingle, at, c),
            // Inside a word it is an ʿayn: Shi‘a.
            '‘' if is_word(before) && is_word(after) => {}
            '‘' if self.is_open(LowSingle) && !may_precede(before) => {
                self.close(&[LowSingle], at, c);
            }
            '‘' if !is_blank(after) => self.open(Single, at, c),
            '’' => self.single_end(&[Single, LowSingle], at, c, before, after),
            // "'like a raffle in which somebody always wins' and … 'every option'"
            '\'' if self.has_doubtful_end(StraightSingle)
                && may_precede(before)
                && opens_speech(self.text, at + 1) =>
            {
                self.open(StraightSingle, at, c);
            }
            '\'' if self.is_open(StraightSingle) => {
                self.single_end(&[StraightSingle], at, c, before, after);
            }
            '\'' if may_precede(before) && opens_speech(self.text, at + 1) => {
                self.open(StraightSingle, at, c);
            }
            _ => {}
        }
    }

    fn straight(&mut self, family: Family, at: usize, before: Option<char>, after: Option<char>) {
        let may_open = may_precede(before) && !is_blank(after);
        let may_close = !is_blank(before);
        let is_open = self.is_open(family);
        if is_open && (!may_open || (may_close && before != Some('('))) {
            self.close(&[family], at, '"');
        } else if may_open {
            self.open(family, at, '"');
        }
    }

    /// A mark that closes a quotation in single marks, or is an apostrophe.
    fn single_end(
        &mut self,
        families: &[Family],
        at: usize,
        c: char,
        before: Option<char>,
        after: Option<char>,
    ) {
        let Some(place) = self.place_of(families) else {
            return;
        };
        if is_word(after) || is_blank(before) && is_word(after) {
            return;
        }
        let rest = self.text.get(at + c.len_utf8()..).unwrap_or_default();
        let goes_on = after == Some(' ')
            && rest
                .trim_start()
                .chars()
                .next()
                .is_some_and(char::is_alphabetic);
        let is_doubtful = matches!(before, Some('s' | 'S' | 'z' | 'x')) && goes_on;
        if !is_doubtful {
            self.close(families, at, c);
        } else if place + 1 == self.open.len() {
            let opening = &mut self.open[place];
            opening.doubtful_end.get_or_insert((at, c.len_utf8()));
        }
    }

    fn place_of(&self, families: &[Family]) -> Option<usize> {
        self.open
            .iter()
            .rposition(|opening| families.contains(&opening.family))
    }

    fn is_open(&self, family: Family) -> bool {
        self.place_of(&[family]).is_some()
    }

    fn has_doubtful_end(&self, family: Family) -> bool {
        self.place_of(&[family])
            .is_some_and(|place| self.open[place].doubtful_end.is_some())
    }

    fn open(&mut self, family: Family, at: usize, c: char) {
        // One in single marks that met a doubtful end and then another opening mark had ended there.
        if let Some(place) = self.place_of(&[family])
            && self.open[place].doubtful_end.is_some()
        {
            let opening = self.open[place];
            self.open.truncate(place);
            self.end_doubtfully(opening);
        }
        if self.open.len() == DEEPEST {
            self.open.remove(0);
        }
        self.open.push(Opening {
            family,
            outer: at,
            inner: at + c.len_utf8(),
            doubtful_end: None,
        });
    }

    fn close(&mut self, families: &[Family], at: usize, c: char) {
        let Some(place) = self.place_of(families) else {
            return;
        };
        let opening = self.open[place];
        let inside: Vec<Opening> = self.open.drain(place..).skip(1).collect();
        for unclosed in inside {
            self.end_doubtfully(unclosed);
        }
        self.push(opening, at, at + c.len_utf8(), false);
    }

    /// Ends a quotation at its doubtful mark; one that may be a name with an ʿayn (‘Abd, ‘Umar) is none.
    fn end_doubtfully(&mut self, opening: Opening) {
        let first = self
            .text
            .get(opening.inner..)
            .and_then(|rest| rest.chars().next());
        let may_be_name = matches!(first, Some('A' | 'E' | 'I' | 'O' | 'U'));
        if let (Some((at, len)), false) = (opening.doubtful_end, may_be_name) {
            self.push(opening, at, at + len, false);
        }
    }

    fn push(&mut self, opening: Opening, inner_end: usize, outer_end: usize, is_open: bool) {
        let inside = self.text.get(opening.inner..inner_end).unwrap_or_default();
        let start = opening.inner + (inside.len() - inside.trim_start().len());
        let end = start + inside.trim().len();
        if start < end {
            self.found.push(Quoted {
                outer: ByteSpan::new(opening.outer as u32, outer_end as u32),
                inner: ByteSpan::new(start as u32, end as u32),
                depth: 0,
                is_open,
            });
        }
    }

    /// Deals with what is still open at the end of the block.
    ///
    /// The last opening mark that nothing follows but text makes a quotation that is open at its end,
    /// where it stands as speech does: first in the block, or after a colon or comma.
    fn finish(&mut self, next: &str) -> Option<Family> {
        let open = std::mem::take(&mut self.open);
        let last_end = self.found.iter().map(|quoted| quoted.outer.start).max();
        let mut running = None;
        for opening in open {
            let is_single = matches!(
                opening.family,
                Family::Single | Family::StraightSingle | Family::LowSingle
            );
            let before = self
                .text
                .get(..opening.outer)
                .unwrap_or_default()
                .trim_end();
            let stands_as_speech =
                before.is_empty() || (before.ends_with([':', ',']) && !is_single);
            let is_last = last_end.is_none_or(|start| (start as usize) < opening.outer);
            let goes_on = continues(next, opening.family);
            // Words inside of it may have ended: "She told us: “He looked at me and said, ‘Shut it.’"
            let is_running = if goes_on {
                is_last || stands_as_speech
            } else {
                is_last && stands_as_speech && !is_single
            };
            if running.is_none() && is_running {
                running = Some(opening.family);
                let end = self.text.trim_end().len();
                self.push(opening, end, end, true);
            } else {
                self.end_doubtfully(opening);
            }
        }
        running
    }
}

/// Tells whether a straight single mark before `at` begins speech and not an elision ('90s, 'em).
fn opens_speech(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    let word_len = rest
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(rest.len());
    let word = rest.get(..word_len).unwrap_or_default();
    let is_decade =
        word.len() == 3 && word.ends_with('s') && word.starts_with(|c: char| c.is_ascii_digit());
    let is_elision = matches!(
        word,
        "em" | "tis" | "twas" | "til" | "cause" | "round" | "n" | "bout"
    );
    !rest.is_empty() && !rest.starts_with(char::is_whitespace) && !is_decade && !is_elision
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let (found, _) = quotations(text, 0, "");
        let found: Vec<&str> = found.iter().map(|quoted| quoted.inner.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn marks_of_all_habits_are_paired() {
        check("“Go,” he said. “Now.”", &["Go,", "Now."]);
        check("\"Go,\" he said. \"Now.\"", &["Go,", "Now."]);
        check("„Geh“, sagte er. ‚Jetzt‘, rief sie.", &["Geh", "Jetzt"]);
        check("»Geh«, sagte er. »Jetzt.«", &["Geh", "Jetzt."]);
        check("« Va », dit-il. « Vite ! »", &["Va", "Vite !"]);
        check("‘Go,’ he said. ‘Now.’", &["Go,", "Now."]);
        check("'Go,' he said. 'Now.'", &["Go,", "Now."]);
        check("”Gå”, sade han. ”Nu.”", &["Gå", "Nu."]);
        check("「行け」と言った。", &["行け"]);
    }

    #[test]
    fn apostrophes_are_no_marks() {
        check("It’s the soldiers’ camp, the ’90s, and Shi‘a towns.", &[]);
        check("It's the soldiers' camp, the '90s, and rock 'n' roll.", &[]);
        check(
            "‘The soldiers’ camp burns,’ he said.",
            &["The soldiers’ camp burns,"],
        );
        check(
            "He called it ‘one of the failures’ of the year.",
            &["one of the failures"],
        );
        check("‘Abd al-Rahman saw the rebels’ camp.", &[]);
        check(
            "He said 'it's the rebels' land' and left.",
            &["it's the rebels' land"],
        );
        check("A 5' 10\" man with a 3\" scar.", &[]);
    }

    #[test]
    fn marks_inside_marks_keep_their_depth() {
        let text = "“He told us, ‘Wait for the “signal” here,’ and left,” she said.";
        let (found, _) = quotations(text, 0, "");
        let depths: Vec<u32> = found.iter().map(|quoted| quoted.depth).collect();
        assert_eq!(depths, [0, 1, 2]);
        check(
            "\"She said 'no' twice,\" he wrote.",
            &["She said 'no' twice,", "no"],
        );
    }

    #[test]
    fn a_lost_mark_swallows_no_other_quotation() {
        check(
            "He called it “a road to nowhere. “We left,” he said.",
            &["We left,"],
        );
        check(
            "We left,” he said. “And never came back.”",
            &["And never came back."],
        );
    }

    #[test]
    fn an_open_quotation_is_told() {
        let (found, running) = quotations("He said: “We left at dawn.", 0, "");
        assert_eq!(running, Some(Family::Double));
        assert!(found[0].is_open);
    }

    #[test]
    fn a_hundred_thousand_marks_are_read_in_linear_time() {
        for mark in [
            "“",
            "”",
            "\"",
            "'",
            "‘",
            "’",
            "„",
            "«",
            "»",
            "“‘",
            "‘s’ a ",
            "\"'",
        ] {
            let text = mark.repeat(100_000);
            quotations(&text, 0, "");
        }
    }
}
