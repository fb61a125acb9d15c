//! The search box. It stands above every view.

use super::App;
use crate::browser;
use crate::wording;
use leptos::prelude::*;

/// Returns the labelled search field with its button to empty it.
pub(super) fn search_box(app: App) -> AnyView {
    let clear = move |_| {
        app.type_query("");
        if let Some(input) = browser::by_id("query") {
            let _ = input.focus();
        }
    };
    view! {
        <form class="search" role="search" on:submit=move |event| { event.prevent_default(); app.write_address(); }>
            <label for="query">{wording::SEARCH}</label>
            <span class="field">
                <input id="query" type="search" name="q" dir="auto" autocomplete="off" autocapitalize="off"
                    spellcheck="false" enterkeyhint="search" placeholder=wording::SEARCH_EXAMPLE
                    prop:value=move || app.state.get().query
                    on:input=move |event| app.type_query(&event_target_value(&event)) />
                <button type="button" class="clear" aria-label=wording::CLEAR_SEARCH title=wording::CLEAR_SEARCH
                    hidden=move || app.state.get().query.is_empty() on:click=clear>
                    <span aria-hidden="true">"×"</span>
                </button>
            </span>
        </form>
    }
    .into_any()
}
