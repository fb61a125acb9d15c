//! How words in quotation marks stand: as speech, as a part of the sentence, as a title.

use super::VoiceKind;
use super::attribution::{Context, Place, Reader};
use super::lexicon::{CLAUSE, FEMALE, MALE, NAMING, PLAIN, SPEECH, VIEW, WORK};
use super::words::{Item, What};

/// From so many words on, words in quotation marks are somebody's even where nobody says them.
pub(super) const SHORTEST_SPEECH_WORDS: usize = 6;

impl Reader<'_> {
    /// Direct where it stands as speech; partial where a word of the sentence leads into it.
    pub(super) fn kind(&self, context: &Context<'_>) -> VoiceKind {
        let Place {
            items, from, at, ..
        } = context.place;
        let inner = context.quote.inner.of(self.text);
        let starts_small = inner
            .chars()
            .find(|c| c.is_alphanumeric())
            .is_some_and(char::is_lowercase);
        let Some(before) = at
            .checked_sub(1)
            .filter(|&before| before >= from)
            .map(|before| &items[before])
        else {
            return VoiceKind::Direct;
        };
        match before.what {
            What::Mark(':') if !(starts_small && words_in(inner) < SHORTEST_SPEECH_WORDS) => {
                VoiceKind::Direct
            }
            What::Mark(',' | ';' | '—' | '–' | '-') if !starts_small => VoiceKind::Direct,
            What::Mark(',' | ';' | '—' | '–') => {
                let goes_on = self.found.len() > context.n_before
                    && self
                        .found
                        .last()
                        .is_some_and(|last| last.kind == VoiceKind::Direct);
                if goes_on {
                    VoiceKind::Direct
                } else {
                    VoiceKind::Partial
                }
            }
            What::Mark('.' | '!' | '?' | ')' | '…') | What::Quote(_) => VoiceKind::Direct,
            _ if before.is(PLAIN) && !starts_small && inner.ends_with([',', '.', '!', '?']) => {
                VoiceKind::Direct
            }
            _ if before.is(SPEECH)
                && !starts_small
                && words_in(inner) > 2
                && (!is_title(inner) || inner.ends_with('.')) =>
            {
                VoiceKind::Direct
            }
            _ => VoiceKind::Partial,
        }
    }

    /// A title, a nickname, a word that the narrator holds at a distance.
    pub(super) fn is_mention(
        &self,
        context: &Context<'_>,
        has_source: bool,
        n_words: usize,
    ) -> bool {
        let Place {
            items, from, at, ..
        } = context.place;
        let inner = context.quote.inner.of(self.text);
        let is_title = is_title(inner);
        let near = &items[at.saturating_sub(4).max(from)..at];
        let is_named = near
            .iter()
            .any(|item| item.is(NAMING) && !(item.is(SPEECH | VIEW) && has_source));
        let directly_said =
            at > from && items[at - 1].is(SPEECH | CLAUSE) && inner.ends_with(['.', ',', '!', '?']);
        // Scripts without capitals put the names of newspapers and operations into marks.
        let has_case = inner.chars().any(|c| c.is_lowercase() || c.is_uppercase());
        if !has_case && n_words < SHORTEST_SPEECH_WORDS {
            return true;
        }
        if (is_title && n_words <= SHORTEST_SPEECH_WORDS && !directly_said)
            || (is_named && n_words < SHORTEST_SPEECH_WORDS)
        {
            return true;
        }
        // "calls the ice “he”": the word and not what it says.
        let is_small_word = n_words == 1
            && matches!(
                inner.trim_end_matches(['.', ',']),
                "he" | "she" | "it" | "they" | "we" | "us" | "them" | "you" | "I" | "me"
            );
        is_small_word || !has_source && n_words < SHORTEST_SPEECH_WORDS
    }
}

/// Tells whether a quotation is the title of what stands before it: "in her memoir, ‘A Stitch in Time’".
pub(super) fn is_work(items: &[Item], from: usize, at: usize, inner: &str) -> bool {
    let before = at
        .checked_sub(1)
        .filter(|&comma| comma > from && items[comma].is_mark(','));
    before.is_some_and(|comma| items[comma - 1].is(WORK))
        && is_title(inner)
        && !inner.ends_with(['.', ','])
}

/// Tells whether words speak of a "he" ([`MALE`]) or a "she" ([`FEMALE`]).
pub(super) fn spoken_of(words: &str) -> u32 {
    let mut about = 0;
    for word in words.split(|c: char| !c.is_alphanumeric()) {
        about |= match word {
            "he" | "He" | "him" | "his" | "His" => MALE,
            "she" | "She" | "her" | "Her" => FEMALE,
            _ => 0,
        };
    }
    about
}

pub(super) fn words_in(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}

/// Capitals on all words that are not small: a title or a name.
pub(super) fn is_title(inner: &str) -> bool {
    let mut n_words = 0;
    let all = inner.split_whitespace().all(|word| {
        n_words += 1;
        let first = word.chars().find(|c| c.is_alphanumeric());
        first.is_none_or(|c| c.is_uppercase() || c.is_ascii_digit())
            || (n_words > 1 && word.len() <= 4)
    });
    all && !inner.ends_with(['?', '!'])
}
