//! Emphasis, links, note references and marks inside a stretch of text.

use crate::markup::{Element, Node, element, link, styled, worded};
use crate::state::{Place, ViewState};
use crate::wording;
use protocol::{DocumentRecord, InlineRecord};

/// Emphasis in emphasis, and so on: so deep it is shown. A text may have thousands of levels, a stack has not.
const DEEPEST: usize = 32;

/// Everything inside the blocks of one document.
pub(super) struct Inlines<'d> {
    record: &'d DocumentRecord,
    state: &'d ViewState,
}

impl<'d> Inlines<'d> {
    pub(super) fn new(record: &'d DocumentRecord, state: &'d ViewState) -> Self {
        Self { record, state }
    }

    /// Returns the bytes from `start` to `end` as text, elements and marks.
    pub(super) fn of(&self, start: u32, end: u32) -> Vec<Node> {
        let inlines = &self.record.inlines;
        let first = inlines.partition_point(|inline| inline.start < start);
        let n = inlines[first..]
            .iter()
            .take_while(|inline| inline.start <= end)
            .count();
        let inside: Vec<&InlineRecord> = inlines[first..first + n]
            .iter()
            .filter(|inline| inline.end <= end)
            .collect();
        self.nested(start, end, &inside, DEEPEST)
    }

    /// `inlines` are sorted by start; one that begins inside another belongs to it. Below `depth` levels they are
    /// plain text.
    fn nested(
        &self,
        start: u32,
        end: u32,
        mut inlines: &[&InlineRecord],
        depth: usize,
    ) -> Vec<Node> {
        let mut nodes = Vec::new();
        if depth == 0 {
            inlines = &[];
        }
        let mut position = start;
        while let Some((first, rest)) = inlines.split_first() {
            let inner_end = first.end.min(end);
            let n_inner = rest
                .iter()
                .take_while(|inline| inline.start < inner_end)
                .count();
            let (inner, after) = rest.split_at(n_inner);
            self.marked(position, first.start.max(position), &mut nodes);
            let from = first.start.max(position);
            let content = self.nested(from, inner_end.max(from), inner, depth - 1);
            nodes.push(self.set_apart(first, content).into());
            position = inner_end.max(from);
            inlines = after;
        }
        self.marked(position, end, &mut nodes);
        nodes
    }

    fn set_apart(&self, inline: &InlineRecord, content: Vec<Node>) -> Element {
        match inline.kind.as_str() {
            "emphasis" => element("em").children(content),
            "strong" => element("strong").children(content),
            "code" => element("code").children(content),
            "link" if is_live(&inline.target) => leading_out(&inline.target).children(content),
            "note_reference" => self.note_reference(&inline.target, content),
            "picture" => styled("span", "picture")
                .children(content)
                .text(" [")
                .child(outward_link(&inline.target, &wording::PICTURE))
                .text("]"),
            _ => element("span").children(content),
        }
    }

    /// Returns a raised link to the note with this label, where the document has one.
    fn note_reference(&self, label: &str, content: Vec<Node>) -> Element {
        let label_of = |text: &str| {
            text.trim_start_matches(['[', '^'])
                .split([']', ' ', '.', ':', ')'])
                .next()
                .unwrap_or("")
                .to_owned()
        };
        let note = self.record.blocks.iter().find(|block| {
            let text = self
                .record
                .text
                .get(block.start as usize..block.end as usize)
                .unwrap_or("");
            block.kind == "note" && label_of(text) == label
        });
        let raised = styled("sup", "note-reference");
        match note {
            Some(note) => {
                let place = Place::Document {
                    id: self.record.summary.id.clone(),
                    block: note.id.clone(),
                    at: None,
                };
                raised.child(link(&self.state.at(place).to_fragment(), "").children(content))
            }
            None => raised.children(content),
        }
    }

    /// Appends text with the parts of matches that lie in it as marks.
    fn marked(&self, start: u32, end: u32, nodes: &mut Vec<Node>) {
        let marks = &self.record.marks;
        let mut position = start;
        let first = marks.partition_point(|mark| mark[1] <= start);
        for (i, &[mark_start, mark_end]) in marks.iter().enumerate().skip(first) {
            let (from, to) = (mark_start.max(position), mark_end.min(end));
            if mark_start >= end {
                break;
            }
            if from >= to {
                continue;
            }
            self.text(position, from, nodes);
            let text = self
                .record
                .text
                .get(from as usize..to as usize)
                .unwrap_or("");
            nodes.push(
                element("mark")
                    .with("data-match", &i.to_string())
                    .text(text)
                    .into(),
            );
            position = to;
        }
        self.text(position, end, nodes);
    }

    fn text(&self, start: u32, end: u32, nodes: &mut Vec<Node>) {
        match self
            .record
            .text
            .get(start as usize..end.max(start) as usize)
        {
            Some(text) if !text.is_empty() => nodes.push(Node::Text(text.to_owned())),
            _ => {}
        }
    }
}

/// Whether a link's target may be followed: other schemes than these could run something.
fn is_live(target: &str) -> bool {
    let scheme = target.split(':').next().unwrap_or("").to_ascii_lowercase();
    target.contains(':') && ["http", "https", "mailto"].contains(&scheme.as_str())
}

fn leading_out(target: &str) -> Element {
    element("a")
        .with("href", target)
        .with("rel", "noopener noreferrer nofollow")
        .with("target", "_blank")
}

/// Returns a link to an address outside the page, or the address as text where it may not be followed.
pub(super) fn outward_link(target: &str, label: &str) -> Element {
    if is_live(target) {
        leading_out(target).text(label)
    } else {
        worded("span", label).text(": ").text(target)
    }
}
