//! Votes for and against: "by 118 votes to 112", "141 against 19", "16 to 13".

use super::figures::{Figure, Reading};
use super::units::Unit;

/// Words of which one stands in a passage that tells of a vote.
const VOTING: &[&str] = &["vote", "voting", "ballot", "motion", "majority", "poll"];

/// Returns the figures of a vote, each two numbers in a row that are told against each other.
pub(super) fn votes(reading: &Reading<'_>) -> Vec<Figure> {
    let text = reading.span.of(reading.text).to_lowercase();
    if !VOTING.iter().any(|word| text.contains(word)) {
        return Vec::new();
    }
    let text_between = |from: u32, to: u32| {
        let text = reading.text.get(from as usize..to as usize);
        text.unwrap_or_default()
    };
    let mut found = Vec::new();
    for (one, other) in reading.numerals.iter().zip(reading.numerals.iter().skip(1)) {
        let gap = text_between(one.span.end, other.span.start);
        let behind = text_between(other.span.end, reading.span.end);
        let is_score = matches!(gap, " to " | " against " | " votes to " | " votes against ")
            || (gap.starts_with(" for ") && gap.len() < 24 && behind.starts_with(" against"));
        if is_score {
            found.push(reading.counting(one, Unit::VotesFor, one.span, None));
            found.push(reading.counting(other, Unit::VotesAgainst, other.span, None));
        }
    }
    found
}
