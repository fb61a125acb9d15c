//! Where in one document a query matches, in positions.

mod cursors;
mod nodes;
mod sequences;
mod spans;

use crate::Tables;
use crate::block_text::BlockText;
use crate::mentions;
use crate::plan::{Node, Slot, Spelling, Unit};
use index::{DocId, Index};
use sorting::SmallSort;
use std::cell::Cell;

use cursors::{TermCursor, cursors, shared_units};
use nodes::{needs_a_match, positive_units};
use sequences::{sequence_spans, sorted};
pub(crate) use spans::{Mark, Span};
use spans::{NearPair, beginning_in, inside, last_before, longest, next_after};

/// Most bytes of text that deciding which documents answer looks at; some seconds in a page at worst.
pub(crate) const MOST_VERIFIED_BYTES: u64 = 128 << 20;

/// Answers, for one document after another, where units and nodes match.
///
/// Documents must be asked for in ascending order, since cursors only move forwards. What is found in
/// a document is kept until the next one is asked for.
pub(crate) struct Matcher<'i> {
    index: &'i Index,
    tables: &'i Tables,
    units: &'i [Unit],
    /// How many bytes of text may still be looked at, where that is bounded.
    bytes_left: Option<&'i Cell<u64>>,
    /// One list for each unit, empty until it is asked for.
    cursors: Vec<Vec<TermCursor<'i>>>,
    doc: DocId,
    found: Vec<Option<Vec<Span>>>,
    block: Option<BlockText<'i>>,
    buffer: Vec<u32>,
}

impl<'i> Matcher<'i> {
    pub(crate) fn new(index: &'i Index, tables: &'i Tables, units: &'i [Unit]) -> Self {
        Self {
            index,
            tables,
            units,
            bytes_left: None,
            cursors: units.iter().map(|_| Vec::new()).collect(),
            doc: DocId::END,
            found: vec![None; units.len()],
            block: None,
            buffer: Vec::new(),
        }
    }

    pub(crate) fn index(&self) -> &'i Index {
        self.index
    }

    /// Lets this and other matchers look at so many bytes of text together; then nothing matches.
    pub(crate) fn bounded(mut self, bytes_left: &'i Cell<u64>) -> Self {
        self.bytes_left = Some(bytes_left);
        self
    }

    /// Counts what is looked at, whether it has to be read or is known: the same query meets the bound
    /// at the same place. Returns whether it was within the bound.
    fn spend(&self, n_bytes: u32) -> bool {
        let Some(left) = self.bytes_left else {
            return true;
        };
        let after = left.get().checked_sub(u64::from(n_bytes));
        left.set(after.unwrap_or(0));
        after.is_some()
    }

    /// [`Matcher::spend`] for the texts of units.
    fn spend_on(&self, units: &[u32]) -> bool {
        if self.bytes_left.is_none() {
            return true;
        }
        let view = self.index.document(self.doc);
        let length = |&unit: &u32| match unit.checked_sub(1) {
            Some(block) => view
                .blocks()
                .get(block as usize)
                .map_or(0, |block| block.span.len()),
            None => view.title().len() as u32,
        };
        self.spend(units.iter().map(length).sum())
    }

    /// Appends the positions of a term in some units of the document.
    fn read(&self, cursor: &mut TermCursor<'i>, units: &[u32], out: &mut Vec<u32>) {
        let key = cursor
            .key
            .get_or_insert_with(|| self.index.word_key(cursor.term));
        let view = self.index.document(self.doc);
        self.tables
            .texts
            .positions(self.index, view, key, units, out);
    }

    fn enter(&mut self, doc: DocId) {
        if self.doc != doc {
            self.doc = doc;
            self.block = None;
            self.found.iter_mut().for_each(|found| *found = None);
        }
    }

    /// Returns where a unit matches, sorted by start.
    pub(crate) fn unit_spans(&mut self, doc: DocId, unit: usize) -> &[Span] {
        self.enter(doc);
        if self.found[unit].is_none() {
            let spans = self.find(unit);
            self.found[unit] = Some(spans);
        }
        self.found[unit].as_deref().unwrap_or_default()
    }

    fn find(&mut self, at: usize) -> Vec<Span> {
        let (index, unit) = (self.index, &self.units[at]);
        if unit.is_mention {
            return self.mentioned(unit);
        }
        let mut cursors = std::mem::take(&mut self.cursors[at]);
        if cursors.is_empty() {
            cursors = self::cursors(index, unit);
        }
        let mut spans = Vec::new();
        let (forms, mut rest) = cursors.split_at_mut(unit.forms.len());
        let (mut units, mut positions) = (Vec::new(), std::mem::take(&mut self.buffer));
        positions.clear();
        for cursor in forms {
            if cursor.postings.seek(self.doc) == self.doc {
                cursor.postings.units(&mut units);
                if self.spend_on(&units) {
                    self.read(cursor, &units, &mut positions);
                }
            }
        }
        for &start in &positions {
            spans.push(Span {
                start,
                end: start + 1,
            });
        }
        self.buffer = positions;
        for slots in &unit.sequences {
            let n_terms = slots.iter().map(|slot| slot.terms.len()).sum();
            let (own, others) = rest.split_at_mut(n_terms);
            rest = others;
            if unit.slop == 0 && slots.iter().all(Slot::is_one_term) {
                self.add_runs(slots, own, &mut spans);
            } else if let Some(positions) = self.slot_positions(slots, own) {
                sequence_spans(&positions, unit.slop, &mut spans);
                if unit.slop > 0 {
                    spans.retain(|&span| self.is_in_one_block(span));
                }
            }
        }
        self.cursors[at] = cursors;
        if unit.forms.len() + unit.sequences.len() > 1 {
            spans.small_sort_by_number(|span| span.number());
            spans.dedup();
        }
        spans
    }

    /// Returns the places of a unit of mentions, in pieces where they reach over several blocks.
    fn mentioned(&mut self, unit: &Unit) -> Vec<Span> {
        let view = self.index.document(self.doc);
        let mut spans = Vec::new();
        for &(_, bytes) in mentions::places_in(&unit.places, self.doc) {
            mentions::add_positions(view, bytes, &mut self.block, &mut spans);
        }
        spans.small_sort_by_number(|span| span.number());
        spans.dedup();
        spans
    }

    /// Returns the part inside `window` of each quotation in which a node matches there.
    fn quotations(&mut self, doc: DocId, inner: &Node, unit: usize, window: Span) -> Vec<Span> {
        self.enter(doc);
        let (view, units) = (self.index.document(doc), self.units);
        let (mut windows, mut pieces) = (Vec::new(), Vec::new());
        let blocks = self.blocks_for(doc, inner);
        for &(_, bytes) in mentions::places_in(&units[unit].places, doc) {
            // Only blocks with a word that may match are read.
            let block = |place: &Option<usize>| view.blocks().get((*place)?);
            let first = blocks.partition_point(|place| {
                block(place).is_none_or(|block| block.span.end <= bytes.start)
            });
            let next = blocks.get(first).and_then(block);
            if next.is_none_or(|block| block.span.start >= bytes.end) {
                continue;
            }
            if !self.spend(bytes.len()) {
                break;
            }
            pieces.clear();
            mentions::add_positions(view, bytes, &mut self.block, &mut pieces);
            if let (Some(first), Some(last)) = (pieces.first(), pieces.last()) {
                let start = first.start.max(window.start);
                let end = last.end.min(window.end);
                if start < end {
                    windows.push(Span { start, end });
                }
            }
        }
        windows.retain(|&window| self.holds(doc, inner, window));
        windows
    }

    /// Adds the places where slots of one term each follow each other.
    fn add_runs(&mut self, slots: &[Slot], cursors: &mut [TermCursor<'i>], out: &mut Vec<Span>) {
        let Some(units) = shared_units(self.doc, slots, cursors) else {
            return;
        };
        if !self.spend_on(&units) {
            return;
        }
        let rarest = (0..cursors.len())
            .min_by_key(|&at| cursors[at].postings.document_frequency())
            .unwrap_or(0);
        let mut keys = Vec::with_capacity(cursors.len());
        for cursor in cursors {
            let key = || self.index.word_key(cursor.term);
            keys.push(cursor.key.get_or_insert_with(key).clone());
        }
        let view = self.index.document(self.doc);
        self.buffer.clear();
        let texts = &self.tables.texts;
        texts.runs(self.index, view, &keys, rarest, &units, &mut self.buffer);
        for &start in &self.buffer {
            let end = start + slots.len() as u32;
            out.push(Span { start, end });
        }
    }

    /// Returns the positions of each slot in the units that hold all of them, or `None` where there are
    /// none: a phrase does not reach from one unit into the next.
    fn slot_positions(
        &mut self,
        slots: &[Slot],
        cursors: &mut [TermCursor<'i>],
    ) -> Option<Vec<Vec<u32>>> {
        let units = shared_units(self.doc, slots, cursors)?;
        if !self.spend_on(&units) {
            return None;
        }
        let mut all = Vec::with_capacity(slots.len());
        let mut rest = cursors;
        for slot in slots {
            let (terms, others) = rest.split_at_mut(slot.terms.len());
            rest = others;
            let mut positions = Vec::new();
            for cursor in terms {
                if cursor.postings.doc() == self.doc {
                    self.read(cursor, &units, &mut positions);
                }
            }
            positions = sorted(&positions);
            if slot.spelling != Spelling::Any {
                positions.retain(|&position| self.has_spelling(position, &slot.spelling));
            }
            if positions.is_empty() {
                return None;
            }
            all.push(positions);
        }
        Some(all)
    }

    fn has_spelling(&mut self, position: u32, spelling: &Spelling) -> bool {
        let view = self.index.document(self.doc);
        let place = view.block_of_position(position);
        if self.block.as_ref().is_none_or(|block| block.place != place) {
            self.block = Some(BlockText::read(view, place));
        }
        self.block.as_ref().is_some_and(|block| match spelling {
            Spelling::Any => true,
            Spelling::Surface(surface) => block.has_surface(position, surface),
            Spelling::OneWord => !block.joined_at(position, &mut |_| true),
        })
    }

    fn is_in_one_block(&self, span: Span) -> bool {
        let view = self.index.document(self.doc);
        view.block_of_position(span.start) == view.block_of_position(span.end - 1)
    }

    /// Tells whether a node matches inside a window of one document.
    pub(crate) fn holds(&mut self, doc: DocId, node: &Node, window: Span) -> bool {
        match node {
            Node::Everything => true,
            Node::Unit(unit) => inside(self.unit_spans(doc, *unit), window).next().is_some(),
            Node::All(children) => children.iter().all(|child| self.holds(doc, child, window)),
            Node::Any(children) => children.iter().any(|child| self.holds(doc, child, window)),
            Node::Not(inner) => !self.holds(doc, inner, window),
            Node::Near { .. } => self
                .near(doc, node, window)
                .iter()
                .any(|pair| pair.cover.is_inside(window)),
            Node::Sentence(inner) => self
                .windows(doc, inner, true)
                .iter()
                .any(|found| found.overlaps(window)),
            Node::Paragraph(inner) => self
                .windows(doc, inner, false)
                .iter()
                .any(|found| found.overlaps(window)),
            Node::Quotation { inner, quotations } => {
                !self.quotations(doc, inner, *quotations, window).is_empty()
            }
            Node::Title(inner) => self.holds(doc, inner, self.title_window(doc)),
            Node::Documents(documents) => documents.contains(doc.0),
        }
    }

    fn title_window(&self, doc: DocId) -> Span {
        BlockText::window(self.index.document(doc), None)
    }

    /// Returns the spans of a node as one side of `NEAR`, sorted: at least those that lie inside a window.
    fn spans(&mut self, doc: DocId, node: &Node, window: Span) -> Vec<Span> {
        let mut spans = match node {
            Node::Unit(unit) => return beginning_in(self.unit_spans(doc, *unit), window).to_vec(),
            Node::Any(children) | Node::All(children) => {
                let mut spans = Vec::new();
                for child in children {
                    spans.append(&mut self.spans(doc, child, window));
                }
                spans
            }
            Node::Near { .. } => {
                let pairs = self.near(doc, node, window);
                pairs.iter().map(|pair| pair.cover).collect()
            }
            Node::Sentence(inner) => self.windows(doc, inner, true),
            Node::Paragraph(inner) => self.windows(doc, inner, false),
            Node::Quotation { inner, quotations } => {
                self.quotations(doc, inner, *quotations, Span::ALL)
            }
            Node::Everything | Node::Not(_) | Node::Title(_) | Node::Documents(_) => Vec::new(),
        };
        spans.small_sort_by_number(|span| span.number());
        spans.dedup();
        spans
    }

    /// Returns each side's spans with their nearest partners on either hand, within reach: at least the pairs that lie
    /// inside a window. Each sentence looks at its own words only, or long texts would take hours.
    fn near(&mut self, doc: DocId, node: &Node, window: Span) -> Vec<NearPair> {
        let Node::Near {
            left,
            right,
            distance,
            ordered,
        } = node
        else {
            return Vec::new();
        };
        let (lefts, rights) = (
            self.spans(doc, left, window),
            self.spans(doc, right, window),
        );
        let (longest_left, longest_right) = (longest(&lefts), longest(&rights));
        let mut pairs = Vec::new();
        let mut add = |first: Span, second: Span, left, right| {
            if second.start - first.end < *distance {
                pairs.push(NearPair {
                    left,
                    right,
                    cover: Span {
                        start: first.start,
                        end: second.end,
                    },
                });
            }
        };
        for &left in &lefts {
            if let Some(right) = next_after(&rights, left.end) {
                add(left, right, left, right);
            }
            if let (false, Some(right)) =
                (*ordered, last_before(&rights, longest_right, left.start))
            {
                add(right, left, left, right);
            }
        }
        for &right in &rights {
            if let Some(left) = last_before(&lefts, longest_left, right.start) {
                add(left, right, left, right);
            }
            if let (false, Some(left)) = (*ordered, next_after(&lefts, right.end)) {
                add(right, left, left, right);
            }
        }
        self.enter(doc);
        pairs.retain(|pair| self.is_in_one_block(pair.cover));
        pairs.small_sort_by_number(|pair| pair.right.number());
        pairs.small_sort_by_number(|pair| pair.left.number());
        pairs.small_sort_by_number(|pair| pair.cover.number());
        pairs.dedup();
        pairs
    }

    /// Returns the blocks, `None` for the title, in which a node may match, ascending.
    fn blocks_for(&mut self, doc: DocId, node: &Node) -> Vec<Option<usize>> {
        let view = self.index.document(doc);
        let (mut blocks, mut units) = (Vec::new(), Vec::new());
        positive_units(node, &mut units);
        for &unit in &units {
            let spans = self.unit_spans(doc, unit);
            blocks.extend(spans.iter().map(|span| view.block_of_position(span.start)));
        }
        if !needs_a_match(node) {
            blocks = (0..view.blocks().len()).map(Some).collect();
            blocks.push(None);
        }
        blocks.small_sort_by_number(|block| block.map_or(0, |block| block as u64 + 1));
        blocks.dedup();
        blocks
    }

    /// Returns the sentences or blocks of a document in which a node matches.
    fn windows(&mut self, doc: DocId, inner: &Node, sentences: bool) -> Vec<Span> {
        let view = self.index.document(doc);
        let blocks = self.blocks_for(doc, inner);
        let mut windows = Vec::new();
        for block in blocks {
            if sentences {
                let text = block.and_then(|block| view.blocks().get(block));
                if !self.spend(text.map_or(0, |block| block.span.len())) {
                    break;
                }
                for (_, window) in BlockText::read(view, block).sentences() {
                    windows.push(window);
                }
            } else {
                windows.push(BlockText::window(view, block));
            }
        }
        windows.retain(|&window| self.holds(doc, inner, window));
        windows
    }

    /// Adds the matches of the positive units below a node inside a window, unsorted.
    pub(crate) fn marks(&mut self, doc: DocId, node: &Node, window: Span, out: &mut Vec<Mark>) {
        match node {
            Node::Unit(unit) => {
                let spans = inside(self.unit_spans(doc, *unit), window);
                out.extend(spans.map(|&span| Mark { span, unit: *unit }));
            }
            Node::All(children) | Node::Any(children) => {
                children
                    .iter()
                    .for_each(|child| self.marks(doc, child, window, out));
            }
            Node::Near { left, right, .. } => {
                for pair in self.near(doc, node, window) {
                    if pair.cover.is_inside(window) {
                        self.marks(doc, left, pair.left, out);
                        self.marks(doc, right, pair.right, out);
                    }
                }
            }
            Node::Sentence(inner) | Node::Paragraph(inner) => {
                for found in self.windows(doc, inner, matches!(node, Node::Sentence(_))) {
                    if found.overlaps(window) {
                        self.marks(doc, inner, found, out);
                    }
                }
            }
            Node::Quotation { inner, quotations } => {
                for found in self.quotations(doc, inner, *quotations, window) {
                    self.marks(doc, inner, found, out);
                }
            }
            Node::Title(inner) => {
                let title = self.title_window(doc);
                self.marks(doc, inner, title, out);
            }
            Node::Everything | Node::Not(_) | Node::Documents(_) => {}
        }
    }
}
