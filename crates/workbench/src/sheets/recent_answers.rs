//! The last answers of the tables, for who comes back to one.

use protocol::{Reply, Request};
use std::collections::VecDeque;

/// As many as one goes through in a comparison: some fifty rows each.
const MAX_ANSWERS: usize = 12;

/// The newest answers, the oldest first, none twice.
#[derive(Debug, Default)]
pub struct RecentAnswers(VecDeque<(Request, Reply)>);

impl RecentAnswers {
    /// Keeps an answer in place of the oldest. What was refused is asked again: it may be there the next time.
    pub fn keep(&mut self, request: Request, reply: Reply) {
        if matches!(reply, Reply::Refused { .. }) || self.find(&request).is_some() {
            return;
        }
        if self.0.len() == MAX_ANSWERS {
            self.0.pop_front();
        }
        self.0.push_back((request, reply));
    }

    /// Returns the answer to a request that was asked lately.
    #[must_use]
    pub fn find(&self, request: &Request) -> Option<&Reply> {
        let found = self.0.iter().find(|(asked, _)| asked == request);
        found.map(|(_, reply)| reply)
    }

    /// Forgets all: what the texts or the reader's decisions say has changed.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::{TimelineRecord, TimelineRequest};

    fn about(within: usize) -> Request {
        Request::Timeline(TimelineRequest {
            within: within.to_string(),
            ..TimelineRequest::default()
        })
    }

    #[test]
    fn the_newest_answers_are_kept_and_refusals_are_not() {
        let mut answers = RecentAnswers::default();
        for year in 0..=MAX_ANSWERS {
            answers.keep(about(year), Reply::Timeline(TimelineRecord::default()));
        }
        assert!(answers.find(&about(0)).is_none());
        assert!(answers.find(&about(1)).is_some());
        let message = "The days could not be fetched.".to_owned();
        answers.keep(about(2024), Reply::Refused { message });
        assert!(answers.find(&about(2024)).is_none());
        answers.clear();
        assert!(answers.find(&about(1)).is_none());
    }
}
