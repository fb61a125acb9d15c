//! What was searched for in which texts.

use crate::breakdown::{part_records, parts_of};
use crate::documents::hex;
use crate::reading;
use crate::searches::{expansion_record, filters, note_record, problem_note};
use index::{DocId, Index};
use protocol::{CertificateRecord, Lens, SearchedRecord};
use search::Searcher;
use sha2::{Digest, Sha256};

/// Writes down a search.
///
/// Cost: linear in the texts of the documents searched, which are hashed.
pub(crate) fn certificate(index: &Index, searcher: Searcher<'_>, lens: &Lens) -> CertificateRecord {
    let (query, problems) = reading::read(&lens.query);
    let found = searcher.answering(&query, &filters(&lens.filters), lens.exact);
    let problems = problems.into_iter();
    let mut notes: Vec<_> = problems
        .map(|problem| problem_note(&lens.query, problem))
        .collect();
    notes.extend(found.notes.into_iter().map(note_record));
    let searched = |&doc: &DocId| {
        let view = index.document(doc);
        SearchedRecord {
            id: view.id().to_string(),
            title: view.title().to_string(),
            sha256: hexadecimal(Sha256::digest(view.text())),
            answers: found.documents.binary_search(&doc).is_ok(),
        }
    };
    let documents: Vec<SearchedRecord> = found.scope.iter().map(searched).collect();
    let mut all = Sha256::new();
    for document in &documents {
        for part in [&document.id, "\t", &document.sha256, "\n"] {
            all.update(part);
        }
    }
    let n_words = |&doc: &DocId| index.document(doc).text_tokens();
    CertificateRecord {
        title: index.title().to_string(),
        version: hex(index.version()),
        lens: lens.clone(),
        read_as: query.to_canonical(),
        total: found.documents.len(),
        parts: part_records(searcher, lens, parts_of(&query)),
        variants: found.expansions.into_iter().map(expansion_record).collect(),
        notes,
        words: found.scope.iter().map(n_words).sum(),
        documents,
        digest: hexadecimal(all.finalize()),
    }
}

fn hexadecimal(bytes: impl AsRef<[u8]>) -> String {
    let bytes = bytes.as_ref().iter();
    let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or_default();
    bytes
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}
