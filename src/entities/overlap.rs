//! The one place that decides between proposals.
//!
//! Stronger first, then longer, then earlier. A proposal is taken unless it crosses one already taken, stands
//! on the same stretch as one that outranks it, or may not nest where it stands ([`may_hold`]).

use super::{Board, Mention, Proposal};
use crate::analysis::Kind;

/// Whether a mention of kind `outer` may hold one of kind `inner` (guidelines, "Overlap", and the settled cases).
fn may_hold(outer: &Proposal, inner: Kind) -> bool {
    use Kind::{Abbreviation, Document, Event, Organization, Person, Place, Quantity, Quote, Role, Time};
    match outer.kind {
        Person | Place | Time | Abbreviation => false,
        // `3 đại biểu Quốc hội`
        Quantity => matches!(inner, Organization | Place),
        Role => matches!(inner, Organization | Place | Abbreviation | Time | Event),
        Organization => matches!(inner, Organization | Place | Abbreviation | Document | Event | Time),
        // a name inside a name is no person: `kỷ niệm Ngày sinh Chủ tịch Hồ Chí Minh`
        Event if outer.rule == "event.anniversary" => !matches!(inner, Event | Person | Role),
        Event => inner != Event,
        Document | Quote => true,
    }
    .then_some(())
    .is_some_and(|()| inner != Quote || matches!(outer.kind, Quote | Document | Event))
}

/// Whether two kinds may share one stretch: only a name wholly in quotation marks does.
fn may_share(a: Kind, b: Kind) -> bool {
    a != b && (a == Kind::Quote || b == Kind::Quote)
}

/// Chooses; gives mentions by start, then longest first, on one stretch in the order of [`Kind`], parents set.
pub fn choose(board: Board) -> Vec<Mention> {
    let mut proposals = board.into_proposals();
    proposals.sort_by(|a, b| {
        (b.strength, b.at.len(), a.at.start, a.kind).cmp(&(a.strength, a.at.len(), b.at.start, b.kind))
    });
    let tokens = proposals.iter().map(|p| p.at.end).max().unwrap_or(0);
    let mut taken: Vec<Proposal> = Vec::new();
    // for each token, the mentions taken that start there and those that cover it
    let mut covering: Vec<Vec<u32>> = vec![Vec::new(); tokens];
    for p in proposals {
        let fits = p.at.tokens().all(|t| covering[t].iter().all(|&n| agree(&taken[n as usize], &p)));
        if fits {
            let n = taken.len() as u32;
            for t in p.at.tokens() {
                covering[t].push(n);
            }
            taken.push(p);
        }
    }
    taken.sort_by(|a, b| (a.at.start, b.at.end, a.kind).cmp(&(b.at.start, a.at.end, b.kind)));
    let mut open: Vec<usize> = Vec::new();
    let mut out: Vec<Mention> = Vec::with_capacity(taken.len());
    for p in taken {
        while open.last().is_some_and(|&o| out[o].at.end <= p.at.start) {
            open.pop();
        }
        let parent = open.last().copied();
        open.push(out.len());
        out.push(Mention { kind: p.kind, at: p.at, parent, rule: p.rule, value: p.value });
    }
    out
}

fn agree(taken: &Proposal, p: &Proposal) -> bool {
    if taken.at == p.at {
        may_share(taken.kind, p.kind)
    } else if taken.at.contains(p.at) {
        may_hold(taken, p.kind)
    } else if p.at.contains(taken.at) {
        may_hold(p, taken.kind)
    } else {
        !taken.at.crosses(p.at)
    }
}
