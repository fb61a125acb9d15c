//! E-mails and mailboxes (RFC 5322, MIME): headers to metadata, quoted replies to quotations.

use corpus::BlockKind;
use corpus::parts::{self, Entry, Report};
use mail_parser::mailbox::mbox::MessageIterator;
use mail_parser::{
    Address, HeaderName, HeaderValue, Message, MessageParser, MessagePart, MimeHeaders as _,
    PartType,
};

use crate::draft::{Draft, Job, entry, push};
use crate::writer::Writer;
use crate::{html, text_encoding};

/// Reads one mail.
pub(crate) fn read(bytes: &[u8], job: &mut Job<'_, '_>) {
    let message = MessageParser::default().parse(bytes);
    match message.filter(is_mail) {
        Some(message) => add(&message, None, job),
        None => job.report.error(
            None,
            "this is no e-mail: it has no headers".to_owned(),
            "save the mail as .eml from the mail program, or its text as .txt",
        ),
    }
}

/// Reads all mails of a mailbox; one that cannot be read does not stop the others.
pub(crate) fn read_box(bytes: &[u8], job: &mut Job<'_, '_>) {
    let mut number = 0;
    for mail in MessageIterator::new(bytes) {
        number += 1;
        let Ok(mail) = mail else {
            job.report.error(
                None,
                format!("mail {number} cannot be read"),
                "open the mailbox in a mail program and save it anew",
            );
            continue;
        };
        let message = MessageParser::default().parse(mail.contents());
        match message.filter(is_mail) {
            Some(message) => add(&message, Some(number), job),
            None => job.report.warning(
                None,
                format!("mail {number} has no headers and is left out"),
                "a line of its text may begin with \"From \"; mail programs write \">From \" there",
            ),
        }
    }
    if number == 0 {
        job.report.error(
            None,
            "this is no mailbox: no line begins with \"From \"".to_owned(),
            "export it as mbox from the mail program, or the mails as .eml",
        );
    }
}

fn is_mail(message: &Message<'_>) -> bool {
    message.from().is_some()
        || message.subject().is_some()
        || message.to().is_some()
        || message.date().is_some()
}

fn add(message: &Message<'_>, number: Option<usize>, job: &mut Job<'_, '_>) {
    let entries = metadata(message, job.report);
    let texts = texts(message, job.report);
    let forwarded: Vec<(String, Vec<Part>)> = message
        .attachments()
        .filter_map(|part| match &part.body {
            PartType::Message(inner) => Some(inner),
            _ => None,
        })
        .map(|inner| {
            (
                heading_of(inner, job.report),
                texts_below(inner, job.report),
            )
        })
        .collect();
    let mut writer = Writer::new(&mut job.mender);
    write(&texts, &mut writer);
    for (heading, texts) in &forwarded {
        writer.verbatim_block(BlockKind::Heading(2), heading);
        write(texts, &mut writer);
    }
    let mut body = writer.finish();
    if body.blocks.is_empty()
        && let Some(text) = undivided(message)
    {
        let mut writer = Writer::new(&mut job.mender);
        write_plain(&text, &mut writer);
        body = writer.finish();
    }
    job.add(Draft {
        entries,
        body,
        line: None,
        number,
    });
}

/// A part of a mail that holds text.
enum Part {
    Plain(String),
    Html(String),
}

fn write(texts: &[Part], writer: &mut Writer<'_>) {
    for text in texts {
        match text {
            Part::Plain(text) => write_plain(text, writer),
            Part::Html(text) => html::write_all(text, writer),
        }
    }
}

/// Returns the text of a mail: its plain parts, else its pages.
fn texts(message: &Message<'_>, report: &mut Report<'_>) -> Vec<Part> {
    let is_plain = |part: &&MessagePart<'_>| part.is_text() && !part.is_text_html();
    let plain: Vec<&MessagePart<'_>> = message.text_bodies().filter(is_plain).collect();
    if !plain.is_empty() {
        let texts = plain.into_iter();
        return texts
            .filter_map(|part| text_of(part, message, report))
            .map(Part::Plain)
            .collect();
    }
    message
        .html_bodies()
        .filter_map(|part| text_of(part, message, report))
        .map(Part::Html)
        .collect()
}

/// As [`texts`], and those of the mails that were forwarded in it.
fn texts_below(message: &Message<'_>, report: &mut Report<'_>) -> Vec<Part> {
    let mut all = texts(message, report);
    for part in message.attachments() {
        if let PartType::Message(inner) = &part.body {
            all.push(Part::Plain(heading_of(inner, report)));
            all.extend(texts(inner, report));
        }
    }
    all
}

/// Returns subject, sender and day of a mail inside of another, in one line.
fn heading_of(message: &Message<'_>, report: &mut Report<'_>) -> String {
    let day = day_of(message);
    [subject(message, report)]
        .into_iter()
        .chain(names(message.from()).into_iter().take(1))
        .chain(day)
        .filter(|part| !part.is_empty())
        .collect::<Vec<String>>()
        .join(", ")
}

/// Returns the text of a part. Where its letters are of an encoding that it does not name, they are guessed.
fn text_of(
    part: &MessagePart<'_>,
    message: &Message<'_>,
    report: &mut Report<'_>,
) -> Option<String> {
    let text = part.text_contents()?;
    let bytes = (part.offset_body as usize, part.offset_end as usize);
    let is_as_sent = matches!(part.encoding, mail_parser::Encoding::None);
    let raw = message.raw_message.get(bytes.0..bytes.1);
    match raw.filter(|_| is_as_sent && text.contains('\u{FFFD}')) {
        Some(raw) => Some(text_encoding::decode(raw, None, report)),
        None => Some(text.to_owned()),
    }
}

/// Returns the subject; letters that were sent without naming their encoding are guessed.
fn subject(message: &Message<'_>, report: &mut Report<'_>) -> String {
    let read = message.subject().unwrap_or("");
    let header = message
        .headers()
        .iter()
        .find(|header| matches!(header.name, HeaderName::Subject) && read.contains('\u{FFFD}'));
    let raw = header.and_then(|header| {
        let place = header.offset_start as usize..header.offset_end as usize;
        message.raw_message.get(place)
    });
    match raw {
        Some(raw) => text_encoding::decode(raw, None, report).trim().to_owned(),
        None => read.to_owned(),
    }
}

/// Returns what stands below the headers of a mail that says it has parts and has none: their boundary was lost.
fn undivided<'m>(message: &'m Message<'_>) -> Option<std::borrow::Cow<'m, str>> {
    let root = message.parts.first()?;
    let has_parts = message.parts.len() > 1;
    let is_text = root
        .content_type()
        .is_none_or(|kind| matches!(kind.ctype(), "multipart" | "text" | "message"));
    let start = root.offset_body as usize;
    let text = message.raw_message.get(start..)?;
    (!has_parts && is_text && !text.trim_ascii().is_empty()).then(|| String::from_utf8_lossy(text))
}

/// Writes a plain text part: lines with `>` are quotations, the rest is prose.
fn write_plain(text: &str, writer: &mut Writer<'_>) {
    let (text, _) = parts::without_controls(text);
    let mut group = String::new();
    let mut is_quoted = false;
    for line in text.split('\n') {
        let quoted = line.trim_start().starts_with('>');
        let line_is_blank = line.trim().is_empty();
        if quoted != is_quoted && !line_is_blank {
            flush(&mut group, is_quoted, writer);
            is_quoted = quoted;
        }
        let bare = match quoted {
            true => line.trim_start().trim_start_matches(['>', ' ']),
            // The mark of a signature, and what format=flowed has stuffed.
            false => line.trim_end(),
        };
        group.push_str(bare);
        group.push('\n');
    }
    flush(&mut group, is_quoted, writer);
}

fn flush(group: &mut String, is_quoted: bool, writer: &mut Writer<'_>) {
    let body = parts::plain_text(group, 1);
    for block in &body.blocks {
        let kind = match block.kind {
            _ if is_quoted => BlockKind::Quotation,
            BlockKind::Heading(_) => BlockKind::Paragraph,
            kind => kind,
        };
        writer.verbatim_block(kind, block.span.of(&body.text));
    }
    group.clear();
}

fn metadata(message: &Message<'_>, report: &mut Report<'_>) -> Vec<Entry> {
    let mut entries = Vec::new();
    push(&mut entries, "title", subject(message, report));
    // Browsers save pages in the form of mails, and sign them.
    let authors = names(message.from());
    for name in authors
        .into_iter()
        .filter(|name| !name.starts_with("Saved by "))
    {
        push(&mut entries, "author", name);
    }
    if let Some(day) = day_of(message) {
        entries.push(entry("date", day));
    }
    for (key, address) in [("recipient", message.to()), ("cc", message.cc())] {
        for name in names(address) {
            push(&mut entries, key, name);
        }
    }
    push(
        &mut entries,
        "message-id",
        message.message_id().unwrap_or(""),
    );
    if let HeaderValue::Text(id) = message.in_reply_to() {
        push(&mut entries, "in-reply-to", id);
    }
    for attachment in message.attachments() {
        push(
            &mut entries,
            "attachment",
            attachment.attachment_name().unwrap_or(""),
        );
    }
    entries
}

/// Returns the day on which a mail was sent, in its sender's time.
fn day_of(message: &Message<'_>) -> Option<String> {
    if let Some(date) = message
        .date()
        .filter(|date| date.is_valid() && date.year >= 1900)
    {
        return Some(format!(
            "{:04}-{:02}-{:02}",
            date.year, date.month, date.day
        ));
    }
    let raw = message.header_raw(HeaderName::Date)?;
    let (before, _) = raw.split_once(':').unwrap_or((raw, ""));
    // "Thu, 14 Mar 19 09" (RFC 822): the year is the number behind the month.
    let mut words: Vec<String> = before.split_whitespace().map(str::to_owned).collect();
    words.pop();
    let year = words.last_mut().filter(|year| year.len() == 2)?;
    let century = if year.as_str() < "50" { "20" } else { "19" };
    year.insert_str(0, century);
    parts::date(&words.join(" "))
}

/// Returns the persons of a header: their names, else their addresses.
fn names(address: Option<&Address<'_>>) -> Vec<String> {
    let Some(address) = address else {
        return Vec::new();
    };
    let name_of = |person: &mail_parser::Addr<'_>| {
        let name = person
            .name()
            .map(|name| name.trim().trim_matches(['\'', '"']).to_owned());
        name.filter(|name| !name.is_empty())
            .or_else(|| person.address().map(str::to_owned))
    };
    address.iter().filter_map(name_of).collect()
}
