//! `cargo xtask quality`: how well the engine ranks on judged queries.
//!
//! Six test collections are compiled and searched through [`engine::Session::rank`], the way of the
//! command's `--queries`. Each query is asked as published, in its three rarest words, and with one or
//! two typing errors. Use the development queries only; others are kept for judging.

mod collection;
mod comparison;
mod measures;
mod parameters;
mod random;
mod speed;
mod variants;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use clap::Parser;
use engine::Session;
use protocol::{Reply, Request, SearchRequest};
use search::Parameters;

use crate::collection::{Collection, NAMES};
use crate::comparison::compare;
use crate::measures::{DEPTH, Measures};
use crate::variants::Variant;

fn main() -> Result<()> {
    run(&Options::parse())
}

/// How well the engine ranks on judged queries.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask quality")]
struct Options {
    /// Folder of the collections
    #[arg(long, value_name = "DIR", default_value = "../shared/data/ir")]
    data: PathBuf,
    /// Only these collections
    #[arg(long, value_delimiter = ',', value_name = "NAME,…", default_values = NAMES, value_parser = NAMES)]
    collections: Vec<String>,
    /// A ranking parameter for this run, as name=value; `help` lists them
    #[arg(long, value_name = "NAME=VALUE")]
    set: Vec<String>,
    /// Write nDCG@10 of every query, as JSON
    #[arg(long, value_name = "FILE")]
    save: Option<PathBuf>,
    /// Compare with what --save wrote, query by query
    #[arg(long, value_name = "FILE")]
    against: Option<PathBuf>,
    /// Instead: write every query as it is asked, as JSON, for other engines to answer
    #[arg(long, value_name = "FILE")]
    write_queries: Option<PathBuf>,
    /// Tell how long the searches took when asked again
    #[arg(long = "times")]
    has_times: bool,
    /// Ask as the page's search box does, where signs can be operators
    #[arg(long = "box")]
    is_box: bool,
    /// One line: nDCG@10 of every variant
    #[arg(long = "brief")]
    is_brief: bool,
    /// Instead: times of the queries in DIR/latency-queries.json on DIR/docs.jsonl
    #[arg(long, value_name = "DIR")]
    speed: Option<PathBuf>,
}

/// What one collection gave in one variant.
#[derive(Debug)]
struct Row {
    variant: Variant,
    collection: String,
    mean: Measures,
    /// nDCG@10 by `variant/collection/query`.
    by_query: BTreeMap<String, f64>,
}

fn run(options: &Options) -> Result<()> {
    let mut parameters = Parameters::default();
    for setting in &options.set {
        parameters::set(&mut parameters, setting)?;
    }
    if let Some(folder) = &options.speed {
        return speed::measure(folder);
    }
    if let Some(file) = &options.write_queries {
        return write_queries(options, file);
    }
    let (mut rows, mut times) = (Vec::new(), Vec::new());
    for name in &options.collections {
        let collection = Collection::read(&options.data, name)?;
        if !options.is_brief {
            println!(
                "{name}: {} documents, {} queries",
                collection.n_documents,
                collection.queries.len()
            );
        }
        let session = Session::open_with(collection.index.clone().into(), parameters)?;
        for variant in Variant::ALL {
            rows.push(measure(&session, &collection, variant, options, &mut times));
        }
    }
    if options.is_brief {
        print_brief(&rows);
    } else {
        print_tables(&rows, &options.collections);
    }
    if options.has_times {
        print_times(&times);
    }
    let by_query: BTreeMap<String, f64> = rows.into_iter().flat_map(|row| row.by_query).collect();
    if let Some(file) = &options.against {
        print_comparison(file, &by_query)?;
    }
    if let Some(file) = &options.save {
        let json = serde_json::to_string_pretty(&by_query)?;
        fs::write(file, json).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

/// Writes `{collection: {variant: {query id: what is asked}}}`.
fn write_queries(options: &Options, file: &Path) -> Result<()> {
    let mut all: BTreeMap<String, BTreeMap<&str, BTreeMap<String, String>>> = BTreeMap::new();
    for name in &options.collections {
        let collection = Collection::read(&options.data, name)?;
        let variants = all.entry(name.clone()).or_default();
        for variant in Variant::ALL {
            let asked = collection.queries.iter().map(|query| {
                let asked = collection.asked(query, variant);
                (query.id.clone(), asked)
            });
            variants.insert(variant.name(), asked.collect());
        }
    }
    let json = serde_json::to_string_pretty(&all)?;
    fs::write(file, json).with_context(|| format!("cannot write {}", file.display()))
}

fn measure(
    session: &Session,
    collection: &Collection,
    variant: Variant,
    options: &Options,
    times: &mut Vec<(Variant, Duration)>,
) -> Row {
    let (mut all, mut by_query) = (Vec::new(), BTreeMap::new());
    for query in &collection.queries {
        let asked = collection.asked(query, variant);
        let ranked = search(session, &asked, options.is_box);
        if options.has_times {
            let started = Instant::now();
            drop(search(session, &asked, options.is_box));
            times.push((variant, started.elapsed()));
        }
        let measures = Measures::of(&ranked, &query.judgements);
        by_query.insert(
            format!("{}/{}/{}", variant.name(), collection.name, query.id),
            measures.ndcg_10,
        );
        all.push(measures);
    }
    Row {
        variant,
        collection: collection.name.clone(),
        mean: Measures::mean(&all),
        by_query,
    }
}

/// Returns the ids of the best documents: as for a `--queries` file, or as the page's box finds them.
fn search(session: &Session, asked: &str, is_box: bool) -> Vec<String> {
    if !is_box {
        let ranked = session.rank(asked, DEPTH);
        return ranked.into_iter().map(|(id, _)| id.to_owned()).collect();
    }
    let request = SearchRequest {
        query: asked.to_owned(),
        limit: DEPTH,
        ..SearchRequest::default()
    };
    match session.answer(&Request::Search(request)) {
        Reply::Search(record) => record.hits.into_iter().map(|hit| hit.id).collect(),
        _ => Vec::new(),
    }
}

/// The mean over collections, each counting the same however many queries it has.
fn mean_of(rows: &[Row], variant: Variant) -> Measures {
    let means: Vec<Measures> = rows
        .iter()
        .filter(|row| row.variant == variant)
        .map(|row| row.mean)
        .collect();
    Measures::mean(&means)
}

fn print_brief(rows: &[Row]) {
    let shown = Variant::ALL
        .map(|variant| format!("{} {:.4}", variant.name(), mean_of(rows, variant).ndcg_10));
    println!("{}", shown.join("  "));
}

/// One of the measures.
type Measure = fn(&Measures) -> f64;

fn print_tables(rows: &[Row], collections: &[String]) {
    let measures: [(&str, Measure); 3] = [
        ("nDCG@10", |measures| measures.ndcg_10),
        ("MAP", |measures| measures.average_precision),
        ("recall@100", |measures| measures.recall_100),
    ];
    for (name, value) in measures {
        print!("\n{name:<12}{:>8}", "mean");
        collections
            .iter()
            .for_each(|collection| print!("{collection:>8}"));
        println!("{:>10}", "of clean");
        for variant in Variant::ALL {
            let clean = Variant {
                n_errors: 0,
                ..variant
            };
            let (mean, clean) = (value(&mean_of(rows, variant)), value(&mean_of(rows, clean)));
            print!("{:<12}{mean:>8.4}", variant.name());
            for row in rows.iter().filter(|row| row.variant == variant) {
                debug_assert!(collections.contains(&row.collection));
                print!("{:>8.3}", value(&row.mean));
            }
            println!("{:>9.1}%", 100.0 * mean / clean.max(f64::MIN_POSITIVE));
        }
    }
}

fn print_times(times: &[(Variant, Duration)]) {
    println!("\nmilliseconds       p50     p95     max");
    for variant in Variant::ALL {
        let own = times.iter().filter(|(of, _)| *of == variant);
        let mut own: Vec<f64> = own.map(|(_, time)| time.as_secs_f64() * 1000.0).collect();
        speed::print_quantiles(variant.name(), &mut own);
    }
}

fn print_comparison(file: &Path, new: &BTreeMap<String, f64>) -> Result<()> {
    let text =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let old: BTreeMap<String, f64> = serde_json::from_str(&text)?;
    println!("\nagainst {}", file.display());
    for variant in Variant::ALL {
        let prefix = format!("{}/", variant.name());
        let of_variant = |all: &BTreeMap<String, f64>| -> BTreeMap<String, f64> {
            let own = all.iter().filter(|(query, _)| query.starts_with(&prefix));
            own.map(|(query, value)| (query.clone(), *value)).collect()
        };
        let found = compare(&of_variant(&old), &of_variant(new));
        println!(
            "{:<10} {:+.4} over {} queries, {} better, {} worse, p = {:.4}",
            variant.name(),
            found.difference,
            found.n_queries,
            found.n_better,
            found.n_worse,
            found.p
        );
    }
    Ok(())
}
