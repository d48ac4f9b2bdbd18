//! Days, months, years and clock times, in figures and words.

use super::{Part, Point, count};
use crate::entities::numeral::{numeral, small};
use crate::lexicon::{Table, cell};
use crate::text::Reading;
use crate::w;

/// The parts of a day that may stand before `nay`, a day or a date.
const DAY_PARTS: [u32; 8] =
    [w!("sáng"), w!("trưa"), w!("chiều"), w!("tối"), w!("đêm"), w!("khuya"), w!("sớm"), w!("rạng")];

type FoundPoint = Option<(usize, Point)>;

/// The point of time that begins at this token. `listed`: it carries on a list or a range, so that a bare number
/// of a year or a bare `6/3` may stand.
pub fn point(reading: &Reading, at: usize, listed: bool) -> FoundPoint {
    let (end, mut point) = clock_and_day(reading, at)
        .or_else(|| day_and_clock(reading, at))
        .or_else(|| month(reading, at))
        .or_else(|| super::period::quarter(reading, at))
        .or_else(|| year(reading, at))
        .or_else(|| bare(reading, at, listed))?;
    let end = aside(reading, end, &mut point);
    Some((same_day_again(reading, end, &point), point))
}

/// The point is a bare year, which is a time only in a range or a list.
pub fn is_bare(reading: &Reading, at: usize, point: &Point) -> bool {
    reading.tokens[at].is_number()
        && point.month == Part::Missing
        && point.day == Part::Missing
        && point.clock.is_none()
        && matches!(point.year, Part::Given(_))
        && !follows_new_year(reading, at)
}

/// `2021`, where a year is looked for.
pub fn year_number(reading: &Reading, at: usize) -> Option<(usize, i32)> {
    let year = small(reading, at, 4).filter(|y| (1000..2200).contains(y))?;
    let continues = reading.tokens.get(at + 1).is_some_and(|t| {
        !t.spaced && ([w!("/"), w!("."), w!(":")].contains(&t.word) && next_glued(reading, at + 1) || t.is_word())
    });
    (!continues).then_some((at + 1, year as i32))
}

fn next_glued(reading: &Reading, at: usize) -> bool {
    reading.tokens.get(at + 1).is_some_and(|t| !t.spaced && !t.is_mark())
}

fn glued(reading: &Reading, at: usize) -> bool {
    reading.tokens.get(at).is_some_and(|t| !t.spaced)
}

/// `08:35`, `8h30`, `8 giờ 30 phút`; whether it could be nothing but a clock time.
fn clock(reading: &Reading, at: usize) -> Option<(usize, (u8, u8), bool)> {
    let hour = small(reading, at, 2).filter(|&h| h <= 24)? as u8;
    let minute = |i: usize| small(reading, i, 2).filter(|&m| m < 60).map(|m| m as u8);
    let next = reading.word(at + 1);
    if next == w!(":") && glued(reading, at + 1) && glued(reading, at + 2) {
        let m = minute(at + 2).filter(|_| reading.token_text(at + 2).len() == 2)?;
        let mut end = at + 3;
        if reading.word(end) == w!(":") && glued(reading, end) && glued(reading, end + 1) && minute(end + 1).is_some() {
            end += 2;
        }
        if [w!("am"), w!("pm"), w!("sa"), w!("ch")].contains(&reading.word(end)) && reading.tokens[end].is_capital() {
            end += 1;
        }
        return Some((zone(reading, end), (hour, m), true));
    }
    let spelled = next == w!("giờ") && reading.same_line(at, at + 1);
    let short = [w!("h"), w!("g")].contains(&next) && glued(reading, at + 1);
    if !spelled && !short {
        return None;
    }
    let mut end = at + 2;
    let mut minutes = 0;
    let mut sure = false;
    if let Some(m) = minute(end)
        && reading.same_line(at, end)
        && (spelled && reading.word(end + 1) == w!("phút") || !spelled && glued(reading, end))
    {
        minutes = m;
        end += 1;
        sure = true;
        if reading.word(end) == w!("phút") || reading.word(end) == w!("'") && glued(reading, end) {
            end += 1;
        }
    }
    let before = reading.word_before(at, 1);
    let said = [w!("lúc"), w!("hồi"), w!("trước"), w!("sau"), w!("từ"), w!("vào"), w!("đến")].contains(&before);
    Some((end, (hour, minutes), sure && !spelled || said))
}

/// `GMT+7`, `(GMT+7)` behind a clock time.
fn zone(reading: &Reading, at: usize) -> usize {
    let open = usize::from(reading.word(at) == w!("("));
    if !reading.seq(at + open, &[w!("gmt"), w!("+")]) || !reading.same_line(at.saturating_sub(1), at) {
        return at;
    }
    let Some(_) = small(reading, at + open + 2, 2) else { return at };
    let end = at + open + 3;
    if open == 0 {
        end
    } else if reading.word(end) == w!(")") {
        end + 1
    } else {
        at
    }
}

/// A clock time, alone or before its day: `9h cùng ngày`, `07:03 ngày 13/10/2020`, `8 giờ sáng nay`.
fn clock_and_day(reading: &Reading, at: usize) -> FoundPoint {
    let (end, clock, sure) = clock(reading, at)?;
    let mark = [w!(","), w!("-"), w!("|")].contains(&reading.word(end));
    let found = day(reading, end).or_else(|| full_date(reading, end)).or_else(|| {
        // `17h, 5/3/2021`, `08:35 | 14/10/2021`
        mark.then(|| weekday_date(reading, end + 1).or_else(|| full_date(reading, end + 1)))?
            .filter(|(_, d)| matches!(d.year, Part::Given(_)))
            .or_else(|| (reading.word(end) == w!(",")).then(|| day(reading, end + 1))?)
    });
    if let Some((end, day)) = found
        && reading.same_line(at, end - 1)
    {
        return Some((end, Point { clock: Some(clock), ..day }));
    }
    let mut last = end;
    while DAY_PARTS.contains(&reading.word(last)) && reading.same_line(at, last) {
        last += 1;
    }
    (sure || last > end).then_some((last, Point { clock: Some(clock), ..Point::default() }))
}

/// A day, alone or before its clock time.
fn day_and_clock(reading: &Reading, at: usize) -> FoundPoint {
    let (end, day) = day(reading, at).or_else(|| full_date(reading, at))?;
    let mut next = end;
    if [w!(","), w!("-"), w!("|")].contains(&reading.word(next)) {
        next += 1;
    }
    next += usize::from(reading.word(next) == w!("lúc"));
    let follows = clock(reading, next).filter(|_| reading.same_line(at, next));
    match follows {
        // behind a mark only what has minutes: `ngày 5/3, 8 giờ …` begins something new
        Some((end, clock, sure)) if sure && (next <= end + 1) && clock_is_written(reading, next) => {
            Some((end, Point { clock: Some(clock), ..day }))
        }
        _ => Some((end, day)),
    }
}

/// `08:35` or `8h30`, not `8 giờ`.
fn clock_is_written(reading: &Reading, at: usize) -> bool {
    [w!(":"), w!("h")].contains(&reading.word(at + 1))
}

/// A date with all of day, month and year in figures.
fn full_date(reading: &Reading, at: usize) -> FoundPoint {
    date_figures(reading, at).filter(|(_, d)| matches!(d.year, Part::Given(_))).or_else(|| iso_date(reading, at))
}

/// `2025-03-31`, as some papers date their articles.
fn iso_date(reading: &Reading, at: usize) -> FoundPoint {
    let year = small(reading, at, 4).filter(|y| (1000..2200).contains(y))?;
    let dash = |i: usize| reading.word(i) == w!("-") && glued(reading, i) && glued(reading, i + 1);
    let (month, day) = (small(reading, at + 2, 2)?, small(reading, at + 4, 2)?);
    let ends = !glued(reading, at + 5) || !reading.tokens[at + 5].is_number() && reading.word(at + 5) != w!("-");
    let fits = dash(at + 1) && dash(at + 3) && ends && (1..=12).contains(&month) && (1..=31).contains(&day);
    fits.then(|| (at + 5, dated(day, month, Part::Given(year as i32))))
}

/// `5/3/2021`, `15-9-2021`, `05.03.2021`, `26/3`.
fn date_figures(reading: &Reading, at: usize) -> FoundPoint {
    figures(reading, at, false)
}

/// The same; `named` where a word says that it is a day, so that `3.6` is one too.
fn figures(reading: &Reading, at: usize, named: bool) -> FoundPoint {
    let day = small(reading, at, 2)?;
    let mark = reading.word(at + 1);
    if ![w!("/"), w!("-"), w!(".")].contains(&mark) || !glued(reading, at + 1) {
        return None;
    }
    // `15/ 10/2021` happens where a year follows
    let month = small(reading, at + 2, 2).filter(|_| reading.same_line(at, at + 2))?;
    let tight = glued(reading, at + 2);
    if reading.word(at + 3) == mark && glued(reading, at + 3) {
        let year = small(reading, at + 4, 4).filter(|_| reading.same_line(at, at + 4));
        let width = reading.tokens.get(at + 4).map_or(0, |t| t.end - t.start);
        let ends = !reading.tokens.get(at + 5).is_some_and(|t| {
            !t.spaced && (t.is_word() || [w!("/"), w!("-")].contains(&t.word) && next_glued(reading, at + 5))
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
                || t.word == w!("-") && !range_follows(reading, at + 4))
    });
    (tight && plausible && !continues && (named || mark != w!("."))).then(|| (at + 3, dated(day, month, Part::Missing)))
}

/// A date stands here, as the other end of `5/3-7/3`.
fn range_follows(reading: &Reading, at: usize) -> bool {
    small(reading, at, 2).is_some() && reading.word(at + 1) == w!("/")
}

fn dated(day: u32, month: u32, year: Part) -> Point {
    Point { year, month: Part::Given(month as i32), day: Part::Given(day as i32), ..Point::default() }
}

/// A day with a word that says so: `ngày 5-3`, `Chiều nay 26/3`, `thứ Bảy, ngày 5/3`, `hôm qua`, `cùng ngày`.
fn day(reading: &Reading, at: usize) -> FoundPoint {
    if let Some(found) = weekday_date(reading, at) {
        return Some(found);
    }
    let mut next = at;
    while DAY_PARTS.contains(&reading.word(next)) && next < at + 3 && reading.same_line(at, next) {
        next += 1;
    }
    let in_day = next > at;
    // `sớm`, `rạng` alone are no part of a day
    if in_day && let Some(found) = weekday_date(reading, next) {
        return Some(found);
    }
    if in_day && next == at + 1 && [w!("sớm"), w!("rạng"), w!("khuya")].contains(&reading.word(at)) {
        return None;
    }
    let shift = |end: usize, days: i32| {
        let point = Point { day: Part::Shift(days), ..Point::default() };
        Some(apposed(reading, end, point))
    };
    match reading.word(next) {
        x if x == w!("hôm") => match reading.word(next + 1) {
            x if x == w!("nay") => shift(next + 2, 0),
            x if x == w!("qua") => shift(next + 2, -1),
            x if x == w!("kia") => shift(next + 2, -2),
            _ => date_words(reading, next + 1).or_else(|| date_figures(reading, next + 1)),
        },
        x if x == w!("nay") && in_day => shift(next + 1, 0),
        x if x == w!("qua") && in_day => shift(next + 1, -1),
        x if x == w!("mai") && in_day => shift(next + 1, 1),
        x if x == w!("cùng") && reading.word(next + 1) == w!("ngày") => {
            Some((next + 2, Point { day: Part::Same, ..Point::default() }))
        }
        x if x == w!("ngày") => match reading.word(next + 1) {
            x if x == w!("mai") => shift(next + 2, 1),
            x if x == w!("kia") => shift(next + 2, 2),
            x if x == w!("hôm") && reading.word(next + 2) == w!("nay") => shift(next + 3, 0),
            x if x == w!("hôm") && reading.word(next + 2) == w!("qua") => shift(next + 3, -1),
            _ => {
                let early = [w!("mùng"), w!("mồng")].contains(&reading.word(next + 1));
                let from = next + 1 + usize::from(early);
                let found = early.then(|| tet_day(reading, from)).flatten();
                found.or_else(|| date_words(reading, from)).filter(|_| reading.same_line(next, from))
            }
        },
        x if x == w!("mùng") || x == w!("mồng") => {
            tet_day(reading, next + 1).or_else(|| date_words(reading, next + 1))
        }
        x if x == w!("rằm") && reading.word(next + 1) == w!("tháng") => {
            let (end, point) = month(reading, next + 1)?;
            Some((end, Point { day: Part::Given(15), lunar: true, ..point }))
        }
        _ if in_day => figures(reading, next, true).filter(|_| reading.same_line(at, next)),
        _ => None,
    }
}

/// `thứ Năm, ngày 14/10/2021`, `Chủ nhật (5/3)`: a day of the week with its date.
fn weekday_date(reading: &Reading, at: usize) -> FoundPoint {
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
        let (end, point) = day(reading, next + 1).or_else(|| date_figures(reading, next + 1))?;
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

/// What follows `ngày`: `5-3-2021`, `5 tháng 3 năm 2021`, `5 và 6-3`, `03`.
fn date_words(reading: &Reading, at: usize) -> FoundPoint {
    if let Some((end, date)) = figures(reading, at, true) {
        return Some(year_tail(reading, end, date));
    }
    let (end, day) = day_number(reading, at)?;
    if reading.word(end) == w!("tháng") {
        let (end, found) = month(reading, end)?;
        return Some((end, Point { day: Part::Given(day), ..found }));
    }
    let digits = reading.tokens[at].is_number();
    let tied = reading.tokens.get(end).is_some_and(|t| {
        !t.spaced && (t.is_word() || t.word == w!("/") || t.word == w!(".") && next_glued(reading, end))
    });
    if !digits || tied || counts_something(reading, end) {
        return None;
    }
    Some((end, Point { day: Part::Given(day), ..Point::default() }))
}

/// The number of a day, in figures or words.
fn day_number(reading: &Reading, at: usize) -> Option<(usize, i32)> {
    if reading.tokens.get(at)?.is_number() {
        let day = small(reading, at, 2).filter(|d| (1..=31).contains(d))?;
        return Some((at + 1, day as i32));
    }
    count(reading, at).filter(|&(_, d)| (1..=31).contains(&d))
}

/// `Giáp Thìn`: a year by its name in the lunar cycle.
fn cycle_year(reading: &Reading, at: usize) -> Option<(usize, Part)> {
    let hit = reading.hits.longest(at, Table::LunarYears).filter(|_| reading.tokens[at].is_capital())?;
    let year = cell(Table::LunarYears, hit.row, 1).parse().ok()?;
    Some((hit.end as usize, Part::Cycle(year)))
}

/// `5 Tết Kỷ Hợi` behind `mùng`: a day of the first lunar month.
fn tet_day(reading: &Reading, at: usize) -> FoundPoint {
    let (mut end, day) = day_number(reading, at)?;
    if reading.word(end) != w!("tết") || !reading.same_line(at, end) {
        return None;
    }
    end += 1;
    if reading.seq(end, &[w!("nguyên"), w!("đán")]) {
        end += 2;
    }
    let mut point = Point { day: Part::Given(day), month: Part::Given(1), lunar: true, ..Point::default() };
    if let Some((next, year)) = cycle_year(reading, end)
        && reading.same_line(at, end)
    {
        point.year = year;
        end = next;
    }
    Some(year_tail(reading, end, point))
}

/// What follows is counted, so the figures before it are no date: `3/7 công trình`.
pub fn counts_something(reading: &Reading, at: usize) -> bool {
    if !reading.same_line(at.saturating_sub(1), at) {
        return false;
    }
    let hits = reading.hits.at(at);
    hits.iter().any(|h| matches!(h.table, Table::Units | Table::Countables))
        || [w!("số"), w!("tổng"), w!("lần"), w!("%")].contains(&reading.word(at))
}

/// A month with its word: `tháng 10-2021`, `tháng Tám năm 1945`, `đầu tháng 5`, `tháng 5 vừa qua`, `tháng trước`.
fn month(reading: &Reading, at: usize) -> FoundPoint {
    const PARTS: [u32; 3] = [w!("đầu"), w!("giữa"), w!("cuối")];
    let mut next = at;
    if PARTS.contains(&reading.word(at)) {
        next += 1;
    } else if reading.word(at + 1) == w!("tuần") && [w!("thượng"), w!("trung"), w!("hạ")].contains(&reading.word(at))
    {
        next += 2;
    }
    if reading.word(next) != w!("tháng") || !reading.same_line(at, next + 1) {
        return None;
    }
    let shift = |months: i32| Some((next + 2, Point { month: Part::Shift(months), ..Point::default() }));
    match reading.word(next + 1) {
        x if x == w!("này") => return shift(0),
        x if x == w!("trước") => return shift(-1),
        x if x == w!("tới") && ends_here(reading, next + 2) => return shift(1),
        _ => {}
    }
    month_tail(reading, next + 1)
}

/// What follows `tháng`: its number and what says the year.
pub fn month_tail(reading: &Reading, at: usize) -> FoundPoint {
    let token = reading.tokens.get(at)?;
    let (end, month, lunar) = match token.word {
        x if x == w!("giêng") => (at + 1, 1, true),
        x if x == w!("chạp") => (at + 1, 12, true),
        _ if token.is_number() => (at + 1, small(reading, at, 2)? as i32, false),
        _ => {
            let (end, month) = count(reading, at)?;
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
    if mark == w!("/") && glued(reading, end) {
        return None;
    }
    Some(year_tail(reading, end, point))
}

/// What may follow a day or month: its year, `hàng năm`, `âm lịch`, `vừa qua`.
fn year_tail(reading: &Reading, at: usize, mut point: Point) -> (usize, Point) {
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

/// The day by the other calendar: ` tức ngày mùng 5 Tết`, ` (tức 10/3 âm lịch)`, ` (mùng 1 Tết)`.
fn same_day_again(reading: &Reading, at: usize, point: &Point) -> usize {
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
    let again = day(reading, next).or_else(|| date_words(reading, next).filter(|_| said));
    match again {
        Some((end, other)) if other.lunar != point.lunar && (!open || reading.word(end) == w!(")")) => {
            end + usize::from(open)
        }
        _ => at,
    }
}

/// What may follow a month or day that its number alone names: `vừa qua`, `này`, `tới`.
fn aside(reading: &Reading, at: usize, point: &mut Point) -> usize {
    if !reading.same_line(at.saturating_sub(1), at) {
        return at;
    }
    let past = reading.seq(at, &[w!("vừa"), w!("qua")]) || reading.seq(at, &[w!("vừa"), w!("rồi")]);
    if let Part::Given(month) = point.month
        && point.year == Part::Missing
    {
        if past {
            point.month = Part::Latest(month);
            return at + 2;
        }
        if [w!("này"), w!("tới")].contains(&reading.word(at)) && ends_here(reading, at + 1) {
            return at + 1;
        }
    } else if past && matches!(point.month, Part::Given(_)) {
        return at + 2;
    }
    at
}

/// Nothing that `tới` could lead to follows.
fn ends_here(reading: &Reading, at: usize) -> bool {
    !reading.same_line(at.saturating_sub(1), at)
        || reading.tokens[at].is_mark() && ![w!("("), w!("\"")].contains(&reading.word(at))
        || [w!("đây"), w!("và"), w!("sẽ")].contains(&reading.word(at))
}

/// `năm 2021`, `năm nay`, `năm ngoái`.
fn year_word(reading: &Reading, at: usize) -> Option<(usize, Part)> {
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
fn year(reading: &Reading, at: usize) -> FoundPoint {
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

/// A number or a word for many, so that the unit behind it is counted.
fn is_count(reading: &Reading, at: usize) -> bool {
    reading.tokens[at].is_number()
        || [w!("nhiều"), w!("những"), w!("các"), w!("mấy"), w!("vài")].contains(&reading.word(at))
        || reading.hits.longest(at, Table::Numerals).is_some()
}

/// `Tết`, `Xuân` or the name of the lunar year stands before: `Tết Kỷ Hợi 2019`.
pub fn follows_new_year(reading: &Reading, at: usize) -> bool {
    let named = at >= 2 && reading.hits.longest(at - 2, Table::LunarYears).is_some();
    let feast = [w!("tết"), w!("xuân"), w!("đán")].contains(&reading.word_before(at, 1));
    (named || feast) && at > 0 && reading.same_line(at - 1, at) && reading.tokens[at - 1].is_word()
}

/// Figures without a word: `10/2021`; `26/3` after a preposition or in brackets; `2020` in a list or range.
fn bare(reading: &Reading, at: usize, listed: bool) -> FoundPoint {
    if let Some((end, point)) = date_figures(reading, at) {
        let before = reading.word_before(at, 1);
        const LEADS: [u32; 10] = [
            w!("từ"),
            w!("đến"),
            w!("tới"),
            w!("dịp"),
            w!("lễ"),
            w!("trước"),
            w!("sau"),
            w!("vào"),
            w!("hết"),
            w!("mừng"),
        ];
        let slash = reading.word(at + 1) == w!("/");
        let bracketed = before == w!("(") && reading.word(end) == w!(")") && slash;
        let led = LEADS.contains(&before) || listed;
        let ok =
            (bracketed || led) && !counts_something(reading, end) && reading.same_line(at - usize::from(at > 0), at);
        return ok.then(|| year_tail(reading, end, point));
    }
    // `23 tháng Chạp`: months that only the lunar calendar has
    if let Some(day) = small(reading, at, 2).filter(|d| (1..=30).contains(d))
        && reading.word(at + 1) == w!("tháng")
        && [w!("giêng"), w!("chạp")].contains(&reading.word(at + 2))
        && let Some((end, found)) = month(reading, at + 1)
    {
        return Some((end, Point { day: Part::Given(day as i32), ..found }));
    }
    // `10/2021`
    if small(reading, at, 2).is_some_and(|m| (1..=12).contains(&m))
        && [w!("/"), w!("-")].contains(&reading.word(at + 1))
        && glued(reading, at + 1)
        && glued(reading, at + 2)
        && ![w!("số"), w!("điều"), w!("khoản")].contains(&reading.word_before(at, 1))
        && let Some((end, year)) = year_number(reading, at + 2)
        && !(reading.word(end) == w!("-") && glued(reading, end))
        && (1800..2200).contains(&year)
    {
        let month = small(reading, at, 2)? as i32;
        return Some((end, Point { year: Part::Given(year), month: Part::Given(month), ..Point::default() }));
    }
    // `từ 5 đến 7/3`
    let before = reading.word_before(at, 1);
    if before == w!("từ")
        && let Some(day) = small(reading, at, 2).filter(|d| (1..=31).contains(d))
        && [w!("đến"), w!("-")].contains(&reading.word(at + 1))
        && date_figures(reading, at + 2).is_some_and(|(end, _)| !counts_something(reading, end))
    {
        return Some((at + 1, Point { day: Part::Given(day as i32), ..Point::default() }));
    }
    let (end, year) = year_number(reading, at).filter(|(_, y)| (1800..2200).contains(y))?;
    let listed = listed || follows_new_year(reading, at);
    let range = [w!("từ")].contains(&reading.word_before(at, 1))
        || reading.word(end) == w!("-") && year_number(reading, end + 1).is_some();
    ((listed || range) && !counts_something(reading, end))
        .then_some((end, Point { year: Part::Given(year), ..Point::default() }))
}
