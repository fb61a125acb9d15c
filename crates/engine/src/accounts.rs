//! Accounts compared, as records.

use crate::layers::{Annotations, folded, page};
use annotation::accounts::{Difference, Place, SameMoment};
use corpus::ByteSpan;
use index::DocId;
use protocol::{
    CompareRecord, CompareRequest, CompareRow, Comparing, ComparisonRecord, DifferenceRecord, Lens,
    Page, PassageOfRecord, Reply, ReuseRecord, SameMomentRecord,
};

impl Annotations<'_> {
    /// Answers with passages side by side.
    pub(crate) fn compare(&self, request: &CompareRequest) -> Reply {
        let documents = self.documents(&request.lens);
        let wanted = [&request.a, &request.b].map(|id| self.index.doc_by_id(id));
        if let Some(unknown) = [&request.a, &request.b]
            .into_iter()
            .zip(wanted)
            .find_map(|(id, doc)| (!id.is_empty() && doc.is_none()).then_some(id))
        {
            return Reply::Refused {
                message: ["There is no document “", unknown, "” here."].concat(),
            };
        }
        let [a, b] = wanted;
        let is_inside = |doc: u32| documents.binary_search(&DocId(doc)).is_ok();
        let is_pair = |x: &Place, y: &Place| {
            let (x, y) = (DocId(x.document), DocId(y.document));
            let has = |doc: Option<DocId>| doc.is_none_or(|doc| doc == x || doc == y);
            is_inside(x.0) && is_inside(y.0) && has(a) && has(b)
        };
        let layer = &self.layers.accounts;
        let mut record = CompareRecord {
            n_documents: documents.len(),
            documents: self.listed(&documents),
            accounts: self.sharing(&is_inside, None),
            others: self.sharing(&is_inside, a),
            ..CompareRecord::default()
        };
        if let (Some(a), Some(b)) = (a, b) {
            record.n_documents = [a, b].iter().filter(|doc| is_inside(doc.0)).count();
        }
        let at = request.page;
        (record.total, record.rows) = match request.show {
            Comparing::SameMoment => {
                let all = layer.same_moment.iter();
                let all = all.filter(|one| is_pair(&one.a, &one.b));
                rows_of(all, at, &mut |one| self.same_moment(one))
            }
            Comparing::Differ => {
                let all = layer.differ.iter();
                let all = all.filter(|one| is_pair(&one.a, &one.b));
                rows_of(all, at, &mut |one| self.difference(one))
            }
            Comparing::Reuse => {
                let all = layer.reuse.iter();
                let all = all.filter(|one| is_pair(&one.a, &one.b));
                rows_of(all, at, &mut |one| CompareRow {
                    score: one.n_words.into(),
                    ..self.pair(one.a, one.b)
                })
            }
            Comparing::Only => {
                let is_wanted = |doc| wanted == [None, None] || wanted.contains(&Some(DocId(doc)));
                let all = (0_u32..).zip(&layer.only);
                let all = all.filter(|&(doc, _)| is_inside(doc) && is_wanted(doc));
                let all = all.flat_map(|(doc, only)| {
                    let passages = only.passages.iter();
                    passages.map(move |&span| (doc, span))
                });
                rows_of(all, at, &mut |&(doc, span)| self.only_here(doc, span))
            }
        };
        for row in &mut record.rows {
            put_in_order(row, &request.a, &request.b);
        }
        Reply::Compare(record)
    }

    /// Returns the accounts of the lens that share passages or values that differ, with another or with the one that
    /// is given, and with how many pairs.
    ///
    /// Cost: linear in all pairs.
    fn sharing(
        &self,
        is_inside: &dyn Fn(u32) -> bool,
        with: Option<DocId>,
    ) -> Vec<(String, usize)> {
        let layer = &self.layers.accounts;
        let same = layer.same_moment.iter().map(|one| (one.a, one.b));
        let differ = layer.differ.iter().map(|one| (one.a, one.b));
        let reuse = layer.reuse.iter().map(|one| (one.a, one.b));
        let mut pairs_of = vec![0; self.layers.days.len()];
        for (a, b) in same.chain(differ).chain(reuse) {
            let (a, b) = (a.document, b.document);
            if !is_inside(a) || !is_inside(b) {
                continue;
            }
            for (one, other) in [(a, b), (b, a)] {
                let counts = with.is_none_or(|with| with.0 == other);
                if let (true, Some(n)) = (counts, pairs_of.get_mut(one as usize)) {
                    *n += 1;
                }
            }
        }
        let known = (0..).zip(pairs_of).filter(|&(_, n)| n > 0);
        known.map(|(doc, n)| (self.id(DocId(doc)), n)).collect()
    }

    fn pair(&self, a: Place, b: Place) -> CompareRow {
        CompareRow {
            a: self.passage(a),
            b: Some(self.passage(b)),
            ..CompareRow::default()
        }
    }

    fn same_moment(&self, same: &SameMoment) -> CompareRow {
        let mut row = self.pair(same.a, same.b);
        row.score = f64::from(same.score) / 1000.0;
        row.shared = self.shared(same);
        // Marks: the names and words that are shared, in both passages.
        let words: Vec<String> = same
            .words
            .iter()
            .map(|&span| self.words(DocId(same.a.document), span))
            .collect();
        row.a.marks = marks_in(
            same.a,
            &[self.mentions_in(same.a, &same.names), same.words.clone()].concat(),
        );
        if let Some(b) = &mut row.b {
            let mut spans = self.mentions_in(same.b, &same.names);
            spans.extend(places_of(&words, same.b, &b.text));
            b.marks = marks_in(same.b, &spans);
        }
        row
    }

    /// Returns where a passage has some names.
    fn mentions_in(&self, place: Place, names: &[u32]) -> Vec<ByteSpan> {
        let own = self.layers.spans.get(place.document as usize);
        let own = own.map_or(&[][..], Vec::as_slice).iter();
        let known = own.filter(|one| names.contains(&one.entity));
        known.map(|one| one.span).collect()
    }

    /// Returns what two passages share: day, names, rare words.
    fn shared(&self, same: &SameMoment) -> Vec<String> {
        let entities = &self.layers.names.entities;
        let mut shared: Vec<String> = same.day.map(day_text).into_iter().collect();
        for &name in &same.names {
            if let Some(entity) = entities.get(name as usize) {
                shared.push(entity.preferred().to_owned());
            }
        }
        let doc = DocId(same.a.document);
        shared.extend(same.words.iter().map(|&span| self.words(doc, span)));
        shared
    }

    pub(crate) fn difference(&self, one: &Difference) -> CompareRow {
        let mut row = self.pair(one.a, one.b);
        row.a.marks = marks_in(one.a, &[one.value_a]);
        row.b
            .iter_mut()
            .for_each(|b| b.marks = marks_in(one.b, &[one.value_b]));
        row.differs = Some([
            self.about(one),
            self.words(DocId(one.a.document), one.value_a),
            self.words(DocId(one.b.document), one.value_b),
        ]);
        row
    }

    fn about(&self, one: &Difference) -> String {
        let doc = DocId(one.a.document);
        let words: Vec<String> = one
            .about
            .iter()
            .map(|&span| self.words(doc, span))
            .collect();
        let kind = one.kind.name();
        if words.is_empty() {
            return kind.to_owned();
        }
        [kind, ": ", &words.join(", ")].concat()
    }

    fn only_here(&self, doc: u32, span: ByteSpan) -> CompareRow {
        let only = &self.layers.accounts.only[doc as usize];
        let entities = &self.layers.names.entities;
        let is_inside = |own: ByteSpan| span.start <= own.start && own.end <= span.end;
        let mut row = CompareRow {
            a: self.passage(Place {
                document: doc,
                span,
            }),
            ..CompareRow::default()
        };
        row.a.marks.clear();
        for &(day, _) in only.days.iter().filter(|(_, own)| is_inside(*own)) {
            row.shared.push(day_text(day));
        }
        for &(name, _) in only.names.iter().filter(|(_, own)| is_inside(*own)) {
            if let Some(entity) = entities.get(name as usize) {
                row.shared.push(entity.preferred().to_owned());
            }
        }
        row
    }

    fn passage(&self, place: Place) -> protocol::SentenceRecord {
        let mut passage = self.sentence(DocId(place.document), place.span);
        passage.text = self.words(DocId(place.document), place.span);
        passage.marks.clear();
        passage
    }

    /// Returns everything that is compared among the documents of the lens.
    pub(crate) fn all_compared(&self, lens: &Lens) -> ComparisonRecord {
        let documents = self.documents(lens);
        let is_inside = |place: &Place| documents.binary_search(&DocId(place.document)).is_ok();
        let layer = &self.layers.accounts;
        let same = layer.same_moment.iter();
        let same = same.filter(|one| is_inside(&one.a) && is_inside(&one.b));
        let differ = layer.differ.iter();
        let differ = differ.filter(|one| is_inside(&one.a) && is_inside(&one.b));
        let (mut only, mut only_days, mut only_names) = (Vec::new(), Vec::new(), Vec::new());
        for &doc in &documents {
            let own = layer.only.get(doc.as_usize());
            let passages = own.map_or(&[][..], |only| &only.passages).iter();
            let texts = passages.map(|&span| self.place(doc.0, span)).collect();
            only.push((self.id(doc), texts));
            let days = own.map_or(&[][..], |only| &only.days).iter();
            only_days.push((self.id(doc), days.map(|&(day, _)| day_text(day)).collect()));
            let names = own.map_or(&[][..], |only| &only.names).iter();
            let entities = names.filter_map(|&(name, _)| {
                let entity = self.layers.names.entities.get(name as usize)?;
                Some(entity.preferred().to_owned())
            });
            only_names.push((self.id(doc), entities.collect()));
        }
        let reuse = layer.reuse.iter();
        let reuse = reuse.filter(|one| is_inside(&one.a) && is_inside(&one.b));
        ComparisonRecord {
            same_moment: same
                .map(|one| SameMomentRecord {
                    a: self.place(one.a.document, one.a.span),
                    b: self.place(one.b.document, one.b.span),
                    shared: self.shared(one),
                    score: f64::from(one.score) / 1000.0,
                })
                .collect(),
            differ: differ
                .map(|one| DifferenceRecord {
                    a: self.place(one.a.document, one.a.span),
                    b: self.place(one.b.document, one.b.span),
                    about: self.about(one),
                    value_a: self.words(DocId(one.a.document), one.value_a),
                    value_b: self.words(DocId(one.b.document), one.value_b),
                })
                .collect(),
            only,
            only_days,
            only_names,
            reuse: reuse
                .map(|one| ReuseRecord {
                    a: self.place(one.a.document, one.a.span),
                    b: self.place(one.b.document, one.b.span),
                    n_words: one.n_words,
                })
                .collect(),
        }
    }

    fn place(&self, doc: u32, span: ByteSpan) -> PassageOfRecord {
        PassageOfRecord {
            doc: self.id(DocId(doc)),
            start: span.start,
            end: span.end,
            text: self.words(DocId(doc), span),
        }
    }
}

/// Returns how many there are, and the rows of a page of them; no row is made that is not shown.
fn rows_of<T>(
    all: impl Iterator<Item = T>,
    at: Page,
    row: &mut dyn FnMut(&T) -> CompareRow,
) -> (usize, Vec<CompareRow>) {
    let all: Vec<T> = all.collect();
    (all.len(), page(&all, at).iter().map(row).collect())
}

/// Puts the account that was chosen first on the side of `a`, the one chosen second on that of `b`.
fn put_in_order(row: &mut CompareRow, a: &str, b: &str) {
    let Some(other) = &mut row.b else { return };
    let is_turned = !a.is_empty() && other.doc == a || !b.is_empty() && row.a.doc == b;
    if is_turned && row.a.doc != other.doc {
        std::mem::swap(&mut row.a, other);
        if let Some([_, value_a, value_b]) = &mut row.differs {
            std::mem::swap(value_a, value_b);
        }
    }
}

/// Returns where words stand in a passage of this text, however they are written.
fn places_of(words: &[String], place: Place, passage: &str) -> Vec<ByteSpan> {
    let words: Vec<String> = words.iter().map(|word| folded(word)).collect();
    let start = place.span.start;
    let mut found = Vec::new();
    analysis::tokens(passage, &mut |token| {
        if words.iter().any(|word| word == token.term) {
            let span = token.span;
            found.push(ByteSpan::new(start + span.start, start + span.end));
        }
    });
    found
}

/// Returns spans of the document as marks in a passage.
fn marks_in(place: Place, spans: &[ByteSpan]) -> Vec<[u32; 2]> {
    let mut marks: Vec<[u32; 2]> = spans
        .iter()
        .filter(|span| place.span.start <= span.start && span.end <= place.span.end)
        .map(|span| [span.start - place.span.start, span.end - place.span.start])
        .collect();
    sorting::sort_numbers(&mut marks);
    marks.dedup();
    marks
}

/// Returns a day that is written as a number as year, month and day.
fn day_text(day: u32) -> String {
    let two = |number: u32| {
        let digits = (100 + number % 100).to_string();
        digits.chars().skip(1).collect::<String>()
    };
    [(day / 10_000).to_string(), two(day / 100), two(day)].join("-")
}
