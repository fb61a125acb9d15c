//! What can be typed for concordance and statistics.

use clap::{Args, ValueEnum};
use protocol::ConcordanceLevel;
use std::path::PathBuf;

/// What all of these commands share: where from, which documents, how to print.
#[derive(Debug, Args)]
pub(crate) struct Output {
    /// An index, a page made with --single, a folder or a file of texts
    #[arg(value_name = "INDEX|PATH")]
    pub(crate) source: PathBuf,
    /// Only this document; may be given more than once
    #[arg(long, value_name = "ID", help_heading = "Which documents")]
    pub(crate) doc: Vec<String>,
    /// Only documents with this value (lang=en, year=2024, date=2024-11..2024-12, tag=…)
    #[arg(long, value_name = "FIELD=VALUE", help_heading = "Which documents")]
    pub(crate) filter: Vec<String>,
    /// Only the words as typed: no stems, no spelling variants
    #[arg(long)]
    pub(crate) exact: bool,
    /// text for people, json for programs, csv for spreadsheets (RFC 4180; a cell that would be taken for
    /// a formula begins with an apostrophe)
    #[arg(long, value_enum, default_value_t = TableFormat::Text)]
    pub(crate) format: TableFormat,
    /// Largest number of rows (text: 50 unless given; json and csv: all)
    #[arg(long, value_name = "N")]
    pub(crate) limit: Option<usize>,
}

/// Output of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableFormat {
    Text,
    Json,
    Csv,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vademecum kwic texts/ homs --sort right1,right2\n  \
    vademecum kwic texts/ '\"the fall of *\"' --words 8 --format csv\n  \
    vademecum kwic texts/ betray* --within 'homs author:darwish'\n\n\
    In json, left, match and right are the document's own text, line breaks included; start and end are\n\
    bytes of what `vademecum text` prints."
)]
pub(crate) struct Kwic {
    #[command(flatten)]
    pub(crate) output: Output,
    /// What to look for: words, "phrases", wildcard*; see docs/QUERY.md
    #[arg(allow_hyphen_values = true)]
    pub(crate) query: String,
    /// Characters to show on either side, at most
    #[arg(long, value_name = "N", default_value_t = 40)]
    pub(crate) width: u32,
    /// Words to show on either side, instead of characters
    #[arg(long, value_name = "N", conflicts_with = "width")]
    pub(crate) words: Option<u32>,
    /// Up to three of left1 to left3, right1 to right3 (or L1, R1), node, document, date, position
    #[arg(long, value_name = "LEVEL,…", value_delimiter = ',', value_parser = level, num_args = 1..=3)]
    pub(crate) sort: Vec<SortLevel>,
    /// Only in documents that answer this query
    #[arg(long, value_name = "QUERY", help_heading = "Which documents")]
    pub(crate) within: Option<String>,
    /// Lines to leave out at the start
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) offset: usize,
}

/// A level to sort concordance lines by.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SortLevel(pub(crate) ConcordanceLevel);

fn level(name: &str) -> Result<SortLevel, String> {
    Ok(SortLevel(match name.to_ascii_lowercase().as_str() {
        "left1" | "l1" => ConcordanceLevel::Left1,
        "left2" | "l2" => ConcordanceLevel::Left2,
        "left3" | "l3" => ConcordanceLevel::Left3,
        "right1" | "r1" => ConcordanceLevel::Right1,
        "right2" | "r2" => ConcordanceLevel::Right2,
        "right3" | "r3" => ConcordanceLevel::Right3,
        "node" => ConcordanceLevel::Node,
        "document" | "doc" => ConcordanceLevel::Document,
        "date" => ConcordanceLevel::Date,
        "position" => ConcordanceLevel::Position,
        _ => {
            return Err(
                "expected left1 to left3, right1 to right3, node, document, date or position"
                    .to_owned(),
            );
        }
    }))
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vademecum terms texts/ --without-function-words\n  \
    vademecum terms texts/ --like 'betray*' --sort term\n  \
    vademecum terms texts/ homs --stems        words of the documents that mention Homs\n\n\
    Words are counted in texts, not in titles; per_million is frequency / words counted × 1,000,000."
)]
pub(crate) struct Terms {
    #[command(flatten)]
    pub(crate) output: Output,
    /// Only documents that answer this query
    #[arg(allow_hyphen_values = true, help_heading = "Which documents")]
    pub(crate) query: Option<String>,
    /// Only words like this: * for any letters, ? for one
    #[arg(long, value_name = "PATTERN")]
    pub(crate) like: Option<String>,
    /// Words with one stem are one row
    #[arg(long)]
    pub(crate) stems: bool,
    /// Leave out the, of, and, …
    #[arg(long)]
    pub(crate) without_function_words: bool,
    /// Leave out words that occur less often
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) min: u32,
    /// Column to sort by
    #[arg(long, value_enum, default_value_t = WordSort::Frequency)]
    pub(crate) sort: WordSort,
    /// Sort the other way round
    #[arg(long)]
    pub(crate) reverse: bool,
    /// Rows to leave out at the start
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) offset: usize,
}

/// Columns of a word list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum WordSort {
    Frequency,
    Documents,
    Term,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  vademecum ngrams texts/ --size 3\n  \
    vademecum ngrams texts/ --size 4 --containing army --min-documents 2\n\n\
    No n-gram crosses the end of a paragraph. documents (the range) is the number of documents that have it.")]
pub(crate) struct Ngrams {
    #[command(flatten)]
    pub(crate) output: Output,
    /// Only documents that answer this query
    #[arg(allow_hyphen_values = true, help_heading = "Which documents")]
    pub(crate) query: Option<String>,
    /// Number of words, 1 to 6
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=6))]
    pub(crate) size: u8,
    /// Leave out what occurs less often
    #[arg(long, value_name = "N", default_value_t = 2)]
    pub(crate) min: u32,
    /// Leave out what occurs in fewer documents
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) min_documents: u32,
    /// Only those with such a word; * and ? as in terms --like
    #[arg(long, value_name = "WORD")]
    pub(crate) containing: Option<String>,
    /// Let them cross the end of a sentence
    #[arg(long)]
    pub(crate) across_sentences: bool,
    /// Column to sort by
    #[arg(long, value_enum, default_value_t = NgramSort::Frequency)]
    pub(crate) sort: NgramSort,
    /// Rows to leave out at the start
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) offset: usize,
}

/// Columns of a list of n-grams.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum NgramSort {
    Frequency,
    Documents,
    Ngram,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  vademecum collocates texts/ army\n  \
    vademecum collocates texts/ '\"republican guard\"' --left 0 --right 3 --sort mi\n\n\
    observed: words in the windows; expected: words in all windows × frequency / words counted.\n\
    log_dice = 14 + log2(2 observed / (matches + frequency))        (Rychlý 2008)\n\
    log_likelihood = 2 Σ O ln(O/E) over the four cells             (Dunning 1993)\n\
    mi = log2(observed / expected)                                 (Church and Hanks 1990)\n\
    t_score = (observed − expected) / √observed                    (Church and others 1991)\n\
    A word near two matches counts for each of them. Windows end with the paragraph.")]
pub(crate) struct Collocates {
    #[command(flatten)]
    pub(crate) output: Output,
    /// What to look near
    #[arg(allow_hyphen_values = true)]
    pub(crate) query: String,
    /// Words on either side, 0 to 10
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u8).range(0..=10))]
    pub(crate) window: u8,
    /// Words before, instead of --window
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=10))]
    pub(crate) left: Option<u8>,
    /// Words after, instead of --window
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=10))]
    pub(crate) right: Option<u8>,
    /// Let windows cross the end of a sentence
    #[arg(long)]
    pub(crate) across_sentences: bool,
    /// Leave out words that stand near less often
    #[arg(long, value_name = "N", default_value_t = 3)]
    pub(crate) min: u32,
    /// Leave out words with a lower log-likelihood (6.63 is p < 0.01; 0 for all)
    #[arg(long, value_name = "X", default_value_t = 6.63)]
    pub(crate) min_log_likelihood: f64,
    /// Leave out the, of, and, …
    #[arg(long)]
    pub(crate) without_function_words: bool,
    /// Column to sort by
    #[arg(long, value_enum, default_value_t = CollocateSort::LogDice)]
    pub(crate) sort: CollocateSort,
    /// Only in documents that answer this query
    #[arg(long, value_name = "QUERY", help_heading = "Which documents")]
    pub(crate) within: Option<String>,
    /// Rows to leave out at the start
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) offset: usize,
}

/// Columns of a table of collocates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CollocateSort {
    LogDice,
    LogLikelihood,
    Mi,
    TScore,
    Observed,
    Left,
    Right,
    Collocate,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vademecum keyness texts/ --doc darwish-2025        one document against the rest\n  \
    vademecum keyness texts/ lang:en --against lang:fr\n  \
    vademecum keyness texts/ --doc a --against-doc b --sort log-ratio\n\n\
    log_likelihood = 2 (a ln(a/E1) + b ln(b/E2))                   (Rayson and Garside 2000)\n\
    log_likelihood_2x2: the same over all four cells               (Dunning 1993)\n\
    log_ratio = log2 of the two relative frequencies, 0 as 0.5     (Hardie 2014)"
)]
pub(crate) struct Keyness {
    #[command(flatten)]
    pub(crate) output: Output,
    /// The documents whose words are wanted: those that answer this query
    #[arg(allow_hyphen_values = true, help_heading = "Which documents")]
    pub(crate) query: Option<String>,
    /// Compare with the documents that answer this query, instead of all others
    #[arg(long, value_name = "QUERY", help_heading = "Which documents")]
    pub(crate) against: Option<String>,
    /// Compare with this document; may be given more than once
    #[arg(long, value_name = "ID", help_heading = "Which documents")]
    pub(crate) against_doc: Vec<String>,
    /// Leave out words that occur less often in both together
    #[arg(long, value_name = "N", default_value_t = 3)]
    pub(crate) min: u32,
    /// Leave out what may be chance: log-likelihood of 3.84, 6.63, 10.83, 15.13
    #[arg(long, value_enum, default_value_t = Chance::OnePercent)]
    pub(crate) p: Chance,
    /// Leave out the, of, and, …
    #[arg(long)]
    pub(crate) without_function_words: bool,
    /// Words that the target has more of, the reference has more of, or both
    #[arg(long, value_enum, default_value_t = Way::Both)]
    pub(crate) direction: Way,
    /// Column to sort by
    #[arg(long, value_enum, default_value_t = KeySort::LogLikelihood)]
    pub(crate) sort: KeySort,
    /// Rows to leave out at the start
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) offset: usize,
}

/// How much chance is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Chance {
    #[value(name = "any")]
    Any,
    #[value(name = "0.05")]
    FivePercent,
    #[value(name = "0.01")]
    OnePercent,
    #[value(name = "0.001")]
    OneInThousand,
    #[value(name = "0.0001")]
    OneInTenThousand,
}

/// Which key words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Way {
    Both,
    Target,
    Reference,
}

/// Columns of a table of key words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum KeySort {
    LogLikelihood,
    LogRatio,
    Frequency,
    Term,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  vademecum dispersion texts/ homs\n  \
    vademecum dispersion texts/ '\"republican guard\"' --parts 10 --format csv\n\n\
    positions: words before each match as a share of the document's words, 0 to below 1; in text a strip.\n\
    DP = half the sum over all parts of | share of the words - share of the matches |   (Gries 2008)\n\
    DP normalised = DP / (1 - smallest share of the words)                 (Lijffijt and Gries 2012)")]
pub(crate) struct Dispersion {
    #[command(flatten)]
    pub(crate) output: Output,
    /// What to look for
    #[arg(allow_hyphen_values = true)]
    pub(crate) query: String,
    /// Measure evenness over so many parts of equal length, instead of over the documents
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub(crate) parts: u32,
    /// Only in documents that answer this query
    #[arg(long, value_name = "QUERY", help_heading = "Which documents")]
    pub(crate) within: Option<String>,
    /// Documents to leave out at the start
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) offset: usize,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  vademecum similar texts/ darwish-2025 --limit 10\n\n\
    score: cosine of the documents' words, weighted (1 + ln tf) ln(N / df), 0 to 1   (Salton and Buckley 1988)\n\
    shared: the words that bring the two together, the weightiest first."
)]
pub(crate) struct Similar {
    #[command(flatten)]
    pub(crate) output: Output,
    /// The document, by its id
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    /// Only documents that answer this query
    #[arg(long, value_name = "QUERY", help_heading = "Which documents")]
    pub(crate) within: Option<String>,
}
