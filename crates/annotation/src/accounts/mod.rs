//! Accounts of one event, side by side: passages that tell the same moment, figures, times and days that
//! differ around one thing, what only one account has, and stretches taken over nearly word by word.
//!
//! Values that do not agree *differ*; whether they contradict one another is for readers to say. Every value
//! stands in its text, none is computed. Precision comes first: a pair that shares little is left out.
//!
//! A passage is a sentence. What two passages share is weighed by its rarity: with `N` passages, of which
//! `n` hold a word stem or a name, its weight is `w = log2(N / n)`. The score of passages `a` and `b` is
//!
//! ```text
//! score = Σ w² over shared / sqrt(Σ w² over a · Σ w² over b) + day + event + bond
//! ```
//!
//! the cosine of their weights (Salton and Buckley, "Term-weighting approaches in automatic text retrieval",
//! 1988) with `day` 0.25 where both name the same day, 0.10 where one or both have it from the sentences
//! before, and 0 otherwise;
//! `event` is 0.25 where both put the same event (a verb of a short list, with its relatives: fall, take,
//! capture, lose) next to the same name,
//! and a quarter of the passages at most have that name; `bond`, 0 to 1, is what their figures and times of day
//! show (`alignment`), in documents that tell one story.
//!
//! Words of the news that say one thing count as one (`concepts`). Documents that share names, words and days tell
//! one story (`stories`). Their figures and times of day (`told`) are put side by side as a whole (`alignment`), by a
//! linear model of what they count and what stands around them (`evidence`), whether or not the sentences are alike;
//! all their passages are compared, and values that go together bind the passages they stand in. Figures of other
//! documents are not compared.
//!
//! Work is bounded: passages that share a day and a name, or a rare word or name, are compared, and lists of
//! passages for one key are cut at [`MOST_FOR_KEY`]. All pairs are looked at only inside a story, and in all stories
//! together no more than four million.

mod ages;
mod alignment;
mod clocks;
mod codec;
mod concepts;
mod differences;
mod ellipsis;
mod events;
mod evidence;
mod figures;
mod lengths;
mod numerals;
mod only;
mod pairs;
mod passages;
mod reuse;
mod stories;
mod times;
mod told;
mod units;
mod values;
mod votes;

#[cfg(test)]
mod tests;

use corpus::{ByteSpan, Document};

use crate::days::DayMention;
use crate::voices::NameSpan;

pub use codec::{ComparisonError, decode, encode};
pub use pairs::MOST_FOR_KEY;

/// One document with what the other layers found in it.
#[derive(Debug, Clone, Copy)]
pub struct Account<'a> {
    /// The text.
    pub document: &'a Document,
    /// Its days, sorted by start.
    pub days: &'a [DayMention],
    /// Its names, sorted by start; one entity has one number in all documents.
    pub names: &'a [NameSpan],
}

/// A stretch of one of the documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The document, by number.
    pub document: u32,
    /// Bytes of its text.
    pub span: ByteSpan,
}

/// Two passages of different documents that tell the same moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SameMoment {
    /// The passage of the document that comes first.
    pub a: Place,
    /// The other.
    pub b: Place,
    /// In thousandths; see the formula in the module's documentation.
    pub score: u16,
    /// The day that both tell, as year, month and day: `20241207`.
    pub day: Option<u32>,
    /// The names that both have, by number, ascending.
    pub names: Vec<u32>,
    /// Rare words that both have, as written in `a`, the rarest first; at most eight.
    pub words: Vec<ByteSpan>,
}

named! {
    /// What kind of value differs.
    DifferenceKind {
        /// A number of the same things.
        Figure = "figure",
        /// A time of day.
        Time = "time",
        /// A day.
        Day = "day",
    }
}

/// Two values that differ around one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The passage of the document that comes first.
    pub a: Place,
    /// The other.
    pub b: Place,
    /// What differs.
    pub kind: DifferenceKind,
    /// What the values are about, as words of `a`: a name, and the unit, the event or the rarest
    /// word that both have.
    pub about: Vec<ByteSpan>,
    /// The value in the text of `a`.
    pub value_a: ByteSpan,
    /// The value in the text of `b`.
    pub value_b: ByteSpan,
}

/// What one account has and no other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Only {
    /// Days that no other account names, with their first mention, in order.
    pub days: Vec<(u32, ByteSpan)>,
    /// Names that no other account has, by number with the first mention, in order of the text.
    pub names: Vec<(u32, ByteSpan)>,
    /// Passages without a counterpart that say most, in order of the text; at most twenty.
    pub passages: Vec<ByteSpan>,
}

/// A stretch that two documents share nearly word by word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reuse {
    /// In the document that comes first.
    pub a: Place,
    /// In the other.
    pub b: Place,
    /// Length in words.
    pub n_words: u32,
}

/// Accounts compared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparison {
    /// Best first.
    pub same_moment: Vec<SameMoment>,
    /// In order of the places.
    pub differ: Vec<Difference>,
    /// One for each document.
    pub only: Vec<Only>,
    /// In order of the places.
    pub reuse: Vec<Reuse>,
}

/// Adds to a comparison that was stored the names that moments share, and the days and names that one account has
/// alone.
///
/// `days` and `names` are those of the documents, in their order; nothing where their numbers differ.
pub fn complete(comparison: &mut Comparison, days: &[Vec<DayMention>], names: &[Vec<NameSpan>]) {
    let days: Vec<&[DayMention]> = days.iter().map(Vec::as_slice).collect();
    let names: Vec<&[NameSpan]> = names.iter().map(Vec::as_slice).collect();
    for same in &mut comparison.same_moment {
        let of = |place: Place| names.get(place.document as usize).copied();
        if let (Some(own), Some(other)) = (of(same.a), of(same.b)) {
            same.names = pairs::shared_names(own, same.a.span, other, same.b.span);
        }
    }
    for (only, keys) in comparison
        .only
        .iter_mut()
        .zip(only::keys_alone(&days, &names))
    {
        only.days = keys.days;
        only.names = keys.names;
    }
}

/// Compares documents.
///
/// Cost: linear in the length of the texts but for the pairs that are compared: a passage is looked up by four rare
/// words or names and by each name with its day, under each of which it meets [`MOST_FOR_KEY`] others, and pairs
/// inside stories have a limit of their own. Figures of a story are compared with each other, 400 of a document.
#[must_use]
pub fn compare(accounts: &[Account<'_>]) -> Comparison {
    // First, so that its memory is free again before the passages take theirs.
    let reuse = reuse::reuse(accounts);
    let telling = passages::Telling::of(accounts);
    let stories = stories::Stories::of(accounts, &telling);
    let alignment = alignment::alignment(accounts, &telling, &stories);
    let candidates = pairs::candidates(&telling, &stories, &alignment.bonds);
    let scored = pairs::scored(&telling, &stories, &alignment.bonds, &candidates);
    let same_moment = pairs::same_moment(accounts, &telling, &scored);
    Comparison {
        differ: differences::differences(accounts, &telling, alignment.differ, &scored),
        only: only::only(accounts, &telling, &scored, &same_moment),
        reuse,
        same_moment,
    }
}
