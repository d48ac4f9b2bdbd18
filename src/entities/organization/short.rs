//! Bodies taken up by their unit word alone, with a capital inside a sentence: `Sở` behind `[Sở Giao thông vận
//! tải]`, `Công ty` behind `[Công ty Thủy điện
//! Ialy]` (guidelines: a short form is marked where it is definite; a bare `Bộ` is not).

use super::definite::{is_class, names_a_class};
use super::{proposal, told_by_head};
use crate::analysis::Kind;
use crate::entities::{Board, Proposal, Rule};
use crate::lexicon::columns::body_heads;
use crate::lexicon::{Class, Table};
use crate::text::{Case, Reading, Stretch};
use crate::w;
use std::collections::HashMap;

/// Proposes the short forms; `named` are the bodies with a name found so far.
pub(super) fn propose(reading: &Reading, board: &mut Board, named: &[Stretch]) {
    // each unit word with the place where a body is first named by it
    let mut first: HashMap<&[u32], usize> = HashMap::new();
    let words: Vec<u32> = reading.tokens.iter().map(|t| t.word).collect();
    for at in named.iter().filter(|at| reading[at.start].is_capital()) {
        for hit in reading.hits.at(at.start).iter().filter(|h| h.table == Table::BodyHeads && h.end as usize <= at.end)
        {
            let Some(head) = words.get(at.start..hit.end as usize) else { continue };
            let place = first.entry(head).or_insert(at.start);
            *place = at.start.min(*place);
        }
    }
    let mut inside = vec![false; reading.tokens.len()];
    for p in board.proposals().filter(|p| p.kind == Kind::Organization) {
        inside.iter_mut().take(p.at.end).skip(p.at.start + 1).for_each(|i| *i = true);
    }
    let takes_up = |at: usize| -> Option<Proposal> {
        let token = &reading[at];
        if inside.get(at) != Some(&false)
            || token.case != Case::Title
            || reading.word(at) == w!("bộ")
            || begins_clause(reading, at)
        {
            return None;
        }
        let head = reading.hits.longest(at, Table::BodyHeads)?;
        let end = head.end as usize;
        let earlier = words.get(at..end).and_then(|head| first.get(head)).is_some_and(|&place| place < at);
        let goes_on = reading.same_line(at, end) && (reading[end].is_capital() || reading[end].is_number());
        // `Cục trưởng` is a post, `ngành Công an` a sector
        let word = reading.word_before(at, 1) == w!("ngành")
            || reading.word(end) == w!("phó")
            || reading
                .hits
                .at(at)
                .iter()
                .any(|h| h.table == Table::RoleHeads || h.table == Table::Compounds && h.end as usize > end);
        // a unit word that says nothing by itself
        let takes = body_heads::TAKES.of(head.row);
        let unit = takes.has(body_heads::Takes::Field)
            && (!Class::Sector.has(reading.word(at)) || [w!("ty"), w!("cục")].contains(&reading.word(at + 1)))
            && (end > at + 1 || reading.word(at) != w!("ban"))
            && end <= at + 3
            && ![w!("tnhh"), w!("cp"), w!("phần")].contains(&reading.word(end - 1));
        let class = names_a_class(reading, board, at) || is_class(reading, at, end) || is_listed_class(reading, end);
        (earlier && unit && !goes_on && !word && !class && board.longest(Kind::Organization, at).is_none())
            .then(|| proposal(Stretch::new(at, end), 44, Rule::OrganizationShort, told_by_head(head)))
    };
    let found: Vec<Proposal> = (1..reading.tokens.len()).filter_map(takes_up).collect();
    for p in found {
        board.add(p);
    }
}

/// A sentence or a stretch behind a mark begins here, where a capital tells nothing; commas apart.
fn begins_clause(reading: &Reading, at: usize) -> bool {
    let before = &reading[at - 1];
    reading.sentence_of(at).start == at
        || !reading.same_line(at - 1, at)
        || before.is_mark() && before.word != w!(",")
        || before.case == Case::Title
}

/// `Sở, ngành`, `Sở, ban, ngành`: a series of unit words is a class.
fn is_listed_class(reading: &Reading, end: usize) -> bool {
    [w!(","), w!("-")].contains(&reading.word(end))
        && [w!("ngành"), w!("ban"), w!("phòng"), w!("đơn")].contains(&reading.word(end + 1))
}
