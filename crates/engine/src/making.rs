//! What a first question needs, made in slices: the words of all texts, their order, the layers.
//!
//! All of it is made when something first needs it. That takes from a tenth of a second to two seconds for ten
//! thousand documents, in which a page could not answer its reader; a host that cares calls
//! [`Session::prepare`] until nothing is left, and asks then.

use crate::{Session, batch, layers, reading};
use ::linguistics::{PhraseSorting, Reading};
use annotation::layers::Opening;
use protocol::{Filter, Lens, Request};
use std::sync::Arc;

/// Words that are read, and places that are sorted, in one slice: each some milliseconds in a page.
const WORDS_PIECE: usize = 20_000;
const PLACES_PIECE: usize = 150_000;

/// Share of the words in what n-grams need; the rest is their order.
const SHARE_OF_WORDS: f32 = 0.2;

/// What is being made.
#[derive(Debug, Default)]
pub(crate) struct Making {
    pub(crate) layers: Option<Opening>,
    pub(crate) words: Option<Reading>,
    phrases: Option<PhraseSorting>,
}

impl Session {
    /// Does a slice of the work that a request needs done first. Returns which share of it is done, from 0 to 1;
    /// `None` where nothing is left, and [`Session::answer`] answers at once.
    ///
    /// Cost: some milliseconds of a page for ordinary documents, more for a single long one.
    pub fn prepare(&self, request: &Request) -> Option<f32> {
        if self.layers.get().is_none()
            && needs_layers(request)
            && let Some(share) = self.prepare_layers()
        {
            return Some(share);
        }
        if !needs_words(request) {
            return None;
        }
        let needs_order = matches!(request, Request::Ngrams(_));
        match self.prepare_words() {
            Some(share) if needs_order => Some(share * SHARE_OF_WORDS),
            None if needs_order => {
                let share = self.prepare_order()?;
                Some(SHARE_OF_WORDS + share * (1.0 - SHARE_OF_WORDS))
            }
            share => share,
        }
    }

    fn prepare_layers(&self) -> Option<f32> {
        // What is wrong with the file is told to whom asks.
        let file = self.layer_source().ok()?;
        let mut making = self.making();
        let opening = making.layers.get_or_insert_with(Opening::default);
        let made = match layers::read_on(&self.index, file, opening) {
            Ok(true) => return Some(opening.share()),
            Ok(false) => Ok(Arc::new(making.layers.take()?.finish())),
            Err(message) => Err(message),
        };
        // Who asks meanwhile takes the lock while the layers are set.
        drop(making);
        let _ = self.layers.set(made);
        None
    }

    fn prepare_words(&self) -> Option<f32> {
        if self.words.get().is_some() {
            return None;
        }
        let mut making = self.making();
        let Some(reading) = &mut making.words else {
            let reading = making.words.insert(Reading::new(&self.index));
            return Some(reading.share());
        };
        if reading.step(&self.index, WORDS_PIECE) {
            return Some(reading.share());
        }
        let made = making.words.take()?.finish(&self.index);
        drop(making);
        let _ = self.words.set(made);
        None
    }

    fn prepare_order(&self) -> Option<f32> {
        let words = self.words.get()?;
        if words.has_phrase_order() {
            return None;
        }
        let mut making = self.making();
        let Some(sorting) = &mut making.phrases else {
            let sorting = making.phrases.insert(PhraseSorting::new(words));
            return Some(sorting.share());
        };
        if sorting.step(words, PLACES_PIECE) {
            return Some(sorting.share());
        }
        let sorting = making.phrases.take()?;
        drop(making);
        words.keep_phrase_order(sorting);
        None
    }
}

fn needs_words(request: &Request) -> bool {
    matches!(
        request,
        Request::Concordance(_)
            | Request::WordList(_)
            | Request::Ngrams(_)
            | Request::Collocates(_)
            | Request::Keyness(_)
            | Request::Dispersion(_)
            | Request::Similar(_)
    )
}

/// Tells whether a request is about days, names, quotations or accounts, or asks for them by a field: without
/// layers its answer is poorer.
#[must_use]
pub fn needs_layers(request: &Request) -> bool {
    let (lens, node) = match request {
        Request::Timeline(_) | Request::Names(_) | Request::Voices(_) | Request::Compare(_) => {
            return true;
        }
        Request::Search(request) => {
            let query = if request.plain { "" } else { &request.query };
            return asks_of(query, &request.filters);
        }
        Request::Document { query, .. } => return asks_of(query, &[]),
        Request::Batch(request) => {
            let read = |line: &String| batch::read(line, request.reading);
            let mut lines = request.lines.iter().map(read);
            return asks_of("", &request.filters)
                || lines.any(|line| query::asks_for_mentions(&line));
        }
        Request::Concordance(request) => (&request.lens, &*request.node),
        Request::WordList(request) => (&request.lens, ""),
        Request::Ngrams(request) => (&request.lens, ""),
        Request::Collocates(request) => (&request.lens, &*request.node),
        Request::Dispersion(request) => (&request.lens, &*request.node),
        Request::Similar(request) => (&request.lens, ""),
        Request::Keyness(request) => {
            let reference = request.reference.as_ref();
            if reference.is_some_and(|lens| asks_layers(lens, "")) {
                return true;
            }
            (&request.target, "")
        }
        Request::Breakdown(lens) | Request::Certificate(lens) => (lens, ""),
        Request::Corpus | Request::Suggest(_) => return false,
    };
    asks_layers(lens, node)
}

fn asks_layers(lens: &Lens, node: &str) -> bool {
    asks_of(&lens.query, &lens.filters) || asks_of(node, &[])
}

fn asks_of(text: &str, filters: &[Filter]) -> bool {
    let mut fields = filters.iter().map(|filter| &*filter.field);
    query::asks_for_mentions(&reading::read(text).0) || fields.any(query::is_layer_field)
}
