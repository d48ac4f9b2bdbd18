//! Times on the calendar: what each TIME comes to once the whole article is known.
//!
//! A missing year is that of the publication (December, read in January, is last year's); where no day of publication is known, that of another TIME with a
//! single year in the same sentence, nearest first, else of the nearest one before, never of a later sentence.
//! Terms and ranges lend none. `hôm nay` counts from the publication, else from the day last named.

use super::{Built, Context};
use crate::analysis::{Assumed, Granularity, Kind, Time};
use crate::calendar::{self, Date};
use crate::entities::Value as Any;
use crate::entities::time::{Part, Point, Unit, Value};

/// Gives every TIME its record.
pub(super) fn build(context: &Context) -> Built<Time> {
    let mentions: Vec<(usize, Value, usize)> = context
        .mentions(Kind::Time)
        .filter_map(|(id, m)| match m.value {
            Any::Time(value) => Some((id, value, m.at.start)),
            _ => None,
        })
        .collect();
    let sentences: Vec<usize> = mentions.iter().map(|m| context.reading.sentence_of(m.2).start).collect();
    let years: Vec<Option<i32>> = mentions.iter().map(|m| year_lent(&m.1)).collect();
    let lenders = lenders(&years, &sentences);
    let mut calendar = Calendar { published: context.layout.published, lender: None, last: None, period: None };
    let mut built = Built::default();
    for (n, &(id, value, _)) in mentions.iter().enumerate() {
        calendar.lender = lenders.get(n).copied().flatten();
        let time = calendar.resolve(value);
        built.of.push((id, built.records.len() as u32));
        built.records.push(Time {
            entity: id as u32,
            value: time.value.clone(),
            granularity: match value {
                Value::SamePeriod { .. } => granularity_of(time.value.as_deref().unwrap_or_default()),
                _ => granularity(&value),
            },
            assumed: time.assumed,
        });
    }
    built
}

/// The single year that a TIME names.
fn year_lent(value: &Value) -> Option<i32> {
    let year = match value {
        Value::Point(p) => p.year,
        Value::Months { year, .. } | Value::SamePeriod { year } => *year,
        _ => Part::Missing,
    };
    match year {
        Part::Given(y) => Some(y),
        _ => None,
    }
}

/// A TIME with a single year, by its position, and where its sentence begins.
#[derive(Debug, Clone, Copy)]
struct Lender {
    at: usize,
    year: i32,
    sentence: Option<usize>,
}

/// The year that the other TIMEs lend to each: the nearest in its sentence, else the nearest before.
fn lenders(years: &[Option<i32>], sentences: &[usize]) -> Vec<Option<i32>> {
    // position of the nearest TIME with a year, before (exclusive) and behind each
    let nearest = |order: &mut dyn Iterator<Item = usize>| -> Vec<Option<Lender>> {
        let mut last = None;
        let nearest = order.map(|at| {
            let year = years.get(at).copied().flatten();
            let lender = year.map(|year| Lender { at, year, sentence: sentences.get(at).copied() });
            let before = last;
            last = lender.or(last);
            before
        });
        nearest.collect()
    };
    let before = nearest(&mut (0..years.len()));
    let mut behind = nearest(&mut (0..years.len()).rev());
    behind.reverse();
    let lent = before.into_iter().zip(behind).zip(sentences).enumerate().map(|(n, ((before, behind), &sentence))| {
        let here = |l: &Lender| l.sentence == Some(sentence);
        let chosen = match (before.filter(here), behind.filter(here)) {
            (Some(a), Some(b)) => Some(if n - a.at <= b.at - n { a } else { b }),
            (a, b) => a.or(b).or(before),
        };
        chosen.map(|l| l.year)
    });
    lent.collect()
}

/// How fine a TIME is.
fn granularity(value: &Value) -> Granularity {
    match value {
        Value::Point(p) if p.clock.is_some() => Granularity::Time,
        Value::Point(p) if p.day != Part::Missing => Granularity::Day,
        Value::Point(p) if p.month != Part::Missing => Granularity::Month,
        Value::Point(p) if p.quarter.is_some() => Granularity::Quarter,
        Value::Point(_) => Granularity::Year,
        Value::Months { half: true, .. } => Granularity::Half,
        Value::Years { term: true, .. } => Granularity::Term,
        Value::Decade(_) => Granularity::Decade,
        Value::Century(_) => Granularity::Century,
        Value::Week(_) => Granularity::Week,
        Value::Weekday { .. } => Granularity::Day,
        Value::SamePeriod { .. }
        | Value::Range(..)
        | Value::Months { .. }
        | Value::Years { .. }
        | Value::Counted { .. } => Granularity::Interval,
        Value::Ago { unit, .. } | Value::Open(unit) => match unit {
            Unit::Day => Granularity::Day,
            Unit::Week => Granularity::Week,
            Unit::Month => Granularity::Month,
            Unit::Year => Granularity::Year,
        },
    }
}

/// How fine a value is that another TIME lent.
fn granularity_of(value: &str) -> Granularity {
    match value {
        _ if value.contains('/') => Granularity::Interval,
        _ if value.contains('Q') => Granularity::Quarter,
        _ if value.contains('-') => Granularity::Month,
        _ => Granularity::Year,
    }
}

/// A value, and what of it came from the date of publication.
#[derive(Debug, Default, PartialEq, Eq)]
struct Resolved {
    value: Option<String>,
    assumed: Option<Assumed>,
}

impl Resolved {
    fn new(value: String, assumed: Option<Assumed>) -> Self {
        Self { value: Some(value), assumed }
    }
}

/// What the article has told of its days so far.
struct Calendar {
    published: Option<Date>,
    /// The year for a date without one where the day of publication is unknown.
    lender: Option<i32>,
    /// The day last named.
    last: Option<Date>,
    /// The months or quarter last named, and their year.
    period: Option<(Value, i32)>,
}

impl Calendar {
    fn resolve(&mut self, value: Value) -> Resolved {
        self.resolved(value).unwrap_or_default()
    }

    fn resolved(&mut self, value: Value) -> Option<Resolved> {
        match value {
            Value::Point(point) => self.point(point),
            Value::Range(first, last) => self.range(first, last),
            Value::Months { year, first, last, .. } => {
                let (year, assumed) = self.year(year)?;
                self.period = Some((value, year));
                Some(Resolved::new(format!("{year:04}-{first:02}/{year:04}-{last:02}"), assumed))
            }
            Value::Years { first, last, .. } => Some(Resolved::new(format!("{first:04}/{last:04}"), None)),
            Value::Decade(first) => Some(Resolved::new(format!("{first:04}/{:04}", first + 9), None)),
            Value::Century(n) => Some(Resolved::new(format!("{:04}/{:04}", (n - 1) * 100 + 1, n * 100), None)),
            Value::SamePeriod { year } => self.same_period(year),
            Value::Week(shift) => {
                let (base, assumed) = self.today()?;
                let (year, week) = base.plus_days(i64::from(shift) * 7)?.iso_week();
                Some(Resolved::new(format!("{year:04}-W{week:02}"), assumed))
            }
            Value::Weekday { day, week } => {
                let (base, assumed) = self.today()?;
                let monday = base.plus_days(-i64::from(base.weekday()))?;
                let date = monday.plus_days(i64::from(week * 7 + day))?;
                self.last = Some(date);
                Some(Resolved::new(date.to_string(), assumed))
            }
            Value::Counted { count, unit } => {
                let (base, assumed) = self.today()?;
                let other = moved(base, count, unit)?;
                let (first, last) = if count < 0 { (other, base) } else { (base, other) };
                Some(Resolved::new(format!("{}/{}", as_fine(first, unit), as_fine(last, unit)), finer(assumed, unit)))
            }
            Value::Ago { count, unit } => {
                let (base, assumed) = self.today()?;
                Some(Resolved::new(as_fine(moved(base, -count, unit)?, unit), finer(assumed, unit)))
            }
            Value::Open(_) => None,
        }
    }

    /// The day that `hôm nay` is.
    fn today(&self) -> Option<(Date, Option<Assumed>)> {
        self.published.map(|d| (d, Some(Assumed::Date))).or_else(|| self.last.map(|d| (d, None)))
    }

    /// A year, and whether it was that of the publication.
    fn year(&self, year: Part) -> Option<(i32, Option<Assumed>)> {
        let published = self.published.map(|d| (d.year, Some(Assumed::Year)));
        match year {
            Part::Given(y) => Some((y, None)),
            Part::Missing => published.or_else(|| self.lender.map(|y| (y, None))),
            Part::Shift(by) => {
                let (y, assumed) = published.or_else(|| self.lender.map(|y| (y, None)))?;
                Some((y + by, assumed))
            }
            Part::Same => self.last.map(|d| (d.year, None)).or_else(|| self.lender.map(|y| (y, None))).or(published),
            Part::Cycle(year) => {
                // the one of the cycle nearest to the article
                let near = published.map(|p| p.0).or(self.lender).or(self.last.map(|d| d.year)).unwrap_or(year);
                Some((year + (f64::from(near - year) / 60.0).round() as i32 * 60, None))
            }
            Part::Latest(_) | Part::Each => None,
        }
    }

    fn point(&mut self, point: Point) -> Option<Resolved> {
        if let Part::Shift(_) | Part::Same = point.day {
            let (base, assumed) = match point.day {
                Part::Shift(by) => {
                    let (base, assumed) = self.today()?;
                    (base.plus_days(i64::from(by))?, assumed)
                }
                _ => self.last.map(|d| (d, None)).or_else(|| self.today())?,
            };
            self.last = Some(base);
            return Some(Resolved::new(with_clock(base.to_string(), point.clock), assumed));
        }
        if let (Part::Missing, Part::Missing, Part::Missing, None) = (point.year, point.month, point.day, point.quarter)
        {
            return None;
        }
        if let Part::Shift(by) = point.month {
            let (base, assumed) = self.today()?;
            return Some(Resolved::new(as_fine(moved(base, by, Unit::Month)?, Unit::Month), assumed));
        }
        let (month, latest) = match point.month {
            Part::Given(m) => (Some(m), false),
            Part::Latest(m) => (Some(m), true),
            // a day alone is one of the month last named
            _ if point.day != Part::Missing => return self.day_of_last_month(point),
            _ => (None, false),
        };
        let (mut year, assumed) = self.year(point.year)?;
        if point.year == Part::Missing
            && assumed.is_some()
            && let (Some(month), Some(published)) = (month, self.published)
        {
            year += turn_of_year(published, month);
        }
        if latest && self.published.is_some_and(|d| month > Some(i32::from(d.month))) {
            year -= 1;
        }
        if point.quarter.is_some() || month.is_some() && point.day == Part::Missing && !point.lunar {
            self.period = Some((Value::Point(point), year));
        }
        if let Some(quarter) = point.quarter {
            return Some(Resolved::new(format!("{year:04}-Q{quarter}"), assumed));
        }
        let Some(month) = month else {
            return Some(Resolved::new(format!("{year:04}"), assumed));
        };
        let Part::Given(day) = point.day else {
            let known = !point.lunar || point.day == Part::Missing;
            return known.then(|| Resolved::new(format!("{year:04}-{month:02}"), assumed)).filter(|_| !point.lunar);
        };
        let date = if point.lunar {
            // `29 Tết` lies in the last month of the lunar year before
            let (year, month) = if month == 0 { (year - 1, 12) } else { (year, month) };
            calendar::from_lunar(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?
        } else {
            Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?
        };
        self.last = Some(date);
        Some(Resolved::new(with_clock(date.to_string(), point.clock), assumed))
    }

    /// The months or quarter last named, in this year; the year alone where none was.
    fn same_period(&mut self, year: Part) -> Option<Resolved> {
        let Some((period, named)) = self.period else {
            return self.resolved(Value::Point(Point { year, ..Point::default() }));
        };
        let (year, assumed) = match year {
            Part::Shift(by) => (named + by, None),
            other => self.year(other)?,
        };
        let year = Part::Given(year);
        let moved = match period {
            Value::Months { first, last, half, .. } => Value::Months { year, first, last, half },
            Value::Point(point) => Value::Point(Point { year, ..point }),
            other => other,
        };
        let resolved = self.resolved(moved)?;
        self.period = Some((period, named));
        Some(Resolved { assumed, ..resolved })
    }

    fn day_of_last_month(&mut self, point: Point) -> Option<Resolved> {
        let (base, assumed) = self.last.map(|d| (d, None)).or_else(|| self.today())?;
        let Part::Given(day) = point.day else { return None };
        let date = Date::new(base.year, base.month, u8::try_from(day).ok()?)?;
        self.last = Some(date);
        Some(Resolved::new(with_clock(date.to_string(), point.clock), assumed))
    }

    /// Each end lends the other what it lacks; the range may run over the turn of the year.
    fn range(&mut self, mut first: Point, mut last: Point) -> Option<Resolved> {
        let missing = |p: Part| p == Part::Missing;
        if missing(first.month) && missing(first.day) && first.clock.is_some() {
            (first.day, first.month, first.year) = (last.day, last.month, last.year);
        } else if missing(last.month) && missing(last.day) && last.clock.is_some() {
            (last.day, last.month, last.year) = (first.day, first.month, first.year);
        }
        if missing(first.month) && !missing(first.day) {
            first.month = last.month;
        }
        if missing(last.month) && !missing(last.day) {
            last.month = first.month;
        }
        let over = matches!((first.month, last.month), (Part::Given(a), Part::Given(b)) if a > b);
        match (first.year, last.year) {
            (Part::Missing, Part::Given(y)) => first.year = Part::Given(y - i32::from(over)),
            (Part::Given(y), Part::Missing) => last.year = Part::Given(y + i32::from(over)),
            (Part::Missing, Part::Missing) if over => {
                let (year, assumed) = self.year(Part::Missing)?;
                // read in its last months, a range over the turn of the year began in the year before
                let begun =
                    self.published.is_some_and(|d| matches!(last.month, Part::Given(m) if i32::from(d.month) <= m));
                let year = year - i32::from(begun);
                let first = Point { year: Part::Given(year), ..first };
                let last = Point { year: Part::Given(year + 1), ..last };
                return self.between(first, last).map(|found| Resolved { assumed, ..found });
            }
            (Part::Missing, other) => first.year = other,
            _ => {}
        }
        self.between(first, last)
    }

    /// From one point to the other; nothing where the second came out before the first.
    fn between(&mut self, first: Point, last: Point) -> Option<Resolved> {
        let (a, b) = (self.point(first)?, self.point(last)?);
        let (from, to) = (a.value?, b.value?);
        let shared = from.len().min(to.len());
        (from.get(..shared) <= to.get(..shared)).then(|| Resolved::new(format!("{from}/{to}"), a.assumed.or(b.assumed)))
    }
}

/// December, read in January, was last year's.
fn turn_of_year(published: Date, month: i32) -> i32 {
    if published.month == 1 && month == 12 { -1 } else { 0 }
}

fn with_clock(mut day: String, clock: Option<(u8, u8)>) -> String {
    if let Some((hour, minute)) = clock {
        day.push_str(&format!("T{hour:02}:{minute:02}"));
    }
    day
}

/// What was assumed of a span counted in units: only the year where it is counted in years.
fn finer(assumed: Option<Assumed>, unit: Unit) -> Option<Assumed> {
    assumed.map(|_| if unit == Unit::Year { Assumed::Year } else { Assumed::Date })
}

fn as_fine(date: Date, unit: Unit) -> String {
    match unit {
        Unit::Day => date.to_string(),
        Unit::Week => {
            let (year, week) = date.iso_week();
            format!("{year:04}-W{week:02}")
        }
        Unit::Month => format!("{:04}-{:02}", date.year, date.month),
        Unit::Year => format!("{:04}", date.year),
    }
}

fn moved(date: Date, count: i32, unit: Unit) -> Option<Date> {
    match unit {
        Unit::Day => date.plus_days(i64::from(count)),
        Unit::Week => date.plus_days(i64::from(count) * 7),
        Unit::Month => {
            let months = date.year * 12 + i32::from(date.month) - 1 + count;
            Date::new(months.div_euclid(12), (months.rem_euclid(12) + 1) as u8, 1)
        }
        Unit::Year => Date::new(date.year + count, date.month, 1),
    }
}

#[cfg(test)]
mod tests {
    use crate::{Date, Options, analyze};

    /// Values of the TIMEs of a text, `-` where there is none, `?` behind what was assumed.
    fn values(text: &str, published: Option<&str>) -> Vec<String> {
        let options = Options { published: published.and_then(Date::parse), ..Options::default() };
        let analysis = analyze(text, &options);
        let show = |t: &crate::analysis::Time| {
            let assumed = match t.assumed {
                Some(crate::analysis::Assumed::Year) => " year",
                Some(crate::analysis::Assumed::Date) => " date",
                None => "",
            };
            t.value.clone().unwrap_or("-".into()) + assumed
        };
        analysis.times.iter().map(show).collect()
    }

    #[test]
    fn counts_from_the_publication() {
        for (text, want) in [
            ("Chiều ngày 1-7, Ban họp", vec!["2021-07-01 year"]),
            ("Sáng nay (5-3), Ban họp", vec!["2021-03-05 year"]),
            ("Hôm nay và hôm qua đều mưa", vec!["2021-07-02 date", "2021-07-01 date"]),
            ("Kết quả 6 tháng đầu năm", vec!["2021-01/2021-06 year"]),
            ("Kết quả 6 tháng cuối năm 2020", vec!["2020-07/2020-12"]),
            ("Trong 5 năm qua, tỉnh", vec!["2016/2021 year"]),
            ("cách đây 40 năm", vec!["1981 year"]),
            ("hồi tháng 5 vừa qua", vec!["2021-05 year"]),
            ("hồi tháng 11 vừa qua", vec!["2020-11 year"]),
            ("so với cùng kỳ năm ngoái", vec!["2020 year"]),
            ("9 tháng năm 2020 tăng so với cùng kỳ năm trước", vec!["2020-01/2020-09", "2019-01/2019-09"]),
            ("quý I/2020 tăng so với cùng kỳ năm 2018", vec!["2020-Q1", "2018-Q1"]),
            ("từ ngày 03 đến 06/12, đoàn", vec!["2021-12-03/2021-12-06 year"]),
            ("ngày 5 và 6-3, đoàn", vec!["2021-03-05/2021-03-06 year"]),
            ("ngày 14 tháng 10 hàng năm", vec!["-"]),
            ("ngày 31/02/2021", vec!["-"]),
            ("Ngày 5/3/2020, ông đến. Lúc 9h cùng ngày, ông về", vec!["2020-03-05", "2020-03-05T09:00"]),
            ("tuần qua", vec!["2021-W25 date"]),
            ("Thứ Tư tuần này, thứ 2 tuần tới", vec!["2021-06-30 date", "2021-07-05 date"]),
            ("Chủ nhật tuần trước, thứ Hai tuần qua", vec!["2021-06-27 date", "2021-06-21 date"]),
            ("6T/2025, T9/2025, Q3/2025", vec!["2025-01/2025-06", "2025-09", "2025-Q3"]),
            ("9 tháng 2025, 9 tháng đầu 2025", vec!["2025-01/2025-09", "2025-01/2025-09"]),
            ("tháng trước", vec!["2021-06 date"]),
            ("tháng 12 đến tháng 2/2021", vec!["2020-12/2021-02"]),
            ("từ 26 tháng Chạp đến hết mùng 5 tháng Giêng", vec!["2022-01-28/2022-02-05 year"]),
            ("từ tháng 11 đến tháng 2", vec!["2021-11/2022-02 year"]),
            ("từ tháng 11 đến tháng 8", vec!["2020-11/2021-08 year"]),
            ("giỗ Tổ ngày 10 tháng 3 âm lịch", vec!["2021-04-21 year"]),
            ("Từ năm 2015 đến quý I/2018", vec!["2015/2018-Q1"]),
            ("quý I đến quý III", vec!["2021-Q1/2021-Q3 year"]),
            ("mùng 5 Tết Kỷ Hợi", vec!["2019-02-09"]),
            ("năm Giáp Thìn", vec!["2024"]),
            ("những năm 1930, thế kỷ XX", vec!["1930/1939", "1901/2000"]),
        ] {
            assert_eq!(values(text, Some("2021-07-02")), want, "{text}");
        }
    }

    #[test]
    fn reads_dates_across_the_turn_of_the_year() {
        for (published, want) in [("2022-01-03", "2021-12-31 year"), ("2022-02-03", "2022-12-31 year")] {
            assert_eq!(values("Tối 31/12, thành phố", Some(published)), [want], "{published}");
        }
    }

    #[test]
    fn borrows_years_where_no_publication_is_known() {
        for (text, want) in [
            ("Chiều nay 26/3 bàn việc quý I, quý II/2024", vec!["2024-03-26", "2024-Q1", "2024-Q2"]),
            ("Ngày 5/3 họp. Năm 2020 xong", vec!["-", "2020"]),
            ("Năm 2019 xong. Ngày 5/3 họp", vec!["2019", "2019-03-05"]),
            ("Nhiệm kỳ 2015-2020, ngày 5/3 họp", vec!["2015/2020", "-"]),
            ("Hôm nay họp", vec!["-"]),
            ("Lúc 8h30 họp", vec!["-"]),
        ] {
            assert_eq!(values(text, None), want, "{text}");
        }
    }
}
