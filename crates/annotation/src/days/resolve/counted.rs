//! Values that are counted from another day.

use super::anchors::{Day, minute_of_part};
use super::values::no_anchor;
use super::{Candidate, Resolver, Value};
use crate::days::calendar::{Edtf, Point, Precision, add_months};
use crate::days::grammar::{Base, Tense};
use crate::days::lexicon::{Part, Unit};
use crate::days::{Anchor, Confidence, Reason, calendar};

/// A day that is so many bytes before a comma is that of its clause.
const BESIDE: u32 = 110;

impl Resolver {
    pub(super) fn same(&self, candidate: &Candidate, unit: Unit) -> Value {
        if matches!(unit, Unit::Month | Unit::Year) {
            let Some((point, span, confidence)) = self.narrative.last(candidate.block) else {
                return Value::open(Reason::NoAnchor);
            };
            let point = match unit {
                Unit::Month if point.precision >= Precision::Month => {
                    Point::month(point.year, point.month)
                }
                Unit::Month => return Value::open(Reason::NoAnchor),
                _ => Point::year(point.year),
            };
            return Value::counted(point, Anchor::Text(span), confidence);
        }
        // "He’d gone that morning," she said of the day that is told.
        let told = || {
            let day = self.narrative.day_around(candidate.block)?;
            (unit == Unit::Day && self.today() != Some(day.number))
                .then_some((day, Confidence::Low))
        };
        let Some((day, confidence)) = self.narrative.day(candidate).or_else(told) else {
            return Value::open(no_anchor(candidate));
        };
        match unit {
            Unit::Day | Unit::Night => self.same_day(candidate, day, confidence),
            Unit::Week => week(day.number, Anchor::Text(day.span)),
            Unit::Weekend => weekend(day.number, Anchor::Text(day.span)),
            _ => Value::open(Reason::Open),
        }
    }

    /// "That night" after 2 a.m. is still the night before, and "that evening he had been in his office" the
    /// evening before the morning that is told.
    fn same_day(&self, candidate: &Candidate, day: Day, confidence: Confidence) -> Value {
        let number = day.number;
        let part = candidate.expression.part;
        let is_night = part == Some(Part::Night) && self.narrative.is_past_midnight(number);
        let is_had = candidate.expression.clause.tense == Tense::Pluperfect
            && part.is_some_and(|part| {
                let minute = self.narrative.minute_of(number);
                minute.is_some_and(|minute| minute < minute_of_part(part))
            });
        let before = self.narrative.day_before_last();
        let before =
            before.filter(|before| before.number < number && before.block + 1 >= day.block);
        if is_had && let Some(before) = before {
            return counted_day(before.number, Anchor::Text(before.span), Confidence::Low);
        }
        counted_day(
            number - i32::from(is_night),
            Anchor::Text(day.span),
            confidence,
        )
    }

    /// "later in the day": of the day named last, be it that on which somebody spoke.
    pub(super) fn within(&self, candidate: &Candidate, unit: Unit) -> Value {
        match self.narrative.last(candidate.block) {
            Some((point, span, Confidence::High)) if unit == Unit::Day && point.has_day() => {
                counted_day(point.number(), Anchor::Text(span), Confidence::Medium)
            }
            _ => self.same(candidate, unit),
        }
    }

    /// What lies ahead counts from the day of writing, and what is past from the story.
    pub(super) fn lone(&self, candidate: &Candidate, unit: Unit) -> Value {
        let is_ahead = candidate.expression.is_ahead();
        if unit != Unit::Weekend {
            let is_told = candidate.expression.clause.tense != Tense::Unknown;
            return if is_ahead || self.is_news && !is_told {
                self.deictic(candidate, unit, 0)
            } else {
                self.same(candidate, unit)
            };
        }
        let is_weekend = self
            .spoken_on
            .is_some_and(|(day, _)| day.has_day() && calendar::weekday(day.number()) >= 5);
        self.deictic(candidate, unit, if is_ahead || is_weekend { 0 } else { -1 })
    }

    pub(super) fn adjacent(&self, candidate: &Candidate, unit: Unit, by: i8) -> Value {
        let by = i32::from(by);
        if matches!(unit, Unit::Month | Unit::Year | Unit::Decade) {
            let n = u16::try_from(by.abs()).unwrap_or(1);
            return self.counted_from_last(candidate, n, unit, by);
        }
        let Some((day, confidence)) = self.narrative.day(candidate) else {
            return Value::open(no_anchor(candidate));
        };
        let anchor = Anchor::Text(day.span);
        // After midnight, the next morning is that of the same day.
        let is_after_midnight = by == 1
            && candidate.expression.part == Some(Part::Morning)
            && self
                .narrative
                .minute_of(day.number)
                .is_some_and(|minute| minute < 4 * 60);
        // The day after a night is the one that began at its midnight.
        let is_same_night = by == 1
            && matches!(unit, Unit::Day | Unit::Night)
            && self.narrative.is_past_midnight(day.number);
        let by = if is_after_midnight || is_same_night {
            0
        } else {
            by
        };
        // What has happened does not lie after the document: it goes on with the last look back.
        let is_to_come = by > 0 && self.today().is_some_and(|today| day.number + by > today);
        let look_back = self.narrative.look_back(candidate.block);
        let (day, anchor, confidence) =
            match look_back.filter(|_| is_to_come && !candidate.expression.is_ahead()) {
                Some((day, confidence)) => (day, Anchor::Text(day.span), confidence),
                None => (day, anchor, confidence),
            };
        match unit {
            Unit::Day | Unit::Night => counted_day(day.number + by, anchor, confidence),
            Unit::Week => week(day.number + 7 * by, anchor),
            Unit::Weekend => weekend(day.number + 7 * by.min(0), anchor),
            _ => Value::open(Reason::Open),
        }
    }

    pub(super) fn adjacent_month(
        &self,
        candidate: &Candidate,
        month: u8,
        by: i8,
        is_now: bool,
    ) -> Value {
        let base = if is_now {
            if candidate.is_quoted && self.spoken_on.is_none() {
                return Value::open(Reason::Quoted);
            }
            let confidence = self.document_confidence();
            self.spoken_on
                .map(|(point, anchor)| (point, anchor, confidence))
        } else {
            let last = self.narrative.last(candidate.block);
            last.map(|(point, span, confidence)| (point, Anchor::Text(span), confidence))
        };
        let Some((point, anchor, confidence)) = base else {
            return Value::open(if is_now {
                Reason::NoDocumentDate
            } else {
                Reason::NoAnchor
            });
        };
        // Seasons are compared by their first month.
        let rank = |month: u8| if month > 12 { (month - 20) * 3 } else { month };
        let is_past_in_year =
            point.precision >= Precision::Month && rank(month) < rank(point.month);
        let year = i32::from(point.year)
            + match by {
                -1 if is_past_in_year => 0,
                -1 => -1,
                1 if point.precision >= Precision::Month && rank(month) > rank(point.month) => 0,
                1 => 1,
                _ => 0,
            };
        match u16::try_from(year) {
            Ok(year) if year <= 9999 => {
                Value::counted(Point::month(year, month), anchor, confidence)
            }
            _ => Value::open(Reason::NoSuchDay),
        }
    }

    pub(super) fn document_confidence(&self) -> Confidence {
        if self.is_dated_exactly {
            Confidence::High
        } else {
            Confidence::Low
        }
    }

    pub(super) fn deictic(&self, candidate: &Candidate, unit: Unit, by: i8) -> Value {
        let Some((document, anchor)) = self.spoken_on else {
            return Value::open(no_document_date(candidate));
        };
        let confidence = if candidate.is_quoted {
            Confidence::Low
        } else {
            self.document_confidence()
        };
        match unit {
            Unit::Year => {
                let year = i32::from(document.year) + i32::from(by);
                let year = u16::try_from(year)
                    .ok()
                    .filter(|year| *year <= 9999)
                    .unwrap_or(document.year);
                return Value::counted(Point::year(year), anchor, confidence);
            }
            Unit::Month if document.precision >= Precision::Month => {
                let moved = add_months(document, by.into()).unwrap_or(document);
                return Value::counted(Point::month(moved.year, moved.month), anchor, confidence);
            }
            _ => {}
        }
        if !document.has_day() || !self.is_dated_exactly {
            return Value::open(Reason::NoDocumentDate);
        }
        let number = document.number() + i32::from(by);
        match unit {
            Unit::Day | Unit::Night => counted_day(number, anchor, confidence),
            Unit::Week => week(document.number() + 7 * i32::from(by), anchor),
            Unit::Weekend => weekend(document.number() + 7 * i32::from(by.min(0)), anchor),
            _ => Value::open(Reason::Open),
        }
    }

    pub(super) fn offset(
        &self,
        candidate: &Candidate,
        n: Option<u16>,
        unit: Unit,
        sign: i8,
        base: Base,
    ) -> Value {
        let Some(n) = n else {
            return Value::open(Reason::Open);
        };
        let by = i32::from(sign);
        match base {
            Base::Now => {
                let Some((document, anchor)) = self.spoken_on else {
                    return Value::open(no_document_date(candidate));
                };
                moved(document, n, unit, by, anchor, self.document_confidence())
            }
            Base::Event | Base::Clause => {
                let last = self.narrative.last(candidate.block);
                // "He resigned on Friday over the letters, three days after a paper printed them": the same day once
                // more.
                if let Some((point, span, confidence)) = last
                    && candidate.follows_comma
                    && confidence == Confidence::High
                    && candidate.span.start.saturating_sub(span.end) <= BESIDE
                {
                    return Value::counted(point, Anchor::Text(span), Confidence::High);
                }
                if candidate.is_quoted {
                    return Value::open(Reason::Quoted);
                }
                let value = self.counted_from_day(candidate, n, unit, by);
                let is_known = base == Base::Event
                    && value.edtf.is_some()
                    && self.narrative.is_near(candidate.block)
                    && !self.is_after_document(&value);
                if !is_known {
                    return Value::open(Reason::Event);
                }
                Value {
                    confidence: Confidence::Low,
                    ..value
                }
            }
            Base::Narrative => self.counted_from_day(candidate, n, unit, by),
        }
    }

    /// What happened cannot lie after the day on which it was written down.
    fn is_after_document(&self, value: &Value) -> bool {
        match (self.landmarks.document, value.edtf) {
            (Some(document), Some(edtf)) => {
                document.has_day() && edtf.start.number() > document.number()
            }
            _ => false,
        }
    }

    /// Days and weeks count from a day, longer units from whatever was named last.
    fn counted_from_day(&self, candidate: &Candidate, n: u16, unit: Unit, by: i32) -> Value {
        if matches!(
            unit,
            Unit::Month | Unit::Year | Unit::Decade | Unit::Century
        ) {
            return self.counted_from_last(candidate, n, unit, by);
        }
        let Some((day, confidence)) = self.narrative.day(candidate) else {
            return Value::open(no_anchor(candidate));
        };
        let anchor = Anchor::Text(day.span);
        let Some(mut point) = Point::day(day.number) else {
            return Value::open(Reason::NoSuchDay);
        };
        if let Some(minute) = self.narrative.last_minute().filter(|_| unit < Unit::Day) {
            point = point.at(minute);
        }
        let value = moved(point, n, unit, by, anchor, confidence);
        match self.narrative.look_back(candidate.block) {
            Some((day, confidence))
                if by > 0 && !candidate.expression.is_ahead() && self.is_after_document(&value) =>
            {
                Point::day(day.number).map_or(value, |point| {
                    moved(point, n, unit, by, Anchor::Text(day.span), confidence)
                })
            }
            _ => value,
        }
    }

    fn counted_from_last(&self, candidate: &Candidate, n: u16, unit: Unit, by: i32) -> Value {
        if candidate.is_quoted {
            return Value::open(Reason::Quoted);
        }
        let Some((point, span, confidence)) = self.narrative.last_of_story(candidate.block) else {
            return Value::open(Reason::NoAnchor);
        };
        moved(point, n, unit, by, Anchor::Text(span), confidence)
    }
}

fn no_document_date(candidate: &Candidate) -> Reason {
    if candidate.is_quoted {
        Reason::Quoted
    } else {
        Reason::NoDocumentDate
    }
}

pub(super) fn counted_day(number: i32, anchor: Anchor, confidence: Confidence) -> Value {
    Point::day(number).map_or(Value::open(Reason::NoSuchDay), |point| {
        Value::counted(point, anchor, confidence)
    })
}

/// Monday to Sunday.
pub(super) fn week(number: i32, anchor: Anchor) -> Value {
    days_from(number - i32::from(calendar::weekday(number)), 6, anchor)
}

/// Saturday and Sunday of a week.
fn weekend(number: i32, anchor: Anchor) -> Value {
    days_from(number - i32::from(calendar::weekday(number)) + 5, 1, anchor)
}

fn days_from(first: i32, n_more: i32, anchor: Anchor) -> Value {
    match (Point::day(first), Point::day(first + n_more)) {
        (Some(start), Some(end)) => Value::counted(
            Edtf {
                start,
                end: Some(end),
            },
            anchor,
            Confidence::Medium,
        ),
        _ => Value::open(Reason::NoSuchDay),
    }
}

/// Moves a point by units; the result is no more exact than the unit.
fn moved(
    point: Point,
    n: u16,
    unit: Unit,
    by: i32,
    anchor: Anchor,
    confidence: Confidence,
) -> Value {
    let n = i32::from(n) * by;
    let days = match unit {
        Unit::Minute | Unit::Hour => {
            if point.precision != Precision::Minute {
                return Value::open(Reason::NoAnchor);
            }
            let minutes = i32::from(point.minute) + if unit == Unit::Hour { n * 60 } else { n };
            let number = point.number() + minutes.div_euclid(1440);
            let minute = minutes.rem_euclid(1440) as u16;
            return Point::day(number).map_or(Value::open(Reason::NoSuchDay), |day| {
                Value::counted(day.at(minute), anchor, confidence)
            });
        }
        Unit::Day | Unit::Night => Some(n),
        Unit::Week | Unit::Weekend => Some(7 * n),
        Unit::Fortnight => Some(14 * n),
        _ => None,
    };
    if let Some(days) = days {
        if !point.has_day() {
            return Value::open(Reason::NoAnchor);
        }
        return counted_day(point.number() + days, anchor, confidence);
    }
    if unit == Unit::Month {
        if point.precision < Precision::Month {
            return Value::open(Reason::NoAnchor);
        }
        return add_months(point, n).map_or(Value::open(Reason::NoSuchDay), |moved| {
            Value::counted(Point::month(moved.year, moved.month), anchor, confidence)
        });
    }
    let years = match unit {
        Unit::Decade => n * 10,
        Unit::Century => n * 100,
        _ => n,
    };
    let year = u16::try_from(i32::from(point.year) + years);
    match year {
        Ok(year) if year <= 9999 && point.precision >= Precision::Year => {
            let is_approximate = unit != Unit::Year || point.is_approximate;
            let moved = Point {
                is_approximate,
                ..Point::year(year)
            };
            Value::counted(moved, anchor, confidence)
        }
        _ => Value::open(Reason::NoSuchDay),
    }
}
