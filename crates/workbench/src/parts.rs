//! All parts of the workbench as one extension of the page.

use crate::explorations::Explorations;
use crate::files::Files;
use crate::focus::Focus;
use crate::helping::Helping;
use crate::interface::{Choice, speak_as_the_page};
use crate::keeping::part::Keeping;
use crate::layers::BroughtLayers;
use crate::narrowing::Narrowing;
use crate::passing::Passing;
use crate::strips::Strips;
use crate::suggesting::Suggesting;
use engine::Session;
use protocol::{Reply, Request};
use vademecum_page::app::Page;
use vademecum_page::extension::{Extension, Shown, extend};
use vademecum_page::state::Library;
use vademecum_page::views::Screen;
use web_sys::Event;

/// Extends the page by every part. To be called once, before it opens its corpus.
pub fn register() {
    // Why a corpus cannot be opened is told before there is a page to start.
    speak_as_the_page();
    let parts: Vec<&'static dyn Extension> = vec![
        // First: what the others say of a new view stays in sight.
        Box::leak(Box::<Passing>::default()),
        &BroughtLayers,
        Box::leak(Box::<Choice>::default()),
        Box::leak(Box::<Suggesting>::default()),
        Box::leak(Box::<Helping>::default()),
        Box::leak(Box::<Explorations>::default()),
        Box::leak(Box::<Strips>::default()),
        Box::leak(Box::<Keeping>::default()),
        Box::leak(Box::<Files>::default()),
        Box::leak(Box::<Narrowing>::default()),
        Box::leak(Box::<Focus>::default()),
    ];
    extend(Box::leak(Box::new(Parts { parts })));
}

/// Parts in the order in which they are asked.
struct Parts {
    parts: Vec<&'static dyn Extension>,
}

impl Extension for Parts {
    fn start(&'static self, page: Page) {
        for part in &self.parts {
            part.start(page);
        }
    }

    fn answer(&self, session: &Session, request: &Request) -> Option<Reply> {
        let mut parts = self.parts.iter();
        let answer = parts.find_map(|part| part.answer(session, request));
        Some(answer.unwrap_or_else(|| session.answer(request)))
    }

    fn change(&'static self, page: Page, screen: &Screen) {
        for part in &self.parts {
            part.change(page, screen);
        }
    }

    fn is_due(&self, screen: &Screen) -> bool {
        self.parts.iter().any(|part| part.is_due(screen))
    }

    fn dress(&self, screen: &Screen, library: &Library, shown: &mut Shown) {
        for part in &self.parts {
            part.dress(screen, library, shown);
        }
    }

    fn shown(&'static self, page: Page, screen: &Screen) {
        for part in &self.parts {
            part.shown(page, screen);
        }
    }

    fn hear(&'static self, page: Page, event: &Event) -> bool {
        self.parts.iter().any(|part| part.hear(page, event))
    }
}
