//! How well the layers were found on annotated texts: a section of About.

use crate::markup::{Element, element, styled, worded};
use crate::sheets::decimal;
use crate::wording;

/// What `cargo xtask score` measured; its test fails where this is not so.
const SCORES: &str = include_str!("../../../testdata/gold/scores.tsv");

/// A layer, or one class of it, with what was counted, on texts that the rules were written with and on others.
#[derive(Debug, Default, PartialEq, Eq)]
struct Score<'s> {
    layer: &'s str,
    parts: [Counts; 2],
}

/// Documents, annotated items, those of them that were found, found items, those of them that are annotated.
type Counts = [u32; 5];

/// Splits in the order of [`Score::parts`].
const SPLITS: [&str; 2] = ["development", "unseen"];

/// Adds up what was counted, layer by layer.
fn scores(table: &str) -> Vec<Score<'_>> {
    let mut scores: Vec<Score<'_>> = Vec::new();
    for line in table.lines().skip(1) {
        let mut cells = line.split('\t');
        let layer = cells.next().unwrap_or_default();
        let split = cells.nth(1).unwrap_or_default();
        let Some(part) = SPLITS.iter().position(|known| *known == split) else {
            continue;
        };
        if scores.last().is_none_or(|last| last.layer != layer) {
            scores.push(Score {
                layer,
                ..Score::default()
            });
        }
        if let Some(last) = scores.last_mut() {
            for (sum, cell) in last.parts[part].iter_mut().zip(cells) {
                *sum += cell.parse::<u32>().unwrap_or(0);
            }
        }
    }
    scores
}

/// Returns a share of a whole; 1 where there is nothing.
fn share(part: u32, whole: u32) -> f64 {
    if whole == 0 {
        1.0
    } else {
        f64::from(part) / f64::from(whole)
    }
}

/// Returns the section.
#[must_use]
pub fn section() -> Element {
    let mut head = element("tr");
    for name in [
        &wording::LAYER,
        &wording::TEXTS_JUDGED,
        &wording::ANNOTATED_TEXTS,
        &wording::ANNOTATED,
        &wording::PRECISION,
        &wording::RECALL,
    ] {
        head = head.child(worded("th", name).with("scope", "col"));
    }
    let mut body = element("tbody");
    for score in scores(SCORES) {
        let names = [&wording::KNOWN_TEXTS, &wording::UNSEEN_TEXTS];
        for (counts, name) in score.parts.iter().zip(names) {
            let [documents, annotated, found, all, right] = *counts;
            if documents == 0 {
                continue;
            }
            let number = |text: &str| styled("td", "number").text(text);
            let row = element("tr")
                .child(worded("th", wording::layer(score.layer)).with("scope", "row"))
                .child(worded("td", name))
                .child(number(&wording::number(documents as usize)))
                .child(number(&wording::number(annotated as usize)))
                .child(number(&decimal(share(right, all), 3)))
                .child(number(&decimal(share(found, annotated), 3)));
            body = body.child(row);
        }
    }
    let table = styled("table", "table scores")
        .child(element("thead").child(head))
        .child(body);
    styled("section", "sheet")
        .with("aria-labelledby", "scores")
        .child(worded("h2", &wording::SCORES).with("id", "scores"))
        .child(worded("p", &wording::ABOUT_SCORES))
        .child(styled("div", "table-frame").child(table))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_added_up_by_layer_and_split() {
        let table = "head\n\
            days\tnews\tdevelopment\t2\t10\t9\t8\t8\n\
            days\tseeds\tdevelopment\t1\t5\t5\t6\t5\n\
            days\tnews\tunseen\t1\t4\t3\t3\t3\n\
            names\tnews\tunseen\t1\t7\t7\t7\t7\n";
        let scores = scores(table);
        assert_eq!(scores.len(), 2);
        assert_eq!(scores[0].parts, [[3, 15, 14, 14, 13], [1, 4, 3, 3, 3]]);
        assert_eq!(scores[1].parts[0], [0; 5]);
    }

    #[test]
    fn every_layer_that_is_measured_is_shown() {
        let layers: Vec<&str> = scores(SCORES).iter().map(|score| score.layer).collect();
        assert_eq!(
            layers,
            ["days", "names", "voices", "accounts", "differences"]
        );
        let html = crate::markup::to_html(&[section().into()]);
        assert!(html.matches("<tr>").count() > layers.len(), "{html}");
    }
}
