//! Abbreviations where the text itself defines them: `Tổ chức xây dựng Đảng (TCXDĐ)`, `… (viết tắt là QTDND)`.
//!
//! The letters must be the initials of the syllables before the bracket; `và`, `của` and dashes may be passed over.
//! A foreign abbreviation (`[Tập đoàn Điện lực Việt Nam] ([EVN])`) is taken from behind the name of a body. A short
//! name in words (`gọi tắt là Nghị định 45`) is none.

pub(crate) use super::value::Abbreviation as Value;
use super::{Board, Proposal, Rule, Value as Any};
use crate::analysis::Kind;
use crate::layout::Layout;
use crate::lexicon::columns::abbreviations;
use crate::lexicon::{Class, Phrase, Table};
use crate::limits;
use crate::text::{Case, Reading, Stretch};
use crate::w;

/// Proposes every abbreviation that the text defines.
pub(crate) fn propose(reading: &Reading, _layout: &Layout, board: &mut Board) {
    for open in 0..reading.tokens.len() {
        if reading.word(open) != w!("(") {
            continue;
        }
        let inside = (open + 1..reading.tokens.len().min(open + 1 + limits::SHORT_FORM))
            .find(|&i| reading.word(i) == w!(")") && reading.same_line(open, i))
            .map(|close| Stretch::new(open + 1, close));
        if let Some((at, long)) = inside.and_then(|inside| defined(reading, board, open, inside)) {
            let value = Any::Abbreviation(Value { long });
            board.add(Proposal { kind: Kind::Abbreviation, at, strength: 80, rule: Rule::AbbreviationDefined, value });
        }
    }
}

/// The short form inside the brackets and the words before them that it stands for.
fn defined(reading: &Reading, board: &Board, open: usize, inside: Stretch) -> Option<(Stretch, Stretch)> {
    let (from, announced) = after_announcement(reading, inside);
    let mut short = Stretch::new(from, inside.end);
    while short.start < short.end && reading.word(short.start) == w!("\"") {
        short.start += 1;
    }
    while short.end > short.start && reading.word(short.end - 1) == w!("\"") {
        short.end -= 1;
    }
    let units = units(reading, short)?;
    if let Some(start) = initials_before(reading, open, &units) {
        return Some((short, Stretch::new(start, open)));
    }
    if let Some(start) = known_before(reading, open, short) {
        return Some((short, Stretch::new(start, open)));
    }
    // foreign letters: the body named right before is what they stand for
    let letters = units.iter().filter(|u| matches!(u, Unit::Letter(_))).count();
    let name = board.ending(open).filter(|p| p.kind == Kind::Organization).min_by_key(|p| p.at.start).map(|p| p.at);
    let name = name.or_else(|| body_before(reading, open))?;
    let foreign = short.len() == 1 && letters >= 2 && reading.token_text(short.start).is_ascii() && name.len() >= 3;
    let place = board.longest(Kind::Place, short.start).is_some();
    // `(QNO) - [Chiều nay]`: the code of the outlet
    let code = reading.word(inside.end + 1) == w!("-");
    ((foreign || announced) && !place && !code).then_some((short, name))
}

/// The words from the head of a body, a party's nearest, up to the bracket, where no mark parts them.
fn body_before(reading: &Reading, open: usize) -> Option<Stretch> {
    let words = (open.saturating_sub(limits::SHORT_FORM)..open)
        .rev()
        .take_while(|&i| reading.same_line(i, open) && (reading[i].is_word() || reading.word(i) == w!("-")));
    let mut start = None;
    for i in words.filter(|&i| reading[i].is_capital()) {
        let head = reading.hits.at(i).iter().any(|h| matches!(h.table, Table::BodyHeads | Table::FixedBodies));
        if reading.word(i) == w!("đảng") || head {
            start = Some(i);
        }
        if reading.word(i) == w!("đảng") {
            break;
        }
    }
    start.map(|start| Stretch::new(start, open))
}

/// The token behind `viết tắt là`, `sau đây gọi tắt là` …, and whether such words stand there.
fn after_announcement(reading: &Reading, inside: Stretch) -> (usize, bool) {
    let told = inside.tokens().find(|&i| reading.phrase(i, Phrase::AnnouncesShortForm).is_some());
    let Some(told) = told else { return (inside.start, false) };
    let last = (told..inside.end).rev().find(|&i| [w!("là"), w!("tắt"), w!(":")].contains(&reading.word(i)));
    (last.map_or(inside.start, |i| i + 1), true)
}

/// A piece of a short form: a letter, or a whole word left as it is (`Đảng` in `TCXD Đảng`).
#[derive(Debug, Clone, Copy, PartialEq)]
enum Unit {
    Letter(char),
    Word(u32),
}

/// The pieces of a short form; `None` where it is none.
fn units(reading: &Reading, short: Stretch) -> Option<Vec<Unit>> {
    let mut out = Vec::new();
    let mut capitals = 0;
    for at in short.tokens() {
        let token = &reading[at];
        let text = reading.token_text(at);
        match token.case {
            Case::Upper => {
                capitals += text.chars().count();
                out.extend(text.chars().map(Unit::Letter));
            }
            Case::Title if text.chars().count() == 1 => {
                capitals += 1;
                out.extend(text.chars().map(Unit::Letter));
            }
            Case::Title | Case::Lower if short.len() > 1 => out.push(Unit::Word(token.word)),
            Case::None if Class::InsideShortForm.has(token.word) => {}
            _ => return None,
        }
    }
    let roman = short.len() == 1 && super::numeral::roman(reading, short.start).is_some();
    let words = out.iter().filter(|u| matches!(u, Unit::Word(_))).count();
    (capitals >= 2 && words <= 2 && !roman).then_some(out)
}

/// Where the words begin that the table has for this short form, if they stand right before the bracket:
/// `mỗi xã một sản phẩm (OCOP)`.
fn known_before(reading: &Reading, open: usize, short: Stretch) -> Option<usize> {
    let hits = reading.hits.at(short.start).iter();
    let mut known = hits.filter(|h| h.table == Table::Abbreviations && h.end as usize == short.end);
    known.find_map(|hit| {
        let long = abbreviations::LONG.words(hit.row).first()?;
        let start = open.checked_sub(long.len())?;
        reading.seq(start, long).then_some(start)
    })
}

/// Where the words begin whose initials, up to the bracket, are these pieces.
fn initials_before(reading: &Reading, open: usize, units: &[Unit]) -> Option<usize> {
    let mut at = open;
    let mut passed = 0;
    for (n, unit) in units.iter().enumerate().rev() {
        loop {
            at = at.checked_sub(1).filter(|&i| reading.same_line(i, open))?;
            if matches(reading, at, *unit) {
                passed = 0;
                break;
            }
            // a link or a closing quotation mark, not at the end of the name
            let quote = reading.word(at) == w!("\"");
            let link = Class::SkippedByInitials.has(reading.word(at)) && n + 1 < units.len();
            passed += 1;
            if !(quote || link) || passed > 2 {
                return None;
            }
        }
    }
    let words = (at..open).filter(|&i| reading[i].is_word()).count();
    (words >= 2).then_some(at)
}

fn matches(reading: &Reading, at: usize, unit: Unit) -> bool {
    match unit {
        Unit::Word(word) => reading.word(at) == word,
        Unit::Letter(letter) => {
            reading[at].is_word() && reading.token_text(at).chars().next().is_some_and(|c| base(c) == base(letter))
        }
    }
}

/// The letter without tone, small; `Ư` and `Ô` count as `U` and `O` too, `Đ` is a letter of its own.
fn base(letter: char) -> char {
    crate::text::compose::base(letter).to_lowercase().next().unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::read;

    fn found(text: &str) -> Vec<(String, String)> {
        let reading = read(text);
        let mut board = Board::new(&reading);
        propose(&reading, &Layout::default(), &mut board);
        let long = |p: &Proposal| match p.value {
            Any::Abbreviation(value) => reading.text(value.long).to_string(),
            _ => String::new(),
        };
        board.proposals().map(|p| (reading.text(p.at).to_string(), long(p))).collect()
    }

    #[test]
    fn finds_definitions() {
        for (text, short, long) in [
            ("ngành Tổ chức xây dựng Đảng (TCXDĐ) cả nước", "TCXDĐ", "Tổ chức xây dựng Đảng"),
            ("của Ban Thường vụ (BTV) Tỉnh ủy", "BTV", "Ban Thường vụ"),
            ("phát triển kinh tế - xã hội (KT-XH)", "KT-XH", "kinh tế - xã hội"),
            ("Sở Giáo dục và Đào tạo (GD&ĐT) cho", "GD&ĐT", "Giáo dục và Đào tạo"),
            ("Ủy ban nhân dân (UBND) tỉnh", "UBND", "Ủy ban nhân dân"),
            ("Quỹ tín dụng nhân dân (viết tắt là QTDND)", "QTDND", "Quỹ tín dụng nhân dân"),
            ("giải phóng mặt bằng (sau đây gọi tắt là “GPMB”)", "GPMB", "giải phóng mặt bằng"),
            ("công tác tổ chức xây dựng Đảng (TCXD Đảng)", "TCXD Đảng", "tổ chức xây dựng Đảng"),
            ("Chương trình mỗi xã một sản phẩm (OCOP)", "OCOP", "mỗi xã một sản phẩm"),
            ("ứng dụng trí tuệ nhân tạo (AI)", "AI", "trí tuệ nhân tạo"),
            ("của Đảng Quyền lực nhân dân (PPP) cầm quyền", "PPP", "Đảng Quyền lực nhân dân"),
            ("theo Trung tâm Kiểm soát Dịch bệnh (CDC) Mỹ", "CDC", "Trung tâm Kiểm soát Dịch bệnh"),
            ("thành phố Hồ Chí Minh (TP.HCM)", "TP.HCM", "thành phố Hồ Chí Minh"),
        ] {
            assert_eq!(found(text), [(short.to_string(), long.to_string())], "{text}");
        }
    }

    #[test]
    fn leaves_other_brackets() {
        for text in [
            "ông Nguyễn Văn An (ảnh), Trưởng ban",
            "(HG) - Chiều nay",
            "Huyện ủy Thăng Bình (QNO) - Sáng nay",
            "Bộ Chính trị (khóa XII)",
            "Nghị định số 45 (gọi tắt là Nghị định 45)",
            "giai đoạn một (GPMB)",
            "Trung ương 4 (XII)",
            "ở đây (",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}
