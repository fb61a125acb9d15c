//! Prints sizes and times of an index: `cargo run --release -p index --example figures -- FILE…`
//!
//! Writes `stored.index` and `completed.index` to the folder in `FIGURES_OUT`, where that is set, so
//! that they can be compressed as a server would.

use std::time::Instant;

use corpus::{ReadOptions, Source};
use index::{BuildOptions, Index, IndexBuilder, StoredPostings};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut documents = Vec::new();
    for name in std::env::args().skip(1) {
        let bytes = std::fs::read(&name)?;
        let source = Source { name, bytes };
        documents.extend(corpus::read(&source, &ReadOptions::default()).documents);
    }
    let text_bytes: usize = documents.iter().map(|document| document.text.len()).sum();
    println!("{} documents, {text_bytes} bytes of text", documents.len());
    print_memory("documents read");
    let started = Instant::now();
    let mut n_words = 0_u64;
    for document in &documents {
        analysis::tokens(&document.text, &mut |_| n_words += 1);
    }
    println!("tokens alone: {n_words} in {:?}", started.elapsed());
    for (name, postings) in [
        ("stored", StoredPostings::Stored),
        ("completed", StoredPostings::Completed),
    ] {
        let started = Instant::now();
        let mut builder = IndexBuilder::new(BuildOptions {
            title: String::new(),
            postings,
        });
        for document in &documents {
            builder.add(document);
        }
        let added = started.elapsed();
        let bytes = builder.finish()?;
        let built = started.elapsed();
        print_memory(name);
        if let Ok(folder) = std::env::var("FIGURES_OUT") {
            std::fs::write(format!("{folder}/{name}.index"), &bytes)?;
        }
        let started = Instant::now();
        let index = Index::open(bytes.into())?;
        let opened = started.elapsed();
        let rate = text_bytes as f64 / built.as_secs_f64() / 1e6;
        println!(
            "{name}: built in {built:?} (added {added:?}), {rate:.1} MB/s; opened in {opened:?}"
        );
        println!("  {} terms, {} words", index.n_terms(), index.n_tokens());
        for (tag, bytes) in &index.space_usage().sections {
            println!("  {tag} {bytes}");
        }
        println!("  total {}", index.space_usage().total_bytes);
    }
    Ok(())
}

/// Prints the memory now and at most so far, where the system tells (Linux).
fn print_memory(stage: &str) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    for line in status
        .lines()
        .filter(|line| line.starts_with("VmHWM") || line.starts_with("VmRSS"))
    {
        println!("{stage}: {line}");
    }
}
