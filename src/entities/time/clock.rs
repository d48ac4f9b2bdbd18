//! Clock times, alone or with their day: `[08:35]`, `[9h cùng ngày]`, `[14/10/2021 - 08:35]`, `[17:25 GMT+7]`.

use super::day::{day, weekday_date};
use super::figures::full_date;
use super::{FoundPoint, Part, Point};
use crate::entities::cursor::Cursor;
use crate::lexicon::Class;
use crate::text::{Reading, Token};
use crate::w;

/// So many parts of the day stand in a row at most: `sáng sớm`.
const DAY_PARTS: usize = 4;

/// `[08:35]`, `[8h30]`, `[8 giờ 30 phút]`; whether it could be nothing but a clock time.
pub(super) fn clock(reading: &Reading, at: usize) -> Option<(usize, (u8, u8), bool)> {
    let start = Cursor::new(reading, at);
    let (c, hour) = start.digits(2).filter(|&(_, hour)| hour <= 24)?;
    let minute = |c: Cursor<'_>| c.digits(2).map(|(_, m)| m).filter(|&m| m < 60);
    if let Some(c) = c.glued().and_then(|c| c.any(&[w!(":")])?.glued()) {
        let minutes = minute(c).filter(|_| c.text().len() == 2)?;
        let c = c.one(Token::is_number)?;
        let c = c.maybe(|c| {
            let c = c.glued()?.any(&[w!(":")])?.glued()?;
            minute(c)?;
            c.one(Token::is_number)
        });
        let c = c.maybe(|c| c.one(|t| t.is_capital() && Class::HalfOfDay.has(t.word)));
        return Some((zone(reading, c.at()), (hour as u8, minutes as u8), true));
    }
    let spelled = c.any(&[w!("giờ")]);
    // `5G` is no hour
    let unit = spelled.or_else(|| c.glued()?.one(|t| !t.is_capital() && [w!("h"), w!("g")].contains(&t.word)))?;
    let (leads, guesses) = (Class::ClockLead.has(start.back(1)), Class::ClockGuess.has(start.back(1)));
    let minutes = minute(unit).filter(|_| match spelled {
        Some(_) => unit.one(Token::is_number).is_some_and(|behind| {
            behind.word() == w!("phút") || unit.text().len() == 2 && !counts(behind, leads || guesses)
        }),
        None => unit.glued().is_some(),
    });
    let c = match minutes {
        Some(_) => unit.one(Token::is_number)?.maybe(|c| c.any(&[w!("phút")]).or_else(|| c.glued()?.any(&[w!("'")]))),
        None => unit,
    };
    // `khoảng 7h, đoàn …`: only a clause opened by a clock time has the comma
    let said = leads || guesses && c.word() == w!(",");
    let clock = (hour as u8, minutes.unwrap_or(0) as u8);
    Some((c.at(), clock, minutes.is_some() && spelled.is_none() || said))
}

/// The minutes before this count something, and say no time: not so in `lúc 8 giờ 30`, `8 giờ 30, …`,
/// `[8 giờ 30 ngày 5/3]`. `led` where a word before tells of a clock time.
fn counts(behind: Cursor<'_>, led: bool) -> bool {
    let goes_on = behind
        .one(|t| t.is_number() || [w!("%"), w!("/"), w!(".")].contains(&t.word) && !t.spaced || !led && t.is_word());
    goes_on.is_some() && !Class::BehindClock.has(behind.word())
}

/// `GMT+7`, `(GMT+7)` behind a clock time.
fn zone(reading: &Reading, at: usize) -> usize {
    let here = Cursor::behind(reading, at);
    let open = here.any(&[w!("(")]);
    let zone = || {
        let (c, _) = open.unwrap_or(here).all(&[w!("gmt"), w!("+")])?.digits(2)?;
        if open.is_some() { c.any(&[w!(")")]) } else { Some(c) }
    };
    zone().map_or(at, Cursor::at)
}

/// A clock time, alone or before its day: `[9h cùng ngày]`, `[07:03 ngày 13/10/2020]`, `[8 giờ sáng nay]`.
pub(super) fn clock_and_day(reading: &Reading, at: usize) -> FoundPoint {
    let (end, clock, sure) = clock(reading, at)?;
    let mark = [w!(","), w!("-"), w!("|")].contains(&reading.word(end));
    let found = day(reading, end).or_else(|| full_date(reading, end)).or_else(|| {
        // `[17h, 5/3/2021]`, `[08:35 | 14/10/2021]`
        mark.then(|| weekday_date(reading, end + 1).or_else(|| full_date(reading, end + 1)))?
            .filter(|(_, d)| matches!(d.year, Part::Given(_)))
            .or_else(|| (reading.word(end) == w!(",")).then(|| day(reading, end + 1))?)
    });
    if let Some((end, day)) = found
        && reading.same_line(at, end - 1)
    {
        return Some((end, Point { clock: Some(clock), ..day }));
    }
    let last = Cursor::behind(reading, end).more(DAY_PARTS, |c| c.class(Class::DayPart)).at();
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
        // behind a mark only what has minutes: `[ngày 5/3], [8 giờ] …` begins something new
        Some((end, clock, sure)) if sure && (next <= end + 1) && clock_is_written(reading, next) => {
            Some((end, Point { clock: Some(clock), ..day }))
        }
        _ => Some((end, day)),
    }
}

/// `[08:35]` or `[8h30]`, not `[8 giờ]`.
fn clock_is_written(reading: &Reading, at: usize) -> bool {
    [w!(":"), w!("h")].contains(&reading.word(at + 1))
}
