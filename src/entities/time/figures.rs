//! Dates and years in figures: `[5/3/2021]`, `[15-9-2021]`, `[05.03.2021]`, `[2025-03-31]`, `26/3`.

use super::{FoundPoint, Part, Point};
use crate::entities::numeral::small;
use crate::lexicon::Table;
use crate::text::Reading;
use crate::w;

/// `2021`, where a year is looked for.
pub(super) fn year_number(reading: &Reading, at: usize) -> Option<(usize, i32)> {
    let year = small(reading, at, 4).filter(|y| (1000..2200).contains(y))?;
    let continues = reading.tokens.get(at + 1).is_some_and(|t| {
        !t.spaced && ([w!("/"), w!("."), w!(":")].contains(&t.word) && next_glued(reading, at + 1) || t.is_word())
    });
    (!continues).then_some((at + 1, year as i32))
}

/// A date with all of day, month and year in figures.
pub(super) fn full_date(reading: &Reading, at: usize) -> FoundPoint {
    date_figures(reading, at).filter(|(_, d)| matches!(d.year, Part::Given(_))).or_else(|| iso_date(reading, at))
}

/// `[2025-03-31]`, `[2019/04/26]`, as some papers date their articles.
fn iso_date(reading: &Reading, at: usize) -> FoundPoint {
    let year = small(reading, at, 4).filter(|y| (1000..2200).contains(y))?;
    let mark = reading.word(at + 1);
    let dash = |i: usize| reading.word(i) == mark && glued(reading, i) && glued(reading, i + 1);
    let (month, day) = (small(reading, at + 2, 2)?, small(reading, at + 4, 2)?);
    let ends = !glued(reading, at + 5) || !reading[at + 5].is_number() && reading.word(at + 5) != w!("-");
    let fits = [w!("-"), w!("/")].contains(&mark)
        && dash(at + 1)
        && dash(at + 3)
        && ends
        && (1..=12).contains(&month)
        && (1..=31).contains(&day);
    fits.then(|| (at + 5, dated(day, month, Part::Given(year as i32))))
}

/// `[5/3/2021]`, `[15-9-2021]`, `[05.03.2021]`, `26/3`.
pub(super) fn date_figures(reading: &Reading, at: usize) -> FoundPoint {
    figures(reading, at, false)
}

/// The same; `named` where a word says that it is a day, so that `3.6` is one too.
pub(super) fn figures(reading: &Reading, at: usize, named: bool) -> FoundPoint {
    let day = small(reading, at, 2)?;
    let mark = reading.word(at + 1);
    if let Some(spaced) = spaced_figures(reading, at, day, named) {
        return Some(spaced);
    }
    if ![w!("/"), w!("-"), w!(".")].contains(&mark) || !glued(reading, at + 1) {
        return None;
    }
    // `[15/ 10/2021]` happens where a year follows
    let month = small(reading, at + 2, 2).filter(|_| reading.same_line(at, at + 2))?;
    let tight = glued(reading, at + 2);
    if reading.word(at + 3) == mark && glued(reading, at + 3) {
        let year = small(reading, at + 4, 4).filter(|_| reading.same_line(at, at + 4));
        let width = reading.tokens.get(at + 4).map_or(0, |t| t.end - t.start);
        let ends = !reading.tokens.get(at + 5).is_some_and(|t| {
            let range = t.word == w!("-") && range_follows(reading, at + 6);
            !t.spaced && (t.is_word() || [w!("/"), w!("-")].contains(&t.word) && next_glued(reading, at + 5) && !range)
        });
        return match (year, width) {
            (Some(year), 4) if ends && (1000..2200).contains(&year) => {
                Some((at + 5, dated(day, month, Part::Given(year as i32))))
            }
            _ => None,
        };
    }
    let plausible = (1..=31).contains(&day) && (1..=12).contains(&month);
    let continues = reading.tokens.get(at + 3).is_some_and(|t| {
        !t.spaced
            && (t.is_word()
                || [w!("/"), w!("."), w!("%"), w!(",")].contains(&t.word) && next_glued(reading, at + 3)
                || t.word == w!("%")
                || t.word == w!("-") && glued(reading, at + 4) && !range_follows(reading, at + 4))
    });
    (tight && plausible && !continues && (named || mark != w!("."))).then(|| (at + 3, dated(day, month, Part::Missing)))
}

/// `[12 / 3 / 2024]`, and behind `ngày` also `[ngày 12 - 3 - 2024]`, as word segmenters and old typewriters space them:
/// with all three parts there is nothing else it could be.
fn spaced_figures(reading: &Reading, at: usize, day: u32, named: bool) -> FoundPoint {
    let mark = reading.word(at + 1);
    let marked = mark == w!("/") || named && mark == w!("-");
    if !marked || reading.word(at + 3) != mark || !reading.same_line(at, at + 4) {
        return None;
    }
    let spaced = |i: usize| reading.tokens.get(i).is_some_and(|t| t.spaced);
    let apart = (at + 1..at + 5).all(spaced);
    let month = small(reading, at + 2, 2).filter(|month| (1..=12).contains(month))?;
    let year = small(reading, at + 4, 4).filter(|year| (1900..2100).contains(year))?;
    let part = reading.tokens.get(at + 5).is_some_and(|t| !t.spaced && t.is_word());
    (apart && !part && (1..=31).contains(&day)).then(|| (at + 5, dated(day, month, Part::Given(year as i32))))
}

/// A date stands here, as the other end of `từ [5/3-7/3]`.
fn range_follows(reading: &Reading, at: usize) -> bool {
    small(reading, at, 2).is_some() && [w!("/"), w!(".")].contains(&reading.word(at + 1))
}

fn dated(day: u32, month: u32, year: Part) -> Point {
    Point { year, month: Part::Given(month as i32), day: Part::Given(day as i32), ..Point::default() }
}

pub(super) fn glued(reading: &Reading, at: usize) -> bool {
    !reading[at].spaced
}

pub(super) fn next_glued(reading: &Reading, at: usize) -> bool {
    reading.tokens.get(at + 1).is_some_and(|t| !t.spaced && !t.is_mark())
}

/// Nothing that `tới` could lead to follows.
pub(super) fn ends_here(reading: &Reading, at: usize) -> bool {
    !reading.same_line(at.saturating_sub(1), at)
        || reading[at].is_mark() && ![w!("("), w!("\"")].contains(&reading.word(at))
        || [w!("đây"), w!("và"), w!("sẽ")].contains(&reading.word(at))
}

/// `[T9/2025]`, `[Q3/2025]`, `[Q.4/2024]`: a capital letter, a number and its year; without the year it could be
/// anything.
pub(super) fn lettered(reading: &Reading, at: usize, letter: u32) -> Option<(usize, i32, i32)> {
    if reading.word(at) != letter || !reading[at].is_capital() {
        return None;
    }
    let from = at + 1 + usize::from(reading.word(at + 1) == w!(".") && glued(reading, at + 1));
    let number = small(reading, from, 2).filter(|_| glued(reading, from))?;
    let (end, year) = slash_year(reading, from + 1)?;
    Some((end, number as i32, year))
}

/// `/2025` or `-2025` right behind.
pub(super) fn slash_year(reading: &Reading, at: usize) -> Option<(usize, i32)> {
    let slash = [w!("/"), w!("-")].contains(&reading.word(at)) && glued(reading, at) && glued(reading, at + 1);
    year_number(reading, at + 1).filter(|(_, year)| slash && (1900..2200).contains(year))
}

/// What follows is counted, so the figures before it are no date: `[3/7 công trình]`.
pub(super) fn counts_something(reading: &Reading, at: usize) -> bool {
    if !reading.same_line(at.saturating_sub(1), at) {
        return false;
    }
    let hits = reading.hits.at(at);
    hits.iter().any(|h| matches!(h.table, Table::Units | Table::Countables))
        || [w!("số"), w!("tổng"), w!("lần"), w!("%")].contains(&reading.word(at))
}
