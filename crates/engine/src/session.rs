//! One open index and everything that can be asked of it.

use crate::deciding::Decisions;
use crate::layers::Annotations;
use crate::linguistics::Bench;
use crate::making::Making;
use crate::searches::HitPlaces;
use crate::{batch, breakdown, certificate, documents, layers, reading, searches, suggestions};
use ::linguistics::{Reading, Words};
use annotation::layers::Layers;
use index::{Index, IndexBytes, LayerFile, OpenError};
use protocol::{
    ComparisonRecord, DayRecord, Lens, NameDecision, NameRecord, Reply, Request, VoiceRecord,
};
use search::{Explanation, Parameters, Searcher, Tables};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// An open index, ready to answer.
#[derive(Debug)]
pub struct Session {
    pub(crate) index: Index,
    tables: Tables,
    /// Read when something is first counted.
    pub(crate) words: OnceLock<Words>,
    /// Read when something is first asked of them; or why they cannot be.
    pub(crate) layers: OnceLock<Result<Arc<Layers>, String>>,
    /// The layers' own file, where they came in one; or why they did not.
    pub(crate) layer_file: OnceLock<Result<LayerFile, String>>,
    /// What of both is made so far.
    making: Mutex<Making>,
    decisions: Mutex<Decisions>,
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
            layers: OnceLock::new(),
            layer_file: OnceLock::new(),
            making: Mutex::default(),
            decisions: Mutex::default(),
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
        self.answer_with(self.searcher_of_layers(), request)
            .unwrap_or_else(|| self.explore(request))
    }

    /// Answers what a search page asks: [`Request::Corpus`], [`Request::Search`], [`Request::Document`]. `None`
    /// for everything else.
    ///
    /// A program that calls this and not [`Session::answer`] is linked without concordance, statistics and
    /// layers (`person:`, `day:`, `said:` and their like then match nothing, with a note): some 30 KB of a page's
    /// wasm under Brotli before the first hit.
    #[must_use]
    pub fn answer_search(&self, request: &Request) -> Option<Reply> {
        self.answer_with(self.searcher(), request)
    }

    fn answer_with(&self, searcher: Searcher<'_>, request: &Request) -> Option<Reply> {
        Some(match request {
            Request::Corpus => Reply::Corpus(documents::corpus_record(&self.index)),
            Request::Search(request) => {
                Reply::Search(searches::search(&self.index, searcher, request))
            }
            Request::Document { id, query, exact } => match self.index.doc_by_id(id) {
                Some(doc) => Reply::Document(documents::document_record(
                    &self.index,
                    searcher,
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
            _ => return None,
        })
    }

    fn explore(&self, request: &Request) -> Reply {
        match request {
            Request::Corpus | Request::Search(_) | Request::Document { .. } => Reply::Refused {
                message: "This is not an exploration.".to_owned(),
            },
            Request::Concordance(request) => self.bench().concordance(request),
            Request::WordList(request) => self.bench().word_list(request),
            Request::Ngrams(request) => self.bench().ngrams(request),
            Request::Collocates(request) => self.bench().collocates(request),
            Request::Keyness(request) => self.bench().keyness(request),
            Request::Dispersion(request) => self.bench().dispersion(request),
            Request::Similar(request) => self.bench().similar(request),
            Request::Timeline(request) => self.of_layers(&|layers| layers.timeline(request)),
            // Decisions are in the request; the rows say what they did.
            Request::Names(request) => match self.found_layers() {
                Ok(layers) => self.annotations_of(layers.clone()).names(request),
                Err(message) => Reply::Refused { message },
            },
            Request::Voices(request) => self.of_layers(&|layers| layers.voices(request)),
            Request::Compare(request) => self.of_layers(&|layers| layers.compare(request)),
            Request::Suggest(request) => Reply::Suggest(suggestions::suggest(
                &self.index,
                self.searcher_of_layers(),
                request,
            )),
            Request::Breakdown(lens) => {
                Reply::Breakdown(breakdown::breakdown(self.searcher_of_layers(), lens))
            }
            Request::Certificate(lens) => Reply::Certificate(certificate::certificate(
                &self.index,
                self.searcher_of_layers(),
                lens,
            )),
            Request::Batch(request) => Reply::Batch(batch::batch(
                &self.index,
                self.searcher_of_layers(),
                request,
            )),
        }
    }

    /// Whether the index has days, names and voices.
    #[must_use]
    pub fn has_layers(&self) -> bool {
        self.annotations().is_ok()
    }

    /// Returns where a query's matches stand in some documents, by their ids; nothing for a document that is unknown
    /// or without a match.
    ///
    /// Cost: as showing the passages of these documents; nothing else is read.
    #[must_use]
    pub fn places(&self, lens: &Lens, ids: &[&str]) -> Vec<HitPlaces> {
        searches::places(&self.index, self.searcher_of_layers(), lens, ids)
    }

    /// Takes the layers from a file of their own, or the sentence for a reader that says why it did not come.
    /// To be called before anything is asked of them; they are read when it is. What is wrong with the file is
    /// told then.
    ///
    /// Cost: a checksum over the bytes.
    pub fn bring_layers(&self, file: Result<Vec<u8>, String>) {
        let opened = file.and_then(|bytes| {
            LayerFile::open(bytes, &self.index).map_err(|error| error.to_string())
        });
        // Only the first file counts.
        let _ = self.layer_file.set(opened);
    }

    /// Takes what a reader decided about names, in place of what was decided before: from now on it holds wherever
    /// names count, in queries, filters, views and lists. [`Request::Names`] alone goes by the decisions that it
    /// brings.
    ///
    /// Cost: linear in the layers, when something first needs them after a change.
    pub fn decide(&self, decisions: &[NameDecision]) {
        self.own_decisions().replace(decisions);
    }

    /// Returns every mention of a day in the lens, in the order of documents and places.
    ///
    /// # Errors
    ///
    /// A sentence for a reader where the index has no layers, or damaged ones.
    pub fn days(&self, lens: &Lens) -> Result<Vec<DayRecord>, String> {
        Ok(self.annotations()?.all_days(lens))
    }

    /// Returns every name in the lens with its mentions there, in order of first mention in the corpus.
    ///
    /// # Errors
    ///
    /// As [`Session::days`].
    pub fn names(&self, lens: &Lens) -> Result<Vec<NameRecord>, String> {
        Ok(self.annotations()?.all_names(lens))
    }

    /// Returns every quotation in the lens, in the order of documents and places.
    ///
    /// # Errors
    ///
    /// As [`Session::days`].
    pub fn voices(&self, lens: &Lens) -> Result<Vec<VoiceRecord>, String> {
        Ok(self.annotations()?.all_voices(lens))
    }

    /// Returns everything that is compared among the documents of the lens.
    ///
    /// # Errors
    ///
    /// As [`Session::days`].
    pub fn compare(&self, lens: &Lens) -> Result<ComparisonRecord, String> {
        Ok(self.annotations()?.all_compared(lens))
    }

    fn of_layers(&self, answer: &dyn Fn(&Annotations<'_>) -> Reply) -> Reply {
        match self.annotations() {
            Ok(annotations) => answer(&annotations),
            Err(message) => Reply::Refused { message },
        }
    }

    /// Returns what answers about layers, which are read the first time.
    pub(crate) fn annotations(&self) -> Result<Annotations<'_>, String> {
        let layers = self.found_layers()?;
        let layers = self.own_decisions().apply(layers);
        Ok(self.annotations_of(layers))
    }

    fn own_decisions(&self) -> MutexGuard<'_, Decisions> {
        let decisions = self.decisions.lock();
        decisions.unwrap_or_else(PoisonError::into_inner)
    }

    fn annotations_of(&self, layers: Arc<Layers>) -> Annotations<'_> {
        Annotations {
            index: &self.index,
            searcher: self.searcher_of_layers(),
            layers,
        }
    }

    /// Returns the file of the layers, if they stand in one; an error where it could not be read.
    pub(crate) fn layer_source(&self) -> Result<Option<&LayerFile>, &String> {
        self.layer_file.get().map(Result::as_ref).transpose()
    }

    /// Returns the layers as they were built.
    fn found_layers(&self) -> Result<&Arc<Layers>, String> {
        let layers = self.layers.get_or_init(|| {
            let begun = self.making().layers.take().unwrap_or_default();
            let file = self.layer_source().map_err(String::clone)?;
            layers::read(&self.index, file, begun).map(Arc::new)
        });
        layers.as_ref().map_err(String::clone)
    }

    /// Returns what counts words, which are read from the texts the first time.
    fn bench(&self) -> Bench<'_> {
        Bench {
            index: &self.index,
            searcher: self.searcher_of_layers(),
            words: self.words.get_or_init(|| {
                let begun = self.making().words.take();
                let begun = begun.unwrap_or_else(|| Reading::new(&self.index));
                begun.finish(&self.index)
            }),
        }
    }

    /// Returns what is being made; see [`Session::prepare`].
    pub(crate) fn making(&self) -> MutexGuard<'_, Making> {
        self.making.lock().unwrap_or_else(PoisonError::into_inner)
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

    /// Works out now what the first search of several words would wait for ([`Tables::prepare`]): for a moment in
    /// which nobody waits.
    pub fn prepare_ranking(&self) {
        self.tables.prepare(&self.index);
    }

    /// Ranks the documents that answer a query as a reader types it, operators included, in the order of a
    /// search: ids and scores, and nothing that only a reader sees.
    #[must_use]
    pub fn rank_typed(&self, query: &str, limit: usize) -> Vec<(&str, f64)> {
        let ranked = self.searcher().rank(&reading::read(query).0, limit);
        let id = |doc| self.index.document(doc).id();
        ranked
            .into_iter()
            .map(|(doc, score)| (id(doc), score))
            .collect()
    }

    /// Explains the score of a document as a tree; `None` where there is no such document or it holds
    /// no word of the query.
    #[must_use]
    pub fn explain(&self, query: &str, id: &str) -> Option<Explanation> {
        let doc = self.index.doc_by_id(id)?;
        self.searcher_of_layers()
            .explain(&reading::read(query).0, doc)
    }

    /// Returns a searcher that also finds what the layers know. They are read when a query asks for them.
    fn searcher_of_layers(&self) -> Searcher<'_> {
        self.searcher().with_spans(self)
    }

    fn searcher(&self) -> Searcher<'_> {
        Searcher::new(&self.index, &self.tables)
    }
}
