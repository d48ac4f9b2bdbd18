//! Anniversaries: a number of years, and the day that they are counted from.

use super::walk::Walk;
use crate::analysis::{EventKind, Kind};
use crate::lexicon::Table;
use crate::lexicon::columns::event_heads;
use crate::w;

impl Walk<'_> {
    /// `Kỷ niệm 91 năm ngày truyền thống …`: a number of years and what they are counted from.
    pub(super) fn years(&mut self) {
        let number = self.reading[self.end].is_number() && self.open();
        let counted = number && self.word(1) == w!("năm");
        if counted {
            self.end += 2;
        } else if self.seq(&[w!("lần"), w!("thứ")]) && self.reading[self.end + 2].is_number() {
            self.end += 3;
        } else if !(self.word(0) == w!("ngày") && self.reading[self.start].is_capital()) {
            return;
        }
        self.subject(22);
    }

    /// What an anniversary is of: on to a mark or a clause.
    pub(super) fn subject(&mut self, most: usize) {
        let from = self.end;
        while self.open() && self.end - from < most {
            if self.stops_here() {
                break;
            }
            // `80 năm Cách mạng tháng Tám và Quốc khánh`: two days of one feast
            let next = |table| self.reading.hits.longest(self.end + 1, table);
            let feast = next(Table::EventHeads).filter(|h| {
                event_heads::KIND.of(h.row) == Some(EventKind::Anniversary)
                    && event_heads::SHAPE.of(h.row) == Some(event_heads::Shape::Whole)
            });
            let feast = feast
                .or_else(|| next(Table::Days))
                .filter(|h| self.word(0) == w!("và") && self.reading.same_line(self.start, h.end as usize - 1));
            if let Some(feast) = feast {
                self.end = feast.end as usize;
                continue;
            }
            if self.word(0) == w!("và") || self.word(0) == w!("(") {
                break;
            }
            if !(self.body() || self.place()) {
                self.end += 1;
            }
        }
        self.identity = self.end > from + 1;
    }

    /// A mark that closes, or a word that begins a clause.
    pub(super) fn stops_here(&self) -> bool {
        let token = &self.reading[self.end];
        // `giải phóng miền Nam, thống nhất đất nước` is one event
        let unites = [w!("thống"), w!("nhất"), w!("đất"), w!("nước")];
        let one = token.word == w!(",") && self.reading.seq(self.end + 1, &unites)
            || self.reading.seq(self.end, &unites) && self.reading.word_before(self.end, 1) == w!(",");
        // a dash that leads over to the credit of a picture closes too
        let credit = token.word == w!("-") && self.word(1) == w!("ảnh");
        let mark = token.is_mark() && token.word != w!("-") && token.word != w!("/") || credit;
        if one {
            return false;
        }
        // praise behind a name
        if self.reading.seq(self.end, &[w!("vĩ"), w!("đại")]) || self.reading.seq(self.end, &[w!("kính"), w!("yêu")])
        {
            return true;
        }
        // `Ngày ký Hiệp ước`: the act that the day is of
        let act = self.reading.word_before(self.end, 1) == w!("ngày");
        let clause = self.reading.hits.longest(self.end, Table::ClauseWords).is_some() && !token.is_capital() && !act;
        mark || clause && self.board.longest(Kind::Organization, self.end).is_none()
    }
}
