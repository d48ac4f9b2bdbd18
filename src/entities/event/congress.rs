//! Congresses, sessions, plenums, and elections: what counts them, whose they are, and their terms.

use super::walk::Walk;
use crate::analysis::{Branch, EventKind, Kind};
use crate::entities::cursor::Cursor;
use crate::lexicon::columns::body_heads;
use crate::lexicon::{Phrase, Table};
use crate::w;

/// A remark in brackets has at most so many tokens: `[Kỳ họp thứ 32 (kỳ họp thường lệ giữa năm 2025) HĐND tỉnh]`.
const BRACKET: usize = 8;

impl Walk<'_> {
    /// `[Đại hội đại biểu Đảng bộ tỉnh lần thứ XIV nhiệm kỳ 2025-2030]`, in the orders papers use.
    pub(super) fn congress(&mut self) {
        let head = self.end;
        for _ in 0..8 {
            let went_on = self.bare_ordinal_first(head)
                || self.ordinal()
                || self.of_body()
                || self.congress_body()
                || self.classes()
                || self.term_inside()
                || self.place()
                || self.level_before_ordinal();
            if !went_on {
                break;
            }
        }
        // `[Đại hội đại biểu lần thứ XXIX, nhiệm kỳ 2025-2030 của Đảng bộ tỉnh]`: with its body behind, the term is
        // inside
        let end = self.end;
        let c = self.here().maybe(|c| c.any(&[w!(",")]));
        if let Some((_, term)) = c.any(&[w!("nhiệm")]).and(c.entity(self.board, Kind::Time)) {
            self.end = term.at.end;
            self.value.term = Some(term.at);
            if !self.of_body() {
                self.end = end;
                self.value.term = None;
            }
        }
        // a small letter and no body: `đại hội điểm`
        self.identity &= self.end > head;
    }

    fn bare_ordinal_first(&mut self, head: usize) -> bool {
        let before = self.reading.word(self.end - 1);
        (self.end == head || [w!("quốc"), w!("đảng")].contains(&before)) && self.bare_ordinal()
    }

    fn congress_body(&mut self) -> bool {
        let body = self.body();
        // a definite body gives a capitalized congress its identity
        self.identity |= body && self.is_capital();
        body
    }

    /// `tỉnh`, `thành phố` in `[Đại hội Thi đua yêu nước tỉnh lần thứ VI]`.
    fn level_before_ordinal(&mut self) -> bool {
        let level = self.reading.hits.longest(self.end, Table::PlaceUnits).filter(|_| self.open());
        let behind = level.map(|h| self.here().to(h.end as usize));
        self.go(behind.filter(|c| c.all(&[w!("lần"), w!("thứ")]).is_some()).map(Cursor::at))
    }

    /// `đảng bộ các cấp`, `Đảng các cấp`, `toàn quốc`: words that say whose, without naming a body.
    fn classes(&mut self) -> bool {
        self.phrase(Phrase::OfNoBody)
    }

    /// `[Kỳ họp thứ 6 HĐND tỉnh]`, `[Hội nghị Trung ương 8 khóa XIII]`,
    /// `[Hội nghị lần thứ nhất Ban Chấp hành Trung ương Đảng]`.
    pub(super) fn ordinal_event(&mut self) {
        // `Hội nghị lần` holds the first word of its ordinal
        if self.reading.word(self.end - 1) == w!("lần") {
            self.end -= 1;
        }
        // `[phiên thứ 15]`, `[kỳ thứ 53]`; a bare number behind so short a head says little
        let short = self.end == self.start + 1;
        if short && (self.word(0) != w!("thứ") || !self.reading[self.end + 1].is_number()) {
            return;
        }
        for _ in 0..6 {
            let went_on = self.bare_ordinal() || self.ordinal() || self.of_body() || self.body() || self.term();
            if !went_on {
                break;
            }
        }
        if self.value.body.is_none() && self.value.ordinal.is_some() {
            self.assembly();
        }
    }

    /// `[Hội nghị Tỉnh ủy lần thứ 3]`, `[Hội nghị Thành ủy lần thứ hai]`: a committee and the number of its meeting.
    pub(super) fn plenum(&mut self) -> bool {
        let head = self.end;
        let body = self.here().hit(Table::BodyHeads);
        let committee = body.is_some_and(|(_, h)| body_heads::BRANCH.of(h.row) == Some(Branch::Party));
        if !committee || !self.body() || !self.ordinal() {
            (self.end, self.value.body, self.value.ordinal, self.identity) = (head, None, None, false);
            return false;
        }
        self.term();
        self.value.kind = Some(EventKind::Plenum);
        true
    }

    /// `[Kỳ họp thứ 20, HĐND tỉnh khóa X]`, `[Kỳ họp thứ 32 (chuyên đề) HĐND tỉnh]`: the assembly behind a comma or
    /// bracket.
    fn assembly(&mut self) {
        if self.reading.word(self.start) != w!("kỳ") {
            return;
        }
        let back = self.end;
        self.go(self.here().bracketed(BRACKET).map(Cursor::at));
        self.end += usize::from([w!(","), w!("-")].contains(&self.word(0)));
        let whose =
            [w!("hđnd"), w!("hội"), w!("quốc")].contains(&self.word(0)) && self.reading.same_line(back, self.end);
        if !whose || !self.body() {
            self.end = back;
        }
    }

    /// `[bầu cử đại biểu Quốc hội khóa XV và đại biểu HĐND các cấp nhiệm kỳ 2021-2026]`.
    pub(super) fn election(&mut self) {
        for _ in 0..12 {
            if self.seq(&[w!("đại"), w!("biểu")]) || self.seq(&[w!("các"), w!("cấp")]) {
                self.end += 2;
            } else if self.seq(&[w!("hội"), w!("đồng"), w!("nhân"), w!("dân")])
                && self.board.longest(Kind::Organization, self.end).is_none()
            {
                self.end += 4;
            } else if self.seq(&[w!("hđnd")]) && self.board.longest(Kind::Organization, self.end).is_none() {
                self.end += 1;
            } else if self.body() || self.place() {
                self.identity = true;
            } else if [w!("và"), w!(",")].contains(&self.word(0))
                && self.word(1) == w!("đại")
                && self.word(2) == w!("biểu")
            {
                self.end += 1;
            } else if self.word(0) == w!(",") && self.word(1) == w!("nhiệm") && self.identity {
                self.end += 1;
                if !self.term_inside() {
                    self.end -= 1;
                    break;
                }
            } else if !self.term_inside() {
                break;
            }
        }
        self.value.ordinal = None;
    }
}
