//! Choosing a time: bars of the documents by date, over which a range is dragged, and two fields for days.

use super::wording;
use crate::markup::{Element, Node, amend, element, styled, worded};
use crate::sheets::decimal;
use crate::state::{Library, ViewState};
use protocol::{FacetRecord, Filter};
use vademecum_page::views::{Screen, button};

/// Ids of the fields.
pub const FROM: &str = "from-day";
/// Ids of the fields.
pub const TO: &str = "to-day";
/// Class of the form around them.
pub const FORM: &str = "days";
/// More months than this are drawn as years.
const MOST_MONTHS: usize = 60;
/// More years than this are not drawn: a bar would be too thin to be met.
const MOST_YEARS: usize = 120;
/// Height of the bars in CSS pixels.
const HEIGHT: f64 = 44.0;
/// Fields of the metadata that say the same.
const DATE_FIELDS: [&str; 3] = ["date", "month", "year"];

/// Documents by month or year, without gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bars {
    is_months: bool,
    /// The first: a year, or twelve times a year and the months before it.
    first: usize,
    /// For each, all documents of the corpus and those that answer.
    counts: Vec<[usize; 2]>,
}

impl Bars {
    /// Returns the bars of a corpus; `None` where there are too few or too many to choose from.
    #[must_use]
    pub fn of(library: &Library, facets: &[FacetRecord]) -> Option<Self> {
        let documents = library.corpus.documents.iter();
        let dates: Vec<&str> = documents.filter_map(|one| one.date.as_deref()).collect();
        Self::by(true, &dates, facets).or_else(|| Self::by(false, &dates, facets))
    }

    fn by(is_months: bool, dates: &[&str], facets: &[FacetRecord]) -> Option<Self> {
        let places: Option<Vec<usize>> = dates.iter().map(|date| place(is_months, date)).collect();
        let places = places?;
        let first = *places.iter().min()?;
        let n_bars = places.iter().max()? - first + 1;
        let most = if is_months { MOST_MONTHS } else { MOST_YEARS };
        if !(2..=most).contains(&n_bars) {
            return None;
        }
        let mut counts = vec![[0, 0]; n_bars];
        for place in places {
            counts[place - first][0] += 1;
        }
        let field = if is_months { "month" } else { "year" };
        let facet = facets.iter().find(|facet| facet.field == field);
        for value in facet.map_or(&[][..], |facet| &facet.values) {
            let at = place(is_months, &value.value).and_then(|at| at.checked_sub(first));
            if let Some(count) = at.and_then(|at| counts.get_mut(at)) {
                count[1] = value.count;
            }
        }
        Some(Self {
            is_months,
            first,
            counts,
        })
    }

    /// Returns the bar at a share of the width, 0 to 1.
    #[must_use]
    pub fn at(&self, share: f64) -> usize {
        let at = (share.max(0.0) * self.counts.len() as f64) as usize;
        at.min(self.counts.len() - 1)
    }

    /// Returns the first and the last day of some bars, from one to another in either order.
    #[must_use]
    pub fn days(&self, a: usize, b: usize) -> [String; 2] {
        let (first, last) = (self.first + a.min(b), self.first + a.max(b));
        if !self.is_months {
            return [year(first) + "-01-01", year(last) + "-12-31"];
        }
        let month = |at: usize| [&*year(at / 12), "-", &two(at % 12 + 1)].concat();
        let n_days = match last % 12 + 1 {
            2 if is_leap(last / 12) => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        [
            month(first) + "-01",
            [&*month(last), "-", &two(n_days)].concat(),
        ]
    }

    /// Returns the name of a bar.
    fn name(&self, at: usize) -> String {
        let [first, _] = self.days(at, at);
        let end = if self.is_months { 7 } else { 4 };
        crate::wording::date(first.get(..end).unwrap_or(""))
    }

    /// Returns the bars that a chosen time covers, if it covers one.
    fn covered(&self, [from, to]: &[String; 2]) -> Option<(usize, usize)> {
        let bars = 0..self.counts.len();
        let mut inside = bars.filter(|&at| {
            let [first, last] = self.days(at, at);
            (from.is_empty() || *from <= last) && (to.is_empty() || first <= *to)
        });
        let first = inside.next()?;
        Some((first, inside.next_back().unwrap_or(first)))
    }
}

fn year(year: usize) -> String {
    let digits = year.to_string();
    ["0000".get(digits.len()..).unwrap_or(""), &digits].concat()
}

fn two(number: usize) -> String {
    [if number < 10 { "0" } else { "" }, &number.to_string()].concat()
}

fn is_leap(year: usize) -> bool {
    year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400)
}

/// Returns the number of a date's month or year; `None` where it is less exact.
fn place(is_months: bool, date: &str) -> Option<usize> {
    let year: usize = date.get(..4)?.parse().ok()?;
    if !is_months {
        return Some(year);
    }
    let month: usize = date.get(5..7)?.parse().ok()?;
    (1..=12).contains(&month).then(|| year * 12 + month - 1)
}

/// Returns the chosen time, as first and last day, either of which may be empty; `None` where none is chosen.
#[must_use]
pub fn chosen(state: &ViewState) -> Option<[String; 2]> {
    let filter = state.filters.iter().find(|filter| filter.field == "date")?;
    let value = filter.values.first()?;
    let (from, to) = value.split_once("..").unwrap_or((value, value));
    Some([from.to_owned(), to.to_owned()])
}

/// Returns the search within a time; an empty day leaves that end open, two of them all times.
#[must_use]
pub fn within(state: &ViewState, from: &str, to: &str) -> ViewState {
    let (from, to) = if !to.is_empty() && from > to {
        (to, from)
    } else {
        (from, to)
    };
    let mut next = state.clone();
    let is_other = |filter: &Filter| !DATE_FIELDS.contains(&&*filter.field);
    next.filters.retain(is_other);
    if from.is_empty() && to.is_empty() {
        return next;
    }
    next.toggled("date", &[from, "..", to].concat())
}

/// Puts the choice of a time into the group of dates among the filters, or makes such a group. `dragged` are the bars
/// over which the reader is dragging.
pub fn add(
    screen: &Screen,
    library: &Library,
    dragged: Option<(usize, usize)>,
    content: &mut [Node],
) {
    let is_several = library.dates().is_some_and(|(first, last)| first != last);
    if !is_several {
        return;
    }
    let facets = &screen.answer.record.facets;
    let mut parts = parts(screen, library, Bars::of(library, facets).as_ref(), dragged);
    let mut put = |group: &mut Element| {
        for part in parts.drain(..).rev() {
            group.insert(1, part);
        }
    };
    amend(content, "filters", &mut |mut column| {
        let has_group = ["month", "year"]
            .iter()
            .any(|field| column.change("data-key", field, &mut put));
        if has_group {
            return column;
        }
        let legend = worded("legend", &crate::wording::field("date"));
        let mut group = element("fieldset").with("data-key", "dates").child(legend);
        put(&mut group);
        if let Some(details) = column.first("details")
            && column_is_shown(details)
        {
            details.insert(1, group);
        }
        column
    });
}

/// Whether a column of filters has groups.
fn column_is_shown(details: &Element) -> bool {
    details.children.len() > 1
}

fn parts(
    screen: &Screen,
    library: &Library,
    bars: Option<&Bars>,
    dragged: Option<(usize, usize)>,
) -> Vec<Element> {
    let chosen = chosen(&screen.state);
    let mut parts = Vec::new();
    if let Some(bars) = bars {
        let covered = chosen.as_ref().and_then(|days| bars.covered(days));
        let range = dragged.or(covered);
        parts.push(drawing(bars, range));
        let (a, b) = range.unwrap_or((0, bars.counts.len() - 1));
        let (first, last) = (bars.name(a.min(b)), bars.name(a.max(b)));
        let ends = if first == last {
            first
        } else {
            wording::time(&first, &last)
        };
        parts.push(styled("p", "count time-ends").text(&ends));
    }
    let hint = if bars.is_some() {
        &wording::DATES_HINT
    } else {
        &wording::DATES_HINT_FIELDS
    };
    parts.push(styled("p", "count").text(hint));
    parts.push(fields(library, chosen));
    parts
}

fn fields(library: &Library, chosen: Option<[String; 2]>) -> Element {
    let is_chosen = chosen.is_some();
    let [from, to] = chosen.unwrap_or_default();
    let field = |id: &str, label: &str, value: &str| {
        let mut input = element("input")
            .with("type", "date")
            .with("id", id)
            .with("value", value);
        let (first, last) = library.dates().unwrap_or_default();
        for (name, day, rest) in [("min", first, "-01-01"), ("max", last, "-12-31")] {
            // A date that is no day is as long as its year.
            match (day.len(), day.get(..4)) {
                (10, _) => input = input.with(name, day),
                (_, Some(year)) => input = input.with(name, &[year, rest].concat()),
                _ => {}
            }
        }
        element("label").child(worded("span", label)).child(input)
    };
    let set = element("button")
        .with("type", "submit")
        .text(&wording::SET_DATES);
    let all = button("quiet", "all-dates").when(!is_chosen, "hidden");
    styled("form", FORM)
        .child(field(FROM, &wording::FROM_DAY, &from))
        .child(field(TO, &wording::TO_DAY, &to))
        .child(set)
        .child(all.text(&wording::ALL_DATES))
}

/// Returns the bars: all documents pale, those that answer over them, and what is chosen framed. The fields say and do
/// the same for those who do not see or point.
fn drawing(bars: &Bars, range: Option<(usize, usize)>) -> Element {
    let n = bars.counts.len() as f64;
    let most = bars.counts.iter().map(|count| count[0]).max().unwrap_or(1);
    let percent = |share: f64| [&decimal(share * 100.0, 3), "%"].concat();
    let rect = |class: &str, at: f64, width: f64, tall: f64| {
        styled("rect", class)
            .with("x", &percent(at / n))
            .with("width", &percent(width / n))
            .with("y", &decimal(HEIGHT - tall, 1))
            .with("height", &decimal(tall, 1))
    };
    let mut drawing = styled("svg", "time-bars")
        .with("width", "100%")
        .with("height", &decimal(HEIGHT, 0))
        .with("data-bars", "")
        .with("role", "img")
        .with("aria-label", &wording::DATES_DRAWN);
    if let Some((a, b)) = range {
        let width = (a.max(b) - a.min(b) + 1) as f64;
        drawing = drawing.child(rect("range", a.min(b) as f64, width, HEIGHT));
    }
    for (at, &[all, found]) in bars.counts.iter().enumerate() {
        let label = [&*bars.name(at), ": ", &crate::wording::n_documents(found)].concat();
        let mut bar = element("g").child(worded("title", &label));
        // The whole height is there to be met.
        bar = bar.child(rect("reach", at as f64, 1.0, HEIGHT));
        for (class, count) in [("all", all), ("found", found)] {
            if count > 0 {
                let tall = (count as f64 / most as f64 * HEIGHT).max(2.0);
                bar = bar.child(rect(class, at as f64 + 0.08, 0.84, tall.min(HEIGHT)));
            }
        }
        drawing = drawing.child(bar);
    }
    drawing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::to_html;
    use protocol::{CorpusRecord, FacetValueRecord, SummaryRecord};
    use std::sync::Arc;
    use vademecum_page::views::{self, Answer};

    fn library(dates: &[&str]) -> Library {
        let document = |(at, date): (usize, &&str)| SummaryRecord {
            id: at.to_string(),
            date: Some((*date).into()),
            ..SummaryRecord::default()
        };
        Library::new(CorpusRecord {
            documents: dates.iter().enumerate().map(document).collect(),
            ..CorpusRecord::default()
        })
    }

    fn days(dates: &[&str], a: usize, b: usize) -> [String; 2] {
        let bars = Bars::of(&library(dates), &[]).expect("several dates");
        bars.days(a, b)
    }

    #[test]
    fn bars_are_months_or_years_and_a_drag_covers_their_days_in_either_direction() {
        let months = ["2023-12-08", "2024-02", "2024-01-31"];
        assert_eq!(days(&months, 2, 1), ["2024-01-01", "2024-02-29"]);
        assert_eq!(days(&months, 0, 0), ["2023-12-01", "2023-12-31"]);
        let years = ["1999", "2024-02"];
        assert_eq!(days(&years, 0, 25), ["1999-01-01", "2024-12-31"]);
        assert_eq!(Bars::of(&library(&["2024-02-01", "2024-02-09"]), &[]), None);
    }

    #[test]
    fn a_time_replaces_the_one_before_it_and_both_ends_may_be_open() {
        let state = ViewState::default()
            .with_query("homs")
            .toggled("month", "2024-01")
            .toggled("tag", "a");
        let once = within(&state, "2024-03-01", "2024-02-01");
        assert_eq!(
            once.to_fragment(),
            "#/search?q=homs&date=2024-02-01..2024-03-01&tag=a"
        );
        assert_eq!(
            chosen(&within(&once, "", "2024")),
            Some(["".into(), "2024".into()])
        );
        assert_eq!(within(&once, "", "").to_fragment(), "#/search?q=homs&tag=a");
    }

    #[test]
    fn the_group_of_dates_has_bars_and_fields() {
        let library = library(&["2024-01-01", "2024-03-02"]);
        let value = |value: &str| FacetValueRecord {
            value: value.into(),
            count: 1,
            chosen: false,
        };
        let mut answer = Answer::default();
        answer.record.facets = vec![FacetRecord {
            field: "month".into(),
            values: vec![value("2024-01"), value("2024-03")],
            mentioned: false,
        }];
        let screen = Screen {
            answer: Arc::new(answer),
            state: within(&ViewState::default(), "2024-02-01", ""),
            ..Screen::default()
        };
        let mut content = views::content(&screen, &library);
        add(&screen, &library, None, &mut content);
        let html = to_html(&content);
        assert_eq!(html.matches("class=\"reach\"").count(), 3, "{html}");
        assert_eq!(html.matches("class=\"found\"").count(), 2, "{html}");
        assert!(
            html.contains("id=\"from-day\" value=\"2024-02-01\""),
            "{html}"
        );
        assert!(html.contains("February 2024 to March 2024"), "{html}");
        assert_eq!(html.matches("<legend>").count(), 1, "{html}");
    }
}
