//! Clock times, alone or with their day: `08:35`, `9h cùng ngày`, `14/10/2021 - 08:35`, `17:25 GMT+7`.

use super::day::{DAY_PARTS, day, weekday_date};
use super::figures::{full_date, glued};
use super::{FoundPoint, Part, Point};
use crate::entities::numeral::small;
use crate::text::Reading;
use crate::w;

/// `08:35`, `8h30`, `8 giờ 30 phút`; whether it could be nothing but a clock time.
pub(super) fn clock(reading: &Reading, at: usize) -> Option<(usize, (u8, u8), bool)> {
    let hour = small(reading, at, 2).filter(|&h| h <= 24)? as u8;
    let minute = |i: usize| small(reading, i, 2).filter(|&m| m < 60).map(|m| m as u8);
    let next = reading.word(at + 1);
    if next == w!(":") && glued(reading, at + 1) && glued(reading, at + 2) {
        let m = minute(at + 2).filter(|_| reading.token_text(at + 2).len() == 2)?;
        let mut end = at + 3;
        if reading.word(end) == w!(":") && glued(reading, end) && glued(reading, end + 1) && minute(end + 1).is_some() {
            end += 2;
        }
        if [w!("am"), w!("pm"), w!("sa"), w!("ch")].contains(&reading.word(end)) && reading[end].is_capital() {
            end += 1;
        }
        return Some((zone(reading, end), (hour, m), true));
    }
    let spelled = next == w!("giờ") && reading.same_line(at, at + 1);
    // `5G` is no hour
    let small_letter = reading.tokens.get(at + 1).is_some_and(|t| !t.is_capital());
    let short = [w!("h"), w!("g")].contains(&next) && glued(reading, at + 1) && small_letter;
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
    let said = [w!("lúc"), w!("hồi"), w!("trước"), w!("sau"), w!("từ"), w!("vào"), w!("đến")].contains(&before)
        // `khoảng 7h, đoàn …`: only a clause opened by a clock time has the comma
        || [w!("đúng"), w!("khoảng"), w!("gần"), w!("tầm")].contains(&before) && reading.word(end) == w!(",");
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
pub(super) fn clock_and_day(reading: &Reading, at: usize) -> FoundPoint {
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
pub(super) fn day_and_clock(reading: &Reading, at: usize) -> FoundPoint {
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
