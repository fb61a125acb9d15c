//! Tokens and sentences of any text.

use analysis::{Language, TokenKind, fold, sentences, stem, stem_prefix_len, tokens};

/// Takes `text` apart.
pub fn check(text: &str) {
    let sentences = sentences(text);
    let mut sentence_end = 0;
    for sentence in &sentences {
        assert!(sentence.start >= sentence_end);
        sentence_end = sentence.end;
        assert!(
            text.get(sentence.start as usize..sentence.end as usize)
                .is_some()
        );
    }
    let mut n_words = 0;
    let mut word_end = 0;
    tokens(text, &mut |token| {
        assert!(!token.term.is_empty());
        assert!(
            text.get(token.span.start as usize..token.span.end as usize)
                .is_some_and(|form| !form.is_empty())
        );
        if token.kind == TokenKind::Word {
            assert_eq!(token.position, n_words);
            assert!(token.span.start >= word_end, "words do not overlap");
            assert!(
                sentences
                    .iter()
                    .any(|s| s.start <= token.span.start && token.span.end <= s.end)
            );
            n_words += 1;
            word_end = token.span.end;
        } else {
            assert!(token.n_positions >= 2 && token.position + token.n_positions == n_words);
        }
        for language in [
            Language::English,
            Language::French,
            Language::Arabic,
            Language::German,
        ] {
            let stem = stem(token.term, language);
            assert!(stem.is_char_boundary(stem_prefix_len(&stem, language)));
        }
    });
    let folded = fold(text);
    assert_eq!(fold(&folded), folded, "folding is done after one turn");
}
