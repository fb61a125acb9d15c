//! When two names are one bearer's.

use super::bearers::{AsName, is_patronymic};
use super::chunks::Generation;
use super::lexicon::Lexicon;
use super::spelling::Reason;
use super::{NameKind, offices, spelling};

/// Returns the folded name under which a place, organisation, group or lone word is one.
pub(super) fn key_of(name_text: &impl AsName, kind: NameKind, lexicon: &Lexicon) -> String {
    let (text, parts) = name_text.as_name();
    match kind {
        NameKind::Place => lexicon
            .usual_place(text.to_lowercase().trim_end_matches('.'))
            .map_or_else(|| joined(parts), |usual| joined(&spelling::parts(usual))),
        NameKind::Group => family_of(parts).unwrap_or_else(|| joined(parts)),
        NameKind::Org => match offices::ordered(parts)[..] {
            [part] => joined(&[part.to_owned()]),
            ref parts => parts.concat(),
        },
        _ => joined(parts),
    }
}

/// Al-Bukamal, Al Bukamal and Albukamal are one word.
fn joined(parts: &[String]) -> String {
    let key = parts.concat();
    match key.strip_prefix("al") {
        Some(rest) if rest.len() >= 6 && parts.len() == 1 => rest.to_owned(),
        _ => key,
    }
}

/// The Assads, the Assad family, the house of Assad.
fn family_of(parts: &[String]) -> Option<String> {
    let name = match parts {
        [name, word]
            if matches!(
                word.as_str(),
                "family" | "clan" | "dynasty" | "household" | "tribe"
            ) =>
        {
            name.as_str()
        }
        [word, name] if matches!(word.as_str(), "house") => name.as_str(),
        [name] => name.strip_suffix('s').unwrap_or(name),
        _ => return None,
    };
    Some([name, "s"].concat())
}

/// Returns why two full names are one person's.
pub(super) fn same_person(a: &[String], b: &[String]) -> Option<Reason> {
    if let Some(reason) = spelling::same_parts(a, b) {
        return Some(reason);
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() < 2 || spelling::is_family_first(&short[0]) {
        return None;
    }
    if has_generation(short) != has_generation(long) {
        return None;
    }
    // "Mohamed bin Zayed" of "Mohamed bin Zayed Al Nahyan", "Oleg Viktorovich" of "Oleg Viktorovich Tarasov".
    if short.len() < long.len()
        && spelling::same_parts(short, &long[..short.len()]).is_some()
        && short[1..]
            .iter()
            .any(|part| part.starts_with("bin") || is_patronymic(part))
    {
        return Some(Reason::Shorter);
    }
    let (first, last) = (&short[0], &short[short.len() - 1]);
    let (long_first, long_last) = (&long[0], &long[long.len() - 1]);
    spelling::same_part(last, long_last)?;
    let is_initial = |part: &str| part.chars().count() == 1;
    let begins = |initial: &str, part: &str| part.starts_with(initial);
    if is_initial(first) != is_initial(long_first) {
        let all = short[..short.len() - 1]
            .iter()
            .zip(&long[..long.len() - 1])
            .all(|(x, y)| begins(x, y) && is_initial(x) || begins(y, x) && is_initial(y) || x == y);
        return all.then_some(Reason::Initials);
    }
    if spelling::same_part(first, long_first).is_none()
        || short.len() == long.len() && short.len() == 2
    {
        return None;
    }
    if short.len() == 2 && long.len() >= 3 {
        let middles = &long[1..long.len() - 1];
        return Some(if middles.iter().all(|part| is_initial(part)) {
            Reason::Initials
        } else {
            Reason::Shorter
        });
    }
    // "John F. Kennedy", "John Fitzgerald Kennedy".
    let same_middles = short.len() == long.len()
        && short
            .iter()
            .zip(long)
            .all(|(x, y)| x == y || is_initial(x) && begins(x, y) || is_initial(y) && begins(y, x));
    same_middles.then_some(Reason::Initials)
}

fn has_generation(parts: &[String]) -> bool {
    parts
        .iter()
        .any(|part| matches!(part.as_str(), "jr" | "sr" | "ii" | "iii" | "iv"))
}

/// Tells whether two ways of setting a bearer off can be of one bearer.
pub(super) fn generations_agree(known: Generation, new: Generation) -> bool {
    use Generation::{Child, Older, Unsaid, Younger};
    !matches!(
        (known, new),
        (Older, Younger | Child) | (Younger | Child, Older) | (Unsaid, Younger) | (Younger, Unsaid)
    )
}
