//! Putting a corpus's own parts into the project's `index.html`.

use crate::PageError;

const HEAD_START: &str = "<!-- vademecum:head -->";
const HEAD_END: &str = "<!-- /vademecum:head -->";
/// The element that the app takes over, with all that stands in it.
const APP: &str = "<div id=\"vademecum-app\">";

/// A page in two parts; what a corpus adds to the end of the body stands between them.
#[derive(Debug, PartialEq, Eq)]
pub struct Filled {
    /// Up to the last element of the shell's own body.
    pub before: String,
    /// From the end of the body.
    pub after: String,
}

/// Returns `markup` with the stretch between the head markers replaced by `head`, the title by `title`, and
/// `contents` where the app will stand: the app removes it in the moment in which it shows itself.
///
/// # Errors
/// When a marker is missing: the shell belongs to another version.
pub fn fill(markup: &str, title: &str, head: &str, contents: &str) -> Result<Filled, PageError> {
    let missing = PageError::Markup;
    let (before, rest) = markup.split_once(HEAD_START).ok_or(missing(HEAD_START))?;
    let (_, after) = rest.split_once(HEAD_END).ok_or(missing(HEAD_END))?;
    let (body, end) = after.rsplit_once("</body>").ok_or(missing("</body>"))?;
    let (shown, rest) = body.split_once(APP).ok_or(missing(APP))?;
    let page = format!("{before}{head}{shown}{APP}{contents}{rest}");
    Ok(Filled {
        before: with_title(&page, title).ok_or(missing("<title>"))?,
        after: format!("</body>{end}"),
    })
}

fn with_title(markup: &str, title: &str) -> Option<String> {
    let (before, rest) = markup.split_once("<title>")?;
    let (_, after) = rest.split_once("</title>")?;
    Some(format!("{before}<title>{}</title>{after}", escape(title)))
}

/// Returns `text` safe for element content and double-quoted attributes.
pub fn escape(text: &str) -> String {
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

    const MARKUP: &str = "<head><title>x</title><!-- vademecum:head --><link><!-- /vademecum:head --></head><body>b<div id=\"vademecum-app\"></div></body></html>";

    #[test]
    fn parts_land_in_their_places() {
        let Filled { before, after } =
            fill(MARKUP, "A & B", "<style></style>", "<p>c</p>").expect("all markers are there");
        assert_eq!(
            format!("{before}<script></script>{after}"),
            "<head><title>A &amp; B</title><style></style></head><body>b<div id=\"vademecum-app\"><p>c</p></div><script></script></body></html>"
        );
    }

    #[test]
    fn a_foreign_shell_is_refused_by_name_of_what_it_lacks() {
        let error = fill("<html></html>", "t", "", "").expect_err("no markers");
        assert!(error.to_string().contains(HEAD_START), "{error}");
    }
}
