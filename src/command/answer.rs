//! From a source to its answer.

use super::arguments::Wanted;
use super::article::{self, Article};
use super::decode::{self, Text};
use super::input::Source;
use langkinh::{Analysis, Options, analysis::Warning};
use serde::Serialize;
use serde_json::value::RawValue;
use std::cell::Cell;
use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::Once;

/// An answer on its way to the output.
pub enum Answer {
    /// As it is to be written: lines of JSON or rows.
    Written { bytes: Vec<u8>, is_analysis: bool },
    /// A long text: its JSON is written straight into the output, since it would take as much memory again.
    Whole { label: Label, analysis: Box<Analysis> },
    /// An error where rows are wanted, which is none of them: the article and a sentence.
    Untold(String),
}

/// Bytes of a text from which on its JSON goes straight into the output.
const LONG: usize = 1 << 20;

/// What an answer says of where its article came from.
pub enum Label {
    File(String),
    Line(Option<Box<RawValue>>, u64),
}

/// Reads and analyzes an article.
pub fn of(source: Source, wanted: Wanted) -> Answer {
    let (label, text) = match source {
        Source::File { name, bytes } => {
            let article = bytes.and_then(decode::text).map(|text| Article { text, published: None });
            (Label::File(name), article)
        }
        Source::Line { number, bytes: Ok(bytes) } => {
            let (id, article) = article::read(&bytes);
            (Label::Line(id, number), article)
        }
        Source::Line { number, bytes: Err(error) } => (Label::Line(None, number), Err(error)),
    };
    let analyzed = text.and_then(|Article { text, published }| {
        let options = Options { published: published.or(wanted.published), ..Options::default() };
        analyze(&text, &options).map(|analysis| (text.text, analysis))
    });
    match (analyzed, wanted.table) {
        (Ok((text, analysis)), Some(table)) => {
            let mut bytes = Vec::new();
            table.write(&label.name(), &text, &analysis, &mut bytes);
            Answer::Written { bytes, is_analysis: true }
        }
        (Ok((text, analysis)), None) if text.len() >= LONG => Answer::Whole { label, analysis: Box::new(analysis) },
        (Ok((_, analysis)), None) => Answer::written(&label, Ok(&analysis)),
        (Err(error), Some(_)) => Answer::Untold(format!("{}: {error}", label.name())),
        (Err(error), None) => Answer::written(&label, Err(&error)),
    }
}

impl Answer {
    fn written(label: &Label, outcome: Result<&Analysis, &str>) -> Self {
        let mut bytes = Vec::new();
        write_line(label, outcome, &mut bytes).expect("memory takes whatever is written to it");
        Self::Written { bytes, is_analysis: outcome.is_ok() }
    }

    /// Whether the article was analyzed.
    pub const fn is_analysis(&self) -> bool {
        matches!(self, Self::Written { is_analysis: true, .. } | Self::Whole { .. })
    }

    /// Writes what belongs into the output.
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Written { bytes, .. } => out.write_all(bytes),
            Self::Whole { label, analysis } => write_line(label, Ok(analysis), out),
            Self::Untold(_) => Ok(()),
        }
    }
}

impl Label {
    /// The file, or the id as it was written, or the number of the line.
    fn name(&self) -> String {
        match self {
            Self::File(name) => name.clone(),
            Self::Line(Some(id), _) => id.get().into(),
            Self::Line(None, number) => format!("line {number}"),
        }
    }
}

/// One line of the output.
#[derive(Serialize)]
#[serde(untagged)]
enum Line<'a> {
    OfFile { file: &'a str, analysis: &'a Analysis },
    FileError { file: &'a str, error: &'a str },
    Numbered { id: Option<&'a RawValue>, analysis: &'a Analysis },
    NumberedError { id: Option<&'a RawValue>, line: u64, error: &'a str },
}

fn write_line(label: &Label, outcome: Result<&Analysis, &str>, out: &mut impl Write) -> io::Result<()> {
    let line = match (label, outcome) {
        (Label::File(file), Ok(analysis)) => Line::OfFile { file, analysis },
        (Label::File(file), Err(error)) => Line::FileError { file, error },
        (Label::Line(id, _), Ok(analysis)) => Line::Numbered { id: id.as_deref(), analysis },
        (&Label::Line(ref id, line), Err(error)) => Line::NumberedError { id: id.as_deref(), line, error },
    };
    serde_json::to_writer(&mut *out, &line)?;
    out.write_all(b"\n")
}

/// Analyzes a text. A panic is a bug of ours; it becomes an error of this one article, which says where it was.
fn analyze(text: &Text, options: &Options) -> Result<Analysis, String> {
    let mut analysis = caught(|| {
        #[cfg(any(test, langkinh_panic))] // only where it is tested what a panic does
        assert!(text.text != "please panic", "asked to panic");
        langkinh::analyze(&text.text, options)
    })?;
    if text.has_lone_surrogates {
        analysis.warnings.push(Warning::lone_surrogates());
    }
    Ok(analysis)
}

thread_local! {
    /// Whether a panic of this thread is caught.
    static IS_CAUGHT: Cell<bool> = const { Cell::new(false) };
    /// The message of the panic that was caught last.
    static MESSAGE: Cell<String> = const { Cell::new(String::new()) };
}

fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let loud = panic::take_hook();
        panic::set_hook(Box::new(move |info| if IS_CAUGHT.get() { MESSAGE.set(told(info)) } else { loud(info) }));
    });
    IS_CAUGHT.set(true);
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    IS_CAUGHT.set(false);
    done.map_err(|_| MESSAGE.take())
}

fn told(info: &PanicHookInfo) -> String {
    let payload = info.payload();
    let message = payload.downcast_ref::<&str>().copied().or(payload.downcast_ref::<String>().map(String::as_str));
    let message = message.unwrap_or("a panic without a message");
    let place = info.location().map(|at| format!(" ({}:{})", at.file(), at.line())).unwrap_or_default();
    format!("the analysis failed, which is a bug: {message}{place}")
}
