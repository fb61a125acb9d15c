//! Trees of elements become part of the page.

use super::document;
use crate::markup::{Element, Node};
use wasm_bindgen::JsValue;
use web_sys::Document;

/// Replaces the content of `parent` by `nodes`.
pub(crate) fn fill(parent: &web_sys::Element, nodes: &[Node]) {
    let Some(document) = document() else { return };
    parent.set_text_content(None);
    for node in nodes {
        let _ = append(&document, parent, node);
    }
}

fn append(document: &Document, parent: &web_sys::Node, node: &Node) -> Result<(), JsValue> {
    match node {
        Node::Text(text) => parent
            .append_child(&document.create_text_node(text))
            .map(drop),
        Node::Element(element) => {
            let built = build(document, element)?;
            parent.append_child(&built).map(drop)
        }
    }
}

fn build(document: &Document, element: &Element) -> Result<web_sys::Element, JsValue> {
    let built = document.create_element(element.tag)?;
    for (name, value) in &element.attributes {
        built.set_attribute(name, value)?;
    }
    for child in &element.children {
        append(document, &built, child)?;
    }
    Ok(built)
}
