//! Chips: clauses added and taken away.

use query::TextSpan;
use query::edit::{add_clause, remove_clause};

/// Taking `clause` out of `text` leaves `left`.
#[track_caller]
fn check_remove(text: &str, clause: &str, left: &str) {
    let start = text.find(clause).expect("the clause is in the text");
    let span = TextSpan {
        start: start as u32,
        end: (start + clause.len()) as u32,
    };
    assert_eq!(remove_clause(text, span), left);
}

#[test]
fn a_removed_clause_takes_its_operator_with_it() {
    check_remove("homs OR hama", "hama", "homs");
    check_remove("homs -hama", "hama", "homs");
    check_remove("a NEAR/5 b", "b", "a");
    check_remove("title:fall homs", "title:fall", "homs");
    check_remove("homs", "homs", "");
    check_remove("sentence:(a) b", "a", "b");
    check_remove("homs \"al rastan\"", "rastan", "homs \"al rastan\"");
}

#[test]
fn an_added_clause_must_hold_beside_everything_else() {
    assert_eq!(add_clause("", "lang:ar"), "lang:ar");
    assert_eq!(add_clause(" homs ", "lang:ar"), "homs lang:ar");
    assert_eq!(
        add_clause("homs OR hama", "lang:ar"),
        "(homs OR hama) lang:ar"
    );
    assert_eq!(
        add_clause("\"al rastan", "lang:ar"),
        "\"al rastan\" lang:ar"
    );
}
