//! Damaged PDFs: the list of objects, which stands at the end of a file, is made anew from the objects themselves.

use std::collections::BTreeMap;
use std::io::Write as _;

/// Where an object begins and ends, by its number.
type Places = BTreeMap<u32, (usize, usize)>;

/// Returns the file with a list of its objects behind it; nothing where no page is found, or all is encrypted.
///
/// Cost: linear in the file; holds it once more.
pub(super) fn with_new_list(bytes: &[u8]) -> Option<Vec<u8>> {
    if find(bytes, b"/Encrypt").is_some() {
        return None;
    }
    let mut places = places(bytes);
    let mut file = bytes.to_vec();
    file.push(b'\n');
    let root = match reference_to(bytes, b"/Root").filter(|root| has(&places, *root, bytes)) {
        Some(root) => root,
        None => catalog(bytes, &mut places, &mut file)?,
    };
    let start = file.len();
    let size = places.keys().last()? + 1;
    let mut list = format!("xref\n0 1\n{:010} {:05} f \n", 0, 65_535);
    for (number, (at, _)) in &places {
        list += &format!("{number} 1\n{at:010} {:05} n \n", 0);
    }
    let info = reference_to(bytes, b"/Info").filter(|info| places.contains_key(info));
    let info = info.map_or_else(String::new, |info| format!("/Info {info} 0 R "));
    list +=
        &format!("trailer\n<< /Size {size} /Root {root} 0 R {info}>>\nstartxref\n{start}\n%%EOF\n");
    file.write_all(list.as_bytes()).ok()?;
    Some(file)
}

/// Finds what begins with `7 0 obj` and ends with `endobj`. Of two with one number the later counts.
fn places(bytes: &[u8]) -> Places {
    const MARK: &[u8] = b" obj";
    let mut starts = Vec::new();
    let mut from = 0;
    while let Some(at) = find(&bytes[from..], MARK) {
        let mark = from + at;
        from = mark + MARK.len();
        let before = &bytes[..mark];
        let is_right_before = before.trim_ascii_end().len() == mark && mark > 0;
        let head = before
            .iter()
            .rposition(|byte| !byte.is_ascii_digit())
            .filter(|space| is_right_before && bytes[*space] == b' ');
        let Some(space) = head else { continue };
        let begin = bytes[..space]
            .iter()
            .rposition(|byte| !byte.is_ascii_digit())
            .map_or(0, |other| other + 1);
        let number = std::str::from_utf8(&bytes[begin..space]).ok();
        if let Some(number) = number.and_then(|number| number.parse::<u32>().ok()) {
            starts.push((number, begin, from));
        }
    }
    let mut places = Places::new();
    for (index, &(number, begin, inside)) in starts.iter().enumerate() {
        let next = starts.get(index + 1).map_or(bytes.len(), |next| next.1);
        // One that was cut off in its middle is none.
        if let Some(length) = find(&bytes[inside..next.max(inside)], b"endobj") {
            places.insert(number, (begin, inside + length));
        }
    }
    places
}

/// Tells whether an object is there, or may stand packed with others.
fn has(places: &Places, number: u32, bytes: &[u8]) -> bool {
    places.contains_key(&number) || find(bytes, b"/ObjStm").is_some()
}

/// Returns the number that stands last behind a key: `/Root 7 0 R`.
fn reference_to(bytes: &[u8], key: &[u8]) -> Option<u32> {
    let at = (0..bytes.len().saturating_sub(key.len()))
        .rev()
        .find(|at| bytes[*at..].starts_with(key))?;
    let rest = bytes[at + key.len()..].trim_ascii_start();
    let length = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    std::str::from_utf8(&rest[..length]).ok()?.parse().ok()
}

/// Returns the number of the catalog; where it was lost, one is made over all pages that are there.
fn catalog(bytes: &[u8], places: &mut Places, file: &mut Vec<u8>) -> Option<u32> {
    let of_type = |kind: &str| -> Vec<u32> {
        let found = places
            .iter()
            .filter(|(_, (from, to))| is_of_type(&bytes[*from..*to], kind));
        found.map(|(number, _)| *number).collect()
    };
    if let Some(catalog) = of_type("Catalog").last() {
        return Some(*catalog);
    }
    let pages = of_type("Page");
    if pages.is_empty() {
        return None;
    }
    let kids: String = pages.iter().map(|page| format!("{page} 0 R ")).collect();
    let free = places.keys().last()? + 1;
    let tree = format!(
        "{free} 0 obj\n<< /Type /Pages /Count {} /Kids [{kids}] >>\nendobj\n",
        pages.len()
    );
    let root = format!(
        "{} 0 obj\n<< /Type /Catalog /Pages {free} 0 R >>\nendobj\n",
        free + 1
    );
    for (number, object) in [(free, tree), (free + 1, root)] {
        places.insert(number, (file.len(), file.len() + object.len()));
        file.extend_from_slice(object.as_bytes());
    }
    Some(free + 1)
}

/// Tells whether an object names its type, as in `/Type /Page`.
fn is_of_type(object: &[u8], kind: &str) -> bool {
    let mut rest = object;
    while let Some(at) = find(rest, b"/Type") {
        rest = &rest[at + b"/Type".len()..];
        let value = rest.trim_ascii_start();
        let name = value
            .strip_prefix(b"/")
            .and_then(|name| name.strip_prefix(kind.as_bytes()));
        if name.is_some_and(|after| {
            after
                .first()
                .is_none_or(|byte| !byte.is_ascii_alphanumeric())
        }) {
            return true;
        }
    }
    false
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let first = *wanted.first()?;
    let mut from = 0;
    while let Some(at) = bytes.get(from..)?.iter().position(|byte| *byte == first) {
        if bytes[from + at..].starts_with(wanted) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_found_where_they_stand_and_those_cut_off_are_not() {
        let file = b"%PDF-1.4\n1 0 obj\n<</Type/Page>>\nendobj\n12 0 obj <</Type /Pages>> endobj\n13 0 obj <<";
        let places = places(file);
        assert_eq!(places.keys().copied().collect::<Vec<u32>>(), [1, 12]);
        assert!(file[places[&12].0..].starts_with(b"12 0 obj"));
        let mended = with_new_list(file).expect("a page");
        let mended = String::from_utf8_lossy(&mended);
        assert!(
            mended.contains("/Kids [1 0 R ]") && mended.contains("/Root 14 0 R"),
            "{mended}"
        );
        assert_eq!(with_new_list(b"%PDF-1.4 nothing"), None);
    }
}
