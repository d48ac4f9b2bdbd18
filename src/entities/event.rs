//! Events with an identity of their own: congresses, plenums, sessions, elections, conferences under a capitalized
//! name, anniversaries, campaigns.
//!
//! Each shape of name (table `event_heads.tsv`) is walked word by word from its head; what has neither ordinal, body,
//! term, number of years nor proper name is no event but a word (`hội nghị`, `đại hội các cấp`).

use super::document::symbol;
use super::numeral::{ordinal, roman};
use super::{Board, Proposal, Value as Any};
use crate::analysis::{EventKind, Kind};
use crate::layout::Layout;
use crate::lexicon::{Hit, Table, cell};
use crate::limits;
use crate::text::{Case, Reading, Stretch};
use crate::w;

/// What the rules read in an event.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Value {
    pub kind: Option<EventKind>,
    pub ordinal: Option<u32>,
    /// The first body in the name.
    pub body: Option<Stretch>,
    /// A term inside the name or right behind it.
    pub term: Option<Stretch>,
}

const KIND: usize = 1;
const SHAPE: usize = 2;

/// Proposes every event.
pub fn propose(reading: &Reading, _layout: &Layout, board: &mut Board) {
    let mut at = 0;
    while at < reading.tokens.len() {
        let found = reading.hits.longest(at, Table::EventHeads).and_then(|hit| event_at(reading, board, hit));
        let found = found.or_else(|| years_since(reading, board, at));
        at = found.as_ref().map_or(at + 1, |p| p.at.end.max(at + 1));
        if let Some(p) = found {
            board.add(p);
        }
    }
}

/// `49 năm Ngày Giải phóng miền Nam`: a number of years and the day they are counted from, without `kỷ niệm`.
fn years_since(reading: &Reading, board: &Board, at: usize) -> Option<Proposal> {
    let day = reading[at].is_number()
        && reading.seq(at + 1, &[w!("năm"), w!("ngày")])
        && reading[at + 2].is_capital()
        && reading.same_line(at, at + 2);
    if !day {
        return None;
    }
    let value = Value { kind: Some(EventKind::Anniversary), ..Value::default() };
    let mut walk = Walk { reading, board, start: at, end: at, value, identity: false };
    walk.years();
    let at = Stretch::new(walk.start, walk.end);
    let rule = "event.anniversary";
    walk.identity.then_some(Proposal { kind: Kind::Event, at, strength: 72, rule, value: Any::Event(walk.value) })
}

fn event_at(reading: &Reading, board: &Board, hit: &Hit) -> Option<Proposal> {
    let at = hit.start as usize;
    if at > 0 && !reading[at].spaced && reading[at - 1].is_word() {
        return None;
    }
    // `Ủy ban bầu cử`, `Trung tâm Hội nghị` are bodies and buildings
    let body = [w!("ban"), w!("tổ"), w!("tâm"), w!("vị"), w!("trường")];
    if at > 0 && reading.same_line(at - 1, at) && body.contains(&reading.word(at - 1)) {
        return None;
    }
    // `Phong trào Hồi giáo Hamas`: the head of a body is longer
    let head = reading.hits.longest(at, Table::BodyHeads).is_some_and(|h| h.end > hit.end);
    if head && board.longest(Kind::Organization, at).is_some() {
        return None;
    }
    let mut walk = Walk {
        reading,
        board,
        start: at,
        end: hit.end as usize,
        value: Value { kind: kind_of(cell(Table::EventHeads, hit.row, KIND)), ..Value::default() },
        identity: false,
    };
    let shape = cell(Table::EventHeads, hit.row, SHAPE);
    match shape {
        "congress" => walk.congress(),
        "ordinal" => walk.ordinal_event(),
        "election" => walk.election(),
        "years" => walk.years(),
        "day" => walk.subject(16),
        "title" => walk.title(),
        "name" => walk.proper_name(),
        "edition" => walk.edition(),
        _ => {
            walk.identity = walk.is_written_as_listed(hit);
            walk.country();
        }
    }
    if matches!(shape, "title" | "name") {
        walk.ordinal_behind_bracket();
    }
    walk.term_behind();
    if !walk.identity {
        return None;
    }
    let rule = match shape {
        "congress" => "event.congress",
        "ordinal" => "event.ordinal",
        "election" => "event.election",
        "years" | "day" => "event.anniversary",
        "title" => "event.title",
        "edition" => "event.edition",
        "whole" => "event.listed",
        _ => "event.name",
    };
    let at = Stretch::new(walk.start, walk.end);
    // a commemoration is stronger than the names in it
    let strength = if rule == "event.anniversary" { 72 } else { 64 };
    Some(Proposal { kind: Kind::Event, at, strength, rule, value: Any::Event(walk.value) })
}

fn kind_of(word: &str) -> Option<EventKind> {
    Some(match word {
        "congress" => EventKind::Congress,
        "plenum" => EventKind::Plenum,
        "session" => EventKind::Session,
        "election" => EventKind::Election,
        "conference" => EventKind::Conference,
        "anniversary" => EventKind::Anniversary,
        "campaign" => EventKind::Campaign,
        _ => EventKind::Other,
    })
}

/// Walks from the head of a name to its end.
struct Walk<'a> {
    reading: &'a Reading,
    board: &'a Board,
    start: usize,
    end: usize,
    value: Value,
    /// Something was met that tells this event from others.
    identity: bool,
}

impl Walk<'_> {
    /// The next token is on the same line and the name not too long.
    fn open(&self) -> bool {
        self.end < self.reading.tokens.len()
            && self.reading.same_line(self.start, self.end)
            && self.end - self.start < limits::EVENT
    }

    fn word(&self, ahead: usize) -> u32 {
        if self.reading.same_line(self.start, self.end + ahead) { self.reading.word(self.end + ahead) } else { 0 }
    }

    fn seq(&self, words: &[u32]) -> bool {
        self.open() && self.reading.seq(self.end, words) && self.reading.same_line(self.start, self.end)
    }

    fn is_capital(&self) -> bool {
        self.reading[self.start].is_capital()
    }

    /// `lần thứ XI`, `lần thứ nhất`, `thứ 6`, `lần XIII`.
    fn ordinal(&mut self) -> bool {
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
    fn bare_ordinal(&mut self) -> bool {
        let Some(token) = self.reading.tokens.get(self.end).filter(|_| self.open()) else { return false };
        let Some((n, width)) = ordinal(self.reading, self.end) else { return false };
        let figures = token.is_number() && token.end - token.start <= 2 || roman(self.reading, self.end).is_some();
        // `Hội nghị Trung ương mười hai khóa IX`: in words only before its term
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
    fn body(&mut self) -> bool {
        if !self.open() {
            return false;
        }
        let Some(body) = self.board.longest(Kind::Organization, self.end) else { return false };
        self.value.body = self.value.body.or(Some(body.at));
        self.end = body.at.end;
        true
    }

    fn place(&mut self) -> bool {
        let Some(place) = self.board.longest(Kind::Place, self.end).filter(|_| self.open()) else { return false };
        self.end = place.at.end;
        true
    }

    /// `nhiệm kỳ …` without a comma is part of the name.
    fn term_inside(&mut self) -> bool {
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
    fn term_behind(&mut self) {
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

    /// `Đại hội [đại biểu] [body] [lần thứ XIV] [của Đảng] [nhiệm kỳ …]`, in the orders papers use.
    fn congress(&mut self) {
        let head = self.end;
        for _ in 0..8 {
            let went_on = self.bare_ordinal_first(head)
                || self.ordinal()
                || self.of_body()
                || self.congress_body()
                || self.classes()
                || self.term_inside()
                || self.place();
            if !went_on {
                break;
            }
        }
        // `lần thứ XXIX, nhiệm kỳ 2025-2030 của Đảng bộ …`: with its body behind, the term is inside
        let end = self.end;
        let comma = usize::from(self.word(0) == w!(","));
        if let Some(term) = self.board.longest(Kind::Time, end + comma).filter(|_| self.word(comma) == w!("nhiệm")) {
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

    /// `của Đảng`, `của Đảng bộ tỉnh`.
    fn of_body(&mut self) -> bool {
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

    fn congress_body(&mut self) -> bool {
        let body = self.body();
        // a definite body gives a capitalized congress its identity
        self.identity |= body && self.is_capital();
        body
    }

    /// `đảng bộ các cấp`, `Đảng các cấp`, `toàn quốc`: words that say whose, without naming a body.
    fn classes(&mut self) -> bool {
        let forms: [&[u32]; 8] = [
            &[w!("đảng"), w!("bộ"), w!("các"), w!("cấp")],
            &[w!("đảng"), w!("các"), w!("cấp")],
            &[w!("các"), w!("cấp")],
            &[w!("đại"), w!("biểu")],
            &[w!("đảng"), w!("bộ")],
            &[w!("toàn"), w!("quốc")],
            &[w!("cấp"), w!("cơ"), w!("sở")],
            &[w!("đảng")],
        ];
        match forms.iter().find(|f| self.seq(f)) {
            Some(f) => {
                self.end += f.len();
                true
            }
            None => false,
        }
    }

    /// `Kỳ họp thứ 6 [body]`, `Hội nghị Trung ương 8 khóa XIII`, `Hội nghị lần thứ nhất Ban Chấp hành Trung ương Đảng`.
    fn ordinal_event(&mut self) {
        // `Hội nghị lần` holds the first word of its ordinal
        if self.reading.word(self.end - 1) == w!("lần") {
            self.end -= 1;
        }
        // `phiên thứ 15`, `kỳ thứ 53`; a bare number behind so short a head says little
        let short = self.end == self.start + 1;
        if short && (self.word(0) != w!("thứ") || !self.reading.tokens.get(self.end + 1).is_some_and(|t| t.is_number()))
        {
            return;
        }
        for _ in 0..6 {
            let went_on = self.bare_ordinal() || self.ordinal() || self.of_body() || self.body() || self.khoa();
            if !went_on {
                break;
            }
        }
    }

    /// `khóa XIII`, `(khóa XIII)`.
    fn khoa(&mut self) -> bool {
        let bracket = usize::from(self.word(0) == w!("("));
        if self.word(bracket) != w!("khóa") {
            return false;
        }
        let Some((_, width)) = ordinal(self.reading, self.end + bracket + 1) else { return false };
        let close = self.end + bracket + 1 + width;
        if bracket == 1 && self.reading.word(close) != w!(")") {
            return false;
        }
        self.end = close + bracket;
        true
    }

    /// `bầu cử đại biểu Quốc hội khóa XV và đại biểu HĐND các cấp nhiệm kỳ 2021-2026`.
    fn election(&mut self) {
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

    /// `Kỷ niệm 91 năm ngày truyền thống …`: a number of years and what they are counted from.
    fn years(&mut self) {
        let number = self.reading.tokens.get(self.end).is_some_and(|t| t.is_number()) && self.open();
        let counted = number && self.word(1) == w!("năm");
        if counted {
            self.end += 2;
        } else if self.seq(&[w!("lần"), w!("thứ")])
            && self.reading.tokens.get(self.end + 2).is_some_and(|t| t.is_number())
        {
            self.end += 3;
        } else if !(self.word(0) == w!("ngày") && self.reading[self.start].is_capital()) {
            return;
        }
        self.subject(22);
    }

    /// What an anniversary is of: on to a mark or a clause.
    fn subject(&mut self, most: usize) {
        let from = self.end;
        while self.open() && self.end - from < most {
            if self.stops_here() {
                break;
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
    fn stops_here(&self) -> bool {
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

    /// `Hội nghị trực tuyến sơ kết công tác … 6 tháng đầu năm và đề ra nhiệm vụ …`: a capital head inside a sentence.
    fn title(&mut self) {
        let begins = self.reading.sentence_of(self.start).start == self.start;
        if !self.is_capital() || !self.open() {
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
        while self.open() {
            // named by a document it ends with that
            if let Some(end) = self.document() {
                self.end = end;
                break;
            }
            let time = self.board.longest(Kind::Time, self.end).map(|t| t.at.end);
            if let Some(end) = time.filter(|_| self.end > from) {
                self.end = end;
                // `… năm 2017 của Hà Nội`
                let whose = (self.word(0) == w!("của")).then(|| self.board.longest(Kind::Place, end + 1)).flatten();
                if let Some(place) = whose {
                    self.end = place.at.end;
                    break;
                }
                let joined = [w!("và"), w!(","), w!("tại"), w!("khu")].contains(&self.word(0));
                if !joined && self.board.longest(Kind::Place, self.end).is_none() {
                    break;
                }
                continue;
            }
            // `công bố quyết định của …`: the body belongs to the document
            let of_document = self.reading.hits_before(self.end).any(|h| h.table == Table::DocTypes);
            if self.word(0) == w!("của")
                && self.board.longest(Kind::Organization, self.end + 1).is_some()
                && self.end > from
                && !of_document
            {
                break;
            }
            let joined =
                self.end > from && self.reading.word(self.end - 1) == w!("và") && self.reading[self.end].is_word();
            let comma = self.word(0) == w!(",");
            let listed = self.end > from + 1;
            if self.stops_here()
                && !joined
                && !(comma && listed && (self.list_goes_on() || self.fields_go_on() || self.plans()))
            {
                break;
            }
            let whose = self.end == from;
            if self.body() {
                // `Hội nghị Quân ủy Trung ương tham khảo …`: what the body does is no part of the name
                const ON: [u32; 9] =
                    [w!("lần"), w!("mở"), w!("khóa"), w!("về"), w!("năm"), w!("và"), w!("tổng"), w!("sơ"), w!("với")];
                if whose && self.open() && !self.reading[self.end].is_capital() && !ON.contains(&self.word(0)) {
                    break;
                }
            } else if !self.place() {
                self.end += 1;
            }
        }
        while self.end > from
            && ([w!("và"), w!(","), w!("của"), w!("đối")].contains(&self.reading.word(self.end - 1))
                || self.reading[self.end - 1].is_mark())
        {
            self.end -= 1;
        }
        let words = self.reading[from..self.end].iter().filter(|t| t.is_word()).count();
        // `Hội nghị thượng đỉnh G20`, `Hội nghị COP29`: a proper name
        let named = self.end > from
            && (self.reading[from].case == Case::Upper || from - self.start > 2 && self.reading[from].is_capital())
            && self.board.longest(Kind::Organization, from).is_none();
        self.identity = words >= if begins { 6 } else { 3 } || named;
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
        let capital = |i: usize| self.reading.tokens.get(i).is_some_and(|t| t.is_capital());
        let ends = |i: &usize| self.reading[*i].is_mark() || self.reading.word(*i) == w!("và");
        let end = (next..(next + 9).min(self.reading.tokens.len())).find(ends);
        // neither a name, nor a post or place: their second syllable is a capital too
        let small = |i: usize| self.reading.tokens.get(i).is_some_and(|t| t.case == Case::Lower);
        capital(next)
            && small(next + 1)
            && (capital(self.end - 1) || capital(self.end - 2))
            && self.board.longest(Kind::Role, next).is_none()
            && self.board.longest(Kind::Organization, next).is_none()
            && end
                .is_some_and(|i| [w!("và"), w!(",")].contains(&self.reading.word(i)) && capital(i + 1) && small(i + 2))
    }

    /// `…, triển khai nhiệm vụ năm 2025`: what a meeting that looks back plans for the time to come.
    fn plans(&self) -> bool {
        const PLANS: [(u32, u32); 4] =
            [(w!("triển"), w!("khai")), (w!("phương"), w!("hướng")), (w!("nhiệm"), w!("vụ")), (w!("đề"), w!("ra"))];
        PLANS.contains(&(self.word(1), self.word(2)))
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

    /// A head and capital words: `Chiến dịch Điện Biên Phủ`, `Festival Hoa Đà Lạt lần thứ X năm 2024`.
    fn proper_name(&mut self) {
        let from = self.end;
        while self.open() {
            let token = &self.reading[self.end];
            let tail = self.end > from
                && token.case == Case::Lower
                && self.reading[self.end - 1].case == Case::Title
                && self.closes_compound();
            // `Hội chợ Trung Quốc - ASEAN`
            let joint = token.word == w!("-")
                && self.end > from
                && self.reading.same_line(self.start, self.end + 1)
                && self.reading.tokens.get(self.end + 1).is_some_and(|t| t.is_word() && t.is_capital() && t.spaced);
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
        const PRIZES: [u32; 8] = [
            w!("thưởng"),
            w!("nhất"),
            w!("nhì"),
            w!("ba"),
            w!("vàng"),
            w!("bạc"),
            w!("nobel"),
            // the street `Giải Phóng`
            w!("phóng"),
        ];
        if self.reading.word(from - 1) == w!("giải") && PRIZES.contains(&self.reading.word(from)) {
            return;
        }
        // `Triển lãm Quốc tế về …` says how far, not which
        let scope = [w!("tế"), w!("gia")].contains(&self.reading.word(from + 1));
        if self.end == from + 2 && self.reading.word(from) == w!("quốc") && scope {
            return;
        }
        let first = self.reading[from].case;
        let named = self.end > from && (first == Case::Title || first == Case::Upper && self.is_capital());
        // `Lễ hội Cầu Ngư`, `Festival Huế`: feasts have the name of what or where they are held for
        let feast = [w!("hội"), w!("festival")].contains(&self.reading.word(from - 1))
            && [w!("lễ"), w!("festival")].contains(&self.reading.word(self.start));
        let place_only = self.board.longest(Kind::Place, from).is_some_and(|p| p.at.end == self.end) && !feast;
        let mut ordinal = self.ordinal();
        let mut dated = (ordinal || named) && self.year_of_edition();
        // `Giải vô địch Đẩy gậy quốc gia lần thứ III năm 2024`, `Festival Huế 2024`
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

    /// `Quốc [phòng toàn dân]`, `Đại [đoàn kết toàn dân tộc]`: the small rest of a word begun with a capital, and whom
    /// or how far it concerns.
    fn rest_of_word(&self, from: usize) -> Option<usize> {
        let lower = |i: usize| self.reading.tokens.get(i).is_some_and(|t| t.case == Case::Lower);
        if self.end == from || !lower(self.end) || !self.open() {
            return None;
        }
        let reach = [
            &[w!("toàn"), w!("dân"), w!("tộc")][..],
            &[w!("toàn"), w!("dân")],
            &[w!("toàn"), w!("quốc")],
            &[w!("quốc"), w!("gia")],
            &[w!("quốc"), w!("tế")],
        ];
        if let Some(words) = reach.iter().find(|words| self.seq(words)) {
            return Some(self.end + words.len());
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
            let dated = token.is_number() && token.end - token.start == 4 && time.is_none_or(|t| t.len() == 1);
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

    /// `(GMS) lần thứ 8`: the ordinal behind a short form in brackets.
    fn ordinal_behind_bracket(&mut self) {
        let end = self.end;
        let close = (end + 1..end + 6).find(|&i| self.reading.word(i) == w!(")"));
        if self.identity && self.word(0) == w!("(") && close.is_some_and(|i| self.reading.same_line(self.start, i)) {
            self.end = close.map_or(end, |i| i + 1);
            if !self.ordinal() {
                self.end = end;
            }
        }
    }

    /// A small syllable that ends a compound before a mark, ordinal or capital.
    fn closes_compound(&self) -> bool {
        let next = self.reading.tokens.get(self.end + 1);
        let grammatical = self.reading.hits.longest(self.end, Table::FunctionWords).is_some();
        !grammatical && next.is_none_or(|t| t.is_mark() || t.is_capital())
            || [w!("lần"), w!("năm")].contains(&self.word(1))
    }

    /// `năm 2013` right behind: the year of an edition is inside.
    fn year_of_edition(&mut self) -> bool {
        let from = self.end;
        let year = self.board.longest(Kind::Time, self.end).filter(|t| self.word(0) == w!("năm") && t.at.len() == 2);
        let bare = self.reading.tokens.get(self.end).is_some_and(|t| t.is_number() && t.end - t.start == 4);
        if self.value.kind == Some(EventKind::Other) && self.open() {
            self.end = year.map_or(self.end + usize::from(bare), |t| t.at.end);
        }
        self.end > from
    }

    /// `SEA Games 31`, `World Cup 2022`, `Olympic Paris 2024`.
    fn edition(&mut self) {
        let venue = self.board.longest(Kind::Place, self.end).filter(|_| self.open()).map(|p| p.at.end);
        let counts = |i: usize| self.reading.tokens.get(i).is_some_and(|t| t.is_number() && t.end - t.start == 4);
        if let Some(venue) = venue.filter(|&end| counts(end) && self.reading.same_line(self.start, end)) {
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

    /// `Quốc khánh nước Cộng hòa Pháp`, `Quốc khánh Trung Quốc`.
    fn country(&mut self) {
        if self.reading.word_before(self.end, 1) == w!("khánh") {
            let state = usize::from(self.word(0) == w!("nước"));
            if let Some(place) = self.board.longest(Kind::Place, self.end + state).filter(|_| self.open()) {
                self.end = place.at.end;
            } else if let Some(body) = self.board.longest(Kind::Organization, self.end + state).filter(|_| state == 1) {
                self.end = body.at.end;
            }
        }
    }

    fn is_written_as_listed(&self, hit: &Hit) -> bool {
        let text = self.reading.text(Stretch::new(self.start, hit.end as usize));
        cell(Table::EventHeads, hit.row, 0).split('|').any(|f| f == text)
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Kind;
    use crate::entities::testing::check;

    #[test]
    fn events_have_an_identity() {
        check(
            Kind::Event,
            &[
                ("Đại hội Đảng bộ tỉnh lần thứ XI, nhiệm kỳ 2020-2025", "Đại hội Đảng bộ tỉnh lần thứ XI"),
                ("tiến tới Đại hội XIII của Đảng.", "Đại hội XIII của Đảng"),
                ("Kỳ họp thứ 6, Quốc hội khóa XV", "Kỳ họp thứ 6"),
                ("Hội nghị Trung ương 8 khóa XIII", "Hội nghị Trung ương 8 khóa XIII"),
                ("Lễ kỷ niệm 90 năm thành lập ngành.", "Lễ kỷ niệm 90 năm thành lập ngành"),
                ("Chiến dịch Điện Biên Phủ", "Chiến dịch Điện Biên Phủ"),
                (
                    "cuộc bầu cử đại biểu Quốc hội khóa XV và đại biểu HĐND các cấp nhiệm kỳ 2021-2026 thành công",
                    "bầu cử đại biểu Quốc hội khóa XV và đại biểu HĐND các cấp nhiệm kỳ 2021-2026",
                ),
                ("phát biểu tại hội nghị, đại hội các cấp", ""),
                (
                    "dịp kỷ niệm 134 năm Ngày sinh Chủ tịch Hồ Chí Minh, xem Triển lãm Quốc tế về điện",
                    "kỷ niệm 134 năm Ngày sinh Chủ tịch Hồ Chí Minh",
                ),
                (
                    "chào mừng 49 năm Ngày Giải phóng miền Nam, thống nhất đất nước (30/4/1975-30/4/2024)",
                    "49 năm Ngày Giải phóng miền Nam, thống nhất đất nước",
                ),
                (
                    "dự Đại hội đại biểu lần thứ XXIX, nhiệm kỳ 2025 – 2030 của Đảng bộ tỉnh",
                    "Đại hội đại biểu lần thứ XXIX, nhiệm kỳ 2025 – 2030 của Đảng bộ tỉnh",
                ),
                ("xem Lễ hội Cầu Ngư tại đó", "Lễ hội Cầu Ngư"),
                ("nhân Ngày hội Quốc phòng toàn dân, ở đường Giải Phóng", "Ngày hội Quốc phòng toàn dân"),
                ("dự Hội nghị thượng đỉnh Vibrant tại đó", "Hội nghị thượng đỉnh Vibrant"),
                (
                    "họp kỳ thứ 53, phiên thứ 15, kỳ 2, giảm phiên thứ 10 liên tiếp, tại Olympic Paris 2024",
                    "kỳ thứ 53|phiên thứ 15|Olympic Paris 2024",
                ),
                ("dự Hội chợ Trung Quốc - ASEAN tại Nam Ninh, trao Giải Nhất", "Hội chợ Trung Quốc - ASEAN"),
                (
                    "kỷ niệm 50 năm giải phóng miền Nam, thống nhất đất nước, quân dân",
                    "kỷ niệm 50 năm giải phóng miền Nam, thống nhất đất nước",
                ),
                ("dịp kỷ niệm 30 năm Ngày ký Hiệp ước láng giềng.", "kỷ niệm 30 năm Ngày ký Hiệp ước láng giềng"),
                ("Ủy ban bầu cử tỉnh họp", ""),
            ],
        );
    }
}
