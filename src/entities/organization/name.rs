//! The field of work or proper name behind the head of a body.

use super::tail::{center_end, is_digit, level_word};
use crate::analysis::Kind;
use crate::entities::person::is_country;
use crate::entities::{Board, Rule};
use crate::lexicon::{Class, Hit, Table};
use crate::text::syllable::is_foreign;
use crate::text::{Case, Reading, Token};
use crate::{limits, w};

/// The field of work or proper name behind a head, to its end. `None` where none begins here.
pub(super) fn proper_name(
    reading: &Reading,
    board: &Board,
    at: usize,
    start: usize,
    any: bool,
    company: bool,
) -> Option<usize> {
    let mut end = start;
    // where a place ends the name, small words behind it begin the clause: `Bệnh viện Nhi Thanh Hóa điều trị …`
    let mut placed = start;
    if let Some(described) = description(reading, board, at, start).filter(|_| any) {
        end = described;
    }
    while end < at + limits::BODY && reading.same_line(at, end) {
        let token = &reading[end];
        let first = end == start;
        // `Bộ Công an`: what heads bodies of its own is a field of work too
        let begins_body =
            |h: &Hit| h.len() > 1 && reading.hits.longest(end, Table::Fields).is_none_or(|f| f.end < h.end);
        if first
            && !company
            && token.is_capital()
            && reading.hits.longest(end, Table::BodyHeads).is_some_and(begins_body)
        {
            break;
        }
        // `Phòng cảnh sát hình sự`, `Bộ giáo dục và đào tạo`: some papers write the field small behind a capital head
        let small_field = first && any && !begins_a_compound(reading, at);
        let field = reading.hits.longest(end, Table::Fields);
        // `đề nghị Công ty thống kê thiệt hại`: behind a company a small field needs a name
        let named = |h: &Hit| !company || reading.tokens.get(h.end as usize).is_some_and(|t| t.is_capital());
        if let Some(hit) = field.filter(|h| token.is_capital() || small_field && h.len() > 1 && named(h)) {
            end = hit.end as usize;
            continue;
        }
        let of_organ = first && !company && Class::Organ.has(reading.word(at));
        if of_organ && person_follows(reading, end) {
            break;
        }
        if !first && (board.longest(Kind::Organization, end).is_some() || person_follows(reading, end)) {
            break;
        }
        // `CLB Hoàng Anh Gia Lai`: a name that is known by itself too
        let own =
            board.longest(Kind::Organization, end).filter(|p| first && company && p.rule == Rule::OrganizationFixed);
        if let Some(own) = own {
            end = own.at.end;
            continue;
        }
        if let Some(place) = board.longest(Kind::Place, end) {
            let club = [w!("clb"), w!("câu")].contains(&reading.word(at));
            if level_word(reading, end).is_some() && !club || !any {
                break;
            }
            end = place.at.end;
            placed = end;
            // `Bộ Ngoại giao Ấn Độ Randhir Jaiswal`: a foreign name behind a country is its official's
            if is_country(place) && reading.tokens.get(end).is_some_and(|t| t.is_word()) && is_foreign(reading, end) {
                break;
            }
            continue;
        }
        if let Some(center) = (!first).then(|| center_end(reading, end)).flatten().filter(|&c| c > end + 2) {
            end = center;
            continue;
        }
        if token.is_capital() && any && !reading.hits.at(end).iter().any(|h| h.table == Table::Honorifics && !first) {
            end = one_name_word(reading, end);
            continue;
        }
        let closes = reading.tokens.get(end + 1).is_none_or(|t| t.is_mark() || t.is_capital());
        let counts =
            board.starting(end).any(|p| p.kind == Kind::Quantity) || token.letters == 0 && token.end - token.start > 4;
        if token.is_number()
            && !counts
            && !first
            && token.spaced
            && (reading[end - 1].is_capital() || closes)
            && !is_date(reading, end)
        {
            end += 1;
            continue;
        }
        if token.word == w!("số") && !first && is_told_apart(reading, at, end) {
            end += 2;
            continue;
        }
        // `Công ty TNHH Thương mại vận tải và du lịch Xuyên Việt`: small words of the trade before the company's own name
        let trade = if company && !first { words_that_go_on(reading, end) } else { end };
        if trade > end && reading.tokens.get(trade).is_some_and(|t| t.is_capital()) && reading.same_line(at, trade) {
            end = trade;
            continue;
        }
        let joins = [w!("-"), w!("&"), w!("và"), w!("/")].contains(&token.word);
        let capital_next =
            reading.tokens.get(end + 1).is_some_and(|t| t.is_capital()) && reading.same_line(end, end + 1);
        let loose = token.word == w!("và") && !company;
        // `GD&ĐT`: what is stuck together is one abbreviation
        let glued = token.word == w!("&") && !token.spaced;
        let apart = !glued && (begins_other(reading, board, end + 1) || reading.word(end + 1) == w!("ảnh"));
        if joins && !loose && !first && capital_next && any && !apart {
            end += 1;
            continue;
        }
        break;
    }
    if end > start && any && reading[end - 1].is_word() && (end > placed || reading.seq(end, &[w!("điện"), w!("tử")]))
    {
        end = words_that_go_on(reading, end);
        end = further_fields(reading, board, at, end);
    }
    // `Cục A25`, `Phòng PC02`
    if end == start + 1 && reading.tokens.get(end).is_some_and(|t| t.is_number() && !t.spaced) {
        end += 1;
    }
    let only_the_party = end == start + 1 && reading.word(start) == w!("đảng")
        || reading.seq(start, &[w!("nhà"), w!("nước")]) && end <= start + 2;
    (end > start && !only_the_party).then_some(end)
}

/// `Hội đồng Nghiên cứu, Đổi mới và Doanh nghiệp`, `Cục Điện lực và Năng lượng tái tạo`: further fields of one body, the last
/// behind `và`. Ministries and departments are listed in the same way, so theirs are in the table.
fn further_fields(reading: &Reading, board: &Board, at: usize, first: usize) -> usize {
    let listed = [w!("bộ"), w!("sở"), w!("phòng")].contains(&reading.word(at));
    let plural = at > 0 && [w!("các"), w!("hai"), w!("ba"), w!("những")].contains(&reading.word(at - 1));
    let mut end = first;
    while !listed
        && !plural
        && [w!(","), w!("và")].contains(&reading.word(end))
        && reading.same_line(at, end + 1)
        && reading[end + 1].case == Case::Title
        && !begins_other(reading, board, end + 1)
        && reading.hits.longest(end + 1, Table::Honorifics).is_none()
        && let Some(next) = reading
            .hits
            .at(end + 1)
            .iter()
            .find(|h| h.len() > 1 && matches!(h.table, Table::Fields | Table::Compounds | Table::NameWords))
    {
        let last = reading.word(end) == w!("và");
        end = words_that_go_on(reading, next.end as usize);
        if last {
            // `Chế biến và Xuất khẩu Thủy sản`
            while reading.same_line(at, end) && reading[end].case == Case::Title && !begins_other(reading, board, end) {
                end = one_name_word(reading, end);
            }
            return end;
        }
    }
    first
}

pub(super) fn is_date(reading: &Reading, at: usize) -> bool {
    [w!("/"), w!("-"), w!(".")].contains(&reading.word(at + 1)) && is_digit(reading, at + 2)
}

/// Small words that say what kind of body it is, right behind the head and before its name or level
/// (`Công ty CP bất động sản Hà Quang`, `Hội đồng thẩm định giá đất tỉnh`): at most six, none that begins a clause.
pub(super) fn description(reading: &Reading, board: &Board, at: usize, start: usize) -> Option<usize> {
    let mut end = start;
    while end < start + 7 {
        let token = reading.tokens.get(end).filter(|t| t.cell == reading[at].cell)?;
        let closes =
            token.is_capital() || level_word(reading, end).is_some() || board.longest(Kind::Place, end).is_some();
        if closes {
            let proper = reading[end].is_capital() && reading.hits.longest(end, Table::RoleHeads).is_none();
            return (end > start + 1 && (proper || level_word(reading, end).is_some())).then_some(end);
        }
        let joint = [w!("-"), w!("và")].contains(&token.word);
        // `Bộ thăm trường Tiểu học …`: another body
        if reading.hits.at(end).iter().any(|h| h.table == Table::BodyHeads && h.len() > 1) {
            return None;
        }
        let grammatical =
            reading.hits.at(end).iter().any(|h| matches!(h.table, Table::ClauseWords | Table::FunctionWords));
        if !joint && (!token.is_word() || grammatical) {
            return None;
        }
        end += 1;
    }
    None
}

/// What follows a joining word is another body, post, person or place rather than the name's next part.
pub(super) fn begins_other(reading: &Reading, board: &Board, at: usize) -> bool {
    board.longest(Kind::Organization, at).is_some()
        || board.longest(Kind::Place, at).is_some()
        || person_follows(reading, at)
        || reading.hits.at(at).iter().any(|h| matches!(h.table, Table::RoleHeads | Table::BodyHeads))
}

/// A capital word of a proper name, with one lower-case syllable behind it where that syllable closes the name
/// (`Khuyến nông tỉnh`, `Kiến trúc,`): Vietnamese compounds take a capital on their first syllable only.
pub(super) fn one_name_word(reading: &Reading, at: usize) -> usize {
    let next = at + 1;
    let (Some(a), Some(b)) = (reading.tokens.get(at), reading.tokens.get(next)) else { return next };
    if a.case != Case::Title || b.case != Case::Lower || a.cell != b.cell {
        return next;
    }
    let word = reading.hits.at(at).iter().filter(|h| matches!(h.table, Table::Compounds | Table::NameWords));
    if let Some(end) = word.map(|h| h.end as usize).max().filter(|&e| e > next) {
        return end;
    }
    let ends = |h: &Hit| matches!(h.table, Table::SpeechVerbs | Table::FunctionWords | Table::ClauseWords);
    if reading.hits.at(next).iter().any(ends) {
        return next;
    }
    let after = reading.tokens.get(next + 1).filter(|t| t.cell == b.cell);
    let closes = after.is_none_or(|t| t.is_mark() || t.is_capital()) || level_word(reading, next + 1).is_some();
    if closes && level_word(reading, next).is_none() { next + 1 } else { next }
}

/// Further words of a name in lower case, also behind `và` (`Cục Bảo vệ chính trị nội bộ`, `Trung tâm Công nghệ
/// thông tin tài nguyên và môi trường`): only nouns and adjectives of the table, so that no clause is taken in.
fn words_that_go_on(reading: &Reading, start: usize) -> usize {
    let mut end = start;
    loop {
        let small = |i: usize| reading.same_line(start - 1, i) && !reading[i].is_capital();
        let word = |i: usize| reading.hits.longest(i, Table::NameWords).filter(|h| small(i) && h.len() > 1);
        if let Some(next) = word(end) {
            end = next.end as usize;
        } else if [w!("và"), w!(",")].contains(&reading.word(end))
            && let Some(next) = word(end + 1)
            && (end > start
                || reading.tokens.get(next.end as usize).is_some_and(|t| {
                    t.cell == reading[end].cell && t.is_capital() || word(next.end as usize).is_some()
                }))
        {
            end = next.end as usize;
        } else {
            return end;
        }
    }
}

/// The head and what follows are one common word (`ban hành`, `phòng chống`, `vụ việc`).
pub(super) fn begins_a_compound(reading: &Reading, at: usize) -> bool {
    let longer = |h: &Hit| reading.hits.longest(at, Table::BodyHeads).is_none_or(|b| b.len() < h.len());
    let small = reading.tokens.get(at + 1).is_some_and(|t| !t.is_capital());
    small && reading.hits.longest(at, Table::Compounds).is_some_and(|h| h.len() > 1 && longer(h))
}

/// `Công ty CP Xây dựng số 5`; `số 12/QĐ` is a document's.
fn is_told_apart(reading: &Reading, at: usize, end: usize) -> bool {
    let number = reading.tokens.get(end + 1).is_some_and(|t| t.is_number() && t.end - t.start <= 2);
    let glued = |t: &Token| !t.spaced && [w!("/"), w!("-"), w!(".")].contains(&t.word);
    number
        && !reading.tokens.get(end + 2).is_some_and(glued)
        && Class::HasNumbers.has(reading.word(at))
        && reading.same_line(at, end + 1)
}

/// A family name and a given name follow: the person who heads the body, not part of its name.
pub(super) fn person_follows(reading: &Reading, at: usize) -> bool {
    crate::entities::person::begins_full_name(reading, at)
}

/// Capital words in a row.
pub(super) fn capital_run(reading: &Reading, start: usize) -> Option<usize> {
    let mut end = start;
    // nothing of the next line belongs to the head
    let line = start.saturating_sub(1);
    while end < start + limits::BODY && reading[end].is_capital() && reading.same_line(line, end) {
        end = one_name_word(reading, end);
    }
    (end > start).then_some(end)
}
