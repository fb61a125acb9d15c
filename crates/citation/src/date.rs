//! Dates as metadata have them (EDTF, ISO 8601-2 levels 0 and 1), and as people read them.

/// A date or a span of time, as exact as the metadata are and no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    /// The date, or the beginning of the span.
    pub start: Day,
    /// The end of a span.
    pub end: Option<Day>,
}

/// A year, a month or a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// 0 to 9999.
    pub year: u16,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31; never without a month.
    pub day: Option<u8>,
    /// `~` or `%`: it may be somewhat earlier or later.
    pub is_approximate: bool,
    /// `?` or `%`: the source is not sure.
    pub is_uncertain: bool,
}

impl Date {
    /// Reads `2024`, `2024-12`, `2024-12-08`, each with `~`, `?` or `%`, or two of them with `/` between.
    /// A time of day is passed over. Gives nothing for any other text.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        match text.split_once('/') {
            None => Some(Self {
                start: Day::of(text)?,
                end: None,
            }),
            Some((start, end)) => Some(Self {
                start: Day::of(start)?,
                end: Some(Day::of(end)?),
            }),
        }
    }

    /// Returns the EDTF of it: what [`Date::of`] reads.
    #[must_use]
    pub fn to_edtf(self) -> String {
        let mut text = String::new();
        self.start.write(&mut text);
        if let Some(end) = self.end {
            text.push('/');
            end.write(&mut text);
        }
        text
    }

    /// Returns it in words: `8 December 2024`, `about 2024`, `December 2024 (uncertain)`,
    /// `27 November 2024 to 8 December 2024`.
    #[must_use]
    pub fn in_words(self) -> String {
        let mut text = self.start.in_words();
        if let Some(end) = self.end {
            text.push_str(" to ");
            text.push_str(&end.in_words());
        }
        text
    }
}

impl Day {
    fn of(text: &str) -> Option<Self> {
        let text = match text.split_once('T') {
            Some((date, _)) if date.len() == 10 => date,
            _ => text,
        };
        let date = text.trim_end_matches(['~', '?', '%']);
        let sign = &text[date.len()..];
        if sign.len() > 1 {
            return None;
        }
        let mut parts = date.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = optional(parts.next(), 12)?;
        let day = optional(parts.next(), 31)?;
        parts.next().is_none().then_some(Self {
            year,
            month,
            day,
            is_approximate: matches!(sign, "~" | "%"),
            is_uncertain: matches!(sign, "?" | "%"),
        })
    }

    /// Returns the parts that are known, largest first: one to three numbers.
    #[must_use]
    pub fn parts(self) -> Vec<u16> {
        let smaller = [self.month, self.day];
        let known = smaller.into_iter().flatten().map(u16::from);
        std::iter::once(self.year).chain(known).collect()
    }

    /// Appends the EDTF.
    fn write(self, text: &mut String) {
        push_padded(text, self.year, 4);
        for part in [self.month, self.day].into_iter().flatten() {
            text.push('-');
            push_padded(text, part.into(), 2);
        }
        text.push_str(match (self.is_approximate, self.is_uncertain) {
            (true, true) => "%",
            (true, false) => "~",
            (false, true) => "?",
            (false, false) => "",
        });
    }

    fn in_words(self) -> String {
        let mut text = String::new();
        if self.is_approximate {
            text.push_str("about ");
        }
        if let Some(day) = self.day {
            text.push_str(&day.to_string());
            text.push(' ');
        }
        if let Some(month) = self.month {
            text.push_str(english::MONTHS[usize::from(month) - 1]);
            text.push(' ');
        }
        text.push_str(&self.year.to_string());
        if self.is_uncertain {
            text.push_str(" (uncertain)");
        }
        text
    }
}

/// Appends a number with at least `width` digits.
pub(crate) fn push_padded(text: &mut String, number: u16, width: usize) {
    let digits = number.to_string();
    for _ in digits.len()..width {
        text.push('0');
    }
    text.push_str(&digits);
}

fn digits(text: &str, width: usize) -> Option<u16> {
    let is_number = text.len() == width && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

/// Reads a month or a day where one is written; nothing for a wrong one.
fn optional(text: Option<&str>, most: u16) -> Option<Option<u8>> {
    let Some(text) = text else { return Some(None) };
    let number = digits(text, 2).filter(|number| (1..=most).contains(number))?;
    Some(u8::try_from(number).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, in_words: &str) {
        let date = Date::of(text).expect(text);
        assert_eq!(date.in_words(), in_words);
        assert_eq!(date.to_edtf(), text);
    }

    #[test]
    fn no_date_becomes_more_exact_than_it_is() {
        check("2024", "2024");
        check("2024-12", "December 2024");
        check("2024-12-08", "8 December 2024");
        check("2024-12~", "about December 2024");
        check("1993?", "1993 (uncertain)");
        check("0800%", "about 800 (uncertain)");
        check("2024-11-27/2024-12", "27 November 2024 to December 2024");
    }

    #[test]
    fn a_time_of_day_is_passed_over_and_other_texts_are_no_dates() {
        assert_eq!(
            Date::of("2024-12-08T10:00:00Z")
                .map(Date::to_edtf)
                .as_deref(),
            Some("2024-12-08")
        );
        for text in [
            "",
            "yesterday",
            "2024-13",
            "2024-00-01",
            "2024-1",
            "24",
            "2024~~",
            "2024/",
            "2024-12-08-01",
            "２０２４",
        ] {
            assert_eq!(Date::of(text), None, "{text}");
        }
    }
}
