//! What numbers count: things, people, money, measures, shares, lengths of time, votes.

/// What a number counts. Numbers of different units are never compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Things, by the feature of their stem or of what stands for it.
    Things(u32),
    /// A measure; the number is in metres, kilograms, square metres, litres or kilometres an hour.
    Measure(Dimension),
    /// People by what they are, the place in the list; 0 where nothing is said of them.
    People(u8),
    /// Money of a currency, by its place in the list; [`ANY_MONEY`] where the text does not repeat which.
    Money(u8),
    /// Hundredths.
    Share,
    /// Years of somebody's life; the feature of the name, or of what the person is; or [`NOBODY`].
    Age(u32),
    /// A length of time, in minutes.
    Duration,
    /// A time in prison, in months.
    Sentence,
    /// Votes for something.
    VotesFor,
    /// Votes against it.
    VotesAgainst,
}

/// Somebody of whom the text says nothing.
pub(super) const NOBODY: u32 = u32::MAX;

/// Money of a currency that is not said.
pub(super) const ANY_MONEY: u8 = u8::MAX;

impl Unit {
    /// Tells whether it is things or people that are counted.
    pub(super) fn is_count(self) -> bool {
        matches!(self, Self::Things(_) | Self::People(_))
    }

    /// Tells whether numbers of both can count the same.
    pub(super) fn can_be(self, other: Self) -> bool {
        match (self, other) {
            (Self::People(one), Self::People(other)) => one == other || one == 0 || other == 0,
            (Self::Money(one), Self::Money(other)) => {
                one == other || one == ANY_MONEY || other == ANY_MONEY
            }
            _ => self == other,
        }
    }
}

/// What a measure measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dimension {
    Length,
    Weight,
    Area,
    Volume,
    Speed,
    /// An angle or a temperature.
    Degrees,
}

/// People, by what they are. The first list says nothing more of them.
const PEOPLE: &[&str] = &[
    "people persons men women residents villagers inhabitants townspeople",
    "children schoolchildren kids pupils youngsters",
    "soldiers troops servicemen",
    "firefighters firemen",
    "demonstrators protesters protestors marchers",
    "police policemen officers",
    "passengers travellers",
    "spectators onlookers bystanders visitors",
    "workers employees staff",
    "fighters rebels insurgents militants gunmen",
    "patients",
    "prisoners hostages",
    "survivors",
    "technicians engineers",
    "miners",
    "crew sailors",
    "guests",
    "members",
    "customers",
    "students",
    "civilians",
    "divers",
    "climbers",
    "families",
];

/// Measures with their signs, and what one of them is in the unit of its dimension.
const MEASURES: &[(&str, Dimension, f64)] = &[
    (
        "km kilometres kilometers kilometre kilometer",
        Dimension::Length,
        1e3,
    ),
    ("m metres meters metre meter", Dimension::Length, 1.0),
    ("mm millimetres millimeters", Dimension::Length, 1e-3),
    ("cm centimetres centimeters", Dimension::Length, 1e-2),
    ("miles mile", Dimension::Length, 1609.0),
    ("feet foot ft", Dimension::Length, 0.3048),
    ("yards yard", Dimension::Length, 0.9144),
    ("inches inch", Dimension::Length, 0.0254),
    (
        "kg kilograms kilogrammes kilos kilo",
        Dimension::Weight,
        1.0,
    ),
    ("grams grammes", Dimension::Weight, 1e-3),
    ("t tons tonnes", Dimension::Weight, 1e3),
    ("ha hectares", Dimension::Area, 1e4),
    ("acres", Dimension::Area, 4047.0),
    ("litres liters", Dimension::Volume, 1.0),
    ("hectolitres hectoliters", Dimension::Volume, 100.0),
    ("mph", Dimension::Speed, 1.609),
    ("knots", Dimension::Speed, 1.852),
    ("degrees degree", Dimension::Degrees, 1.0),
];

/// Plurals that do not end in s.
const PLURALS: &[&str] = &["men", "women", "cattle", "sheep", "aircraft"];

/// Words in -men that are no people.
const NO_MEN: &[&str] = &[
    "specimen", "regimen", "abdomen", "acumen", "bitumen", "stamen",
];

pub(super) const MINUTES_OF_MONTH: f64 = 43_830.0;

/// Lengths of time, in minutes.
const DURATIONS: &[(&str, f64)] = &[
    ("seconds", 1.0 / 60.0),
    ("minutes", 1.0),
    ("hours", 60.0),
    ("days", 1440.0),
    ("weeks", 10_080.0),
    ("months", MINUTES_OF_MONTH),
];

/// Words in -s that count nothing another text could count, or are no plurals.
const UNCOUNTED: &[&str] = &[
    "years", "times", "points", "others", "percents", "ways", "perhaps",
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

/// Returns what people a word in small letters calls.
pub(super) fn people(term: &str) -> Option<u8> {
    let has = |list: &&str| list.split(' ').any(|word| word == term);
    let listed = PEOPLE.iter().position(has).map(|at| at as u8);
    // "gentlemen", "horsemen"
    let are_men = || term.len() > 5 && term.ends_with("men") && !NO_MEN.contains(&term);
    listed.or_else(|| are_men().then_some(0))
}

/// Returns how many minutes the length of time is that a word in small letters names.
pub(super) fn minutes(term: &str) -> Option<f64> {
    let length = DURATIONS.iter().find(|(name, _)| *name == term);
    length.map(|&(_, minutes)| minutes)
}

/// Tells whether a word in small letters is a plural that numbers count.
pub(super) fn is_plural(term: &str) -> bool {
    let has_ending = term.len() > 3 && term.ends_with('s') && !term.ends_with("ss");
    (has_ending && !UNCOUNTED.contains(&term)) || PLURALS.contains(&term)
}

/// Returns the measure that a number is followed by, and what the number is to be multiplied with.
pub(super) fn measure(after: &str) -> Option<(Dimension, f64)> {
    let after = after.trim_start_matches([' ', '\u{a0}', '-']);
    if let Some(area) = after.strip_prefix("square ").or(after.strip_prefix("sq ")) {
        let (dimension, factor) = measure(area)?;
        return (dimension == Dimension::Length).then_some((Dimension::Area, factor * factor));
    }
    if let Some(miles) = after.strip_prefix("nautical mile") {
        const NAUTICAL_MILE: f64 = 1852.0;
        return miles
            .trim_start_matches('s')
            .starts_with(|c: char| !c.is_alphabetic())
            .then_some((Dimension::Length, NAUTICAL_MILE));
    }
    if after.starts_with('°') {
        return Some((Dimension::Degrees, 1.0));
    }
    let end = after
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(after.len());
    let (word, behind) = after.split_at(end);
    let has = |list: &str| list.split(' ').any(|name| name == word);
    let &(_, dimension, factor) = MEASURES.iter().find(|(names, ..)| has(names))?;
    let is_hourly = ["/h", " an hour", " per hour"]
        .iter()
        .any(|rate| behind.starts_with(rate));
    let is_by_second = ["/s", " a second", " per second"]
        .iter()
        .any(|rate| behind.starts_with(rate));
    Some(match dimension {
        Dimension::Length if is_hourly => (Dimension::Speed, factor / 1e3),
        Dimension::Length if is_by_second => (Dimension::Speed, factor * 3.6),
        _ => (dimension, factor),
    })
}
