//! What a reader decides about names: which are one, which are two, how they are called, which are none.
//!
//! Decisions are kept where the reader reads, and can be saved as the `authority.toml` that a build reads.

use super::Editing;
use crate::wording;
use protocol::{NameDecision, NameRow};

/// First line of a saved authority file.
const REMARK: &str = "# Decisions about names. Put this file beside the texts, or its entries into the one that is there.\n";
/// Kind of a decision whose names are not shown.
const HIDDEN: &str = "hidden";

/// Decisions, and what is being decided upon.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Deciding {
    /// Whether names can be chosen now.
    pub is_open: bool,
    /// The chosen names, in the order of choice.
    pub chosen: Vec<Chosen>,
    /// Decisions in the order in which they were made.
    pub decisions: Vec<NameDecision>,
}

/// A chosen name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chosen {
    /// Its kind.
    pub kind: String,
    /// How it is called.
    pub preferred: String,
    /// Its forms that no other name has; the preferred one may be among them.
    pub forms: Vec<String>,
}

impl Deciding {
    /// Opens the choice of names, or ends it.
    pub fn switch(&mut self) {
        self.is_open = !self.is_open;
        self.chosen.clear();
    }

    /// Chooses a name, or chooses it no longer.
    pub fn toggle(&mut self, row: &NameRow) {
        let before = self.chosen.len();
        self.chosen.retain(|one| one.preferred != row.preferred);
        if self.chosen.len() < before {
            return;
        }
        let own = row.forms.iter().map(|(form, _)| form);
        let sources = row.sources.iter().map(|(_, name)| name);
        let mut forms: Vec<String> = Vec::new();
        for form in sources.chain(own.filter(|form| !row.shared.contains(form))) {
            if !forms.contains(form) {
                forms.push(form.clone());
            }
        }
        self.chosen.push(Chosen {
            kind: row.kind.clone(),
            preferred: row.preferred.clone(),
            forms,
        });
    }

    /// Makes the chosen names one, called `name`, or as the first of them where that is empty. One name alone is
    /// renamed.
    pub fn join(&mut self, name: &str) {
        let Some(first) = self.chosen.first() else {
            return;
        };
        let name = if name.trim().is_empty() {
            &first.preferred
        } else {
            name.trim()
        };
        let (kind, preferred) = (first.kind.clone(), name.to_owned());
        self.decide(kind, preferred);
    }

    /// Leaves the chosen names out.
    pub fn hide(&mut self) {
        if let Some(first) = self.chosen.first() {
            let preferred = first.preferred.clone();
            self.decide(HIDDEN.to_owned(), preferred);
        }
    }

    /// Makes a form of the one chosen name a name of its own.
    pub fn part(&mut self, form: &str) {
        let [one] = &self.chosen[..] else { return };
        if form == one.preferred || !one.forms.iter().any(|known| known == form) {
            return;
        }
        for decision in &mut self.decisions {
            decision.forms.retain(|known| known != form);
        }
        self.decisions.push(NameDecision {
            kind: one.kind.clone(),
            preferred: form.to_owned(),
            forms: Vec::new(),
        });
        self.chosen.clear();
    }

    fn decide(&mut self, kind: String, preferred: String) {
        let mut forms = Vec::new();
        for one in self.chosen.drain(..) {
            // What was decided of a chosen name is in its forms.
            self.decisions
                .retain(|known| known.preferred != one.preferred);
            for form in std::iter::once(one.preferred).chain(one.forms) {
                if form != preferred && !forms.contains(&form) {
                    forms.push(form);
                }
            }
        }
        self.decisions.push(NameDecision {
            kind,
            preferred,
            forms,
        });
    }

    /// Takes a decision back, by its place.
    pub fn take_back(&mut self, at: usize) {
        if at < self.decisions.len() {
            self.decisions.remove(at);
            self.chosen.clear();
        }
    }

    /// Returns what is shown of it.
    #[must_use]
    pub fn shown(&self) -> Editing {
        let forms = match &self.chosen[..] {
            [one] => one.forms.clone(),
            _ => Vec::new(),
        };
        let preferred = |one: &Chosen| one.preferred.clone();
        let own = self.chosen.first().map(preferred);
        Editing {
            is_open: self.is_open,
            chosen: self.chosen.iter().map(preferred).collect(),
            forms: forms
                .into_iter()
                .filter(|form| Some(form) != own.as_ref())
                .collect(),
            decided: self.decisions.iter().map(sentence).collect(),
        }
    }

    /// Returns the decisions as `authority.toml`.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let mut toml = String::from(REMARK);
        let hidden = self.decisions.iter().filter(|one| one.kind == HIDDEN);
        let hidden: Vec<&String> = hidden
            .flat_map(|one| std::iter::once(&one.preferred).chain(&one.forms))
            .collect();
        if !hidden.is_empty() {
            toml.push_str("hide = ");
            put_list(&mut toml, hidden.into_iter());
        }
        for one in self.decisions.iter().filter(|one| one.kind != HIDDEN) {
            toml.push_str("\n[[entity]]\nkind = ");
            put_string(&mut toml, &one.kind);
            toml.push_str("\npreferred = ");
            put_string(&mut toml, &one.preferred);
            toml.push('\n');
            if !one.forms.is_empty() {
                toml.push_str("variants = ");
                put_list(&mut toml, one.forms.iter());
            }
        }
        toml
    }

    /// Returns the decisions as lines to keep: kind, name and forms with tabs between them.
    #[must_use]
    pub fn to_lines(&self) -> String {
        let mut lines = String::new();
        for one in &self.decisions {
            lines.push_str(&one.kind);
            for form in std::iter::once(&one.preferred).chain(&one.forms) {
                lines.push('\t');
                lines.push_str(form);
            }
            lines.push('\n');
        }
        lines
    }

    /// Reads what [`Deciding::to_lines`] wrote; other lines are left out.
    #[must_use]
    pub fn of_lines(lines: &str) -> Self {
        let read = |line: &str| {
            let mut parts = line.split('\t');
            let kind = parts.next().filter(|kind| !kind.is_empty())?.to_owned();
            let preferred = parts.next().filter(|name| !name.is_empty())?.to_owned();
            Some(NameDecision {
                kind,
                preferred,
                forms: parts.map(str::to_owned).collect(),
            })
        };
        Self {
            decisions: lines.lines().filter_map(read).collect(),
            ..Self::default()
        }
    }
}

fn sentence(decision: &NameDecision) -> String {
    let forms = decision.forms.join(", ");
    match (decision.kind.as_str(), decision.forms.is_empty()) {
        (HIDDEN, true) => wording::hidden_name(&decision.preferred),
        (HIDDEN, false) => wording::hidden_name(&[&decision.preferred, ", ", &forms].concat()),
        (_, true) => wording::parted_name(&decision.preferred),
        (_, false) => wording::joined_name(&decision.preferred, &forms),
    }
}

fn put_list<'t>(toml: &mut String, texts: impl Iterator<Item = &'t String>) {
    toml.push('[');
    for (i, text) in texts.enumerate() {
        toml.push_str(if i > 0 { ", " } else { "" });
        put_string(toml, text);
    }
    toml.push_str("]\n");
}

/// Writes a basic string of TOML. Forms hold no control characters but, at most, line ends and tabs.
fn put_string(toml: &mut String, text: &str) {
    toml.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                toml.push('\\');
                toml.push(c);
            }
            c if c.is_control() => toml.push(' '),
            c => toml.push(c),
        }
    }
    toml.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(kind: &str, forms: &[&str]) -> NameRow {
        NameRow {
            kind: kind.into(),
            preferred: forms[0].into(),
            forms: forms.iter().map(|&form| (form.to_owned(), 1)).collect(),
            sources: vec![(kind.into(), forms[0].into())],
            ..NameRow::default()
        }
    }

    fn joined() -> Deciding {
        let mut deciding = Deciding::default();
        deciding.toggle(&row("person", &["Ahmed al-Sharaa", "al-Sharaa"]));
        let jolani = NameRow {
            shared: vec!["Abu".into()],
            ..row("person", &["Jolani", "Abu"])
        };
        deciding.toggle(&jolani);
        deciding.join("");
        deciding
    }

    #[test]
    fn joined_names_take_their_own_forms_and_leave_those_of_others() {
        let deciding = joined();
        assert_eq!(
            deciding.decisions,
            [NameDecision {
                kind: "person".into(),
                preferred: "Ahmed al-Sharaa".into(),
                forms: vec!["al-Sharaa".into(), "Jolani".into()],
            }]
        );
        assert!(deciding.chosen.is_empty());
    }

    #[test]
    fn a_form_that_is_parted_leaves_what_was_joined() {
        let mut deciding = joined();
        let mut whole = row("person", &["Ahmed al-Sharaa", "al-Sharaa", "Jolani"]);
        whole.sources.push(("person".into(), "Jolani".into()));
        deciding.toggle(&whole);
        deciding.part("Jolani");
        assert_eq!(deciding.decisions[0].forms, ["al-Sharaa"]);
        assert_eq!(deciding.decisions[1].preferred, "Jolani");
        deciding.take_back(1);
        assert_eq!(deciding.decisions.len(), 1);
    }

    #[test]
    fn a_name_is_renamed_and_hidden_and_both_are_said() {
        let mut deciding = Deciding::default();
        deciding.toggle(&row("place", &["Damascus"]));
        deciding.join("  Dimashq ");
        deciding.toggle(&row("org", &["Editor"]));
        deciding.hide();
        let shown = deciding.shown();
        assert_eq!(shown.decided.len(), 2);
        assert!(shown.decided[0].contains("Dimashq"), "{shown:?}");
        assert_eq!(Deciding::of_lines(&deciding.to_lines()), deciding);
    }

    #[test]
    fn choosing_a_name_twice_leaves_it_unchosen() {
        let mut deciding = Deciding::default();
        deciding.toggle(&row("place", &["Damascus"]));
        deciding.toggle(&row("place", &["Damascus"]));
        assert!(deciding.chosen.is_empty());
        deciding.join("x");
        assert!(deciding.decisions.is_empty());
    }

    #[test]
    fn decisions_are_written_as_a_build_reads_them() {
        let mut deciding = joined();
        deciding.toggle(&row("org", &["The \"Editor\""]));
        deciding.hide();
        let toml = deciding.to_toml();
        let read = authority::read_authority(&toml).expect("an authority file");
        assert_eq!(read.entities[0].preferred, "Ahmed al-Sharaa");
        assert_eq!(read.entities[0].variants, ["al-Sharaa", "Jolani"]);
        assert_eq!(read.hidden, ["The \"Editor\""]);
    }
}
