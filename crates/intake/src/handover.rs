//! A reading as bytes, for the way from one worker to another.
//!
//! Both ends are of one build, so that there is no version. Numbers are seven bits a byte, least significant
//! first; texts and lists have their length before them.

use corpus::{
    Block, BlockKind, ByteSpan, Document, Field, Inline, InlineKind, Matter, Problem, Reading,
    Severity,
};

/// Returns a reading as bytes. Cost: linear in the texts.
#[must_use]
pub fn write(reading: &Reading) -> Vec<u8> {
    let mut out = Writer::default();
    out.list(&reading.documents, Writer::document);
    out.list(&reading.problems, Writer::problem);
    out.0
}

/// Reads what [`write()`] wrote; `None` for any other bytes. Cost: linear in them.
#[must_use]
pub fn read(bytes: &[u8]) -> Option<Reading> {
    let mut from = Reader(bytes);
    let documents = from.list(Reader::document)?;
    let problems = from.list(Reader::problem)?;
    from.0.is_empty().then_some(Reading {
        documents,
        problems,
    })
}

#[derive(Default)]
struct Writer(Vec<u8>);

impl Writer {
    fn number(&mut self, mut number: u32) {
        while number > 0x7f {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u32);
        self.0.extend_from_slice(text.as_bytes());
    }

    fn optional(&mut self, text: Option<&str>) {
        self.0.push(u8::from(text.is_some()));
        if let Some(text) = text {
            self.text(text);
        }
    }

    fn list<T>(&mut self, items: &[T], write: fn(&mut Self, &T)) {
        self.number(items.len() as u32);
        items.iter().for_each(|item| write(self, item));
    }

    fn span(&mut self, span: ByteSpan) {
        self.number(span.start);
        self.number(span.end);
    }

    fn document(&mut self, document: &Document) {
        self.text(&document.id);
        self.text(&document.title);
        self.optional(document.date.as_deref());
        self.optional(document.lang.as_deref());
        self.list(&document.fields, Self::field);
        self.text(&document.text);
        self.list(&document.blocks, Self::block);
        self.list(&document.inlines, Self::inline);
    }

    fn field(&mut self, field: &Field) {
        self.text(&field.name);
        self.list(&field.values, |out, value| out.text(value));
    }

    fn block(&mut self, block: &Block) {
        let (kind, depth) = match block.kind {
            BlockKind::Heading(level) => (0, level),
            BlockKind::Paragraph => (1, 0),
            BlockKind::ListItem(depth) => (2, depth),
            BlockKind::OrderedItem(depth) => (3, depth),
            BlockKind::Quotation => (4, 0),
            BlockKind::Question => (5, 0),
            BlockKind::Answer => (6, 0),
            BlockKind::Caption => (7, 0),
            BlockKind::TableHeader => (8, 0),
            BlockKind::TableRow => (9, 0),
            BlockKind::Note => (10, 0),
            BlockKind::Preformatted => (11, 0),
        };
        self.0.extend([kind, depth]);
        self.span(block.span);
    }

    fn inline(&mut self, inline: &Inline) {
        let (kind, target) = match &inline.kind {
            InlineKind::Emphasis => (0, ""),
            InlineKind::Strong => (1, ""),
            InlineKind::Code => (2, ""),
            InlineKind::Link(target) => (3, target.as_str()),
            InlineKind::NoteReference(label) => (4, label.as_str()),
            InlineKind::Picture(address) => (5, address.as_str()),
        };
        self.0.push(kind);
        self.text(target);
        self.span(inline.span);
    }

    fn problem(&mut self, problem: &Problem) {
        self.0.push(match problem.severity {
            Severity::Note => 0,
            Severity::Warning => 1,
            Severity::Error => 2,
        });
        self.0.push(match problem.matter {
            Matter::Other => 0,
            Matter::NoText => 1,
            Matter::NotPublic => 2,
            Matter::SameId => 3,
        });
        self.text(&problem.file);
        self.number(problem.line.unwrap_or(0));
        self.text(&problem.message);
        self.text(&problem.hint);
    }
}

struct Reader<'b>(&'b [u8]);

impl Reader<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(first)
    }

    fn number(&mut self) -> Option<u32> {
        let (mut number, mut shift) = (0_u64, 0);
        loop {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 {
                return u32::try_from(number).ok();
            }
            if shift > 28 {
                return None;
            }
        }
    }

    fn text(&mut self) -> Option<String> {
        let length = self.number()? as usize;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(std::str::from_utf8(text).ok()?.to_owned())
    }

    fn optional(&mut self) -> Option<Option<String>> {
        Some(match self.byte()? {
            0 => None,
            _ => Some(self.text()?),
        })
    }

    fn list<T>(&mut self, read: fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let length = self.number()? as usize;
        // An item has at least a byte, so that no length allocates more than there is.
        if length > self.0.len() {
            return None;
        }
        (0..length).map(|_| read(self)).collect()
    }

    fn span(&mut self) -> Option<ByteSpan> {
        let (start, end) = (self.number()?, self.number()?);
        (start <= end).then(|| ByteSpan::new(start, end))
    }

    fn document(&mut self) -> Option<Document> {
        Some(Document {
            id: self.text()?,
            title: self.text()?,
            date: self.optional()?,
            lang: self.optional()?,
            fields: self.list(Self::field)?,
            text: self.text()?,
            blocks: self.list(Self::block)?,
            inlines: self.list(Self::inline)?,
        })
    }

    fn field(&mut self) -> Option<Field> {
        Some(Field {
            name: self.text()?,
            values: self.list(Self::text)?,
        })
    }

    fn block(&mut self) -> Option<Block> {
        let (kind, depth) = (self.byte()?, self.byte()?);
        let kind = match kind {
            0 => BlockKind::Heading(depth),
            1 => BlockKind::Paragraph,
            2 => BlockKind::ListItem(depth),
            3 => BlockKind::OrderedItem(depth),
            4 => BlockKind::Quotation,
            5 => BlockKind::Question,
            6 => BlockKind::Answer,
            7 => BlockKind::Caption,
            8 => BlockKind::TableHeader,
            9 => BlockKind::TableRow,
            10 => BlockKind::Note,
            11 => BlockKind::Preformatted,
            _ => return None,
        };
        Some(Block {
            kind,
            span: self.span()?,
        })
    }

    fn inline(&mut self) -> Option<Inline> {
        let (kind, target) = (self.byte()?, self.text()?);
        let kind = match kind {
            0 => InlineKind::Emphasis,
            1 => InlineKind::Strong,
            2 => InlineKind::Code,
            3 => InlineKind::Link(target),
            4 => InlineKind::NoteReference(target),
            5 => InlineKind::Picture(target),
            _ => return None,
        };
        Some(Inline {
            kind,
            span: self.span()?,
        })
    }

    fn problem(&mut self) -> Option<Problem> {
        Some(Problem {
            severity: match self.byte()? {
                0 => Severity::Note,
                1 => Severity::Warning,
                2 => Severity::Error,
                _ => return None,
            },
            matter: match self.byte()? {
                0 => Matter::Other,
                1 => Matter::NoText,
                2 => Matter::NotPublic,
                3 => Matter::SameId,
                _ => return None,
            },
            file: self.text()?,
            line: Some(self.number()?).filter(|&line| line > 0),
            message: self.text()?,
            hint: self.text()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sample() -> Reading {
        let text = "---\ntitle: T\nauthor: [A, B]\ndate: 2024-12\nlang: ar\n---\n# T\n\n1. *One* [l](https://a.b)\n   - two `x`\n\n> Q[^1]\n\n| a | b |\n|---|---|\n| c | d |\n\n```\npre\n```\n\n[^1]: Note **b** ![p](p.png)\n";
        let mut reading =
            crate::reader::read("a/t.md", text.into(), &crate::reader::Beside::default());
        reading
            .problems
            .extend(crate::reader::given_up("b.pdf", true).problems);
        reading.problems.push(Problem {
            severity: Severity::Warning,
            matter: Matter::NotPublic,
            file: "ḥ".into(),
            line: Some(300),
            message: String::new(),
            hint: "x".into(),
        });
        reading
    }

    #[test]
    fn a_reading_arrives_as_it_was_sent() {
        let reading = sample();
        assert_eq!(reading.documents.len(), 1);
        assert!(reading.documents[0].blocks.len() > 5 && reading.documents[0].inlines.len() > 4);
        assert_eq!(read(&write(&reading)), Some(reading));
    }

    #[test]
    fn a_cut_reading_is_none() {
        let bytes = write(&sample());
        for end in 0..bytes.len() {
            assert_eq!(read(&bytes[..end]), None, "{end}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_answered(bytes: Vec<u8>) {
            let _ = read(&bytes);
        }
    }
}
