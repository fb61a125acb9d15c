//! Reported speech: clauses that the narrator gives as somebody's statement, without quotation marks.
//!
//! Conservative: only sentences without any quotation, only verbs that take a statement, and only subjects
//! that are people, bodies that speak, or names.

use corpus::ByteSpan;

use super::VoiceKind;
use super::attribution::Reader;
use super::cues::{Cue, cue_end, span_of};
use super::inverted::{may_speak, subject_after, subject_between_commas};
use super::lexicon::{
    ADDRESSES, AUXILIARY, CLAUSE, DETERMINER, PARTICIPLE, PLAIN, PREPOSITION, PRONOUN, REPORTS,
    SOURCE, TIME,
};
use super::phrases::{Subject, is_cue};
use super::subjects::subject_before;
use super::words::{Item, What};

/// Shorter clauses ("said so", "said nothing") are no statements.
const SHORTEST_CLAUSE_WORDS: usize = 3;

/// Adds the reported speech of one sentence.
pub(super) fn add(reader: &mut Reader<'_>, items: &[Item], from: usize, to: usize) {
    let end = without_stop(items, from, to);
    let Some((cue, clause)) = clause(items, from, end) else {
        return;
    };
    let n_words = items[clause.0..clause.1]
        .iter()
        .filter(|item| item.is_word())
        .count();
    if n_words < SHORTEST_CLAUSE_WORDS || !may_speak(items, cue.subject) {
        return;
    }
    let speaker = reader.resolve(items, cue);
    if speaker.span.is_none() {
        return;
    }
    reader.note_speaker(items, speaker, cue.subject.pronoun(items));
    let sentence = ByteSpan::new(items[from].span.start, items[to - 1].span.end);
    reader.push(
        span_of(items, clause),
        VoiceKind::Reported,
        speaker,
        Some(span_of(items, cue.at)),
        sentence,
        None,
    );
}

fn without_stop(items: &[Item], from: usize, to: usize) -> usize {
    let mut end = to;
    while end > from && matches!(items[end - 1].what, What::Mark('.' | '!' | '?' | ')' | '…')) {
        end -= 1;
    }
    end
}

/// Returns the cue of a sentence and the clause that it reports.
fn clause(items: &[Item], from: usize, end: usize) -> Option<(Cue, (usize, usize))> {
    if items.get(from).is_some_and(|first| first.is(SOURCE)) {
        let after =
            from + 1 + usize::from(items.get(from + 1).is_some_and(|next| next.is(PREPOSITION)));
        let comma = (after..end).find(|&at| items[at].is_mark(','))?;
        let subject = subject_after(items, after - 1, comma);
        return Some((
            Cue {
                at: (from, after),
                subject,
                confidence: 85,
            },
            (comma + 1, end),
        ));
    }
    for verb in from..end {
        if items[verb].is(SOURCE) && verb > from && verb + 2 < end {
            let stop = if items[verb - 1].is_mark(',') {
                verb - 1
            } else {
                verb
            };
            let subject = subject_after(items, verb + 1, end);
            return Some((
                Cue {
                    at: (verb, verb + 2),
                    subject,
                    confidence: 80,
                },
                (from, stop),
            ));
        }
        if !is_cue(items, verb, REPORTS) || items[verb].is(PARTICIPLE) {
            continue;
        }
        if let Some(found) = closed_by_speaker(items, from, verb, end) {
            return Some(found);
        }
        let subject = subject_before(items, from, verb);
        if subject == Subject::None {
            continue;
        }
        let cue = Cue {
            at: (verb, cue_end(items, verb, end)),
            subject,
            confidence: 80,
        };
        let begins = subject.begins().unwrap_or(verb);
        // "…, Carstens told me." closes what was said.
        let closes = cue.at.1 >= end || items[cue.at.1].is_mark(',') || items[cue.at.1].is(TIME);
        let follows_comma = begins > from + 1 && items[begins - 1].is_mark(',');
        // "The victory, many have told me, was when it began": the statement goes on behind the cue.
        let goes_on = items
            .get(cue.at.1 + 1)
            .is_some_and(|next| next.is(AUXILIARY))
            && items[cue.at.1].is_mark(',');
        if closes && follows_comma && goes_on {
            return Some((cue, (from, end)));
        }
        if closes && follows_comma {
            return Some((cue, (from, begins - 1)));
        }
        if let Some(start) = complement(items, verb, end) {
            return Some((cue, (start, end)));
        }
    }
    None
}

/// Returns the cue and the clause of a statement that ends with its speaker: "The brigade came at once, said its
/// commander, Otto Brandl."
fn closed_by_speaker(
    items: &[Item],
    from: usize,
    verb: usize,
    end: usize,
) -> Option<(Cue, (usize, usize))> {
    let subject = subject_between_commas(items, from, verb, end)?;
    let cue = Cue {
        at: (verb, verb + 1),
        subject,
        confidence: 80,
    };
    Some((cue, (from, verb - 1)))
}

/// Returns where the statement after a verb begins: after "that", or at a subject.
fn complement(items: &[Item], verb: usize, end: usize) -> Option<usize> {
    let that =
        (verb + 1..end.min(verb + 9)).find(|&at| items[at].is(CLAUSE) && items[at].is(DETERMINER));
    if let Some(that) = that
        && !items[verb + 1..that]
            .iter()
            .any(|item| item.is_mark(',') || item.is_mark(';'))
        && (items[verb].is(ADDRESSES) || that <= verb + 2 || items[verb + 1].is(PREPOSITION | TIME))
        && that + 1 < end
    {
        return Some(that + 1);
    }
    let at = if items[verb].is(ADDRESSES) {
        cue_end(items, verb, end)
    } else {
        verb + 1
    };
    let first = items.get(at).filter(|_| at < end)?;
    let addresses_noun = items[verb].is(ADDRESSES) && at == verb + 1;
    let begins = items[verb].is(PLAIN)
        && (first.is(PRONOUN | DETERMINER) || (first.is_capital() && !first.is(TIME)));
    (begins && !addresses_noun && first.is_word() && !first.is(PREPOSITION)).then_some(at)
}
