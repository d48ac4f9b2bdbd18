//! What the command does: one line of JSON, or rows of a table, for every file or every line read, in order.
//!
//! The way of an article: [`input`] (a source) → [`answer`] (text, analysis, line) → the output. [`pipeline`] takes
//! many of them that way on all cores. Another program can talk with the command line by line: no answer waits for
//! the next line.

mod answer;
mod arguments;
mod article;
mod csv;
mod decode;
mod input;
mod pipeline;
mod progress;
mod rules;
mod standard;

use answer::Answer;
use arguments::{Arguments, From, Job, Wanted};
use input::Source;
use pipeline::{Event, Item};
use progress::Progress;
use std::io::{self, BufReader, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

/// Runs the command. Exit status: 0; 1 where an article could not be read or analyzed, or where standard input or
/// output is closed or fails; 2 for wrong arguments. A reader that goes away ends the run without a message.
pub fn main() -> ExitCode {
    let outcome = match arguments::read() {
        Ok(arguments) => standard::output().and_then(|out| match arguments {
            Arguments::Say(text) => write_all(out, &text),
            Arguments::Do(job) => run(job, out),
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
fn run(Job { from, wanted, jobs }: Job, out: impl Write) -> io::Result<bool> {
    match from {
        From::Files(names) => answer_all(input::files(names), wanted, jobs, out),
        From::Lines => {
            let lines = input::lines(BufReader::with_capacity(1 << 16, standard::input()?));
            answer_all(lines, wanted, jobs, out)
        }
    }
}

/// Answers every source in order, on `jobs` threads; whether every article was analyzed.
fn answer_all(
    sources: impl Iterator<Item = io::Result<Item<Source>>> + Send + 'static,
    wanted: Wanted,
    jobs: usize,
    out: impl Write,
) -> io::Result<bool> {
    let mut out = BufWriter::with_capacity(1 << 16, out);
    if let Some(table) = wanted.table {
        let mut header = Vec::new();
        table.write_header(&mut header);
        out.write_all(&header)?;
    }
    let mut all_well = true;
    let mut progress = Progress::new();
    let work = move |source| answer::of(source, wanted);
    let write = |event| match event {
        Event::Idle => out.flush(),
        Event::Answer(answer) => {
            let answer: Answer = answer;
            answer.write(&mut out)?;
            if let Answer::Untold(sentence) = &answer {
                progress.clear();
                complain(sentence);
            }
            all_well &= answer.is_analysis();
            progress.count(answer.is_analysis());
            Ok(())
        }
    };
    pipeline::run(sources, jobs, work, write)?;
    progress.end();
    Ok(all_well)
}

/// What `--jsonl` makes of an input, for the tests and the fuzzing.
#[cfg(any(test, fuzzing))]
pub fn answer_lines(input: Vec<u8>, jobs: usize, out: impl Write) -> io::Result<bool> {
    answer_all(input::lines(io::Cursor::new(input)), Wanted { published: None, table: None }, jobs, out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn lines(out: &[u8]) -> Vec<Value> {
        out.split(|&b| b == b'\n').filter(|l| !l.is_empty()).map(|l| serde_json::from_slice(l).unwrap()).collect()
    }

    /// What `--jsonl` makes of an input.
    fn of_lines(input: &str) -> Vec<Value> {
        let mut out = Vec::new();
        answer_lines(input.into(), 2, &mut out).unwrap();
        lines(&out)
    }

    #[test]
    fn a_panic_costs_one_article() {
        let lines = of_lines(
            "{\"id\": 1, \"text\": \"a\"}\n{\"id\": 2.0, \"text\": \"please panic\"}\n{\"id\": 3, \"text\": \"a\"}\n",
        );
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
        let names = || From::Files([&good, &bad, &good].map(|p| p.clone().into_os_string()).to_vec());
        let job = |table| Job { from: names(), wanted: Wanted { published: None, table }, jobs: 1 };
        let mut out = Vec::new();
        assert!(!run(job(None), &mut out).unwrap());
        let lines = lines(&out);
        assert_eq!(lines.iter().map(|l| l["analysis"].is_object()).collect::<Vec<_>>(), [true, false, true]);
        assert!(lines[1]["error"].as_str().unwrap().contains("asked to panic"));
        assert!(!run(job(Some(csv::Table::People)), io::sink()).unwrap());
        for path in [good, bad] {
            std::fs::remove_file(path).unwrap();
        }
    }
}
