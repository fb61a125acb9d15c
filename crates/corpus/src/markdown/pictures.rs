//! Pictures as captions: what they show is said, nothing is requested.

use crate::body::BodyWriter;
use crate::{BlockKind, InlineKind};

#[derive(Debug)]
pub(super) struct Picture {
    pub(super) description: String,
    pub(super) link: Option<String>,
    address: String,
    line: u32,
}

impl Picture {
    pub(super) fn new(address: &str, line: u32) -> Self {
        Self {
            description: String::new(),
            link: None,
            address: address.to_owned(),
            line,
        }
    }

    /// Writes the caption: the description, else the name of the file.
    pub(super) fn write(self, writer: &mut BodyWriter) {
        let description = self
            .description
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let caption = if description.is_empty() {
            file_name(&self.address)
        } else {
            &description
        };
        if caption.is_empty() && self.address.is_empty() {
            return;
        }
        let caption = if caption.is_empty() {
            "[picture]"
        } else {
            caption
        };
        let address = InlineKind::Picture(self.address.clone());
        writer.open(BlockKind::Caption, self.line, String::new());
        if let Some(link) = self.link {
            writer.open_span(InlineKind::Link(link));
            writer.push_marked(caption, address);
            writer.close_span();
        } else {
            writer.push_marked(caption, address);
        }
        writer.close();
    }
}

/// Returns the last part of an address, without query and fragment.
fn file_name(address: &str) -> &str {
    if address.starts_with("data:") {
        return "";
    }
    let path = address.split(['?', '#']).next().unwrap_or("");
    path.trim_end_matches('/')
        .rsplit('/')
        .next()
        .unwrap_or(path)
}
