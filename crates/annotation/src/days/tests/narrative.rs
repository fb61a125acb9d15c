//! What a story counts from: its nights, its looks back and ahead, its speakers.

use super::{check, check_report};

#[test]
fn a_night_goes_on_after_its_midnight() {
    check(
        "On 18 September 1923, at 9 p.m., they rowed ashore. At 2 a.m. the wind rose, and that night nobody slept. The next day the ship was gone.",
        &[
            "18 September 1923 = 1923-09-18",
            "9 p.m. = 1923-09-18T21:00",
            "2 a.m. = 1923-09-19T02:00",
            "that night = 1923-09-18",
            "The next day = 1923-09-19",
        ],
    );
}

#[test]
fn an_hour_without_its_half_of_the_day_is_the_next_after_the_time_that_was_told() {
    check_report(
        "The ferry sailed at 7:45 on Monday morning. At 8:20 smoke was seen; ten minutes later it stopped.",
        &[
            "7:45 on Monday morning = 2024-12-09T07:45",
            "8:20 = 2024-12-09T08:20",
            "ten minutes later = 2024-12-09T08:30",
        ],
    );
    check_report(
        "“The water came on Sunday night,” she said. “At eleven it was at the step. By two in the morning it was in the beds.”",
        &[
            "Sunday night = 2024-12-08",
            "eleven = 2024-12-08T23:00",
            "two in the morning = 2024-12-09T02:00",
        ],
    );
    check_report(
        "She was seen at 6 p.m. on Monday and rang at 5:30.",
        &["6 p.m. on Monday = 2024-12-09T18:00", "5:30 = ?"],
    );
}

#[test]
fn a_look_back_leaves_the_story_where_it_was() {
    check(
        "They met in 1908. A year earlier he had been a clerk. The following year they married.",
        &[
            "1908 = 1908",
            "A year earlier = 1907",
            "The following year = 1909",
        ],
    );
    check_report(
        "She was found dead on Tuesday. Nobody had seen her since the previous Friday. A man was held the following day.",
        &[
            "Tuesday = 2024-12-10",
            "the previous Friday = 2024-12-06",
            "the following day = 2024-12-11",
        ],
    );
    check(
        "In March 1944 he came home. The month before his brother had been shot.",
        &["March 1944 = 1944-03", "The month before = 1944-02"],
    );
    check_report(
        "He fled on Saturday night. His brother was told the next morning. That evening he had been in his office.",
        &[
            "Saturday night = 2024-12-07",
            "the next morning = 2024-12-08",
            "That evening = 2024-12-07",
        ],
    );
}

#[test]
fn what_is_planned_goes_on_from_what_is_planned() {
    check_report(
        "Voters go to the polls on Sunday. The premier spoke on Wednesday. A second round would be held two weeks later.",
        &[
            "Sunday = 2024-12-15",
            "Wednesday = 2024-12-11",
            "two weeks later = 2024-12-29",
        ],
    );
    check(
        "The valve failed on Friday, 4 October 2024. It was to be changed the following Monday. At noon the fire was out.",
        &[
            "Friday, 4 October 2024 = 2024-10-04",
            "the following Monday = 2024-10-07",
            "noon = 2024-10-04T12:00",
        ],
    );
}

#[test]
fn a_leap_of_weeks_does_not_take_the_hours_of_the_story_along() {
    check(
        "The ferry burned on 17 March 2022. A week later its master was charged.\n\nThe fire broke out at 2.40 am.",
        &[
            "17 March 2022 = 2022-03-17",
            "A week later = 2022-03-24",
            "2.40 am = 2022-03-17T02:40",
        ],
    );
}

#[test]
fn quoted_words_belong_to_the_day_that_is_told_around_them() {
    check_report(
        "They signed at 11 p.m. on Saturday. “Tonight everything changed,” one said as he left that night.",
        &[
            "11 p.m. on Saturday = 2024-12-07T23:00",
            "Tonight = 2024-12-07",
            "that night = 2024-12-07",
        ],
    );
}

#[test]
fn days_of_a_week_and_of_a_month_are_named_by_their_weekday() {
    check(
        "On 24 February 2025 it stopped lending. On Wednesday of that week there were queues, and on the Friday it closed.",
        &[
            "24 February 2025 = 2025-02-24",
            "Wednesday of that week = 2025-02-26",
            "Friday = 2025-02-28",
        ],
    );
    check(
        "It falls on the first Sunday in August 2025 and the last Friday of May 2025.",
        &[
            "the first Sunday in August 2025 = 2025-08-03",
            "the last Friday of May 2025 = 2025-05-30",
        ],
    );
}

#[test]
fn parts_of_the_day_are_times_where_something_leads_to_them() {
    check_report(
        "It snowed on Monday. By evening the pass was shut, by mid-morning the road was.",
        &[
            "Monday = 2024-12-09",
            "evening = 2024-12-09",
            "mid-morning = 2024-12-09",
        ],
    );
    check("Work by night is forbidden, and Overnight work too.", &[]);
}

#[test]
fn what_is_told_in_one_breath_is_of_one_year() {
    check_report(
        "He put his cattle on the hill in May 2022, and when he went there on the second Saturday of September he found nine.",
        &[
            "May 2022 = 2022-05",
            "the second Saturday of September = 2022-09-10",
        ],
    );
}
