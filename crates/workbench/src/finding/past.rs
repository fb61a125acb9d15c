//! Past searches: newest first, each once.

use crate::text;

/// Searches that are kept.
const MOST_KEPT: usize = 50;
/// Characters of a search that are kept; what is longer was pasted, not typed.
const MOST_CHARACTERS: usize = 200;

/// Past searches, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Past(Vec<String>);

impl Past {
    /// Reads what [`Past::to_text`] wrote; anything else gives some searches, or none.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        Self(lines.take(MOST_KEPT).map(str::to_owned).collect())
    }

    /// Writes them, one a line.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.0.join("\n")
    }

    /// Adds a search; one that was there moves to the front. Returns whether that changed anything.
    pub fn add(&mut self, query: &str) -> bool {
        let query = query.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_long = text::beginning(&query, MOST_CHARACTERS).len() < query.len();
        if query.is_empty() || is_long || self.0.first() == Some(&query) {
            return false;
        }
        self.0.retain(|known| *known != query);
        self.0.insert(0, query);
        self.0.truncate(MOST_KEPT);
        true
    }

    /// Returns the newest searches that begin with what was typed, but are not that; of an empty box, all.
    #[must_use]
    pub fn beginning(&self, typed: &str, most: usize) -> Vec<&str> {
        let typed = typed.trim_start().to_lowercase();
        let fits = |known: &&String| {
            let known = known.to_lowercase();
            known.starts_with(&typed) && known != typed.trim_end()
        };
        let found = self.0.iter().filter(fits);
        found.take(most).map(String::as_str).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_stand_first_and_each_once() {
        let mut past = Past::default();
        for query in ["homs", "damascus", " homs \n", "homs"] {
            past.add(query);
        }
        assert_eq!(past.to_text(), "homs\ndamascus");
        assert_eq!(Past::of_text(&past.to_text()), past);
        assert!(!past.add("") && !past.add(&"x".repeat(300)));
    }

    #[test]
    fn what_was_typed_narrows_them_and_is_no_proposal_itself() {
        let past = Past::of_text("Homs road\nhoms\ndamascus");
        assert_eq!(past.beginning("ho", 5), ["Homs road", "homs"]);
        assert_eq!(past.beginning("homs", 5), ["Homs road"]);
        assert_eq!(past.beginning("", 2), ["Homs road", "homs"]);
    }

    #[test]
    fn they_do_not_grow_without_end() {
        let mut past = Past::default();
        (0..200).for_each(|n| {
            past.add(&n.to_string());
        });
        assert_eq!(past.to_text().lines().count(), MOST_KEPT);
    }
}
