//! How long searches take, natively, on a corpus of the peer benchmark.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result};
use engine::Session;
use protocol::{Reply, Request, SearchRequest};

use crate::collection::compile;

/// Passes over the queries that are timed, after one that is not.
const PASSES: usize = 5;

/// Asks the queries of `latency-queries.json` in a folder about its `docs.jsonl`, ten hits each without
/// passages, and prints quantiles by kind of query in milliseconds.
///
/// # Errors
///
/// Where a file is missing or is not what it should be.
pub(crate) fn measure(folder: &Path) -> Result<()> {
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let (bytes, n_documents) = compile("speed", read("docs.jsonl")?)?;
    let session = Session::open(bytes.into())?;
    let queries: serde_json::Value = serde_json::from_str(&read("latency-queries.json")?)?;
    let queries = queries
        .as_array()
        .context("latency-queries.json is a list")?;
    let mut times: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    let mut cold: Vec<f64> = Vec::new();
    for pass in 0..=PASSES {
        for query in queries {
            let kind = query["kind"].as_str().context("a query has a kind")?;
            let typed = query["q"].as_str().context("a query has words")?;
            let request = Request::Search(SearchRequest {
                query: match kind {
                    "prefix" => format!("{typed}*"),
                    "phrase" => format!("\"{typed}\""),
                    _ => typed.to_owned(),
                },
                limit: 10,
                ..SearchRequest::default()
            });
            let started = Instant::now();
            let reply = session.answer(&request);
            let time = started.elapsed().as_secs_f64() * 1000.0;
            anyhow::ensure!(matches!(reply, Reply::Search(_)), "a search is answered");
            if pass == 0 {
                cold.push(time);
            } else {
                times.entry(kind).or_default().push(time);
                times.entry("all").or_default().push(time);
            }
        }
    }
    println!("{n_documents} documents\nmilliseconds       p50     p95     max");
    for (kind, times) in times.iter_mut().chain([(&"first time", &mut cold)]) {
        print_quantiles(kind, times);
    }
    Ok(())
}

/// Prints the middle, the nineteenth of twenty and the greatest of some times.
pub(crate) fn print_quantiles(name: &str, times: &mut [f64]) {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times.get((times.len() as f64 * share) as usize).copied();
    let [p50, p95] = [0.5, 0.95].map(|share| at(share).unwrap_or_default());
    println!(
        "{name:<14}{p50:>8.3}{p95:>8.3}{:>8.3}",
        times.last().copied().unwrap_or_default()
    );
}
