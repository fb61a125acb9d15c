//! The reader: one document, whole, with its matches.

use super::app::Landing;
use super::{App, tree};
use crate::markup::{Node, element, link, styled};
use crate::state::{Place, ViewState};
use crate::{browser, reading, wording};
use leptos::prelude::*;
use protocol::{DocumentRecord, Reply, Request};
use std::sync::Arc;

/// The document as far as it is known.
#[derive(Clone, PartialEq)]
enum Opened {
    Asking,
    Document(Arc<DocumentRecord>),
    Refused(String),
}

/// Returns the reader on the document with this id.
pub(super) fn reader(app: App, id: String) -> AnyView {
    let opened = RwSignal::new(Opened::Asking);
    let current = RwSignal::new(0_usize);
    open(app, id, opened);
    follow_address(app, opened, current);
    let content = move || match opened.get() {
        Opened::Asking => Vec::new(),
        Opened::Document(record) => {
            let state = app.state.get_untracked();
            let mut nodes: Vec<Node> = missing_block(&record, &state).into_iter().collect();
            nodes.push(reading::document(&record, &state).into());
            nodes.push(neighbours(app, &record, &state));
            nodes
        }
        Opened::Refused(message) => vec![refusal(&message)],
    };
    let land = move || match opened.get_untracked() {
        Opened::Document(record) => land(app, &record, current),
        Opened::Refused(_) => app.land(),
        Opened::Asking => {}
    };
    view! {
        <div class="reader">
            {bar(app, opened, current)}
            {tree("page", Box::new(content), Box::new(land))}
        </div>
    }
    .into_any()
}

/// Asks for the document, again whenever the query changes.
fn open(app: App, id: String, opened: RwSignal<Opened>) {
    let query = Memo::new(move |_| app.state.get().query);
    Effect::new(move |_| {
        let (id, query) = (id.clone(), query.get());
        leptos::task::spawn_local(async move {
            let found = match app
                .ask(Request::Document {
                    id: id.clone(),
                    query,
                })
                .await
            {
                Reply::Document(record) => Opened::Document(Arc::new(record)),
                _ => Opened::Refused(wording::unknown_document(&id)),
            };
            opened.try_set(found);
        });
    });
}

/// Goes to another place in the open document when its address does.
fn follow_address(app: App, opened: RwSignal<Opened>, current: RwSignal<usize>) {
    let place = Memo::new(move |_| app.state.get().place);
    Effect::new(move |before: Option<()>| {
        // Read, not only tracked: a memo that nobody reads never runs.
        let _ = place.get();
        if before.is_some()
            && let Opened::Document(record) = opened.get_untracked()
        {
            land(app, &record, current);
        }
    });
}

/// Lands where the address says: at a match, at a block, else at the beginning.
fn land(app: App, record: &DocumentRecord, current: RwSignal<usize>) {
    let Place::Document { block, at, .. } = app.state.get_untracked().place else {
        return;
    };
    let number = match_at(record, &block, at);
    let landing = app.take_landing();
    if !record.marks.is_empty() {
        current.set(number.unwrap_or(0) + 1);
    }
    match landing {
        Landing::Return(memory) => {
            if let Some(number) = number {
                browser::mark_current(number, false);
            }
            browser::restore(&memory);
        }
        Landing::Stay | Landing::Top => {
            let is_there = match number {
                Some(number) => browser::mark_current(number, landing == Landing::Top),
                None => !block.is_empty() && browser::scroll_to_block(&block),
            };
            if number.is_none() && block.is_empty() {
                browser::emphasise(0);
            }
            if !is_there && landing == Landing::Top {
                browser::scroll_to_top();
            }
        }
    }
}

/// Returns the number of the match to land on: the one that begins at `at`, else the first one in the
/// block. Without a place there is none.
fn match_at(record: &DocumentRecord, block: &str, at: Option<u32>) -> Option<usize> {
    if let Some(at) = at {
        let exact = record
            .marks
            .iter()
            .position(|mark| mark[0] <= at && at < mark[1]);
        if exact.is_some() {
            return exact;
        }
    }
    let block = record.blocks.iter().find(|known| known.id == block)?;
    record
        .marks
        .iter()
        .position(|mark| mark[0] >= block.start && mark[0] < block.end)
}

fn missing_block(record: &DocumentRecord, state: &ViewState) -> Option<Node> {
    let Place::Document { block, .. } = &state.place else {
        return None;
    };
    let is_known = block.is_empty() || record.blocks.iter().any(|known| known.id == *block);
    (!is_known).then(|| styled("p", "note").text(wording::UNKNOWN_BLOCK).into())
}

fn refusal(message: &str) -> Node {
    let back = element("p").child(link(
        &ViewState::default().to_fragment(),
        wording::ALL_DOCUMENTS,
    ));
    styled("div", "refusal")
        .child(element("h1").text(message))
        .child(back)
        .into()
}

fn neighbours(app: App, record: &DocumentRecord, state: &ViewState) -> Node {
    let mut nav = styled("nav", "neighbours").with("aria-label", wording::DOCUMENTS);
    for (id, label) in [
        (&record.previous, wording::PREVIOUS_DOCUMENT),
        (&record.next, wording::NEXT_DOCUMENT),
    ] {
        let Some(id) = id else { continue };
        let title = app
            .library
            .with_value(|library| library.document(id).map(|document| document.title.clone()));
        let address = state.in_document(id, "", None).to_fragment();
        let entry = link(&address, "")
            .child(styled("span", "label").text(label))
            .text(" ");
        nav = nav.child(
            entry.child(
                styled("span", "title")
                    .with("dir", "auto")
                    .text(&title.unwrap_or_default()),
            ),
        );
    }
    nav.into()
}

/// Returns the bar that stays above the text.
fn bar(app: App, opened: RwSignal<Opened>, current: RwSignal<usize>) -> AnyView {
    let n_matches = Memo::new(move |_| match opened.get() {
        Opened::Document(record) => record.marks.len(),
        _ => 0,
    });
    let back_label = move || {
        if app.state.get().is_empty() {
            wording::ALL_DOCUMENTS
        } else {
            wording::BACK_TO_RESULTS
        }
    };
    let go = move |step: isize| {
        let Opened::Document(record) = opened.get_untracked() else {
            return;
        };
        let total = record.marks.len() as isize;
        if total == 0 {
            return;
        }
        let now = current.get_untracked() as isize - 1;
        go_to_match(app, &record, (now + step).rem_euclid(total) as usize);
    };
    view! {
        <div class="bar" role="region" aria-label=wording::READING>
            <a class="back" href=move || app.state.get().at(Place::Search).to_fragment()>
                <span aria-hidden="true" class="arrow">"←"</span>
                " "
                {back_label}
            </a>
            <div class="matches" hidden=move || app.state.get().query.trim().is_empty()>
                <button aria-label=wording::PREVIOUS_MATCH title=wording::PREVIOUS_MATCH
                    disabled=move || n_matches.get() == 0 on:click=move |_| go(-1)>
                    <span aria-hidden="true">"↑"</span>
                </button>
                <span class="place" aria-live="polite">{move || wording::place_in(current.get(), n_matches.get())}</span>
                <button aria-label=wording::NEXT_MATCH title=wording::NEXT_MATCH
                    disabled=move || n_matches.get() == 0 on:click=move |_| go(1)>
                    <span aria-hidden="true">"↓"</span>
                </button>
            </div>
        </div>
    }
    .into_any()
}

fn go_to_match(app: App, record: &DocumentRecord, number: usize) {
    let Some(&[start, _]) = record.marks.get(number) else {
        return;
    };
    let block = record
        .blocks
        .iter()
        .find(|block| block.start <= start && start < block.end);
    app.move_within(block.map_or("", |block| &block.id), Some(start));
}
