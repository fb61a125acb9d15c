//! One file per command.

mod build;
mod check;
mod export;
mod inspect;
mod layers;
mod linguistics;
mod manual;
mod search;
mod text;

use crate::arguments::Command;
use anyhow::Result;

/// Runs a command to its end.
pub(crate) fn run(command: Command) -> Result<()> {
    match command {
        Command::Build(arguments) => build::run(&arguments),
        Command::Search(arguments) => search::run(&arguments),
        Command::Kwic(arguments) => linguistics::kwic(&arguments),
        Command::Terms(arguments) => linguistics::terms(&arguments),
        Command::Ngrams(arguments) => linguistics::ngrams(&arguments),
        Command::Collocates(arguments) => linguistics::collocates(&arguments),
        Command::Keyness(arguments) => linguistics::keyness(&arguments),
        Command::Dispersion(arguments) => linguistics::dispersion(&arguments),
        Command::Similar(arguments) => linguistics::similar(&arguments),
        Command::Days(arguments) => layers::days(&arguments),
        Command::Names(arguments) => layers::names(&arguments),
        Command::Voices(arguments) => layers::voices(&arguments),
        Command::Compare(arguments) => layers::compare(&arguments),
        Command::Inspect(arguments) => inspect::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Text(arguments) => text::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::Completions(arguments) => manual::completions(&arguments),
        Command::Manual(arguments) => manual::manual(&arguments),
    }
}
