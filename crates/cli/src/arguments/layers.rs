//! What can be typed for days, names and voices.

use super::Output;
use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vademecum days texts/\n  vademecum days texts/ homs --format csv\n  \
    vademecum days texts/ --doc night --format json\n\n\
    In json, edtf is the date as exact as the text gives it (ISO 8601-2), null where it gives none; start and\n\
    end are bytes of what `vademecum text` prints."
)]
pub(crate) struct Days {
    #[command(flatten)]
    pub(crate) output: Output,
    /// Only in passages that answer this query
    #[arg(allow_hyphen_values = true)]
    pub(crate) query: Option<String>,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vademecum names texts/ --kind person\n  vademecum names texts/ --format json"
)]
pub(crate) struct Names {
    #[command(flatten)]
    pub(crate) output: Output,
    /// Only in passages that answer this query
    #[arg(allow_hyphen_values = true)]
    pub(crate) query: Option<String>,
    /// Only names of this kind
    #[arg(long, value_enum)]
    pub(crate) kind: Option<Kind>,
}

/// Kinds of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    Person,
    Place,
    Org,
    Group,
    Other,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vademecum voices texts/\n  vademecum voices texts/ --speaker 'Ahmed al-Sharaa'\n  \
    vademecum voices texts/ --format csv\n\n\
    A quotation whose speaker the text does not give has none; nothing is guessed."
)]
pub(crate) struct Voices {
    #[command(flatten)]
    pub(crate) output: Output,
    /// Only in passages that answer this query
    #[arg(allow_hyphen_values = true)]
    pub(crate) query: Option<String>,
    /// Only quotations of this speaker, as the table calls them
    #[arg(long, value_name = "NAME")]
    pub(crate) speaker: Option<String>,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vademecum compare texts/\n  vademecum compare texts/ --doc night --doc morning --format json\n\n\
    Values that differ are listed, not judged."
)]
pub(crate) struct Compare {
    #[command(flatten)]
    pub(crate) output: Output,
    /// Only documents that answer this query
    #[arg(allow_hyphen_values = true)]
    pub(crate) query: Option<String>,
}
