//! Lines of a page, and which of them repeat on every page.

use std::collections::BTreeMap;

use crate::mending::Mender;

/// One line of print; units are points, `y` is the baseline and grows upwards.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) x0: f64,
    pub(super) x1: f64,
    pub(super) y: f64,
    pub(super) size: f64,
    pub(super) page_height: f64,
    /// How many wide gaps the line has, as a row of a table does.
    pub(super) n_gaps: usize,
    /// Whether the places are known.
    pub(super) has_place: bool,
    /// Whether it begins with a raised number, as notes do.
    pub(super) begins_raised: bool,
    /// Which column of its page it stands in.
    pub(super) column: usize,
}

impl Line {
    /// Makes a line of a page whose places are not known.
    pub(super) fn without_place(text: &str) -> Self {
        Self {
            text: text.trim().to_owned(),
            ..Self::default()
        }
    }
}

/// Lines at the edge of a page that are looked at, at its top and at its foot.
const N_EDGE_LINES: usize = 3;

/// Leaves out what repeats at the top or foot of pages, and page numbers.
pub(super) fn leave_out_repeated(pages: &mut [Vec<Line>], mender: &mut Mender) {
    let mut n_pages_with: BTreeMap<(bool, String), usize> = BTreeMap::new();
    let n_pages = pages.iter().filter(|page| !page.is_empty()).count();
    if n_pages < 2 {
        return;
    }
    for page in pages.iter() {
        let mut seen: Vec<(bool, String)> = edge_lines(page)
            .into_iter()
            .map(|(at, is_top)| (is_top, pattern(&page[at].text)))
            .collect();
        seen.sort();
        seen.dedup();
        for key in seen {
            *n_pages_with.entry(key).or_insert(0) += 1;
        }
    }
    // Left and right pages differ in books: a third of the pages is enough where there are many.
    let enough = match n_pages {
        2 => 2,
        3..=6 => n_pages.div_ceil(2).max(2),
        _ => (n_pages / 4).max(3),
    };
    for page in pages.iter_mut() {
        let edges = edge_lines(page);
        let repeats: Vec<bool> = edges
            .iter()
            .map(|&(at, is_top)| {
                let pattern = pattern(&page[at].text);
                let n = n_pages_with
                    .get(&(is_top, pattern.clone()))
                    .copied()
                    .unwrap_or(0);
                (n >= enough && pattern.chars().count() < 120)
                    || (is_page_number(&page[at].text) && n >= 2)
            })
            .collect();
        let mut repeated = outermost(page, &edges, &repeats);
        repeated.sort_unstable();
        repeated.dedup();
        for at in repeated.into_iter().rev() {
            let line = page.remove(at);
            mender.note_page_header(&line.text);
        }
    }
}

/// Returns those lines that repeat and stand apart from the text: beyond them only others that repeat, and
/// behind them a gap or another size of letters. A sentence that begins two pages is none of them.
fn outermost(page: &[Line], edges: &[(usize, bool)], repeats: &[bool]) -> Vec<usize> {
    let mut found = Vec::new();
    for side in [true, false] {
        let lines: Vec<(usize, bool)> = edges
            .iter()
            .zip(repeats)
            .filter(|((_, is_top), _)| *is_top == side)
            .map(|((at, _), repeats)| (*at, *repeats))
            .collect();
        let n = lines.iter().take_while(|(_, repeats)| *repeats).count();
        // From the innermost outwards: the first that stands apart takes all beyond it along.
        let apart = (0..n).rev().find(|&place| {
            let line = &page[lines[place].0];
            let inner = page
                .iter()
                .filter(|other| {
                    other.has_place
                        && if side {
                            other.y < line.y - 1.0
                        } else {
                            other.y > line.y + 1.0
                        }
                })
                .min_by(|a, b| (a.y - line.y).abs().total_cmp(&(b.y - line.y).abs()));
            inner.is_none_or(|inner| {
                let gap = (inner.y - line.y).abs();
                gap > inner.size.max(line.size) * 1.7
                    || (inner.size - line.size).abs() > line.size * 0.06
            })
        });
        found.extend(
            apart
                .into_iter()
                .flat_map(|last| lines[..=last].iter().map(|(at, _)| *at)),
        );
    }
    found
}

/// Returns the lines nearest to the top and the foot, by their place on the page.
fn edge_lines(page: &[Line]) -> Vec<(usize, bool)> {
    let mut order: Vec<usize> = (0..page.len())
        .filter(|&at| page[at].has_place && !page[at].text.is_empty())
        .collect();
    order.sort_by(|&a, &b| page[b].y.total_cmp(&page[a].y));
    let is_near_edge = |at: usize| {
        let height = page[at].page_height.max(1.0);
        let place = page[at].y / height;
        (place > 0.85, place < 0.15)
    };
    let top = order
        .iter()
        .take(N_EDGE_LINES)
        .filter(|&&at| is_near_edge(at).0)
        .map(|&at| (at, true));
    let foot = order
        .iter()
        .rev()
        .take(N_EDGE_LINES)
        .filter(|&&at| is_near_edge(at).1)
        .map(|&at| (at, false));
    top.chain(foot).collect()
}

/// Returns a line with every number as one sign, so that "Page 3 of 12" repeats.
fn pattern(text: &str) -> String {
    if is_page_number(text) {
        return "#".to_owned();
    }
    let mut pattern = String::new();
    for c in text.chars() {
        match c {
            _ if c.is_numeric() => {
                if !pattern.ends_with('#') {
                    pattern.push('#');
                }
            }
            _ if c.is_whitespace() => {}
            _ => pattern.extend(c.to_lowercase()),
        }
    }
    pattern
}

/// Tells whether a line is nothing but the number of its page: `12`, `- 12 -`, `xii`, `Page 3`, `3/12`.
fn is_page_number(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| c.is_whitespace() || "-–—|[]().".contains(c));
    let is_number = |part: &str| {
        !part.is_empty() && part.chars().count() <= 4 && part.chars().all(char::is_numeric)
    };
    let is_roman = !bare.is_empty()
        && bare.len() <= 6
        && bare
            .bytes()
            .all(|b| b"ivxlc".contains(&b.to_ascii_lowercase()));
    let lower = bare.to_lowercase();
    let without_word = ["page ", "seite ", "p. ", "стр. ", "página ", "صفحة "]
        .iter()
        .find_map(|word| lower.strip_prefix(word))
        .unwrap_or(&lower);
    let parts: Vec<&str> = without_word
        .split(['/', ' '])
        .filter(|part| !matches!(*part, "of" | "von" | "de" | "sur" | ""))
        .collect();
    is_roman || ((1..=2).contains(&parts.len()) && parts.iter().all(|part| is_number(part)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mending::Mending;

    fn line(text: &str, y: f64) -> Line {
        Line {
            text: text.to_owned(),
            y,
            size: 10.0,
            page_height: 800.0,
            has_place: true,
            ..Line::default()
        }
    }

    #[test]
    fn what_repeats_on_pages_goes_and_the_text_stays() {
        let page = |n: usize| {
            vec![
                line(&format!("The Daily, page {n}"), 780.0),
                line(&format!("Text {}", ["one", "two", "three"][n - 1]), 600.0),
                line(&format!("{n}"), 30.0),
            ]
        };
        let mut pages = vec![page(1), page(2), page(3)];
        let mut mender = Mender::new(Mending::default());
        leave_out_repeated(&mut pages, &mut mender);
        let left: Vec<&str> = pages
            .iter()
            .flatten()
            .map(|line| line.text.as_str())
            .collect();
        assert_eq!(left, ["Text one", "Text two", "Text three"]);
    }

    #[test]
    fn page_numbers_are_told_from_text() {
        for text in ["12", "- 12 -", "xii", "Page 3 of 12", "3/12", "Seite 4"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["In 2024", "12 March 2024", "Page", ""] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
