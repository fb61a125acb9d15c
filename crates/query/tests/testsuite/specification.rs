//! Every example of `docs/QUERY.md`.

use query::{parse, parse_strict};

const SPECIFICATION: &str = include_str!("../../../../docs/QUERY.md");

struct Example<'t> {
    line: usize,
    text: &'t str,
    read_as: &'t str,
    problem: Option<&'t str>,
}

fn examples() -> Vec<Example<'static>> {
    let mut examples: Vec<Example<'static>> = Vec::new();
    let mut inside = false;
    for (i, line) in SPECIFICATION.lines().enumerate() {
        if line.starts_with("```") {
            inside = line == "```query";
        } else if let Some(problem) = line.strip_prefix("! ").filter(|_| inside) {
            examples
                .last_mut()
                .expect("a problem stands below its example")
                .problem = Some(problem);
        } else if inside {
            let (text, read_as) = line.split_once(" =>").expect("an example has an arrow");
            examples.push(Example {
                line: i + 1,
                text,
                read_as: read_as.trim_start(),
                problem: None,
            });
        }
    }
    examples
}

#[test]
fn every_example_of_the_specification_holds() {
    let examples = examples();
    assert!(
        examples.len() > 100,
        "only {} examples were found",
        examples.len()
    );
    let mut wrong = Vec::new();
    for Example {
        line,
        text,
        read_as,
        problem,
    } in examples
    {
        let (query, problems) = parse(text);
        let found = query.to_canonical();
        if found != read_as {
            wrong.push(format!(
                "{line}: `{text}` is read as `{found}`, not `{read_as}`"
            ));
        }
        let strict = parse_strict(text)
            .err()
            .map(|p| format!("{}..{} {}", p.span.start, p.span.end, p.message));
        if strict.as_deref() != problem {
            wrong.push(format!(
                "{line}: `{text}` has the problem {strict:?}, not {problem:?}"
            ));
        }
        if problems.len() > 1 {
            wrong.push(format!(
                "{line}: `{text}` has several problems {problems:?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
