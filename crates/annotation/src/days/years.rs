//! Which year a date without one belongs to.

use super::calendar::{self, Point, Precision, month_length};
use super::grammar::{Calendar, Tense};
use super::{Anchor, Confidence};
use corpus::ByteSpan;

/// A date with its year, somewhere in the document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Landmark {
    pub(super) point: Point,
    pub(super) span: ByteSpan,
    pub(super) block: u32,
    /// It opens its block, as the year of a list entry or of a heading does.
    pub(super) opens_block: bool,
}

/// All that years are inferred from.
#[derive(Debug, Default)]
pub(super) struct Landmarks {
    /// In the order of the text; written with their years.
    pub(super) in_text: Vec<Landmark>,
    pub(super) in_title: Vec<Point>,
    pub(super) document: Option<Point>,
}

/// A year dates what follows within so many bytes.
const BESIDE: u32 = 90;
/// At most this many landmarks on each side are compared, so that the cost stays linear.
const NEAREST: usize = 40;

impl Landmarks {
    /// Chooses the year that brings the date nearest to what is dated around it.
    ///
    /// A report's own date weighs most where the day lies in the weeks before it; otherwise dates in
    /// the same paragraph, then the title, then those further away. A weekday that fits decides.
    pub(super) fn choose(
        &self,
        date: Calendar,
        span: ByteSpan,
        block: u32,
        tense: Tense,
        story: Option<Landmark>,
    ) -> Option<(u16, Anchor, Confidence)> {
        let is_ahead = tense == Tense::Ahead;
        let is_past = matches!(tense, Tense::Past | Tense::Pluperfect);
        let mut best: Option<(i32, u16, Anchor)> = None;
        let mut offer = |cost: i32, year: i32, anchor: Anchor| {
            let Some(year) = u16::try_from(year).ok().filter(|year| *year <= 9999) else {
                return;
            };
            let Some(number) = day_number(date, year) else {
                return;
            };
            let is_other_weekday = date
                .weekday
                .is_some_and(|weekday| calendar::weekday(number) != weekday);
            // A report does not tell of what is still to come, unless it says so.
            let is_to_come = !is_ahead
                && self
                    .document
                    .is_some_and(|document| document.has_day() && number > document.number() + 20);
            // What a verb calls ahead is seldom past.
            let is_gone = is_ahead
                && self
                    .document
                    .is_some_and(|document| document.has_day() && number + 16 < document.number());
            let cost = cost
                + if is_other_weekday { 500 } else { 0 }
                + if is_to_come { 120 } else { 0 }
                + if is_gone { 60 } else { 0 };
            if best.is_none_or(|(least, ..)| cost < least) {
                best = Some((cost, year, anchor));
            }
        };
        if let Some(document) = self
            .document
            .filter(|point| point.precision >= Precision::Month)
        {
            let now = middle(document);
            for year in i32::from(document.year) - 1..=i32::from(document.year) + 1 {
                let Some(number) = u16::try_from(year)
                    .ok()
                    .and_then(|year| day_number(date, year))
                else {
                    continue;
                };
                let ago = now - number;
                // A month's own date covers all of its days; a day's may be that of another time zone.
                let slack = if document.has_day() { 1 } else { 16 };
                let cost = match ago {
                    _ if ago < -slack && !is_ahead => continue,
                    // What would lie just ahead is told of the year before, as on its anniversary.
                    345..=364 if !is_ahead => 70,
                    // A verb that says past or ahead reaches the nearest such day.
                    191..=364 if is_past => 105 + ago / 8,
                    -364..=-201 if is_ahead => 105 - ago / 8,
                    _ if !(-200..=190).contains(&ago) => continue,
                    -45..=45 => ago.abs() / 4,
                    _ => ago.abs() / 2 + 10,
                };
                offer(cost, year, Anchor::DocumentDate);
            }
        }
        for point in &self.in_title {
            nearest_years(date, *point, &mut |distance, year| {
                offer(distance + 10, year, Anchor::Title);
            });
        }
        let here = self
            .in_text
            .partition_point(|landmark| landmark.span.start < span.start);
        let nearby = here.saturating_sub(NEAREST)..(here + NEAREST).min(self.in_text.len());
        for landmark in self.in_text.get(nearby).unwrap_or_default() {
            let apart = apart(landmark.block, landmark.span, block, span);
            let is_before = landmark.span.start < span.start;
            let anchor = Anchor::Text(landmark.span);
            let is_long_ago = self
                .document
                .is_some_and(|document| document.year.abs_diff(landmark.point.year) >= 2);
            let gap = span.start.abs_diff(landmark.span.start);
            if landmark.point.precision == Precision::Year {
                // A year alone dates what stands beside it.
                let cost = match (landmark.opens_block, apart) {
                    (true, 0) => 5,
                    (false, 0) if is_before && gap < BESIDE => 45,
                    (false, 0) if is_before => 175,
                    (true, 1..=3) if is_before => 75,
                    _ => continue,
                };
                offer(cost, landmark.point.year.into(), anchor);
            } else if landmark.point.precision >= Precision::Month {
                let place = match (apart, is_before) {
                    (0, true) => 0,
                    (0, false) => 20,
                    (apart, true) => 12 + 3 * apart,
                    (apart, false) => 50 + 3 * apart,
                };
                // Beside a look back, a report goes on with its own time.
                let is_beside = is_before && apart == 0;
                let is_looked_back_on = is_beside || tense == Tense::Pluperfect;
                let look_back = if is_long_ago && !is_looked_back_on {
                    60
                } else {
                    0
                };
                // "in June and July 2012": the year after the last holds for all. "In May 2016 he put his cattle on
                // the hill, and in September he found nine": what is told in one breath is of one year.
                let divisor = match is_before {
                    false if gap < 40 => 8,
                    true if apart == 0 && is_past && gap < 2 * BESIDE => 4,
                    _ => 1,
                };
                nearest_years(date, landmark.point, &mut |distance, year| {
                    offer((distance + place) / divisor + look_back, year, anchor);
                });
            }
        }
        // The day that the story has reached, itself often without a year.
        if let Some(story) = story {
            let apart = apart(story.block, story.span, block, span);
            // In one paragraph, one day after another is told.
            let (divisor, place) = if story.block == block {
                (2, 8)
            } else {
                (1, 12)
            };
            nearest_years(date, story.point, &mut |distance, year| {
                let cost = distance / divisor + place + 2 * apart;
                offer(cost, year, Anchor::Text(story.span));
            });
        }
        let (cost, year, anchor) = best.filter(|(cost, ..)| *cost <= 190)?;
        let confidence = match cost {
            ..=45 => Confidence::High,
            46..=90 => Confidence::Medium,
            _ => Confidence::Low,
        };
        Some((year, anchor, confidence))
    }
}

/// How far two places are apart: in blocks, or in long blocks in stretches of a paragraph's length.
fn apart(block: u32, span: ByteSpan, other: u32, other_span: ByteSpan) -> i32 {
    const PARAGRAPH: u32 = 600;
    let n_blocks = block.abs_diff(other);
    let n_stretches = span.start.abs_diff(other_span.start) / PARAGRAPH;
    i32::try_from(n_blocks.max(n_stretches).min(30)).unwrap_or(30)
}

/// The years that bring a date nearest to a point, with the distance in days.
fn nearest_years(date: Calendar, point: Point, offer: &mut dyn FnMut(i32, i32)) {
    let at = middle(point);
    for year in i32::from(point.year) - 1..=i32::from(point.year) + 1 {
        let number = u16::try_from(year)
            .ok()
            .and_then(|year| day_number(date, year));
        let Some(number) = number else { continue };
        let distance = (number - at).abs();
        let is_of_month = match (date.month, point.month) {
            // A season holds three months.
            (Some(month), 21..=24) => {
                let first = (point.month - 20) * 3;
                (first..first + 3).contains(&if month < 3 { month + 12 } else { month })
            }
            (month, of) => month == Some(of),
        };
        let is_inside = point.precision == Precision::Month
            && is_of_month
            && year == i32::from(point.year) + i32::from(point.month == 24 && date.month < Some(3));
        offer(if is_inside { 0 } else { distance }, year);
    }
}

/// A month is as near as its middle.
fn middle(point: Point) -> i32 {
    point.number() + if point.has_day() { 0 } else { 14 }
}

/// The number of the day, or of the middle of the month; nothing where the year has no such day.
fn day_number(date: Calendar, year: u16) -> Option<i32> {
    let month = date.month.filter(|month| (1..=12).contains(month))?;
    if let (Some(nth), Some(weekday)) = (date.nth, date.weekday) {
        return calendar::nth_weekday(year, month, weekday, nth).map(Point::number);
    }
    let day = date.day.unwrap_or(15);
    (day >= 1 && day <= month_length(Some(year), month))
        .then(|| calendar::number(year.into(), month, day))
}
