//! The little HTML that stands in Markdown, as harmless text.
//!
//! Known tags are left out, their content stays; comments and the content of `script` and `style` are
//! left out; what only looks like a tag stays as it is written. One pass, linear.

/// What a piece of HTML gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Text to show.
    Text(String),
    /// A line break.
    LineBreak,
    /// The edge of a paragraph, list item, cell or the like.
    BlockEdge,
    /// A picture.
    Picture {
        address: String,
        description: String,
    },
}

/// Gives the pieces of `html` in order.
pub(crate) fn pieces(html: &str, emit: &mut dyn FnMut(Piece)) {
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text(&rest[..at], emit);
        rest = &rest[at..];
        // Once something is not closed, nothing after it is either: the rest is text. Looking on
        // would cost quadratic time.
        let Some(length) = markup_length(rest) else {
            break;
        };
        markup(&rest[..length], emit);
        rest = &rest[length..];
    }
    text(rest, emit);
}

fn text(raw: &str, emit: &mut dyn FnMut(Piece)) {
    if !raw.is_empty() {
        emit(Piece::Text(without_entities(raw)));
    }
}

/// Returns the length of the comment, element without text, or tag at the start of `rest`.
fn markup_length(rest: &str) -> Option<usize> {
    if let Some(comment) = rest.strip_prefix("<!--") {
        return comment
            .find("-->")
            .map(|end| "<!--".len() + end + "-->".len());
    }
    let tag = tag_length(rest)?;
    match tag_name(rest) {
        name if is_one_of(name, "script style") && !rest.starts_with("</") => {
            let end = rest[tag..].find("</")?;
            let mut at = tag + end;
            while !rest[at + 2..]
                .get(..name.len())
                .is_some_and(|n| n.eq_ignore_ascii_case(name))
            {
                at += 2 + rest[at + 2..].find("</")?;
            }
            Some(at + tag_length(&rest[at..])?)
        }
        _ => Some(tag),
    }
}

fn tag_length(rest: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            // A quote counts only as the start of an attribute's value.
            (None, b'"' | b'\'') if rest[..at].ends_with('=') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

fn tag_name(tag: &str) -> &str {
    let name = tag[1..].trim_start_matches('/');
    let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    &name[..length]
}

fn markup(markup: &str, emit: &mut dyn FnMut(Piece)) {
    const BLOCKS: &str = "address article aside blockquote body caption center dd details dialog div dl dt \
        fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol \
        optgroup option p pre section select summary table tbody td textarea tfoot th thead title tr ul";
    const INLINES: &str = "a abbr acronym audio b base bdi bdo big button canvas cite code col colgroup data \
        datalist del dfn em embed font i iframe input ins kbd label link map mark meta meter noscript object \
        output param picture progress q rp rt ruby s samp script slot small source span strike strong style \
        sub sup svg template time track tt u var video wbr";
    let name = tag_name(markup);
    if markup.starts_with("<!") || markup.starts_with("<?") {
        return;
    }
    match name {
        _ if is_one_of(name, "br") => emit(Piece::LineBreak),
        _ if is_one_of(name, "img") => emit(Piece::Picture {
            address: attribute(markup, "src"),
            description: attribute(markup, "alt"),
        }),
        _ if is_one_of(name, BLOCKS) => emit(Piece::BlockEdge),
        _ if is_one_of(name, INLINES) => {}
        _ => emit(Piece::Text(markup.to_owned())),
    }
}

fn is_one_of(name: &str, names: &str) -> bool {
    !name.is_empty()
        && names
            .split_ascii_whitespace()
            .any(|known| known.eq_ignore_ascii_case(name))
}

/// Returns the value of an attribute, or nothing.
fn attribute(tag: &str, name: &str) -> String {
    let lower = tag.to_ascii_lowercase();
    for (at, _) in lower.match_indices(name) {
        let rest = tag[at + name.len()..].trim_start();
        let follows_space =
            tag[..at].ends_with(|c: char| c.is_whitespace() || c == '"' || c == '\'');
        let Some(value) = rest.strip_prefix('=').map(str::trim_start) else {
            continue;
        };
        if !follows_space {
            continue;
        }
        let value = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value[1..].split(quote).next(),
            _ => value.split(|c: char| c.is_whitespace() || c == '>').next(),
        };
        return without_entities(value.unwrap_or(""));
    }
    String::new()
}

fn without_entities(raw: &str) -> String {
    const LONGEST_BYTES: usize = 10;
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest
            .bytes()
            .take(LONGEST_BYTES)
            .position(|byte| byte == b';');
        let character = end.and_then(|end| entity(&rest[1..end]));
        match (character, end) {
            (Some(character), Some(end)) => {
                text.push(character);
                rest = &rest[end + 1..];
            }
            _ => {
                text.push('&');
                rest = &rest[1..];
            }
        }
    }
    text.push_str(rest);
    text
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        return code
            .ok()
            .and_then(char::from_u32)
            .filter(|character| !character.is_control());
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{A0}',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "laquo" => '«',
        "raquo" => '»',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &str) {
        let mut shown = String::new();
        pieces(html, &mut |piece| match piece {
            Piece::Text(text) => shown.push_str(&text),
            Piece::LineBreak => shown.push('/'),
            Piece::BlockEdge => shown.push('|'),
            Piece::Picture {
                address,
                description,
            } => shown.push_str(&format!("[{description}]({address})")),
        });
        assert_eq!(shown, expected, "{html}");
    }

    #[test]
    fn tags_go_and_text_stays() {
        check("<p>a <b>bold</b> &amp; &#233;<br/>c</p>", "|a bold & é/c|");
        check("a <!-- not > this --> b <script>x < 1</script>c", "a  b c");
        check("<img alt='a > b' src=\"p.jpg\">", "[a > b](p.jpg)");
    }

    #[test]
    fn what_is_not_a_tag_stays_as_written() {
        check("1 < 2 and <unknown> & so", "1 < 2 and <unknown> & so");
        check("<div open", "<div open");
        check("<!-- open", "<!-- open");
    }
}
