//! `vademecum search`.

use crate::arguments::{Search, SearchFormat, WrongUsage, check_query};
use crate::output::{counted, write_json};
use crate::source::open_session;
use anyhow::{Context, Result};
use engine::Session;
use protocol::{HitRecord, PassageRecord, Reply, Request, SearchRecord, SearchRequest};
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::time::Instant;

/// Depth of a TREC run where none is asked for.
const TREC_DEPTH: usize = 100;

pub(crate) fn run(arguments: &Search) -> Result<()> {
    let text = arguments.query.as_deref().unwrap_or_default();
    check_query(text)?;
    if arguments.strict {
        refuse_guesses(text)?;
    }
    if arguments.queries.is_some() && arguments.format == SearchFormat::Json {
        return Err(WrongUsage("--queries gives TREC lines; use --format trec".to_owned()).into());
    }
    let request = request(text, arguments);
    let session = open_session(&arguments.source, &request)?;
    let mut out = io::stdout().lock();
    if let Some(file) = &arguments.queries {
        let text = std::fs::read_to_string(file)
            .with_context(|| format!("cannot read {}", file.display()))?;
        // Some editors put a byte order mark before the JSON.
        let json = text.trim_start_matches('\u{feff}');
        let queries: BTreeMap<String, String> = serde_json::from_str(json).with_context(|| {
            format!(
                "{} must be one JSON object {{\"id\": \"query\", …}}",
                file.display()
            )
        })?;
        let limit = arguments.limit.unwrap_or(TREC_DEPTH);
        for (id, text) in &queries {
            check_query(text)
                .map_err(|WrongUsage(message)| WrongUsage(format!("query {id}: {message}")))?;
            print_run(&mut out, id, &session.rank(text, limit), &arguments.tag)?;
        }
        return Ok(out.flush()?);
    }
    let answer = answer(&session, &request)?;
    match arguments.format {
        SearchFormat::Json => write_json(&mut out, &answer)?,
        SearchFormat::Trec => {
            let ranked: Vec<(String, f64)> = answer
                .hits
                .iter()
                .map(|hit| (hit.id.clone(), hit.score))
                .collect();
            print_run(&mut out, "1", &ranked, &arguments.tag)?;
        }
        SearchFormat::Text => print_text(&mut out, &answer)?,
    }
    Ok(out.flush()?)
}

fn refuse_guesses(text: &str) -> Result<()> {
    query::parse_strict(text).map(|_| ()).map_err(|problem| {
        let hint = if problem.hint.is_empty() {
            String::new()
        } else {
            format!("; {}", problem.hint)
        };
        WrongUsage(format!(
            "query, byte {}: {}{hint}",
            problem.span.start, problem.message
        ))
        .into()
    })
}

fn request(text: &str, arguments: &Search) -> Request {
    Request::Search(SearchRequest {
        query: text.to_owned(),
        limit: arguments
            .limit
            .unwrap_or(if arguments.format == SearchFormat::Trec {
                TREC_DEPTH
            } else {
                10
            }),
        passages: if arguments.format == SearchFormat::Trec {
            0
        } else {
            3
        },
        exact: arguments.exact,
        facets: arguments.format == SearchFormat::Json,
        ..SearchRequest::default()
    })
}

fn answer(session: &Session, request: &Request) -> Result<SearchRecord> {
    let started = Instant::now();
    match session.answer(request) {
        Reply::Search(mut record) => {
            record.took_us = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
            Ok(record)
        }
        Reply::Refused { message } => Err(WrongUsage(message).into()),
        other => anyhow::bail!("the engine answered a search with {other:?}"),
    }
}

/// Prints ranked documents as lines of a TREC run: query, `Q0`, document, rank from 1, score, tag.
fn print_run(
    out: &mut impl Write,
    query: &str,
    ranked: &[(String, f64)],
    tag: &str,
) -> io::Result<()> {
    for (rank, (id, score)) in ranked.iter().enumerate() {
        writeln!(out, "{query} Q0 {id} {} {score:.6} {tag}", rank + 1)?;
    }
    Ok(())
}

fn print_text(out: &mut impl Write, answer: &SearchRecord) -> io::Result<()> {
    if answer.read_as != answer.query {
        writeln!(out, "Read as: {}", answer.read_as)?;
    }
    for note in &answer.notes {
        writeln!(out, "Note: {}", note.message)?;
    }
    for (word, forms) in answer
        .expansions
        .iter()
        .filter(|(_, forms)| forms.len() > 1)
    {
        writeln!(out, "{word}: also {}", forms.join(", "))?;
    }
    writeln!(out, "{}", counted(answer.total, "document"))?;
    let mut all_complete = true;
    for (number, hit) in answer.hits.iter().enumerate() {
        if all_complete && !hit.missing.is_empty() {
            all_complete = false;
            writeln!(out, "\nWithout some of the words:")?;
        }
        print_hit(out, number + 1, hit)?;
    }
    Ok(())
}

fn print_hit(out: &mut impl Write, number: usize, hit: &HitRecord) -> io::Result<()> {
    let date = hit
        .date
        .as_ref()
        .map(|date| format!(", {date}"))
        .unwrap_or_default();
    writeln!(
        out,
        "\n{number}. {} [{}{date}] {:.3}",
        hit.title, hit.id, hit.score
    )?;
    if !hit.missing.is_empty() {
        writeln!(out, "   without: {}", hit.missing.join(", "))?;
    }
    for passage in &hit.passages {
        writeln!(out, "   {}", marked(passage))?;
    }
    Ok(())
}

/// Returns a passage in one line with its matches in square brackets.
fn marked(passage: &PassageRecord) -> String {
    let mut line = String::with_capacity(passage.text.len() + 2 * passage.marks.len());
    let mut from = 0;
    for &[start, end] in &passage.marks {
        let (start, end) = (start as usize, end as usize);
        line.push_str(passage.text.get(from..start).unwrap_or_default());
        line.push('[');
        line.push_str(passage.text.get(start..end).unwrap_or_default());
        line.push(']');
        from = end;
    }
    line.push_str(passage.text.get(from..).unwrap_or_default());
    line.replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_stand_in_brackets_on_one_line() {
        let passage = PassageRecord {
            text: "the fall\nof Homs".into(),
            marks: vec![[12, 16]],
            ..PassageRecord::default()
        };
        assert_eq!(marked(&passage), "the fall of [Homs]");
    }

    #[test]
    fn a_run_line_has_the_six_trec_columns() {
        let mut out = Vec::new();
        print_run(&mut out, "7", &[("doc".into(), 1.5)], "ours").expect("memory takes every write");
        assert_eq!(
            String::from_utf8(out).expect("text"),
            "7 Q0 doc 1 1.500000 ours\n"
        );
    }
}
