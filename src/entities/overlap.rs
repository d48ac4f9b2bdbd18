//! The one place that decides between proposals.
//!
//! Stronger first, then longer, then earlier. A proposal is taken unless it crosses one already taken, stands
//! on the same stretch as one that outranks it, or may not nest where it stands ([`may_hold`]).

use super::{Board, Mention, Proposal, Rule};
use crate::analysis::Kind;
use crate::order::sort_by_numbers;
use crate::text::Stretch;

/// Whether a mention of kind `outer` may hold one of kind `inner` (guidelines, "Overlap", and the settled cases).
fn may_hold(outer: &Proposal, inner: Kind) -> bool {
    use Kind::{Abbreviation, Document, Event, Organization, Person, Place, Quantity, Quote, Role, Time};
    match outer.kind {
        Person | Place | Time | Abbreviation => false,
        // `[3 đại biểu Quốc hội]`, `[5 [Phó Chủ tịch UBND tỉnh]]`
        Quantity => matches!(inner, Organization | Place | Role),
        Role => matches!(inner, Organization | Place | Abbreviation | Time | Event),
        Organization => matches!(inner, Organization | Place | Abbreviation | Document | Event | Time),
        // a name inside a name is no person: `[Lễ kỷ niệm 130 năm Ngày sinh Chủ tịch Hồ Chí Minh]`
        Event if outer.rule == Rule::EventAnniversary => !matches!(inner, Event | Person | Role),
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

/// What was taken so far: mentions that nest, so that whoever knows the innermost one at a token knows all of them
/// there.
struct Taken {
    proposals: Vec<Proposal>,
    /// For each mention the innermost one around it, and the one taken before it that starts where it does.
    around: Vec<u32>,
    beside: Vec<u32>,
    /// For each token the innermost mention there, and the last taken that starts there.
    innermost: Vec<u32>,
    starts: Vec<u32>,
}

/// The end of a chain: beyond every mention.
const NONE: u32 = u32::MAX;

impl Taken {
    fn new(tokens: usize) -> Self {
        let none = || vec![NONE; tokens];
        Self { proposals: Vec::new(), around: Vec::new(), beside: Vec::new(), innermost: none(), starts: none() }
    }

    /// The mentions from `from` on along a chain.
    fn chain<'a>(&'a self, from: Option<&u32>, next: &'a [u32]) -> impl Iterator<Item = (u32, &'a Proposal)> {
        let link = |&n: &u32| self.proposals.get(n as usize).map(|p| (n, p));
        std::iter::successors(from.and_then(link), move |(n, _)| next.get(*n as usize).and_then(link))
    }

    /// The mentions that hold a token, from the innermost out.
    fn holding(&self, token: usize) -> impl Iterator<Item = (u32, &Proposal)> {
        self.chain(self.innermost.get(token), &self.around)
    }

    /// The mentions that start inside a stretch.
    fn starting(&self, at: Stretch) -> impl Iterator<Item = (u32, &Proposal)> {
        at.tokens().flat_map(|token| self.chain(self.starts.get(token), &self.beside))
    }

    /// Whatever shares a token with a proposal holds its first one or starts inside it.
    fn agrees(&self, p: &Proposal) -> bool {
        self.holding(p.at.start).chain(self.starting(p.at)).all(|(_, taken)| agree(taken, p))
    }

    fn take(&mut self, p: Proposal) {
        let n = self.proposals.len() as u32;
        let around = self.holding(p.at.start).find(|(_, taken)| taken.at.contains(p.at)).map_or(NONE, |(n, _)| n);
        let inside: Vec<u32> =
            self.starting(p.at).filter(|(_, t)| p.at != t.at && p.at.contains(t.at)).map(|(n, _)| n).collect();
        for inner in inside {
            if let Some(outer) = self.around.get_mut(inner as usize).filter(|outer| **outer == around) {
                *outer = n;
            }
        }
        for innermost in self.innermost.iter_mut().take(p.at.end).skip(p.at.start).filter(|i| **i == around) {
            *innermost = n;
        }
        if let Some(last) = self.starts.get_mut(p.at.start) {
            self.beside.push(std::mem::replace(last, n));
        }
        self.around.push(around);
        self.proposals.push(p);
    }
}

/// Chooses; gives mentions by start, then longest first, on one stretch in the order of [`Kind`], parents set.
pub(super) fn choose(board: Board) -> Vec<Mention> {
    let mut proposals = board.into_proposals();
    // the strongest first, then the longest, then the first
    sort_by_numbers(&mut proposals, |p| {
        [!(u64::from(p.strength) << 32 | p.at.len() as u64), (p.at.start as u64) << 8 | p.kind as u64]
    });
    let mut taken = Taken::new(proposals.iter().map(|p| p.at.end).max().unwrap_or(0));
    for p in proposals {
        if taken.agrees(&p) {
            taken.take(p);
        }
    }
    let mut taken = taken.proposals;
    sort_by_numbers(&mut taken, |p| [(p.at.start as u64) << 32 | u64::from(!(p.at.end as u32)), p.kind as u64]);
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut out: Vec<Mention> = Vec::with_capacity(taken.len());
    for p in taken {
        while open.pop_if(|(_, end)| *end <= p.at.start).is_some() {}
        let parent = open.last().map(|&(n, _)| n);
        open.push((out.len(), p.at.end));
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
