//! Dates as people write them above a text, to ISO 8601 / EDTF where that is certain.

use calendar::{DayNumber, days_in_month};

/// Returns the date in ISO 8601 / EDTF, or nothing where `text` is no date or could mean two.
///
/// Kept as they are: `2024`, `2024-12`, `2024-12-08`, with `~`, `?` or `%`; intervals of two such.
/// Turned round: a time of day is left out; `20241208`, `2024/12/08`, `8.12.2024`, `13/12/2024`,
/// `8 December 2024`, `Dec. 8, 2024`, `décembre 2024`, `Sun Dec 08 10:15:00 +0000 2024`, seconds since 1970.
/// Refused: `08/12/2024`.
pub(crate) fn to_iso(text: &str) -> Option<String> {
    let text = text.trim();
    edtf(text)
        .or_else(|| digits_only(text))
        .or_else(|| separated(text))
        .or_else(|| in_words(text))
        .or_else(|| since_1970(text))
}

/// Reads the seconds, or milliseconds, since 1970 that programs write, from 2001 to 2033.
fn since_1970(text: &str) -> Option<String> {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit()) && text.starts_with('1');
    let seconds: u64 = match text.len() {
        10 if is_number => text.parse().ok()?,
        13 if is_number => text.parse::<u64>().ok()? / 1000,
        _ => return None,
    };
    let days = i32::try_from(seconds / 86_400).ok()?;
    let (year, month, day) = DayNumber(days).to_civil();
    iso(year as u32, Some(month), Some(day))
}

/// Returns the date with which a file name such as `2024-12-08-homs` begins.
pub(crate) fn of_file_stem(stem: &str) -> Option<String> {
    let date = stem.get(..10).filter(|date| date.is_ascii())?;
    let is_bounded = stem[10..]
        .chars()
        .next()
        .is_none_or(|next| matches!(next, '-' | '_' | ' '));
    edtf(date).filter(|_| is_bounded && date.matches('-').count() == 2)
}

fn edtf(text: &str) -> Option<String> {
    if let Some((start, end)) = text.split_once('/')
        && start.len() >= 4
        && end.len() >= 4
    {
        let (start, end) = (edtf(start)?, edtf(end)?);
        return (start <= end).then(|| format!("{start}/{end}"));
    }
    let without_time = match text.find(['T', ' ', 't']) {
        Some(at) if at == 10 && is_time(&text[11..]) => &text[..10],
        _ => text,
    };
    let date = without_time.trim_end_matches(['~', '?', '%']);
    if without_time.len() - date.len() > 1 {
        return None;
    }
    let mut parts = date.split('-');
    let year = parts.next().filter(|year| year.len() == 4)?;
    let month = parts.next();
    let day = parts.next();
    let two_digits = |part: Option<&str>| part.is_none_or(|part| part.len() == 2);
    if parts.next().is_some() || !two_digits(month) || !two_digits(day) {
        return None;
    }
    let number = |part: Option<&str>| part.map_or(Some(None), |part| digits(part).map(Some));
    iso(digits(year)?, number(month)?, number(day)?)?;
    Some(without_time.to_owned())
}

fn is_time(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
        && text
            .bytes()
            .all(|b| b.is_ascii_digit() || b":.+-Zz ".contains(&b))
}

fn digits_only(text: &str) -> Option<String> {
    if text.len() != 8 {
        return None;
    }
    digits(text)?;
    iso(
        digits(&text[..4])?,
        Some(digits(&text[4..6])?),
        Some(digits(&text[6..])?),
    )
}

/// Reads three numbers, or a year and a month, between slashes, dots or hyphens.
fn separated(text: &str) -> Option<String> {
    // A time of day may follow.
    let text = match text.split_once([' ', ',']) {
        Some((date, time))
            if time.contains(':') && time.trim().starts_with(|c: char| c.is_ascii_digit()) =>
        {
            date
        }
        _ => text,
    };
    let separator = text.find(['/', '.', '-']).map(|at| &text[at..=at])?;
    let mut numbers = Vec::new();
    for part in text.split(separator) {
        numbers.push((digits(part.trim())?, part.trim().len()));
    }
    match numbers[..] {
        [(year, 4), (month, 1..=2)] => iso(year, Some(month), None),
        [(month, 1..=2), (year, 4)] => iso(year, Some(month), None),
        [(year, 4), (month, 1..=2), (day, 1..=2)] => iso(year, Some(month), Some(day)),
        // Dots are written with the day first; with slashes only a number past 12 tells.
        [(day, 1..=2), (month, 1..=2), (year, 4)]
            if separator == "." || day > 12 || day == month =>
        {
            iso(year, Some(month), Some(day))
        }
        [(month, 1..=2), (day, 1..=2), (year, 4)] if day > 12 => iso(year, Some(month), Some(day)),
        _ => None,
    }
}

/// Reads a date with the name of its month.
fn in_words(text: &str) -> Option<String> {
    const LONGEST_BYTES: usize = 60;
    if text.len() > LONGEST_BYTES {
        return None;
    }
    let (mut year, mut month, mut day) = (None, None, None);
    for word in text.split([' ', ',', '\u{A0}', '\n', '\t']) {
        let word = word.trim_end_matches('.').to_lowercase();
        if word.is_empty() || is_filler(&word) {
            continue;
        }
        // What follows a date can only be a time; some programs write the year behind it.
        let has_date = month.is_some() && (year.is_some() || day.is_some());
        if has_date && (word.contains(':') || is_zone(&word)) {
            continue;
        }
        let place = match (month_named(&word), digits(without_ordinal(&word))) {
            (Some(number), _) if month.is_none() => {
                month = Some(number);
                continue;
            }
            (None, Some(number)) if word.len() == 4 && year.is_none() => (&mut year, number),
            (None, Some(number)) if number <= 31 && day.is_none() => (&mut day, number),
            _ => return None,
        };
        *place.0 = Some(place.1);
    }
    iso(year?, Some(month?), day)
}

fn is_zone(word: &str) -> bool {
    matches!(word, "utc" | "gmt" | "z" | "am" | "pm") || word.starts_with(['+', '-'])
}

fn without_ordinal(word: &str) -> &str {
    let number = word.trim_end_matches(|c: char| !c.is_ascii_digit());
    match &word[number.len()..] {
        "" | "st" | "nd" | "rd" | "th" | "er" | "º" => number,
        _ => word,
    }
}

fn is_filler(word: &str) -> bool {
    const DAYS_AND_ARTICLES: &str = " of the de del le la el den am \
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun \
        lundi mardi mercredi jeudi vendredi samedi dimanche \
        montag dienstag mittwoch donnerstag freitag samstag sonntag \
        lunes martes miércoles jueves viernes sábado domingo ";
    DAYS_AND_ARTICLES.split(' ').any(|known| known == word)
}

/// Returns the number of the month that `word` names in English, French, German or Spanish.
fn month_named(word: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "january jan janvier janv januar jän enero ene",
        "february feb février févr februar febrero",
        "march mar mars märz marzo",
        "april apr avril avr abril abr",
        "may mai mayo",
        "june jun juin juni junio",
        "july jul juillet juil juli julio",
        "august aug août agosto ago",
        "september sep sept septembre septiembre",
        "october oct octobre oktober okt octubre",
        "november nov novembre noviembre",
        "december dec décembre déc dezember dez diciembre dic",
    ];
    (1..)
        .zip(NAMES)
        .find(|(_, names)| names.split(' ').any(|name| name == word))
        .map(|(n, _)| n)
}

fn digits(text: &str) -> Option<u32> {
    let is_number = (1..=8).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

fn iso(year: u32, month: Option<u32>, day: Option<u32>) -> Option<String> {
    match (month, day) {
        (None, _) => Some(format!("{year:04}")),
        (Some(month), None) => (1..=12)
            .contains(&month)
            .then(|| format!("{year:04}-{month:02}")),
        (Some(month), Some(day)) => {
            let is_day = (1..=days_in_month(year as i32, month)?).contains(&day);
            is_day.then(|| format!("{year:04}-{month:02}-{day:02}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(
            to_iso(text).as_deref().unwrap_or("none"),
            expected,
            "{text}"
        );
    }

    #[test]
    fn iso_and_edtf_stay() {
        for date in [
            "2024",
            "2024-12",
            "2024-12-08",
            "2024-12~",
            "2024?",
            "2024-11/2024-12-08",
            "2024-02-29",
        ] {
            check(date, date);
        }
        check("2024-12-08T10:00:00Z", "2024-12-08");
        check("2024-12-08 10:00", "2024-12-08");
        check("14/03/2019, 09:30", "2019-03-14");
        check("2019/03/14 08:00:00", "2019-03-14");
        check("Thu Mar 14 09:30:00 +0000 2019", "2019-03-14");
        check("1552555800", "2019-03-14");
        check("1709164800000", "2024-02-29");
    }

    #[test]
    fn what_people_write_is_turned_round() {
        for date in [
            "8 December 2024",
            "December 8, 2024",
            "Sunday, Dec. 8th, 2024",
            "2024/12/08",
            "20241208",
            "8.12.2024",
            "8 décembre 2024",
            "8. Dezember 2024",
            "8 de diciembre de 2024",
            "2024-12-8",
            "Sun, 08 Dec 2024 10:00:00 +0000",
        ] {
            check(date, "2024-12-08");
        }
        check("December 2024", "2024-12");
        check("12/25/2024", "2024-12-25");
    }

    #[test]
    fn what_is_not_certain_is_refused() {
        for text in [
            "08/12/2024",
            "2023-02-29",
            "2024-13",
            "yesterday",
            "12",
            "",
            "8 December",
            "2024-12-08x",
        ] {
            check(text, "none");
        }
    }

    #[test]
    fn file_names_may_begin_with_a_date() {
        assert_eq!(
            of_file_stem("2024-12-08-homs").as_deref(),
            Some("2024-12-08")
        );
        assert_eq!(of_file_stem("2024-12-0812"), None);
        assert_eq!(of_file_stem("2024-12-éhoms"), None);
    }
}
