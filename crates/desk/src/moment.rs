//! Points in time, as `xsd:dateTime` in UTC.

use calendar::DayNumber;

/// Milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct Moment(pub u64);

const DAY_MS: u64 = 86_400_000;

impl Moment {
    /// The last moment that has four digits for its year.
    pub const LAST: Self = Self(253_402_300_799_999);

    /// Returns it as `2026-11-21T15:18:06.123Z`; later moments than [`Moment::LAST`] as that.
    #[must_use]
    pub fn to_text(self) -> String {
        let ms = self.0.min(Self::LAST.0);
        let (year, month, day) = DayNumber((ms / DAY_MS) as i32).to_civil();
        let of_day = ms % DAY_MS;
        let (hours, minutes) = (of_day / 3_600_000, of_day / 60_000 % 60);
        let (seconds, ms) = (of_day / 1000 % 60, of_day % 1000);
        format!("{year:04}-{month:02}-{day:02}T{hours:02}:{minutes:02}:{seconds:02}.{ms:03}Z")
    }

    /// Returns the day of it: `2026-11-21`.
    #[must_use]
    pub fn to_day(self) -> String {
        let mut text = self.to_text();
        text.truncate(10);
        text
    }

    /// Reads `2026-11-21T15:18:06Z`, with a fraction of a second and with another zone (`+02:00`) where written.
    /// Gives nothing for other texts and for years before 1970.
    #[must_use]
    pub fn of_text(text: &str) -> Option<Self> {
        let (date, time) = text.split_once('T')?;
        let mut parts = date.split('-').map(|part| number(part, 4));
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        let DayNumber(days) = DayNumber::of(year as i32, month as u32, day as u32)?;
        let days = u64::try_from(days)
            .ok()
            .filter(|_| parts.next().is_none())?;
        let zone_at = time.find(['Z', '+', '-'])?;
        let (clock, zone) = time.split_at(zone_at);
        let ms = days * DAY_MS + clock_ms(clock)?;
        let (is_east, offset) = offset_ms(zone)?;
        let ms = if is_east {
            ms.checked_sub(offset)?
        } else {
            ms + offset
        };
        Some(Self(ms)).filter(|moment| *moment <= Self::LAST)
    }
}

/// Reads `15:18:06` or `15:18:06.123…`.
fn clock_ms(clock: &str) -> Option<u64> {
    let (whole, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let mut parts = whole.split(':').map(|part| number(part, 2));
    let (hours, minutes, seconds) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() || hours > 23 || minutes > 59 || seconds > 59 {
        return None;
    }
    let digits = number(fraction, 9).map(|_| [fraction, "00"].concat())?;
    let ms = number(digits.get(..3)?, 3)?;
    Some((hours * 3600 + minutes * 60 + seconds) * 1000 + ms)
}

/// Reads `Z` or `+02:00`: whether it lies ahead of UTC, and by how much.
fn offset_ms(zone: &str) -> Option<(bool, u64)> {
    if zone == "Z" {
        return Some((true, 0));
    }
    let (hours, minutes) = zone.get(1..)?.split_once(':')?;
    let (hours, minutes) = (number(hours, 2)?, number(minutes, 2)?);
    let is_offset = hours <= 14 && minutes <= 59;
    is_offset.then_some((zone.starts_with('+'), (hours * 60 + minutes) * 60_000))
}

fn number(text: &str, longest: usize) -> Option<u64> {
    let is_number =
        (1..=longest).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, ms: u64) {
        assert_eq!(Moment::of_text(text), Some(Moment(ms)), "{text}");
    }

    #[test]
    fn moments_are_read_in_any_zone() {
        check("1970-01-01T00:00:00Z", 0);
        check("2000-02-29T12:00:00.5Z", 951_825_600_500);
        check("2026-11-21T17:18:06.1239+02:00", 1_795_274_286_123);
        check("2026-11-21T10:18:06.123-05:00", 1_795_274_286_123);
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for text in [
            "",
            "2026-11-21",
            "2026-02-30T00:00:00Z",
            "2026-11-21T24:00:00Z",
            "2026-11-21T00:00:00",
            "1969-12-31T23:00:00Z",
            "1970-01-01T00:00:00+01:00",
            "2026-11-21T00:00:00+1é:00",
            "é",
        ] {
            assert_eq!(Moment::of_text(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_moment_is_read_back(ms in 0..=Moment::LAST.0) {
            prop_assert_eq!(Moment::of_text(&Moment(ms).to_text()), Some(Moment(ms)));
        }
    }
}
