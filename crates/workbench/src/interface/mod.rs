//! The interface in other languages than English.
//!
//! A language is a [`Catalogue`]: a file of sentences in a folder of such files. Numbers, dates and the choice of
//! a plural form are the browser's (`Intl`); where there is no browser, in tests, a plain form stands in.

mod arabic;
#[cfg(target_arch = "wasm32")]
mod choice;
mod messages;

#[cfg(target_arch = "wasm32")]
pub(crate) use choice::{Choice, speak_as_the_page};

use vademecum_page::interface::Language;
use vademecum_page::wording::grouped;

/// All languages beside English.
pub static CATALOGUES: [&Catalogue; 1] = [&arabic::ARABIC];

/// A language of the interface.
#[derive(Debug)]
pub struct Catalogue {
    /// Language tag, of one part.
    pub tag: &'static str,
    /// What its speakers call it.
    pub own_name: &'static str,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// English sentence and its counterpart, by area.
    sentences: &'static [&'static [(&'static str, &'static str)]],
    /// English plural, and the forms of [`CATEGORIES`] with a gap for the number.
    counted: &'static [(&'static str, [&'static str; 6])],
    /// The engine's messages with a gap for every quoted stretch.
    messages: &'static [(&'static str, &'static str)],
    /// Messages of what reads files, by area, with a gap for each that the program fills; see [`messages`].
    readings: &'static [&'static [(&'static str, &'static str)]],
    /// What stands between two parts of a message.
    semicolon: &'static str,
    /// Names of the months, for where no browser knows them.
    months: [&'static str; 12],
}

/// Plural categories of CLDR, in the order of a catalogue's forms. A language that lacks one repeats another.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Returns the catalogue of a language tag.
#[must_use]
pub fn catalogue(tag: &str) -> Option<&'static Catalogue> {
    CATALOGUES.into_iter().find(|known| known.tag == tag)
}

impl Catalogue {
    /// Returns the counterpart of an English sentence.
    #[must_use]
    pub fn find(&self, english: &str) -> Option<&'static str> {
        let mut all = self.sentences.iter().flat_map(|area| area.iter());
        let found = all.find(|(known, _)| *known == english);
        found.map(|(_, own)| *own)
    }

    /// Returns a number with what is counted, which English names by its plural.
    fn form(&self, n: usize, nouns: &str) -> Option<String> {
        let category = numbers::category(self.tag, n);
        let at = CATEGORIES.iter().position(|known| *known == category)?;
        let (_, forms) = self.counted.iter().find(|(known, _)| *known == nouns)?;
        Some(forms[at].replace("{0}", &self.number(n)))
    }

    fn plain_date(&self, iso: &str) -> String {
        let mut parts = iso.split('-');
        let year = parts.next().unwrap_or(iso);
        let number = |part: Option<&str>| part.and_then(|digits| digits.parse::<usize>().ok());
        let month = number(parts.next()).and_then(|month| self.months.get(month.wrapping_sub(1)));
        match (month, number(parts.next())) {
            (Some(month), Some(day)) => [&day.to_string(), " ", month, " ", year].concat(),
            (Some(month), None) => [month, " ", year].concat(),
            (None, _) => year.to_owned(),
        }
    }
}

impl Language for Catalogue {
    fn sentence(&self, english: &'static str) -> &'static str {
        self.find(english).unwrap_or(english)
    }

    fn counted(&self, n: usize, nouns: &'static str) -> String {
        let form = self.form(n, nouns);
        form.unwrap_or_else(|| [&self.number(n), " ", nouns].concat())
    }

    fn number(&self, n: usize) -> String {
        numbers::number(self.tag, n).unwrap_or_else(|| grouped(n))
    }

    fn date(&self, iso: &str) -> String {
        numbers::date(self.tag, iso).unwrap_or_else(|| self.plain_date(iso))
    }

    fn message(&self, english: &str) -> String {
        let found = self.counterpart(english);
        found.unwrap_or_else(|| english.to_owned())
    }
}

/// What the browser knows about numbers and dates.
#[cfg(target_arch = "wasm32")]
mod numbers {
    use js_sys::{Array, Date, Function, Intl, Object, Reflect};
    use wasm_bindgen::{JsCast, JsValue};

    /// The digits 0 to 9 in every language: the texts, their dates and the figures in methods have them too.
    fn locale(tag: &str) -> Array {
        Array::of1(&[tag, "-u-nu-latn-ca-gregory"].concat().into())
    }

    fn options(pairs: &[(&str, &str)]) -> Object {
        let options = Object::new();
        for (name, value) in pairs {
            let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
        }
        options
    }

    fn call(format: &Function, value: &JsValue) -> Option<String> {
        format.call1(&JsValue::UNDEFINED, value).ok()?.as_string()
    }

    pub(super) fn number(tag: &str, n: usize) -> Option<String> {
        let format = Intl::NumberFormat::new(&locale(tag), &Object::new());
        call(&format.format(), &JsValue::from_f64(n as f64))
    }

    pub(super) fn date(tag: &str, iso: &str) -> Option<String> {
        let date = Date::new(&iso.into());
        let parts: &[(&str, &str)] = &[
            ("timeZone", "UTC"),
            ("year", "numeric"),
            ("month", "long"),
            ("day", "numeric"),
        ];
        let n_parts = match iso.len() {
            4 => 2,
            7 => 3,
            _ => 4,
        };
        if date.get_time().is_nan() {
            return None;
        }
        let format = Intl::DateTimeFormat::new(&locale(tag), &options(&parts[..n_parts]));
        call(&format.format(), date.unchecked_ref())
    }

    pub(super) fn category(tag: &str, n: usize) -> String {
        let rules = Intl::PluralRules::new(&locale(tag), &Object::new());
        rules.select(n as f64).into()
    }
}

/// Stands in for the browser in tests: plural rules as CLDR has them for Arabic.
#[cfg(not(target_arch = "wasm32"))]
mod numbers {
    pub(super) fn number(_: &str, _: usize) -> Option<String> {
        None
    }

    pub(super) fn date(_: &str, _: &str) -> Option<String> {
        None
    }

    pub(super) fn category(_: &str, n: usize) -> String {
        let category = match (n, n % 100) {
            (0, _) => "zero",
            (1, _) => "one",
            (2, _) => "two",
            (_, 3..=10) => "few",
            (_, 11..=99) => "many",
            _ => "other",
        };
        category.to_owned()
    }
}

#[cfg(test)]
mod tests;
