//! Which names are one person: the same name, or the given name of one introduced before (`ông Chính`).

use crate::analysis::{Index, Kind, Person};
use crate::entities::Value as Any;
use crate::records::{Built, Context};
use std::collections::HashMap;

/// Groups the mentions of people, in text order. A short form joins the person met last whose name ends in it;
/// where none does, it is a person of its own.
pub(super) fn group(context: &Context) -> Built<Person> {
    let reading = context.reading;
    let mut built: Built<Person> = Built::default();
    let mut by_name: HashMap<Vec<u32>, u32> = HashMap::new();
    // every proper ending of a name to the person met last who bears it
    let mut by_ending: HashMap<Vec<u32>, u32> = HashMap::new();
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
        let known = by_name.get(&name).or_else(|| by_ending.get(&name).filter(|_| value.addressed || name.len() < 3));
        let record = match known {
            Some(&record) => record,
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
        let mut ending = name.as_slice();
        while let Some((_, rest)) = ending.split_first().filter(|(_, rest)| !rest.is_empty()) {
            by_ending.insert(rest.to_vec(), record);
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
