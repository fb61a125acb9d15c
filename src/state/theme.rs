//! Light, dark, or as the system is.

/// The reader's choice of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the operating system says.
    #[default]
    Auto,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Theme {
    /// Returns the name kept in the browser's storage and in `data-theme`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Undoes [`Theme::name`]; anything else is [`Theme::Auto`].
    #[must_use]
    pub fn of_name(name: &str) -> Self {
        match name {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::Auto,
        }
    }

    /// Returns the choice that comes after this one when the switch is pressed.
    #[must_use]
    pub fn following(self) -> Self {
        match self {
            Self::Auto => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Auto,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_switch_visits_every_theme_and_names_are_kept() {
        let mut theme = Theme::Auto;
        for _ in 0..3 {
            assert_eq!(Theme::of_name(theme.name()), theme);
            theme = theme.following();
        }
        assert_eq!(theme, Theme::Auto);
    }
}
