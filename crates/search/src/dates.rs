//! Dates of documents as ranges of days, by their precision.

use index::DayNumber;
use query::DateBound;

/// A range of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct DayRange {
    pub(crate) first: DayNumber,
    pub(crate) last: DayNumber,
}

impl DayRange {
    /// Reads a document's date; see [`index::day_range`].
    pub(crate) fn parse(date: &str) -> Option<Self> {
        index::day_range(date).map(|(first, last)| Self { first, last })
    }

    /// Reads `from..to`, where either end may be empty, or a single date.
    pub(crate) fn parse_range(range: &str) -> Option<Self> {
        let Some((from, to)) = query::split_range(range) else {
            return Self::parse(range);
        };
        let first = if from.trim().is_empty() {
            DayNumber(i32::MIN)
        } else {
            Self::parse(from)?.first
        };
        let last = if to.trim().is_empty() {
            DayNumber(i32::MAX)
        } else {
            Self::parse(to)?.last
        };
        Some(Self { first, last })
    }

    /// Returns the range between two bounds of a query.
    pub(crate) fn between(from: Option<DateBound>, to: Option<DateBound>) -> Self {
        let of = |bound: DateBound| {
            DayNumber::of(bound.year, u32::from(bound.month), u32::from(bound.day))
        };
        Self {
            first: from.and_then(of).unwrap_or(DayNumber(i32::MIN)),
            last: to.and_then(of).unwrap_or(DayNumber(i32::MAX)),
        }
    }

    /// Returns a number below 2^46 in the order of the days.
    pub(crate) fn number(self) -> u64 {
        // Years from 0 to 9999 are about four million days, not all of them after 1970.
        let number = |day: DayNumber| (i64::from(day.0) + (1 << 22)).clamp(0, (1 << 23) - 1) as u64;
        number(self.first) << 23 | number(self.last)
    }

    /// Tells whether the two share a day.
    pub(crate) fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Returns `2024`, where the whole range lies in one year.
    pub(crate) fn year(self) -> Option<String> {
        let (first, last) = (self.first.to_civil(), self.last.to_civil());
        (first.0 == last.0).then(|| first.0.to_string())
    }

    /// Returns `2024-12`, where the whole range lies in one month.
    pub(crate) fn month(self) -> Option<String> {
        let (first, last) = (self.first.to_civil(), self.last.to_civil());
        let month = if first.1 < 10 { "-0" } else { "-" };
        ((first.0, first.1) == (last.0, last.1))
            .then(|| [&first.0.to_string(), month, &first.1.to_string()].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn overlap(date: &str, range: &str) -> bool {
        match (DayRange::parse(date), DayRange::parse_range(range)) {
            (Some(date), Some(range)) => date.overlaps(range),
            _ => false,
        }
    }

    #[test]
    fn dates_overlap_by_their_precision() {
        assert!(overlap("2024-12-08", "2024-12"));
        assert!(overlap("2024", "2024-12-08..2024-12-09"));
        assert!(overlap("2024-12~", "..2024-12-01"));
        assert!(!overlap("2024-11-30", "2024-12-01.."));
        assert!(!overlap("2024-12-09", "2024-12-08"));
        assert!(!overlap("undated", "2024"));
    }

    #[test]
    fn a_year_has_no_month() {
        let month = |date| DayRange::parse(date).and_then(DayRange::month);
        assert_eq!(month("2024-12-08").as_deref(), Some("2024-12"));
        assert_eq!(month("2024-03").as_deref(), Some("2024-03"));
        assert_eq!(month("2024"), None);
    }
}
