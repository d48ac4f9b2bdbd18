//! Names met once are known again: the whole name wherever it stands, and the short forms papers go on with.

use super::cue::{Cue, cue_before};
use super::{Value, add, is_inside_run};
use crate::analysis::{Kind, ZoneKind};
use crate::entities::{Board, Rule};
use crate::layout::Layout;
use crate::lexicon::{Class, Table};
use crate::text::syllable::is_foreign;
use crate::text::{Case, Reading, Stretch};
use crate::w;
use std::collections::HashSet;

/// Marks every further mention of the people found so far; `names` are their stretches.
pub(super) fn propose(reading: &Reading, layout: &Layout, board: &mut Board, names: &[Stretch]) {
    let mut known: HashSet<Vec<u32>> = HashSet::new();
    let mut given: HashSet<u32> = HashSet::new();
    for name in names {
        let words: Vec<u32> = reading[name.tokens()].iter().map(|t| t.word).collect();
        let [ref before @ .., middle, last] = words[..] else { continue };
        if is_foreign(reading, name.end - 1) {
            // `[Donald Trump]` goes on as `Trump`
            known.insert(vec![last]);
        } else if !before.is_empty() {
            given.insert(last);
        }
        if !before.is_empty() && reading[name.tokens()].iter().all(|t| t.is_word()) {
            // `[Nguyễn Quang Hải]` goes on as `Quang Hải`, `Sajeeb Wazed Joy` as `Wazed Joy`
            known.insert(vec![middle, last]);
        }
        known.insert(words);
    }
    if known.is_empty() {
        return;
    }
    given_names(reading, layout, board, &given);
    let mut at = 0;
    while at < reading.tokens.len() {
        match mention(reading, layout, board, &known, at) {
            Some(end) => {
                add(board, Stretch::new(at, end), 47, Rule::PersonAgain, Value::default());
                at = end;
            }
            None => at += 1,
        }
    }
}

/// Given names by themselves, as papers go on in court reports (`Hiếu thuê Huy lái xe`). At the beginning of a
/// sentence a capital tells nothing, so a name counts there only where it also stands alone inside a sentence, or where
/// somebody acts (`Hiếu đã khai`).
fn given_names(reading: &Reading, layout: &Layout, board: &mut Board, given: &HashSet<u32>) {
    let (mut inside, mut first) = (Vec::new(), Vec::new());
    for at in 0..reading.tokens.len() {
        if given.contains(&reading.word(at)) && stands_alone(reading, layout, board, at) {
            // `người Tày, Nùng`: behind another name of some kind
            let listed = |at: usize| {
                reading[at].is_capital()
                    && !given.contains(&reading.word(at))
                    && board.ending(at + 1).all(|p| p.kind != Kind::Person)
            };
            let begins = reading.sentence_of(at).start == at
                || reading[at - 1].is_mark() && (reading.word(at - 1) != w!(",") || at > 1 && listed(at - 2));
            let verb = || reading.hits.longest(at + 1, Table::SpeechVerbs).is_some();
            let acts = (Class::BeforeVerb.has(reading.word(at + 1)) || reading.same_line(at, at + 1) && verb())
                && !Class::AddressOrName.has(reading.word(at));
            let begins = begins && !acts;
            if begins { first.push(at) } else { inside.push(at) }
        }
    }
    let met: HashSet<u32> = inside.iter().map(|&at| reading.word(at)).collect();
    let told = first.into_iter().filter(|&at| met.contains(&reading.word(at)));
    for at in inside.iter().copied().chain(told) {
        add(board, Stretch::new(at, at + 1), 46, Rule::PersonGiven, Value::default());
    }
}

/// One capital syllable between words in small letters or marks, in no other name and no common word.
fn stands_alone(reading: &Reading, layout: &Layout, board: &Board, at: usize) -> bool {
    let capital = |i: usize| reading.same_line(at, i) && reading[i].is_capital();
    let covered = |p: &crate::entities::Proposal| {
        matches!(p.kind, Kind::Person | Kind::Organization | Kind::Place | Kind::Event | Kind::Document)
    };
    let in_name = board.starting(at).any(covered) || board.ending(at + 1).any(covered);
    let compound = super::is_first_of_a_word(reading, at);
    reading[at].case == Case::Title
        && !Class::NoNameAlone.has(reading.word(at))
        && !is_inside_run(reading, at)
        && !(at > 0 && capital(at - 1))
        && !capital(at + 1)
        && !in_name
        && !compound
        && layout.zone(reading, at) != ZoneKind::Chrome
        && cue_before(reading, board, at) != Cue::NotPerson
}

/// The end of a known name that stands alone here.
fn mention(reading: &Reading, layout: &Layout, board: &Board, known: &HashSet<Vec<u32>>, at: usize) -> Option<usize> {
    let token = &reading[at];
    if token.case != Case::Title || is_inside_run(reading, at) || layout.zone(reading, at) == ZoneKind::Chrome {
        return None;
    }
    let capital = |i: usize| reading.tokens.get(i).is_some_and(|t| t.is_capital()) && reading.same_line(at, i);
    if at > 0 && capital(at - 1) && reading.sentence_of(at - 1).start != at - 1 && board.ending(at).next().is_none() {
        return None;
    }
    let mut words = Vec::new();
    let mut best = None;
    for end in at + 1..=(at + 6).min(reading.tokens.len()) {
        if !reading.same_line(at, end - 1) {
            break;
        }
        words.push(reading.word(end - 1));
        let closed = !capital(end) || board.starting(end).next().is_some();
        if closed && known.contains(&words) && capital(end - 1) {
            best = Some(end);
        }
    }
    let end = best?;
    let taken = |p: &crate::entities::Proposal| {
        matches!(p.kind, Kind::Person | Kind::Organization) || p.kind == Kind::Place && p.at.end >= end
    };
    if board.starting(at).any(taken) || cue_before(reading, board, at) == Cue::NotPerson {
        return None;
    }
    Some(end)
}
