//! Bodies known by one fixed name, and the Central Committee under its shortest.

use super::definite::{after_post, is_class};
use super::tail::{ends_with_center, is_digit, place_tail, term_tail};
use super::{CENTER, nested_parent, proposal};
use crate::analysis::{Branch, Kind, Level};
use crate::entities::value::Organization as Value;
use crate::entities::{Board, Proposal, Rule, Value as Any};
use crate::lexicon::columns::{fixed_bodies, name_cues};
use crate::lexicon::{Class, Hit, Table};
use crate::text::syllable::is_foreign;
use crate::text::{Case, Reading, Stretch};
use crate::w;

/// `Trung ương` where it stands alone for the Central Committee: `của Trung ương`, `xin ý kiến Trung ương`; not
/// `cấp Trung ương`, `các cơ quan Trung ương`, nor as part of a longer name.
pub(super) fn center_alone(reading: &Reading, _board: &Board, at: usize) -> Option<Proposal> {
    let two = reading.seq(at, &[w!("trung"), w!("ương")]);
    let short = reading[at].case != Case::Lower && [w!("tw"), w!("tư")].contains(&reading.word(at));
    if !two || short {
        return None;
    }
    let end = at + 2;
    let capital = reading[at].is_capital();
    let before = reading.before(at).word;
    let after = if reading.same_line(at, end) { reading.word(end) } else { 0 };
    let stands_alone = if capital {
        Class::BeforeBody.has(before) && !continues_name(reading, end) && !is_digit(reading, end)
    } else {
        before == w!("của") && (after == 0 || !reading[end].is_word())
    };
    (stands_alone && !Class::BodyGoesOn.has(after)).then(|| {
        let value =
            Value { fixed: Some(CENTER), branch: Some(Branch::Party), level: Some(Level::Central), ..Value::default() };
        proposal(Stretch::new(at, end), 45, Rule::OrganizationCentral, value)
    })
}

/// `[Ban Chấp hành Trung ương]` before `Hội …`, `Đoàn …`: the center of a union, not of the Party.
pub(super) fn names_center_of_another(reading: &Reading, end: usize) -> bool {
    ends_with_center(reading, end)
        && !reading.line_ends(end)
        && [w!("hội"), w!("đoàn"), w!("mttq"), w!("mặt")].contains(&reading.word(end))
        && reading[end].is_capital()
}

/// A capital word follows directly: the name may go on.
pub(super) fn continues_name(reading: &Reading, at: usize) -> bool {
    !reading.line_ends(at) && reading[at].is_capital()
}

/// A body of the table of fixed names.
pub(super) fn fixed_body(reading: &Reading, board: &Board, at: usize) -> Option<Proposal> {
    let hit = reading.hits.at(at).iter().find(|h| h.table == Table::FixedBodies && written_as_name(reading, h))?;
    let (row, mut end) = (hit.row, hit.end as usize);
    // `[SHB Finance]`, `[FPT Telecom]`: a company of the group, by the word that its name ends with
    if hit.len() == 1 && reading.same_line(at, end) && reading[end].case == Case::Title {
        let of_group =
            |h: &&Hit| h.table == Table::NameCues && name_cues::SIDE.of(h.row) == Some(name_cues::Side::After);
        let ending = reading.hits.at(end).iter().filter(|h| is_foreign(reading, h.start as usize)).find(of_group);
        end = ending.map_or(end, |h| h.end as usize);
    }
    if names_center_of_another(reading, end) {
        return None;
    }
    // `[Sông Lam Nghệ An]` is the club; what only its unit word makes a place gives way
    if board.longest(Kind::Place, at).is_some_and(|p| p.at.end >= end && (p.at.end > end || p.rule != Rule::PlaceUnit))
    {
        return None;
    }
    let name = fixed_bodies::NAME.of(row);
    let mut value = Value {
        fixed: Some(if name.is_empty() { "" } else { name }).filter(|n| !n.is_empty()),
        branch: fixed_bodies::BRANCH.of(row),
        level: fixed_bodies::LEVEL.of(row),
        parent_name: Some(fixed_bodies::PARENT.of(row)).filter(|p| !p.is_empty()),
        ..Value::default()
    };
    if fixed_bodies::TAIL.of(row).has(fixed_bodies::Tail::Place) {
        end = place_tail(reading, board, end, &mut value);
    }
    if fixed_bodies::TAIL.of(row).has(fixed_bodies::Tail::Term) {
        end = term_tail(reading, end, &mut value);
    }
    if value.level.is_none() && is_class(reading, at, end) {
        return None;
    }
    value.parent = nested_parent(board, at + 1, end).filter(|&p| is_fixed(board, p));
    let strength = if end - at > 2 { 62 } else { 55 };
    Some(proposal(Stretch::new(at, end), strength, Rule::OrganizationFixed, value))
}

/// A body under a fixed name stands at exactly this stretch.
pub(super) fn is_fixed(board: &Board, at: Stretch) -> bool {
    board.starting(at.start).any(|p| p.at == at && matches!(&p.value, Any::Organization(v) if v.fixed.is_some()))
}

/// A company known by its trade name stands at exactly this stretch.
pub(super) fn is_trade_name(board: &Board, at: Stretch) -> bool {
    let trade = |p: &Proposal| matches!(&p.value, Any::Organization(v) if matches!(v.branch, Some(Branch::Other | Branch::Press)));
    is_listed(board, at) && board.starting(at.start).any(|p| p.at == at && trade(p))
}

/// A body of the table of fixed names stands at exactly this stretch.
fn is_listed(board: &Board, at: Stretch) -> bool {
    board.starting(at.start).any(|p| p.at == at && p.rule == Rule::OrganizationFixed)
}

/// Whether a hit is written as names are: one word exactly as in the table, several with a capital first.
pub(super) fn written_as_name(reading: &Reading, hit: &Hit) -> bool {
    let stretch = Stretch::new(hit.start as usize, hit.end as usize);
    let capital = reading[stretch.start].is_capital();
    let single = reading[stretch.tokens()].iter().all(|t| t.is_capital() || t.is_mark()) && stretch.len() < 4;
    if capital && single && !reading.text(stretch).contains(' ') {
        let text = reading.text(stretch);
        return fixed_bodies::FORMS.forms(hit.row).any(|form| form == text);
    }
    // `[Phó trưởng ban Dân vận Trung ương]`
    capital || stretch.len() > 2 && reading[stretch.start + 1].is_capital() && after_post(reading, stretch.start)
}
