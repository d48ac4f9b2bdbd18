//! What each line is: title, byline, caption, site chrome; and what the article says about itself.
//!
//! First every line is looked at by itself ([`lines`]); then its place among the others decides ([`zones`]): what
//! stands before the first paragraph, between paragraphs, behind the last. Dates, names and sources are read from
//! the lines that turned out to hold them ([`dateline`], [`credits`], [`outlet`]); last comes the genre.

mod credits;
mod dateline;
mod furniture;
mod genre;
mod lines;
mod official;
mod outlet;
mod zones;

use crate::analysis::{Credit, Genre, ZoneKind};
use crate::calendar::Date;
use crate::text::{Reading, Stretch};
pub(crate) use official::Official;

/// What the layout of an article tells.
#[derive(Debug, Default)]
pub(crate) struct Layout {
    /// One for each of `reading.lines`, in order.
    pub zones: Vec<ZoneKind>,
    pub title: Option<Stretch>,
    pub kicker: Option<Stretch>,
    pub section: Option<Stretch>,
    pub lead: Option<Stretch>,
    /// Day of publication: as the text says, else as the caller says.
    pub published: Option<Date>,
    /// As the text says, ISO 8601: for `meta.published`.
    pub published_iso: Option<String>,
    pub credits: Vec<CreditLine>,
    /// Where the article was taken from, as the text names it.
    pub source: Option<String>,
    /// Canonical name of the paper, from its name, code or domain in the text.
    pub outlet: Option<&'static str>,
    /// Province code of that paper, where it is a provincial one.
    pub outlet_province: Option<&'static str>,
    pub views: Option<u64>,
    pub genre: Genre,
    /// The head of an official document pasted whole.
    pub official: Option<Official>,
    /// Who signs it, or a text without a head.
    pub signature: Option<official::Signature>,
}

/// Somebody who signs: the name alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CreditLine {
    pub name: Stretch,
    pub credit: Credit,
}

impl Layout {
    /// The zone of the line that holds the token.
    pub(crate) fn zone(&self, reading: &Reading, token: usize) -> ZoneKind {
        self.zones.get(reading.line_of(token)).copied().unwrap_or(ZoneKind::Body)
    }
}

/// Reads the layout. `published` is what the caller told, used where the text names no day.
pub(crate) fn read(reading: &Reading, published: Option<Date>) -> Layout {
    let lines = lines::look(reading);
    let mut zones = zones::decide(reading, &lines);
    let official = official::read(reading);
    if let Some(official) = &official {
        official.mark(&mut zones);
    }
    // without a head above it only `KT.` and the like tell a signature
    let signature = official::signature(reading, official.as_ref().map_or(0, |o| o.below));
    let signature = signature.filter(|s| official.is_some() || s.acting_for.is_some());
    let first = |zone: ZoneKind| zones.iter().position(|&z| z == zone).map(|i| reading.lines[i].tokens);
    let stamp = dateline::published(reading, &zones);
    let credits = credits::read(reading, &zones);
    let source = credits::source(reading, &zones);
    let outlet = outlet::of(reading, &zones);
    let mut layout = Layout {
        title: first(ZoneKind::Title).map(|t| furniture::unmarked(reading, t)),
        kicker: first(ZoneKind::Kicker).map(|k| without_colon(reading, furniture::unmarked(reading, k))),
        section: first(ZoneKind::Section),
        lead: first(ZoneKind::Lead),
        published: stamp.as_ref().map(|s| s.day).or(published),
        published_iso: stamp.map(|s| s.iso),
        credits,
        source,
        outlet: outlet.map(|o| o.name),
        outlet_province: outlet.and_then(|o| o.province),
        views: dateline::views(reading, &zones, &lines),
        genre: Genre::News,
        official,
        signature,
        zones,
    };
    layout.genre = genre::of(reading, &layout);
    layout
}

fn without_colon(reading: &Reading, line: Stretch) -> Stretch {
    let last = &reading[line.end - 1];
    let colon = line.len() > 1 && last.word == crate::w!(":");
    Stretch::new(line.start, line.end - usize::from(colon))
}
