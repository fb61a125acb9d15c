//! Small changes to a query as text: what a chip or a menu does.

use crate::parser::{all, any, parse};
use crate::{Query, TextSpan};

/// Returns the query with one more clause that must hold.
///
/// The text as typed is kept where nothing in it had to be guessed.
///
/// ```
/// assert_eq!(query::edit::add_clause("homs OR hama", "lang:ar"), "(homs OR hama) lang:ar");
/// ```
#[must_use]
pub fn add_clause(text: &str, clause: &str) -> String {
    let (query, problems) = parse(text);
    if query == Query::Everything {
        return clause.trim().into();
    }
    let kept = if problems.is_empty() {
        text.trim().into()
    } else {
        query.to_canonical()
    };
    let (open, close) = if matches!(query, Query::Any(_)) {
        ("(", ") ")
    } else {
        ("", " ")
    };
    [open, &kept, close, clause.trim()].concat()
}

/// Returns the query, in canonical form, without the words and clauses that lie inside `span`.
///
/// ```
/// let text = "homs (hama OR aleppo)";
/// let span = query::TextSpan { start: 6, end: 10 };
/// assert_eq!(query::edit::remove_clause(text, span), "homs aleppo");
/// ```
#[must_use]
pub fn remove_clause(text: &str, span: TextSpan) -> String {
    let (query, _) = parse(text);
    without(query, span).map_or_else(String::new, |query| query.to_canonical())
}

fn without(query: Query, span: TextSpan) -> Option<Query> {
    let outside = |own: &TextSpan| own.start < span.start || own.end > span.end;
    match query {
        Query::Word(ref word) => outside(&word.span).then_some(query),
        Query::Phrase { span: ref own, .. } | Query::Field { span: ref own, .. } => {
            outside(own).then_some(query)
        }
        Query::Near {
            left,
            right,
            distance,
            ordered,
        } => match (without(*left, span), without(*right, span)) {
            (Some(left), Some(right)) => Some(Query::Near {
                left: Box::new(left),
                right: Box::new(right),
                distance,
                ordered,
            }),
            (left, right) => left.or(right),
        },
        Query::All(parts) => all(parts
            .into_iter()
            .filter_map(|part| without(part, span))
            .collect()),
        Query::Any(parts) => any(parts
            .into_iter()
            .filter_map(|part| without(part, span))
            .collect()),
        Query::Not(inner) => without(*inner, span).map(|inner| Query::Not(Box::new(inner))),
        Query::Sentence(inner) => {
            without(*inner, span).map(|inner| Query::Sentence(Box::new(inner)))
        }
        Query::Paragraph(inner) => {
            without(*inner, span).map(|inner| Query::Paragraph(Box::new(inner)))
        }
        Query::Quotation(inner) => {
            without(*inner, span).map(|inner| Query::Quotation(Box::new(inner)))
        }
        Query::Everything => Some(query),
    }
}
