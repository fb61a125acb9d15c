//! Whole reports, of which every day is listed.

use super::found;

/// Short reports with traps: each with its date, its text and what a careful reader marks.
const REPORTS: [(&str, &str, &[&str]); 9] = [
    (
        "2019-03-20",
        "The ferry left Port Salem at 6:40 a.m. on Monday with 212 people and 1,900 crates of fruit. By noon \
         it was overdue; a search began at dusk and went on overnight. On Tuesday morning a Mi-8 found 14 men \
         on a raft. The ship, built in 1988 for 150 passengers, had failed an inspection last November.",
        &[
            "6:40 a.m. on Monday = 2019-03-18T06:40",
            "noon = 2019-03-18T12:00",
            "dusk = 2019-03-18",
            "overnight = 2019-03-18",
            "Tuesday morning = 2019-03-19",
            "1988 = 1988",
            "last November = 2018-11",
        ],
    ),
    (
        "2022-06-02",
        "Mayor June Hartley may resign, she said on Wednesday. She took office in January 2018, after the \
         2017 vote, and was due to leave next year. “I decided yesterday,” she told Radio 2020. Aides had \
         met two days earlier at 1600 Mill Road.",
        &[
            "Wednesday = 2022-06-01",
            "January 2018 = 2018-01",
            "2017 = 2017",
            "next year = 2023",
            "yesterday = 2022-05-31",
            "two days earlier = ?",
        ],
    ),
    (
        "",
        "The siege of Karsk began on 3 May 1942. Ten days later the bridge fell, and that night the first \
         boats crossed. In 1915 another army had tried. By the 20th the town was cut off; the next morning \
         bread was rationed. Relief came in late October.",
        &[
            "3 May 1942 = 1942-05-03",
            "Ten days later = 1942-05-13",
            "that night = 1942-05-13",
            "1915 = 1915",
            "the 20th = 1942-05-20",
            "the next morning = 1942-05-21",
            "late October = 1942-10",
        ],
    ),
    (
        "2021-11-05",
        "Prices rose 6.2 percent in the year to October, from 2,011 to 2,136 crowns. Under Regulation 1907 of \
         2006, which took effect on June 1, 2007, Route 66 stays closed until Dec. 15. The second reading is \
         expected on Thursday.",
        &[
            "October = 2021-10",
            "2006 = 2006",
            "June 1, 2007 = 2007-06-01",
            "Dec. 15 = 2021-12-15",
            "Thursday = 2021-11-11",
        ],
    ),
    (
        "2016-09-12",
        "They met at the station on the night of 9 September. At 11:30 p.m. a van stopped. At half past twelve \
         in the morning it was gone. Around 4 a.m. a baker saw it at the mill, and at six that morning the \
         police sealed the road.",
        &[
            "the night of 9 September = 2016-09-09",
            "11:30 p.m. = 2016-09-09T23:30",
            "half past twelve in the morning = 2016-09-10T00:30",
            "4 a.m. = 2016-09-10T04:00",
            "six that morning = 2016-09-10T06:00",
        ],
    ),
    (
        "2014-02-03",
        "She was 31 and had lived for ten years in the 12th district. Her father, born in the 1930s, fought \
         from 1956 to 1958; he spoke of the summer of 1957 until his last day. In recent months she called \
         every Sunday. In the weeks following his death she did not.",
        &[
            "the 1930s = 193X",
            "1956 to 1958 = 1956/1958",
            "the summer of 1957 = 1957-22",
            "recent months = ?",
            "the weeks following = ?",
        ],
    ),
    (
        "2023-04-18",
        "Fighting broke out on April 15 and, after a truce of 24 hours, again on Monday. Between 9 and 12 \
         April the army had moved 2000 troops along Highway 40. A plane is due on Friday; the last one left \
         three days ago. “By tomorrow it will be over,” said a colonel.",
        &[
            "April 15 = 2023-04-15",
            "Monday = 2023-04-17",
            "9 and 12 April = 2023-04-09/2023-04-12",
            "Friday = 2023-04-21",
            "three days ago = 2023-04-15",
            "tomorrow = 2023-04-19",
        ],
    ),
    (
        "2010-07-01",
        "The bank’s 2008 losses were the worst since the 1930s. As late as 2005 it had denied them. In March \
         this year a new board was named; in May and June it met 12 times. Its report, dated 24/06/2010, runs \
         to 1999 pages.",
        &[
            "2008 = 2008",
            "the 1930s = 193X",
            "2005 = 2005",
            "March this year = 2010-03",
            "May = 2010-05",
            "June = 2010-06",
            "24/06/2010 = 2010-06-24",
        ],
    ),
    (
        "",
        "On 14 July 1789, a Tuesday, the crowd gathered at dawn. Three weeks earlier the king had given way; \
         the previous evening bells had rung. Late in the afternoon the gate fell. The day after the fall, \
         he was told. A month later, privileges ended; two years later he fled.",
        &[
            "14 July 1789 = 1789-07-14",
            "Tuesday = 1789-07-14",
            "dawn = 1789-07-14",
            "Three weeks earlier = 1789-06-23",
            "the previous evening = 1789-07-13",
            "Late in the afternoon = 1789-07-14",
            "The day after = 1789-07-15",
            "A month later = 1789-08",
            "two years later = 1791",
        ],
    ),
];

#[test]
fn reports_are_read_as_a_careful_reader_would() {
    for (date, text, expected) in REPORTS {
        assert_eq!(found(date, "en", text), expected, "{text}");
    }
}
