//! Subtitles (`SubRip` `.srt`, `WebVTT` `.vtt`): cues joined to paragraphs, speakers as turns.

use corpus::BlockKind;
use corpus::parts;

use crate::draft::{Draft, Job, push};
use crate::text_encoding;
use crate::writer::{Writer, collapsed};

/// A silence after which another paragraph begins, in milliseconds.
const PAUSE_MS: u64 = 3000;
/// A paragraph ends with the first sentence behind this length, in characters.
const LONG_CHARS: usize = 500;

/// One piece of what is said.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Cue {
    start_ms: u64,
    end_ms: u64,
    speaker: Option<String>,
    text: String,
    line: u32,
}

/// Reads one file of subtitles.
pub(crate) fn read(bytes: &[u8], job: &mut Job<'_, '_>) {
    let text = text_encoding::decode(bytes, None, job.report);
    let (mut cues, n_broken) = cues(&text);
    unroll(&mut cues);
    if cues.is_empty() {
        job.report.error(
            None,
            "there is no cue with a time (00:00:01,000 --> 00:00:02,000)".to_owned(),
            "export the subtitles as SubRip or WebVTT",
        );
        return;
    }
    if n_broken > 0 {
        job.report.warning(
            None,
            format!("{n_broken} cues have a time that is not read; their text is kept"),
            "write times as 00:00:01,000 --> 00:00:02,000",
        );
    }
    let mut entries = Vec::new();
    let last_ms = cues.iter().map(|cue| cue.end_ms).max().unwrap_or(0);
    push(&mut entries, "duration", clock(last_ms));
    push(
        &mut entries,
        "lang",
        header(&text, "language")
            .and_then(|lang| parts::language_tag(&lang))
            .unwrap_or_default(),
    );
    push(
        &mut entries,
        "title",
        header(&text, "title").unwrap_or_default(),
    );
    let mut writer = Writer::new(&mut job.mender);
    write(&cues, &mut writer);
    let body = writer.finish();
    job.add(Draft {
        entries,
        body,
        ..Draft::default()
    });
}

/// Returns a line `Name: value` of the head of a `WebVTT`.
fn header(text: &str, name: &str) -> Option<String> {
    let head = text.trim_start_matches('\u{FEFF}').strip_prefix("WEBVTT")?;
    let lines = head
        .lines()
        .skip(1)
        .take_while(|line| !line.trim().is_empty());
    let mut pairs = lines.filter_map(|line| line.split_once(':'));
    pairs
        .find(|(key, _)| key.trim().eq_ignore_ascii_case(name))
        .map(|(_, value)| value.trim().to_owned())
}

fn clock(ms: u64) -> String {
    let seconds = ms / 1000;
    format!(
        "{:02}:{:02}:{:02}",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    )
}

/// Returns the cues in the order of the file, and how many have a broken time.
fn cues(text: &str) -> (Vec<Cue>, usize) {
    let mut cues = Vec::new();
    let mut n_broken = 0;
    let lines: Vec<&str> = text.split('\n').map(str::trim_end).collect();
    let mut at = 0;
    while at < lines.len() {
        let Some((start, end)) = lines[at].split_once("-->") else {
            at += 1;
            continue;
        };
        let times = (
            time(start),
            time(end.trim_start().split(' ').next().unwrap_or("")),
        );
        let (start_ms, end_ms) = match times {
            (Some(start), Some(end)) => (start, end),
            _ => {
                n_broken += 1;
                let last: u64 = cues.last().map_or(0, |cue: &Cue| cue.end_ms);
                (last, last)
            }
        };
        let line = u32::try_from(at + 1).unwrap_or(u32::MAX);
        at += 1;
        let mut said = Vec::new();
        while at < lines.len() && !lines[at].contains("-->") {
            if lines[at].trim().is_empty() {
                // A blank line inside of a cue is followed by text, not by a number and a time.
                let is_end = lines[at + 1..]
                    .iter()
                    .take(3)
                    .any(|line| line.contains("-->"))
                    || lines[at + 1..]
                        .iter()
                        .take(1)
                        .all(|line| line.trim().is_empty());
                if is_end || lines[at + 1].starts_with("NOTE") || lines[at + 1].starts_with("STYLE")
                {
                    break;
                }
            } else {
                said.push(lines[at]);
            }
            at += 1;
        }
        // Without a blank line between cues, the number of the next one is no text.
        if at < lines.len()
            && lines[at].contains("-->")
            && said
                .last()
                .is_some_and(|last| last.trim().bytes().all(|b| b.is_ascii_digit()))
        {
            said.pop();
        }
        let (speaker, text) = voice(&said.join(" "));
        if !text.is_empty() {
            cues.push(Cue {
                start_ms,
                end_ms,
                speaker,
                text,
                line,
            });
        }
    }
    (cues, n_broken)
}

/// Leaves out what rolling captions repeat: each cue shows the line before once more, above the new one. Where the
/// cues of a file do not roll, a word said twice stays twice.
fn unroll(cues: &mut [Cue]) {
    let n_repeated = |before: &str, text: &str| -> usize {
        let (before, text): (Vec<&str>, Vec<&str>) =
            (before.split(' ').collect(), text.split(' ').collect());
        let longest = before.len().min(text.len());
        let repeats = |n: &usize| before[before.len() - n..] == text[..*n];
        // A whole line of either, not a word that happens to come again.
        (1..=longest)
            .rev()
            .find(repeats)
            .filter(|n| *n > 1 || longest == 1)
            .unwrap_or(0)
    };
    let texts: Vec<String> = cues.iter().map(|cue| cue.text.clone()).collect();
    let repeated: Vec<usize> = texts
        .windows(2)
        .map(|pair| n_repeated(&pair[0], &pair[1]))
        .collect();
    let n_rolling = repeated.iter().filter(|n| **n > 0).count();
    if n_rolling < 2 || n_rolling * 2 < repeated.len() {
        return;
    }
    for (cue, n) in cues.iter_mut().skip(1).zip(repeated) {
        let words: Vec<&str> = cue.text.split(' ').skip(n).collect();
        cue.text = words.join(" ");
    }
}

/// Returns milliseconds of `00:00:01,000`, `00:01.000` or `00:01`.
fn time(text: &str) -> Option<u64> {
    let text = text.trim().replace(',', ".");
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, "0"));
    let mut seconds: u64 = 0;
    for part in whole.split(':') {
        seconds = seconds
            .checked_mul(60)?
            .checked_add(part.trim().parse().ok()?)?;
    }
    let digits: String = fraction.chars().chain("000".chars()).take(3).collect();
    seconds.checked_mul(1000)?.checked_add(digits.parse().ok()?)
}

/// Parts the speaker from what is said, and leaves out marks of style.
fn voice(text: &str) -> (Option<String>, String) {
    let mut speaker = None;
    let mut plain = String::new();
    let mut rest = text;
    while let Some(open) = rest.find(['<', '{']) {
        plain.push_str(&rest[..open]);
        rest = &rest[open..];
        let closing = if rest.starts_with('<') { '>' } else { '}' };
        let Some(end) = rest.find(closing) else { break };
        let tag = &rest[1..end];
        let is_style = closing == '}' && tag.starts_with('\\');
        let is_tag = closing == '>'
            && tag
                .trim_start_matches('/')
                .starts_with(|c: char| c.is_ascii_alphanumeric());
        if let Some(name) = tag
            .strip_prefix("v")
            .filter(|name| closing == '>' && name.starts_with([' ', '.']))
        {
            let name = name.split_once(' ').map_or("", |(_, name)| name);
            speaker = Some(collapsed(name)).filter(|name| !name.is_empty());
        } else if !is_style && !is_tag {
            plain.push_str(&rest[..=end]);
        }
        rest = &rest[end + 1..];
    }
    plain.push_str(rest);
    let mut text = collapsed(&entities(&plain));
    for mark in [">> ", ">>", "- ", "– "] {
        if let Some(said) = text.strip_prefix(mark) {
            // Two speakers in one cue stay as they are written.
            if mark.starts_with('>') || !said.contains(" - ") {
                text = said.trim_start().to_owned();
            }
        }
    }
    if speaker.is_none() {
        speaker = labelled(&text).map(str::to_owned);
        if let Some(name) = &speaker {
            text = text[name.len() + 1..].trim_start().to_owned();
        }
    }
    (speaker, text)
}

/// Returns the name before a colon: in capitals, or a few capitalised words.
fn labelled(text: &str) -> Option<&str> {
    let (name, said) = text.split_once(':')?;
    let words = name.split(' ');
    let is_name = words.clone().count() <= 3
        && name.chars().count() <= 40
        && name.chars().any(char::is_alphabetic)
        && words.clone().all(|word| {
            word.starts_with(|c: char| {
                c.is_uppercase() || c == '(' || !c.is_lowercase() && c.is_alphabetic()
            })
        });
    (is_name && said.starts_with([' ', '\u{A0}'])).then_some(name)
}

fn entities(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let pairs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&nbsp;", " "),
        ("&lrm;", ""),
        ("&rlm;", ""),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    pairs
        .iter()
        .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// Joins cues to paragraphs: up to a pause, another speaker, or a sentence behind a length.
fn write(cues: &[Cue], writer: &mut Writer<'_>) {
    let mut previous: Option<&Cue> = None;
    let mut n_chars = 0;
    for cue in cues {
        let is_repeated = previous
            .is_some_and(|previous| previous.text == cue.text && previous.speaker == cue.speaker);
        if is_repeated || cue.text.is_empty() {
            continue;
        }
        let begins = previous.is_none_or(|previous| {
            let is_other = cue.speaker.is_some() && cue.speaker != previous.speaker;
            let ends = previous
                .text
                .trim_end_matches(['"', '”', '»', ')'])
                .ends_with(['.', '!', '?', '…', '。', '؟']);
            let paused = cue.start_ms.saturating_sub(previous.end_ms) >= PAUSE_MS;
            is_other || (ends && (paused || n_chars >= LONG_CHARS))
        });
        if begins {
            writer.open(BlockKind::Paragraph);
            n_chars = 0;
            if let Some(speaker) = &cue.speaker {
                writer.text(speaker);
                writer.text(": ");
            }
        } else {
            writer.text(" ");
        }
        writer.text(&cue.text);
        n_chars += cue.text.chars().count();
        previous = Some(cue);
    }
    writer.close();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mending::{Mender, Mending};

    fn paragraphs(text: &str) -> Vec<String> {
        let mut mender = Mender::new(Mending::default());
        let mut writer = Writer::new(&mut mender);
        write(&cues(text).0, &mut writer);
        let body = writer.finish();
        body.blocks
            .iter()
            .map(|block| block.span.of(&body.text).to_owned())
            .collect()
    }

    #[test]
    fn cues_are_joined_until_a_pause_or_another_speaker() {
        let srt = "1\n00:00:01,000 --> 00:00:02,000\nThe road\nwas <i>open</i>.\n\n2\n00:00:02,100 --> 00:00:03,000\nWe drove.\n\n\
            3\n00:00:09,000 --> 00:00:10,000\nRIM: Later.\n";
        assert_eq!(
            paragraphs(srt),
            ["The road was open. We drove.", "RIM: Later."]
        );
        let vtt = "WEBVTT\n\nNOTE 1\n\n00:01.000 --> 00:02.000 align:left\n<v Rim Haddad>It was &amp; is.</v>\n\n00:02.000 --> 00:03.000\n<v Omar>Yes.\n";
        assert_eq!(paragraphs(vtt), ["Rim Haddad: It was & is.", "Omar: Yes."]);
    }

    #[test]
    fn rolling_captions_say_each_line_once() {
        let (mut cues, _) = cues(
            "WEBVTT\n\n00:00.000 --> 00:02.000\nthe<00:01.000><c> road</c>\n\n00:02.000 --> 00:02.010\nthe road\n \n\n\
             00:02.010 --> 00:04.000\nthe road\nwas<c> open</c>\n\n00:04.000 --> 00:04.010\nwas open\n",
        );
        unroll(&mut cues);
        let said: Vec<&str> = cues.iter().map(|cue| cue.text.as_str()).collect();
        assert_eq!(said, ["the road", "", "was open", ""]);
    }

    #[test]
    fn times_are_read_in_both_forms() {
        assert_eq!(time("01:02:03,450"), Some(3_723_450));
        assert_eq!(time("02:03.5"), Some(123_500));
        assert_eq!(time("x"), None);
    }
}
