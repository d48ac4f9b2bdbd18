//! Who holds, held, gets or leaves which post.
//!
//! A sentence is read into signs ([`super::signs`]). Verbs of change take their persons and posts first: those of their own
//! clause, in active or passive voice. What they leave is joined where name and post stand side by side with marks
//! and particulars between them alone. What a sentence leaves open stays open.

use super::births;
use super::changes;
use super::sentence::{Day, Link, Sentence};
use super::signs::{self, Item, Placed, Sign};
use super::topic::Topic;
use crate::analysis::{Granularity, Holding, Index, Kind, Person, Role, Status};
use crate::entities::{Mention, Value as Any};
use crate::lexicon::{Class, Table};
use crate::limits;
use crate::records::{Built, Context, List};
use crate::text::Stretch;
use crate::w;
use std::collections::HashMap;

/// Joins people and posts, sentence by sentence.
pub(super) fn join(context: &Context, people: &mut Built<Person>, roles: &mut Built<Role>) {
    let mut records = List::from(vec![u32::MAX; context.records.mentions.len()]);
    for &(id, record) in people.of.iter().chain(&roles.of) {
        records.set(id, record);
    }
    let mentions = &context.records.mentions;
    let items: Vec<Item> = mentions
        .iter()
        .enumerate()
        .filter(|(_, m)| matches!(m.kind, Kind::Person | Kind::Role))
        .map(|(id, mention)| Item { id, mention, record: records[id] })
        .filter(|item| item.record != u32::MAX)
        .collect();
    let items = List::from(items);
    let mut joiner = Joiner { context, people, roles, held: HashMap::new() };
    let mut topic = Topic::new(context);
    for mut read in sentences(context, &items) {
        topic.take_up(&mut read);
        changes::find(&mut read);
        let several = read.shared_posts(context);
        read.side_by_side(context, &several);
        read.deaths();
        for said in std::mem::take(&mut read.said) {
            joiner.hold(&items[said.name], &items[said.post], said.link, said.date);
        }
        joiner.births(&read);
    }
    let forms = super::forms::read(context, &items);
    for (name, post) in super::rows::pairs(context, &items).into_iter().chain(forms.held) {
        joiner.hold(&items[name], &items[post], Link::default(), None);
    }
    for (name, birth) in super::rows::births(context, &items).into_iter().chain(forms.births) {
        if let Some(person) = joiner.people.at_mut(items[name].record) {
            person.birth.get_or_insert(birth);
        }
    }
    joiner.signatures(&items);
}

/// Every sentence with a name or a post in it, read into signs.
fn sentences<'a>(context: &'a Context, items: &'a List<Item<'a>>) -> impl Iterator<Item = Sentence<'a>> {
    let (mentions, times) = (&context.records.mentions, &context.records.times);
    let others: Vec<&Mention> =
        mentions.iter().filter(|m| matches!(m.kind, Kind::Place | Kind::Time | Kind::Organization)).collect();
    let others = List::from(others);
    let (mut item, mut other, mut time) = (0, 0, 0);
    context.reading.sentences.iter().filter_map(move |&sentence| {
        while items.at(item).is_some_and(|i| i.mention.at.start < sentence.start) {
            item += 1;
        }
        if items.at(item).is_none_or(|i| i.mention.at.start >= sentence.end) {
            return None;
        }
        while others.at(other).is_some_and(|m| m.at.start < sentence.start) {
            other += 1;
        }
        while times.get(time).is_some_and(|t| mentions[t.entity as usize].at.start < sentence.start) {
            time += 1;
        }
        let days = times
            .iter()
            .skip(time)
            .map(|t| (t, mentions[t.entity as usize].at))
            .take_while(|(_, at)| at.start < sentence.end)
            .filter(|(t, _)| t.granularity == Granularity::Day)
            .filter_map(|(t, at)| Some(Day { at: at.start, value: t.value.clone()? }));
        let signs = signs::read(context.reading, sentence, items.all(), item, &others[other..]);
        Some(Sentence {
            followed: signs::followed(context.reading, &signs),
            signs,
            days: days.collect(),
            items,
            said: Vec::new(),
            taken: Vec::new(),
        })
    })
}

impl Sentence<'_> {
    /// Where the posts begin that a comma or `là` sets off from the subject of their clause: `Chủ tịch UBND tỉnh, đồng chí A phát
    /// biểu`, `Khi làm Bí thư Tỉnh ủy, ông A …`, `Trên cương vị Chủ tịch nước, ông A …`, `Giám đốc Sở hiện nay là ông A`. They open
    /// the clause, or nothing but what leads into it stands before; a verb follows, so that the name is no member of a list.
    fn set_off(&self, context: &Context, name: usize) -> Option<usize> {
        let mut at = name;
        while at > 0 && self.sign(at - 1) == Some(Sign::Address) {
            at -= 1;
        }
        let is_post = |at: usize| match self.sign(at) {
            Some(Sign::Post(post)) => !self.taken.contains(&post),
            _ => false,
        };
        let joint = self.sign(at.checked_sub(1)?)?;
        let mut first = at.checked_sub(2).filter(|&p| is_post(p))?;
        while first > 1 && self.sign(first - 1) == Some(Sign::Comma) && is_post(first - 2) {
            first -= 2;
        }
        let before = |back: usize| first.checked_sub(back).and_then(|at| self.signs.at(at));
        let leads = |back: usize| match before(back).map(|s| s.sign) {
            None => true,
            // an adverbial before the clause
            Some(Sign::Comma) => {
                matches!(before(back + 1).map(|s| s.sign), Some(Sign::Other(_) | Sign::Beside(_) | Sign::Close))
            }
            _ => false,
        };
        let acts = matches!(self.sign(name + 1), Some(Sign::Other(_) | Sign::Word | Sign::Done | Sign::Not));
        let word = |s: &Placed| context.reading.word(s.at.start);
        let fits = match joint {
            Sign::Is => leads(1),
            Sign::Comma if leads(1) => at < name && acts,
            Sign::Comma if matches!(before(1)?.sign, Sign::Is | Sign::Was) => {
                // `trên cương vị`, `với vai trò`, `trong vai trò`; `khi làm`, `khi còn là`
                let role = [w!("trên"), w!("với"), w!("trong")].contains(&word(before(1)?)) && leads(2);
                let led = || before(2).is_some_and(|s| Class::While.has(word(s)) && s.at.len() <= 3);
                acts && (role || Class::While.has(word(before(1)?)) && leads(2) || led() && leads(3))
            }
            _ => false,
        };
        fits.then_some(first)
    }

    /// `các đồng chí Phó Chủ tịch UBND tỉnh: A, B, C`, with posts of their own or not. Gives the names of such lists.
    fn shared_posts(&mut self, context: &Context) -> Vec<usize> {
        let mut done = Vec::new();
        for at in 0..self.signs.len() {
            let Sign::Post(post) = self.signs[at].sign else { continue };
            let start = self.items[post].mention.at.start;
            if self.taken.contains(&post) || !is_plural(context, start) && !self.lists(at + 1) {
                continue;
            }
            let mut next = at + 1;
            // members with posts before their names, or bare ones: not both in one list
            let (mut told, mut bare, mut commas) = (false, false, false);
            while let Some(Sign::Colon | Sign::Address | Sign::Plural | Sign::Dash | Sign::Is) = self.sign(next) {
                told |= matches!(self.sign(next), Some(Sign::Colon | Sign::Is));
                next += 1;
            }
            loop {
                // `các Ủy viên Trung ương Đảng: Bộ trưởng Bộ A B; …`: members with posts before their names
                let mut own = next;
                while told && matches!(self.sign(own), Some(Sign::Post(_) | Sign::Comma | Sign::Dash | Sign::Address)) {
                    own += 1;
                }
                let Some(Sign::Name(name)) = self.sign(own) else { break };
                if bare && self.has_post(next, own) {
                    break;
                }
                bare |= !self.has_post(next, own);
                self.say(name, post, Link::default(), None);
                let mut end = own + 1;
                if own == next
                    || !matches!(self.sign(own - 1), Some(Sign::Post(_) | Sign::Address))
                    || !self.has_post(next, own)
                {
                    done.push(own);
                    let (chain, behind) = self.chain_behind(own);
                    if !chain.is_empty() && !matches!(self.sign(behind), Some(Sign::Name(_))) {
                        end = behind;
                        for (post, link) in chain {
                            self.say(name, post, link, None);
                        }
                    }
                }
                next = end;
                let from = next;
                while matches!(self.sign(next), Some(Sign::Comma | Sign::And | Sign::Semicolon | Sign::Address)) {
                    next += 1;
                }
                // behind commas a semicolon ends the list: `các Phó Bí thư: A, B; ông C dự`
                let parts = |sign: Sign| self.signs[from..next].iter().any(|s| s.sign == sign);
                if commas && parts(Sign::Semicolon) {
                    break;
                }
                commas |= parts(Sign::Comma);
            }
        }
        done
    }

    /// `Ủy viên Ban Thường vụ gồm các đồng chí: A, B`: a plural and a colon lead from a post to its holders.
    fn lists(&self, from: usize) -> bool {
        let lead = |s: &&Placed| matches!(s.sign, Sign::Plural | Sign::Colon | Sign::Address | Sign::Is);
        let behind = &self.signs[from..];
        let signs = behind.iter().take_while(lead);
        let (plural, colon) = signs.fold((false, false), |(plural, colon), s| {
            (plural || s.sign == Sign::Plural, colon || s.sign == Sign::Colon)
        });
        plural && colon
    }

    fn has_post(&self, from: usize, to: usize) -> bool {
        self.signs[from..to].iter().any(|s| matches!(s.sign, Sign::Post(_)))
    }

    /// Names and posts with marks and particulars alone between them.
    fn side_by_side(&mut self, context: &Context, done: &[usize]) {
        // the position up to which posts have found their person
        let mut used = 0;
        for at in 0..self.signs.len() {
            let Sign::Name(name) = self.signs[at].sign else { continue };
            if done.contains(&at) {
                continue;
            }
            if let Some((other, posts)) = self.respective(at) {
                for (name, post) in [other, name].into_iter().zip(posts) {
                    self.say(name, post, Link::default(), None);
                }
                continue;
            }
            let mut first = self.chain_before(at).max(used.min(at));
            if first == at {
                first = self.set_off(context, at).filter(|&first| first >= used).unwrap_or(at);
            }
            let posts: Vec<usize> = self.posts_in(first, at);
            let led = !posts.is_empty();
            // `Khi còn là Chủ tịch huyện, ông A …`
            let was = first > 0 && first < at && self.sign(first - 1) == Some(Sign::Was);
            for post in posts {
                self.say(name, post, Link { status: was.then_some(Status::Former), change: None }, None);
            }
            let (mut chain, end) = self.chain_behind(at);
            let (next_name, touches) = self.name_at(end);
            if let Some(next) = next_name.filter(|_| !chain.is_empty()) {
                // the last post is that of the name it runs into; with a post before each name so is the whole chain
                if touches {
                    chain.clear();
                }
                used = if touches { at + 1 } else { next };
                if touches && !led {
                    used = at + 1;
                }
            } else {
                used = end;
            }
            if led && !chain.is_empty() && !self.is_apposition(first, at, end) {
                continue;
            }
            for (post, link) in chain {
                self.say(name, post, link, None);
            }
        }
    }

    /// `ông A và ông B (Giám đốc và Phó Giám đốc Chi nhánh X)`: to each his own. Gives the first name, and the posts.
    fn respective(&self, second: usize) -> Option<(usize, [usize; 2])> {
        let mut and = second.checked_sub(1)?;
        while self.sign(and) == Some(Sign::Address) {
            and = and.checked_sub(1)?;
        }
        let first = self.sign(and.checked_sub(1)?).filter(|_| self.sign(and) == Some(Sign::And))?;
        let behind: [Option<Sign>; 5] = std::array::from_fn(|i| self.sign(second + 1 + i));
        match (first, behind) {
            (
                Sign::Name(first),
                [
                    Some(Sign::Open),
                    Some(Sign::Post(one)),
                    Some(Sign::And | Sign::Comma),
                    Some(Sign::Post(other)),
                    Some(Sign::Close),
                ],
            ) => Some((first, [one, other])),
            _ => None,
        }
    }

    /// Behind a name that has a post before it, further posts are its own only where they are set off on both sides, and not in a
    /// list whose members each have their post before them: `Bí thư Tỉnh ủy A, Chủ tịch UBND tỉnh đã dự` is two people.
    fn is_apposition(&self, first: usize, name: usize, end: usize) -> bool {
        if matches!(self.sign(name + 1), Some(Sign::Dash | Sign::Open | Sign::Is | Sign::Was)) {
            return true;
        }
        // `Trưởng ban: Ông A, Chủ tịch UBND tỉnh.`: each line of the list is of one person
        if first <= 1 && self.signs[first..name].iter().any(|s| s.sign == Sign::Colon) {
            return true;
        }
        let behind_name = first > 1
            && matches!(self.sign(first - 1), Some(Sign::Comma | Sign::Semicolon))
            && matches!(self.sign(first - 2), Some(Sign::Name(_)));
        !behind_name && self.closes(end)
    }

    /// The name that stands behind a chain, past forms of address, and whether it touches.
    fn name_at(&self, end: usize) -> (Option<usize>, bool) {
        let mut at = end;
        while matches!(self.sign(at), Some(Sign::Address | Sign::Dash | Sign::Colon)) {
            at += 1;
        }
        match self.sign(at) {
            Some(Sign::Name(_)) => (Some(at), true),
            _ => (None, false),
        }
    }

    fn posts_in(&self, from: usize, to: usize) -> Vec<usize> {
        let post = |s: &Placed| match s.sign {
            Sign::Post(post) if !self.taken.contains(&post) => Some(post),
            _ => None,
        };
        self.signs[from..to].iter().filter_map(post).collect()
    }

    /// Who died held the post; no change.
    fn deaths(&mut self) {
        for at in 0..self.signs.len() {
            if self.signs[at].sign != Sign::Died {
                continue;
            }
            let subject = self.signs[..at].iter().rev().find_map(|s| match s.sign {
                Sign::Name(name) => Some(name),
                _ => None,
            });
            for said in self.said.iter_mut().filter(|s| Some(s.name) == subject && s.link.change.is_none()) {
                said.link.status = said.link.status.or(Some(Status::Former));
            }
        }
    }
}

/// `các`, `hai` … right before, with a form of address between or not.
fn is_plural(context: &Context, at: usize) -> bool {
    let reading = context.reading;
    (1..=3)
        .any(|back| at >= back && reading.same_line(at - back, at) && Class::PluralOfPosts.has(reading.word(at - back)))
}

struct Joiner<'a, 'b> {
    context: &'a Context<'a>,
    people: &'b mut Built<Person>,
    roles: &'b mut Built<Role>,
    /// Where a person's list has the post of these words.
    held: HashMap<(u32, Vec<u32>), usize>,
}

impl Joiner<'_, '_> {
    /// A post on the line below a name alone on its line: a signature.
    fn signatures(&mut self, items: &List<Item>) {
        let reading = self.context.reading;
        // an official document: the post above the name
        if let Some(signature) = self.context.layout.signature {
            let name = items.iter().find(|i| i.mention.at == signature.name);
            let post = items.iter().find(|i| Some(i.mention.at) == signature.post);
            if let (Some(name), Some(post)) = (name, post) {
                self.hold(name, post, Link::default(), None);
            }
        }
        for (i, (name, post)) in items.iter().zip(items.iter().skip(1)).enumerate() {
            if name.mention.kind != Kind::Person || post.mention.kind != Kind::Role {
                continue;
            }
            let own_line = |at: Stretch| reading.line(at.start);
            let above = own_line(name.mention.at);
            // `Đồng chí Nguyễn Văn A`
            let address = reading.hits.longest(above.start, Table::Honorifics).map(|h| h.end as usize);
            let from = address.filter(|&end| end <= name.mention.at.start).unwrap_or(above.start);
            let alone = Stretch::new(from, above.end) == name.mention.at;
            let below = reading.line_of(post.mention.at.start) == reading.line_of(name.mention.at.start) + 1;
            if !alone || !below || own_line(post.mention.at).start != post.mention.at.start {
                continue;
            }
            let line = own_line(post.mention.at);
            let posts = || items[i + 1..].iter().take_while(|p| line.contains(p.mention.at));
            // posts and nothing else: below the author of an article stands its first sentence
            let covered =
                |i: usize| posts().any(|p| p.mention.kind == Kind::Role && p.mention.at.tokens().contains(&i));
            let joint = |i: usize| reading[i].is_mark() || [w!("kiêm"), w!("và")].contains(&reading.word(i));
            if line.len() > limits::SIGNATURE || !line.tokens().all(|i| joint(i) || covered(i)) {
                continue;
            }
            for post in posts().filter(|p| p.mention.kind == Kind::Role) {
                self.hold(name, post, Link::default(), None);
            }
        }
    }

    /// Writes down that the person holds the post; once for each wording.
    fn hold(&mut self, name: &Item, post: &Item, link: Link, date: Option<String>) {
        let title = self.context.text(post.mention).to_string();
        let status = match &post.mention.value {
            Any::Role(value) => value.status.or(link.status),
            _ => link.status,
        };
        let evidence = vec![name.id as Index, post.id as Index];
        let (person, role) = (self.people.at_mut(name.record), self.roles.at_mut(post.record));
        let (Some(person), Some(role)) = (person, role) else { return };
        if !role.holders.contains(&name.record) {
            role.holders.push(name.record);
        }
        let words = self.context.reading[post.mention.at.tokens()].iter().map(|t| t.word).collect();
        let at = *self.held.entry((name.record, words)).or_insert(person.roles.len());
        match person.roles.get_mut(at) {
            Some(known) => {
                // a headline in capitals is no better wording
                if !known.title.contains(char::is_lowercase) {
                    known.title = title;
                }
                known.evidence.extend(evidence);
                if known.change.is_none() && link.change.is_some() {
                    (known.change, known.status) = (link.change, status.or(known.status));
                }
                known.date = known.date.take().or(date);
            }
            None => {
                person.roles.push(Holding { title, role: post.record, status, change: link.change, date, evidence });
            }
        }
    }

    /// The year or day of birth told right behind a name.
    fn births(&mut self, sentence: &Sentence) {
        for at in 0..sentence.signs.len() {
            let Sign::Name(name) = sentence.signs[at].sign else { continue };
            let mut next = at + 1;
            while matches!(
                sentence.sign(next),
                Some(Sign::Comma | Sign::Open | Sign::Semicolon | Sign::Dash | Sign::Particular)
            ) {
                if sentence.signs[next].sign == Sign::Particular
                    && let Some(birth) = births::told_in(self.context, sentence.signs[next].at)
                {
                    if let Some(person) = self.people.at_mut(sentence.items[name].record) {
                        person.birth.get_or_insert(birth);
                    }
                    break;
                }
                next += 1;
            }
        }
    }
}
