//! The language of what a page says before its program runs, and of what its start script says when it cannot.
//!
//! The program's own sentences are in `src/wording.rs` and `crates/workbench/src/interface`.

use index::Index;

/// A language that the interface speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Interface {
    /// English
    #[default]
    En,
    /// Arabic, from right to left
    Ar,
}

/// What the start script says: its sentences with `{0}` for gaps.
const START: &[(&str, &str)] = &[
    (
        "The page could not start: {0}.",
        "لم تستطع الصفحة أن تبدأ: {0}.",
    ),
    (
        "The page could not start: this browser gave it too little memory, or it ran into a mistake of its own ({0}). \
         Close other pages and reload this one.",
        "لم تستطع الصفحة أن تبدأ: أعطاها المتصفح ذاكرة أقل مما تحتاج، أو وقع فيها خطأ ({0}). أغلق صفحات أخرى ثم أعد تحميل \
         هذه الصفحة.",
    ),
    (
        "The page ran into a mistake of its own and stopped. Reload it to go on. ({0})",
        "وقع في الصفحة خطأ فتوقفت. أعد تحميلها للمتابعة. ({0})",
    ),
    (
        "What stands below can be read all the same.",
        "وما يرد أدناه يمكن قراءته مع ذلك.",
    ),
    (
        "The page is damaged: a part of it is cut or changed. Download or build it again.",
        "الصفحة تالفة: جزء منها مقطوع أو معدَّل. نزّلها أو ابنها من جديد.",
    ),
    (
        "The page is damaged: a part of it cannot be unpacked. Download or build it again.",
        "الصفحة تالفة: جزء منها لا يمكن فك ضغطه. نزّلها أو ابنها من جديد.",
    ),
    (
        "The page is incomplete: its program is missing. Download or build it again.",
        "الصفحة ناقصة: برنامجها مفقود. نزّلها أو ابنها من جديد.",
    ),
    (
        "The page is incomplete: one of its scripts is missing or was changed. Download or build it again.",
        "الصفحة ناقصة: أحد نصوصها البرمجية مفقود أو معدَّل. نزّلها أو ابنها من جديد.",
    ),
    (
        "The program of this page is damaged. Download or build it again.",
        "برنامج هذه الصفحة تالف. نزّلها أو ابنها من جديد.",
    ),
    (
        "The connection broke off while the texts were on their way. Reload the page to try again.",
        "انقطع الاتصال أثناء وصول النصوص. أعد تحميل الصفحة للمحاولة من جديد.",
    ),
    (
        "This browser cannot unpack the page. A browser from 2023 or later can.",
        "لا يستطيع هذا المتصفح فك ضغط الصفحة. متصفح من عام 2023 أو بعده يستطيع.",
    ),
    (
        "The file {0} cannot be loaded. Opened from a disk, only the single-file edition works.",
        "لا يمكن تحميل الملف {0}. من القرص لا تعمل إلا النسخة التي في ملف واحد.",
    ),
    (
        "The file {0} cannot be loaded (status {1}).",
        "لا يمكن تحميل الملف {0} (الحالة {1}).",
    ),
    (
        "A part of the page cannot be loaded. Check the connection and try again.",
        "لا يمكن تحميل جزء من الصفحة. تحقق من الاتصال ثم حاول من جديد.",
    ),
    (
        "This page needs WebAssembly, which this browser lacks or has switched off.",
        "تحتاج هذه الصفحة إلى WebAssembly، وهو غير موجود في هذا المتصفح أو معطّل.",
    ),
    ("Opening the texts … {0}\u{a0}%", "فتح النصوص … {0}\u{a0}%"),
    ("Opening …", "جارٍ الفتح …"),
];

const WATCH: &str = include_str!("assets/watch.js");
const CUT: &str = "This file is cut: its program is not in it. Download or build it again.";
const READABLE: &str = "What stands below can be read all the same.";

/// What a hosted folder says to those who open it where it cannot run; its style hides it from all others.
pub(crate) const FROM_DISK: &str = "Opened from a disk, this folder cannot search: put it on a web server, or ask for the edition in one file.";

/// What stands in the page as HTML.
const STATIC: &[(&str, &str)] = &[
    ("Opening the texts …", "فتح النصوص …"),
    (
        "This page searches its texts by itself, in the browser: for that it needs JavaScript and WebAssembly, and asks \
         no server.",
        "تبحث هذه الصفحة في نصوصها بنفسها داخل المتصفح: تحتاج لذلك إلى JavaScript وWebAssembly، ولا تسأل أي خادم.",
    ),
    (
        CUT,
        "هذا الملف مقطوع: برنامجه ليس فيه. نزّله أو ابنه من جديد.",
    ),
    (
        FROM_DISK,
        "لا يستطيع هذا المجلد البحث حين يُفتح من القرص: ضعه على خادم ويب، أو اطلب النسخة التي في ملف واحد.",
    ),
    ("All documents", "كل الوثائق"),
    ("All titles", "كل العناوين"),
    ("Search these texts", "البحث في هذه النصوص"),
    ("Search in this text", "البحث في هذا النص"),
    ("Previous document", "الوثيقة السابقة"),
    ("Next document", "الوثيقة التالية"),
    ("Documents", "الوثائق"),
    ("picture", "صورة"),
    ("And {0}.", "و{0}."),
    ("{0}, {1}", "{0}، {1}"),
];

/// What is counted: one, two, 3 to 10, 11 to 99, the rest.
const COUNTED: &[(&str, [&str; 5])] = &[
    (
        "document",
        [
            "وثيقة واحدة",
            "وثيقتان",
            "{0} وثائق",
            "{0} وثيقة",
            "{0} وثيقة",
        ],
    ),
    (
        "more document",
        [
            "وثيقة أخرى",
            "وثيقتان أخريان",
            "{0} وثائق أخرى",
            "{0} وثيقة أخرى",
            "{0} وثيقة أخرى",
        ],
    ),
    (
        "word",
        ["كلمة واحدة", "كلمتان", "{0} كلمات", "{0} كلمة", "{0} كلمة"],
    ),
];

impl Interface {
    /// Returns the language for a corpus: Arabic where every document of a known language is in it.
    pub fn of(index: &Index) -> Self {
        let mut languages = index.documents().filter_map(|view| view.lang());
        let is_arabic = |tag: &str| tag.split('-').next() == Some("ar");
        match languages.next() {
            Some(first) if is_arabic(first) && languages.all(is_arabic) => Self::Ar,
            _ => Self::En,
        }
    }

    /// Returns the attributes of the page's root.
    pub fn attributes(self) -> &'static str {
        match self {
            Self::En => "lang=\"en\"",
            Self::Ar => "lang=\"ar\" dir=\"rtl\"",
        }
    }

    /// Returns what stands for an English sentence.
    pub fn say(self, english: &'static str) -> &'static str {
        let found = STATIC
            .iter()
            .chain(START)
            .find(|(known, _)| *known == english);
        match (self, found) {
            (Self::Ar, Some((_, arabic))) => arabic,
            _ => english,
        }
    }

    /// Returns "1 word", "12,300 words".
    pub(crate) fn counted(self, n: u64, what: &'static str) -> String {
        let number = english::grouped(usize::try_from(n).unwrap_or(usize::MAX));
        let forms = COUNTED.iter().find(|(known, _)| *known == what);
        if let (Self::Ar, Some((_, forms))) = (self, forms) {
            let form = match (n, n % 100) {
                (1, _) => 0,
                (2, _) => 1,
                (_, 3..=10) => 2,
                (_, 11..=99) => 3,
                _ => 4,
            };
            return forms[form].replace("{0}", &number);
        }
        format!("{number} {what}{}", if n == 1 { "" } else { "s" })
    }

    /// Returns the start script's sentences as inert data for it; nothing in English, which it knows.
    pub fn data(self) -> String {
        if self == Self::En {
            return String::new();
        }
        let words: serde_json::Map<String, serde_json::Value> = START
            .iter()
            .map(|(english, own)| ((*english).to_owned(), (*own).into()))
            .collect();
        let words = serde_json::Value::Object(words).to_string();
        let words = words.replace('<', "\\u003c");
        format!("<script type=\"application/json\" id=\"vademecum-words\">{words}</script>\n")
    }

    /// Returns the script of a single file that tells where the rest of it did not come: a file that was cut ends
    /// before the start script.
    pub fn watch(self) -> String {
        let message = [self.say(CUT), " ", self.say(READABLE)].concat();
        let message = serde_json::Value::from(message).to_string();
        WATCH.replace("{{message}}", &message.replace('<', "\\u003c"))
    }

    /// Puts this language into the shell's own markup.
    pub fn in_markup(self, markup: &str) -> String {
        let mut markup = markup.replacen("lang=\"en\"", self.attributes(), 1);
        for (english, own) in &STATIC[..2] {
            if self == Self::Ar {
                markup = markup.replacen(english, own, 1);
            }
        }
        markup
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contents::tests::index_of;
    use std::fs;
    use std::path::Path;

    fn source(path: &str) -> String {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        fs::read_to_string(root.join(path)).expect("the sources are there")
    }

    #[test]
    fn every_sentence_of_the_start_script_has_its_arabic() {
        let script = source("src/boot.js");
        let mut n = 0;
        for call in ["new Told(", "say("] {
            for behind in script.split(call).skip(1) {
                let Some(literal) = behind.trim_start().strip_prefix('"') else {
                    continue;
                };
                let sentence = literal.split('"').next().unwrap_or_default();
                let sentence = sentence.replace("\\u00a0", "\u{a0}");
                assert!(
                    START.iter().any(|(known, _)| *known == sentence),
                    "{sentence}"
                );
                n += 1;
            }
        }
        assert!(n > 10, "the sentences are found: {n}");
    }

    #[test]
    fn the_shell_speaks_the_language_of_the_page() {
        let markup = source("index.html");
        assert_eq!(Interface::En.in_markup(&markup), markup);
        let arabic = Interface::Ar.in_markup(&markup);
        assert!(
            arabic.contains("<html lang=\"ar\" dir=\"rtl\">"),
            "{arabic}"
        );
        for (english, own) in &STATIC[..2] {
            assert!(
                !arabic.contains(english) && arabic.contains(own),
                "{english}"
            );
        }
    }

    #[test]
    fn a_corpus_in_arabic_has_its_page_in_arabic() {
        let arabic = "---\nlang: ar\n---\n# الليل\n\nسقطت المدينة.";
        let english = "---\nlang: en\n---\n# Night\n\nThe city fell.";
        assert_eq!(Interface::of(&index_of(&[("a", arabic)])), Interface::Ar);
        let both = index_of(&[("a", arabic), ("b", english)]);
        assert_eq!(Interface::of(&both), Interface::En);
    }

    #[test]
    fn what_is_counted_agrees_with_its_number() {
        for (n, english, arabic) in [
            (1, "1 word", "كلمة واحدة"),
            (2, "2 words", "كلمتان"),
            (5, "5 words", "5 كلمات"),
            (41_000, "41,000 words", "41,000 كلمة"),
        ] {
            assert_eq!(Interface::En.counted(n, "word"), english);
            assert_eq!(Interface::Ar.counted(n, "word"), arabic);
        }
    }
}
