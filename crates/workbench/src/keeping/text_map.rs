//! Which bytes of a document's text the pieces of text in the page are.
//!
//! The page holds every byte of every block once and in order (`vademecum_page::reading`), in pieces that
//! emphasis, links and matches make. Between blocks and between the cells of a table the page has none of the
//! text's separators; beside pictures it has words that are not in the text.

use crate::utf16::units_of;

/// Returns for each piece where it begins in `text`, or nothing for one that is not of the text.
///
/// Cost: linear in the pieces.
#[must_use]
pub fn starts<S: AsRef<str>>(pieces: &[S], text: &str) -> Vec<Option<u32>> {
    let mut at = 0;
    let mut found = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let start = next(piece.as_ref(), text, at);
        if let Some(start) = start {
            at = start + piece.as_ref().len();
        }
        found.push(start.map(|start| start as u32));
    }
    found
}

/// Returns where a piece stands, after nothing but separators.
fn next(piece: &str, text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let separators = rest.trim_start_matches(|sign: char| sign.is_whitespace() || sign == '|');
    let longest = rest.len() - separators.len();
    let mut skips = rest.char_indices().map(|(skip, _)| skip);
    let skip = skips.find(|&skip| skip > longest || rest[skip..].starts_with(piece))?;
    (skip <= longest && !piece.is_empty()).then_some(at + skip)
}

/// Returns the piece in which a byte lies, with the place in that piece in UTF-16 units. At the border of two
/// pieces it is the end of the first for an end of a span, else the beginning of the second.
#[must_use]
pub fn place_of<S: AsRef<str>>(
    pieces: &[S],
    starts: &[Option<u32>],
    byte: u32,
    is_end: bool,
) -> Option<(usize, u32)> {
    for (nth, (piece, start)) in pieces.iter().zip(starts).enumerate() {
        let Some(start) = *start else { continue };
        let end = start + piece.as_ref().len() as u32;
        let is_in = if is_end { byte <= end } else { byte < end };
        if is_in {
            return Some((nth, units_of(piece.as_ref(), byte.saturating_sub(start))));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_found_in_order_and_what_is_not_of_the_text_is_not() {
        let text = "The road\n\nIt was open, they say.\n\nA | B |  | C\n\nEnd";
        let pieces = [
            "The road",
            "It was ",
            "open",
            ", they say.",
            " [",
            "picture",
            "]",
            "A",
            "B",
            "C",
            "End",
        ];
        let starts = starts(&pieces, text);
        for (piece, start) in pieces.iter().zip(&starts) {
            if let Some(start) = start {
                assert!(text[*start as usize..].starts_with(piece), "{piece}");
            }
        }
        let known: Vec<bool> = starts.iter().map(Option::is_some).collect();
        assert_eq!(
            known,
            [
                true, true, true, true, false, false, false, true, true, true, true
            ]
        );
    }

    #[test]
    fn a_byte_between_two_pieces_ends_the_first_and_begins_the_second() {
        let pieces = ["ab", "cd"];
        let starts = starts(&pieces, "abcd");
        assert_eq!(place_of(&pieces, &starts, 2, true), Some((0, 2)));
        assert_eq!(place_of(&pieces, &starts, 2, false), Some((1, 0)));
        assert_eq!(place_of(&pieces, &starts, 9, false), None);
    }
}
