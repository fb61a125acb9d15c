//! Tables about the lens, in the page.

use crate::asking::{self, Asked};
use crate::sheets::deciding::Deciding;
use crate::sheets::recent_answers::RecentAnswers;
use crate::sheets::whole::Whole;
use crate::sheets::{self, Sheet};
use crate::state::{Library, Place, View, ViewState};
use crate::{scores, taking, wording};
use protocol::{NameRow, Reply};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use vademecum_page::app::Page;
use vademecum_page::browser::{element_of, keep, kept, press_or_choose, value_by_id, value_of};
use vademecum_page::extension::{Extension, Shown};
use vademecum_page::markup::amend;
use vademecum_page::views::Screen;
use web_sys::{Element, Event};

/// Concordance, timeline, names, voices, comparison, words.
#[derive(Default)]
pub(crate) struct Explorations {
    /// The state whose table was asked for last.
    asked: RefCell<Option<ViewState>>,
    /// Whether that is outstanding.
    is_due: Cell<bool>,
    /// What was answered lately.
    recent: RefCell<RecentAnswers>,
    /// The newest table.
    sheet: RefCell<Rc<Sheet>>,
    /// The names in it.
    names: RefCell<Vec<NameRow>>,
    /// What the reader decides about names.
    deciding: RefCell<Deciding>,
    /// The state whose whole table is being written, and what is written of it.
    writing: RefCell<Option<(ViewState, Whole)>>,
}

/// Id of the field that narrows a table.
const FIND_FIELD: &str = "option-find";
/// Names are narrowed when typing has rested for this long.
const FIND_PAUSE_MS: i32 = 200;

/// Decisions about names are kept under this, before the corpus's title.
const NAMES_KEY: &str = "vademecum.names.";

impl Extension for Explorations {
    fn start(&'static self, page: Page) {
        self.deciding.replace(decided(page));
        page.session().decide(&self.deciding.borrow().decisions);
        // The page may have changed its language or its corpus: a table is of one.
        self.asked.take();
        self.sheet.take();
        self.recent.borrow_mut().clear();
    }

    fn change(&'static self, page: Page, screen: &Screen) {
        if self.asked.borrow().as_ref() != Some(&screen.state) {
            self.ask(page, screen.state.clone());
        }
    }

    fn is_due(&self, screen: &Screen) -> bool {
        sheets::is_shown(&screen.state) && self.is_due.get()
    }

    fn dress(&self, screen: &Screen, _: &Library, shown: &mut Shown) {
        if sheets::is_shown(&screen.state) {
            let sheet = self.sheet.borrow();
            if let Some(waiting) = &sheet.waiting {
                shown.status.clone_from(&waiting.0);
            } else {
                shown.status.clone_from(&sheet.title);
            }
            shown.content = sheets::view::sheet(&sheet, &screen.state);
        }
        if screen.state.place == Place::About {
            amend(&mut shown.content, "page about", &mut |about| {
                about.child(scores::section())
            });
        }
    }

    fn hear(&'static self, page: Page, event: &Event) -> bool {
        if event.type_() == "input" {
            find_as_typed(page, event);
        }
        let press = |target: &Element| self.press(page, target);
        press_or_choose(event, &press, &|target| self.choose(page, target))
    }
}

impl Explorations {
    /// Asks for the table of a state.
    fn ask(&'static self, page: Page, state: ViewState) {
        let request = sheets::request(&state, &self.deciding.borrow());
        let Some(request) = request else { return };
        self.asked.replace(Some(state.clone()));
        let known = self.recent.borrow().find(&request).cloned();
        if let Some(reply) = known {
            return self.show(page, &state, reply);
        }
        self.is_due.set(true);
        let is_wanted = {
            let state = state.clone();
            move || self.asked.borrow().as_ref() == Some(&state)
        };
        let wait = {
            let state = state.clone();
            move |share| {
                self.sheet.replace(Rc::new(sheets::waiting(&state, share)));
                page.refresh();
            }
        };
        let take = {
            let request = request.clone();
            move |reply: Reply| {
                self.recent.borrow_mut().keep(request, reply.clone());
                if self.asked.borrow().as_ref() == Some(&state) {
                    self.show(page, &state, reply);
                }
            }
        };
        let asked = Asked {
            request,
            is_wanted: Box::new(is_wanted),
            wait: Box::new(wait),
            take: Box::new(take),
        };
        asking::ask(page, asked);
    }

    /// Shows the table of an answer.
    fn show(&'static self, page: Page, state: &ViewState, reply: Reply) {
        self.is_due.set(false);
        let sheet = sheets::sheet(&reply, state, page.library(), &self.deciding.borrow());
        self.sheet.replace(Rc::new(sheet));
        if let Reply::Names(record) = reply {
            self.names.replace(record.rows);
        }
        page.refresh();
    }

    /// Shows names after a decision, or during one.
    fn decide(&'static self, page: Page, decide: &dyn Fn(&mut Deciding)) {
        let before = self.deciding.borrow().decisions.clone();
        decide(&mut self.deciding.borrow_mut());
        let deciding = self.deciding.borrow();
        if deciding.decisions != before {
            keep(&names_key(page), &deciding.to_lines());
            page.session().decide(&deciding.decisions);
            self.recent.borrow_mut().clear();
            page.ask_anew();
        }
        drop(deciding);
        self.ask(page, page.screen().state);
    }

    fn press(&'static self, page: Page, target: &Element) -> bool {
        let Ok(Some(pressed)) = target.closest("[data-do]") else {
            return false;
        };
        let attribute = |name| pressed.get_attribute(name).unwrap_or_default();
        match attribute("data-do").as_str() {
            "option" => {
                let state = page.screen().state;
                let next = state.with_option(&attribute("data-field"), &attribute("data-value"));
                page.change(next);
            }
            "take" => self.take(page, &attribute("data-value")),
            "take-all" => self.begin_all(page),
            "edit-names" => self.decide(page, &Deciding::switch),
            "join-names" => self.decide(page, &|deciding| deciding.join(&value_by_id("call-it"))),
            "hide-names" => self.decide(page, &Deciding::hide),
            "part-name" => self.decide(page, &|deciding| deciding.part(&value_by_id("part-form"))),
            "take-back" => {
                let at = attribute("data-value").parse().unwrap_or(usize::MAX);
                self.decide(page, &|deciding| deciding.take_back(at));
            }
            "save-authority" => {
                let toml = self.deciding.borrow().to_toml();
                taking::save_and_say(page, "authority.toml", "application/toml", &toml);
            }
            _ => return false,
        }
        true
    }

    /// Gives the table away as it stands.
    fn take(&self, page: Page, format: &str) {
        let sheet = self.sheet.borrow();
        match format {
            "csv" => taking::save_and_say(page, "vademecum.csv", "text/csv", &sheets::csv(&sheet)),
            "json" => taking::save_and_say(
                page,
                "vademecum.json",
                "application/json",
                &sheets::json(&sheet),
            ),
            _ => taking::copy_and_say(page, &sheets::tab_separated(&sheet), &wording::COPIED),
        }
    }

    /// Begins to write the whole table, beyond the rows that are shown.
    fn begin_all(&'static self, page: Page) {
        let state = page.screen().state;
        if self.writing.borrow().is_none() {
            self.writing.replace(Some((state, Whole::default())));
            self.write_on(page);
        }
    }

    /// Writes a further part of the whole table, and saves it when there is no more. To leave the view ends it.
    fn write_on(&'static self, page: Page) {
        let Some((state, mut whole)) = self.writing.take() else {
            return;
        };
        let part = whole.next(&state);
        let request = sheets::request(&part, &self.deciding.borrow());
        let (Some(request), true) = (request, page.screen().state == state) else {
            return;
        };
        let library = page.library();
        let reply = page.session().answer(&request);
        let sheet = sheets::sheet(&reply, &part, library, &self.deciding.borrow());
        if whole.add(&sheet) {
            page.say(&wording::written(whole.n_rows(), sheet.n_total));
            self.writing.replace(Some((state, whole)));
            return asking::after(0, move || self.write_on(page));
        }
        taking::save_and_say(page, "vademecum.csv", "text/csv", whole.csv());
    }

    /// Takes a choice: of a name, from a list, or a text that a table asks for.
    fn choose(&'static self, page: Page, field: &Element) -> bool {
        let Some(name) = field.get_attribute("data-name") else {
            return choose_option(page, field);
        };
        let names = self.names.borrow();
        if let Some(row) = names.iter().find(|row| row.preferred == name).cloned() {
            drop(names);
            self.decide(page, &|deciding| deciding.toggle(&row));
        }
        true
    }
}

/// Returns what the reader has decided about the names of this corpus, as the browser keeps it.
pub(crate) fn decided(page: Page) -> Deciding {
    Deciding::of_lines(&kept(&names_key(page)))
}

fn names_key(page: Page) -> String {
    [NAMES_KEY, &page.library().corpus.title].concat()
}

/// Narrows the names to those typed, once the keys rest.
fn find_as_typed(page: Page, event: &Event) {
    let is_find = |field: &Element| field.id() == FIND_FIELD;
    let Some(field) = element_of(event).filter(is_find) else {
        return;
    };
    let typed = value_of(&field);
    asking::after(FIND_PAUSE_MS, move || {
        let state = page.screen().state;
        let is_last = value_by_id(FIND_FIELD) == typed && state.option("find") != typed;
        if state.place == Place::View(View::Names) && is_last {
            let next = state.with_option("find", &typed).with_option("rows", "");
            page.amend(next.with_option("start", ""));
        }
    });
}

/// Takes a choice from a list, or a text that a table asks for.
fn choose_option(page: Page, field: &Element) -> bool {
    let Some(key) = field.get_attribute("data-option") else {
        return false;
    };
    let value = value_of(field);
    let state = page.screen().state;
    if !matches!(state.place, Place::View(_)) {
        return false;
    }
    // A different table begins at its first rows.
    let next = state.with_option(&key, &value).with_option("rows", "");
    page.change(next.with_option("start", ""));
    true
}
