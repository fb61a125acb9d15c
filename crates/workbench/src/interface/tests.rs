mod said;

use super::*;
use std::fs;
use std::path::{Path, PathBuf};
use vademecum_page::interface::speak;
use vademecum_page::wording;

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).expect("the sources are there");
    for entry in entries {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Returns the code in some folders beside this crate, file by file in order, without tests.
fn code_in(folders: &[&str]) -> Vec<(PathBuf, String)> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = Vec::new();
    for folder in folders {
        sources(&crates.join(folder), &mut files);
    }
    files.sort();
    let is_test = |file: &PathBuf| file.ends_with("tests.rs") || file.ends_with("tests/said.rs");
    let code = files.into_iter().filter(|file| !is_test(file));
    code.map(|file| {
        let text = fs::read_to_string(&file).expect("a text");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        (file, code.to_owned())
    })
    .collect()
}

/// All code that ends up in a page.
fn code() -> Vec<(PathBuf, String)> {
    code_in(&["workbench/src", "../src"])
}

/// Reads the literal at the beginning of `code`, as Rust does; `None` where there is none.
fn literal(code: &str) -> Option<(String, &str)> {
    let mut rest = code.trim_start().strip_prefix('"')?.chars();
    let mut text = String::new();
    loop {
        match rest.next()? {
            '"' => return Some((text, rest.as_str())),
            '\\' => match rest.next()? {
                '\n' => rest = rest.as_str().trim_start().chars(),
                'n' => text.push('\n'),
                'u' => {
                    let (digits, after) = rest.as_str().strip_prefix('{')?.split_once('}')?;
                    text.push(char::from_u32(u32::from_str_radix(digits, 16).ok()?)?);
                    rest = after.chars();
                }
                other => text.push(other),
            },
            other => text.push(other),
        }
    }
}

/// Every sentence of the interface.
fn sentences() -> Vec<String> {
    let mut found = Vec::new();
    for (file, code) in code() {
        for behind in code.split("Wording(").skip(1) {
            match literal(behind) {
                Some((sentence, _)) => found.push(sentence),
                // The type itself is declared and matched without a sentence.
                None => assert!(
                    file.ends_with("interface.rs"),
                    "a sentence must stand where it is used: {}: Wording({:.40}",
                    file.display(),
                    behind
                ),
            }
        }
    }
    found
}

/// Every plural.
fn plurals() -> Vec<String> {
    let mut found = Vec::new();
    for (_, code) in code() {
        for call in code.split("counted(").skip(1) {
            let singular = call.split_once(',').and_then(|(_, rest)| literal(rest));
            let plural = singular.and_then(|(_, rest)| literal(rest.trim_start_matches(',')));
            found.extend(plural.map(|(nouns, _)| nouns));
        }
    }
    found
}

fn gaps(sentence: &str) -> Vec<String> {
    let mut gaps: Vec<String> = sentence
        .split('{')
        .skip(1)
        .map(|gap| gap.chars().take(1).collect())
        .filter(|gap: &String| gap.chars().all(|number| number.is_ascii_digit()))
        .collect();
    gaps.sort();
    gaps
}

#[test]
fn every_sentence_has_its_counterpart_in_every_language() {
    let all = sentences();
    assert!(all.len() > 200, "the sentences are found: {}", all.len());
    for catalogue in CATALOGUES {
        let missing: Vec<&String> = all
            .iter()
            .filter(|sentence| catalogue.find(sentence).is_none())
            .collect();
        assert!(
            missing.is_empty(),
            "src/interface of crates/workbench, {}: {missing:#?}",
            catalogue.tag
        );
        let plurals = plurals();
        assert!(plurals.len() > 10, "the plurals are found: {plurals:?}");
        let missing: Vec<&String> = plurals
            .iter()
            .filter(|nouns| !catalogue.counted.iter().any(|(known, _)| known == nouns))
            .collect();
        assert!(
            missing.is_empty(),
            "{}: counted {missing:#?}",
            catalogue.tag
        );
    }
}

#[test]
fn a_counterpart_has_the_same_gaps_and_no_sentence_stands_twice() {
    for catalogue in CATALOGUES {
        let mut known = Vec::new();
        for (english, own) in catalogue.sentences.iter().copied().flatten() {
            assert_eq!(gaps(english), gaps(own), "{english}");
            assert!(!own.is_empty(), "{english}");
            assert!(!known.contains(english), "twice: {english}");
            known.push(english);
        }
        for (english, own) in catalogue.messages {
            assert_eq!(gaps(english), gaps(own), "{english}");
        }
        let mut known = Vec::new();
        for (english, own) in catalogue.readings.iter().copied().flatten() {
            assert_eq!(gaps(english), gaps(own), "{english}");
            assert!(own.matches('`').count() % 2 == 0, "{english}");
            assert!(!known.contains(english), "twice: {english}");
            known.push(english);
            for nouns in own
                .split('{')
                .filter_map(|gap| gap.get(1..)?.split_once('}'))
            {
                let nouns = nouns.0.strip_prefix(' ');
                let is_counted = |(known, _): &(&str, _)| Some(*known) == nouns;
                assert!(
                    nouns.is_none() || catalogue.counted.iter().any(is_counted),
                    "{own}"
                );
            }
        }
    }
}

#[test]
fn sentences_stand_as_wordings_not_as_texts() {
    for (file, code) in code() {
        if !file.ends_with("wording.rs") {
            continue;
        }
        for line in code.lines() {
            let is_text = line.starts_with("pub const") && line.contains(": &str");
            assert!(!is_text, "{}: {line}", file.display());
        }
    }
}

/// Words that a view puts into the page beside `wording`: they would stay English.
#[test]
fn views_write_no_sentences_of_their_own() {
    for (file, code) in code() {
        for call in [
            ".text(",
            "worded(",
            "\"aria-label\", ",
            "\"title\", ",
            "\"placeholder\", ",
        ] {
            for behind in code.split(call).skip(1) {
                let behind = match call {
                    // The first argument is the tag.
                    "worded(" => {
                        literal(behind).map_or(behind, |(_, rest)| rest.trim_start_matches(','))
                    }
                    _ => behind,
                };
                let Some((text, _)) = literal(behind) else {
                    continue;
                };
                // Names of measures and formats are the same in every language.
                let has_words = text.chars().any(char::is_lowercase);
                assert!(!has_words, "{}: {call}{text:?}", file.display());
            }
        }
    }
}

#[test]
fn messages_about_files_keep_names_numbers_and_plurals() {
    let arabic = catalogue("ar").expect("Arabic");
    for (english, expected) in [
        (
            "named .doc, but this is a web page; read as that",
            "اسمه ينتهي بـ\u{2068}`.\u{2068}doc\u{2069}`\u{2069}، لكن هذه صفحة ويب؛ وقُرئ على هذا الأساس",
        ),
        (
            "3 rows have more or fewer cells than the header has names, the first on this line",
            "3 صفوف بخلايا أكثر من أسماء الأعمدة أو أقل، أولها في هذا السطر",
        ),
        (
            "no text on 2 of 40 pages (scanned or empty): 7, 8",
            "صفحتان من أصل \u{2068}40\u{2069} بلا نص (ممسوحة ضوئياً أو فارغة): \u{2068}7, 8\u{2069}",
        ),
        (
            "mended (page-headers): 12 repeated page headers, footers and numbers left out; the first \"Page 1\"",
            "أُصلح (\u{2068}`\u{2068}page-headers\u{2069}`\u{2069}): حُذفت رؤوس الصفحات وذيولها وأرقامها المكررة، \
             12 مرة؛ أولها “\u{2068}Page 1\u{2069}”",
        ),
        (
            "this is a Word document, but it is not well formed (unexpected close tag), in line 3 of its text part",
            "هذا مستند Word، لكن بنيته غير سليمة (\u{2068}unexpected close tag\u{2069})، في السطر \
             \u{2068}3\u{2069} من جزء النص",
        ),
        (
            "this is no JSON: expected a key in double quotes at column 4, found `]`",
            "ليس هذا JSON: المتوقع عند العمود \u{2068}4\u{2069}: مفتاح بين علامتي اقتباس مزدوجتين، والموجود \
             \u{2068}`\u{2068}]\u{2069}`\u{2069}",
        ),
        (
            "something that nobody has translated",
            "something that nobody has translated",
        ),
    ] {
        assert_eq!(arabic.message(english), expected);
    }
}

#[test]
fn messages_of_several_parts_are_put_together_from_their_parts() {
    let arabic = catalogue("ar").expect("Arabic");
    for (english, expected) in [
        (
            "this bracket is not closed; write `)` where the group ends",
            "هذا القوس غير مغلق؛ اكتب \u{2068}`)`\u{2069} حيث تنتهي المجموعة",
        ),
        (
            "too many different runs; those that occur fewer than 12 times are left out",
            "السلاسل المختلفة كثيرة جداً؛ تُرك منها ما يرد أقل من \u{2068}12\u{2069} مرة",
        ),
        (
            "“Ali” is part of several names: Ali Khamenei, Ali Larijani",
            "\u{2068}“Ali”\u{2069} جزء من أسماء عدة: \u{2068}Ali Khamenei, Ali Larijani\u{2069}",
        ),
        (
            "this bracket is not closed; something new",
            "this bracket is not closed; something new",
        ),
    ] {
        assert_eq!(arabic.message(english), expected);
    }
}

#[test]
fn arabic_counts_in_six_forms() {
    speak(catalogue("ar").map(|catalogue| catalogue as &dyn Language));
    for (n, expected) in [
        (0, "لا وثائق"),
        (1, "وثيقة واحدة"),
        (2, "وثيقتان"),
        (3, "3 وثائق"),
        (11, "11 وثيقة"),
        (100, "100 وثيقة"),
        (103, "103 وثائق"),
        (1_000, "1,000 وثيقة"),
    ] {
        assert_eq!(wording::n_documents(n), expected);
    }
    assert_eq!(wording::found(3, Some(27), 0), "27 مطابقة، 3 وثائق");
    assert_eq!(wording::found(2, Some(7), 0), "7 مطابقات، وثيقتان");
    assert_eq!(wording::date("2024-12-08"), "8 ديسمبر 2024");
    assert_eq!(wording::date("2024-12~"), "نحو ديسمبر 2024");
    assert_eq!(wording::date("early winter"), "early winter");
    assert_eq!(wording::language("ar"), "العربية");
    assert_eq!(
        wording::sentence("no document has “khazaly”; showing “khazali”"),
        "لا ترد \u{2068}“khazaly”\u{2069} في أي وثيقة؛ هذه نتائج \u{2068}“khazali”\u{2069}."
    );
    assert_eq!(wording::sentence("something new"), "Something new.");
    speak(None);
    assert_eq!(wording::n_documents(2), "2 documents");
}
