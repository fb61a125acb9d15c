//! Days of the proleptic Gregorian calendar as numbers, and back.
//!
//! Source: Howard Hinnant, "chrono-compatible low-level date algorithms" (2013): years begin in March, so
//! that the leap day is the last of its year.

/// A day, counted from 1970-01-01 as day 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DayNumber(pub i32);

impl DayNumber {
    /// Returns the number of a day, or `None` where the calendar has no such day or the year is not 0 to 9999.
    #[must_use]
    pub fn of(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(0..=9999).contains(&year) || day == 0 || day > days_in_month(year, month)? {
            return None;
        }
        Some(Self::of_civil(year, month, day))
    }

    /// Returns the number of a day whose month is 1 to 12; days beyond the month's end go on into the next.
    ///
    /// `days_from_civil` of the source.
    #[must_use]
    pub fn of_civil(year: i32, month: u32, day: u32) -> Self {
        let (month, day) = (month as i32, day as i32);
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self(era * 146_097 + day_of_era - 719_468)
    }

    /// Returns year, month (1 to 12) and day (1 to 31).
    ///
    /// `civil_from_days` of the source.
    #[must_use]
    pub fn to_civil(self) -> (i32, u32, u32) {
        let shifted = i64::from(self.0) + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = (day_of_year - (153 * shifted_month + 2) / 5 + 1) as u32;
        let month = (if shifted_month < 10 {
            shifted_month + 3
        } else {
            shifted_month - 9
        }) as u32;
        let year = (year_of_era + era * 400) as i32 + i32::from(month <= 2);
        (year, month, day)
    }
}

/// Returns the number of days of a month, or `None` for a month outside 1 to 12.
#[must_use]
pub fn days_in_month(year: i32, month: u32) -> Option<u32> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => Some(29),
        2 => Some(28),
        4 | 6 | 9 | 11 => Some(30),
        1..=12 => Some(31),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_four_centuries_comes_back() {
        let first = DayNumber::of(1800, 1, 1).expect("a day").0;
        for number in first..first + 146_097 {
            let (year, month, day) = DayNumber(number).to_civil();
            assert_eq!(DayNumber::of(year, month, day), Some(DayNumber(number)));
        }
        assert_eq!(DayNumber::of(1970, 1, 1), Some(DayNumber(0)));
        assert_eq!(DayNumber::of(2000, 3, 1), Some(DayNumber(11_017)));
    }

    #[test]
    fn days_far_away_come_back() {
        for number in (-800_000..2_000_000).step_by(97) {
            let (year, month, day) = DayNumber(number).to_civil();
            assert_eq!(DayNumber::of_civil(year, month, day), DayNumber(number));
        }
    }

    #[test]
    fn what_the_calendar_lacks_has_no_number() {
        for (year, month, day) in [
            (2023, 2, 29),
            (1900, 2, 29),
            (2024, 13, 1),
            (2024, 4, 31),
            (2024, 4, 0),
            (-1, 1, 1),
            (10_000, 1, 1),
        ] {
            assert_eq!(
                DayNumber::of(year, month, day),
                None,
                "{year}-{month}-{day}"
            );
        }
    }
}
