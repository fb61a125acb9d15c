//! Shows what is read from files: `cargo run -p readers --example show -- FILE…`.

use corpus::Source;
use readers::{Options, Surroundings, read};

fn main() -> std::io::Result<()> {
    for path in std::env::args().skip(1) {
        let name = path.rsplit('/').next().unwrap_or(&path).to_owned();
        let bytes = std::fs::read(&path)?;
        let started = std::time::Instant::now();
        let reading = read(
            &Source { name, bytes },
            &Surroundings::default(),
            &Options::default(),
        );
        println!("=== {path} ({} ms)", started.elapsed().as_millis());
        for problem in &reading.problems {
            println!("  ! {problem}");
        }
        for document in &reading.documents {
            println!(
                "  # {} | {} | {:?} | {:?}",
                document.id, document.title, document.date, document.lang
            );
            for field in &document.fields {
                println!("    {}: {}", field.name, field.values.join(" ; "));
            }
            for block in &document.blocks {
                println!(
                    "    [{:?}] {}",
                    block.kind,
                    block.span.of(&document.text).replace('\n', " ⏎ ")
                );
            }
        }
    }
    Ok(())
}
