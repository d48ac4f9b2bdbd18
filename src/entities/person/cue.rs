//! What stands before a name: a form of address, a post, another name of a list, or what makes it no person's name.

use crate::analysis::Kind;
use crate::entities::place::Sort;
use crate::entities::{Board, Proposal, Value as Any};
use crate::lexicon::{Table, cell};
use crate::text::Reading;
use crate::w;

/// What stands before a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    /// `ông`, `đồng chí`, `Đại tá`, `TS.`: a name of any length follows.
    Address,
    /// A post: `Trưởng Ban Tổ chức Tỉnh ủy Phan Văn Phụng`.
    Post,
    /// A calling or part in a story, which may also stand before something else.
    Calling,
    /// Another person and a comma, `và`.
    List,
    /// What makes a name of a person something else.
    NotPerson,
    None,
}

pub(super) fn cue_before(reading: &Reading, board: &Board, at: usize) -> Cue {
    if at == 0 || !reading.same_line(at - 1, at) {
        return Cue::None;
    }
    let mut end = at;
    // `TS. Nguyễn …`, `ông: A`, `Tỉnh ủy - Lê Thanh Nghiêm`, `Bí thư Tỉnh ủy: A`
    let mark = reading.word(at - 1);
    let dot = mark == w!(".") && !reading.tokens[at - 1].spaced && at > 1 && reading.tokens[at - 2].is_capital();
    let dash = [w!("-"), w!(":")].contains(&mark);
    if dot || dash {
        end -= 1;
    }
    if end == 0 {
        return Cue::None;
    }
    // `số 5 Trần Thánh Tông` is an address
    if !dot && !dash && reading.tokens[at - 1].is_number() && reading.word_before(at, 2) == w!("số") {
        return Cue::NotPerson;
    }
    // `nhà báo Mỹ John Smith`: a country between the calling and the name
    let country = board.ending(end).find(|p| is_country(p)).filter(|_| !dot && !dash);
    let mut cue = Cue::None;
    if let Some(start) = country.map(|p| p.at.start)
        && is_called(reading, start)
    {
        return Cue::Calling;
    }
    for start in end.saturating_sub(5)..end {
        for hit in reading.hits.at(start).iter().filter(|h| h.end as usize == end) {
            match hit.table {
                Table::NotPersons if !dash && cue == Cue::None => cue = Cue::NotPerson,
                Table::Honorifics if mark != w!("-") => {
                    let sure = cell(Table::Honorifics, hit.row, 1) == "s";
                    cue = if sure {
                        Cue::Address
                    } else if cue != Cue::Address {
                        Cue::Calling
                    } else {
                        cue
                    };
                }
                _ => {}
            }
        }
    }
    if matches!(cue, Cue::Address | Cue::Calling) {
        return cue;
    }
    if !dot && board.ending(end).any(|p| p.kind == Kind::Role) {
        return Cue::Post;
    }
    if cue == Cue::None
        && (mark == w!(",") || mark == w!("và"))
        && at > 1
        && board.ending(at - 1).any(|p| p.kind == Kind::Person)
    {
        return Cue::List;
    }
    cue
}

/// A country or one of its regions.
pub fn is_country(p: &Proposal) -> bool {
    matches!(&p.value, Any::Place(v) if v.sort == Sort::Country)
}

/// A calling or form of address ends right before the token.
fn is_called(reading: &Reading, end: usize) -> bool {
    let calling = |h: &crate::lexicon::Hit| h.table == Table::Honorifics && h.end as usize == end;
    (end.saturating_sub(4)..end).any(|i| reading.same_line(i, end) && reading.hits.at(i).iter().any(calling))
}
