//! Events: wordings that differ only in case, spacing or brackets are one.

use super::{Built, Context};
use crate::analysis::{Event, EventKind, Granularity, Index, Kind};
use crate::entities::Value as Any;
use crate::lexicon::Class;
use crate::limits;
use crate::text::Stretch;
use crate::w;
use std::collections::HashMap;

/// Groups the mentions of events.
pub(super) fn build(context: &Context) -> Built<Event> {
    let mut built: Built<Event> = Built::default();
    let mut by_name: HashMap<Vec<u32>, u32> = HashMap::new();
    for (id, mention) in context.mentions(Kind::Event) {
        let Any::Event(value) = &mention.value else { continue };
        let words: Vec<u32> =
            context.reading[mention.at.tokens()].iter().filter(|t| !t.is_mark()).map(|t| t.word).collect();
        let record = *by_name.entry(words).or_insert_with(|| {
            let organization = value.body.and_then(|at| context.records.record_at(Kind::Organization, at));
            let organization = organization.filter(|&o| (o as usize) < context.records.organizations.len());
            built.push(Event {
                name: context.text(mention).to_string(),
                kind: value.kind.unwrap_or(EventKind::Other),
                ordinal: value.ordinal,
                organization,
                place: organization.and_then(|o| context.records.organizations.get(o as usize)?.place),
                term: None,
                date: None,
                mentions: Vec::new(),
            })
        });
        let Some(event) = built.join(id, record) else { continue };
        event.mentions.push(id as Index);
        event.term = event.term.take().or_else(|| value.term.and_then(|at| term_at(context, at)));
        event.date = event.date.take().or_else(|| date_of(context, mention.at).and_then(|m| value_of(context, m)));
    }
    built
}

/// `2020/2025`, where the time is a term or a span of years.
fn term_at(context: &Context, at: Stretch) -> Option<String> {
    let time = context.records.times.get(context.records.record_at(Kind::Time, at)? as usize)?;
    let years = matches!(time.granularity, Granularity::Term | Granularity::Interval);
    time.value.clone().filter(|v| years && v.len() == 9)
}

fn value_of(context: &Context, mention: usize) -> Option<String> {
    context.records.times.get(context.records.record_of[mention] as usize)?.value.clone()
}

/// A span of years or months dates no occasion.
fn is_span(context: &Context, time: usize) -> bool {
    let record = context.records.times.get(context.records.record_of[time] as usize);
    record.is_some_and(|t| matches!(t.granularity, Granularity::Interval | Granularity::Term | Granularity::Half))
}

/// The mention of the time an event was held: in brackets or behind `khai mạc`, `diễn ra`, `tổ chức`, `vào`, or as what
/// the day `là`.
pub(super) fn date_of(context: &Context, at: Stretch) -> Option<usize> {
    let reading = context.reading;
    let mentions = &context.records.mentions;
    for i in at.end..at.end + 5 {
        if !reading.same_line(at.start, i) {
            break;
        }
        let from = mentions.partition_point(|m| m.at.start < i);
        let time =
            (from..mentions.len()).take_while(|&m| mentions[m].at.start == i).find(|&m| mentions[m].kind == Kind::Time);
        if i > at.end
            && let Some(time) = time.filter(|&t| !is_span(context, t))
        {
            return Some(time);
        }
        if !Class::HeldOn.has(reading.word(i)) {
            break;
        }
    }
    // `Chiều ngày 1-7, Ban … tổ chức Hội nghị …`
    let held = [w!("chức"), w!("mạc"), w!("ra")];
    if at.start > 0 && held.contains(&reading.word(at.start - 1)) && reading.same_line(at.start - 1, at.start) {
        let sentence = reading.sentence_of(at.start);
        let from = mentions.partition_point(|m| m.at.start < sentence.start);
        let mut opens = (from..mentions.len()).take_while(|&m| mentions[m].at.start < sentence.start + limits::BESIDE);
        let opens = opens.find(|&m| mentions[m].kind == Kind::Time)?;
        return (mentions[opens].at.end <= at.start && !is_span(context, opens)).then_some(opens);
    }
    // `chọn ngày 14 tháng 10 hàng năm là Ngày truyền thống …`
    let is = at.start.checked_sub(1).filter(|&i| reading.word(i) == w!("là") && reading.same_line(i, at.start))?;
    let until = mentions.partition_point(|m| m.at.start < is);
    (0..until).rev().take(6).find(|&m| mentions[m].kind == Kind::Time && mentions[m].at.end == is)
}
