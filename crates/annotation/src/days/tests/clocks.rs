//! Times of day, and days of the week.

use super::*;

#[test]
fn weekdays_of_a_report_are_those_before_it() {
    check_report("He spoke on Sunday.", &["Sunday = 2024-12-08"]);
    check_report("He spoke on Thursday.", &["Thursday = 2024-12-12"]);
    check_report(
        "Last Tuesday he left; next Tuesday he returns.",
        &["Last Tuesday = 2024-12-10", "next Tuesday = 2024-12-17"],
    );
    check_report(
        "this Sunday and this past Sunday",
        &["this Sunday = 2024-12-15", "this past Sunday = 2024-12-08"],
    );
    check_report("The court will meet on Monday.", &["Monday = 2024-12-16"]);
    check_report("The strike ends on Monday.", &["Monday = 2024-12-16"]);
    check_report(
        "on Sunday night and early Monday",
        &["Sunday night = 2024-12-08", "early Monday = 2024-12-09"],
    );
    check("He spoke on Sunday.", &["Sunday = ?"]);
    check(
        "On 7 December 2024 it began. On Sunday it ended.",
        &["7 December 2024 = 2024-12-07", "Sunday = 2024-12-08"],
    );
}

#[test]
fn after_an_evening_the_small_hours_are_the_next_day() {
    check(
        "On 7 December 2024 he came home at 6 p.m. and slept. By 1 a.m. the house was awake.\n\nAt 2 a.m. \
         he left. At dawn they came.",
        &[
            "7 December 2024 = 2024-12-07",
            "6 p.m. = 2024-12-07T18:00",
            "1 a.m. = 2024-12-08T01:00",
            "2 a.m. = 2024-12-08T02:00",
            "dawn = 2024-12-08",
        ],
    );
    check(
        "On 7 December 2024, at 2 a.m., he left.",
        &["7 December 2024 = 2024-12-07", "2 a.m. = 2024-12-07T02:00"],
    );
    check(
        "At 2 a.m. on 8 December 2024 he left.",
        &["2 a.m. on 8 December 2024 = 2024-12-08T02:00"],
    );
    check("He left at 2 a.m.", &["2 a.m. = ?"]);
}

#[test]
fn clocks_are_read_in_figures_and_words() {
    check_report(
        "On Sunday at half past four in the afternoon",
        &["Sunday at half past four in the afternoon = 2024-12-08T16:30"],
    );
    check_report(
        "On Sunday at 20:15",
        &["Sunday at 20:15 = 2024-12-08T20:15"],
    );
    check_report(
        "On Sunday at half past four",
        &["Sunday = 2024-12-08", "half past four = ?"],
    );
    check_report(
        "On Sunday, at noon",
        &["Sunday = 2024-12-08", "noon = 2024-12-08T12:00"],
    );
    check_report(
        "At six in the morning on 8 December",
        &["six in the morning on 8 December = 2024-12-08T06:00"],
    );
    check_report("8:30pm on Sunday", &["8:30pm on Sunday = 2024-12-08T20:30"]);
    check_report(
        "She conceded at nine, took it back at ten and slept.",
        &["nine = ?", "ten = ?"],
    );
    check_report("It opens at 7.30; see Luke 10:30.", &["7.30 = ?"]);
    check_report(
        "Half an hour later, a year and a half ago, two and a half years later",
        &[
            "Half an hour later = ?",
            "a year and a half ago = ?",
            "two and a half years later = ?",
        ],
    );
    check_report("The score was 2:1 and the ratio 16:9.", &[]);
}

#[test]
fn arabic_hours_are_read_with_their_part_of_the_day() {
    assert_eq!(
        found(
            "",
            "ar",
            "في ٨ كانون الأول ٢٠٢٤ عند الثامنة مساءً، ثم الساعة الثانية بعد منتصف الليل"
        ),
        [
            "٨ كانون الأول ٢٠٢٤ = 2024-12-08",
            "الثامنة مساءً = 2024-12-08T20:00",
            "الساعة الثانية بعد منتصف الليل = 2024-12-09T02:00",
        ]
    );
}

#[test]
fn two_times_of_one_half_and_times_with_their_zone_are_read() {
    check_report(
        "Between 2 and 4 a.m. on 8 December 2024 nobody answered.",
        &["2 and 4 a.m. on 8 December 2024 = 2024-12-08T02:00/2024-12-08T04:00"],
    );
    check_report(
        "The call came at 0140 GMT, and again from 11 to 2 a.m.",
        &[
            "0140 GMT = 2024-12-12T01:40",
            "11 to 2 a.m. = 2024-12-12T23:00/2024-12-13T02:00",
        ],
    );
    check(
        "At 11 p.m. on 6 January 2024 the train left. At 0300 it was found.",
        &[
            "11 p.m. on 6 January 2024 = 2024-01-06T23:00",
            "0300 = 2024-01-07T03:00",
        ],
    );
    check_report("It had 0140 seats. At four and a quarter I sleep.", &[]);
}

#[test]
fn weekdays_of_a_report_stay_in_its_week_after_a_look_back() {
    check_report(
        "The captain told an inquiry on Wednesday that he had asked.\n\nThe fire broke out on 17 March 2022.\n\nThe guard, who was heard on Monday, disagreed.",
        &[
            "Wednesday = 2024-12-11",
            "17 March 2022 = 2022-03-17",
            "Monday = 2024-12-09",
        ],
    );
}

#[test]
fn midnight_begins_the_next_day_and_before_it_is_the_evening() {
    check(
        "On 5 November 2021 at 9 p.m. they met. Shortly before midnight they voted. At 1:30 a.m. it was over.",
        &[
            "5 November 2021 at 9 p.m. = 2021-11-05T21:00",
            "midnight = 2021-11-05",
            "1:30 a.m. = 2021-11-06T01:30",
        ],
    );
    check(
        "On 5 November 2021 at 9 p.m. they met. At midnight they voted. At 1:30 a.m. it was over.",
        &[
            "5 November 2021 at 9 p.m. = 2021-11-05T21:00",
            "midnight = 2021-11-06T00:00",
            "1:30 a.m. = 2021-11-06T01:30",
        ],
    );
}

#[test]
fn a_weekday_that_could_be_any_stays_open_and_so_does_what_counts_from_it() {
    check(
        "He came on 20 July 2012. The shelling began on a Thursday. Two days before, his brother left. At dawn on 3 August 2012, a Friday, it ended.",
        &[
            "20 July 2012 = 2012-07-20",
            "Thursday = ?",
            "Two days before = ?",
            "dawn on 3 August 2012 = 2012-08-03",
            "Friday = 2012-08-03",
        ],
    );
}

#[test]
fn the_night_of_two_days_goes_on_after_midnight() {
    check(
        "On the night of 14 to 15 May 2016 they came. At 1 a.m. it was over.",
        &[
            "the night of 14 to 15 May 2016 = 2016-05-14/2016-05-15",
            "1 a.m. = 2016-05-15T01:00",
        ],
    );
}

#[test]
fn clocks_are_read_in_words_with_minutes_with_zones_and_in_pairs() {
    check(
        "On 3 May 1926, at one minute to midnight, it began.",
        &[
            "3 May 1926 = 1926-05-03",
            "one minute to midnight = 1926-05-03T23:59",
        ],
    );
    check_report(
        "She came at ten past three on Monday afternoon.",
        &["ten past three on Monday afternoon = 2024-12-09T15:10"],
    );
    check_report(
        "It struck at 3.17am local time on Saturday, after a launch at 0412 GMT on Friday.",
        &[
            "3.17am local time on Saturday = 2024-12-07T03:17",
            "0412 GMT on Friday = 2024-12-06T04:12",
        ],
    );
    check_report(
        "Who was there between 6pm and 8pm on Monday?",
        &["6pm and 8pm on Monday = 2024-12-09T18:00/2024-12-09T20:00"],
    );
    check_report(
        "The alarm rang at 1 a.m. on Monday. Half an hour later it rang again.",
        &[
            "1 a.m. on Monday = 2024-12-09T01:00",
            "Half an hour later = 2024-12-09T01:30",
        ],
    );
}

#[test]
fn the_hour_elsewhere_in_brackets_belongs_to_the_clock() {
    check_report(
        "It began at 11:00 am (0900 GMT) on Monday.",
        &["11:00 am (0900 GMT) on Monday = 2024-12-09T11:00"],
    );
}
