//! What a sentence says around its names and posts, sign by sign; everything between that no table knows is [`Sign::Other`].

use crate::analysis::{Change, Kind};
use crate::entities::Mention;
use crate::lexicon::columns::post_links::{self, Link};
use crate::lexicon::{Class, Phrase, Table};
use crate::limits;
use crate::records::list::{List, NO_MENTION, Nothing};
use crate::text::{Reading, Stretch};
use crate::w;

/// A name or a post, in text order; what nests in a post is not asked.
pub(super) struct Item<'a> {
    pub id: usize,
    pub mention: &'a Mention,
    pub record: u32,
}

/// Nobody's.
impl Nothing for Item<'_> {
    fn nothing<'a>() -> &'a Self
    where
        Self: 'a,
    {
        static NOTHING: Item<'static> = Item { id: usize::MAX, mention: &NO_MENTION, record: u32::MAX };
        &NOTHING
    }
}

/// What a verb says of a person and a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Gets,
    Leaves,
    /// A penalty: the post stays.
    Marks,
}

/// One sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// Positions in the list of items.
    Name(usize),
    Post(usize),
    Change {
        way: Way,
        change: Change,
        /// The person stands before it, in any voice.
        subject: bool,
    },
    Is,
    Was,
    Hands,
    Instead,
    Passive,
    Not,
    Done,
    Died,
    Comma,
    And,
    Semicolon,
    Colon,
    Dash,
    Open,
    Close,
    Plural,
    /// `(cũ)` behind a post.
    Ended,
    /// A form of address, a rank, a degree right before a name.
    Address,
    /// Somebody who is not named here: a pronoun, the post of whom another speaks for.
    Somebody,
    /// Birth, age, origin, degree.
    Particular,
    /// A word that a verb takes along: `đã`, `chức danh`.
    Word,
    /// A body, a place, a time of so many tokens.
    Beside(usize),
    /// So many tokens that say something else.
    Other(usize),
}

/// A sign and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    pub sign: Sign,
    pub at: Stretch,
}

/// Nothing that is said, beyond a sentence.
impl Nothing for Placed {
    fn nothing<'a>() -> &'a Self {
        static NOTHING: Placed = Placed { sign: Sign::Other(0), at: Stretch::new(0, 0) };
        &NOTHING
    }
}

/// Reads a sentence (or a cell of a table) into signs; `items` are its names and posts, `places` its places and days.
pub(super) fn read(
    reading: &Reading,
    sentence: Stretch,
    items: &[Item],
    from: usize,
    others: &[&Mention],
) -> List<Placed> {
    let mut signs: Vec<Placed> = Vec::new();
    let (mut at, mut item, mut other) = (sentence.start, from, 0);
    while at < sentence.end {
        while items.get(item).is_some_and(|i| i.mention.at.start < at) {
            item += 1;
        }
        while others.get(other).is_some_and(|m| m.at.start < at) {
            other += 1;
        }
        let named = items.get(item).filter(|i| i.mention.at.start == at && i.mention.at.end <= sentence.end);
        let (sign, end) = if let Some(i) = named {
            let end = i.mention.at.end;
            let held = items.get(item + 1).is_some_and(|next| next.mention.at.start == end);
            let sign = match i.mention.kind {
                Kind::Person => Sign::Name(item),
                _ if !held && is_spoken_for(reading, at) => Sign::Somebody,
                _ => Sign::Post(item),
            };
            (sign, end)
        } else if let Some(m) = others.get(other).filter(|m| m.at.start == at) {
            let next = items.get(item).map_or(sentence.end, |i| i.mention.at.start);
            let particular = m.kind != Kind::Organization && continues_particular(&signs);
            let end = m.at.end.min(next.max(at + 1)).min(sentence.end);
            (if particular { Sign::Particular } else { Sign::Beside(end - at) }, end)
        } else {
            let (sign, end) = word_at(reading, sentence, at, &signs);
            // `sinh ngày 12-9-1960`: the day is read as a whole
            let day = others.get(other).filter(|m| sign == Sign::Particular && m.at.start < end);
            (sign, day.map_or(end, |m| m.at.start))
        };
        let mut next = Placed { sign, at: Stretch::new(at, end) };
        // `ông A, từ năm 2016 đến năm 2020 là P`, `ông A, từ tháng 6/2025 là Q`
        if sign == Sign::Is
            && let [.., from, span] = signs[..]
            && is_since(reading, from, span)
        {
            signs.truncate(signs.len() - 2);
            next.at.start = from.at.start;
            next.sign = if is_over(reading, span) { Sign::Was } else { Sign::Is };
        }
        if !is_dot_of_initial(reading, at, &signs) {
            push(&mut signs, next);
        }
        at = end;
    }
    told_of_before(reading, sentence, &mut signs);
    appositions(reading, &signs.into())
}

/// `từ` and a time.
fn is_since(reading: &Reading, from: Placed, span: Placed) -> bool {
    from.sign == Sign::Other(1)
        && reading.word(from.at.start) == w!("từ")
        && matches!(span.sign, Sign::Beside(_))
        && span.at.tokens().any(|i| reading[i].is_number())
}

/// `năm 2016 đến năm 2020`, and not `năm 2016 đến nay`.
fn is_over(reading: &Reading, span: Placed) -> bool {
    let ends = span.at.end.checked_sub(1).is_some_and(|last| reading[last].is_number());
    ends && span.at.tokens().any(|i| [w!("đến"), w!("tới"), w!("-")].contains(&reading.word(i)))
}

/// The posts before `nay là` and a post: the person holds them no longer. `Giám đốc Sở Công Thương, nay là Bộ trưởng …`
pub(super) fn followed(reading: &Reading, signs: &List<Placed>) -> Vec<usize> {
    let mut out = Vec::new();
    for at in 1..signs.len() {
        let now = signs[at].sign == Sign::Is && reading.seq(signs[at].at.start, &[w!("nay"), w!("là")]);
        if !now || !matches!(signs[at + 1].sign, Sign::Post(_)) {
            continue;
        }
        let mut before = at;
        // `Bí thư Thành ủy Nha Trang (Khánh Hòa), nay là …`
        while before > 0
            && matches!(
                signs[before - 1].sign,
                Sign::Comma | Sign::Open | Sign::Close | Sign::Beside(_) | Sign::Dash | Sign::Post(_)
            )
        {
            before -= 1;
            if let Sign::Post(post) = signs[before].sign {
                out.push(post);
            }
        }
    }
    out
}

/// `thừa ủy quyền của Thủ tướng Chính phủ, Bộ trưởng A trao …`: who is spoken for is somebody else.
fn is_spoken_for(reading: &Reading, post: usize) -> bool {
    (post.saturating_sub(3)..post).any(|at| reading.phrase(at, Phrase::OnBehalf) == Some(post))
}

/// `Trước đó, ông là Hiệu trưởng …`, `Trước khi được bầu, ông là Phó Hiệu trưởng …`: what somebody was, unless the clause tells of a
/// change, or of now.
fn told_of_before(reading: &Reading, sentence: Stretch, signs: &mut [Placed]) {
    let Some(end) = reading.phrase(sentence.start, Phrase::Before) else { return };
    let is_clause = reading.word(end - 1) == w!("khi");
    let from = if is_clause { signs.iter().take_while(|s| s.sign != Sign::Comma).count() } else { 0 };
    let Some(told) = signs.get_mut(from..) else { return };
    if told.iter().any(|s| matches!(s.sign, Sign::Change { .. })) {
        return;
    }
    for placed in told.iter_mut().filter(|s| s.sign == Sign::Is && !Class::Now.has(reading.word(s.at.start))) {
        placed.sign = Sign::Was;
    }
}

/// What a name is called before its post, in capitals and set off by commas: `A, Thiếu tướng Công an nhân dân, nguyên Phó …`,
/// `B, Trọng tài viên VIAC, Chủ tịch …`: a particular. A body there, or who stands for one, is somebody else.
fn appositions(reading: &Reading, signs: &List<Placed>) -> List<Placed> {
    let mut out: Vec<Placed> = Vec::with_capacity(signs.len());
    let mut at = 0;
    while let Some(&next) = signs.at(at) {
        out.push(next);
        at += 1;
        let named = out.iter().rev().nth(1).is_some_and(|s| matches!(s.sign, Sign::Name(_) | Sign::Particular));
        if next.sign != Sign::Comma || !named {
            continue;
        }
        let words = |s: &&Placed| matches!(s.sign, Sign::Address | Sign::Other(_) | Sign::Beside(_));
        let run = signs[at..].iter().take(limits::BRACKET).take_while(words).count();
        let told =
            Stretch::new(signs[at].at.start, signs[at + run - usize::from(run > 0)].at.end.max(signs[at].at.start));
        let first = reading.word(told.start);
        let titled = run > 0
            && !matches!(signs[at].sign, Sign::Beside(_))
            && told.len() <= limits::BRACKET
            && reading[told.start].is_capital()
            && !Class::Stands.has(first)
            && reading.hits.longest(told.start, Table::BodyHeads).is_none();
        let goes_on = matches!(signs[at + run + 1].sign, Sign::Post(_) | Sign::Address | Sign::Other(_));
        if titled && signs[at + run].sign == Sign::Comma && goes_on {
            out.push(Placed { sign: Sign::Particular, at: told });
            at += run;
        }
    }
    out.into()
}

/// The dot of `Nguyễn Văn T., Giám đốc Sở Y tế` and `Trần Thị B. (sinh năm 1990)`: it says nothing where a mark follows.
fn is_dot_of_initial(reading: &Reading, at: usize, before: &[Placed]) -> bool {
    let named = before.last().is_some_and(|s| matches!(s.sign, Sign::Name(_)) && s.at.end == at);
    named
        && reading.word(at) == w!(".")
        && !reading[at].spaced
        && reading[at - 1].letters == 1
        && reading.tokens.get(at + 1).is_some_and(|next| next.is_mark() && reading.same_line(at, at + 1))
}

/// Joins what says nothing on its own.
fn push(signs: &mut Vec<Placed>, next: Placed) {
    if let Some(last) = signs.last_mut() {
        match (last.sign, next.sign) {
            (Sign::Other(a), Sign::Other(b)) => {
                last.sign = Sign::Other(a + b);
                last.at.end = next.at.end;
                return;
            }
            // a particular goes on to the next comma
            (
                Sign::Particular,
                Sign::Other(_)
                | Sign::Beside(_)
                | Sign::Word
                | Sign::Particular
                | Sign::Colon
                | Sign::Address
                | Sign::And,
            ) => {
                last.at.end = next.at.end;
                return;
            }
            (Sign::Word, Sign::Word) => {
                last.at.end = next.at.end;
                return;
            }
            _ => {}
        }
    }
    signs.push(next);
}

/// A place or day behind a home or a birth and a comma goes on with them: `trú tại xã A, huyện B`.
fn continues_particular(signs: &[Placed]) -> bool {
    let mut back = signs.iter().rev().map(|s| s.sign);
    match back.next() {
        Some(Sign::Particular) => true,
        Some(Sign::Comma) => back.next() == Some(Sign::Particular),
        _ => false,
    }
}

/// The sign of the word, mark or link at a token, and its end.
fn word_at(reading: &Reading, sentence: Stretch, at: usize, before: &[Placed]) -> (Sign, usize) {
    let word = reading.word(at);
    let last = before.last().map(|s| s.sign);
    let mark = match word {
        w if w == w!(",") => Some(Sign::Comma),
        w if w == w!(";") => Some(Sign::Semicolon),
        w if w == w!(":") => Some(Sign::Colon),
        w if w == w!("-") => Some(Sign::Dash),
        w if w == w!("(") || w == w!("[") => Some(Sign::Open),
        w if w == w!(")") || w == w!("]") => Some(Sign::Close),
        // `Phó Cục trưởng rồi Cục trưởng`
        w if w == w!("và") || w == w!("rồi") && matches!(last, Some(Sign::Post(_))) => Some(Sign::And),
        _ => None,
    };
    if word == w!("(") && reading.word(at + 1) == w!("cũ") && reading.word(at + 2) == w!(")") && at + 2 < sentence.end
    {
        return (Sign::Ended, at + 3);
    }
    if let Some(mark) = mark {
        return (mark, at + 1);
    }
    let first = !matches!(last, Some(Sign::Particular | Sign::Other(_)));
    // an age, a year of birth in brackets
    if reading[at].is_number() {
        let aged = reading.word(at + 1) == w!("tuổi") && at + 1 < sentence.end;
        let born = reading[at].letters == 4
            && last == Some(Sign::Open)
            && !reading.tokens.get(at + 1).is_some_and(|t| t.is_word());
        if aged || born {
            return (Sign::Particular, at + if aged { 2 } else { 1 });
        }
    }
    if let Some(hit) = reading.hits.longest(at, Table::PostLinks).filter(|h| h.end as usize <= sentence.end) {
        let end = hit.end as usize;
        let sign = sign_of(hit.row);
        let after_mark =
            matches!(last, Some(Sign::Comma | Sign::Open | Sign::Semicolon | Sign::Dash | Sign::Particular));
        // particulars stand behind a mark, a birth also right behind a name; `đề nghị của …` proposes nothing
        let named = matches!(last, Some(Sign::Name(_)));
        let born = named && word == w!("sinh") && hit.len() > 1;
        let idle = sign == Sign::Particular && !after_mark && !born
            || sign == Sign::Not && (reading.word(end) == w!("của") || reading.word_before(at, 1) == w!("theo"))
            || reading[at].is_capital() && sign == Sign::Word && !first;
        if sign == Sign::Is && is_while(reading, at) {
            return (Sign::Was, end);
        }
        if !idle {
            return (sign, end);
        }
    }
    if Class::PluralOfPosts.has(word) {
        let hit = reading.hits.longest(at, Table::Honorifics).map_or(at + 1, |h| h.end as usize);
        return (Sign::Plural, hit.min(sentence.end));
    }
    if let Some(hit) = reading.hits.longest(at, Table::Honorifics).filter(|h| h.end as usize <= sentence.end) {
        return (Sign::Address, hit.end as usize);
    }
    // the dot of `TS.`
    if word == w!(".") && matches!(last, Some(Sign::Address)) {
        return (Sign::Address, at + 1);
    }
    (Sign::Other(1), at + 1)
}

/// `trong thời gian bà Thoa [giữ chức] …`: of a time that is over.
fn is_while(reading: &Reading, at: usize) -> bool {
    let time = [w!("thời"), w!("gian")];
    (3..=5).any(|back| at >= back && reading.same_line(at - back, at) && reading.seq(at - back, &time))
}

fn sign_of(row: u32) -> Sign {
    let change = |way| {
        let change = post_links::CHANGE.of(row).unwrap_or(Change::Dismissed);
        Sign::Change { way, change, subject: post_links::SUBJECT.of(row).has(post_links::Subject::Subject) }
    };
    let Some(link) = post_links::LINK.of(row) else { return Sign::Word };
    match link {
        Link::Is => Sign::Is,
        Link::Was => Sign::Was,
        Link::Gets => change(Way::Gets),
        Link::Leaves => change(Way::Leaves),
        Link::Marks => change(Way::Marks),
        Link::Hands => Sign::Hands,
        Link::Instead => Sign::Instead,
        Link::Several => Sign::Plural,
        Link::Passive => Sign::Passive,
        Link::Not => Sign::Not,
        Link::Done => Sign::Done,
        Link::Died => Sign::Died,
        Link::Particular | Link::Home => Sign::Particular,
        Link::Word => Sign::Word,
    }
}
