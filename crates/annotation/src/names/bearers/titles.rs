//! Whom a title before a family name can mean.

use super::super::chunks::Generation;
use super::super::finding::Mention;
use super::{Bearer, Resolver};
use crate::given_names::{Gender, gender};

/// Before the name of a woman.
const OF_WOMEN: &str =
    "mrs ms miss lady dame madame mme mlle queen princess duchess empress señora sra doña frau";

/// Before the name of a man.
const OF_MEN: &str = "mr sir lord king prince duke emperor monsieur herr señor don";

/// Of whom has it no other is, in a family that has several.
const OF_RULERS: &str = "king queen prince princess duke duchess emperor empress";

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
        if is_in(OF_RULERS) && role.is_some() && !has_it {
            return false;
        }
        if is_in(OF_WOMEN) {
            return is_of != Some(Gender::Male);
        }
        if is_in(OF_MEN) {
            return is_of != Some(Gender::Female);
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
