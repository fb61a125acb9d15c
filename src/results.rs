//! An answer as a tree of elements: how it was read, what matched, the hits.

use crate::markup::{Element, Node, element, link, styled, worded};
use crate::reading::{byline, direction};
use crate::state::{Library, ViewState};
use crate::{text, wording};
use protocol::{ExpansionRecord, HitRecord, NoteRecord, PassageRecord, SearchRecord};
use sorting::SmallSort;

/// Forms of one word that are listed before the rest is only counted.
const FORMS_LIMIT: usize = 12;

/// Returns the lines between the search box and the hits: the query as read, the forms that matched,
/// what the reader should know.
#[must_use]
pub fn reading_lines(answer: &SearchRecord, state: &ViewState) -> Vec<Node> {
    let mut lines = Vec::new();
    if is_worth_showing(&answer.query, &answer.read_as) {
        let query =
            element("bdi").child(styled("code", "query").text(&text::shown(&answer.read_as)));
        lines.push(
            styled("p", "read-as")
                .child(label(&wording::READ_AS))
                .text(" ")
                .child(query)
                .into(),
        );
    }
    if let Some(line) = spellings(&answer.expansion_details, state) {
        lines.push(line.into());
    }
    for note in &answer.notes {
        if note.kind != "partial" {
            lines.push(note_line(note, state).into());
        }
    }
    lines
}

fn label(text: &str) -> Element {
    styled("span", "label").text(text)
}

/// Whether the reading tells more than the box: it differs, or operators are at work.
fn is_worth_showing(query: &str, read_as: &str) -> bool {
    let has_operators = read_as.contains(['"', '(', '*', '?', '~', '|', '=', ':', '/'])
        || words(read_as)
            .into_iter()
            .any(|word| word.starts_with('-') || ["OR", "AND", "NOT"].contains(&word));
    !read_as.is_empty() && (has_operators || words(query) != words(read_as))
}

fn words(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = text.split(' ').collect();
    words.retain(|word| !word.is_empty());
    words
}

fn spellings(expansions: &[ExpansionRecord], state: &ViewState) -> Option<Element> {
    let line = styled("p", "spellings");
    if state.exact {
        let wider = ViewState {
            exact: false,
            ..state.clone()
        };
        return Some(
            line.text(&wording::EXACT_NOW)
                .text(" ")
                .child(link(&wider.to_fragment(), &wording::WIDEN)),
        );
    }
    let mut forms: Vec<(&str, u64)> = Vec::new();
    for (form, count) in expansions.iter().flat_map(|expansion| &expansion.forms) {
        if !forms.iter().any(|(known, _)| known == form) {
            forms.push((form, *count));
        }
    }
    if forms.len() < 2 {
        return None;
    }
    let mut line = line.child(label(&wording::SPELLINGS_MATCHED)).text(" ");
    for (i, (form, count)) in forms.iter().take(FORMS_LIMIT).enumerate() {
        line = line
            .text(if i > 0 { ", " } else { "" })
            .child(worded("bdi", form))
            .text(" ");
        line = line.child(styled("span", "count").text(&wording::number(*count as usize)));
    }
    if forms.len() > FORMS_LIMIT {
        line = line.text(" …");
    }
    let exact = ViewState {
        exact: true,
        ..state.clone()
    };
    Some(
        line.text(" · ")
            .child(link(&exact.to_fragment(), &wording::EXACT_ONLY)),
    )
}

fn note_line(note: &NoteRecord, state: &ViewState) -> Element {
    let line = styled("p", "note").text(&text::shown(&wording::sentence(&note.message)));
    // What was typed wrongly has been replaced already; its replacement stands in the sentence.
    if note.suggestions.is_empty() || note.kind == "typo" {
        return line;
    }
    let mut line = line.text(" ").text(&wording::DID_YOU_MEAN).text(" ");
    for (i, suggestion) in note.suggestions.iter().enumerate() {
        let query = with_word_replaced(&state.query, &note.about, suggestion);
        let address = state.with_query(&query).to_fragment();
        line = line
            .text(if i == 0 { "" } else { ", " })
            .child(link(&address, suggestion).with("dir", "auto"));
    }
    line.text("?")
}

/// Returns the query with its first word `about` replaced; only the suggestion where it does not stand there.
fn with_word_replaced(query: &str, about: &str, suggestion: &str) -> String {
    match text::find(query, about) {
        Some(at) if !about.is_empty() => {
            [&query[..at], suggestion, &query[at + about.len()..]].concat()
        }
        _ => suggestion.to_owned(),
    }
}

/// Returns the hits as a list, with a line before those that miss a word.
#[must_use]
pub fn hits(answer: &SearchRecord, library: &Library, state: &ViewState) -> Vec<Node> {
    let n_full = answer
        .hits
        .iter()
        .take_while(|hit| hit.missing.is_empty())
        .count();
    let (full, partial) = answer.hits.split_at(n_full);
    let list = |hits: &[HitRecord], first: usize| {
        let mut list = styled("ol", "hits").with("start", &(first + 1).to_string());
        for (i, hit) in hits.iter().enumerate() {
            list = list.child(element("li").child(one(hit, first + i, library, state)));
        }
        list
    };
    let mut nodes = Vec::new();
    if !full.is_empty() {
        nodes.push(list(full, 0).into());
    }
    if !partial.is_empty() {
        nodes.push(
            styled("h2", "divider")
                .child(worded("span", &wording::PARTIAL))
                .into(),
        );
        nodes.push(list(partial, n_full).into());
    }
    nodes
}

fn one(hit: &HitRecord, number: usize, library: &Library, state: &ViewState) -> Element {
    let heading_id = ["hit-", &number.to_string()].concat();
    let summary = library.document(&hit.id);
    let lang = summary.and_then(|summary| summary.lang.as_deref());
    let target = match hit.passages.first() {
        Some(passage) => address(&hit.id, passage, state),
        None => state.in_document(&hit.id, "", None).to_fragment(),
    };
    let title = tongue(link(&target, &hit.title), lang);
    let mut article = styled("article", "hit").with("aria-labelledby", &heading_id);
    article = article.child(element("h2").with("id", &heading_id).child(title));
    if let Some(summary) = summary {
        article = article.child(byline(summary));
    }
    if !hit.missing.is_empty() {
        article = article
            .child(styled("p", "missing").text(&text::shown(&wording::missing(&hit.missing))));
    }
    let mut passages: Vec<&PassageRecord> = hit.passages.iter().collect();
    // Chosen for what they show, but read as the text goes on; the title leads to the best.
    passages.small_sort_by_number(|passage| u64::from(passage.start));
    passages.retain(|passage| !passage.marks.is_empty());
    for passage in passages {
        let text = link(&address(&hit.id, passage, state), "").children(marked(passage));
        article = article.child(tongue(styled("p", "passage").child(text), lang));
    }
    if hit.passages.iter().all(|passage| passage.marks.is_empty()) {
        let lead = hit.passages.first().map_or("", |lead| lead.text.as_str());
        article = article.child(tongue(styled("p", "lead").text(lead), lang));
    } else if hit.matches > 0 {
        article = article.child(styled("p", "matches").text(&wording::n_matches(hit.matches)));
    }
    article
}

fn tongue(element: Element, lang: Option<&str>) -> Element {
    let element = element.with("dir", direction(lang));
    match lang {
        Some(lang) => element.with("lang", lang),
        None => element,
    }
}

fn address(id: &str, passage: &PassageRecord, state: &ViewState) -> String {
    let at = passage.marks.first().map(|mark| passage.start + mark[0]);
    state.in_document(id, &passage.block, at).to_fragment()
}

fn marked(passage: &PassageRecord) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut position = 0;
    let mut push = |from: usize, to: usize, is_match: bool| match passage.text.get(from..to) {
        Some(text) if !text.is_empty() && is_match => nodes.push(worded("mark", text).into()),
        Some(text) if !text.is_empty() => nodes.push(Node::Text(text.to_owned())),
        _ => {}
    };
    for &[start, end] in &passage.marks {
        push(position, start as usize, false);
        push(start as usize, end as usize, true);
        position = end as usize;
    }
    push(position, passage.text.len(), false);
    if !passage
        .text
        .trim_end()
        .ends_with(['.', '!', '?', '…', '”', '"', '»', '؟', ':', ')'])
    {
        nodes.push(Node::Text(" …".to_owned()));
    }
    nodes
}

/// Returns the lines that introduce the corpus while nothing is asked.
#[must_use]
pub fn introduction(library: &Library) -> Vec<Node> {
    let corpus = &library.corpus;
    let mut facts = vec![
        wording::n_documents(corpus.documents.len()),
        wording::n_words(corpus.n_words as usize),
    ];
    if let Some((first, last)) = library.dates() {
        facts.push(wording::dates(first, last));
    }
    let mut nodes = vec![
        element("h1").with("dir", "auto").text(&corpus.title).into(),
        styled("p", "summary").text(&facts.join(" · ")).into(),
    ];
    let tags = library.frequent_tags(6);
    if !tags.is_empty() {
        let mut line = styled("p", "examples")
            .child(label(&wording::TRY))
            .text(" ");
        for (i, tag) in tags.into_iter().enumerate() {
            let address = ViewState::default().with_query(tag).to_fragment();
            line = line
                .text(if i > 0 { " · " } else { "" })
                .child(link(&address, tag).with("dir", "auto"));
        }
        nodes.push(line.into());
    }
    nodes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::to_html;
    use protocol::{CorpusRecord, FieldRecord, SummaryRecord};

    fn library() -> Library {
        let field = |name: &str, value: &str| FieldRecord {
            name: name.into(),
            values: vec![value.into()],
        };
        Library::new(CorpusRecord {
            title: "Accounts".into(),
            n_words: 1200,
            documents: vec![SummaryRecord {
                id: "note".into(),
                title: "A note".into(),
                date: Some("2024-12-08".into()),
                lang: Some("en".into()),
                fields: vec![field("author", "R. Milhem"), field("tag", "Homs")],
                ..SummaryRecord::default()
            }],
            ..CorpusRecord::default()
        })
    }

    fn hit() -> HitRecord {
        let passage = PassageRecord {
            text: "They were <b>drunk</b> with victory".into(),
            block: "0badcafe".into(),
            start: 100,
            end: 135,
            marks: vec![[13, 18]],
        };
        HitRecord {
            id: "note".into(),
            title: "A note".into(),
            matches: 3,
            passages: vec![passage],
            ..HitRecord::default()
        }
    }

    #[test]
    fn a_hit_links_to_its_match_and_shows_who_wrote_it() {
        let answer = SearchRecord {
            hits: vec![hit()],
            ..SearchRecord::default()
        };
        let html = to_html(&hits(
            &answer,
            &library(),
            &ViewState::default().with_query("drunk"),
        ));
        assert!(
            html.contains("href=\"#/doc/note/0badcafe?q=drunk&amp;at=113\""),
            "{html}"
        );
        assert!(
            html.contains("They were &lt;b><mark>drunk</mark>&lt;/b> with victory …"),
            "{html}"
        );
        assert!(
            html.contains("R. Milhem")
                && html.contains("8 December 2024")
                && html.contains("3 matches"),
            "{html}"
        );
        assert!(html.contains("aria-labelledby=\"hit-0\""), "{html}");
    }

    #[test]
    fn passages_stand_in_the_order_of_the_text_and_the_title_leads_to_the_best() {
        let mut hit = hit();
        let mut earlier = hit.passages[0].clone();
        (earlier.start, earlier.end) = (20, 55);
        earlier.text = "Drunk is how they came, he said.".into();
        earlier.marks = vec![[0, 5]];
        hit.passages.push(earlier);
        let answer = SearchRecord {
            hits: vec![hit],
            ..SearchRecord::default()
        };
        let html = to_html(&hits(&answer, &library(), &ViewState::default()));
        let places: Vec<&str> = html.split("at=").skip(1).map(|rest| &rest[..3]).collect();
        assert_eq!(
            places,
            ["113", "20\"", "113"],
            "title, then as in the text: {html}"
        );
    }

    #[test]
    fn hits_that_miss_a_word_stand_below_a_line_that_says_so() {
        let partial = HitRecord {
            missing: vec!["sober".into()],
            ..hit()
        };
        let answer = SearchRecord {
            hits: vec![hit(), partial],
            ..SearchRecord::default()
        };
        let html = to_html(&hits(&answer, &library(), &ViewState::default()));
        let line = html.find(&*wording::PARTIAL).expect("the line is there");
        assert!(html.find("Missing: sober").expect("the word is named") > line);
        assert!(html.contains("<ol class=\"hits\" start=\"2\">"), "{html}");
    }

    #[test]
    fn a_document_without_matches_in_its_text_shows_its_lead() {
        let answer = SearchRecord {
            hits: vec![HitRecord {
                passages: vec![PassageRecord {
                    text: "The road to Homs.".into(),
                    ..PassageRecord::default()
                }],
                ..hit()
            }],
            ..SearchRecord::default()
        };
        assert!(
            to_html(&hits(&answer, &library(), &ViewState::default()))
                .contains("The road to Homs.")
        );
    }

    #[test]
    fn the_reading_is_shown_when_it_tells_something() {
        for (query, read_as, shown) in [
            ("homs  damascus ", "homs damascus", false),
            ("homs", "homs", false),
            ("\"a b\"", "\"a b\"", true),
            ("“a b", "\"a b\"", true),
            ("a -b", "a -b", true),
            ("", "", false),
        ] {
            assert_eq!(is_worth_showing(query, read_as), shown, "{query}");
        }
    }

    #[test]
    fn a_very_long_query_is_no_wall_of_text() {
        let answer = SearchRecord {
            query: "a".into(),
            read_as: "homs ".repeat(3000),
            ..SearchRecord::default()
        };
        let html = to_html(&reading_lines(&answer, &ViewState::default()));
        assert!(html.len() < 500 && html.contains("homs …"), "{html}");
    }

    #[test]
    fn spellings_are_listed_once_with_a_way_to_the_exact_word() {
        let expansion = |forms: &[(&str, u64)]| ExpansionRecord {
            word: "sharaa".into(),
            reason: "joined".into(),
            forms: forms
                .iter()
                .map(|&(form, count)| (form.to_owned(), count))
                .collect(),
        };
        let answer = SearchRecord {
            query: "sharaa".into(),
            read_as: "sharaa".into(),
            expansion_details: vec![
                expansion(&[("sharaa", 14), ("alsharaa", 9)]),
                expansion(&[("sharaa", 14)]),
            ],
            ..SearchRecord::default()
        };
        let state = ViewState::default().with_query("sharaa");
        let html = to_html(&reading_lines(&answer, &state));
        assert_eq!(html.matches("14").count(), 1, "{html}");
        assert!(
            html.contains("href=\"#/search?q=sharaa&amp;exact=1\""),
            "{html}"
        );
        let exact = to_html(&reading_lines(
            &answer,
            &ViewState {
                exact: true,
                ..state
            },
        ));
        assert!(
            exact.contains(&*wording::EXACT_NOW) && exact.contains("href=\"#/search?q=sharaa\""),
            "{exact}"
        );
    }

    #[test]
    fn a_suggestion_replaces_the_word_it_is_about() {
        let note = NoteRecord {
            kind: "unknown_word".into(),
            about: "khazaly".into(),
            message: "“khazaly” is not in these texts.".into(),
            suggestions: vec!["khazali".into()],
        };
        let answer = SearchRecord {
            notes: vec![note],
            ..SearchRecord::default()
        };
        let html = to_html(&reading_lines(
            &answer,
            &ViewState::default().with_query("qais khazaly"),
        ));
        assert!(
            html.contains("href=\"#/search?q=qais%20khazali\""),
            "{html}"
        );
    }

    #[test]
    fn the_introduction_says_what_this_is() {
        let html = to_html(&introduction(&library()));
        assert!(
            html.contains("1 document · 1,200 words · 8 December 2024"),
            "{html}"
        );
        assert!(html.contains("href=\"#/search?q=Homs\""), "{html}");
    }
}
