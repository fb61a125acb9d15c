//! Where the layers find what a query asks of them: `person:`, `place:`, `org:`, `group:`, `day:`, `said:`, `by:`.

use crate::Session;
use crate::layers::{Annotations, folded};
use annotation::days::{Edtf, Point, Precision};
use annotation::names::{Entity, NameKind};
use corpus::ByteSpan;
use index::{DayNumber, DocId};
use query::{DateBound, FieldTest, WordForm};
use search::{Mentions, NameVisit, Note, NoteKind, SpanSource};
use sorting::SmallSort;

/// Most names that a note lists.
const MAX_LISTED: usize = 8;

/// Articles before a name that it is asked for without.
const ARTICLES: [&str; 4] = ["al ", "el ", "the ", "ash "];

impl SpanSource for Session {
    fn find(&self, field: &str, test: &FieldTest) -> Result<Mentions, String> {
        let annotations = self.annotations()?;
        let mut found = match field {
            "day" => annotations.days_within(test),
            "said" => annotations.quotations(),
            "by" => annotations.voices_by(test),
            kind => annotations.named_so(kind, test),
        };
        let order = |(doc, span): &(DocId, ByteSpan)| (doc.0, span.start, span.end);
        found.spans.small_sort_by_key(order);
        found.spans.dedup();
        Ok(found)
    }

    fn for_each_name(&self, kind: &str, visit: NameVisit<'_>) {
        let Ok(annotations) = self.annotations() else {
            return;
        };
        for entity in &annotations.layers.names.entities {
            if entity.kind.word() == kind {
                let documents = entity.mentions.iter().map(|one| DocId(one.document));
                visit(entity.preferred(), &mut { documents });
            }
        }
    }
}

impl Annotations<'_> {
    /// Finds the mentions of days that share a day with those asked for, each as exact as its text.
    fn days_within(&self, test: &FieldTest) -> Mentions {
        let wanted = match test {
            FieldTest::Dates { from, to } => Some((bound(*from), bound(*to))),
            _ => None,
        };
        let mut found = Mentions::default();
        if wanted.is_none() && *test != FieldTest::Present {
            let message =
                "a day is asked for as `day:2024-12-08`, `day:2024-12` or a range of these";
            found
                .notes
                .push(note("day", message.to_owned(), Vec::new()));
            return found;
        }
        for (number, own) in (0..).zip(&self.layers.days) {
            for mention in own {
                let counts = wanted.is_none_or(|(from, to)| {
                    mention.edtf.and_then(days_of).is_some_and(|(first, last)| {
                        to.is_none_or(|to| first <= to) && from.is_none_or(|from| from <= last)
                    })
                });
                if counts {
                    found.spans.push((DocId(number), mention.span));
                }
            }
        }
        if found.spans.is_empty() {
            let message = "no text mentions such a day; `date:` is the date of a document";
            found
                .notes
                .push(note("day", message.to_owned(), Vec::new()));
        }
        found
    }

    /// Finds all that is quoted or reported.
    fn quotations(&self) -> Mentions {
        let mut found = Mentions::default();
        for (number, own) in (0..).zip(&self.layers.voices) {
            let spans = own.iter().map(|voice| (DocId(number), voice.span));
            found.spans.extend(spans);
        }
        if found.spans.is_empty() {
            let message = "no quotation was found in these texts";
            found
                .notes
                .push(note("said", message.to_owned(), Vec::new()));
        }
        found
    }

    /// Finds what is said by those whose name, or description as the text has it, passes a test.
    fn voices_by(&self, test: &FieldTest) -> Mentions {
        let mut passes = search::value_test(test);
        let entities = self.layers.names.entities.iter();
        let named: Vec<bool> = entities
            .map(|entity| entity.forms.iter().any(|form| passes(&form.text)))
            .collect();
        let mut found = Mentions::default();
        for (number, own) in (0..).zip(&self.layers.voices) {
            let (doc, view) = (DocId(number), self.index.document(DocId(number)));
            for voice in own {
                let is_named = || self.speaker_number(doc, voice).and_then(|at| named.get(at));
                let mut is_called =
                    |span: Option<ByteSpan>| span.is_some_and(|span| passes(view.slice(span)));
                if is_named() == Some(&true) || is_called(voice.speaker) || is_called(voice.role) {
                    found.spans.push((doc, voice.span));
                }
            }
        }
        if found.spans.is_empty() {
            let asked = asked(test);
            let message = ["no one who speaks is called or described as “", &asked, "”"].concat();
            found.notes.push(note(&asked, message, Vec::new()));
        }
        found
    }

    /// Finds where someone or something of a kind is named, by any of its forms or its id.
    ///
    /// What is asked for is a whole form where there is one, with or without an article; else words of one.
    fn named_so(&self, kind: &str, test: &FieldTest) -> Mentions {
        let of_kind = |entity: &&Entity| entity.kind.word() == kind;
        let entities = || self.layers.names.entities.iter();
        let chosen = chosen(&mut entities().filter(of_kind), test);
        let mut found = Mentions::default();
        for entity in &chosen {
            let places = entity.mentions.iter();
            let places = places.map(|one| (DocId(one.document), one.span));
            found.spans.extend(places);
        }
        let asked = asked(test);
        if *test == FieldTest::Present && !chosen.is_empty() {
            return found;
        }
        if chosen.is_empty() {
            let others = NameKind::ALL
                .into_iter()
                .filter(|other| other.word() != kind);
            let mut suggestions = Vec::new();
            for other in others.filter(|other| *other != NameKind::Other) {
                let is_other = |entity: &&Entity| entity.kind == other;
                let found = self::chosen(&mut entities().filter(is_other), test);
                suggestions.extend(found.first().map(|entity| query_for(entity)));
            }
            let what = noun(kind);
            let message = ["no text names a ", what, " “", &asked, "”"].concat();
            found.notes.push(note(&asked, message, suggestions));
            return found;
        }
        let ambiguous = chosen.iter().copied().find(|entity| entity.is_ambiguous);
        let (says, bearers) = match (ambiguous, &chosen[..]) {
            (Some(entity), _) => {
                let candidates = entity.candidates.iter();
                let all = &self.layers.names.entities;
                let bearers = candidates.filter_map(|&at| all.get(at as usize)).collect();
                ("” alone may mean several", bearers)
            }
            (None, [only]) => {
                let others: Vec<&Entity> = entities()
                    .filter(|one| of_kind(one) && one.id != only.id)
                    .filter(|one| is_family_name(test, one))
                    .collect();
                if kind != NameKind::Person.word() || others.is_empty() {
                    return found;
                }
                let taken = ["“", &asked, "” is taken for “", only.preferred(), "”"];
                let mut message = taken.concat();
                message.push_str("; others of that name");
                return noted(found, asked, message, &others);
            }
            (None, _) => ("” is part of several names", chosen),
        };
        let message = ["“", &asked, says].concat();
        noted(found, asked, message, &bearers)
    }
}

/// Adds a note that lists bearers of a name, those of one spelling with what they are described as.
fn noted(mut found: Mentions, about: String, mut message: String, bearers: &[&Entity]) -> Mentions {
    let listed = &bearers[..bearers.len().min(MAX_LISTED)];
    for (at, entity) in listed.iter().enumerate() {
        message.push_str(if at == 0 { ": " } else { ", " });
        message.push_str(entity.preferred());
        let is_like = |one: &&Entity| one.preferred() == entity.preferred();
        if let (Some(role), 2..) = (
            &entity.role,
            listed.iter().filter(|one| is_like(one)).count(),
        ) {
            message.push_str(" (");
            message.push_str(&role.text);
            message.push(')');
        }
    }
    found.notes.push(Note {
        kind: NoteKind::Ambiguous,
        about,
        message,
        suggestions: listed.iter().map(|entity| query_for(entity)).collect(),
    });
    found
}

/// Tells whether a test asks for one word, the last of somebody's full name.
fn is_family_name(test: &FieldTest, entity: &Entity) -> bool {
    let name = folded(entity.preferred());
    let wanted = whole(test);
    match (wanted.as_deref(), name.rsplit_once(' ')) {
        (Some(wanted), Some((_, last))) => !wanted.contains(' ') && bare(last) == wanted,
        _ => false,
    }
}

/// Returns those of some entities that are asked for.
fn chosen<'e>(entities: &mut dyn Iterator<Item = &'e Entity>, test: &FieldTest) -> Vec<&'e Entity> {
    let wanted = whole(test);
    let mut passes = search::value_test(test);
    let (mut exact, mut partial) = (Vec::new(), Vec::new());
    for entity in entities {
        let texts = || entity.forms.iter().map(|form| form.text.as_str());
        // Forms that pass are few, and only they can be the whole.
        let passing: Vec<&str> = texts()
            .chain([entity.id.as_str()])
            .filter(|text| passes(text))
            .collect();
        let is_whole = |text: &&str| Some(bare(&folded(text))) == wanted.as_deref();
        if passing.iter().any(is_whole) {
            exact.push(entity);
        } else if !passing.is_empty() {
            partial.push(entity);
        }
    }
    if exact.is_empty() { partial } else { exact }
}

/// Returns the folded words of a test without an article; `None` where it has patterns.
fn whole(test: &FieldTest) -> Option<String> {
    let (FieldTest::Words(words) | FieldTest::Phrase(words)) = test else {
        return None;
    };
    let is_plain = words.iter().all(|word| word.form == WordForm::Plain);
    is_plain.then(|| bare(&folded(&asked(test))).to_owned())
}

fn bare(folded: &str) -> &str {
    let mut rests = ARTICLES.iter().map(|article| folded.strip_prefix(article));
    rests.find_map(|rest| rest).unwrap_or(folded)
}

/// Returns the words of a test as typed.
fn asked(test: &FieldTest) -> String {
    match test {
        FieldTest::Words(words) | FieldTest::Phrase(words) => {
            let words: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
            words.join(" ")
        }
        _ => "*".to_owned(),
    }
}

fn query_for(entity: &Entity) -> String {
    [entity.kind.word(), ":\"", entity.preferred(), "\""].concat()
}

fn noun(kind: &str) -> &str {
    match kind {
        "org" => "body",
        other => other,
    }
}

fn note(about: &str, message: String, suggestions: Vec<String>) -> Note {
    Note {
        kind: NoteKind::UnknownValue,
        about: about.to_owned(),
        message,
        suggestions,
    }
}

fn bound(bound: Option<DateBound>) -> Option<DayNumber> {
    let bound = bound?;
    DayNumber::of(bound.year, bound.month.into(), bound.day.into())
}

/// Returns the first and the last day of a date or interval.
fn days_of(edtf: Edtf) -> Option<(DayNumber, DayNumber)> {
    let (first, last) = ends_of(edtf.start)?;
    let last = match edtf.end {
        Some(end) => ends_of(end)?.1.max(last),
        None => last,
    };
    Some((first, last))
}

fn ends_of(point: Point) -> Option<(DayNumber, DayNumber)> {
    let year = i32::from(point.year);
    let month = u32::from(point.month);
    let of = |year: i32, month: u32| DayNumber::of(year, month, 1);
    // The last day is the one before the first of what follows.
    let (first, after) = match point.precision {
        Precision::Century => {
            let first = year / 100 * 100;
            (of(first, 1)?, of(first + 100, 1)?)
        }
        Precision::Decade => {
            let first = year / 10 * 10;
            (of(first, 1)?, of(first + 10, 1)?)
        }
        Precision::Year => (of(year, 1)?, of(year + 1, 1)?),
        // Winter begins with the December of its year.
        Precision::Month if month == 24 => (of(year, 12)?, of(year + 1, 3)?),
        Precision::Month if month > 20 => {
            let first = (month - 20) * 3;
            (of(year, first)?, of(year, first + 3)?)
        }
        Precision::Month if month == 12 => (of(year, 12)?, of(year + 1, 1)?),
        Precision::Month => (of(year, month)?, of(year, month + 1)?),
        Precision::Day | Precision::Minute => {
            let day = DayNumber::of(year, month, point.day.into())?;
            return Some((day, day));
        }
    };
    Some((first, DayNumber(after.0 - 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(precision: Precision, year: u16, month: u8, day: u8) -> [(i32, u32, u32); 2] {
        let point = Point {
            precision,
            year,
            month,
            day,
            minute: 0,
            is_approximate: false,
        };
        let (first, last) = days_of(point.into()).expect("a real date");
        [first.to_civil(), last.to_civil()]
    }

    #[test]
    fn a_date_covers_the_days_of_its_precision() {
        let day = range(Precision::Day, 2024, 12, 8);
        assert_eq!(day, [(2024, 12, 8), (2024, 12, 8)]);
        let month = range(Precision::Month, 2024, 2, 0);
        assert_eq!(month, [(2024, 2, 1), (2024, 2, 29)]);
        let december = range(Precision::Month, 2024, 12, 0);
        assert_eq!(december[1], (2024, 12, 31));
        let winter = range(Precision::Month, 2023, 24, 0);
        assert_eq!(winter, [(2023, 12, 1), (2024, 2, 29)]);
        let decade = range(Precision::Decade, 1980, 0, 0);
        assert_eq!(decade, [(1980, 1, 1), (1989, 12, 31)]);
    }
}
