//! Style sheets as readers get them: without the comments and the indentation that are for us.

/// Returns a style sheet without comments, indentation and empty lines, and without line breaks where a sign ends what
/// stands before. Nothing between quotation marks changes, as long as no text spans lines: ours do not.
pub(crate) fn packed(sheet: &str) -> String {
    let plain = without_comments(sheet);
    let mut packed = String::with_capacity(plain.len());
    for line in plain.lines().map(str::trim).filter(|line| !line.is_empty()) {
        packed.push_str(line);
        if !line.ends_with(['{', '}', ';', ',']) {
            packed.push('\n');
        }
    }
    packed
}

fn without_comments(sheet: &str) -> String {
    let mut plain = String::with_capacity(sheet.len());
    let mut quote = None;
    let mut rest = sheet.chars();
    while let Some(sign) = rest.next() {
        match quote {
            None if sign == '/' && rest.as_str().starts_with('*') => {
                let comment = rest.as_str();
                let end = comment.find("*/").map_or(comment.len(), |at| at + 2);
                rest = comment[end..].chars();
                continue;
            }
            None if sign == '"' || sign == '\'' => quote = Some(sign),
            Some(open) if sign == open => quote = None,
            _ => {}
        }
        plain.push(sign);
        if let (Some(_), '\\', Some(escaped)) = (quote, sign, rest.clone().next()) {
            plain.push(escaped);
            rest.next();
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_for_us_is_left_out_and_what_browsers_read_stays() {
        for (sheet, expected) in [
            ("/* Why. */\n.a {\n  color: red;\n}\n", ".a {color: red;}"),
            (".a,\n.b > c {\n}\n", ".a,.b > c {}"),
            (
                ".a {\n  grid-template:\n    \"x  y\"\n    1fr;\n}",
                ".a {grid-template:\n\"x  y\"\n1fr;}",
            ),
            (
                ".a::before { content: \"/* \\\" */\"; } /* end",
                ".a::before { content: \"/* \\\" */\"; }",
            ),
        ] {
            assert_eq!(packed(sheet), expected);
        }
    }
}
