//! Trees, spans and words.

use query::{FieldTest, FuzzyDistance, Query, WordForm, parse, parse_plain, words};

/// The words of `text` that a document should hold are `expected`, in this order.
#[track_caller]
fn check_words(text: &str, expected: &[&str]) {
    let (query, _) = parse(text);
    let found: Vec<&str> = words(&query)
        .into_iter()
        .map(|word| word.text.as_str())
        .collect();
    assert_eq!(found, expected);
}

/// `text` as plain words is `read_as`.
#[track_caller]
fn check_plain(text: &str, read_as: &str) {
    assert_eq!(parse_plain(text).to_canonical(), read_as);
}

#[test]
fn words_to_leave_out_and_words_of_fields_are_not_asked_of_the_text() {
    check_words(
        "homs -hama \"al rastan\" title:fall",
        &["homs", "al", "rastan"],
    );
    check_words("sentence:(a b) OR c NEAR/3 d", &["a", "b", "c", "d"]);
}

#[test]
fn a_plain_question_has_no_operators() {
    check_plain("Who OR what -was \"there\"?", "Who \"OR\" what was there");
    check_plain("title:fall (of) Assad*", "title fall of Assad");
    check_plain("  ", "");
    check_plain("w/5 al-Sharaa's 15,000", "\"w/5\" al-Sharaa's 15,000");
}

#[test]
fn nothing_typed_is_everything() {
    for text in ["", "   ", "?!", "…", "\u{200f}\u{200b}"] {
        assert_eq!(parse(text), (Query::Everything, vec![]), "{text:?}");
    }
}

#[test]
fn direction_marks_and_joiners_mean_nothing() {
    assert_eq!(
        parse("\u{200f}ho\u{200b}ms\u{202c} \u{feff}-\u{2067}hama")
            .0
            .to_canonical(),
        "homs -hama"
    );
}

#[test]
fn a_hebrew_abbreviation_is_no_quotation() {
    let (query, problems) = parse("צה\"ל \"שלום עולם\"");
    assert_eq!(query.to_canonical(), "צה״ל \"שלום עולם\"");
    assert_eq!(problems, []);
}

#[test]
fn spans_hold_the_operator_characters_of_the_text_as_typed() {
    let text = "«é» ＝Homs khazaly~1 title:“a b” \"c d\"~3";
    let (query, _) = parse(text);
    let Query::All(parts) = query else {
        panic!("{query:?}")
    };
    let spans = parts.iter().map(|part| match part {
        Query::Word(word) => word.span,
        Query::Phrase { span, .. } | Query::Field { span, .. } => *span,
        _ => panic!("{part:?}"),
    });
    let typed: Vec<&str> = spans
        .map(|span| &text[span.start as usize..span.end as usize])
        .collect();
    assert_eq!(
        typed,
        ["«é»", "＝Homs", "khazaly~1", "title:“a b”", "\"c d\"~3"]
    );
}

#[test]
fn forms_of_words_are_told_apart() {
    let (query, _) = parse("a =b c* d~ e~2 /f/");
    let forms: Vec<WordForm> = words(&query).into_iter().map(|word| word.form).collect();
    let auto = WordForm::Fuzzy(FuzzyDistance::Auto);
    let two = WordForm::Fuzzy(FuzzyDistance::Two);
    assert_eq!(
        forms,
        [
            WordForm::Plain,
            WordForm::Exact,
            WordForm::Wildcard,
            auto,
            two,
            WordForm::Regex
        ]
    );
}

#[test]
fn a_slash_in_an_expression_is_written_with_a_backslash() {
    let (query, _) = parse(r"/a\/b\d/");
    assert_eq!(words(&query)[0].text, r"a/b\d");
    assert_eq!(query.to_canonical(), r"/a\/b\d/");
}

#[test]
fn a_month_is_widened_to_its_days() {
    let (query, _) = parse("date:2024-02");
    let Query::Field {
        test: FieldTest::Dates { from, to },
        ..
    } = query
    else {
        panic!("{query:?}")
    };
    let days = [from, to].map(|day| day.map(|day| (day.year, day.month, day.day)));
    assert_eq!(days, [Some((2024, 2, 1)), Some((2024, 2, 29))]);
}

#[test]
fn arabic_digits_make_dates() {
    assert_eq!(parse("date:٢٠٢٤-١٢").0.to_canonical(), "date:2024-12");
}
