//! The syntax tree.

/// A half-open range of UTF-8 bytes in the query as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub struct TextSpan {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// One node of a query.
///
/// Lists hold at least two entries except where a doc comment says otherwise; the parser flattens
/// nested lists of the same kind. `Not` stands inside `All` (what to leave out), alone, or inside `Any`
/// (`a OR -b`: documents that do not hold `b` answer as well). `Everything` stands alone, inside `Any`
/// or under `Not`.
#[derive(Debug, Clone, PartialEq)]
pub enum Query {
    /// Nothing was asked: every document answers, in the corpus's order.
    Everything,
    /// A single word or word pattern.
    Word(Word),
    /// Words next to each other in this order, at most `slop` positions apart in total
    /// (0 for a plain phrase; `"a b"~5` is `slop: 5` and then order does not matter, as in Lucene).
    Phrase {
        /// At least two words, in order. Patterns are allowed.
        words: Vec<Word>,
        /// Extra positions allowed between the words.
        slop: u32,
        /// The words as typed, quotation marks included.
        span: TextSpan,
    },
    /// `left NEAR/n right`: both within `distance` words of each other.
    Near {
        /// A word, a phrase, a group of alternatives of these, or another `Near` (`a NEAR/5 b NEAR/5 c`
        /// is a chain: `c` is near the stretch of text that `a NEAR/5 b` covers).
        left: Box<Self>,
        /// The same.
        right: Box<Self>,
        /// Largest number of word positions between the two: adjacent words have distance 1.
        distance: u32,
        /// True for `ONEAR`: left comes first.
        ordered: bool,
    },
    /// All of these; `Not` children leave documents out.
    All(Vec<Self>),
    /// Any of these.
    Any(Vec<Self>),
    /// Not this.
    Not(Box<Self>),
    /// `sentence:( … )`: everything inside one sentence.
    Sentence(Box<Self>),
    /// `para:( … )`: everything inside one block.
    Paragraph(Box<Self>),
    /// `said:( … )`: everything inside one quotation.
    Quotation(Box<Self>),
    /// A test on metadata, or on what is found in the text: see [`crate::is_layer_field`]. `doc:` tests
    /// the document's id.
    Field {
        /// Canonical lower-case field name (`title`, `author`, `source`, `tag`, `lang`, `doc`, `date`, …).
        name: String,
        /// What the field must hold.
        test: FieldTest,
        /// The whole clause as typed.
        span: TextSpan,
    },
}

/// A word as typed and how it is to be matched.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    /// The word without its operator characters, not folded.
    pub text: String,
    /// How it matches.
    pub form: WordForm,
    /// Place in the query as typed, operator characters included.
    pub span: TextSpan,
}

/// How a [`Word`] matches terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WordForm {
    /// Folded, with stems and, where nothing matches, typing errors.
    Plain,
    /// `=Word`: exactly as written, case and accents included.
    Exact,
    /// `*`, `?` inside, before or after: `betray*`, `*ullah`, `wom?n`. `Word::text` holds the pattern.
    Wildcard,
    /// `word~`, `word~1`, `word~2`.
    Fuzzy(FuzzyDistance),
    /// `/…/` over whole terms. `Word::text` holds the expression without the slashes.
    Regex,
}

/// How many typing errors (insertions, deletions, substitutions, transpositions of neighbours).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FuzzyDistance {
    /// `~`: one up to five letters, two beyond.
    Auto,
    /// `~1`.
    One,
    /// `~2`.
    Two,
}

/// What a field must hold.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldTest {
    /// Words that must occur in the field's value, in any order (`title:fall`, `title:(fall assad)`).
    Words(Vec<Word>),
    /// Words in this order (`source:"Asharq Al-Awsat"`).
    Phrase(Vec<Word>),
    /// `from..to`, `>=`, `<`, a single date or a Lucene range; dates may be years, months or days.
    /// A document answers when its date, with its precision, overlaps the range.
    Dates {
        /// First day that counts.
        from: Option<DateBound>,
        /// Last day that counts.
        to: Option<DateBound>,
    },
    /// `field:*`: the field has any value.
    Present,
}

/// One end of a range of dates; always a complete, real day after widening `2024-12` to its first or last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateBound {
    /// Year, 0 to 9999.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31.
    pub day: u8,
}

/// Something the parser had to guess, or a strict reading refuses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryProblem {
    /// Where in the query.
    pub span: TextSpan,
    /// What was found; lower case, no full stop.
    pub message: String,
    /// What to write instead; may be empty.
    pub hint: String,
}
