//! What is said of one article.

use super::decode::Text;
use langkinh::{Analysis, Options, analysis::Warning};
use serde::Serialize;
use serde_json::value::RawValue;
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::Once;

/// One line of the output.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Answer<'a> {
    File { file: &'a str, analysis: &'a Analysis },
    FileError { file: &'a str, error: &'a str },
    Line { id: &'a RawValue, analysis: &'a Analysis },
    LineError { id: Option<&'a RawValue>, line: u64, error: &'a str },
}

impl Answer<'_> {
    /// Whether the article was analyzed.
    pub const fn is_analysis(&self) -> bool {
        matches!(self, Answer::File { .. } | Answer::Line { .. })
    }
}

/// Analyzes a text. A panic is a bug of ours; it becomes an error of this one article, which says where it was.
pub fn analyze(text: &Text, options: &Options) -> Result<Analysis, String> {
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
