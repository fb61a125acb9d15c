//! What is cut off a run of capitalised words before it is a name, and where one run holds two names.

use super::super::lexicon::class;
use super::super::words::{Shape, Word, gap};
use super::extent::{HONOURS, ends_badly, title_run};
use super::{Chunker, is_any, is_word};
use corpus::ByteSpan;

/// Capitalised words that may be one name, and what their words say of them together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run<'w> {
    /// The words of the block.
    pub(super) words: &'w [Word],
    /// The run is `words[from..to]`, never empty.
    pub(super) from: usize,
    pub(super) to: usize,
    /// What stands before it.
    pub(super) title: Option<ByteSpan>,
    /// What the word list says of all its words together; 0 for nothing.
    pub(super) whole: u64,
    /// Whether its last word makes it the name of an organisation.
    pub(super) is_org: bool,
}

impl Run<'_> {
    fn len(&self) -> usize {
        self.to - self.from
    }

    fn first(&self) -> &Word {
        &self.words[self.from]
    }

    fn last(&self) -> &Word {
        &self.words[self.to - 1]
    }

    /// Tells whether neither the word list nor a title nor its last word says what it is.
    fn is_open(&self) -> bool {
        !self.is_org && self.whole == 0 && self.title.is_none()
    }
}

/// Tells whether a word is the month of a day, though people are named so: "Jan 28".
pub(super) fn is_day(words: &[Word], from: usize, to: usize) -> bool {
    to - from == 1
        && words[from].is(class::CALENDAR)
        && words
            .get(to)
            .is_some_and(|next| next.shape == Shape::Number && next.gap & !gap::DOT == 0)
}

impl Chunker<'_> {
    /// Returns the words `from..to` without days, honours, numbers of chapters and what ends no name; may be
    /// empty.
    pub(super) fn trimmed(&self, words: &[Word], from: usize, to: usize) -> (usize, usize) {
        let (mut from, mut to) = (from, to);
        // "The Sunday Times", "the Mayo Clinic"
        let is_whole = from > 0
            && words[from].gap == 0
            && is_word(self.text, &words[from - 1], "the")
            && to - from == 2
            && words[to - 1].is(class::ORG_HEAD);
        while from < to
            && !is_whole
            && words[from].is(class::CALENDAR)
            && !words[from].is(class::GIVEN)
        {
            from += 1;
        }
        while from < to && ends_badly(&words[from..to]) {
            to -= 1;
        }
        // "Miriam Oduya KC"
        while to - from > 2
            && words[to - 1].shape == Shape::Upper
            && words[from].shape != Shape::Upper
            && is_any(self.text, &words[to - 1], HONOURS)
        {
            to -= 1;
        }
        // "V. Recommendations" is the number of a chapter.
        if from == 0
            && to == words.len()
            && to > 1
            && words[1].gap == gap::DOT
            && self.is_numeral(&words[0])
        {
            from += 1;
        }
        (from, to)
    }

    /// Makes candidates of the parts of a run that is no single name; tells whether it did.
    pub(super) fn cut(&mut self, run: &Run<'_>) -> bool {
        run.len() > 1
            && (self.cut_at_title(run)
                || self.cut_before_noun(run)
                || self.cut_behind_calling(run)
                || self.cut_behind_agency(run)
                || self.cut_before_caption(run))
    }

    /// "Damascus Governor Talal Barazi"
    fn cut_at_title(&mut self, run: &Run<'_>) -> bool {
        let Run {
            words, from, to, ..
        } = *run;
        let is_name = run.whole & (class::PLACE | class::ORG) != 0 || run.is_org;
        if is_name || run.title.is_some() || run.first().is(class::ORG_FIRST) {
            return false;
        }
        let Some((left, begin, end)) = title_run(words, from, to) else {
            return false;
        };
        if left > from {
            self.chunk(words, from, left, None);
        }
        let title = ByteSpan::new(words[begin].start, words[end - 1].end);
        if end < to {
            self.chunk(words, end, to, Some(title));
        }
        true
    }

    /// "Gulf Arab states", "an Idlib Shi'a village"
    fn cut_before_noun(&mut self, run: &Run<'_>) -> bool {
        let Run {
            words, from, to, ..
        } = *run;
        let last = run.last();
        let is_adjective = last.is(class::PEOPLE)
            && !last.is(class::PEOPLES | class::GIVEN)
            && !last.is_possessive;
        let is_cut = run.is_open()
            && is_adjective
            && self.class_of(&words[from..to - 1]) & class::PLACE != 0;
        if is_cut {
            self.chunk(words, from, to - 1, None);
        }
        is_cut
    }

    /// "Farmer Josef Kral": a calling before a given name is no part of it.
    fn cut_behind_calling(&mut self, run: &Run<'_>) -> bool {
        let Run {
            words, from, to, ..
        } = *run;
        let first = run.first();
        let is_cut = run.len() > 2
            && run.is_open()
            && first.is(class::ROLE)
            && !first.is(class::GIVEN | class::PLACE | class::ORG)
            && words[from + 1].is(class::GIVEN);
        if is_cut {
            let calling = ByteSpan::new(first.start, first.end);
            self.chunk(words, from + 1, to, Some(calling));
        }
        is_cut
    }

    /// "Reuters Photographer", "Getty Assad"
    fn cut_behind_agency(&mut self, run: &Run<'_>) -> bool {
        let Run {
            words, from, to, ..
        } = *run;
        let first = run.first();
        let is_cut = run.is_open()
            && first.is(class::ORG)
            && !first.is(class::GIVEN)
            && !words[from + 1].is(class::LINK)
            && first.end - first.start > 3;
        if is_cut {
            self.chunk(words, from, from + 1, None);
            self.chunk(words, from + 1, to, None);
        }
        is_cut
    }

    /// A picture's agency and what the picture shows: "Magnum Photos Syrians celebrate".
    fn cut_before_caption(&mut self, run: &Run<'_>) -> bool {
        let Run {
            words, from, to, ..
        } = *run;
        let is_cut =
            run.last().is(class::PEOPLES) && !words[to - 2].is(class::PEOPLE | class::COMMON);
        if is_cut {
            self.chunk(words, from, to - 1, run.title);
            self.chunk(words, to - 1, to, None);
        }
        is_cut
    }

    /// Where a run begins without the people that its first word says somebody or something is of.
    pub(super) fn without_people(&self, run: &Run<'_>) -> usize {
        let Run {
            words, from, to, ..
        } = *run;
        if run.len() < 2 || !run.first().is(class::PEOPLE) {
            return from;
        }
        let rest = self.class_of(&words[from + 1..to]);
        let names_on = if run.is_org {
            run.len() > 2 && rest & class::ORG != 0
        } else {
            !run.first().is(class::GIVEN)
                && run.whole & (class::PLACE | class::ORG) == 0
                && (words[from + 1].is(class::GIVEN) || rest & (class::ORG | class::PLACE) != 0)
        };
        from + usize::from(names_on)
    }

    /// Makes a candidate of the place that a run begins with, and returns where the rest begins: "Damascus
    /// Governor" was cut at its title; "U.S. Marine John Smith" is cut at the given name.
    pub(super) fn without_place(&mut self, run: &Run<'_>) -> usize {
        let Run { words, from, .. } = *run;
        let is_cut = run.len() > 2
            && run.first().is(class::PLACE)
            && !run.is_org
            && run.whole == 0
            && words[from + 1].is(class::GIVEN)
            && !run.first().is(class::GIVEN);
        if is_cut {
            self.chunk(words, from, from + 1, None);
        }
        from + usize::from(is_cut)
    }
}
