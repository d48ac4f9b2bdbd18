//! When the article was published and how often it was read, from the lines that say so.

use super::lines::Look;
use crate::analysis::ZoneKind;
use crate::calendar::Date;
use crate::text::{Reading, TokenKind};
use crate::w;
use std::sync::LazyLock;

/// A time of publication as the text says.
#[derive(Debug, Clone)]
pub(super) struct Stamp {
    pub day: Date,
    /// `2021-10-14` or `2021-10-14T08:35`, local.
    pub iso: String,
}

static DAY: LazyLock<regex::Regex> = LazyLock::new(|| {
    let pattern = r"([0-9]{1,2}) ?[/.-] ?([0-9]{1,2}) ?[/.-] ?([0-9]{4})|([0-9]{1,2}) tháng ([0-9]{1,2}),? năm ([0-9]{4})|([0-9]{4})-([0-9]{2})-([0-9]{2})";
    regex::Regex::new(pattern).expect("constant pattern")
});
static CLOCK: LazyLock<regex::Regex> =
    LazyLock::new(|| regex::Regex::new(r"([0-9]{1,2}) ?(?:[:hg]|giờ) ?([0-9]{2})").expect("constant pattern"));

/// The first date line with a date of day, month and year. `Cập nhật` counts (guidelines, section 3).
pub(super) fn published(reading: &Reading, zones: &[ZoneKind]) -> Option<Stamp> {
    let lines = reading.lines.iter().zip(zones).filter(|(_, z)| **z == ZoneKind::Dateline);
    lines.map(|(line, _)| reading.text(line.tokens)).find_map(stamp_of)
}

fn stamp_of(text: &str) -> Option<Stamp> {
    let found = DAY.captures(text)?;
    let number = |i: usize| found.get(i).and_then(|m| m.as_str().parse::<i32>().ok());
    let (day, month, year) = [(1, 2, 3), (4, 5, 6), (9, 8, 7)]
        .into_iter()
        .find_map(|(day, month, year)| Some((number(day)?, number(month)?, number(year)?)))?;
    let day = Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
    let date = found.get(0)?.range();
    let clock = [&text[..date.start], &text[date.end..]].into_iter().find_map(|rest| {
        let found = CLOCK.captures(rest)?;
        let (hour, minute): (u8, u8) = (found[1].parse().ok()?, found[2].parse().ok()?);
        (hour < 24 && minute < 60).then_some((hour, minute))
    });
    let iso = match clock {
        Some((hour, minute)) => format!("{day}T{hour:02}:{minute:02}"),
        None => day.to_string(),
    };
    Some(Stamp { day, iso })
}

/// The number behind `Lượt xem`, `Số lần xem`.
pub(super) fn views(reading: &Reading, zones: &[ZoneKind], looks: &[Look]) -> Option<u64> {
    let lines = reading.lines.iter().zip(zones).zip(looks);
    lines.filter(|((_, z), _)| **z == ZoneKind::Dateline).find_map(|((line, _), _)| {
        let counted = [w!("xem"), w!("đọc"), w!("view"), w!("views")];
        let at = line.tokens.tokens().find(|&i| counted.contains(&reading.word(i)))?;
        let from = (at + 1..(at + 4).min(line.tokens.end)).find(|&i| reading[i].is_number())?;
        let mut digits = String::new();
        let mut i = from;
        while i < line.tokens.end {
            match reading[i].kind {
                TokenKind::Number => digits.push_str(reading.token_text(i)),
                _ if [w!("."), w!(",")].contains(&reading.word(i))
                    && reading.tokens.get(i + 1).is_some_and(|t| t.is_number() && !t.spaced) => {}
                _ => break,
            }
            i += 1;
        }
        digits.parse().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_stamps() {
        for (text, iso) in [
            ("14/10/2021 - 08:35", "2021-10-14T08:35"),
            ("Cập nhật lúc 07:03 ngày 13/10/2020", "2020-10-13T07:03"),
            ("01/10/2020 | 17:25 GMT+7", "2020-10-01T17:25"),
            ("[ Cập nhật vào ngày (02/07/2021) ]", "2021-07-02"),
            ("Thứ Hai, 12-8-2019, 10h15", "2019-08-12T10:15"),
            ("ngày 5 tháng 3 năm 2020", "2020-03-05"),
        ] {
            assert_eq!(stamp_of(text).map(|s| s.iso).as_deref(), Some(iso), "{text}");
        }
        assert!(stamp_of("31/02/2020").is_none());
        assert!(stamp_of("Quý III").is_none());
    }
}
