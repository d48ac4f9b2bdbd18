//! What stands around a name that may be a place: the rest of a longer name, a preposition, a body it belongs to.

use crate::analysis::Kind;
use crate::entities::Board;
use crate::lexicon::columns::{body_heads, surnames};
use crate::lexicon::{Class, Hit, Table};
use crate::text::{Case, Reading, Stretch};

pub(super) fn in_name(reading: &Reading, at: Stretch) -> bool {
    let Some(before) = at.start.checked_sub(1).map(|i| &reading[i]) else { return false };
    let touches = before.cell == reading[at.start].cell && before.case == Case::Title && before.is_word();
    if !touches {
        return false;
    }
    // `Từ Cao Bằng đến Cà Mau`: a preposition with the capital of its sentence
    if opens_with_preposition(reading, at.start - 1) {
        return false;
    }
    // the end of a longer run of capitals begins no name
    let inside = at.start > 1
        && reading.same_line(at.start - 2, at.start)
        && reading[at.start - 2].case == Case::Title
        && !reading.hits.begins_family_name(at.start - 2);
    if inside && reading.sentence_of(at.start).start != at.start - 2 {
        return false;
    }
    let begins_body = reading.hits.at(at.start - 1).iter().any(|h| h.table == Table::BodyHeads);
    let rare = |h: &Hit| surnames::FREQ.of(h.row) == Some(surnames::Freq::D);
    reading.hits.family_names(at.start - 1).any(|h| h.len() == 1 && !(begins_body && rare(h)))
}

/// A grammatical word begins its sentence here, and has its capital from that alone.
pub(crate) fn opens_with_preposition(reading: &Reading, at: usize) -> bool {
    reading.sentence_of(at).start == at && reading.hits.longest(at, Table::FunctionWords).is_some()
}

/// A listed name of several words that stands on the board goes on over the token: `Rịa` in `[Bà Rịa - Vũng
/// Tàu]`, `Ban` in `[Tây Ban Nha]` begin nothing of their own.
pub(crate) fn is_inside_listed(reading: &Reading, board: &Board, at: usize) -> bool {
    reading.hits.across(at).filter(|h| h.table.names_places()).any(|h| {
        let listed = Stretch::new(h.start as usize, h.end as usize);
        board.starting(listed.start).any(|p| p.kind == Kind::Place && p.at.contains(listed))
    })
}

/// A preposition of place, or another place and a comma, stands before.
pub(super) fn placed_by_words(reading: &Reading, at: Stretch) -> bool {
    let Some(before) = at.start.checked_sub(1) else { return false };
    reading.same_line(before, at.start) && Class::BeforePlace.has(reading.word(before))
}

/// A local body's name of up to four words ends with the district: `[Chi bộ An Nam Cộng sản Cờ Đỏ]`.
pub(super) fn body_goes_on(reading: &Reading, at: Stretch) -> bool {
    let ends = !reading.same_line(at.start, at.end) || reading[at.end].is_mark();
    ends && (2..=4.min(at.start)).map(|words| at.start - words).any(|name| {
        reading[name].is_capital()
            && reading.same_line(name, at.start)
            && reading[name..at.start].iter().all(|t| t.is_word())
            && local_body_before(reading, name)
    })
}

/// A school, hospital or center, with its field, ends right before: `[Trường THCS Dịch Vọng]`,
/// `[Trung tâm Y tế Hoài Nhơn]`.
pub(super) fn institution_before(reading: &Reading, at: usize) -> bool {
    let ends = |table: Table, end: usize| reading.hits_before(end).find(|h| h.table == table).map(|h| h.start as usize);
    let head = |end: usize| ends(Table::BodyHeads, end).is_some_and(|i| Class::Institution.has(reading.word(i)));
    head(at) || ends(Table::Fields, at).is_some_and(head)
}

/// Schools are named after people and ideas too: `[Trường Tiểu học Quang Trung]`, `[Trường THPT Hòa Bình]`.
pub(super) fn names_more_than_a_place(reading: &Reading, at: Stretch) -> bool {
    let word =
        |h: &Hit| matches!(h.table, Table::Compounds | Table::NameWords | Table::Fields) && h.end as usize == at.end;
    let goes_on = reading.same_line(at.start, at.end) && reading[at.end].case == Case::Title;
    reading.hits.begins_family_name(at.start) || goes_on || reading.hits.at(at.start).iter().any(word)
}

/// The head of a local body ends right before: `[Huyện ủy Châu Thành]`, `[Công an Lộc Ninh]`.
pub(super) fn local_body_before(reading: &Reading, at: usize) -> bool {
    let takes_place =
        |h: &Hit| h.table == Table::BodyHeads && body_heads::TAKES.of(h.row).has(body_heads::Takes::Place);
    reading.hits_before(at).any(takes_place)
}
