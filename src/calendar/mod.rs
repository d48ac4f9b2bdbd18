//! Days of the Gregorian calendar, as far as articles need them.

mod lunar;

pub(crate) use lunar::from_lunar;

use std::fmt;

/// A day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// 1 to 9999.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Date {
    /// `None` where the calendar has no such day.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        ((1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day))
            .then_some(Self { year, month, day })
    }

    /// Reads `2021-07-01` and nothing more: which day a time falls on depends on where one stands.
    #[must_use]
    pub fn parse(iso: &str) -> Option<Self> {
        let mut parts = iso.splitn(3, '-');
        let (y, m, d) = (parts.next()?, parts.next()?, parts.next()?);
        let digits =
            [(y, 4), (m, 2), (d, 2)].iter().all(|(s, n)| s.len() == *n && s.bytes().all(|b| b.is_ascii_digit()));
        digits.then_some(())?;
        Self::new(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?)
    }

    /// The day `days` later, or earlier where negative. `None` out of the years 1 to 9999.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Option<Self> {
        from_day_number(self.day_number() + days)
    }

    /// 0 for Monday to 6 for Sunday.
    #[must_use]
    pub fn weekday(self) -> u8 {
        (self.day_number() + 2).rem_euclid(7) as u8
    }

    /// Year and week by ISO 8601: weeks begin on Monday, the first is that of the year's first Thursday.
    #[must_use]
    pub fn iso_week(self) -> (i32, u8) {
        let thursday = self.day_number() + 3 - i64::from(self.weekday());
        let Some(of) = from_day_number(thursday) else { return (self.year, 1) };
        let first = Date { year: of.year, month: 1, day: 1 }.day_number();
        (of.year, ((thursday - first) / 7 + 1) as u8)
    }

    /// Days since 0000-03-01 (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`).
    fn day_number(self) -> i64 {
        let y = i64::from(self.year) - i64::from(self.month <= 2);
        let m = (i64::from(self.month) + 9) % 12;
        365 * y + y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400) + (153 * m + 2) / 5 + i64::from(self.day) - 1
    }
}

fn from_day_number(n: i64) -> Option<Date> {
    let era = n.div_euclid(146_097);
    let of_era = n.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let m = (5 * of_year + 2) / 153;
    let day = (of_year - (153 * m + 2) / 5 + 1) as u8;
    let month = (if m < 10 { m + 3 } else { m - 9 }) as u8;
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    Date::new(i32::try_from(year).ok()?, month, day)
}

/// Days in a month.
pub(crate) fn days_in(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_counts_days() {
        assert_eq!(Date::parse("2024-02-29"), Date::new(2024, 2, 29));
        assert_eq!(Date::parse("2023-02-29"), None);
        for wrong in ["2021-10-14T08:35", "2021-10-14 ", "2021-10", "+021-10-14", "14/10/2021", "2021-10-1é", ""] {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Date::new(2021, 3, 1).unwrap().plus_days(-1), Date::new(2021, 2, 28));
        assert_eq!(Date::new(2020, 12, 31).unwrap().plus_days(1), Date::new(2021, 1, 1));
        assert_eq!(Date::new(2026, 11, 24).unwrap().weekday(), 1);
    }

    #[test]
    fn numbers_weeks() {
        for (day, week) in [("2021-01-03", (2020, 53)), ("2021-01-04", (2021, 1)), ("2021-07-02", (2021, 26))] {
            assert_eq!(Date::parse(day).unwrap().iso_week(), week, "{day}");
        }
    }
}
