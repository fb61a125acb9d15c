//! What the tense of a clause says of its days, in a report of Thursday, 12 December 2024.

use super::check_report;

#[test]
fn a_weekday_lies_ahead_where_its_clause_does() {
    check_report("Ministers will meet on Monday.", &["Monday = 2024-12-16"]);
    check_report("Ministers met on Monday.", &["Monday = 2024-12-09"]);
    check_report("“We leave on Monday,” he said.", &["Monday = 2024-12-16"]);
    check_report("“We left on Monday,” he said.", &["Monday = 2024-12-09"]);
    check_report("On Monday the court is to sit.", &["Monday = 2024-12-16"]);
    check_report("On Monday the court sat.", &["Monday = 2024-12-09"]);
    check_report("“On Monday we start.”", &["Monday = 2024-12-16"]);
    check_report(
        "Voters go to the polls on Sunday.",
        &["Sunday = 2024-12-15"],
    );
    check_report(
        "A hearing set for Monday was put off.",
        &["Monday = 2024-12-16"],
    );
    check_report("A car was set on fire on Monday.", &["Monday = 2024-12-09"]);
    check_report(
        "If it rains by Sunday the march is off.",
        &["Sunday = 2024-12-15"],
    );
}

#[test]
fn the_nearest_verb_decides() {
    check_report(
        "Dockers will return on Monday after their union took an offer on Tuesday.",
        &["Monday = 2024-12-16", "Tuesday = 2024-12-10"],
    );
    check_report(
        "Rovers won on Saturday and go to Lindham on Tuesday.",
        &["Saturday = 2024-12-07", "Tuesday = 2024-12-17"],
    );
    check_report(
        "The man who was shot on Monday will be buried on Friday.",
        &["Monday = 2024-12-09", "Friday = 2024-12-13"],
    );
}

#[test]
fn auxiliaries_go_before_participles() {
    check_report("It will be held on Monday.", &["Monday = 2024-12-16"]);
    check_report(
        "It would have been held on Monday.",
        &["Monday = 2024-12-09"],
    );
    check_report(
        "Bars have been shut since Monday.",
        &["Monday = 2024-12-09"],
    );
    check_report("Bars stay closed until Monday.", &["Monday = 2024-12-16"]);
    check_report(
        "“I’ve been offered a seat on Sunday,” she said.",
        &["Sunday = 2024-12-15"],
    );
    check_report(
        "He was trying to get to a funeral on Saturday.",
        &["Saturday = 2024-12-14"],
    );
    check_report(
        "He is accused of stabbing a man on Saturday.",
        &["Saturday = 2024-12-07"],
    );
    check_report(
        "She is in hospital after an attack on Saturday.",
        &["Saturday = 2024-12-07"],
    );
}

#[test]
fn months_without_a_year_are_the_nearest_in_the_direction_of_the_tense() {
    check_report("They had lost there in February.", &["February = 2024-02"]);
    check_report(
        "The case is to be heard in February.",
        &["February = 2025-02"],
    );
    check_report("The meeting is on 24 April.", &["24 April = 2025-04-24"]);
    check_report(
        "The lake was foul in the summer of 2021. The family had gone there on 25 July.",
        &["the summer of 2021 = 2021-22", "25 July = 2021-07-25"],
    );
}

#[test]
fn quoted_words_of_a_report_count_from_the_day_on_which_they_were_spoken() {
    check_report(
        "“It ends tonight,” he said on Tuesday.",
        &["tonight = 2024-12-10", "Tuesday = 2024-12-10"],
    );
    check_report(
        "The roof fell in yesterday.\n\n“Tomorrow we rebuild,” she said.",
        &["yesterday = 2024-12-11", "Tomorrow = 2024-12-13"],
    );
    check_report("“Tomorrow we rebuild,” she said.", &["Tomorrow = ?"]);
}

#[test]
fn the_story_does_not_move_to_days_ahead_or_to_those_of_its_speakers() {
    check_report(
        "The tower fell on Tuesday, officials said on Wednesday. Schools are closed until Monday. The first \
         call came at 9:20 a.m. and the mayor will speak at 5 p.m.",
        &[
            "Tuesday = 2024-12-10",
            "Wednesday = 2024-12-11",
            "Monday = 2024-12-16",
            "9:20 a.m. = 2024-12-10T09:20",
            "5 p.m. = 2024-12-16T17:00",
        ],
    );
    check_report(
        "He died on Tuesday. The vote had been put off on 3 May.\n\nAt 6 a.m. the house was sealed.",
        &[
            "Tuesday = 2024-12-10",
            "3 May = 2024-05-03",
            "6 a.m. = 2024-12-10T06:00",
        ],
    );
}

#[test]
fn what_has_happened_goes_on_with_a_look_back_and_not_after_the_report() {
    check_report(
        "The firm was fined today. The girl had swum there on 25 July 2021.\n\nTwo days later she fell ill.",
        &[
            "today = 2024-12-12",
            "25 July 2021 = 2021-07-25",
            "Two days later = 2021-07-27",
        ],
    );
}

#[test]
fn a_report_does_not_tell_of_the_late_evening_of_its_own_day() {
    check_report(
        "A storm struck late on Wednesday. Two lay in hospital on Thursday afternoon. The sirens went at 10 p.m.",
        &[
            "late on Wednesday = 2024-12-11",
            "Thursday afternoon = 2024-12-12",
            "10 p.m. = 2024-12-11T22:00",
        ],
    );
}

#[test]
fn weekdays_of_other_weeks_are_counted_by_weeks() {
    check_report(
        "It broke on Friday of last week.",
        &["Friday of last week = 2024-12-06"],
    );
    check_report("It must go by Friday week.", &["Friday week = 2024-12-20"]);
    check_report(
        "They play on Tuesday next week.",
        &["Tuesday next week = 2024-12-17"],
    );
}

#[test]
fn the_weekend_and_the_end_of_the_month_follow_the_tense() {
    check_report(
        "They will test it over the weekend.",
        &["the weekend = 2024-12-14/2024-12-15"],
    );
    check_report(
        "The strike had spread by the weekend.",
        &["the weekend = 2024-12-07/2024-12-08"],
    );
    check_report(
        "Salt will run out by the end of the month.",
        &["the end of the month = 2024-12"],
    );
}

#[test]
fn what_was_to_be_lies_ahead() {
    check_report(
        "The guard who died was to have gone home on Saturday.",
        &["Saturday = 2024-12-14"],
    );
    check_report(
        "Unions have called for roads to be blocked on Monday.",
        &["Monday = 2024-12-16"],
    );
}
