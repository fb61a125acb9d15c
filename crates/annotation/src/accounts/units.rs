//! What numbers count: things, people, money, measures, shares, lengths of time.

/// What a number counts. Numbers of different units are never compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Things, by the stem's feature.
    Things(u32),
    /// Things that have several names, by their place in the list.
    Kind(u8),
    /// A measure, by its place in the list.
    Measure(u8),
    /// People of whom nothing is said but what happened to them.
    People,
    /// Money of a currency, by its place in the list.
    Money(u8),
    /// Hundredths.
    Share,
    /// Years of somebody's life; the feature of the name.
    Age(u32),
    /// A length of time: the number is of minutes, days or months.
    Duration(Span),
}

/// Lengths of time that are counted in one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Span {
    /// Seconds to hours.
    Minutes,
    /// Days and weeks.
    Days,
    /// Months.
    Months,
}

/// Words for people that say nothing more of them.
pub(super) const PEOPLE: &[&str] = &[
    "people",
    "persons",
    "residents",
    "villagers",
    "inhabitants",
    "townspeople",
];

/// Names of one thing.
pub(super) const KINDS: &[&str] = &[
    "children schoolchildren kids pupils youngsters",
    "soldiers troops servicemen",
    "houses homes dwellings",
    "firefighters firemen",
    "demonstrators protesters protestors marchers",
    "police policemen officers",
];

/// Measures with their signs.
const MEASURES: &[&str] = &[
    "km kilometres kilometers kilometre kilometer",
    "m metres meters metre meter",
    "mm millimetres millimeters",
    "cm centimetres centimeters",
    "kg kilograms kilogrammes kilos",
    "t tons tonnes",
    "ha hectares",
    "litres liters",
    "miles mile",
];

/// Plurals that do not end in s, and what is said of people in numbers.
pub(super) const PLURALS: &[&str] = &["men", "women", "crew", "cattle", "sheep"];

/// Lengths of time, with how many of the smaller unit they are.
pub(super) const DURATIONS: &[(&str, Span, f64)] = &[
    ("seconds", Span::Minutes, 1.0 / 60.0),
    ("minutes", Span::Minutes, 1.0),
    ("hours", Span::Minutes, 60.0),
    ("days", Span::Days, 1.0),
    ("weeks", Span::Days, 7.0),
    ("months", Span::Months, 1.0),
];

/// Years are counted of many things at once, and a time of "times" is none.
pub(super) const UNCOUNTED: &[&str] = &[
    "years", "times", "degrees", "points", "others", "cents", "percents", "ways", "less", "perhaps",
];

/// Signs and words of currencies.
pub(super) const CURRENCIES: &[&str] = &[
    "€ euro euros eur",
    "$ dollar dollars usd",
    "£ pound pounds sterling gbp",
    "¥ yen yuan",
    "franc francs chf",
    "rouble roubles ruble rubles",
    "krona kronor krone kroner crown crowns",
    "lira liras lire",
    "dinar dinars",
    "rupee rupees",
    "zloty zlotys",
    "dirham dirhams",
    "riyal riyals rial rials",
    "peso pesos",
];

/// Returns the place of the list that has a word.
pub(super) fn place(lists: &[&str], term: &str) -> Option<u8> {
    let has = |list: &&str| list.split(' ').any(|word| word == term);
    lists.iter().position(has).map(|at| at as u8)
}

/// Returns the measure that a number is followed by.
pub(super) fn measure(after: &str) -> Option<u8> {
    let after = after.strip_prefix([' ', '\u{a0}']).unwrap_or(after);
    let end = after
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(after.len());
    let word = after.get(..end)?;
    (!word.is_empty()).then_some(())?;
    place(MEASURES, word)
}
