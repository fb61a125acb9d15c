//! Days, names, voices and accounts compared: questions and answers.
//!
//! Days and quotations come with the sentence that they stand in and a confidence (`high`, `medium` or `low`).

use crate::Lens;
use serde::{Deserialize, Serialize};

/// A part of the rows of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Page {
    /// Rows to leave out at the start.
    pub offset: usize,
    /// Largest number of rows to give back.
    pub limit: usize,
}

/// A sentence of a document with what is meant in it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SentenceRecord {
    /// The document's id.
    pub doc: String,
    /// Id of the block that the sentence stands in (eight hexadecimal digits).
    pub block: String,
    /// Start of the item in the document's plain text.
    pub start: u32,
    /// End of the item in the document's plain text.
    pub end: u32,
    /// The sentence.
    pub text: String,
    /// What is meant in it, as `[start, end]` in `text`.
    pub marks: Vec<[u32; 2]>,
}

/// Asks for the days that the documents of the lens mention.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TimelineRequest {
    /// What it is about. With a query, only mentions in blocks that match it.
    pub lens: Lens,
    /// Whether days are put together.
    pub scale: Scale,
    /// Which rows.
    pub show: Shared,
    /// Only what lies in this century, decade, year, month or day (`20XX`, `202X`, `2024`, `2024-12`,
    /// `2024-12-08`) and is as exact; empty, or anything else, for all.
    pub within: String,
    /// Instead of rows of days: the mentions that the text does not date, one a row.
    pub undated: bool,
    /// Instead of rows of days: the mentions of the row of this [`TimelineRow::edtf`] at this scale, one a row; empty
    /// for the rows themselves.
    pub row: String,
    /// Which part of the rows.
    pub page: Page,
}

/// The length of time that one row covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// A day, or what the text gives where that is less precise.
    #[default]
    Day,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// Which rows of a table over documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shared {
    /// All.
    #[default]
    All,
    /// Those of at least two documents.
    Several,
    /// Those of one document only.
    One,
}

/// The answer to a [`TimelineRequest`].
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct TimelineRecord {
    /// Documents of the lens.
    pub n_documents: usize,
    /// Their ids in the corpus's order, where they are at most eight; else empty.
    pub documents: Vec<String>,
    /// Mentions in them.
    pub n_mentions: usize,
    /// Mentions that the text does not date.
    pub n_undated: usize,
    /// Mentions by the parts of `within`; without it by year, decade or century. All parts in order, also those
    /// without a mention.
    pub bars: Vec<TimelineBar>,
    /// Rows there are.
    pub total: usize,
    /// Rows in order of time.
    pub rows: Vec<TimelineRow>,
}

/// One day, or longer time.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct TimelineRow {
    /// The time as EDTF; empty for a mention that the text does not date.
    pub edtf: String,
    /// Documents that mention it.
    pub n_documents: usize,
    /// Mentions of it.
    pub n_mentions: usize,
    /// Mentions document by document, at most a few of each.
    pub mentions: Vec<DayRecord>,
    /// Where documents differ about what stands beside these mentions; see [`Comparing::Differ`].
    pub differs: Vec<CompareRow>,
}

/// A part of the time that a timeline covers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TimelineBar {
    /// The century, decade, year, month or day as EDTF.
    pub edtf: String,
    /// Documents that mention a time in it.
    pub n_documents: usize,
    /// Mentions of a time in it.
    pub n_mentions: usize,
}

/// A mention of a day. `vademecum days --format json` prints the same in one flat object, with the words meant.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DayRecord {
    /// Where it stands.
    pub sentence: SentenceRecord,
    /// `absolute`, `partial`, `range`, `relative` or `time`.
    pub kind: String,
    /// The time as EDTF; none where the text does not give it.
    pub edtf: Option<String>,
    /// What a relative expression was reckoned from.
    pub anchor: Option<String>,
    /// The rule that read it.
    pub rule: String,
    /// `high`, `medium` or `low`.
    pub confidence: String,
}

/// Asks for the names in the documents of the lens.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct NamesRequest {
    /// What it is about. With a query, only mentions in blocks that match it.
    pub lens: Lens,
    /// `person`, `place`, `org`, `group` or `other`; empty for all.
    pub kind: String,
    /// Letters that a form must hold (folded); empty for all.
    pub find: String,
    /// Whether rows are in alphabetical order; else by number of mentions.
    pub by_name: bool,
    /// What the reader decided about names; applied before anything is listed.
    pub decisions: Vec<NameDecision>,
    /// Whether [`NameRow::shared`] is wanted.
    pub editing: bool,
    /// Which rows.
    pub show: Shared,
    /// Which part of the rows.
    pub page: Page,
}

/// What a reader decided: these forms are one name, or none. As an entity of `authority.toml`, whose kind is
/// `hidden` where the name is not to be shown.
///
/// Names whose preferred form is among the forms are joined as a whole; a form that is itself the preferred one
/// leaves the name that it was joined to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct NameDecision {
    /// `person`, `place`, `org`, `group`, `other` or `hidden`.
    pub kind: String,
    /// The form to show.
    pub preferred: String,
    /// Further forms.
    pub forms: Vec<String>,
}

/// The answer to a [`NamesRequest`].
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct NamesRecord {
    /// Documents of the lens.
    pub n_documents: usize,
    /// Their ids in the corpus's order, where they are at most eight; else empty.
    pub documents: Vec<String>,
    /// Rows there are.
    pub total: usize,
    /// Rows.
    pub rows: Vec<NameRow>,
}

/// Someone or something with a name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct NameRow {
    /// Unique in this corpus.
    pub id: String,
    /// `person`, `place`, `org`, `group` or `other`.
    pub kind: String,
    /// The form it is called by.
    pub preferred: String,
    /// Forms with counts, most frequent first.
    pub forms: Vec<(String, u64)>,
    /// Why forms were joined, or why they were not.
    pub reasons: Vec<String>,
    /// Mentions in the lens.
    pub n_mentions: usize,
    /// Documents of the lens with their numbers of mentions, most first.
    pub by_document: Vec<(String, usize)>,
    /// The first mention in the lens: in its oldest document.
    pub first: SentenceRecord,
    /// The first mention in each document of the lens, in the corpus's order, where few names answer; else empty.
    pub first_by_document: Vec<SentenceRecord>,
    /// How it is first described (a title, a role); may be empty.
    pub described_as: String,
    /// Kinds and preferred forms of the names of the corpus that it consists of: itself, unless the reader joined
    /// some.
    pub sources: Vec<(String, String)>,
    /// Forms that other names have, too; where asked for.
    pub shared: Vec<String>,
    /// Whether the reader decided upon it.
    pub is_decided: bool,
}

/// A name with all its mentions. This is also what `vademecum names --format json` prints.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct NameRecord {
    /// Unique in this corpus.
    pub id: String,
    /// `person`, `place`, `org`, `group` or `other`.
    pub kind: String,
    /// The form it is called by.
    pub preferred: String,
    /// Forms, the preferred one first.
    pub forms: Vec<NameFormRecord>,
    /// Why forms were joined, or why they were not.
    pub reasons: Vec<String>,
    /// Mentions in the order of documents and places.
    pub mentions: Vec<NameMentionRecord>,
}

/// A spelling of a name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct NameFormRecord {
    /// As written.
    pub form: String,
    /// How often.
    pub count: u64,
}

/// A place where a name stands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct NameMentionRecord {
    /// The document's id.
    pub doc: String,
    /// Start in the document's plain text.
    pub start: u32,
    /// End in the document's plain text.
    pub end: u32,
    /// The words that stand there.
    pub form: String,
}

/// Asks for the quotations in the documents of the lens.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct VoicesRequest {
    /// What it is about. With a query, only quotations in blocks that match it.
    pub lens: Lens,
    /// The speaker as in [`SpeakerRow::speaker`]; empty for all, `-` for quotations without one.
    pub speaker: String,
    /// `direct`, `partial`, `reported` or `turn`; `quoted` for all but `reported`; empty for all.
    pub kind: String,
    /// Speakers instead of quotations.
    pub of_speakers: bool,
    /// Which part of the quotations, or of the speakers.
    pub page: Page,
}

/// The answer to a [`VoicesRequest`].
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct VoicesRecord {
    /// Documents of the lens.
    pub n_documents: usize,
    /// Their ids in the corpus's order, where they are at most eight; else empty.
    pub documents: Vec<String>,
    /// Quotations without a speaker.
    pub n_unattributed: usize,
    /// Speakers there are.
    pub n_speakers: usize,
    /// Speakers, those of most words first: the part asked for, or with quotations as many of the first as a list to
    /// choose from can hold.
    pub speakers: Vec<SpeakerRow>,
    /// Quotations there are.
    pub total: usize,
    /// Quotations in the order of the corpus.
    pub voices: Vec<VoiceRecord>,
}

/// A speaker.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SpeakerRow {
    /// The preferred form of the name, else the words that describe the speaker.
    pub speaker: String,
    /// Id of the name, where the speaker has one.
    pub name_id: Option<String>,
    /// Roles as given, each once, in the order of the corpus.
    pub roles: Vec<String>,
    /// Direct and partial quotations, and turns.
    pub n_direct: usize,
    /// Reported speech.
    pub n_reported: usize,
    /// Words quoted directly.
    pub n_words: usize,
    /// Documents with their numbers of quotations, most first.
    pub by_document: Vec<(String, usize)>,
}

/// A quotation.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct VoiceRecord {
    /// Where it stands.
    pub sentence: SentenceRecord,
    /// The words quoted.
    pub quote: String,
    /// `direct`, `partial`, `reported` or `turn`.
    pub kind: String,
    /// The speaker as in [`SpeakerRow::speaker`]; none where the text does not say.
    pub speaker: Option<String>,
    /// Id of the name, where the speaker has one.
    pub name_id: Option<String>,
    /// The role as given.
    pub role: Option<String>,
    /// The words that attribute it.
    pub cue: Option<String>,
    /// `high`, `medium` or `low`.
    pub confidence: String,
}

/// Asks what the documents of the lens tell together, differently and alone.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CompareRequest {
    /// What it is about.
    pub lens: Lens,
    /// Id of one document, or empty for any.
    pub a: String,
    /// Id of the other document, or empty for any.
    pub b: String,
    /// What of them.
    pub show: Comparing,
    /// Which part of the rows.
    pub page: Page,
}

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparing {
    /// Passages that tell one moment.
    #[default]
    SameMoment,
    /// Figures, days or times that differ.
    Differ,
    /// What only one document tells.
    Only,
    /// Passages that read nearly the same.
    Reuse,
}

/// The answer to a [`CompareRequest`].
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CompareRecord {
    /// Documents of the lens.
    pub n_documents: usize,
    /// Their ids in the corpus's order, where they are at most eight; else empty.
    pub documents: Vec<String>,
    /// Accounts that share something with another one, and with how many pairs of passages, in the corpus's order.
    pub accounts: Vec<(String, usize)>,
    /// Of these the accounts that share something with the one chosen first; all where none is chosen.
    pub others: Vec<(String, usize)>,
    /// Rows there are.
    pub total: usize,
    /// Rows, best first; `a` is of the account chosen first, where one is.
    pub rows: Vec<CompareRow>,
}

/// Passages side by side.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CompareRow {
    /// One passage.
    pub a: SentenceRecord,
    /// The other; none for what only one document tells.
    pub b: Option<SentenceRecord>,
    /// Days, names and words that both hold; or what the passage alone holds.
    pub shared: Vec<String>,
    /// What differs: its name, the value in `a`, the value in `b`.
    pub differs: Option<[String; 3]>,
    /// How much the two share; comparable within one answer only.
    pub score: f64,
}

/// Everything that is compared. This is what `vademecum compare --format json` prints.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ComparisonRecord {
    /// Passages that tell one moment, best first.
    pub same_moment: Vec<SameMomentRecord>,
    /// Values that differ.
    pub differ: Vec<DifferenceRecord>,
    /// For each document what it alone tells.
    #[serde(with = "crate::as_map")]
    pub only: Vec<(String, Vec<PassageOfRecord>)>,
    /// For each document the days that it alone names, ascending.
    #[serde(with = "crate::as_map")]
    pub only_days: Vec<(String, Vec<String>)>,
    /// For each document the names that it alone has, in the order of its text.
    #[serde(with = "crate::as_map")]
    pub only_names: Vec<(String, Vec<String>)>,
    /// Stretches taken over nearly word by word.
    pub reuse: Vec<ReuseRecord>,
}

/// A stretch that two documents share nearly word by word.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReuseRecord {
    /// In one document.
    pub a: PassageOfRecord,
    /// In the other.
    pub b: PassageOfRecord,
    /// Its length in words.
    pub n_words: u32,
}

/// A stretch of a document.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PassageOfRecord {
    /// The document's id.
    pub doc: String,
    /// Start in the document's plain text.
    pub start: u32,
    /// End in the document's plain text.
    pub end: u32,
    /// What stands there.
    pub text: String,
}

/// Two passages that tell one moment.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SameMomentRecord {
    /// One passage.
    pub a: PassageOfRecord,
    /// The other.
    pub b: PassageOfRecord,
    /// Day, names and rare words of both.
    pub shared: Vec<String>,
    /// 0 to about 1.5; see `annotation::accounts`.
    pub score: f64,
}

/// Two values that differ.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DifferenceRecord {
    /// One passage.
    pub a: PassageOfRecord,
    /// The other.
    pub b: PassageOfRecord,
    /// What differs.
    pub about: String,
    /// The value in `a`, as written.
    pub value_a: String,
    /// The value in `b`, as written.
    pub value_b: String,
}
