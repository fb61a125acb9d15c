//! `vademecum completions` and `vademecum manual`: what comes from the arguments themselves.

use crate::arguments::{Arguments, Completions, Manual};
use crate::output::create_folder;
use anyhow::{Context as _, Result};
use clap::CommandFactory as _;
use std::io::{self, Write as _};

pub(crate) fn completions(arguments: &Completions) -> Result<()> {
    let mut script = Vec::new();
    let mut command = Arguments::command();
    clap_complete::generate(arguments.shell, &mut command, "vademecum", &mut script);
    Ok(io::stdout().write_all(&script)?)
}

pub(crate) fn manual(arguments: &Manual) -> Result<()> {
    let command = Arguments::command();
    match &arguments.out {
        None => {
            let mut page = Vec::new();
            clap_mangen::Man::new(command).render(&mut page)?;
            Ok(io::stdout().write_all(&page)?)
        }
        Some(folder) => {
            create_folder(folder)?;
            clap_mangen::generate_to(command, folder).with_context(|| {
                format!(
                    "cannot write into {}; choose a folder that is writable",
                    folder.display()
                )
            })
        }
    }
}
