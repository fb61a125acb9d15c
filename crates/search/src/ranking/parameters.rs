//! Every number of the ranking formula, with its reason. `docs/RANKING.md` has the formula,
//! `docs/decisions/0002-ranking.md` the measurements.

/// The numbers of the ranking formula.
///
/// The defaults are the product's; others are for measuring (`cargo xtask quality --set`).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parameters {
    /// Saturation of term frequency: how much the second and third occurrence add.
    pub k1: f32,
    /// Weight of an occurrence in the title, in headings and in the rest.
    pub field_weights: [f32; 3],
    /// How much a field's length counts against it, 0 to 1.
    pub field_b: [f32; 3],
    /// Exponent of a word's rarity. Above 1 so that the rare words of a question lead.
    pub idf_power: f32,
    /// Exponent of a word's repetitions in the query.
    pub repetition_power: f32,
    /// Weight of another form with the same stem: slightly less than that of the form typed, so that of
    /// equal texts the one with the form typed comes first.
    pub stem_weight: f32,
    /// Weight of a guess at a typing error, for each error.
    pub typo_weight: f32,
    /// Weight of function words (`the`, `of`) beside other words, as a share of what their rarity gives.
    pub function_word_weight: f32,
    /// Weight of the proximity of the words.
    pub proximity_weight: f32,
    /// What feedback takes from the best documents.
    pub feedback: FeedbackParameters,
}

/// The numbers of pseudo-relevance feedback.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FeedbackParameters {
    /// Fewest words with weight in a query that gets feedback. Shorter ones say too little about what
    /// the best documents have in common.
    pub min_words: usize,
    /// Best documents that it learns from.
    pub documents: usize,
    /// Exponent by which better ones among them count more.
    pub sharpness: f32,
    /// Most telling words that are kept of each document.
    pub keywords: usize,
    /// Words that are added to the query.
    pub words: usize,
    /// Share of the new query that the added words are, 0 to below 1.
    pub weight: f32,
    /// The same for queries of up to [`LONG_QUERY_WORDS`] words.
    pub weight_short: f32,
    /// Words in a greater share of the documents are not added.
    pub max_share: f32,
}

impl Default for Parameters {
    fn default() -> Self {
        Self {
            k1: 1.2,
            field_weights: [2.0, 1.3, 1.0],
            field_b: [0.5, 0.5, 0.5],
            idf_power: 1.15,
            repetition_power: 0.7,
            stem_weight: 0.9,
            typo_weight: 0.6,
            function_word_weight: 0.0,
            proximity_weight: 0.1,
            feedback: FeedbackParameters {
                min_words: 3,
                documents: 12,
                sharpness: 3.0,
                keywords: 50,
                words: 25,
                weight: 0.55,
                weight_short: 0.6,
                max_share: 0.15,
            },
        }
    }
}

/// Weight of an occurrence of the form typed.
pub(crate) const WEIGHT_EXACT: f32 = 1.0;
/// Most forms that a typing error is guessed to be.
pub(crate) const MAX_TYPO_FORMS: usize = 8;

/// Saturation of proximity.
pub(crate) const PROXIMITY_K: f32 = 1.2;
/// Words further apart than this do not support each other.
pub(crate) const PROXIMITY_REACH: u32 = 12;
/// Best documents that proximity is computed for. The others keep their score: proximity only adds.
pub(crate) const PROXIMITY_DOCUMENTS: usize = 128;
/// Most words of a query that proximity looks at, rarest first.
pub(crate) const PROXIMITY_UNITS: usize = 8;

/// Most bytes of a document's text that feedback reads.
pub(crate) const FEEDBACK_TEXT_BYTES: u32 = 32 << 10;
/// Places for documents whose telling words are kept for the next query; half a kilobyte each.
pub(crate) const FEEDBACK_CACHE_DOCUMENTS: usize = 1024;

/// Queries of more words are questions: documents are ranked by what they hold, none is required.
pub(crate) const LONG_QUERY_WORDS: usize = 6;
