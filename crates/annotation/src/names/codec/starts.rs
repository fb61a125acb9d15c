//! Where in a text names may begin: most stand at a capital, so that "the second capital from here" tells a place
//! in fewer bits than its distance.

/// Returns the first place at or behind `from` where a word begins with a capital, a digit or a letter of a
/// script without case. `None` at the end of the text, and where `from` lies inside a character.
///
/// Cost: linear in the bytes passed over.
fn next(text: &str, from: usize) -> Option<usize> {
    let mut is_inside = text.get(..from)?.chars().next_back().is_some_and(is_letter);
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(&byte) = bytes.get(at) {
        let c = if byte.is_ascii() {
            char::from(byte)
        } else {
            text[at..].chars().next()?
        };
        let is_letter = is_letter(c);
        if is_letter && !is_inside && !c.is_lowercase() {
            return Some(at);
        }
        is_inside = is_letter;
        at += c.len_utf8();
    }
    None
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric()
}

/// Returns how many places where a name may begin lie from `from` up to `start`; `None` where `start` is none of
/// them, or lies before `from`.
pub(super) fn passed(text: &str, from: u32, start: u32) -> Option<u32> {
    let (mut from, start) = (from as usize, start as usize);
    let mut n_passed = 0;
    // The text behind `start` is not searched.
    let text = text.get(..start + text.get(start..)?.chars().next()?.len_utf8())?;
    loop {
        let place = next(text, from)?;
        if place == start {
            return Some(n_passed);
        }
        n_passed += 1;
        from = place + 1;
        while !text.is_char_boundary(from) {
            from += 1;
        }
    }
}

/// Returns the place that [`passed`] counted; `None` where the text has not so many.
pub(super) fn place(text: &str, from: u32, n_passed: u32) -> Option<u32> {
    let mut from = from as usize;
    let mut n_left = n_passed;
    loop {
        let place = next(text, from)?;
        if n_left == 0 {
            return Some(place as u32);
        }
        n_left -= 1;
        from = place + 1;
        while !text.is_char_boundary(from) {
            from += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_again_by_the_capitals_before_it() {
        let text = "the Élysée, McMahon and al-Sharaa met at 5 in دمشق القديمة";
        let found: Vec<&str> = (0..6)
            .map(|n| &text[place(text, 0, n).unwrap() as usize..])
            .map(|rest| rest.split([' ', ',']).next().unwrap())
            .collect();
        assert_eq!(
            found,
            ["Élysée", "McMahon", "Sharaa", "5", "دمشق", "القديمة"]
        );
        assert_eq!(place(text, 0, 6), None);
        let damascus = text.find("دمشق").unwrap() as u32;
        assert_eq!(passed(text, 0, damascus), Some(4));
        assert_eq!(passed(text, 0, damascus + 2), None);
    }
}
