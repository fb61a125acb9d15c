//! The one line that tells a screen reader what happened.

use super::{App, search::sum_up};
use crate::state::Place;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;

/// While someone types, an answer is told after this pause, so that it does not talk over the keys.
const TYPING_PAUSE_MS: u64 = 1000;
/// After a choice there is nothing to wait for, but the focus may still move.
const CHOICE_PAUSE_MS: u64 = 100;

/// Returns the status line. It is there from the beginning, else its first change would not be told.
pub(super) fn status(app: App) -> AnyView {
    let told = RwSignal::new(String::new());
    let pending = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        let answer = app.answer.get();
        let is_search = app.state.with(|state| state.place == Place::Search);
        let text = if is_search && !answer.state.is_empty() {
            sum_up(&answer)
        } else {
            String::new()
        };
        if let Some(handle) = pending.get_value() {
            handle.clear();
        }
        let pause_ms = if app.is_typing.get_untracked() {
            TYPING_PAUSE_MS
        } else {
            CHOICE_PAUSE_MS
        };
        pending.set_value(
            set_timeout_with_handle(move || told.set(text), Duration::from_millis(pause_ms)).ok(),
        );
    });
    view! { <p class="unseen" role="status">{told}</p> }.into_any()
}
