//! Which part of a page is its text.
//!
//! In the spirit of Kohlschütter, Fankhauser and Nejdl, "Boilerplate detection using shallow text
//! features" (2010): text length and link density tell text from what surrounds it; roles, elements and
//! the usual class names tell the rest. Where in doubt, text is kept.

use std::collections::{BTreeSet, HashMap};

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::Html;
use scraper::node::{Element, Node};

use super::notices;
use crate::writer::collapsed;

/// The part of a page that is read.
#[derive(Debug)]
pub(super) struct Chosen {
    /// The element below which the text stands.
    pub(super) root: NodeId,
    /// Elements that are passed over.
    pub(super) left_out: BTreeSet<NodeId>,
    /// How many of them hold text.
    pub(super) n_left_out: usize,
    /// The heading of the page, where it stands outside of the root or inside of it.
    pub(super) title: Option<String>,
    /// The first heading, where it stands outside of the root and has to be put before it.
    pub(super) heading: Option<String>,
}

/// What is counted for every element.
#[derive(Debug, Clone, Copy, Default)]
struct Weight {
    /// Letters of text.
    n_letters: usize,
    /// Letters of text inside links.
    n_linked: usize,
    n_links: usize,
    /// Letters in paragraphs, headings, cells and other elements that hold running text.
    n_prose: usize,
}

/// Returns the whole body with nothing left out but what is never shown.
pub(super) fn everything(page: &Html) -> Chosen {
    let left_out = page
        .tree
        .nodes()
        .filter(|node| {
            node.value()
                .as_element()
                .is_some_and(|e| is_never_text(e) || is_navigation_role(e))
        })
        .map(|node| node.id())
        .collect();
    Chosen {
        root: page.tree.root().id(),
        left_out,
        n_left_out: 0,
        title: None,
        heading: None,
    }
}

/// Finds the text of a page.
pub(super) fn choose(page: &Html) -> Chosen {
    let weights = weights(page, &BTreeSet::new());
    let weight_of = |id: NodeId| weights.get(&id).copied().unwrap_or_default();
    let body = element_named(page, "body").unwrap_or(page.tree.root().id());
    let whole = weight_of(body);
    let mut left_out = BTreeSet::new();
    let mut n_left_out = 0;
    for node in page.tree.nodes() {
        let Some(element) = node.value().as_element() else {
            continue;
        };
        if is_never_text(element) {
            left_out.insert(node.id());
            continue;
        }
        let weight = weight_of(node.id());
        let is_side_cell = element.name() == "td"
            && weight.n_links >= 3
            && weight.n_linked * 10 > weight.n_letters * 8
            && node
                .parent()
                .is_some_and(|row| weight_of(row.id()).n_letters > weight.n_letters * 4 + 200);
        let is_most = weight.n_prose * 2 > whole.n_prose.max(1) && weight.n_prose > 200;
        if (is_side_cell || is_surrounding(element, weight, has_ancestor_text(&node))) && !is_most {
            n_left_out += usize::from(weight.n_letters > 0);
            left_out.insert(node.id());
        }
    }
    let notices = notices::of(page, &|id| weight_of(id).n_letters);
    // What holds most of the page is no notice on it.
    let is_small = |id: &NodeId| weight_of(*id).n_letters * 2 < whole.n_letters;
    for asking in notices.into_iter().filter(is_small) {
        n_left_out += usize::from(left_out.insert(asking));
    }
    let weights = self::weights(page, &left_out);
    let root = root_of(page, body, &weights, &left_out);
    let h1 = first_heading(page, &left_out);
    let title = h1.as_ref().map(|(_, text)| text.clone());
    let heading = h1
        .filter(|(id, _)| !is_below(page, *id, root))
        .map(|(_, text)| text);
    Chosen {
        root,
        left_out,
        n_left_out,
        title,
        heading,
    }
}

/// Finds the element that holds the text: what the page names as its article, else the deepest
/// element that holds nearly all running text.
fn root_of(
    page: &Html,
    body: NodeId,
    weights: &HashMap<NodeId, Weight>,
    left_out: &BTreeSet<NodeId>,
) -> NodeId {
    let prose = |id: NodeId| weights.get(&id).map_or(0, |weight| weight.n_prose);
    let all = prose(body);
    let named: [&dyn Fn(&Element) -> bool; 3] = [
        &|e| {
            e.attr("itemprop")
                .is_some_and(|p| p.split(' ').any(|p| p == "articleBody"))
        },
        &|e| e.name() == "article",
        &|e| e.name() == "main" || e.attr("role") == Some("main"),
    ];
    let shown = |id: NodeId| !is_left_out(page, id, left_out);
    for is_named in named {
        let mut found: Vec<NodeId> = page
            .tree
            .nodes()
            .filter(|node| node.value().as_element().is_some_and(is_named))
            .map(|node| node.id())
            .filter(|id| shown(*id))
            .collect();
        found.sort_by_key(|id| std::cmp::Reverse(prose(*id)));
        // A page with several articles of one size is a list of them: all of it is its text.
        let runner_up = found
            .iter()
            .skip(1)
            .find(|id| !is_below(page, **id, found[0]));
        if let Some(&best) = found.first()
            && prose(best) * 10 >= all * 4
            && runner_up.is_none_or(|other| prose(*other) * 4 < prose(best))
        {
            return best;
        }
    }
    let mut root = body;
    loop {
        let node = page.tree.get(root);
        let next = node.and_then(|node| {
            node.children()
                .filter(|child| child.value().is_element() && !left_out.contains(&child.id()))
                .find(|child| {
                    prose(child.id()) * 100 >= prose(root) * 96 && is_container(child.value())
                })
                .map(|child| child.id())
        });
        match next {
            Some(next) => root = next,
            None => return root,
        }
    }
}

fn is_container(node: &Node) -> bool {
    node.as_element().is_some_and(|e| {
        matches!(
            e.name(),
            "div" | "section" | "article" | "main" | "body" | "center" | "form" | "html"
        )
    })
}

/// Counts, for every node, what stands below it and is not left out.
fn weights(page: &Html, left_out: &BTreeSet<NodeId>) -> HashMap<NodeId, Weight> {
    let mut weights = HashMap::new();
    let mut stack: Vec<Weight> = Vec::new();
    let (mut n_hidden, mut n_links, mut n_prose) = (0usize, 0usize, 0usize);
    for edge in page.tree.root().traverse() {
        match edge {
            Edge::Open(node) => {
                stack.push(Weight::default());
                match node.value() {
                    Node::Text(text) if n_hidden == 0 => {
                        let n = text.chars().filter(|c| c.is_alphanumeric()).count();
                        if let Some(weight) = stack.last_mut() {
                            weight.n_letters = n;
                            weight.n_linked = if n_links > 0 { n } else { 0 };
                            weight.n_prose = if n_prose > 0 && n_links == 0 { n } else { 0 };
                        }
                    }
                    Node::Element(element) => {
                        n_hidden +=
                            usize::from(is_never_text(element) || left_out.contains(&node.id()));
                        n_links += usize::from(element.name() == "a");
                        n_prose += usize::from(is_prose(element));
                    }
                    _ => {}
                }
            }
            Edge::Close(node) => {
                let mut weight = stack.pop().unwrap_or_default();
                if let Some(element) = node.value().as_element() {
                    n_hidden -=
                        usize::from(is_never_text(element) || left_out.contains(&node.id()));
                    n_links -= usize::from(element.name() == "a");
                    n_prose -= usize::from(is_prose(element));
                    weight.n_links += usize::from(element.name() == "a");
                    // Text straight in a container counts where there is a lot of it.
                    if weight.n_prose == 0
                        && weight.n_letters > 80
                        && weight.n_linked * 2 < weight.n_letters
                    {
                        weight.n_prose = weight.n_letters - weight.n_linked;
                    }
                }
                weights.insert(node.id(), weight);
                if let Some(parent) = stack.last_mut() {
                    parent.n_letters += weight.n_letters;
                    parent.n_linked += weight.n_linked;
                    parent.n_links += weight.n_links;
                    parent.n_prose += weight.n_prose;
                }
            }
        }
    }
    weights
}

fn is_prose(element: &Element) -> bool {
    matches!(
        element.name(),
        "p" | "pre" | "blockquote" | "td" | "li" | "dd" | "figcaption" | "h1" | "h2" | "h3" | "h4"
    )
}

fn is_never_text(element: &Element) -> bool {
    matches!(
        element.name(),
        "script"
            | "style"
            | "noscript"
            | "template"
            | "iframe"
            | "svg"
            | "math"
            | "object"
            | "select"
            | "option"
            | "button"
            | "input"
            | "textarea"
            | "dialog"
            | "canvas"
            | "audio"
            | "video"
            | "head"
            | "map"
    ) || element.attr("hidden").is_some()
        || element.attr("style").is_some_and(|style| {
            let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
            style.contains("display:none") || style.contains("visibility:hidden")
        })
        || (element.attr("aria-hidden") == Some("true") && element.name() != "body")
}

fn is_navigation_role(element: &Element) -> bool {
    let epub_type = element.attr("epub:type").unwrap_or("");
    element.name() == "nav"
        && (epub_type.contains("toc")
            || epub_type.contains("landmarks")
            || epub_type.contains("page-list"))
}

/// Tells whether an element inside of an article surrounds its text all the same.
fn is_surrounding(element: &Element, weight: Weight, is_in_text: bool) -> bool {
    if matches!(element.name(), "html" | "body" | "main" | "article") {
        return false;
    }
    if is_note(element) {
        return false;
    }
    let role = element.attr("role").unwrap_or("");
    let is_full_of_links = weight.n_links >= 2 && weight.n_linked * 2 > weight.n_letters;
    match element.name() {
        "nav" => return true,
        "aside" => return true,
        "footer" => return !is_in_text || is_full_of_links || weight.n_prose < 200,
        "header" => return !is_in_text && weight.n_prose < 400,
        "form" => return weight.n_prose < 400,
        "p" => return is_full_of_links && names(element).any(|name| is_surrounding_name(&name)),
        "h1" | "h2" | "h3" | "td" | "tr" | "table" | "tbody" | "blockquote" | "pre" => {
            return false;
        }
        _ => {}
    }
    if matches!(
        role,
        "navigation"
            | "banner"
            | "contentinfo"
            | "complementary"
            | "search"
            | "dialog"
            | "alertdialog"
            | "menu"
            | "toolbar"
    ) {
        return true;
    }
    if names(element).any(|name| is_surrounding_name(&name)) {
        return true;
    }
    matches!(element.name(), "ul" | "ol" | "div" | "section")
        && is_full_of_links
        && weight.n_links >= 5
        && weight.n_linked * 10 > weight.n_letters * 8
}

/// Returns the parts of class and id, in lower case: `site-nav_main` is `site`, `nav`, `main` and the whole.
fn names(element: &Element) -> impl Iterator<Item = String> {
    let class = element.attr("class").unwrap_or("");
    let id = element.attr("id").unwrap_or("");
    let whole: Vec<String> = class
        .split_whitespace()
        .chain([id])
        .map(str::to_ascii_lowercase)
        .collect();
    whole
        .into_iter()
        .filter(|name| !name.is_empty() && name.len() < 60)
}

fn is_surrounding_name(name: &str) -> bool {
    const WORDS: &str = " nav navbar navigation menu sidebar breadcrumb breadcrumbs cookie cookies consent gdpr share \
        sharing social related recommended recommendations newsletter promo advert advertisement ads adsense sponsored \
        popup modal pager pagination subscribe paywall toolbar widget widgets outbrain taboola skip toc trending \
        masthead footer comments disqus banner signup login tags sitelinks jump editsection navbox catlinks \
        printfooter noprint mw-jump-link sitenotice ";
    const WHOLE: &str = " site-header site-footer page-header-nav skip-link skiplink back-to-top most-read mostread \
        read-more-list see-also-list also-read author-bio author-box table-of-contents mw-editsection vector-toc \
        mw-navigation p-lang-btn newsletter-signup cookie-notice related-articles share-buttons print-only-url \
        post-navigation entry-footer comment-list comments-area ad ad-slot ad-unit ad-container ad-wrapper ad-banner \
        adslot ";
    let is_in = |list: &str, word: &str| list.split_ascii_whitespace().any(|known| known == word);
    if is_in(WHOLE, name) || is_in(WORDS, name) {
        return true;
    }
    // `with-sidebar` and `has-nav` say something about the page, not about the element.
    let mut parts = name.split(['-', '_']).filter(|part| !part.is_empty());
    let first = parts.next().unwrap_or("");
    if matches!(
        first,
        "has"
            | "with"
            | "no"
            | "is"
            | "js"
            | "layout"
            | "page"
            | "theme"
            | "wp"
            | "skin"
            | "content"
    ) {
        return false;
    }
    let certain = " cookie cookies consent gdpr breadcrumb breadcrumbs sidebar newsletter related share sharing social \
        navbar menu pagination advert advertisement promo nav footer comments onetrust cookiebanner cookieconsent \
        cybotcookiebotdialog didomi usercentrics truste ";
    std::iter::once(first)
        .chain(parts)
        .any(|part| is_in(certain, part))
}

/// Tells whether an element is a note or a list of notes.
pub(super) fn is_note(element: &Element) -> bool {
    let is_note_name = |name: &str| {
        matches!(
            name,
            "footnote"
                | "footnotes"
                | "endnote"
                | "endnotes"
                | "references"
                | "reflist"
                | "rearnote"
                | "rearnotes"
                | "doc-footnote"
                | "doc-endnote"
                | "doc-endnotes"
                | "doc-footnotes"
                | "fn"
                | "footnote-definition"
        )
    };
    let is_numbered_note = |name: &str| {
        ["sdfootnote", "sdendnote", "ftn", "edn"]
            .iter()
            .any(|prefix| {
                name.strip_prefix(prefix).is_some_and(|rest| {
                    !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit())
                })
            })
    };
    element.attr("id").is_some_and(is_numbered_note)
        || element.attr("role").is_some_and(is_note_name)
        || element
            .attr("epub:type")
            .is_some_and(|t| t.split(' ').any(is_note_name))
        || names(element).any(|name| is_note_name(&name))
}

fn has_ancestor_text(node: &ego_tree::NodeRef<'_, Node>) -> bool {
    node.ancestors()
        .filter_map(|ancestor| ancestor.value().as_element())
        .any(|element| matches!(element.name(), "article" | "main"))
}

fn is_left_out(page: &Html, id: NodeId, left_out: &BTreeSet<NodeId>) -> bool {
    page.tree.get(id).is_some_and(|node| {
        left_out.contains(&id)
            || node
                .ancestors()
                .any(|ancestor| left_out.contains(&ancestor.id()))
    })
}

fn is_below(page: &Html, id: NodeId, root: NodeId) -> bool {
    id == root
        || page
            .tree
            .get(id)
            .is_some_and(|node| node.ancestors().any(|a| a.id() == root))
}

fn element_named(page: &Html, name: &str) -> Option<NodeId> {
    page.tree
        .nodes()
        .find(|node| {
            node.value()
                .as_element()
                .is_some_and(|element| element.name() == name)
        })
        .map(|node| node.id())
}

/// Returns the heading of level 1 that names the page, also where its header was left out.
fn first_heading(page: &Html, left_out: &BTreeSet<NodeId>) -> Option<(NodeId, String)> {
    let headings = || {
        page.tree
            .nodes()
            .filter(|node| node.value().as_element().is_some_and(|e| e.name() == "h1"))
            .map(|node| (node.id(), collapsed(&text_below(&node))))
            .filter(|(_, text)| !text.is_empty())
    };
    headings()
        .find(|(id, _)| !is_left_out(page, *id, left_out))
        .or_else(|| headings().next().filter(|_| headings().count() == 1))
}

/// Returns all text below a node, as the page has it.
pub(super) fn text_below(node: &ego_tree::NodeRef<'_, Node>) -> String {
    let mut text = String::new();
    for edge in node.traverse() {
        if let Edge::Open(inner) = edge
            && let Node::Text(piece) = inner.value()
        {
            text.push_str(piece);
        }
    }
    text
}
