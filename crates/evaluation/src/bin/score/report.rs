//! The measures as a table, the errors as a list.

use std::collections::BTreeSet;

use corpus::{ByteSpan, Document};

use crate::gold::{Item, Split};
use crate::layer::Layer;
use crate::pairs::Ends;
use crate::score::{Judged, agreement, is_right, share, tally};

pub(crate) fn print_table(layer: &Layer, judged: &[Judged<'_>], only: Option<Split>) {
    let items = judged
        .iter()
        .flat_map(|one| one.gold.items.iter().chain(&one.found));
    let mut classes: Vec<&str> = items
        .map(|item| item.class.as_str())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    classes.push("all");
    for split in Split::ALL {
        let n_documents = judged.iter().filter(|one| one.gold.split == split).count();
        if n_documents == 0 || only.is_some_and(|only| only != split) {
            continue;
        }
        println!(
            "\n{}, {}: {n_documents} documents",
            layer.name,
            split.name()
        );
        print!(
            "{:<12}{:>6}{:>7}   {:>7}{:>8}   {:>7}{:>8}   {:>7}",
            "", "gold", "found", "P", "R", "exact P", "exact R", "class"
        );
        layer.attributes.iter().for_each(|name| print!("{name:>9}"));
        println!();
        for class in &classes {
            print_row(layer, judged, split, class);
        }
        if let Some(summary) = layer.summary {
            println!("{}", summary(judged, split));
        }
    }
}

fn print_row(layer: &Layer, judged: &[Judged<'_>], split: Split, class: &str) {
    let counts = tally(judged, None, split, class);
    print!(
        "{class:<12}{:>6}{:>7}   {:>7.3}{:>8.3}   {:>7.3}{:>8.3}   {:>7.3}",
        counts.n_gold,
        counts.n_found,
        counts.precision(),
        counts.recall(),
        counts.exact_precision(),
        counts.exact_recall(),
        right_share(judged, split, class, "class"),
    );
    for name in layer.attributes {
        print!("{:>9.3}", right_share(judged, split, class, name));
    }
    println!();
}

fn right_share(judged: &[Judged<'_>], split: Split, class: &str, attribute: &str) -> f64 {
    let (right, of) = agreement(judged, split, class, attribute);
    share(right, of)
}

/// Prints what was missed, found without reason or found wrongly, with its sentence.
pub(crate) fn print_errors(layer: &Layer, judged: &[Judged<'_>], split: Split) {
    for one in judged.iter().filter(|one| one.gold.split == split) {
        let mut lines = Vec::new();
        let mut add = |span: ByteSpan, what: String| lines.push((span, what));
        for &place in &one.matching.missed {
            let item = &one.gold.items[place];
            if !item.is_optional {
                add(item.span, format!("missed    {}", shown(one, item)));
            }
        }
        for &place in &one.matching.spurious {
            let item = &one.found[place];
            add(item.span, format!("spurious  {}", shown(one, item)));
        }
        for &(annotated, found) in &one.matching.pairs {
            let (annotated, found) = (&one.gold.items[annotated], &one.found[found]);
            let is_wrong = |name: &&str| is_right(annotated, found, name) == Some(false);
            let is_other = annotated.span != found.span
                || is_wrong(&"class")
                || layer.attributes.iter().any(is_wrong);
            if is_other && !annotated.is_optional {
                let what = format!(
                    "differs   {}\n            found as {} [{}]",
                    shown(one, annotated),
                    shown(one, found),
                    found.span.of(&one.document.text)
                );
                add(annotated.span, what);
            }
        }
        lines.extend(layer.errors.map_or_else(Vec::new, |errors| errors(one)));
        lines.sort();
        if !lines.is_empty() {
            println!("\n{} / {}", one.gold.corpus, one.document.id);
        }
        for (span, what) in lines {
            let sentence = sentence_around(one.document, span);
            println!(
                "  {what}\n            [{}] {}..{}: {sentence}",
                span.of(&one.document.text),
                span.start,
                span.end
            );
        }
    }
}

/// Shows the class and the attributes, and of a pair what stands in the other document, with its sentence.
fn shown(one: &Judged<'_>, item: &Item) -> String {
    let mut shown = item.class.clone();
    for (name, value) in &item.attributes {
        shown = format!("{shown} {name}={value}");
    }
    let others = Ends::of(item).map_or_else(Vec::new, |ends| ends.other);
    for (id, span) in others {
        let mut documents = one.documents.iter();
        if let Some(document) = documents.find(|document| document.id == id) {
            let (there, sentence) = (span.of(&document.text), sentence_around(document, span));
            shown = format!("{shown}\n            and [{there}]: {sentence}");
        }
    }
    shown
}

/// Returns the sentence that holds the start of `span`, else the block.
fn sentence_around(document: &Document, span: ByteSpan) -> &str {
    let block = document
        .blocks
        .iter()
        .find(|block| block.span.contains(span.start));
    let Some(block) = block else { return "" };
    let text = block.span.of(&document.text);
    let place = span.start - block.span.start;
    let sentences = analysis::sentences(text);
    let own = sentences.iter().find(|sentence| sentence.contains(place));
    own.map_or(text, |sentence| sentence.of(text))
}
