//! The arguments of the command.

use langkinh::Date;
use lexopt::prelude::*;
use std::ffi::OsString;

/// How to call the command.
pub const USAGE: &str = "\
Usage: langkinh [--published DATE] FILE...
       langkinh [--published DATE] --jsonl

Analyzes Vietnamese news and prints one line of JSON for each article.

  FILE              a text in UTF-8, or in UTF-16 with a byte order mark; - is standard input:
                    {\"file\": ..., \"analysis\": {...}} or {\"file\": ..., \"error\": ...}
  --jsonl           reads lines {\"id\": ..., \"text\": ..., \"published\": DATE?} from standard input:
                    {\"id\": ..., \"analysis\": {...}} or {\"id\": ID or null, \"line\": n, \"error\": ...}
  --published DATE  day of publication, YYYY-MM-DD, where the text names none
  --help, --version

Exit status: 0; 1 where an article could not be read or analyzed, or where standard
input or output is closed or fails; 2 for wrong arguments.
";

/// What was asked for.
pub enum Arguments {
    /// A text to print: help or version.
    Say(String),
    Do(Job),
}

/// Articles to analyze.
pub enum Job {
    Files { files: Vec<OsString>, published: Option<Date> },
    Lines { published: Option<Date> },
}

/// Reads the arguments of this process; the error is a sentence for whoever typed them.
pub fn read() -> Result<Arguments, String> {
    parse(lexopt::Parser::from_env())
}

fn parse(mut parser: lexopt::Parser) -> Result<Arguments, String> {
    let (mut files, mut published, mut lines) = (Vec::new(), None, false);
    while let Some(argument) = parser.next().map_err(|e| e.to_string())? {
        match argument {
            Long("help") | Short('h') => return Ok(Arguments::Say(USAGE.into())),
            Long("version") | Short('V') => {
                return Ok(Arguments::Say(concat!("langkinh ", env!("CARGO_PKG_VERSION"), "\n").into()));
            }
            Long("jsonl") => lines = true,
            Long("published") => {
                let value = parser.value().and_then(ValueExt::string).map_err(|e| e.to_string())?;
                published = Some(date(&value)?);
            }
            Value(file) => files.push(file),
            other => return Err(other.unexpected().to_string()),
        }
    }
    match (lines, files.is_empty()) {
        (true, true) => Ok(Arguments::Do(Job::Lines { published })),
        (true, false) => Err("--jsonl reads standard input, not files".into()),
        (false, true) => Err("no file given".into()),
        (false, false) => Ok(Arguments::Do(Job::Files { files, published })),
    }
}

/// A day as `YYYY-MM-DD`.
pub fn date(iso: &str) -> Result<Date, String> {
    Date::parse(iso).ok_or_else(|| format!("\"{iso}\" is no day in the form YYYY-MM-DD"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(arguments: &[&str]) -> String {
        match parse(lexopt::Parser::from_args(arguments)) {
            Ok(Arguments::Say(text)) => text,
            Ok(Arguments::Do(Job::Files { files, published })) => format!("{files:?} {}", published.is_some()),
            Ok(Arguments::Do(Job::Lines { published })) => format!("lines {}", published.is_some()),
            Err(message) => format!("error: {message}"),
        }
    }

    #[test]
    fn every_way_to_call_it() {
        for (arguments, expected) in [
            (&["a.txt", "-", "b.txt"][..], r#"["a.txt", "-", "b.txt"] false"#),
            (&["--published", "2024-03-26", "a.txt"], r#"["a.txt"] true"#),
            (&["--published=2024-03-26", "--jsonl"], "lines true"),
            (&["--", "--jsonl"], r#"["--jsonl"] false"#),
            (&["--jsonl", "a.txt"], "error: --jsonl reads standard input, not files"),
            (&[], "error: no file given"),
            (&["--published", "26/3/2024", "a"], "error: \"26/3/2024\" is no day in the form YYYY-MM-DD"),
            (&["--published"], "error: missing argument for option '--published'"),
            (&["--xml"], "error: invalid option '--xml'"),
            (&["a", "--help"], USAGE),
        ] {
            assert_eq!(said(arguments), expected, "{arguments:?}");
        }
    }
}
