//! Days: a temporal tagger.
