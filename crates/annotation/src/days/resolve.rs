//! Expressions to mentions: what each counts from, in the order of the narrative.

mod anchors;
mod counted;
mod values;

use super::calendar::{Edtf, Point, Precision};
use super::grammar::{Calendar, Expression, Meaning};
use super::lexicon::Unit;
use super::years::{Landmark, Landmarks};
use super::{Anchor, Confidence, DayKind, DayMention, Reason, calendar};
use analysis::Language;
use anchors::Narrative;
use corpus::{ByteSpan, Document};

/// An expression in its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    /// Bytes of the document.
    pub(super) span: ByteSpan,
    pub(super) block: u32,
    pub(super) is_quoted: bool,
    /// Set off from what stands before it.
    pub(super) follows_comma: bool,
    /// It opens its block.
    pub(super) is_first: bool,
    pub(super) expression: Expression,
}

/// What was made of one expression.
#[derive(Debug, Clone, Copy)]
struct Value {
    edtf: Option<Edtf>,
    anchor: Option<Anchor>,
    reason: Option<Reason>,
    confidence: Confidence,
}

impl Value {
    fn written(edtf: impl Into<Edtf>) -> Self {
        Self {
            edtf: Some(edtf.into()),
            anchor: None,
            reason: None,
            confidence: Confidence::High,
        }
    }

    fn counted(edtf: impl Into<Edtf>, anchor: Anchor, confidence: Confidence) -> Self {
        Self {
            anchor: Some(anchor),
            confidence,
            ..Self::written(edtf)
        }
    }

    fn open(reason: Reason) -> Self {
        Self {
            edtf: None,
            anchor: None,
            reason: Some(reason),
            confidence: Confidence::Low,
        }
    }
}

/// Resolves expressions in the order of the text.
pub(super) fn resolve(
    document: &Document,
    language: Language,
    candidates: &[Candidate],
    title: &[Meaning],
) -> Vec<DayMention> {
    let mut resolver = Resolver {
        landmarks: landmarks(document, candidates, title),
        is_day_first: day_order(candidates, language),
        narrative: Narrative::default(),
        is_dated_exactly: document.date.is_some(),
        is_news: false,
        last_said: None,
        spoken_on: None,
    };
    candidates
        .iter()
        .zip(0..)
        .map(|(candidate, place)| {
            resolver.spoken_on = resolver.day_of_speech(candidate, &candidates[place..]);
            let value = resolver.resolve(candidate);
            resolver.note(candidate, &value);
            resolver
                .narrative
                .advance(candidate, &value, resolver.today());
            DayMention {
                span: candidate.span,
                kind: kind_of(&candidate.expression),
                edtf: value.edtf,
                anchor: value.anchor,
                reason: value.reason,
                rule: candidate.expression.rule,
                confidence: value.confidence,
                block: candidate.block,
                sentence: candidate.span,
            }
        })
        .collect()
}

fn kind_of(expression: &Expression) -> DayKind {
    match expression.meaning {
        Meaning::Date(Calendar {
            year: Some(_),
            month: Some(1..=12),
            day: Some(_),
            ..
        })
        | Meaning::Numeric { .. } => DayKind::Absolute,
        Meaning::Date(_) | Meaning::Decade(_) | Meaning::ShortDecade(_) | Meaning::Century(_) => {
            DayKind::Partial
        }
        Meaning::Range(..) => DayKind::Range,
        Meaning::Clock => DayKind::Time,
        _ => DayKind::Relative,
    }
}

/// Collects what is written with its year, and the document's own date.
fn landmarks(document: &Document, candidates: &[Candidate], title: &[Meaning]) -> Landmarks {
    let mut landmarks = Landmarks {
        document: document_date(document),
        ..Landmarks::default()
    };
    for candidate in candidates {
        let points = written_points(candidate.expression.meaning);
        for point in points.into_iter().flatten() {
            landmarks.in_text.push(Landmark {
                point,
                span: candidate.span,
                block: candidate.block,
                opens_block: candidate.is_first,
            });
        }
    }
    for meaning in title {
        landmarks
            .in_title
            .extend(written_points(*meaning).into_iter().flatten());
    }
    landmarks
}

/// The points that are written with their year, at most two.
fn written_points(meaning: Meaning) -> [Option<Point>; 2] {
    match meaning {
        Meaning::Date(calendar) => [point_of(calendar), None],
        Meaning::Range(from, to) => [point_of(from), point_of(to)],
        _ => [None, None],
    }
}

/// The document's date; without one, the month in its address or the day on which it was kept.
fn document_date(document: &Document) -> Option<Point> {
    if let Some(date) = &document.date {
        return calendar::read(date);
    }
    let first = |name: &str| {
        let field = document.fields.iter().find(|field| field.name == name)?;
        field.values.first()
    };
    let in_address = |address: &String| {
        let parts: Vec<&str> = address.split('/').collect();
        parts.windows(2).find_map(|pair| {
            let is_date = pair[0].len() == 4 && pair[1].len() == 2;
            let year = pair[0]
                .parse()
                .ok()
                .filter(|year| (1990..=2099).contains(year))?;
            let month = pair[1]
                .parse()
                .ok()
                .filter(|month| (1..=12).contains(month))?;
            is_date.then(|| Point::month(year, month))
        })
    };
    let from_address = first("url")
        .or_else(|| first("source"))
        .and_then(in_address);
    from_address.or_else(|| {
        let names = ["clipped", "accessed", "retrieved"];
        names.iter().find_map(|name| calendar::read(first(name)?))
    })
}

/// Whether numeric dates of this document put the day first, where one of them shows it or the
/// language decides.
fn day_order(candidates: &[Candidate], language: Language) -> Option<bool> {
    let (mut is_day_first, mut is_month_first) = (false, false);
    for candidate in candidates {
        if let Meaning::Numeric { first, second, .. } = candidate.expression.meaning {
            is_day_first |= first > 12;
            is_month_first |= second > 12;
        }
    }
    match (is_day_first, is_month_first) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => (language != Language::English && language != Language::Other).then_some(true),
    }
}

fn point_of(calendar: Calendar) -> Option<Point> {
    let year = calendar.year.filter(|year| *year <= 9999)?;
    if let (Some(nth), Some(weekday), Some(month)) =
        (calendar.nth, calendar.weekday, calendar.month)
    {
        return calendar::nth_weekday(year, month, weekday, nth);
    }
    match (calendar.month, calendar.day) {
        (Some(month), Some(day)) => (day <= calendar::month_length(Some(year), month))
            .then(|| Point::day(calendar::number(year.into(), month, day)))?,
        (Some(month), None) => Some(Point::month(year, month)),
        _ => Some(Point::year(year)),
    }
}

struct Resolver {
    landmarks: Landmarks,
    is_day_first: Option<bool>,
    narrative: Narrative,
    /// The document has a date of its own, not one inferred from its address.
    is_dated_exactly: bool,
    /// A weekday, or "yesterday", was one of the document's own week.
    is_news: bool,
    /// The last day of that week on which something was said.
    last_said: Option<(Point, ByteSpan)>,
    /// The day on which the words of the expression at hand were written, or spoken where they are quoted.
    spoken_on: Option<(Point, Anchor)>,
}

/// So many expressions after quoted words are asked for the day on which they were spoken.
const NEAR: usize = 8;

impl Resolver {
    /// Takes note of days of the document's own week.
    fn note(&mut self, candidate: &Candidate, value: &Value) {
        if candidate.is_quoted || value.anchor != Some(Anchor::DocumentDate) {
            return;
        }
        let is_of_week = match candidate.expression.meaning {
            Meaning::Weekday { .. } => true,
            // "today" may be nowadays.
            Meaning::Deictic { unit, by } => {
                unit == Unit::Day && (by != 0 || candidate.expression.part.is_some())
            }
            _ => false,
        };
        self.is_news |= is_of_week;
        let point = value.edtf.map(|edtf| edtf.start);
        let is_last = matches!(
            candidate.expression.meaning,
            Meaning::Weekday { by, .. } if by != 0
        );
        if is_of_week && !is_last && candidate.expression.clause.is_said {
            self.last_said = point.map(|point| (point, candidate.span));
        }
    }

    /// The number of the document's day.
    fn today(&self) -> Option<i32> {
        let document = self.landmarks.document.filter(|point| point.has_day());
        document.map(Point::number)
    }

    /// When the words at hand were written. Quoted ones were spoken on the day that their paragraph names for
    /// it, else on the last one that a report names, else on the day of the report; of others it is not known.
    fn day_of_speech(&self, candidate: &Candidate, rest: &[Candidate]) -> Option<(Point, Anchor)> {
        let written = self.landmarks.document;
        let written = written.map(|point| (point, Anchor::DocumentDate));
        if !candidate.is_quoted {
            return written;
        }
        let after = rest
            .iter()
            .take(NEAR)
            .take_while(|other| other.block == candidate.block)
            .find(|other| !other.is_quoted)
            .filter(|other| {
                other.expression.clause.is_said
                    || other.expression.meaning == Meaning::Same(Unit::Day)
            });
        let said = after.and_then(|other| match other.expression.meaning {
            Meaning::Weekday { weekday, by: 0 } => {
                let value = self.weekday(other, weekday, 0);
                let is_own = value.anchor == Some(Anchor::DocumentDate);
                is_own.then_some((value.edtf?.start, other.span))
            }
            // "Tonight everything changed," he said as he left that night.
            Meaning::Same(Unit::Day) => {
                let value = self.same(other, Unit::Day);
                Some((value.edtf?.start, other.span))
            }
            _ => None,
        });
        match said.or(self.last_said) {
            Some((point, span)) => Some((point, Anchor::Text(span))),
            None => written.filter(|_| self.is_news),
        }
    }

    fn resolve(&mut self, candidate: &Candidate) -> Value {
        self.narrative.enter(candidate.block);
        let expression = &candidate.expression;
        let mut value = self.value(candidate);
        if let Some(edtf) = &mut value.edtf
            && expression.is_approximate
            && edtf.end.is_none()
        {
            edtf.start.is_approximate = true;
        }
        let Some(clock) = expression.clock else {
            return value;
        };
        match self.at_clock(candidate, value, clock) {
            Ok(value) => value,
            Err(reason) => Value::open(reason),
        }
    }

    /// A day or more that an expression names, without its clock.
    fn value(&self, candidate: &Candidate) -> Value {
        match candidate.expression.meaning {
            Meaning::Date(calendar) => self.date(candidate, calendar),
            Meaning::Numeric {
                first,
                second,
                year,
                is_day_first,
            } => self.numeric(first, second, year, is_day_first),
            Meaning::Decade(year) => Value::written(Point {
                precision: Precision::Decade,
                ..Point::year(year)
            }),
            Meaning::ShortDecade(decade) => {
                // The century of the last decade or year that was named, else the last one.
                let century = self
                    .narrative
                    .last_year()
                    .map_or(1900, |year| year / 100 * 100);
                let century = if century == 2000 && decade > 20 {
                    1900
                } else {
                    century
                };
                let point = Point::year(century + u16::from(decade));
                Value {
                    confidence: Confidence::Medium,
                    ..Value::written(Point {
                        precision: Precision::Decade,
                        ..point
                    })
                }
            }
            Meaning::Century(century) => Value::written(Point {
                precision: Precision::Century,
                ..Point::year((u16::from(century).max(1) - 1) * 100)
            }),
            Meaning::Range(from, to) => self.range(candidate, from, to),
            Meaning::Weekday { weekday, by } => self.weekday(candidate, weekday, by),
            Meaning::Same(unit) => self.same(candidate, unit),
            Meaning::Within(unit) => self.within(candidate, unit),
            Meaning::Lone(unit) => self.lone(candidate, unit),
            Meaning::Adjacent { unit, by } => self.adjacent(candidate, unit, by),
            Meaning::AdjacentMonth { month, by, is_now } => {
                self.adjacent_month(candidate, month, by, is_now)
            }
            Meaning::Deictic { unit, by } => self.deictic(candidate, unit, by),
            Meaning::Offset {
                n,
                unit,
                sign,
                base,
            } => self.offset(candidate, n, unit, sign, base),
            Meaning::Vague => Value::open(Reason::Open),
            Meaning::Clock => self.day_of_clock(candidate),
        }
    }
}
