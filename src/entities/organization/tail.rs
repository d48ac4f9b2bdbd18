//! What closes the name of a body: places and level words, a term, a short form in brackets.

use crate::analysis::{Branch, Kind, Level};
use crate::entities::Board;
use crate::entities::numeral::{ordinal, roman};
use crate::entities::value::Organization as Value;
use crate::lexicon::Phrase;
use crate::lexicon::columns::body_heads::{Is, Takes};
use crate::text::{Case, Reading};
use crate::w;

pub(super) fn is_digit(reading: &Reading, at: usize) -> bool {
    reading[at].is_number()
}

/// `(BTV)` behind a name that goes on after it (`[Ban Thường vụ (BTV) Tỉnh ủy]`).
pub(super) fn bracketed_short_form(reading: &Reading, end: usize) -> Option<usize> {
    let inside = reading.tokens.get(end + 1)?;
    let closed = reading.word(end) == w!("(") && inside.case == Case::Upper && reading.word(end + 2) == w!(")");
    (closed && reading.same_line(end.checked_sub(1)?, end + 3)).then_some(end + 3)
}

pub(super) fn place_follows(reading: &Reading, board: &Board, at: usize) -> bool {
    board.longest(Kind::Place, at).is_some()
        || level_word(reading, at).is_some()
        || reading.seq(at, &[w!("trung"), w!("ương")])
}

/// Committees and councils are numbered by terms; unions, departments and the like are not.
pub(super) fn takes_term(value: &Value) -> bool {
    let committee = value.branch == Some(Branch::Party) && value.level.is_some();
    committee || value.takes(Takes::Term)
}

/// Level words and what level they name.
pub(crate) fn level_word(reading: &Reading, at: usize) -> Option<(Level, usize)> {
    let w = reading.word(at);
    let two = |second: u32, level: Level| (reading.word(at + 1) == second).then_some((level, 2));
    if w == w!("tỉnh") {
        Some((Level::Province, 1))
    } else if w == w!("huyện") || w == w!("quận") {
        Some((Level::District, 1))
    } else if w == w!("xã") || w == w!("phường") {
        Some((Level::Commune, 1))
    } else if w == w!("thành") {
        two(w!("phố"), Level::Province)
    } else if w == w!("tp") {
        Some((Level::Province, 1))
    } else if w == w!("thị") {
        two(w!("xã"), Level::District).or(two(w!("trấn"), Level::Commune))
    } else if w == w!("thủ") && reading[at].is_capital() {
        two(w!("đô"), Level::Province)
    } else if w == w!("đặc") {
        two(w!("khu"), Level::Commune)
    } else {
        None
    }
}

/// The end of `Trung ương`, `T.Ư`, `TW` as the last part of a name.
pub(super) fn center_end(reading: &Reading, at: usize) -> Option<usize> {
    let short = [w!("tw"), w!("tư")].contains(&reading.word(at)) && reading[at].case == Case::Upper;
    reading.phrase(at, Phrase::PartyCenter).or_else(|| short.then_some(at + 1))
}

/// `Trung ương`, `T.Ư`, `TW` ends right before.
pub(super) fn ends_with_center(reading: &Reading, end: usize) -> bool {
    (1..=3.min(end)).any(|back| center_end(reading, end - back) == Some(end))
}

/// Places and level words behind a body: `tỉnh`, `[tỉnh Long An]`, `[Hậu Giang]`, `[Ủy ban MTTQ Việt Nam tỉnh]`, `thành
/// phố`.
pub(super) fn place_tail(reading: &Reading, board: &Board, mut end: usize, value: &mut Value) -> usize {
    for _ in 0..2 {
        if reading.line_ends(end) {
            break;
        }
        if let Some(place) = board.longest(Kind::Place, end) {
            let country = place.at.len() == 2 && reading.seq(end, &[w!("việt"), w!("nam")])
                || place.at.len() == 1 && reading.word(end) == w!("vn");
            if let Some((level, _)) = level_word(reading, end) {
                value.level = refine(value.level, level);
            }
            end = place.at.end;
            value.place = Some(place.at);
            value.bare_level = false;
            if country {
                value.place = None;
                continue;
            }
            break;
        }
        let Some((level, width)) = level_word(reading, end) else {
            let bracket = reading.word(end - 1) == w!(")");
            if let Some(center) = center_end(reading, end).filter(|_| reading[end].is_capital() || bracket) {
                value.level = Some(Level::Central);
                end = center;
            }
            break;
        };
        let next = end + width;
        let plural = reading.same_line(end, next) && is_listed(reading, next);
        if plural || reading[end].case == Case::Title && width == 1 && reading.word(end) != w!("tp") {
            break;
        }
        value.level = refine(value.level, level);
        value.bare_level = true;
        end = next;
        break;
    }
    end
}

/// `[Tòa án nhân dân khu vực 3 - Hà Tĩnh]` behind a court, procuracy or office: since July 2025 they sit by region,
/// numbered within a province.
pub(super) fn numbered_region(reading: &Reading, board: &Board, end: usize, value: &mut Value) -> usize {
    let sits = matches!(value.branch, Some(Branch::Judicial | Branch::State));
    let number = |at: usize| is_digit(reading, at) || roman(reading, at).is_some();
    if !sits
        || end == 0
        || !reading.seq(end, &[w!("khu"), w!("vực")])
        || !number(end + 2)
        || !reading.same_line(end - 1, end + 2)
    {
        return end;
    }
    value.level = Some(Level::District);
    let region = end + 3;
    let joined = reading.word(region) == w!("-") && reading.same_line(end, region + 1);
    if let Some(place) = board.longest(Kind::Place, region + 1).filter(|_| joined) {
        value.place = Some(place.at);
        return place.at.end;
    }
    region
}

/// `tỉnh, thành phố`, `huyện, thị xã`: a list of classes follows.
pub(super) fn is_listed(reading: &Reading, at: usize) -> bool {
    reading.word(at) == w!(",") && level_word(reading, at + 1).is_some_and(|(_, w)| !reading[at + 1 + w].is_capital())
}

/// The level of the head holds; a level word fills it where the head leaves it open.
pub(super) fn refine(known: Option<Level>, word: Level) -> Option<Level> {
    known.or(Some(word))
}

/// `khóa XV`, `[Ban Chấp hành Trung ương (khóa IX)]`, `(khóa XI, khóa XII)`.
pub(super) fn term_tail(reading: &Reading, end: usize, value: &mut Value) -> usize {
    if reading.line_ends(end) {
        return end;
    }
    // the token behind an ordinal
    let number = |at: usize| ordinal(reading, at).map(|(to, _)| to).filter(|&to| reading.same_line(end, to - 1));
    if reading.word(end) == w!("khóa")
        && let Some(mut i) = number(end + 1)
    {
        value.term_at = Some(end);
        // `[Ban Chấp hành Trung ương khóa XIII, XIV]`
        while reading.word(i) == w!(",") && roman(reading, i + 1).is_some() && reading.same_line(end, i + 1) {
            i += 2;
        }
        return i;
    }
    // `[Ban Chấp hành Đảng bộ tỉnh lần thứ XXIX]`
    let committee = value.is(Is::Executive);
    if committee
        && reading.seq(end, &[w!("lần"), w!("thứ")])
        && let Some(to) = number(end + 2)
    {
        value.term_at = Some(end);
        return to;
    }
    if reading.word(end) == w!("(")
        && reading.word(end + 1) == w!("khóa")
        && let Some(mut i) = number(end + 2)
    {
        while reading.word(i) == w!(",")
            && reading.word(i + 1) == w!("khóa")
            && let Some(to) = number(i + 2)
        {
            i = to;
        }
        if reading.word(i) == w!(")") && reading.same_line(end, i) {
            value.term_at = Some(end);
            return i + 1;
        }
    }
    end
}
