//! Names met once are known again: the whole name wherever it stands, and the short forms papers go on with.

use super::{
    Value, add,
    cue::{Cue, cue_before},
    foreign::is_foreign,
    is_inside_run,
};
use crate::analysis::{Kind, ZoneKind};
use crate::entities::Board;
use crate::layout::Layout;
use crate::text::{Case, Reading, Stretch};
use std::collections::HashSet;

/// Marks every further mention of the people found so far; `names` are their stretches.
pub fn propose(reading: &Reading, layout: &Layout, board: &mut Board, names: &[Stretch]) {
    let mut known: HashSet<Vec<u32>> = HashSet::new();
    for name in names {
        let words: Vec<u32> = reading.tokens[name.tokens()].iter().map(|t| t.word).collect();
        let syllables = words.len();
        if syllables < 2 {
            continue;
        }
        if is_foreign(reading, name.end - 1) {
            // `Donald Trump` goes on as `Trump`
            known.insert(words[syllables - 1..].to_vec());
        }
        if syllables > 2 && reading.tokens[name.tokens()].iter().all(|t| t.is_word()) {
            // `Nguyễn Quang Hải` goes on as `Quang Hải`, `Sajeeb Wazed Joy` as `Wazed Joy`
            known.insert(words[syllables - 2..].to_vec());
        }
        known.insert(words);
    }
    if known.is_empty() {
        return;
    }
    let mut at = 0;
    while at < reading.tokens.len() {
        match mention(reading, layout, board, &known, at) {
            Some(end) => {
                add(board, Stretch::new(at, end), 47, "person.again", Value::default());
                at = end;
            }
            None => at += 1,
        }
    }
}

/// The end of a known name that stands alone here.
fn mention(reading: &Reading, layout: &Layout, board: &Board, known: &HashSet<Vec<u32>>, at: usize) -> Option<usize> {
    let token = &reading.tokens[at];
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
