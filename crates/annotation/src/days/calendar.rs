//! Days counted, and written as EDTF.

use ::calendar::{DayNumber, days_in_month};
use std::fmt;

/// How exact a [`Point`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A century: `19XX`.
    Century,
    /// Ten years: `198X`.
    Decade,
    /// A year.
    Year,
    /// A month, or a season in its place (21 spring to 24 winter).
    Month,
    /// A day.
    Day,
    /// A local clock time.
    Minute,
}

/// A point of time, as exact as the text gives it. Fields finer than `precision` are zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Point {
    /// How much of the rest is given.
    pub precision: Precision,
    /// 0 to 9999.
    pub year: u16,
    /// 1 to 12; 21 to 24 are spring, summer, autumn and winter (ISO 8601-2).
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// Minutes since midnight, local time.
    pub minute: u16,
    /// Whether the text says "about": `~`.
    pub is_approximate: bool,
}

impl Point {
    pub(super) fn year(year: u16) -> Self {
        Self {
            precision: Precision::Year,
            year,
            month: 0,
            day: 0,
            minute: 0,
            is_approximate: false,
        }
    }

    pub(super) fn month(year: u16, month: u8) -> Self {
        Self {
            precision: Precision::Month,
            month,
            ..Self::year(year)
        }
    }

    /// The day with this number, counted from 1 January 1970; nothing outside the years 0 to 9999.
    pub(super) fn day(number: i32) -> Option<Self> {
        let (year, month, day) = DayNumber(number).to_civil();
        let year = u16::try_from(year).ok().filter(|year| *year <= 9999)?;
        Some(Self {
            precision: Precision::Day,
            year,
            month: month as u8,
            day: day as u8,
            minute: 0,
            is_approximate: false,
        })
    }

    pub(super) fn at(self, minute: u16) -> Self {
        Self {
            precision: Precision::Minute,
            minute,
            ..self
        }
    }

    /// The number of its day, or of the first day that it holds.
    pub(super) fn number(self) -> i32 {
        let month = match self.month {
            0 => 1,
            // A season begins roughly with March, June, September, December.
            season @ 21..=24 => (season - 20) * 3,
            month => month,
        };
        number(self.year.into(), month, self.day.max(1))
    }

    /// The number of its day, or of the last day that it holds.
    fn last_number(self) -> i32 {
        let year = i32::from(self.year);
        match (self.precision, self.month) {
            (Precision::Century, _) => number(year + 99, 12, 31),
            (Precision::Decade, _) => number(year + 9, 12, 31),
            (Precision::Year, _) => number(year, 12, 31),
            (Precision::Month, 21..=24) => self.number() + 91,
            (Precision::Month, month) => number(year, month, month_length(Some(self.year), month)),
            (Precision::Day | Precision::Minute, _) => self.number(),
        }
    }

    pub(super) fn has_day(self) -> bool {
        self.precision >= Precision::Day
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.precision {
            Precision::Century => write!(f, "{:02}XX", self.year / 100)?,
            Precision::Decade => write!(f, "{:03}X", self.year / 10)?,
            _ => write!(f, "{:04}", self.year)?,
        }
        if self.precision >= Precision::Month {
            write!(f, "-{:02}", self.month)?;
        }
        if self.precision >= Precision::Day {
            write!(f, "-{:02}", self.day)?;
        }
        if self.precision == Precision::Minute {
            write!(f, "T{:02}:{:02}", self.minute / 60, self.minute % 60)?;
        } else if self.is_approximate {
            f.write_str("~")?;
        }
        Ok(())
    }
}

/// A date, or an interval, in the Extended Date/Time Format (ISO 8601-2:2019); `Display` writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Edtf {
    /// The date, or the first end of the interval.
    pub start: Point,
    /// The other end; never before `start`.
    pub end: Option<Point>,
}

impl Edtf {
    /// The first and the last day that it holds, in days since 1 January 1970.
    #[must_use]
    pub fn bounds(&self) -> (i32, i32) {
        let last = self.end.unwrap_or(self.start);
        (self.start.number(), last.last_number())
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.start.fmt(f)?;
        if let Some(end) = &self.end {
            write!(f, "/{end}")?;
        }
        Ok(())
    }
}

impl From<Point> for Edtf {
    fn from(start: Point) -> Self {
        Self { start, end: None }
    }
}

/// Returns the days since 1 January 1970.
pub(super) fn number(year: i32, month: u8, day: u8) -> i32 {
    DayNumber::of_civil(year, month.into(), day.into()).0
}

/// Monday is 0.
pub(super) fn weekday(number: i32) -> u8 {
    (number + 3).rem_euclid(7) as u8
}

/// The number of days in a month; February has 29 where the year is not known.
pub(super) fn month_length(year: Option<u16>, month: u8) -> u8 {
    let leap_year = 2000;
    let year = year.unwrap_or(leap_year);
    days_in_month(year.into(), month.into()).unwrap_or(31) as u8
}

/// Moves by months; the day is kept inside the month.
pub(super) fn add_months(point: Point, months: i32) -> Option<Point> {
    if !(1..=12).contains(&point.month) {
        return None;
    }
    let total = i32::from(point.year) * 12 + i32::from(point.month) - 1;
    let total = total.checked_add(months)?;
    let year = u16::try_from(total.div_euclid(12)).ok()?;
    let month = total.rem_euclid(12) as u8 + 1;
    (year <= 9999).then(|| Point {
        year,
        month,
        day: point.day.min(month_length(Some(year), month)),
        ..point
    })
}

/// Reads the beginning of a document's own date: `2024`, `2024-12`, `2024-12-08`.
pub(super) fn read(text: &str) -> Option<Point> {
    let text = text.split(['/', 'T', '~', '?', '%']).next()?;
    let mut parts = text.split('-').map(str::parse::<u16>);
    let year = parts.next()?.ok().filter(|year| *year <= 9999)?;
    let mut next = || parts.next().and_then(Result::ok);
    let Some(month) = next().filter(|month| (1..=12).contains(month)) else {
        return Some(Point::year(year));
    };
    match next().filter(|day| (1..=31).contains(day)) {
        Some(day) => Point::day(number(year.into(), month as u8, day as u8)),
        None => Some(Point::month(year, month as u8)),
    }
}

/// The first (1), second or last (-1) Sunday of a month.
pub(super) fn nth_weekday(year: u16, month: u8, wanted: u8, nth: i8) -> Option<Point> {
    let length = month_length(Some(year), month);
    let first = number(year.into(), month, 1);
    let of_first = (wanted + 7 - weekday(first)) % 7 + 1;
    let day = if nth < 0 {
        of_first + (length - of_first) / 7 * 7
    } else {
        of_first + 7 * (nth.unsigned_abs() - 1)
    };
    (day <= length).then(|| Point::day(first + i32::from(day) - 1))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_the_calendar_does() {
        assert_eq!(number(1970, 1, 1), 0);
        assert_eq!(number(2000, 3, 1), 11_017);
        assert_eq!(weekday(number(2024, 12, 8)), 6);
    }

    #[test]
    fn months_end_where_they_do() {
        let end = Point::day(number(2024, 1, 31)).expect("a day");
        assert_eq!(add_months(end, 1).expect("a day").to_string(), "2024-02-29");
        assert_eq!(
            add_months(end, -12).expect("a day").to_string(),
            "2023-01-31"
        );
        assert_eq!(add_months(end, 1_000_000), None);
    }

    #[test]
    fn edtf_says_no_more_than_is_known() {
        let point = Point::month(2024, 22);
        assert_eq!(point.to_string(), "2024-22");
        let decade = Point {
            precision: Precision::Decade,
            is_approximate: true,
            ..Point::year(1980)
        };
        assert_eq!(decade.to_string(), "198X~");
    }

    #[test]
    fn what_is_less_exact_than_a_day_holds_several() {
        let bounds = |point: Point| {
            let (from, to) = Edtf::from(point).bounds();
            to - from + 1
        };
        assert_eq!(bounds(Point::year(2024)), 366);
        assert_eq!(bounds(Point::month(2023, 2)), 28);
        assert_eq!(Point::day(19_700).map(bounds), Some(1));
    }
}
