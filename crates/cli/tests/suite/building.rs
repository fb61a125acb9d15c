//! Building: same bytes every time, pages that give their index back, a report that names what was done.

use crate::{file, folder, json_of, output_of, run, text};
use std::fs;
use std::path::Path;

/// A shell with the markers that packing needs; what it does in a browser is tested in `tests/e2e`.
fn shell(folder: &Path) {
    let markup = "<html><head><title>x</title><!-- vademecum:head --><!-- /vademecum:head --></head><body><div id=\"vademecum-app\"></div></body></html>";
    for (name, content) in [
        ("index.html", markup),
        ("boot.js", "boot()"),
        ("vademecum.js", "glue()"),
        ("vademecum.wasm", "\0asm"),
        ("vademecum.css", "p{}"),
        ("workbench.js", "more()"),
        ("workbench.wasm", "\0asm+"),
        ("workbench.css", "q{}"),
        ("intake.js", "intake()"),
        ("intake.wasm", "\0asm*"),
    ] {
        file(folder, name, content);
    }
}

fn many(texts: &Path) {
    for number in 0..40 {
        let body = format!(
            "---\ntags: [t{}]\n---\n# Title {number}\n\nThe convoy {number} left Homs.\n\nA second part.",
            number % 3
        );
        file(texts, &format!("{number:02}.md"), body);
    }
}

#[test]
fn the_same_folder_gives_the_same_bytes() {
    let texts = folder("same-bytes");
    many(&texts);
    let out = folder("same-bytes-out");
    let built: Vec<Vec<u8>> = ["a.vade", "b.vade"]
        .iter()
        .map(|name| {
            output_of(&[
                "build",
                text(&texts),
                "--postings",
                "stored",
                "--index",
                text(&out.join(name)),
            ]);
            fs::read(out.join(name)).expect("written")
        })
        .collect();
    assert_eq!(built[0], built[1]);
}

#[test]
fn stored_and_completed_postings_answer_alike() {
    let texts = folder("alike");
    many(&texts);
    let out = folder("alike-out");
    let answers: Vec<serde_json::Value> = ["stored", "completed"]
        .iter()
        .map(|postings| {
            let index = out.join(format!("{postings}.vade"));
            output_of(&[
                "build",
                text(&texts),
                "--postings",
                postings,
                "--index",
                text(&index),
            ]);
            let mut answer = json_of(&[
                "search",
                text(&index),
                "convoy homs",
                "--format",
                "json",
                "--limit",
                "50",
            ]);
            answer["took_us"] = 0.into();
            answer
        })
        .collect();
    assert_eq!(answers[0]["total"], 40);
    assert_eq!(answers[0], answers[1]);
}

#[test]
fn a_single_page_can_be_searched_and_holds_no_foreign_address() {
    let texts = folder("single");
    file(
        &texts,
        "a.md",
        "# The fall of Homs\n\nText about [a place](https://example.org/x).",
    );
    let shell_folder = folder("single-shell");
    shell(&shell_folder);
    let page = folder("single-out").join("page.html");
    output_of(&[
        "build",
        text(&texts),
        "--single",
        text(&page),
        "--title",
        "A <test>",
        "--shell",
        text(&shell_folder),
    ]);
    let markup = fs::read_to_string(&page).expect("written");
    assert!(markup.contains("<title>A &lt;test&gt;</title>"));
    assert!(markup.contains("connect-src 'none'") && !markup.contains("http://"));
    let link = "<a href=\"https://example.org/x\" rel=\"noopener noreferrer nofollow\">a place</a>";
    assert_eq!(markup.matches(link).count(), 1);
    assert_eq!(
        markup
            .replace("\"https://schema.org\"", "")
            .matches("https://")
            .count(),
        1,
        "what a reader may follow, and nothing else"
    );
    let answer = json_of(&["search", text(&page), "homs", "--format", "json"]);
    assert_eq!(answer["hits"][0]["id"], "a");
}

#[test]
fn a_hosted_folder_names_only_its_own_files() {
    let texts = folder("hosted");
    file(&texts, "a.md", "# The fall of Homs\n\nText.");
    let shell_folder = folder("hosted-shell");
    shell(&shell_folder);
    let out = folder("hosted-out").join("site");
    output_of(&[
        "build",
        text(&texts),
        "-o",
        text(&out),
        "--shell",
        text(&shell_folder),
    ]);
    let markup = fs::read_to_string(out.join("index.html")).expect("written");
    let named: Vec<&str> = markup
        .split(['"'])
        .filter(|part| {
            ["js", "css", "wasm", "vade", "gz"]
                .iter()
                .any(|end| part.ends_with(&format!(".{end}")))
        })
        .collect();
    // Style, wasm, index, its gzipped copy, the script for reading offline; the two others are also named to
    // be loaded early; then wasm, script and style of the workbench, the layers and
    // their gzipped copy, wasm and script for own files.
    assert_eq!(named.len(), 16, "{markup}");
    for name in named {
        assert!(out.join(name).is_file(), "{name}");
    }
}

#[test]
fn layers_stand_beside_the_index_of_a_hosted_folder_and_inside_a_single_file() {
    let texts = folder("layers-of-pages");
    let sentence = "On 7 December 2024 Colonel Samir Haddad drove to Homs.";
    file(&texts, "a.md", format!("# The fall of Homs\n\n{sentence}"));
    let shell_folder = folder("layers-of-pages-shell");
    shell(&shell_folder);
    let out = folder("layers-of-pages-out");
    let (site, single) = (out.join("site"), out.join("page.html"));
    let build = |option: &[&str]| {
        let fixed = ["build", text(&texts), "--shell", text(&shell_folder)];
        let pages = ["-o", text(&site), "--single", text(&single)];
        output_of(&[&fixed[..], &pages[..], option].concat());
        let names = fs::read_dir(&site).expect("the site");
        let names = names.map(|entry| entry.expect("a file").file_name());
        let names = names.map(|name| name.to_string_lossy().into_owned());
        names.filter(|name| name.contains(".vade")).collect()
    };
    let with: Vec<String> = build(&[]);
    let layers = with.iter().filter(|name| name.starts_with("layers-"));
    assert_eq!(layers.count(), 2, "{with:?}");
    let inside = json_of(&["inspect", text(&single), "--format", "json"]).to_string();
    assert!(inside.contains("days"), "{inside}");
    let worker = fs::read_to_string(site.join("service-worker.js")).expect("written");
    assert!(with.iter().all(|name| worker.contains(name)), "{worker}");
    let without: Vec<String> = build(&["--no-layers"]);
    assert!(
        without.iter().all(|name| name.starts_with("corpus-")),
        "{without:?}"
    );
    // The first answer's bytes do not depend on the layers.
    assert!(without.iter().all(|name| with.contains(name)));
}

#[test]
fn a_text_that_was_taken_out_leaves_the_hosted_folder_too() {
    let texts = folder("taken-out");
    file(&texts, "a.md", "# The fall of Homs\n\nText.");
    let secret = file(&texts, "b.md", "# Taken out later\n\nText.");
    let shell_folder = folder("taken-out-shell");
    shell(&shell_folder);
    let site = folder("taken-out-site");
    file(&site, "vademecum-notes.css", "the publisher's own");
    let build = || {
        output_of(&[
            "build",
            text(&texts),
            "-o",
            text(&site),
            "--shell",
            text(&shell_folder),
        ]);
    };
    let names = || -> Vec<String> {
        fs::read_dir(&site)
            .expect("there")
            .map(|entry| entry.expect("readable").file_name())
            .map(|name| name.into_string().expect("plain"))
            .collect()
    };
    build();
    assert_eq!(names().len(), 23);
    assert!(site.join("text/b.html").is_file());
    file(&site.join("text"), "own.html", "the publisher's own");
    fs::remove_file(&secret).expect("there");
    build();
    let names = names();
    assert_eq!(names.len(), 23, "{names:?}");
    assert!(site.join("text/a.html").is_file() && site.join("text/own.html").is_file());
    assert!(!site.join("text/b.html").exists());
    assert!(names.contains(&"vademecum-notes.css".to_owned()));
}

#[test]
fn without_a_shell_the_command_says_what_to_do() {
    let texts = folder("no-shell");
    file(&texts, "a.md", "# A\n\nText.");
    let empty = folder("no-shell-shell");
    let page = texts.join("page.html");
    let run = run([
        "build",
        text(&texts),
        "--single",
        text(&page),
        "--shell",
        text(&empty),
    ]);
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("shell") && !page.exists(),
        "{}",
        run.stderr
    );
}

#[test]
fn check_reports_each_file_as_the_contract_says() {
    let texts = folder("check");
    file(
        &texts,
        "a.md",
        "---\nauthor: Ada\ndate: 2024-12-08\nlang: en\n---\n# A title\n\nW hen it began, when it ended.\n\n- one\n- two",
    );
    file(&texts, "b.bin", "x");
    let report = json_of(&["check", text(&texts), "--format", "json"]);
    let first = &report["files"][0];
    assert_eq!(first["status"], "read");
    assert_eq!(first["title"], "A title");
    assert_eq!(first["author"], "Ada");
    assert_eq!(first["date"], "2024-12-08");
    assert_eq!(first["blocks"]["list_item"], 2);
    assert_eq!(
        first["problems"][0]["severity"], "note",
        "the mended capital is listed"
    );
    assert_eq!(first["problems"][0]["line"], 8);
    assert_eq!(report["summary"]["documents"], 1);
    assert!(
        report["files"]
            .as_array()
            .expect("a list")
            .iter()
            .any(|file| file["status"] == "skipped")
    );
}

#[test]
fn a_folder_of_ordinary_files_is_read_with_what_stands_beside_them() {
    let texts = folder("ordinary");
    file(
        &texts,
        "vademecum.toml",
        "title = \"Letters\"\nlanguages = [\"en\", \"fr\"]\n[fields]\nward = \"place\"\n",
    );
    file(&texts, "_corpus.yaml", "source: The archive\n");
    file(
        &texts,
        "a/index.html",
        "<title>One</title><nav><a href=x>Home</a></nav><p>The road to Homs was open.",
    );
    file(
        &texts,
        "b/index.html",
        "<title>Two</title><p>The road to Hama was closed.",
    );
    file(&texts, "b/index.meta.yaml", "author: Rim Haddad\n");
    file(
        &texts,
        "posts.csv",
        "id,body,ward\np1,The bridge is open.,north\n",
    );
    file(
        &texts,
        "film.srt",
        "1\n00:00:01,000 --> 00:00:02,000\nRIM: We crossed it.\n",
    );
    let report = json_of(&["check", text(&texts), "--format", "json"]);
    let files = report["files"].as_array().expect("a list");
    let statuses: Vec<&str> = files
        .iter()
        .filter_map(|file| file["status"].as_str())
        .collect();
    assert_eq!(statuses, ["read"; 4], "{report:#}");
    assert_eq!(files[1]["author"], "Rim Haddad");
    let index = folder("ordinary-out").join("x.vade");
    let out = output_of(&["build", text(&texts), "--index", text(&index)]);
    assert!(!out.contains("error"), "{out}");
    let inspected = output_of(&["inspect", text(&index)]);
    assert!(inspected.contains("Letters"), "{inspected}");
    let found = output_of(&["search", text(&index), "place:north bridge"]);
    assert!(found.contains("The bridge is open."), "{found}");
    let found = output_of(&["search", text(&index), "source:archive homs"]);
    assert!(found.contains("One") && !found.contains("Home"), "{found}");
}

#[test]
fn a_site_that_knows_its_address_has_a_sitemap_and_loses_it_without() {
    let texts = folder("sitemap");
    file(&texts, "a.md", "# The fall of Homs\n\nText.");
    let shell_folder = folder("sitemap-shell");
    shell(&shell_folder);
    let site = folder("sitemap-site");
    let build = |more: &[&str]| {
        let mut arguments = vec!["build", text(&texts), "-o", text(&site)];
        arguments.extend(["--shell", text(&shell_folder)]);
        arguments.extend(more);
        run(arguments).code
    };
    assert_eq!(build(&["--url", "https://example.org/below"]), 0);
    let sitemap = fs::read_to_string(site.join("sitemap.xml")).expect("written");
    assert!(sitemap.contains("<loc>https://example.org/below/text/a.html</loc>"));
    let page = fs::read_to_string(site.join("text/a.html")).expect("written");
    assert!(page.contains("href=\"https://example.org/below/text/a.html\""));
    assert!(page.contains("<meta name=\"citation_title\" content=\"The fall of Homs\">"));
    let icon = fs::read_dir(&site).expect("listed").filter_map(Result::ok);
    let mut icon = icon.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let icon = icon
        .find(|name| name.ends_with(".512.png"))
        .expect("an icon");
    let card = format!("<meta property=\"og:image\" content=\"https://example.org/below/{icon}\">");
    let index = fs::read_to_string(site.join("index.html")).expect("written");
    assert!(page.contains(&card) && index.contains(&card), "{card}");
    assert_eq!(build(&[]), 0);
    assert!(!site.join("sitemap.xml").exists());
    assert_eq!(build(&["--url", "example.org"]), 2);
}
