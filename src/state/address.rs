//! The view state as a fragment, and back.
//!
//! ```text
//! #/                                     the documents
//! #/search?q=…&sort=…&exact=1&source=…   an answer; every other key is a filter, repeated for more values
//! #/doc/<id>/<block>?q=…&at=…            a document, at a block or at a match
//! #/about
//! #/concordance?q=…&order=…              a table about what the lens holds; also timeline, names, voices,
//!                                        compare, words; its choices have the keys of `OPTIONS`
//! ```
//!
//! A filter by a field that is itself named `q`, `sort`, `exact`, `at` or as an option has the key `field.q`
//! and so on.
//!
//! Fragments work from `file://`, and a search never reaches a server's log. Values are percent-encoded
//! UTF-8. Whatever is typed into the address bar gives some state; what cannot be read is left out.

use super::view_state::{OPTIONS, QUERY_LIMIT};
use super::{Place, View, ViewState};
use crate::text;
use protocol::SortOrder;

/// Orders of the results with their names; the usual one, which no address names, stands first.
pub const ORDERS: [(&str, SortOrder); 7] = [
    ("relevance", SortOrder::Relevance),
    ("newest", SortOrder::Newest),
    ("oldest", SortOrder::Oldest),
    ("title", SortOrder::Title),
    ("source", SortOrder::Source),
    ("longest", SortOrder::Longest),
    ("shortest", SortOrder::Shortest),
];

/// What the key of any filter may begin with.
const FIELD: &str = "field.";

impl ViewState {
    /// Returns the fragment of this state, `#` included. Equal states have equal fragments.
    #[must_use]
    pub fn to_fragment(&self) -> String {
        let mut pairs: Vec<(&str, &str)> = Vec::new();
        let filters: Vec<_> = self.filters.iter().map(|f| (key_of(&f.field), f)).collect();
        if !self.query.is_empty() {
            pairs.push(("q", &self.query));
        }
        for (name, order) in &ORDERS[1..] {
            if *order == self.sort {
                pairs.push(("sort", name));
            }
        }
        if self.exact {
            pairs.push(("exact", "1"));
        }
        for (key, value) in &self.options {
            pairs.push((key, value));
        }
        for (key, filter) in &filters {
            for value in &filter.values {
                pairs.push((key, value));
            }
        }
        let at = match self.place {
            Place::Document { at: Some(at), .. } => at.to_string(),
            _ => String::new(),
        };
        if !at.is_empty() {
            pairs.push(("at", &at));
        }
        let mut fragment = self.path(pairs.is_empty());
        for (i, (key, value)) in pairs.into_iter().enumerate() {
            fragment.push(if i == 0 { '?' } else { '&' });
            encode(key, &mut fragment);
            fragment.push('=');
            encode(value, &mut fragment);
        }
        fragment
    }

    fn path(&self, is_bare: bool) -> String {
        match &self.place {
            Place::Search if is_bare => "#/".to_owned(),
            Place::Search => "#/search".to_owned(),
            Place::About => "#/about".to_owned(),
            Place::View(view) => ["#/", view.name()].concat(),
            Place::Document { id, block, .. } => {
                let mut path = String::from("#/doc/");
                encode(id, &mut path);
                if !block.is_empty() {
                    path.push('/');
                    encode(block, &mut path);
                }
                path
            }
        }
    }

    /// Returns the state that a fragment names; the documents for one that names nothing.
    #[must_use]
    pub fn of_fragment(fragment: &str) -> Self {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let (path, pairs) = fragment.split_once('?').unwrap_or((fragment, ""));
        let mut state = Self {
            place: place_of(path),
            ..Self::default()
        };
        for pair in pairs.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            state.take(decode(key, true), decode(value, true));
        }
        state
    }

    /// Returns what [`ViewState::of_fragment`] leaves out because this page does not know it, as it stands in the
    /// fragment, decoded.
    #[must_use]
    pub fn unread(fragment: &str) -> Vec<String> {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let (path, pairs) = fragment.split_once('?').unwrap_or((fragment, ""));
        let place = place_of(path);
        let first = path.split('/').find(|part| !part.is_empty()).unwrap_or("");
        let mut unread = Vec::new();
        if place == Place::Search && !["", "search"].contains(&first) {
            unread.push(decode(path, false));
        }
        for pair in pairs.split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value = decode(value, true);
            let is_read = match decode(key, true).as_str() {
                "sort" => ORDERS.iter().any(|(known, _)| *known == value),
                "exact" => ["0", "1"].contains(&value.as_str()),
                "at" => value.parse::<u32>().is_ok(),
                _ => true,
            };
            if !is_read {
                unread.push(decode(pair, true));
            }
        }
        unread
    }

    fn take(&mut self, key: String, value: String) {
        match key.as_str() {
            "q" => self.query = text::beginning(&value, QUERY_LIMIT).to_owned(),
            "sort" => self.sort = order_of(&value),
            "exact" => self.exact = value == "1",
            "at" => {
                if let Place::Document { at, .. } = &mut self.place {
                    *at = value.parse().ok();
                }
            }
            _ if value.is_empty() => {}
            _ if OPTIONS.contains(&key.as_str()) && !matches!(self.place, Place::Search) => {
                *self = self.with_option(&key, &value);
            }
            _ => {
                self.add_filter(key.strip_prefix(FIELD).unwrap_or(&key), &value);
            }
        }
    }
}

/// Returns the key of a filter. A field that is named as another key is has a prefix.
fn key_of(field: &str) -> String {
    let is_taken = field.starts_with(FIELD)
        || ["q", "sort", "exact", "at"].contains(&field)
        || OPTIONS.contains(&field);
    [if is_taken { FIELD } else { "" }, field].concat()
}

fn place_of(path: &str) -> Place {
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    match (parts.next(), parts.next()) {
        (Some("about"), _) => Place::About,
        (Some("doc"), Some(id)) => Place::Document {
            id: decode(id, false),
            block: parts
                .next()
                .map(|block| decode(block, false))
                .unwrap_or_default(),
            at: None,
        },
        (Some(name), _) => {
            let mut known = View::ALL.iter().filter(|(_, known)| *known == name);
            known
                .next()
                .map_or(Place::Search, |(view, _)| Place::View(*view))
        }
        _ => Place::Search,
    }
}

/// Returns the order of this name; the usual one where there is none such.
#[must_use]
pub fn order_of(name: &str) -> SortOrder {
    let found = ORDERS.iter().find(|(known, _)| *known == name);
    found.map_or_else(SortOrder::default, |(_, order)| *order)
}

/// Appends `text` percent-encoded: letters, digits and `-._~*"` of ASCII stay, every other byte is escaped.
fn encode(text: &str, into: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for &byte in text.as_bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~*".contains(&byte) {
            into.push(char::from(byte));
        } else {
            into.push('%');
            into.push(char::from(DIGITS[usize::from(byte >> 4)]));
            into.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
}

/// Undoes [`encode`]. A `%` without two digits stands for itself; bytes that are no UTF-8 become U+FFFD.
fn decode(text: &str, plus_is_space: bool) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        let escaped = match bytes[i..] {
            [b'%', high, low, ..] => hex(high).zip(hex(low)).map(|(high, low)| high * 16 + low),
            _ => None,
        };
        match escaped {
            Some(byte) => decoded.push(byte),
            None if bytes[i] == b'+' && plus_is_space => decoded.push(b' '),
            None => decoded.push(bytes[i]),
        }
        i += if escaped.is_some() { 3 } else { 1 };
    }
    String::from_utf8(decoded)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(state: &ViewState, fragment: &str) {
        assert_eq!(state.to_fragment(), fragment);
        assert_eq!(&ViewState::of_fragment(fragment), state);
    }

    fn asking(query: &str) -> ViewState {
        ViewState {
            query: query.to_owned(),
            ..ViewState::default()
        }
    }

    #[test]
    fn what_an_address_asks_for_in_vain_is_told() {
        for (fragment, expected) in [
            ("", &[][..]),
            ("#/search?q=a&sort=newest&tag=Homs&exact=1", &[]),
            ("#/doc/a/b?at=12", &[]),
            ("#/atlas/homs?q=a", &["/atlas/homs"]),
            (
                "#/search?sort=beauty&exact=yes",
                &["sort=beauty", "exact=yes"],
            ),
            ("#/doc/a?at=there", &["at=there"]),
        ] {
            assert_eq!(ViewState::unread(fragment), expected, "{fragment}");
        }
    }

    #[test]
    fn states_and_fragments_are_one_to_one() {
        check(&ViewState::default(), "#/");
        check(&asking("homs damascus"), "#/search?q=homs%20damascus");
        check(&asking("betray*"), "#/search?q=betray*");
        check(
            &asking("100% \"a+b\"&c=#d?"),
            "#/search?q=100%25%20%22a%2Bb%22%26c%3D%23d%3F",
        );
        check(&asking("حمص"), "#/search?q=%D8%AD%D9%85%D8%B5");
        check(
            &ViewState::default()
                .toggled("tag", "Homs")
                .toggled("tag", "Aleppo"),
            "#/search?tag=Aleppo&tag=Homs",
        );
        check(
            &asking("a").toggled("source", "The Atlantic"),
            "#/search?q=a&source=The%20Atlantic",
        );
        check(
            &ViewState {
                sort: SortOrder::Newest,
                exact: true,
                ..asking("a")
            },
            "#/search?q=a&sort=newest&exact=1",
        );
        for (name, sort) in &ORDERS[1..] {
            let state = ViewState {
                sort: *sort,
                ..asking("a")
            };
            check(&state, &["#/search?q=a&sort=", name].concat());
        }
        check(&ViewState::default().at(Place::About), "#/about");
    }

    #[test]
    fn a_view_with_its_choices_has_an_address() {
        let words = asking("homs").at(Place::View(View::Words));
        check(&words, "#/words?q=homs");
        check(
            &words
                .with_option("list", "keyness")
                .with_option("against", "rest")
                .toggled("tag", "Homs"),
            "#/words?q=homs&against=rest&list=keyness&tag=Homs",
        );
        assert_eq!(words.with_option("unknown", "x"), words);
        assert_eq!(
            words.with_option("list", "a").with_option("list", ""),
            words
        );
        check(
            &ViewState::default().toggled("kind", "report"),
            "#/search?field.kind=report",
        );
    }

    #[test]
    fn a_place_in_a_document_has_an_address() {
        check(
            &ViewState::default().in_document("note", "", None),
            "#/doc/note",
        );
        check(
            &asking("drunk").in_document("a/b c", "0badcafe", Some(120)),
            "#/doc/a%2Fb%20c/0badcafe?q=drunk&at=120",
        );
    }

    #[test]
    fn fields_named_as_other_keys_are_filters_all_the_same() {
        check(
            &asking("a").toggled("q", "b").toggled("sort", "newest"),
            "#/search?q=a&field.q=b&field.sort=newest",
        );
        check(
            &ViewState::default()
                .toggled("exact", "1")
                .toggled("at", "Homs")
                .in_document("d", "", Some(7)),
            "#/doc/d?field.at=Homs&field.exact=1&at=7",
        );
        check(
            &ViewState::default().toggled("field.q", "b"),
            "#/search?field.field.q=b",
        );
        assert_eq!(
            ViewState::of_fragment("#/search?field.tag=Homs"),
            ViewState::default().toggled("tag", "Homs")
        );
    }

    #[test]
    fn hand_written_addresses_are_read_kindly() {
        assert_eq!(ViewState::of_fragment(""), ViewState::default());
        assert_eq!(ViewState::of_fragment("#nonsense"), ViewState::default());
        assert_eq!(ViewState::of_fragment("#/doc"), ViewState::default());
        assert_eq!(
            ViewState::of_fragment("#/search?q=homs+damascus").query,
            "homs damascus"
        );
        assert_eq!(ViewState::of_fragment("#/search?q=50%&tag=").query, "50%");
        assert_eq!(ViewState::of_fragment("#/search?q=%FF").query, "\u{FFFD}");
        assert_eq!(
            ViewState::of_fragment("#/search?sort=upwards").sort,
            SortOrder::Relevance
        );
        assert_eq!(
            ViewState::of_fragment("#/doc/a?at=x"),
            ViewState::default().in_document("a", "", None)
        );
    }
}
