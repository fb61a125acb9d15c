//! Which key means what: the many names of title, author, date, source and the rest.

use std::collections::BTreeMap;

use crate::problem::Report;
use crate::value::{Entry, Values, flattened};
use crate::{Field, Matter, dates, source};

/// The metadata of one document under its canonical names.
#[derive(Debug, Default)]
pub(crate) struct Metadata {
    pub(crate) id: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) date: Option<String>,
    pub(crate) lang: Option<String>,
    pub(crate) fields: Vec<Field>,
}

type Flat = BTreeMap<String, Values>;

/// Names of the fields that stand before the others, in their order; see [`crate::Document::fields`].
pub const FIRST_FIELDS: [&str; 7] = {
    let mut names = [""; 7];
    let mut at = 0;
    while at < names.len() {
        names[at] = ALIASES[at].0;
        at += 1;
    }
    names
};

/// The canonical fields in their order, each with the other names it goes by.
///
/// Source: Pandoc, Quarto, Hugo, Zola, Obsidian, schema.org, Dublin Core and citation tags as surveyed
/// for this project. `_`, `-` and spaces in a key are the same.
const ALIASES: [(&str, &[&str]); 7] = [
    ("title", &["name", "headline", "dc.title"]),
    (
        "author",
        &[
            "authors",
            "by",
            "byline",
            "creator",
            "creators",
            "writer",
            "dc.creator",
        ],
    ),
    (
        "date",
        &[
            "published",
            "pubdate",
            "issued",
            "date-published",
            "datepublished",
            "publication-date",
            "published-date",
            "date-issued",
            "published-at",
            "publishedat",
            "published-on",
            "publish-date",
            "pub-date",
            "dc.date",
            "created-at",
            "createdat",
            "date-created",
            "datecreated",
            "created",
            "datetime",
            "timestamp",
        ],
    ),
    (
        "source",
        &[
            "publication",
            "publisher",
            "container-title",
            "site",
            "site-name",
            "outlet",
        ],
    ),
    ("url", &["link", "canonical", "canonical-url", "permalink"]),
    (
        "tag",
        &[
            "tags",
            "keyword",
            "keywords",
            "category",
            "categories",
            "subject",
            "subjects",
        ],
    ),
    ("lang", &["language", "locale"]),
];

/// Returns the metadata, or nothing after an error in `report`: a document that is not meant to be
/// published must never get into a page by an oversight.
pub(crate) fn of(entries: Vec<Entry>, report: &mut Report<'_>) -> Option<Metadata> {
    let mut flat = flattened(&entries);
    if !is_public(&mut flat, report) {
        return None;
    }
    let mut metadata = Metadata {
        id: take_id(&mut flat),
        ..Metadata::default()
    };
    let mut known: Flat = BTreeMap::new();
    for (name, aliases) in ALIASES {
        if let Some(values) = take(&mut flat, name, aliases) {
            known.insert(name.to_owned(), values);
        }
    }
    split_tags(&mut known);
    if let Some(authors) = known.get_mut("author") {
        // No name has a semicolon in it; tables and office programs part names by it.
        let parts = authors.texts.iter().flat_map(|text| text.split(';'));
        let names = parts.map(|name| name.trim().to_owned());
        let mut names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
        names.iter_mut().for_each(without_by);
        if !names.is_empty() {
            authors.texts = names;
        }
    }
    part_source_and_url(&mut known, report);
    metadata.title = known.get_mut("title").map(one_line);
    metadata.date = date_of(&mut known, report);
    metadata.lang = lang_of(&mut known, report);
    for (name, _) in ALIASES {
        if let Some(values) = known.remove(name) {
            metadata.fields.push(Field {
                name: name.to_owned(),
                values: distinct(values.texts),
            });
        }
    }
    let others = flat.into_iter();
    metadata.fields.extend(others.map(|(name, values)| Field {
        name,
        values: distinct(values.texts),
    }));
    Some(metadata)
}

/// Takes the canonical key and its aliases out of `flat`. Author, source and tag gather all values;
/// of the others the first name wins and the rest stay under their own keys.
fn take(flat: &mut Flat, name: &str, aliases: &[&str]) -> Option<Values> {
    let gathers = matches!(name, "author" | "source" | "tag");
    let mut taken: Option<Values> = None;
    for alias in std::iter::once(&name).chain(aliases) {
        let written = flat.keys().find(|key| is_same_key(key, alias)).cloned();
        let Some(key) = written else { continue };
        match &mut taken {
            Some(values) if gathers => {
                values
                    .texts
                    .extend(flat.remove(&key).unwrap_or_default().texts);
            }
            Some(_) => {}
            None => taken = flat.remove(&key),
        }
    }
    taken
}

/// Returns the canonical name of a key: `byline` is `author`; other keys are themselves, in lower case.
pub(crate) fn canonical_key(key: &str) -> String {
    let key = key.trim().to_lowercase();
    let is = |alias: &&&str| is_same_key(&key, alias);
    if ["slug", "citekey"].iter().any(|alias| is(&alias)) {
        return "id".to_owned();
    }
    let known = ALIASES
        .iter()
        .find(|(name, aliases)| key == *name || aliases.iter().any(|alias| is(&alias)));
    known.map_or(key.clone(), |(name, _)| (*name).to_owned())
}

fn is_same_key(key: &str, alias: &str) -> bool {
    key.len() == alias.len()
        && key
            .bytes()
            .zip(alias.bytes())
            .all(|(a, b)| a == b || (b == b'-' && (a == b'_' || a == b' ')))
}

fn take_id(flat: &mut Flat) -> Option<String> {
    take(flat, "id", &["slug", "citekey"]).map(|mut values| one_line(&mut values))
}

/// Leaves one value on one line and returns it.
fn one_line(values: &mut Values) -> String {
    let text = values.texts.join(" ");
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    values.texts = vec![line.clone()];
    line
}

fn distinct(texts: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    texts
        .into_iter()
        .filter(|text| seen.insert(text.clone()))
        .collect()
}

fn is_public(flat: &mut Flat, report: &mut Report<'_>) -> bool {
    for key in ["private", "draft"] {
        let Some(values) = flat.remove(key) else {
            continue;
        };
        let text = values.texts.join(" ").to_lowercase();
        match text.as_str() {
            "false" | "no" | "off" | "0" => {}
            "true" | "yes" | "on" | "1" => {
                report.error_of(
                    Matter::NotPublic,
                    Some(values.line),
                    format!("`{key}: {text}`, but the document would be published"),
                    "move the file out of the folder, or remove the line if it may be read by all",
                );
                return false;
            }
            _ => {
                report.error_of(
                    Matter::NotPublic,
                    Some(values.line),
                    format!("`{key}` is `{text}`, expected true or false"),
                    "write false if the document may be read by all, else move the file out",
                );
                return false;
            }
        }
    }
    if let Some(values) = flat.remove("search")
        && matches!(
            values.texts[0].to_lowercase().as_str(),
            "false" | "no" | "off"
        )
    {
        report.warning(
            Some(values.line),
            "`search: false` has no effect: every document in the page can be found".to_owned(),
            "move the file out of the folder if it must not be found",
        );
    }
    true
}

/// Takes the "By" of a byline off a name.
fn without_by(author: &mut String) {
    let name = ["By ", "by ", "BY "]
        .iter()
        .find_map(|by| author.strip_prefix(by));
    if let Some(name) = name
        && name.starts_with(char::is_uppercase)
    {
        *author = name.to_owned();
    }
}

fn split_tags(known: &mut Flat) {
    if let Some(tags) = known.get_mut("tag") {
        let parts = tags.texts.iter().flat_map(|text| text.split(','));
        let cleaned = parts.map(|tag| tag.trim().trim_start_matches('#').to_owned());
        tags.texts = cleaned.filter(|tag| !tag.is_empty()).collect();
        if tags.texts.is_empty() {
            known.remove("tag");
        }
    }
}

/// Clippers write the address into `source`: it becomes the `url`, and its host the source.
fn part_source_and_url(known: &mut Flat, report: &mut Report<'_>) {
    let Some(sources) = known.get_mut("source") else {
        return;
    };
    let line = sources.line;
    let mut address = None;
    for text in &mut sources.texts {
        if let Some(host) = host_of(text) {
            address = Some(std::mem::replace(text, host));
        }
    }
    let Some(address) = address else { return };
    let host = sources.texts[0].clone();
    report.note(
        Some(line),
        format!("the source is an address: it is kept as url, the source is {host}"),
        "",
    );
    known.entry("url".to_owned()).or_insert(Values {
        line,
        texts: vec![address],
    });
}

fn host_of(text: &str) -> Option<String> {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority
        .rsplit('@')
        .next()?
        .split(':')
        .next()?
        .to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    (!host.is_empty() && !host.contains(char::is_whitespace)).then(|| host.to_owned())
}

fn date_of(known: &mut Flat, report: &mut Report<'_>) -> Option<String> {
    if let Some(values) = known.get_mut("date") {
        let text = one_line(values);
        let date = dates::to_iso(&text);
        match &date {
            Some(iso) => values.texts = vec![iso.clone()],
            None => report.warning(
                Some(values.line),
                format!(
                    "`{}` is not read as a date, or could mean two",
                    crate::problem::excerpt(&text)
                ),
                "write it as 2024-12-08, 2024-12 or 2024",
            ),
        }
        return date;
    }
    let date = dates::of_file_stem(source::file_stem(report.file()))?;
    report.note(
        None,
        format!("the date {date} is taken from the file name"),
        "",
    );
    known.insert(
        "date".to_owned(),
        Values {
            line: 1,
            texts: vec![date.clone()],
        },
    );
    Some(date)
}

fn lang_of(known: &mut Flat, report: &mut Report<'_>) -> Option<String> {
    let values = known.get_mut("lang")?;
    let text = values.texts[0].clone();
    let tag = language_tag(&text);
    match &tag {
        Some(tag) => values.texts = vec![tag.clone()],
        None => report.warning(
            Some(values.line),
            format!("`{}` is not a language tag", crate::problem::excerpt(&text)),
            if text == "false" {
                "was `no` (Norwegian) meant? write \"no\""
            } else {
                "write en, ar, fr, pt-BR"
            },
        ),
    }
    tag
}

/// Returns the BCP 47 form of a tag or of the name of a common language.
pub(crate) fn language_tag(text: &str) -> Option<String> {
    const NAMES: [(&str, &str); 20] = [
        ("arabic", "ar"),
        ("العربية", "ar"),
        ("chinese", "zh"),
        ("dutch", "nl"),
        ("english", "en"),
        ("french", "fr"),
        ("français", "fr"),
        ("german", "de"),
        ("deutsch", "de"),
        ("hebrew", "he"),
        ("italian", "it"),
        ("japanese", "ja"),
        ("kurdish", "ku"),
        ("norwegian", "no"),
        ("persian", "fa"),
        ("portuguese", "pt"),
        ("russian", "ru"),
        ("spanish", "es"),
        ("español", "es"),
        ("turkish", "tr"),
    ];
    const LONGEST_BYTES: usize = 35;
    if text.len() > LONGEST_BYTES {
        return None;
    }
    let lower = text.trim().to_lowercase();
    if let Some((_, tag)) = NAMES.iter().find(|(name, _)| *name == lower) {
        return Some((*tag).to_owned());
    }
    let mut tag = String::new();
    // A locale may carry an encoding: `en_US.UTF-8`.
    for (index, part) in lower.split('.').next()?.split(['-', '_']).enumerate() {
        let is_word =
            !part.is_empty() && part.len() <= 8 && part.bytes().all(|b| b.is_ascii_alphanumeric());
        let is_primary =
            (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic());
        match (index, part.len()) {
            (0, _) if is_primary => tag.push_str(part),
            (1.., 2) if is_word => tag = format!("{tag}-{}", part.to_uppercase()),
            (1.., 4) if is_word => {
                tag = format!("{tag}-{}{}", part[..1].to_uppercase(), &part[1..]);
            }
            (1.., _) if is_word => tag = format!("{tag}-{part}"),
            _ => return None,
        }
    }
    Some(tag)
}
