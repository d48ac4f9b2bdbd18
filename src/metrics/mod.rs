//! The article in figures: counts, diversity, readability, keyphrases, topics.
//!
//! [`prose`] says what is measured, [`words`] cuts it into words; every other file is one measure.

mod diversity;
mod formulas;
mod keyphrases;
mod length;
mod prose;
mod readability;
mod topics;
mod words;

use crate::analysis::{Count, Kind, Metrics};
use crate::layout::Layout;
use crate::lexicon::{Hit, Table};
use crate::records::Records;
use crate::text::Reading;
use prose::{Prose, is_syllable, syllables};
use std::collections::{BTreeMap, HashSet};

/// Measures title, lead, headings, questions and body; never chrome, captions or credits. Shares are 0 in a text
/// without syllables.
pub(crate) fn measure(reading: &Reading, layout: &Layout, records: &Records) -> Metrics {
    let prose = Prose::of(reading, layout);
    let words = words::segment(reading, &prose, records.mentions.all());
    let keys: Vec<u64> = words.iter().map(|w| w.key).collect();
    let lengths: Vec<u32> = prose.sentences.iter().map(|&s| syllables(reading, s)).collect();
    let total: u32 = lengths.iter().sum();
    let share = |part: u32| if total == 0 { 0.0 } else { f64::from(part) / f64::from(total) };
    let sentence_length = length::of_sentences(lengths);
    let entities = entities(&prose, records);
    let mentions: u32 = entities.values().map(|c| c.mentions).sum();
    let (formulas, formulaic) = formulas::find(reading, &prose);
    Metrics {
        characters: prose.lines.iter().map(|&l| reading.text(l).chars().count() as u32).sum(),
        syllables: total,
        words: words.len() as u32,
        sentences: prose.sentences.len() as u32,
        paragraphs: prose.paragraphs,
        reading_seconds: length::reading_seconds(total),
        readability: readability::of(reading, &words, sentence_length.mean),
        sentence_length,
        lexical_diversity: diversity::of_words(&keys),
        quoted_share: share(quoted(reading, &prose, records)),
        formulaic_share: share(formulaic),
        entity_density: 100.0 * share(mentions),
        entities,
        keyphrases: keyphrases::find(reading, &prose, &words, records.mentions.all()),
        topics: topics::find(reading, &prose),
        formulas,
    }
}

/// Mentions and distinct records of every kind, in the measured lines.
fn entities(prose: &Prose, records: &Records) -> BTreeMap<Kind, Count> {
    let mut out: BTreeMap<Kind, Count> = BTreeMap::new();
    for kind in Kind::ALL {
        out.insert(kind, Count::default());
    }
    let mut seen: HashSet<(Kind, u32)> = HashSet::new();
    for (mention, &record) in records.mentions.iter().zip(records.record_of.iter()) {
        if prose.covers(mention.at.start) {
            let count = out.entry(mention.kind).or_default();
            count.mentions += 1;
            count.distinct += u32::from(seen.insert((mention.kind, record)));
        }
    }
    out
}

/// Syllables inside marked quotes; what is quoted within a quote counts once.
fn quoted(reading: &Reading, prose: &Prose, records: &Records) -> u32 {
    let (mut count, mut from) = (0, 0);
    for quote in records.mentions.iter().filter(|m| m.kind == Kind::Quote && prose.covers(m.at.start)) {
        let tokens = quote.at.start.max(from)..quote.at.end;
        count += tokens.filter(|&i| is_syllable(reading, i)).count() as u32;
        from = from.max(quote.at.end);
    }
    count
}

/// The hits of a table in the measured lines: at each token the longest, none over another.
fn hits<'a>(reading: &'a Reading, prose: &'a Prose, table: Table) -> impl Iterator<Item = &'a Hit> {
    let mut free = 0;
    prose.lines.iter().flat_map(|l| l.tokens()).filter_map(move |i| {
        let hit = if i < free { None } else { reading.hits.longest(i, table) };
        if let Some(h) = hit {
            free = h.end as usize;
        }
        hit
    })
}

#[cfg(test)]
mod tests {
    use crate::{Options, analyze};

    #[test]
    fn counts_by_hand() {
        let m = analyze("Ông An đến. Bà Ba về sau 1.450 ngày.", &Options::default()).metrics;
        assert_eq!((m.syllables, m.sentences, m.paragraphs), (9, 2, 1));
        assert_eq!(m.characters, 36);
        assert_eq!((m.sentence_length.mean, m.sentence_length.max), (4.5, 6));
    }

    #[test]
    fn a_text_without_prose_gives_zeros() {
        for text in ["", "\n\n", "— — —"] {
            let m = analyze(text, &Options::default()).metrics;
            assert_eq!((m.syllables, m.words, m.quoted_share, m.entity_density), (0, 0, 0.0, 0.0));
            assert!(m.keyphrases.is_empty() && m.topics.is_empty() && m.formulas.is_empty());
        }
    }
}
