//! Names of authors: people with a family name, or anyone whose name stays whole.

/// The name of an author.
///
/// Reference managers sort by the family name, and a name that is taken apart wrongly is worse than one that
/// is whole ("Helmets, White"). So a name becomes [`Name::Person`] only where it was written "Family, Given",
/// or has two to four words in Latin letters (particles not counted) of which none says that it is a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    /// A person.
    Person {
        /// With its particles (`al-Sharaa`, `van Dam`).
        family: String,
        /// All other names or initials.
        given: String,
    },
    /// A body, a single name, or a name in letters whose order is not known.
    Whole(String),
}

impl Name {
    /// Reads a name as metadata have it; `publisher` is never a person.
    #[must_use]
    pub fn of(text: &str, publisher: Option<&str>) -> Self {
        let text = crate::one_line(text);
        if publisher == Some(text.as_str()) {
            return Self::Whole(text);
        }
        match person(&text) {
            Some((family, given)) => Self::Person { family, given },
            None => Self::Whole(text),
        }
    }

    /// Returns the name in the order in which it is spoken.
    #[must_use]
    pub fn spoken(&self) -> String {
        match self {
            Self::Person { family, given } => [given, " ", family].concat(),
            Self::Whole(name) => name.clone(),
        }
    }

    /// Returns `Family, Given`, or the whole name.
    #[must_use]
    pub fn sorted(&self) -> String {
        match self {
            Self::Person { family, given } => [family, ", ", given].concat(),
            Self::Whole(name) => name.clone(),
        }
    }
}

fn person(text: &str) -> Option<(String, String)> {
    if let Some((family, given)) = text.split_once(',') {
        let (family, given) = (family.trim(), given.trim());
        let is_one_name = !given.contains(',') && !family.is_empty() && !given.is_empty();
        let is_body = text.split([' ', ',']).any(is_of_a_body);
        return (is_one_name && !is_body).then(|| (family.to_owned(), given.to_owned()));
    }
    let words: Vec<&str> = text.split(' ').collect();
    let n_names = words.iter().filter(|word| !is_particle(word)).count();
    let is_name = (2..=4).contains(&n_names)
        && words.iter().all(|word| is_name_word(word))
        && !words.iter().any(|word| is_of_a_body(word))
        && !is_particle(words[0]);
    if !is_name {
        return None;
    }
    let last = words.len() - 1;
    let from = (1..last).find(|&at| is_particle(words[at])).unwrap_or(last);
    Some((words[from..].join(" "), words[..from].join(" ")))
}

/// Whether a word may be part of a person's name: Latin letters, marks of names, a capital or a particle.
fn is_name_word(word: &str) -> bool {
    let is_latin = |sign: char| {
        sign.is_alphabetic() && sign < '\u{250}' || ('\u{1E00}'..'\u{1F00}').contains(&sign)
    };
    let is_sign = |sign: char| is_latin(sign) || ".-'’‘ʿʾ".contains(sign);
    let has_capital = word.chars().any(char::is_uppercase);
    let is_all_capitals = word.chars().filter(|sign| sign.is_alphabetic()).count() > 1
        && !word.contains('.')
        && word.chars().all(|sign| !sign.is_lowercase());
    word.chars().all(is_sign) && (has_capital || is_particle(word)) && !is_all_capitals
}

fn is_particle(word: &str) -> bool {
    const PARTICLES: &str = " al el bin ibn bint abu ben von van der den de del della da di do dos du la le ter ten zu zum zur af av ";
    has_word(PARTICLES, word)
}

/// Whether a word stands in names of bodies and hardly in those of people.
fn is_of_a_body(word: &str) -> bool {
    const OF_BODIES: &str = " agency archive archives association authority board broadcasting bureau center \
        centre club collective commission committee company corporation corpus council court daily department \
        desk direct editorial editors foundation fund gazette government group herald inc institute institution \
        international journal lab library limited ltd magazine media ministry monitor museum network news \
        newspaper observatory office organisation organization party post press project radio report reporters \
        review rights rooftop school service services society staff studies study team television the times \
        today tribune tv union university watch weekly and of for und et ";
    has_word(OF_BODIES, word.trim_matches(['.', ',']))
}

fn has_word(list: &str, word: &str) -> bool {
    let word = word.to_lowercase();
    list.split(' ')
        .any(|known| !known.is_empty() && known == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, sorted: &str) {
        assert_eq!(Name::of(text, Some("Enab Baladi")).sorted(), sorted);
    }

    #[test]
    fn people_are_sorted_by_their_family_names() {
        check("Rim Haddad", "Haddad, Rim");
        check("Haddad, Rim", "Haddad, Rim");
        check("Ahmed al-Sharaa", "al-Sharaa, Ahmed");
        check("A. J. van der Berg", "van der Berg, A. J.");
        check("Zoë O’Neill", "O’Neill, Zoë");
    }

    #[test]
    fn what_may_be_no_person_stays_whole() {
        for name in [
            "Vademecum project",
            "Enab Baladi",
            "Human Rights Watch",
            "The Atlantic",
            "Syria Direct",
            "Al Jazeera",
            "BBC Arabic",
            "Reuters",
            "ريم حداد",
            "Smith, Jones, and Partners",
            "Ministry of Health, Damascus",
            "",
        ] {
            check(name, name);
        }
    }
}
