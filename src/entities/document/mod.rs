//! Documents: from the type word to the end of what identifies one: number, symbol, ordinal, event or body it is
//! named by, or its own title.
//!
//! Each way of naming is a rule of its own; a type word that none of them takes up is a document in general
//! (`các nghị quyết của Trung ương`) or an act (`quyết định điều động`), and stays unmarked.

pub(super) mod symbol;
pub(crate) mod title;

use super::cursor::Cursor;
use super::numeral::ordinal;
use super::rule::Begins;
pub(crate) use super::value::Document as Value;
use super::{Board, Proposal, Rule, Value as Any};
use crate::analysis::{EventKind, Kind};
use crate::layout::Layout;
use crate::lexicon::columns::doc_types::{self, Kind as Flag};
use crate::lexicon::{Class, Hit, Table};
use crate::text::{Reading, Stretch, Token};
use crate::w;
use symbol::Symbol;

/// What one rule found: the token behind it, its name, its strength, its value.
struct Found {
    end: usize,
    rule: Rule,
    value: Value,
}

/// Drafts and the further documents of a list are found from a document that begins with its type.
const TYPES: Begins = Begins::of(&[
    Rule::DocumentBody,
    Rule::DocumentConstitution,
    Rule::DocumentEvent,
    Rule::DocumentLaw,
    Rule::DocumentNumber,
    Rule::DocumentPlenum,
    Rule::DocumentSubject,
    Rule::DocumentTitle,
]);

/// Proposes every document.
pub(crate) fn propose(reading: &Reading, layout: &Layout, board: &mut Board) {
    if let Some(official) = &layout.official {
        let said = official.symbol.start + 1;
        let symbol = symbol::at(reading, said + usize::from(reading.word(said) == w!(":")));
        let value = Value {
            kind: official.kind,
            number: symbol.as_ref().map(|s| s.number),
            symbol: symbol.as_ref().map(|s| s.at),
            ..Value::default()
        };
        for kind in [Kind::Organization, Kind::Role, Kind::Quantity, Kind::Place, Kind::Person] {
            board.withdraw(kind, official.symbol, |_| false);
        }
        add(board, official.symbol, Rule::DocumentHead, value);
    }
    for at in (0..reading.tokens.len()).rev() {
        let Some(hit) = board.ask(TYPES, at, || reading.hits.longest(at, Table::DocTypes)) else { continue };
        let inside = reading.hits.across(at).any(|h| h.table == Table::DocTypes) || is_in_symbol(reading, at);
        if at > 0 && !reading[at].spaced && reading[at - 1].is_word() || inside || !is_written(reading, hit) {
            continue;
        }
        // `[Chương trình Lương thực Thế giới]` is a body
        if board.starting(at).any(|p| p.rule == Rule::OrganizationFixed && p.at.end > hit.end as usize) {
            continue;
        }
        let Some(found) = Type::new(reading, board, hit).document() else { continue };
        // `Trưởng phòng Kế hoạch kỹ thuật kinh doanh`: the field of a body
        if found.rule == Rule::DocumentTitle && at > 0 && reading.word(at - 1) == w!("phòng") {
            continue;
        }
        let (end, kind) = (found.end, found.value.kind);
        let start = draft_before(reading, at);
        if let Some(start) = start {
            let kind = if reading.word(start + 1) == w!("án") { "Dự án" } else { "Dự thảo" };
            add(board, Stretch::new(start, end), Rule::DocumentDraft, Value { kind, ..Value::default() });
        }
        let law = found.rule == Rule::DocumentLaw;
        if law && !amends(Cursor::new(reading, at).to(hit.end as usize)) {
            // a subject that begins as a type does is no document of its own: `[Luật Quy hoạch đô thị]`
            let inner = (at + 1..end).filter_map(|i| board.longest(Kind::Document, i)).map(|p| p.at.end).max();
            board.withdraw(Kind::Document, Stretch::new(at, inner.unwrap_or(end).max(end)), |_| false);
        }
        let several = at > 0 && reading.word(at - 1) == w!("các");
        if let Some(symbol) = found.value.symbol {
            // `[Quyết định số 1245 /QĐ - UBND]`: the letters of a symbol are no body
            for kind in [Kind::Organization, Kind::Role, Kind::Quantity, Kind::Place] {
                board.withdraw(kind, Stretch::new(at, symbol.end), |p| p.at.start < symbol.start);
            }
        }
        add(board, Stretch::new(at, end), found.rule, found.value);
        if !law {
            listed(reading, board, end, kind, several);
        }
    }
}

fn add(board: &mut Board, at: Stretch, rule: Rule, value: Value) {
    board.add(Proposal { kind: Kind::Document, at, strength: 66, rule, value: Any::Document(value) });
}

/// The letters of a symbol, not a type: `18-NQ/TW`, `18- NQ/TW`, `[Quyết định số 1245 /QĐ-UBND]`.
fn is_in_symbol(reading: &Reading, at: usize) -> bool {
    let Some(mark) = at.checked_sub(1).filter(|&m| m > 0 && reading.same_line(m - 1, at)) else { return false };
    let joint = [w!("-"), w!("/")].contains(&reading.word(mark));
    joint && (!reading[at].spaced || !reading[mark].spaced || reading[mark - 1].is_number())
}

/// Short types only in capitals (`[NQ 18]`, `[QĐ số 759/QĐ-TTg]`).
fn is_written(reading: &Reading, hit: &Hit) -> bool {
    let at = Stretch::new(hit.start as usize, hit.end as usize);
    let text = reading.text(at);
    let mut short = doc_types::SHORT.forms(hit.row).filter(|s| s.eq_ignore_ascii_case(text)).peekable();
    at.len() > 1 || short.peek().is_none() || short.any(|s| s == text)
}

/// A word for a type of document, and what the ways of naming one ask of it.
struct Type<'a> {
    reading: &'a Reading,
    board: &'a Board,
    at: usize,
    /// Behind the word, on its line.
    after: Cursor<'a>,
    hit: &'a Hit,
    /// Canonical name.
    kind: &'static str,
    capital: bool,
}

/// A way of naming one.
type Way<'a> = fn(&Type<'a>) -> Option<Found>;

impl<'a> Type<'a> {
    fn new(reading: &'a Reading, board: &'a Board, hit: &'a Hit) -> Self {
        let at = hit.start as usize;
        Self {
            reading,
            board,
            at,
            after: Cursor::new(reading, at).to(hit.end as usize),
            hit,
            kind: doc_types::TYPE.of(hit.row),
            capital: reading[at].is_capital(),
        }
    }

    fn is(&self, flag: Flag) -> bool {
        doc_types::KIND.of(self.hit.row).has(flag)
    }

    fn found(&self, end: usize, rule: Rule) -> Found {
        Found { end, rule, value: Value { kind: self.kind, ..Value::default() } }
    }

    /// The document that the type and what stands around it name: of the ways that its word allows, the first that reads.
    fn document(&self) -> Option<Found> {
        // `[Hiến pháp 1946]` has a year, no number
        let constitution = self.is(Flag::Constitution);
        if self.after.is_end() {
            return (constitution && self.capital).then(|| self.found(self.after.at(), Rule::DocumentConstitution));
        }
        // `[QĐ số 759/QĐ-TTg]`: a short type only with a symbol, as its letters may stand for much else; `[NQ 18]` is known
        if is_short(self.reading, self.hit) {
            return self.numbered().filter(|found| found.value.symbol.is_some() || self.is(Flag::ShortNumber));
        }
        // `Kế hoạch [5 năm 2026-2030]`, `Thông báo [3 trường hợp]`: the number counts what follows
        if self.counts() {
            return None;
        }
        // `81 Báo cáo …`, `[17 Hiệp định]` count documents, they name none
        let here = Cursor::new(self.reading, self.at);
        let counted = here.before(1).is_number() || Class::CountsDocuments.has(here.back(1));
        let (capital, subject) = (self.capital, self.is(Flag::Subject));
        let ways: [(bool, Way<'a>); 10] = [
            (!constitution, Self::numbered),
            (subject, Self::law),
            (self.is(Flag::Implements) && capital, Self::implementing),
            (constitution && capital, Self::constitution),
            (true, Self::of_plenum),
            (true, Self::of_event),
            (self.is(Flag::Congress) && capital, Self::of_congress),
            (capital, Self::of_body),
            (capital && !constitution && !subject && !counted, Self::on_subject),
            (capital && self.is(Flag::Title) && !counted, Self::titled),
        ];
        ways.iter().filter(|(may, _)| *may).find_map(|(_, read)| read(self))
    }

    /// A bare number behind the type and a noun that it counts; what offices number as a rule (`[Nghị quyết 18] [năm 2017]`)
    /// is numbered, what has parts or lasts for years is counted.
    fn counts(&self) -> bool {
        // `Chỉ thị 3 đơn vị dừng khai thác`: offices write `[Chỉ thị 03]`
        let bare = |t: &Token| t.is_number() && (t.letters == 1 || t.letters == 2 && !self.is(Flag::NeverCounted));
        let Some(noun) = self.after.one(bare).filter(|c| !c.is_end()) else { return false };
        let countable = |h: &Hit| matches!(h.table, Table::Countables | Table::Units | Table::PlaceUnits);
        let counted = noun.any(&[w!("năm"), w!("khóa")]).is_none()
            && self.reading.hits.at(noun.at()).iter().any(countable)
            && noun.token().spaced
            && !noun.token().is_capital();
        counted || self.is(Flag::Lasts) && noun.word() == w!("năm")
    }

    /// `số 18-NQ/TW`, `18-NQ/TW`, `205`, `30/2020/NĐ-CP`, with `(khóa XII)` behind.
    fn numbered(&self) -> Option<Found> {
        let after = described(self.after).unwrap_or(self.after);
        let said = after.any(&[w!("số")]).filter(|c| !c.is_end());
        let at = said.map_or(after, |c| c.maybe(|c| c.any(&[w!(":")])));
        let symbol = symbol::at(self.reading, at.at())?;
        // `[195/2008]`, unless it is a month of a year: `[Báo cáo 10/2024]`
        if symbol.letters.is_none() && symbol.at.len() == symbol.number.len() {
            let dated = is_date_or_range(self.reading, symbol.at);
            let no_number = if said.is_some() {
                dated && symbol.at.len() == 1 && self.reading.word(symbol.at.end) != w!("/")
            } else {
                // what may have parts is counted; a decree is only numbered
                let countable = self.is(Flag::Parts) || !self.capital;
                !self.capital && !self.is(Flag::BareNumber)
                    || countable && counts_something(self.reading, symbol.at.end)
                    || dated
            };
            if no_number {
                return None;
            }
        }
        let end = with_term(self.reading, symbol.at.end);
        Some(Found { end, rule: Rule::DocumentNumber, value: value_of(&symbol, self.kind) })
    }

    /// `[Luật Đất đai]`, `[Bộ luật Hình sự năm 2015]`, `[Luật Đất đai (sửa đổi)]`, `[luật Cảnh vệ]`, `[Luật đất đai]`,
    /// `[Luật sửa đổi, bổ sung một số điều của Luật Cảnh vệ]`, `[Công ước Liên hợp quốc về Luật Biển năm 1982]`.
    fn law(&self) -> Option<Found> {
        let (reading, after) = (self.reading, self.after);
        if amends(after) {
            return Some(self.found(self.amended()?, Rule::DocumentLaw));
        }
        // `[Khoa Luật Trường Đại học Vinh]`, `[Công ty Luật ANVI]`, `cử nhân Luật Kinh tế`
        if after.back(1) == w!("luật") && Class::BeforeStudies.has(after.back(2)) {
            return None;
        }
        let end = if self.is(Flag::Treaty) {
            self.treaty().filter(|_| self.capital && !after.before(3).is_number())?
        } else {
            let named = after.token().is_capital();
            let listed = after.hit(Table::Laws).map(|(c, _)| c.at());
            // a field of law in small letters (`luật dân sự`) is no law
            if !(self.capital && named || listed.is_some() && (self.capital || named)) {
                return None;
            }
            listed.or_else(|| title::subject_of_law(reading, after.at()))?
        };
        let bracket = |c: Cursor<'a>| {
            let c = c.any(&[w!("(")])?.all(&[w!("sửa"), w!("đổi")])?;
            c.more(5, |c| c.one(|t| t.word != w!(")"))).any(&[w!(")")])
        };
        let c = with_year(after.to(end).maybe(bracket), self.board);
        // `[Luật Giáo dục số 43/2019/QH14]`
        let symbol = c.any(&[w!("số")]).and_then(|c| symbol::at(reading, c.at())).filter(|s| s.letters.is_some());
        match symbol {
            Some(s) => Some(Found { end: s.at.end, rule: Rule::DocumentLaw, value: value_of(&s, self.kind) }),
            None => Some(self.found(c.at(), Rule::DocumentLaw)),
        }
    }

    /// `[Hiệp định Paris]`, `[Hiệp định thương mại Việt Nam - Hoa Kỳ]`, `[Công ước của Liên hợp quốc về Luật Biển]`.
    fn treaty(&self) -> Option<usize> {
        let (reading, board, after) = (self.reading, self.board, self.after.at());
        let body = self.after.maybe(|c| c.any(&[w!("của")])).entity(board, Kind::Organization).map(|(c, _)| c.at());
        let name = body.or_else(|| title::name_of_treaty(reading, board, after)).unwrap_or(after);
        let named = (name > after).then_some(name);
        let Some(about) = self.after.to(name).any(&[w!("về")]).filter(|c| !c.is_end()) else { return named };
        let whose = |end: usize| (name + 1..end).find(|&i| reading.word(i) == w!("của")).unwrap_or(end);
        let law = about.any(&[w!("luật")]).and_then(|_| title::subject_of_law(reading, about.at()));
        law.or_else(|| title::end_of(reading, board, after, about.at()).map(whose)).or(named)
    }

    /// `Nghị định sửa đổi, bổ sung một số điều của Nghị định số …`, `[Thông tư hướng dẫn thi hành Luật Đất đai]`,
    /// `Nghị định quy định chi tiết …`: under what it does, before it has a number.
    fn implementing(&self) -> Option<Found> {
        let end = if amends(self.after) {
            self.amended()?
        } else {
            let details = self.after.all(&[w!("quy"), w!("định"), w!("chi"), w!("tiết")]);
            details.or_else(|| self.after.all(&[w!("hướng"), w!("dẫn")]))?;
            let mut documents = self.after.ahead(14).filter_map(|c| c.entity(self.board, Kind::Document));
            match documents.find(|(_, p)| p.rule == Rule::DocumentLaw) {
                Some((c, _)) => c.at(),
                None => title::end_of(self.reading, self.board, self.at, self.after.at())?,
            }
        };
        Some(self.found(end, Rule::DocumentTitle))
    }

    /// The end of the last law that a law amends.
    fn amended(&self) -> Option<usize> {
        let of = self.after.ahead(14).find_map(|c| c.any(&[w!("của")]))?;
        // the law may begin the next line
        let first = self.board.longest(Kind::Document, of.at())?;
        let next = |c: Cursor<'a>| {
            let (c, law) = c.any(&[w!(","), w!("và")])?.entity(self.board, Kind::Document)?;
            (law.rule == Rule::DocumentLaw).then_some(c)
        };
        Some(of.to(first.at.end).more(usize::MAX, next).at())
    }

    fn constitution(&self) -> Option<Found> {
        // `[Tòa án Hiến pháp]`, `[Hội đồng Hiến pháp]` are bodies
        let body = [w!("án"), w!("đồng")].contains(&self.reading.word_before(self.at, 1));
        (!body).then(|| self.found(with_year(self.after, self.board).at(), Rule::DocumentConstitution))
    }

    /// `[Nghị quyết Trung ương 4 khóa XI]`, `[Nghị quyết Trung ương 4 (khóa XI, khóa XII)]`.
    fn of_plenum(&self) -> Option<Found> {
        let short = |c: Cursor<'a>| c.one(Token::is_capital).and(c.any(&[w!("tw"), w!("tư")]));
        let c = self.after;
        let center = c.all(&[w!("trung"), w!("ương")]).or_else(|| c.all(&[w!("t"), w!("."), w!("ư")]));
        let (c, _) = center.or_else(|| short(c))?.read(ordinal)?;
        Some(self.found(with_term(self.reading, c.at()), Rule::DocumentPlenum))
    }

    /// `[Nghị quyết Đại hội]`: of the congress that is told of.
    fn of_congress(&self) -> Option<Found> {
        let c = self.after.one(Token::is_capital).and(self.after.all(&[w!("đại"), w!("hội")]))?;
        // the name of the congress goes on: `Đại hội đại biểu …`, `Đại hội Đảng bộ …`
        let ends = c.is_end() || c.token().is_mark() || Class::BehindCongress.has(c.word());
        let free = ends && self.after.entity(self.board, Kind::Event).is_none();
        free.then(|| self.found(c.at(), Rule::DocumentEvent))
    }

    /// `[Nghị quyết Đại hội XIII của Đảng]`, `đề án nhân sự Đại hội …`: the event ends the name.
    fn of_event(&self) -> Option<Found> {
        let is_small = |c: &Cursor| {
            c.one(|t| t.is_word() && !t.is_capital()).is_some()
                && c.hit(Table::ClauseWords).is_none()
                && c.any(&[w!("của"), w!("và")]).is_none()
        };
        for c in self.after.ahead(4) {
            if let Some((end, event)) = c.entity(self.board, Kind::Event) {
                let Any::Event(e) = &event.value else { return None };
                let congress = matches!(e.kind, Some(EventKind::Congress | EventKind::Plenum));
                let definite = e.ordinal.is_some() || e.body.is_some() || c.at() > self.after.at();
                let term = end.any(&[w!("nhiệm")]).and(end.entity(self.board, Kind::Time));
                let end = term.map_or(end, |(c, _)| c);
                return (congress && definite).then(|| self.found(end.at(), Rule::DocumentEvent));
            }
            if !is_small(&c) {
                return None;
            }
        }
        None
    }

    /// `[Nghị quyết Đảng bộ tỉnh lần thứ XIV]`, `[Nghị quyết của Tỉnh ủy năm 2021]`.
    fn of_body(&self) -> Option<Found> {
        let of = self.after.any(&[w!("của")]);
        let (c, body) = of.unwrap_or(self.after).entity(self.board, Kind::Organization)?;
        if let Some(c) = c.all(&[w!("lần"), w!("thứ")]).filter(|_| of.is_none()) {
            return Some(self.found(c.read(ordinal)?.0.at(), Rule::DocumentBody));
        }
        let (c, _) = c.any(&[w!("năm")]).and(c.entity(self.board, Kind::Time)).filter(|(_, t)| t.at.len() == 2)?;
        let value = Value { kind: self.kind, issuer: Some(body.at), ..Value::default() };
        Some(Found { end: c.at(), rule: Rule::DocumentBody, value })
    }

    /// `[Nghị quyết của Bộ Chính trị về phát triển kinh tế tư nhân]`, `Tờ trình về việc …`: a capital type word and its
    /// subject, with the issuer between.
    fn on_subject(&self) -> Option<Found> {
        if self.is(Flag::Verb) && opens_with_verb(self.reading, self.at) {
            return None;
        }
        let (c, issuer) = match self.after.any(&[w!("của")]) {
            Some(of) => of.entity(self.board, Kind::Organization).map(|(c, body)| (c, Some(body.at)))?,
            None => (self.after, None),
        };
        let end = title::end_of(self.reading, self.board, self.at, c.any(&[w!("về")])?.at())?;
        let value = Value { kind: self.kind, issuer, ..Value::default() };
        Some(Found { end, rule: Rule::DocumentSubject, value })
    }

    /// Under its own title: `Đề án Nâng cao …`, `[Chương trình công tác năm 2021]`.
    fn titled(&self) -> Option<Found> {
        let (reading, at) = (self.reading, self.at);
        let end = title::end_of(reading, self.board, at, self.after.at())?;
        // the capital of a sentence tells nothing: `Chương trình tái hiện lịch sử …`
        let term = self.board.ending(end).any(|p| p.kind == Kind::Time);
        let told = !self.is(Flag::Common)
            || !opens_sentence(reading, at)
            || self.after.token().is_capital()
            || self.after.all(&[w!("mục"), w!("tiêu"), w!("quốc"), w!("gia")]).is_some()
            || term;
        // `[Vụ Kế hoạch tài chính]` is a body
        let of_body = Cursor::new(reading, at).before(1).is_capital()
            && reading.hits_before(at).any(|h| h.table == Table::BodyHeads);
        // `[Quy hoạch tỉnh Gia Lai thời kỳ 2021-2030]`
        let noun = self.is(Flag::Plan) && term;
        let verb = self.is(Flag::Verb) && opens_with_verb(reading, at) && !noun;
        (told && !of_body && !verb).then(|| self.found(end, Rule::DocumentTitle))
    }
}

/// What a symbol says of a document.
fn value_of(symbol: &Symbol, kind: &'static str) -> Value {
    Value { kind, number: Some(symbol.number), symbol: symbol.whole(), ..Value::default() }
}

/// The type is given by its letters.
fn is_short(reading: &Reading, hit: &Hit) -> bool {
    let text = reading.text(Stretch::new(hit.start as usize, hit.end as usize));
    hit.len() == 1 && doc_types::SHORT.forms(hit.row).any(|s| s == text)
}

/// Small words between the type and `số`: `[kết luận nội dung tố cáo số 102]`.
fn described(after: Cursor) -> Option<Cursor> {
    let is_small = |c: &Cursor| {
        let grammatical = c.hit(Table::ClauseWords).or(c.hit(Table::FunctionWords)).is_some();
        let joint = c.any(&[w!("của"), w!("và"), w!("một"), w!("các")]).is_some();
        c.one(|t| t.is_word() && !t.is_capital()).is_some() && !grammatical && !joint
    };
    let said = after.ahead(6).find(|c| c.word() == w!("số") || !is_small(c))?;
    let number = said.any(&[w!("số")])?.one(Token::is_number);
    number.filter(|_| said.at() > after.at()).map(|_| said)
}

/// A small noun follows a bare number: `Báo cáo [5 nội dung]` counts.
fn counts_something(reading: &Reading, at: usize) -> bool {
    let c = Cursor::behind(reading, at);
    let grammatical = c.hit(Table::ClauseWords).or(c.hit(Table::FunctionWords)).is_some()
        || c.all(&[w!("đồng"), w!("ý")]).is_some()
        || Class::NotCountedByDocument.has(c.word());
    c.one(|t| t.is_word() && !t.is_capital()).is_some() && !grammatical || c.any(&[w!("%"), w!(":")]).is_some()
}

fn is_date_or_range(reading: &Reading, at: Stretch) -> bool {
    let joint = Cursor::behind(reading, at.end).any(&[w!("/"), w!("-"), w!("."), w!(",")]);
    joint.and_then(Cursor::glued).is_some_and(|c| c.token().is_number())
}

/// Where a document ends: the term behind its number belongs to it.
fn with_term(reading: &Reading, end: usize) -> usize {
    Cursor::behind(reading, end).maybe(Cursor::term).at()
}

/// `sửa đổi, bổ sung một số điều của …` behind the type.
fn amends(after: Cursor) -> bool {
    after.all(&[w!("sửa"), w!("đổi")]).is_some()
}

/// Past `[năm 2013]`, or the bare year.
fn with_year<'a>(c: Cursor<'a>, board: &'a Board) -> Cursor<'a> {
    let named = c.any(&[w!("năm")]).and(c.entity(board, Kind::Time)).filter(|(_, t)| t.at.len() == 2);
    let year = || c.one(|t| t.is_number() && t.end - t.start == 4);
    named.map(|(c, _)| c).or_else(year).unwrap_or(c)
}

/// Nothing but numbers and marks stands before in the sentence.
fn opens_sentence(reading: &Reading, at: usize) -> bool {
    let start = reading.sentence_of(at).start;
    at - start < 5 && (start..at).all(|i| !reading[i].is_word())
}

/// A type that is a verb as well, at the head of a sentence: `Quyết định kỷ luật ông …`, `Báo cáo về tình hình …`;
/// not behind the dash of a list.
fn opens_with_verb(reading: &Reading, at: usize) -> bool {
    opens_sentence(reading, at) && ![w!("-"), w!("+"), w!("*")].contains(&reading.word_before(at, 1))
}

/// Further members of a list that share the type: `, số 19-NQ/TW`, `, khóa XII`, `và 19-NQ/TW`.
fn listed(reading: &Reading, board: &mut Board, mut end: usize, kind: &'static str, several: bool) {
    for _ in 0..20 {
        let Some(c) = Cursor::behind(reading, end).any(&[w!(","), w!("và"), w!(";")]).filter(|c| !c.is_end()) else {
            return;
        };
        let said = c.any(&[w!("số")]);
        let bare = |s: &Symbol| several && !counts_something(reading, s.at.end) && s.at.len() == 1;
        let dated = |s: &Symbol| s.at.len() > s.number.len();
        let member = symbol::at(reading, said.unwrap_or(c).at()).filter(|s| said.is_some() || dated(s) || bare(s));
        let (to, value) = match member {
            Some(symbol) => (with_term(reading, symbol.at.end), value_of(&symbol, kind)),
            None if c.word() == w!("khóa") && c.back(1) == w!(",") => {
                (with_term(reading, c.at()), Value { kind, ..Value::default() })
            }
            None => return,
        };
        if to == c.at() {
            return;
        }
        add(board, Stretch::new(c.at(), to), Rule::DocumentList, Value { shared: true, ..value });
        end = to;
    }
}

/// Where `Dự thảo`, `dự thảo sửa đổi` before a document begin; `dự án` before a law.
fn draft_before(reading: &Reading, at: usize) -> Option<usize> {
    let c = Cursor::new(reading, at);
    let before = [c.back(4), c.back(3), c.back(2), c.back(1)];
    let is_law = c.any(&[w!("luật"), w!("bộ"), w!("pháp")]).is_some();
    match before {
        [.., a, b] if a == w!("dự") && (b == w!("thảo") || b == w!("án") && is_law) => Some(at - 2),
        _ => (before == [w!("dự"), w!("thảo"), w!("sửa"), w!("đổi")]).then(|| at - 4),
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Kind;
    use crate::entities::testing::check;

    #[test]
    fn numbers_and_symbols() {
        check(
            Kind::Document,
            &[
                (
                    "Nghị quyết số 18-NQ/TW và Nghị quyết số 19-NQ/TW của Trung ương",
                    "Nghị quyết số 18-NQ/TW|Nghị quyết số 19-NQ/TW",
                ),
                ("Nghị quyết số 18-NQ/TW, số 19-NQ/TW", "Nghị quyết số 18-NQ/TW|số 19-NQ/TW"),
                ("Quy định 205 ngày 23-9-2019 của Bộ Chính trị", "Quy định 205"),
                ("Nghị định 30/2020/NĐ-CP và Luật số 72/2025/QH15", "Nghị định 30/2020/NĐ-CP|Luật số 72/2025/QH15"),
                ("các Thông báo 11456, 11596 của Cục Thuế", "Thông báo 11456|11596"),
                ("Lệnh số 15/2001/L-CTN về công bố", "Lệnh số 15/2001/L-CTN"),
                (
                    "Nghị định 100/2019 và 123/2021, Quyết định 195/2008",
                    "Nghị định 100/2019|123/2021|Quyết định 195/2008",
                ),
                ("theo kết luận 14 của Bộ Chính trị, nghị quyết 98 đồng ý", "kết luận 14|nghị quyết 98"),
                ("đã ban hành 12 nghị quyết 3 lần, kết luận 5 nội dung, quyết định 5", ""),
            ],
        );
    }

    #[test]
    fn names_by_plenum_congress_body_and_title() {
        check(
            Kind::Document,
            &[
                ("Nghị quyết Trung ương 4 khóa XI, khóa XII", "Nghị quyết Trung ương 4 khóa XI|khóa XII"),
                ("Nghị quyết Trung ương 4 (khóa XI, khóa XII)", "Nghị quyết Trung ương 4 (khóa XI, khóa XII)"),
                ("Nghị quyết Trung ương mười hai khóa XII nêu", "Nghị quyết Trung ương mười hai khóa XII"),
                ("Nghị quyết Đại hội XIII của Đảng", "Nghị quyết Đại hội XIII của Đảng"),
                (
                    "thông qua Nghị quyết Đại hội. ký Quy chế ứng xử của viên chức ở nơi công cộng.",
                    "Nghị quyết Đại hội|Quy chế ứng xử của viên chức ở nơi công cộng",
                ),
                ("Nghị quyết của Tỉnh ủy năm 2021", "Nghị quyết của Tỉnh ủy năm 2021"),
                ("theo Luật Đất đai năm 2013", "Luật Đất đai năm 2013"),
                ("theo luật Cảnh vệ và Luật đất đai, luật dân sự", "luật Cảnh vệ|Luật đất đai"),
                (
                    "dự án Luật sửa đổi, bổ sung một số điều của Luật Cảnh vệ và Luật Cư trú trình",
                    "dự án Luật sửa đổi, bổ sung một số điều của Luật Cảnh vệ và Luật Cư trú\
                     |Luật sửa đổi, bổ sung một số điều của Luật Cảnh vệ và Luật Cư trú|Luật Cảnh vệ|Luật Cư trú",
                ),
                (
                    "theo Công ước của Liên hợp quốc về Luật Biển năm 1982 và Luật Quy hoạch đô thị",
                    "Công ước của Liên hợp quốc về Luật Biển năm 1982|Luật Quy hoạch đô thị",
                ),
                (
                    "ký Hiệp định thương mại Việt Nam - Hoa Kỳ và Hiệp định Paris được nhắc, các Hiệp định thương mại tự do",
                    "Hiệp định thương mại Việt Nam - Hoa Kỳ|Hiệp định Paris",
                ),
                (
                    "theo Luật Giáo dục số 43/2019/QH14 và Luật Phòng cháy, chữa cháy",
                    "Luật Giáo dục số 43/2019/QH14|Luật Phòng cháy, chữa cháy",
                ),
                (
                    "vi phạm Quy định về những điều đảng viên không được làm",
                    "Quy định về những điều đảng viên không được làm",
                ),
                (
                    "ban hành Đề án thí điểm tuyển chọn cán bộ quản lý đang lấy ý kiến",
                    "Đề án thí điểm tuyển chọn cán bộ quản lý",
                ),
            ],
        );
    }

    #[test]
    fn documents_in_general_and_acts() {
        check(
            Kind::Document,
            &[
                ("các nghị quyết của Trung ương", ""),
                ("lập 81 Báo cáo tình hình trích lập quỹ, một Nghị quyết chuyên đề riêng của xã", ""),
                ("quyết định điều động cán bộ", ""),
                ("theo đề án đã được phê duyệt", ""),
                ("Kế hoạch này được triển khai", ""),
                (
                    "trình Báo cáo kết quả công tác 6 tháng đầu năm và nhiệm vụ 6 tháng cuối năm 2024, các ngành",
                    "Báo cáo kết quả công tác 6 tháng đầu năm và nhiệm vụ 6 tháng cuối năm 2024",
                ),
                ("2. Quyết định thi hành kỷ luật ông An. Chương trình tái hiện lịch sử của vùng đất", ""),
                ("bị Tòa án Hiến pháp bác bỏ", ""),
                ("ông An, Vụ Kế hoạch tài chính doanh nghiệp nhà nước, Ban quản lý Dự án 2", ""),
            ],
        );
    }
}
