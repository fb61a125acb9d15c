//! Stretches of one document, in positions of its tokens.

/// A half-open range of token positions in one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Span {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Span {
    /// The whole document.
    pub(crate) const ALL: Self = Self {
        start: 0,
        end: u32::MAX,
    };

    /// Returns a number in the order of spans.
    pub(super) fn number(self) -> u64 {
        u64::from(self.start) << 32 | u64::from(self.end)
    }

    pub(super) fn is_inside(self, window: Self) -> bool {
        window.start <= self.start && self.end <= window.end
    }

    pub(super) fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// A match of one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Mark {
    pub(crate) span: Span,
    pub(crate) unit: usize,
}

impl Mark {
    /// Returns a number in the order of marks: by start, then length, then unit.
    pub(crate) fn number(self) -> u64 {
        let length = (self.span.end - self.span.start).min(0xffff);
        u64::from(self.span.start) << 32 | u64::from(length) << 16 | self.unit.min(0xffff) as u64
    }
}

/// Two spans near each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NearPair {
    pub(super) cover: Span,
    pub(super) left: Span,
    pub(super) right: Span,
}

/// Returns the first span that starts at or after a position.
pub(super) fn next_after(spans: &[Span], position: u32) -> Option<Span> {
    spans
        .get(spans.partition_point(|span| span.start < position))
        .copied()
}

/// Returns those of sorted spans that begin inside a window. Cost: two binary searches.
pub(super) fn beginning_in(spans: &[Span], window: Span) -> &[Span] {
    let spans = &spans[spans.partition_point(|span| span.start < window.start)..];
    &spans[..spans.partition_point(|span| span.start < window.end)]
}

/// Returns those of sorted spans that lie inside a window. Cost: as of those that begin there.
pub(super) fn inside(spans: &[Span], window: Span) -> impl Iterator<Item = &Span> {
    let begin = beginning_in(spans, window).iter();
    begin.filter(move |span| span.end <= window.end)
}

/// Returns the length of the longest of some spans; 0 for none.
pub(super) fn longest(spans: &[Span]) -> u32 {
    let lengths = spans.iter().map(|span| span.end - span.start);
    lengths.max().unwrap_or(0)
}

/// Returns the span that ends last at or before a position; `longest` is that of the spans, which are sorted.
pub(super) fn last_before(spans: &[Span], longest: u32, position: u32) -> Option<Span> {
    let mut best: Option<Span> = None;
    for &span in spans[..spans.partition_point(|span| span.start < position)]
        .iter()
        .rev()
    {
        if best.is_some_and(|best| span.start + longest < best.end) {
            break;
        }
        if span.end <= position && best.is_none_or(|best| best.end < span.end) {
            best = Some(span);
        }
    }
    best
}
