//! What keeps two bearers of one name apart: other patronymics or middle names, callings that one life hardly
//! holds, years of birth and ages that do not fit.
//!
//! Precision comes first here as well: what a text leaves unsaid keeps nobody apart.

use super::described::described;
use super::finding::Mention;
use super::spelling;
use corpus::Document;

/// What the texts say of someone that nobody of the same name shares by chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Told {
    /// Callings, one bit each; see [`CALLINGS`].
    callings: u8,
    /// Year of birth, as told or as the age and the document's year give it.
    birth: Option<i32>,
    /// The age where the document has no year.
    age: Option<i32>,
}

const POWER: u8 = 1;
const SPORT: u8 = 2;
const TRADE: u8 = 4;
const MEDICINE: u8 = 8;
const LAW: u8 = 16;

/// Callings by what they are called. Others, as those of scholars and artists, go with any.
const CALLINGS: [(u8, &str); 5] = [
    (
        POWER,
        "president minister premier chancellor senator governor mayor king emir sultan general colonel major commander \
         admiral brigadier marshal ambassador congressman lawmaker",
    ),
    (
        SPORT,
        "goalkeeper striker footballer midfielder defender winger cricketer batsman bowler boxer swimmer sprinter runner \
         cyclist golfer skier wrestler jockey rower gymnast",
    ),
    (
        TRADE,
        "baker butcher farmer driver carpenter plumber electrician mechanic tailor shepherd fisherman miner shopkeeper \
         grocer cook barber blacksmith bricklayer",
    ),
    (
        MEDICINE,
        "dentist surgeon physician nurse pharmacist midwife veterinarian",
    ),
    (LAW, "judge prosecutor lawyer attorney solicitor barrister"),
];

/// Pairs that one person is not, or not without the text's saying that it changed.
const UNLIKELY: [(u8, u8); 8] = [
    (POWER, SPORT),
    (POWER, TRADE),
    (SPORT, TRADE),
    (SPORT, MEDICINE),
    (SPORT, LAW),
    (TRADE, MEDICINE),
    (TRADE, LAW),
    (MEDICINE, LAW),
];

/// Words that say that somebody is something else now, or was.
const CHANGED: &str = "former ex onetime once turned retired then later future aspiring amateur";

impl Told {
    /// Returns what a document says at a mention of someone by the full name or the family name.
    pub(super) fn at(document: &Document, mention: &Mention) -> Self {
        let text = &document.text;
        let mut told = Self::default();
        if let Some(role) = described(document, mention) {
            told.callings = callings(role.of(text));
        }
        let behind = text.get(mention.span.end as usize..).unwrap_or("");
        told.birth = birth(behind);
        let date = document.date.as_deref();
        let year: Option<i32> = date.and_then(|date| date.get(..4)?.parse().ok());
        match (age(behind), year) {
            (Some(age), Some(year)) if told.birth.is_none() => told.birth = Some(year - age),
            (age, None) => told.age = age,
            _ => {}
        }
        told
    }

    /// Adds what is told elsewhere of the same one.
    pub(super) fn add(&mut self, other: Self) {
        self.callings |= other.callings;
        self.birth = self.birth.or(other.birth);
        self.age = self.age.or(other.age);
    }

    /// Tells whether two people must be meant.
    pub(super) fn excludes(self, other: Self) -> bool {
        let differ = |a: Option<i32>, b: Option<i32>, most: i32| {
            a.zip(b).is_some_and(|(a, b)| a.abs_diff(b) > most as u32)
        };
        // Texts of unknown years may lie years apart.
        if differ(self.birth, other.birth, 2) || differ(self.age, other.age, 15) {
            return true;
        }
        let is_one = self.callings & other.callings != 0;
        let (a, b) = (self.callings, other.callings);
        !is_one
            && UNLIKELY
                .iter()
                .any(|&(x, y)| a & x != 0 && b & y != 0 || a & y != 0 && b & x != 0)
    }

    /// Tells whether something speaks for one person.
    pub(super) fn shares(self, other: Self) -> bool {
        let is_same = |a: Option<i32>, b: Option<i32>| a.is_some() && a == b;
        self.callings & other.callings != 0
            || is_same(self.birth, other.birth)
            || is_same(self.age, other.age)
    }
}

/// Tells whether two full names of one family name cannot be one person's: given names or middle names differ.
pub(super) fn names_differ(a: &[String], b: &[String]) -> bool {
    let ([first_a, middle_a @ .., last_a], [first_b, middle_b @ .., last_b]) = (a, b) else {
        return false;
    };
    let agree = |x: &String, y: &String| {
        let is_initial = x.chars().count() == 1 || y.chars().count() == 1;
        is_initial && x.chars().next() == y.chars().next() || spelling::same_part(x, y).is_some()
    };
    if !agree(last_a, last_b) {
        return false;
    }
    if !agree(first_a, first_b) {
        return true;
    }
    !middle_a.is_empty()
        && !middle_b.is_empty()
        && !middle_a
            .iter()
            .any(|x| middle_b.iter().any(|y| agree(x, y)))
}

fn callings(role: &str) -> u8 {
    let words = || {
        role.split(|c: char| !c.is_alphanumeric())
            .map(str::to_lowercase)
    };
    if words().any(|word| {
        CHANGED
            .split_ascii_whitespace()
            .any(|changed| changed == word)
    }) {
        return 0;
    }
    let mut found = 0;
    for word in words() {
        for (calling, list) in CALLINGS {
            if list.split_ascii_whitespace().any(|known| known == word) {
                found |= calling;
            }
        }
    }
    found
}

/// Reads an age behind a name: ", 71," or " (71)" or ", aged 71".
fn age(behind: &str) -> Option<i32> {
    let rest = behind
        .strip_prefix(", ")
        .or_else(|| behind.strip_prefix(" ("))?;
    let rest = rest
        .strip_prefix("aged ")
        .or_else(|| rest.strip_prefix("age "))
        .unwrap_or(rest);
    let n_digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = rest.split_at(n_digits);
    let ends = rest.is_empty() || rest.starts_with([',', ')', '.', ';']);
    let age = digits.parse().ok()?;
    (ends && (1..=2).contains(&n_digits) && age >= 5).then_some(age)
}

/// Reads a year of birth behind a name: " (born 1965)", ", born in 1965", " (1930–2000)".
fn birth(behind: &str) -> Option<i32> {
    let rest = behind
        .strip_prefix(", ")
        .or_else(|| behind.strip_prefix(" ("))?;
    let is_span = rest
        .get(4..)
        .is_some_and(|rest| rest.starts_with(['-', '–']));
    if is_span && behind.starts_with(" (") {
        return year(rest);
    }
    let rest = rest.strip_prefix("who was ").unwrap_or(rest);
    let rest = rest
        .strip_prefix("born ")
        .or_else(|| rest.strip_prefix("b. "))?;
    rest.split([',', ')', ';', '.'])
        .next()?
        .split(' ')
        .take(6)
        .find_map(year)
}

fn year(text: &str) -> Option<i32> {
    let n_digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let year = text[..n_digits].parse().ok()?;
    (n_digits == 4 && (1000..2100).contains(&year)).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(name: &str) -> Vec<String> {
        spelling::parts(name)
    }

    #[test]
    fn other_given_and_middle_names_are_other_people() {
        let differ = |a: &str, b: &str| names_differ(&parts(a), &parts(b));
        assert!(differ(
            "Khalid bin Saeed al-Harbi",
            "Khalid bin Faisal al-Harbi"
        ));
        assert!(differ("Ivan Petrovich Sokolov", "Ivan Sergeyevich Sokolov"));
        assert!(differ("John Patrick Harlow", "James Harlow"));
        assert!(!differ("J. P. Harlow", "John Patrick Harlow"));
        assert!(!differ("Mohammed Ghazi al-Jalali", "Muhammad al-Jalali"));
        assert!(!differ("Ahmed al-Sharaa", "Abu Mohammed al-Jolani"));
    }

    #[test]
    fn ages_and_years_of_birth_are_read_where_they_follow_a_name() {
        assert_eq!(age(", 71, a retired judge"), Some(71));
        assert_eq!(age(" (23) won"), Some(23));
        assert_eq!(age(", 23 people died"), None);
        assert_eq!(age(", 2011, was a year"), None);
        assert_eq!(birth(" (born 3 May 1965 in Oslo)"), Some(1965));
        assert_eq!(birth(" (1930–2000)"), Some(1930));
        assert_eq!(birth(", who was born in Bergen in 1941, left"), Some(1941));
        assert_eq!(birth(" was born"), None);
    }
}
