//! Where matches stand in a document: in titles of results, and as a strip in results and above the text in the reader.

use crate::sheets::view::{marked, strip};
use crate::state::{Library, Place};
use engine::HitPlaces;
use std::cell::{Cell, RefCell};
use std::sync::Arc;
use vademecum_page::app::Page;
use vademecum_page::browser::element_of;
use vademecum_page::extension::{Extension, Shown};
use vademecum_page::markup::{amend, element};
use vademecum_page::views::{Answer, Screen, shown_document};
use wasm_bindgen::JsCast;
use web_sys::{Event, MouseEvent};

/// Strips of the newest answer and of the open document.
#[derive(Default)]
pub(crate) struct Strips {
    page: Cell<Option<Page>>,
    /// The newest answer, and where the query stands in each of its hits.
    hits: RefCell<(Arc<Answer>, Vec<HitPlaces>)>,
}

impl Extension for Strips {
    fn start(&'static self, page: Page) {
        self.page.set(Some(page));
    }

    fn dress(&self, screen: &Screen, _: &Library, shown: &mut Shown) {
        match screen.state.place {
            Place::Search if !screen.answer.state.query.trim().is_empty() => {
                self.read(&screen.answer);
                let hits = self.hits.borrow();
                let mut places = hits.1.iter().zip(&screen.answer.record.hits);
                amend(&mut shown.content, "hit", &mut |mut hit| {
                    let Some((own, record)) = places.next() else {
                        return hit;
                    };
                    if let (Some(title), false) = (hit.first("a"), own.in_title.is_empty()) {
                        let words = marked(element("a"), &record.title, &own.in_title, "");
                        title.hold(words.children.clone());
                    }
                    if own.in_text.is_empty() {
                        hit
                    } else {
                        hit.child(strip(&own.in_text))
                    }
                });
            }
            Place::Document { .. } => {
                let places = marks_of(screen);
                if !places.is_empty() {
                    amend(&mut shown.content, "bar", &mut |bar| {
                        bar.child(strip(&places).with("data-strip", ""))
                    });
                }
            }
            _ => {}
        }
    }

    fn hear(&'static self, page: Page, event: &Event) -> bool {
        if event.type_() != "click" {
            return false;
        }
        let target = element_of(event);
        let pressed = target.and_then(|target| target.closest("[data-strip]").ok()?);
        let Some(pressed) = pressed else { return false };
        let bounds = pressed.get_bounding_client_rect();
        let x = f64::from(event.unchecked_ref::<MouseEvent>().client_x()) - bounds.left();
        go(page, (x / bounds.width().max(1.0)) as f32);
        true
    }
}

impl Strips {
    fn read(&self, answer: &Arc<Answer>) {
        if Arc::ptr_eq(&self.hits.borrow().0, answer) {
            return;
        }
        let Some(page) = self.page.get() else { return };
        let ids: Vec<&str> = answer.record.hits.iter().map(|hit| &*hit.id).collect();
        let places = page.session().places(&answer.state.lens(), &ids);
        self.hits.replace((answer.clone(), places));
    }
}

/// Returns where the matches of the open document begin, as shares of its text.
fn marks_of(screen: &Screen) -> Vec<f32> {
    let Some(record) = shown_document(screen) else {
        return Vec::new();
    };
    let length = record.blocks.last().map_or(1, |block| block.end.max(1)) as f32;
    let marks = record.marks.iter();
    marks.map(|mark| mark[0] as f32 / length).collect()
}

/// Goes to the match nearest to a place on the strip.
fn go(page: Page, place: f32) {
    let screen = page.screen();
    let places = marks_of(&screen);
    let distance = |at: usize| places.get(at).map_or(f32::MAX, |own| (own - place).abs());
    let mut nearest = 0;
    for at in 1..places.len() {
        if distance(at) < distance(nearest) {
            nearest = at;
        }
    }
    let Some(record) = shown_document(&screen) else {
        return;
    };
    let Some(&[start, _]) = record.marks.get(nearest) else {
        return;
    };
    let mut blocks = record.blocks.iter();
    let block = blocks.find(|block| block.start <= start && start < block.end);
    let block = block.map_or("", |block| &*block.id);
    page.go(screen
        .state
        .in_document(&record.summary.id, block, Some(start)));
}
