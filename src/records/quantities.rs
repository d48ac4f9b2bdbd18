//! Quantities: one record a mention, with the time it holds for.

use super::{Built, Context, List};
use crate::analysis::{Kind, Quantity};
use crate::entities::Value as Any;
use crate::text::Stretch;
use crate::w;

/// Gives every QTY its record.
pub(super) fn build(context: &Context) -> Built<Quantity> {
    let times: Vec<(u32, Stretch)> =
        context.mentions(Kind::Time).map(|(id, m)| (context.records.record_of[id], m.at)).collect();
    let clauses = clauses(context);
    let mut built = Built::default();
    for (id, mention) in context.mentions(Kind::Quantity) {
        let Any::Quantity(value) = mention.value else { continue };
        built.of.push((id, built.records.len() as u32));
        built.records.push(Quantity {
            entity: id as u32,
            value: value.value,
            high: value.high,
            unit: context.reading.text(value.unit).to_string(),
            comparison: value.comparison,
            of: value.of.map(|of| context.reading.text(of).to_string()),
            time: time_of(&clauses, &times, mention.at),
        });
    }
    built
}

/// The clause that each token stands in; clauses end with the sentence or at a semicolon.
fn clauses(context: &Context) -> List<u32> {
    let reading = context.reading;
    let mut out = List::from(vec![0; reading.tokens.len()]);
    let mut clause = 0;
    for sentence in &reading.sentences {
        clause += 1;
        for at in sentence.tokens() {
            clause += u32::from(reading.word(at) == w!(";"));
            out.set(at, clause);
        }
    }
    out
}

/// The nearest TIME of the same clause; the one before wins a tie.
fn time_of(clauses: &List<u32>, times: &[(u32, Stretch)], at: Stretch) -> Option<u32> {
    let here = |t: &&(u32, Stretch)| clauses[t.1.start] == clauses[at.start];
    let behind = times.partition_point(|t| t.1.start < at.start);
    let before = behind.checked_sub(1).and_then(|i| times.get(i)).filter(here);
    let after = times.get(behind).filter(here);
    match (before, after) {
        (Some(a), Some(b)) => {
            let (to_a, to_b) = (at.start.saturating_sub(a.1.end), b.1.start.saturating_sub(at.end));
            Some(if to_a <= to_b { a.0 } else { b.0 })
        }
        (a, b) => a.or(b).map(|t| t.0),
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, analyze};

    #[test]
    fn joins_quantities_to_the_time_of_their_clause() {
        for (text, want) in [
            ("Năm 2020 có 5 xã", Some("2020")),
            ("Có 5 xã trong năm 2020", Some("2020")),
            ("Năm 2019 có 5 xã, năm 2020 có 7 xã", Some("2019")),
            ("Năm 2020 tăng; có 5 xã", None),
            ("Năm 2020 tăng. Có 5 xã", None),
        ] {
            let analysis = analyze(text, &Options::default());
            let time = analysis.quantities[0].time.map(|t| analysis.times[t as usize].value.clone().unwrap());
            assert_eq!(time.as_deref(), want, "{text}");
        }
    }
}
