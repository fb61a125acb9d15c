//! What can be typed on the command line.

mod export;
mod layers;
mod linguistics;

pub(crate) use export::{Export, ExportFormat};
pub(crate) use layers::{Compare, Days, Kind, Names, Voices};
pub(crate) use linguistics::{
    Chance, CollocateSort, Collocates, Dispersion, KeySort, Keyness, Kwic, NgramSort, Ngrams,
    Output, Similar, TableFormat, Terms, Way, WordSort,
};

use crate::page::Interface;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Longest query that is read, in bytes; far beyond any question, short of a pasted book.
const LONGEST_QUERY: usize = 16 * 1024;

/// A folder of texts becomes one page that searches them, with no server.
#[derive(Debug, Parser)]
#[command(name = "vademecum", version, arg_required_else_help = true)]
#[command(
    after_help = "Start with:\n  vademecum check texts/\n  vademecum build texts/ --single page.html\n  \
    vademecum search texts/ 'homs damascus'"
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Compile texts into a page (--single, -o) or an index (--index)
    Build(Build),
    /// Search an index, a page or a folder of texts
    Search(Search),
    /// Show every match in its context (concordance)
    Kwic(Kwic),
    /// List the words with their frequencies
    Terms(Terms),
    /// List runs of one to six words
    Ngrams(Ngrams),
    /// List the words that stand near a query's matches
    Collocates(Collocates),
    /// List the words that some documents use more, or less, than others
    Keyness(Keyness),
    /// Show where in the documents a query's matches stand, and how evenly
    Dispersion(Dispersion),
    /// List the documents that share their rare words with one document
    Similar(Similar),
    /// List the days that the texts mention
    Days(Days),
    /// List people, places, organisations and groups
    Names(Names),
    /// List quotations with their speakers
    Voices(Voices),
    /// Put accounts of one event side by side: the same moment, what differs, what only one tells
    Compare(Compare),
    /// Show what an index holds: documents, words, terms, bytes by section
    Inspect(Inspect),
    /// Show what a build would warn or fail about
    Check(Check),
    /// Print the plain text that all offsets refer to
    Text(Text),
    /// Write the documents for search servers (Elasticsearch, OpenSearch, Quickwit) and data frames
    Export(Export),
    /// Print what makes a shell complete this command
    Completions(Completions),
    /// Print the manual page, or write those of all commands
    Manual(Manual),
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vademecum build texts/ --single letters.html         one file, opens by a double click\n  \
    vademecum build texts/ -o site --title Letters       a folder for any web server\n  \
    vademecum build texts/ --index letters.vade          an index for the other commands\n  \
    vademecum build texts/ -o site --watch               built anew at each change\n  \
    vademecum build texts/ --index x.vade --strict --report report.json\n\n\
    Beside the texts may stand vademecum.toml (title, languages, fields, facets, order, authority), _corpus.yaml \
    (metadata of a folder), NAME.meta.yaml (of a file) and authority.toml (names). What is wrong is told with file, line and \
    remedy; docs/publishing.md has the details."
)]
pub(crate) struct Build {
    /// Folders or files: Markdown, text, HTML, Word, ODT, EPUB, PDF, RTF, CSV, JSON, mail, subtitles, TEI
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Write a folder to put on any web server
    #[arg(short, long = "out", value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Write one HTML file that opens from a disk, with no server and no network
    #[arg(long, value_name = "FILE.html")]
    pub(crate) single: Option<PathBuf>,
    /// Write the index alone
    #[arg(long, value_name = "FILE")]
    pub(crate) index: Option<PathBuf>,
    /// Title of the collection (default: the folder's name)
    #[arg(long, value_name = "T")]
    pub(crate) title: Option<String>,
    /// Where the page will stand, for canonical links and sitemap.xml
    #[arg(long, value_name = "https://…", value_parser = base_url)]
    pub(crate) url: Option<String>,
    /// Language of the page's own words (default: that of all texts, else English); readers can switch
    #[arg(long, value_parser = interface())]
    pub(crate) interface: Option<Interface>,
    /// Leave out what lets readers search their own files beside these
    #[arg(long)]
    pub(crate) no_own_files: bool,
    /// Treat warnings as errors
    #[arg(long)]
    pub(crate) strict: bool,
    /// Write what was read and noticed, file by file, as JSON
    #[arg(long, value_name = "FILE.json")]
    pub(crate) report: Option<PathBuf>,
    /// Stay, and build anew when a text changes
    #[arg(long)]
    pub(crate) watch: bool,
    /// Leave typical damage (split words, ligatures, repeated page headers, …) as it is
    #[arg(long)]
    pub(crate) no_mending: bool,
    /// Find days, names, quotations and accounts whatever the size of the texts (memory: some ten times
    /// the texts), and store them with --index too; without this, pages of up to 32 MiB of text have them
    #[arg(long, conflicts_with = "no_layers")]
    pub(crate) layers: bool,
    /// Leave days, names, quotations and accounts out of the page
    #[arg(long)]
    pub(crate) no_layers: bool,
    /// Leave one kind of damage as it is; may be given several times
    #[arg(long, value_name = "STEP", value_parser = clap::builder::PossibleValuesParser::new(readers::Mending::STEPS))]
    pub(crate) leave: Vec<String>,
    /// Whether the index holds its postings or completes them from the text when it is opened
    #[arg(long, value_enum, default_value_t = Postings::Automatic)]
    pub(crate) postings: Postings,
    /// Take the page shell from this folder instead of the one inside this command
    #[arg(long, value_name = "DIR", env = "VADEMECUM_SHELL")]
    pub(crate) shell: Option<PathBuf>,
}

/// Reads the language of the page's own words.
fn interface() -> impl TypedValueParser<Value = Interface> {
    PossibleValuesParser::new(["en", "ar"]).map(|tag| match tag.as_str() {
        "ar" => Interface::Ar,
        _ => Interface::En,
    })
}

/// Reads the address of a folder: a page's links are put behind it.
fn base_url(text: &str) -> Result<String, String> {
    let is_web = ["https://", "http://"].iter().any(|scheme| {
        let rest = text.strip_prefix(scheme);
        rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
    });
    if !is_web || text.contains(|c: char| c.is_whitespace() || "?#\"<>".contains(c)) {
        return Err(
            "expected an address such as https://example.org/texts/, without ? and #".to_owned(),
        );
    }
    Ok(format!("{}/", text.trim_end_matches('/')))
}

/// How an index carries its postings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Postings {
    /// By the size of the text
    Automatic,
    /// In the file: larger, opens at once
    Stored,
    /// Completed from the text on opening: smallest
    Completed,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vademecum search texts/ 'homs damascus'                 both words\n  \
    vademecum search texts/ '\"drunk with victory\" -rumour'  a phrase, without a word\n  \
    vademecum search letters.vade 'betray* OR khazaly~'     beginnings, typing errors\n  \
    vademecum search letters.vade 'author:haddad date:2024-12' --format json\n\n\
    docs/QUERY.md has everything that can be asked."
)]
pub(crate) struct Search {
    /// An index, a page made with --single, a folder or a file of texts
    #[arg(value_name = "INDEX|PATH")]
    pub(crate) source: PathBuf,
    /// What to search for; see docs/QUERY.md for phrases, fields, wildcards and more
    #[arg(allow_hyphen_values = true, required_unless_present = "queries")]
    pub(crate) query: Option<String>,
    /// Largest number of documents to print
    #[arg(long, value_name = "N")]
    pub(crate) limit: Option<usize>,
    /// text for people, json for programs, trec for evaluation
    #[arg(long, value_enum, default_value_t = SearchFormat::Text)]
    pub(crate) format: SearchFormat,
    /// A JSON file {"id": "query", …}: answer each as plain words and print TREC run lines
    #[arg(long, value_name = "FILE.json", conflicts_with_all = ["query", "exact", "strict"])]
    pub(crate) queries: Option<PathBuf>,
    /// Name of the run in TREC lines
    #[arg(long, value_name = "T", default_value = "vademecum")]
    pub(crate) tag: String,
    /// Only the words as typed: no stems, no spelling variants
    #[arg(long)]
    pub(crate) exact: bool,
    /// Refuse what a lenient reading would guess, with the position in the query
    #[arg(long)]
    pub(crate) strict: bool,
}

/// Output of `search`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SearchFormat {
    Text,
    Json,
    Trec,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vademecum inspect letters.vade\n  vademecum inspect letters.html --format json"
)]
pub(crate) struct Inspect {
    /// An index, a page made with --single, a folder or a file of texts
    #[arg(value_name = "INDEX|PATH")]
    pub(crate) source: PathBuf,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vademecum check texts/\n  vademecum check texts/ --strict && echo sound\n  \
    vademecum check texts/ --format json > report.json\n\n\
    Ends with 1 where a build would stop."
)]
pub(crate) struct Check {
    /// Folders or files of texts
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// Treat warnings as errors
    #[arg(long)]
    pub(crate) strict: bool,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vademecum text letters.vade --doc the-road\n  vademecum text scan.pdf    what was read of a file"
)]
pub(crate) struct Text {
    /// An index, a page made with --single, a folder or a file of texts
    #[arg(value_name = "INDEX|PATH")]
    pub(crate) source: PathBuf,
    /// Only this document
    #[arg(long, value_name = "ID")]
    pub(crate) doc: Option<String>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vademecum completions bash > ~/.local/share/bash-completion/completions/vademecum\n  \
    vademecum completions fish > ~/.config/fish/completions/vademecum.fish\n  \
    vademecum completions zsh > _vademecum    into a folder of $fpath"
)]
pub(crate) struct Completions {
    /// Which shell
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vademecum manual | man -l -\n  vademecum manual -o ~/.local/share/man/man1"
)]
pub(crate) struct Manual {
    /// Write a page for each command into this folder
    #[arg(short, long = "out", value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
}

/// Output for people or for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
}

/// The command was typed wrongly; ends with exit code 2.
#[derive(Debug)]
pub(crate) struct WrongUsage(pub(crate) String);

impl std::fmt::Display for WrongUsage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for WrongUsage {}

/// Refuses a query longer than a person or a program may mean.
///
/// Not a parser of clap's: its message would begin with the whole of what was typed.
pub(crate) fn check_query(text: &str) -> Result<(), WrongUsage> {
    if text.len() > LONGEST_QUERY {
        return Err(WrongUsage(format!(
            "the query has {} bytes, at most {LONGEST_QUERY} are read; search for fewer words at a time",
            text.len()
        )));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_query_may_begin_with_a_minus() {
        let parsed =
            Arguments::try_parse_from(["vademecum", "search", "texts", "-captagon sukhoi"])
                .expect("a query");
        assert!(
            matches!(parsed.command, Command::Search(Search { query: Some(query), .. }) if query == "-captagon sukhoi")
        );
    }

    #[test]
    fn a_query_of_a_hundred_thousand_characters_is_refused_with_both_figures() {
        let WrongUsage(message) = check_query(&"x".repeat(100_000)).expect_err("too long");
        assert!(
            message.contains("100000") && message.contains("16384"),
            "{message}"
        );
    }
}
