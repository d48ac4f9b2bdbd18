//! The arguments of the command.

use super::csv::Table;
use langkinh::Date;
use lexopt::Arg::{Long, Short, Value};
use lexopt::ValueExt;
use std::ffi::OsString;

/// How to call the command.
pub const USAGE: &str = "\
Usage: langkinh [OPTIONS] FILE...
       langkinh [OPTIONS] --jsonl

Analyzes Vietnamese news and prints one line of JSON for each article, in order.

  FILE              a text in UTF-8, or in UTF-16 with a byte order mark; - is standard input:
                    {\"file\": ..., \"analysis\": {...}} or {\"file\": ..., \"error\": ...}
  --jsonl           reads lines {\"id\": ..., \"text\": ..., \"published\": DATE?} from standard input:
                    {\"id\": ..., \"analysis\": {...}} or {\"id\": ID or null, \"line\": n, \"error\": ...}
  --published DATE  day of publication, YYYY-MM-DD, where neither text nor line names one
  --csv TABLE       rows with a header instead of JSON: people, documents or mentions;
                    errors go to standard error
  --jobs N          articles at a time; as many as there are cores unless told
  --rules           prints the register of rules, one line of JSON for each: its name, its kind, what
                    it can begin with, why it marks (en, vi), an example; reads nothing
  --help, --version

An article has at most 256 MiB. Exit status: 0; 1 where an article could not be read or analyzed,
or where standard input or output is closed or fails; 2 for wrong arguments.
";

/// What was asked for.
pub enum Arguments {
    /// A text to print: help, version or the register of rules.
    Say(String),
    Do(Job),
}

/// What is wanted of each article.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// Day of publication, where neither text nor line names one.
    pub published: Option<Date>,
    /// Rows of this table instead of lines of JSON.
    pub table: Option<Table>,
}

/// Articles to analyze.
pub struct Job {
    pub from: From,
    pub wanted: Wanted,
    /// Articles at a time.
    pub jobs: usize,
}

/// Where the articles come from.
pub enum From {
    Files(Vec<OsString>),
    /// Lines of JSON on standard input.
    Lines,
}

/// Reads the arguments of this process; the error is a sentence for whoever typed them.
pub fn read() -> Result<Arguments, String> {
    parse(lexopt::Parser::from_env())
}

fn parse(mut parser: lexopt::Parser) -> Result<Arguments, String> {
    let (mut files, mut published, mut table, mut lines, mut jobs) = (Vec::new(), None, None, false, None);
    while let Some(argument) = parser.next().map_err(|e| e.to_string())? {
        match argument {
            Long("help") | Short('h') => return Ok(Arguments::Say(USAGE.into())),
            Long("version") | Short('V') => {
                return Ok(Arguments::Say(concat!("langkinh ", env!("CARGO_PKG_VERSION"), "\n").into()));
            }
            Long("rules") => return Ok(Arguments::Say(super::rules::json())),
            Long("jsonl") => lines = true,
            Long("published") => published = Some(date(&value(&mut parser)?)?),
            Long("csv") => table = Some(table_named(&value(&mut parser)?)?),
            Long("jobs") => jobs = Some(number(&value(&mut parser)?)?),
            Value(file) => files.push(file),
            other => return Err(other.unexpected().to_string()),
        }
    }
    let from = match (lines, files.is_empty()) {
        (true, true) => From::Lines,
        (true, false) => return Err("--jsonl reads standard input, not files".into()),
        (false, true) => return Err("no file given".into()),
        (false, false) => From::Files(files),
    };
    let jobs = jobs.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from));
    Ok(Arguments::Do(Job { from, wanted: Wanted { published, table }, jobs }))
}

/// What stands behind an option.
fn value(parser: &mut lexopt::Parser) -> Result<String, String> {
    parser.value().and_then(ValueExt::string).map_err(|e| e.to_string())
}

/// A day as `YYYY-MM-DD`.
pub fn date(iso: &str) -> Result<Date, String> {
    Date::parse(iso).ok_or_else(|| format!("\"{iso}\" is no day in the form YYYY-MM-DD"))
}

fn table_named(name: &str) -> Result<Table, String> {
    let tables = Table::ALL.map(Table::name).join(", ");
    Table::ALL.into_iter().find(|t| t.name() == name).ok_or_else(|| format!("no table \"{name}\"; there are {tables}"))
}

fn number(digits: &str) -> Result<usize, String> {
    let number = digits.parse().ok().filter(|n| (1..=1024).contains(n));
    number.ok_or_else(|| format!("\"{digits}\" is no number from 1 to 1024"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(arguments: &[&str]) -> String {
        match parse(lexopt::Parser::from_args(arguments)) {
            Ok(Arguments::Say(text)) => text,
            Ok(Arguments::Do(Job { from, wanted: Wanted { published, table }, jobs })) => {
                let from = match from {
                    From::Files(files) => format!("{files:?}"),
                    From::Lines => "lines".into(),
                };
                let table = table.map_or("json", Table::name);
                format!("{from} {} {table} {}", published.is_some(), if jobs == 3 { "3" } else { "all" })
            }
            Err(message) => format!("error: {message}"),
        }
    }

    #[test]
    fn every_way_to_call_it() {
        for (arguments, expected) in [
            (&["a.txt", "-", "b.txt"][..], r#"["a.txt", "-", "b.txt"] false json all"#),
            (&["--published", "2024-03-26", "a.txt"], r#"["a.txt"] true json all"#),
            (&["--published=2024-03-26", "--jsonl"], "lines true json all"),
            (&["--csv", "people", "--jobs=3", "a"], r#"["a"] false people 3"#),
            (&["--jsonl", "--csv=mentions"], "lines false mentions all"),
            (&["--", "--jsonl"], r#"["--jsonl"] false json all"#),
            (&["--jsonl", "a.txt"], "error: --jsonl reads standard input, not files"),
            (&[], "error: no file given"),
            (&["--published", "26/3/2024", "a"], "error: \"26/3/2024\" is no day in the form YYYY-MM-DD"),
            (&["--published"], "error: missing argument for option '--published'"),
            (&["--csv", "events", "a"], "error: no table \"events\"; there are people, documents, mentions"),
            (&["--jobs", "0", "a"], "error: \"0\" is no number from 1 to 1024"),
            (&["--jobs", "many", "a"], "error: \"many\" is no number from 1 to 1024"),
            (&["--xml"], "error: invalid option '--xml'"),
            (&["a", "--help"], USAGE),
        ] {
            assert_eq!(said(arguments), expected, "{arguments:?}");
        }
    }
}
