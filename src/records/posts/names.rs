//! Which names are one person: the same name, or the given name of one introduced before (`ông Chính`).

use crate::analysis::{Index, Kind, Person};
use crate::entities::Value as Any;
use crate::records::{Built, Context};
use crate::text::syllable::is_foreign;
use std::collections::HashMap;

/// Groups the mentions of people, in text order. A short form joins the person named last before it whose name ends in
/// it, else the first one behind; where there is none, it is a person of its own. Who took a picture or wrote the article is
/// nobody the text speaks of.
pub(super) fn group(context: &Context) -> Built<Person> {
    let reading = context.reading;
    let mut built: Built<Person> = Built::default();
    let mut by_name: HashMap<Vec<u32>, u32> = HashMap::new();
    // every proper ending of a name to the mentions of those who bear it, in text order
    let mut by_ending: HashMap<Vec<u32>, Vec<(usize, u32)>> = HashMap::new();
    let words = |at: crate::text::Stretch| -> Vec<u32> {
        reading[at.tokens()].iter().filter(|t| t.is_word()).map(|t| t.word).collect()
    };
    // full names anywhere come before short forms: a caption may be short and stand above the text
    let mut mentions: Vec<(usize, Vec<u32>)> =
        context.mentions(Kind::Person).map(|(id, m)| (id, words(m.at))).collect();
    crate::order::sort_by_numbers(&mut mentions, |(id, name)| [u64::from(name.len() == 1), *id as u64]);
    for (id, name) in mentions {
        let mention = &context.records.mentions[id];
        let Any::Person(value) = &mention.value else { continue };
        let shortened = || {
            let bearers = by_ending.get(&name).filter(|_| value.addressed || name.len() < 3)?;
            // a family name of the world stands for whom the text is about, not for the wife or father named in passing
            let first = !value.addressed && is_foreign(reading, mention.at.start);
            let before = bearers.partition_point(|&(other, _)| other < id).checked_sub(1).filter(|_| !first);
            bearers.get(before.unwrap_or(0)).map(|&(_, record)| record)
        };
        let known = by_name.get(&name).copied().or_else(shortened);
        let record = match known {
            Some(record) => record,
            None => {
                let record = built.push(Person {
                    name: context.text(mention).to_string(),
                    birth: None,
                    mentions: Vec::new(),
                    credit: None,
                    roles: Vec::new(),
                });
                by_name.insert(name.clone(), record);
                record
            }
        };
        let mut ending = if value.credit.is_none() { name.as_slice() } else { &[] };
        while let Some((_, rest)) = ending.split_first().filter(|(_, rest)| !rest.is_empty()) {
            by_ending.entry(rest.to_vec()).or_default().push((id, record));
            ending = rest;
        }
        // a headline in capitals is no better spelling
        let text = context.text(mention);
        let shouted = |text: &str| !text.contains(char::is_lowercase);
        if let Some(person) = built.join(id, record) {
            if shouted(&person.name) && !shouted(text) && by_name.get(&name) == Some(&record) {
                person.name = text.to_string();
            }
            person.mentions.push(id as Index);
            person.credit = person.credit.or(value.credit);
        }
    }
    for person in &mut built.records {
        person.mentions.sort_unstable();
    }
    built.sort_by_first_mention(|p| p.mentions.first().copied(), |_, _| {});
    built
}
