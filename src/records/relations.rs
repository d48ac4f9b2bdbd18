//! Says once more what the records say, as statements with their evidence.

use super::Records;
use crate::analysis::{Index, Kind, Predicate, Ref, Relation};
use std::collections::HashSet;

/// Every statement once, in the order of the predicates' functions below.
pub fn build(records: &Records) -> Vec<Relation> {
    let mut out = Statements::default();
    holds(records, &mut out);
    of(records, &mut out);
    part_of(records, &mut out);
    located_in(records, &mut out);
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
    for (i, place) in records.places.iter().enumerate() {
        let larger = |p: &crate::analysis::Place| {
            p.province.is_some() && p.province.as_deref() == Some(p.name.as_str()) && p.province == place.province
        };
        let own = place.code.as_ref().is_none_or(|c| c.len() <= 2);
        let province = records.places.iter().position(larger).filter(|&p| p != i && !own);
        if let Some(province) = province {
            let object = (Kind::Place, province as Index);
            out.say((Kind::Place, i as Index), Predicate::LocatedIn, object, &place.mentions);
        }
    }
}
