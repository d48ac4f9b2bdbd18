//! Proper names: campaigns, feasts, prizes, games, and the ordinals and years of their editions.

use super::walk::Walk;
use crate::analysis::{EventKind, Kind};
use crate::entities::cursor::Cursor;
use crate::lexicon::columns::event_heads;
use crate::lexicon::{Class, Hit, Phrase, Table};
use crate::text::{Case, Stretch};
use crate::w;

impl Walk<'_> {
    /// A head and capital words: `[Chiến dịch Điện Biên Phủ]`, `[Festival Hoa Đà Lạt lần thứ X năm 2024]`.
    pub(super) fn proper_name(&mut self) {
        let from = self.end;
        while self.open() {
            let token = &self.reading[self.end];
            let tail = self.end > from
                && token.case == Case::Lower
                && self.reading[self.end - 1].case == Case::Title
                && self.closes_compound();
            // `[Hội chợ Trung Quốc - ASEAN]`
            let next = self.here().any(&[w!("-")]).filter(|_| self.end > from);
            let joint = next.is_some_and(|c| c.token().is_word() && c.token().is_capital() && c.token().spaced);
            let word = self.rest_of_word(from);
            if self.place() || self.body() {
            } else if let Some(end) = word {
                self.end = end;
            } else if token.is_capital() || tail || joint {
                self.end += 1;
            } else {
                break;
            }
        }
        // a prize is no event
        if self.reading.word(from - 1) == w!("giải") && Class::Prize.has(self.reading.word(from)) {
            return;
        }
        // `Triển lãm Quốc tế về …` says how far, not which
        let scope = [w!("tế"), w!("gia")].contains(&self.reading.word(from + 1));
        if self.end == from + 2 && self.reading.word(from) == w!("quốc") && scope {
            return;
        }
        let first = self.reading[from].case;
        let named = self.end > from && (first == Case::Title || first == Case::Upper && self.is_capital());
        // `[Lễ hội Cầu Ngư]`, `[Festival Huế]`: feasts have the name of what or where they are held for
        let feast = [w!("hội"), w!("festival")].contains(&self.reading.word(from - 1))
            && [w!("lễ"), w!("festival")].contains(&self.reading.word(self.start));
        let place_only = self.board.longest(Kind::Place, from).is_some_and(|p| p.at.end == self.end) && !feast;
        let mut ordinal = self.ordinal();
        let mut dated = (ordinal || named) && self.year_of_edition();
        // `[Giải vô địch Đẩy gậy quốc gia lần thứ III năm 2024]`, `[Festival Huế 2024]`
        let other = self.is_capital() && self.value.kind == Some(EventKind::Other);
        if let Some(end) = self.edition_ahead().filter(|_| other && !ordinal && !dated) {
            self.end = end;
            ordinal = self.ordinal();
            dated = self.year_of_edition();
        }
        if other && (ordinal || dated) {
            self.identity = true;
            return;
        }
        let capital = self.is_capital() || self.value.kind == Some(EventKind::Campaign);
        self.identity =
            named && (capital || ordinal) && !(place_only && self.value.kind == Some(EventKind::Other) && !ordinal)
                || ordinal && named;
    }

    /// `[Ngày hội Quốc phòng toàn dân]`, `[Ngày hội Đại đoàn kết toàn dân tộc]`: the small rest of a word begun with a
    /// capital, and whom or how far it concerns.
    fn rest_of_word(&self, from: usize) -> Option<usize> {
        let lower = |i: usize| self.reading[i].case == Case::Lower;
        if self.end == from || !lower(self.end) || !self.open() {
            return None;
        }
        if let Some(end) = self.reading.phrase(self.end, Phrase::Reach) {
            return Some(end);
        }
        let word = |at: usize| self.reading.hits.longest(at, Table::Compounds).map(|h| h.end as usize);
        let begun = (self.reading[self.end - 1].case == Case::Title).then(|| word(self.end - 1)).flatten();
        let end = begun.filter(|&end| end > self.end).or_else(|| {
            word(self.end)
                .filter(|&end| self.reading.word(end) == w!("toàn") && self.reading.word(self.end - 1) == w!("đại"))
        })?;
        (self.end..end).all(lower).then_some(end)
    }

    /// Where the ordinal or the year of an edition begins, behind nothing but words of the name.
    fn edition_ahead(&self) -> Option<usize> {
        let mut at = self.end;
        while at < self.end + 16 && self.reading.same_line(self.start, at) {
            let token = &self.reading[at];
            let time = self.board.longest(Kind::Time, at).map(|t| t.at);
            let dated = self.is_year(at) && time.is_none_or(|t| t.len() == 1);
            let year =
                time.is_some_and(|t| token.word == w!("năm") && t.len() == 2 && self.reading[at + 1].is_number());
            if self.reading.hits.longest(at, Table::EventHeads).is_some() && token.is_capital() && at > self.end {
                return None;
            }
            if self.reading.seq(at, &[w!("lần"), w!("thứ")]) || year || dated {
                return Some(at);
            }
            let joint = token.word == w!("-") || token.word == w!("và");
            let grammatical = self.reading.hits.at(at).iter();
            let grammatical = grammatical.clone().any(|h| matches!(h.table, Table::FunctionWords | Table::ClauseWords))
                && self.reading.word(at - 1) != w!("cấp");
            if !joint && (!token.is_word() || grammatical && !token.is_capital()) {
                return None;
            }
            let place = self.board.longest(Kind::Place, at).map(|p| p.at.end);
            at = place.unwrap_or(at + 1);
        }
        None
    }

    /// `[Hội nghị Thượng đỉnh Tiểu vùng Mekong mở rộng (GMS) lần thứ 8]`: the ordinal behind a short form in brackets.
    pub(super) fn ordinal_behind_bracket(&mut self) {
        let end = self.end;
        if self.identity && self.go(self.here().bracketed(4).map(Cursor::at)) && !self.ordinal() {
            self.end = end;
        }
    }

    /// A small syllable that ends a compound before a mark, ordinal or capital.
    fn closes_compound(&self) -> bool {
        let next = self.reading.tokens.get(self.end + 1);
        let grammatical = self.reading.hits.longest(self.end, Table::FunctionWords).is_some();
        !grammatical && next.is_none_or(|t| t.is_mark() || t.is_capital())
            || [w!("lần"), w!("năm")].contains(&self.word(1))
    }

    /// `[năm 2013]` right behind: the year of an edition is inside.
    fn year_of_edition(&mut self) -> bool {
        let from = self.end;
        let year = self.board.longest(Kind::Time, self.end).filter(|t| self.word(0) == w!("năm") && t.at.len() == 2);
        let bare = self.is_year(self.end);
        if self.value.kind == Some(EventKind::Other) && self.open() {
            self.end = year.map_or(self.end + usize::from(bare), |t| t.at.end);
        }
        self.end > from
    }

    /// `[V-League 2023/24]`, `[Champions League 2023-24]`: the second year of a season.
    pub(super) fn season(&mut self) {
        let mark = self.here().glued().and_then(|c| c.any(&[w!("/"), w!("-")]));
        let second = mark.and_then(Cursor::glued).and_then(|c| c.one(|t| t.is_number() && [2, 4].contains(&t.letters)));
        self.go(second.filter(|_| self.is_year(self.end - 1)).map(Cursor::at));
    }

    /// `[SEA Games 31]`, `[World Cup 2022]`, `[Olympic Paris 2024]`.
    pub(super) fn edition(&mut self) {
        let venue = self.board.longest(Kind::Place, self.end).filter(|_| self.open()).map(|p| p.at.end);
        if let Some(venue) = venue.filter(|&end| self.is_year(end) && self.reading.same_line(self.start, end)) {
            self.end = venue;
        }
        let number =
            self.reading.tokens.get(self.end).is_some_and(|t| t.is_number() && t.end - t.start <= 4) && self.open();
        if number {
            self.value.ordinal = self.reading.token_text(self.end).parse().ok().filter(|&n| n < 200);
            self.end += 1;
        } else {
            self.ordinal();
        }
        self.identity = self.is_capital();
    }

    /// `[Quốc khánh nước Cộng hòa Pháp]`, `[Quốc khánh Trung Quốc]`.
    pub(super) fn country(&mut self) {
        if self.here().back(1) == w!("khánh") {
            let state = self.here().any(&[w!("nước")]);
            let place = state.unwrap_or(self.here()).entity(self.board, Kind::Place);
            let whose = place.or_else(|| state?.entity(self.board, Kind::Organization));
            self.go(whose.map(|(c, _)| c.at()));
        }
    }

    pub(super) fn is_written_as_listed(&self, hit: &Hit) -> bool {
        let text = self.reading.text(Stretch::new(self.start, hit.end as usize));
        event_heads::FORMS.forms(hit.row).any(|f| f == text)
    }
}
