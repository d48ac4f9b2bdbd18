//! Months with their word, and what may follow a day or month: its year, `hàng năm`, `âm lịch`, `vừa qua`.

use super::figures::{ends_here, glued, lettered, year_number};
use super::year::year_word;
use super::{FoundPoint, Part, Point, count};
use crate::entities::cursor::Cursor;
use crate::entities::numeral::small;
use crate::lexicon::Class;
use crate::text::Reading;
use crate::w;

/// A month with its word: `[tháng 10-2021]`, `[tháng Tám năm 1945]`, `[đầu tháng 5]`, `[tháng 5 vừa qua]`,
/// `tháng trước`.
pub(super) fn month(reading: &Reading, at: usize) -> FoundPoint {
    // `[T9/2025]`
    if let Some((end, number, year)) = lettered(reading, at, w!("t")) {
        let point = Point { year: Part::Given(year), month: Part::Given(number), ..Point::default() };
        return (1..=12).contains(&number).then_some((end, point));
    }
    let c = Cursor::new(reading, at)
        .maybe(|c| c.class(Class::PartOfPeriod).or_else(|| c.class(Class::MonthPart)?.any(&[w!("tuần")])));
    // the month in `[Cách mạng Tháng Tám]` is part of the name
    let named = c.back(1) == w!("mạng");
    let c = c.any(&[w!("tháng")])?;
    let shifted = c
        .any(&[w!("này")])
        .map(|c| (c, 0))
        .or_else(|| Some((c.any(&[w!("trước")])?, -1)))
        .or_else(|| Some((c.any(&[w!("tới")]).filter(|c| ends_here(reading, c.at()))?, 1)));
    if let Some((c, months)) = shifted {
        return Some((c.at(), Point { month: Part::Shift(months), ..Point::default() }));
    }
    let (c, point) = c.read(month_tail)?;
    (!named || point.year != Part::Missing).then_some((c.at(), point))
}

/// What follows `tháng`: its number and what says the year.
pub(super) fn month_tail(reading: &Reading, at: usize) -> FoundPoint {
    let token = reading.tokens.get(at)?;
    let (end, month, lunar) = match token.word {
        x if x == w!("giêng") => (at + 1, 1, true),
        x if x == w!("chạp") => (at + 1, 12, true),
        _ if token.is_number() => (at + 1, small(reading, at, 2)? as i32, false),
        _ => {
            let (end, month) = count(reading, at)?;
            // `cùng tháng năm trước`: the year, not May
            if token.word == w!("năm") && Class::YearSaid.has(reading.word(end)) {
                return None;
            }
            // `tháng năm 2021` after a count of months is no May: the period rules come first
            (end, month, false)
        }
    };
    if !(1..=12).contains(&month) {
        return None;
    }
    let point = Point { month: Part::Given(month), lunar, ..Point::default() };
    let mark = reading.word(end);
    if [w!("/"), w!("-"), w!(".")].contains(&mark)
        && glued(reading, end)
        && let Some((last, year)) = year_number(reading, end + 1)
    {
        return Some(year_tail(reading, last, Point { year: Part::Given(year), ..point }));
    }
    let figure = [w!("."), w!(",")].contains(&mark) && reading[end + 1].is_number();
    if glued(reading, end) && (mark == w!("/") || figure && glued(reading, end + 1)) {
        return None;
    }
    Some(year_tail(reading, end, point))
}

/// What may follow a day or month: its year, `hàng năm`, `âm lịch`, `vừa qua`.
pub(super) fn year_tail(reading: &Reading, at: usize, mut point: Point) -> (usize, Point) {
    let same_line = |i: usize| reading.same_line(at - 1, i);
    let mut end = at;
    if !same_line(at) {
        return (end, point);
    }
    let lunar = |from: usize| {
        let open = usize::from(reading.word(from) == w!("("));
        let long = reading.seq(from + open, &[w!("âm"), w!("lịch")]);
        let short = reading.word(from + open) == w!("al") && open == 1;
        (same_line(from)
            && (long || short)
            && (open == 0 || reading.word(from + open + if long { 2 } else { 1 }) == w!(")")))
        .then(|| from + 2 * open + if long { 2 } else { 1 })
    };
    if let Some(next) = lunar(end) {
        point.lunar = true;
        end = next;
    }
    if point.year == Part::Missing {
        let from = end + usize::from(reading.word(end) == w!(",") && reading.word(end + 1) == w!("năm"));
        if reading.word(from) == w!("năm")
            && same_line(from)
            && let Some((next, year)) = year_word(reading, from)
        {
            point.year = year;
            end = next;
        } else if reading.seq(end, &[w!("cùng"), w!("năm")]) {
            point.year = Part::Same;
            end += 2;
        } else if [w!("hàng"), w!("hằng"), w!("mỗi")].contains(&reading.word(end)) && reading.word(end + 1) == w!("năm")
        {
            point.year = Part::Each;
            end += 2;
        }
    }
    if let Some(next) = lunar(end) {
        point.lunar = true;
        end = next;
    }
    (end, point)
}

/// What may follow a month or day that its number alone names: `vừa qua`, `này`, `tới`.
pub(super) fn aside(reading: &Reading, at: usize, point: &mut Point) -> usize {
    let c = Cursor::behind(reading, at);
    let past = c.any(&[w!("vừa")]).and_then(|c| c.any(&[w!("qua"), w!("rồi")]));
    let Part::Given(month) = point.month else { return at };
    if point.year != Part::Missing {
        return past.unwrap_or(c).at();
    }
    if let Some(c) = past {
        point.month = Part::Latest(month);
        return c.at();
    }
    // `tới đây`
    let next = c.any(&[w!("này"), w!("tới")]).filter(|c| ends_here(reading, c.at()));
    let next = next.map(|next| if c.word() == w!("tới") { next.maybe(|c| c.any(&[w!("đây")])) } else { next });
    next.unwrap_or(c).at()
}
