//! Elements and text as a plain tree.
//!
//! Corpus text reaches the page only through this: text stays text, so nothing in a document can become
//! an element, and what a reader will see can be tested without a browser. `browser::dom` puts a tree
//! into the page.

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// Text, shown as it is.
    Text(String),
    /// An element with its attributes and content.
    Element(Element),
}

/// An element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// Tag name.
    pub tag: &'static str,
    /// Attributes in order; each name once.
    pub attributes: Vec<(&'static str, String)>,
    /// Content in order.
    pub children: Vec<Node>,
}

/// Returns an empty element.
#[must_use]
pub fn element(tag: &'static str) -> Element {
    Element {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }
}

/// Returns an empty element of a style class.
#[must_use]
pub fn styled(tag: &'static str, class: &str) -> Element {
    element(tag).with("class", class)
}

/// Returns a link inside the page, or to anywhere else.
#[must_use]
pub fn link(href: &str, label: &str) -> Element {
    element("a").with("href", href).text(label)
}

impl Element {
    /// Adds an attribute.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push((name, value.to_owned()));
        self
    }

    /// Adds text; nothing where it is empty.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        if !text.is_empty() {
            self.children.push(Node::Text(text.to_owned()));
        }
        self
    }

    /// Adds an element.
    #[must_use]
    pub fn child(mut self, child: Self) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    /// Adds what there is.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Node>) -> Self {
        self.children.extend(children);
        self
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

/// Writes a tree as HTML, for tests.
#[cfg(test)]
pub(crate) fn to_html(nodes: &[Node]) -> String {
    let escape = |text: &str| {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('"', "&quot;")
    };
    let mut html = String::new();
    for node in nodes {
        match node {
            Node::Text(text) => html.push_str(&escape(text)),
            Node::Element(element) => {
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
    fn text_never_becomes_markup() {
        let tree = element("p").text("<img src=x onerror=alert(1)>");
        assert_eq!(
            to_html(&[tree.into()]),
            "<p>&lt;img src=x onerror=alert(1)></p>"
        );
    }
}
