//! The value of each kind of expression.

use super::{Candidate, Resolver, Value, point_of};
use crate::days::calendar::{self, Edtf, Point, Precision, add_months, month_length};
use crate::days::grammar::{Base, Calendar, Clock, Meaning};
use crate::days::lexicon::{Part, Unit};
use crate::days::{Anchor, Confidence, Reason, Rule};

impl Resolver {
    pub(super) fn date(&self, candidate: &Candidate, mut date: Calendar) -> Value {
        if date.month.is_none() && date.day.is_some() {
            return self.day_of_month(candidate, date.day.unwrap_or(1));
        }
        if let Some(by) = date.year_of_story {
            let Some((point, span, confidence)) = self.narrative.last(candidate.block) else {
                return Value::open(Reason::NoYear);
            };
            date.year = point.year.checked_add_signed(by.into());
            return match point_of(date) {
                Some(point) => Value::counted(point, Anchor::Text(span), confidence),
                None => Value::open(Reason::NoSuchDay),
            };
        }
        if let (Some(by), Some(document)) = (date.year_by, self.landmarks.document) {
            date.year = u16::try_from(i32::from(document.year) + i32::from(by)).ok();
            return match point_of(date) {
                Some(point) => {
                    Value::counted(point, Anchor::DocumentDate, self.document_confidence())
                }
                None => Value::open(Reason::NoSuchDay),
            };
        }
        if date.year_by.is_some() {
            return Value::open(Reason::NoDocumentDate);
        }
        if date.year.is_some() {
            let Some(point) = point_of(date) else {
                return Value::open(Reason::NoSuchDay);
            };
            let mut value = Value::written(point);
            let is_other = date
                .weekday
                .is_some_and(|weekday| calendar::weekday(point.number()) != weekday);
            if is_other {
                value.confidence = Confidence::Low;
            }
            return value;
        }
        // The day that gave its name to the attacks of 2001.
        if candidate.expression.rule == Rule::NamedDay
            && (date.month, date.day) == (Some(9), Some(11))
        {
            let point = Point::day(calendar::number(2001, 9, 11));
            return point.map_or(Value::open(Reason::NoYear), |point| Value {
                confidence: Confidence::Medium,
                ..Value::written(point)
            });
        }
        let is_ahead = candidate.expression.is_ahead;
        let story = self.narrative.landmark();
        let chosen = self
            .landmarks
            .choose(date, candidate.span, candidate.block, is_ahead, story);
        let Some((year, anchor, confidence)) = chosen else {
            return Value::open(Reason::NoYear);
        };
        date.year = Some(year);
        match point_of(date) {
            Some(point) => Value::counted(point, anchor, confidence),
            None => Value::open(Reason::NoSuchDay),
        }
    }

    /// "the 27th": in the month that brings it nearest to the day or month named before.
    fn day_of_month(&self, candidate: &Candidate, day: u8) -> Value {
        let last = self.narrative.last(candidate.block);
        let last =
            last.filter(|(point, ..)| point.precision >= Precision::Month && point.month <= 12);
        // A year in passing does not hide the day that the story has reached.
        let story = || {
            let (day, confidence) = self.narrative.day_of_story(candidate.block)?;
            Some((Point::day(day.number)?, day.span, confidence))
        };
        let last = last.or_else(story);
        let (base, anchor, confidence) = match (
            last,
            self.landmarks.in_title.last(),
            self.landmarks.document,
        ) {
            (Some((point, span, confidence)), ..) => (point, Anchor::Text(span), confidence),
            (None, Some(point), _) if point.precision >= Precision::Month => {
                (*point, Anchor::Title, Confidence::Medium)
            }
            (_, _, Some(point)) if point.has_day() => {
                (point, Anchor::DocumentDate, Confidence::Medium)
            }
            _ => return Value::open(Reason::NoAnchor),
        };
        let months: &[i32] = if base.has_day() { &[0, 1, -1] } else { &[0] };
        let mut best: Option<(i32, Point)> = None;
        for &months in months {
            let Some(month) = add_months(Point { day: 1, ..base }, months) else {
                continue;
            };
            if day > month_length(Some(month.year), month.month) || day == 0 {
                continue;
            }
            let number = calendar::number(month.year.into(), month.month, day);
            let distance = number - base.number();
            // A report looks back, unless it says that it looks ahead.
            let is_future =
                anchor == Anchor::DocumentDate && distance > 0 && !candidate.expression.is_ahead;
            let cost = distance.abs() + if is_future { 100 } else { 0 };
            if let Some(point) = Point::day(number)
                && best.is_none_or(|(least, _)| cost < least)
            {
                best = Some((cost, point));
            }
        }
        best.map_or(Value::open(Reason::NoSuchDay), |(_, point)| {
            Value::counted(point, anchor, confidence)
        })
    }

    pub(super) fn numeric(&self, first: u8, second: u8, year: u16, is_dotted: bool) -> Value {
        let date = |day, month| {
            (1..=12).contains(&month).then_some(())?;
            point_of(Calendar {
                year: Some(year),
                month: Some(month),
                day: Some(day),
                ..Calendar::default()
            })
        };
        let (by_day, by_month) = (date(first, second), date(second, first));
        match (by_day, by_month) {
            (Some(point), None) | (None, Some(point)) => Value::written(point),
            (Some(a), Some(b)) if a == b => Value::written(a),
            (Some(a), Some(b)) => {
                let is_day_first = if is_dotted {
                    Some(true)
                } else {
                    self.is_day_first
                };
                match is_day_first {
                    Some(is_day_first) => Value {
                        confidence: Confidence::Medium,
                        ..Value::written(if is_day_first { a } else { b })
                    },
                    None => Value::open(Reason::Ambiguous),
                }
            }
            (None, None) => Value::open(Reason::NoSuchDay),
        }
    }

    pub(super) fn range(&self, candidate: &Candidate, from: Calendar, to: Calendar) -> Value {
        let last = self.date(candidate, to);
        let Some(end) = last.edtf.map(|edtf| edtf.start) else {
            return last;
        };
        let mut from = from;
        if from.year.is_none() {
            let starts_later = (from.month, from.day) > (Some(end.month), Some(end.day));
            from.year = end
                .year
                .checked_sub(u16::from(starts_later && end.has_day()));
        }
        match point_of(from) {
            Some(start) if start.number() <= end.number() => Value {
                edtf: Some(Edtf {
                    start,
                    end: Some(end),
                }),
                ..last
            },
            _ => Value::open(Reason::NoSuchDay),
        }
    }

    pub(super) fn weekday(&self, candidate: &Candidate, weekday: u8, by: i8) -> Value {
        let document = self.landmarks.document.filter(|point| point.has_day());
        let story = self.narrative.day_of_story(candidate.block);
        if by == 4 {
            // "On 7 May, a Friday": the day just named; "on a Friday": the text does not say which.
            return match story {
                Some((day, confidence))
                    if day.block == candidate.block && calendar::weekday(day.number) == weekday =>
                {
                    counted_day(day.number, Anchor::Text(day.span), confidence)
                }
                _ => Value::open(Reason::Open),
            };
        }
        // What is told long after it happened counts from its own days, news from the day of writing.
        // Once a text has said "on Thursday" of its own week, it goes on so, but for days of one paragraph.
        let story = story.filter(|(day, _)| {
            by != 0 || !self.is_news || day.block == candidate.block || document.is_none()
        });
        let is_told = by.abs() == 2
            || by == 0
                && story.is_some_and(|(day, _)| {
                    document.is_none_or(|document| document.number() - day.number > 10)
                })
                && !(candidate.expression.is_ahead && document.is_some());
        if is_told {
            let Some((day, confidence)) = story else {
                return Value::open(Reason::NoAnchor);
            };
            let ahead = i32::from((weekday + 7 - calendar::weekday(day.number)) % 7);
            let number = match by {
                2 if ahead == 0 => day.number + 7,
                -2 => day.number + ahead - 7,
                _ => day.number + ahead,
            };
            return counted_day(
                number,
                Anchor::Text(day.span),
                confidence.max(Confidence::Medium),
            );
        }
        let Some(document) = document else {
            return Value::open(Reason::NoDocumentDate);
        };
        let now = document.number();
        let ago = i32::from((calendar::weekday(now) + 7 - weekday) % 7);
        let number = match by {
            1 => now - ago + 7,
            3 => now + (7 - ago) % 7,
            -1 if ago == 0 => now - 7,
            0 if candidate.expression.is_ahead && ago > 0 => now - ago + 7,
            _ => now - ago,
        };
        let confidence = if by == 1 || candidate.expression.is_ahead {
            Confidence::Medium
        } else {
            Confidence::High
        };
        counted_day(number, Anchor::DocumentDate, confidence)
    }

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
        let Some((day, confidence)) = self.narrative.day(candidate) else {
            return Value::open(no_anchor(candidate));
        };
        match unit {
            Unit::Day | Unit::Night => counted_day(day.number, Anchor::Text(day.span), confidence),
            Unit::Week => week(day.number, Anchor::Text(day.span)),
            Unit::Weekend => weekend(day.number, Anchor::Text(day.span)),
            _ => Value::open(Reason::Open),
        }
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
        let by = if is_after_midnight { 0 } else { by };
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
            if candidate.is_quoted {
                return Value::open(Reason::Quoted);
            }
            let confidence = self.document_confidence();
            self.landmarks
                .document
                .map(|point| (point, Anchor::DocumentDate, confidence))
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

    fn document_confidence(&self) -> Confidence {
        if self.is_dated_exactly {
            Confidence::High
        } else {
            Confidence::Low
        }
    }

    pub(super) fn deictic(&self, candidate: &Candidate, unit: Unit, by: i8) -> Value {
        if candidate.is_quoted {
            return Value::open(Reason::Quoted);
        }
        let Some(document) = self.landmarks.document else {
            return Value::open(Reason::NoDocumentDate);
        };
        let (anchor, confidence) = (Anchor::DocumentDate, self.document_confidence());
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
                if candidate.is_quoted {
                    return Value::open(Reason::Quoted);
                }
                let Some(document) = self.landmarks.document else {
                    return Value::open(Reason::NoDocumentDate);
                };
                moved(
                    document,
                    n,
                    unit,
                    by,
                    Anchor::DocumentDate,
                    self.document_confidence(),
                )
            }
            Base::Event | Base::Clause => {
                let last = self.narrative.last(candidate.block);
                // "On 30 November, three days after the attack": the same day once more.
                if let Some((point, span, _)) = last
                    && candidate.follows_comma
                    && candidate.span.start.saturating_sub(span.end) <= 12
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
        moved(point, n, unit, by, anchor, confidence)
    }

    fn counted_from_last(&self, candidate: &Candidate, n: u16, unit: Unit, by: i32) -> Value {
        if candidate.is_quoted {
            return Value::open(Reason::Quoted);
        }
        let Some((point, span, confidence)) = self.narrative.last(candidate.block) else {
            return Value::open(Reason::NoAnchor);
        };
        moved(point, n, unit, by, Anchor::Text(span), confidence)
    }

    /// The day on which a clock time falls that names none.
    pub(super) fn day_of_clock(&self, candidate: &Candidate) -> Value {
        if let Some((day, confidence)) = self.narrative.day_of_story(candidate.block) {
            let last = self.narrative.minute_of(day.number);
            let has_passed_evening = last.is_some_and(|minute| minute >= 17 * 60);
            let is_early = match (candidate.expression.clock, candidate.expression.part) {
                (Some(clock), _) => clock.is_certain && clock.hour < 6,
                (None, Some(Part::Dawn)) => true,
                (None, Some(Part::Midnight)) => {
                    let midnight = Point::day(day.number + 1).map(|next| next.at(0));
                    return midnight.map_or(Value::open(Reason::NoSuchDay), |midnight| {
                        Value::counted(midnight, Anchor::Text(day.span), Confidence::Medium)
                    });
                }
                _ => false,
            };
            let number = day.number + i32::from(has_passed_evening && is_early);
            return counted_day(number, Anchor::Text(day.span), confidence);
        }
        match self.landmarks.document {
            Some(document)
                if document.has_day() && self.is_dated_exactly && !self.narrative.is_lost() =>
            {
                Value::counted(document, Anchor::DocumentDate, Confidence::Low)
            }
            _ => Value::open(Reason::NoAnchor),
        }
    }

    /// Puts a clock time on its day.
    pub(super) fn at_clock(
        &self,
        candidate: &Candidate,
        value: Value,
        clock: Clock,
    ) -> Result<Value, Reason> {
        let Some(edtf) = value.edtf else {
            return Err(value.reason.unwrap_or(Reason::NoAnchor));
        };
        if edtf.end.is_some() || !edtf.start.has_day() {
            return Ok(value);
        }
        let mut minute = u16::from(clock.hour) * 60 + u16::from(clock.minute);
        if !clock.is_certain {
            // An hour that was given before with its half of the day.
            let last = self.narrative.last_minute();
            let is_known = last.is_some_and(|last| last / 60 % 12 == u16::from(clock.hour) % 12);
            match last {
                Some(last) if is_known => minute = last / 60 * 60 + u16::from(clock.minute),
                _ => return Err(Reason::HalfDay),
            }
        }
        // "2 a.m. that night" is after the midnight of that night.
        let is_night = candidate.expression.part == Some(Part::Night)
            && clock.hour < 6
            && !matches!(candidate.expression.meaning, Meaning::Clock);
        let number = edtf.start.number() + i32::from(is_night) + i32::from(minute / 1440);
        let point = Point::day(number)
            .ok_or(Reason::NoSuchDay)?
            .at(minute % 1440);
        // The second of two times is later, if need be on the next day.
        let end = candidate.expression.clock_end.and_then(|end| {
            let last = u16::from(end.hour) * 60 + u16::from(end.minute);
            let is_next_day = last <= minute % 1440;
            Some(Point::day(number + i32::from(is_next_day))?.at(last))
        });
        Ok(Value {
            edtf: Some(Edtf { start: point, end }),
            ..value
        })
    }
}

fn no_anchor(candidate: &Candidate) -> Reason {
    if candidate.is_quoted {
        Reason::Quoted
    } else {
        Reason::NoAnchor
    }
}

fn counted_day(number: i32, anchor: Anchor, confidence: Confidence) -> Value {
    Point::day(number).map_or(Value::open(Reason::NoSuchDay), |point| {
        Value::counted(point, anchor, confidence)
    })
}

/// Monday to Sunday.
fn week(number: i32, anchor: Anchor) -> Value {
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
