//! What a history entry remembers beside its address.

/// Where the reader was when leaving a history entry, so that Back returns there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Memory {
    /// Distance scrolled from the top, in CSS pixels.
    pub scroll_px: u32,
    /// Number of hits that were shown.
    pub n_shown: usize,
    /// The focused element as a selector (`A[href="#/doc/…"]`); empty for none.
    pub focus: String,
}

impl Memory {
    /// Returns the memory as one string for the browser's history.
    #[must_use]
    pub fn to_entry(&self) -> String {
        [
            &self.scroll_px.to_string(),
            " ",
            &self.n_shown.to_string(),
            " ",
            &self.focus,
        ]
        .concat()
    }

    /// Undoes [`Memory::to_entry`]; `None` for anything else.
    #[must_use]
    pub fn of_entry(entry: &str) -> Option<Self> {
        let mut parts = entry.splitn(3, ' ');
        Some(Self {
            scroll_px: parts.next()?.parse().ok()?,
            n_shown: parts.next()?.parse().ok()?,
            focus: parts.next()?.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_memory_survives_the_history() {
        let memory = Memory {
            scroll_px: 1200,
            n_shown: 40,
            focus: "A[href=\"#/doc/a b\"]".into(),
        };
        assert_eq!(Memory::of_entry(&memory.to_entry()), Some(memory));
        assert_eq!(
            Memory::of_entry(&Memory::default().to_entry()),
            Some(Memory::default())
        );
        assert_eq!(Memory::of_entry("another program's state"), None);
    }
}
