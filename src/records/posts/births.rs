//! When somebody was born, as a text tells it beside a name.

use crate::records::Context;
use crate::text::Stretch;
use crate::w;

/// The year or day of birth that a stretch tells: `sinh năm 1978`, `SN 1970`, `sinh ngày 5/3/1978`, `(1978)`, `12/3/1970`.
pub(super) fn told_in(context: &Context, at: Stretch) -> Option<String> {
    let (reading, records) = (context.reading, context.records);
    let words = [w!("sinh"), w!("sn"), w!("năm"), w!("ngày")];
    let first = reading.word(at.start);
    if !words.contains(&first) && !reading[at.start].is_number() || reading.word(at.end - 1) == w!("tuổi") {
        return None;
    }
    let from = records.times.partition_point(|t| records.mentions[t.entity as usize].at.start < at.start);
    let day = records.times.get(from).filter(|t| at.contains(records.mentions[t.entity as usize].at));
    // the year is written out: a birth is never of the year of the article, nor of a cycle's last year of that name
    let year = at.tokens().find(|&i| reading[i].is_number() && reading[i].letters == 4)?;
    let year = reading.token_text(year);
    let value = day.and_then(|t| t.value.clone()).filter(|value| value.starts_with(year));
    value.or_else(|| Some(year.to_string()))
}
