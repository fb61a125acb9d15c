//! From named bytes to documents: the entry points.

use std::collections::BTreeMap;

use crate::body::Body;
use crate::decoding::Place;
use crate::front_matter::{self, FrontMatter};
use crate::json_lines::JsonLines;
use crate::metadata::Metadata;
use crate::problem::Report;
use crate::{Document, Matter, Problem, decoding, drop_capitals, markdown, metadata, plain, title};

/// Bytes with a name, as a folder, an archive or a reader's own file gives them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Path relative to the corpus, with `/` on every system. Its extension decides how it is read.
    pub name: String,
    /// The content, unchanged.
    pub bytes: Vec<u8>,
}

/// The ways in which a source can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceKind {
    /// `.md`, `.markdown`: `CommonMark` with tables and footnotes, under optional front matter.
    Markdown,
    /// `.txt`, `.text`: paragraphs by blank lines or by lines; read as Markdown where it clearly is.
    PlainText,
    /// `.jsonl`: one JSON object with `id`, `title`, `text` and metadata a line.
    JsonLines,
}

impl SourceKind {
    /// Returns the kind that the extension of `name` tells, if it is one we read.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let (_, extension) = file_name(name).rsplit_once('.')?;
        match extension.to_ascii_lowercase().as_str() {
            "md" | "markdown" => Some(Self::Markdown),
            "txt" | "text" => Some(Self::PlainText),
            "jsonl" => Some(Self::JsonLines),
            _ => None,
        }
    }
}

/// How sources are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadOptions {
    /// Whether damage that is certain is mended and listed; true unless told otherwise.
    pub mend: bool,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self { mend: true }
    }
}

/// What one source gave.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// The documents that can be used; every other one has an error in `problems`.
    pub documents: Vec<Document>,
    /// What was noticed, in the order of the source.
    pub problems: Vec<Problem>,
}

/// What all sources together gave.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Corpus {
    /// The documents by name of their source, then in its order; their ids are unique.
    pub documents: Vec<Document>,
    /// What was noticed, by name of source, then in its order.
    pub problems: Vec<Problem>,
}

/// Reads one source; any bytes are answered, none make it panic.
///
/// Nothing is dropped silently: a document that cannot be used leaves an error which names the place
/// and the remedy. A broken line of a `.jsonl` does not take the others with it.
///
/// Cost: linear in the bytes; allocates the text about twice.
#[must_use]
pub fn read(source: &Source, options: &ReadOptions) -> Reading {
    let mut report = Report::new(&source.name);
    let documents = read_documents(source, options, &mut report);
    Reading {
        documents,
        problems: report.problems,
    }
}

/// Reads all sources in the order of their names (by bytes) and makes sure that ids are unique.
///
/// Of two documents with one id the later is left out, with an error that names both files.
#[must_use]
pub fn read_all(sources: &[Source], options: &ReadOptions) -> Corpus {
    let mut in_order: Vec<&Source> = sources.iter().collect();
    in_order.sort_by(|a, b| a.name.cmp(&b.name));
    let mut readings: Vec<Reading> = in_order
        .iter()
        .map(|source| read(source, options))
        .collect();
    let names = in_order.iter().map(|source| source.name.as_str());
    leave_out_duplicates(names.zip(&mut readings));
    let mut corpus = Corpus::default();
    for mut reading in readings {
        corpus.documents.append(&mut reading.documents);
        corpus.problems.append(&mut reading.problems);
    }
    corpus
}

/// Leaves out the later of two documents with one id, with an error that names both files.
fn leave_out_duplicates<'s>(readings: impl IntoIterator<Item = (&'s str, &'s mut Reading)>) {
    let mut taken: TakenIds<'_, String> = TakenIds::default();
    for (name, reading) in readings {
        let mut problems = Vec::new();
        reading.documents.retain(|document| {
            let problem = taken.take(document.id.clone(), name);
            let is_first = problem.is_none();
            problems.extend(problem);
            is_first
        });
        reading.problems.append(&mut problems);
    }
}

/// The ids that documents have, each with the source that had it first.
///
/// `I` is how an id is held: `String`, or `&str` where the ids outlive this.
#[derive(Debug, Clone, Default)]
pub struct TakenIds<'n, I>(BTreeMap<I, &'n str>);

impl<'n, I: Ord + AsRef<str>> TakenIds<'n, I> {
    /// Notes that the source `name` has a document `id`. Returns an error where the id is taken.
    ///
    /// Cost: logarithmic in the number of ids.
    pub fn take(&mut self, id: I, name: &'n str) -> Option<Problem> {
        let Some(&owner) = self.0.get(&id) else {
            self.0.insert(id, name);
            return None;
        };
        let id = id.as_ref();
        let message = if owner == name {
            format!("the id `{id}` is used twice in {name}")
        } else {
            format!("the id `{id}` is used twice: in {owner} and in {name}")
        };
        let mut report = Report::new(name);
        report.error_of(
            Matter::SameId,
            None,
            message,
            "give one of them another `id:` in its front matter, or another file name",
        );
        report.problems.pop()
    }
}

fn read_documents(
    source: &Source,
    options: &ReadOptions,
    report: &mut Report<'_>,
) -> Vec<Document> {
    let Some(kind) = SourceKind::of(&source.name) else {
        report.error(
            None,
            "this kind of file is not read".to_owned(),
            "known are .md, .markdown, .txt, .text and .jsonl; convert the file or leave it out",
        );
        return Vec::new();
    };
    if kind == SourceKind::JsonLines {
        return read_lines(source, options, report);
    }
    let text = decoding::decode(&source.bytes, report);
    text.and_then(|text| read_prose(&text, kind, options, report))
        .into_iter()
        .collect()
}

fn read_lines(source: &Source, options: &ReadOptions, report: &mut Report<'_>) -> Vec<Document> {
    let mut documents = Vec::new();
    let mut lines = JsonLines::new(&source.name, *options, Place::default());
    lines.read(&source.bytes, &mut |document| documents.push(document));
    let (mut problems, is_text) = lines.into_problems();
    report.problems.append(&mut problems);
    if !is_text {
        documents.clear();
    }
    documents
}

fn read_prose(
    text: &str,
    kind: SourceKind,
    options: &ReadOptions,
    report: &mut Report<'_>,
) -> Option<Document> {
    let FrontMatter {
        entries,
        rest,
        first_line,
    } = front_matter::split(text, report)?;
    let metadata = metadata::of(entries, report)?;
    let body = if kind == SourceKind::Markdown || plain::is_markdown(rest) {
        markdown::read(rest, first_line)
    } else {
        plain::read(rest, first_line)
    };
    let id = file_stem(report.file()).to_owned();
    assemble(id, metadata, body, options, report, None)
}

/// Makes the document from its parts; `line` is where it stands in a source of many.
pub(crate) fn assemble(
    fallback_id: String,
    metadata: Metadata,
    body: Body,
    options: &ReadOptions,
    report: &mut Report<'_>,
    line: Option<u32>,
) -> Option<Document> {
    // Half of what `u32` holds, so that sums of two offsets never overflow.
    const TEXT_LIMIT_BYTES: usize = 1 << 31;
    if body.text.len() >= TEXT_LIMIT_BYTES {
        report.error(
            line,
            "the text is longer than 2 GiB".to_owned(),
            "split it into several documents",
        );
        return None;
    }
    let mut body = body;
    if body.blocks.is_empty()
        && let Some(title) = &metadata.title
    {
        // Catalogues have many such records, and a title can be found and cited.
        body = plain::read(title, line.unwrap_or(1));
        report.warning(
            line,
            "there is no text; the title stands for it".to_owned(),
            "write some text below the metadata, or leave the document out",
        );
    }
    if body.blocks.is_empty() {
        report.error_of(
            Matter::NoText,
            line,
            "there is no text to search".to_owned(),
            "write some text below the metadata, or leave the document out",
        );
        return None;
    }
    let lang = metadata.lang.as_deref();
    let body = if options.mend {
        drop_capitals::mend(body, lang, report)
    } else {
        body
    };
    let title = metadata.title.unwrap_or_else(|| title::of(&body));
    Some(Document {
        id: metadata.id.unwrap_or(fallback_id),
        title,
        date: metadata.date,
        lang: metadata.lang,
        fields: metadata.fields,
        text: body.text,
        blocks: body.blocks,
        inlines: body.inlines,
    })
}

fn file_name(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// Returns the last part of `name` without its extension.
pub(crate) fn file_stem(name: &str) -> &str {
    let name = file_name(name);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}
