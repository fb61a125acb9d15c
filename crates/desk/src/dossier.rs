//! Marked passages on paper: Markdown, a web page of its own, or a table.

use citation::{Form, Passage, Work, escaped_markdown, reference};

/// A marked passage with all that a dossier says of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Excerpt {
    /// The document.
    pub work: Work,
    /// The document's id.
    pub document: String,
    /// The words, the block and the address.
    pub passage: Passage,
    /// The document's language tag, or empty.
    pub lang: String,
    /// The reader's note.
    pub note: String,
    /// The reader's tags.
    pub tags: Vec<String>,
    /// The day on which it was marked.
    pub marked: String,
    /// The version of the corpus in which it was marked, or empty.
    pub corpus: String,
    /// Whether it still stands in the text.
    pub is_found: bool,
}

/// What a dossier says beside the passages, in the language of who takes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Labels<'l> {
    /// The language's tag.
    pub lang: &'l str,
    /// `ltr` or `rtl`.
    pub dir: &'l str,
    /// Stands for passages where there are none.
    pub empty: &'l str,
    /// Said of a passage that stands no more in its text.
    pub not_found: &'l str,
    /// Before a note.
    pub note: &'l str,
    /// Before tags.
    pub tags: &'l str,
    /// The link to a passage.
    pub passage: &'l str,
    /// When it was marked; `{0}` stands for the day.
    pub marked: &'l str,
    /// The same, and `{1}` for the version of the corpus.
    pub marked_in_version: &'l str,
}

/// The columns of the table, in its order: keys for programs, in every language.
const COLUMNS: [&str; 13] = [
    "document",
    "title",
    "author",
    "date",
    "source",
    "paragraph",
    "block",
    "quotation",
    "note",
    "tags",
    "link",
    "marked",
    "state",
];

/// Returns the dossier in Markdown (`CommonMark`), one section for each document in the order given.
#[must_use]
pub fn markdown(title: &str, excerpts: &[Excerpt], labels: &Labels<'_>) -> String {
    let mut out = ["# ", &escaped_markdown(&one_line(title)), "\n"].concat();
    if excerpts.is_empty() {
        out.push_str(&["\n", labels.empty, "\n"].concat());
    }
    let mut document = "";
    for excerpt in excerpts {
        if excerpt.document != document || document.is_empty() {
            document = &excerpt.document;
            out.push_str(&["\n## ", &escaped_markdown(excerpt.work.title()), "\n"].concat());
        }
        out.push('\n');
        out.push_str(&Form::Markdown.write(&excerpt.work, Some(&excerpt.passage)));
        out.push('\n');
        if !excerpt.is_found {
            out.push_str(&["\n**", labels.not_found, "**\n"].concat());
        }
        if !excerpt.note.is_empty() {
            out.push_str(&["\n", labels.note, ": "].concat());
            let lines: Vec<String> = excerpt
                .note
                .lines()
                .map(|line| escaped_markdown(line.trim()))
                .collect();
            out.push_str(&lines.join("  \n"));
            out.push('\n');
        }
        if !excerpt.tags.is_empty() {
            out.push_str(
                &[
                    "\n",
                    labels.tags,
                    ": ",
                    &escaped_markdown(&excerpt.tags.join(", ")),
                    "\n",
                ]
                .concat(),
            );
        }
        out.push_str(&["\n", &marked(excerpt, labels), "\n"].concat());
    }
    out
}

/// Returns the dossier as one HTML document that needs nothing else and runs nothing.
#[must_use]
pub fn html(title: &str, excerpts: &[Excerpt], labels: &Labels<'_>) -> String {
    let title = escaped_html(title);
    let mut out = [
        "<!doctype html>\n<html lang=\"",
        labels.lang,
        "\" dir=\"",
        labels.dir,
        "\">\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>",
        &title,
        "</title>\n<style>\n:root{color-scheme:light dark}body{max-inline-size:38rem;margin:2rem auto;padding-inline:1rem;\
         font:1rem/1.6 Georgia,serif}blockquote{margin:1rem 0;padding-inline-start:1rem;border-inline-start:3px solid;\
         white-space:pre-line}article{margin-block:2.5rem;break-inside:avoid}.quiet{font-size:.875rem}\n</style>\n<h1 dir=\"auto\">",
        &title,
        "</h1>\n",
    ]
    .concat();
    if excerpts.is_empty() {
        out.push_str(&["<p>", labels.empty, "</p>\n"].concat());
    }
    let mut document = "";
    for excerpt in excerpts {
        if excerpt.document != document || document.is_empty() {
            document = &excerpt.document;
            out.push_str(
                &[
                    "<h2 dir=\"auto\">",
                    &escaped_html(excerpt.work.title()),
                    "</h2>\n",
                ]
                .concat(),
            );
        }
        push_article(&mut out, excerpt, labels);
    }
    out.push_str("</html>\n");
    out
}

fn push_article(out: &mut String, excerpt: &Excerpt, labels: &Labels<'_>) {
    let lang = match excerpt.lang.as_str() {
        "" => String::new(),
        lang => [" lang=\"", &escaped_html(lang), "\""].concat(),
    };
    let quote = escaped_html(excerpt.passage.quote.trim());
    let without_link = Passage {
        link: String::new(),
        ..excerpt.passage.clone()
    };
    let mut cited = escaped_html(&reference(&excerpt.work, Some(&without_link)));
    let link = excerpt.passage.link.as_str();
    if is_followed(link) {
        cited.push_str(
            &[
                " <a rel=\"noreferrer\" href=\"",
                &escaped_html(link),
                "\">",
                labels.passage,
                "</a>",
            ]
            .concat(),
        );
    }
    let note = escaped_html(&excerpt.note).replace('\n', "<br>");
    let tags = escaped_html(&excerpt.tags.join(", "));
    let mut article = [
        "<article>\n<blockquote dir=\"auto\"",
        &lang,
        ">",
        &quote,
        "</blockquote>\n<p>",
        &cited,
        "</p>\n",
    ]
    .concat();
    if !excerpt.is_found {
        article.push_str(&["<p><strong>", labels.not_found, "</strong></p>\n"].concat());
    }
    if !note.is_empty() {
        article.push_str(&["<p dir=\"auto\">", labels.note, ": ", &note, "</p>\n"].concat());
    }
    if !tags.is_empty() {
        article.push_str(&["<p dir=\"auto\">", labels.tags, ": ", &tags, "</p>\n"].concat());
    }
    article.push_str(
        &[
            "<p class=\"quiet\">",
            &escaped_html(&marked(excerpt, labels)),
            "</p>\n</article>\n",
        ]
        .concat(),
    );
    out.push_str(&article);
}

/// Whether a link leads to the web, or to a page that lies in the same folder as the dossier.
fn is_followed(link: &str) -> bool {
    let path = link.split('#').next().unwrap_or_default();
    let is_beside = !path.is_empty() && !path.contains([':', '/', '\\']);
    is_beside
        || ["http://", "https://"]
            .iter()
            .any(|scheme| link.starts_with(scheme))
}

/// Returns the dossier as a table (RFC 4180, UTF-8), one line for each passage. A text that a spreadsheet
/// would take for a formula has an apostrophe before it.
#[must_use]
pub fn csv(excerpts: &[Excerpt]) -> String {
    let mut out = COLUMNS.join(",");
    out.push_str("\r\n");
    for excerpt in excerpts {
        let Excerpt { work, passage, .. } = excerpt;
        let authors: Vec<String> = work.authors().iter().map(citation::Name::spoken).collect();
        let number = if passage.number > 0 {
            passage.number.to_string()
        } else {
            String::new()
        };
        let cells = [
            excerpt.document.as_str(),
            work.title(),
            &authors.join("; "),
            &work.date().map(citation::Date::to_edtf).unwrap_or_default(),
            work.source(),
            &number,
            &passage.block,
            passage.quote.trim(),
            &excerpt.note,
            &excerpt.tags.join("; "),
            &passage.link,
            &excerpt.marked,
            if excerpt.is_found {
                "found"
            } else {
                "not found any more"
            },
        ];
        let cells: Vec<String> = cells.into_iter().map(cell).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out
}

fn marked(excerpt: &Excerpt, labels: &Labels<'_>) -> String {
    let said = match excerpt.corpus.as_str() {
        "" => labels.marked.to_owned(),
        corpus => labels.marked_in_version.replace("{1}", corpus),
    };
    said.replace("{0}", &excerpt.marked)
}

fn cell(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = [if is_formula { "'" } else { "" }, text].concat();
    let is_plain = !text.contains([',', '"', '\n', '\r']) && text.trim() == text;
    if is_plain {
        text
    } else {
        ["\"", &text.replace('"', "\"\""), "\""].concat()
    }
}

fn escaped_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(sign),
        }
    }
    out
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
