//! PDF that was made from text: lines from glyphs, paragraphs from lines, in reading order.
//!
//! `pdf-extract` (on `lopdf`) decodes fonts and gives glyphs with their places; what is a word, a line,
//! a column and a paragraph is told here. Each page is read by itself, so that a page that the parser does not
//! survive costs that page only.

mod accents;
mod glyphs;
mod info;
mod layout;
mod letter_maps;
mod line_text;
mod lines;
mod paragraphs;
mod rescue;

use corpus::BlockKind;
use std::collections::BTreeSet;
use std::io::Read as _;

use pdf_extract::{Dictionary, Document as Pdf, Object};

use crate::draft::{Draft, Job};
use crate::isolation;
use crate::limits;
use crate::mending::Words;
use crate::writer::Writer;
use lines::Line;

const OPEN_ANEW: &str = "open it in a PDF program and print or save it anew";

/// Reads one document.
pub(crate) fn read(bytes: &[u8], job: &mut Job<'_, '_>) {
    let Some(pdf) = opened(bytes, job) else {
        return;
    };
    let entries = isolation::caught(|| info::metadata(&pdf)).unwrap_or_default();
    let numbers: Vec<u32> = pdf
        .get_pages()
        .into_keys()
        .take(limits::PDF_PAGES)
        .collect();
    if numbers.is_empty() {
        job.report.error(
            None,
            "this is a PDF without pages; it is damaged".to_owned(),
            OPEN_ANEW,
        );
        return;
    }
    let (mut pages, mut lost, mut empty) = (Vec::new(), Vec::new(), Vec::new());
    for &number in &numbers {
        let Some(page) = page(&pdf, number) else {
            lost.push(number);
            continue;
        };
        if page
            .iter()
            .all(|line| !line.text.chars().any(char::is_alphanumeric))
        {
            empty.push(number);
        }
        pages.push(page);
    }
    if report_pages(numbers.len(), &lost, &empty, job) {
        return;
    }
    if job.mender.steps.ligatures {
        // How a page draws its letters, not damage of its text: it is done like other work on glyphs, and not counted.
        for line in pages.iter_mut().flatten() {
            line.text = accents::composed(&line.text);
        }
    }
    report_letters(&pages, job);
    if job.mender.steps.page_headers {
        lines::leave_out_repeated(&mut pages, &mut job.mender);
    }
    let text: String = pages
        .iter()
        .flatten()
        .flat_map(|line| [line.text.as_str(), "\n"])
        .collect();
    let known = Words::of(&text);
    let blocks = paragraphs::of(&pages, &known, &mut job.mender);
    let mut writer = Writer::new(&mut job.mender);
    for (kind, text) in blocks {
        match kind {
            BlockKind::Preformatted => writer.verbatim_block(kind, &text),
            kind => writer.block(kind, &text),
        }
    }
    let body = writer.finish();
    job.add(Draft {
        entries,
        body,
        ..Draft::default()
    });
}

/// Returns the lines of a page by the places of its glyphs, else as the parser gives its text; nothing where it
/// survives neither.
fn page(pdf: &Pdf, number: u32) -> Option<Vec<Line>> {
    match isolation::caught(|| glyphs::of_page(pdf, number)).flatten() {
        Some(page) => Some(layout::lines(page)),
        None => isolation::caught(|| plain_lines(pdf, number)).flatten(),
    }
}

/// Opens a document, decrypting what needs no password, or reports why not.
fn opened(bytes: &[u8], job: &mut Job<'_, '_>) -> Option<Pdf> {
    let start = bytes
        .windows(5)
        .take(1024)
        .position(|window| window == b"%PDF-")
        .unwrap_or(0);
    let is_locked = |error: &pdf_extract::Error| {
        // Not its `Debug` form: where every byte counts, that is compiled away.
        let text = error.to_string().to_lowercase();
        text.contains("decrypt") || text.contains("password") || text.contains("encrypt")
    };
    let bytes = &bytes[start..];
    let mut pdf = match isolation::caught(|| Pdf::load_mem(bytes)) {
        Some(Ok(pdf)) => pdf,
        Some(Err(error)) if is_locked(&error) => {
            report_locked(job);
            return None;
        }
        _ => rescued(bytes, job)?,
    };
    if pdf.is_encrypted() && !matches!(isolation::caught(|| pdf.decrypt("")), Some(Ok(()))) {
        report_locked(job);
        return None;
    }
    if unpacks_too_far(&pdf) {
        job.report.error(
            None,
            format!(
                "this is a PDF that unpacks to more than {} MB of drawing",
                limits::PACKAGE_BYTES >> 20
            ),
            OPEN_ANEW,
        );
        return None;
    }
    repair(&mut pdf);
    Some(pdf)
}

/// Reads a damaged document by its objects alone, or reports why that cannot be.
fn rescued(bytes: &[u8], job: &mut Job<'_, '_>) -> Option<Pdf> {
    const ANEW: &str =
        "fetch it again from where it came, or open it in a PDF program and save it anew";
    let is_cut_off = !bytes.windows(5).any(|w| w == b"%%EOF");
    let what = match is_cut_off {
        true => "its end is missing",
        false => "it is damaged: its list of objects cannot be read",
    };
    let listed = rescue::with_new_list(bytes);
    let loaded = listed.and_then(|listed| isolation::caught(|| Pdf::load_mem(&listed))?.ok());
    let Some(pdf) = loaded.filter(|pdf| !pdf.get_pages().is_empty()) else {
        job.report
            .error(None, format!("this is a PDF, but {what}"), ANEW);
        return None;
    };
    let message = match pdf.get_pages().len() {
        1 => format!("this is a PDF, but {what}; what was found of it, one page, is read"),
        n => format!("this is a PDF, but {what}; what was found of it, {n} pages, is read"),
    };
    job.report.warning(None, message, ANEW);
    Some(pdf)
}

/// Tells whether what is drawn, pictures aside, unpacks to more than the limits allow; the parser would unpack it
/// without asking.
fn unpacks_too_far(pdf: &Pdf) -> bool {
    let mut left = limits::PACKAGE_BYTES;
    for object in pdf.objects.values() {
        let Object::Stream(stream) = object else {
            continue;
        };
        let is_picture = stream
            .dict
            .get(b"Subtype")
            .and_then(Object::as_name)
            .is_ok_and(|kind| kind == b"Image");
        if is_picture {
            continue;
        }
        let unpacked = flate2::read::ZlibDecoder::new(stream.content.as_slice()).take(left + 1);
        // What is damaged or packed otherwise ends early, and counts as far as it came.
        let mut counter = Counter(0);
        let _ = std::io::copy(&mut { unpacked }, &mut counter);
        if counter.0 > left {
            return true;
        }
        left -= counter.0;
    }
    false
}

/// Counts bytes and forgets them.
struct Counter(u64);

impl std::io::Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Writes what the parser reads wrongly, or would not survive, in the way that it reads.
///
/// Widths of glyphs given for a range (`first last width`) are taken for those of none, which moves all
/// letters behind them; fonts without a descriptor and pages without a size end it.
fn repair(pdf: &mut Pdf) {
    let mut changes: Vec<((u32, u16), Vec<u8>, Object)> = Vec::new();
    for (id, object) in &pdf.objects {
        let Ok(dictionary) = object.as_dict() else {
            continue;
        };
        let widths = dictionary
            .get(b"W")
            .ok()
            .and_then(|widths| pdf.dereference(widths).ok());
        if let Some((_, Object::Array(widths))) = widths {
            changes.push((
                *id,
                b"W".to_vec(),
                Object::Array(listed_widths(pdf, widths)),
            ));
        }
        if let Some(widths) = widths_of_drawings(pdf, dictionary) {
            changes.push((*id, b"Widths".to_vec(), widths));
        }
        let is_descendant =
            dictionary.get(b"CIDSystemInfo").is_ok() && dictionary.get(b"Subtype").is_ok();
        if is_descendant && dictionary.get(b"FontDescriptor").is_err() {
            changes.push((
                *id,
                b"FontDescriptor".to_vec(),
                Object::Dictionary(Dictionary::new()),
            ));
        }
    }
    for (id, table) in mended_letters(pdf) {
        if let Some(Object::Stream(stream)) = pdf.objects.get_mut(&id) {
            stream.set_plain_content(table);
        }
    }
    let pages: Vec<(u32, u16)> = pdf.get_pages().into_values().collect();
    for page in pages {
        let has_box = isolation::caught(|| has_media_box(pdf, page)).unwrap_or(true);
        if !has_box {
            let a4 = [0, 0, 595, 842].into_iter().map(Object::Integer).collect();
            changes.push((page, b"MediaBox".to_vec(), Object::Array(a4)));
        }
    }
    for (id, key, value) in changes {
        if let Ok(dictionary) = pdf.get_dictionary_mut(id) {
            dictionary.set(key, value);
        }
    }
}

/// Returns the tables of letters that are written against the rules, as they should be, by their ids.
fn mended_letters(pdf: &Pdf) -> Vec<((u32, u16), Vec<u8>)> {
    let fonts = pdf
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok());
    // Fonts share their tables.
    let tables: BTreeSet<_> = fonts
        .filter_map(|font| font.get(b"ToUnicode").ok()?.as_reference().ok())
        .collect();
    let mended = tables.into_iter().filter_map(|id| {
        let Object::Stream(stream) = pdf.objects.get(&id)? else {
            return None;
        };
        let plain = stream.decompressed_content();
        let table = plain.unwrap_or_else(|_| stream.content.clone());
        Some((id, letter_maps::mended(&table)?))
    });
    mended.collect()
}

/// Returns the widths of a font of drawings (Type 3) in thousandths of its size, as other fonts have them; in the file
/// they are in units of its own.
fn widths_of_drawings(pdf: &Pdf, font: &Dictionary) -> Option<Object> {
    let value = |key: &[u8]| Some(pdf.dereference(font.get(key).ok()?).ok()?.1);
    if value(b"Subtype")?.as_name().ok()? != b"Type3" {
        return None;
    }
    let unit = value(b"FontMatrix")?.as_array().ok()?.first()?;
    let unit = f64::from(unit.as_float().ok()?) * 1000.0;
    let widths = value(b"Widths")?.as_array().ok()?.iter().map(|width| {
        let width = pdf.dereference(width).ok()?.1.as_float().ok()?;
        #[expect(
            clippy::cast_possible_truncation,
            reason = "the format has single precision"
        )]
        let scaled = (f64::from(width) * unit) as f32;
        Some(Object::Real(scaled))
    });
    let widths: Option<Vec<Object>> = widths.collect();
    widths.map(Object::Array)
}

fn has_media_box(pdf: &Pdf, page: (u32, u16)) -> bool {
    const HIGHEST: usize = 64;
    let mut id = page;
    for _ in 0..HIGHEST {
        let Ok(dictionary) = pdf.get_dictionary(id) else {
            return false;
        };
        if dictionary.has(b"MediaBox") {
            return true;
        }
        match dictionary.get(b"Parent").and_then(Object::as_reference) {
            Ok(parent) => id = parent,
            Err(_) => return false,
        }
    }
    false
}

/// Returns widths with every range written as a list.
fn listed_widths(pdf: &Pdf, widths: &[Object]) -> Vec<Object> {
    const LONGEST_RANGE: i64 = 70_000;
    let value = |index: usize| {
        widths
            .get(index)
            .and_then(|object| pdf.dereference(object).ok())
            .map(|(_, object)| object)
    };
    let mut listed = Vec::new();
    let mut at = 0;
    while let (Some(first), Some(second)) = (value(at), value(at + 1)) {
        if let Object::Array(inner) = second {
            listed.extend([first.clone(), Object::Array(inner.clone())]);
            at += 2;
            continue;
        }
        let (Ok(start), Ok(end), Some(width)) = (first.as_i64(), second.as_i64(), value(at + 2))
        else {
            break;
        };
        let n = (end - start + 1).clamp(0, LONGEST_RANGE);
        let same = std::iter::repeat_n(width.clone(), usize::try_from(n).unwrap_or(0)).collect();
        listed.extend([Object::Integer(start), Object::Array(same)]);
        at += 3;
    }
    listed
}

fn report_locked(job: &mut Job<'_, '_>) {
    job.report.error(
        None,
        "this is a PDF that is encrypted with a password".to_owned(),
        "open it with its password and save a copy without one",
    );
}

/// Reads a page whose glyphs cannot be placed, line by line as they stand in the file.
fn plain_lines(pdf: &Pdf, number: u32) -> Option<Vec<Line>> {
    let text = pdf.extract_text(&[number]).ok()?;
    let lines: Vec<Line> = text.lines().map(Line::without_place).collect();
    (!lines.is_empty()).then_some(lines)
}

/// Reports pages without text and pages that are lost; true where nothing is left.
fn report_pages(n_pages: usize, lost: &[u32], empty: &[u32], job: &mut Job<'_, '_>) -> bool {
    if empty.len() == n_pages {
        job.report.error(
            None,
            match n_pages {
                1 => "scanned: no text on its one page, only pictures".to_owned(),
                n => format!("scanned: no text on any of its {n} pages, only pictures"),
            },
            "run text recognition over it, for instance with OCRmyPDF, and use the result",
        );
        return true;
    }
    if lost.len() == n_pages {
        job.report.error(
            None,
            "this is a PDF, but none of its pages can be read".to_owned(),
            OPEN_ANEW,
        );
        return true;
    }
    if !empty.is_empty() {
        job.report.warning(
            None,
            format!(
                "no text on {} of {n_pages} pages (scanned or empty): {}",
                empty.len(),
                listed(empty)
            ),
            "run text recognition over it if they hold text",
        );
    }
    if !lost.is_empty() {
        job.report.warning(
            None,
            format!(
                "{} of {n_pages} pages are damaged and left out: {}",
                lost.len(),
                listed(lost)
            ),
            OPEN_ANEW,
        );
    }
    lost.len() + empty.len() == n_pages
}

fn listed(pages: &[u32]) -> String {
    const MOST: usize = 12;
    let mut text: Vec<String> = pages.iter().take(MOST).map(u32::to_string).collect();
    if pages.len() > MOST {
        text.push("…".to_owned());
    }
    text.join(", ")
}

/// Warns where fonts do not tell which letters they draw.
fn report_letters(pages: &[Vec<Line>], job: &mut Job<'_, '_>) {
    let letters = || pages.iter().flatten().flat_map(|line| line.text.chars());
    let n_letters = letters().filter(|c| !c.is_whitespace()).count();
    let is_unknown = |c: &char| matches!(c, '\u{FFFD}' | '\u{E000}'..='\u{F8FF}') || c.is_control();
    let n_unknown = letters().filter(is_unknown).count();
    if n_unknown * 20 > n_letters {
        job.report.warning(
            None,
            format!(
                "{} of 100 letters are not told by the fonts of the file",
                n_unknown * 100 / n_letters.max(1)
            ),
            "run text recognition over it, for instance `ocrmypdf --force-ocr`",
        );
    }
}
