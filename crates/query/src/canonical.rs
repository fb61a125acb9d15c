//! Queries as text again: the line "Read as".

use crate::characters::{digit, is_body, is_edge, joins};
use crate::dates::{n_days, split_at_first};
use crate::fields::{is_date_field, is_name};
use crate::words::{MAX_WORD_CHARS, ends_sentence};
use crate::{DateBound, FieldTest, FuzzyDistance, Query, Word, WordForm};

/// Above this height brackets are written only where needed, so that they do not pass the parser's limit.
const MAX_AIRY_HEIGHT: usize = 20;

impl Query {
    /// Writes the query so that [`crate::parse`] gives the same tree (places apart).
    ///
    /// It is the shortest plain form: words side by side, `OR`, `-`, straight quotation marks.
    /// A query for everything gives the empty text.
    ///
    /// ```
    /// let (query, _) = query::parse("NOT captagon AND „al rastan bridge“");
    /// assert_eq!(query.to_canonical(), "-captagon \"al rastan bridge\"");
    /// ```
    #[must_use]
    pub fn to_canonical(&self) -> String {
        let mut out = String::new();
        if *self != Self::Everything {
            let airy = height(self) <= MAX_AIRY_HEIGHT;
            Writer {
                out: &mut out,
                airy,
            }
            .query(self);
        }
        out
    }
}

fn height(query: &Query) -> usize {
    1 + match query {
        Query::All(parts) | Query::Any(parts) => parts.iter().map(height).max().unwrap_or(0),
        Query::Near { left, right, .. } => height(left).max(height(right)),
        Query::Not(inner)
        | Query::Sentence(inner)
        | Query::Paragraph(inner)
        | Query::Quotation(inner) => height(inner),
        _ => 0,
    }
}

struct Writer<'o> {
    out: &'o mut String,
    airy: bool,
}

impl Writer<'_> {
    fn query(&mut self, query: &Query) {
        match query {
            Query::Everything => self.out.push('*'),
            Query::Word(word) => self.word(word, true),
            Query::Phrase { words, slop, .. } => {
                self.phrase(words);
                if *slop > 0 {
                    self.out.push('~');
                    self.number(*slop);
                }
            }
            Query::Near {
                left,
                right,
                distance,
                ordered,
            } => {
                self.part(left, matches!(**left, Query::Any(_)));
                self.out
                    .push_str(if *ordered { " ONEAR/" } else { " NEAR/" });
                self.number(*distance);
                self.out.push(' ');
                self.part(right, matches!(**right, Query::Any(_) | Query::Near { .. }));
            }
            Query::All(parts) => self.list(parts, " "),
            Query::Any(parts) => self.list(parts, " OR "),
            Query::Not(inner) => {
                self.out.push('-');
                let near = self.airy && matches!(**inner, Query::Near { .. });
                self.part(
                    inner,
                    near || matches!(**inner, Query::All(_) | Query::Any(_) | Query::Not(_)),
                );
            }
            Query::Sentence(inner) => self.scope("sentence:", inner),
            Query::Paragraph(inner) => self.scope("para:", inner),
            Query::Quotation(inner) => {
                let bare = matches!(**inner, Query::Word(_) | Query::Phrase { .. });
                self.out.push_str("said:");
                self.part(inner, !bare);
            }
            Query::Field { name, test, .. } => self.field(name, test),
        }
    }

    fn list(&mut self, parts: &[Query], between: &str) {
        for (i, part) in parts.iter().enumerate() {
            if i > 0 {
                self.out.push_str(between);
            }
            let brackets = match part {
                Query::Any(_) => true,
                Query::All(_) | Query::Near { .. } => self.airy,
                _ => false,
            };
            self.part(part, brackets);
        }
    }

    fn part(&mut self, part: &Query, brackets: bool) {
        if brackets {
            self.out.push('(');
        }
        self.query(part);
        if brackets {
            self.out.push(')');
        }
    }

    fn scope(&mut self, name: &str, inner: &Query) {
        self.out.push_str(name);
        let bare = !self.airy && matches!(inner, Query::Word(_) | Query::Phrase { .. });
        self.part(inner, !bare);
    }

    fn field(&mut self, name: &str, test: &FieldTest) {
        self.out.push_str(name);
        self.out.push(':');
        match test {
            FieldTest::Words(words) if words.len() == 1 => {
                // Otherwise a word that looks like a date would become one.
                if is_date_field(name)
                    && words[0].text.starts_with(is_digit)
                    && self.starts_bare(&words[0])
                {
                    self.out.push('\\');
                }
                self.word(&words[0], true);
            }
            FieldTest::Words(words) => {
                self.out.push('(');
                for (i, word) in words.iter().enumerate() {
                    if i > 0 {
                        self.out.push(' ');
                    }
                    self.word(word, true);
                }
                self.out.push(')');
            }
            FieldTest::Phrase(words) => self.phrase(words),
            FieldTest::Dates {
                from: None,
                to: None,
            }
            | FieldTest::Present => self.out.push('*'),
            FieldTest::Dates { from, to } => self.dates(*from, *to, is_date_field(name)),
        }
    }

    fn starts_bare(&self, word: &Word) -> bool {
        !matches!(word.form, WordForm::Exact | WordForm::Regex)
    }

    /// Writes a range; `single`: a range of one year, month or day as that. Elsewhere than in a field of
    /// dates a single date would be read as text.
    fn dates(&mut self, from: Option<DateBound>, to: Option<DateBound>, single: bool) {
        if let (Some(from), Some(to), true) = (from, to, single)
            && from.year == to.year
        {
            let whole_month =
                from.month == to.month && from.day == 1 && to.day == n_days(to.year, to.month);
            let whole_year = (from.month, from.day, to.month, to.day) == (1, 1, 12, 31);
            if whole_year {
                return self.date(from, 1);
            } else if whole_month {
                return self.date(from, 2);
            } else if from == to {
                return self.date(from, 3);
            }
        }
        if let Some(from) = from {
            self.date(from, 3);
        }
        self.out.push_str("..");
        if let Some(to) = to {
            self.date(to, 3);
        }
    }

    fn date(&mut self, date: DateBound, n_parts: usize) {
        let year = date.year.unsigned_abs();
        for digit in [year / 1000 % 10, year / 100 % 10] {
            self.number(digit);
        }
        self.two_digits(year % 100);
        for part in [date.month, date.day].into_iter().take(n_parts - 1) {
            self.out.push('-');
            self.two_digits(u32::from(part));
        }
    }

    fn two_digits(&mut self, number: u32) {
        self.number(number / 10 % 10);
        self.number(number % 10);
    }

    fn number(&mut self, number: u32) {
        if number > 9 {
            self.number(number / 10);
        }
        self.out.push(char::from(b'0' + (number % 10) as u8));
    }

    fn phrase(&mut self, words: &[Word]) {
        let exact = words.iter().all(|word| word.form == WordForm::Exact);
        self.out.push_str(if exact { "=\"" } else { "\"" });
        for (i, word) in words.iter().enumerate() {
            if i > 0 {
                self.out.push(' ');
            }
            if exact {
                self.letters(&word.text, false);
            } else {
                self.word(word, false);
            }
        }
        self.out.push('"');
    }

    /// Writes a word; `clause`: operators would be read here, so a word like `OR` needs quotation marks.
    fn word(&mut self, word: &Word, clause: bool) {
        let text = word.text.as_str();
        match word.form {
            WordForm::Plain if clause && is_keyword(text) => {
                self.out.push('"');
                self.letters(text, false);
                self.out.push('"');
            }
            WordForm::Plain if is_address(text) => self.out.push_str(text),
            WordForm::Plain => self.letters(text, false),
            WordForm::Exact => {
                self.out.push('=');
                self.letters(text, false);
            }
            WordForm::Wildcard => self.letters(text, true),
            WordForm::Fuzzy(distance) => {
                self.letters(text, false);
                self.out.push_str(match distance {
                    FuzzyDistance::Auto => "~",
                    FuzzyDistance::One => "~1",
                    FuzzyDistance::Two => "~2",
                });
            }
            WordForm::Regex => self.regex(text),
        }
    }

    /// Writes the characters of a word, with `\` before those that would not be read as such.
    fn letters(&mut self, text: &str, pattern: bool) {
        let looks_like_field = text.split_once(':').is_some_and(|(name, _)| is_name(name));
        let mut before = None;
        let mut rest = text.chars().peekable();
        while let Some(c) = rest.next() {
            let wild = pattern && matches!(c, '*' | '?');
            let joined = match (before, rest.peek()) {
                (Some(before), Some(after)) => {
                    (joins(before, c, *after)
                        || (pattern && *after == '*' && joins(before, c, 'a')))
                        && !(c == ':' && looks_like_field)
                        && before != '?'
                }
                _ => false,
            };
            if !wild && !joined && !is_body(c) {
                self.out.push('\\');
            }
            self.out.push(c);
            before = Some(c);
        }
    }

    fn regex(&mut self, text: &str) {
        self.out.push('/');
        let mut escaped = false;
        for c in text.chars() {
            if c == '/' && !escaped {
                self.out.push('\\');
            }
            escaped = c == '\\' && !escaped;
            self.out.push(c);
        }
        self.out.push('/');
    }
}

fn is_keyword(text: &str) -> bool {
    let distance = |rest: &str| !rest.is_empty() && rest.chars().all(is_digit);
    matches!(text, "AND" | "OR" | "NOT" | "NEAR" | "ONEAR")
        || ["NEAR/", "ONEAR/", "w/", "W/"]
            .iter()
            .any(|name| text.strip_prefix(name).is_some_and(distance))
}

fn is_digit(c: char) -> bool {
    digit(c).is_some()
}

fn is_address(text: &str) -> bool {
    split_at_first(text, "://").is_some_and(|(scheme, _)| {
        (1..=12).contains(&scheme.len()) && scheme.bytes().all(|byte| byte.is_ascii_alphabetic())
    }) && text.chars().all(|c| !is_edge(Some(c)))
        && !text.ends_with(ends_sentence)
        && text.chars().count() <= MAX_WORD_CHARS
}
