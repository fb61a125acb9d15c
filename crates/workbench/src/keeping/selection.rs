//! The text in the page and the text of the document: selections become bytes, bytes become highlights.

use crate::keeping::text_map;
use crate::utf16;
use vademecum_page::browser::{by_id, document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node, Range};

/// The pieces of the open document's text as they stand in the page.
#[derive(Debug, Default)]
pub(super) struct PageText {
    nodes: Vec<Node>,
    pieces: Vec<String>,
    starts: Vec<Option<u32>>,
}

/// How far down the window a place is shown, as a share of its height: below the tools that a narrow one has at its top.
const SHOWN_AT: f64 = 0.55;
/// Text nodes, for a tree walker.
const SHOW_TEXT: u32 = 4;

impl PageText {
    /// Reads the page; `text` is the document's.
    pub(super) fn of(text: &str) -> Self {
        let mut nodes = Vec::new();
        for place in [".page #document-title > .title", ".page > article > .text"] {
            let root =
                document().and_then(|document| document.query_selector(place).ok().flatten());
            if let Some(root) = root {
                collect(&root, &mut nodes);
            }
        }
        let pieces: Vec<String> = nodes
            .iter()
            .map(|node| node.node_value().unwrap_or_default())
            .collect();
        let starts = text_map::starts(&pieces, text);
        Self {
            nodes,
            pieces,
            starts,
        }
    }

    /// Whether these are still the pieces in the page.
    pub(super) fn is_shown(&self) -> bool {
        self.nodes.last().is_some_and(Node::is_connected)
    }

    /// Returns the bytes that the reader has selected, if they have selected words of the document.
    pub(super) fn selected(&self) -> Option<[u32; 2]> {
        let selection = window()?.get_selection().ok().flatten()?;
        if selection.is_collapsed() || selection.range_count() == 0 {
            return None;
        }
        self.bytes_of(&selection.get_range_at(0).ok()?)
    }

    /// Returns the byte at which the reader has pressed.
    pub(super) fn pressed(&self) -> Option<u32> {
        let selection = window()?.get_selection().ok().flatten()?;
        let node = selection.anchor_node()?;
        let nth = self.nodes.iter().position(|known| *known == node)?;
        let within = utf16::byte_of(&self.pieces[nth], selection.anchor_offset());
        self.starts[nth].map(|start| start + within)
    }

    fn bytes_of(&self, range: &Range) -> Option<[u32; 2]> {
        let (first, last) = (range.start_container().ok()?, range.end_container().ok()?);
        let (from, to) = (range.start_offset().ok()?, range.end_offset().ok()?);
        let mut span: Option<[u32; 2]> = None;
        for ((node, piece), start) in self.nodes.iter().zip(&self.pieces).zip(&self.starts) {
            let Some(start) = *start else { continue };
            if !range.intersects_node(node).unwrap_or(false) {
                continue;
            }
            let begin = if *node == first {
                utf16::byte_of(piece, from)
            } else {
                0
            };
            let end = if *node == last {
                utf16::byte_of(piece, to)
            } else {
                piece.len() as u32
            };
            if begin < end {
                let begins = span.map_or(start + begin, |span| span[0]);
                span = Some([begins, start + end]);
            }
        }
        span
    }

    fn range(&self, [start, end]: [u32; 2]) -> Option<Range> {
        let (first, from) = text_map::place_of(&self.pieces, &self.starts, start, false)?;
        let (last, to) = text_map::place_of(&self.pieces, &self.starts, end, true)?;
        let range = document()?.create_range().ok()?;
        range.set_start(&self.nodes[first], from).ok()?;
        range.set_end(&self.nodes[last], to).ok()?;
        Some(range)
    }

    /// Paints these places as the highlight of this name (`::highlight(…)` in the styles), instead of others.
    /// Browsers without highlights show the signs beside paragraphs only.
    pub(super) fn paint(&self, name: &str, spans: &[[u32; 2]]) {
        let _ = self.try_paint(name, spans);
    }

    fn try_paint(&self, name: &str, spans: &[[u32; 2]]) -> Option<()> {
        let get = |object: &JsValue, name: &str| {
            js_sys::Reflect::get(object, &JsValue::from_str(name)).ok()
        };
        let window: JsValue = window()?.into();
        let kind = get(&window, "Highlight")?
            .dyn_into::<js_sys::Function>()
            .ok()?;
        let registry = get(&get(&window, "CSS")?, "highlights")?;
        let ranges = js_sys::Array::new();
        for span in spans {
            if let Some(range) = self.range(*span) {
                ranges.push(&range);
            }
        }
        let highlight = js_sys::Reflect::construct(&kind, &ranges).ok()?;
        let set = get(&registry, "set")?.dyn_into::<js_sys::Function>().ok()?;
        set.call2(&registry, &JsValue::from_str(name), &highlight)
            .ok()?;
        Some(())
    }

    /// Brings a place to the middle of the window, below the tools of a narrow one.
    pub(super) fn show(&self, span: [u32; 2]) {
        let (Some(range), Some(window)) = (self.range(span), window()) else {
            return;
        };
        let height = window
            .inner_height()
            .ok()
            .and_then(|height| height.as_f64())
            .unwrap_or(0.0);
        let top = range.get_bounding_client_rect().top();
        window.scroll_by_with_x_and_y(0.0, top - height * SHOWN_AT);
    }
}

impl PageText {
    /// Moves the page so that the passage bar does not cover the end of a place.
    pub(super) fn uncover(&self, span: [u32; 2]) {
        const SPACE_PX: f64 = 24.0;
        let (Some(range), Some(bar)) = (self.range(span), by_id("passage-bar")) else {
            return;
        };
        let top = bar.get_bounding_client_rect().top();
        let covered = range.get_bounding_client_rect().bottom() + SPACE_PX - top;
        if let (true, Some(window)) = (covered > 0.0 && covered < top, window()) {
            window.scroll_by_with_x_and_y(0.0, covered);
        }
    }
}

fn collect(root: &Element, nodes: &mut Vec<Node>) {
    let walker = document().and_then(|document| {
        document
            .create_tree_walker_with_what_to_show(root, SHOW_TEXT)
            .ok()
    });
    let Some(walker) = walker else { return };
    while let Ok(Some(node)) = walker.next_node() {
        nodes.push(node);
    }
}

/// Returns the names of the blocks that stand in the window.
pub(super) fn visible_blocks() -> Vec<String> {
    let Some(blocks) = document()
        .and_then(|document| document.query_selector_all(".page article [id^='b-']").ok())
    else {
        return Vec::new();
    };
    let height = window()
        .and_then(|window| window.inner_height().ok()?.as_f64())
        .unwrap_or(0.0);
    let element = |nth: u32| {
        blocks
            .item(nth)
            .and_then(|node| node.dyn_into::<Element>().ok())
    };
    let bounds = |nth: u32| {
        element(nth).map_or((0.0, 0.0), |block| {
            let bounds = block.get_bounding_client_rect();
            (bounds.top(), bounds.bottom())
        })
    };
    // The blocks stand one below the other: the first that ends below the upper edge is found by halving.
    let (mut low, mut high) = (0, blocks.length());
    while low < high {
        let middle = (low + high) / 2;
        if bounds(middle).1 > 0.0 {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    let in_window = (low..blocks.length()).take_while(|&nth| bounds(nth).0 < height);
    let names = in_window.filter_map(|nth| Some(element(nth)?.id().strip_prefix("b-")?.to_owned()));
    names.collect()
}
