//! The field of work or proper name behind the head of a body.

use super::tail::{center_end, is_digit, level_word};
use crate::analysis::Kind;
use crate::entities::person::is_country;
use crate::entities::{Board, Proposal, Rule};
use crate::lexicon::{Class, Hit, Table};
use crate::text::syllable::is_foreign;
use crate::text::{Case, Reading, Token};
use crate::{limits, w};

/// The field of work or proper name behind a head, to its end. `None` where none begins here.
pub(super) fn proper_name(
    reading: &Reading,
    board: &Board,
    at: usize,
    start: usize,
    any: bool,
    company: bool,
) -> Option<usize> {
    let described = description(reading, board, at, start).filter(|_| any);
    let mut name = Name { reading, board, at, start, end: described.unwrap_or(start), any, company, place: None };
    while name.end < at + limits::BODY
        && reading.same_line(at, name.end)
        && let Some(end) = name.part()
    {
        name.end = end;
    }
    name.last_words();
    (name.end > start && !name.is_only_the_party()).then_some(name.end)
}

/// A name, and how far it goes as read so far.
struct Name<'a> {
    reading: &'a Reading,
    board: &'a Board,
    /// The first token of the head, and the one behind it.
    at: usize,
    start: usize,
    /// Behind what was read.
    end: usize,
    /// The head takes a name of any words, one in small letters too.
    any: bool,
    company: bool,
    /// The last place in it.
    place: Option<&'a Proposal>,
}

impl<'a> Name<'a> {
    /// The end of the part that begins here; none where the name has ended.
    fn part(&mut self) -> Option<usize> {
        if self.begins_body() || self.begins_official() {
            return None;
        }
        if let Some(field) = self.field() {
            return Some(field);
        }
        if self.begins_another() {
            return None;
        }
        if let Some(known) = self.known_body() {
            return Some(known);
        }
        if let Some(place) = self.board.longest(Kind::Place, self.end) {
            return self.closing_place(place);
        }
        self.center()
            .or_else(|| self.capital_word())
            .or_else(|| self.number())
            .or_else(|| self.told_apart())
            .or_else(|| self.trade())
            .or_else(|| self.joint())
    }

    /// The token behind what was read.
    fn token(&self) -> &'a Token {
        &self.reading[self.end]
    }

    fn is_first(&self) -> bool {
        self.end == self.start
    }

    /// `[Bộ Công an]`: what heads bodies of its own is a field of work too.
    fn begins_body(&self) -> bool {
        let hits = &self.reading.hits;
        let body = |h: &Hit| h.len() > 1 && hits.longest(self.end, Table::Fields).is_none_or(|field| field.end < h.end);
        self.is_first()
            && !self.company
            && self.token().is_capital()
            && hits.longest(self.end, Table::BodyHeads).is_some_and(body)
    }

    /// `[Bộ Ngoại giao Ấn Độ] Randhir Jaiswal`: a foreign name behind a country is its official's.
    fn begins_official(&self) -> bool {
        self.place.is_some_and(|place| place.at.end == self.end && is_country(place))
            && self.token().is_word()
            && is_foreign(self.reading, self.end)
    }

    /// A field of work: `[Phòng cảnh sát hình sự]`, `[Bộ giáo dục và đào tạo]`: some papers write it small behind a
    /// capital head.
    fn field(&self) -> Option<usize> {
        let small = self.is_first() && self.any && !begins_a_compound(self.reading, self.at);
        // `đề nghị Công ty thống kê thiệt hại`: behind a company a small field needs a name
        let named = |h: &Hit| !self.company || self.reading[h.end as usize].is_capital();
        let written = |h: &&Hit| self.token().is_capital() || small && h.len() > 1 && named(h);
        self.reading.hits.longest(self.end, Table::Fields).filter(written).map(|h| h.end as usize)
    }

    /// Another body, or the person who heads this one.
    fn begins_another(&self) -> bool {
        let person = || person_follows(self.reading, self.end);
        if self.is_first() {
            return !self.company && Class::Organ.has(self.reading.word(self.at)) && person();
        }
        self.board.longest(Kind::Organization, self.end).is_some() || person()
    }

    /// `[CLB Hoàng Anh Gia Lai]`: a name that is known by itself too.
    fn known_body(&self) -> Option<usize> {
        let known = self.board.longest(Kind::Organization, self.end).filter(|_| self.is_first() && self.company)?;
        (known.rule == Rule::OrganizationFixed).then_some(known.at.end)
    }

    /// A place, save one of a level, which is told with the tail; clubs are called by towns.
    fn closing_place(&mut self, place: &'a Proposal) -> Option<usize> {
        let club = [w!("clb"), w!("câu")].contains(&self.reading.word(self.at));
        if level_word(self.reading, self.end).is_some() && !club || !self.any {
            return None;
        }
        self.place = Some(place);
        Some(place.at.end)
    }

    fn center(&self) -> Option<usize> {
        if self.is_first() {
            return None;
        }
        center_end(self.reading, self.end).filter(|&center| center > self.end + 2)
    }

    fn capital_word(&self) -> Option<usize> {
        let address =
            || !self.is_first() && self.reading.hits.at(self.end).iter().any(|h| h.table == Table::Honorifics);
        (self.token().is_capital() && self.any && !address()).then(|| one_name_word(self.reading, self.end))
    }

    /// A number that counts nothing and is no date, behind a capital word or at the end: `[Công ty Xây dựng 59]`.
    fn number(&self) -> Option<usize> {
        let (reading, token) = (self.reading, self.token());
        if !token.is_number() || self.is_first() || !token.spaced {
            return None;
        }
        let counts = self.board.starting(self.end).any(|p| p.kind == Kind::Quantity)
            || token.letters == 0 && token.end - token.start > 4;
        let closes = || reading.tokens.get(self.end + 1).is_none_or(|t| t.is_mark() || t.is_capital());
        let named = reading[self.end - 1].is_capital() || closes();
        (!counts && named && !is_date(reading, self.end)).then_some(self.end + 1)
    }

    /// `số 5` behind a name.
    fn told_apart(&self) -> Option<usize> {
        let number = self.token().word == w!("số") && !self.is_first();
        (number && is_told_apart(self.reading, self.at, self.end)).then_some(self.end + 2)
    }

    /// `[Công ty TNHH Thương mại vận tải và du lịch Xuyên Việt]`: small words of the trade before the company's own
    /// name.
    fn trade(&self) -> Option<usize> {
        if !self.company || self.is_first() {
            return None;
        }
        let trade = words_that_go_on(self.reading, self.end);
        let named = self.reading[trade].is_capital();
        (trade > self.end && named && self.reading.same_line(self.at, trade)).then_some(trade)
    }

    /// A joining mark or word before a further capital word.
    fn joint(&self) -> Option<usize> {
        let (reading, token, next) = (self.reading, self.token(), self.end + 1);
        if ![w!("-"), w!("&"), w!("và"), w!("/")].contains(&token.word) || self.is_first() || !self.any {
            return None;
        }
        let capital = reading[next].is_capital() && reading.same_line(self.end, next);
        let loose = token.word == w!("và") && !self.company;
        // `GD&ĐT`: what is stuck together is one abbreviation
        let glued = token.word == w!("&") && !token.spaced;
        let apart = || !glued && (begins_other(reading, self.board, next) || reading.word(next) == w!("ảnh"));
        (!loose && capital && !apart()).then_some(next)
    }

    /// Small words and further fields that close the name. Where a place ends it, small words behind it begin the
    /// clause: `Bệnh viện Nhi Thanh Hóa điều trị …`.
    fn last_words(&mut self) {
        let (reading, start) = (self.reading, self.start);
        let placed = self.place.map_or(start, |place| place.at.end);
        let goes_on = self.end > placed || reading.seq(self.end, &[w!("điện"), w!("tử")]);
        if self.end > start && self.any && reading[self.end - 1].is_word() && goes_on {
            let end = words_that_go_on(reading, self.end);
            self.end = further_fields(reading, self.board, self.at, end);
        }
        // `[Cục A25]`, `[Phòng PC02]`
        let number = reading.tokens.get(self.end).is_some_and(|t| t.is_number() && !t.spaced);
        self.end += usize::from(self.end == start + 1 && number);
    }

    fn is_only_the_party(&self) -> bool {
        self.end == self.start + 1 && self.reading.word(self.start) == w!("đảng")
            || self.reading.seq(self.start, &[w!("nhà"), w!("nước")]) && self.end <= self.start + 2
    }
}

/// `[Hội đồng Nghiên cứu, Đổi mới và Doanh nghiệp]`, `[Cục Điện lực và Năng lượng tái tạo]`: further fields of one
/// body, the last behind `và`. Ministries and departments are listed in the same way, so theirs are in the table.
fn further_fields(reading: &Reading, board: &Board, at: usize, first: usize) -> usize {
    let listed = [w!("bộ"), w!("sở"), w!("phòng")].contains(&reading.word(at));
    let plural = at > 0 && [w!("các"), w!("hai"), w!("ba"), w!("những")].contains(&reading.word(at - 1));
    let mut end = first;
    while !listed
        && !plural
        && [w!(","), w!("và")].contains(&reading.word(end))
        && reading.same_line(at, end + 1)
        && reading[end + 1].case == Case::Title
        && !begins_other(reading, board, end + 1)
        && reading.hits.longest(end + 1, Table::Honorifics).is_none()
        && let Some(next) = reading
            .hits
            .at(end + 1)
            .iter()
            .find(|h| h.len() > 1 && matches!(h.table, Table::Fields | Table::Compounds | Table::NameWords))
    {
        let last = reading.word(end) == w!("và");
        end = words_that_go_on(reading, next.end as usize);
        if last {
            // `[Công ty Chế biến và Xuất khẩu Thủy sản Cà Mau]`
            while reading.same_line(at, end) && reading[end].case == Case::Title && !begins_other(reading, board, end) {
                end = one_name_word(reading, end);
            }
            return end;
        }
    }
    first
}

pub(super) fn is_date(reading: &Reading, at: usize) -> bool {
    [w!("/"), w!("-"), w!(".")].contains(&reading.word(at + 1)) && is_digit(reading, at + 2)
}

/// Small words that say what kind of body it is, right behind the head and before its name or level
/// (`[Công ty CP bất động sản Hà Quang]`, `[Hội đồng thẩm định giá đất tỉnh]`): at most six, none that begins a clause.
pub(super) fn description(reading: &Reading, board: &Board, at: usize, start: usize) -> Option<usize> {
    let mut end = start;
    while end < start + 7 {
        let token = reading.tokens.get(end).filter(|t| t.cell == reading[at].cell)?;
        let closes =
            token.is_capital() || level_word(reading, end).is_some() || board.longest(Kind::Place, end).is_some();
        if closes {
            let proper = reading[end].is_capital() && reading.hits.longest(end, Table::RoleHeads).is_none();
            return (end > start + 1 && (proper || level_word(reading, end).is_some())).then_some(end);
        }
        let joint = [w!("-"), w!("và")].contains(&token.word);
        // `Bộ thăm trường Tiểu học …`: another body
        if reading.hits.at(end).iter().any(|h| h.table == Table::BodyHeads && h.len() > 1) {
            return None;
        }
        let grammatical =
            reading.hits.at(end).iter().any(|h| matches!(h.table, Table::ClauseWords | Table::FunctionWords));
        // `Đảng bộ lần thứ Nhất`: the ordinal of its congress
        if !joint && (!token.is_word() || grammatical) || reading.seq(end, &[w!("lần"), w!("thứ")]) {
            return None;
        }
        end += 1;
    }
    None
}

/// What follows a joining word is another body, post, person or place rather than the name's next part.
pub(super) fn begins_other(reading: &Reading, board: &Board, at: usize) -> bool {
    board.longest(Kind::Organization, at).is_some()
        || board.longest(Kind::Place, at).is_some()
        || person_follows(reading, at)
        || reading.hits.at(at).iter().any(|h| matches!(h.table, Table::RoleHeads | Table::BodyHeads))
}

/// A capital word of a proper name, with one lower-case syllable behind it where that syllable closes the name
/// (`[Trung tâm Khuyến nông tỉnh]`, `Kiến trúc,`): Vietnamese compounds take a capital on their first syllable only.
pub(super) fn one_name_word(reading: &Reading, at: usize) -> usize {
    let next = at + 1;
    let (Some(a), Some(b)) = (reading.tokens.get(at), reading.tokens.get(next)) else { return next };
    if a.case != Case::Title || b.case != Case::Lower || a.cell != b.cell {
        return next;
    }
    let word = reading.hits.at(at).iter().filter(|h| matches!(h.table, Table::Compounds | Table::NameWords));
    if let Some(end) = word.map(|h| h.end as usize).max().filter(|&e| e > next) {
        return end;
    }
    let ends = |h: &Hit| matches!(h.table, Table::SpeechVerbs | Table::FunctionWords | Table::ClauseWords);
    if reading.hits.at(next).iter().any(ends) {
        return next;
    }
    let after = reading.tokens.get(next + 1).filter(|t| t.cell == b.cell);
    let closes = after.is_none_or(|t| t.is_mark() || t.is_capital()) || level_word(reading, next + 1).is_some();
    if closes && level_word(reading, next).is_none() { next + 1 } else { next }
}

/// Further words of a name in lower case, also behind `và` (`[Cục Bảo vệ chính trị nội bộ]`,
/// `[Trung tâm Công nghệ thông tin tài nguyên và môi trường]`): only nouns and adjectives of the table, so that no
/// clause is taken in.
fn words_that_go_on(reading: &Reading, start: usize) -> usize {
    let mut end = start;
    loop {
        let small = |i: usize| reading.same_line(start - 1, i) && !reading[i].is_capital();
        let word = |i: usize| reading.hits.longest(i, Table::NameWords).filter(|h| small(i) && h.len() > 1);
        if let Some(next) = word(end) {
            end = next.end as usize;
        } else if [w!("và"), w!(",")].contains(&reading.word(end))
            && let Some(next) = word(end + 1)
            && (end > start
                || reading.tokens.get(next.end as usize).is_some_and(|t| {
                    t.cell == reading[end].cell && t.is_capital() || word(next.end as usize).is_some()
                }))
        {
            end = next.end as usize;
        } else {
            return end;
        }
    }
}

/// The head and what follows are one common word (`ban hành`, `phòng chống`, `vụ việc`).
pub(super) fn begins_a_compound(reading: &Reading, at: usize) -> bool {
    let longer = |h: &Hit| reading.hits.longest(at, Table::BodyHeads).is_none_or(|b| b.len() < h.len());
    let small = reading.tokens.get(at + 1).is_some_and(|t| !t.is_capital());
    small && reading.hits.longest(at, Table::Compounds).is_some_and(|h| h.len() > 1 && longer(h))
}

/// `[Công ty CP Xây dựng số 5]`; `số 12/QĐ` is a document's.
fn is_told_apart(reading: &Reading, at: usize, end: usize) -> bool {
    let number = reading.tokens.get(end + 1).is_some_and(|t| t.is_number() && t.end - t.start <= 2);
    let glued = |t: &Token| !t.spaced && [w!("/"), w!("-"), w!(".")].contains(&t.word);
    number
        && !reading.tokens.get(end + 2).is_some_and(glued)
        && Class::HasNumbers.has(reading.word(at))
        && reading.same_line(at, end + 1)
}

/// A family name and a given name follow: the person who heads the body, not part of its name.
pub(super) fn person_follows(reading: &Reading, at: usize) -> bool {
    crate::entities::person::begins_full_name(reading, at)
}

/// Capital words in a row.
pub(super) fn capital_run(reading: &Reading, start: usize) -> Option<usize> {
    let mut end = start;
    // nothing of the next line belongs to the head
    let line = start.saturating_sub(1);
    while end < start + limits::BODY && reading[end].is_capital() && reading.same_line(line, end) {
        end = one_name_word(reading, end);
    }
    (end > start).then_some(end)
}
