//! The value of each kind of expression.

use super::counted::counted_day;
use super::{Candidate, Resolver, Value, point_of};
use crate::days::calendar::{self, Edtf, Point, Precision, add_months, month_length};
use crate::days::grammar::{Calendar, Clock, Meaning};
use crate::days::lexicon::Part;
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
        let tense = candidate.expression.clause.tense;
        let story = self.narrative.landmark();
        let chosen = self
            .landmarks
            .choose(date, candidate.span, candidate.block, tense, story);
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
            let (day, confidence) = self.narrative.day_of_story(candidate)?;
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
                anchor == Anchor::DocumentDate && distance > 0 && !candidate.expression.is_ahead();
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
        let story = self.narrative.day_of_story(candidate);
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
        if by == 6 {
            let Some((day, confidence)) = story else {
                return Value::open(Reason::NoAnchor);
            };
            let monday = day.number - i32::from(calendar::weekday(day.number));
            return counted_day(
                monday + i32::from(weekday),
                Anchor::Text(day.span),
                confidence,
            );
        }
        // "the Saturday": that after a day told beside it.
        let is_beside = by == 5 && story.is_some_and(|(day, _)| candidate.block == day.block);
        let by = if by == 5 { 0 } else { by };
        let is_told = by.abs() == 2
            || is_beside
            || by == 0
                && story.is_some_and(|(day, _)| {
                    document.is_none_or(|document| document.number() - day.number > 10)
                })
                && !(candidate.expression.is_ahead() && document.is_some());
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
        let monday = now - i32::from(calendar::weekday(now));
        let number = match by {
            // Seen from Saturday, next Sunday is not tomorrow.
            1 if ago == 6 => now + 8,
            1 => now - ago + 7,
            -7 | 7 => monday + i32::from(by) + i32::from(weekday),
            3 => now + (7 - ago) % 7,
            -1 if ago == 0 => now - 7,
            0 if candidate.expression.is_ahead() && ago > 0 => now - ago + 7,
            _ => now - ago,
        };
        let confidence = if by == 1 || candidate.expression.is_ahead() {
            Confidence::Medium
        } else {
            Confidence::High
        };
        counted_day(number, Anchor::DocumentDate, confidence)
    }

    /// The day on which a clock time falls that names none.
    pub(super) fn day_of_clock(&self, candidate: &Candidate) -> Value {
        if let Some((day, confidence)) = self.narrative.day_of_clock(candidate) {
            let clock = candidate.expression.clock;
            // A report does not tell of the late evening of its own day.
            if self.today() == Some(day.number)
                && !candidate.expression.is_ahead()
                && clock.is_some_and(|clock| clock.is_certain && clock.hour >= 21)
                && let Some(before) = self.narrative.day_before_last()
                && before.number == day.number - 1
            {
                return counted_day(before.number, Anchor::Text(before.span), Confidence::Low);
            }
            let last = self.narrative.minute_of(day.number);
            let has_passed_evening = last.is_some_and(|minute| minute >= 17 * 60);
            let is_early = match (clock, candidate.expression.part) {
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
                // "A debate that lasted past midnight" ended on the day on which it is told.
                let is_midnight = candidate.expression.part == Some(Part::Midnight);
                let point = if is_midnight {
                    document.at(0)
                } else {
                    document
                };
                Value::counted(point, Anchor::DocumentDate, Confidence::Low)
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
        let mut value = value;
        if !clock.is_certain {
            // An hour that was given before with its half of the day.
            let last = self.narrative.last_minute();
            let is_known = last.is_some_and(|last| last / 60 % 12 == u16::from(clock.hour) % 12);
            match last {
                Some(last) if is_known => minute = last / 60 * 60 + u16::from(clock.minute),
                _ => {
                    minute = self
                        .next_half(candidate, edtf.start.number(), minute)
                        .ok_or(Reason::HalfDay)?;
                    value.confidence = value.confidence.max(Confidence::Medium);
                }
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

impl Resolver {
    /// The minute of a clock without its half of the day, on the day `number` or after its midnight: the first
    /// after the time that was told last, where that is no more than some hours ago.
    fn next_half(&self, candidate: &Candidate, number: i32, minute: u16) -> Option<u16> {
        const REACH: u16 = 8 * 60;
        let (day, last) = self.narrative.time_before(candidate.block)?;
        let halves = [minute % 720, minute % 720 + 720, minute % 720 + 1440];
        let next = halves.into_iter().find(|&half| half >= last)?;
        (day == number && next - last <= REACH).then_some(next)
    }
}

pub(super) fn no_anchor(candidate: &Candidate) -> Reason {
    if candidate.is_quoted {
        Reason::Quoted
    } else {
        Reason::NoAnchor
    }
}
