//! Concordance and statistics as records.

mod lens;

use crate::documents::hex;
use ::linguistics::{
    CollocateOptions, CollocateOrder, Direction, KeynessOptions, KeynessOrder, Level, NgramOptions,
    NgramOrder, Parts, Width, WordListOptions, WordOrder, Words, measures,
};
use index::{DocId, Index};
use protocol::{
    CollocateColumn, CollocateRecord, CollocatesRecord, CollocatesRequest, ConcordanceLevel,
    ConcordanceLineRecord, ConcordanceRecord, ConcordanceRequest, ContextWidth, DispersionRecord,
    DispersionRequest, DispersionRowRecord, KeyWordRecord, KeynessColumn, KeynessDirection,
    KeynessRecord, KeynessRequest, NgramColumn, NgramRecord, NgramsRecord, NgramsRequest,
    NoteRecord, Reply, SharedTermRecord, SimilarDocumentRecord, SimilarRecord, SimilarRequest,
    WordColumn, WordListRecord, WordListRequest, WordRecord,
};
use search::Searcher;

use lens::note;

/// What counts the words of one index.
pub(crate) struct Bench<'s> {
    pub(crate) index: &'s Index,
    pub(crate) searcher: Searcher<'s>,
    pub(crate) words: &'s Words,
}

/// A target, what it is compared with, and notes.
type ComparedSets = (Vec<DocId>, Vec<DocId>, Vec<NoteRecord>);

impl Bench<'_> {
    pub(crate) fn concordance(&self, request: &ConcordanceRequest) -> Reply {
        let (lens, terms) = (&request.lens, &request.terms);
        let mut found = match self.find_either(lens, terms, request.outside, &request.node) {
            Ok(found) => found,
            Err(message) => return refused(message),
        };
        if !request.near.is_empty() {
            let window = CollocateOptions {
                left: request.left as usize,
                right: request.right as usize,
                stop_at_sentence: true,
                ..CollocateOptions::default()
            };
            let term = self.index.term_id(&request.near);
            found.matches = term.map_or_else(Vec::new, |term| {
                self.words.beside(&found.matches, term.0, &window)
            });
        }
        let levels: Vec<Level> = request.sort.iter().map(|&level| level_of(level)).collect();
        let (words, matches) = (self.words, &found.matches);
        let page = words.sorted_page(self.index, matches, &levels, request.offset, request.limit);
        let width = match request.width {
            ContextWidth::Characters(n) => Width::Characters(n),
            ContextWidth::Words(n) => Width::Words(n),
        };
        let lines = words
            .lines(self.index, &page, width)
            .into_iter()
            .map(|line| ConcordanceLineRecord {
                doc: self.index.document(line.doc).id().to_string(),
                block: hex(line.block.0),
                start: line.span.start,
                end: line.span.end,
                left: line.left.to_string(),
                node: line.node.to_string(),
                right: line.right.to_string(),
            });
        Reply::Concordance(ConcordanceRecord {
            read_as: found.read_as,
            total: matches.len(),
            documents: words.n_documents_with(matches),
            lines: lines.collect(),
            scope: self.scope(&found.scope),
            notes: found.notes,
        })
    }

    pub(crate) fn word_list(&self, request: &WordListRequest) -> Reply {
        let (documents, mut notes) = self.documents(&request.lens);
        let only =
            (!request.pattern.trim().is_empty()).then(|| self.words.terms_like(&request.pattern));
        let stems = if request.stems {
            self.languages(&documents)
        } else {
            Vec::new()
        };
        if request.stems && stems.is_empty() {
            notes.push(note(
                "no language of these documents has stems; words stand alone",
            ));
        }
        let list = self.words.word_list(
            &documents,
            &WordListOptions {
                only,
                without: self.left_out(request.without_function_words, &documents),
                min_frequency: request.min_frequency,
                stems,
                order: match request.sort {
                    WordColumn::Frequency => WordOrder::Frequency,
                    WordColumn::Documents => WordOrder::Documents,
                    WordColumn::Term => WordOrder::Word,
                },
                reversed: request.reversed,
                offset: request.offset,
                limit: request.limit,
            },
        );
        let row = |row: ::linguistics::WordRow| WordRecord {
            term: self.term(row.term),
            frequency: row.frequency,
            documents: row.documents,
            per_million: row.per_million,
            forms: row
                .forms
                .into_iter()
                .map(|(term, frequency)| (self.term(term), frequency))
                .collect(),
        };
        Reply::WordList(WordListRecord {
            total: list.total,
            rows: list.rows.into_iter().map(row).collect(),
            scope: self.scope(&documents),
            notes,
        })
    }

    pub(crate) fn ngrams(&self, request: &NgramsRequest) -> Reply {
        let (documents, mut notes) = self.documents(&request.lens);
        let scope = self.scope(&documents);
        let containing = self.words.terms_like(&request.containing);
        let mut record = NgramsRecord {
            scope,
            ..NgramsRecord::default()
        };
        if containing.is_empty() && !request.containing.trim().is_empty() {
            let message = ["no text has a word like “", request.containing.trim(), "”"].concat();
            notes.push(note(&message));
            record.notes = notes;
            return Reply::Ngrams(record);
        }
        let ngrams = self.words.ngrams(
            &documents,
            &NgramOptions {
                size: request.size as usize,
                min_frequency: request.min_frequency,
                min_documents: request.min_documents,
                inside_sentences: !request.across_sentences,
                containing,
                order: match request.sort {
                    NgramColumn::Frequency => NgramOrder::Frequency,
                    NgramColumn::Documents => NgramOrder::Documents,
                    NgramColumn::Ngram => NgramOrder::Words,
                },
                offset: request.offset,
                limit: request.limit,
            },
        );
        notes.extend(bounds_of_ngrams(request.size, ngrams.raised_to));
        record.total = ngrams.total;
        record.tokens = ngrams.n_tokens;
        let row = |row: ::linguistics::Ngram| {
            let terms: Vec<&str> = row
                .terms
                .iter()
                .map(|&term| self.words.term(term))
                .collect();
            NgramRecord {
                ngram: terms.join(" "),
                frequency: row.frequency,
                documents: row.documents,
                per_million: measures::per_million(row.frequency.into(), scope.words),
            }
        };
        record.rows = ngrams.rows.into_iter().map(row).collect();
        record.notes = notes;
        Reply::Ngrams(record)
    }

    pub(crate) fn collocates(&self, request: &CollocatesRequest) -> Reply {
        let found = match self.find(&request.lens, &request.node) {
            Ok(found) => found,
            Err(message) => return refused(message),
        };
        let collocates = self.words.collocates(
            &found.scope,
            &found.matches,
            &CollocateOptions {
                left: request.left as usize,
                right: request.right as usize,
                stop_at_sentence: !request.across_sentences,
                min_frequency: request.min_frequency,
                min_log_likelihood: request.min_log_likelihood,
                without: self.left_out(request.without_function_words, &found.scope),
                order: match request.sort {
                    CollocateColumn::LogDice => CollocateOrder::LogDice,
                    CollocateColumn::LogLikelihood => CollocateOrder::LogLikelihood,
                    CollocateColumn::Mi => CollocateOrder::MutualInformation,
                    CollocateColumn::TScore => CollocateOrder::TScore,
                    CollocateColumn::Observed => CollocateOrder::Observed,
                    CollocateColumn::Left => CollocateOrder::Left,
                    CollocateColumn::Right => CollocateOrder::Right,
                    CollocateColumn::Collocate => CollocateOrder::Word,
                },
                offset: request.offset,
                limit: request.limit,
            },
        );
        let mut notes = found.notes;
        if request.left.max(request.right) > ::linguistics::MAX_WINDOW as u32 {
            notes.push(note("a window reaches ten words to either side at most"));
        }
        let row = |row: ::linguistics::Collocate| CollocateRecord {
            collocate: self.term(row.term),
            observed: row.observed,
            expected: row.expected,
            frequency: row.frequency,
            left: row.left,
            right: row.right,
            log_dice: row.log_dice,
            log_likelihood: row.log_likelihood,
            mi: row.mutual_information,
            t_score: row.t_score,
            positions: row.positions,
        };
        Reply::Collocates(CollocatesRecord {
            read_as: found.read_as,
            matches: found.matches.len(),
            window_words: collocates.window_words,
            total: collocates.total,
            rows: collocates.rows.into_iter().map(row).collect(),
            scope: self.scope(&found.scope),
            notes,
        })
    }

    pub(crate) fn keyness(&self, request: &KeynessRequest) -> Reply {
        let (target, reference, notes) = match self.sets(request) {
            Ok(sets) => sets,
            Err(message) => return refused(message),
        };
        let keyness = self.words.keyness(
            &target,
            &reference,
            &KeynessOptions {
                min_frequency: request.min_frequency,
                min_log_likelihood: request.min_log_likelihood,
                without: self.left_out(request.without_function_words, &target),
                direction: match request.direction {
                    KeynessDirection::Both => Direction::Both,
                    KeynessDirection::Target => Direction::Target,
                    KeynessDirection::Reference => Direction::Reference,
                },
                order: match request.sort {
                    KeynessColumn::LogLikelihood => KeynessOrder::LogLikelihood,
                    KeynessColumn::LogRatio => KeynessOrder::LogRatio,
                    KeynessColumn::Frequency => KeynessOrder::Frequency,
                    KeynessColumn::Term => KeynessOrder::Word,
                },
                offset: request.offset,
                limit: request.limit,
            },
        );
        let row = |row: ::linguistics::KeyWord| KeyWordRecord {
            term: self.term(row.term),
            frequency: row.target,
            reference_frequency: row.reference,
            per_million: row.target_per_million,
            reference_per_million: row.reference_per_million,
            log_likelihood: row.log_likelihood,
            log_likelihood_2x2: row.log_likelihood_2x2,
            log_ratio: row.log_ratio,
            significance: measures::threshold(row.log_likelihood).to_string(),
        };
        Reply::Keyness(KeynessRecord {
            total: keyness.total,
            rows: keyness.rows.into_iter().map(row).collect(),
            target: self.scope(&target),
            reference: self.scope(&reference),
            notes,
        })
    }

    /// Returns the two sets of documents that are compared, neither of them empty, with notes.
    fn sets(&self, request: &KeynessRequest) -> Result<ComparedSets, &'static str> {
        let (target, mut notes) = self.documents(&request.target);
        let reference = match &request.reference {
            Some(lens) => {
                let (reference, more) = self.documents(lens);
                notes.extend(more);
                reference
            }
            None => self.others(&target),
        };
        if target.is_empty() {
            return Err("No document is in the target; choose others.");
        }
        if reference.is_empty() {
            return Err(
                "No document is left to compare with; choose fewer documents as the target.",
            );
        }
        let is_in_target = |doc: &DocId| target.binary_search(doc).is_ok();
        if reference.iter().any(is_in_target) {
            notes.push(note("some documents are in both sets"));
        }
        Ok((target, reference, notes))
    }

    pub(crate) fn dispersion(&self, request: &DispersionRequest) -> Reply {
        let (lens, terms) = (&request.lens, &request.terms);
        let found = match self.find_either(lens, terms, false, &request.node) {
            Ok(found) => found,
            Err(message) => return refused(message),
        };
        let parts = match request.parts {
            0 => Parts::Documents,
            n => Parts::Equal(n),
        };
        let dispersion = self.words.dispersion(
            &found.scope,
            &found.matches,
            parts,
            request.offset,
            request.limit,
        );
        let row = |row: ::linguistics::DispersionRow| {
            let view = self.index.document(row.doc);
            DispersionRowRecord {
                doc: view.id().to_string(),
                title: view.title().to_string(),
                words: row.n_words,
                matches: row.n_matches,
                positions: row.positions,
            }
        };
        Reply::Dispersion(DispersionRecord {
            read_as: found.read_as,
            matches: found.matches.len(),
            total: dispersion.range,
            parts: dispersion.n_parts,
            dp: dispersion.deviation.map(|deviation| deviation.dp),
            dp_norm: dispersion.deviation.map(|deviation| deviation.dp_norm),
            rows: dispersion.rows.into_iter().map(row).collect(),
            scope: self.scope(&found.scope),
            notes: found.notes,
        })
    }

    pub(crate) fn similar(&self, request: &SimilarRequest) -> Reply {
        let Some(doc) = self.index.doc_by_id(&request.id) else {
            return refused("There is no document with this id here.");
        };
        let (documents, notes) = self.documents(&request.lens);
        let similar = self.words.similar(doc, &documents, request.limit);
        let shared = |shared: ::linguistics::SharedTerm| SharedTermRecord {
            term: self.term(shared.term),
            here: shared.here,
            there: shared.there,
            share: shared.share,
        };
        let row = |row: ::linguistics::SimilarDocument| {
            let view = self.index.document(row.doc);
            SimilarDocumentRecord {
                doc: view.id().to_string(),
                title: view.title().to_string(),
                score: row.score,
                shared: row.shared.into_iter().map(shared).collect(),
            }
        };
        Reply::Similar(SimilarRecord {
            rows: similar.into_iter().map(row).collect(),
            scope: self.scope(&documents),
            notes,
        })
    }
}

/// Returns notes of what was asked for of runs of words and was too much.
fn bounds_of_ngrams(size: u32, raised_to: Option<u32>) -> Vec<NoteRecord> {
    let mut notes = Vec::new();
    if !(1..=::linguistics::MAX_SIZE as u32).contains(&size) {
        notes.push(note(
            "a run has one to six words; the nearest size is shown",
        ));
    }
    if let Some(least) = raised_to {
        let message = [
            "too many different runs; those that occur fewer than ",
            &least.to_string(),
            " times are left out",
        ];
        notes.push(NoteRecord {
            kind: "bound".to_string(),
            ..note(&message.concat())
        });
    }
    notes
}

fn level_of(level: ConcordanceLevel) -> Level {
    match level {
        ConcordanceLevel::Left1 => Level::Left(1),
        ConcordanceLevel::Left2 => Level::Left(2),
        ConcordanceLevel::Left3 => Level::Left(3),
        ConcordanceLevel::Right1 => Level::Right(1),
        ConcordanceLevel::Right2 => Level::Right(2),
        ConcordanceLevel::Right3 => Level::Right(3),
        ConcordanceLevel::Node => Level::Node,
        ConcordanceLevel::Document => Level::Document,
        ConcordanceLevel::Date => Level::Date,
        ConcordanceLevel::Position => Level::Position,
    }
}

fn refused(message: &str) -> Reply {
    Reply::Refused {
        message: message.to_string(),
    }
}
