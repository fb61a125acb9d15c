//! `vademecum export`: the documents of an index for search servers and data frames (`docs/export.md`).

mod lines;
mod parquet;
mod record;

use crate::arguments::{Export, ExportFormat, WrongUsage};
use crate::output::{check_is_no_text, check_writable, counted, stream_file};
use crate::source::open_index;
use anyhow::Result;
use index::Index;
use record::Columns;
use std::io::{self, BufWriter, IsTerminal as _, Write};

pub(crate) fn run(arguments: &Export) -> Result<()> {
    if arguments.name.is_some() && arguments.format != ExportFormat::ElasticBulk {
        return Err(WrongUsage("--name is for --format elastic-bulk".to_owned()).into());
    }
    let Some(file) = &arguments.out else {
        if arguments.format == ExportFormat::Parquet && io::stdout().is_terminal() {
            let message = "parquet is not for a terminal; name a file with -o";
            return Err(WrongUsage(message.to_owned()).into());
        }
        let index = open_index(&arguments.source)?;
        let mut out = BufWriter::new(io::stdout());
        write(arguments, &index, &mut out)?;
        return Ok(out.flush()?);
    };
    check_is_no_text(file, std::slice::from_ref(&arguments.source))?;
    check_writable(file)?;
    let index = open_index(&arguments.source)?;
    let n_bytes = stream_file(file, |out| write(arguments, &index, out))?;
    eprintln!(
        "{} in {}: {n_bytes} bytes",
        counted(index.n_documents(), "document"),
        file.display()
    );
    Ok(())
}

fn write(arguments: &Export, index: &Index, out: &mut (dyn Write + Send)) -> Result<()> {
    let columns = Columns::of(index);
    match arguments.format {
        ExportFormat::Jsonl => lines::write(index, &columns, out),
        ExportFormat::ElasticBulk => {
            lines::write_bulk(index, &columns, arguments.name.as_deref(), out)
        }
        ExportFormat::Parquet => parquet::write(index, &columns, out),
    }
}
