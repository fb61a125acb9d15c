//! What the reader sees: one component per file, all of them views of one [`App`].
//!
//! Views take the app, hold markup and keep nothing that another view needs. Texts and lists come as plain
//! trees (`markup`), put into the page by [`tree`]; only what a reader operates is a reactive view.

mod about;
mod app;
mod filters;
mod frame;
mod reader;
mod search;
mod search_box;
mod status;

pub(crate) use app::App;
pub(crate) use frame::frame;

use crate::browser;
use crate::markup::Node;
use leptos::prelude::*;

/// Returns an element that shows what `nodes` gives, again whenever that changes, and then calls `after`.
fn tree(class: &'static str, nodes: Box<dyn Fn() -> Vec<Node>>, after: Box<dyn Fn()>) -> AnyView {
    let place = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        if let Some(element) = place.get() {
            browser::fill(&element, &nodes());
            after();
        }
    });
    view! { <div class=class node_ref=place></div> }.into_any()
}
