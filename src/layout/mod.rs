//! What each line is: title, byline, caption, site chrome; and what the article says about itself.

use crate::analysis::{Credit, Genre, ZoneKind};
use crate::calendar::Date;
use crate::text::{Reading, Stretch};

/// What the layout of an article tells.
#[derive(Debug, Default)]
pub struct Layout {
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
    pub source: Option<Stretch>,
    /// Canonical name of the paper, from its name, code or domain in the text.
    pub outlet: Option<&'static str>,
    /// Province code of that paper, where it is a provincial one.
    pub outlet_province: Option<&'static str>,
    pub views: Option<u64>,
    pub genre: Genre,
}

/// Somebody who signs: the name alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CreditLine {
    pub name: Stretch,
    pub credit: Credit,
}

impl Layout {
    /// The zone of the line that holds the token.
    pub fn zone(&self, reading: &Reading, token: usize) -> ZoneKind {
        self.zones.get(reading.line_of(token)).copied().unwrap_or(ZoneKind::Body)
    }
}

/// Reads the layout. `published` is what the caller told, used where the text names no day.
pub fn read(reading: &Reading, published: Option<Date>) -> Layout {
    Layout { zones: vec![ZoneKind::Body; reading.lines.len()], published, ..Layout::default() }
}
