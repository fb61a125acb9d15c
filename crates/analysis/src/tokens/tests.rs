use super::{MAX_TERM_BYTES, TokenKind, tokens};
use crate::{fold, sentences};
use proptest::prelude::*;

/// Checks the terms of `text`; a joined form is written with a plus.
fn check(text: &str, expected: &str) {
    let mut found = Vec::new();
    tokens(text, &mut |token| match token.kind {
        TokenKind::Word => found.push(token.term.to_owned()),
        TokenKind::Joined => found.push(format!("+{}", token.term)),
    });
    assert_eq!(found.join(" "), expected, "{text:?}");
}

/// Checks the surface forms of the words of `text`, written with bars between them.
fn check_surface(text: &str, expected: &str) {
    let mut found = Vec::new();
    tokens(text, &mut |token| {
        if token.kind == TokenKind::Word {
            found.push(token.span.of(text));
        }
    });
    assert_eq!(found.join("|"), expected, "{text:?}");
}

#[test]
fn apostrophes_and_ayn_marks_are_dropped_inside_words() {
    for name in [
        "Shi'a", "Shi‘a", "Shi’a", "Shiʿa", "Shi`a", "Shia", "Shi＇a", "Shi‛a", "Shiʻa",
    ] {
        check(name, "shia");
    }
    check("Qur’an, Ba'ath, O’Brien, don't", "quran baath obrien dont");
    check("rock'n'roll", "rocknroll");
}

#[test]
fn apostrophes_at_the_edge_of_a_word_are_quotes() {
    check_surface("‘Local Defence Forces’", "Local|Defence|Forces");
    check(
        "al-Zahara’ ‘Ali ʿUmar the rebels’ guns",
        "al zahara +alzahara ali umar the rebels guns",
    );
    check("'60s and the 1950s", "60s and the 1950s");
}

#[test]
fn possessives_belong_to_the_surface_and_not_to_the_term() {
    check_surface("Assad’s fall, Idlib's", "Assad’s|fall|Idlib's");
    check(
        "Assad’s Idlib's AL-ASSAD’S it's 1980's",
        "assad idlib al assad +alassad it 1980",
    );
    check("Assad's-era", "assad era +assadera");
}

#[test]
fn elisions_are_cut() {
    check("l’histoire", "l histoire +lhistoire");
    check("qu'il d'Estaing", "qu il +quil d estaing +destaing");
    check("aujourd’hui", "aujourdhui");
}

#[test]
fn hyphens_part_words_and_join_them() {
    check("al-Bukamal", "al bukamal +albukamal");
    check(
        "al‐Sharaa al\u{2011}Sharaa",
        "al sharaa +alsharaa al sharaa +alsharaa",
    );
    check("Deir-ez-Zor", "deir ez zor +deirezzor");
    check("a-b-c-d", "a b c d +abcd");
    check("a-b-c-d-e", "a b c d e");
    check("al-‘Arabi Rifa‘-i", "al arabi +alarabi rifa i +rifai");
    check("U.S.-backed", "us backed +usbacked");
    check("so -- yes- -no", "so yes no");
}

#[test]
fn dashes_slashes_quotes_and_underscores_separate() {
    check("war—peace", "war peace");
    check("2011–2024", "2011 2024");
    check("and/or snake_case", "and or snake case");
    check("“drunk”with «victory»", "drunk with victory");
    check("camelCase", "camelcase");
}

#[test]
fn soft_hyphens_and_joiners_are_nothing() {
    check("Da\u{ad}mas\u{ad}cus", "damascus");
    check("می\u{200c}خواهم", "ميخواهم");
}

#[test]
fn numbers_keep_their_point_and_lose_their_thousands() {
    check("15,000 3.5 1,234,567.89", "15000 3.5 1234567.89");
    check("15\u{202f}000 15’000", "15000 15000");
    check("10% $10 £2.50.", "10 10 2.50");
    check("1,2 and 12,34 and 1234,567", "1 2 and 12 34 and 1234 567");
    check("2024-12-08", "2024 12 08 +20241208");
    check("٢٠٢٤ ۱۲ ３", "2024 12 3");
    check("x² ½", "x2 ½");
}

#[test]
fn acronyms_lose_their_periods() {
    check_surface("the U.S. army", "the|U.S.|army");
    check("U.S. Ph.D. p.m. e.g. J.R.R. U.N", "us phd pm eg jrr un");
    check("U.S.’s", "us");
    check("the end.The next. I. go.In", "the end the next i go in");
    check("Mr. p.12", "mr p 12");
}

#[test]
fn addresses_fall_into_words() {
    check("mail someone@example.org", "mail someone example org");
    check(
        "https://example.org/a_page?x=1",
        "https example org a page x 1",
    );
}

#[test]
fn accents_and_case_do_not_count() {
    check("éminences grises", "eminences grises");
    check("Erdoğan ERDOĞAN Erdog\u{306}an", "erdogan erdogan erdogan");
    check("İstanbul Iğdır", "istanbul igdir");
    check(
        "Straße Ærø Łódź Þór đ œuvre ﬁre ｆｕｌｌ",
        "strasse aero lodz thor d oeuvre fire full",
    );
    check("Việt Nam 𝐁𝐨𝐥𝐝", "viet nam bold");
}

#[test]
fn greek_and_cyrillic_fold() {
    check("Ἀθῆναι ΛΌΓΟΣ λόγος", "αθηναι λογοσ λογοσ");
    check("Ёлка ЙОД и\u{306}од Україна", "елка йод йод україна");
}

#[test]
fn arabic_is_folded_lightly() {
    check("الأَسَد الإسلام آل ٱلله", "الاسد الاسلام ال الله");
    check("سوريّة مصطفى مـــرحبا", "سوريه مصطفي مرحبا");
    check("ﻻ ﺳﻮﺭﻳﺎ", "لا سوريا");
    check("مؤتمر، رئيس؟", "موتمر رييس");
}

#[test]
fn hebrew_points_and_gershayim_are_dropped() {
    check("שָׁלוֹם צה״ל צה\"ל", "שלום צהל צהל");
    check("בית־ספר", "בית ספר +ביתספר");
}

#[test]
fn scripts_without_spaces_give_a_word_per_character() {
    check("東京tower", "東 京 tower");
    check("ภาษา ที่", "ภ า ษ า ที่");
    check("ភ្នំ", "ភ្នំ");
    check("ﾃﾚﾋﾞ テレビ テレヒ\u{3099}", "テ レ ビ テ レ ビ テ レ ビ");
}

#[test]
fn indic_words_stay_whole() {
    check("हिन्दी दिल्ली", "हिन्दी दिल्ली");
}

#[test]
fn what_has_no_letter_gives_nothing() {
    check("", "");
    check(" … — “” ☺ ⚔ '’ - . ,", "");
    check("\u{301}\u{200d}", "");
}

#[test]
fn long_words_are_cut_in_texts_and_queries_alike() {
    let long = "x".repeat(100_000);
    check(&long, &long[..MAX_TERM_BYTES]);
    let wide = "ж".repeat(1_000);
    check(&wide, &"ж".repeat(MAX_TERM_BYTES / 2));
    assert_eq!(fold(&wide), "ж".repeat(MAX_TERM_BYTES / 2));
}

/// None of these may cost more than its length; quadratic work would take minutes.
#[test]
fn hostile_text_costs_no_more_than_prose() {
    for piece in [
        "a-", "a'", "a.", "1,000,", "a\u{ad}", "’s", "e\u{301}", "ក្", ". ", "A. ", "...", "(",
        "1.1",
    ] {
        let text = piece.repeat(200_000);
        let mut n_tokens = 0_u32;
        tokens(&text, &mut |_| n_tokens += 1);
        assert!(n_tokens <= 600_000 && sentences(&text).len() <= 400_000);
    }
}

#[test]
fn a_joined_form_stands_where_its_first_part_stands() {
    let mut found = Vec::new();
    tokens("near al-Bukamal now", &mut |token| {
        found.push((token.term.to_owned(), token.position, token.n_positions));
    });
    let expected = [
        ("near", 0, 1),
        ("al", 1, 1),
        ("bukamal", 2, 1),
        ("albukamal", 1, 2),
        ("now", 3, 1),
    ];
    assert_eq!(
        found,
        expected.map(|(term, at, n)| (term.to_owned(), at, n))
    );
}

/// Text made of the things that the rules look at.
fn tricky() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a", "S", "s", "é", "’", "'", "‘", "-", "‐", ".", ",", "1", "234", "000", " ", "\u{ad}",
        "\u{301}", "\u{306}", "и", "الأ", "ل", "צ", "\"", "東", "ภ", "ี", "្", "ក", "qu", "l", "U",
        "!", "?", "…", "\n", "”", "“", "Mr", "The", "\u{a0}", "٬", "٫", "٣", "𝐀", "½", "_", "。",
        "I",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn check_invariants(text: &str) {
    let mut next_position = 0;
    let mut last_end = 0;
    let cut = sentences(text);
    tokens(text, &mut |token| {
        let surface = token.span.of(text);
        assert!(
            !surface.is_empty(),
            "{text:?}: {token:?} is not on character boundaries"
        );
        assert!(
            !token.term.is_empty() && token.term.len() <= MAX_TERM_BYTES,
            "{text:?}: {token:?}"
        );
        assert!(
            cut.iter()
                .any(|s| s.start <= token.span.start && token.span.end <= s.end),
            "{text:?}: no sentence holds {token:?}; sentences {cut:?}"
        );
        if token.kind == TokenKind::Word {
            assert_eq!(
                (token.position, token.n_positions),
                (next_position, 1),
                "{text:?}"
            );
            assert!(token.span.start >= last_end, "{text:?}: {token:?} overlaps");
            assert_eq!(fold(surface), token.term, "{text:?}: {surface:?}");
            next_position += 1;
            last_end = token.span.end;
        } else {
            assert!((2..=4).contains(&token.n_positions), "{text:?}");
            assert_eq!(
                token.position + token.n_positions,
                next_position,
                "{text:?}"
            );
            assert_eq!(token.span.end, last_end, "{text:?}");
        }
    });
    for pair in cut.windows(2) {
        assert!(pair[0].end <= pair[1].start, "{text:?}: {cut:?}");
    }
    assert!(
        cut.iter()
            .all(|s| s.of(text).trim() == s.of(text) && !s.is_empty()),
        "{text:?}: {cut:?}"
    );
}

proptest! {
    #[test]
    fn tokens_keep_their_promises_on_any_text(text in "\\PC{0,60}") {
        check_invariants(&text);
    }

    #[test]
    fn tokens_keep_their_promises_on_tricky_text(text in tricky()) {
        check_invariants(&text);
    }

    #[test]
    fn folding_twice_is_folding_once(text in "\\PC{0,20}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }
}
