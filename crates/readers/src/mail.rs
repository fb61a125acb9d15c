//! E-mails and mailboxes (RFC 5322, MIME): headers to metadata, quoted replies to quotations.

use corpus::BlockKind;
use corpus::parts::{self, Entry};
use mail_parser::mailbox::mbox::MessageIterator;
use mail_parser::{Address, HeaderValue, Message, MessageParser, MimeHeaders as _};

use crate::draft::{Draft, Job, entry, push};
use crate::html;
use crate::writer::Writer;

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
    let mut writer = Writer::new(&mut job.mender);
    let has_plain = message
        .text_bodies()
        .any(|part| part.is_text() && !part.is_text_html());
    if has_plain {
        for at in 0..message.text_body_count() {
            if let Some(text) = message.body_text(at) {
                write_plain(&text, &mut writer);
            }
        }
    } else if message.html_body_count() > 0 {
        for at in 0..message.html_body_count() {
            if let Some(text) = message.body_html(at) {
                html::write_all(&text, &mut writer);
            }
        }
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
        entries: metadata(message),
        body,
        line: None,
        number,
    });
}

/// Returns what stands below the headers of a mail that says it has parts and has none: their boundary was lost.
fn undivided<'m>(message: &'m Message<'_>) -> Option<std::borrow::Cow<'m, str>> {
    let root = message.parts.first()?;
    let has_parts = message.parts.len() > 1;
    let start = root.offset_body as usize;
    let text = message.raw_message.get(start..)?;
    (!has_parts && !text.trim_ascii().is_empty()).then(|| String::from_utf8_lossy(text))
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

fn metadata(message: &Message<'_>) -> Vec<Entry> {
    let mut entries = Vec::new();
    push(&mut entries, "title", message.subject().unwrap_or(""));
    // Browsers save pages in the form of mails, and sign them.
    let authors = names(message.from());
    for name in authors
        .into_iter()
        .filter(|name| !name.starts_with("Saved by "))
    {
        push(&mut entries, "author", name);
    }
    if let Some(date) = message.date().filter(|date| date.is_valid()) {
        entries.push(entry(
            "date",
            format!("{:04}-{:02}-{:02}", date.year, date.month, date.day),
        ));
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
