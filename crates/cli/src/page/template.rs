//! Putting a corpus's own parts into the project's `index.html`.

use anyhow::{Context, Result};

const HEAD_START: &str = "<!-- vademecum:head -->";
const HEAD_END: &str = "<!-- /vademecum:head -->";

/// Returns `markup` with the stretch between the head markers replaced by `head`, the title by `title`
/// and `tail` put before the end of the body.
///
/// # Errors
/// When a marker is missing: the shell belongs to another version.
pub(crate) fn fill(markup: &str, title: &str, head: &str, tail: &str) -> Result<String> {
    let missing = |what: &str| {
        format!("the page shell's index.html lacks {what}; build shell and command together")
    };
    let (before, rest) = markup
        .split_once(HEAD_START)
        .with_context(|| missing(HEAD_START))?;
    let (_, after) = rest
        .split_once(HEAD_END)
        .with_context(|| missing(HEAD_END))?;
    let (body, end) = after
        .rsplit_once("</body>")
        .with_context(|| missing("</body>"))?;
    let head = format!("{before}{head}{body}");
    Ok(format!(
        "{}{tail}</body>{end}",
        with_title(&head, title).with_context(|| missing("<title>"))?
    ))
}

fn with_title(markup: &str, title: &str) -> Option<String> {
    let (before, rest) = markup.split_once("<title>")?;
    let (_, after) = rest.split_once("</title>")?;
    Some(format!("{before}<title>{}</title>{after}", escape(title)))
}

/// Returns `text` safe for element content and double-quoted attributes.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKUP: &str = "<head><title>x</title><!-- vademecum:head --><link><!-- /vademecum:head --></head><body>b</body></html>";

    #[test]
    fn parts_land_in_their_places() {
        let page = fill(MARKUP, "A & B", "<style></style>", "<script></script>")
            .expect("all markers are there");
        assert_eq!(
            page,
            "<head><title>A &amp; B</title><style></style></head><body>b<script></script></body></html>"
        );
    }

    #[test]
    fn a_foreign_shell_is_refused_by_name_of_what_it_lacks() {
        let error = fill("<html></html>", "t", "", "").expect_err("no markers");
        assert!(error.to_string().contains(HEAD_START), "{error}");
    }
}
