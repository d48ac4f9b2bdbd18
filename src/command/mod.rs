//! What the command does: one line of JSON for every file or every line read, in order, errors included.
//!
//! Articles are analysed one after another and each answer is written before the next is read, so that another
//! program can talk with the command line by line; who wants all cores runs it several times (`xargs -P`, `rdd.pipe`).

mod arguments;
mod decode;

use arguments::{Arguments, Job};
use langkinh::{Date, Options, analyze};
use serde::Deserialize;
use serde_json::{Value, json};
use std::io::{self, BufRead, ErrorKind, Read, Write};
use std::process::ExitCode;

/// Runs the command. Exit status: 0, 1 where an article could not be read or nothing could be written, 2 for wrong
/// arguments. A reader that goes away ends the run quietly.
pub fn main() -> ExitCode {
    let arguments = match arguments::read() {
        Ok(Arguments::Say(text)) => {
            // somebody who closes the pipe needs no help
            let _ = io::stdout().write_all(text.as_bytes());
            return ExitCode::SUCCESS;
        }
        Ok(Arguments::Do(job)) => job,
        Err(message) => {
            eprintln!("langkinh: {message}\n\n{}", arguments::USAGE);
            return ExitCode::from(2);
        }
    };
    let mut out = Output { to: io::stdout().lock(), failed: false };
    let written = match arguments {
        Job::Files { files, published } => analyze_files(&files, published, &mut out),
        Job::Lines { published } => analyze_lines(io::stdin().lock(), published, &mut out),
    };
    match written {
        Ok(()) => ExitCode::from(u8::from(out.failed)),
        Err(e) if e.kind() == ErrorKind::BrokenPipe => ExitCode::from(u8::from(out.failed)),
        Err(e) => {
            eprintln!("langkinh: {e}");
            ExitCode::FAILURE
        }
    }
}

/// Where the lines go, and whether one of them told of an error.
struct Output<W> {
    to: W,
    failed: bool,
}

impl<W: Write> Output<W> {
    /// Writes one answer at once, as one line.
    fn line(&mut self, answer: &Value) -> io::Result<()> {
        self.failed |= answer.get("error").is_some();
        let mut line = serde_json::to_vec(answer)?;
        line.push(b'\n');
        self.to.write_all(&line)?;
        self.to.flush()
    }
}

fn analyze_files(files: &[String], published: Option<Date>, out: &mut Output<impl Write>) -> io::Result<()> {
    let options = Options { published, ..Options::default() };
    for file in files {
        let text = bytes_of(file).map_err(|e| e.to_string()).and_then(decode::text);
        out.line(&match text {
            Ok(text) => json!({ "file": file, "analysis": analyze(&text, &options) }),
            Err(error) => json!({ "file": file, "error": error }),
        })?;
    }
    Ok(())
}

fn bytes_of(file: &str) -> io::Result<Vec<u8>> {
    if file != "-" {
        return std::fs::read(file);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// One article of `--jsonl`.
#[derive(Deserialize)]
struct Article {
    id: Value,
    text: String,
    published: Option<String>,
}

fn analyze_lines(mut from: impl BufRead, published: Option<Date>, out: &mut Output<impl Write>) -> io::Result<()> {
    let mut bytes = Vec::new();
    for number in 1u64.. {
        bytes.clear();
        let read = from.read_until(b'\n', &mut bytes);
        if matches!(read, Ok(0)) {
            break;
        }
        if read.is_ok() && bytes.trim_ascii().is_empty() {
            continue;
        }
        let article = read.map_err(|e| e.to_string()).and_then(|_| article(&bytes, published));
        let unreadable = article.is_err() && bytes.is_empty();
        out.line(&match article {
            Ok((article, options)) => json!({ "id": article.id, "analysis": analyze(&article.text, &options) }),
            Err(error) => json!({ "id": null, "line": number, "error": error }),
        })?;
        if unreadable {
            break;
        }
    }
    Ok(())
}

fn article(line: &[u8], published: Option<Date>) -> Result<(Article, Options), String> {
    let article: Article = serde_json::from_slice(line).map_err(|e| e.to_string())?;
    let published = match &article.published {
        Some(date) => Some(arguments::date(date)?),
        None => published,
    };
    Ok((article, Options { published, ..Options::default() }))
}
