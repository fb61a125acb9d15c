//! One open index and everything that can be asked of it.

use crate::linguistics::Bench;
use crate::{documents, reading, searches};
use ::linguistics::Words;
use index::{DocId, Index, IndexBytes, OpenError};
use protocol::{Reply, Request};
use search::{Explanation, Parameters, Searcher, Tables};
use std::sync::OnceLock;

/// An open index, ready to answer.
#[derive(Debug)]
pub struct Session {
    index: Index,
    tables: Tables,
    /// Read when something is first counted.
    words: OnceLock<Words>,
}

impl Session {
    /// Opens an index: checks all of it once, then reads it in place.
    ///
    /// # Errors
    ///
    /// Where the bytes are no index, are damaged or cut, or of another version; see [`OpenError`].
    pub fn open(bytes: IndexBytes) -> Result<Self, OpenError> {
        Self::open_with(bytes, Parameters::default())
    }

    /// Opens an index to be ranked by other than the default parameters, for measuring them.
    ///
    /// # Errors
    ///
    /// As [`Session::open`].
    pub fn open_with(bytes: IndexBytes, parameters: Parameters) -> Result<Self, OpenError> {
        Ok(Self::over(Index::open(bytes)?, parameters))
    }

    /// Takes an index that is open, such as one that came in pieces through [`index::Opening`].
    ///
    /// Cost: linear in the number of documents.
    #[must_use]
    pub fn over(index: Index, parameters: Parameters) -> Self {
        let tables = Tables::with_parameters(&index, parameters);
        Self {
            index,
            tables,
            words: OnceLock::new(),
        }
    }

    /// Returns the index.
    #[must_use]
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Returns the version of the corpus: eight hexadecimal digits that change whenever anything in it
    /// does.
    #[must_use]
    pub fn version(&self) -> String {
        documents::hex(self.index.version())
    }

    /// Answers a request. Never fails: what cannot be answered is [`Reply::Refused`] with a sentence
    /// for a reader. Times in replies are 0; a host with a clock fills them in.
    #[must_use]
    pub fn answer(&self, request: &Request) -> Reply {
        match request {
            Request::Corpus => Reply::Corpus(documents::corpus_record(&self.index)),
            Request::Search(request) => {
                Reply::Search(searches::search(&self.index, self.searcher(), request))
            }
            Request::Document { id, query, exact } => match self.index.doc_by_id(id) {
                Some(doc) => Reply::Document(documents::document_record(
                    &self.index,
                    self.searcher(),
                    doc,
                    query,
                    *exact,
                )),
                None => Reply::Refused {
                    message: [
                        "There is no document “",
                        id,
                        "” here. It may have been renamed or left out.",
                    ]
                    .concat(),
                },
            },
            Request::Concordance(request) => self.bench().concordance(request),
            Request::WordList(request) => self.bench().word_list(request),
            Request::Ngrams(request) => self.bench().ngrams(request),
            Request::Collocates(request) => self.bench().collocates(request),
            Request::Keyness(request) => self.bench().keyness(request),
            Request::Dispersion(request) => self.bench().dispersion(request),
            Request::Similar(request) => self.bench().similar(request),
        }
    }

    /// Returns what counts words, which are read from the texts the first time.
    fn bench(&self) -> Bench<'_> {
        Bench {
            index: &self.index,
            searcher: self.searcher(),
            words: self.words.get_or_init(|| Words::read(&self.index)),
        }
    }

    /// Ranks the documents that hold a reader's plain words, best first, in the order of a search: ids
    /// and scores, without passages and counts.
    #[must_use]
    pub fn rank(&self, query: &str, limit: usize) -> Vec<(String, f64)> {
        let ranked = self.searcher().rank(&query::parse_plain(query), limit);
        ranked
            .into_iter()
            .map(|(doc, score)| (self.index.document(doc).id().to_string(), score))
            .collect()
    }

    /// Explains the score of a document as a tree; `None` where there is no such document or it holds
    /// no word of the query.
    #[must_use]
    pub fn explain(&self, query: &str, id: &str) -> Option<Explanation> {
        let doc: DocId = self.index.doc_by_id(id)?;
        self.searcher().explain(&reading::read(query).0, doc)
    }

    fn searcher(&self) -> Searcher<'_> {
        Searcher::new(&self.index, &self.tables)
    }
}
