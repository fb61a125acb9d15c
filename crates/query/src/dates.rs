//! Dates and ranges of dates.

use crate::DateBound;
use crate::characters::digit;
use std::ops::RangeInclusive;

/// A range of days, either end open, and whether its ends had to be swapped.
pub(crate) struct DateRange {
    pub(crate) from: Option<DateBound>,
    pub(crate) to: Option<DateBound>,
    pub(crate) swapped: bool,
}

/// Reads `2024-12`, `2024-12-01..2024-12-08`, `..2024`, `>=2024-12`, `[2024 TO *]`; `None` if it is no date.
pub(crate) fn range(text: &str) -> Option<DateRange> {
    let (from, to) = ends(text.trim())?;
    Some(match (from, to) {
        (Some(first), Some(last)) if last < first => {
            // `2024-12-08..2024-12-01`: bounds were widened for the order typed, so widen them again.
            DateRange {
                from: Some(last),
                to: Some(first),
                swapped: true,
            }
        }
        _ => DateRange {
            from,
            to,
            swapped: false,
        },
    })
}

/// Splits `from..to`.
#[must_use]
pub fn split_range(text: &str) -> Option<(&str, &str)> {
    split_at_first(text, "..")
}

/// Splits a text before and after the first `mark`.
pub(crate) fn split_at_first<'t>(text: &'t str, mark: &str) -> Option<(&'t str, &'t str)> {
    // The standard library's search for strings is two kilobytes, and fast where it need not be.
    let at = text
        .as_bytes()
        .windows(mark.len())
        .position(|window| window == mark.as_bytes())?;
    Some((text.get(..at)?, text.get(at + mark.len()..)?))
}

type Ends = (Option<DateBound>, Option<DateBound>);

fn ends(text: &str) -> Option<Ends> {
    if let Some(inner) = text.strip_prefix(['[', '{']) {
        let inclusive_end = !inner.ends_with('}');
        let inner = inner.strip_suffix([']', '}'])?;
        let (from, to) = split_at_first(inner, " TO ")?;
        let from = bound(from, "*", if text.starts_with('{') { after } else { first })?;
        let to = bound(to, "*", if inclusive_end { last } else { before })?;
        return (from.is_some() || to.is_some()).then_some((from, to));
    }
    if let Some(rest) = text.strip_prefix(">=") {
        return Some((Some(first(rest)?), None));
    }
    if let Some(rest) = text.strip_prefix("<=") {
        return Some((None, Some(last(rest)?)));
    }
    if let Some(rest) = text.strip_prefix('>') {
        return Some((Some(after(rest)?), None));
    }
    if let Some(rest) = text.strip_prefix('<') {
        return Some((None, Some(before(rest)?)));
    }
    if let Some((from, to)) = split_range(text) {
        let swapped = matches!((first(from), first(to)), (Some(from), Some(to)) if to < from);
        let ends = if swapped {
            (bound(from, "", last)?, bound(to, "", first)?)
        } else {
            (bound(from, "", first)?, bound(to, "", last)?)
        };
        return (ends.0.is_some() || ends.1.is_some()).then_some(ends);
    }
    Some((Some(first(text)?), Some(last(text)?)))
}

fn bound(text: &str, open: &str, read: fn(&str) -> Option<DateBound>) -> Option<Option<DateBound>> {
    let text = text.trim();
    if text == open {
        Some(None)
    } else {
        read(text).map(Some)
    }
}

fn first(text: &str) -> Option<DateBound> {
    let (year, month, day) = parts(text)?;
    Some(DateBound {
        year,
        month: month.unwrap_or(1),
        day: day.unwrap_or(1),
    })
}

fn last(text: &str) -> Option<DateBound> {
    let (year, month, day) = parts(text)?;
    let month = month.unwrap_or(12);
    Some(DateBound {
        year,
        month,
        day: day.unwrap_or(n_days(year, month)),
    })
}

fn after(text: &str) -> Option<DateBound> {
    let DateBound { year, month, day } = last(text)?;
    if day < n_days(year, month) {
        Some(DateBound {
            year,
            month,
            day: day + 1,
        })
    } else if month < 12 {
        Some(DateBound {
            year,
            month: month + 1,
            day: 1,
        })
    } else {
        (year < 9999).then_some(DateBound {
            year: year + 1,
            month: 1,
            day: 1,
        })
    }
}

fn before(text: &str) -> Option<DateBound> {
    let DateBound { year, month, day } = first(text)?;
    if day > 1 {
        Some(DateBound {
            year,
            month,
            day: day - 1,
        })
    } else if month > 1 {
        Some(DateBound {
            year,
            month: month - 1,
            day: n_days(year, month - 1),
        })
    } else {
        (year > 0).then_some(DateBound {
            year: year - 1,
            month: 12,
            day: 31,
        })
    }
}

fn parts(text: &str) -> Option<(i32, Option<u8>, Option<u8>)> {
    let mut numbers = [None; 3];
    for (i, piece) in text.trim().split(['-', '/']).enumerate() {
        let n_digits = if i == 0 { 4..=4 } else { 1..=2 };
        *numbers.get_mut(i)? = Some(number(piece, n_digits)?);
    }
    let [year, month, day] = numbers;
    let (year, month, day) = (
        year? as i32,
        month.map(|month| month as u8),
        day.map(|day| day as u8),
    );
    let real = month.is_none_or(|month| (1..=12).contains(&month))
        && day.is_none_or(|day| day >= 1 && day <= n_days(year, month.unwrap_or(1)));
    real.then_some((year, month, day))
}

fn number(piece: &str, n_digits: RangeInclusive<usize>) -> Option<u32> {
    let mut value = 0;
    for c in piece.chars().take(5) {
        value = value * 10 + digit(c)?;
    }
    n_digits.contains(&piece.chars().count()).then_some(value)
}

pub(crate) fn n_days(year: i32, month: u8) -> u8 {
    calendar::days_in_month(year, month.into()).unwrap_or(31) as u8
}
