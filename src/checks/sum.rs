//! Parts that do not add up to their total: `45 đại biểu, gồm 20 …, 24 …`.
//!
//! `gồm`, `bao gồm` announce all the parts; behind `trong đó` they may be some or may overlap, so only a sum that misses
//! the total by a hair is told. Every part has to be counted as the total is, in whole numbers, side by side.

use super::Article;
use crate::analysis::{Check, Kind, Quantity};
use crate::lexicon::Table;
use crate::text::{Reading, Stretch};
use crate::w;

/// A whole number of something, with where it stands.
struct Part {
    at: Stretch,
    value: f64,
    /// The unit of measure, or 0 for things counted.
    measure: u32,
}

/// Tokens between a total and its `gồm`, and between a part and the next.
const NEAR: usize = 14;

/// Looks behind every `gồm` and `trong đó` of every sentence.
pub(super) fn find(article: &Article) -> Vec<Check> {
    let reading = article.reading;
    let parts = whole_numbers(article);
    let mut out = Vec::new();
    for sentence in &reading.sentences {
        let first = parts.partition_point(|p| p.at.start < sentence.start);
        let last = parts.partition_point(|p| p.at.start < sentence.end);
        let numbers = &parts[first..last];
        for (n, total) in numbers.iter().enumerate() {
            let Some(next) = numbers.get(n + 1) else { break };
            let Some(slack) = announces(reading, total.at.end, next.at.start) else { continue };
            let listed = list(reading, &numbers[n + 1..], sentence.end);
            let sum: f64 = listed.iter().map(|p| p.value).sum();
            let alike = listed.iter().all(|p| p.measure == total.measure && p.value < total.value);
            let miss = (sum - total.value).abs();
            if listed.len() > 1 && alike && miss > 0.0 && miss <= slack * total.value {
                let at: Vec<Stretch> = std::iter::once(total).chain(listed).map(|p| p.at).collect();
                // whole numbers all: what writes floats would be 7 KB of the module for this alone
                let (sum, total) = (sum as i64, total.value as i64);
                let message = format!("The parts add up to {sum}, the total is {total}.");
                let values = [("sum", sum.to_string()), ("total", total.to_string())];
                out.push(article.check("sum", message, values, &at));
            }
        }
    }
    out
}

/// Quantities that are whole numbers without comparison; any other keeps its place as a number that fits nothing.
fn whole_numbers(article: &Article) -> Vec<Part> {
    let records = article.records;
    let mentions = records.mentions.iter().zip(records.record_of.iter());
    let quantities = mentions.filter(|(m, _)| m.kind == Kind::Quantity && m.parent.is_none());
    let mut out: Vec<Part> = Vec::new();
    for (mention, &record) in quantities {
        if out.last().is_some_and(|p| mention.at.start < p.at.end) {
            continue;
        }
        let Some(quantity) = records.quantities.get(record as usize) else { continue };
        let value = if is_whole(quantity) { quantity.value } else { f64::NAN };
        out.push(Part { at: mention.at, value, measure: measure(article.reading, mention.at) });
    }
    out
}

fn is_whole(q: &Quantity) -> bool {
    q.value.fract() == 0.0 && q.value > 0.0 && q.high.is_none() && q.comparison.is_none()
}

/// The unit of measure inside the mention; 0 where things are counted.
fn measure(reading: &Reading, at: Stretch) -> u32 {
    let unit = at.tokens().skip(1).filter_map(|i| reading.hits.longest(i, Table::Units)).next_back();
    unit.map_or(0, |u| u.row + 1)
}

/// How far the sum may miss and still be told, if the words between announce parts.
fn announces(reading: &Reading, from: usize, to: usize) -> Option<f64> {
    if to < from || to - from > NEAR {
        return None;
    }
    (from..to).find_map(|i| match reading.word(i) {
        x if x == w!("gồm") => Some(0.1),
        x if x == w!("đó") && reading.word_before(i, 1) == w!("trong") => Some(0.02),
        _ => None,
    })
}

/// The parts up to the first gap, or nothing where a number among them is no whole number.
fn list<'a>(reading: &Reading, numbers: &'a [Part], end: usize) -> &'a [Part] {
    let mut n = 0;
    while let Some(part) = numbers.get(n) {
        if n > 0 {
            let from = numbers[n - 1].at.end;
            let gap = from..part.at.start.min(end);
            let far = gap.len() > NEAR || announces(reading, from, part.at.start).is_some();
            let joined = gap.clone().any(|i| [w!(","), w!(";"), w!("và")].contains(&reading.word(i)));
            if far || !joined {
                return if far { &numbers[..n] } else { &[] };
            }
        }
        if part.value.is_nan() {
            return &[];
        }
        n += 1;
    }
    &numbers[..n]
}

#[cfg(test)]
mod tests {
    use crate::checks::tests::codes;

    #[test]
    fn totals_and_parts() {
        for (text, expected) in [
            ("Đại hội bầu 45 đồng chí, gồm 20 đồng chí nữ, 24 đồng chí nam.", 1),
            ("Đại hội bầu 45 đồng chí, gồm 20 đồng chí nữ, 25 đồng chí nam.", 0),
            ("Toàn tỉnh có 1.450 đảng viên, trong đó 61 đảng viên nữ, 1.398 đảng viên nam.", 1),
            ("Toàn tỉnh có 1.450 đảng viên, trong đó 61 đảng viên nữ, 1.389 đảng viên nam.", 0),
            // some of them, or overlapping
            ("Toàn tỉnh có 1.450 đảng viên, trong đó 610 đảng viên nữ, 389 đảng viên trẻ.", 0),
            ("Xã có 45 hộ dân, trong đó 5 hộ nghèo.", 0),
            ("Dự án 100 tỷ đồng, gồm 3 cây cầu và 94 km đường.", 0),
        ] {
            let found = codes(text, "2024-05-01");
            assert_eq!(found.iter().filter(|c| **c == "sum").count(), expected, "{text}");
        }
    }
}
