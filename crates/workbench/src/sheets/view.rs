//! An exploration: its choices, its table, what can be taken from it.

use crate::markup::{Element, Node, element, link, styled, worded};
use crate::sheets::{Cell, Column, Control, Editing, Row, Sentence, Setting, Sheet, chart};
use crate::state::ViewState;
use crate::{text, wording};
use vademecum_page::views::{button, chips};

/// Rows shown at first, and added by each "Show more".
pub const PAGE_ROWS: usize = 50;
/// Most rows that are shown at once; the others are on further pages, and in the file of all rows.
const MOST_ROWS: usize = 500;

/// Returns the view.
#[must_use]
pub fn sheet(sheet: &Sheet, state: &ViewState) -> Vec<Node> {
    let head = styled("div", "sheet-head")
        .child(styled("h1", "count").with("id", "count").text(&sheet.title))
        .child(worded("p", &sheet.scope).with("class", "scope"));
    let mut section = styled("section", "sheet")
        .with("aria-labelledby", "count")
        .child(head)
        .child(controls(sheet));
    for note in &sheet.notes {
        section = section.child(styled("p", "note").text(note));
    }
    if let Some(figure) = &sheet.chart {
        section = section.child(chart::figure(figure));
    }
    if let Some(editing) = sheet.editing.as_ref().filter(|editing| editing.is_open) {
        section = section.child(desk(editing));
    }
    if let Some((words, percent)) = &sheet.waiting {
        let progress = element("progress")
            .with("max", "100")
            .with("value", &percent.to_string())
            .with("aria-label", words);
        let line = worded("p", words).text(" ").child(progress);
        section = section.with("aria-busy", "true").child(line);
    }
    if !sheet.rows.is_empty() {
        section = section
            .child(exports(sheet))
            .child(method(sheet))
            .child(frame(sheet, state))
            .child(show_more(sheet, state));
    }
    section = section.child(pages(sheet, state));
    if let Some(editing) = &sheet.editing {
        section = section.child(decisions(editing));
    }
    vec![chips(state).into(), section.into()]
}

/// Returns what can be done with the chosen names.
fn desk(editing: &Editing) -> Element {
    let hint = if editing.chosen.is_empty() {
        wording::CHOOSE_NAMES.to_string()
    } else {
        wording::n_chosen(&editing.chosen)
    };
    let mut desk = styled("section", "naming")
        .with("aria-labelledby", "naming")
        .child(worded("h2", &wording::EDITING).with("id", "naming"))
        .child(worded("p", &hint));
    if let Some(first) = editing.chosen.first() {
        let name = element("input")
            .with("id", "call-it")
            .with("type", "text")
            .with("dir", "auto")
            .with("autocomplete", "off")
            .with("value", first);
        desk = desk.child(
            styled("div", "controls")
                .child(labelled(&wording::CALL_IT, name))
                .child(button("plain", "join-names").text(&wording::JOIN))
                .child(button("plain", "hide-names").text(&wording::HIDE)),
        );
    }
    if !editing.forms.is_empty() {
        let mut forms = element("select").with("id", "part-form");
        for form in &editing.forms {
            forms = forms.child(worded("option", form).with("value", form));
        }
        desk = desk.child(
            styled("div", "controls")
                .child(labelled(&wording::PART, forms))
                .child(button("plain", "part-name").text(&wording::PART_IT)),
        );
    }
    desk
}

fn labelled(label: &str, field: Element) -> Element {
    styled("label", "control")
        .child(styled("span", "label").text(label))
        .child(field)
}

/// Returns the decisions, each of which can be taken back.
fn decisions(editing: &Editing) -> Element {
    let mut section = styled("section", "decisions")
        .with("aria-labelledby", "decisions")
        .when(editing.decided.is_empty(), "hidden")
        .child(worded("h2", &wording::DECISIONS).with("id", "decisions"))
        .child(worded("p", &wording::DECISIONS_KEPT).with("class", "remark"));
    let mut list = element("ul");
    for (at, one) in editing.decided.iter().enumerate() {
        let back = button("quiet", "take-back")
            .with("data-value", &at.to_string())
            .with("aria-label", &[&wording::TAKE_BACK, ": ", one].concat())
            .text(&wording::TAKE_BACK);
        let words = element("span").with("dir", "auto").text(one);
        list = list.child(element("li").child(words).text(" ").child(back));
    }
    section = section.child(list);
    section.child(button("plain", "save-authority").text(&wording::SAVE_AUTHORITY))
}

fn controls(sheet: &Sheet) -> Element {
    let mut form = styled("div", "controls").when(sheet.controls.is_empty(), "hidden");
    for one in &sheet.controls {
        form = form.child(control(one));
    }
    form
}

fn control(control: &Control) -> Element {
    let field = if control.choices.is_empty() {
        element("input")
            .with("type", "text")
            .with("dir", "auto")
            .with("autocomplete", "off")
            .with("value", &control.chosen)
    } else {
        let mut select = element("select");
        for (value, name) in &control.choices {
            select = select.child(worded("option", name).with("value", value));
        }
        let first = control.choices.first().map_or("", |(value, _)| value);
        let chosen = if control.chosen.is_empty() {
            first
        } else {
            &control.chosen
        };
        select.with("value", chosen)
    };
    let name = [control.key, control.part].concat();
    styled("label", "control")
        .with("data-key", &name)
        .child(styled("span", "label").text(control.label))
        .child(
            field
                .with("id", &["option-", &name].concat())
                .with("data-option", control.key),
        )
}

fn exports(sheet: &Sheet) -> Element {
    let mut line = styled("div", "exports");
    if let Some(editing) = &sheet.editing {
        line = line.child(
            button("quiet", "edit-names")
                .with(
                    "aria-pressed",
                    if editing.is_open { "true" } else { "false" },
                )
                .text(&wording::EDIT_NAMES),
        );
    }
    let n_shown = sheet.rows.len();
    let is_part = sheet.n_total > n_shown;
    let mut shown = styled("div", "taken")
        .with("role", "group")
        .with("aria-labelledby", "taken")
        .child(
            styled("span", "remark")
                .with("id", "taken")
                .when(!is_part, "hidden")
                .text(&wording::rows_to_take(n_shown)),
        );
    for (value, name) in [
        ("csv", &wording::SAVE_CSV),
        ("json", &wording::SAVE_JSON),
        ("copy", &wording::COPY_TABLE),
    ] {
        shown = shown.child(button("quiet", "take").with("data-value", value).text(name));
    }
    line = line.child(shown);
    let all = button("quiet", "take-all").when(!is_part, "hidden");
    line.child(all.text(&wording::save_all(sheet.n_total)))
}

/// Returns the table in a frame that scrolls sideways where the window is narrow, also by keyboard.
fn frame(sheet: &Sheet, state: &ViewState) -> Element {
    let caption = styled("caption", "unseen")
        .text(&sheet.title)
        .text(". ")
        .text(&sheet.scope);
    let mut head = element("tr")
        .with("role", "row")
        .with("data-label", &wording::SORT);
    let is_open = sheet.editing.as_ref().is_some_and(|one| one.is_open);
    if is_open {
        let choose = styled("th", "choose")
            .with("role", "columnheader")
            .with("scope", "col");
        head = head.child(choose.text(&wording::CHOOSE));
    }
    for column in &sheet.columns {
        head = head.child(heading(column, state));
    }
    let mut body = element("tbody").with("role", "rowgroup");
    for one in &sheet.rows {
        body = body.child(row(sheet, one));
    }
    let has = |setting: Setting| sheet.columns.iter().any(|one| one.setting == setting);
    // On a phone, rows with words become lists; numbers stay in columns, to be compared.
    let class = match (has(Setting::Node), has(Setting::Words)) {
        (true, _) => "concordance",
        (false, true) => "table listed",
        (false, false) => "table figures",
    };
    let table = styled("table", class)
        // The styles set rows as grids, which takes the roles away in some browsers.
        .with("role", "table")
        .child(caption)
        .child(element("thead").with("role", "rowgroup").child(head))
        .child(body);
    styled("div", "table-frame")
        .with("role", "region")
        .with("tabindex", "0")
        .with("aria-labelledby", "count")
        .child(table)
}

fn class_of(setting: Setting) -> &'static str {
    match setting {
        Setting::Words => "words",
        Setting::Head => "head",
        Setting::Number => "number",
        Setting::Before => "before",
        Setting::Node => "node",
        Setting::After => "after",
        Setting::Strip => "strip",
    }
}

fn heading(column: &Column, state: &ViewState) -> Element {
    let cell = styled("th", class_of(column.setting))
        .with("role", "columnheader")
        .with("scope", "col");
    if column.order.is_empty() {
        return cell.text(&column.label);
    }
    let is_chosen = state.option("order") == column.order;
    let press = button("sorts", "option")
        .with("data-field", "order")
        .with("data-value", column.order)
        .text(&column.label);
    let cell = if is_chosen {
        let direction = if column.setting == Setting::Number {
            "descending"
        } else {
            "ascending"
        };
        cell.with("aria-sort", direction)
    } else {
        cell
    };
    cell.child(press)
}

fn row(sheet: &Sheet, row: &Row) -> Element {
    let mut line = element("tr").with("role", "row");
    let in_context = |column: &Column| column.setting == Setting::Node;
    if row.is_rtl {
        line = line.with("dir", "rtl");
    } else if sheet.columns.iter().any(in_context) {
        // What stands before a match is on its left, also in a page that reads from the right.
        line = line.with("dir", "ltr");
    }
    if let Some(editing) = sheet.editing.as_ref().filter(|one| one.is_open) {
        line = line.child(choice(editing, row));
    }
    for (cell, column) in row.cells.iter().zip(&sheet.columns) {
        let class = class_of(column.setting);
        let place = if column.setting == Setting::Head {
            styled("th", class)
                .with("role", "rowheader")
                .with("scope", "row")
        } else {
            styled("td", class)
                .with("role", "cell")
                // Where the window is narrow a row is a list, each entry below the name of its column.
                .with("data-label", &column.label)
        };
        line = line.child(fill(place, cell));
    }
    line
}

/// Returns the box by which a row is chosen.
fn choice(editing: &Editing, row: &Row) -> Element {
    let is_chosen = editing.chosen.contains(&row.key);
    let tick = element("input")
        .with("type", "checkbox")
        .with("id", &["name-", &row.key].concat())
        .with("data-name", &row.key)
        .with("aria-label", &wording::choose_name(&row.key))
        .when(is_chosen, "checked");
    styled("td", "choose").with("role", "cell").child(tick)
}

fn fill(place: Element, cell: &Cell) -> Element {
    match cell {
        Cell::Empty => place,
        Cell::Text(words, None) if words.is_empty() => place,
        Cell::Text(words, None) => place.child(worded("bdi", words)),
        Cell::Text(words, Some(address)) => place.child(link(address, words).with("dir", "auto")),
        Cell::Number(..) => place.text(&grouped(&cell.plain())),
        Cell::Figure(_, _, address) => {
            // The counts beside it lead to the same places; one stop on the way of the keyboard is enough.
            let number = link(address, &grouped(&cell.plain())).with("tabindex", "-1");
            place.child(number)
        }
        Cell::Links(links, remark) => {
            let mut place = place;
            for (i, (label, address)) in links.iter().enumerate() {
                // Each keeps together with the sign behind it, in the page's direction.
                let way = link(address, label).with("dir", "auto");
                let is_last = i + 1 == links.len();
                let sign = if is_last { "" } else { &wording::SEMICOLON };
                place = place
                    .text(if i > 0 { " " } else { "" })
                    .child(styled("span", "entry").child(way).text(sign));
            }
            place
                .text(if remark.is_empty() { "" } else { " " })
                .text(remark)
        }
        Cell::Counted(n, address) => place.child(link(address, &wording::number(*n as usize))),
        Cell::Marked(words, marks) => {
            place.child(marked(element("bdi"), words, marks, "sorted-by"))
        }
        Cell::Sentences(sentences) => {
            let mut place = place;
            for one in sentences {
                place = place.child(sentence(one));
            }
            place
        }
        Cell::Strip(places) => place.child(strip(places)),
    }
}

/// Returns a number with its thousands set apart.
fn grouped(number: &str) -> String {
    let (whole, rest) = match number.find('.') {
        Some(at) => number.split_at(at),
        None => (number, ""),
    };
    let (sign, digits) = match whole.strip_prefix('-') {
        Some(digits) => ("\u{2212}", digits),
        None => ("", whole),
    };
    match digits.parse::<usize>() {
        Ok(whole) => [sign, &wording::number(whole), rest].concat(),
        Err(_) => number.to_owned(),
    }
}

fn sentence(sentence: &Sentence) -> Element {
    let line = styled("p", "sentence").with("dir", "auto");
    let mut line = marked(line, &sentence.text, &sentence.marks, "");
    if !sentence.address.is_empty() {
        line = line
            .text(" ")
            .child(link(&sentence.address, &text::shown(&sentence.document)));
    }
    if !sentence.remark.is_empty() {
        line = line
            .text(" ")
            .child(styled("span", "remark").text(&sentence.remark));
    }
    line
}

/// Adds words with their marks to an element; marks of a class are not those of a search.
/// Adds words to an element, those at `marks` marked: as elements of a class, or as marks where that is empty.
#[must_use]
pub fn marked(mut place: Element, words: &str, marks: &[[u32; 2]], class: &str) -> Element {
    let mut from = 0;
    for &[start, end] in marks {
        let (start, end) = (start as usize, end as usize);
        let (Some(before), Some(own)) = (words.get(from..start), words.get(start..end)) else {
            continue;
        };
        let mark = if class.is_empty() {
            worded("mark", own)
        } else {
            styled("span", class).text(own)
        };
        place = place.text(before).child(mark);
        from = end;
    }
    place.text(words.get(from..).unwrap_or(""))
}

/// Returns places as strokes on a strip. The numbers beside it say the same to those who do not see it.
#[must_use]
pub fn strip(places: &[f32]) -> Element {
    let mut path = String::new();
    for place in places {
        path.push('M');
        path.push_str(&((place.clamp(0.0, 1.0) * 1000.0) as u32).to_string());
        path.push_str(" 0v10");
    }
    styled("svg", "places")
        .with("viewBox", "-2 0 1004 10")
        .with("preserveAspectRatio", "none")
        .with("aria-hidden", "true")
        .child(element("path").with("d", &path))
}

fn show_more(sheet: &Sheet, state: &ViewState) -> Element {
    let n_left = (sheet.n_total + 1).saturating_sub(first_row(state) + sheet.rows.len());
    let more = shown_rows(state) + PAGE_ROWS;
    button("more", "option")
        .with("data-field", "rows")
        .with("data-value", &more.to_string())
        .when(n_left == 0 || more > MOST_ROWS, "hidden")
        .text(&wording::show_more(n_left))
}

/// Returns the ways to the rows before and after, where there are more than a page shows at once.
fn pages(sheet: &Sheet, state: &ViewState) -> Element {
    let (first, n_shown) = (first_row(state), shown_rows(state));
    let last = first + sheet.rows.len() - usize::from(!sheet.rows.is_empty());
    let to = |row: usize| state.with_option("start", &row.to_string()).to_fragment();
    let mut way = element("nav").with("aria-label", &wording::ROWS);
    let is_first = first == 1;
    let is_last = last >= sheet.n_total || n_shown < MOST_ROWS;
    if !is_first {
        way = way
            .child(link(
                &to(first.saturating_sub(n_shown).max(1)),
                &wording::ROWS_BEFORE,
            ))
            .text(" ");
    }
    let shown = wording::rows_shown(first, last, sheet.n_total);
    way = way.child(worded("span", &shown).with("class", "remark"));
    if !is_last {
        way = way
            .text(" ")
            .child(link(&to(last + 1), &wording::ROWS_AFTER));
    }
    way.when(sheet.n_total == 0 || (is_first && is_last), "hidden")
}

/// Returns the number of the first row that the state asks for, from 1.
#[must_use]
pub fn first_row(state: &ViewState) -> usize {
    state.option("start").parse().unwrap_or(1).max(1)
}

/// Returns how many rows the state asks for.
#[must_use]
pub fn shown_rows(state: &ViewState) -> usize {
    let rows = state.option("rows").parse().unwrap_or(PAGE_ROWS);
    rows.clamp(PAGE_ROWS, MOST_ROWS)
}

/// Returns what the columns mean and how their figures come about, to be opened by whoever wants to know.
fn method(sheet: &Sheet) -> Element {
    let mut meanings = element("dl");
    for column in &sheet.columns {
        if let Some(explanation) = column.explanation {
            meanings = meanings.child(
                element("div")
                    .child(worded("dt", &column.label))
                    .child(worded("dd", &explanation)),
            );
        }
    }
    let mut details = styled("details", "method")
        .when(sheet.method.is_empty(), "hidden")
        .child(worded("summary", &wording::METHOD));
    if !meanings.children.is_empty() {
        details = details.child(meanings);
    }
    for paragraph in &sheet.method {
        details = details.child(worded("p", paragraph));
    }
    details
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_signed() {
        assert_eq!(
            [grouped("1234567.50"), grouped("-12.3"), grouped("")],
            ["1,234,567.50", "\u{2212}12.3", ""]
        );
    }

    #[test]
    fn a_sentence_shows_its_marks_and_leads_to_its_place() {
        let shown = sentence(&Sentence {
            text: "The city fell at dawn.".into(),
            marks: vec![[9, 13], [17, 21], [40, 50]],
            address: "#/doc/a/0badcafe?at=9".into(),
            document: "Homs".into(),
            remark: "high".into(),
        });
        assert_eq!(
            crate::markup::to_html(&[shown.into()]),
            "<p class=\"sentence\" dir=\"auto\">The city <mark>fell</mark> at <mark>dawn</mark>. \
             <a href=\"#/doc/a/0badcafe?at=9\">Homs</a> <span class=\"remark\">high</span></p>"
        );
    }

    fn words(n_rows: usize, n_total: usize, state: &ViewState) -> String {
        let row = Row {
            cells: vec![Cell::words("a")],
            ..Row::default()
        };
        let shown = Sheet {
            columns: vec![Column::new("word", "Word", Setting::Head)],
            rows: vec![row; n_rows],
            n_total,
            ..Sheet::default()
        };
        crate::markup::to_html(&sheet(&shown, state))
    }

    #[test]
    fn a_long_table_says_which_rows_it_shows_and_leads_to_the_others() {
        let state = ViewState::default().at(crate::state::Place::View(crate::state::View::Words));
        let few = words(50, 1_200, &state);
        assert!(few.contains("Show more (1,150 left)") && few.contains("Save all 1,200 rows"));
        let page = state.with_option("rows", "500");
        let second = words(500, 1_200, &page.with_option("start", "501"));
        assert!(second.contains("Rows 501 to 1,000 of 1,200"), "{second}");
        assert!(
            second.contains("start=1\"") && second.contains("start=1001"),
            "{second}"
        );
        let last = words(200, 1_200, &page.with_option("start", "1001"));
        assert!(
            !last.contains("start=1201") && last.contains("start=501"),
            "{last}"
        );
    }

    #[test]
    fn a_table_shown_in_part_says_which_rows_are_taken() {
        let state = ViewState::default().at(crate::state::Place::View(crate::state::View::Words));
        let part = words(50, 1_200, &state);
        assert!(part.contains("id=\"taken\">The 50 rows shown:<"), "{part}");
        let whole = words(50, 50, &state);
        assert!(whole.contains("id=\"taken\" hidden=\"\">"), "{whole}");
    }

    #[test]
    fn a_column_is_explained_above_the_table_and_on_a_phone_only_figures_stay_in_columns() {
        let html = |columns: Vec<Column>| {
            let shown = Sheet {
                rows: vec![Row {
                    cells: vec![Cell::Empty; columns.len()],
                    ..Row::default()
                }],
                columns,
                method: vec!["So.".to_owned()],
                ..Sheet::default()
            };
            crate::markup::to_html(&sheet(&shown, &ViewState::default()))
        };
        let word = Column::new("word", "Word", Setting::Head);
        let mi = Column::new("mi", "MI", Setting::Number).explained(wording::ABOUT_MI);
        let figures = html(vec![word.clone(), mi.clone()]);
        let explained = ["<dt>MI</dt><dd>", &wording::ABOUT_MI, "</dd>"].concat();
        let at = figures.find(&explained);
        assert!(
            at.is_some() && at < figures.find("<table class=\"table figures\""),
            "{figures}"
        );
        let listed = html(vec![
            word,
            mi,
            Column::new("forms", "Forms", Setting::Words),
        ]);
        assert!(listed.contains("<table class=\"table listed\""), "{listed}");
    }

    #[test]
    fn rows_asked_for_are_bounded() {
        let words = ViewState::default().at(crate::state::Place::View(crate::state::View::Words));
        assert_eq!(shown_rows(&words), PAGE_ROWS);
        assert_eq!(shown_rows(&words.with_option("rows", "150")), 150);
        assert_eq!(
            shown_rows(&words.with_option("rows", "99999999")),
            MOST_ROWS
        );
        assert_eq!(shown_rows(&words.with_option("rows", "x")), PAGE_ROWS);
    }
}
