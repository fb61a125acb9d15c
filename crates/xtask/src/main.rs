//! `cargo xtask`: set-up, build, tests, sizes and releases of Vademecum.
//!
//! Standard library and `anyhow` only: this is compiled before anything else can happen.

mod bench;
mod chores;
mod content_policy;
mod dist;
mod doctor;
mod exports;
mod node;
mod own_files;
mod server;
mod shell;
mod size;
mod stamp;
mod steps;
mod style_sheet;
mod supply;
mod tools;
mod versions;
mod workspace;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::workspace::Workspace;

const USAGE: &str = "\
cargo xtask <command>

  run [--port N] [--no-trunk] [--no-serve]   build everything and serve the page of the seeds
  test [--quick]                             every check and test; --quick: none that need a browser
  build [--no-trunk]                         page shell, command-line tool, dist/, the single file
  deny                                       licences, sources, versions and advisories of what is built here (cargo-deny)
  dist                                       the command for others, its manual and completions, in target/dist
  size [PATH…]                               bytes of the page and of an index (default: the seeds), section by section
  bench [--peers] [--corpus k1,k10] [--rt]   the page in Chromium, --peers: beside others; --rt: on a busy machine, as root
  bench --micro                              the engine's parts, natively
  bench --views DIR [--rt]                   each further view of a hosted page in Chromium, cold and warm
  quality [OPTION…]                          how well the engine ranks on judged queries; --help lists the options
  score [OPTION…]                            precision and recall of the layers; --help lists the options
  serve DIR [--port N]                       serve a folder on this machine
  trunk ARGS…                                trunk with its tools: `cargo xtask trunk serve` for work on the page
  setup                                      install the tools and do nothing else
  doctor                                     which tools are wanted, which were found

--no-trunk packs dist/ with vademecum itself, so that trunk need not be compiled first";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match Call::read(words) {
        Ok(call) => match call.perform() {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("error: {error:#}");
                ExitCode::from(1)
            }
        },
        Err(error) => {
            eprintln!("error: {error:#}\n\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

/// One command line, read but not yet performed.
#[derive(Debug, PartialEq)]
enum Call {
    Setup,
    Doctor,
    Size {
        paths: Vec<String>,
    },
    Bench(bench::Options),
    Deny,
    Dist,
    Help,
    Build {
        with_trunk: bool,
    },
    Run {
        with_trunk: bool,
        serves: bool,
        port: Option<u16>,
    },
    Test {
        quick: bool,
    },
    Serve {
        folder: String,
        port: Option<u16>,
    },
    Trunk {
        arguments: Vec<String>,
    },
    Quality {
        arguments: Vec<String>,
    },
    Score {
        arguments: Vec<String>,
    },
}

impl Call {
    fn read(words: Vec<String>) -> Result<Self> {
        let first = words.split_first();
        match first.map(|(command, rest)| (command.as_str(), rest.to_vec())) {
            Some(("trunk", arguments)) => return Ok(Self::Trunk { arguments }),
            Some(("quality", arguments)) => return Ok(Self::Quality { arguments }),
            Some(("score", arguments)) => return Ok(Self::Score { arguments }),
            _ => {}
        }
        let mut words = Words(words);
        if words.flag("--help") || words.flag("-h") {
            return Ok(Self::Help);
        }
        let command = words.next().context("which command?")?;
        let call = match command.as_str() {
            "setup" => Self::Setup,
            "doctor" => Self::Doctor,
            "size" => Self::Size {
                paths: std::mem::take(&mut words.0),
            },
            "bench" => Self::Bench(bench::Options {
                micro: words.flag("--micro"),
                views: words.value("--views")?,
                peers: words.flag("--peers"),
                real_time: words.flag("--rt"),
                corpora: words
                    .value("--corpus")?
                    .unwrap_or_else(|| "k1,k10".to_owned()),
            }),
            "deny" => Self::Deny,
            "dist" => Self::Dist,
            "help" => Self::Help,
            "build" => Self::Build {
                with_trunk: !words.flag("--no-trunk"),
            },
            "run" => Self::Run {
                with_trunk: !words.flag("--no-trunk"),
                serves: !words.flag("--no-serve"),
                port: words.port()?,
            },
            "test" => Self::Test {
                quick: words.flag("--quick"),
            },
            "serve" => {
                let port = words.port()?;
                Self::Serve {
                    folder: words.next().context("serve which folder?")?,
                    port,
                }
            }
            other => bail!("no command is called {other}"),
        };
        match words.next() {
            Some(word) => bail!("{command} takes no {word}"),
            None => Ok(call),
        }
    }

    fn perform(self) -> Result<()> {
        let workspace = Workspace::find()?;
        match self {
            Self::Setup => chores::set_up(&workspace),
            Self::Doctor => doctor::report(&workspace),
            Self::Size { paths } => size::report(&workspace, &paths),
            Self::Bench(options) => bench::bench(&workspace, &options),
            Self::Deny => supply::check(&workspace),
            Self::Dist => chores::dist(&workspace),
            Self::Build { with_trunk } => chores::build(&workspace, with_trunk),
            Self::Run {
                with_trunk,
                serves,
                port,
            } => chores::build_and_serve(&workspace, with_trunk, port, serves),
            Self::Test { quick } => chores::test(&workspace, quick),
            Self::Serve { folder, port } => chores::serve(Path::new(&folder), port),
            Self::Trunk { arguments } => chores::call_trunk(&workspace, &arguments),
            Self::Quality { arguments } => chores::evaluate(&workspace, "evaluation", &arguments),
            Self::Score { arguments } => chores::evaluate(&workspace, "score", &arguments),
            Self::Help => {
                println!("{USAGE}");
                Ok(())
            }
        }
    }
}

/// The words of the command line that are not used up.
struct Words(Vec<String>);

impl Words {
    fn flag(&mut self, name: &str) -> bool {
        let place = self.0.iter().position(|word| word == name);
        place.is_some_and(|place| !self.0.remove(place).is_empty())
    }

    fn next(&mut self) -> Option<String> {
        (!self.0.is_empty()).then(|| self.0.remove(0))
    }

    fn value(&mut self, name: &str) -> Result<Option<String>> {
        let Some(place) = self.0.iter().position(|word| word == name) else {
            return Ok(None);
        };
        self.0.remove(place);
        if place == self.0.len() {
            bail!("{name} takes a value");
        }
        Ok(Some(self.0.remove(place)))
    }

    fn port(&mut self) -> Result<Option<u16>> {
        let Some(number) = self.value("--port")? else {
            return Ok(None);
        };
        let port = number
            .parse()
            .with_context(|| format!("{number} is not a port number"))?;
        Ok(Some(port))
    }
}

#[cfg(test)]
mod tests {
    use super::Call;

    fn read(line: &str) -> Option<Call> {
        Call::read(line.split_whitespace().map(str::to_owned).collect()).ok()
    }

    #[test]
    fn options_may_come_in_any_order() {
        let expected = Call::Run {
            with_trunk: false,
            serves: true,
            port: Some(9000),
        };
        assert_eq!(read("run --port 9000 --no-trunk"), Some(expected));
        let expected = Call::Serve {
            folder: "dist".to_owned(),
            port: Some(1),
        };
        assert_eq!(read("serve --port 1 dist"), Some(expected));
    }

    #[test]
    fn what_follows_quality_is_passed_on() {
        let expected = Call::Quality {
            arguments: vec!["--set".to_owned(), "k1=1.5".to_owned()],
        };
        assert_eq!(read("quality --set k1=1.5"), Some(expected));
    }

    #[test]
    fn what_follows_score_is_passed_on() {
        let expected = Call::Score {
            arguments: vec!["--errors".to_owned()],
        };
        assert_eq!(read("score --errors"), Some(expected));
    }

    #[test]
    fn the_benchmark_takes_its_corpora_by_name() {
        let expected = Call::Bench(super::bench::Options {
            micro: false,
            views: None,
            peers: true,
            real_time: false,
            corpora: "k1,k100".to_owned(),
        });
        assert_eq!(read("bench --corpus k1,k100 --peers"), Some(expected));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for line in [
            "",
            "fly",
            "run --fast",
            "test --port 80",
            "run --port",
            "run --port x",
            "bench k1",
            "bench --corpus",
            "serve",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
