//! How much speaks for two values being of one thing.

use super::pairs::common;
use super::passages::Telling;
use super::times::Stretch;

/// Where a value stands.
pub(super) struct Setting {
    pub(super) passage: u32,
    /// When it is of, as far as the text says.
    pub(super) time: Option<Stretch>,
    /// It has its time from the sentences before, or from the story.
    pub(super) is_carried: bool,
    /// Features of the content words around it, ascending.
    pub(super) beside: Vec<u32>,
}

/// What two settings share, by the rarity of the words.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shared {
    /// Close to both values.
    pub(super) beside: f32,
    /// In both sentences.
    pub(super) sentence: f32,
    /// In the sentences before and behind, which one of the values has not in its own.
    pub(super) around: f32,
}

impl Shared {
    /// Compares two settings; words of which `is_own` is true are the value's own and say nothing more.
    pub(super) fn of(
        telling: &Telling,
        one: &Setting,
        other: &Setting,
        is_own: &dyn Fn(u32) -> bool,
    ) -> Self {
        let features = |setting: &Setting| &telling.passages[setting.passage as usize].features;
        let mut shared = Self::default();
        for feature in common(features(one), features(other)).filter(|&feature| !is_own(feature)) {
            let rarity = telling.rarity(feature);
            let is_beside = one.beside.binary_search(&feature).is_ok()
                && other.beside.binary_search(&feature).is_ok();
            if is_beside {
                shared.beside += rarity;
            } else {
                shared.sentence += rarity;
            }
        }
        let (near, near_other) = (telling.near(one.passage), telling.near(other.passage));
        for feature in common(&near, &near_other) {
            let is_shared = features(one).binary_search(&feature).is_ok()
                && features(other).binary_search(&feature).is_ok();
            if !is_shared && !is_own(feature) {
                shared.around += telling.rarity(feature);
            }
        }
        shared
    }

    /// All of it as one number; what is around counts for little, and no more than a word.
    pub(super) fn weight(&self) -> f32 {
        self.beside + 0.5 * self.sentence + 0.25 * self.around.min(1.6)
    }
}
