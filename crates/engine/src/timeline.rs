//! The days that texts mention: in order of time, as a histogram, with what differs.

use crate::layers::{Annotations, Part, is_shown, n_different, page};
use annotation::accounts::Place;
use annotation::days::{Anchor, DayMention, Edtf, Point, Precision};
use index::{DocId, days_in_month};
use protocol::{
    CompareRow, DayRecord, Lens, Reply, Scale, TimelineBar, TimelineRecord, TimelineRequest,
    TimelineRow,
};
use sorting::SmallSort;

/// Mentions of one document that a row of the timeline shows.
const MENTIONS_LIMIT: usize = 3;
/// Documents that a row of the timeline shows mentions of.
const ROW_DOCUMENTS: usize = 8;
/// A histogram of more years than this has a bar for each decade, of more decades for each century.
const MOST_BARS: u32 = 40;

/// A dated mention: when, in which document, and its number there.
type Dated = (Edtf, DocId, usize);

impl Annotations<'_> {
    /// Answers with the days mentioned, row by row in order of time.
    pub(crate) fn timeline(&self, request: &TimelineRequest) -> Reply {
        let part = self.part(&request.lens);
        let (mut dated, mut undated, mut n_mentions) = (Vec::new(), Vec::new(), 0);
        part.for_each(&mut |doc, counts| {
            for (at, mention) in self.days_of(doc).iter().enumerate() {
                if !counts(mention.span) {
                    continue;
                }
                n_mentions += 1;
                match mention.edtf {
                    Some(edtf) => dated.push((edtf, doc, at)),
                    None => undated.push((doc, at)),
                }
            }
        });
        let within = Period::of(&request.within);
        let bars = bars(&dated, within);
        let record = TimelineRecord {
            n_documents: part.documents.len(),
            documents: self.listed(&part.documents),
            n_mentions,
            n_undated: undated.len(),
            bars,
            ..TimelineRecord::default()
        };
        Reply::Timeline(if request.undated {
            self.one_by_one(&undated, request, record)
        } else {
            if let Some(within) = within {
                dated.retain(|(edtf, ..)| within.holds(edtf.start));
            }
            for one in &mut dated {
                one.0 = at_scale(one.0, request.scale);
            }
            // They come in the order of documents and places, and equal ones keep it.
            dated.small_sort_by_key(|&(edtf, ..)| order_of(edtf));
            if request.row.is_empty() {
                self.dated(&dated, &part, request, record)
            } else {
                let mut rows = dated.chunk_by(|a, b| a.0 == b.0);
                let row = rows.find(|row| row[0].0.to_string() == request.row);
                let mentions = row.unwrap_or_default().iter();
                let mentions: Vec<_> = mentions.map(|&(_, doc, at)| (doc, at)).collect();
                self.one_by_one(&mentions, request, record)
            }
        })
    }

    fn dated(
        &self,
        dated: &[Dated],
        part: &Part,
        request: &TimelineRequest,
        record: TimelineRecord,
    ) -> TimelineRecord {
        let runs = dated.chunk_by(|a, b| a.0 == b.0);
        let runs = runs.map(|run| (run, n_different(run.iter().map(|row| row.1))));
        let runs: Vec<_> = runs
            .filter(|(_, n_documents)| is_shown(request.show, *n_documents))
            .collect();
        let shown = page(&runs, request.page).iter();
        let shown = shown.map(|(run, n_documents)| TimelineRow {
            edtf: run[0].0.to_string(),
            n_documents: *n_documents,
            n_mentions: run.len(),
            mentions: self.shown_mentions(run),
            differs: self.differences_on(run, part),
        });
        TimelineRecord {
            total: runs.len(),
            rows: shown.collect(),
            ..record
        }
    }

    /// Returns a row for each mention.
    fn one_by_one(
        &self,
        mentions: &[(DocId, usize)],
        request: &TimelineRequest,
        record: TimelineRecord,
    ) -> TimelineRecord {
        let shown = page(mentions, request.page).iter();
        let rows = shown.filter_map(|&(doc, at)| {
            let day = self.day(doc, self.days_of(doc).get(at)?);
            Some(TimelineRow {
                edtf: day.edtf.clone().unwrap_or_default(),
                n_documents: 1,
                n_mentions: 1,
                mentions: vec![day],
                ..TimelineRow::default()
            })
        });
        TimelineRecord {
            total: mentions.len(),
            rows: rows.collect(),
            ..record
        }
    }

    /// Returns where the documents of the lens differ about what the mentions of a row stand beside.
    fn differences_on(&self, run: &[Dated], part: &Part) -> Vec<CompareRow> {
        let is_inside =
            |place: &Place| part.documents.binary_search(&DocId(place.document)).is_ok();
        let stands_in = |place: &Place| {
            run.iter().any(|&(_, doc, at)| {
                let mention = self.days_of(doc).get(at);
                doc.0 == place.document
                    && mention.is_some_and(|mention| {
                        place.span.start <= mention.span.start && mention.span.end <= place.span.end
                    })
            })
        };
        let all = self.layers.accounts.differ.iter();
        all.filter(|one| is_inside(&one.a) && is_inside(&one.b))
            .filter(|one| stands_in(&one.a) || stands_in(&one.b))
            .map(|one| self.difference(one))
            .collect()
    }

    fn days_of(&self, doc: DocId) -> &[DayMention] {
        let own = self.layers.days.get(doc.as_usize());
        own.map_or(&[], Vec::as_slice)
    }

    fn shown_mentions(&self, run: &[Dated]) -> Vec<DayRecord> {
        let by_document = run.chunk_by(|a, b| a.1 == b.1).take(ROW_DOCUMENTS);
        by_document
            .flat_map(|own| own.iter().take(MENTIONS_LIMIT))
            .filter_map(|&(_, doc, at)| Some(self.day(doc, self.days_of(doc).get(at)?)))
            .collect()
    }

    /// Returns one mention of a day.
    pub(crate) fn day(&self, doc: DocId, mention: &DayMention) -> DayRecord {
        let anchor = mention.anchor.map(|anchor| match anchor {
            Anchor::Text(span) => {
                let own = self.days_of(doc);
                let at = own.partition_point(|other| other.span.start < span.start);
                let value = own.get(at).and_then(|other| other.edtf);
                value.map_or_else(|| self.words(doc, span), |edtf| edtf.to_string())
            }
            Anchor::Title => "the title".to_owned(),
            Anchor::DocumentDate => {
                let date = self.index.document(doc).date();
                date.unwrap_or("the document's date").to_owned()
            }
        });
        DayRecord {
            sentence: self.sentence(doc, mention.span),
            kind: mention.kind.name().to_owned(),
            edtf: mention.edtf.map(|edtf| edtf.to_string()),
            anchor,
            rule: mention.rule.name().to_owned(),
            confidence: mention.confidence.name().to_owned(),
        }
    }

    /// Returns every mention of a day in the lens.
    pub(crate) fn all_days(&self, lens: &Lens) -> Vec<DayRecord> {
        let mut records = Vec::new();
        self.part(lens).for_each(&mut |doc, counts| {
            let own = self.days_of(doc).iter();
            let counted = own.filter(|mention| counts(mention.span));
            records.extend(counted.map(|mention| self.day(doc, mention)));
        });
        records
    }
}

/// A stretch of time that a bar stands for: a century, a decade, a year, a month or a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Period {
    precision: Precision,
    /// Which one, counted from year 0.
    number: u32,
}

impl Period {
    /// Returns the period of this precision that a point lies in; `None` where the point is less exact, or a
    /// season.
    fn around(point: Point, precision: Precision) -> Option<Self> {
        if point.precision < precision || (precision >= Precision::Month && point.month > 12) {
            return None;
        }
        let (year, month) = (u32::from(point.year), u32::from(point.month));
        let month_number = year * 12 + month.saturating_sub(1);
        let number = match precision {
            Precision::Century => year / 100,
            Precision::Decade => year / 10,
            Precision::Year => year,
            Precision::Month => month_number,
            Precision::Day | Precision::Minute => month_number * 32 + u32::from(point.day),
        };
        Some(Self { precision, number })
    }

    /// Reads `20XX`, `202X`, `2024`, `2024-12` or `2024-12-08`.
    fn of(edtf: &str) -> Option<Self> {
        let mut parts = edtf.trim().split('-');
        let year = parts.next().filter(|year| year.len() == 4)?;
        let number = |digits: &str| digits.parse::<u32>().ok();
        let (precision, mut value) = match (year.strip_suffix("XX"), year.strip_suffix('X')) {
            (Some(century), _) => (Precision::Century, number(century)?),
            (None, Some(decade)) => (Precision::Decade, number(decade)?),
            (None, None) => (Precision::Year, number(year)?),
        };
        let mut period = Self {
            precision,
            number: value,
        };
        if precision != Precision::Year {
            return parts.next().is_none().then_some(period);
        }
        if let Some(month) = parts.next() {
            let month = number(month).filter(|month| (1..=12).contains(month))?;
            value = value * 12 + month - 1;
            period = Self {
                precision: Precision::Month,
                number: value,
            };
        }
        if let Some(day) = parts.next() {
            let day = number(day).filter(|day| (1..=31).contains(day))?;
            period = Self {
                precision: Precision::Day,
                number: value * 32 + day,
            };
        }
        parts.next().is_none().then_some(period)
    }

    fn holds(self, point: Point) -> bool {
        Self::around(point, self.precision) == Some(self)
    }

    fn to_edtf(self) -> String {
        let digits = |number: u32, length: usize| {
            let digits = number.to_string();
            ["0".repeat(length.saturating_sub(digits.len())), digits].concat()
        };
        let month = |number: u32| {
            let year = digits(number / 12, 4);
            [&*year, "-", &digits(number % 12 + 1, 2)].concat()
        };
        match self.precision {
            Precision::Century => digits(self.number, 2) + "XX",
            Precision::Decade => digits(self.number, 3) + "X",
            Precision::Year => digits(self.number, 4),
            Precision::Month => month(self.number),
            Precision::Day | Precision::Minute => {
                [&*month(self.number / 32), "-", &digits(self.number % 32, 2)].concat()
            }
        }
    }

    /// Returns what its bars stand for and which they are: all of them, in order.
    fn parts(self) -> Option<(Precision, std::ops::RangeInclusive<u32>)> {
        let n = self.number;
        Some(match self.precision {
            Precision::Century => (Precision::Decade, n * 10..=n * 10 + 9),
            Precision::Decade => (Precision::Year, n * 10..=n * 10 + 9),
            Precision::Year => (Precision::Month, n * 12..=n * 12 + 11),
            Precision::Month => {
                let n_days = days_in_month((n / 12) as i32, n % 12 + 1).unwrap_or(31);
                (Precision::Day, n * 32 + 1..=n * 32 + n_days)
            }
            Precision::Day | Precision::Minute => return None,
        })
    }
}

/// Counts mentions by the parts of a period; without one, by as long parts as make no more bars than can be told
/// apart.
fn bars(dated: &[Dated], within: Option<Period>) -> Vec<TimelineBar> {
    let numbers = |precision: Precision| {
        let within = move |one: &&Dated| within.is_none_or(|within| within.holds(one.0.start));
        dated
            .iter()
            .filter(within)
            .filter_map(move |&(edtf, doc, _)| {
                Some((Period::around(edtf.start, precision)?.number, doc))
            })
    };
    let (precision, range) = match within {
        Some(period) => match period.parts() {
            Some(parts) => parts,
            None => return Vec::new(),
        },
        None => {
            let all = [Precision::Year, Precision::Decade, Precision::Century];
            let mut ranges = all.into_iter().filter_map(|precision| {
                let first = numbers(precision).map(|(number, _)| number).min()?;
                let last = numbers(precision).map(|(number, _)| number).max()?;
                Some((precision, first..=last))
            });
            let few = |(_, range): &(Precision, std::ops::RangeInclusive<u32>)| {
                range.end() - range.start() < MOST_BARS
            };
            match ranges.find(few) {
                Some(range) => range,
                None => return Vec::new(),
            }
        }
    };
    let mut bars: Vec<(TimelineBar, Option<DocId>)> = range
        .clone()
        .map(|number| {
            let edtf = Period { precision, number }.to_edtf();
            let bar = TimelineBar {
                edtf,
                ..TimelineBar::default()
            };
            (bar, None)
        })
        .collect();
    // Documents come in order, so that the last one of a bar tells whether this one is new.
    for (number, doc) in numbers(precision) {
        let at = number.checked_sub(*range.start());
        let Some((bar, last)) = at.and_then(|at| bars.get_mut(at as usize)) else {
            continue;
        };
        bar.n_mentions += 1;
        bar.n_documents += usize::from(last.replace(doc) != Some(doc));
    }
    bars.into_iter().map(|(bar, _)| bar).collect()
}

/// Returns the row of a date: no more exact than the scale. An interval whose ends are then one is a date.
fn at_scale(edtf: Edtf, scale: Scale) -> Edtf {
    let finest = match scale {
        Scale::Day => Precision::Day,
        Scale::Month => Precision::Month,
        Scale::Year => Precision::Year,
    };
    let start = at_most(edtf.start, finest);
    let end = edtf.end.map(|end| at_most(end, finest));
    Edtf {
        start,
        end: end.filter(|end| *end != start),
    }
}

fn at_most(point: Point, finest: Precision) -> Point {
    if point.precision <= finest {
        return point;
    }
    Point {
        precision: finest,
        month: if finest >= Precision::Month {
            point.month
        } else {
            0
        },
        day: if finest >= Precision::Day {
            point.day
        } else {
            0
        },
        minute: 0,
        ..point
    }
}

/// Returns numbers that stand in the order of time; a month stands before its days.
fn order_of(edtf: Edtf) -> (u64, u64) {
    let order = |point: Point| {
        let date = u64::from(point.year) << 16 | u64::from(point.month) << 8;
        let time = u64::from(point.minute) << 4 | u64::from(point.is_approximate);
        (date | u64::from(point.day)) << 20 | time << 4 | point.precision as u64
    };
    (order(edtf.start), edtf.end.map_or(0, order))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_read_and_written_and_cut_into_its_parts() {
        for (edtf, n_parts, first) in [
            ("19XX", 10, "190X"),
            ("202X", 10, "2020"),
            ("2024", 12, "2024-01"),
            ("2024-02", 29, "2024-02-01"),
            ("0987", 12, "0987-01"),
        ] {
            let period = Period::of(edtf).expect(edtf);
            assert_eq!(period.to_edtf(), edtf);
            let (precision, range) = period.parts().expect("parts");
            let number = *range.start();
            assert_eq!(range.count(), n_parts, "{edtf}");
            assert_eq!(Period { precision, number }.to_edtf(), first);
        }
        let day = Period::of("2024-12-08").expect("a day");
        assert_eq!((day.to_edtf().as_str(), day.parts()), ("2024-12-08", None));
        for wrong in [
            "",
            "24",
            "2024-13",
            "2024-1-1-1",
            "December",
            "202X-01",
            "20X4",
        ] {
            assert_eq!(Period::of(wrong), None, "{wrong}");
        }
    }
}
