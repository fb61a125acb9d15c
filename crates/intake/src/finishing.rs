//! A collection becomes an index with its layers, in steps that take some milliseconds each but for the last.

use std::sync::LazyLock;

use annotation::layers::{Layers, Reading};
use annotation::names::{Authority, Lexicon};
use corpus::Document;
use index::{BuildError, BuildOptions, IndexBuilder, LayerError, StoredPostings, Tag};

use crate::Collection;

/// Made once; it lives as long as the module.
static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);

/// Up to this much text has days, names and voices found: that takes some twenty times as much memory.
const ANNOTATED_BYTES: u64 = 32 << 20;

/// Which documents an index is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// Those of the own files.
    Own,
    /// Those of the index that was taken over, then those of the own files.
    Both,
}

/// Why there is no index.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FinishError {
    /// No file gave a document.
    #[error("there is no text in any of the files")]
    Empty,
    /// The builder refused.
    #[error(transparent)]
    Build(#[from] BuildError),
    /// The layers do not fit in.
    #[error(transparent)]
    Layers(#[from] LayerError),
}

/// The making of an index.
#[derive(Debug)]
pub struct Finishing {
    documents: Vec<Document>,
    builder: IndexBuilder,
    /// Days and names of the documents so far; gone once they are joined, absent where there is too much text.
    reading: Option<Reading<'static>>,
    layers: Option<Layers>,
    next: usize,
    /// Bytes of text to be gone through, each time counted.
    work_bytes: u64,
    done_bytes: u64,
}

impl Finishing {
    /// Begins with all documents of a collection, copying them, and what an editor decided about names. The decisions
    /// stay in memory: some kilobytes for each index.
    ///
    /// # Errors
    ///
    /// [`FinishError::Empty`].
    pub fn new(
        collection: &Collection,
        title: &str,
        taken: Taken,
        authority: &Authority,
    ) -> Result<Self, FinishError> {
        let documents = collection.documents(title, taken == Taken::Both);
        if documents.is_empty() {
            return Err(FinishError::Empty);
        }
        let text_bytes: u64 = documents
            .iter()
            .map(|document| document.text.len() as u64)
            .sum();
        let is_annotated = text_bytes <= ANNOTATED_BYTES;
        Ok(Self {
            documents,
            builder: IndexBuilder::new(BuildOptions {
                title: title.to_owned(),
                postings: StoredPostings::Automatic,
            }),
            reading: is_annotated.then(|| {
                let authority: &'static Authority = Box::leak(Box::new(authority.clone()));
                Reading::new(&LEXICON, authority)
            }),
            layers: None,
            next: 0,
            work_bytes: text_bytes * if is_annotated { 2 } else { 1 },
            done_bytes: 0,
        })
    }

    /// Does one document's part of the work; false where only [`Self::finish`] is left.
    ///
    /// Cost: linear in the text of the document; joining the names, once, in that of all.
    pub fn step(&mut self) -> bool {
        let Some(document) = self.documents.get(self.next) else {
            return self.join();
        };
        self.done_bytes += document.text.len() as u64;
        if let Some(layers) = &mut self.layers {
            let voices = layers.voices_of(self.next as u32, document);
            layers.voices.push(voices);
        } else {
            self.builder.add(document);
            if let Some(reading) = &mut self.reading {
                reading.add(document);
            }
        }
        self.next += 1;
        true
    }

    /// Joins the names behind the first pass; false behind the second.
    fn join(&mut self) -> bool {
        let Some(reading) = self.reading.take() else {
            return false;
        };
        let mut layers = reading.finish();
        layers.voices.clear();
        self.layers = Some(layers);
        self.next = 0;
        true
    }

    /// Returns how many hundredths of the work in steps are done.
    #[must_use]
    pub fn progress(&self) -> u32 {
        (self.done_bytes * 100 / self.work_bytes.max(1)).min(100) as u32
    }

    /// Returns the bytes of the index. The accounts are compared here, and the file is written.
    ///
    /// # Errors
    ///
    /// See [`FinishError`].
    pub fn finish(mut self) -> Result<Vec<u8>, FinishError> {
        while self.step() {}
        let Some(mut layers) = self.layers.take() else {
            return Ok(self.builder.finish()?);
        };
        layers.compare(&self.documents);
        let text = |number: u32| {
            let document = self.documents.get(number as usize);
            document.map_or("", |document| document.text.as_str())
        };
        let sections = layers.to_sections(&text);
        drop(self.documents);
        drop(layers);
        let index = self.builder.finish()?;
        let sections = sections.into_iter().map(|(name, bytes)| (Tag(name), bytes));
        Ok(index::with_layers(&index, &sections.collect::<Vec<_>>())?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collection::tests::with as collection;
    use index::Index;

    fn finished(collection: &Collection, taken: Taken) -> Vec<u8> {
        titled("Mine", collection, taken)
    }

    fn titled(title: &str, collection: &Collection, taken: Taken) -> Vec<u8> {
        let mut finishing =
            Finishing::new(collection, title, taken, &Authority::default()).expect("documents");
        let (mut steps, mut last) = (0, 0);
        while finishing.step() {
            assert!(finishing.progress() >= last);
            last = finishing.progress();
            steps += 1;
        }
        assert_eq!(last, 100);
        assert!(steps > 2);
        finishing.finish().expect("an index")
    }

    const ROAD: (&str, &str) = (
        "road.md",
        "# The road\n\nOn 8 December 2024 Omar Haddad said: “We are free.”",
    );
    const NIGHT: (&str, &str) = (
        "night.html",
        "<h1>The night</h1><p>Nobody slept in Homs.</p>",
    );

    #[test]
    fn the_order_in_which_files_come_does_not_show() {
        let one = finished(&collection(&[ROAD, NIGHT]), Taken::Own);
        let other = finished(&collection(&[NIGHT, ROAD]), Taken::Own);
        assert!(one == other);
        let index = Index::open(one.into()).expect("sound");
        assert_eq!(index.title(), "Mine");
        let ids: Vec<&str> = index.documents().map(|view| view.id()).collect();
        assert_eq!(ids, ["night", "road"]);
    }

    #[test]
    fn days_names_and_voices_are_found() {
        let bytes = finished(&collection(&[ROAD, NIGHT]), Taken::Own);
        let session = engine::Session::open(bytes.into()).expect("sound");
        let request = protocol::Request::Search(protocol::SearchRequest {
            query: "day:2024-12-08".into(),
            limit: 5,
            ..protocol::SearchRequest::default()
        });
        let protocol::Reply::Search(answer) = session.answer(&request) else {
            panic!("a search is answered")
        };
        assert_eq!(answer.hits[0].id, "road");
    }

    #[test]
    fn texts_of_the_page_are_taken_over_before_the_own_ones() {
        let page = titled("Roads", &collection(&[ROAD]), Taken::Own);
        let mut both = collection(&[("road.md", "# Another road\n\nMine."), NIGHT]);
        both.take_over(page).expect("an index");
        let index = Index::open(finished(&both, Taken::Both).into()).expect("sound");
        let titles: Vec<&str> = index.documents().map(|view| view.title()).collect();
        assert_eq!(titles, ["The road", "The night", "Another road"]);
        let field = index.field("collection").expect("whose they are");
        let of = |doc| field.value(field.document_values(index::DocId(doc))[0]);
        assert_eq!([of(0), of(1), of(2)], ["Roads", "Mine", "Mine"]);
        let index = Index::open(finished(&both, Taken::Own).into()).expect("sound");
        assert_eq!(index.n_documents(), 2);
    }

    #[test]
    fn nothing_to_read_is_said() {
        let error = Finishing::new(
            &Collection::default(),
            "t",
            Taken::Both,
            &Authority::default(),
        )
        .expect_err("empty");
        assert_eq!(error, FinishError::Empty);
    }
}
