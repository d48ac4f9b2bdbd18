//! Companies by their own name, after the text gave it in full: `Hà Quang Land` behind
//! `[Công ty CP bất động sản Hà Quang] ([Hà Quang Land])`, `Xuyên Việt Oil` behind
//! `[Công ty TNHH Vận tải Xuyên Việt Oil]`.

use super::{name, proposal};
use crate::analysis::{Branch, Kind};
use crate::entities::value::Organization as Value;
use crate::entities::{Board, Rule};
use crate::lexicon::Class;
use crate::text::{Case, Reading, Stretch};
use crate::w;
use std::collections::{HashMap, HashSet};

/// Longest own name in words.
const LONGEST: usize = 4;

/// Proposes the own names; `named` are the bodies with a name found so far.
pub(super) fn propose(reading: &Reading, board: &mut Board, named: &[Stretch]) {
    let mut known: HashSet<Vec<u32>> = HashSet::new();
    for at in named.iter().filter(|at| is_company(reading, at.start)) {
        let bracket = Stretch::new(at.end + 1, run_end(reading, at.end + 1));
        let closed = reading.word(at.end) == w!("(") && reading.word(bracket.end) == w!(")");
        let mut start = at.end;
        while start > at.start + 1 && reading[start - 1].is_capital() && !Class::LegalForm.has(reading.word(start - 1))
        {
            start -= 1;
        }
        for own in [Some(bracket).filter(|_| closed), Some(Stretch::new(start, at.end))].into_iter().flatten() {
            let place = board.starting(own.start).any(|p| p.kind == Kind::Place && p.at.end >= own.end);
            let person = own != bracket && name::person_follows(reading, own.start);
            if (2..=LONGEST).contains(&own.len()) && !place && !person {
                known.insert(reading[own.tokens()].iter().map(|t| t.word).collect());
            }
        }
    }
    defined(reading, board, named);
    if known.is_empty() {
        return;
    }
    for at in 0..reading.tokens.len() {
        let end = run_end(reading, at);
        if !(2..=LONGEST).contains(&(end - at)) || reading.before(at).is_capital() {
            continue;
        }
        let words: Vec<u32> = reading[at..end].iter().map(|t| t.word).collect();
        let inside = board.ending(end).any(|p| p.kind == Kind::Organization && p.at.start < at);
        if known.contains(&words) && !inside && board.longest(Kind::Organization, at).is_none() {
            let value = Value { branch: Some(Branch::Other), ..Value::default() };
            board.add(proposal(Stretch::new(at, end), 66, Rule::OrganizationOwnName, value));
        }
    }
}

/// `MNLF` behind `[Mặt trận Giải phóng Dân tộc Moro] ([MNLF])`: initials that the text gives stand for the body from
/// there on.
fn defined(reading: &Reading, board: &mut Board, named: &[Stretch]) {
    let mut given: HashMap<u32, usize> = HashMap::new();
    for at in named {
        let short = at.end + 1;
        let closed =
            reading.word(at.end) == w!("(") && reading.word(short + 1) == w!(")") && reading.same_line(at.start, short);
        // the own name of a company is a part, and its letters stand for the whole
        let part = || is_of_a_part(reading, *at, short) && !is_company(reading, at.start);
        if closed && is_initials(reading, short) && !part() {
            given.entry(reading.word(short)).or_insert(short);
        }
    }
    for at in 0..reading.tokens.len() {
        let Some(&from) = given.get(&reading.word(at)) else { continue };
        let glued = at > 0 && !reading[at].spaced && reading[at - 1].word != w!("(");
        let inside = board.ending(at + 1).chain(board.starting(at)).any(|p| p.kind == Kind::Organization);
        if at > from && is_initials(reading, at) && !glued && !inside {
            let value = Value { branch: Some(Branch::Other), ..Value::default() };
            board.add(proposal(Stretch::new(at, at + 1), 44, Rule::OrganizationDefined, value));
        }
    }
}

/// `[Ủy ban An toàn giao thông] ([ATGT]) quốc gia`: the letters begin the words of a part of the name, not of the
/// whole.
fn is_of_a_part(reading: &Reading, name: Stretch, short: usize) -> bool {
    let first =
        |i: usize| reading.token_text(i).chars().next().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
    let begin: String = name.tokens().filter(|&i| reading[i].is_word()).map(first).collect();
    let letters = reading.token_text(short).to_lowercase();
    begin.find(&letters).is_some_and(|at| at > 0)
}

/// Two to eight capital letters.
fn is_initials(reading: &Reading, at: usize) -> bool {
    reading.tokens.get(at).is_some_and(|t| t.case == Case::Upper && (2..=8).contains(&t.letters))
}

/// The head is one of businesses.
fn is_company(reading: &Reading, at: usize) -> bool {
    Class::Business.has(reading.word(at))
}

/// Where the row of capital words that begins here ends; at most one more than the longest name.
fn run_end(reading: &Reading, at: usize) -> usize {
    let capital =
        |&i: &usize| reading.tokens.get(i).is_some_and(|t| t.is_word() && t.is_capital()) && reading.same_line(at, i);
    at + (at..=at + LONGEST).take_while(capital).count()
}
