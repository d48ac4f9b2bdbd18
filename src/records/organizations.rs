//! Bodies: which wordings name one body, to which body, level and place it belongs.
//!
//! A body without a place of its own (`Tỉnh ủy`, `HĐND tỉnh`, `Sở Y tế`) is that of the place the article is about
//! (guidelines, section 4); where that is not known it stays without one.

use super::{Built, Context};
use crate::analysis::{Branch, Index, Kind, Level, Organization};
use crate::entities::organization::Value;
use crate::entities::{Mention, Value as Any};
use crate::lexicon::Class;
use crate::lexicon::columns::body_heads::{Is, Takes};
use crate::lexicon::columns::place_units;
use crate::lexicon::level_of_unit;
use crate::limits;
use crate::text::Stretch;
use crate::w;
use std::collections::HashMap;

/// What makes two wordings one body: the words of its name without place, level and parent; the parent; the place; and
/// where a level word stands for the place, that word (`UBND tỉnh`, `UBND huyện`, `UBND xã` are three).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    stem: Vec<u32>,
    parent: Option<u32>,
    place: Option<Index>,
    unit: Option<u32>,
}

/// Groups the mentions of bodies.
pub(super) fn build(context: &Context) -> Built<Organization> {
    let places = context.mentions(Kind::Place).map(|(id, m)| (m.at, context.records.record_of[id])).collect();
    let mut builder = Builder {
        context,
        built: Built::default(),
        keys: HashMap::new(),
        of: HashMap::new(),
        at: HashMap::new(),
        places,
        only: HashMap::new(),
    };
    builder.only = builder.only_named();
    // inner mentions first: a name needs the record of the body nested in it
    let mut mentions: Vec<usize> = context.mentions(Kind::Organization).map(|(id, _)| id).collect();
    crate::order::sort_by_numbers(&mut mentions, |&id| {
        let mention = &context.records.mentions[id];
        // boards that take the tail of the next come last
        let bare = matches!(&mention.value, Any::Organization(v) if v.parent.is_none() && (is_board(v) || is_bare_committee(v)));
        [u64::from(bare), mention.at.len() as u64]
    });
    for id in mentions {
        builder.add(id);
    }
    builder.finish()
}

struct Builder<'a> {
    context: &'a Context<'a>,
    built: Built<Organization>,
    keys: HashMap<Key, u32>,
    /// Mention id to record.
    of: HashMap<usize, u32>,
    /// Stretch of a mention to its record.
    at: HashMap<Stretch, u32>,
    /// Stretch of a place to its record.
    places: HashMap<Stretch, Index>,
    /// For a name without its place and a level word, the place of the only body of the article that has both and a place; `None` where
    /// there are several.
    only: HashMap<(Vec<u32>, u32), Option<Index>>,
}

impl Builder<'_> {
    fn add(&mut self, id: usize) {
        let mention = &self.context.records.mentions[id];
        let Any::Organization(value) = &mention.value else { return };
        let nested = value.parent.and_then(|p| self.at.get(&p).copied());
        let parent = nested.filter(|_| !is_executive(value)).or_else(|| self.shared_parent(id, value));
        let unit = unit_word(self.context, mention.at, value);
        // `UBND thành phố` in an article about a province is that of a city in it
        let of_city = unit == Some(w!("thành")) && value.level == Some(Level::Province) && !self.home_is_city();
        let own = (!of_city).then(|| self.place_of(value, parent)).flatten();
        let place = self.place_beside(id, value).or(own);
        let stem = stem(self.context, mention.at, value);
        let named =
            || self.only.get(&(stem.clone(), unit.or_else(|| unit_of_head(self.context, value))?)).copied().flatten();
        let place = place.or_else(|| named().filter(|_| value.place.is_none() && parent.is_none()));
        let of_city = of_city && place.is_none();
        let level = if of_city { Some(Level::District) } else { self.level_of(value, parent, place) };
        let unit = unit.filter(|_| place.is_none());
        let key = Key { stem, parent: parent.filter(|_| value.fixed.is_none()), place, unit };
        let record = match self.keys.get(&key) {
            Some(&record) => record,
            None => {
                // a standing board is of the branch of the body it belongs to
                let of_parent = parent.and_then(|p| self.record(p)).map(|p| p.branch);
                let branch = if is_board(value) { of_parent.or(value.branch) } else { value.branch.or(of_parent) };
                let record = self.built.push(Organization {
                    name: String::new(),
                    branch: branch.unwrap_or(Branch::Other),
                    level,
                    parent,
                    place,
                    mentions: Vec::new(),
                });
                self.keys.insert(key, record);
                record
            }
        };
        if let Some(body) = self.built.at_mut(record) {
            body.mentions.push(id as Index);
        }
        // the committee is that of the members it is named after
        if let Some(nested) = nested {
            self.belongs(record, nested);
        }
        self.of.insert(id, record);
        self.at.insert(mention.at, record);
    }

    /// What [`Self::only`] holds.
    fn only_named(&self) -> HashMap<(Vec<u32>, u32), Option<Index>> {
        let mut only: HashMap<(Vec<u32>, u32), Option<Index>> = HashMap::new();
        for (_, mention) in self.context.mentions(Kind::Organization) {
            let Any::Organization(value) = &mention.value else { continue };
            let place = value.place.and_then(|at| self.places.get(&at)).copied();
            let Some(place) = place.filter(|_| value.parent.is_none()) else { continue };
            let unit = self.context.records.places.get(place as usize).and_then(|p| p.unit.as_deref());
            let Some(unit) = unit.and_then(|unit| self.context.cut.words(unit).first().copied()) else { continue };
            let known = only.entry((stem(self.context, mention.at, value), unit)).or_insert(Some(place));
            *known = known.filter(|&p| p == place);
        }
        only
    }

    /// Puts a body without a parent below another, unless that one is below it: one wording says `Ban Chấp hành Đảng bộ Tỉnh
    /// ủy`, and the committee is the body of the Party that it is named after.
    fn belongs(&mut self, record: u32, parent: u32) {
        let mut above = std::iter::successors(Some(parent), |&p| self.record(p)?.parent);
        let is_above = above.any(|p| p == record);
        if let Some(body) = self.built.at_mut(record).filter(|body| body.parent.is_none() && !is_above) {
            body.parent = Some(parent);
        }
    }

    /// A body made so far.
    fn record(&self, body: u32) -> Option<&Organization> {
        self.built.records.get(body as usize)
    }

    /// A board that shares its tail with the next takes it: `Ủy viên Ban Thường vụ, Trưởng Ban Dân vận Tỉnh ủy`.
    fn shared_parent(&self, id: usize, value: &Value) -> Option<u32> {
        if value.parent.is_some() || !is_board(value) {
            return None;
        }
        let next = self.next_body(id, &[w!(","), w!("và")])?;
        let Any::Organization(n) = &next.value else { return None };
        n.parent.and_then(|p| self.at.get(&p).copied())
    }

    /// The body that follows near by on the same line, where one of `joints` stands right behind this one.
    fn next_body(&self, id: usize, joints: &[u32]) -> Option<&Mention> {
        let mentions = &self.context.records.mentions;
        let at = mentions[id].at;
        let reading = self.context.reading;
        if !joints.contains(&reading.word(at.end)) {
            return None;
        }
        let mut near = mentions[id + 1..].iter().take_while(|m| m.at.start < at.end + limits::BESIDE);
        let next = near.find(|m| m.kind == Kind::Organization && m.at.start >= at.end)?;
        reading.same_line(at.start, next.at.start).then_some(next)
    }

    /// `Bí thư Đảng ủy, Chủ tịch HĐND phường Tương Mai`: a committee named by its head alone sits where the next body of the
    /// same holder does.
    fn place_beside(&self, id: usize, value: &Value) -> Option<Index> {
        if !is_bare_committee(value) {
            return None;
        }
        let record = self.at.get(&self.next_body(id, &[w!(",")])?.at)?;
        self.record(*record)?.place
    }

    /// The place named in the body, else that of its parent, else for provincial bodies the article's own.
    fn place_of(&self, value: &Value, parent: Option<u32>) -> Option<Index> {
        if let Some(at) = value.place {
            return self.places.get(&at).copied().filter(|&p| (p as usize) < self.context.records.places.len());
        }
        if let Some(parent) = parent {
            return self.record(parent)?.place;
        }
        // `Cục Bổ trợ tư pháp` is a ministry's; those of the provinces say so (`Cục Thuế tỉnh`) or have heads of their own
        let of_ministry = value.is(Is::Department) && !value.bare_level;
        if value.fixed.is_some() && !value.bare_level || value.level == Some(Level::Central) || of_ministry {
            return None;
        }
        let home = self.home()?;
        match value.level {
            Some(Level::Province) => Some(home),
            None if value.bare_level || needs_a_place(value) => Some(home),
            _ => None,
        }
    }

    /// The article is about a city under the centre, or about no province that is known.
    fn home_is_city(&self) -> bool {
        let home = self.home().and_then(|home| self.context.records.places.get(home as usize));
        home.is_none_or(|place| place.unit.as_deref().and_then(level_of_unit) != Some(place_units::Level::Province))
    }

    /// The place the article is about.
    fn home(&self) -> Option<Index> {
        self.context.records.places.iter().position(|p| p.basis.is_some()).map(|i| i as Index)
    }

    /// The level of the unit whose body it is: the place's own where it has a code, for which the code's length tells
    /// (2 digits a province, 3 a district, 5 a commune: Decision 124/2004/QĐ-TTg on codes of administrative units).
    fn level_of(&self, value: &Value, parent: Option<u32>, place: Option<Index>) -> Option<Level> {
        let of_place = place.and_then(|p| self.context.records.places.get(p as usize)?.code.as_deref()).and_then(
            |code| match code.len() {
                2 => Some(Level::Province),
                3 => Some(Level::District),
                5 => Some(Level::Commune),
                _ => None,
            },
        );
        let own = matches!(
            value.branch,
            Some(Branch::Party | Branch::State | Branch::Front | Branch::Mass | Branch::Judicial) | None
        ) && needs_a_place(value)
            || value.bare_level;
        match value.level {
            Some(Level::Central) => Some(Level::Central),
            Some(Level::Province) if value.is(Is::City) => of_place.or(value.level),
            Some(level) => Some(level),
            None if value.is(Is::Department) && value.place.is_none() && !value.bare_level => Some(Level::Central),
            None => parent.and_then(|p| self.record(p)?.level).or(of_place.filter(|_| own || value.place.is_some())),
        }
    }

    /// Names every record by its fullest wording and sorts by first mention.
    fn finish(mut self) -> Built<Organization> {
        let context = self.context;
        for record in &mut self.built.records {
            record.mentions.sort_unstable();
            let wording = |&id: &Index| {
                let mention = &context.records.mentions[id as usize];
                let Any::Organization(value) = &mention.value else { return (false, 0, mention.at) };
                let whole = value.term_at.is_none();
                (whole, mention.at.len(), mention.at)
            };
            let best = record
                .mentions
                .iter()
                .map(wording)
                .max_by_key(|&(whole, len, at)| (whole, len, std::cmp::Reverse(at.start)));
            record.name = best.map(|(_, _, at)| context.reading.text(at).to_string()).unwrap_or_default();
        }
        self.name_parents();
        self.built.of = self.of.into_iter().collect();
        self.built.sort_by_first_mention(
            |r| r.mentions.first().copied(),
            |r, new| {
                r.parent = r.parent.map(|p| new[p as usize]);
            },
        );
        self.built
    }

    /// `Ban Dân vận Trung ương` belongs to the Central Committee, where the article names that.
    fn name_parents(&mut self) {
        let fixed: HashMap<&str, u32> = self
            .of
            .iter()
            .filter_map(|(&id, &record)| match &self.context.records.mentions[id].value {
                Any::Organization(Value { fixed: Some(name), .. }) => Some((*name, record)),
                _ => None,
            })
            .collect();
        let mut below: Vec<(u32, u32)> = Vec::new();
        for (&id, &record) in &self.of {
            if let Any::Organization(Value { parent_name: Some(name), .. }) = &self.context.records.mentions[id].value
                && let Some(&parent) = fixed.get(name)
            {
                below.push((record, parent));
            }
        }
        // in one order, so that one text gives one analysis
        below.sort_unstable();
        for (record, parent) in below {
            self.belongs(record, parent);
        }
    }
}

/// Boards that stand in one line with the body they share.
fn is_board(value: &Value) -> bool {
    value.fixed.is_none() && value.is(Is::Board)
}

/// `Đảng ủy`, `Chi bộ` without a name, a place or a body.
fn is_bare_committee(value: &Value) -> bool {
    value.parent.is_none() && value.place.is_none() && !value.bare_level && value.is(Is::Committee)
}

/// Boards and offices of one province or lower, whose name alone does not say of which.
fn needs_a_place(value: &Value) -> bool {
    let local = matches!(value.branch, Some(Branch::Party | Branch::State | Branch::Mass | Branch::Judicial) | None);
    value.fixed.is_none() && local && !value.takes(Takes::Own)
}

/// `Ban Chấp hành Đảng bộ tỉnh`: the committee itself under another name.
fn is_executive(value: &Value) -> bool {
    value.is(Is::Executive) && value.parent.is_some() && value.branch == Some(Branch::Party)
}

/// `Huyện ủy`, `Xã đoàn`: the head itself holds the level word.
fn unit_of_head(context: &Context, value: &Value) -> Option<u32> {
    let unit = *context.cut.words(value.head()?).first()?;
    Class::UnitOfHead.has(unit).then_some(unit)
}

/// The first word of the level word that stands for a place in the name; `TP` is `thành phố`.
fn unit_word(context: &Context, at: Stretch, value: &Value) -> Option<u32> {
    if !value.bare_level || value.fixed.is_some() || is_executive(value) {
        return None;
    }
    let reading = context.reading;
    let word = at.tokens().rev().find(|&i| crate::entities::organization::level_word(reading, i).is_some())?;
    Some(match reading.word(word) {
        w if w == w!("tp") => w!("thành"),
        w if w == w!("xã") && reading.word_before(word, 1) == w!("thị") => w!("thị"),
        w => w,
    })
}

/// The folded words of a name without place, level word, parent and term; the head in its canonical form.
fn stem(context: &Context, at: Stretch, value: &Value) -> Vec<u32> {
    if let Some(name) = value.fixed {
        return context.cut.words(name);
    }
    let mut end = at.end;
    for stop in [value.parent.map(|p| p.start), value.place.map(|p| p.start), value.term_at].into_iter().flatten() {
        end = end.min(stop);
    }
    let reading = context.reading;
    let head = reading.hits.longest(at.start, crate::lexicon::Table::BodyHeads).filter(|_| value.head().is_some());
    let head_len = head.map_or(0, |h| h.len());
    let mut stem = value.head().map(|head| context.cut.words(head)).unwrap_or_default();
    let mut i = (at.start + head_len).min(end);
    // a short form in brackets behind the head is no word of the name
    if reading.word(i) == w!("(") && reading.word(i + 2) == w!(")") {
        i += 3;
    }
    while i < end {
        match crate::entities::organization::level_word(reading, i) {
            Some((_, width)) if value.bare_level => i += width,
            _ => {
                if reading[i].is_word() || reading[i].is_number() {
                    stem.push(reading.word(i));
                }
                i += 1;
            }
        }
    }
    // the committee of a province and its members are one body (guidelines, section 4)
    if is_executive(value) {
        let committee = match value.level {
            Some(Level::District) => "Huyện ủy",
            _ => "Tỉnh ủy",
        };
        return context.cut.words(committee);
    }
    stem
}
