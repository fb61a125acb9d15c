//! What a page says about itself: meta elements, citation tags, Open Graph, Dublin Core, JSON-LD.

use corpus::parts::{self, Entry};
use ego_tree::NodeRef;
use scraper::Html;
use scraper::node::{Element, Node};

use super::article::text_below;
use super::linked_data::{REFERENCE, linked_data, named_things};
use crate::draft::{entry, push, push_date};
use crate::headed::without_byline;
use crate::writer::collapsed;

/// Every value that a page gives, by its key in lower case and in the order of the page.
struct Head {
    values: Vec<(String, String)>,
    title: Option<String>,
    lang: Option<String>,
    times: Vec<(bool, String)>,
    /// What stands where pages usually name the author of their text, each once.
    signed: Vec<String>,
    linked: Vec<(String, String)>,
    /// Names of what JSON-LD gives an id, by these.
    ids: Vec<(String, String)>,
}

/// Where pages say the name of their site.
const SITE: &[&str] = &["og:site_name", "linked:publisher", "application-name"];
/// Where they say in what a text appeared, and who published it.
const JOURNAL: &[&str] = &[
    "citation_journal_title",
    "citation_conference_title",
    "prism.publicationname",
];
const PUBLISHER: &[&str] = &["dc.publisher", "dcterms.publisher", "citation_publisher"];
const ADDRESS: &[&str] = &[
    "link:canonical",
    "og:url",
    "citation_public_url",
    "citation_fulltext_html_url",
];
const TAGS: &[&str] = &[
    "citation_keywords",
    "keywords",
    "article:tag",
    "dc.subject",
    "dcterms.subject",
    "news_keywords",
];
const LANGUAGE: &[&str] = &[
    "dc.language",
    "dcterms.language",
    "citation_language",
    "content-language",
    "og:locale",
];
const DESCRIPTION: &[&str] = &[
    "description",
    "og:description",
    "dc.description",
    "dcterms.abstract",
    "citation_abstract",
];
const UPDATED: &[&str] = &[
    "article:modified_time",
    "dcterms.modified",
    "last-modified",
    "linked:datemodified",
];
const LICENCE: &[&str] = &[
    "license",
    "dc.rights",
    "dcterms.rights",
    "dcterms.license",
    "link:license",
];
const SECTION: &[&str] = &["article:section", "linked:articlesection"];

/// Returns the metadata of a page; `heading` is its heading of level 1.
pub(super) fn metadata(page: &Html, heading: Option<&str>) -> Vec<Entry> {
    let head = Head::of(page);
    let said = |keys: &[&str]| head.first(keys).unwrap_or_default();
    let site = head.first(SITE);
    let mut entries = Vec::new();
    let title = title(&head, heading, site.as_deref());
    push(&mut entries, "title", title.unwrap_or_default());
    for author in authors(&head) {
        push(&mut entries, "author", author);
    }
    if let Some(date) = date(&head) {
        entries.push(entry("date", date));
    }
    let source = head.first(JOURNAL).or(site);
    let source = source.unwrap_or_else(|| said(PUBLISHER));
    push(&mut entries, "source", source);
    let url = head.first(ADDRESS).filter(|url| url.starts_with("http"));
    push(&mut entries, "url", url.unwrap_or_default());
    for tag in head.all(TAGS) {
        push(&mut entries, "tag", tag.replace(';', ","));
    }
    let lang = head.lang.clone().or_else(|| head.first(LANGUAGE));
    if let Some(lang) = lang.and_then(|lang| parts::language_tag(&lang)) {
        entries.push(entry("lang", lang));
    }
    push(&mut entries, "description", said(DESCRIPTION));
    if let Some(date) = head.first(UPDATED) {
        push_date(&mut entries, "updated", &date);
    }
    push(&mut entries, "license", said(LICENCE));
    push(&mut entries, "section", said(SECTION));
    others(&head, &mut entries);
    entries
}

/// Keeps the other keys of citation tags and Dublin Core under their last name.
fn others(head: &Head, entries: &mut Vec<Entry>) {
    const READ: &str = " title author creator publisher publication_date date online_date journal_title conference_title \
        keywords language abstract description subject public_url fulltext_html_url abstract_html_url rights license \
        reference firstpage_url author_institution author_email created issued modified ";
    for (key, value) in &head.values {
        let name = ["citation_", "dc.", "dcterms.", "prism."]
            .iter()
            .find_map(|prefix| key.strip_prefix(prefix));
        if let Some(name) = name
            && !READ.split_ascii_whitespace().any(|read| read == name)
        {
            push(entries, &name.replace('_', "-"), value);
        }
    }
}

fn title(head: &Head, heading: Option<&str>, site: Option<&str>) -> Option<String> {
    let named = head.first(&[
        "citation_title",
        "dc.title",
        "dcterms.title",
        "linked:headline",
        "og:title",
    ]);
    let element = head.title.as_deref().map(|title| without_site(title, site));
    let named = named.map(|title| without_site(&title, site));
    match (named, element, heading) {
        (Some(named), _, _) => Some(named),
        // "Homs - The Daily - News" begins or ends with the heading: this is the title.
        (None, Some(element), Some(heading)) if element.contains(heading) => {
            Some(heading.to_owned())
        }
        (None, Some(element), _) if !element.is_empty() && !is_nothing(&element) => Some(element),
        (None, _, heading) => heading.map(str::to_owned),
    }
}

fn is_nothing(title: &str) -> bool {
    let lower = title.to_lowercase();
    [
        "untitled",
        "untitled document",
        "index",
        "home",
        "document",
        "new page",
        "no title",
    ]
    .contains(&lower.as_str())
}

/// Returns a title without the name of the site behind a dash or a bar.
fn without_site(title: &str, site: Option<&str>) -> String {
    let title = collapsed(title);
    let Some(site) = site.map(str::to_lowercase) else {
        return title;
    };
    for separator in [" | ", " - ", " – ", " — ", " · ", " :: ", " « "] {
        if let Some((rest, last)) = title.rsplit_once(separator)
            && (last.to_lowercase().contains(&site) || site.contains(&last.to_lowercase()))
            && !rest.is_empty()
        {
            return rest.to_owned();
        }
    }
    title
}

fn authors(head: &Head) -> Vec<String> {
    const KEYS: [&[&str]; 5] = [
        &["citation_author", "citation_authors"],
        &["linked:author"],
        &["dc.creator", "dcterms.creator"],
        &["author", "byl", "parsely-author", "sailthru.author"],
        &["article:author", "byline", "rel:author"],
    ];
    let found = KEYS.iter().map(|keys| head.all(keys)).find(|found| {
        found
            .iter()
            .any(|author| !author.starts_with("http") && !author.trim().is_empty())
    });
    let found = found.unwrap_or_else(|| match &head.signed[..] {
        // Several that sign are the authors of several texts, or of comments.
        [author] => author.split(" and ").map(str::to_owned).collect(),
        _ => Vec::new(),
    });
    let mut authors = Vec::new();
    for author in found {
        for part in author.split([';', '\n']) {
            let part = part.trim();
            let part = part
                .strip_prefix("By ")
                .or_else(|| part.strip_prefix("by "))
                // "Von Neumann" alone is a name.
                .or_else(|| part.strip_prefix("Von ").filter(|name| name.contains(' ')))
                .unwrap_or(part);
            if !part.is_empty() && !part.starts_with("http") && !authors.contains(&part.to_owned())
            {
                authors.push(part.to_owned());
            }
        }
    }
    authors
}

fn date(head: &Head) -> Option<String> {
    const KEYS: [&str; 13] = [
        "citation_publication_date",
        "citation_date",
        "article:published_time",
        "linked:datepublished",
        "dcterms.issued",
        "dc.date.issued",
        "dcterms.created",
        "dcterms.date",
        "dc.date",
        "citation_online_date",
        "date",
        "pubdate",
        "datepublished",
    ];
    let named = KEYS
        .iter()
        .filter_map(|key| head.first(&[key]))
        .find_map(|text| parts::date(&text))
        .or_else(|| {
            let mut others = head
                .values
                .iter()
                .filter(|(key, _)| is_publication_key(key));
            others.find_map(|(_, text)| parts::date(text))
        });
    let is_publication = |time: &&(bool, String)| time.0;
    let times = || head.times.iter();
    named
        .or_else(|| {
            times()
                .filter(is_publication)
                .find_map(|(_, text)| parts::date(text))
        })
        .or_else(|| match &head.times[..] {
            // One time alone above or below the text is its date; of several none is certain.
            [(_, text)] => parts::date(text),
            _ => None,
        })
}

/// Tells whether a key of some publishing system names a day of publication: `parsely-pub-date`, `article.published`.
fn is_publication_key(key: &str) -> bool {
    let key: String = key.chars().filter(|c| c.is_alphanumeric()).collect();
    let is_time = ["date", "time", "published", "year", "created"]
        .iter()
        .any(|end| key.ends_with(end));
    let is_day = [
        "pub", "publish", "citation", "sailthru", "article", "created", "issued",
    ]
    .iter()
    .any(|part| key.contains(part));
    is_time
        && is_day
        && !["modif", "updat", "expir", "access"]
            .iter()
            .any(|part| key.contains(part))
}

impl Head {
    fn of(page: &Html) -> Self {
        let mut head = Self {
            values: Vec::new(),
            title: None,
            lang: None,
            times: Vec::new(),
            signed: Vec::new(),
            linked: Vec::new(),
            ids: Vec::new(),
        };
        for node in page.tree.nodes() {
            if let Some(element) = node.value().as_element() {
                head.element(element, &node);
            }
        }
        let named = std::mem::take(&mut head.ids);
        for (_, text) in &mut head.linked {
            if let Some(id) = text.strip_prefix(REFERENCE) {
                let found = named.iter().find(|(known, _)| known == id);
                *text = found.map_or_else(String::new, |(_, name)| name.clone());
            }
        }
        head.linked.retain(|(_, text)| !text.is_empty());
        head.values.append(&mut head.linked);
        head
    }

    fn element(&mut self, element: &Element, node: &NodeRef<'_, Node>) {
        match element.name() {
            "html" | "body" => {
                let lang = element.attr("lang").or(element.attr("xml:lang"));
                if self.lang.is_none() {
                    self.lang = lang
                        .map(str::to_owned)
                        .filter(|lang| !lang.trim().is_empty());
                }
            }
            "title" if self.title.is_none() && !is_in_svg(node) => {
                self.title = Some(collapsed(&text_below(node))).filter(|title| !title.is_empty());
            }
            "meta" => self.meta(element),
            "link" => {
                if let (Some(rel), Some(href)) = (element.attr("rel"), element.attr("href")) {
                    self.values
                        .push((format!("link:{}", rel.to_lowercase()), href.to_owned()));
                }
            }
            "time" => {
                let text = element
                    .attr("datetime")
                    .map_or_else(|| text_below(node), str::to_owned);
                let about = [
                    element.attr("itemprop"),
                    element.attr("class"),
                    element.attr("pubdate").map(|_| "published"),
                ];
                let about = about
                    .into_iter()
                    .flatten()
                    .collect::<String>()
                    .to_lowercase();
                let is_publication = about.contains("publi") || about.contains("entry-date");
                self.times.push((is_publication, text));
            }
            "script"
                if element
                    .attr("type")
                    .is_some_and(|kind| kind.contains("ld+json")) =>
            {
                // Its text is raw: entities do not count there.
                if let Ok(value) = parts::read_json(text_below(node).trim(), 1) {
                    linked_data(&value, &mut self.linked, 0);
                    named_things(&value, &mut self.ids, 0);
                }
            }
            _ => {
                let rel = element
                    .attr("rel")
                    .is_some_and(|rel| rel.split(' ').any(|rel| rel == "author"));
                let prop = element.attr("itemprop");
                if rel || prop == Some("author") {
                    self.values
                        .push(("rel:author".to_owned(), collapsed(&text_below(node))));
                } else if let Some(name) = signature(element, node)
                    && !self.signed.contains(&name)
                {
                    self.signed.push(name);
                }
            }
        }
    }

    fn meta(&mut self, element: &Element) {
        let key = element
            .attr("name")
            .or(element.attr("property"))
            .or(element.attr("itemprop"))
            .or(element.attr("http-equiv"));
        let (Some(key), Some(content)) = (key, element.attr("content")) else {
            return;
        };
        let content = collapsed(content);
        if !content.is_empty() {
            self.values.push((key.trim().to_lowercase(), content));
        }
    }

    fn first(&self, keys: &[&str]) -> Option<String> {
        keys.iter().find_map(|key| {
            self.values
                .iter()
                .find(|(name, _)| name == key)
                .map(|(_, value)| value.clone())
        })
    }

    /// Returns the values of all keys that are there.
    fn all(&self, keys: &[&str]) -> Vec<String> {
        let values = self
            .values
            .iter()
            .filter(|(name, _)| keys.contains(&name.as_str()));
        values.map(|(_, value)| value.clone()).collect()
    }
}

/// Returns the name in an element of the class `author`, `p-author` or `byline`: a few words without a figure.
fn signature(element: &Element, node: &NodeRef<'_, Node>) -> Option<String> {
    const LONGEST_BYTES: usize = 80;
    let mut classes = element.attr("class")?.split_ascii_whitespace();
    if !classes.any(|class| matches!(class, "author" | "p-author" | "byline" | "author-name")) {
        return None;
    }
    let text = collapsed(&text_below(node));
    let name = without_byline(&text).unwrap_or(&text);
    let name = name.split([',', '|', '•', '·']).next().unwrap_or("").trim();
    let is_name = name.starts_with(char::is_uppercase)
        && name.len() <= LONGEST_BYTES
        && !name.contains(|c: char| c.is_ascii_digit());
    is_name.then(|| name.to_owned())
}

fn is_in_svg(node: &NodeRef<'_, Node>) -> bool {
    node.ancestors().any(|ancestor| {
        ancestor
            .value()
            .as_element()
            .is_some_and(|e| e.name() == "svg")
    })
}
