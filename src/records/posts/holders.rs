//! Who holds, held, gets or leaves which post.

use crate::analysis::{Change, Granularity, Holding, Index, Kind, Person, Role, Status};
use crate::entities::{Mention, Value as Any};
use crate::lexicon::{Table, cell};
use crate::records::{Built, Context};
use crate::text::Stretch;
use crate::w;

/// A name or a post, in text order; what nests in a post is not asked.
struct Item<'a> {
    id: usize,
    mention: &'a Mention,
    record: u32,
}

/// How a person stands to a post.
#[derive(Debug, Clone, Copy, Default)]
struct Link {
    status: Option<Status>,
    change: Option<Change>,
}

/// Joins people and posts, sentence by sentence.
pub fn join(context: &Context, people: &mut Built<Person>, roles: &mut Built<Role>) {
    let mut records = vec![None; context.records.mentions.len()];
    for &(id, record) in people.of.iter().chain(&roles.of) {
        records[id] = Some(record);
    }
    let items: Vec<Item> = context
        .records
        .mentions
        .iter()
        .enumerate()
        .filter(|(_, m)| matches!(m.kind, Kind::Person | Kind::Role))
        .filter_map(|(id, mention)| records[id].map(|record| Item { id, mention, record }))
        .collect();
    let mut joiner = Joiner { context, people, roles };
    let mut i = 0;
    while i < items.len() {
        i = joiner.clause(&items, i);
    }
    joiner.signatures(&items);
}

struct Joiner<'a, 'b> {
    context: &'a Context<'a>,
    people: &'b mut Built<Person>,
    roles: &'b mut Built<Role>,
}

impl Joiner<'_, '_> {
    /// Reads from item `i` on and gives the item to go on with.
    fn clause(&mut self, items: &[Item], i: usize) -> usize {
        if let Some(next) = self.post_for_several(items, i) {
            return next;
        }
        match items[i].mention.kind {
            Kind::Role => self.posts_before(items, i),
            _ => self.posts_behind(items, i),
        }
    }

    /// `miễn nhiệm chức danh Ủy viên UBND tỉnh … đối với các ông: A - …; B - …`: the verb before the post and the words
    /// behind it hand it to everybody named in the sentence.
    fn post_for_several(&mut self, items: &[Item], i: usize) -> Option<usize> {
        let reading = self.context.reading;
        let post = &items[i];
        let first = items.get(i + 1)?;
        if post.mention.kind != Kind::Role || first.mention.kind != Kind::Person {
            return None;
        }
        let sentence = reading.sentence_of(post.mention.at.start);
        let between = post.mention.at.end..first.mention.at.start;
        if !sentence.contains(first.mention.at) || between.len() > 24 || between.is_empty() {
            return None;
        }
        let hands_over =
            between.clone().any(|at| reading.seq(at, &[w!("đối"), w!("với")]) || reading.word(at) == w!("là"));
        let from = post.mention.at.start.saturating_sub(14).max(sentence.start);
        let verb = (from..post.mention.at.start).rev().find_map(|at| reading.hits.longest(at, Table::PostLinks))?;
        let link = link_of(verb.row);
        if !hands_over || link.change.is_none() {
            return None;
        }
        let mut next = i + 1;
        while next < items.len() && sentence.contains(items[next].mention.at) {
            if items[next].mention.kind == Kind::Person {
                self.hold(&items[next], post, link);
                next = self.posts_behind(items, next);
            } else {
                break;
            }
        }
        Some(next)
    }

    /// A chain of posts that a name ends: `Ủy viên Bộ Chính trị, Bí thư Thành ủy Nguyễn Văn A`.
    fn posts_before(&mut self, items: &[Item], first: usize) -> usize {
        let mut last = first;
        while last + 1 < items.len()
            && items[last + 1].mention.kind == Kind::Role
            && self.gap(items, last, last + 1).is_joint()
        {
            last += 1;
        }
        let Some(name) = items.get(last + 1).filter(|n| n.mention.kind == Kind::Person) else { return last + 1 };
        let gap = self.gap(items, last, last + 1);
        if !gap.is_direct() {
            return last + 1;
        }
        for post in &items[first..=last] {
            self.hold(name, post, Link::default());
        }
        let mut next = last + 2;
        // `các đồng chí Phó Chủ tịch UBND tỉnh: A, B, C`
        // and with posts of their own: `các Ủy viên Trung ương Đảng: A, Bí thư …; B, Bộ trưởng …`
        if self.is_plural(items[last].mention.at.start) {
            next = self.posts_behind(items, next - 1);
            while next < items.len()
                && items[next].mention.kind == Kind::Person
                && self.gap(items, next - 1, next).is_joint()
            {
                self.hold(&items[next], &items[last], Link::default());
                next = self.posts_behind(items, next);
            }
            return next;
        }
        // the posts behind the name go on the same way
        self.posts_behind(items, next - 1)
    }

    /// Posts behind a name: `ông Mai Văn Chính, Ủy viên …, Phó trưởng …`, `… được bầu giữ chức …`.
    fn posts_behind(&mut self, items: &[Item], name: usize) -> usize {
        let mut next = name + 1;
        let mut chain: Vec<(usize, Link)> = Vec::new();
        while next < items.len() && items[next].mention.kind == Kind::Role {
            let gap = self.gap(items, next - 1, next);
            let link = match gap {
                Gap::Joint | Gap::Colon => chain.last().map_or(Link::default(), |&(_, l)| l),
                Gap::Verb(link) => link,
                _ => break,
            };
            chain.push((next, link));
            next += 1;
        }
        // a chain that runs straight into another name belongs to that one
        let runs_on = chain.last().is_some_and(|&(post, link)| {
            link.change.is_none()
                && items
                    .get(post + 1)
                    .is_some_and(|n| n.mention.kind == Kind::Person && self.gap(items, post, post + 1).is_touching())
        });
        if runs_on {
            return name + 1;
        }
        for &(post, link) in &chain {
            self.hold(&items[name], &items[post], link);
        }
        next.max(name + 1)
    }

    /// A post on the line below a name alone on its line: a signature.
    fn signatures(&mut self, items: &[Item]) {
        let reading = self.context.reading;
        for (i, pair) in items.windows(2).enumerate() {
            let (name, post) = (&pair[0], &pair[1]);
            if name.mention.kind != Kind::Person || post.mention.kind != Kind::Role {
                continue;
            }
            let own_line = |at: Stretch| reading.line(at.start);
            let alone = own_line(name.mention.at) == name.mention.at;
            let below = reading.line_of(post.mention.at.start) == reading.line_of(name.mention.at.start) + 1;
            if !alone || !below || own_line(post.mention.at).start != post.mention.at.start {
                continue;
            }
            let line = own_line(post.mention.at);
            for post in items[i + 1..].iter().take_while(|p| line.contains(p.mention.at)) {
                if post.mention.kind == Kind::Role {
                    self.hold(name, post, Link::default());
                }
            }
        }
    }

    /// Writes down that the person holds the post; once for each wording.
    fn hold(&mut self, name: &Item, post: &Item, link: Link) {
        let title = self.context.text(post.mention).to_string();
        let status = match &post.mention.value {
            Any::Role(value) => value.status.or(link.status),
            _ => link.status,
        };
        let date = link.change.and_then(|_| self.day_near(post.mention.at));
        let evidence = vec![name.id as Index, post.id as Index];
        let person = &mut self.people.records[name.record as usize];
        let role = &mut self.roles.records[post.record as usize];
        if !role.holders.contains(&name.record) {
            role.holders.push(name.record);
        }
        let folded = crate::text::words_of(&title);
        match person.roles.iter_mut().find(|h| crate::text::words_of(&h.title) == folded) {
            Some(known) => {
                known.evidence.extend(evidence);
                known.change = known.change.or(link.change);
                known.date = known.date.take().or(date);
            }
            None => {
                person.roles.push(Holding { title, role: post.record, status, change: link.change, date, evidence });
            }
        }
    }

    /// The day named in the same sentence.
    fn day_near(&self, at: Stretch) -> Option<String> {
        let sentence = self.context.reading.sentence_of(at.start);
        let records = self.context.records;
        let day = records
            .times
            .iter()
            .find(|t| t.granularity == Granularity::Day && sentence.contains(records.mentions[t.entity as usize].at))?;
        day.value.clone()
    }

    /// `các`, `hai` … right before, with a form of address between or not.
    fn is_plural(&self, at: usize) -> bool {
        let reading = self.context.reading;
        let plural = [w!("các"), w!("những"), w!("hai"), w!("ba"), w!("bốn")];
        (1..=3).any(|back| at >= back && reading.same_line(at - back, at) && plural.contains(&reading.word(at - back)))
    }

    /// What stands between two items.
    fn gap(&self, items: &[Item], a: usize, b: usize) -> Gap {
        let reading = self.context.reading;
        let (from, to) = (items[a].mention.at.end, items[b].mention.at.start);
        if from > to || from > 0 && !reading.same_line(from - 1, to) {
            return Gap::Far;
        }
        if from == to {
            return Gap::Touching;
        }
        if to - from > 14 {
            return Gap::Far;
        }
        let mut i = skip_bracket(reading, from);
        let mut gap = Gap::Touching;
        while i < to {
            let word = reading.word(i);
            if [w!(","), w!("và"), w!("-"), w!(":"), w!(";")].contains(&word) {
                gap = if word == w!(";") && gap != Gap::Touching { Gap::Far } else { gap.and_mark(word) };
                i += 1;
            } else if let Some(hit) = reading.hits.longest(i, Table::PostLinks).filter(|h| h.end as usize <= to) {
                gap = Gap::Verb(link_of(hit.row));
                i = hit.end as usize;
            } else if let Some(hit) = reading.hits.longest(i, Table::Honorifics).filter(|h| h.end as usize <= to) {
                i = hit.end as usize;
            } else if is_filler(reading, i) || word == w!(".") && !reading[i].spaced && i > from && i + 1 < to {
                // a word that a verb takes along, or the dot of `TS.`
                i += 1;
            } else {
                return Gap::Far;
            }
        }
        gap
    }
}

/// What stands between two items: nothing, a joining mark, a verb of gaining or leaving, or too much.
#[derive(Debug, Clone, Copy)]
enum Gap {
    Touching,
    Colon,
    Joint,
    Verb(Link),
    Far,
}

impl PartialEq for Gap {
    fn eq(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

impl Gap {
    fn is_touching(self) -> bool {
        self == Gap::Touching
    }

    /// Close enough for a post before a name: nothing, a dash, a colon, a form of address.
    fn is_direct(self) -> bool {
        matches!(self, Gap::Touching | Gap::Colon)
    }

    fn is_joint(self) -> bool {
        match self {
            Gap::Joint | Gap::Colon => true,
            Gap::Verb(link) => link.change.is_none(),
            _ => false,
        }
    }

    fn and_mark(self, mark: u32) -> Self {
        match self {
            Gap::Verb(_) | Gap::Joint => self,
            _ if mark == w!("-") || mark == w!(":") => Gap::Colon,
            _ => Gap::Joint,
        }
    }
}

fn link_of(row: u32) -> Link {
    let change = match cell(Table::PostLinks, row, 2) {
        "elected" => Some(Change::Elected),
        "appointed" => Some(Change::Appointed),
        "transferred" => Some(Change::Transferred),
        "dismissed" => Some(Change::Dismissed),
        "resigned" => Some(Change::Resigned),
        "retired" => Some(Change::Retired),
        "disciplined" => Some(Change::Disciplined),
        _ => None,
    };
    let status = match cell(Table::PostLinks, row, 1) {
        "gets" => Some(Status::Incoming),
        "leaves" => Some(Status::Outgoing),
        _ => None,
    };
    Link { status, change }
}

/// Words that a verb of gaining or leaving takes along: `được`, `chức vụ`, `đã`, `lại`.
fn is_filler(reading: &crate::text::Reading, at: usize) -> bool {
    [
        w!("được"),
        w!("đã"),
        w!("tân"),
        w!("chức"),
        w!("vụ"),
        w!("giữ"),
        w!("làm"),
        w!("lại"),
        w!("tiếp"),
        w!("tục"),
        w!("danh"),
        w!("nay"),
        w!("hiện"),
        w!("vào"),
        w!("để"),
        w!("mới"),
        w!("công"),
        w!("tác"),
        w!("vừa"),
        w!("nhận"),
        w!("nhiệm"),
    ]
    .contains(&reading.word(at))
}

/// `(ảnh)`, `(đứng)`, `(thứ hai từ trái sang)`, `(SN 1970)` behind a name.
fn skip_bracket(reading: &crate::text::Reading, at: usize) -> usize {
    if reading.word(at) != w!("(") {
        return at;
    }
    (at + 1..at + 10).find(|&i| reading.word(i) == w!(")") && reading.same_line(at, i)).map_or(at, |i| i + 1)
}
