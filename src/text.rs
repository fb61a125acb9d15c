//! Looking into text, and cutting what is too long to show.

/// Returns where `part` begins in `text`, in bytes. The standard search for texts in texts is for long ones
/// and a good deal of code.
#[must_use]
pub fn find(text: &str, part: &str) -> Option<usize> {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    (0..=text.len()).find(|&at| text[at..].starts_with(part))
}

/// Returns the first `n_characters` of a text.
#[must_use]
pub fn beginning(text: &str, n_characters: usize) -> &str {
    match text.char_indices().nth(n_characters) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}

/// Returns what is shown of a text that may be of any length: all of it, or its beginning and an ellipsis.
#[must_use]
pub fn shown(text: &str) -> String {
    const LIMIT: usize = 300;
    let beginning = beginning(text, LIMIT);
    let rest = if beginning.len() < text.len() {
        "…"
    } else {
        ""
    };
    [beginning, rest].concat()
}

/// Returns a text with every run of line ends, tabs and spaces as one space.
#[must_use]
pub fn on_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        if !character.is_whitespace() {
            line.push(character);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_found_where_it_begins() {
        for (text, part, at) in [
            ("qais khazaly", "khazaly", Some(5)),
            ("qais", "s", Some(3)),
            ("حمص وحماة", "حماة", Some(9)),
            ("qais", "qaisar", None),
            ("qais", "", Some(0)),
        ] {
            assert_eq!(find(text, part), at, "{part} in {text}");
            assert_eq!(text.find(part), at, "{part} in {text}");
        }
    }

    #[test]
    fn only_what_is_too_long_is_cut_and_never_inside_a_character() {
        assert_eq!(shown("حمص"), "حمص");
        let long = "ş".repeat(301);
        assert_eq!(shown(&long), ["ş".repeat(300).as_str(), "…"].concat());
        assert_eq!(shown(&long[2..]), long[2..]);
    }
}
