//! What the text says is another name of someone.

use super::super::finding::Mention;
use super::super::spelling::Reason;
use super::super::{NameKind, initials, spelling};
use super::{LocalForm, Name, Resolver, between, key_of};

impl Resolver<'_> {
    /// Joins what the text says is another name: "X, known as Y", "X (Y)" for abbreviations.
    pub(super) fn aliases(&mut self, mentions: &[Mention], names: &[Name]) {
        for at in 1..mentions.len() {
            let mut before = at - 1;
            if mentions[before].block != mentions[at].block || names[at].parts.is_empty() {
                continue;
            }
            let text = &self.document.text;
            let gap = between(text, &mentions[before], &mentions[at]);
            let reason = if abbreviates(text, &mentions[at], names, before, at, gap) {
                Reason::Acronym
            } else if gap.len() < 90 && says_alias(gap, opened_before(text, mentions, at)) {
                // Inside brackets the other name is of whoever stands before them.
                while gap_has_no_bracket_before(text, mentions, before, at)
                    && before > 0
                    && mentions[before - 1].block == mentions[at].block
                {
                    before -= 1;
                }
                Reason::Alias
            } else if is_called_by_child(
                text,
                [&mentions[before], &mentions[at]],
                &names[before..=at],
            ) {
                Reason::Alias
            } else if let Some(head) = bracket_head(text, mentions, at)
                && are_variants(&names[head], &names[at])
            {
                before = head;
                Reason::Alias
            } else {
                continue;
            };
            let (a, b) = (mentions[before].kind, mentions[at].kind);
            let fits =
                a == b || b == NameKind::Other || a == NameKind::Other || reason == Reason::Acronym;
            if !fits || a == NameKind::Group || (b == NameKind::Place && a == NameKind::Person) {
                continue;
            }
            let entity = match self.full_of[before] {
                Some((entity, _)) => entity,
                None => {
                    let entity = self.keyed(mentions, names, before);
                    self.assign(before, entity, &names[before], Reason::Same);
                    entity
                }
            };
            if let Some((other, _)) = self.full_of[at] {
                self.absorb(entity, other, reason);
            } else {
                self.assign(at, entity, &names[at], reason);
            }
            let kind = self.entities[entity as usize].kind;
            for kind in [kind, b] {
                let key = key_of(&names[at], kind, self.lexicon);
                self.by_key.insert((kind, false, key), entity);
            }
            if kind == NameKind::Person {
                let parts = &names[at].parts;
                for part in [parts.first(), parts.last()].into_iter().flatten() {
                    self.may_be_called(entity, part);
                }
            }
        }
    }

    /// Makes `other` part of `entity`.
    pub(super) fn absorb(&mut self, entity: u32, other: u32, reason: Reason) {
        if entity == other {
            return;
        }
        let forms = std::mem::take(&mut self.entities[other as usize].forms);
        let mut moved = Vec::new();
        for form in forms {
            let into = &mut self.entities[entity as usize].forms;
            let place = into
                .iter()
                .position(|known| known.text == form.text)
                .unwrap_or_else(|| {
                    into.push(LocalForm {
                        count: 0,
                        reason,
                        ..form.clone()
                    });
                    into.len() - 1
                });
            into[place].count += form.count;
            moved.push(place as u32);
        }
        for assigned in self.full_of.iter_mut().flatten() {
            if assigned.0 == other {
                *assigned = (entity, moved.get(assigned.1 as usize).copied().unwrap_or(0));
            }
        }
        for known in self
            .by_key
            .values_mut()
            .chain(self.by_part.values_mut().flatten())
        {
            if *known == other {
                *known = entity;
            }
        }
        if self.entities[entity as usize].role.is_none() {
            self.entities[entity as usize].role = self.entities[other as usize].role.take();
        }
    }
}

/// "Fadi is Abu Rami.": of two names in one short sentence, one says whose father or mother its bearer is.
fn is_called_by_child(text: &str, [first, second]: [&Mention; 2], names: &[Name]) -> bool {
    let is_of_child = |name: &Name| {
        let begins = ["Abu ", "Abou ", "Umm ", "Um ", "Oum "];
        begins.iter().any(|begin| name.text.starts_with(begin))
    };
    let n_of_child = names.iter().filter(|name| is_of_child(name)).count();
    let is_said = matches!(between(text, first, second), " is " | " was ");
    let behind = text.get(second.span.end as usize..).unwrap_or("");
    let are_persons = first.kind == NameKind::Person && second.kind == NameKind::Person;
    is_said && are_persons && n_of_child == 1 && behind.starts_with(['.', ',', ';', ':'])
}

/// Tells whether the words between two names say that the second is another name of the first.
fn says_alias(gap: &str, in_bracket: bool) -> bool {
    let mut n_words = 0;
    let mut cue = false;
    let mut other = false;
    // "X, who called Y", "X also named Y": there the first is whoever calls.
    let mut is_active = !in_bracket && !gap.starts_with([',', '(', '—', ';']);
    for word in gap
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '\'' | '’'))
        .filter(|word| !word.is_empty())
    {
        n_words += 1;
        match word.to_lowercase().trim_end_matches('.') {
            "called" | "nicknamed" | "dubbed" | "named" if is_active => other = true,
            "known" | "called" | "alias" | "aka" | "a.k.a" | "nicknamed" | "formerly"
            | "dubbed" | "guerre" | "named" | "abbreviated" | "pseudonym" | "nickname" => {
                cue = true;
            }
            "also" if in_bracket || gap.contains('(') => cue = true,
            "who" | "which" => is_active = true,
            "is" | "was" | "were" | "are" => is_active = false,
            "also" | "as" | "then" | "whose" | "nom" | "de" | "better" | "widely" | "commonly"
            | "previously" | "once" | "by" | "his" | "her" | "or" | "often" | "now" | "simply"
            | "the" | "real" | "name" | "initials" | "its" | "acronym" | "still" | "locally"
            | "and" | "usually" | "under" | "written" | "spelled" | "birth" => {}
            _ => other = true,
        }
    }
    let described = [", a ", ", an ", ", the "]
        .iter()
        .any(|begin| gap.starts_with(begin))
        && [" known as ", " nicknamed ", " dubbed ", " called "]
            .iter()
            .filter_map(|end| {
                gap.trim_end_matches(['“', '"', '‘', '\''])
                    .strip_suffix(end)
            })
            .any(|phrase| !phrase.ends_with(','))
        && !gap.contains(['.', ';', ':'])
        && n_words <= 14;
    if described {
        return true;
    }
    // A full stop ends it.
    let begins = gap.trim_start_matches(['’', '\'', '”', '"', '*']);
    cue && !other
        && n_words <= 8
        && !gap.contains(". ")
        && !gap.contains('\n')
        && begins.starts_with([' ', ',', '(', '—', ';'])
}

/// Tells whether the name at `at` is given as the abbreviation of the one before it.
fn abbreviates(
    text: &str,
    mention: &Mention,
    names: &[Name],
    before: usize,
    at: usize,
    gap: &str,
) -> bool {
    let (long, short) = (&names[before].text, &names[at].text);
    if short.contains(char::is_whitespace) || !long.contains(' ') {
        return false;
    }
    let gap = gap.trim_end_matches(['“', '"', '‘', '\'']);
    let after = text.get(mention.span.end as usize..).unwrap_or("");
    let in_brackets = gap == " ("
        && after
            .trim_start_matches(['”', '"', '’', '\''])
            .starts_with(')');
    let in_row =
        matches!(gap, ", or " | ", or the " | " or ") && after.starts_with([',', '.', ' ', ';']);
    if gap == " (" && initials::is_acronym(short, long)
        || in_row && initials::is_acronym(short, long)
    {
        return true;
    }
    // The letters of its name in another language: Security Service of Ukraine (SBU).
    let is_short = short.len() <= 6 && short.chars().all(super::super::words::is_capital);
    mention.kind == NameKind::Org
        && !mention.is_listed
        && is_short
        && (in_brackets || in_row && gap == ", or ")
}

/// Tells whether the mention `before` stands inside the bracket in which `at` stands, so that both are of
/// someone further back.
fn gap_has_no_bracket_before(text: &str, mentions: &[Mention], before: usize, at: usize) -> bool {
    let gap = between(text, &mentions[before], &mentions[at]);
    if gap.contains('(') || before == 0 {
        return false;
    }
    let back = between(text, &mentions[before - 1], &mentions[before]);
    let closes = gap.contains(')') || back.contains(')');
    // Still inside a bracket that opened before.
    !closes
        && mentions[before - 1].block == mentions[at].block
        && opened_before(text, mentions, before)
}

/// The name before a bracket that holds nothing but names: "Hmeimim (Hmeymim, Khmeimim)".
fn bracket_head(text: &str, mentions: &[Mention], at: usize) -> Option<usize> {
    let after = text.get(mentions[at].span.end as usize..)?;
    let goes_on = [")", ", ", "; ", " or ", "/"]
        .iter()
        .any(|next| after.starts_with(next));
    let mut inner = at;
    for _ in 0..8 {
        let before = inner.checked_sub(1)?;
        if mentions[before].block != mentions[at].block {
            return None;
        }
        match between(text, &mentions[before], &mentions[inner]) {
            " (" | " [" => return goes_on.then_some(before),
            ", " | "; " | " or " | "/" | ", or " => inner = before,
            _ => return None,
        }
    }
    None
}

/// Tells whether two names in such a row are spellings of one: their letters without vowels agree, or
/// they share the first word and the rest agrees.
fn are_variants(a: &Name, b: &Name) -> bool {
    let (a, b) = (&a.parts, &b.parts);
    if a.is_empty() || b.is_empty() {
        return false;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    // "Vladimir Putin (Poutine)": a family name alone.
    let long = if short.len() == 1 {
        &long[long.len() - 1..]
    } else {
        &long[..]
    };
    short.len() == long.len()
        && short
            .iter()
            .zip(long)
            .all(|(x, y)| spelling::same_part(x, y).is_some() || spelling::is_alike(x, y))
}

fn opened_before(text: &str, mentions: &[Mention], before: usize) -> bool {
    let start = mentions[before].span.start as usize;
    let from = start.saturating_sub(120);
    let from = (from..=start)
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(start);
    let back = text.get(from..start).unwrap_or("");
    back.rfind('(')
        .is_some_and(|open| back.rfind(')').is_none_or(|close| close < open))
}
