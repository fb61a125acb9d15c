//! Elements and text as a plain tree.
//!
//! Corpus text reaches the page only through this: text stays text, so nothing in a document can become
//! an element, and what a reader will see can be tested without a browser. `browser::dom` puts a tree
//! into the page.

use std::ops::Deref;
use std::sync::Arc;

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// Text, shown as it is.
    Text(String),
    /// An element with its attributes and content.
    Element(Element),
    /// A large element that is made once and shown several times: the same one is known without looking.
    Kept(Arc<Element>),
}

/// An element. It is a pointer to its parts: views pass elements on at every step, and a pointer is less
/// code to pass than all of the parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element(Box<Parts>);

/// What an element consists of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// Tag name.
    pub tag: &'static str,
    /// Attributes in order; each name once.
    pub attributes: Vec<(&'static str, String)>,
    /// Content in order.
    pub children: Vec<Node>,
}

impl Deref for Element {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

// None of the functions here is worth a copy at every place that calls it, hence `inline(never)`.

/// Returns an empty element.
#[must_use]
#[inline(never)]
pub fn element(tag: &'static str) -> Element {
    Element(Box::new(Parts {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }))
}

/// Returns an empty element of a style class.
#[must_use]
#[inline(never)]
pub fn styled(tag: &'static str, class: &str) -> Element {
    element(tag).with("class", class)
}

/// Returns an element that holds text only.
#[must_use]
#[inline(never)]
pub fn worded(tag: &'static str, text: &str) -> Element {
    element(tag).text(text)
}

/// Returns a link inside the page, or to anywhere else.
#[must_use]
#[inline(never)]
pub fn link(href: &str, label: &str) -> Element {
    element("a").with("href", href).text(label)
}

impl Element {
    /// Adds an attribute.
    #[must_use]
    #[inline(never)]
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.0.attributes.push((name, value.to_owned()));
        self
    }

    /// Adds an attribute that is on or off.
    #[must_use]
    #[inline(never)]
    pub fn when(self, is_on: bool, name: &'static str) -> Self {
        if is_on { self.with(name, "") } else { self }
    }

    /// Changes the first element, here or inside, that has this attribute with this value. Returns whether
    /// there is one. For extensions, which dress what is there.
    pub fn change(&mut self, name: &str, value: &str, change: &mut dyn FnMut(&mut Self)) -> bool {
        if self.attribute(name).is_some_and(|known| known == value) {
            change(self);
            return true;
        }
        self.0.children.iter_mut().any(|child| match child {
            Node::Element(child) => child.change(name, value, change),
            Node::Text(_) | Node::Kept(_) => false,
        })
    }

    /// Sets an attribute, which may be there already.
    pub fn set(&mut self, name: &'static str, value: &str) {
        self.0.attributes.retain(|(known, _)| *known != name);
        self.0.attributes.push((name, value.to_owned()));
    }

    /// Adds an element at the end.
    pub fn add(&mut self, child: Self) {
        self.0.children.push(Node::Element(child));
    }

    /// Returns the first element inside that has this tag.
    pub fn first(&mut self, tag: &str) -> Option<&mut Self> {
        self.0.children.iter_mut().find_map(|child| match child {
            Node::Element(child) => {
                if child.tag == tag {
                    Some(child)
                } else {
                    child.first(tag)
                }
            }
            Node::Text(_) | Node::Kept(_) => None,
        })
    }

    /// Puts content in place of what it holds.
    pub fn hold(&mut self, children: Vec<Node>) {
        self.0.children = children;
    }

    /// Puts an element before the child at a place, or at the end.
    pub fn insert(&mut self, at: usize, child: Self) {
        let at = at.min(self.0.children.len());
        self.0.children.insert(at, Node::Element(child));
    }

    /// Returns the value of an attribute.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&String> {
        let found = self.attributes.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value)
    }

    /// Adds text; nothing where it is empty.
    #[must_use]
    #[inline(never)]
    pub fn text(mut self, text: &str) -> Self {
        if !text.is_empty() {
            self.0.children.push(Node::Text(text.to_owned()));
        }
        self
    }

    /// Adds an element.
    #[must_use]
    #[inline(never)]
    pub fn child(mut self, child: Self) -> Self {
        self.0.children.push(Node::Element(child));
        self
    }

    /// Adds what there is.
    #[must_use]
    #[inline(never)]
    pub fn children(mut self, mut children: Vec<Node>) -> Self {
        self.0.children.append(&mut children);
        self
    }
}

impl Node {
    /// Returns the element, where this is one.
    #[must_use]
    pub fn element(&self) -> Option<&Element> {
        match self {
            Self::Text(_) => None,
            Self::Element(element) => Some(element),
            Self::Kept(element) => Some(element),
        }
    }
}

/// Puts `change` over every element of a style class, wherever it stands; what lies inside such an element is not
/// looked into.
pub fn amend(nodes: &mut [Node], class: &str, change: &mut dyn FnMut(Element) -> Element) {
    for node in nodes {
        if let Node::Element(element) = node {
            if element.attribute("class").is_some_and(|own| own == class) {
                let taken = std::mem::replace(element, self::element(""));
                *element = change(taken);
            } else {
                amend(&mut element.0.children, class, change);
            }
        }
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

/// Writes a tree as HTML, for tests and exports.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn to_html(nodes: &[Node]) -> String {
    let escape = |text: &str| {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('"', "&quot;")
    };
    let mut html = String::new();
    for node in nodes {
        match node {
            Node::Text(text) => html.push_str(&escape(text)),
            Node::Element(_) | Node::Kept(_) => {
                let Some(element) = node.element() else {
                    continue;
                };
                html.push_str(&format!("<{}", element.tag));
                for (name, value) in &element.attributes {
                    html.push_str(&format!(" {name}=\"{}\"", escape(value)));
                }
                html.push_str(&format!(
                    ">{}</{}>",
                    to_html(&element.children),
                    element.tag
                ));
            }
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_of_a_class_are_amended_where_they_stand() {
        let hit = |text| styled("li", "hit").text(text);
        let list = styled("ul", "list").child(hit("a")).child(element("li"));
        let mut tree = vec![list.child(hit("b")).into()];
        let mut n = 0;
        amend(&mut tree, "hit", &mut |hit| {
            n += 1;
            hit.text("!")
        });
        let html =
            "<ul class=\"list\"><li class=\"hit\">a!</li><li></li><li class=\"hit\">b!</li></ul>";
        assert_eq!((n, to_html(&tree).as_str()), (2, html));
    }

    #[test]
    fn text_never_becomes_markup() {
        let tree = element("p").text("<img src=x onerror=alert(1)>");
        assert_eq!(
            to_html(&[tree.into()]),
            "<p>&lt;img src=x onerror=alert(1)></p>"
        );
    }
}
