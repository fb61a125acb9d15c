//! How texts are set: kept by the browser, put into effect before the page runs (`src/boot.js`).

/// The choices of one setting: its name (an attribute `data-…` of the page) and its values, the usual one first.
pub type Setting = (&'static str, &'static [&'static str]);

/// All settings in the order in which they are offered.
pub const SETTINGS: [Setting; 4] = [
    ("size", &["normal", "small", "large", "larger"]),
    ("measure", &["normal", "narrow", "wide"]),
    ("spacing", &["normal", "tight", "loose"]),
    ("numbers", &["none", "shown"]),
];

/// The chosen value of each setting, in the order of [`SETTINGS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings([usize; SETTINGS.len()]);

impl Default for Settings {
    fn default() -> Self {
        Self([0; SETTINGS.len()])
    }
}

impl Settings {
    /// Reads what was kept; what is not known is as usual.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        let mut settings = Self::default();
        for pair in text.split(' ') {
            if let Some((name, value)) = pair.split_once('=') {
                settings.choose(name, value);
            }
        }
        settings
    }

    /// Returns what to keep: `size=large measure=normal …`.
    #[must_use]
    pub fn to_text(self) -> String {
        let pairs: Vec<String> = self
            .chosen()
            .map(|(name, value)| [name, "=", value].concat())
            .collect();
        pairs.join(" ")
    }

    /// Takes a choice, if there is such a one.
    pub fn choose(&mut self, name: &str, value: &str) {
        for (place, (known, values)) in SETTINGS.iter().enumerate() {
            if let (true, Some(nth)) = (
                *known == name,
                values.iter().position(|known| *known == value),
            ) {
                self.0[place] = nth;
            }
        }
    }

    /// Returns each setting with its chosen value.
    pub fn chosen(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        SETTINGS
            .iter()
            .zip(self.0)
            .map(|((name, values), nth)| (*name, values[nth]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_kept_and_what_is_not_known_is_as_usual() {
        let mut settings = Settings::default();
        settings.choose("size", "large");
        settings.choose("size", "enormous");
        settings.choose("colour", "blue");
        assert_eq!(
            settings.to_text(),
            "size=large measure=normal spacing=normal numbers=none"
        );
        assert_eq!(Settings::of_text(&settings.to_text()), settings);
        assert_eq!(
            Settings::of_text("<script> size= =large"),
            Settings::default()
        );
    }
}
