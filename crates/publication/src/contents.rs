//! What a page says before its program runs: the documents' titles and, where they are small, their texts.

use crate::address::{FileNames, fragment_of};
use crate::interface::{FROM_DISK, Interface};
use crate::template::escape;
use crate::text::{self, Setting, language_attributes};
use corpus::{BlockKind, Document};
use index::{DocumentView, Index, Tag};
use std::fmt::Write as _;

/// Up to this many bytes of text stand in a single file as HTML too.
pub(crate) const TEXTS_IN_PAGE: u64 = 2 << 20;

/// Up to this many documents are listed with their first words.
const WITH_FIRST_WORDS: u32 = 200;

/// Up to this many documents are listed in a single file.
const LISTED_IN_PAGE: usize = 1000;

/// Up to this many documents are listed in a hosted folder's index.html: more would delay the first answer.
pub const LISTED_IN_INDEX: u32 = 50;

/// Up to so many bytes of text stand in a hosted folder's index.html, beside the pages of the documents: a few letters
/// are read at once by whoever opens it, some 20 KB on the way.
const TEXTS_IN_INDEX: u64 = 64 << 10;

/// About how many characters of a text its entry in a list begins with.
const FIRST_WORDS: usize = 150;

/// A corpus that is published.
#[derive(Debug, Clone, Copy)]
pub struct Publication<'p> {
    /// The corpus.
    pub index: &'p Index,
    /// Its days, names, quotations and accounts; none where they are left out.
    pub layers: &'p [(Tag, Vec<u8>)],
    /// Its title.
    pub title: &'p str,
    /// Where it will stand, if that is known: absolute, with a slash at the end.
    pub url: Option<&'p str>,
    /// The language of what the page says itself.
    pub interface: Interface,
}

impl Publication<'_> {
    /// Returns the number of bytes of all texts.
    pub fn text_bytes(&self) -> u64 {
        let documents = self.index.documents();
        documents.map(|view| u64::from(view.text_bytes())).sum()
    }

    /// Returns "3 documents, 41,000 words".
    pub(crate) fn size(&self) -> String {
        let n_documents = self.index.n_documents().into();
        let documents = self.interface.counted(n_documents, "document");
        let n_words = self.index.documents().map(DocumentView::text_tokens);
        let words = self.interface.counted(n_words.sum(), "word");
        let pattern = self.interface.say("{0}, {1}");
        pattern.replace("{0}", &documents).replace("{1}", &words)
    }

    /// Returns what a single file shows before its program runs: a list of the documents and, up to
    /// [`TEXTS_IN_PAGE`], their texts, under the anchors that the page's own links have.
    pub(crate) fn in_single_file(&self) -> String {
        let with_texts = self.text_bytes() <= TEXTS_IN_PAGE;
        let mut names =
            |view: DocumentView<'_>| with_texts.then(|| format!("#{}", fragment_of(view.id())));
        let mut html = self.opening();
        html.push_str(&self.list(LISTED_IN_PAGE, &mut names));
        if with_texts {
            html.push_str(&self.articles());
        }
        html.push_str("</main>");
        html
    }

    fn articles(&self) -> String {
        let documents = self.index.documents().map(engine::document);
        documents
            .map(|document| article(&document, self.interface))
            .collect()
    }

    /// Returns what a hosted folder's index.html shows before its program runs. `files` are the pages of the
    /// documents, where there are any.
    pub fn in_index_page(&self, files: Option<&[String]>) -> String {
        let mut html = self.opening();
        // From a disk browsers load neither style nor program of a folder: who sees this has opened it there.
        let remedy = self.interface.say(FROM_DISK);
        html.push_str(&format!("<p class=\"from-disk\">{remedy}</p>"));
        match files {
            Some(_) if self.index.n_documents() > LISTED_IN_INDEX => {
                html.push_str(&self.way_to_all("All documents"));
            }
            None if self.index.n_documents() > LISTED_IN_INDEX => {
                html.push_str(&self.way_to_all("All titles"));
            }
            _ => {
                html.push_str(&self.list(usize::MAX, &mut |view| file_of(files, view)));
                if self.text_bytes() <= TEXTS_IN_INDEX {
                    html.push_str(&self.articles());
                }
            }
        }
        html.push_str("</main>");
        html
    }

    /// Returns the list of all documents as a page of its own has it.
    pub fn in_list_page(&self, files: Option<&[String]>) -> String {
        let mut html = self.opening();
        let search = self.interface.say("Search these texts");
        html.push_str(&format!("<p><a href=\"./\">{search}</a></p>"));
        html.push_str(&self.list(usize::MAX, &mut |view| file_of(files, view)));
        html.push_str("</main>");
        html
    }

    /// Returns the names of the pages of all documents, in the corpus's order.
    pub fn file_names(&self) -> Vec<String> {
        let mut names = FileNames::default();
        let documents = self.index.documents();
        documents.map(|view| names.of(view.id())).collect()
    }

    fn way_to_all(&self, label: &'static str) -> String {
        let label = self.interface.say(label);
        format!("<p><a href=\"texts.html\">{label}</a></p>")
    }

    fn opening(&self) -> String {
        format!(
            "<main class=\"contents\"><h1 dir=\"auto\">{}</h1><p>{}</p>\n",
            escape(self.title),
            self.size()
        )
    }

    /// Returns the first `limit` documents, each linked to where `address` says it stands.
    fn list(
        &self,
        limit: usize,
        address: &mut dyn FnMut(DocumentView<'_>) -> Option<String>,
    ) -> String {
        let n = self.index.n_documents();
        let mut html = String::from("<ol class=\"documents\">\n");
        for view in self.index.documents().take(limit) {
            let title = escape(view.title());
            let language = language_attributes(view.lang());
            let title = match address(view) {
                Some(address) => format!("<a href=\"{}\">{title}</a>", escape(&address)),
                None => title,
            };
            let _ = write!(html, "<li{language}>{title}{}", byline(view));
            if n <= WITH_FIRST_WORDS
                && let Some(words) = first_words(&engine::document(view))
            {
                let _ = write!(html, "<p class=\"lead\">{}</p>", escape(&words));
            }
            html.push_str("</li>\n");
        }
        html.push_str("</ol>\n");
        if n as usize > limit {
            let n_more = u64::from(n) - limit as u64;
            let more = self.interface.counted(n_more, "more document");
            let sentence = self.interface.say("And {0}.").replace("{0}", &more);
            let _ = writeln!(html, "<p>{sentence}</p>");
        }
        html
    }
}

fn file_of(files: Option<&[String]>, view: DocumentView<'_>) -> Option<String> {
    let file = files?.get(view.doc().0 as usize)?;
    Some(format!("text/{file}"))
}

/// Returns a document inside the page of all.
fn article(document: &Document, interface: Interface) -> String {
    let id = fragment_of(&document.id);
    let anchor = format!("{id}/");
    let setting = Setting {
        anchor: &anchor,
        level: 2,
        interface,
    };
    let language = language_attributes(document.lang.as_deref());
    format!(
        "<article class=\"document\" id=\"{}\"{language}><header class=\"document-head\"><h2>{}</h2>{}</header>\n\
         <div class=\"text\">\n{}</div></article>\n",
        escape(&id),
        escape(&document.title),
        byline_of(document),
        text::blocks(document, setting)
    )
}

/// Returns author, source and date of a document, each where it is known.
pub fn byline_of(document: &Document) -> String {
    let first = |name: &str| {
        let field = document.fields.iter().find(|field| field.name == name)?;
        field.values.first().map(String::as_str)
    };
    byline_from(first("author"), first("source"), document.date.as_deref())
}

fn byline(view: DocumentView<'_>) -> String {
    let first = |name: &str| {
        let (_, values) = view.fields().find(|(field, _)| *field == name)?;
        values.first().copied()
    };
    byline_from(first("author"), first("source"), view.date())
}

fn byline_from(author: Option<&str>, source: Option<&str>, date: Option<&str>) -> String {
    let date = date.map(|date| match machine_date(date) {
        Some(date) => format!("<time datetime=\"{date}\">{date}</time>"),
        None => escape(date),
    });
    let parts = [
        author.map(|author| format!("<span dir=\"auto\">{}</span>", escape(author))),
        source.map(|source| format!("<cite dir=\"auto\">{}</cite>", escape(source))),
        date,
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        return String::new();
    }
    format!("<p class=\"byline\">{}</p>", parts.join("\u{a0}· "))
}

/// Returns a date that HTML and its readers take for one: a year, a month or a day.
pub(crate) fn machine_date(date: &str) -> Option<&str> {
    let mut parts = date.split('-');
    let lengths: Vec<usize> = parts.by_ref().map(str::len).collect();
    let is_known = [&[4][..], &[4, 2], &[4, 2, 2]].contains(&lengths.as_slice());
    let is_digits = date
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'-');
    (is_known && is_digits).then_some(date)
}

/// Returns the beginning of the first paragraph, cut behind a word; `None` where there is no text.
pub(crate) fn first_words(document: &Document) -> Option<String> {
    let blocks = text::without_title(document);
    let is_paragraph = |kind| matches!(kind, BlockKind::Paragraph | BlockKind::Answer);
    let first = blocks.iter().find(|block| is_paragraph(block.kind));
    let block = first.or(blocks.first())?;
    let words = text::slice(document, block.span);
    Some(cut(words, FIRST_WORDS)).filter(|words| !words.is_empty())
}

/// Returns at most `n` characters in one line, cut behind a word where there is one.
pub fn cut(text: &str, n: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = line.char_indices().nth(n) else {
        return line;
    };
    let head = &line[..end];
    let head = match head.rfind(' ') {
        Some(space) if space > end / 2 => &head[..space],
        _ => head,
    };
    format!("{} …", head.trim_end_matches([',', ';', ':', ' ']))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use index::{BuildOptions, IndexBuilder};

    /// Builds an index of Markdown texts by their ids.
    pub(crate) fn index_of(texts: &[(&str, &str)]) -> Index {
        let mut builder = IndexBuilder::new(BuildOptions::default());
        for (id, text) in texts {
            let source = corpus::Source {
                name: format!("{id}.md"),
                bytes: text.as_bytes().to_vec(),
            };
            for document in corpus::read(&source, &corpus::ReadOptions::default()).documents {
                builder.add(&document);
            }
        }
        Index::open(builder.finish().expect("small").into()).expect("sound")
    }

    const ROAD: &str = "---\nauthor: A & B\ndate: 2024-12-08\nlang: en\n---\n# The <road>\n\nThe first words. More.";
    const NIGHT: &str = "---\nlang: ar\n---\n# الليل\n\nسقطت المدينة ليلا.";

    fn publication(index: &Index) -> Publication<'_> {
        Publication {
            index,
            layers: &[],
            title: "Road & night",
            url: None,
            interface: Interface::En,
        }
    }

    #[test]
    fn a_single_file_lists_and_holds_its_texts() {
        let index = index_of(&[("road", ROAD), ("the night", NIGHT)]);
        let html = publication(&index).in_single_file();
        assert!(html.starts_with(
            "<main class=\"contents\"><h1 dir=\"auto\">Road &amp; night</h1><p>2 documents, "
        ));
        assert!(html.contains("<li lang=\"en\" dir=\"ltr\"><a href=\"#/doc/road\">The &lt;road&gt;</a><p class=\"byline\"><span dir=\"auto\">A &amp; B</span>\u{a0}· <time datetime=\"2024-12-08\">2024-12-08</time></p><p class=\"lead\">The first words. More.</p>"), "{html}");
        assert!(
            html.contains(
                "<article class=\"document\" id=\"/doc/the%20night\" lang=\"ar\" dir=\"rtl\">"
            ),
            "{html}"
        );
        assert_eq!(
            html.matches("سقطت المدينة ليلا.").count(),
            2,
            "list and text"
        );
        let block = corpus::BlockId::of("The first words. More.");
        assert!(
            html.contains(&format!("<p id=\"/doc/road/{block}\">")),
            "{html}"
        );
    }

    #[test]
    fn a_large_corpus_is_listed_without_its_texts() {
        let long = format!("# Long\n\n{}", "word and more. ".repeat(200_000));
        let index = index_of(&[("long", &long)]);
        let html = publication(&index).in_single_file();
        assert!(
            html.len() < 1000 && html.contains("Long"),
            "{} bytes",
            html.len()
        );
        assert!(!html.contains("<a "), "nothing to lead to");
    }

    #[test]
    fn many_documents_do_not_delay_the_first_answer() {
        let texts: Vec<(String, String)> = (0..1000)
            .map(|i| (format!("d{i}"), format!("# Title {i}\n\nText.")))
            .collect();
        let texts: Vec<(&str, &str)> = texts.iter().map(|(id, text)| (&**id, &**text)).collect();
        let index = index_of(&texts);
        let publication = publication(&index);
        let files = publication.file_names();
        let page = publication.in_index_page(Some(&files));
        assert!(page.len() < 500, "{page}");
        let list = publication.in_list_page(Some(&files));
        assert_eq!(list.matches("<li").count(), 1000);
        assert!(list.contains("<a href=\"text/d999.html\">Title 999</a>"));
    }

    #[test]
    fn a_few_short_texts_stand_in_the_page_that_is_opened_first() {
        let short = index_of(&[("a", "# One\n\nThe road."), ("b", "# Two\n\nThe bridge.")]);
        let page = publication(&short).in_index_page(None);
        assert!(
            page.contains("class=\"from-disk\">Opened from a disk"),
            "{page}"
        );
        assert!(
            page.contains("The road.</p>") && page.contains("The bridge.</p>"),
            "{page}"
        );
        let long = "word ".repeat(20_000);
        let long = index_of(&[("a", &long)]);
        assert!(!publication(&long).in_index_page(None).contains("<article"));
    }

    #[test]
    fn first_words_end_with_a_word() {
        assert_eq!(cut("one two  three", 50), "one two three");
        assert_eq!(cut("one two, three", 10), "one two …");
        assert_eq!(cut("ababababababab", 4), "abab …");
    }

    #[test]
    fn only_full_dates_are_given_to_machines() {
        for date in ["2024", "2024-12", "2024-12-08"] {
            assert_eq!(machine_date(date), Some(date));
        }
        for date in ["2024-12~", "2024-XX", "2024/2025", "24-1-1", ""] {
            assert_eq!(machine_date(date), None, "{date}");
        }
    }
}
