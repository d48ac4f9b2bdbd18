//! Terms, quarters, parts of a year, decades, centuries, and spans counted from the day of the article.

use super::figures::{ends_here, glued, lettered, slash_year, year_number};
use super::year::year_word;
use super::{Found, Part, Point, Unit, Value, count};
use crate::entities::cursor::Cursor;
use crate::entities::numeral::{numeral, ordinal, roman, small};
use crate::lexicon::{Class, Phrase};
use crate::lexicon::{Hit, Table};
use crate::text::Reading;
use crate::w;

/// The period that begins at this token.
pub(super) fn period(reading: &Reading, at: usize) -> Found {
    term(reading, at)
        .or_else(|| months_of_year(reading, at))
        .or_else(|| same_period(reading, at))
        .or_else(|| century(reading, at))
        .or_else(|| decade(reading, at))
        .or_else(|| counted(reading, at))
        .or_else(|| ago(reading, at))
        .or_else(|| week(reading, at))
        .or_else(|| bare_years(reading, at))
}

fn is_dash(reading: &Reading, at: usize) -> bool {
    reading.word(at) == w!("-")
}

/// `[2020-2025]`, `[2023 – 2030]`, `2015 đến 2020`, `từ năm 2015 đến năm 2020`.
fn years(reading: &Reading, at: usize) -> Option<(usize, i32, i32)> {
    let skip = |i: usize, word: u32| i + usize::from(reading.word(i) == word);
    let (end, first) = year_number(reading, skip(skip(at, w!("từ")), w!("năm")))?;
    let next = if is_dash(reading, end) || [w!("đến"), w!("tới")].contains(&reading.word(end)) {
        skip(end + 1, w!("năm"))
    } else {
        return None;
    };
    let (end, last) = year_number(reading, next)?;
    let glued_on = reading.tokens.get(end).is_some_and(|t| !t.spaced && t.word == w!("-"));
    (first < last && last < 2200 && !glued_on && reading.same_line(at, end - 1)).then_some((end, first, last))
}

/// `[nhiệm kỳ 2020-2025]`, `[giai đoạn 2023 – 2030]`, `[năm học 2020-2021]`.
fn term(reading: &Reading, at: usize) -> Found {
    // `[3 năm 2023 - 2025]`
    if let Some((end, 2..=20)) = count(reading, at)
        && reading.word(end) == w!("năm")
        && let Some((end, first, last)) = years(reading, end)
    {
        return reading.same_line(at, end - 1).then_some((end, Value::Years { first, last, term: false }));
    }
    let (head, is_term) = if reading.word(at) == w!("khóa") {
        (1, true)
    } else if reading.word(at) == w!("mùa") && reading.word(at + 1) != w!("giải") {
        (1, false)
    } else {
        let term = reading.phrase(at, Phrase::TermOfOffice);
        (term.or_else(|| reading.phrase(at, Phrase::SpanOfYears))? - at, term.is_some())
    };
    let new = usize::from(!is_term && reading.word(at + head) == w!("mới"));
    let (end, first, last) = years(reading, at + head + new).or_else(|| season(reading, at + head + new))?;
    reading.same_line(at, end - 1).then_some((end, Value::Years { first, last, term: is_term }))
}

/// `[2023/24]`, `[2023/2024]`, `2024-25`: a school year or season, which runs into the next.
fn season(reading: &Reading, at: usize) -> Option<(usize, i32, i32)> {
    let first = small(reading, at, 4).filter(|y| (1900..2200).contains(y))?;
    let joined = [w!("/"), w!("-")].contains(&reading.word(at + 1)) && !reading[at + 1].spaced;
    let next = first + 1;
    small(reading, at + 2, 4).filter(|&y| joined && !reading[at + 2].spaced && (y == next || y == next % 100))?;
    let ends =
        !reading.tokens.get(at + 3).is_some_and(|t| !t.spaced && !t.is_mark() || [w!("/"), w!("-")].contains(&t.word));
    ends.then_some((at + 3, first as i32, next as i32))
}

/// `[2020-2025]` without a word before it.
fn bare_years(reading: &Reading, at: usize) -> Found {
    let token = reading.tokens.get(at)?;
    if !token.is_number() {
        return None;
    }
    if let Some((end, first, last)) = season(reading, at)
        && reading.word(at + 1) == w!("/")
        && token.spaced
        && ![w!("số"), w!("định"), w!("quyết")].contains(&reading.word_before(at, 1))
    {
        return Some((end, Value::Years { first, last, term: false }));
    }
    let (_, first) = year_number(reading, at)?;
    let (end, _, last) = years(reading, at)?;
    let said = !is_dash(reading, at + 1);
    ((first >= 1800 || reading.word_before(at, 1) == w!("(")) && (!said || reading.word_before(at, 1) == w!("từ")))
        .then_some((end, Value::Years { first, last, term: false }))
}

/// `/2024`, `-2021`, ` năm 2021`, ` năm nay`, or nothing.
fn year_behind(reading: &Reading, at: usize) -> (usize, Part) {
    if [w!("/"), w!("-")].contains(&reading.word(at))
        && !reading[at].spaced
        && let Some((end, year)) = year_number(reading, at + 1)
    {
        return (end, Part::Given(year));
    }
    let from = at + usize::from(reading.word(at) == w!(",") && reading.word(at + 1) == w!("năm"));
    year_word(reading, from).filter(|_| reading.same_line(at - 1, from)).unwrap_or((at, Part::Missing))
}

/// `[quý II/2024]`, `[Quí III-2021]`, `[quý 3 năm 2020]`, `[Q3/2025]`.
pub(super) fn quarter(reading: &Reading, at: usize) -> Option<(usize, Point)> {
    if let Some((end, number, year)) = lettered(reading, at, w!("q")).or_else(|| roman_quarter(reading, at)) {
        let point = Point { year: Part::Given(year), quarter: Some(number as u8), ..Point::default() };
        return (1..=4).contains(&number).then_some((end, point));
    }
    let c = Cursor::new(reading, at).any(&[w!("quý")])?;
    let number = |reading, at| roman(reading, at).or_else(|| small(reading, at, 1)).map(|n| (at + 1, n));
    let (c, number) = c.read(number).filter(|(_, n)| (1..=4).contains(n))?;
    let (end, year) = year_behind(reading, c.at());
    Some((end, Point { year, quarter: Some(number as u8), ..Point::default() }))
}

/// `[QII/2024]`.
fn roman_quarter(reading: &Reading, at: usize) -> Option<(usize, i32, i32)> {
    const QUARTERS: [u32; 4] = [w!("qi"), w!("qii"), w!("qiii"), w!("qiv")];
    let number = QUARTERS.iter().position(|&q| q == reading.word(at)).filter(|_| reading[at].is_capital())?;
    let (end, year) = slash_year(reading, at + 1)?;
    Some((end, number as i32 + 1, year))
}

/// `[6T/2025]`: the first months of a year.
fn lettered_months(reading: &Reading, at: usize) -> Found {
    let months = small(reading, at, 2).filter(|n| (1..=12).contains(n))? as u8;
    let letter = reading.word(at + 1) == w!("t") && reading[at + 1].is_capital() && glued(reading, at + 1);
    // `[6T2025]`
    let tight =
        || year_number(reading, at + 2).filter(|(_, year)| glued(reading, at + 2) && (1900..2200).contains(year));
    let (end, year) = slash_year(reading, at + 2).or_else(tight).filter(|_| letter)?;
    Some((end, Value::Months { year: Part::Given(year), first: 1, last: months, half: months == 6 }))
}

/// `[9 tháng năm 2021]`, `[9 tháng 2021]`, `[6 tháng đầu năm]`, `[6 tháng đầu 2021]`, `[6 tháng cuối năm 2021]`,
/// `[nửa đầu năm nay]`, `[3 quý đầu năm]`.
fn months_of_year(reading: &Reading, at: usize) -> Found {
    if reading.word(at) == w!("nửa") && [w!("đầu"), w!("cuối")].contains(&reading.word(at + 1)) {
        let (end, year) = year_word(reading, at + 2)?;
        let (first, last) = if reading.word(at + 1) == w!("đầu") { (1, 6) } else { (7, 12) };
        return Some((end, Value::Months { year, first, last, half: false }));
    }
    if let Some(found) = lettered_months(reading, at) {
        return Some(found);
    }
    let (end, number) = count(reading, at)?;
    let (per, most) = match reading.word(end) {
        x if x == w!("tháng") => (1, 11),
        x if x == w!("quý") => (3, 3),
        _ => return None,
    };
    if !(1..=most).contains(&number) || !reading.same_line(at, end) {
        return None;
    }
    let months = (number * per) as u8;
    let side = reading.word(end + 1);
    if [w!("đầu"), w!("cuối")].contains(&side) {
        let bare = year_number(reading, end + 2).filter(|(_, year)| (1900..2200).contains(year));
        if bare.is_none() && (reading.word(end + 2) != w!("năm") || reading.word(end + 3) == w!("học")) {
            return None;
        }
        let bare = bare.map(|(end, year)| (end, Part::Given(year)));
        let year = bare.or_else(|| year_word(reading, end + 2));
        let (last_token, year) = year.unwrap_or((end + 3, Part::Missing));
        let (first, last) = if side == w!("đầu") { (1, months) } else { (13 - months, 12) };
        let half = months == 6 && per == 1;
        return Some((last_token, Value::Months { year, first, last, half }));
    }
    let of = end + 1 + usize::from([w!("của"), w!("trong")].contains(&reading.word(end + 1)));
    let slash = [w!("/"), w!("-")].contains(&reading.word(end + 1)) && !reading[end + 1].spaced;
    // `[9 tháng 2025]`
    let bare = year_number(reading, end + 1).filter(|(_, year)| (1900..2200).contains(year));
    let (last_token, year) = match bare {
        Some((end, year)) if reading.same_line(at, end - 1) => (end, Part::Given(year)),
        _ if slash => year_number(reading, end + 2).map(|(e, y)| (e, Part::Given(y)))?,
        _ => year_word(reading, of)?,
    };
    Some((last_token, Value::Months { year, first: 1, last: months, half: false }))
}

/// `cùng kỳ năm ngoái`, `[cùng kỳ năm 2020]`, `cùng tháng năm trước`.
fn same_period(reading: &Reading, at: usize) -> Found {
    let c = Cursor::new(reading, at).any(&[w!("cùng")])?;
    let c = c.class(Class::SameSpan).or_else(|| c.any(&[w!("thời")])?.class(Class::SameTime))?;
    let (c, year) = c.read(year_word)?;
    Some((c.at(), Value::SamePeriod { year }))
}

/// `[thế kỷ XX]`, `[cuối thế kỷ 19]`.
fn century(reading: &Reading, at: usize) -> Found {
    let c = Cursor::new(reading, at).maybe(|c| c.class(Class::PartOfPeriod));
    let (c, number) = c.read(century_number)?;
    Some((c.at(), Value::Century(number)))
}

fn century_number(reading: &Reading, at: usize) -> Option<(usize, i32)> {
    let c = Cursor::new(reading, at).any(&[w!("thế")])?.class(Class::Century)?;
    let (c, number) = c.read(ordinal)?;
    (1..=30).contains(&number).then_some((c.at(), number as i32))
}

/// `[những năm 1930]`, `[thập niên 90]`, `[những năm 60 của thế kỷ XX]`, `[thập kỷ 1980]`.
fn decade(reading: &Reading, at: usize) -> Found {
    let c = Cursor::new(reading, at).maybe(|c| c.class(Class::PartOfPeriod));
    let years = c.any(&[w!("những"), w!("các")]).and_then(|c| c.any(&[w!("năm")]));
    let c = years.or_else(|| Some(c.any(&[w!("thập")])?.class(Class::Decade)?.maybe(|c| c.any(&[w!("năm")]))))?;
    let spelled = |reading, at| {
        let number = numeral(reading, at).filter(|n| n.spelled && n.value >= 10.0)?;
        Some((number.end, number.value as u32))
    };
    let (c, number) = c.digits(4).or_else(|| c.read(spelled))?;
    // `những [năm 2010], [2015]`: single years
    let listed = c.any(&[w!(","), w!("-"), w!("và")]).is_some_and(|c| c.digits(4).is_some());
    if number % 10 != 0 || listed {
        return None;
    }
    let of = c.maybe(|c| c.any(&[w!("của")]));
    let last = || Some((of.any(&[w!("thế")])?.class(Class::Century)?.any(&[w!("trước")])?, 20));
    let century = of.read(century_number).or_else(last);
    let (number, two_digits) = (number as i32, (10..100).contains(&number));
    match (number, century) {
        (1000..2200, century) => Some((century.map_or(c, |(c, _)| c).at(), Value::Decade(number))),
        (_, Some((c, century))) if two_digits => Some((c.at(), Value::Decade((century - 1) * 100 + number))),
        // decades named by two figures are those of the twentieth century
        _ if two_digits && number >= 20 => Some((c.at(), Value::Decade(1900 + number))),
        _ => None,
    }
}

fn unit(reading: &Reading, at: usize) -> Option<(usize, Unit, i32)> {
    match reading.word(at) {
        x if x == w!("năm") => Some((at + 1, Unit::Year, 1)),
        x if x == w!("tháng") => Some((at + 1, Unit::Month, 1)),
        x if x == w!("tuần") => Some((at + 1, Unit::Week, 1)),
        x if x == w!("ngày") => Some((at + 1, Unit::Day, 1)),
        x if x == w!("quý") => Some((at + 1, Unit::Month, 3)),
        x if x == w!("thập") && reading.word(at + 1) != w!("phân") => Some((at + 2, Unit::Year, 10)),
        _ => None,
    }
}

/// `[5 năm qua]`, `[3 tháng gần đây]`, `[10 năm tới]`; `[40 năm trước]`.
fn counted(reading: &Reading, at: usize) -> Found {
    // `lần thứ 3 tuần trước` counts no weeks
    let (end, number) = count(reading, at).filter(|_| reading.word_before(at, 1) != w!("thứ"))?;
    let (end, unit, times) = unit(reading, end).filter(|_| reading.same_line(at, end))?;
    if !reading.same_line(at, end) {
        return None;
    }
    let number = number * times;
    if let Some(end) = reading.phrase(end, Phrase::JustPast) {
        return Some((end, Value::Counted { count: -number, unit }));
    }
    if reading.seq(end, &[w!("trở"), w!("lại"), w!("đây")]) {
        return Some((end + 3, Value::Counted { count: -number, unit }));
    }
    if reading.seq(end, &[w!("về"), w!("trước")]) {
        return Some((end + 2, Value::Ago { count: number, unit }));
    }
    match reading.word(end) {
        x if x == w!("sau") => {
            // `một tuần sau` is as vague as `sau đó`
            let open = number > 1 && !is_counted_from_else(reading, end + 1);
            open.then_some((end + 1, Value::Open(unit)))
        }
        x if x == w!("qua") || x == w!("nay") => Some((end + 1, Value::Counted { count: -number, unit })),
        x if x == w!("tới") && !reading.tokens.get(end + 1).is_some_and(|t| t.is_number() || t.is_capital()) => {
            Some((end + 1, Value::Counted { count: number, unit }))
        }
        x if x == w!("trước") => {
            let end = end + 1 + usize::from(reading.word(end + 1) == w!("đây"));
            (!is_counted_from_else(reading, end)).then_some((end, Value::Ago { count: number, unit }))
        }
        _ => None,
    }
}

/// What follows `[3 ngày trước]`, `ba tuần sau` is what they are counted from: `khi`, `đó`, `Đại hội`, `bầu cử`.
fn is_counted_from_else(reading: &Reading, at: usize) -> bool {
    let small_word = |h: &Hit| matches!(h.table, Table::FunctionWords | Table::Honorifics);
    [w!("khi"), w!("lúc"), w!("ngày"), w!("đó")].contains(&reading.word(at))
        || !reading.line_ends(at)
            && reading[at].is_word()
            && (reading[at].is_capital() || !reading.hits.at(at).iter().any(small_word))
}

/// `[cách đây 40 năm]`, `[cách đây hơn 40 năm]`.
fn ago(reading: &Reading, at: usize) -> Found {
    let c = Cursor::new(reading, at).all(&[w!("cách"), w!("đây")])?;
    let rough = c.class(Class::Roughly);
    let c = rough.unwrap_or_else(|| c.maybe(|c| c.any(&[w!("đúng"), w!("tròn")])));
    let (c, number) = c.read(count)?;
    let (c, (unit, times)) = c.read(|reading, at| unit(reading, at).map(|(end, unit, times)| (end, (unit, times))))?;
    let value = if rough.is_some() { Value::Open(unit) } else { Value::Ago { count: number * times, unit } };
    Some((c.at(), value))
}

/// `tuần này`, `cuối tuần qua`, `tuần trước`, `tuần qua`, `tuần tới`.
fn week(reading: &Reading, at: usize) -> Found {
    let from = Cursor::new(reading, at).maybe(|c| c.class(Class::PartOfPeriod)).at();
    let counted = at > 0 && from == at && (reading[at - 1].is_number() || Class::ManyOrFew.has(reading.word(at - 1)));
    if counted { None } else { which_week(reading, at, from) }
}

/// The week that `tuần` at `from` names by the word behind it, where no number counts weeks.
fn which_week(reading: &Reading, at: usize, from: usize) -> Found {
    if reading.word(from) != w!("tuần") || !reading.same_line(at, from + 1) {
        return None;
    }
    match reading.word(from + 1) {
        x if x == w!("này") => Some((from + 2, Value::Week(0))),
        // `tuần trước đó` is counted from something else
        x if (x == w!("trước") || x == w!("sau")) && reading.word(from + 2) == w!("đó") => {
            Some((from + 3, Value::Open(Unit::Week)))
        }
        x if x == w!("qua") || x == w!("trước") => Some((from + 2, Value::Week(-1))),
        x if x == w!("tới") || x == w!("sau") => Some((from + 2, Value::Week(1))),
        _ => None,
    }
}

/// A day of the week alone: `[thứ Bảy]`, `[chiều thứ hai]`, `[Chủ nhật tới]`, `[thứ Sáu tuần này]`; not each
/// (`các thứ Bảy`).
pub(super) fn weekday(reading: &Reading, at: usize) -> Found {
    let parted = usize::from(Class::DayPart.has(reading.word(at)) || reading.word(at) == w!("ngày"));
    let from = at + parted;
    let named = |i: usize| reading[i].is_capital();
    let last = from + 1;
    let this_week = which_week(reading, last + 1, last + 1);
    // `Bí thư thứ Hai` counts: only a small word that leads to a time, a mark or a part of the day tells a day
    let led = Class::WeekdayLead.has(reading.word_before(at, 1));
    let free = led || reading.line_ends(at) || reading.before(at).is_mark();
    let in_day = parted == 1 && reading.word(at) != w!("ngày");
    let weekday = match reading.word(from) {
        x if x == w!("thứ") => {
            let number = small(reading, last, 1).is_some_and(|d| (2..=7).contains(&d));
            // the week says that it is a day, where nothing before could be counted
            let of_week = this_week.is_some() && (free || named(from) || named(last));
            Class::WeekdayNumber.has(reading.word(last))
                && (named(last) && (free || parted == 1) || led || in_day || of_week)
                || number && (in_day || of_week || led && this_week.is_some())
        }
        x if x == w!("chủ") => reading.word(last) == w!("nhật") && (parted == 1 || named(from) && free),
        _ => false,
    };
    if !weekday || !reading.same_line(at, last) || Class::Each.has(reading.word_before(at, 1)) {
        return None;
    }
    let mut end = last + 1;
    if [w!("hàng"), w!("hằng")].contains(&reading.word(end)) || reading.word(end) == w!("và") && named(end + 1) {
        return None;
    }
    if let Some((next, week)) = this_week {
        let day = day_of_week(reading, from);
        return Some((
            next,
            match week {
                Value::Week(week) => Value::Weekday { day, week },
                other => other,
            },
        ));
    } else if reading.seq(end, &[w!("vừa"), w!("qua")]) {
        end += 2;
    } else if [w!("tới"), w!("này")].contains(&reading.word(end)) && ends_here(reading, end + 1) {
        end += 1;
    }
    Some((end, Value::Open(Unit::Day)))
}

/// The day of the week that `thứ` or `chủ nhật` at this token names, Monday 0.
fn day_of_week(reading: &Reading, at: usize) -> i32 {
    if reading.word(at) == w!("chủ") {
        return 6;
    }
    let number = small(reading, at + 1, 1).map(f64::from).or_else(|| numeral(reading, at + 1).map(|n| n.value));
    // `thứ tư` is no number of its own
    number.map_or(2, |n| n as i32 - 2)
}
