//! Words that take part in expressions of time.
//!
//! Each language maps its words to the same classes; a language is added by a function like
//! [`english`] and, where the order of words differs, a grammar of its own.

/// A length of time that can be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Minute,
    Hour,
    Day,
    Night,
    Weekend,
    Week,
    Fortnight,
    Month,
    Year,
    Decade,
    Century,
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Dawn,
    Morning,
    Noon,
    Afternoon,
    Dusk,
    Evening,
    Night,
    Midnight,
}

/// Which day it is shows its second word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Feast {
    Christmas,
    Boxing,
    /// New Year.
    New,
}

/// What a word can do in an expression of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Month(u8),
    /// Counts only beside a number.
    ShortMonth(u8),
    /// Monday is 0.
    Weekday(u8),
    ShortWeekday(u8),
    Unit(Unit),
    Units(Unit),
    Part(Part),
    /// 21 spring to 24 winter.
    Season(u8),
    Number(u8),
    Ordinal(u8),
    /// `true`: after noon.
    HalfDay(bool),
    OClock,
    A,
    /// A number that the text leaves open: few, several, some.
    Several,
    Couple,
    Half,
    Quarter,
    The,
    Of,
    On,
    In,
    At,
    By,
    From,
    To,
    Between,
    And,
    Until,
    Since,
    Before,
    After,
    During,
    Over,
    Than,
    Early,
    Mid,
    Late,
    Beginning,
    Middle,
    End,
    This,
    That,
    These,
    Those,
    Same,
    Next,
    Following,
    Previous,
    Last,
    Past,
    Recent,
    Later,
    Earlier,
    Ago,
    Afterwards,
    Today,
    Yesterday,
    Tomorrow,
    Tonight,
    Overnight,
    About,
    Just,
    All,
    Only,
    Hence,
    Will,
    /// What is counted: people, dollars, miles.
    Counted,
    /// Parts of the names of things that are no days, though a day stands before them: prayers, school.
    Habit,
    /// GMT, UTC.
    Zone,
    /// attack, attacks: a day before it is the name of an event.
    Event,
    His,
    So,
    Back,
    Very,
    /// every, each, most: habits are no days.
    Every,
    Which,
    Version,
    /// Pronouns, auxiliaries, prepositions: a noun phrase does not go on with them.
    Clause,
    /// The first word of the name of a day.
    Feast(Feast),
    Eve,
    /// Any other word with a capital.
    Name,
    /// Any other word.
    Other,
}

/// Returns what a word in small letters can do.
pub(super) fn english(word: &str) -> Word {
    use Word as W;
    match word {
        "january" => W::Month(1),
        "february" => W::Month(2),
        "march" => W::Month(3),
        "april" => W::Month(4),
        "may" => W::Month(5),
        "june" => W::Month(6),
        "july" => W::Month(7),
        "august" => W::Month(8),
        "september" => W::Month(9),
        "october" => W::Month(10),
        "november" => W::Month(11),
        "december" => W::Month(12),
        "jan" => W::ShortMonth(1),
        "feb" => W::ShortMonth(2),
        "mar" => W::ShortMonth(3),
        "apr" => W::ShortMonth(4),
        "jun" => W::ShortMonth(6),
        "jul" => W::ShortMonth(7),
        "aug" => W::ShortMonth(8),
        "sep" | "sept" => W::ShortMonth(9),
        "oct" => W::ShortMonth(10),
        "nov" => W::ShortMonth(11),
        "dec" => W::ShortMonth(12),
        "monday" => W::Weekday(0),
        "tuesday" => W::Weekday(1),
        "wednesday" => W::Weekday(2),
        "thursday" => W::Weekday(3),
        "friday" => W::Weekday(4),
        "saturday" => W::Weekday(5),
        "sunday" => W::Weekday(6),
        "mon" => W::ShortWeekday(0),
        "tue" | "tues" => W::ShortWeekday(1),
        "wed" => W::ShortWeekday(2),
        "thu" | "thur" | "thurs" => W::ShortWeekday(3),
        "fri" => W::ShortWeekday(4),
        "sat" => W::ShortWeekday(5),
        "sun" => W::ShortWeekday(6),
        "minute" => W::Unit(Unit::Minute),
        "hour" => W::Unit(Unit::Hour),
        "day" => W::Unit(Unit::Day),
        "weekend" => W::Unit(Unit::Weekend),
        "week" => W::Unit(Unit::Week),
        "fortnight" => W::Unit(Unit::Fortnight),
        "month" => W::Unit(Unit::Month),
        "year" => W::Unit(Unit::Year),
        "decade" => W::Unit(Unit::Decade),
        "century" => W::Unit(Unit::Century),
        "minutes" => W::Units(Unit::Minute),
        "hours" => W::Units(Unit::Hour),
        "days" => W::Units(Unit::Day),
        "nights" => W::Units(Unit::Night),
        "weekends" => W::Units(Unit::Weekend),
        "weeks" => W::Units(Unit::Week),
        "months" => W::Units(Unit::Month),
        "years" => W::Units(Unit::Year),
        "decades" => W::Units(Unit::Decade),
        "centuries" => W::Units(Unit::Century),
        "dawn" | "sunrise" | "daybreak" => W::Part(Part::Dawn),
        "morning" => W::Part(Part::Morning),
        "noon" | "midday" => W::Part(Part::Noon),
        "afternoon" => W::Part(Part::Afternoon),
        "dusk" | "sunset" | "nightfall" | "sundown" => W::Part(Part::Dusk),
        "evening" => W::Part(Part::Evening),
        "night" => W::Part(Part::Night),
        "midnight" => W::Part(Part::Midnight),
        "spring" => W::Season(21),
        "summer" => W::Season(22),
        "autumn" | "fall" => W::Season(23),
        "winter" => W::Season(24),
        "a" | "an" => W::A,
        "few" | "several" | "some" | "many" => W::Several,
        "couple" => W::Couple,
        "half" => W::Half,
        "quarter" => W::Quarter,
        "the" => W::The,
        "of" => W::Of,
        "on" => W::On,
        "in" => W::In,
        "at" => W::At,
        "by" => W::By,
        "from" => W::From,
        "to" => W::To,
        "between" => W::Between,
        "and" => W::And,
        "until" | "till" | "through" => W::Until,
        "since" => W::Since,
        "before" => W::Before,
        "after" => W::After,
        "during" | "throughout" | "within" => W::During,
        "over" | "for" => W::Over,
        "than" | "as" => W::Than,
        "early" => W::Early,
        "mid" => W::Mid,
        "late" => W::Late,
        "beginning" | "start" | "outset" => W::Beginning,
        "middle" => W::Middle,
        "end" | "close" => W::End,
        "this" => W::This,
        "that" => W::That,
        "these" => W::These,
        "those" => W::Those,
        "same" => W::Same,
        "very" => W::Very,
        "next" | "coming" => W::Next,
        "following" | "ensuing" | "subsequent" | "intervening" => W::Following,
        "previous" | "preceding" | "prior" => W::Previous,
        "last" => W::Last,
        "past" => W::Past,
        "recent" | "recently" => W::Recent,
        "later" => W::Later,
        "earlier" => W::Earlier,
        "ago" => W::Ago,
        "afterwards" | "afterward" | "thereafter" => W::Afterwards,
        "today" => W::Today,
        "yesterday" => W::Yesterday,
        "tomorrow" => W::Tomorrow,
        "tonight" => W::Tonight,
        "overnight" => W::Overnight,
        "about" | "around" | "circa" | "roughly" | "approximately" | "nearly" | "almost" => {
            W::About
        }
        "just" | "shortly" | "soon" | "right" | "well" | "long" | "little" => W::Just,
        "all" | "whole" | "entire" => W::All,
        "only" | "barely" | "exactly" => W::Only,
        "hence" => W::Hence,
        "will" | "expected" | "due" | "scheduled" | "planned" | "plans" | "set" | "would"
        | "upcoming" | "expects" | "expect" | "forecast" | "forecasts" | "hopes" | "hope"
        | "shall" | "likely" | "intends" | "aims" | "begins" | "starts" | "ends" | "opens"
        | "closes" | "resumes" | "expires" => W::Will,
        "gmt" | "utc" | "cet" | "cest" | "bst" | "edt" | "msk" | "ist" | "jst" => W::Zone,
        "people" | "men" | "women" | "children" | "troops" | "soldiers" | "fighters" | "dead"
        | "killed" | "wounded" | "injured" | "dollars" | "percent" | "per" | "miles" | "km"
        | "kilometers" | "kilometres" | "meters" | "metres" | "feet" | "tons" | "tonnes"
        | "pounds" | "euros" | "homes" | "houses" | "deaths" | "cases" | "votes" | "seats"
        | "times" | "words" | "pages" | "prisoners" | "refugees" | "civilians" | "families"
        | "workers" | "others" | "persons" | "members" | "square" | "more" | "rounds" | "acres"
        | "hectares" | "copies" | "guests" | "protesters" | "demonstrators" | "students"
        | "villages" | "towns" | "vehicles" | "tanks" | "rockets" | "missiles" | "drones"
        | "bodies" | "victims" | "officers" | "officials" | "points" | "million" | "billion"
        | "thousand" | "hundred" | "dozen" | "cents" | "metre" | "meter" | "mile" | "hectare"
        | "degrees" | "residents" | "employees" | "passengers" | "voters" | "militants"
        | "rebels" | "policemen" | "flights" | "years-old" | "detainees" => W::Counted,
        "prayer" | "prayers" | "school" | "sermon" | "mosque" | "times_" | "mass" | "roast" => {
            W::Habit
        }
        "attack" | "attacks" | "massacre" | "movement" => W::Event,
        "it" | "he" | "she" | "they" | "we" | "i" | "you" | "there" | "was" | "were" | "is"
        | "are" | "had" | "has" | "have" | "but" | "who" | "where" | "while" | "with"
        | "against" | "near" | "into" | "under" => W::Clause,
        "his" | "her" | "their" | "my" | "our" | "your" => W::His,
        "so" => W::So,
        "back" => W::Back,
        "every" | "each" | "most" | "any" => W::Every,
        "which" | "when" => W::Which,
        "pre" | "post" => W::Version,
        "christmas" => W::Feast(Feast::Christmas),
        "boxing" => W::Feast(Feast::Boxing),
        "new" => W::Feast(Feast::New),
        "eve" => W::Eve,
        _ => number_word(word),
    }
}

fn number_word(word: &str) -> Word {
    const CARDINALS: &str = "one two three four five six seven eight nine ten eleven twelve thirteen \
        fourteen fifteen sixteen seventeen eighteen nineteen twenty";
    const ORDINALS: &str = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh \
        twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth";
    if !(3..=11).contains(&word.len()) {
        return Word::Other;
    }
    match word {
        "thirty" => return Word::Number(30),
        "forty" => return Word::Number(40),
        "fifty" => return Word::Number(50),
        "sixty" => return Word::Number(60),
        "seventy" => return Word::Number(70),
        "eighty" => return Word::Number(80),
        "ninety" => return Word::Number(90),
        "thirtieth" => return Word::Ordinal(30),
        "twenties" | "thirties" | "forties" | "fifties" | "sixties" | "seventies" | "eighties"
        | "nineties" => return Word::Other,
        _ => {}
    }
    // Few words begin with these letters and fewer end as numbers do: the lists are rarely walked.
    if !matches!(word.as_bytes()[0], b'o' | b't' | b'f' | b's' | b'e' | b'n') {
        return Word::Other;
    }
    let place = |list: &str| {
        list.split_ascii_whitespace()
            .position(|listed| listed == word)
    };
    if let Some(place) = place(CARDINALS) {
        return Word::Number(place as u8 + 1);
    }
    place(ORDINALS).map_or(Word::Other, |place| Word::Ordinal(place as u8 + 1))
}

/// Returns the first year of a decade written as a word: the sixties.
pub(super) fn decade_word(word: &str) -> Option<u8> {
    const DECADES: &str = "twenties thirties forties fifties sixties seventies eighties nineties";
    let place = DECADES.split(' ').position(|decade| decade == word)?;
    Some(place as u8 * 10 + 20)
}

/// French words, folded: without accents, in small letters.
pub(super) fn french(word: &str) -> Word {
    use Word as W;
    match word {
        "janvier" => W::Month(1),
        "fevrier" => W::Month(2),
        "mars" => W::Month(3),
        "avril" => W::Month(4),
        "mai" => W::Month(5),
        "juin" => W::Month(6),
        "juillet" => W::Month(7),
        "aout" => W::Month(8),
        "septembre" => W::Month(9),
        "octobre" => W::Month(10),
        "novembre" => W::Month(11),
        "decembre" => W::Month(12),
        "janv" => W::ShortMonth(1),
        "fevr" => W::ShortMonth(2),
        "avr" => W::ShortMonth(4),
        "juil" => W::ShortMonth(7),
        "sept" => W::ShortMonth(9),
        "oct" => W::ShortMonth(10),
        "nov" => W::ShortMonth(11),
        "dec" => W::ShortMonth(12),
        "lundi" => W::Weekday(0),
        "mardi" => W::Weekday(1),
        "mercredi" => W::Weekday(2),
        "jeudi" => W::Weekday(3),
        "vendredi" => W::Weekday(4),
        "samedi" => W::Weekday(5),
        "dimanche" => W::Weekday(6),
        "heure" | "heures" | "h" => W::OClock,
        "aube" => W::Part(Part::Dawn),
        "matin" | "matinee" => W::Part(Part::Morning),
        "midi" => W::Part(Part::Noon),
        "soir" | "soiree" => W::Part(Part::Evening),
        "nuit" => W::Part(Part::Night),
        "minuit" => W::Part(Part::Midnight),
        "jour" => W::Unit(Unit::Day),
        "la" => W::That,
        "le" => W::The,
        "ce" | "cette" => W::This,
        "du" | "de" | "d" => W::Of,
        "en" => W::In,
        "depuis" | "des" => W::Since,
        "jusqu" | "avant" | "apres" => W::Before,
        "au" => W::To,
        "et" => W::And,
        "debut" => W::Early,
        "mi" => W::Mid,
        "fin" => W::Late,
        "vers" | "environ" => W::About,
        "lendemain" => W::Following,
        "veille" => W::Previous,
        "hier" => W::Yesterday,
        "aujourd" => W::Today,
        "demain" => W::Tomorrow,
        "a" => W::At,
        "er" => W::Ordinal(1),
        _ => W::Other,
    }
}

/// Arabic words as they are written, without vowel signs; the months of the Levant and Iraq, of Egypt and
/// the Gulf, and of the Maghreb. Those of two words are joined by the scanner's look-ahead.
pub(super) fn arabic(word: &str) -> Word {
    use Word as W;
    match word {
        "يناير" | "جانفي" => W::Month(1),
        "شباط" | "فبراير" | "فيفري" => W::Month(2),
        "آذار" | "اذار" | "مارس" => W::Month(3),
        "نيسان" | "أبريل" | "ابريل" | "إبريل" | "أفريل" => W::Month(4),
        "أيار" | "ايار" | "مايو" | "ماي" => W::Month(5),
        "حزيران" | "يونيو" | "يونيه" | "جوان" => W::Month(6),
        "تموز" | "يوليو" | "يوليه" | "جويلية" => W::Month(7),
        "آب" | "أغسطس" | "اغسطس" | "أوت" | "غشت" => W::Month(8),
        "أيلول" | "ايلول" | "سبتمبر" | "شتنبر" => W::Month(9),
        "أكتوبر" | "اكتوبر" => W::Month(10),
        "نوفمبر" | "نونبر" => W::Month(11),
        "ديسمبر" | "دجنبر" => W::Month(12),
        // كانون and تشرين wait for the first or the second: see the grammar.
        "كانون" => W::ShortMonth(12),
        "تشرين" => W::ShortMonth(10),
        "الأول" | "الاول" | "أول" | "اول" => W::Ordinal(1),
        "الثاني" | "ثاني" => W::Ordinal(2),
        "الواحدة" => W::Number(1),
        "الثانية" => W::Number(2),
        "الثالثة" => W::Number(3),
        "الرابعة" => W::Number(4),
        "الخامسة" => W::Number(5),
        "السادسة" => W::Number(6),
        "السابعة" => W::Number(7),
        "الثامنة" => W::Number(8),
        "التاسعة" => W::Number(9),
        "العاشرة" => W::Number(10),
        "الحادية" => W::Number(11),
        "عشرة" => W::Number(12),
        "الساعة" => W::OClock,
        "عند" | "نحو" | "حوالي" | "الى" | "إلى" => W::At,
        "وعند" | "وبعد" => W::At,
        "والنصف" => W::Half,
        "الظهر" | "ظهرا" => W::Part(Part::Afternoon),
        "منتصف" => W::Middle,
        "الليل" | "ليلا" => W::Part(Part::Night),
        "بعد" => W::After,
        "يومين" => W::Units(Unit::Day),
        "عام" | "سنة" | "العام" => W::Unit(Unit::Year),
        "في" | "منذ" | "حتى" | "قبل" => W::In,
        "منه" => W::That,
        "فجر" | "فجرا" => W::Part(Part::Dawn),
        "صباح" | "صباحا" => W::Part(Part::Morning),
        "مساء" => W::Part(Part::Evening),
        "ليل" | "ليلة" => W::Part(Part::Night),
        "اليوم" => W::Unit(Unit::Day),
        "التالي" => W::Next,
        _ => W::Other,
    }
}
