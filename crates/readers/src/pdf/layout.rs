//! Glyphs to lines in reading order: runs, columns, lines.
//!
//! A recursive cut along the widest gutter, after Nagy, Seth and Viswanathan, "A prototype document image
//! analysis system for technical journals" (1992), restricted to what prose needs: text that crosses the gutter
//! (titles, wide pictures' captions) parts the columns above it from those below.

use super::glyphs::{Glyph, Page};
use super::line_text::{is_raised, is_right_to_left, text_of};
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
        let is_raised = is_raised && !is_initial(self.size, glyph.size);
        let fits = rise <= size.min(self.size.min(glyph.size) * 2.0) * 0.2
            || (is_raised && rise <= size * 0.6);
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
    let mut runs = runs(page.glyphs);
    settle_initials(&mut runs);
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

/// Tells whether sizes differ as those of an initial and its text do; raised numbers are larger than that.
fn is_initial(a: f64, b: f64) -> bool {
    a.max(b) > a.min(b) * 2.2
}

/// Puts initials that reach over several lines onto the first of them, where they are read.
fn settle_initials(runs: &mut [Run]) {
    for at in 0..runs.len() {
        let initial = &runs[at];
        let is_letter =
            matches!(&initial.glyphs[..], [glyph] if glyph.text.chars().all(char::is_alphabetic));
        if !is_letter {
            continue;
        }
        let beside: Vec<&Run> = runs
            .iter()
            .filter(|run| {
                is_initial(initial.size, run.size)
                    && run.size < initial.size
                    && (initial.x1 - run.size * 0.5..initial.x1 + initial.size).contains(&run.x0)
                    && (initial.y - run.size * 0.3..initial.y + initial.size).contains(&run.y)
            })
            .collect();
        let first = beside.iter().max_by(|a, b| a.y.total_cmp(&b.y));
        let Some((y, size, x0)) = first.map(|run| (run.y, run.size, run.x0)) else {
            continue;
        };
        if beside.len() < 2 {
            continue;
        }
        let initial = &mut runs[at];
        // Apart by a space: which words an initial begins is known where texts are mended.
        initial.x1 = x0 - size * 0.4;
        initial.x0 = initial.x0.min(initial.x1 - size * 0.2);
        (initial.y, initial.size) = (y, size);
        for glyph in &mut initial.glyphs {
            (glyph.x0, glyph.x1) = (initial.x0, initial.x1);
            (glyph.y, glyph.size) = (y, size);
        }
    }
}

/// Tells whether a glyph is drawn a second time to look bold.
fn is_shadow(run: &Run, glyph: &Glyph) -> bool {
    // Whole lines are drawn twice, too: then the second goes back to the beginning of the first.
    let n_before = match glyph.x0 < run.x1 - glyph.size {
        true => run.glyphs.len(),
        false => 4,
    };
    run.glyphs.iter().rev().take(n_before).any(|other| {
        other.text == glyph.text
            && (other.x0 - glyph.x0).abs() < glyph.size * 0.12
            && (other.y - glyph.y).abs() < glyph.size * 0.12
            && !glyph.text.trim().is_empty()
    })
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
                let reach = match is_small {
                    true if is_initial(run.size, other.size) => run.size.min(other.size) * 0.5,
                    true => other.size.max(run.size) * 0.55,
                    false => other.size.max(run.size) * 0.3,
                };
                (other.y - run.y).abs() <= reach
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
