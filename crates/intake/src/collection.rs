//! What the keeper holds: readings by file, and the documents of an index that are taken over.

use std::collections::{BTreeMap, BTreeSet};

use corpus::{Document, FIRST_FIELDS, Field, Reading};
use index::{Index, IndexBytes};

/// The most text that is held: an index, its making and the page around it need a multiple of it, and a
/// browser gives a worker two to four gigabytes.
const TEXT_BYTES: usize = 160 << 20;

/// Metadata key that tells documents of a reader's own files from those that they were put to. The page marks them by
/// it, and offers it as a filter.
const COLLECTION: &str = "collection";

/// The documents of a reader's own files, and of the corpus that they may be put to.
#[derive(Debug, Default)]
pub struct Collection {
    files: BTreeMap<u32, File>,
    taken_over: Vec<Document>,
    /// What the corpus of the documents taken over is called.
    taken_title: String,
    text_bytes: usize,
}

#[derive(Debug)]
struct File {
    name: String,
    documents: Vec<Document>,
}

/// Why something is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CollectionError {
    /// There is too much text for the memory of a page.
    #[error(
        "with this there would be more than {} MB of text, more than a page can index; the command `vademecum build` \
         takes any number", TEXT_BYTES >> 20
    )]
    Full,
    /// The index whose documents are taken over is none.
    #[error("the texts of this page cannot be taken over: {0}")]
    Index(#[from] index::OpenError),
}

impl Collection {
    /// Keeps what was read of a file, in place of what was kept under `key`.
    ///
    /// # Errors
    ///
    /// [`CollectionError::Full`]; nothing is kept under the key then.
    pub fn add(&mut self, key: u32, name: &str, reading: Reading) -> Result<(), CollectionError> {
        self.remove(key);
        let n_bytes = text_bytes(&reading.documents);
        if self.text_bytes + n_bytes > TEXT_BYTES {
            return Err(CollectionError::Full);
        }
        self.text_bytes += n_bytes;
        let file = File {
            name: name.to_owned(),
            documents: reading.documents,
        };
        self.files.insert(key, file);
        Ok(())
    }

    /// Forgets a file.
    pub fn remove(&mut self, key: u32) {
        if let Some(file) = self.files.remove(&key) {
            self.text_bytes -= text_bytes(&file.documents);
        }
    }

    /// Takes over the documents of an index, in place of any taken over before. Cost: copies them.
    ///
    /// # Errors
    ///
    /// When the bytes are no index, or there is too much text.
    pub fn take_over(&mut self, index: Vec<u8>) -> Result<(), CollectionError> {
        self.text_bytes -= text_bytes(&std::mem::take(&mut self.taken_over));
        let index = Index::open(IndexBytes::from(index))?;
        let n_bytes: usize = index
            .documents()
            .map(|view| view.text_bytes() as usize)
            .sum();
        if self.text_bytes + n_bytes > TEXT_BYTES {
            return Err(CollectionError::Full);
        }
        self.text_bytes += n_bytes;
        self.taken_title = index.title().to_owned();
        self.taken_over = index.documents().map(engine::document).collect();
        Ok(())
    }

    /// Returns how many documents the own files have.
    #[must_use]
    pub fn n_documents(&self) -> usize {
        self.files.values().map(|file| file.documents.len()).sum()
    }

    /// Returns copies of the documents of the own files in the order of their names, behind those taken over
    /// where they are asked for; then each says in [`COLLECTION`] whether it is of theirs or of the own ones, which
    /// are called `title`. An id that an earlier document has is changed to one that is free.
    pub(crate) fn documents(&self, title: &str, with_taken_over: bool) -> Vec<Document> {
        let mut all = Vec::new();
        let mut ids = BTreeSet::new();
        if with_taken_over {
            ids.extend(self.taken_over.iter().map(|document| document.id.clone()));
            all.extend(self.taken_over.iter().cloned());
            for document in &mut all {
                belong(document, &self.taken_title);
            }
        }
        let mut files: Vec<&File> = self.files.values().collect();
        files.sort_by(|a, b| a.name.cmp(&b.name));
        for file in files {
            for document in &file.documents {
                let id = free_id(&document.id, &file.name, &ids);
                ids.insert(id.clone());
                let mut document = document.clone();
                document.id = id;
                if with_taken_over {
                    belong(&mut document, title);
                }
                all.push(document);
            }
        }
        all
    }
}

/// Adds to a document's metadata which collection it is of, unless it says that.
fn belong(document: &mut Document, collection: &str) {
    let fields = &mut document.fields;
    let is_first = |name: &str| FIRST_FIELDS.contains(&name);
    let at = fields.partition_point(|field| is_first(&field.name) || &*field.name < COLLECTION);
    if fields.get(at).is_none_or(|field| field.name != COLLECTION) && !collection.is_empty() {
        let values = vec![collection.to_owned()];
        let name = COLLECTION.to_owned();
        fields.insert(at, Field { name, values });
    }
}

fn text_bytes(documents: &[Document]) -> usize {
    documents.iter().map(|document| document.text.len()).sum()
}

/// Returns the id where it is free; else the path of its file, else the first free one with a number.
fn free_id(id: &str, name: &str, taken: &BTreeSet<String>) -> String {
    if !taken.contains(id) {
        return id.to_owned();
    }
    let path = name.replace('/', "-");
    let stem = path
        .rsplit_once('.')
        .map_or(path.as_str(), |(stem, _)| stem);
    if !stem.is_empty() && !taken.contains(stem) {
        return stem.to_owned();
    }
    let numbered = (2_u32..).map(|number| format!("{id}-{number}"));
    let mut free = numbered.filter(|id| !taken.contains(id));
    free.next().unwrap_or_default()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::reader::{Beside, read};

    /// Returns a collection of files with these names and texts.
    pub(crate) fn with(files: &[(&str, &str)]) -> Collection {
        let mut collection = Collection::default();
        for (key, (name, text)) in files.iter().enumerate() {
            let reading = read(name, text.as_bytes().to_vec(), &Beside::default());
            collection
                .add(key as u32, name, reading)
                .expect("little text");
        }
        collection
    }

    fn ids(documents: &[Document]) -> Vec<&str> {
        documents
            .iter()
            .map(|document| document.id.as_str())
            .collect()
    }

    #[test]
    fn files_of_one_name_in_several_folders_are_all_kept() {
        let text = "Some words.";
        let names = ["b/index.md", "a/index.md", "index.md", "index.txt"];
        let collection = with(&names.map(|name| (name, text)));
        let documents = collection.documents("mine", false);
        assert_eq!(ids(&documents), ["index", "b-index", "index-2", "index-3"]);
    }

    #[test]
    fn a_file_that_is_added_again_replaces_itself() {
        let mut collection = with(&[("a.md", "One."), ("b.md", "Two.")]);
        let again = read("a.md", b"Three.".to_vec(), &Beside::default());
        collection.add(0, "a.md", again).expect("little text");
        collection.remove(1);
        let documents = collection.documents("mine", false);
        assert_eq!(documents.len(), 1);
        assert_eq!(documents[0].text, "Three.");
        collection.remove(0);
        assert_eq!((collection.n_documents(), collection.text_bytes), (0, 0));
    }

    #[test]
    fn more_text_than_a_page_can_hold_is_refused_and_the_rest_stays() {
        let mut collection = with(&[("a.md", "One.")]);
        collection.text_bytes = TEXT_BYTES;
        let more = read("b.md", b"Two.".to_vec(), &Beside::default());
        let error = collection.add(1, "b.md", more).expect_err("full");
        assert!(error.to_string().contains("160 MB"), "{error}");
        assert_eq!(collection.n_documents(), 1);
    }
}
