//! What a reader gets for a query, through the front door.

mod answers;
mod corpus_texts;
mod documents;
mod finding;
mod hostile;
mod layers;
mod linguistics;
mod mentions;
mod readers;
mod seeds;
