//! The interface in Arabic.
//!
//! English sentence, Arabic sentence; a gap (`{0}`) stands where the sentence wants it. What is counted has six
//! forms: none, one, two, few (3 to 10), many (11 to 99), others (100, 101, 102 and so on in each hundred).
//! Written for a general reader in modern standard Arabic, without vowel signs except where a word would be
//! read wrongly.

mod columns;
mod counted;
mod explorations;
mod files;
mod finding;
mod keeping;
mod messages;
mod page;
mod readings;

use super::Catalogue;
use counted::COUNTED;
use explorations::{EXPLORATIONS, EXPLORING, METHODS};
use files::FILES;
use keeping::KEEPING;
use messages::MESSAGES;
use page::{LANGUAGES, PAGE};

/// Arabic.
pub(super) static ARABIC: Catalogue = Catalogue {
    tag: "ar",
    own_name: "العربية",
    direction: "rtl",
    sentences: &[
        PAGE,
        LANGUAGES,
        EXPLORATIONS,
        columns::COLUMNS,
        EXPLORING,
        METHODS,
        TAKING,
        KEEPING,
        FILES,
        finding::SENTENCES,
    ],
    counted: COUNTED,
    messages: MESSAGES,
    readings: readings::READINGS,
    semicolon: "؛ ",
    months: [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
};

/// Taking things out of the page, and the interface itself.
const TAKING: &[(&str, &str)] = &[
    ("Save as CSV", "حفظ بصيغة CSV"),
    ("Save as JSON", "حفظ بصيغة JSON"),
    ("Copy", "نسخ"),
    ("Saved.", "حُفظ."),
    (
        "The browser did not let the page save. Copy the table instead.",
        "لم يسمح المتصفح للصفحة بالحفظ. انسخ الجدول بدلاً من ذلك.",
    ),
    ("Copied.", "نُسخ."),
    (
        "This address asks for something that this page does not know, and it was left out: {0}",
        "يطلب هذا العنوان شيئاً لا تعرفه هذه الصفحة، فتُرك: {0}",
    ),
    ("Search for its words: {0}", "البحث عن كلماتها: {0}"),
    ("The page is in English now.", "الصفحة الآن بالعربية."),
    (
        "The browser does not let the page copy",
        "لا يسمح المتصفح للصفحة بالنسخ",
    ),
    (
        "The text is selected: copy it with Ctrl+C or ⌘C.",
        "النص محدَّد: انسخه بـ Ctrl+C أو ⌘C.",
    ),
];
