//! Cursors over the postings of a unit's terms.

use super::sequences::sorted;
use crate::plan::{Slot, Unit};
use index::{DocId, Index, Postings, TermId, WordKey};

/// The postings of a term, and how it is looked for in texts, once that is asked for.
pub(super) struct TermCursor<'i> {
    pub(super) term: TermId,
    pub(super) postings: Postings<'i>,
    pub(super) key: Option<WordKey>,
}

/// Returns a cursor for each form of a unit, then for each term of each slot of its sequences.
pub(super) fn cursors<'i>(index: &'i Index, unit: &Unit) -> Vec<TermCursor<'i>> {
    let mut cursors = Vec::new();
    let mut add = |term: TermId| {
        cursors.push(TermCursor {
            term,
            postings: index.postings(term),
            key: None,
        });
    };
    unit.forms.iter().for_each(|form| add(form.term));
    let slots = unit.sequences.iter().flatten();
    slots.for_each(|slot| slot.terms.iter().for_each(|&term| add(term)));
    cursors
}

/// Moves the cursors of slots to a document and returns the units of it that hold every slot; `None`
/// where there are none.
pub(super) fn shared_units(
    doc: DocId,
    slots: &[Slot],
    cursors: &mut [TermCursor<'_>],
) -> Option<Vec<u32>> {
    let mut rest = &mut *cursors;
    for slot in slots {
        let (terms, others) = rest.split_at_mut(slot.terms.len());
        rest = others;
        let mut is_there = false;
        for cursor in terms {
            is_there |= cursor.postings.seek(doc) == doc;
        }
        if !is_there {
            return None;
        }
    }
    let mut shared: Option<Vec<u32>> = None;
    let (mut of_slot, mut of_term) = (Vec::new(), Vec::new());
    let mut rest = cursors;
    for slot in slots {
        let (terms, others) = rest.split_at_mut(slot.terms.len());
        rest = others;
        of_slot.clear();
        for cursor in terms
            .iter_mut()
            .filter(|cursor| cursor.postings.doc() == doc)
        {
            cursor.postings.units(&mut of_term);
            of_slot.append(&mut of_term);
        }
        match &mut shared {
            None => shared = Some(sorted(&of_slot)),
            Some(shared) => {
                let of_slot = sorted(&of_slot);
                shared.retain(|unit| of_slot.binary_search(unit).is_ok());
            }
        }
    }
    shared.filter(|shared| !shared.is_empty())
}
