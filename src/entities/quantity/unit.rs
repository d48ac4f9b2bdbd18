//! What a number counts: signs, units and countable terms from the tables, nouns that no table has.

use super::super::numeral;
use super::Scan;
use crate::analysis::Kind;
use crate::lexicon::columns::countables::{self, Group};
use crate::lexicon::{Class, Hit, Table};
use crate::text::{Case, Stretch};
use crate::w;

/// The list that a countable term is a member of, if any.
fn list_of(hit: &Hit) -> Option<countables::List> {
    (hit.table == Table::Countables).then(|| countables::LIST.of(hit.row)).flatten()
}

impl Scan<'_> {
    /// The longest unit or countable term that stands here.
    pub(super) fn known(&self, at: usize) -> Option<&Hit> {
        let hits = self.reading.hits.at(at).iter();
        hits.filter(|h| matches!(h.table, Table::Units | Table::Countables) && h.end as usize <= self.line.end)
            .filter(|h| h.table == Table::Units || countables::GROUP.of(h.row) != Some(Group::Material))
            .filter(|h| h.table != Table::Units || self.is_unit(h.start as usize, h.end as usize))
            .filter(|h| h.len() > 1 && h.table == Table::Units || !self.splits_word(h.end as usize))
            .max_by_key(|h| (h.len(), h.table == Table::Units))
    }

    /// The term would end in the middle of a word (`03 năm học tập`, `[3 người] điều trị`), and no other word begins
    /// right behind it (`[16 giải] thể thao`, `[hai bên] trong đó`).
    fn splits_word(&self, end: usize) -> bool {
        let word = |at: usize, reach: usize| {
            self.reading.hits.at(at).iter().any(|h| h.table == Table::Compounds && h.end as usize > reach)
        };
        // `[500 triệu đồng] tiền mặt` is money all the same
        let money = self.word(end - 1) == w!("đồng") && self.word(end) == w!("tiền");
        word(end - 1, end) && !word(end, end + 1) && !Class::BeginsPhraseOfPlace.has(self.word(end)) && !money
    }

    /// A word of several syllables whose first is counted by itself elsewhere: `[ba cấp độ]`, `[hai hiệp hội]`.
    fn compound(&self, at: usize) -> Option<Stretch> {
        let hits = self.reading.hits.at(at).iter();
        let counted = hits.clone().any(|h| h.table == Table::Countables && h.len() == 1);
        let word = hits.clone().filter(|h| h.table == Table::Compounds && h.end as usize <= self.line.end);
        let free = !self.begins_name(at) && self.reading.word_before(at, 2) != w!("cả");
        word.max_by_key(|h| h.len()).filter(|_| counted && free).map(|h| Stretch::new(at, h.end as usize))
    }

    /// A unit of one letter has the case of the table (`[5m]`, not `5G`) and no letters right behind it.
    fn is_unit(&self, start: usize, end: usize) -> bool {
        let token = &self.reading[start];
        if end > start + 1 || token.end - token.start > 1 || !token.is_word() {
            return true;
        }
        let capital = [w!("v"), w!("w")].contains(&token.word);
        let next_glued = self.glued(end) && self.reading[end].is_word();
        token.is_capital() == capital && !next_glued
    }

    /// What the number counts, as far as the term goes.
    pub(super) fn unit(&self, at: usize, spelled: bool) -> Option<Stretch> {
        if at >= self.line.end || self.board.longest(Kind::Time, at).is_some() {
            return None;
        }
        let Some(hit) = self.known(at) else {
            let noun = if spelled { self.compound(at) } else { self.open_noun(at) };
            return noun.map(|noun| self.with_rate(noun));
        };
        let unit = Stretch::new(at, hit.end as usize);
        if hit.table == Table::Units {
            // the stuff behind a unit of measure is no part of the quantity (`12 tấn gạo`)
            return Some(self.with_smaller(self.with_rate(unit)));
        }
        Some(self.with_rate(self.with_place(self.under_the_center(self.extended(unit)))))
    }

    /// `[7 năm 6 tháng tù]`: a smaller unit of time goes on the duration.
    fn with_smaller(&self, unit: Stretch) -> Stretch {
        let smaller = match self.word(unit.start) {
            x if x == w!("năm") => w!("tháng"),
            x if x == w!("giờ") => w!("phút"),
            x if x == w!("phút") => w!("giây"),
            _ => return unit,
        };
        let number = numeral::numeral(self.reading, unit.end).filter(|n| n.value < 60.0 && n.end < self.line.end);
        let goes_on = |n: &numeral::Numeral| unit.len() == 1 && self.word(n.end) == smaller;
        match number.filter(goes_on) {
            Some(n) if self.board.longest(Kind::Time, unit.end).is_none() => {
                Stretch::new(unit.start, n.end + 1 + usize::from(self.word(n.end + 1) == w!("tù")))
            }
            _ => unit,
        }
    }

    /// `đại biểu HĐND phường Tương Mai`: the name of the unit that a term ends with.
    fn with_place(&self, unit: Stretch) -> Stretch {
        let level = self.term(unit.end - 1).is_some_and(|h| countables::GROUP.of(h.row) == Some(Group::Admin));
        let of_unit = |h: &&Hit| h.table.names_places() && h.table != Table::Regions && h.end as usize <= self.line.end;
        let name = self.reading.hits.at(unit.end).iter().find(of_unit);
        match name {
            Some(hit) if unit.len() > 2 && level && self.begins_name(unit.end) => {
                Stretch::new(unit.start, hit.end as usize)
            }
            _ => unit,
        }
    }

    /// A classifier or class takes the noun behind it, and that the next; what is listed takes those joined to it.
    pub(super) fn extended(&self, unit: Stretch) -> Stretch {
        let mut end = unit.start;
        for _ in 0..3 {
            let Some(hit) = self.term(end) else { break };
            let group = countables::GROUP.of(hit.row);
            if end > unit.start && (group == Some(Group::Admin) || self.reading[end].case != Case::Lower) {
                break;
            }
            end = hit.end as usize;
            match group {
                Some(Group::Class) => {}
                Some(Group::Classifier) if self.term(end).is_none() => {
                    end = self.open_noun(end).map_or(end, |noun| noun.end);
                    break;
                }
                Some(Group::Classifier) => {}
                _ => break,
            }
            if self.term(end).is_none() {
                end = self.field(end).unwrap_or(end);
                end += usize::from(end < self.line.end && self.is_abbreviation(end));
                break;
            }
        }
        Stretch::new(unit.start, self.joined(unit.start, end.max(unit.end)))
    }

    /// The longest countable term that stands here.
    pub(super) fn term(&self, at: usize) -> Option<&Hit> {
        self.known(at).filter(|h| h.table == Table::Countables)
    }

    /// What is counted together in one list: `tỉnh, thành phố`, `xã, phường và thị trấn`, `tổ chức, cá nhân`. Each
    /// member is of the list of the one before it, and none begins a name (`5 xã, phường Tân An`).
    fn joined(&self, start: usize, mut end: usize) -> usize {
        let Some(list) = self.reading.hits_before(end).find_map(list_of) else { return end };
        while [w!(","), w!("và")].contains(&self.word(end))
            && let Some(next) = self.term(end + 1).filter(|h| list_of(h) == Some(list))
            && (list == countables::List::Admin || self.word(end) == w!(","))
            && !self.begins_name(next.end as usize)
            // `7 thôn, phường có 5 tổ dân phố`: the subject of another clause
            && self.word(next.end as usize) != w!("có")
            && self.reading[end + 1].case == self.reading[start].case
        {
            end = next.end as usize;
        }
        end
    }

    /// `tỉnh, thành phố trực thuộc Trung ương`.
    fn under_the_center(&self, unit: Stretch) -> Stretch {
        let under = [w!("trực"), w!("thuộc"), w!("trung"), w!("ương")];
        let fits = self.word(unit.end - 1) == w!("phố") && self.reading.seq(unit.end, &under);
        Stretch::new(unit.start, unit.end + if fits && unit.end + 4 <= self.line.end { 4 } else { 0 })
    }

    /// A field of work or a stuff behind a noun that takes one: `nhiệm vụ khoa học và công nghệ`, `dự án thủy điện`.
    fn field(&self, at: usize) -> Option<usize> {
        let hits = self.reading.hits.at(at).iter().filter(|h| h.end as usize <= self.line.end);
        let fits = |h: &&Hit| {
            h.table == Table::Fields
                || h.table == Table::Countables && countables::GROUP.of(h.row) == Some(Group::Material)
        };
        let hit = hits.filter(fits).max_by_key(|h| h.len())?;
        (self.reading[at].case == Case::Lower).then_some(hit.end as usize)
    }

    pub(super) fn begins_name(&self, at: usize) -> bool {
        at < self.line.end && self.reading[at].is_capital()
    }

    /// `/năm`, `/ha`, `/người/tháng` behind a unit.
    fn with_rate(&self, unit: Stretch) -> Stretch {
        let mut end = unit.end;
        while self.word(end) == w!("/") && end + 1 < self.line.end {
            // `ca/100.000 dân`; a figure of its own kind is another quantity (`[5 tỷ kWh]/[4 tỷ kWh]`)
            let number = numeral::numeral(self.reading, end + 1).filter(|n| !n.spelled);
            let per = |n: f64| [10.0, 100.0, 1e3, 1e4, 1e5].contains(&n);
            if number.is_some_and(|n| n.scale > 1.0 || !per(n.value)) {
                break;
            }
            let number = number.map_or(end + 1, |n| n.end);
            let noun = self.known(number).map(|h| h.end as usize);
            let word = (number < self.line.end && self.reading[number].case == Case::Lower).then_some(number + 1);
            match noun.or(word) {
                Some(next) => end = next,
                None => break,
            }
        }
        Stretch::new(unit.start, end)
    }

    /// A noun that no table has: its first syllables, at most two, up to the next function word or mark.
    fn open_noun(&self, at: usize) -> Option<Stretch> {
        let plain = |i: usize| {
            i < self.line.end
                && self.reading[i].is_word()
                && self.reading[i].case == Case::Lower
                && self.reading[i].spaced
                && self.reading.hits.longest(i, Table::FunctionWords).is_none()
                && (i == at || self.reading.hits.longest(i, Table::Numerals).is_none())
                && self.board.longest(Kind::Time, i).is_none()
                // `1 mũi hằng năm`
                && !([w!("hàng"), w!("hằng"), w!("mỗi")].contains(&self.word(i))
                    && self.reading.hits.longest(i + 1, Table::Units).is_some())
        };
        // an abbreviation: `[4 VĐV]`
        if self.is_abbreviation(at) {
            return Some(Stretch::new(at, at + 1));
        }
        if !plain(at) {
            return None;
        }
        let two = plain(at + 1) && self.known(at + 1).is_none_or(|h| h.table == Table::Countables && h.len() == 1);
        Some(Stretch::new(at, at + 1 + usize::from(two)))
    }

    /// Two to seven capitals that are no Roman number.
    fn is_abbreviation(&self, at: usize) -> bool {
        let token = &self.reading[at];
        let length = token.letters;
        token.case == Case::Upper
            && token.spaced
            && (2..=7).contains(&length)
            && numeral::roman(self.reading, at).is_none()
            && self.reading.hits.longest(at, Table::FunctionWords).is_none()
            && !self.reading.tokens.get(at + 1).is_some_and(|t| t.case == Case::Upper && at + 1 < self.line.end)
    }

    /// What a share is a part of: `chỉ tiêu` behind `[76,1%]`.
    pub(super) fn whole(&self, at: usize) -> Option<Stretch> {
        let mut noun = at;
        while [w!("tổng"), w!("số")].contains(&self.word(noun)) {
            noun += 1;
        }
        if noun >= self.line.end || self.board.longest(Kind::Time, noun).is_some() {
            return None;
        }
        let end = match self.known(noun).filter(|h| h.table == Table::Countables) {
            Some(hit) => self.extended(Stretch::new(noun, hit.end as usize)).end,
            None => self.open_noun(noun)?.end,
        };
        Some(Stretch::new(at, end))
    }
}
