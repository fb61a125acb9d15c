//! What a reader's text asks.

use query::{Query, QueryProblem, TextSpan};

/// A text of more words is pasted rather than typed: quotation marks and signs in it belong to its
/// sentences. A query with `OR`, a field or `NEAR` is meant, however long.
const MOST_TYPED_WORDS: usize = 32;

/// Reads a text as typed into the search box.
pub(crate) fn read(text: &str) -> (Query, Vec<QueryProblem>) {
    let (query, mut problems) = query::parse(text);
    problems.extend(no_word(text, &query).filter(|_| problems.is_empty()));
    if text
        .split_ascii_whitespace()
        .nth(MOST_TYPED_WORDS)
        .is_none()
        || !is_like_prose(&query)
    {
        return (query, problems);
    }
    let plain = query::parse_plain(text);
    if plain.to_canonical() != query.to_canonical() {
        problems.push(QueryProblem {
            span: TextSpan::default(),
            message: "a text of this length is read as plain words".to_string(),
            hint:
                "what has to be there as a phrase, or must not be there, goes into a shorter query"
                    .to_string(),
        });
    }
    (plain, problems)
}

/// Returns a problem where something was typed and nothing is asked.
pub(crate) fn no_word(text: &str, query: &Query) -> Option<QueryProblem> {
    let is_empty = |c: char| c.is_whitespace() || c == '\u{feff}';
    let is_silent = *query == Query::Everything && !text.chars().all(is_empty);
    is_silent.then(|| QueryProblem {
        span: TextSpan {
            start: 0,
            end: text.len() as u32,
        },
        message: "there is no word in this query".to_string(),
        hint: "every document is shown".to_string(),
    })
}

/// Tells whether a query has only what prose has, too: words, quotations, dashes and slashes.
fn is_like_prose(query: &Query) -> bool {
    match query {
        Query::Word(_) | Query::Phrase { slop: 0, .. } => true,
        Query::Not(inner) => is_like_prose(inner),
        Query::All(children) => children.iter().all(is_like_prose),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use query::Query;

    fn is_words_only(text: &str) -> bool {
        match read(text).0 {
            Query::All(children) => children.iter().all(|child| matches!(child, Query::Word(_))),
            single => matches!(single, Query::Word(_)),
        }
    }

    #[test]
    fn quotation_marks_bind_in_a_query_and_not_in_a_pasted_paragraph() {
        let quoted = "the road to \"Rastan bridge\" -checkpoint ";
        assert!(!is_words_only(quoted));
        assert!(is_words_only(&quoted.repeat(10)));
        assert!(
            read(&quoted.repeat(10))
                .1
                .iter()
                .any(|problem| problem.message.contains("plain words"))
        );
    }

    #[test]
    fn a_long_query_with_alternatives_is_meant() {
        assert!(!is_words_only(&"Homs OR Hama OR ".repeat(30)));
    }
}
