//! What a reader gets for a query, through the front door.

mod answers;
mod corpus_texts;
mod deciding;
mod documents;
mod finding;
mod hostile;
mod layers;
mod linguistics;
mod making;
mod mentions;
mod readers;
mod seeds;
