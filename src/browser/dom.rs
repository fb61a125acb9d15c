//! Trees of elements become part of the page.

use super::{by_id, document, reading_place};
use crate::markup::{Element, Node};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Document;

/// Drawings are made of elements of this namespace.
const SVG: &str = "http://www.w3.org/2000/svg";

/// An element of the frame whose content is a tree.
pub(crate) struct Region {
    id: &'static str,
    shown: Vec<Node>,
}

impl Region {
    /// Returns the region of the element with this id, which is empty.
    pub(crate) const fn new(id: &'static str) -> Self {
        Self {
            id,
            shown: Vec::new(),
        }
    }

    /// Takes what is in the element for `nodes`, which it was made of by another build of the page.
    pub(crate) fn adopt(&mut self, nodes: Vec<Node>) {
        self.shown = nodes;
    }

    /// Shows `nodes`. What is in the page already stays as it is, with its focus and scroll position; a control
    /// with the focus keeps it where it is moved or made anew.
    pub(crate) fn show(&mut self, nodes: Vec<Node>) {
        if let (Some(document), Some(element)) = (document(), by_id(self.id)) {
            let focused = document.active_element();
            let name = focused.as_ref().map(reading_place::name_of);
            put(&document, &element, &self.shown, &nodes, false);
            self.shown = nodes;
            if let (Some(focused), Some(name)) = (focused, name)
                && document.active_element().as_ref() != Some(&focused)
            {
                reading_place::focus_again(&focused, &name);
            }
        }
    }
}

/// Draws `before`, and `after` in its place, where nobody sees it.
pub(crate) fn rehearse([before, after]: [Vec<Node>; 2]) {
    if let Some(document) = document()
        && let Ok(parent) = document.create_element("main")
    {
        put(&document, &parent, &[], &before, false);
        put(&document, &parent, &before, &after, false);
    }
}

/// Turns the content of `parent` from `before` into `nodes`, which are drawn where it is a drawing.
fn put(
    document: &Document,
    parent: &web_sys::Node,
    mut before: &[Node],
    nodes: &[Node],
    is_drawing: bool,
) {
    let there = parent.child_nodes();
    if there.length() as usize != before.len() {
        // Something else (a translator, for one) changed the page.
        parent.set_text_content(None);
        before = &[];
    }
    let mut before: Vec<&Node> = before.iter().collect();
    for (i, node) in nodes.iter().enumerate() {
        if let Some(key) = key_of(node) {
            bring(document, parent, &mut before, i, (key, node), is_drawing);
        }
        let old = there.item(i as u32);
        if let (Some(&before), Some(old)) = (before.get(i), &old)
            && change(document, old, before, node, is_drawing)
        {
            continue;
        }
        if let Some(built) = build(document, node, is_drawing) {
            let _ = match old {
                Some(old) => parent.replace_child(&built, &old),
                None => parent.append_child(&built),
            };
        }
    }
    for _ in nodes.len()..before.len() {
        if let Some(last) = parent.last_child() {
            let _ = parent.remove_child(&last);
        }
    }
}

/// Returns what tells an element from its siblings wherever it stands among them.
fn key_of(node: &Node) -> Option<&String> {
    node.element()?.attribute("data-key")
}

/// Brings the element of this key to place `i`: moves the one that is there, or makes it.
fn bring<'n>(
    document: &Document,
    parent: &web_sys::Node,
    before: &mut Vec<&'n Node>,
    i: usize,
    (key, node): (&String, &'n Node),
    is_drawing: bool,
) {
    let there = parent.child_nodes();
    let mut at = i;
    while before
        .get(at)
        .is_some_and(|known| key_of(known) != Some(key))
    {
        at += 1;
    }
    let (known, element) = match before.get(at) {
        Some(_) if at == i => return,
        Some(_) => (before.remove(at), there.item(at as u32)),
        None => (node, build(document, node, is_drawing)),
    };
    if let Some(element) = element {
        let _ = parent.insert_before(&element, there.item(i as u32).as_ref());
        before.insert(i.min(before.len()), known);
    }
}

/// Turns a part of the page from `before` into `node`; false where they are not the same element.
fn change(
    document: &Document,
    there: &web_sys::Node,
    before: &Node,
    node: &Node,
    is_drawing: bool,
) -> bool {
    if before == node {
        return true;
    }
    let (Some(before), Some(element)) = (before.element(), node.element()) else {
        return false;
    };
    if before.tag != element.tag || before.attribute("class") != element.attribute("class") {
        return false;
    }
    let there: &web_sys::Element = there.unchecked_ref();
    let is_drawing = is_drawing || element.tag == "svg";
    put(
        document,
        there,
        &before.children,
        &element.children,
        is_drawing,
    );
    for (name, _) in &before.attributes {
        if element.attribute(name).is_none() {
            set(there, name, None);
        }
    }
    for (name, value) in &element.attributes {
        if before.attribute(name) != Some(value) {
            set(there, name, Some(value));
        }
    }
    true
}

fn build(document: &Document, node: &Node, is_drawing: bool) -> Option<web_sys::Node> {
    let element: &Element = match node {
        Node::Text(text) => return Some(document.create_text_node(text).into()),
        Node::Element(element) => element,
        Node::Kept(element) => element,
    };
    let is_drawing = is_drawing || element.tag == "svg";
    let built = if is_drawing {
        document.create_element_ns(Some(SVG), element.tag)
    } else {
        document.create_element(element.tag)
    };
    let built = built.ok()?;
    // Content first: a list of choices takes its value from what it holds.
    for child in &element.children {
        let _ = built.append_child(&build(document, child, is_drawing)?);
    }
    for (name, value) in &element.attributes {
        set(&built, name, Some(value));
    }
    Some(built.into())
}

/// Sets an attribute, or takes it away. What the reader changes by hand is a property of the element.
fn set(element: &web_sys::Element, name: &str, value: Option<&str>) {
    let property = match name {
        "value" => JsValue::from_str(value.unwrap_or("")),
        "checked" => JsValue::from_bool(value.is_some()),
        _ => {
            let _ = match value {
                Some(value) => element.set_attribute(name, value),
                None => element.remove_attribute(name),
            };
            return;
        }
    };
    let _ = js_sys::Reflect::set(element, &JsValue::from_str(name), &property);
}
