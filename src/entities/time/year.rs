//! Years with their word: `[năm 2021]`, `năm nay`, `[cuối năm 2011]`, `[năm Giáp Thìn]`.

use super::figures::{ends_here, year_number};
use super::{FoundPoint, Part, Point};
use crate::entities::cursor::Cursor;
use crate::lexicon::columns::lunar_years;
use crate::lexicon::{Class, Table};
use crate::text::Reading;
use crate::w;

/// `[năm 2021]`, `năm nay`, `năm ngoái`.
pub(super) fn year_word(reading: &Reading, at: usize) -> Option<(usize, Part)> {
    let c = Cursor::new(reading, at).any(&[w!("năm")])?;
    if let Some((c, year)) = c.read(year_number) {
        return Some((c.at(), Part::Given(year)));
    }
    if let Some((c, year)) = c.read(cycle_year) {
        return Some((c.at(), year));
    }
    let (c, by) = c
        .any(&[w!("nay")])
        .map(|c| (c, 0))
        .or_else(|| Some((c.any(&[w!("ngoái"), w!("trước")])?, -1)))
        .or_else(|| Some((c.any(&[w!("tới"), w!("sau")]).filter(|c| ends_here(reading, c.at()))?, 1)))?;
    Some((c.at(), Part::Shift(by)))
}

/// A year with its word: `[năm 2021]`, `[cuối năm 2011]`, `năm nay`.
pub(super) fn year(reading: &Reading, at: usize) -> FoundPoint {
    let start = Cursor::new(reading, at);
    let from = start.maybe(|c| c.class(Class::PartOfPeriod));
    let part = from.at() > at;
    let (c, year) = from.read(year_word)?;
    // `năm trước`, `năm sau` alone compare any two years; a count before `năm` makes it a span
    let vague = Class::VagueYear.has(reading.word(c.at() - 1));
    let compared = start.back(1) == w!("với");
    let counted = at > 0 && !part && matches!(year, Part::Shift(_)) && is_count(reading, at - 1);
    (!counted && (!vague || part || compared)).then_some((c.at(), Point { year, ..Point::default() }))
}

/// `Giáp Thìn`: a year by its name in the lunar cycle.
pub(super) fn cycle_year(reading: &Reading, at: usize) -> Option<(usize, Part)> {
    let (c, hit) = Cursor::new(reading, at).hit(Table::LunarYears).filter(|_| reading[at].is_capital())?;
    let year = lunar_years::YEAR.of(hit.row).parse().ok()?;
    Some((c.at(), Part::Cycle(year)))
}

/// A number or a word for many, so that the unit behind it is counted.
fn is_count(reading: &Reading, at: usize) -> bool {
    reading[at].is_number() || Class::Many.has(reading.word(at)) || reading.hits.longest(at, Table::Numerals).is_some()
}
