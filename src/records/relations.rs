//! Says once more what the records say, as statements with their evidence.

use super::{Context, Records, documents, events};
use crate::analysis::{Index, Kind, Predicate, Ref, Relation};
use std::collections::{HashMap, HashSet};

/// Every statement once, in the order of the predicates' functions below.
pub(super) fn build(context: &Context) -> Vec<Relation> {
    let records = context.records;
    let mut out = Statements::default();
    holds(records, &mut out);
    of(records, &mut out);
    part_of(records, &mut out);
    located_in(records, &mut out);
    issued_by_and_dated(context, &mut out);
    events_dated(context, &mut out);
    said(records, &mut out);
    out.relations
}

#[derive(Default)]
struct Statements {
    relations: Vec<Relation>,
    said: HashSet<(Ref, Predicate, Ref)>,
}

impl Statements {
    fn say(&mut self, subject: (Kind, Index), predicate: Predicate, object: (Kind, Index), evidence: &[Index]) {
        let (subject, object) = (reference(subject), reference(object));
        if self.said.insert((subject, predicate, object)) {
            self.relations.push(Relation { subject, predicate, object, evidence: evidence.to_vec() });
        }
    }
}

fn reference((kind, record): (Kind, Index)) -> Ref {
    Ref { kind, record }
}

/// A person holds a post.
fn holds(records: &Records, out: &mut Statements) {
    for (i, person) in records.people.iter().enumerate() {
        for holding in &person.roles {
            out.say((Kind::Person, i as Index), Predicate::Holds, (Kind::Role, holding.role), &holding.evidence);
        }
    }
}

/// A post is of a body.
fn of(records: &Records, out: &mut Statements) {
    for (i, role) in records.roles.iter().enumerate() {
        if let Some(body) = role.organization {
            out.say((Kind::Role, i as Index), Predicate::Of, (Kind::Organization, body), &role.mentions);
        }
    }
}

/// A body is part of another.
fn part_of(records: &Records, out: &mut Statements) {
    for (i, body) in records.organizations.iter().enumerate() {
        if let Some(parent) = body.parent {
            let subject = (Kind::Organization, i as Index);
            out.say(subject, Predicate::PartOf, (Kind::Organization, parent), &body.mentions);
        }
    }
}

/// A body or place is located in a place; a place in the next larger one of the article.
fn located_in(records: &Records, out: &mut Statements) {
    for (i, body) in records.organizations.iter().enumerate() {
        if let Some(place) = body.place {
            out.say((Kind::Organization, i as Index), Predicate::LocatedIn, (Kind::Place, place), &body.mentions);
        }
    }
    let mut provinces: HashMap<&str, Index> = HashMap::new();
    for (place, i) in records.places.iter().zip(0..) {
        if let Some(name) = place.province.as_deref().filter(|name| *name == place.name) {
            provinces.entry(name).or_insert(i);
        }
    }
    for (i, place) in records.places.iter().enumerate() {
        let own = place.code.as_ref().is_none_or(|c| c.len() <= 2);
        let province = place.province.as_deref().filter(|_| !own).and_then(|name| provinces.get(name));
        if let Some(&province) = province.filter(|&&p| p as usize != i) {
            let object = (Kind::Place, province);
            out.say((Kind::Place, i as Index), Predicate::LocatedIn, object, &place.mentions);
        }
    }
}

/// A document is issued by a body, and is of a day.
fn issued_by_and_dated(context: &Context, out: &mut Statements) {
    let records = context.records;
    let around = documents::around_all(context);
    let mut all: Vec<(usize, documents::Around)> = around.into_iter().collect();
    all.sort_unstable_by_key(|&(id, _)| id);
    for (id, near) in all {
        let subject = (Kind::Document, records.record_of[id]);
        let within = match &records.mentions[id].value {
            crate::entities::Value::Document(value) => value.issuer,
            _ => None,
        };
        let inside = within.and_then(|at| {
            let from = records.mentions.partition_point(|m| m.at.start < at.start);
            let mut here = (from..records.mentions.len()).take_while(|&i| records.mentions[i].at.start == at.start);
            here.find(|&i| records.mentions[i].kind == Kind::Organization && records.mentions[i].at == at)
        });
        if let Some(issuer) = near.issuer.or(inside) {
            let object = (records.mentions[issuer].kind, records.record_of[issuer]);
            out.say(subject, Predicate::IssuedBy, object, &[id as Index, issuer as Index]);
        }
        if let Some(date) = near.date {
            out.say(subject, Predicate::Dated, (Kind::Time, records.record_of[date]), &[id as Index, date as Index]);
        }
    }
}

/// An event is of a time.
fn events_dated(context: &Context, out: &mut Statements) {
    let records = context.records;
    for (id, mention) in context.mentions(Kind::Event) {
        if let Some(date) = events::date_of(context, mention.at) {
            let subject = (Kind::Event, records.record_of[id]);
            out.say(subject, Predicate::Dated, (Kind::Time, records.record_of[date]), &[id as Index, date as Index]);
        }
    }
}

/// A person or body said a quote.
fn said(records: &Records, out: &mut Statements) {
    let mut speakers: HashMap<&str, (Kind, Index)> = HashMap::new();
    for (person, i) in records.people.iter().zip(0..) {
        speakers.entry(&person.name).or_insert((Kind::Person, i));
    }
    for (body, i) in records.organizations.iter().zip(0..) {
        speakers.entry(&body.name).or_insert((Kind::Organization, i));
    }
    for (i, quote) in records.quotes.iter().enumerate() {
        let subject = quote.speaker.as_deref().and_then(|speaker| speakers.get(speaker));
        if let Some(&subject) = subject {
            out.say(subject, Predicate::Said, (Kind::Quote, i as Index), &[quote.entity]);
        }
    }
}
