//! Lăng Kính reads Vietnamese political and administrative news as an informed reader does.
//!
//! [`analyze`] takes an article and gives an [`Analysis`]: its layout, the entities where they stand, the
//! records they add up to, and its metrics. Data flows one way, a stage a line; nothing is global but the
//! lexicon, which never changes. Inside the crate positions are token indices; only [`Analysis`] speaks of
//! UTF-16 offsets.

#![forbid(unsafe_code)]
#![warn(missing_docs, unreachable_pub)]

pub mod analysis;
mod calendar;
mod checks;
mod entities;
mod layout;
mod lexicon;
mod limits;
mod metrics;
mod order;
mod records;
mod text;
#[cfg(target_family = "wasm")]
pub mod wasm;

pub use analysis::Analysis;

/// What the caller may tell the analyzer beside the text.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The day of publication, used where the text names none; never repeated in `meta.published`.
    pub published: Option<calendar::Date>,
    /// Keep only these kinds in `entities`; records and metrics stay whole. `None` keeps all.
    pub kinds: Option<Vec<analysis::Kind>>,
}

pub use calendar::Date;

/// Analyses one article. Any string is a valid text; the result's offsets are UTF-16 code units of `text`.
#[must_use]
pub fn analyze(text: &str, options: &Options) -> Analysis {
    let reading = text::read(text);
    let layout = layout::read(&reading, options.published);
    let mentions = entities::find(&reading, &layout);
    let records = records::resolve(&reading, &layout, mentions);
    let metrics = metrics::measure(&reading, &layout, &records);
    let checks = checks::run(&reading, &layout, &records);
    records::assemble(&reading, &layout, records, metrics, checks, options)
}

/// The examples of the README hold.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
