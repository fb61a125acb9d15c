//! Lists, nested as deep as their items say.

use super::TextTree;
use crate::markup::{Element, Node, element, styled};
use protocol::BlockRecord;

/// Items deeper than this stand at this depth: neither a page nor a stack has room for hundreds of levels.
const DEEPEST: u8 = 32;

fn level(item: &BlockRecord) -> u8 {
    item.level.min(DEEPEST)
}

impl<'d> TextTree<'d> {
    /// Returns the items as a list; deeper items stand in a list inside the item before them.
    pub(super) fn list(&mut self, items: &'d [BlockRecord]) -> Element {
        let depth = items.iter().map(level).min().unwrap_or(0);
        let ordered = items
            .first()
            .is_some_and(|item| item.kind == "ordered_item");
        let mut list = if ordered {
            styled("ol", "numbered")
        } else {
            element("ul")
        };
        let mut rest = items;
        while let Some((first, after)) = rest.split_first() {
            let n_deeper = after.iter().take_while(|item| level(item) > depth).count();
            let (deeper, next) = after.split_at(n_deeper);
            let mut entry = self.item(first);
            if !deeper.is_empty() {
                entry = entry.child(self.list(deeper));
            }
            list = list.child(entry);
            rest = next;
        }
        list
    }

    /// Returns one item. The number of an ordered item is part of its text; it hangs in the margin.
    fn item(&mut self, block: &'d BlockRecord) -> Element {
        if block.kind != "ordered_item" {
            return self.block("li", block);
        }
        let number_len = self.text(block).find(' ').unwrap_or(0) as u32;
        let number: Vec<Node> = self.inlines.of(block.start, block.start + number_len);
        let content = self.inlines.of(block.start + number_len, block.end);
        let item = self.anchored(element("li"), block);
        item.child(styled("span", "ordinal").children(number))
            .children(content)
            .child(self.permalink(block))
    }
}
