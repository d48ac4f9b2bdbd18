//! Meetings by what they are about: a capitalized head and a phrase, on to where the sentence goes on.

use super::walk::Walk;
use crate::analysis::Kind;
use crate::entities::cursor::Cursor;
use crate::entities::document::symbol;
use crate::lexicon::{Class, Phrase, Table};
use crate::limits;
use crate::text::Case;
use crate::w;

impl Walk<'_> {
    /// `dự [Hội nghị trực tuyến sơ kết công tác dân vận 6 tháng đầu năm và đề ra nhiệm vụ]`: a capital head inside a
    /// sentence.
    pub(super) fn title(&mut self) {
        let begins = self.reading.sentence_of(self.start).start == self.start;
        if !self.is_capital() || !self.open() || self.plenum() || self.quoted() || self.summit() {
            return;
        }
        if self.ordinal()
            || self.seq(&[w!("toàn"), w!("quốc")]) && {
                self.end += 2;
                self.ordinal()
            }
        {
            self.of_body();
            self.body();
            return;
        }
        let from = self.end;
        while self.open() && self.title_goes_on(from) {}
        while self.end > from
            && ([w!("và"), w!(","), w!("của"), w!("đối")].contains(&self.reading.word(self.end - 1))
                || self.reading[self.end - 1].is_mark())
        {
            self.end -= 1;
        }
        let words = self.reading[from..self.end].iter().filter(|t| t.is_word()).count();
        // `[Hội nghị thượng đỉnh G20]`, `[Hội nghị COP29]`: a proper name
        let named = self.end > from
            && (self.reading[from].case == Case::Upper || from - self.start > 2 && self.reading[from].is_capital())
            && self.board.longest(Kind::Organization, from).is_none();
        self.identity = words >= if begins { 6 } else { 3 } || named;
    }

    /// `[Hội nghị thượng đỉnh ASEAN lần thứ 47]`, `[Hội nghị Cấp cao APEC 2025]`: whose it is tells which, with its
    /// ordinal or year.
    fn summit(&mut self) -> bool {
        if self.end - self.start <= 2 || !self.body() {
            return false;
        }
        if !self.ordinal() && self.open() && self.is_year(self.end) {
            self.end += 1;
        }
        self.identity = true;
        true
    }

    /// `[Hội thảo khoa học “Chuyển đổi số trong cơ quan Đảng”]`: a title in quotation marks, behind nothing but what
    /// kind of meeting it is.
    fn quoted(&mut self) -> bool {
        let kind = |c: Cursor| {
            let end = self.reading.phrase(c.at(), Phrase::MeetingKind)?;
            (end - self.end <= limits::EVENT_KIND).then_some(end)
        };
        let mut c = self.here();
        while let Some(end) = kind(c) {
            c = c.to(end);
        }
        let title = c.any(&[w!("\"")]).filter(|c| c.token().is_capital());
        let close = title.map(|c| c.more(limits::EVENT, |c| c.one(|t| t.word != w!("\""))));
        let close = close.and_then(|c| c.any(&[w!("\"")])).map(Cursor::at);
        let quoted = self.go(close.filter(|end| title.is_some_and(|title| end - title.at() > 2)));
        self.identity |= quoted;
        quoted
    }

    /// Steps over the next part of a title that begins at `from`; whether more of it may follow.
    fn title_goes_on(&mut self, from: usize) -> bool {
        // named by a document it ends with that
        if let Some(end) = self.document() {
            self.end = end;
            return false;
        }
        let time = self.board.longest(Kind::Time, self.end).map(|t| t.at.end);
        if let Some(end) = time.filter(|_| self.end > from) {
            return self.goes_on_behind_time(end);
        }
        // `công bố quyết định của …`: the body belongs to the document
        let of_document = self.reading.hits_before(self.end).any(|h| h.table == Table::DocTypes);
        let of_body = self.word(0) == w!("của") && self.board.longest(Kind::Organization, self.end + 1).is_some();
        if of_body && self.end > from && !of_document {
            return false;
        }
        let joined = self.end > from && self.reading.word(self.end - 1) == w!("và") && self.reading[self.end].is_word();
        let listed = self.word(0) == w!(",") && self.end > from + 1;
        if self.stops_here() && !joined && !(listed && (self.list_goes_on() || self.fields_go_on() || self.plans())) {
            return false;
        }
        let whose = self.end == from;
        if self.body() {
            // `Hội nghị [Quân ủy Trung ương] tham khảo …`: what the body does is no part of the name
            return !(whose
                && self.open()
                && !self.reading[self.end].is_capital()
                && !Class::TitleGoesOn.has(self.word(0)));
        }
        if !self.place() {
            self.end += 1;
        }
        true
    }

    /// Steps over the time that ends there, and `[Hội nghị tổng kết công tác năm 2017 của Hà Nội]`; whether the title
    /// goes on behind it.
    fn goes_on_behind_time(&mut self, end: usize) -> bool {
        self.end = end;
        let whose = (self.word(0) == w!("của")).then(|| self.board.longest(Kind::Place, end + 1)).flatten();
        if let Some(place) = whose {
            self.end = place.at.end;
            return false;
        }
        let joined = [w!("và"), w!(","), w!("tại"), w!("khu")].contains(&self.word(0));
        joined || self.board.longest(Kind::Place, self.end).is_some()
    }

    /// A document with its number that begins here.
    fn document(&self) -> Option<usize> {
        let hit = self.reading.hits.longest(self.end, Table::DocTypes).filter(|_| self.open())?;
        let after = hit.end as usize;
        let said = usize::from(self.reading.word(after) == w!("số"));
        let symbol = symbol::at(self.reading, after + said).filter(|s| said == 1 || s.letters.is_some())?;
        self.reading.same_line(self.start, symbol.at.end - 1).then_some(symbol.at.end)
    }

    /// `Văn hóa, Thể thao và Du lịch`: capital fields of one task, with `và` before the last.
    fn fields_go_on(&self) -> bool {
        let next = self.end + 1;
        let capital = |i: usize| self.reading[i].is_capital();
        let ends = |i: &usize| self.reading[*i].is_mark() || self.reading.word(*i) == w!("và");
        let end = (next..(next + 9).min(self.reading.tokens.len())).find(ends);
        // neither a name, nor a post or place: their second syllable is a capital too
        let small = |i: usize| self.reading[i].case == Case::Lower;
        capital(next)
            && small(next + 1)
            && (capital(self.end - 1) || capital(self.end - 2))
            && self.board.longest(Kind::Role, next).is_none()
            && self.board.longest(Kind::Organization, next).is_none()
            && end
                .is_some_and(|i| [w!("và"), w!(",")].contains(&self.reading.word(i)) && capital(i + 1) && small(i + 2))
    }

    /// `[Hội nghị tổng kết công tác năm 2024, triển khai nhiệm vụ năm 2025]`: what a meeting that looks back plans for
    /// the time to come.
    fn plans(&self) -> bool {
        self.reading.phrase(self.end + 1, Phrase::Plans).is_some()
            && (self.end + 1..self.end + 15)
                .take_while(|&i| self.reading.same_line(self.start, i) && !self.reading[i].is_mark())
                .any(|i| self.board.longest(Kind::Time, i).is_some())
    }

    /// `phòng, chống …`: a comma between two verbs of one compound.
    fn list_goes_on(&self) -> bool {
        let before = self.reading.word(self.end - 1);
        before == w!("phòng") && self.word(1) == w!("chống")
            || before == w!("nại")
            || before == w!("văn")
            || before == w!("khen")
    }
}
