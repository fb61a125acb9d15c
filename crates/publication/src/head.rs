//! What search engines, catalogues and messengers read: description, card, citation, structured data, sitemap.

use crate::contents::{LISTED_IN_INDEX, Publication, cut, first_words, machine_date};
use crate::template::escape;
use corpus::Document;
use serde_json::{Map, Value, json};

/// About how many characters of a description are shown by those who show it.
const DESCRIPTION: usize = 200;

/// Returns the elements that describe the whole corpus. `path` is where the page stands below the corpus's
/// address; `files` are the pages of the documents.
pub fn of_corpus(publication: &Publication<'_>, path: &str, files: Option<&[String]>) -> String {
    let titles: Vec<&str> = publication
        .index
        .documents()
        .take(5)
        .map(|view| view.title())
        .collect();
    let description = format!("{}: {}", publication.size(), titles.join("; "));
    let mut head = card(
        publication.title,
        &cut(&description, DESCRIPTION),
        "website",
        publication.url.map(|url| format!("{url}{path}")),
    );
    let mut collection = Map::from_iter([
        ("@context".to_owned(), json!("https://schema.org")),
        ("@type".to_owned(), json!("Collection")),
        ("name".to_owned(), json!(publication.title)),
        (
            "collectionSize".to_owned(),
            json!(publication.index.n_documents()),
        ),
    ]);
    if let Some(url) = publication.url {
        collection.insert("url".to_owned(), json!(url));
    }
    if publication.index.n_documents() <= LISTED_IN_INDEX {
        let parts = publication.index.documents().enumerate().map(|(i, view)| {
            let document = engine::document(view);
            let file = files.and_then(|files| files.get(i));
            work(&document, document_url(publication, file).as_deref())
        });
        collection.insert("hasPart".to_owned(), parts.collect());
    }
    head.push_str(&data(&Value::Object(collection)));
    head
}

/// Returns the elements that describe a document on its own page, `file`.
pub fn of_document(publication: &Publication<'_>, document: &Document, file: &String) -> String {
    let url = document_url(publication, Some(file));
    let description = first_words(document).unwrap_or_default();
    let mut head = card(&document.title, &description, "article", url.clone());
    let mut meta = |name: &str, content: &str| {
        let content = escape(content);
        head.push_str(&format!("<meta name=\"{name}\" content=\"{content}\">\n"));
    };
    meta("citation_title", &document.title);
    meta("DC.title", &document.title);
    for author in values(document, "author") {
        meta("citation_author", author);
        meta("DC.creator", author);
    }
    if let Some(date) = document.date.as_deref().and_then(machine_date) {
        meta("citation_publication_date", &date.replace('-', "/"));
        meta("DC.date", date);
    }
    if let Some(lang) = &document.lang {
        meta("citation_language", lang);
        meta("DC.language", lang);
    }
    for source in values(document, "source") {
        meta("DC.source", source);
    }
    let mut work = work(document, url.as_deref());
    work["@context"] = json!("https://schema.org");
    work["isPartOf"] = json!({"@type": "Collection", "name": publication.title});
    head.push_str(&data(&work));
    head
}

/// Returns a sitemap of the page, the list and all documents, where the address is known.
pub fn sitemap(publication: &Publication<'_>, files: &[String]) -> Option<String> {
    let url = publication.url?;
    let mut sitemap = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let own = [String::new(), "texts.html".to_owned()];
    let texts = files.iter().map(|file| format!("text/{file}"));
    for path in own.into_iter().chain(texts) {
        let place = escape(&format!("{url}{path}"));
        sitemap.push_str(&format!("<url><loc>{place}</loc></url>\n"));
    }
    sitemap.push_str("</urlset>\n");
    Some(sitemap)
}

fn document_url(publication: &Publication<'_>, file: Option<&String>) -> Option<String> {
    Some(format!("{}text/{}", publication.url?, file?))
}

/// Returns description, canonical address and the card that messengers show.
fn card(title: &str, description: &str, kind: &str, url: Option<String>) -> String {
    let (title, description) = (escape(title), escape(description));
    let mut card = format!(
        "<meta name=\"description\" content=\"{description}\">\n<meta property=\"og:type\" content=\"{kind}\">\n\
         <meta property=\"og:title\" content=\"{title}\">\n<meta property=\"og:description\" content=\"{description}\">\n"
    );
    if let Some(url) = url {
        let url = escape(&url);
        card.push_str(&format!(
            "<meta property=\"og:url\" content=\"{url}\">\n<link rel=\"canonical\" href=\"{url}\">\n"
        ));
    }
    card
}

fn work(document: &Document, url: Option<&str>) -> Value {
    let mut work = json!({"@type": "CreativeWork", "name": document.title});
    let authors = values(document, "author");
    if !authors.is_empty() {
        // Who wrote may be a person or an organisation: a name is what is known.
        work["author"] = json!(authors);
    }
    if let Some(date) = document.date.as_deref().and_then(machine_date) {
        work["datePublished"] = json!(date);
    }
    if let Some(lang) = &document.lang {
        work["inLanguage"] = json!(lang);
    }
    if let Some(url) = url {
        work["url"] = json!(url);
    }
    work
}

/// Returns structured data as an element that no script ends early. It is inert: no policy need allow it.
fn data(value: &Value) -> String {
    let text = value.to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{text}</script>\n")
}

fn values<'d>(document: &'d Document, name: &str) -> &'d [String] {
    let field = document.fields.iter().find(|field| field.name == name);
    field.map_or(&[], |field| &field.values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contents::tests::index_of;
    use crate::interface::Interface;

    #[test]
    fn a_document_can_be_cited_from_its_page() {
        let text = "---\nauthor: [A \"B\", C]\ndate: 2024-12-08\nlang: en\ntitle: The </script> road\n---\nWords.";
        let index = index_of(&[("a", text)]);
        let publication = Publication {
            index: &index,
            layers: &[],
            title: "All",
            url: Some("https://example.org/x/"),
            interface: Interface::En,
        };
        let document = engine::document(index.document(index::DocId(0)));
        let head = of_document(&publication, &document, &"a.html".to_owned());
        for wanted in [
            "<meta name=\"citation_title\" content=\"The &lt;/script&gt; road\">",
            "<meta name=\"citation_author\" content=\"A &quot;B&quot;\">",
            "<meta name=\"citation_author\" content=\"C\">",
            "<meta name=\"citation_publication_date\" content=\"2024/12/08\">",
            "<link rel=\"canonical\" href=\"https://example.org/x/text/a.html\">",
        ] {
            assert!(head.contains(wanted), "{wanted} in {head}");
        }
        assert_eq!(head.matches("</script>").count(), 1, "{head}");
        let (_, data) = head.split_once("ld+json\">").expect("structured data");
        let data: Value =
            serde_json::from_str(data.trim_end().trim_end_matches("</script>")).expect("JSON");
        assert_eq!(data["name"], "The </script> road");
        let corpus = of_corpus(&publication, "", None);
        assert!(corpus.contains("content=\"1 document, "), "{corpus}");
        let sitemap = sitemap(&publication, &["a.html".to_owned()]).expect("an address");
        assert!(sitemap.contains("<loc>https://example.org/x/text/a.html</loc>"));
    }

    #[test]
    fn without_an_address_nothing_claims_one() {
        let index = index_of(&[("a", "# A\n\nText.")]);
        let publication = Publication {
            index: &index,
            layers: &[],
            title: "All",
            url: None,
            interface: Interface::En,
        };
        let head = of_corpus(&publication, "", None);
        assert!(
            !head.contains("canonical") && !head.contains("og:url"),
            "{head}"
        );
        assert_eq!(sitemap(&publication, &[]), None);
    }
}
