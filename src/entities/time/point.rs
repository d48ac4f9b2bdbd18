//! The point of time that begins at a token, and figures that are one only by what stands around them.

use super::clock::{clock, clock_and_day, day_and_clock};
use super::day::{dated_month, same_day_again, tet_day};
use super::figures::{counts_something, date_figures, figures, glued, year_number};
use super::month::{aside, month, year_tail};
use super::year::{cycle_year, year};
use super::{FoundPoint, Part, Point};
use crate::entities::numeral::small;
use crate::lexicon::{Class, Table};
use crate::text::Reading;
use crate::w;

/// The point of time that begins at this token. `listed`: it carries on a list or a range, so that a bare number
/// of a year or a bare `6/3` may stand.
pub(super) fn point(reading: &Reading, at: usize, listed: bool) -> FoundPoint {
    let (end, mut point) = clock_and_day(reading, at)
        .or_else(|| day_and_clock(reading, at))
        .or_else(|| month(reading, at).filter(|(_, m)| m.year != Part::Missing || !is_counted(reading, at)))
        .or_else(|| super::period::quarter(reading, at))
        .or_else(|| year(reading, at))
        .or_else(|| bare(reading, at, listed))?;
    let end = aside(reading, end, &mut point);
    Some((same_day_again(reading, end, &point), point))
}

/// A number stands before: `[10 tháng]` counts months, where no year follows.
fn is_counted(reading: &Reading, at: usize) -> bool {
    reading.before(at).is_number()
        || reading.word(at) == w!("tháng") && reading.hits_before(at).any(|h| h.table == Table::Numerals)
}

/// The point is a bare year, which is a time only in a range or a list.
pub(super) fn is_bare(reading: &Reading, at: usize, point: &Point) -> bool {
    reading[at].is_number()
        && point.month == Part::Missing
        && point.day == Part::Missing
        && point.clock.is_none()
        && matches!(point.year, Part::Given(_))
        && !awaits_year(reading, at)
        && !stands_alone(reading, at)
}

/// A bare year that its neighbors tell: `(2013)`, `SN 1996`, `từ 1992 đến nay`.
fn stands_alone(reading: &Reading, at: usize) -> bool {
    let before = reading.word_before(at, 1);
    let modern = small(reading, at, 4).is_some_and(|y| (1900..2100).contains(&y));
    modern
        && (before == w!("(") && reading.word(at + 1) == w!(")")
            || [w!("sn"), w!("sinh")].contains(&before)
            || before == w!("từ") && reading.seq(at + 1, &[w!("đến"), w!("nay")])
            || is_birth_cell(reading, at))
}

/// The year fills a cell, and a name one of the three before it: the year of birth in a list of people.
fn is_birth_cell(reading: &Reading, at: usize) -> bool {
    let alone = !reading.same_line(at, at + 1) && at.checked_sub(1).is_none_or(|b| !reading.same_line(b, at));
    let line = reading.line(at);
    if !alone || line.len() < 3 {
        return false;
    }
    let mut end = at;
    for _ in 0..3 {
        let border = [w!("|"), w!(","), w!(";")].contains(&reading.word_before(end, 1));
        end -= usize::from(border && end > line.start);
        let cell = (line.start..end).rev().take(8).take_while(|&i| reading.same_line(i, end - 1)).last();
        let Some(start) = cell else { return false };
        let address = reading.hits.longest(start, Table::Honorifics).map_or(start, |h| h.end as usize);
        let words = |from: usize| reading[from..end].iter().all(|t| t.is_word() && t.is_capital());
        let family = |from: usize| reading.hits.longest(from, Table::Surnames).is_some();
        if [start, address].into_iter().any(|from| from + 1 < end && words(from) && family(from)) {
            return true;
        }
        end = start;
    }
    false
}

/// A word that a bare year goes with stands before: `Tết [Kỷ Hợi 2019]`, `tầm nhìn 2045`.
pub(super) fn awaits_year(reading: &Reading, at: usize) -> bool {
    let named = reading.hits_before(at).any(|h| h.table == Table::LunarYears);
    let outlook = reading.word_before(at, 1) == w!("đến") && reading.word_before(at, 2) == w!("nhìn");
    let feast = outlook || Class::YearLead.has(reading.word_before(at, 1));
    (named || feast) && reading.before(at).is_word()
}

/// The name of a day stands before, up to eight words back: `Ngày Nhà giáo Việt Nam 20/11`, `Quốc khánh 2/9`.
fn follows_feast(reading: &Reading, at: usize) -> bool {
    (at.saturating_sub(8)..at)
        .rev()
        .take_while(|&i| reading.same_line(i, at) && (reading[i].is_word() || reading.word(i) == w!("-")))
        .any(|i| Class::Feast.has(reading.word(i)))
}

/// `[Thông tư 12/2024]`: the number and year of a document, where its type stands before.
fn is_number_of_document(reading: &Reading, at: usize) -> bool {
    reading.hits_before(at).any(|h| h.table == Table::DocTypes)
}

/// `đến 2/3 chiều cao`: a part of a whole that a small noun names.
fn is_part(reading: &Reading, at: usize, end: usize) -> bool {
    let (Some(part), Some(whole)) = (small(reading, at, 1), small(reading, at + 2, 2)) else { return false };
    let noun = reading.tokens.get(end).is_some_and(|t| t.is_word() && !t.is_capital() && reading.same_line(at, end));
    let grammatical = reading
        .hits
        .at(end)
        .iter()
        .any(|h| matches!(h.table, Table::FunctionWords | Table::ClauseWords) || h.table == Table::Honorifics);
    part < whole && whole <= 5 && end == at + 3 && noun && !grammatical && reading.word(end) != w!("âm")
}

/// Figures without a word: `[10/2021]`; `26/3` after a preposition or in brackets; `2020` in a list or range.
fn bare(reading: &Reading, at: usize, listed: bool) -> FoundPoint {
    if let Some((end, point)) = date_figures(reading, at) {
        return led_date(reading, at, year_tail(reading, end, point), end, listed);
    }
    lunar_day(reading, at)
        .or_else(|| lunar_year(reading, at))
        .or_else(|| day_of_month(reading, at))
        .or_else(|| month_figures(reading, at))
        .or_else(|| first_date(reading, at))
        .or_else(|| first_hour(reading, at))
        .or_else(|| first_day(reading, at))
        .or_else(|| bare_year(reading, at, listed))
}

/// `26/3` after a preposition, in brackets, in a list, behind the name of a day. `figures`: the token behind them
/// alone.
fn led_date(reading: &Reading, at: usize, found: (usize, Point), figures: usize, listed: bool) -> FoundPoint {
    let before = reading.word_before(at, 1);
    let bracketed = before == w!("(") && reading.word(found.0) == w!(")") && reading.word(at + 1) == w!("/");
    let led = bracketed || listed || Class::DateLead.has(before) || follows_feast(reading, at);
    let ok = led
        && !is_part(reading, at, figures)
        && !counts_something(reading, figures)
        && reading.same_line(at - usize::from(at > 0), at);
    ok.then_some(found)
}

/// `[23 tháng Chạp]`: months that only the lunar calendar has.
fn lunar_day(reading: &Reading, at: usize) -> FoundPoint {
    let day = small(reading, at, 2).filter(|d| (1..=30).contains(d))?;
    let lunar = reading.word(at + 1) == w!("tháng") && [w!("giêng"), w!("chạp")].contains(&reading.word(at + 2));
    let (end, found) = if lunar { month(reading, at + 1)? } else { return None };
    Some((end, Point { day: Part::Given(day as i32), ..found }))
}

/// `Tết [Kỷ Hợi 2019]`
fn lunar_year(reading: &Reading, at: usize) -> FoundPoint {
    let (end, _) = cycle_year(reading, at)?;
    let (end, year) = year_number(reading, end)?;
    reading.same_line(at, end - 1).then_some((end, Point { year: Part::Given(year), ..Point::default() }))
}

/// `[29 Tết]`; `[16 tháng 6 2024]`
fn day_of_month(reading: &Reading, at: usize) -> FoundPoint {
    let day = small(reading, at, 2).filter(|d| (1..=31).contains(d))?;
    let capital = day >= 20 && reading[at + 1].is_capital();
    if capital && let Some(found) = tet_day(reading, at) {
        return Some(found);
    }
    let dated = (reading.word(at + 1) == w!("tháng")).then(|| dated_month(reading, day as i32, at + 1)).flatten();
    dated.filter(|(_, point)| matches!(point.year, Part::Given(_)))
}

/// `[10/2021]`
fn month_figures(reading: &Reading, at: usize) -> FoundPoint {
    let month = small(reading, at, 2).filter(|m| (1..=12).contains(m))?;
    let joined = [w!("/"), w!("-")].contains(&reading.word(at + 1))
        && glued(reading, at + 1)
        && glued(reading, at + 2)
        && ![w!("số"), w!("điều"), w!("khoản")].contains(&reading.word_before(at, 1))
        && !is_number_of_document(reading, at);
    let (end, year) = joined.then(|| year_number(reading, at + 2)).flatten()?;
    let goes_on = reading.word(end) == w!("-") && glued(reading, end);
    let point = Point { year: Part::Given(year), month: Part::Given(month as i32), ..Point::default() };
    (!goes_on && (1800..2200).contains(&year)).then_some((end, point))
}

/// `từ 13.5 đến 15.5.2024`
fn first_date(reading: &Reading, at: usize) -> FoundPoint {
    if reading.word_before(at, 1) != w!("từ") {
        return None;
    }
    let (end, point) = figures(reading, at, true)?;
    let last = [w!("đến"), w!("tới")].contains(&reading.word(end)).then(|| figures(reading, end + 1, true)).flatten();
    last.is_some_and(|(last, _)| !counts_something(reading, last)).then_some((end, point))
}

/// `[9 - 10 giờ đêm]`
fn first_hour(reading: &Reading, at: usize) -> FoundPoint {
    let hour = small(reading, at, 2).filter(|&h| h <= 24)?;
    let range = [w!("-"), w!("đến")].contains(&reading.word(at + 1));
    let (end, _, _) = range.then(|| clock(reading, at + 2)).flatten()?;
    let point = Point { clock: Some((hour as u8, 0)), ..Point::default() };
    Class::DayPart.has(reading.word(end)).then_some((at + 1, point))
}

/// `từ 5 đến 7/3`, `(25 và 26/7)`
fn first_day(reading: &Reading, at: usize) -> FoundPoint {
    let led = [w!("từ"), w!("(")].contains(&reading.word_before(at, 1));
    let day = small(reading, at, 2).filter(|d| led && (1..=31).contains(d))?;
    let range = [w!("đến"), w!("-"), w!("và")].contains(&reading.word(at + 1));
    let (end, _) = range.then(|| date_figures(reading, at + 2)).flatten()?;
    (!counts_something(reading, end)).then_some((at + 1, Point { day: Part::Given(day as i32), ..Point::default() }))
}

/// `2020` in a list or a range, or where its neighbors tell it.
fn bare_year(reading: &Reading, at: usize, listed: bool) -> FoundPoint {
    let (end, year) = year_number(reading, at).filter(|(_, y)| (1800..2200).contains(y))?;
    let told = listed || awaits_year(reading, at) || stands_alone(reading, at);
    let range = reading.word_before(at, 1) == w!("từ")
        || reading.word(end) == w!("-") && year_number(reading, end + 1).is_some();
    ((told || range) && !counts_something(reading, end))
        .then_some((end, Point { year: Part::Given(year), ..Point::default() }))
}
