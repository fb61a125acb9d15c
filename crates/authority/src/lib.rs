//! `authority.toml`: an editor's decisions about names.

use std::ops::Range;

use annotation::names::authority::{AuthorityEntity, Split};
use annotation::names::{Authority, NameKind};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The file's name in a folder of texts.
pub const AUTHORITY_FILE: &str = "authority.toml";

/// What is wrong with an authority file, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{AUTHORITY_FILE}, line {line}: {what}")]
pub struct AuthorityError {
    /// Line, from 1.
    pub line: usize,
    /// What was found, what was expected.
    pub what: String,
}

/// Reads an authority file.
///
/// ```toml
/// hide = ["Editor"]            # forms that are no names
///
/// [[entity]]
/// kind = "person"              # person, place, org, group or other
/// preferred = "Ahmed al-Sharaa"
/// variants = ["al-Golani"]     # further forms that mean him everywhere
/// not = ["Ahmed Sharaa"]       # forms that never do
/// id = "sharaa"                # optional; made of the name
/// note = "for editors"         # optional
///
/// [[split]]                    # in this document the form means that entity
/// form = "Hafez"
/// document = "night"
/// to = "Hafez al-Assad (grandson)"
/// ```
///
/// # Errors
///
/// [`AuthorityError`] for what is no TOML, a key that is not known or missing, a value of another type, a kind
/// that is none, two entities of one name or variant, or a split to nobody.
pub fn read_authority(text: &str) -> Result<Authority, AuthorityError> {
    let reader = Reader { text };
    let table = DeTable::parse(text).map_err(|error| {
        reader.error(
            error.span().unwrap_or(0..0),
            format!("{}; this is no TOML", error.message()),
        )
    })?;
    let mut authority = Authority::default();
    for (key, value) in table.get_ref() {
        match key.get_ref().as_ref() {
            "hide" => authority.hidden = reader.texts(value, "hide")?,
            "entity" => {
                for entity in reader.tables(value, "entity")? {
                    let entity = reader.entity(entity)?;
                    authority.entities.push(entity);
                }
            }
            "split" => {
                for split in reader.tables(value, "split")? {
                    let split = reader.split(split)?;
                    authority.splits.push(split);
                }
            }
            other => {
                return Err(reader.error(
                    key.span(),
                    format!("`{other}` is not known; write entity, split or hide"),
                ));
            }
        }
    }
    reader.check(&authority)?;
    Ok(authority)
}

struct Reader<'a> {
    text: &'a str,
}

type Value<'a> = Spanned<DeValue<'a>>;

impl Reader<'_> {
    fn error(&self, span: Range<usize>, what: String) -> AuthorityError {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        AuthorityError {
            line: before.matches('\n').count() + 1,
            what,
        }
    }

    fn string(&self, value: &Value<'_>, key: &str) -> Result<String, AuthorityError> {
        match value.get_ref() {
            DeValue::String(text) if !text.trim().is_empty() => Ok(text.trim().to_owned()),
            _ => Err(self.error(value.span(), format!("`{key}` wants a text in quotes"))),
        }
    }

    fn texts(&self, value: &Value<'_>, key: &str) -> Result<Vec<String>, AuthorityError> {
        match value.get_ref() {
            DeValue::Array(items) => items.iter().map(|item| self.string(item, key)).collect(),
            _ => Err(self.error(
                value.span(),
                format!("`{key}` wants a list of texts: [\"…\", \"…\"]"),
            )),
        }
    }

    fn tables<'b>(
        &self,
        value: &'b Value<'b>,
        key: &str,
    ) -> Result<Vec<&'b Spanned<DeValue<'b>>>, AuthorityError> {
        match value.get_ref() {
            DeValue::Array(items)
                if items
                    .iter()
                    .all(|item| matches!(item.get_ref(), DeValue::Table(_))) =>
            {
                Ok(items.iter().collect())
            }
            _ => Err(self.error(
                value.span(),
                format!("write [[{key}]] with two brackets, once for each"),
            )),
        }
    }

    fn entity(&self, value: &Value<'_>) -> Result<AuthorityEntity, AuthorityError> {
        let mut kind = None;
        let mut preferred = None;
        let (mut variants, mut not) = (Vec::new(), Vec::new());
        let (mut id, mut note) = (None, String::new());
        let DeValue::Table(table) = value.get_ref() else {
            return Err(self.error(value.span(), "an entity is a table".to_owned()));
        };
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "kind" => {
                    let word = self.string(value, "kind")?;
                    kind = Some(NameKind::of(&word).ok_or_else(|| {
                        self.error(
                            value.span(),
                            format!(
                                "`{word}` is no kind; write person, place, org, group or other"
                            ),
                        )
                    })?);
                }
                "preferred" => preferred = Some(self.string(value, "preferred")?),
                "variants" => variants = self.texts(value, "variants")?,
                "not" => not = self.texts(value, "not")?,
                "id" => id = Some(self.string(value, "id")?),
                "note" => note = self.string(value, "note")?,
                other => {
                    return Err(self.error(
                        key.span(),
                        format!(
                            "`{other}` is not known in an entity; write kind, preferred, variants, not, id or note"
                        ),
                    ));
                }
            }
        }
        let missing =
            |key: &str| self.error(value.span(), format!("the entity has no `{key}`; add it"));
        Ok(AuthorityEntity {
            id,
            kind: kind.ok_or_else(|| missing("kind"))?,
            preferred: preferred.ok_or_else(|| missing("preferred"))?,
            variants,
            not,
            note,
        })
    }

    fn split(&self, value: &Value<'_>) -> Result<Split, AuthorityError> {
        let DeValue::Table(table) = value.get_ref() else {
            return Err(self.error(value.span(), "a split is a table".to_owned()));
        };
        let text_of = |key: &str| {
            let value = table.get(key).ok_or_else(|| {
                self.error(
                    value.span(),
                    format!("the split has no `{key}`; it wants form, document and to"),
                )
            })?;
            self.string(value, key)
        };
        Ok(Split {
            form: text_of("form")?,
            document: text_of("document")?,
            to: text_of("to")?,
        })
    }

    /// Finds decisions that contradict each other.
    fn check(&self, authority: &Authority) -> Result<(), AuthorityError> {
        let mut taken = std::collections::BTreeMap::new();
        for (number, entity) in authority.entities.iter().enumerate() {
            for form in std::iter::once(&entity.preferred).chain(&entity.variants) {
                if let Some(other) = taken.insert(form, number).filter(|&other| other != number) {
                    let place = self.text.rfind(form.as_str()).unwrap_or(0);
                    let other = &authority.entities[other].preferred;
                    return Err(self.error(
                        place..place,
                        format!("`{form}` is also a form of `{other}`; keep it in one place, or use [[split]]"),
                    ));
                }
            }
        }
        for split in &authority.splits {
            let is_known = authority.entities.iter().any(|entity| {
                entity.preferred == split.to || entity.id.as_ref() == Some(&split.to)
            });
            if !is_known {
                let place = self.text.rfind(split.to.as_str()).unwrap_or(0);
                return Err(self.error(
                    place..place,
                    format!(
                        "no entity is called `{}`; write its preferred form or id",
                        split.to
                    ),
                ));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLE: &str = r#"hide = ["Editor"]

[[entity]]
kind = "person"
preferred = "Ahmed al-Sharaa"
variants = ["al-Golani", "أحمد \"الشرع"]
not = ["Ahmed Sharaa"]
id = "sharaa"
note = "one man"

[[entity]]
kind = "place"
preferred = "Al-Bukamal"

[[split]]
form = "Golani"
document = "night"
to = "sharaa"
"#;

    #[test]
    fn names_forms_and_what_is_hidden_are_read() {
        let authority = read_authority(EXAMPLE).expect("an authority");
        assert_eq!(authority.hidden, ["Editor"]);
        assert_eq!(authority.entities.len(), 2);
        assert_eq!(
            authority.entities[0].variants,
            ["al-Golani", "أحمد \"الشرع"]
        );
        assert_eq!(authority.entities[0].id.as_deref(), Some("sharaa"));
        assert_eq!(authority.splits[0].document, "night");
        assert_eq!(read_authority(""), Ok(Authority::default()));
    }

    #[test]
    fn errors_name_the_line_and_the_remedy() {
        for (text, expected) in [
            (
                "\n[[entity]]\nkind = \"town\"\n",
                "authority.toml, line 3: `town` is no kind; write person, place, org, group or other",
            ),
            (
                "[[entity]]\nkind = \"org\"\n",
                "authority.toml, line 1: the entity has no `preferred`; add it",
            ),
            (
                "[[entity]]\nname = \"x\"\n",
                "authority.toml, line 2: `name` is not known in an entity; write kind, preferred, variants, not, id or note",
            ),
            (
                "\nmerge = 1\n",
                "authority.toml, line 2: `merge` is not known; write entity, split or hide",
            ),
            (
                "[entity]\nkind = \"org\"\n",
                "authority.toml, line 1: write [[entity]] with two brackets, once for each",
            ),
            (
                "hide = \"x\"\n",
                "authority.toml, line 1: `hide` wants a list of texts: [\"…\", \"…\"]",
            ),
            (
                "[[split]]\nform = \"A\"\ndocument = \"d\"\nto = \"B\"\n",
                "authority.toml, line 4: no entity is called `B`; write its preferred form or id",
            ),
        ] {
            let error = read_authority(text).expect_err(text);
            assert_eq!(error.to_string(), expected);
        }
        assert!(
            read_authority("x = ")
                .expect_err("no TOML")
                .to_string()
                .starts_with("authority.toml, line 1: ")
        );
    }

    #[test]
    fn one_form_belongs_to_one_entity() {
        let text = "[[entity]]\nkind = \"org\"\npreferred = \"A\"\n\n[[entity]]\nkind = \"org\"\npreferred = \"B\"\nvariants = [\"A\"]\n";
        assert_eq!(
            read_authority(text).expect_err("two").to_string(),
            "authority.toml, line 8: `A` is also a form of `A`; keep it in one place, or use [[split]]"
        );
    }
}
