//! Whole texts to mentions: what a reader would mark, and what not.

mod clocks;
mod narrative;
mod reports;
mod tenses;

use super::*;
use corpus::{ReadOptions, Source};
use proptest::prelude::*;

fn document(date: &str, lang: &str, text: &str) -> Document {
    let mut head = String::from("---\n");
    if !date.is_empty() {
        head = format!("{head}date: {date}\n");
    }
    let bytes = format!("{head}lang: {lang}\ntitle: Untitled\n---\n{text}\n").into_bytes();
    let source = Source {
        name: "text.md".to_owned(),
        bytes,
    };
    let mut documents = corpus::read(&source, &ReadOptions::default()).documents;
    documents.pop().expect("a document")
}

/// Lists the mentions as `quote = value`, with `?` for no value.
fn found(date: &str, lang: &str, text: &str) -> Vec<String> {
    let document = document(date, lang, text);
    let mentions = days(&document);
    let stored = read(&write(std::slice::from_ref(&mentions))).expect("what was written");
    let mut stored = stored.into_iter().next().expect("a document");
    place(&document, &mut stored);
    assert_eq!(stored, mentions, "{text}");
    let line = |mention: &DayMention| {
        let value = mention.edtf.map_or("?".to_owned(), |edtf| edtf.to_string());
        format!("{} = {value}", mention.span.of(&document.text))
    };
    mentions.iter().map(line).collect()
}

/// Checks an English text without a date of its own.
fn check(text: &str, expected: &[&str]) {
    assert_eq!(found("", "en", text), expected, "{text}");
}

/// Checks an English report of Thursday, 12 December 2024.
fn check_report(text: &str, expected: &[&str]) {
    assert_eq!(found("2024-12-12", "en", text), expected, "{text}");
}

fn kinds(text: &str) -> Vec<&'static str> {
    let mentions = days(&document("2024-12-12", "en", text));
    mentions.iter().map(|mention| mention.kind.name()).collect()
}

#[test]
fn whole_dates_are_read_in_every_common_order() {
    check(
        "He came on 8 December 2024.",
        &["8 December 2024 = 2024-12-08"],
    );
    check(
        "December 8th, 2024, was mild.",
        &["December 8th, 2024 = 2024-12-08"],
    );
    check("On Dec. 8, 2024 it rained.", &["Dec. 8, 2024 = 2024-12-08"]);
    check(
        "It was the 8th of December, 2024.",
        &["the 8th of December, 2024 = 2024-12-08"],
    );
    check(
        "On the twenty-third of May 1998",
        &["the twenty-third of May 1998 = 1998-05-23"],
    );
    check(
        "Filed 2024-12-08 and 2024/12/09.",
        &["2024-12-08 = 2024-12-08", "2024/12/09 = 2024-12-09"],
    );
    check(
        "Sunday, 8 December 2024; Monday, Dec. 9, 2024",
        &[
            "Sunday, 8 December 2024 = 2024-12-08",
            "Monday, Dec. 9, 2024 = 2024-12-09",
        ],
    );
}

#[test]
fn numeric_dates_are_not_guessed() {
    check("Signed on 03/04/2024.", &["03/04/2024 = ?"]);
    check("Signed on 25/04/2024.", &["25/04/2024 = 2024-04-25"]);
    check(
        "Signed on 03/04/2024, filed on 25/04/2024.",
        &["03/04/2024 = 2024-04-03", "25/04/2024 = 2024-04-25"],
    );
    check(
        "Signed 03/04/2024, filed 04/25/2024.",
        &["03/04/2024 = 2024-03-04", "04/25/2024 = 2024-04-25"],
    );
    check("Signed on 3.4.2024.", &["3.4.2024 = 2024-04-03"]);
    assert_eq!(
        found("", "fr", "Signé le 03/04/2024."),
        ["03/04/2024 = 2024-04-03"]
    );
}

#[test]
fn years_months_and_decades_stay_as_wide_as_they_are() {
    check(
        "It began in 2011 and ended in December 2024.",
        &["2011 = 2011", "December 2024 = 2024-12"],
    );
    check(
        "Around 1993, in the 1980s and early in 2012",
        &["1993 = 1993~", "the 1980s = 198X", "early in 2012 = 2012"],
    );
    check(
        "in mid-2012 and late November 2023",
        &["mid-2012 = 2012", "late November 2023 = 2023-11"],
    );
    check(
        "The summer of 2012, spring 2013.",
        &["The summer of 2012 = 2012-22", "spring 2013 = 2013-21"],
    );
    check(
        "A castle of the 19th century.",
        &["the 19th century = 18XX"],
    );
    check("the 1950s and ’60s", &["the 1950s = 195X", "’60s = 196X"]);
    check("It closed at the end of 2019.", &["the end of 2019 = 2019"]);
    check(
        "The 2003 invasion and a 1970 coup",
        &["2003 = 2003", "1970 = 1970"],
    );
}

#[test]
fn ranges_are_intervals() {
    check(
        "From 27 November to 8 December 2024",
        &["27 November to 8 December 2024 = 2024-11-27/2024-12-08"],
    );
    check(
        "27-30 November 2024",
        &["27-30 November 2024 = 2024-11-27/2024-11-30"],
    );
    check(
        "from March to May 2015",
        &["March to May 2015 = 2015-03/2015-05"],
    );
    check("The war (2011–2024) is over.", &["2011–2024 = 2011/2024"]);
    check_report(
        "between 27 November and 8 December",
        &["27 November and 8 December = 2024-11-27/2024-12-08"],
    );
    check("between 2011 and 2014", &["2011 and 2014 = 2011/2014"]);
    check(
        "The hall, built 1901–1904, closed in the 2019/20 season.",
        &["1901–1904 = 1901/1904", "2019/20 = 2019/2020"],
    );
    check("Model 1901/04 costs 2019/30 of it.", &[]);
    check(
        "December 8-10, 2024",
        &["December 8-10, 2024 = 2024-12-08/2024-12-10"],
    );
}

#[test]
fn a_missing_year_comes_from_what_is_dated_nearby() {
    check_report(
        "On 8 December the road was open.",
        &["8 December = 2024-12-08"],
    );
    check_report(
        "On 30 September the talks began.",
        &["30 September = 2024-09-30"],
    );
    check(
        "In November 2024 it began. On 8 December it ended.",
        &["November 2024 = 2024-11", "8 December = 2024-12-08"],
    );
    check(
        "On 28 December 2024 he left. On 3 January he was back.",
        &["28 December 2024 = 2024-12-28", "3 January = 2025-01-03"],
    );
    check("It was 8 December.", &["8 December = ?"]);
    check(
        "# Winter of 2024\n\nOn 2 December 2024 it snowed. By the 9th it had melted.",
        &[
            "Winter of 2024 = 2024-24",
            "2 December 2024 = 2024-12-02",
            "the 9th = 2024-12-09",
        ],
    );
    check(
        "He wrote on 20 March 1998. In September of that year he died.",
        &[
            "20 March 1998 = 1998-03-20",
            "September of that year = 1998-09",
        ],
    );
}

#[test]
fn days_are_counted_from_the_story() {
    check(
        "On 30 November 2024 he called. The following day Hama was cut off. Two days later came the raid. \
         The next morning it was over; that evening they left.",
        &[
            "30 November 2024 = 2024-11-30",
            "The following day = 2024-12-01",
            "Two days later = 2024-12-03",
            "The next morning = 2024-12-04",
            "that evening = 2024-12-04",
        ],
    );
    check(
        "The bridge fell on 6 December 2024. In 1982 another had fallen.\n\nThe next morning they crossed.",
        &[
            "6 December 2024 = 2024-12-06",
            "1982 = 1982",
            "The next morning = 2024-12-07",
        ],
    );
    check(
        "They met on 6 December 2024. On 2 February 1982 they had met before, and the next day parted.\n\n\
         The next morning they crossed.",
        &[
            "6 December 2024 = 2024-12-06",
            "2 February 1982 = 1982-02-02",
            "the next day = 1982-02-03",
            "The next morning = 2024-12-07",
        ],
    );
    check(
        "A week earlier, on 1 May 1999",
        &["A week earlier = ?", "1 May 1999 = 1999-05-01"],
    );
    check(
        "It came in the months following the war.",
        &["the months following = ?"],
    );
}

#[test]
fn what_is_said_today_counts_from_the_document() {
    check_report(
        "Yesterday it rained; three years ago it snowed.",
        &["Yesterday = 2024-12-11", "three years ago = 2021"],
    );
    check_report("“We left yesterday,” she said.", &["yesterday = ?"]);
    check_report(
        "last week, last month, this year",
        &[
            "last week = 2024-12-02/2024-12-08",
            "last month = 2024-11",
            "this year = 2024",
        ],
    );
    check("Yesterday it rained.", &["Yesterday = ?"]);
}

#[test]
fn numbers_that_are_no_dates_are_left_alone() {
    for text in [
        "About 1900 were hurt in building 2011a.",
        "Some 2,000 men and 2000 soldiers of Unit 2020 took Highway 5.",
        "UN Resolution 2254 and Resolution 1701",
        "A Mi-8 and an F-16 cost $2011 and £1999.",
        "He is 52 and she, 47, lives on page 1984 at No. 1999.",
        "about 2000 people, a total of 2010 votes",
        "You may march. They may not. The march went on in second gear.",
        "Theresa May and April Jones met Augustus.",
        "After Friday prayers, on Black Friday, he read the Sunday Times.",
        "It weighs 1500 kg; call 2024-555-0199; see 10.1038/2011.12.",
        "The plot sold for 2000 dollars, 2013 feet up, 1990 km away.",
        "In his 60s he ran 10 miles in 2 hours.",
        "The second day of talks took 3 days and two weeks.",
        "https://example.org/2024/12/08/homs-1999 was gone",
        "They spent 15 years there, for years, over a decade.",
    ] {
        assert_eq!(
            found("2024-12-12", "en", text),
            Vec::<String>::new(),
            "{text}"
        );
    }
}

#[test]
fn kinds_tell_what_is_written() {
    assert_eq!(
        kinds("On 8 December 2024, in 2011, on 7 May, on Sunday, at 8 p.m., from 2011 to 2014"),
        [
            "absolute", "partial", "partial", "relative", "time", "range",
        ]
    );
}

#[test]
fn a_day_in_a_name_is_that_day() {
    check_report(
        "Since the September 11 attacks and the October 7 attack",
        &["September 11 = 2001-09-11", "October 7 = 2024-10-07"],
    );
}

#[test]
fn arabic_and_french_months_are_known() {
    assert_eq!(
        found(
            "",
            "ar",
            "في ٨ كانون الأول ٢٠٢٤ وفي 3 يناير 2025 وفي ٧ تشرين الثاني (نوفمبر) ٢٠٢٣"
        ),
        [
            "٨ كانون الأول ٢٠٢٤ = 2024-12-08",
            "3 يناير 2025 = 2025-01-03",
            "٧ تشرين الثاني (نوفمبر) ٢٠٢٣ = 2023-11-07"
        ]
    );
    assert_eq!(
        found(
            "",
            "fr",
            "Le 1er août 2024, en février 2025 ; le lendemain matin"
        ),
        [
            "1er août 2024 = 2024-08-01",
            "février 2025 = 2025-02",
            "le lendemain matin = ?"
        ]
    );
    assert_eq!(
        found("", "fr", "Du 3 au 5 avril 2000, et les 7 et 8 mars 2001"),
        [
            "3 au 5 avril 2000 = 2000-04-03/2000-04-05",
            "7 et 8 mars 2001 = 2001-03-07/2001-03-08"
        ]
    );
}

#[test]
fn a_line_of_digits_takes_no_longer_than_other_lines() {
    for line in [
        "1".repeat(100_000),
        "1 ".repeat(50_000),
        "2011-".repeat(20_000),
        "8 to ".repeat(20_000),
    ] {
        let started = std::time::Instant::now();
        let mentions = days(&document("", "en", &line));
        assert!(mentions.len() <= 50_000);
        assert!(started.elapsed().as_secs() < 5, "{:?}", started.elapsed());
    }
}

#[test]
fn days_after_an_event_are_counted_where_the_event_is_named() {
    check(
        "On 3 May 1999, just two days after the launch, it failed.",
        &[
            "3 May 1999 = 1999-05-03",
            "two days after the launch = 1999-05-03",
        ],
    );
    check(
        "On 3 May 1999 it failed. Two days after the launch he left; a week after he left it burned.",
        &[
            "3 May 1999 = 1999-05-03",
            "Two days after the launch = 1999-05-05",
            "a week after = ?",
        ],
    );
}

proptest! {
    #[test]
    fn any_text_is_answered_and_stored(
        words in prop::collection::vec(prop::sample::select(vec![
            "8", "December", "2024", "to", "-", "the", "next", "Sunday", "night", "at", "p.m.", "two", "days",
            "later", "“", "”", ".", ",", "of", "that", "year", "1980s", "half", "past", "four", "and", "3.4.2024",
            "late", "since", "early", "31", "February", "\n\n", "last", "week", "ago", "’60s", "midnight", "é", "٨",
        ]), 0..60),
        date in prop::sample::select(vec!["", "2024-12-12", "2024-12", "2024", "0000-01-01", "9999-12-31"]),
    ) {
        found(date, "en", &words.join(" "));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(documents) = read(&bytes) {
            prop_assert_eq!(read(&write(&documents)).map(|read| read.len()), Ok(documents.len()));
        }
    }

    #[test]
    fn damage_is_no_panic(at in 0_usize..200, byte in any::<u8>()) {
        let document = document("2024-12-12", "en", "On Sunday at 8 p.m., from 2011 to 8 May 2014, the next day.");
        let mut bytes = write(&[days(&document)]);
        let at = at % bytes.len();
        bytes[at] = byte;
        if let Ok(mut documents) = read(&bytes) {
            documents.iter_mut().for_each(|mentions| place(&document, mentions));
        }
        bytes.truncate(at);
        prop_assert!(read(&bytes).is_err());
    }
}

#[test]
fn days_with_names_of_their_own_are_read() {
    check(
        "They married on New Year’s Day 2014 and left on Christmas Eve of that year.",
        &[
            "New Year’s Day 2014 = 2014-01-01",
            "Christmas Eve of that year = 2014-12-24",
        ],
    );
    check("The new year began with Christmas trees.", &[]);
}

#[test]
fn parts_of_a_year_of_the_story_are_counted_from_it() {
    check(
        "In 2009 they struck. In the summer of that year jobs went. On 15 March of the next year it closed.",
        &[
            "2009 = 2009",
            "the summer of that year = 2009-22",
            "15 March of the next year = 2010-03-15",
        ],
    );
}
