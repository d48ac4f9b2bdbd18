//! What the command does: one line of JSON for every file or every line read, in order, errors included.
//!
//! Articles are analyzed one after another and each answer is written before the next is read, so that another
//! program can talk with the command line by line; who wants all cores runs it several times (`xargs -P`, `rdd.pipe`).

mod answer;
mod arguments;
mod article;
mod decode;
mod standard;

use answer::Answer;
use arguments::{Arguments, Job};
use langkinh::{Date, Options};
use std::ffi::OsStr;
use std::io::{self, BufRead, ErrorKind, Write};
use std::process::ExitCode;

/// Runs the command. Exit status: 0; 1 where an article could not be read or analyzed, or where standard input or
/// output is closed or fails; 2 for wrong arguments. A reader that goes away ends the run without a message.
pub fn main() -> ExitCode {
    let outcome = match arguments::read() {
        Ok(arguments) => standard::output().and_then(|out| match arguments {
            Arguments::Say(text) => write_all(out, &text),
            Arguments::Do(job) => run(&job, out),
        }),
        Err(message) => {
            complain(&format!("{message}\n\n{}", arguments::USAGE));
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(all_well) => ExitCode::from(u8::from(!all_well)),
        Err(e) => {
            if e.kind() != ErrorKind::BrokenPipe {
                complain(&e.to_string());
            }
            ExitCode::FAILURE
        }
    }
}

fn write_all(mut out: impl Write, text: &str) -> io::Result<bool> {
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(true)
}

/// A sentence for whoever called the command. Where nobody can hear it, it is lost: that is no error of its own.
fn complain(sentence: &str) {
    let _ = writeln!(io::stderr(), "langkinh: {sentence}");
}

/// Does the job; whether every article was analyzed.
fn run(job: &Job, out: impl Write) -> io::Result<bool> {
    let mut out = Output { to: out, all_well: true };
    match job {
        Job::Files { files, published } => {
            for file in files {
                analyze_file(file, *published, &mut out)?;
            }
        }
        Job::Lines { published } => analyze_lines(standard::input()?, *published, &mut out)?,
    }
    Ok(out.all_well)
}

/// Where the answers go, and whether all of them hold an analysis.
struct Output<W> {
    to: W,
    all_well: bool,
}

impl<W: Write> Output<W> {
    /// Writes one answer at once, as one line.
    fn answer(&mut self, answer: &Answer) -> io::Result<()> {
        self.all_well &= answer.is_analysis();
        serde_json::to_writer(&mut self.to, answer)?;
        self.to.write_all(b"\n")?;
        self.to.flush()
    }
}

fn analyze_file(name: &OsStr, published: Option<Date>, out: &mut Output<impl Write>) -> io::Result<()> {
    let text = decode::file(name);
    let analysis = text.and_then(|text| answer::analyze(&text, &Options { published, ..Options::default() }));
    let file = &name.to_string_lossy();
    out.answer(&match &analysis {
        Ok(analysis) => Answer::File { file, analysis },
        Err(error) => Answer::FileError { file, error },
    })
}

fn analyze_lines(mut from: impl BufRead, published: Option<Date>, out: &mut Output<impl Write>) -> io::Result<()> {
    let mut bytes = Vec::new();
    for line in 1.. {
        bytes.clear();
        if from.read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
        let bytes = bytes.strip_prefix(decode::BYTE_ORDER_MARK).unwrap_or(&bytes);
        if bytes.trim_ascii().is_empty() {
            continue;
        }
        let (id, article) = article::read(bytes);
        let analysis = article.and_then(|article| {
            let published = article.published.or(published);
            answer::analyze(&article.text, &Options { published, ..Options::default() })
        });
        let id = id.as_deref();
        out.answer(&match (id, &analysis) {
            (Some(id), Ok(analysis)) => Answer::Line { id, analysis },
            (id, Err(error)) => Answer::LineError { id, line, error },
            (None, Ok(_)) => unreachable!("an article without an id is an error"),
        })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn lines(out: &[u8]) -> Vec<Value> {
        out.split(|&b| b == b'\n').filter(|l| !l.is_empty()).map(|l| serde_json::from_slice(l).unwrap()).collect()
    }

    #[test]
    fn a_panic_costs_one_article() {
        let input =
            "{\"id\": 1, \"text\": \"a\"}\n{\"id\": 2.0, \"text\": \"please panic\"}\n{\"id\": 3, \"text\": \"a\"}\n";
        let mut out = Output { to: Vec::new(), all_well: true };
        analyze_lines(input.as_bytes(), None, &mut out).unwrap();
        let lines = lines(&out.to);
        assert!(!out.all_well);
        assert!(lines[0]["analysis"].is_object() && lines[2]["analysis"].is_object());
        let error = lines[1]["error"].as_str().unwrap();
        assert!(error.contains("asked to panic (src/command/answer.rs:"), "{error}");
        assert_eq!((lines[1]["id"].to_string(), &lines[1]["line"]), ("2.0".into(), &Value::from(2)));
    }

    #[test]
    fn a_panic_costs_one_file() {
        let path = |name: &str| std::env::temp_dir().join(format!("langkinh-{}-{name}", std::process::id()));
        let (good, bad) = (path("good"), path("bad"));
        std::fs::write(&good, "a").unwrap();
        std::fs::write(&bad, "please panic").unwrap();
        let files = [&good, &bad, &good].map(|p| p.clone().into_os_string()).to_vec();
        let mut out = Vec::new();
        assert!(!run(&Job::Files { files, published: None }, &mut out).unwrap());
        let lines = lines(&out);
        assert_eq!(lines.iter().map(|l| l["analysis"].is_object()).collect::<Vec<_>>(), [true, false, true]);
        assert!(lines[1]["error"].as_str().unwrap().contains("asked to panic"));
        for path in [good, bad] {
            std::fs::remove_file(path).unwrap();
        }
    }
}
