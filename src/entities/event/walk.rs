//! The walk from the head of an event's name to its end, and the steps that all shapes of names share.

use super::Value;
use crate::analysis::{EventKind, Kind};
use crate::entities::Board;
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

impl Walk<'_> {
    /// The next token is on the same line and the name not too long.
    pub(super) fn open(&self) -> bool {
        self.end < self.reading.tokens.len()
            && self.reading.same_line(self.start, self.end)
            && self.end - self.start < limits::EVENT
    }

    pub(super) fn word(&self, ahead: usize) -> u32 {
        if self.reading.same_line(self.start, self.end + ahead) { self.reading.word(self.end + ahead) } else { 0 }
    }

    pub(super) fn seq(&self, words: &[u32]) -> bool {
        self.open() && self.reading.seq(self.end, words) && self.reading.same_line(self.start, self.end)
    }

    /// Goes on over the longest of these phrases, if one follows.
    pub(super) fn phrase(&mut self, phrase: Phrase) -> bool {
        let end = self.reading.phrase(self.end, phrase).filter(|_| self.open());
        self.end = end.unwrap_or(self.end);
        end.is_some()
    }

    pub(super) fn is_capital(&self) -> bool {
        self.reading[self.start].is_capital()
    }

    /// A number of four digits, as years are written.
    pub(super) fn is_year(&self, at: usize) -> bool {
        self.reading.tokens.get(at).is_some_and(|t| t.is_number() && t.letters == 4)
    }

    /// `lần thứ XI`, `lần thứ nhất`, `thứ 6`, `[Đại hội Đảng bộ tỉnh lần XIII]`.
    pub(super) fn ordinal(&mut self) -> bool {
        let skip = if self.seq(&[w!("lần"), w!("thứ")]) {
            2
        } else if self.word(0) == w!("thứ") || self.word(0) == w!("lần") {
            1
        } else {
            return false;
        };
        match ordinal(self.reading, self.end + skip) {
            // `giảm phiên thứ 10 liên tiếp` counts days of trade
            Some((_, width)) if self.reading.seq(self.end + skip + width, &[w!("liên"), w!("tiếp")]) => false,
            Some((n, width)) if self.reading.same_line(self.start, self.end + skip + width - 1) => {
                self.value.ordinal = self.value.ordinal.or(Some(n));
                self.end += skip + width;
                self.identity = true;
                true
            }
            _ => false,
        }
    }

    /// `XIII`, `13` right behind.
    pub(super) fn bare_ordinal(&mut self) -> bool {
        let Some(token) = self.reading.tokens.get(self.end).filter(|_| self.open()) else { return false };
        let Some((n, width)) = ordinal(self.reading, self.end) else { return false };
        let figures = token.is_number() && token.end - token.start <= 2 || roman(self.reading, self.end).is_some();
        // `[Hội nghị Trung ương mười hai khóa IX]`: in words only before its term
        let behind = width + usize::from(self.word(width) == w!("("));
        let spelled = !token.is_number() && self.word(behind) == w!("khóa");
        let date = [w!("/"), w!("-"), w!(".")].contains(&self.word(1))
            && self.reading.tokens.get(self.end + 2).is_some_and(|t| t.is_number() && !t.spaced);
        if !(figures || spelled) || date {
            return false;
        }
        self.value.ordinal = self.value.ordinal.or(Some(n));
        self.end += width;
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
        let Some(place) = self.board.longest(Kind::Place, self.end).filter(|_| self.open()) else { return false };
        self.end = place.at.end;
        true
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
        if self.value.term.is_some() || !self.reading.same_line(self.start, self.end) {
            return;
        }
        let at = self.end + usize::from(self.reading.word(self.end) == w!(","));
        let term = self.board.longest(Kind::Time, at).filter(|_| self.reading.word(at) == w!("nhiệm"));
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
        if self.word(1) == w!("đảng") && self.reading[self.end + 1].is_capital() && self.word(2) != w!("bộ") {
            self.end += 2;
            return true;
        }
        self.end += 1;
        let body = self.body();
        self.end -= usize::from(!body);
        body
    }
}
