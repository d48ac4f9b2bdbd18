//! Bodies: `Ban Tổ chức Tỉnh ủy`, `UBND tỉnh Long An`, `Sở Thông tin và Truyền thông`, `Công ty Cổ phần …`.
//!
//! The name of a body is a head (`Ban`, `Sở`, `UBND`), then as its head allows a field of work or proper name, the
//! body it belongs to, a level word or place, and a term in brackets. Bodies known by one fixed name come from a
//! table. The text is walked from its end, so that the body nested at the end of another is already there.

use super::{Board, Proposal, Value as Any};
use crate::analysis::{Branch, Kind, Level};
use crate::layout::Layout;
use crate::lexicon::{Hit, Table, cell};
use crate::text::{Case, Reading, Stretch};
use crate::w;

/// What the rules read in the name of a body.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Value {
    /// Canonical name, of bodies with one fixed name only.
    pub fixed: Option<&'static str>,
    /// Canonical head: `Ban Tổ chức`, `UBND`.
    pub head: Option<&'static str>,
    pub branch: Option<Branch>,
    pub level: Option<Level>,
    /// The body it belongs to, where it stands in the name.
    pub parent: Option<Stretch>,
    /// The body it belongs to, where the fixed name alone tells.
    pub parent_name: Option<&'static str>,
    /// The place in the name.
    pub place: Option<Stretch>,
    /// A level word without a name stands in it (`UBND tỉnh`): the place is the one the article is about.
    pub bare_level: bool,
    /// Where `(khóa …)` begins, if it is in the span.
    pub term_at: Option<usize>,
}

/// Columns of `fixed_bodies.tsv`.
mod fixed {
    pub const FORMS: usize = 0;
    pub const NAME: usize = 1;
    pub const BRANCH: usize = 2;
    pub const LEVEL: usize = 3;
    pub const PARENT: usize = 4;
    pub const TAIL: usize = 5;
}

/// Columns of `body_heads.tsv`.
mod head {
    pub const FORMS: usize = 0;
    pub const BRANCH: usize = 1;
    pub const LEVEL: usize = 2;
    pub const TAKES: usize = 3;
    pub const ALONE: usize = 4;
    pub const CANONICAL: usize = 5;
}

/// Proposes every body.
pub fn propose(reading: &Reading, _layout: &Layout, board: &mut Board) {
    for at in (0..reading.tokens.len()).rev() {
        if !reading.tokens[at].is_word() || is_part_of_symbol(reading, at) {
            continue;
        }
        let best = fixed_body(reading, board, at)
            .into_iter()
            .chain(headed_body(reading, board, at))
            .chain(trung_uong(reading, at))
            .max_by_key(|p| (p.at.end, p.strength));
        if let Some(best) = best {
            withdraw_parts(board, &best);
            board.add(best);
        }
    }
}

/// Letters of a symbol (`01-KL/BTCTW`), or a short form alone in brackets.
fn is_part_of_symbol(reading: &Reading, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|i| &reading.tokens[i]) else { return false };
    let upper =
        reading.tokens[at].case != Case::Lower && reading.token_text(at).chars().nth(1).is_some_and(char::is_uppercase);
    let in_symbol = !reading.tokens[at].spaced && [w!("/"), w!("-")].contains(&before.word);
    upper && (in_symbol || before.word == w!("(") && reading.word(at + 1) == w!(")"))
}

/// Of the bodies read inside this one only the body it belongs to stays, and what that one holds. `Trung ương Đảng`
/// inside `Ban Tổ chức Trung ương Đảng` is part of the name (guidelines, settled cases).
fn withdraw_parts(board: &mut Board, whole: &Proposal) {
    let Any::Organization(value) = &whole.value else { return };
    let center = |p: &Proposal| matches!(&p.value, Any::Organization(v) if v.fixed == Some(CENTER));
    board.withdraw(Kind::Organization, whole.at, |p| {
        value.parent.is_some_and(|parent| parent.contains(p.at)) && !center(p)
    });
}

/// The Central Committee under its full name.
const CENTER: &str = "Ban Chấp hành Trung ương Đảng";

fn proposal(at: Stretch, strength: u8, rule: &'static str, value: Value) -> Proposal {
    Proposal { kind: Kind::Organization, at, strength, rule, value: Any::Organization(value) }
}

/// `Trung ương` where it stands alone for the Central Committee: `của Trung ương`, `xin ý kiến Trung ương`; not
/// `cấp Trung ương`, `các cơ quan Trung ương`, nor as part of a longer name.
fn trung_uong(reading: &Reading, at: usize) -> Option<Proposal> {
    let two = reading.seq(at, &[w!("trung"), w!("ương")]);
    let short = reading.tokens[at].case != Case::Lower && [w!("tw"), w!("tư")].contains(&reading.word(at));
    if !two || short {
        return None;
    }
    let end = at + 2;
    let capital = reading.tokens[at].is_capital();
    let before = if at > 0 && reading.same_line(at - 1, at) { reading.word(at - 1) } else { 0 };
    let of =
        [w!("của"), w!("do"), w!("theo"), w!("với"), w!("lên"), w!("từ"), w!("kiến"), w!("và"), w!("được"), w!(",")];
    let after = if reading.same_line(at, end) { reading.word(end) } else { 0 };
    let goes_on = [w!("đảng"), w!("đoàn"), w!("hội"), w!("mttq"), w!("mặt"), w!("cục")];
    let stands_alone = if capital {
        of.contains(&before) && !continues_name(reading, end) && !is_digit(reading, end)
    } else {
        before == w!("của") && (after == 0 || !reading.tokens[end].is_word())
    };
    (stands_alone && !goes_on.contains(&after)).then(|| {
        let value =
            Value { fixed: Some(CENTER), branch: Some(Branch::Party), level: Some(Level::Central), ..Value::default() };
        proposal(Stretch::new(at, end), 45, "organization.central", value)
    })
}

fn is_digit(reading: &Reading, at: usize) -> bool {
    reading.tokens.get(at).is_some_and(|t| t.is_number())
}

/// A capital word follows directly: the name may go on.
fn continues_name(reading: &Reading, at: usize) -> bool {
    at > 0 && reading.same_line(at - 1, at) && reading.tokens[at].is_capital()
}

/// A body of the table of fixed names.
fn fixed_body(reading: &Reading, board: &Board, at: usize) -> Option<Proposal> {
    let hit = reading.hits.at(at).iter().find(|h| h.table == Table::FixedBodies && written_as_name(reading, h))?;
    let (row, mut end) = (hit.row, hit.end as usize);
    let field = |column| cell(Table::FixedBodies, row, column);
    if board.longest(Kind::Place, at).is_some_and(|p| p.at.end >= end) {
        return None;
    }
    let name = field(fixed::NAME);
    let mut value = Value {
        fixed: Some(if name.is_empty() { "" } else { name }).filter(|n| !n.is_empty()),
        branch: branch_of(field(fixed::BRANCH)),
        level: level_of(field(fixed::LEVEL)),
        parent_name: Some(field(fixed::PARENT)).filter(|p| !p.is_empty()),
        ..Value::default()
    };
    if field(fixed::TAIL).contains('p') {
        end = place_tail(reading, board, end, &mut value);
    }
    if field(fixed::TAIL).contains('k') {
        end = term_tail(reading, end, &mut value);
    }
    if value.level.is_none() && is_class(reading, at, end) {
        return None;
    }
    value.parent = nested_parent(board, at + 1, end).filter(|&p| is_fixed(board, p));
    Some(proposal(Stretch::new(at, end), if end - at > 2 { 62 } else { 55 }, "organization.fixed", value))
}

/// `Đảng Cộng sản Việt Nam` at the end of `Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam`.
fn nested_parent(board: &Board, from: usize, end: usize) -> Option<Stretch> {
    let inside = board.ending(end).filter(|p| p.kind == Kind::Organization && p.at.start >= from);
    inside.map(|p| p.at).min_by_key(|at| at.start)
}

/// A body under a fixed name stands at exactly this stretch.
fn is_fixed(board: &Board, at: Stretch) -> bool {
    board.starting(at.start).any(|p| p.at == at && matches!(&p.value, Any::Organization(v) if v.fixed.is_some()))
}

/// The Front in the name of its own committee (`Ủy ban MTTQ Việt Nam tỉnh`).
fn front_inside(board: &Board, from: usize, end: usize) -> Option<Stretch> {
    nested_parent(board, from, end).filter(|&at| {
        let front = |p: &Proposal| matches!(&p.value, Any::Organization(v) if v.branch == Some(Branch::Front));
        board.starting(at.start).any(|p| p.at == at && front(p))
    })
}

/// Whether a hit is written as names are: one word exactly as in the table, several with a capital first.
fn written_as_name(reading: &Reading, hit: &Hit) -> bool {
    let stretch = Stretch::new(hit.start as usize, hit.end as usize);
    let capital = reading.tokens[stretch.start].is_capital();
    let single = reading.tokens[stretch.tokens()].iter().all(|t| t.is_capital() || t.is_mark()) && stretch.len() < 4;
    if capital && single && !reading.text(stretch).contains(' ') {
        let text = reading.text(stretch);
        return cell(Table::FixedBodies, hit.row, fixed::FORMS).split('|').any(|form| form == text);
    }
    capital
}

/// A body named by its head and what follows it.
fn headed_body(reading: &Reading, board: &Board, at: usize) -> Option<Proposal> {
    let place = board.longest(Kind::Place, at).map_or(0, |p| p.at.end);
    let fixed = reading.hits.longest(at, Table::FixedBodies).map_or(0, |h| h.end as usize);
    let heads =
        || reading.hits.at(at).iter().filter(|h| h.table == Table::BodyHeads && h.end as usize >= place.max(fixed));
    let longest = heads().next()?;
    // `Hội An`, `Đài Loan`: a name of the gazetteer, bare or not
    let town = |h: &Hit| matches!(h.table, Table::Provinces | Table::Districts | Table::Regions) && h.end > longest.end;
    if reading.hits.at(at).iter().any(town) && reading.tokens[longest.end as usize].is_capital() {
        return None;
    }
    // `Tỉnh ủy viên` is a member
    let member = reading.word(longest.end as usize) == w!("viên") && reading.word(longest.end as usize - 1) == w!("ủy");
    if member || names_a_board_of_committees(reading, longest.end as usize) || is_part_of_title(reading, at, longest) {
        return None;
    }
    body_of(reading, board, longest)
}

/// `Thường trực` in `Phó Bí thư Thường trực Tỉnh ủy` qualifies the post.
fn is_part_of_title(reading: &Reading, at: usize, head: &Hit) -> bool {
    let standing = cell(Table::BodyHeads, head.row, head::CANONICAL).contains("hường trực");
    let covers = |h: &Hit| h.table == Table::RoleHeads && h.end as usize > at;
    standing && (at.saturating_sub(5)..at).any(|i| reading.hits.at(i).iter().any(covers))
}

/// `cấp ủy`, `các cấp`, `cấp huyện` right behind a head: a class of bodies.
fn names_a_board_of_committees(reading: &Reading, end: usize) -> bool {
    let cap = |i: usize| reading.word(i) == w!("cấp") && !reading.tokens[i].is_capital();
    end > 0
        && reading.same_line(end - 1, end)
        && (cap(end) || reading.word(end) == w!("các") && (cap(end + 1) || level_word(reading, end + 1).is_some()))
}

fn body_of(reading: &Reading, board: &Board, hit: &Hit) -> Option<Proposal> {
    let (at, name_at) = (hit.start as usize, hit.end as usize);
    let field = |column| cell(Table::BodyHeads, hit.row, column);
    let (takes, alone) = (field(head::TAKES), field(head::ALONE));
    let capital = reading.tokens[at].is_capital();
    if is_abbreviation(reading, at, name_at) && !as_in_table(reading, hit) {
        return None;
    }
    let mut value = Value {
        head: Some(field(head::CANONICAL)).filter(|h| *h != "="),
        branch: branch_of(field(head::BRANCH)),
        level: level_of(field(head::LEVEL)),
        ..Value::default()
    };
    let mut end = name_at;
    let mut named = false;
    if takes.contains('n') && same_line_word(reading, at, end) && (is_digit(reading, end) || is_roman(reading, end)) {
        end += 1;
        named = true;
    }
    if takes.contains('s')
        && !named
        && let Some(name_end) =
            proper_name(reading, board, at, end, capital || takes.contains('l'), takes.contains('l'))
    {
        (end, named) = (name_end, true);
    }
    if takes.contains('a')
        && let Some(name_end) = capital_run(reading, end)
        && !(name_end == end + 1 && reading.word(end) == w!("đảng"))
    {
        (end, named) = (name_end, true);
    }
    if let Some(after) = bracketed_short_form(reading, end)
        && (parent_at(reading, board, after, field(head::CANONICAL)).is_some() || place_follows(reading, board, after))
    {
        end = after;
    }
    if (takes.contains('b') || named)
        && let Some(parent) = parent_at(reading, board, end, field(head::CANONICAL))
    {
        end = parent.at.end;
        named = true;
        inherit(&mut value, parent);
    }
    if (takes.contains('p') || named) && value.parent.is_none() {
        let before = end;
        end = place_tail(reading, board, end, &mut value);
        named |= end > before;
    }
    let unnamed_follows = reading.hits.longest(end, Table::BodyHeads).is_some()
        && reading.same_line(at, end)
        && reading.tokens[end].is_capital();
    if !named && (unnamed_follows || !stands_alone(&value, alone, capital || after_post(reading, at))) {
        return None;
    }
    if !named
        && (field(head::LEVEL).is_empty() && is_class(reading, at, end) || names_a_board_of_committees(reading, end))
        || names_a_class(reading, at) && value.place.is_none()
    {
        return None;
    }
    if takes_term(&value) {
        end = term_tail(reading, end, &mut value);
    }
    if !capital && !lower_case_is_definite(reading, takes, &value, at, name_at, end) {
        return None;
    }
    if value.place.is_none() {
        // a place that closes a proper name: `Báo Hậu Giang`, `Trường Đại học Cần Thơ`
        let closing = board.ending(end).filter(|p| p.kind == Kind::Place && p.at.start >= name_at);
        value.place = closing.map(|p| p.at).min_by_key(|at| at.start);
    }
    if value.parent.is_none() {
        value.parent = nested_parent(board, name_at, end).or_else(|| front_inside(board, at + 1, end));
    }
    let strength = if named { 55 } else { 45 };
    let rule = if named { "organization.named" } else { "organization.alone" };
    Some(proposal(Stretch::new(at, end), strength, rule, value))
}

/// `(BTV)` behind a name that goes on after it (`Ban Thường vụ (BTV) Tỉnh ủy`).
fn bracketed_short_form(reading: &Reading, end: usize) -> Option<usize> {
    let inside = reading.tokens.get(end + 1)?;
    let closed = reading.word(end) == w!("(") && inside.case == Case::Upper && reading.word(end + 2) == w!(")");
    (closed && reading.same_line(end.checked_sub(1)?, end + 3)).then_some(end + 3)
}

fn place_follows(reading: &Reading, board: &Board, at: usize) -> bool {
    board.longest(Kind::Place, at).is_some() || level_word(reading, at).is_some()
}

/// The head of a post ends right before (`Phó Trưởng ban Quản lý …`): then the unit is definite in lower case too.
fn after_post(reading: &Reading, at: usize) -> bool {
    let ends_here = |h: &Hit| h.table == Table::RoleHeads && h.end as usize == at;
    (at.saturating_sub(5)..at).any(|i| reading.hits.at(i).iter().any(ends_here))
}

/// Committees and councils are numbered by terms; unions, departments and the like are not.
fn takes_term(value: &Value) -> bool {
    let committee = value.branch == Some(Branch::Party) && value.level.is_some();
    committee
        || value.head.is_some_and(|h| {
            [
                "HĐND",
                "UBND",
                "Ban Chấp hành",
                "Ban Thường vụ",
                "Đảng ủy",
                "Ủy ban Kiểm tra",
                "Quốc hội",
                "Đoàn đại biểu Quốc hội",
            ]
            .contains(&h)
        })
}

/// A head in lower case counts where what follows is itself a name: `ban Tổ chức Tỉnh ủy`, `công ty TNHH …`.
fn lower_case_is_definite(
    reading: &Reading,
    takes: &str,
    value: &Value,
    at: usize,
    name_at: usize,
    end: usize,
) -> bool {
    let committee = value.branch == Some(Branch::Party) && value.level.is_some() && name_at - 1 < end;
    let capital_name = end > name_at && reading.tokens[name_at].is_capital();
    let field = reading.hits.longest(name_at, Table::Fields).is_some() && capital_name;
    committee
        || field
        || after_post(reading, at)
        || (takes.contains('l') && capital_name)
        || (value.parent.is_some() && capital_name)
}

/// Takes branch, level and place over from the body it belongs to.
fn inherit(value: &mut Value, parent: &Proposal) {
    value.parent = Some(parent.at);
    if let Any::Organization(p) = &parent.value {
        value.branch = value.branch.or(p.branch);
        value.level = p.level.or(value.level);
        value.place = p.place;
        value.bare_level = p.bare_level;
    }
}

/// The body that stands right behind and to which this one belongs. The standing board of the Front
/// (`Ban Thường trực`) takes only the Front; elsewhere the words are part of a deputy's title.
fn parent_at<'a>(reading: &Reading, board: &'a Board, end: usize, head: &str) -> Option<&'a Proposal> {
    if end == 0 || !reading.same_line(end - 1, end) {
        return None;
    }
    let parent = board.longest(Kind::Organization, end)?;
    let Any::Organization(p) = &parent.value else { return None };
    let front_only = head == "Ban Thường trực";
    (!front_only || p.branch == Some(Branch::Front)).then_some(parent)
}

fn stands_alone(value: &Value, alone: &str, capital: bool) -> bool {
    match alone {
        "y" => capital || value.branch == Some(Branch::Party),
        "c" => capital,
        _ => false,
    }
}

fn is_abbreviation(reading: &Reading, at: usize, end: usize) -> bool {
    end - at == 1 && (reading.tokens[at].case == Case::Upper || cell_is_upper(reading.token_text(at)))
}

fn cell_is_upper(text: &str) -> bool {
    text.chars().count() > 1 && text.chars().all(char::is_uppercase)
}

/// An abbreviation counts only as the table writes it, or where a whole line is in capitals.
fn as_in_table(reading: &Reading, hit: &Hit) -> bool {
    let text = reading.text(Stretch::new(hit.start as usize, hit.end as usize));
    cell(Table::BodyHeads, hit.row, head::FORMS).split('|').any(|f| f == text)
}

fn same_line_word(reading: &Reading, at: usize, next: usize) -> bool {
    reading.same_line(at, next)
}

fn is_roman(reading: &Reading, at: usize) -> bool {
    reading.tokens.get(at).is_some_and(|t| t.is_capital())
        && reading.token_text(at).chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L'))
}

/// `cấp`, `các cấp` behind a body make it a class (`UBND cấp huyện`, `HĐND và UBND các cấp`).
fn is_class(reading: &Reading, at: usize, end: usize) -> bool {
    let mut i = end;
    for _ in 0..4 {
        if !reading.same_line(at, i) {
            return false;
        }
        let word = reading.word(i);
        if word == w!("cấp") || word == w!("các") && reading.word(i + 1) == w!("cấp") {
            return true;
        }
        if word == w!("các") && level_word(reading, i + 1).is_some() {
            return true;
        }
        if ![w!("và"), w!(","), w!("-"), w!("/")].contains(&word) {
            return false;
        }
        match reading.hits.longest(i + 1, Table::BodyHeads) {
            Some(h) => i = h.end as usize,
            None => return false,
        }
    }
    false
}

/// `các sở`, `mỗi đảng bộ`, `19 đảng bộ`: a class, not a body.
fn names_a_class(reading: &Reading, at: usize) -> bool {
    let plural = [w!("các"), w!("những"), w!("mỗi"), w!("từng"), w!("nhiều"), w!("mọi"), w!("số")];
    if at == 0 || !reading.same_line(at - 1, at) {
        return false;
    }
    let shared_tail = at > 1
        && reading.word(at + 1) == w!("ủy")
        && reading.word(at - 1) == w!(",")
        && reading.word(at - 2) == w!("tỉnh");
    plural.contains(&reading.word(at - 1)) || is_digit(reading, at - 1) || shared_tail
}

/// Level words and what level they name.
pub fn level_word(reading: &Reading, at: usize) -> Option<(Level, usize)> {
    let w = reading.word(at);
    let two = |second: u32, level: Level| (reading.word(at + 1) == second).then_some((level, 2));
    if w == w!("tỉnh") {
        Some((Level::Province, 1))
    } else if w == w!("huyện") || w == w!("quận") {
        Some((Level::District, 1))
    } else if w == w!("xã") || w == w!("phường") {
        Some((Level::Commune, 1))
    } else if w == w!("thành") {
        two(w!("phố"), Level::Province)
    } else if w == w!("tp") {
        Some((Level::Province, 1))
    } else if w == w!("thị") {
        two(w!("xã"), Level::District).or(two(w!("trấn"), Level::Commune))
    } else if w == w!("đặc") {
        two(w!("khu"), Level::Commune)
    } else {
        None
    }
}

/// Places and level words behind a body: `tỉnh`, `tỉnh Long An`, `Hậu Giang`, `Việt Nam tỉnh`, `thành phố`.
fn place_tail(reading: &Reading, board: &Board, mut end: usize, value: &mut Value) -> usize {
    for _ in 0..2 {
        if end == 0 || !reading.same_line(end - 1, end) {
            break;
        }
        if let Some(place) = board.longest(Kind::Place, end) {
            let country = place.at.len() == 2 && reading.seq(end, &[w!("việt"), w!("nam")])
                || place.at.len() == 1 && reading.word(end) == w!("vn");
            if let Some((level, _)) = level_word(reading, end) {
                value.level = refine(value.level, level);
            }
            end = place.at.end;
            value.place = Some(place.at);
            value.bare_level = false;
            if country {
                value.place = None;
                continue;
            }
            break;
        }
        let Some((level, width)) = level_word(reading, end) else {
            if reading.seq(end, &[w!("trung"), w!("ương")]) && reading.tokens[end].is_capital() {
                value.level = Some(Level::Central);
                end += 2;
            }
            break;
        };
        let next = end + width;
        let plural = reading.same_line(end, next) && is_listed(reading, next);
        if plural || reading.tokens[end].case == Case::Title && width == 1 && reading.word(end) != w!("tp") {
            break;
        }
        value.level = refine(value.level, level);
        value.bare_level = true;
        end = next;
        break;
    }
    end
}

/// `tỉnh, thành phố`, `huyện, thị xã`: a list of classes follows.
fn is_listed(reading: &Reading, at: usize) -> bool {
    reading.word(at) == w!(",")
        && level_word(reading, at + 1)
            .is_some_and(|(_, w)| !reading.tokens.get(at + 1 + w).is_some_and(|t| t.is_capital()))
}

/// The level of the head holds; a level word fills it where the head leaves it open.
fn refine(known: Option<Level>, word: Level) -> Option<Level> {
    known.or(Some(word))
}

/// `khóa XV`, `(khóa IX)`, `(khóa XI, khóa XII)`.
fn term_tail(reading: &Reading, end: usize, value: &mut Value) -> usize {
    if end == 0 || !reading.same_line(end - 1, end) {
        return end;
    }
    let number = |at: usize| is_digit(reading, at) || is_roman(reading, at);
    if reading.word(end) == w!("khóa") && number(end + 1) && reading.same_line(end, end + 1) {
        value.term_at = Some(end);
        let mut i = end + 2;
        // `khóa XIII, XIV`
        while reading.word(i) == w!(",") && is_roman(reading, i + 1) && reading.same_line(end, i + 1) {
            i += 2;
        }
        return i;
    }
    if reading.word(end) == w!("(") && reading.word(end + 1) == w!("khóa") && number(end + 2) {
        let mut i = end + 3;
        while reading.word(i) == w!(",") && reading.word(i + 1) == w!("khóa") && number(i + 2) {
            i += 3;
        }
        if reading.word(i) == w!(")") && reading.same_line(end, i) {
            value.term_at = Some(end);
            return i + 1;
        }
    }
    end
}

/// The field of work or proper name behind a head, to its end. `None` where none begins here.
fn proper_name(reading: &Reading, board: &Board, at: usize, start: usize, any: bool, company: bool) -> Option<usize> {
    let mut end = start;
    if let Some(described) = description(reading, board, at, start).filter(|_| any) {
        end = described;
    }
    while end < reading.tokens.len() && reading.same_line(at, end) {
        let token = &reading.tokens[end];
        let first = end == start;
        let begins_body = reading.hits.longest(end, Table::BodyHeads).is_some_and(|h| h.len() > 1);
        if first && begins_body && token.is_capital() && !company {
            break;
        }
        if let Some(hit) = reading.hits.longest(end, Table::Fields).filter(|_| token.is_capital()) {
            end = hit.end as usize;
            continue;
        }
        if !first && (board.longest(Kind::Organization, end).is_some() || person_follows(reading, end)) {
            break;
        }
        if let Some(place) = board.longest(Kind::Place, end) {
            if level_word(reading, end).is_some() || !any {
                break;
            }
            end = place.at.end;
            continue;
        }
        if token.is_capital() && any && !reading.hits.at(end).iter().any(|h| h.table == Table::Honorifics && !first) {
            end = one_name_word(reading, end);
            continue;
        }
        if token.is_number() && !first && token.spaced && reading.tokens[end - 1].is_capital() && !is_date(reading, end)
        {
            end += 1;
            continue;
        }
        let joins = [w!("-"), w!("&"), w!("và"), w!("/")].contains(&token.word);
        let capital_next =
            reading.tokens.get(end + 1).is_some_and(|t| t.is_capital()) && reading.same_line(end, end + 1);
        let loose = token.word == w!("và") && !company;
        if joins && !loose && !first && capital_next && any && !begins_other(reading, board, end + 1) {
            end += 1;
            continue;
        }
        break;
    }
    let only_the_party = end == start + 1 && reading.word(start) == w!("đảng")
        || reading.seq(start, &[w!("nhà"), w!("nước")]) && end <= start + 2;
    (end > start && !only_the_party).then_some(end)
}

fn is_date(reading: &Reading, at: usize) -> bool {
    [w!("/"), w!("-"), w!(".")].contains(&reading.word(at + 1)) && is_digit(reading, at + 2)
}

/// Small words that say what kind of body it is, right behind the head and before its name or level
/// (`Công ty CP bất động sản Hà Quang`, `Hội đồng thẩm định giá đất tỉnh`): at most six, none that begins a clause.
fn description(reading: &Reading, board: &Board, at: usize, start: usize) -> Option<usize> {
    let mut end = start;
    while end < start + 7 {
        let token = reading.tokens.get(end).filter(|t| t.line == reading.tokens[at].line)?;
        let closes =
            token.is_capital() || level_word(reading, end).is_some() || board.longest(Kind::Place, end).is_some();
        if closes {
            let proper = reading.tokens[end].is_capital() && reading.hits.longest(end, Table::RoleHeads).is_none();
            return (end > start + 1 && (proper || level_word(reading, end).is_some())).then_some(end);
        }
        let joint = [w!("-"), w!("và")].contains(&token.word);
        let grammatical =
            reading.hits.at(end).iter().any(|h| matches!(h.table, Table::ClauseWords | Table::FunctionWords));
        if !joint && (!token.is_word() || grammatical) {
            return None;
        }
        end += 1;
    }
    None
}

/// What follows a joining word is another body, post, person or place rather than the name's next part.
fn begins_other(reading: &Reading, board: &Board, at: usize) -> bool {
    board.longest(Kind::Organization, at).is_some()
        || board.longest(Kind::Place, at).is_some()
        || person_follows(reading, at)
        || reading.hits.at(at).iter().any(|h| matches!(h.table, Table::RoleHeads | Table::BodyHeads))
}

/// A capital word of a proper name, with one lower-case syllable behind it where that syllable closes the name
/// (`Khuyến nông tỉnh`, `Kiến trúc,`): Vietnamese compounds take a capital on their first syllable only.
fn one_name_word(reading: &Reading, at: usize) -> usize {
    let next = at + 1;
    let (Some(a), Some(b)) = (reading.tokens.get(at), reading.tokens.get(next)) else { return next };
    if a.case != Case::Title || b.case != Case::Lower || a.line != b.line {
        return next;
    }
    let after = reading.tokens.get(next + 1).filter(|t| t.line == b.line);
    let closes = after.is_none_or(|t| t.is_mark() || t.is_capital()) || level_word(reading, next + 1).is_some();
    let grammatical = [
        w!("và"),
        w!("của"),
        w!("là"),
        w!("có"),
        w!("đã"),
        w!("cho"),
        w!("ở"),
        w!("tại"),
        w!("về"),
        w!("thì"),
        w!("các"),
        w!("với"),
        w!("do"),
        w!("từ"),
    ];
    if closes && !grammatical.contains(&b.word) && level_word(reading, next).is_none() { next + 1 } else { next }
}

/// A family name and a given name follow: the person who heads the body, not part of its name.
fn person_follows(reading: &Reading, at: usize) -> bool {
    super::person::begins_full_name(reading, at)
}

/// Capital words in a row.
fn capital_run(reading: &Reading, start: usize) -> Option<usize> {
    let mut end = start;
    while reading.tokens.get(end).is_some_and(|t| t.is_capital()) && (end == 0 || reading.same_line(start, end)) {
        end = one_name_word(reading, end);
    }
    (end > start).then_some(end)
}

fn branch_of(word: &str) -> Option<Branch> {
    Some(match word {
        "party" => Branch::Party,
        "state" => Branch::State,
        "front" => Branch::Front,
        "mass" => Branch::Mass,
        "military" => Branch::Military,
        "judicial" => Branch::Judicial,
        "press" => Branch::Press,
        "other" => Branch::Other,
        _ => return None,
    })
}

fn level_of(word: &str) -> Option<Level> {
    Some(match word {
        "central" => Level::Central,
        "province" => Level::Province,
        "district" => Level::District,
        "commune" => Level::Commune,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::Kind;
    use crate::entities::testing::check;

    #[test]
    fn bodies_hold_the_bodies_they_belong_to() {
        check(
            Kind::Organization,
            &[
                ("Ban Tổ chức Tỉnh ủy họp.", "Ban Tổ chức Tỉnh ủy|Tỉnh ủy"),
                ("theo Ban Thường vụ (BTV) Huyện ủy Mỏ Cày.", "Ban Thường vụ (BTV) Huyện ủy Mỏ Cày|Huyện ủy Mỏ Cày"),
                ("Văn phòng UBND tỉnh Bến Tre mời.", "Văn phòng UBND tỉnh Bến Tre|UBND tỉnh Bến Tre"),
                ("Ban Tổ chức Trung ương Đảng hướng dẫn.", "Ban Tổ chức Trung ương Đảng"),
            ],
        );
    }

    #[test]
    fn names_go_on_as_their_heads_allow() {
        check(
            Kind::Organization,
            &[
                ("Sở Văn hóa, Thể thao và Du lịch tổ chức.", "Sở Văn hóa, Thể thao và Du lịch"),
                ("Bộ Lao động - Thương binh và Xã hội nêu.", "Bộ Lao động - Thương binh và Xã hội"),
                ("tại Trường Đại học Cần Thơ sáng nay", "Trường Đại học Cần Thơ"),
                ("với Công ty CP bất động sản Phú Hưng về giá", "Công ty CP bất động sản Phú Hưng"),
                ("của Hội đồng thẩm định giá đất tỉnh.", "Hội đồng thẩm định giá đất tỉnh"),
                ("HĐND tỉnh khóa XVIII đã bầu", "HĐND tỉnh khóa XVIII"),
            ],
        );
    }

    #[test]
    fn classes_and_words_are_no_bodies() {
        check(
            Kind::Organization,
            &[
                ("UBND cấp huyện và các sở chuẩn bị.", ""),
                ("HĐND và UBND các cấp phối hợp.", ""),
                ("ban tổ chức cấp ủy các cấp tham mưu.", ""),
                ("19 đảng bộ trực thuộc", ""),
                ("Đài Loan và Hội An có mưa.", ""),
            ],
        );
    }
}
