//! Whom a title before a family name can mean.

use super::super::chunks::Generation;
use super::super::finding::Mention;
use super::{Bearer, Resolver};
use crate::given_names::{Gender, addressed, gender};

/// Of whom has it no other is, in a family that has several: of a woman, and of a man.
const OF_RULERS: [(Gender, &str); 2] = [
    (Gender::Female, "queen princess duchess empress"),
    (Gender::Male, "king prince duke emperor"),
];

/// Before anybody's name: no office that one of a family has.
const OF_ANYBODY: &str = "dr prof professor doctor mx sheikh hajj haji comrade";

/// What says that someone is related to whoever has the office.
const RELATED: &str =
    "wife widow husband mother father daughter son sister brother lady cousin niece nephew";

impl Resolver<'_> {
    /// Tells whether the title before a family name can be that of a bearer who is named in full elsewhere in the
    /// document: "Mr Farrow" is not Denise, "President Halabi" not his wife.
    ///
    /// An office is of whom the text gives it to. It may be of others too, but not of those who are introduced by
    /// kinship, nor of a woman of whom nothing is said: most often the text goes on with her husband.
    pub(super) fn may_have_title(&self, entity: u32, mention: &Mention) -> bool {
        let bearer = &self.entities[entity as usize];
        let Some(title) = self.title_word(mention) else {
            return true;
        };
        let is_in = |list: &str| list.split(' ').any(|known| known == title);
        let is_of = given_gender(bearer);
        let role = bearer.role.as_ref().map(|(_, role)| role.to_lowercase());
        let words = || role.iter().flat_map(|role| role.split([' ', '-', '.']));
        let has_it = words().any(|word| word == title);
        let ruler = OF_RULERS.iter().find(|(_, list)| is_in(list));
        if ruler.is_some() && role.is_some() && !has_it {
            return false;
        }
        let wanted = ruler
            .map(|&(gender, _)| gender)
            .or_else(|| addressed(&title));
        if let Some(wanted) = wanted {
            return is_of.is_none_or(|is_of| is_of == wanted);
        }
        if is_in(OF_ANYBODY) || has_it {
            return true;
        }
        let is_related = bearer.is_kin
            || bearer.generation == Generation::Child
            || words().any(|word| RELATED.split(' ').any(|known| known == word));
        !is_related && (role.is_some() || is_of != Some(Gender::Female))
    }

    /// Returns the last word of the title that stands directly before a name, in small letters.
    pub(super) fn title_word(&self, mention: &Mention) -> Option<String> {
        let title = mention.role.filter(|_| mention.has_title)?;
        let last = title.of(&self.document.text).rsplit([' ', '-']).next()?;
        Some(last.trim_end_matches('.').to_lowercase())
    }
}

/// Tells whom the given name of a bearer is given to, where that is plain.
fn given_gender(bearer: &Bearer) -> Option<Gender> {
    let full = bearer.forms.iter().find(|form| form.parts.len() > 1)?;
    full.text.split_whitespace().next().and_then(gender)
}
