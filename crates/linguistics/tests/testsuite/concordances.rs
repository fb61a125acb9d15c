//! Lines as a reader sees them.

use crate::Corpus;
use linguistics::{Level, Width};

/// Returns the lines for a run of words as "left|match|right".
fn lines(corpus: &Corpus, run: &[&str], levels: &[Level], width: Width) -> Vec<String> {
    let matches = corpus.find(run);
    let page = corpus
        .words
        .sorted_page(&corpus.index, &matches, levels, 0, 100);
    corpus
        .words
        .lines(&corpus.index, &page, width)
        .iter()
        .map(|line| format!("{}|{}|{}", line.left, line.node, line.right))
        .collect()
}

#[test]
fn a_match_stands_between_the_words_around_it() {
    let corpus = Corpus::of(&["The fall of Homs. Then the fall of Hama came."]);
    assert_eq!(
        lines(&corpus, &["fall", "of"], &[], Width::Words(2)),
        ["The |fall of| Homs. Then", "Then the |fall of| Hama came"]
    );
    assert_eq!(
        lines(&corpus, &["fall"], &[], Width::Characters(10)),
        ["The |fall| of Homs. ", " Then the |fall| of Hama "]
    );
}

#[test]
fn offsets_are_bytes_of_the_text_and_contexts_touch_the_match() {
    let corpus = Corpus::of(&["Été à Homs.\n\nL’été à Hama, où l’été dure."]);
    let text = corpus.index.document(index::DocId(0)).text();
    let matches = corpus.find(&["ete"]);
    assert_eq!(matches.len(), 3);
    for line in corpus
        .words
        .lines(&corpus.index, &matches, Width::Characters(9))
    {
        let (start, end) = (line.span.start as usize, line.span.end as usize);
        assert_eq!(&text[start..end], line.node);
        assert!(text[..start].ends_with(line.left) && text[end..].starts_with(line.right));
        assert_eq!(line.node.to_lowercase(), "été");
    }
}

#[test]
fn lines_are_sorted_by_three_levels_and_then_as_they_stand() {
    let corpus = Corpus::of(&["a homs z. b homs y. a homs y. c homs z. Homs"]);
    let by = |levels: &[Level]| lines(&corpus, &["homs"], levels, Width::Words(1));
    assert_eq!(
        by(&[Level::Right(1), Level::Left(1)]),
        [
            "z. |Homs|",
            "a |homs| y",
            "b |homs| y",
            "a |homs| z",
            "c |homs| z"
        ]
    );
    assert_eq!(
        by(&[Level::Left(1), Level::Right(1)])[..2],
        ["a |homs| y", "a |homs| z"]
    );
    assert_eq!(by(&[Level::Document])[4], "z. |Homs|");
}

#[test]
fn words_are_sorted_folded_and_forms_of_the_match_together() {
    let corpus = Corpus::of(&["Homs fell. homs held. Hama fell. HOMS fell."]);
    let alternatives = vec![vec![vec![corpus.id("hama"), corpus.id("homs")]]];
    let matches = corpus.words.find(&alternatives, &corpus.all());
    let levels = [Level::Node, Level::Right(1)];
    let page = corpus
        .words
        .sorted_page(&corpus.index, &matches, &levels, 0, 9);
    let lines = corpus.words.lines(&corpus.index, &page, Width::Words(1));
    let shown: Vec<String> = lines
        .iter()
        .map(|l| format!("{}{}", l.node, l.right))
        .collect();
    assert_eq!(shown, ["Hama fell", "Homs fell", "HOMS fell", "homs held"]);
}

#[test]
fn a_page_begins_where_the_one_before_ended() {
    let corpus = Corpus::of(&["homs a homs b homs c", "homs d"]);
    let matches = corpus.find(&["homs"]);
    let page = |offset, limit| {
        corpus
            .words
            .sorted_page(&corpus.index, &matches, &[Level::Right(1)], offset, limit)
    };
    let all = page(0, 10);
    assert_eq!(all.len(), 4);
    assert_eq!([page(0, 2), page(2, 2)].concat(), all);
    assert!(page(4, 2).is_empty() && page(usize::MAX, usize::MAX).is_empty());
}

#[test]
fn arabic_stays_in_reading_order() {
    let corpus = Corpus::of(&["سقطت مدينة حمص قبل دمشق"]);
    assert_eq!(
        lines(&corpus, &["حمص"], &[], Width::Words(1)),
        ["مدينة |حمص| قبل"]
    );
}

#[test]
fn a_compound_is_found_by_its_joined_form_and_shown_whole() {
    let corpus = Corpus::of(&["They left Al-Bukamal at dawn. Albukamal was quiet."]);
    assert_eq!(
        lines(&corpus, &["albukamal"], &[], Width::Words(1)),
        ["left |Al-Bukamal| at", "dawn. |Albukamal| was"]
    );
    assert_eq!(
        lines(&corpus, &["left", "albukamal"], &[], Width::Words(1)),
        ["They |left Al-Bukamal| at"]
    );
}

#[test]
fn a_run_of_words_does_not_cross_a_paragraph() {
    let corpus = Corpus::of(&["the fall\n\nof Homs"]);
    assert!(corpus.find(&["fall", "of"]).is_empty());
    // What stands around a match is shown all the same.
    assert_eq!(
        lines(&corpus, &["of"], &[], Width::Words(1)),
        ["fall\n\n|of| Homs"]
    );
}

#[test]
fn bytes_of_a_text_become_the_words_that_they_touch() {
    let corpus = Corpus::of(&["the fall of Homs\n\nand of Hama"]);
    let view = corpus.index.document(index::DocId(0));
    let spans = [(4, 11), (22, 24)].map(|(start, end)| corpus::ByteSpan::new(start, end));
    let matches = corpus.words.matches_at(view, &spans);
    let places: Vec<(u32, u32)> = matches.iter().map(|m| (m.start, m.length)).collect();
    assert_eq!(places, [(1, 2), (5, 1)]);
}
