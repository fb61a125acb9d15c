//! The days that a date of some precision covers.

use calendar::{DayNumber, days_in_month};

/// Returns the first and the last day that a date covers, by its precision.
///
/// Understood: `2024`, `2024-12`, `2024-12-08`, each with a time of day (`T…`) that is ignored or with
/// an EDTF mark (`~`, `?`, `%`) that widens nothing; `X` for unknown digits (`202X`, `2024-XX`); an
/// interval `a/b`. `None` for anything else: a date is never guessed.
///
/// # Example
///
/// ```
/// use index::{DayNumber, day_range};
/// let (first, last) = day_range("2024-12~").expect("a month");
/// assert_eq!(first.to_civil(), (2024, 12, 1));
/// assert_eq!(last.to_civil(), (2024, 12, 31));
/// assert_eq!(day_range("in winter"), None);
/// ```
#[must_use]
pub fn day_range(date: &str) -> Option<(DayNumber, DayNumber)> {
    let date = date.trim();
    let (first, last) = match date.split_once('/') {
        Some((from, to)) => (single(from)?.0, single(to)?.1),
        None => single(date)?,
    };
    (first <= last).then_some((first, last))
}

/// Returns the days of a date that is not an interval.
fn single(date: &str) -> Option<(DayNumber, DayNumber)> {
    let date = date.split_once(['T', ' ']).map_or(date, |(day, _)| day);
    let date = date.trim_end_matches(['~', '?', '%']);
    let mut parts = date.split('-');
    let (first_year, last_year) = digits(parts.next()?, 4)?;
    let (first_month, last_month) = match parts.next() {
        Some(month) => digits(month, 2).map(|(a, b)| (a.max(1), b.min(12)))?,
        None => (1, 12),
    };
    if first_month > last_month {
        return None;
    }
    let longest = days_in_month(last_year as i32, last_month)?;
    let (first_day, last_day) = match parts.next() {
        Some(day) => match digits(day, 2)? {
            (day, same) if day == same => (day, day),
            (first, last) => (first.max(1), last.min(longest)),
        },
        None => (1, longest),
    };
    if parts.next().is_some() {
        return None;
    }
    let first = DayNumber::of(first_year as i32, first_month, first_day)?;
    let last = DayNumber::of(last_year as i32, last_month, last_day)?;
    Some((first, last))
}

/// Returns the least and the greatest number that `width` digits, some of them `X`, can mean.
fn digits(text: &str, width: usize) -> Option<(u32, u32)> {
    if text.len() != width {
        return None;
    }
    let mut range = (0, 0);
    for byte in text.bytes() {
        let (low, high) = match byte {
            b'0'..=b'9' => (byte - b'0', byte - b'0'),
            b'X' | b'x' => (0, 9),
            _ => return None,
        };
        range = (
            range.0 * 10 + u32::from(low),
            range.1 * 10 + u32::from(high),
        );
    }
    Some(range)
}

#[cfg(test)]
mod tests {
    use super::*;

    type Civil = (i32, u32, u32);

    fn check(date: &str, expected: Option<(Civil, Civil)>) {
        let found = day_range(date).map(|(first, last)| (first.to_civil(), last.to_civil()));
        assert_eq!(found, expected, "{date}");
    }

    #[test]
    fn precision_decides_the_days() {
        check("2024", Some(((2024, 1, 1), (2024, 12, 31))));
        check("2024-02", Some(((2024, 2, 1), (2024, 2, 29))));
        check("1900-02", Some(((1900, 2, 1), (1900, 2, 28))));
        check("2024-12-08", Some(((2024, 12, 8), (2024, 12, 8))));
        check("2024-12-08T10:15:00Z", Some(((2024, 12, 8), (2024, 12, 8))));
        check("2024-12~", Some(((2024, 12, 1), (2024, 12, 31))));
        check("202X", Some(((2020, 1, 1), (2029, 12, 31))));
        check("2024-XX", Some(((2024, 1, 1), (2024, 12, 31))));
        check("2024-12-XX", Some(((2024, 12, 1), (2024, 12, 31))));
        check(
            "2024-11-27/2024-12-08",
            Some(((2024, 11, 27), (2024, 12, 8))),
        );
    }

    #[test]
    fn what_is_no_date_has_no_days() {
        for date in [
            "",
            "yesterday",
            "2024-13",
            "2024-02-30",
            "24-1-1",
            "2024-12-08/2024-11-27",
            "2024-1-1-1",
            "/",
        ] {
            check(date, None);
        }
    }
}
