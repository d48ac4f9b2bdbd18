//! Abbreviations: those the text defines and those every reader knows, with all their uses.

use super::{Built, Context};
use crate::analysis::{Abbreviation, Kind};
use crate::entities::Value as Any;
use crate::lexicon::Table;
use crate::lexicon::columns::abbreviations;
use crate::text::{Reading, Stretch};
use crate::w;
use std::collections::HashMap;

/// Gives every ABBR its record, and known short forms theirs.
pub(super) fn build(context: &Context) -> Built<Abbreviation> {
    let reading = context.reading;
    let mut built = Built::default();
    let mut known: HashMap<String, u32> = HashMap::new();
    let mut longest: HashMap<u32, usize> = HashMap::new();
    for (id, mention) in context.mentions(Kind::Abbreviation) {
        let Any::Abbreviation(value) = &mention.value else { continue };
        let short = context.text(mention).to_string();
        // how many tokens the forms have that begin with this word
        let longest = longest.entry(reading.word(mention.at.start)).or_default();
        *longest = mention.at.len().max(*longest);
        let record = *known.entry(short.clone()).or_insert_with(|| {
            built.push(Abbreviation {
                short,
                long: reading.text(value.long).to_string(),
                defined: true,
                definition: Some(id as u32),
                uses: Vec::new(),
            })
        });
        built.of.push((id, record));
    }
    let defined = built.records.len() as u32;
    let mut at = 0;
    while at < reading.tokens.len() {
        let own = longest.get(&reading.word(at)).and_then(|&longest| {
            (1..=longest).rev().map(|length| Stretch::new(at, at + length)).find_map(|stretch| {
                let n = *known.get(reading.text(stretch)).filter(|&&n| n < defined)?;
                stands_alone(reading, stretch).then_some((stretch, n))
            })
        });
        let found = own.or_else(|| {
            let (stretch, long) = known_form(reading, at)?;
            let short = reading.text(stretch);
            let n = *known.entry(short.to_string()).or_insert_with(|| {
                built.push(Abbreviation {
                    short: short.to_string(),
                    long: long.to_string(),
                    defined: false,
                    definition: None,
                    uses: Vec::new(),
                })
            });
            (n >= defined).then_some((stretch, n))
        });
        match found {
            Some((stretch, n)) => {
                if let Some(known) = built.at_mut(n) {
                    known.uses.push(reading.span(stretch));
                }
                at = stretch.end;
            }
            None => at += 1,
        }
    }
    built
}

/// A known short form here, in the letters of the table, and what it stands for.
fn known_form(reading: &Reading, at: usize) -> Option<(Stretch, &'static str)> {
    let mut hits = reading.hits.at(at).iter().filter(|h| h.table == Table::Abbreviations);
    hits.find_map(|hit| {
        let stretch = Stretch::new(at, hit.end as usize);
        let with = abbreviations::WITH.of(hit.row);
        let form = abbreviations::FORM.of(hit.row);
        let written = form.split('|').any(|f| f == reading.text(stretch));
        let behind = with.is_empty() || abbreviations::WITH.words(hit.row).iter().any(|w| reading.seq(stretch.end, w));
        (written && behind && stands_alone(reading, stretch)).then(|| (stretch, abbreviations::LONG.of(hit.row)))
    })
}

/// Not a part of a document's symbol or another code (`27/NQ-HĐND`).
fn stands_alone(reading: &Reading, at: Stretch) -> bool {
    let joint = |i: usize| [w!("/"), w!("-"), w!(".")].contains(&reading.word(i));
    let token = |i: usize| reading.tokens.get(i);
    let glued_before = at.start > 0
        && !reading[at.start].spaced
        && (reading[at.start - 1].is_number() || at.start > 1 && joint(at.start - 1) && !reading[at.start - 1].spaced);
    let glued_behind = token(at.end).is_some_and(|t| !t.spaced && (joint(at.end) || t.is_number()))
        && token(at.end + 1).is_some_and(|t| !t.spaced && !t.is_mark());
    !glued_before && !glued_behind
}

#[cfg(test)]
mod tests {
    use crate::{Options, analyze};

    #[test]
    fn lists_uses() {
        for (text, want) in [
            ("Tổ chức xây dựng Đảng (TCXDĐ), ngành TCXDĐ", vec![("TCXDĐ", true, 2)]),
            ("Quỹ hỗ trợ nông dân (QHTND). QHTND lo", vec![("QHTND", true, 2)]),
            ("HĐND và UBND tỉnh; UBND huyện", vec![("HĐND", false, 1), ("UBND", false, 2)]),
            ("Nghị quyết 27/NQ-HĐND", vec![]),
            ("BTV Tỉnh ủy họp, BTV của tòa soạn viết", vec![("BTV", false, 1)]),
        ] {
            let analysis = analyze(text, &Options::default());
            let got: Vec<_> =
                analysis.abbreviations.iter().map(|a| (a.short.as_str(), a.defined, a.uses.len())).collect();
            assert_eq!(got, want, "{text}");
        }
    }
}
