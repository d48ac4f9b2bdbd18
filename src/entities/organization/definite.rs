//! Whether a head names one body or a class of them.

use super::tail::{is_digit, level_word};
use crate::analysis::{Branch, Kind};
use crate::entities::Board;
use crate::entities::value::Organization as Value;
use crate::lexicon::columns::{Set, body_heads};
use crate::lexicon::{Class, Hit, Table};
use crate::text::{Case, Reading, Stretch};
use crate::w;

/// `Thường trực` in `[Phó Bí thư Thường trực Tỉnh ủy]` qualifies the post.
pub(super) fn is_part_of_title(reading: &Reading, at: usize, head: &Hit) -> bool {
    let standing = body_heads::IS.of(head.row).has(body_heads::Is::Standing);
    standing && reading.hits.across(at).any(|h| h.table == Table::RoleHeads)
}

/// `cấp ủy`, `các cấp`, `cấp huyện` right behind a head: a class of bodies.
pub(super) fn names_a_board_of_committees(reading: &Reading, end: usize) -> bool {
    let cap = |i: usize| reading.word(i) == w!("cấp") && !reading[i].is_capital();
    !reading.line_ends(end)
        && (cap(end) || reading.word(end) == w!("các") && (cap(end + 1) || lists_levels(reading, end + 1)))
}

/// A level word without names behind it: `UBND các tỉnh`; `[UBND] các [tỉnh Nghệ An], [Hà Tĩnh]` are definite bodies.
fn lists_levels(reading: &Reading, at: usize) -> bool {
    level_word(reading, at)
        .is_some_and(|(_, width)| !(reading.same_line(at, at + width) && reading[at + width].is_capital()))
}

/// The head of a post ends right before (`Phó Trưởng ban Quản lý …`): then the unit is definite in lower case too.
pub(super) fn after_post(reading: &Reading, at: usize) -> bool {
    reading.hits_before(at).any(|h| h.table == Table::RoleHeads)
}

/// A head in lower case counts where what follows is itself a name: `[ban Tổ chức Tỉnh ủy]`, `công ty TNHH …`.
pub(super) fn lower_case_is_definite(
    reading: &Reading,
    takes: Set<body_heads::Takes>,
    value: &Value,
    at: usize,
    name_at: usize,
    end: usize,
) -> bool {
    let delegation = value.is(body_heads::Is::Delegation) && value.place.is_some();
    let committee = value.branch == Some(Branch::Party) && value.level.is_some() && name_at - 1 < end;
    let capital_name = end > name_at && reading[name_at].is_capital();
    let field = reading.hits.longest(name_at, Table::Fields).is_some() && capital_name;
    let inner_capital = end > name_at && reading[at + 1..name_at].iter().any(|t| t.is_capital());
    committee
        || delegation
        || inner_capital
        || field
        || after_post(reading, at)
        || (takes.has(body_heads::Takes::Lower) && capital_name)
        || (value.parent.is_some() && capital_name)
}

pub(super) fn stands_alone(value: &Value, alone: Option<body_heads::Alone>, capital: bool) -> bool {
    match alone {
        Some(body_heads::Alone::Always) => capital || value.branch == Some(Branch::Party),
        Some(body_heads::Alone::Capital) => capital,
        None => false,
    }
}

pub(super) fn is_abbreviation(reading: &Reading, at: usize, end: usize) -> bool {
    end - at == 1 && reading[at].case == Case::Upper
}

/// An abbreviation counts only as the table writes it, or where a whole line is in capitals.
pub(super) fn as_in_table(reading: &Reading, hit: &Hit) -> bool {
    let text = reading.text(Stretch::new(hit.start as usize, hit.end as usize));
    body_heads::FORMS.forms(hit.row).any(|f| f == text)
}

/// `cấp`, `các cấp` behind a body make it a class (`UBND cấp huyện`, `HĐND và UBND các cấp`).
pub(super) fn is_class(reading: &Reading, at: usize, end: usize) -> bool {
    let mut i = end;
    for _ in 0..4 {
        if !reading.same_line(at, i) {
            return false;
        }
        let word = reading.word(i);
        if word == w!("cấp") || word == w!("các") && reading.word(i + 1) == w!("cấp") {
            return true;
        }
        if word == w!("các") && lists_levels(reading, i + 1) {
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

/// `các sở`, `mỗi đảng bộ`, `[19 đảng bộ]`: a class, not a body.
pub(super) fn names_a_class(reading: &Reading, board: &Board, at: usize) -> bool {
    // `[ngày 31-7-2024] [Sở Tài chính]`: a number that dates counts nothing
    if reading.line_ends(at) || board.ending(at).any(|p| p.kind == Kind::Time) {
        return false;
    }
    let shared_tail = at > 1
        && reading.word(at + 1) == w!("ủy")
        && reading.word(at - 1) == w!(",")
        && reading.word(at - 2) == w!("tỉnh");
    // `[kỳ họp thứ 10 HĐND tỉnh]`: a number that says which
    let counted = is_digit(reading, at - 1) && !Class::BeforeIdentifier.has(reading.word_before(at, 2));
    Class::PluralOfBodies.has(reading.word(at - 1)) || counted || shared_tail
}
