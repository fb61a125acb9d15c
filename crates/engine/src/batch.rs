//! Many queries at once, such as a pasted list of names.

use crate::reading;
use crate::searches::filters;
use index::Index;
use protocol::{BatchRecord, BatchRequest, BatchRowRecord, LineReading};
use query::Query;
use search::{FieldFilter, Searcher};

/// Lines that are asked; what follows is counted and left out.
const MOST_LINES: usize = 1_000;
/// Characters of a line that are read.
const MOST_CHARACTERS: usize = 1_000;

/// Answers one line after another.
///
/// Cost: a search for each line, and a look at the text of each document that answers it.
pub(crate) fn batch(index: &Index, searcher: Searcher<'_>, request: &BatchRequest) -> BatchRecord {
    let has_word = |line: &&str| line.chars().any(char::is_alphanumeric);
    let lines = request.lines.iter().map(|line| line.trim());
    let mut lines = lines.filter(has_word);
    let asking = Asking {
        index,
        searcher,
        request,
        filters: filters(&request.filters),
    };
    BatchRecord {
        rows: lines
            .by_ref()
            .take(MOST_LINES)
            .map(|line| asking.row(line))
            .collect(),
        left_out: lines.count(),
    }
}

struct Asking<'a> {
    index: &'a Index,
    searcher: Searcher<'a>,
    request: &'a BatchRequest,
    filters: Vec<FieldFilter>,
}

impl Asking<'_> {
    fn row(&self, line: &str) -> BatchRowRecord {
        let end = line.char_indices().nth(MOST_CHARACTERS);
        let line = line.get(..end.map_or(line.len(), |(at, _)| at));
        let line = line.unwrap_or_default();
        let query = read(line, self.request.reading);
        let answering = |exact| self.searcher.answering(&query, &self.filters, exact);
        let found = answering(self.request.exact);
        let mut counts = Vec::new();
        found.for_each(&found.documents, &mut |doc, marks| {
            if !marks.is_empty() {
                counts.push((doc.0, marks.len() as u32));
            }
        });
        let best = self.best(&query, &found.documents);
        let view = best.map(|doc| self.index.document(doc));
        BatchRowRecord {
            line: line.to_string(),
            query: query.to_canonical(),
            documents: found.documents.len(),
            exact: if self.request.exact || found.documents.is_empty() {
                found.documents.len()
            } else {
                answering(true).documents.len()
            },
            matches: counts.iter().map(|&(_, count)| count as usize).sum(),
            best: view.map_or("", |view| view.id()).to_string(),
            best_title: view.map_or("", |view| view.title()).to_string(),
            counts,
            note: found
                .notes
                .into_iter()
                .next()
                .map_or_else(String::new, |note| note.message),
        }
    }

    /// Returns the best of the documents that answer.
    fn best(&self, query: &Query, answering: &[index::DocId]) -> Option<index::DocId> {
        let options = search::SearchOptions {
            filters: self.filters.clone(),
            limit: usize::from(!answering.is_empty()),
            exact: self.request.exact,
            ..search::SearchOptions::default()
        };
        let hits = self.searcher.search(query, &options).hits;
        hits.first().map(|hit| hit.doc)
    }
}

/// Reads a line as the list is to be read.
pub(crate) fn read(line: &str, reading: LineReading) -> Query {
    match reading {
        LineReading::Query => reading::read(line).0,
        LineReading::Words => query::parse_plain(line),
        LineReading::Plain => {
            let (query, _) = reading::read(line);
            let plain = query::parse_plain(line);
            let is_plain = query.to_canonical() == plain.to_canonical();
            match plain {
                Query::All(_) if is_plain => read(line, LineReading::Phrase),
                _ => query,
            }
        }
        LineReading::Phrase => {
            let plain = line.replace(['"', '“', '”', '„', '«', '»', '\\'], " ");
            query::parse(&["\"", plain.trim(), "\""].concat()).0
        }
    }
}
