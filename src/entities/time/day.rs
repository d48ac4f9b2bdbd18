//! Days with a word that says so: `[ngày 5-3]`, `[Chiều nay 26/3]`, `[thứ Bảy (5/3)]`, `[mùng 5 Tết]`.

use super::figures::{counts_something, date_figures, figures, next_glued, year_number};
use super::month::{month, year_tail};
use super::year::cycle_year;
use super::{FoundPoint, Part, Point, count};
use crate::entities::numeral::{numeral, small};
use crate::lexicon::Class;
use crate::text::Reading;
use crate::w;

/// What reads a point of time at a token.
type Reader = fn(&Reading, usize) -> FoundPoint;

/// A day with a word that says so: `[ngày 5-3]`, `[Chiều nay 26/3]`, `[thứ Bảy, ngày 5/3]`, `hôm qua`, `cùng ngày`.
pub(super) fn day(reading: &Reading, at: usize) -> FoundPoint {
    day_or(reading, at, weekday_date)
}

/// A day; `weekday` reads one that a day of the week begins.
fn day_or(reading: &Reading, at: usize, weekday: Reader) -> FoundPoint {
    if let Some(found) = weekday(reading, at) {
        return Some(found);
    }
    let mut next = at;
    while Class::DayPart.has(reading.word(next)) && next < at + 3 && reading.same_line(at, next) {
        next += 1;
    }
    let in_day = next > at;
    // `sớm`, `rạng` alone are no part of a day
    if in_day && let Some(found) = weekday(reading, next) {
        return Some(found);
    }
    if in_day && next == at + 1 && Class::VagueDayPart.has(reading.word(at)) {
        return None;
    }
    match reading.word(next) {
        x if x == w!("hôm") => day_behind_hom(reading, next),
        x if x == w!("nay") && in_day => Some(shifted(reading, next + 1, 0)),
        x if x == w!("qua") && in_day => Some(shifted(reading, next + 1, -1)),
        x if x == w!("mai") && in_day => Some(shifted(reading, next + 1, 1)),
        x if x == w!("cùng") && reading.word(next + 1) == w!("ngày") => {
            let named = figures(reading, next + 2, true).filter(|(end, _)| reading.same_line(next, end - 1));
            Some(named.unwrap_or_else(|| same_day(next + 2)))
        }
        x if x == w!("ngày") => day_behind_ngay(reading, next, weekday),
        x if x == w!("mùng") || x == w!("mồng") => {
            tet_day(reading, next + 1).or_else(|| date_words(reading, next + 1))
        }
        x if x == w!("rằm") && reading.word(next + 1) == w!("tháng") => {
            let (end, point) = month(reading, next + 1)?;
            Some((end, Point { day: Part::Given(15), lunar: true, ..point }))
        }
        _ if in_day => {
            tet_day(reading, next).or_else(|| figures(reading, next, true)).filter(|_| reading.same_line(at, next))
        }
        _ => None,
    }
}

/// `hôm nay`, `[hôm kia]`, `[hôm 5/3]`
fn day_behind_hom(reading: &Reading, at: usize) -> FoundPoint {
    match reading.word(at + 1) {
        x if x == w!("nay") => Some(shifted(reading, at + 2, 0)),
        x if x == w!("qua") => Some(shifted(reading, at + 2, -1)),
        x if x == w!("kia") => Some(shifted(reading, at + 2, -2)),
        x if x == w!("đó") => Some(same_day(at + 2)),
        _ => date_words(reading, at + 1).or_else(|| date_figures(reading, at + 1)),
    }
}

/// `ngày mai`, `[ngày hôm qua]`, `[ngày 5/3]`, `[ngày mùng 5 Tết]`
fn day_behind_ngay(reading: &Reading, at: usize, weekday: Reader) -> FoundPoint {
    match reading.word(at + 1) {
        x if x == w!("mai") => Some(shifted(reading, at + 2, 1)),
        x if x == w!("kia") => Some(shifted(reading, at + 2, 2)),
        x if x == w!("hôm") && reading.word(at + 2) == w!("nay") => Some(shifted(reading, at + 3, 0)),
        x if x == w!("hôm") && reading.word(at + 2) == w!("qua") => Some(shifted(reading, at + 3, -1)),
        x => {
            let from = at + 1 + usize::from(x == w!("mùng") || x == w!("mồng"));
            // `ngày 2-3 lần` doses
            tet_day(reading, from)
                .or_else(|| weekday(reading, from))
                .or_else(|| date_words(reading, from))
                .filter(|(end, _)| reading.same_line(at, from) && reading.word(*end) != w!("lần"))
        }
    }
}

/// So many days from that of the article, with the date that may stand beside it.
fn shifted(reading: &Reading, end: usize, days: i32) -> (usize, Point) {
    apposed(reading, end, Point { day: Part::Shift(days), ..Point::default() })
}

/// `hôm đó`, `cùng ngày`
fn same_day(end: usize) -> (usize, Point) {
    (end, Point { day: Part::Same, ..Point::default() })
}

/// `[thứ Năm, ngày 14/10/2021]`, `[Chủ nhật (5/3)]`: a day of the week with its date.
pub(super) fn weekday_date(reading: &Reading, at: usize) -> FoundPoint {
    let end = if reading.word(at) == w!("thứ") {
        let number = small(reading, at + 1, 1).map(f64::from).or_else(|| numeral(reading, at + 1).map(|n| n.value));
        number.filter(|n| (2.0..=7.0).contains(n))?;
        at + 2
    } else if reading.seq(at, &[w!("chủ"), w!("nhật")]) {
        at + 2
    } else {
        return None;
    };
    let next = end + usize::from([w!(","), w!("-")].contains(&reading.word(end)));
    if reading.word(next) == w!("(") {
        // no day of the week again, or brackets within brackets would be read without end
        let inside = day_or(reading, next + 1, |_, _| None);
        let (end, point) = inside.or_else(|| date_figures(reading, next + 1))?;
        return (reading.word(end) == w!(")") && reading.same_line(at, end)).then_some((end + 1, point));
    }
    let from = next + usize::from(reading.word(next) == w!("ngày"));
    date_words(reading, from).filter(|(end, _)| reading.same_line(at, end - 1))
}

/// What stands in apposition to `hôm nay`: `, ngày 5/3`, ` (5-3)`, ` 26/3`. The date is the surer of the two.
fn apposed(reading: &Reading, end: usize, point: Point) -> (usize, Point) {
    let open = reading.word(end) == w!("(");
    let comma = reading.word(end) == w!(",");
    let mut next = end + usize::from(open || comma);
    let named = reading.word(next) == w!("ngày");
    next += usize::from(named);
    let date = if named { date_words(reading, next) } else { date_figures(reading, next) };
    match date {
        Some((last, date)) if reading.same_line(end - 1, last - 1) => {
            if open && reading.word(last) == w!(")") {
                (last + 1, date)
            } else if open {
                (end, point)
            } else {
                (last, date)
            }
        }
        _ => (end, point),
    }
}

/// What follows `ngày`: `[5-3-2021]`, `[5 tháng 3 năm 2021]`, `5 và 6-3`, `03`.
fn date_words(reading: &Reading, at: usize) -> FoundPoint {
    if let Some((end, date)) = figures(reading, at, true) {
        return Some(year_tail(reading, end, date));
    }
    let (end, day) = day_number(reading, at)?;
    if reading.word(end) == w!("tháng") {
        return dated_month(reading, day, end);
    }
    let digits = reading[at].is_number();
    let tied = reading.tokens.get(end).is_some_and(|t| {
        !t.spaced && (t.is_word() || t.word == w!("/") || t.word == w!(".") && next_glued(reading, end))
    });
    if !digits || tied || counts_something(reading, end) {
        return None;
    }
    Some((end, Point { day: Part::Given(day), ..Point::default() }))
}

/// `[tháng 6 năm 2024]`, `tháng 6 2024` behind the number of a day.
pub(super) fn dated_month(reading: &Reading, day: i32, at: usize) -> FoundPoint {
    let (end, found) = month(reading, at)?;
    let point = Point { day: Part::Given(day), ..found };
    let bare = year_number(reading, end).filter(|(next, year)| {
        found.year == Part::Missing
            && (1900..2100).contains(year)
            && reading.same_line(at, end)
            && !counts_something(reading, *next)
    });
    Some(bare.map_or((end, point), |(next, year)| (next, Point { year: Part::Given(year), ..point })))
}

/// The number of a day, in figures or words.
fn day_number(reading: &Reading, at: usize) -> Option<(usize, i32)> {
    if reading.tokens.get(at)?.is_number() {
        let day = small(reading, at, 2).filter(|d| (1..=31).contains(d))?;
        return Some((at + 1, day as i32));
    }
    count(reading, at).filter(|&(_, d)| (1..=31).contains(&d))
}

/// `5 Tết Kỷ Hợi` behind `mùng`: a day of the first lunar month; from `[23 Tết]` on, of the month before it.
pub(super) fn tet_day(reading: &Reading, at: usize) -> FoundPoint {
    let (mut end, day) = day_number(reading, at)?;
    if reading.word(end) != w!("tết") || !reading.same_line(at, end) {
        return None;
    }
    end += 1;
    if reading.seq(end, &[w!("nguyên"), w!("đán")]) {
        end += 2;
    }
    let month = Part::Given(i32::from(day < 20));
    let mut point = Point { day: Part::Given(day), month, lunar: true, ..Point::default() };
    if let Some((next, year)) = cycle_year(reading, end)
        && reading.same_line(at, end)
    {
        point.year = year;
        // `[Ất Tỵ 2025]`
        end = year_number(reading, next).filter(|_| reading.same_line(at, next)).map_or(next, |(end, _)| end);
    }
    Some(year_tail(reading, end, point))
}

/// The day by the other calendar: ` tức ngày mùng 5 Tết`, ` (tức 10/3 âm lịch)`, ` (mùng 1 Tết)`.
pub(super) fn same_day_again(reading: &Reading, at: usize, point: &Point) -> usize {
    if point.day == Part::Missing || !reading.same_line(at.saturating_sub(1), at) {
        return at;
    }
    let open = reading.word(at) == w!("(");
    let mut next = at + usize::from(open || reading.word(at) == w!(","));
    let said = [w!("tức"), w!("nhằm")].contains(&reading.word(next));
    next += usize::from(said);
    next += usize::from(said && reading.word(next) == w!("là"));
    if !said && !open || !reading.same_line(at, next) {
        return at;
    }
    let again =
        day(reading, next).or_else(|| tet_day(reading, next)).or_else(|| date_words(reading, next).filter(|_| said));
    match again {
        Some((end, other)) if other.lunar != point.lunar && (!open || reading.word(end) == w!(")")) => {
            end + usize::from(open)
        }
        _ => at,
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, analyze};

    #[test]
    fn brackets_within_brackets_take_no_stack() {
        for opened in ["thứ tư (", "sáng chủ nhật (", "ngày thứ 2, ("] {
            let deep = format!("Họp {}5/3).", opened.repeat(20_000));
            let day = analyze(&deep, &Options::default()).entities.into_iter().next_back().expect("the innermost");
            let units: Vec<u16> = deep.encode_utf16().skip(day.start as usize).collect();
            let text = String::from_utf16(&units[..(day.end - day.start) as usize]).expect("whole letters");
            assert_eq!(text, format!("{opened}5/3)"));
        }
    }
}
