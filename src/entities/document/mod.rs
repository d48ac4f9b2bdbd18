//! Documents: from the type word to the end of what identifies one: number, symbol, ordinal, event or body it is
//! named by, or its own title.
//!
//! Each way of naming is a rule of its own; a type word that none of them takes up is a document in general
//! (`các nghị quyết của Trung ương`) or an act (`quyết định điều động`), and stays unmarked.

mod symbol;
mod title;

use super::event::ordinal_at;
use super::{Board, Proposal, Value as Any};
use crate::analysis::Kind;
use crate::layout::Layout;
use crate::lexicon::{Hit, Table, cell};
use crate::text::{Reading, Stretch};
use crate::w;

/// What the rules read in a document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Value {
    /// Canonical type.
    pub kind: &'static str,
    pub number: Option<Stretch>,
    pub symbol: Option<Stretch>,
    /// A body inside the name that issued it (`Nghị quyết của Tỉnh ủy năm 2021`).
    pub issuer: Option<Stretch>,
    /// The type word stands before, outside the span (`…, số 19-NQ/TW`, `khóa XII`).
    pub shared: bool,
}

const TYPE: usize = 1;
const SHORT: usize = 2;
const KINDS: usize = 3;

/// What one rule found: the token behind it, its name, its strength, its value.
struct Found {
    end: usize,
    rule: &'static str,
    value: Value,
}

/// Proposes every document.
pub fn propose(reading: &Reading, _layout: &Layout, board: &mut Board) {
    for at in (0..reading.tokens.len()).rev() {
        let Some(hit) = reading.hits.longest(at, Table::DocTypes) else { continue };
        if at > 0 && !reading.tokens[at].spaced && reading.tokens[at - 1].is_word() || !is_written(reading, hit) {
            continue;
        }
        let Some(found) = best(reading, board, hit) else { continue };
        let (end, kind) = (found.end, found.value.kind);
        let start = draft_before(reading, at);
        if let Some(start) = start {
            add(board, Stretch::new(start, end), "document.draft", Value { kind, ..Value::default() });
        }
        let law = found.rule == "document.law";
        let several = at > 0 && reading.word(at - 1) == w!("các");
        add(board, Stretch::new(at, end), found.rule, found.value);
        if !law {
            listed(reading, board, end, kind, several);
        }
    }
}

fn add(board: &mut Board, at: Stretch, rule: &'static str, value: Value) {
    board.add(Proposal { kind: Kind::Document, at, strength: 66, rule, value: Any::Document(value) });
}

/// Short types only in capitals (`NQ 18`, `QĐ số …`).
fn is_written(reading: &Reading, hit: &Hit) -> bool {
    let at = Stretch::new(hit.start as usize, hit.end as usize);
    let text = reading.text(at);
    let short = cell(Table::DocTypes, hit.row, SHORT).split('|').any(|s| s.eq_ignore_ascii_case(text));
    at.len() > 1 || !short || text.chars().all(char::is_uppercase)
}

fn best(reading: &Reading, board: &Board, hit: &Hit) -> Option<Found> {
    let (at, after) = (hit.start as usize, hit.end as usize);
    let kinds = cell(Table::DocTypes, hit.row, KINDS);
    let kind = cell(Table::DocTypes, hit.row, TYPE);
    let capital = reading.tokens[at].is_capital();
    if !reading.same_line(at, after) {
        return (kinds.contains('c') && capital).then(|| Found {
            end: after,
            rule: "document.constitution",
            value: Value { kind, ..Value::default() },
        });
    }
    let rules: [&dyn Fn() -> Option<Found>; 8] = [
        &|| numbered(reading, after, kind, capital),
        &|| law(reading, board, after, kind, capital).filter(|_| kinds.contains('l')),
        &|| constitution(reading, board, after, kind).filter(|_| kinds.contains('c') && capital),
        &|| of_plenum(reading, after, kind),
        &|| of_event(reading, board, after, kind),
        &|| of_body(reading, board, after, kind, capital),
        &|| {
            on_subject(reading, board, at, after, kind, capital)
                .filter(|_| !kinds.contains('c') && !kinds.contains('l'))
        },
        &|| titled(reading, board, at, after, kind, capital).filter(|_| kinds.contains('t')),
    ];
    rules.iter().find_map(|rule| rule())
}

/// `số 18-NQ/TW`, `18-NQ/TW`, `205`, `30/2020/NĐ-CP`, with `(khóa XII)` behind.
fn numbered(reading: &Reading, after: usize, kind: &'static str, capital: bool) -> Option<Found> {
    let after = described(reading, after).unwrap_or(after);
    let said = reading.word(after) == w!("số") && reading.same_line(after, after + 1);
    let at = after + usize::from(said) + usize::from(said && reading.word(after + 1) == w!(":"));
    let symbol = symbol::at(reading, at)?;
    let bare = symbol.letters.is_none();
    // what may have parts is counted; a decree is only numbered
    let countable =
        ["Báo cáo", "Kế hoạch", "Chương trình", "Dự án", "Đề án", "Quy hoạch", "Chiến lược", "Tờ trình", "Hướng dẫn"]
            .contains(&kind);
    if bare
        && !said
        && (!capital || countable && counts_something(reading, symbol.at.end) || is_date_or_range(reading, symbol.at))
    {
        return None;
    }
    if bare
        && said
        && is_date_or_range(reading, symbol.at)
        && symbol.at.len() == 1
        && reading.word(symbol.at.end) != w!("/")
    {
        return None;
    }
    let end = with_term(reading, symbol.at.end);
    let value =
        Value { kind, number: Some(symbol.number), symbol: symbol.letters.map(|_| symbol.at), ..Value::default() };
    Some(Found { end, rule: "document.number", value })
}

/// Small words between the type and `số`: `kết luận nội dung tố cáo số 102`.
fn described(reading: &Reading, after: usize) -> Option<usize> {
    for at in after..after + 6 {
        let token =
            reading.tokens.get(at).filter(|t| t.is_word() && !t.is_capital() && reading.same_line(after, at))?;
        if token.word == w!("số") {
            return (at > after && reading.tokens.get(at + 1).is_some_and(|t| t.is_number())).then_some(at);
        }
        let grammatical =
            reading.hits.at(at).iter().any(|h| matches!(h.table, Table::ClauseWords | Table::FunctionWords));
        if grammatical || [w!("của"), w!("và"), w!("một"), w!("các")].contains(&token.word) {
            return None;
        }
    }
    None
}

/// A small noun follows a bare number: `Báo cáo 5 nội dung` counts.
fn counts_something(reading: &Reading, at: usize) -> bool {
    let follows =
        reading.tokens.get(at).is_some_and(|t| t.is_word() && !t.is_capital()) && reading.same_line(at - 1, at);
    let percent = [w!("%"), w!(":")].contains(&reading.word(at));
    let grammatical = reading.hits.longest(at, Table::ClauseWords).is_some()
        || reading.hits.longest(at, Table::FunctionWords).is_some()
        || [w!("của"), w!("về"), w!("ngày"), w!("và"), w!("khóa"), w!("năm")].contains(&reading.word(at));
    follows && !grammatical || percent
}

fn is_date_or_range(reading: &Reading, at: Stretch) -> bool {
    let next = reading.tokens.get(at.end + 1);
    [w!("/"), w!("-"), w!("."), w!(",")].contains(&reading.word(at.end))
        && next.is_some_and(|t| t.is_number() && !t.spaced)
}

/// `khóa XII`, `(khóa XI, khóa XII)` behind a number belongs to the document.
fn with_term(reading: &Reading, end: usize) -> usize {
    let open = reading.word(end) == w!("(");
    let mut i = end + usize::from(open);
    if reading.word(i) != w!("khóa") || !reading.same_line(end - 1, i) {
        return end;
    }
    loop {
        match ordinal_at(reading, i + 1) {
            Some((_, width)) if reading.word(i) == w!("khóa") => i += 1 + width,
            _ => return end,
        }
        if open && [w!(","), w!("và")].contains(&reading.word(i)) && reading.word(i + 1) == w!("khóa") {
            i += 1;
            continue;
        }
        break;
    }
    match (open, reading.word(i) == w!(")")) {
        (true, true) => i + 1,
        (true, false) => end,
        _ => i,
    }
}

/// `Luật Đất đai`, `Bộ luật Hình sự năm 2015`, `Luật Đất đai (sửa đổi)`.
fn law(reading: &Reading, board: &Board, after: usize, kind: &'static str, capital: bool) -> Option<Found> {
    if !capital || !reading.tokens[after].is_capital() {
        return None;
    }
    let listed = reading.hits.longest(after, Table::Laws).map(|h| h.end as usize);
    let end = listed.or_else(|| title::subject_of_law(reading, after))?;
    let amended = [w!("sửa"), w!("đổi")];
    let bracket = reading.word(end) == w!("(") && reading.seq(end + 1, &amended);
    let mut end = match (end..end + 9).find(|&i| reading.word(i) == w!(")")) {
        Some(close) if bracket && reading.same_line(after, close) => close + 1,
        _ => end,
    };
    end = with_year(reading, board, end);
    Some(Found { end, rule: "document.law", value: Value { kind, ..Value::default() } })
}

/// `năm 2013`, or the bare year.
fn with_year(reading: &Reading, board: &Board, end: usize) -> usize {
    let year = |i: usize| reading.tokens.get(i).is_some_and(|t| t.is_number() && t.end - t.start == 4);
    if end == 0 || !reading.same_line(end - 1, end) {
        return end;
    }
    match board.longest(Kind::Time, end) {
        Some(t) if reading.word(end) == w!("năm") && t.at.len() == 2 => t.at.end,
        _ if year(end) => end + 1,
        _ => end,
    }
}

fn constitution(reading: &Reading, board: &Board, after: usize, kind: &'static str) -> Option<Found> {
    let end = with_year(reading, board, after);
    Some(Found { end, rule: "document.constitution", value: Value { kind, ..Value::default() } })
}

/// `Nghị quyết Trung ương 4 khóa XI`, `Nghị quyết Trung ương 4 (khóa XI, khóa XII)`.
fn of_plenum(reading: &Reading, after: usize, kind: &'static str) -> Option<Found> {
    let long = reading.seq(after, &[w!("trung"), w!("ương")]);
    let dotted = reading.seq(after, &[w!("t"), w!("."), w!("ư")]);
    let short = [w!("tw"), w!("tư")].contains(&reading.word(after)) && reading.tokens[after].is_capital();
    let number = after
        + if dotted {
            3
        } else if long {
            2
        } else {
            1
        };
    let counted = reading.tokens.get(number).is_some_and(|t| t.is_number()) || ordinal_at(reading, number).is_some();
    if !(long || short || dotted) || !counted || !reading.same_line(after, number) {
        return None;
    }
    Some(Found {
        end: with_term(reading, number + 1),
        rule: "document.plenum",
        value: Value { kind, ..Value::default() },
    })
}

/// `Nghị quyết Đại hội XIII của Đảng`, `đề án nhân sự Đại hội …`: the event ends the name.
fn of_event(reading: &Reading, board: &Board, after: usize, kind: &'static str) -> Option<Found> {
    for skip in 0..4 {
        let at = after + skip;
        if !reading.same_line(after, at) {
            return None;
        }
        if let Some(event) = board.longest(Kind::Event, at) {
            let congress = matches!(&event.value, Any::Event(e) if matches!(e.kind, Some(crate::analysis::EventKind::Congress | crate::analysis::EventKind::Plenum)));
            let definite = matches!(&event.value, Any::Event(e) if e.ordinal.is_some() || e.body.is_some() || skip > 0);
            if !congress || !definite {
                return None;
            }
            let end = board
                .longest(Kind::Time, event.at.end)
                .filter(|_| reading.word(event.at.end) == w!("nhiệm"))
                .map_or(event.at.end, |t| t.at.end);
            return Some(Found { end, rule: "document.event", value: Value { kind, ..Value::default() } });
        }
        let token = &reading.tokens[at];
        if !token.is_word()
            || token.is_capital()
            || reading.hits.longest(at, Table::ClauseWords).is_some()
            || [w!("của"), w!("và")].contains(&token.word)
        {
            return None;
        }
    }
    None
}

/// `Nghị quyết Đảng bộ tỉnh lần thứ XIV`, `Nghị quyết của Tỉnh ủy năm 2021`.
fn of_body(reading: &Reading, board: &Board, after: usize, kind: &'static str, capital: bool) -> Option<Found> {
    let of = usize::from(reading.word(after) == w!("của"));
    let body = board.longest(Kind::Organization, after + of)?;
    if !reading.same_line(after, after + of) || !capital {
        return None;
    }
    let end = body.at.end;
    if of == 0 && reading.seq(end, &[w!("lần"), w!("thứ")]) {
        let (_, width) = ordinal_at(reading, end + 2)?;
        return Some(Found { end: end + 2 + width, rule: "document.body", value: Value { kind, ..Value::default() } });
    }
    let year = board.longest(Kind::Time, end).filter(|t| reading.word(end) == w!("năm") && t.at.len() == 2)?;
    let value = Value { kind, issuer: Some(body.at), ..Value::default() };
    Some(Found { end: year.at.end, rule: "document.body", value })
}

/// `Nghị quyết của Bộ Chính trị về phát triển kinh tế tư nhân`, `Tờ trình về việc …`: a capital type word and its subject,
/// with the issuer between.
fn on_subject(
    reading: &Reading,
    board: &Board,
    at: usize,
    after: usize,
    kind: &'static str,
    capital: bool,
) -> Option<Found> {
    if !capital {
        return None;
    }
    let issuer = usize::from(reading.word(after) == w!("của"));
    let by =
        board.longest(Kind::Organization, after + issuer).filter(|_| issuer == 1 && reading.same_line(at, after + 1));
    let about = by.map_or(after, |body| body.at.end);
    if reading.word(about) != w!("về") || !reading.same_line(at, about) || issuer == 1 && by.is_none() {
        return None;
    }
    let end = title::end_of(reading, board, at, about + 1)?;
    let value = Value { kind, issuer: by.map(|body| body.at), ..Value::default() };
    Some(Found { end, rule: "document.subject", value })
}

/// Under its own title: `Đề án Nâng cao …`, `Chương trình công tác năm 2021`.
fn titled(
    reading: &Reading,
    board: &Board,
    at: usize,
    after: usize,
    kind: &'static str,
    capital: bool,
) -> Option<Found> {
    let end = title::end_of(reading, board, at, after).filter(|_| capital)?;
    Some(Found { end, rule: "document.title", value: Value { kind, ..Value::default() } })
}

/// Further members of a list that share the type: `, số 19-NQ/TW`, `, khóa XII`, `và 19-NQ/TW`.
fn listed(reading: &Reading, board: &mut Board, mut end: usize, kind: &'static str, several: bool) {
    for _ in 0..20 {
        let joint = [w!(","), w!("và"), w!(";")].contains(&reading.word(end));
        if !joint || !reading.same_line(end - 1, end + 1) {
            return;
        }
        let at = end + 1;
        let said = reading.word(at) == w!("số");
        let bare = |s: &symbol::Symbol| several && !counts_something(reading, s.at.end) && s.at.len() == 1;
        let member = symbol::at(reading, at + usize::from(said)).filter(|s| said || s.letters.is_some() || bare(s));
        let next = if let Some(symbol) = member {
            let value = Value {
                kind,
                number: Some(symbol.number),
                symbol: symbol.letters.map(|_| symbol.at),
                shared: true,
                ..Value::default()
            };
            add(board, Stretch::new(at, with_term(reading, symbol.at.end)), "document.list", value);
            with_term(reading, symbol.at.end)
        } else if reading.word(at) == w!("khóa") && reading.word(end) == w!(",") && with_term(reading, at) > at {
            let next = with_term(reading, at);
            add(board, Stretch::new(at, next), "document.list", Value { kind, shared: true, ..Value::default() });
            next
        } else {
            return;
        };
        end = next;
    }
}

/// `Dự thảo`, `dự thảo sửa đổi` before a document.
fn draft_before(reading: &Reading, at: usize) -> Option<usize> {
    let draft = [w!("dự"), w!("thảo")];
    if at >= 2 && reading.seq(at - 2, &draft) && reading.same_line(at - 2, at) {
        return Some(at - 2);
    }
    (at >= 4 && reading.seq(at - 4, &[w!("dự"), w!("thảo"), w!("sửa"), w!("đổi")]) && reading.same_line(at - 4, at))
        .then(|| at - 4)
}

#[cfg(test)]
mod tests {
    use crate::analysis::Kind;
    use crate::entities::testing::check;

    #[test]
    fn numbers_and_symbols() {
        check(
            Kind::Document,
            &[
                (
                    "Nghị quyết số 18-NQ/TW và Nghị quyết số 19-NQ/TW của Trung ương",
                    "Nghị quyết số 18-NQ/TW|Nghị quyết số 19-NQ/TW",
                ),
                ("Nghị quyết số 18-NQ/TW, số 19-NQ/TW", "Nghị quyết số 18-NQ/TW|số 19-NQ/TW"),
                ("Quy định 205 ngày 23-9-2019 của Bộ Chính trị", "Quy định 205"),
                ("Nghị định 30/2020/NĐ-CP và Luật số 72/2025/QH15", "Nghị định 30/2020/NĐ-CP|Luật số 72/2025/QH15"),
                ("các Thông báo 11456, 11596 của Cục Thuế", "Thông báo 11456|11596"),
            ],
        );
    }

    #[test]
    fn names_by_plenum_congress_body_and_title() {
        check(
            Kind::Document,
            &[
                ("Nghị quyết Trung ương 4 khóa XI, khóa XII", "Nghị quyết Trung ương 4 khóa XI|khóa XII"),
                ("Nghị quyết Trung ương 4 (khóa XI, khóa XII)", "Nghị quyết Trung ương 4 (khóa XI, khóa XII)"),
                ("Nghị quyết Đại hội XIII của Đảng", "Nghị quyết Đại hội XIII của Đảng"),
                ("Nghị quyết của Tỉnh ủy năm 2021", "Nghị quyết của Tỉnh ủy năm 2021"),
                ("theo Luật Đất đai năm 2013", "Luật Đất đai năm 2013"),
                (
                    "ban hành Đề án thí điểm tuyển chọn cán bộ quản lý đang lấy ý kiến",
                    "Đề án thí điểm tuyển chọn cán bộ quản lý",
                ),
            ],
        );
    }

    #[test]
    fn documents_in_general_and_acts() {
        check(
            Kind::Document,
            &[
                ("các nghị quyết của Trung ương", ""),
                ("quyết định điều động cán bộ", ""),
                ("theo đề án đã được phê duyệt", ""),
                ("Kế hoạch này được triển khai", ""),
            ],
        );
    }
}
