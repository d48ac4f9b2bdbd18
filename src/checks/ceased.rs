//! A unit or body that had ceased to exist when the article appeared: districts since 1 July 2025 (Luật Tổ chức chính
//! quyền địa phương 72/2025/QH15), provinces merged that day or before, ministries and commissions merged in February
//! and March 2025.
//!
//! An article may well speak of the past. Nothing is told where the sentence says so (`cũ`, `trước đây`, `sáp nhập` …),
//! names an earlier year, or cites a document, and nothing where the article has no date.

use super::Article;
use crate::analysis::{Check, Kind, Place};
use crate::calendar::Date;
use crate::lexicon::columns::place_units::Level;
use crate::lexicon::columns::{ended_bodies, provinces};
use crate::lexicon::{Class, Table, level_of_unit, rows};
use crate::text::{Stretch, words_of};
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

/// Compares places and bodies with the day of publication.
pub(super) fn find(article: &Article) -> Vec<Check> {
    let Some(day) = article.layout.published else { return Vec::new() };
    let mut out: Vec<Check> = Vec::new();
    for place in &article.records.places {
        let Some(ended) = place_ended(place, day) else { continue };
        let unit = place.unit.as_deref().unwrap_or("");
        let mentions = place.mentions.iter().map(|&m| article.at(m));
        let at: Vec<Stretch> =
            mentions.filter(|&at| has_unit(article, at, unit) && !is_past(article, at, day)).collect();
        if !at.is_empty() {
            let name = format!("{unit} {}", place.name);
            let message = format!("\"{name}\" ceased to exist after {ended}.");
            out.push(article.check("ceased_unit", message, [("name", name), ("ended", ended.to_string())], &at));
        }
    }
    out.extend(bodies(article, day));
    out
}

/// The last day of a province or district that is no more.
fn place_ended(place: &Place, day: Date) -> Option<&'static str> {
    match level_of_unit(place.unit.as_deref()?)? {
        Level::District => (day > DISTRICTS_ENDED).then_some("2025-06-30"),
        Level::Province => {
            let rows = PROVINCES.get(&words_of(&place.name))?;
            let last = rows.iter().map(|&row| provinces::TO.of(row)).max_by_key(|to| (to.is_empty(), *to))?;
            let ended = Date::parse(last)?;
            (ended < day && day.year - ended.year <= RECENT).then_some(last)
        }
        _ => None,
    }
}

/// A province that ended so many years ago is history, not a slip.
const RECENT: i32 = 3;
const DISTRICTS_ENDED: Date = Date { year: 2025, month: 6, day: 30 };

static PROVINCES: LazyLock<HashMap<Vec<u32>, Vec<u32>>> = LazyLock::new(|| {
    let mut out: HashMap<Vec<u32>, Vec<u32>> = HashMap::new();
    for row in 0..rows(Table::Provinces) {
        out.entry(words_of(provinces::NAME.of(row))).or_default().push(row);
    }
    out
});

/// Bodies of the table of ended bodies, one check a body.
fn bodies(article: &Article, day: Date) -> Vec<Check> {
    let reading = article.reading;
    let mut found: BTreeMap<u32, Vec<Stretch>> = BTreeMap::new();
    let mut free = 0;
    for at in 0..reading.tokens.len() {
        let Some(hit) = reading.hits.longest(at, Table::EndedBodies).filter(|_| at >= free) else { continue };
        free = hit.end as usize;
        let stretch = Stretch::new(at, free);
        let ended = Date::parse(ended_bodies::TO.of(hit.row));
        if ended.is_some_and(|ended| ended < day)
            && reading[at].is_capital()
            && article.is_prose(at)
            && !is_past(article, stretch, day)
        {
            found.entry(hit.row).or_default().push(stretch);
        }
    }
    let check = |(row, at): (u32, Vec<Stretch>)| {
        let message = format!(
            "{} ceased to exist after {}; its work went to {}.",
            ended_bodies::NAME.of(row),
            ended_bodies::TO.of(row),
            ended_bodies::SUCCESSOR.of(row)
        );
        let values = [
            ("name", ended_bodies::NAME.of(row)),
            ("ended", ended_bodies::TO.of(row)),
            ("successor", ended_bodies::SUCCESSOR.of(row)),
        ];
        article.check("ceased_unit", message, values.map(|(key, value)| (key, value.to_string())), &at)
    };
    found.into_iter().map(check).collect()
}

fn has_unit(article: &Article, at: Stretch, unit: &str) -> bool {
    article.reading.text(at).to_lowercase().starts_with(unit)
}

/// The sentence speaks of what was.
fn is_past(article: &Article, at: Stretch, day: Date) -> bool {
    let reading = article.reading;
    let sentence = reading.sentence_of(at.start);
    // `nguyên` in `Bộ Tài nguyên và Môi trường` says nothing
    if sentence.tokens().any(|i| !at.tokens().contains(&i) && Class::TellsOfPast.has(reading.word(i))) {
        return true;
    }
    let mentions = &article.records.mentions;
    let from = mentions.partition_point(|m| m.at.start < sentence.start);
    let inside = mentions[from..].iter().zip(&article.records.record_of[from..]);
    inside.take_while(|(m, _)| m.at.start < sentence.end).any(|(m, &record)| match m.kind {
        Kind::Document => true,
        Kind::Time => {
            let time = article.records.times.get(record as usize);
            let year =
                time.and_then(|t| t.value.as_deref()).and_then(|v| v.get(..4)).and_then(|y| y.parse::<i32>().ok());
            year.is_some_and(|y| y < day.year)
        }
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use crate::checks::tests::codes;

    #[test]
    fn units_and_bodies_that_are_no_more() {
        for (text, published, expected) in [
            ("Lãnh đạo huyện Cẩm Xuyên kiểm tra việc thu hoạch lúa.", "2025-08-01", 1),
            ("Lãnh đạo huyện Cẩm Xuyên kiểm tra việc thu hoạch lúa.", "2025-06-01", 0),
            ("Người dân huyện Cẩm Xuyên cũ thu hoạch lúa.", "2025-08-01", 0),
            ("Năm 2010, huyện Cẩm Xuyên mất mùa.", "2025-08-01", 0),
            ("Lãnh đạo tỉnh Bình Dương làm việc với doanh nghiệp.", "2025-08-01", 1),
            ("Lãnh đạo tỉnh Lạng Sơn làm việc với doanh nghiệp.", "2025-08-01", 0),
            ("Bộ Giao thông vận tải yêu cầu các địa phương báo cáo.", "2025-08-01", 1),
            ("Bộ Giao thông vận tải yêu cầu các địa phương báo cáo.", "2024-08-01", 0),
        ] {
            let found = codes(text, published);
            assert_eq!(found.iter().filter(|c| **c == "ceased_unit").count(), expected, "{text} {published}");
        }
    }
}
