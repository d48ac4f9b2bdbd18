//! Areas of work the article is about, by the keywords of the table of topics.

use super::prose::Prose;
use crate::analysis::Topic;
use crate::lexicon::Table;
use crate::lexicon::columns::topics;
use crate::order::{descending, sort_by_numbers};
use crate::text::{Reading, Stretch};
use std::collections::BTreeMap;

/// A topic below this share of all evidence is left out.
const LEAST: f64 = 0.06;

/// Topics by share, which sum to 1 (none where no keyword stands). Each keyword counts the root of its length in
/// tokens, because a longer one is surer, divided among the areas that list it.
pub(super) fn find(reading: &Reading, prose: &Prose) -> Vec<Topic> {
    let mut found: BTreeMap<u32, (f64, Vec<Stretch>)> = BTreeMap::new();
    for hit in super::hits(reading, prose, Table::Topics) {
        let at = Stretch::new(hit.start as usize, hit.end as usize);
        let areas = || {
            let here = reading.hits.at(at.start).iter();
            here.filter(move |h| h.table == Table::Topics && h.end == hit.end)
        };
        let weight = (at.len() as f64).sqrt() / areas().count() as f64;
        for area in areas() {
            let entry = found.entry(area.row).or_default();
            entry.0 += weight;
            entry.1.push(at);
        }
    }
    let total: f64 = found.values().map(|f| f.0).sum();
    found.retain(|_, f| f.0 >= LEAST * total);
    let total: f64 = found.values().map(|f| f.0).sum();
    let mut topics: Vec<Topic> = found
        .into_iter()
        .map(|(row, (weight, evidence))| Topic {
            topic: topics::KEY.of(row).to_string(),
            share: weight / total,
            evidence: evidence.into_iter().map(|at| reading.span(at)).collect(),
        })
        .collect();
    sort_by_numbers(&mut topics, |topic| [descending(topic.share), 0]);
    topics
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::read;

    fn of(text: &str) -> Vec<(String, f64)> {
        let reading = read(text);
        let lines = vec![Stretch::new(0, reading.tokens.len())];
        let topics = find(&reading, &Prose { lines, ..Prose::default() });
        topics.into_iter().map(|t| (t.topic, t.share)).collect()
    }

    #[test]
    fn shares_follow_the_evidence() {
        // two keywords of two syllables against one: 2/3 and 1/3
        let topics = of("Bệnh viện tiếp nhận nhiều bệnh nhân sau vụ cháy rừng.");
        assert_eq!(topics[0].0, "health");
        assert!((topics.iter().map(|t| t.1).sum::<f64>() - 1.0).abs() < 1e-9);
        assert!(of("Xin chào.").is_empty());
    }
}
