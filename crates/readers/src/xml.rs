//! XML parts, bounded, and the few things that all their readers ask.

use roxmltree::{Document, Node, ParsingOptions};

use crate::limits;

/// Parses a part.
///
/// # Errors
///
/// A sentence with the line: not well formed, too many elements, or entities that multiply.
pub(crate) fn parse(text: &str) -> Result<Document<'_>, (Option<u32>, String)> {
    let options = ParsingOptions {
        allow_dtd: true,
        nodes_limit: limits::XML_NODES,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(text, options).map_err(|error| {
        let line = error.pos().row;
        let reason = match error {
            roxmltree::Error::EntityReferenceLoop(_) => {
                "its entities multiply without end (\"billion laughs\")".to_owned()
            }
            roxmltree::Error::NodesLimitReached => "it has too many elements".to_owned(),
            error => format!("it is not well formed ({error})"),
        };
        (Some(line), reason)
    })
}

/// Returns the text of a part: UTF-8, or UTF-16 with a mark.
pub(crate) fn decoded(bytes: &[u8]) -> String {
    let (encoding, length) =
        encoding_rs::Encoding::for_bom(bytes).unwrap_or((encoding_rs::UTF_8, 0));
    encoding
        .decode_without_bom_handling(&bytes[length..])
        .0
        .into_owned()
}

/// Returns the value of an attribute by its local name, whatever its namespace.
pub(crate) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes()
        .find(|attribute| attribute.name() == name)
        .map(|attribute| attribute.value())
}

/// Returns the local name of an element, empty for anything else.
pub(crate) fn name<'a>(node: Node<'a, '_>) -> &'a str {
    if node.is_element() {
        node.tag_name().name()
    } else {
        ""
    }
}

/// Returns the first child with this local name.
pub(crate) fn child<'a, 'i>(node: Node<'a, 'i>, wanted: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| name(*child) == wanted)
}

/// Returns all descendants with this local name.
pub(crate) fn all<'a, 'i: 'a>(
    node: Node<'a, 'i>,
    wanted: &'a str,
) -> impl Iterator<Item = Node<'a, 'i>> + 'a {
    node.descendants()
        .filter(move |other| name(*other) == wanted)
}

/// Returns the text below a node with white space collapsed.
pub(crate) fn text(node: Node<'_, '_>) -> String {
    let mut whole = String::new();
    for piece in node.descendants().filter(Node::is_text) {
        whole.push_str(piece.text().unwrap_or(""));
    }
    crate::writer::collapsed(&whole)
}
