//! What stands before a name: a form of address, a post, another name of a list, or what makes it no person's name.

use crate::analysis::Kind;
use crate::entities::place::Sort;
use crate::entities::{Board, Proposal, Value as Any};
use crate::lexicon::columns::honorifics;
use crate::lexicon::{Class, Hit, Table};
use crate::text::{Case, Reading};
use crate::w;

/// What stands before a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    /// `ông`, `đồng chí`, `Đại tá`, `TS.`: a name of any length follows.
    Address,
    /// A post: `[Trưởng Ban Tổ chức Tỉnh ủy] [Phan Văn Phụng]`.
    Post,
    /// A calling or part in a story, which may also stand before something else.
    Calling,
    /// Another person and a comma, `và`.
    List,
    /// What makes a name of a person something else.
    NotPerson,
    None,
}

/// What stands before the name that begins at this token.
pub(super) fn cue_before(reading: &Reading, board: &Board, at: usize) -> Cue {
    if at == 0 || !reading.same_line(at - 1, at) {
        return Cue::None;
    }
    // `TS. [Nguyễn Văn Nam]`, `ông: [A]`, `[Tỉnh ủy] - [Lê Thanh Nghiêm]`, `[Bí thư Tỉnh ủy]: [Lê Thanh Nghiêm]`
    let mark = reading.word(at - 1);
    let dot = mark == w!(".") && !reading[at - 1].spaced && at > 1 && reading[at - 2].is_capital();
    let dash = [w!("-"), w!(":")].contains(&mark);
    let end = at - usize::from(dot || dash);
    // what ends the line before says nothing of this one
    if end == 0 || !reading.same_line(end - 1, at) {
        return Cue::None;
    }
    // `số 5 Trần Thánh Tông` is an address
    if !dot && !dash && reading[at - 1].is_number() && reading.word_before(at, 2) == w!("số") {
        return Cue::NotPerson;
    }
    // `[Thủ tướng Ý] [Meloni]`: a post that ends here is more than the rank or the country in it
    if !dot && board.ending(end).any(|p| p.kind == Kind::Role && p.at.len() > 1) {
        return Cue::Post;
    }
    // `nhà báo [Mỹ] [John Smith]`: a country between the calling and the name
    let country = board.ending(end).find(|p| is_country(p)).filter(|_| !dot && !dash);
    if country.is_some_and(|country| is_called(reading, country.at.start)) {
        return Cue::Calling;
    }
    let cue = cue_of_forms(reading, at, end);
    if matches!(cue, Cue::Address | Cue::Calling) {
        return cue;
    }
    if !dot && board.ending(end).any(|p| p.kind == Kind::Role) {
        return Cue::Post;
    }
    let listed = (mark == w!(",") || mark == w!("và")) && at > 1;
    if cue == Cue::None && listed && board.ending(at - 1).any(|p| p.kind == Kind::Person) {
        return Cue::List;
    }
    cue
}

/// What the forms of the tables say that end before the token `end`, which a mark may part from the name.
fn cue_of_forms(reading: &Reading, at: usize, end: usize) -> Cue {
    let mark = reading.word(at - 1);
    let behind_dash = [w!("-"), w!(":")].contains(&mark);
    // `[Hội Nhà báo]`, `nghĩa trang liệt sĩ`: the end of a longer word for something else
    let names = |h: &&Hit| {
        matches!(h.table, Table::BodyHeads | Table::FixedBodies | Table::Fields | Table::PlaceUnits | Table::NotPersons)
    };
    let longest = reading.hits.ending(end).find(names).map_or(0, Hit::len);
    let mut cue = Cue::None;
    for hit in reading.hits.ending(end).filter(|h| h.table != Table::Honorifics || h.len() >= longest) {
        match hit.table {
            Table::NotPersons if !behind_dash && cue == Cue::None => cue = Cue::NotPerson,
            // `[rạch Bà Bướm]`, `[cầu Ông Lãnh]`, `môn Tiếng Anh`; `Nam Em. Mức phạt`
            Table::Honorifics
                if is_inside_name(reading, hit.start as usize, end) || hit.len() == 1 && ends_sentence(reading, at) =>
            {
                cue = Cue::NotPerson;
            }
            Table::Honorifics if mark == w!("-") => {}
            Table::Honorifics if honorifics::WEIGHT.of(hit.row) == Some(honorifics::Weight::Sure) => {
                cue = Cue::Address;
            }
            Table::Honorifics if cue != Cue::Address => cue = Cue::Calling,
            _ => {}
        }
    }
    cue
}

/// A form of address with a capital inside a name: behind another capital word, or behind what rivers, bridges and
/// markets are called by.
fn is_inside_name(reading: &Reading, start: usize, end: usize) -> bool {
    let before = start.checked_sub(1).filter(|&b| end == start + 1 && reading.same_line(b, start));
    before.is_some_and(|b| {
        reading[start].case == Case::Title
            && reading[start].spaced
            && reading.sentence_of(start).start != start
            && (reading[b].case == Case::Title && reading.sentence_of(b).start != b
                || reading.hits_before(start).any(|h| h.table == Table::PlaceUnits))
    })
}

/// A full stop behind a word of address (degrees are abbreviated with one: `TS.`).
fn ends_sentence(reading: &Reading, at: usize) -> bool {
    reading.word(at - 1) == w!(".")
        && at > 1
        && reading[at - 2].case == Case::Title
        && reading[at].spaced
        && reading[at - 2].letters < 5
        && Class::EndsSentenceAsAddress.has(reading.word(at - 2))
}

/// A country or one of its regions.
pub(crate) fn is_country(p: &Proposal) -> bool {
    matches!(&p.value, Any::Place(v) if v.sort == Sort::Country)
}

/// A calling or form of address ends right before the token.
fn is_called(reading: &Reading, end: usize) -> bool {
    reading.hits_before(end).any(|h| h.table == Table::Honorifics)
}
