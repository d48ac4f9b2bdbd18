//! Years with their word: `năm 2021`, `năm nay`, `cuối năm 2011`, `năm Giáp Thìn`.

use super::figures::year_number;
use super::month::ends_here;
use super::{FoundPoint, Part, Point};
use crate::lexicon::{Table, cell};
use crate::text::Reading;
use crate::w;

/// `năm 2021`, `năm nay`, `năm ngoái`.
pub(super) fn year_word(reading: &Reading, at: usize) -> Option<(usize, Part)> {
    if reading.word(at) != w!("năm") || !reading.same_line(at, at + 1) {
        return None;
    }
    if let Some((end, year)) = year_number(reading, at + 1) {
        return Some((end, Part::Given(year)));
    }
    if let Some((end, year)) = cycle_year(reading, at + 1) {
        return Some((end, year));
    }
    match reading.word(at + 1) {
        x if x == w!("nay") => Some((at + 2, Part::Shift(0))),
        x if x == w!("ngoái") || x == w!("trước") => Some((at + 2, Part::Shift(-1))),
        x if (x == w!("tới") || x == w!("sau")) && ends_here(reading, at + 2) => Some((at + 2, Part::Shift(1))),
        _ => None,
    }
}

/// A year with its word: `năm 2021`, `cuối năm 2011`, `năm nay`.
pub(super) fn year(reading: &Reading, at: usize) -> FoundPoint {
    let mut next = at;
    let part = [w!("đầu"), w!("giữa"), w!("cuối")].contains(&reading.word(next));
    if part {
        next += 1;
    }
    let (end, year) = year_word(reading, next).filter(|_| reading.same_line(at, next))?;
    // `năm trước`, `năm sau` alone compare any two years; a count before `năm` makes it a span
    let vague = [w!("trước"), w!("sau"), w!("tới")].contains(&reading.word(end - 1));
    let compared = reading.word_before(at, 1) == w!("với");
    let counted = at > 0 && !part && matches!(year, Part::Shift(_)) && is_count(reading, at - 1);
    (!counted && (!vague || part || compared)).then_some((end, Point { year, ..Point::default() }))
}

/// `Giáp Thìn`: a year by its name in the lunar cycle.
pub(super) fn cycle_year(reading: &Reading, at: usize) -> Option<(usize, Part)> {
    let hit = reading.hits.longest(at, Table::LunarYears).filter(|_| reading[at].is_capital())?;
    let year = cell(Table::LunarYears, hit.row, 1).parse().ok()?;
    Some((hit.end as usize, Part::Cycle(year)))
}

/// A number or a word for many, so that the unit behind it is counted.
fn is_count(reading: &Reading, at: usize) -> bool {
    reading[at].is_number()
        || [w!("nhiều"), w!("những"), w!("các"), w!("mấy"), w!("vài")].contains(&reading.word(at))
        || reading.hits.longest(at, Table::Numerals).is_some()
}
