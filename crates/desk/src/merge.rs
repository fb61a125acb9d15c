//! Two desks become one: in any order, and any number of times, with the same result.

use crate::{Coverage, Desk, Moment};
use std::collections::BTreeMap;

impl Desk {
    /// Takes in what another desk holds. Of two versions of one thing the one that was changed last stays (of
    /// two changed at once the same one in every order); what was removed after its last change stays removed;
    /// what was read in either is read.
    ///
    /// Merging is associative, commutative and idempotent, so copies on several machines come to agree.
    pub fn merge(&mut self, other: &Self) {
        for (id, moment) in &other.removed {
            let known = self.removed.entry(id.clone()).or_default();
            *known = (*known).max(*moment);
        }
        latest(&mut self.marks, &other.marks);
        latest(&mut self.searches, &other.searches);
        let removed = &self.removed;
        let is_kept =
            |id: &String, modified: Moment| removed.get(id).is_none_or(|moment| *moment < modified);
        self.marks.retain(|id, mark| is_kept(id, mark.modified));
        self.searches
            .retain(|id, search| is_kept(id, search.modified));
        for (document, coverage) in &other.coverage {
            self.coverage
                .entry(document.clone())
                .or_default()
                .merge(coverage);
        }
    }

    /// Removes a mark or a search.
    pub fn remove(&mut self, id: &str, now: Moment) {
        let mark = self.marks.remove(id).map(|mark| mark.modified);
        let search = self.searches.remove(id).map(|search| search.modified);
        if let Some(modified) = mark.or(search) {
            // A clock may have been set back meanwhile.
            self.removed.insert(id.to_owned(), now.max(modified));
        }
    }

    /// Returns what another desk would bring: new marks and searches, and changed ones.
    #[must_use]
    pub fn news_of(&self, other: &Self) -> News {
        let mut merged = self.clone();
        merged.merge(other);
        let n_new = merged
            .marks
            .keys()
            .filter(|id| !self.marks.contains_key(*id))
            .count()
            + merged
                .searches
                .keys()
                .filter(|id| !self.searches.contains_key(*id))
                .count();
        let n_changed = merged
            .marks
            .iter()
            .filter(|(id, mark)| self.marks.get(*id).is_some_and(|known| known != *mark))
            .count()
            + merged
                .searches
                .iter()
                .filter(|(id, search)| self.searches.get(*id).is_some_and(|known| known != *search))
                .count();
        let n_removed = self
            .marks
            .keys()
            .filter(|id| !merged.marks.contains_key(*id))
            .count()
            + self
                .searches
                .keys()
                .filter(|id| !merged.searches.contains_key(*id))
                .count();
        News {
            n_new,
            n_changed,
            n_removed,
        }
    }
}

/// What a merge changes, counted over marks and searches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct News {
    /// Marks and searches that were not there.
    pub n_new: usize,
    /// Those that were there in an older version.
    pub n_changed: usize,
    /// Those that the other desk has removed.
    pub n_removed: usize,
}

fn latest<T: Clone + Ord>(ours: &mut BTreeMap<String, T>, theirs: &BTreeMap<String, T>) {
    for (id, their) in theirs {
        match ours.get_mut(id) {
            Some(our) if *our >= *their => {}
            Some(our) => *our = their.clone(),
            None => {
                ours.insert(id.clone(), their.clone());
            }
        }
    }
}

impl Coverage {
    fn merge(&mut self, other: &Self) {
        if (other.modified, other.is_read) > (self.modified, self.is_read) {
            (self.modified, self.is_read) = (other.modified, other.is_read);
        }
        if other.since > self.since {
            self.since = other.since;
            self.blocks.clear();
        }
        if other.since == self.since {
            self.blocks.extend(other.blocks.iter().cloned());
        }
    }

    /// Says that the document is read, or unread; unread begins to count anew.
    pub fn set_read(&mut self, is_read: bool, now: Moment) {
        self.is_read = is_read;
        self.modified = now.max(Moment(self.modified.0 + 1));
        if !is_read {
            self.since = self.modified;
            self.blocks.clear();
        }
    }

    /// Returns how many of these blocks were read.
    #[must_use]
    pub fn n_read<'b>(&self, blocks: impl IntoIterator<Item = &'b str>) -> usize {
        blocks
            .into_iter()
            .filter(|block| self.is_read || self.blocks.contains(*block))
            .count()
    }
}
