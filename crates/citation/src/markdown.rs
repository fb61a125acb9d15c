//! A block quotation in Markdown (`CommonMark` 0.31) with its reference.

use crate::{Passage, Work, note};

pub(crate) fn written(work: &Work, passage: Option<&Passage>) -> String {
    let quote = passage.map_or("", |passage| passage.quote.trim());
    if quote.is_empty() {
        return reference(work, passage);
    }
    let mut text = String::new();
    for line in quote.lines() {
        push_line(&mut text, &escaped(line.trim()));
    }
    push_line(&mut text, "");
    push_line(&mut text, &["— ", &reference(work, passage)].concat());
    text.truncate(text.trim_end().len());
    text
}

fn push_line(text: &mut String, line: &str) {
    text.push('>');
    if !line.is_empty() {
        text.push(' ');
        text.push_str(line);
    }
    text.push('\n');
}

/// Returns the reference: the title leads to the document, the paragraph to the passage.
fn reference(work: &Work, passage: Option<&Passage>) -> String {
    let mut parts = vec![escaped(&note::authors_of(work))];
    parts.push(linked(&escaped(&note::quoted(work.title())), work.url()));
    if !work.source().is_empty() {
        parts.push(["*", &escaped(work.source()), "*"].concat());
    }
    parts.extend(work.date().map(crate::Date::in_words));
    if let Some(passage) = passage {
        let place = note::place_of(passage);
        let named = place.unwrap_or_else(|| {
            if passage.link.is_empty() {
                ""
            } else {
                "passage"
            }
            .to_owned()
        });
        parts.push(linked(&named, &passage.link));
    }
    parts.retain(|part| !part.is_empty());
    let mut text = parts.join(", ");
    text.push('.');
    text
}

/// Returns a link, or only its words where there is no address.
fn linked(words: &str, address: &str) -> String {
    if address.is_empty() {
        return words.to_owned();
    }
    let mut link = ["[", words, "]("].concat();
    for sign in address.chars() {
        match sign {
            '(' => link.push_str("%28"),
            ')' => link.push_str("%29"),
            '<' => link.push_str("%3C"),
            '>' => link.push_str("%3E"),
            '\\' => link.push_str("%5C"),
            '&' | '*' | '_' | '`' | '[' | ']' => link.extend(['\\', sign]),
            _ if sign.is_whitespace() || sign.is_control() => link.push_str("%20"),
            _ => link.push(sign),
        }
    }
    link.push(')');
    link
}

/// Returns a line of text that Markdown shows as it is: signs with a meaning are escaped, and so is what
/// would begin a heading, a list or a rule.
#[must_use]
pub fn escaped(line: &str) -> String {
    let mut text = String::with_capacity(line.len() + 8);
    for (at, sign) in line.char_indices() {
        let begins = at == 0 && matches!(sign, '#' | '-' | '+' | '=' | ':');
        let is_number_end = matches!(sign, '.' | ')')
            && (1..=9).contains(&at)
            && line[..at].bytes().all(|byte| byte.is_ascii_digit());
        let is_marked = matches!(
            sign,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '^' | '$'
        );
        if begins || is_number_end || is_marked {
            text.push('\\');
        }
        text.push(if sign.is_control() { ' ' } else { sign });
    }
    text
}
