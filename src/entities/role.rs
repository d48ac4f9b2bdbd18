//! Posts: from the head (`Trưởng`, `Bí thư`, with `nguyên`, `quyền`) to the end of the body and place it belongs to.
//!
//! A head counts where a definite body or place follows, where it names one office by itself (`[Thủ tướng]`), or
//! where a person's name or another post follows directly. Posts in general (`bí thư cấp ủy`) have none of these.
//! The text is walked from its end, so that the post behind a comma is already known.

use super::rule::Begins;
pub(crate) use super::value::Role as Value;
use super::{Board, Proposal, Rule, Value as Any};
use crate::analysis::{Kind, Status};
use crate::layout::Layout;
use crate::lexicon::columns::post_links::{self, Link};
use crate::lexicon::columns::role_heads::{self, Takes};
use crate::lexicon::{Class, Hit, Table};
use crate::text::{Case, Reading, Stretch};
use crate::w;

const POSTS: Begins = Begins::of(&[Rule::RoleBody, Rule::RoleAlone]);

/// Proposes every post.
pub(crate) fn propose(reading: &Reading, layout: &Layout, board: &mut Board) {
    if let Some(post) = layout.signature.and_then(|s| s.post)
        && let Some(hit) = reading.hits.longest(post.start, Table::RoleHeads)
        && role_of(reading, board, hit).is_none_or(|p| p.at != post)
    {
        let value = Value { head: hit.row, bare: true, ..Value::default() };
        let value = Any::Role(value);
        board.add(Proposal { kind: Kind::Role, at: post, strength: 75, rule: Rule::RoleSignature, value });
    }
    for at in (0..reading.tokens.len()).rev() {
        let best = board.ask(POSTS, at, || {
            let heads = reading.hits.at(at).iter().filter(|h| h.table == Table::RoleHeads);
            heads.filter_map(|hit| role_of(reading, board, hit)).max_by_key(|p| (p.at.end, p.strength))
        });
        if let Some(p) = best {
            widen_count(reading, board, p.at);
            board.add(p);
        }
    }
}

/// `[5 [Phó Chủ tịch UBND tỉnh]]`: who counts posts counts them with the body they are of.
fn widen_count(reading: &Reading, board: &mut Board, post: Stretch) {
    let counts = |p: &&Proposal| matches!(&p.value, Any::Quantity(v) if v.unit.start == post.start);
    let counted = board.ending_within(post).find(counts).map(|p| (p.at.start, p.strength, p.rule, p.value.clone()));
    let Some((start, strength, rule, Any::Quantity(mut value))) = counted else { return };
    // `năm [Chủ tịch [ASEAN]]`, `[ngày 5/6/2025] [Thủ tướng] dự`: a year
    if reading.word(start) == w!("năm") || reading[start].letters == 4 && reading[start].is_number() {
        return board.withdraw(Kind::Quantity, Stretch::new(start, post.end + 1), |p| p.at.start != start);
    }
    value.unit = post;
    let at = Stretch::new(start, post.end);
    board.withdraw(Kind::Quantity, at, |_| false);
    board.add(Proposal { kind: Kind::Quantity, at, strength, rule, value: Any::Quantity(value) });
}

/// A post, if its head is one here: what it is of, then what makes it definite.
fn role_of(reading: &Reading, board: &Board, hit: &Hit) -> Option<Proposal> {
    let (at, after) = (hit.start as usize, hit.end as usize);
    if is_other_word(reading, board, hit) {
        return None;
    }
    let mut value = Value { head: hit.row, ..Value::default() };
    let needs_unit = value.head().ends_with('_');
    let here = reading.same_line(at, after);
    if here && role_heads::TAKES.of(hit.row).has(Takes::Body) {
        value.body = body_at(reading, board, after, needs_unit);
    }
    // `[Trợ lý Tổng Bí thư]`, `[Thư ký Thứ trưởng Bộ Nội vụ]`: the post of somebody who serves another
    let served = board.longest(Kind::Role, after).filter(|_| here && role_heads::TAKES.of(hit.row).has(Takes::Post));
    if let Some(served) = served.filter(|_| capital_or_held(reading, at)) {
        return Some(named(reading, at, served.at.end, value));
    }
    let end = if here { of_what(reading, board, hit, &mut value) } else { after };
    if end > after {
        let end = with_country(reading, board, hit, end);
        let beside = begins_person(reading, at, end)
            || follows_person(reading, at)
            || is_named_post(reading, at)
            || is_told_of(reading, at);
        let member = role_heads::ALONE.of(hit.row) == Some(role_heads::Alone::Member);
        return (!in_general(reading, at) && (!member || beside)).then(|| named(reading, at, end, value));
    }
    value.bare = true;
    let end = alone(reading, board, hit).filter(|_| !needs_unit)?;
    Some(proposal(reading, at, end, Rule::RoleAlone, value))
}

/// The head is part of something else: a symbol, a longer head, the name of a body or a place.
fn is_other_word(reading: &Reading, board: &Board, hit: &Hit) -> bool {
    let (at, after) = (hit.start as usize, hit.end as usize);
    let written = || role_heads::FORMS.forms(hit.row).any(|form| form == reading.token_text(at));
    if is_abbreviation(reading, hit) && !written() {
        return true;
    }
    // `CĐ-TTg`: letters of a symbol
    let in_symbol = at > 0 && !reading[at].spaced && [w!("/"), w!("-")].contains(&reading.word(at - 1));
    // `[Lăng Chủ tịch Hồ Chí Minh]`, `[Đoàn Chủ tịch Ủy ban MTTQ]`
    let in_head = || {
        reading.hits.across(at).any(|h| {
            let named = |p: &Proposal| p.kind == Kind::Organization && p.at.end > after;
            h.table == Table::BodyHeads && board.starting(h.start as usize).any(named)
        })
    };
    // `giữ chức vụ Trưởng phòng …`: not the head of a `vụ`
    let in_duty = reading.word(at) == w!("vụ") && reading.word_before(at, 1) == w!("chức");
    in_symbol && after == at + 1
        || in_duty
        || is_part_of_longer_head(reading, at)
        || in_head()
        || super::place::is_inside_listed(reading, board, at)
}

/// The end of what the post is of, on the line of its head: a body, a field of work, a place.
fn of_what(reading: &Reading, board: &Board, hit: &Hit, value: &mut Value) -> usize {
    let after = hit.end as usize;
    let takes = role_heads::TAKES.of(hit.row);
    let field = || reading.hits.longest(after, Table::Fields).filter(|_| reading[after].is_capital());
    // `[Chủ nhiệm Kỹ thuật Quân chủng Hải quân]`: the field it is responsible for stands before the body
    if value.body.is_none() && takes.has(Takes::Body) {
        let body = field().and_then(|field| body_at(reading, board, field.end as usize, false));
        value.body = body.filter(|body| reading.same_line(hit.start as usize, body.start));
    }
    if let Some(body) = value.body {
        return body.end;
    }
    let field = field().filter(|_| takes.has(Takes::Field));
    let end = field.map_or(after, |field| field_series(reading, board, field.end as usize));
    if takes.has(Takes::Place) || takes.has(Takes::Field) { at_place(reading, board, hit, end, value) } else { end }
}

/// The end of a place behind the head or its field, or of a level word right behind the head (`[chủ tịch tỉnh]`).
fn at_place(reading: &Reading, board: &Board, hit: &Hit, end: usize, value: &mut Value) -> usize {
    let level_word = super::organization::level_word;
    if let Some(place) = board.longest(Kind::Place, end).filter(|_| reading.same_line(hit.start as usize, end)) {
        value.place = Some(place.at);
        return place.at.end;
    }
    let bare = end == hit.end as usize && role_heads::TAKES.of(hit.row).has(Takes::Place) && !reading[end].is_capital();
    let Some((_, width)) = level_word(reading, end).filter(|_| bare) else { return end };
    let listed = reading.word(end + width) == w!(",") && level_word(reading, end + width + 1).is_some();
    if listed { end } else { end + width }
}

/// `[Đại sứ Việt Nam tại Lào]`: the end of the country where one is sent.
fn with_country(reading: &Reading, board: &Board, hit: &Hit, end: usize) -> usize {
    let sent = role_heads::TAKES.of(hit.row).has(Takes::Country) && reading.word(end) == w!("tại");
    if !sent || !reading.same_line(hit.start as usize, end + 1) {
        return end;
    }
    let country = reading.hits.longest(end + 1, Table::Regions).filter(|_| reading[end + 1].is_capital());
    let host = board.longest(Kind::Place, end + 1).map(|p| p.at.end).max(country.map(|h| h.end as usize));
    host.unwrap_or(end)
}

/// The end of a head alone where what stands around it makes it the post of somebody.
fn alone(reading: &Reading, board: &Board, hit: &Hit) -> Option<usize> {
    let (at, mut end) = (hit.start as usize, hit.end as usize);
    let capital = reading[at].is_capital();
    let definite = role_heads::ALONE.of(hit.row) == Some(role_heads::Alone::Office) && capital;
    let before_name = begins_person(reading, at, end) || labels_person(reading, at, end);
    let before_post = post_follows(reading, board, end);
    let after_name =
        (follows_person(reading, at) || follows_post(reading, at)) && (before_post || ends_clause(reading, end));
    let former = at > 0 && [w!("nguyên"), w!("cựu")].contains(&reading.word(at - 1)) && follows_person(reading, at);
    // `[Trần Văn Nam] ([63 tuổi], [nguyên giám đốc trung tâm])`
    if former
        && let Some(unit) = reading.hits.longest(end, Table::BodyHeads)
        && ends_clause(reading, unit.end as usize)
        && !reading[end].is_capital()
    {
        end = unit.end as usize;
    }
    let doubled = before_post && reading.word(end) == w!("kiêm");
    let beside = before_post && capital
        || doubled
        || after_name && (capital || before_post || hit.len() > 2)
        || former && ends_clause(reading, end);
    (definite || before_name || beside).then_some(end)
}

fn named(reading: &Reading, at: usize, end: usize, value: Value) -> Proposal {
    proposal(reading, at, end, Rule::RoleBody, value)
}

fn proposal(reading: &Reading, at: usize, end: usize, rule: Rule, mut value: Value) -> Proposal {
    let start = with_status(reading, at, &mut value);
    Proposal { kind: Kind::Role, at: Stretch::new(start, end), strength: 60, rule, value: Any::Role(value) }
}

/// Written with a capital, or gained by somebody (`giữ chức [thư ký Tỉnh ủy]`).
fn capital_or_held(reading: &Reading, at: usize) -> bool {
    reading[at].is_capital() || follows_post(reading, at)
}

/// `giữ chức Thẩm phán …`, `chức danh Kiểm sát viên …`: the text itself calls it a post.
fn is_named_post(reading: &Reading, at: usize) -> bool {
    let before = reading.word_before(at, 1);
    before == w!("chức") || [w!("danh"), w!("vụ")].contains(&before) && reading.word_before(at, 2) == w!("chức")
}

/// `Ông [Bàn Văn Ba] là [đại biểu HĐND xã]`, and the cell `Là [Đại biểu HĐND xã]` of a table.
fn is_told_of(reading: &Reading, at: usize) -> bool {
    reading.before(at).word == w!("là") && (reading.line_ends(at - 1) || reading[at - 2].case == Case::Title)
}

/// `[Bộ trưởng Kinh tế, Kế hoạch và Phát triển Haiti]` before the country whose minister it is: the fields behind the
/// first.
fn field_series(reading: &Reading, board: &Board, first: usize) -> usize {
    let mut end = first;
    while [w!(","), w!("và")].contains(&reading.word(end))
        && reading.same_line(first - 1, end + 1)
        && reading[end + 1].is_capital()
        && board.longest(Kind::Place, end + 1).is_none()
        && let Some(next) =
            reading.hits.at(end + 1).iter().find(|h| matches!(h.table, Table::Fields | Table::Compounds))
    {
        let last = reading.word(end) == w!("và");
        end = next.end as usize;
        if last {
            return if board.longest(Kind::Place, end).is_some() { end } else { first };
        }
    }
    first
}

/// The body behind a head. Where the body's own unit word completes the head (`[Trưởng Ban Tổ chức]`), a unit that
/// has a head of its own kind must follow.
fn body_at(reading: &Reading, board: &Board, at: usize, needs_unit: bool) -> Option<Stretch> {
    let body = board.longest(Kind::Organization, at)?;
    (!needs_unit || Class::UnitThatHasAHead.has(reading.word(at))).then_some(body.at)
}

/// `Phó`, `Tổng`, `Chi cục` stand before: the longer head is proposed at its own beginning.
fn is_part_of_longer_head(reading: &Reading, at: usize) -> bool {
    at > 0
        && reading.same_line(at - 1, at)
        && [w!("phó"), w!("tổng"), w!("chánh"), w!("ban")].contains(&reading.word(at - 1))
        && !(reading[at].is_capital() && reading.word(at - 1) == w!("tổng") && !reading[at - 1].is_capital())
}

fn is_abbreviation(reading: &Reading, hit: &Hit) -> bool {
    hit.end - hit.start == 1 && {
        let text = reading.token_text(hit.start as usize);
        text.chars().count() <= 5 && text.chars().filter(|c| c.is_uppercase()).count() >= 2
            || role_heads::FORMS
                .forms(hit.row)
                .any(|f| f.eq_ignore_ascii_case(text) && f.chars().all(char::is_uppercase))
    }
}

/// `các Bộ trưởng`, `mỗi giám đốc`: posts in general, unless people follow.
fn in_general(reading: &Reading, at: usize) -> bool {
    at > 0 && reading.same_line(at - 1, at) && Class::PostsInGeneral.has(reading.word(at - 1))
}

/// A capital word that begins a family name follows, as in `[Chủ tịch] [Nguyễn Văn A]`.
fn begins_person(reading: &Reading, at: usize, end: usize) -> bool {
    if !reading.same_line(at, end) || !reading[end].is_capital() {
        return false;
    }
    let surname = reading.hits.begins_family_name(end);
    let second = reading.tokens.get(end + 1).is_some_and(|t| t.is_capital() && t.case == reading[end].case)
        && reading.same_line(end, end + 1);
    let shouted = reading[end].case == Case::Upper && reading[at].case == Case::Upper;
    let foreign = crate::text::syllable::is_foreign(reading, end)
        || second && crate::text::syllable::is_foreign(reading, end + 1);
    (surname && second || foreign && !reading[end].case.eq(&Case::Upper)) && !shouted
}

/// `[Trưởng ban]: Ông [Nguyễn Văn A]`: a colon and a form of address behind a post that begins its line.
fn labels_person(reading: &Reading, at: usize, end: usize) -> bool {
    let begins = reading.line(at).start == at || [w!("-"), w!("+"), w!(".")].contains(&reading.word_before(at, 1));
    let called = reading.hits.longest(end + 1, Table::Honorifics).map(|h| h.end as usize);
    begins
        && reading[at].is_capital()
        && reading.word(end) == w!(":")
        && called.is_some_and(|name| begins_person(reading, at, name))
}

/// A comma, `kiêm`, `và` or dash, and then another post.
fn post_follows(reading: &Reading, board: &Board, end: usize) -> bool {
    if end == 0 || !reading.same_line(end - 1, end) {
        return false;
    }
    Class::JoinsPosts.has(reading.word(end))
        && reading.same_line(end, end + 1)
        && board.longest(Kind::Role, end + 1).is_some()
}

/// A post and a comma stand before, or a verb of gaining one: `[nguyên Bí thư Đảng ủy], [Cục trưởng]`,
/// `được bầu làm Chủ tịch`.
fn follows_post(reading: &Reading, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|&b| reading.same_line(b, at)) else { return false };
    if reading.word(before) == w!(",") {
        let from = before.saturating_sub(12).max(reading.sentence_of(before).start);
        return (from..before).any(|i| reading.hits.longest(i, Table::RoleHeads).is_some());
    }
    reading.hits_before(at).any(|h| h.table == Table::PostLinks && links(reading, h))
}

/// A verb of holding or gaining, alone or behind another: `giữ chức`, `bầu làm`, `được bầu`.
fn links(reading: &Reading, hit: &Hit) -> bool {
    let way = |h: &Hit| post_links::LINK.of(h.row);
    let verb = |h: &Hit| matches!(way(h), Some(Link::Is | Link::Was | Link::Gets | Link::Leaves));
    let behind = |h: &Hit| {
        verb(h) && way(hit) == Some(Link::Is) || way(h) == Some(Link::Passive) && way(hit) == Some(Link::Gets)
    };
    let before = || reading.hits_before(hit.start as usize).any(|h| h.table == Table::PostLinks && behind(h));
    verb(hit) && (hit.len() > 1 || before())
}

/// A name and a comma or dash stand before: `ông [A], [Giám đốc], cho biết`; or a name and its age in brackets:
/// `[Trần Văn Nam] ([63 tuổi], [nguyên giám đốc])`.
fn follows_person(reading: &Reading, at: usize) -> bool {
    let aged = |comma: usize| {
        comma > 3
            && reading.word(comma - 1) == w!("tuổi")
            && [w!("("), w!(",")].contains(&reading.word(comma - 3))
            && reading[comma - 4].is_capital()
    };
    let status = at > 0 && [w!("nguyên"), w!("cựu")].contains(&reading.word(at - 1));
    let at = at - usize::from(status);
    if at > 1 && reading.same_line(at - 2, at) && reading.word(at - 1) == w!(",") && aged(at - 1) {
        return true;
    }
    // `ông [Trần Văn A] ([Phó Chủ nhiệm thường trực])`
    if at > 1 && reading.word(at - 1) == w!("(") && reading[at - 2].is_capital() && reading.same_line(at - 2, at) {
        return true;
    }
    at > 1
        && reading.same_line(at - 2, at)
        && [w!(","), w!("-"), w!(")")].contains(&reading.word(at - 1))
        && (reading[at - 2].is_capital() || reading.word(at - 1) == w!(")"))
}

fn ends_clause(reading: &Reading, end: usize) -> bool {
    reading.tokens.get(end).is_none_or(|t| t.is_mark()) || !reading.same_line(end - 1, end)
}

/// Takes `nguyên`, `quyền`, `cựu` before the head into the span.
fn with_status(reading: &Reading, at: usize, value: &mut Value) -> usize {
    if at == 0 || !reading.same_line(at - 1, at) {
        return at;
    }
    let before = reading.word(at - 1);
    if before == w!("nguyên") || before == w!("cựu") {
        value.status = Some(Status::Former);
        at - 1
    } else if before == w!("quyền")
        && ![w!("ủy"), w!("thẩm"), w!("chính"), w!("giao")].contains(&reading.word_before(at, 2))
    {
        value.status = Some(Status::Acting);
        at - 1
    } else {
        at
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Kind;
    use crate::entities::testing::check;

    #[test]
    fn posts_run_to_the_end_of_their_body() {
        check(
            Kind::Role,
            &[
                (
                    "Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh",
                    "Phó Bí thư Thường trực Tỉnh ủy|Chủ tịch HĐND tỉnh",
                ),
                ("nguyên Giám đốc Công an tỉnh bị khởi tố", "nguyên Giám đốc Công an tỉnh"),
                (
                    "Phó trưởng Ban Thường trực Ban Tổ chức Trung ương",
                    "Phó trưởng Ban Thường trực Ban Tổ chức Trung ương",
                ),
                ("Bộ trưởng Ngoại giao Nga đến thăm", "Bộ trưởng Ngoại giao Nga"),
                ("Thủ tướng yêu cầu", "Thủ tướng"),
            ],
        );
    }

    #[test]
    fn a_bare_head_needs_somebody_beside_it() {
        check(
            Kind::Role,
            &[
                ("Chủ tịch Nguyễn Văn Nam phát biểu", "Chủ tịch"),
                ("ông Nguyễn Văn Nam, Giám đốc, cho biết", "Giám đốc"),
                ("ông Trần Văn Ba được bầu làm Chủ tịch.", "Chủ tịch"),
                ("vai trò của giám đốc rất lớn", ""),
            ],
        );
    }

    #[test]
    fn posts_in_general_are_not_marked() {
        check(
            Kind::Role,
            &[
                ("bí thư cấp ủy đồng thời là chủ tịch UBND cấp xã", ""),
                ("bầu cử đại biểu Quốc hội diễn ra", ""),
                ("mỗi giám đốc Sở Y tế", ""),
            ],
        );
    }
}
