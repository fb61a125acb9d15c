//! Glyphs to lines in reading order: runs, columns, lines.
//!
//! A recursive cut along the widest gutter, after Nagy, Seth and Viswanathan, "A prototype document image
//! analysis system for technical journals" (1992), restricted to what prose needs: text that crosses the gutter
//! (titles, wide pictures' captions) parts the columns above it from those below.

use super::glyphs::{Glyph, Page};
use super::lines::Line;

/// Columns nest no deeper than this (three columns are two cuts).
const DEEPEST_CUT: usize = 4;
/// A column has at least so many lines.
const FEWEST_LINES: usize = 4;

/// Glyphs that stand on one line beside each other.
#[derive(Debug, Clone)]
struct Run {
    glyphs: Vec<Glyph>,
    x0: f64,
    x1: f64,
    y: f64,
    size: f64,
}

impl Run {
    fn of(glyph: Glyph) -> Self {
        Self {
            x0: glyph.x0,
            x1: glyph.x1,
            y: glyph.y,
            size: glyph.size,
            glyphs: vec![glyph],
        }
    }

    /// Tells whether a glyph goes on with this run, on either side.
    fn takes(&self, glyph: &Glyph) -> bool {
        let size = self.size.max(glyph.size);
        let rise = (glyph.y - self.y).abs();
        let is_raised = glyph.size < self.size * 0.85 || self.size < glyph.size * 0.85;
        let fits = rise <= size * 0.2 || (is_raised && rise <= size * 0.6);
        let right = glyph.x0 - self.x1;
        let left = self.x0 - glyph.x1;
        let is_near = |gap: f64| gap > -size * 0.8 && gap < size * 1.2;
        // Overlapping glyphs are accents or a shadow of what is drawn already.
        let inside = glyph.x0 >= self.x0 - size && glyph.x1 <= self.x1 + size;
        let is_leftward = is_right_to_left(&glyph.text)
            || self
                .glyphs
                .last()
                .is_some_and(|last| is_right_to_left(&last.text));
        fits && (is_near(right) || (is_leftward && is_near(left)) || inside)
    }

    fn push(&mut self, glyph: Glyph) {
        self.x0 = self.x0.min(glyph.x0);
        self.x1 = self.x1.max(glyph.x1);
        if glyph.size > self.size * 1.1 {
            self.size = glyph.size;
            self.y = glyph.y;
        }
        self.glyphs.push(glyph);
    }
}

/// Returns the lines of a page in reading order.
pub(super) fn lines(page: Page) -> Vec<Line> {
    let runs = runs(page.glyphs);
    let n_right_to_left = runs
        .iter()
        .flat_map(|run| &run.glyphs)
        .filter(|glyph| is_right_to_left(&glyph.text))
        .count();
    let n_glyphs = runs.iter().map(|run| run.glyphs.len()).sum::<usize>();
    let order = Order {
        is_right_to_left: n_right_to_left * 2 > n_glyphs,
    };
    let mut lines = Vec::new();
    order.cut(runs, 0, &mut lines);
    for line in &mut lines {
        line.page_height = page.height;
    }
    lines
}

/// Joins glyphs that follow each other on a line.
fn runs(glyphs: Vec<Glyph>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for glyph in glyphs {
        if glyph.text.trim().is_empty() && runs.last().is_none_or(|run| !run.takes(&glyph)) {
            continue;
        }
        match runs.last_mut() {
            Some(run) if run.takes(&glyph) => {
                if !is_shadow(run, &glyph) {
                    run.push(glyph);
                }
            }
            _ => runs.push(Run::of(glyph)),
        }
    }
    runs.retain(|run| run.glyphs.iter().any(|glyph| !glyph.text.trim().is_empty()));
    runs
}

/// Tells whether a glyph is drawn a second time to look bold.
fn is_shadow(run: &Run, glyph: &Glyph) -> bool {
    run.glyphs.iter().rev().take(4).any(|other| {
        other.text == glyph.text
            && (other.x0 - glyph.x0).abs() < glyph.size * 0.12
            && (other.y - glyph.y).abs() < glyph.size * 0.12
            && !glyph.text.trim().is_empty()
    })
}

pub(super) fn is_right_to_left(text: &str) -> bool {
    text.chars().any(
        |c| matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'),
    )
}

struct Order {
    is_right_to_left: bool,
}

impl Order {
    /// Cuts a region along its widest gutter; what cannot be cut is read line by line.
    fn cut(&self, runs: Vec<Run>, depth: usize, lines: &mut Vec<Line>) {
        let gutter = if depth < DEEPEST_CUT {
            gutter(&runs)
        } else {
            None
        };
        let Some(gutter) = gutter else {
            self.region(runs, lines);
            return;
        };
        // What crosses the gutter parts the page into bands, each with its columns.
        let mut crossing: Vec<f64> = runs
            .iter()
            .filter(|run| crosses(run, gutter))
            .map(|run| run.y)
            .collect();
        crossing.sort_by(|a, b| b.total_cmp(a));
        let band_of = |y: f64| crossing.iter().filter(|&&other| other > y + 1.0).count();
        let mut bands: Vec<[Vec<Run>; 3]> = Vec::new();
        bands.resize_with(crossing.len() + 1, Default::default);
        for run in runs {
            let side = match () {
                () if crosses(&run, gutter) => 0,
                () if (run.x0 + run.x1) / 2.0 < gutter => 1,
                () => 2,
            };
            let band = band_of(run.y).min(bands.len() - 1);
            bands[band][side].push(run);
        }
        for [wide, left, right] in bands {
            let (first, second) = if self.is_right_to_left {
                (right, left)
            } else {
                (left, right)
            };
            // What crosses stands at the top of its band.
            self.region(wide, lines);
            for column in [first, second] {
                if !column.is_empty() {
                    self.cut(column, depth + 1, lines);
                }
            }
        }
    }

    /// Reads a region of one column, from top to bottom.
    fn region(&self, mut runs: Vec<Run>, lines: &mut Vec<Line>) {
        let column = lines.last().map_or(0, |line| line.column + 1);
        let first = lines.len();
        runs.sort_by(|a, b| b.y.total_cmp(&a.y));
        let mut group: Vec<Run> = Vec::new();
        for run in runs {
            let fits = group.iter().any(|other| {
                let is_small = run.size < other.size * 0.85 || other.size < run.size * 0.85;
                (other.y - run.y).abs()
                    <= other.size.max(run.size) * if is_small { 0.55 } else { 0.3 }
            });
            if !fits && !group.is_empty() {
                lines.push(self.line(std::mem::take(&mut group)));
            }
            group.push(run);
        }
        if !group.is_empty() {
            lines.push(self.line(group));
        }
        for line in &mut lines[first..] {
            line.column = column;
        }
    }

    fn line(&self, mut runs: Vec<Run>) -> Line {
        runs.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        let x0 = runs.iter().map(|run| run.x0).fold(f64::INFINITY, f64::min);
        let x1 = runs
            .iter()
            .map(|run| run.x1)
            .fold(f64::NEG_INFINITY, f64::max);
        let widest = runs
            .iter()
            .max_by(|a, b| (a.glyphs.len()).cmp(&b.glyphs.len()));
        let (y, size) = widest.map_or((0.0, 0.0), |run| (run.y, run.size));
        let n_gaps = runs
            .windows(2)
            .filter(|pair| pair[1].x0 - pair[0].x1 > size * 2.0)
            .count();
        let glyphs: Vec<Glyph> = runs.into_iter().flat_map(|run| run.glyphs).collect();
        let begins_raised = glyphs
            .iter()
            .find(|glyph| !glyph.text.trim().is_empty())
            .is_some_and(|glyph| is_raised(glyph, y, size));
        let text = text_of(glyphs, y, size);
        Line {
            text,
            x0,
            x1,
            y,
            size,
            page_height: 0.0,
            n_gaps,
            has_place: true,
            begins_raised,
            column: 0,
        }
    }
}

fn crosses(run: &Run, gutter: f64) -> bool {
    run.x0 < gutter - 1.0 && run.x1 > gutter + 1.0
}

/// Returns the middle of the gutter between two columns, if there is one.
///
/// Tried are the places where runs end; a gutter is crossed by few runs, has lines of text on both sides that
/// stand beside each other, and these fill their columns, as prose does and the cells of tables do not.
fn gutter(runs: &[Run]) -> Option<f64> {
    let n_runs = runs.len();
    if n_runs < FEWEST_LINES * 2 {
        return None;
    }
    let x0 = runs.iter().map(|run| run.x0).fold(f64::INFINITY, f64::min);
    let x1 = runs
        .iter()
        .map(|run| run.x1)
        .fold(f64::NEG_INFINITY, f64::max);
    let width = x1 - x0;
    let mut starts: Vec<f64> = runs.iter().map(|run| run.x0).collect();
    starts.sort_by(f64::total_cmp);
    let mut best: Option<(usize, f64)> = None;
    let mut previous = f64::NEG_INFINITY;
    for start in starts {
        let gutter = start - 2.0;
        let is_inside = gutter > x0 + width * 0.2 && gutter < x0 + width * 0.8;
        if !is_inside || start - previous < 2.0 {
            continue;
        }
        previous = start;
        let n_crossing = runs.iter().filter(|run| crosses(run, gutter)).count();
        if n_crossing * 4 > n_runs || !has_columns(runs, gutter) {
            continue;
        }
        if best.is_none_or(|(fewest, _)| n_crossing < fewest) {
            best = Some((n_crossing, gutter));
        }
    }
    best.map(|(_, gutter)| gutter)
}

fn has_columns(runs: &[Run], gutter: f64) -> bool {
    let sides = [true, false].map(|is_left| {
        runs.iter()
            .filter(|run| !crosses(run, gutter) && ((run.x0 + run.x1) / 2.0 < gutter) == is_left)
            .collect::<Vec<&Run>>()
    });
    let is_column = |side: &[&Run]| {
        let left = side.iter().map(|run| run.x0).fold(f64::INFINITY, f64::min);
        let right = side
            .iter()
            .map(|run| run.x1)
            .fold(f64::NEG_INFINITY, f64::max);
        let width = (right - left).max(1.0);
        let filled: f64 = filled_lines(side)
            .iter()
            .map(|length| (length / width).min(1.0))
            .sum();
        let n_lines = filled_lines(side).len();
        n_lines >= FEWEST_LINES && filled / n_lines as f64 > 0.6 && mean_chars(side) > 12.0
    };
    let [left, right] = &sides;
    if !is_column(left) || !is_column(right) {
        return false;
    }
    // The columns stand beside each other, not one below the other.
    let extent = |side: &[&Run]| {
        let low = side.iter().map(|run| run.y).fold(f64::INFINITY, f64::min);
        let high = side
            .iter()
            .map(|run| run.y)
            .fold(f64::NEG_INFINITY, f64::max);
        (low, high)
    };
    let ((low_a, high_a), (low_b, high_b)) = (extent(left), extent(right));
    let shared = high_a.min(high_b) - low_a.max(low_b);
    shared > 0.3 * (high_a - low_a).min(high_b - low_b)
}

/// Returns how wide the lines of a column are: runs of one baseline count together.
fn filled_lines(side: &[&Run]) -> Vec<f64> {
    let mut sorted: Vec<&&Run> = side.iter().collect();
    sorted.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut lengths: Vec<f64> = Vec::new();
    let mut last = f64::INFINITY;
    for run in sorted {
        let length = run.x1 - run.x0;
        match lengths.last_mut() {
            Some(total) if (last - run.y).abs() < run.size * 0.5 => *total += length,
            _ => lengths.push(length),
        }
        last = run.y;
    }
    lengths
}

fn mean_chars(side: &[&Run]) -> f64 {
    let n_chars: usize = side.iter().map(|run| run.glyphs.len()).sum();
    n_chars as f64 / side.len().max(1) as f64
}

/// Returns the text of the glyphs of a line: spaces where gaps are, right-to-left text in its order.
fn text_of(mut glyphs: Vec<Glyph>, y: f64, size: f64) -> String {
    let n_right_to_left = glyphs
        .iter()
        .filter(|glyph| is_right_to_left(&glyph.text))
        .count();
    let n_letters = glyphs
        .iter()
        .filter(|glyph| glyph.text.chars().any(char::is_alphabetic))
        .count();
    glyphs.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    let mut pieces: Vec<String> = Vec::with_capacity(glyphs.len());
    let mut raised: Option<usize> = None;
    let mut end = f64::NEG_INFINITY;
    for glyph in glyphs {
        let gap = glyph.x0 - end;
        let is_space = |text: &str| text.trim().is_empty();
        let follows_space = pieces.last().is_none_or(|piece| is_space(piece));
        let limit = size.min(glyph.size * 1.3) * 0.18;
        if !follows_space && !is_space(&glyph.text) && gap > limit {
            pieces.push(" ".to_owned());
        }
        end = end.max(glyph.x1);
        match (raised, is_raised(&glyph, y, size)) {
            (None, true) if is_after_word(&pieces) => raised = Some(pieces.len()),
            (Some(start), false) => {
                mark(&mut pieces, start);
                raised = None;
            }
            _ => {}
        }
        if !(is_space(&glyph.text) && follows_space) {
            pieces.push(glyph.text);
        }
    }
    if let Some(start) = raised {
        mark(&mut pieces, start);
    }
    if n_right_to_left * 2 > n_letters {
        pieces = in_logical_order(pieces);
    }
    let text = pieces.concat().trim().to_owned();
    if n_right_to_left * 2 > n_letters {
        with_brackets_opened(text)
    } else {
        text
    }
}

/// Swaps brackets that close before they open: some programs write the signs as they look, others as they are read.
fn with_brackets_opened(text: String) -> String {
    let mut text = text;
    for (open, close) in [('(', ')'), ('[', ']'), ('«', '»')] {
        let first = text.find([open, close]);
        let is_swapped =
            first.is_some_and(|at| text[at..].starts_with(close)) && text.contains(open);
        if is_swapped {
            text = text
                .chars()
                .map(|c| match c {
                    _ if c == open => close,
                    _ if c == close => open,
                    _ => c,
                })
                .collect();
        }
    }
    text
}

/// Tells whether a glyph is the small raised number or star that refers to a note.
fn is_raised(glyph: &Glyph, y: f64, size: f64) -> bool {
    glyph.size < size * 0.8
        && glyph.y > y + size * 0.15
        && glyph
            .text
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '*' | '†' | '‡'))
}

/// Tells whether a reference can stand here: at the start of a line, behind a sign, or behind a word of four
/// letters ("m²" and "10³" are none).
fn is_after_word(pieces: &[String]) -> bool {
    let before: String = pieces
        .iter()
        .rev()
        .take(4)
        .rev()
        .map(String::as_str)
        .collect();
    before.is_empty()
        || before.ends_with(|c: char| c.is_ascii_punctuation() || "”’»…".contains(c))
        || (before.chars().count() >= 4 && before.chars().all(char::is_alphabetic))
}

/// Writes a reference to a note as it is written in the other formats: in brackets.
fn mark(pieces: &mut Vec<String>, start: usize) {
    let label: String = pieces.drain(start..).collect();
    let label = label.trim();
    if !label.is_empty() {
        pieces.push(format!("[{label}]"));
    }
}

/// Turns a line that runs from right to left into the order in which it is read: numbers and western words
/// inside of it stay as they are.
fn in_logical_order(pieces: Vec<String>) -> Vec<String> {
    let mut logical: Vec<String> = Vec::with_capacity(pieces.len());
    let mut western: Vec<String> = Vec::new();
    for piece in pieces.into_iter().rev() {
        let is_western = piece.chars().any(|c| c.is_alphanumeric()) && !is_right_to_left(&piece);
        let joins = !western.is_empty()
            && piece
                .chars()
                .all(|c| matches!(c, '.' | ',' | ':' | '/' | '-' | '%' | '@' | '_'));
        if is_western || joins {
            western.push(piece);
            continue;
        }
        finish_western(&mut western, &mut logical);
        logical.push(piece);
    }
    finish_western(&mut western, &mut logical);
    logical
}

fn finish_western(western: &mut Vec<String>, logical: &mut Vec<String>) {
    // Signs at the end of a stretch belong to the text around it.
    let mut tail = Vec::new();
    while western
        .last()
        .is_some_and(|piece| !piece.chars().any(char::is_alphanumeric))
    {
        tail.extend(western.pop());
    }
    logical.extend(western.drain(..).rev());
    logical.extend(tail.into_iter().rev());
}
