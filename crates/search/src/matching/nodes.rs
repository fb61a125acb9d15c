//! What the shape of a query says of its matches.

use crate::plan::Node;

/// Collects the units of a node that are not below a `Not`.
pub(super) fn positive_units(node: &Node, out: &mut Vec<usize>) {
    match node {
        Node::Unit(unit) => out.push(*unit),
        Node::All(children) | Node::Any(children) => {
            children.iter().for_each(|child| positive_units(child, out));
        }
        Node::Near { left, right, .. } => {
            positive_units(left, out);
            positive_units(right, out);
        }
        Node::Sentence(inner)
        | Node::Paragraph(inner)
        | Node::Quotation { inner, .. }
        | Node::Title(inner) => {
            positive_units(inner, out);
        }
        Node::Everything | Node::Not(_) | Node::Documents(_) => {}
    }
}

/// Tells whether a node can only hold where one of its positive units matches.
pub(super) fn needs_a_match(node: &Node) -> bool {
    match node {
        Node::Unit(_) | Node::Near { .. } => true,
        Node::All(children) => children.iter().any(needs_a_match),
        Node::Any(children) => children.iter().all(needs_a_match),
        Node::Sentence(inner)
        | Node::Paragraph(inner)
        | Node::Quotation { inner, .. }
        | Node::Title(inner) => needs_a_match(inner),
        Node::Everything | Node::Not(_) | Node::Documents(_) => false,
    }
}
