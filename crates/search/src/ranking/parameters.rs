//! Every number of the ranking formula, with its reason. `docs/RANKING.md` has the formula.

/// Saturation of term frequency: how much the second and third occurrence add.
pub(crate) const K1: f32 = 1.2;
/// Weight of an occurrence in the title, in headings and in the rest.
pub(crate) const FIELD_WEIGHTS: [f32; 3] = [2.0, 1.3, 1.0];
/// How much a field's length counts against it: a title's hardly, the text's most.
pub(crate) const FIELD_B: [f32; 3] = [0.3, 0.5, 0.75];
/// Saturation of repetitions in the query.
pub(crate) const K3: f32 = 8.0;

/// Weight of an occurrence of the form typed.
pub(crate) const WEIGHT_EXACT: f32 = 1.0;
/// Weight of another form with the same stem: slightly less, so that of equal texts the one with the
/// form typed comes first.
pub(crate) const WEIGHT_STEM: f32 = 0.9;
/// Weight of a guess at a typing error, for each error.
pub(crate) const WEIGHT_TYPO: f32 = 0.6;
/// Most forms that a typing error is guessed to be.
pub(crate) const MAX_TYPO_FORMS: usize = 8;

/// Weight of proximity.
pub(crate) const PROXIMITY_WEIGHT: f32 = 0.4;
/// Saturation of proximity.
pub(crate) const PROXIMITY_K: f32 = 1.2;
/// Words further apart than this do not support each other.
pub(crate) const PROXIMITY_REACH: u32 = 12;
/// Best documents that proximity is computed for. The others keep their score: proximity only adds.
pub(crate) const PROXIMITY_DOCUMENTS: usize = 128;
/// Most words of a query that proximity looks at, rarest first.
pub(crate) const PROXIMITY_UNITS: usize = 8;

/// Queries of more words are questions: documents are ranked by what they hold, none is required.
pub(crate) const LONG_QUERY_WORDS: usize = 6;
