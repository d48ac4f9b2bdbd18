//! What the mentions add up to: people and their posts, bodies, places then and now, documents, relations.

// records point at one another by position; whoever follows a position minds that nothing may stand there
#![cfg_attr(not(test), deny(clippy::indexing_slicing))]

mod abbreviations;
mod documents;
mod events;
mod list;
mod organizations;
mod places;
mod posts;
mod pronoun;
mod quantities;
mod quotes;
mod relations;
mod times;

use crate::Options;
use crate::analysis::{
    Abbreviation, Analysis, Check, Credit, Document, Entity, Event, Kind, Meta, Metrics, Organization, Person, Place,
    Quantity, Quote, Relation, Role, Time, Zone,
};
use crate::entities::Mention;
use crate::layout::Layout;
use crate::order::sort_by_numbers;
use crate::text::{Reading, Stretch, words_of};
pub(crate) use documents::rows_with_symbol;
pub(crate) use list::List;
use std::cell::RefCell;
use std::collections::HashMap;

/// Every record of the article; numbers in them are positions in `mentions` and in the arrays beside them.
#[derive(Debug, Default)]
pub(crate) struct Records {
    pub mentions: List<Mention>,
    /// For each mention its record, a position in the array of its kind.
    pub record_of: List<u32>,
    pub people: Vec<Person>,
    pub roles: Vec<Role>,
    pub organizations: Vec<Organization>,
    pub places: Vec<Place>,
    pub documents: Vec<Document>,
    pub events: Vec<Event>,
    pub times: Vec<Time>,
    pub quantities: Vec<Quantity>,
    pub quotes: Vec<Quote>,
    pub abbreviations: Vec<Abbreviation>,
    pub relations: Vec<Relation>,
}

/// What every builder of records sees: the article, and the records made before its own.
pub(crate) struct Context<'a> {
    pub reading: &'a Reading,
    pub layout: &'a Layout,
    /// All records so far; those of later kinds are still empty.
    pub records: &'a Records,
    pub cut: &'a Cut,
}

impl Records {
    /// The mention of a kind that is exactly this stretch.
    pub(crate) fn mention_at(&self, kind: Kind, at: Stretch) -> Option<usize> {
        let from = self.mentions.partition_point(|m| m.at.start < at.start);
        let here = (from..self.mentions.len()).take_while(|&id| self.mentions[id].at.start == at.start);
        here.into_iter().find(|&id| self.mentions[id].kind == kind && self.mentions[id].at == at)
    }

    /// The record of the mention of a kind that is exactly this stretch.
    pub(crate) fn record_at(&self, kind: Kind, at: Stretch) -> Option<u32> {
        self.mention_at(kind, at).map(|id| self.record_of[id])
    }
}

impl Context<'_> {
    /// The mentions of one kind, with their ids, in text order.
    pub(crate) fn mentions(&self, kind: Kind) -> impl Iterator<Item = (usize, &Mention)> {
        self.records.mentions.iter().enumerate().filter(move |(_, m)| m.kind == kind)
    }

    /// The words of a mention.
    pub(crate) fn text(&self, mention: &Mention) -> &str {
        self.reading.text(mention.at)
    }
}

/// The words of forms and names, each cut once, however often the article has it.
#[derive(Debug, Default)]
pub(crate) struct Cut(RefCell<HashMap<String, Vec<u32>>>);

impl Cut {
    /// The folded words of a form.
    pub(crate) fn words(&self, form: &str) -> Vec<u32> {
        let mut known = self.0.borrow_mut();
        match known.get(form) {
            Some(words) => words.clone(),
            None => known.entry(form.to_string()).or_insert_with(|| words_of(form)).clone(),
        }
    }
}

/// The records of one kind, and which mention belongs to which.
#[derive(Debug)]
pub(crate) struct Built<T> {
    pub records: Vec<T>,
    /// Mention id and position in `records`; every mention of the kind exactly once.
    pub of: Vec<(usize, u32)>,
}

impl<T> Default for Built<T> {
    fn default() -> Self {
        Self { records: Vec::new(), of: Vec::new() }
    }
}

impl<T> Built<T> {
    /// Adds a record and gives its position.
    pub(crate) fn push(&mut self, record: T) -> u32 {
        self.records.push(record);
        self.records.len() as u32 - 1
    }

    /// Says to which record a mention belongs, and gives that record.
    pub(crate) fn join(&mut self, mention: usize, record: u32) -> Option<&mut T> {
        self.of.push((mention, record));
        self.at_mut(record)
    }

    /// The record at a position.
    pub(crate) fn at_mut(&mut self, record: u32) -> Option<&mut T> {
        self.records.get_mut(record as usize)
    }

    /// Orders the records by their first mention; those without one come last. `renumber` gets each record and, for
    /// every old position, the new one, to mend numbers that point at records of the same kind.
    pub(crate) fn sort_by_first_mention(
        &mut self,
        first: impl Fn(&T) -> Option<u32>,
        mut renumber: impl FnMut(&mut T, &List<u32>),
    ) {
        let mut order: Vec<usize> = (0..self.records.len()).collect();
        sort_by_numbers(&mut order, |&i| [self.records.get(i).and_then(&first).map_or(u64::MAX, u64::from), 0]);
        let mut new = List::from(vec![0; order.len()]);
        for (to, &from) in order.iter().enumerate() {
            new.set(from, to as u32);
        }
        let mut old: Vec<Option<T>> = std::mem::take(&mut self.records).into_iter().map(Some).collect();
        self.records = order.iter().filter_map(|&i| old.get_mut(i)?.take()).collect();
        for record in &mut self.records {
            renumber(record, &new);
        }
        for (_, record) in &mut self.of {
            *record = new[*record as usize];
        }
    }
}

/// Groups mentions into records and settles what only the whole article can say.
pub(crate) fn resolve(reading: &Reading, layout: &Layout, mentions: Vec<Mention>) -> Records {
    let record_of = vec![0; mentions.len()].into();
    let mut records = Records { mentions: mentions.into(), record_of, ..Records::default() };
    let cut = Cut::default();
    macro_rules! build {
        ($field:ident, $module:ident) => {
            let built = $module::build(&Context { reading, layout, records: &records, cut: &cut });
            records.$field = built.records;
            join(&mut records.record_of, built.of);
        };
    }
    build!(times, times);
    build!(places, places);
    build!(organizations, organizations);
    let (people, roles) = posts::build(&Context { reading, layout, records: &records, cut: &cut });
    records.people = people.records;
    records.roles = roles.records;
    join(&mut records.record_of, people.of);
    join(&mut records.record_of, roles.of);
    build!(events, events);
    build!(documents, documents);
    build!(quantities, quantities);
    build!(quotes, quotes);
    build!(abbreviations, abbreviations);
    records.relations = relations::build(&Context { reading, layout, records: &records, cut: &cut });
    records
}

fn join(record_of: &mut List<u32>, of: Vec<(usize, u32)>) {
    for (mention, record) in of {
        record_of.set(mention, record);
    }
}

/// Puts the parts together as the contract has them.
pub(crate) fn assemble(
    reading: &Reading,
    layout: &Layout,
    records: Records,
    metrics: Metrics,
    checks: Vec<Check>,
    options: &Options,
) -> Analysis {
    let keep = |kind: Kind| options.kinds.as_ref().is_none_or(|kinds| kinds.contains(&kind));
    let entities = records
        .mentions
        .iter()
        .zip(records.record_of.iter())
        .enumerate()
        .filter(|(_, (m, _))| keep(m.kind))
        .map(|(id, (m, &record))| {
            let span = reading.span(m.at);
            Entity {
                id: id as u32,
                kind: m.kind,
                start: span.start,
                end: span.end,
                parent: m.parent.map(|p| p as u32),
                record,
                rule: m.rule.name(),
            }
        })
        .collect();
    let zones = reading
        .lines
        .iter()
        .zip(&layout.zones)
        .map(|(line, &zone)| {
            let span = reading.span(line.tokens);
            Zone { start: span.start, end: span.end, zone }
        })
        .collect();
    Analysis {
        schema: 1,
        meta: Meta { document: pasted_document(&records, layout), ..meta(reading, layout) },
        zones,
        entities,
        people: records.people,
        roles: records.roles,
        organizations: records.organizations,
        places: records.places,
        documents: records.documents,
        events: records.events,
        times: records.times,
        quantities: records.quantities,
        quotes: records.quotes,
        abbreviations: records.abbreviations,
        relations: records.relations,
        metrics,
        checks,
        warnings: reading.warnings.clone(),
    }
}

/// The record of the official document that the text is.
fn pasted_document(records: &Records, layout: &Layout) -> Option<u32> {
    records.record_at(Kind::Document, layout.official.as_ref()?.symbol)
}

/// What the article says about itself, as the layout found it.
fn meta(reading: &Reading, layout: &Layout) -> Meta {
    let text = |stretch: Option<Stretch>| stretch.map(|s| reading.text(s).to_string());
    let authors =
        layout.credits.iter().filter(|c| c.credit == Credit::Author).map(|c| reading.text(c.name).to_string());
    Meta {
        text: reading.fingerprint.clone(),
        document: None,
        title: text(layout.title),
        kicker: text(layout.kicker),
        section: text(layout.section),
        lead: text(layout.lead),
        published: layout.published_iso.clone(),
        authors: authors.collect(),
        source: layout.source.clone(),
        outlet: layout.outlet.map(str::to_string),
        views: layout.views,
        genre: layout.genre,
    }
}
