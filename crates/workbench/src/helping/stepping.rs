//! Keys and controls that go from match to match, from result to result, from title to title.

use crate::finding::{similar, wording};
use crate::state::Place;
use protocol::{Reply, Request};
use vademecum_page::app::Page;
use vademecum_page::views;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// Goes to the next or previous match, at the last one to the next result; in a list, from title to title.
pub(super) fn step(page: Page, by: isize) {
    let screen = page.screen();
    if matches!(screen.state.place, Place::Search) {
        return step_title(by);
    }
    let Some(record) = views::shown_document(&screen) else {
        return;
    };
    let at = views::current_match(record, &screen.state.place) as isize + by;
    if !record.marks.is_empty() && (0..record.marks.len() as isize).contains(&at) {
        let action = if by > 0 {
            "[data-do='next']"
        } else {
            "[data-do='previous']"
        };
        press_first(action);
    } else {
        step_result(page, by);
    }
}

/// Goes to the first match of the next result, or the last one of the previous.
pub(super) fn step_result(page: Page, by: isize) {
    let screen = page.screen();
    let Place::Document { id, .. } = &screen.state.place else {
        return;
    };
    let (before, after) = similar::neighbours(&screen.answer.record.hits, id);
    let Some(hit) = (if by > 0 { after } else { before }) else {
        return page.say(if by > 0 {
            &wording::LAST_RESULT
        } else {
            &wording::FIRST_RESULT
        });
    };
    let (state, id) = (screen.state.clone(), hit.id.clone());
    let request = Request::Document {
        id: id.clone(),
        query: state.query.clone(),
        exact: state.exact,
    };
    let take = move |reply| {
        let Reply::Document(record) = reply else {
            return;
        };
        let mark = if by > 0 {
            record.marks.first()
        } else {
            record.marks.last()
        };
        let block = mark.and_then(|mark| {
            let mut blocks = record.blocks.iter();
            blocks.find(|block| block.start <= mark[0] && mark[0] < block.end)
        });
        let block = block.map_or("", |block| block.id.as_str());
        page.go(state.in_document(&id, block, mark.map(|mark| mark[0])));
    };
    page.ask(request, Box::new(take));
}

/// Moves the focus to the next or the previous title of the list.
fn step_title(by: isize) {
    let Some(document) = vademecum_page::browser::document() else {
        return;
    };
    let Ok(titles) = document.query_selector_all(".hit h2 a") else {
        return;
    };
    let focused = document.active_element();
    let titles: Vec<HtmlElement> = (0..titles.length())
        .filter_map(|at| titles.get(at)?.dyn_into().ok())
        .collect();
    let is_focused = |title: &HtmlElement| focused.as_ref() == Some(title.unchecked_ref());
    let at = titles.iter().position(is_focused);
    let next = match at {
        Some(at) => usize::try_from(at as isize + by).ok(),
        None => Some(if by > 0 {
            0
        } else {
            titles.len().saturating_sub(1)
        }),
    };
    if let Some(title) = next.and_then(|next| titles.get(next)) {
        let _ = title.focus();
    }
}

fn press_first(selector: &str) {
    let document = vademecum_page::browser::document();
    let found = document.and_then(|document| document.query_selector(selector).ok()?);
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        found.click();
    }
}

pub(super) fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target();
    let target = target.and_then(|target| target.dyn_into::<HtmlElement>().ok());
    target.is_some_and(|target| {
        ["INPUT", "TEXTAREA", "SELECT"].contains(&target.tag_name().as_str())
            || target.is_content_editable()
    })
}

/// Whether something lies over the page, which has the keys then.
pub(super) fn is_over() -> bool {
    let document = vademecum_page::browser::document();
    document.is_some_and(|document| matches!(document.query_selector("dialog[open]"), Ok(Some(_))))
}
