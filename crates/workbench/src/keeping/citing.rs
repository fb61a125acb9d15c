//! Documents as works to cite, and passages with their links.

use crate::state::ViewState;
use crate::text;
use citation::{Passage, Work};
use desk::dossier::Excerpt;
use desk::{Anchor, BlockPlace, Mark, Target, anchor};
use protocol::{DocumentRecord, SummaryRecord};

/// Characters of a quotation in an address.
const QUOTE_IN_LINK: usize = 100;

/// Bytes of a collection's title in the name of a file.
const COLLECTION_IN_NAME: usize = 60;

/// Returns a document of this collection as a work.
#[must_use]
pub fn work(summary: &SummaryRecord, collection: &str) -> Work {
    let mut work = Work::new(&summary.id, &summary.title);
    work.set_collection(collection);
    for field in &summary.fields {
        work.set(&field.name, field.values.iter().map(String::as_str));
    }
    work
}

/// Returns the blocks of a document as `desk` sees them.
#[must_use]
pub fn blocks(record: &DocumentRecord) -> Vec<BlockPlace<'_>> {
    let places = record.blocks.iter().map(|block| BlockPlace {
        id: &block.id,
        start: block.start,
        end: block.end,
    });
    places.collect()
}

/// Returns what is chosen by `start..end` in the text of a document, in bytes.
#[must_use]
pub fn target(record: &DocumentRecord, corpus: &str, start: u32, end: u32) -> Option<Target> {
    let target = Target::of(&record.text, &blocks(record), start, end)?;
    Some(Target {
        document: record.summary.id.clone(),
        title: record.summary.title.clone(),
        corpus: corpus.to_owned(),
        ..target
    })
}

/// Returns where a kept passage is in a document.
#[must_use]
pub fn anchored(target: &Target, record: &DocumentRecord) -> Anchor {
    anchor(target, &record.text, &blocks(record))
}

/// Returns the number of the block, from 1, in which a byte of the text lies; 0 outside of all.
#[must_use]
pub fn block_number(record: &DocumentRecord, byte: u32) -> usize {
    let mut blocks = record.blocks.iter();
    blocks
        .position(|block| byte < block.end)
        .map_or(0, |place| place + 1)
}

/// Returns the fragment that leads to a passage: its block, and the first words for a text that has changed.
#[must_use]
pub fn fragment(target: &Target) -> String {
    let first_line = target.quote.exact.lines().next().unwrap_or("");
    ViewState::default()
        .in_document(&target.document, &target.block, None)
        .with_option("quote", text::beginning(first_line, QUOTE_IN_LINK))
        .to_fragment()
}

/// Returns the passage of `target`. `page` is the page's address without fragment, or empty where nobody else
/// can follow it.
#[must_use]
pub fn passage(target: &Target, number: usize, page: &str) -> Passage {
    let link = match page {
        "" => String::new(),
        page => [page, &fragment(target)].concat(),
    };
    Passage {
        quote: target.quote.exact.clone(),
        block: target.block.clone(),
        number,
        link,
    }
}

/// Returns the name of a file for something of a collection that was made on a day: `press-dossier-2026-11-22.md`.
#[must_use]
pub fn file_name(collection: &str, what: &str, day: &str, extension: &str) -> String {
    let collection = text::beginning(collection, COLLECTION_IN_NAME).to_lowercase();
    let words = collection.split(|sign: char| !sign.is_alphanumeric());
    let mut name = String::new();
    for word in words.chain([what]).filter(|word| !word.is_empty()) {
        name.push_str(word);
        name.push('-');
    }
    [&*name, day, ".", extension].concat()
}

/// Returns a kept passage as a dossier has it. `record` is its document, where the collection still has it.
#[must_use]
pub fn excerpt(
    mark: &Mark,
    record: Option<&DocumentRecord>,
    page: &str,
    collection: &str,
) -> Excerpt {
    let target = &mark.target;
    let span = record.and_then(|record| anchored(target, record).span());
    let number = match (record, span) {
        (Some(record), Some([start, _])) => block_number(record, start),
        _ => 0,
    };
    let summary = record.map(|record| &record.summary);
    Excerpt {
        work: summary.map_or_else(
            || Work::new(&target.document, &target.title),
            |summary| work(summary, collection),
        ),
        document: target.document.clone(),
        passage: passage(target, number, page),
        lang: summary
            .and_then(|summary| summary.lang.clone())
            .unwrap_or_default(),
        note: mark.note.clone(),
        tags: mark.tags.iter().cloned().collect(),
        marked: mark.created.to_day(),
        corpus: target.corpus.clone(),
        is_found: span.is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::{BlockRecord, FieldRecord};

    fn record() -> DocumentRecord {
        let block = BlockRecord::paragraph;
        DocumentRecord {
            summary: SummaryRecord {
                id: "road".into(),
                title: "The road".into(),
                fields: vec![FieldRecord {
                    name: "author".into(),
                    values: vec!["Rim Haddad".into()],
                }],
                ..SummaryRecord::default()
            },
            text: "The road was open.\n\nNobody was there.".into(),
            blocks: vec![block("aaaaaaaa", 0, 18), block("bbbbbbbb", 20, 37)],
            ..DocumentRecord::default()
        }
    }

    #[test]
    fn a_passage_has_a_number_a_block_and_a_link_with_its_words() {
        let target = target(&record(), "12345678", 20, 37).expect("a passage");
        assert_eq!(block_number(&record(), target.bytes[0]), 2);
        let passage = passage(&target, 2, "https://example.org/p");
        assert_eq!(
            passage.link,
            "https://example.org/p#/doc/road/bbbbbbbb?quote=Nobody%20was%20there."
        );
        assert_eq!(super::passage(&target, 2, "").link, "");
    }

    #[test]
    fn files_are_named_by_collection_content_and_day() {
        assert_eq!(
            file_name("The Press: A/B", "desk", "2026-11-22", "json"),
            "the-press-a-b-desk-2026-11-22.json"
        );
        assert_eq!(
            file_name("…", "dossier", "2026-11-22", "md"),
            "dossier-2026-11-22.md"
        );
    }

    #[test]
    fn the_dossier_says_which_passages_are_gone() {
        let target = target(&record(), "", 20, 37).expect("a passage");
        let mark = Mark {
            target,
            ..Mark::default()
        };
        assert!(excerpt(&mark, Some(&record()), "", "").is_found);
        let mut changed = record();
        changed.text = changed.text.replace("Nobody", "Somebody");
        assert!(!excerpt(&mark, Some(&changed), "", "").is_found);
        let gone = excerpt(&mark, None, "", "");
        assert!(!gone.is_found);
        assert_eq!(gone.work.title(), "The road");
    }
}
