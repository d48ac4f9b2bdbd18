//! What closes the name of a body: places and level words, a term, a short form in brackets.

use crate::analysis::{Branch, Kind, Level};
use crate::entities::Board;
use crate::entities::cursor::Cursor;
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
    let inside = Cursor::behind(reading, end).any(&[w!("(")])?;
    let behind = inside.one(|t| t.case == Case::Upper)?.any(&[w!(")")])?;
    (!behind.is_end()).then_some(behind.at())
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
    let number = |c: &Cursor| c.token().is_number() || !c.is_end() && roman(reading, c.at()).is_some();
    let region = Cursor::behind(reading, end).all(&[w!("khu"), w!("vực")]).filter(number);
    let Some(behind) = region.and_then(|c| c.one(|_| sits)) else { return end };
    value.level = Some(Level::District);
    match behind.any(&[w!("-")]).and_then(|c| c.entity(board, Kind::Place)) {
        Some((c, place)) => {
            value.place = Some(place.at);
            c.at()
        }
        None => behind.at(),
    }
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
    let c = Cursor::behind(reading, end);
    // `[Ban Chấp hành Trung ương khóa XIII, XIV]`
    let next = |c: Cursor<'_>| Some(c.any(&[w!(",")])?.read(|reading, at| Some((at + 1, roman(reading, at)?)))?.0.at());
    let mut found = c.term().map(Cursor::at);
    while c.word() == w!("khóa")
        && let Some(more) = found.and_then(|end| next(c.to(end)))
    {
        found = Some(more);
    }
    // `[Ban Chấp hành Đảng bộ tỉnh lần thứ XXIX]`
    let counted = || c.all(&[w!("lần"), w!("thứ")]).and_then(|c| c.read(ordinal)).map(|(c, _)| c.at());
    let found = found.or_else(|| counted().filter(|_| value.is(Is::Executive)));
    value.term_at = found.map(|_| end).or(value.term_at);
    found.unwrap_or(end)
}
