//! The walk from the head of an event's name to its end, and the steps that all shapes of names share.

use super::Value;
use crate::analysis::{EventKind, Kind};
use crate::entities::Board;
use crate::entities::cursor::Cursor;
use crate::entities::numeral::{ordinal, roman};
use crate::lexicon::Phrase;
use crate::limits;
use crate::text::Reading;
use crate::w;

/// Walks from the head of a name to its end.
pub(super) struct Walk<'a> {
    pub(super) reading: &'a Reading,
    pub(super) board: &'a Board,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) value: Value,
    /// Something was met that tells this event from others.
    pub(super) identity: bool,
}

impl<'a> Walk<'a> {
    /// The next token is on the same line and the name not too long.
    pub(super) fn open(&self) -> bool {
        self.end < self.reading.tokens.len()
            && self.reading.same_line(self.start, self.end)
            && self.end - self.start < limits::EVENT
    }

    /// Where the walk stands, on the line of the head.
    pub(super) fn here(&self) -> Cursor<'a> {
        Cursor::new(self.reading, self.start).to(self.end)
    }

    /// Goes on to a place behind, if there is one.
    pub(super) fn go(&mut self, to: Option<usize>) -> bool {
        self.end = to.unwrap_or(self.end);
        to.is_some()
    }

    pub(super) fn word(&self, ahead: usize) -> u32 {
        self.here().to(self.end + ahead).word()
    }

    pub(super) fn seq(&self, words: &[u32]) -> bool {
        self.open() && self.here().all(words).is_some()
    }

    /// Goes on over the longest of these phrases, if one follows.
    pub(super) fn phrase(&mut self, phrase: Phrase) -> bool {
        self.go(self.reading.phrase(self.end, phrase).filter(|_| self.open()))
    }

    pub(super) fn is_capital(&self) -> bool {
        self.reading[self.start].is_capital()
    }

    /// A number of four digits, as years are written.
    pub(super) fn is_year(&self, at: usize) -> bool {
        let token = &self.reading[at];
        token.is_number() && token.letters == 4
    }

    /// `lần thứ XI`, `lần thứ nhất`, `thứ 6`, `[Đại hội Đảng bộ tỉnh lần XIII]`.
    pub(super) fn ordinal(&mut self) -> bool {
        let c = self.here();
        let said = c.all(&[w!("lần"), w!("thứ")]).or_else(|| c.any(&[w!("thứ"), w!("lần")]));
        let Some((c, n)) = said.and_then(|c| c.read(ordinal)) else { return false };
        // `giảm phiên thứ 10 liên tiếp` counts days of trade
        c.all(&[w!("liên"), w!("tiếp")]).is_none() && self.told_apart_by(c.at(), n)
    }

    /// `XIII`, `13` right behind.
    pub(super) fn bare_ordinal(&mut self) -> bool {
        let c = self.here();
        let Some((behind, n)) = c.read(ordinal).filter(|_| self.open()) else { return false };
        let token = c.token();
        let figures = token.is_number() && token.end - token.start <= 2 || roman(self.reading, self.end).is_some();
        // `[Hội nghị Trung ương mười hai khóa IX]`: in words only before its term
        let spelled = !token.is_number() && behind.maybe(|c| c.any(&[w!("(")])).word() == w!("khóa");
        let date = behind.any(&[w!("/"), w!("-"), w!(".")]).and_then(Cursor::glued);
        let is_date = date.is_some_and(|c| c.token().is_number());
        (figures || spelled) && !is_date && self.told_apart_by(behind.at(), n)
    }

    fn told_apart_by(&mut self, end: usize, n: u32) -> bool {
        self.value.ordinal = self.value.ordinal.or(Some(n));
        self.end = end;
        self.identity = true;
        true
    }

    /// A body that begins here.
    pub(super) fn body(&mut self) -> bool {
        if !self.open() {
            return false;
        }
        let Some(body) = self.board.longest(Kind::Organization, self.end) else { return false };
        self.value.body = self.value.body.or(Some(body.at));
        self.end = body.at.end;
        true
    }

    pub(super) fn place(&mut self) -> bool {
        self.go(self.board.longest(Kind::Place, self.end).filter(|_| self.open()).map(|place| place.at.end))
    }

    /// `khóa XIII`, `[Hội nghị Trung ương 8 (khóa XIII)]`.
    pub(super) fn term(&mut self) -> bool {
        self.go(self.here().term().map(Cursor::at))
    }

    /// `nhiệm kỳ …` without a comma is part of the name.
    pub(super) fn term_inside(&mut self) -> bool {
        if !self.open() || ![w!("nhiệm"), w!("khóa")].contains(&self.word(0)) {
            return false;
        }
        let Some(term) = self.board.longest(Kind::Time, self.end) else { return false };
        self.value.term = Some(term.at);
        self.end = term.at.end;
        self.identity = true;
        true
    }

    /// `, nhiệm kỳ …` behind the name stays outside but tells the term; without any other identity it gives one.
    pub(super) fn term_behind(&mut self) {
        if self.value.term.is_some() {
            return;
        }
        let c = self.here().maybe(|c| c.any(&[w!(",")]));
        let term = c.any(&[w!("nhiệm")]).and(self.board.longest(Kind::Time, c.at()));
        if let Some(term) = term {
            self.value.term = Some(term.at);
            let congress = self.value.kind == Some(EventKind::Congress) && self.end > self.start + 2;
            self.identity |= congress;
        }
    }

    /// `của Đảng`, `của Đảng bộ tỉnh`.
    pub(super) fn of_body(&mut self) -> bool {
        if self.word(0) != w!("của") {
            return false;
        }
        let party = self.here().to(self.end + 1);
        if party.token().is_capital() && party.all(&[w!("đảng"), w!("bộ")]).is_none() && party.word() == w!("đảng")
        {
            self.end += 2;
            return true;
        }
        self.end += 1;
        let body = self.body();
        self.end -= usize::from(!body);
        body
    }
}
