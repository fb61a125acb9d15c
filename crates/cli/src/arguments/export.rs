//! What can be typed for the documents to leave for other programs.

use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vademecum export texts/ --format jsonl -o letters.jsonl\n  \
    vademecum export letters.vade --format parquet -o letters.parquet\n  \
    vademecum export texts/ --format elastic-bulk --name letters |\n    \
    curl -H 'Content-Type: application/x-ndjson' --data-binary @- http://localhost:9200/_bulk\n\n\
    docs/export.md has the fields, a mapping for Elasticsearch and OpenSearch, and a configuration for Quickwit."
)]
pub(crate) struct Export {
    /// An index, a page made with --single, a folder or a file of texts
    #[arg(value_name = "INDEX|PATH")]
    pub(crate) source: PathBuf,
    /// What the documents are for
    #[arg(long, value_enum)]
    pub(crate) format: ExportFormat,
    /// Write to this file instead of standard output
    #[arg(short, long = "out", value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// With elastic-bulk: the index to put the documents into (default: the one of the address)
    #[arg(long, value_name = "INDEX")]
    pub(crate) name: Option<String>,
}

/// Form of exported documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// Pairs of lines for the bulk interface of Elasticsearch, OpenSearch and Quickwit
    ElasticBulk,
    /// One JSON object a line, which `build` reads back
    Jsonl,
    /// A table for data frames: pandas, polars, R, DuckDB
    Parquet,
}
