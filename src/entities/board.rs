//! Where the rules put what they propose, and look up what those before them proposed.

use super::Rule;
use super::rule::Begins;
use super::value::Value;
use crate::analysis::Kind;
use crate::text::{Reading, Stretch};

/// What a rule proposes to mark.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Proposal {
    pub kind: Kind,
    pub at: Stretch,
    /// Between proposals that cannot stand together the stronger wins, then the longer. 50 is usual; below it
    /// what is a guess, above it what nothing else should displace.
    pub strength: u8,
    pub rule: Rule,
    pub value: Value,
}

/// A proposal that was chosen.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mention {
    pub kind: Kind,
    pub at: Stretch,
    /// Position of the innermost enclosing mention.
    pub parent: Option<usize>,
    pub rule: Rule,
    pub value: Value,
}

/// What finds a proposal at a token, asked where one of its rules can begin.
pub(super) type Reader = (Begins, fn(&Reading, &Board, usize) -> Option<Proposal>);

/// The end of a chain: beyond every proposal.
const NONE: u32 = u32::MAX;

/// All proposals, looked up by where they start or end.
#[derive(Debug)]
pub(crate) struct Board {
    proposals: Vec<Proposal>,
    /// For each token the last proposal that starts (ends) there, chained through `before_*`.
    starts: Vec<u32>,
    ends: Vec<u32>,
    before_start: Vec<u32>,
    before_end: Vec<u32>,
    /// For each token what rules can begin with it.
    openings: Vec<Begins>,
    /// The rule that this build runs without, to see what it contributes: `make rules` and `tests/rules.rs` name one after
    /// the other in `LANGKINH_WITHOUT`. No released build asks.
    #[cfg(debug_assertions)]
    without: Option<String>,
}

impl Board {
    pub(crate) fn new(reading: &Reading) -> Self {
        let tokens = reading.tokens.len();
        Self {
            proposals: Vec::new(),
            openings: Begins::read(reading),
            starts: vec![NONE; tokens + 1],
            ends: vec![NONE; tokens + 1],
            before_start: Vec::new(),
            before_end: Vec::new(),
            #[cfg(debug_assertions)]
            without: std::env::var("LANGKINH_WITHOUT").ok(),
        }
    }

    /// What `read` finds at a token: it is asked only where rules that begin so can begin. A build for tests asks it everywhere,
    /// and fails where the register leaves out what one of them begins with.
    pub(super) fn ask<T>(&self, begins: Begins, token: usize, read: impl Fn() -> Option<T>) -> Option<T> {
        if self.opens(token, begins) {
            return read();
        }
        debug_assert!(read().is_none(), "a rule begins at token {token}, where the register has none");
        None
    }

    fn opens(&self, token: usize, begins: Begins) -> bool {
        self.openings.get(token).is_some_and(|opening| opening.meets(begins))
    }

    /// Adds a proposal; an empty stretch, or one that runs beyond the text, is passed over. Whether it was taken up: what is
    /// built on a proposal may not outlive it.
    pub(crate) fn add(&mut self, proposal: Proposal) -> bool {
        #[cfg(debug_assertions)]
        if self.without.as_deref() == Some(proposal.rule.name()) {
            return false;
        }
        debug_assert!(proposal.rule.name().starts_with(proposal.kind.name()), "{:?}", proposal.rule);
        if proposal.at.start >= proposal.at.end {
            return false;
        }
        debug_assert!(self.opens(proposal.at.start, Begins::of(&[proposal.rule])), "{proposal:?} begins otherwise");
        let (starts, ends) = (self.starts.get_mut(proposal.at.start), self.ends.get_mut(proposal.at.end));
        let (Some(start), Some(end)) = (starts, ends) else { return false };
        let n = self.proposals.len() as u32;
        self.before_start.push(std::mem::replace(start, n));
        self.before_end.push(std::mem::replace(end, n));
        self.proposals.push(proposal);
        true
    }

    /// Takes back the proposals of a kind that lie inside a stretch and that `spare` does not spare: a name turned
    /// out to be part of a longer one that has no such part of its own.
    pub(crate) fn withdraw(&mut self, kind: Kind, within: Stretch, spare: impl Fn(&Proposal) -> bool) {
        for start in within.tokens() {
            let mut n = self.starts.get(start).copied().unwrap_or(NONE);
            while let (Some(p), Some(&before)) = (self.proposals.get_mut(n as usize), self.before_start.get(n as usize))
            {
                if p.kind == kind && p.at != within && within.contains(p.at) && !spare(p) {
                    p.strength = 0;
                }
                n = before;
            }
        }
    }

    /// Takes back every proposal that a condition holds for.
    pub(crate) fn withdraw_where(&mut self, condition: impl Fn(&Proposal) -> bool) {
        for p in self.proposals.iter_mut().filter(|p| condition(p)) {
            p.strength = 0;
        }
    }

    /// What was proposed to start at this token, in no particular order.
    pub(crate) fn starting(&self, token: usize) -> impl Iterator<Item = &Proposal> {
        self.chain(self.starts.get(token).copied().unwrap_or(NONE), &self.before_start)
    }

    /// What was proposed to end before this token (`at.end == token`), in no particular order.
    pub(crate) fn ending(&self, token: usize) -> impl Iterator<Item = &Proposal> {
        self.chain(self.ends.get(token).copied().unwrap_or(NONE), &self.before_end)
    }

    /// What was proposed to end inside a stretch.
    pub(crate) fn ending_within(&self, at: Stretch) -> impl Iterator<Item = &Proposal> {
        (at.start + 1..=at.end).flat_map(|end| self.ending(end))
    }

    fn chain<'a>(&'a self, from: u32, before: &'a [u32]) -> impl Iterator<Item = &'a Proposal> {
        let link = |n: u32| self.proposals.get(n as usize).zip(before.get(n as usize));
        std::iter::successors(link(from), move |(_, before)| link(**before)).map(|(p, _)| p).filter(|p| p.strength > 0)
    }

    /// The longest proposal of this kind that starts at the token.
    pub(crate) fn longest(&self, kind: Kind, token: usize) -> Option<&Proposal> {
        self.starting(token).filter(|p| p.kind == kind).max_by_key(|p| p.at.end)
    }

    /// Everything proposed so far and not withdrawn.
    pub(crate) fn proposals(&self) -> impl Iterator<Item = &Proposal> {
        self.proposals.iter().filter(|p| p.strength > 0)
    }

    /// The proposals that were not withdrawn.
    pub(crate) fn into_proposals(mut self) -> Vec<Proposal> {
        self.proposals.retain(|p| p.strength > 0);
        self.proposals
    }
}
