//! Turns of transcripts, and quotations signed below.

use corpus::{BlockKind, ByteSpan, Document};

use super::interviews;
use super::people::overlapping;
use super::{NameSpan, SpeakerRule, Voice, VoiceKind};

/// Adds the turns of a document.
pub(super) fn add(
    document: &Document,
    labels: &[Option<ByteSpan>],
    names: &[NameSpan],
    found: &mut Vec<Voice>,
) {
    interviews::add(document, names, found);
    transcript(document, labels, names, found);
    signatures(document, names, found);
}

pub(super) fn push_turn(
    found: &mut Vec<Voice>,
    names: &[NameSpan],
    text: &str,
    span: ByteSpan,
    who: Option<(ByteSpan, ByteSpan)>,
    continues: Option<u32>,
) {
    let inside = span.of(text);
    let start = span.start + (inside.len() - inside.trim_start().len()) as u32;
    let span = ByteSpan::new(start, start + inside.trim().len() as u32);
    if span.is_empty() {
        return;
    }
    let speaker = who.map(|(speaker, _)| speaker);
    found.push(Voice {
        span,
        kind: VoiceKind::Turn,
        speaker,
        name: speaker
            .and_then(|speaker| overlapping(names, speaker))
            .map(|name| name.entity),
        role: who
            .map(|(_, role)| role)
            .filter(|&role| Some(role) != speaker || name_free(role.of(text))),
        cue: None,
        rule: if speaker.is_some() {
            SpeakerRule::Turn
        } else {
            SpeakerRule::Unattributed
        },
        confidence: if speaker.is_some() { 85 } else { 50 },
        sentence: span,
        continues,
    });
}

/// A description has a small letter at its start.
fn name_free(role: &str) -> bool {
    role.starts_with(char::is_lowercase)
}

/// The longest name before the colon of a transcript's turn.
const LONGEST_LABEL_BYTES: usize = 40;

/// Returns for each block of a transcript the label that it begins with.
///
/// A transcript has paragraphs that begin with a name and a colon, one of the names at least three times,
/// two different ones at least. Names that share their last word ("Ruba Nasser", then "Nasser") are one.
pub(super) fn labels(document: &Document) -> Vec<Option<ByteSpan>> {
    let text = &document.text;
    let labelled: Vec<Option<ByteSpan>> = document
        .blocks
        .iter()
        .map(|block| {
            let len = label(block.span.of(text)).filter(|_| block.kind == BlockKind::Paragraph)?;
            let start = block.span.start;
            Some(ByteSpan::new(start, start + len as u32))
        })
        .collect();
    let last_word = |label: &ByteSpan| label.of(text).rsplit(' ').next().unwrap_or_default();
    let mut names: Vec<&str> = labelled.iter().flatten().map(last_word).collect();
    sorting::SmallSort::small_sort(&mut names[..]);
    let most = names
        .chunk_by(|a, b| a == b)
        .map(<[&str]>::len)
        .max()
        .unwrap_or(0);
    let n_different = names.chunk_by(|a, b| a == b).count();
    if most < 3 || n_different < 2 || n_different * 2 > names.len() + 1 {
        return vec![None; document.blocks.len()];
    }
    labelled
}

/// The turns of a transcript. Paragraphs without a label between two turns go on with the first of them.
fn transcript(
    document: &Document,
    labels: &[Option<ByteSpan>],
    names: &[NameSpan],
    found: &mut Vec<Voice>,
) {
    let text = &document.text;
    let Some(last) = labels.iter().rposition(Option::is_some) else {
        return;
    };
    let mut running: Option<(ByteSpan, u32)> = None;
    for (block, label) in document.blocks.iter().zip(labels).take(last + 1) {
        let speech = match label {
            Some(label) => ByteSpan::new(label.end + 1, block.span.end),
            None => block.span,
        };
        let (who, continues) = match (label, running) {
            (Some(label), _) => (*label, None),
            (None, Some((who, before))) if block.kind == BlockKind::Paragraph => {
                (who, Some(before))
            }
            _ => {
                running = None;
                continue;
            }
        };
        if matches!(who.of(text), "Question" | "QUESTION" | "Note" | "NOTE") {
            running = None;
            continue;
        }
        let n_before = found.len();
        push_turn(found, names, text, speech, Some((who, who)), continues);
        running = (found.len() > n_before).then_some((who, n_before as u32));
    }
}

fn label(paragraph: &str) -> Option<usize> {
    let colon = paragraph
        .bytes()
        .take(LONGEST_LABEL_BYTES)
        .position(|byte| byte == b':')?;
    let label = paragraph.get(..colon)?;
    let is_name = label
        .split(' ')
        .all(|word| word.starts_with(|c: char| c.is_uppercase()) || word.len() <= 3)
        && label.split(' ').count() <= 5
        && label.starts_with(char::is_alphabetic);
    let rest = paragraph.get(colon + 1..)?;
    (is_name && rest.starts_with(' ')).then_some(colon)
}

/// "— Patrick Fitzgerald, prosecutor" below a quotation, in its block or in the next.
fn signatures(document: &Document, names: &[NameSpan], found: &mut [Voice]) {
    let text = &document.text;
    for voice in found {
        if voice.speaker.is_some() || voice.kind != VoiceKind::Direct {
            continue;
        }
        let rest = text.get(voice.span.end as usize..).unwrap_or_default();
        let gap = rest
            .bytes()
            .take(12)
            .position(|byte| byte == 0xE2 || byte == b'-');
        let Some(gap) = gap else { continue };
        let after = rest.get(gap..).unwrap_or_default();
        let close = after.trim_start_matches(['”', '’', '"', '»', '«', '\'', '\n', ' ']);
        let Some(signed) = close
            .strip_prefix(['—', '–', '―'])
            .or_else(|| close.strip_prefix("--"))
        else {
            continue;
        };
        let line = signed.trim_start().split('\n').next().unwrap_or_default();
        let name = line
            .split([',', ';', '('])
            .next()
            .unwrap_or_default()
            .trim_end_matches(['.', ' ']);
        let is_signature = !name.is_empty()
            && name.len() < 80
            && name.starts_with(char::is_uppercase)
            && !line.contains(['“', '”', '"'])
            && line.len() < 200;
        if !is_signature {
            continue;
        }
        let start = (text.len() - rest.len()
            + (rest.len() - close.len())
            + (close.len() - signed.trim_start().len())) as u32;
        let speaker = ByteSpan::new(start, start + name.len() as u32);
        voice.speaker = Some(speaker);
        voice.name = overlapping(names, speaker).map(|name| name.entity);
        voice.rule = SpeakerRule::Turn;
        voice.confidence = 85;
    }
}
