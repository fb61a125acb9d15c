//! Voices: quotations and their speakers.
