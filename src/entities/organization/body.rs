//! A body from its head to its end: what the head tells, the name, the body and the place it belongs to, the term; and
//! what stands against each reading.

use super::definite::{
    after_post, as_in_table, is_abbreviation, is_class, lower_case_is_definite, names_a_board_of_committees,
    names_a_class, stands_alone,
};
use super::name::{capital_run, person_follows, proper_name};
use super::tail::{
    bracketed_short_form, ends_with_center, is_digit, numbered_region, place_follows, place_tail, takes_term, term_tail,
};
use super::{CENTER, front_inside, inherit, is_trade_name, nested_parent, parent_at, proposal, told_by_head};
use crate::analysis::{Branch, Kind, Level};
use crate::entities::numeral::roman;
use crate::entities::value::Organization as Value;
use crate::entities::{Board, Proposal, Rule};
use crate::lexicon::columns::Set;
use crate::lexicon::columns::body_heads::{self, Is, Takes};
use crate::lexicon::{Hit, Table};
use crate::text::{Case, Reading, Stretch};
use crate::w;

/// A head, and how far its name goes as read so far.
struct Body<'a> {
    reading: &'a Reading,
    board: &'a Board,
    /// The head; `at` is its first token, `name_at` the one behind it.
    hit: &'a Hit,
    at: usize,
    name_at: usize,
    /// Behind what was read.
    end: usize,
    takes: Set<Takes>,
    /// The head is written with a capital.
    capital: bool,
    /// More than the head tells which body it is.
    named: bool,
    of_post_holder: bool,
    value: Value,
}

/// The body of a head, if one is meant.
pub(super) fn body_of(reading: &Reading, board: &Board, hit: &Hit) -> Option<Proposal> {
    let (at, name_at) = (hit.start as usize, hit.end as usize);
    let mut body = Body {
        reading,
        board,
        hit,
        at,
        name_at,
        end: name_at,
        takes: body_heads::TAKES.of(hit.row),
        capital: reading[at].is_capital(),
        named: false,
        of_post_holder: false,
        value: told_by_head(hit),
    };
    if body.is_other_abbreviation() || body.is_other_name() || body.is_person_behind() {
        return None;
    }
    body.number();
    body.field();
    body.of_center();
    body.any_name();
    body.short_form();
    body.parent();
    body.unit_of_parent();
    body.place();
    body.post_holder();
    if body.is_any_such() || body.is_sector() || body.is_of_a_class() {
        return None;
    }
    body.of_assembly();
    body.term();
    if body.is_calling() || body.is_middle() || body.is_common() {
        return None;
    }
    body.place_inside();
    body.parent_inside();
    Some(body.proposal())
}

impl<'a> Body<'a> {
    fn is(&self, flag: Takes) -> bool {
        self.takes.has(flag)
    }

    /// A form in capitals that the table writes otherwise.
    fn is_other_abbreviation(&self) -> bool {
        is_abbreviation(self.reading, self.at, self.name_at) && !as_in_table(self.reading, self.hit)
    }

    /// `Chánh Thanh tra tỉnh Đoàn Hữu Dũng`: what would end the head begins a name.
    fn is_person_behind(&self) -> bool {
        let last = self.name_at - 1;
        last == self.at + 1 && !self.capital && self.reading[last].is_capital() && person_follows(self.reading, last)
    }

    /// `Trường Chinh`, `[Trường Sa]`: a school has a kind or two words of name.
    fn is_other_name(&self) -> bool {
        let (reading, name_at) = (self.reading, self.name_at);
        let here = |at: usize| reading.tokens.get(at).filter(|_| reading.same_line(self.at, at));
        let one = here(name_at).is_some_and(|t| t.case == Case::Title);
        let no_more = here(name_at + 1).is_none_or(|t| !t.is_capital());
        let is_kind = |h: &Hit| matches!(h.table, Table::Fields | Table::BodyHeads | Table::Compounds);
        let school = name_at == self.at + 1 && reading.word(self.at) == w!("trường") && self.capital;
        school && one && no_more && !reading.hits.at(name_at).iter().any(is_kind)
    }

    /// `[Vùng 4 Hải quân]`, `[Lữ đoàn 189 Hải quân]`.
    fn number(&mut self) {
        let reading = self.reading;
        let numbered = || is_digit(reading, self.end) || roman(reading, self.end).is_some();
        if !self.is(Takes::Number) || !reading.same_line(self.at, self.end) || !numbered() {
            return;
        }
        self.end += 1;
        self.named = true;
        let military = self.value.branch == Some(Branch::Military);
        let service = reading.hits.longest(self.end, Table::Fields).filter(|_| military);
        if let Some(service) =
            service.filter(|_| reading.same_line(self.at, self.end) && reading[self.end].is_capital())
        {
            self.end = service.end as usize;
        }
    }

    /// `[Sở Tài chính]`, `[Công ty Hoa Sen]`.
    fn field(&mut self) {
        if !self.is(Takes::Field) || self.named {
            return;
        }
        let lower = self.is(Takes::Lower);
        if let Some(end) = proper_name(self.reading, self.board, self.at, self.end, self.capital || lower, lower) {
            (self.end, self.named) = (end, true);
        }
    }

    /// `[Tiểu ban Bảo vệ Chính trị nội bộ Trung ương]`: a board of the Central Committee.
    fn of_center(&mut self) {
        if !self.named || !ends_with_center(self.reading, self.end) {
            return;
        }
        self.value.level = Some(Level::Central);
        if self.value.is(Is::Central) {
            self.value.branch = self.value.branch.or(Some(Branch::Party));
            self.value.parent_name = Some(CENTER);
        }
    }

    /// A name of any words in capitals, save the person who holds a post in the body.
    fn any_name(&mut self) {
        let reading = self.reading;
        let person = || after_post(reading, self.at) && person_follows(reading, self.end);
        if self.is(Takes::Any)
            && let Some(end) = capital_run(reading, self.end).filter(|_| !person())
            && !(end == self.end + 1 && reading.word(self.end) == w!("đảng"))
        {
            (self.end, self.named) = (end, true);
        }
    }

    /// A short form in brackets inside the name, where the name goes on behind it.
    fn short_form(&mut self) {
        let Some(after) = bracketed_short_form(self.reading, self.end) else { return };
        if self.parent_behind(after).is_none() && !place_follows(self.reading, self.board, after) {
            return;
        }
        self.end = after;
        if self.reading.seq(self.end, &[w!("trung"), w!("ương")]) {
            (self.end, self.named) = (self.end + 2, true);
            self.value.level = Some(Level::Central);
        }
    }

    /// The body to which it belongs, if that stands here.
    fn parent_behind(&self, end: usize) -> Option<&'a Proposal> {
        parent_at(self.reading, self.board, self.at, end, &self.value)
    }

    fn parent(&mut self) {
        if !self.is(Takes::Body) && !self.named {
            return;
        }
        if let Some(parent) = self.parent_behind(self.end) {
            self.end = parent.at.end;
            self.named = true;
            inherit(&mut self.value, parent);
        }
    }

    /// `[Chủ tịch Hội đồng quản trị Công ty]`, `[Đảng ủy Sở]`: the body it belongs to by its unit word alone.
    fn unit_of_parent(&mut self) {
        let reading = self.reading;
        if self.is(Takes::Body)
            && !self.named
            && let Some(unit) = reading.hits.longest(self.end, Table::BodyHeads)
            && reading.same_line(self.at, self.end)
            && reading[self.end].is_capital()
            && reading[unit.end as usize - 1].letters > 0
            && after_post(reading, self.at)
        {
            (self.end, self.named) = (unit.end as usize, true);
        }
    }

    fn place(&mut self) {
        if (self.is(Takes::Place) || self.named) && self.value.parent.is_none() {
            let before = self.end;
            self.end = place_tail(self.reading, self.board, self.end, &mut self.value);
            self.named |= self.end > before;
            self.end = numbered_region(self.reading, self.board, self.end, &mut self.value);
        }
    }

    /// `[Tổ công tác của Thủ tướng Chính phủ]`: a standing group, named by whose it is.
    fn post_holder(&mut self) {
        let reading = self.reading;
        self.of_post_holder = self.value.is(Is::Group)
            && reading.seq(self.end, &[w!("của"), w!("thủ"), w!("tướng")])
            && reading.same_line(self.at, self.end + 2);
        if self.of_post_holder {
            self.end += 3;
            self.end += 2 * usize::from(reading.seq(self.end, &[w!("chính"), w!("phủ")]));
            self.named = true;
        }
    }

    /// Nothing tells which body of this head is meant.
    fn is_any_such(&self) -> bool {
        if self.named {
            return false;
        }
        let reading = self.reading;
        let unnamed_follows = reading.hits.longest(self.end, Table::BodyHeads).is_some()
            && reading.same_line(self.at, self.end)
            && reading[self.end].is_capital();
        let of_post = after_post(reading, self.at);
        let party = of_post && self.capital && self.value.branch == Some(Branch::Party);
        let alone = body_heads::ALONE.of(self.hit.row);
        unnamed_follows || !party && !stands_alone(&self.value, alone, self.capital || of_post)
    }

    /// `ngành Thuế`: a sector is no body.
    fn is_sector(&self) -> bool {
        self.reading.before(self.at).word == w!("ngành")
    }

    /// `các sở`, `đảng bộ các cấp`: bodies of a class.
    fn is_of_a_class(&self) -> bool {
        let (reading, at, end) = (self.reading, self.at, self.end);
        let no_level = || body_heads::LEVEL.of(self.hit.row).is_none();
        !self.named && (no_level() && is_class(reading, at, end) || names_a_board_of_committees(reading, end))
            || names_a_class(reading, self.board, at) && self.value.place.is_none()
    }

    /// `[Ủy ban Khoa học, Công nghệ và Môi trường của Quốc hội]`: its name in the law on the National Assembly.
    fn of_assembly(&mut self) {
        let assembly = self.reading.seq(self.end, &[w!("của"), w!("quốc"), w!("hội")]);
        let committee = self.named && self.value.is(Is::Commission);
        if committee && assembly && self.reading.same_line(self.at, self.end + 2) {
            self.end += 3;
            self.value.level = Some(Level::Central);
        }
    }

    /// `[HĐND tỉnh khóa XV]`; `[Đoàn đại biểu Quốc hội khóa XV tỉnh Lâm Đồng]`.
    fn term(&mut self) {
        if !takes_term(&self.value) {
            return;
        }
        let before = self.end;
        self.end = term_tail(self.reading, self.end, &mut self.value);
        let open = self.value.place.is_none() && self.value.parent.is_none() && self.is(Takes::Place);
        if self.end > before && open {
            self.end = place_tail(self.reading, self.board, self.end, &mut self.value);
        }
    }

    /// `cô giáo mầm non Nguyễn Thị Hồng`: a calling before a name.
    fn is_calling(&self) -> bool {
        let calling = !self.capital && [w!("mầm"), w!("tiểu")].contains(&self.reading.word(self.at));
        calling && person_follows(self.reading, self.name_at)
    }

    /// `trung tâm [Hà Nội]`: the middle of a place.
    fn is_middle(&self) -> bool {
        let middle = self.reading.seq(self.at, &[w!("trung"), w!("tâm")]) && !self.capital;
        middle && self.board.longest(Kind::Place, self.name_at).is_some_and(|p| p.at.end >= self.end)
    }

    /// In small letters, and nothing makes it a name.
    fn is_common(&self) -> bool {
        !self.capital && !lower_case_is_definite(self.reading, self.takes, &self.value, self.at, self.name_at, self.end)
    }

    /// A place that closes a proper name: `[Báo Hậu Giang]`, `[Trường Đại học Cần Thơ]`.
    fn place_inside(&mut self) {
        if self.value.place.is_some() {
            return;
        }
        let closing = self.board.ending(self.end).filter(|p| p.kind == Kind::Place && p.at.start >= self.name_at);
        // the country itself is no place of its bodies (`[Quân đội nhân dân Việt Nam]`)
        let country = |at: &Stretch| at.len() == 2 && self.reading.seq(at.start, &[w!("việt"), w!("nam")]);
        self.value.place = closing.map(|p| p.at).min_by_key(|at| at.start).filter(|at| !country(at));
    }

    /// A body inside the name; in `[Tập đoàn Vingroup]` the trade name is the group's own.
    fn parent_inside(&mut self) {
        if self.value.parent.is_some() {
            return;
        }
        let trade = |at: &Stretch| self.is(Takes::Lower) && at.len() <= 5 && is_trade_name(self.board, *at);
        let nested = nested_parent(self.board, self.name_at, self.end).filter(|at| !trade(at));
        self.value.parent = nested.or_else(|| front_inside(self.board, self.at + 1, self.end));
    }

    fn proposal(self) -> Proposal {
        let strength = match () {
            // stronger than the post in its name
            () if self.of_post_holder => 63,
            () if self.named => 55,
            () => 45,
        };
        let rule = if self.named { Rule::OrganizationNamed } else { Rule::OrganizationAlone };
        proposal(Stretch::new(self.at, self.end), strength, rule, self.value)
    }
}
