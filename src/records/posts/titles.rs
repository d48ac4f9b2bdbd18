//! Which wordings are one post: the same head of the same body and place.

use crate::analysis::{Index, Kind, Role};
use crate::entities::Value as Any;
use crate::entities::role::Value;
use crate::lexicon::Table;
use crate::lexicon::columns::role_heads;
use crate::records::{Built, Context};
use crate::text::Stretch;
use crate::w;
use std::collections::HashMap;

/// What makes two wordings one post: head, body, place, and the words behind the head where no body is marked.
type Key = (String, Option<u32>, Option<u32>, Vec<u32>);

/// Groups the mentions of posts; each record takes its fullest wording without `nguyên`, `quyền` as title.
pub(super) fn group(context: &Context) -> Built<Role> {
    let records = context.records;
    let mut bodies: HashMap<Stretch, u32> = HashMap::new();
    let mut places: HashMap<Stretch, u32> = HashMap::new();
    for (mention, &record) in records.mentions.iter().zip(records.record_of.iter()) {
        match mention.kind {
            Kind::Organization => bodies.insert(mention.at, record),
            Kind::Place => places.insert(mention.at, record),
            _ => None,
        };
    }
    let mut built: Built<Role> = Built::default();
    let mut keys: HashMap<Key, u32> = HashMap::new();
    for (id, mention) in context.mentions(Kind::Role) {
        let Any::Role(value) = &mention.value else { continue };
        let body =
            value.body.and_then(|at| bodies.get(&at)).copied().or_else(|| named_by_the_post(context, value.head));
        let of_body = body.and_then(|b| records.organizations.get(b as usize)).and_then(|o| o.place);
        let place = value.place.and_then(|at| places.get(&at)).copied().or(of_body);
        let place = place.filter(|&p| (p as usize) < records.places.len());
        let head = canonical(context, value);
        let rest = if body.is_none() { rest_of(context, mention.at) } else { Vec::new() };
        let record = *keys.entry((head.clone(), body, place, rest)).or_insert_with(|| {
            let (holders, mentions) = (Vec::new(), Vec::new());
            built.push(Role { title: String::new(), head, organization: body, place, holders, mentions })
        });
        if let Some(role) = built.join(id, record) {
            role.mentions.push(id as Index);
        }
    }
    for role in &mut built.records {
        let wordings = role.mentions.iter().map(|&id| &records.mentions[id as usize]);
        let fullest = wordings.max_by_key(|m| (m.at.len(), std::cmp::Reverse(m.at.start)));
        role.title = fullest.map(|m| context.text(m).to_string()).unwrap_or_default();
    }
    built
}

/// The body that the post's own words name, where the article has it: the Party committee of a `Tỉnh ủy viên`, the Secretariat
/// of its standing member.
fn named_by_the_post(context: &Context, head: u32) -> Option<u32> {
    let body = Some(role_heads::NAMES.of(head)).filter(|body| !body.is_empty())?;
    let known = context.records.organizations.iter().position(|o| o.name.to_lowercase().starts_with(body));
    known.map(|record| record as u32)
}

/// `Trưởng _` completed by the unit word of its body: `Trưởng ban`, `Chánh Văn phòng`, `Trưởng Công an`.
fn canonical(context: &Context, value: &Value) -> String {
    let Some(stem) = value.head().strip_suffix('_') else { return value.head().to_string() };
    let Some(body) = value.body else { return stem.trim().to_string() };
    let reading = context.reading;
    // a unit of one word is written small in the title; a name of several keeps its capital
    match reading.word(body.start) {
        x if x == w!("văn") => format!("{stem}Văn phòng"),
        x if x == w!("công") => format!("{stem}Công an"),
        x if x == w!("thanh") => format!("{stem}Thanh tra"),
        x if x == w!("tiểu") => format!("{stem}tiểu ban"),
        _ => format!("{stem}{}", reading.token_text(body.start).to_lowercase()),
    }
}

/// The folded words behind the head, for posts whose body is no mention of its own.
fn rest_of(context: &Context, at: Stretch) -> Vec<u32> {
    let reading = context.reading;
    let head = (at.start..at.end).find_map(|i| reading.hits.longest(i, Table::RoleHeads));
    let from = head.map_or(at.start, |h| h.end as usize);
    reading[from.min(at.end)..at.end].iter().filter(|t| !t.is_mark()).map(|t| t.word).collect()
}
