//! Documents: from the type word to the end of what identifies one: number, symbol, ordinal, event or body it is
//! named by, or its own title.
//!
//! Each way of naming is a rule of its own; a type word that none of them takes up is a document in general
//! (`các nghị quyết của Trung ương`) or an act (`quyết định điều động`), and stays unmarked.

pub(super) mod symbol;
pub(crate) mod title;

use super::numeral::ordinal;
use super::rule::Begins;
pub(crate) use super::value::Document as Value;
use super::{Board, Proposal, Rule, Value as Any};
use crate::analysis::Kind;
use crate::layout::Layout;
use crate::lexicon::columns::Set;
use crate::lexicon::columns::doc_types::{self, Kind as Flag};
use crate::lexicon::{Class, Hit, Table};
use crate::text::{Reading, Stretch};
use crate::w;

/// What one rule found: the token behind it, its name, its strength, its value.
struct Found {
    end: usize,
    rule: Rule,
    value: Value,
}

/// Drafts and the further documents of a list are found from a document that begins with its type.
const TYPES: Begins = Begins::of(&[
    Rule::DocumentBody,
    Rule::DocumentConstitution,
    Rule::DocumentEvent,
    Rule::DocumentLaw,
    Rule::DocumentNumber,
    Rule::DocumentPlenum,
    Rule::DocumentSubject,
    Rule::DocumentTitle,
]);

/// Proposes every document.
pub(crate) fn propose(reading: &Reading, layout: &Layout, board: &mut Board) {
    if let Some(official) = &layout.official {
        let said = official.symbol.start + 1;
        let symbol = symbol::at(reading, said + usize::from(reading.word(said) == w!(":")));
        let value = Value {
            kind: official.kind,
            number: symbol.as_ref().map(|s| s.number),
            symbol: symbol.as_ref().map(|s| s.at),
            ..Value::default()
        };
        for kind in [Kind::Organization, Kind::Role, Kind::Quantity, Kind::Place, Kind::Person] {
            board.withdraw(kind, official.symbol, |_| false);
        }
        add(board, official.symbol, Rule::DocumentHead, value);
    }
    for at in (0..reading.tokens.len()).rev() {
        let Some(hit) = board.ask(TYPES, at, || reading.hits.longest(at, Table::DocTypes)) else { continue };
        let inside = reading.hits.across(at).any(|h| h.table == Table::DocTypes) || is_in_symbol(reading, at);
        if at > 0 && !reading[at].spaced && reading[at - 1].is_word() || inside || !is_written(reading, hit) {
            continue;
        }
        // `[Chương trình Lương thực Thế giới]` is a body
        if board.starting(at).any(|p| p.rule == Rule::OrganizationFixed && p.at.end > hit.end as usize) {
            continue;
        }
        let Some(found) = best(reading, board, hit) else { continue };
        // `Trưởng phòng Kế hoạch kỹ thuật kinh doanh`: the field of a body
        if found.rule == Rule::DocumentTitle && at > 0 && reading.word(at - 1) == w!("phòng") {
            continue;
        }
        let (end, kind) = (found.end, found.value.kind);
        let start = draft_before(reading, at);
        if let Some(start) = start {
            let kind = if reading.word(start + 1) == w!("án") { "Dự án" } else { "Dự thảo" };
            add(board, Stretch::new(start, end), Rule::DocumentDraft, Value { kind, ..Value::default() });
        }
        let law = found.rule == Rule::DocumentLaw;
        if law && !is_amendment(reading, reading.hits.longest(at, Table::DocTypes).map_or(at, |h| h.end as usize)) {
            // a subject that begins as a type does is no document of its own: `[Luật Quy hoạch đô thị]`
            let inner = (at + 1..end).filter_map(|i| board.longest(Kind::Document, i)).map(|p| p.at.end).max();
            board.withdraw(Kind::Document, Stretch::new(at, inner.unwrap_or(end).max(end)), |_| false);
        }
        let several = at > 0 && reading.word(at - 1) == w!("các");
        if let Some(symbol) = found.value.symbol {
            // `[Quyết định số 1245 /QĐ - UBND]`: the letters of a symbol are no body
            for kind in [Kind::Organization, Kind::Role, Kind::Quantity, Kind::Place] {
                board.withdraw(kind, Stretch::new(at, symbol.end), |p| p.at.start < symbol.start);
            }
        }
        add(board, Stretch::new(at, end), found.rule, found.value);
        if !law {
            listed(reading, board, end, kind, several);
        }
    }
}

fn add(board: &mut Board, at: Stretch, rule: Rule, value: Value) {
    board.add(Proposal { kind: Kind::Document, at, strength: 66, rule, value: Any::Document(value) });
}

/// The letters of a symbol, not a type: `18-NQ/TW`, `18- NQ/TW`, `[Quyết định số 1245 /QĐ-UBND]`.
fn is_in_symbol(reading: &Reading, at: usize) -> bool {
    let Some(mark) = at.checked_sub(1).filter(|&m| m > 0 && reading.same_line(m - 1, at)) else { return false };
    let joint = [w!("-"), w!("/")].contains(&reading.word(mark));
    joint && (!reading[at].spaced || !reading[mark].spaced || reading[mark - 1].is_number())
}

/// Short types only in capitals (`[NQ 18]`, `[QĐ số 759/QĐ-TTg]`).
fn is_written(reading: &Reading, hit: &Hit) -> bool {
    let at = Stretch::new(hit.start as usize, hit.end as usize);
    let text = reading.text(at);
    let mut short = doc_types::SHORT.forms(hit.row).filter(|s| s.eq_ignore_ascii_case(text)).peekable();
    at.len() > 1 || short.peek().is_none() || short.any(|s| s == text)
}

fn best(reading: &Reading, board: &Board, hit: &Hit) -> Option<Found> {
    let (at, after) = (hit.start as usize, hit.end as usize);
    let kinds = doc_types::KIND.of(hit.row);
    let kind = doc_types::TYPE.of(hit.row);
    let capital = reading[at].is_capital();
    // `81 Báo cáo …`, `[17 Hiệp định]` count documents, they name none
    let counted = at > 0
        && reading.same_line(at - 1, at)
        && (reading[at - 1].is_number() || Class::CountsDocuments.has(reading.word(at - 1)));
    if !reading.same_line(at, after) {
        return (kinds.has(Flag::Constitution) && capital).then(|| Found {
            end: after,
            rule: Rule::DocumentConstitution,
            value: Value { kind, ..Value::default() },
        });
    }
    // `[QĐ số 759/QĐ-TTg]`: a short type only with a symbol, as its letters may stand for much else; `[NQ 18]` is known
    if is_short(reading, hit) {
        let told = |found: &Found| found.value.symbol.is_some() || kinds.has(Flag::ShortNumber);
        return numbered(reading, after, kind, kinds, capital).filter(told);
    }
    // `Kế hoạch [5 năm 2026-2030]`, `Thông báo [3 trường hợp]`: the number counts what follows
    if counts(reading, after, kinds) {
        return None;
    }
    let rules: [&dyn Fn() -> Option<Found>; 9] = [
        // `[Hiến pháp 1946]` has a year, no number
        &|| numbered(reading, after, kind, kinds, capital).filter(|_| !kinds.has(Flag::Constitution)),
        &|| law(reading, board, after, kind, kinds, capital).filter(|_| kinds.has(Flag::Subject)),
        &|| implementing(reading, board, at, after, kind).filter(|_| kinds.has(Flag::Implements) && capital),
        &|| constitution(reading, board, at, kind, after).filter(|_| kinds.has(Flag::Constitution) && capital),
        &|| of_plenum(reading, after, kind),
        &|| {
            of_event(reading, board, after, kind)
                .or_else(|| of_congress(reading, board, after, kind).filter(|_| kinds.has(Flag::Congress) && capital))
        },
        &|| of_body(reading, board, after, kind, capital),
        &|| {
            on_subject(reading, board, at, after, kind, kinds, capital)
                .filter(|_| !kinds.has(Flag::Constitution) && !kinds.has(Flag::Subject) && !counted)
        },
        &|| titled(reading, board, at, after, kind, kinds, capital).filter(|_| kinds.has(Flag::Title) && !counted),
    ];
    rules.iter().find_map(|rule| rule())
}

/// The type is given by its letters.
fn is_short(reading: &Reading, hit: &Hit) -> bool {
    let text = reading.text(Stretch::new(hit.start as usize, hit.end as usize));
    hit.len() == 1 && doc_types::SHORT.forms(hit.row).any(|s| s == text)
}

/// A bare number behind the type and a noun that it counts; what offices number as a rule (`Nghị quyết 18 năm 2017`) is
/// numbered, what has parts or lasts for years is counted.
fn counts(reading: &Reading, after: usize, kinds: Set<Flag>) -> bool {
    let bare = reading.tokens.get(after).is_some_and(|t| t.is_number() && t.letters <= 2);
    // `Chỉ thị 3 đơn vị dừng khai thác`: offices write `[Chỉ thị 03]`
    let padded = reading.tokens.get(after).is_some_and(|t| t.letters > 1);
    if !bare || !reading.same_line(after, after + 1) || kinds.has(Flag::NeverCounted) && padded {
        return false;
    }
    let years = kinds.has(Flag::Lasts) && reading.word(after + 1) == w!("năm");
    let noun = reading.hits.at(after + 1).iter().any(|h| {
        matches!(h.table, Table::Countables | Table::Units | Table::PlaceUnits)
            && ![w!("năm"), w!("khóa")].contains(&reading.word(after + 1))
    });
    years || noun && reading[after + 1].spaced && !reading[after + 1].is_capital()
}

/// `số 18-NQ/TW`, `18-NQ/TW`, `205`, `30/2020/NĐ-CP`, with `(khóa XII)` behind.
fn numbered(reading: &Reading, after: usize, kind: &'static str, kinds: Set<Flag>, capital: bool) -> Option<Found> {
    let after = described(reading, after).unwrap_or(after);
    let said = reading.word(after) == w!("số") && reading.same_line(after, after + 1);
    let at = after + usize::from(said) + usize::from(said && reading.word(after + 1) == w!(":"));
    let symbol = symbol::at(reading, at)?;
    // `[195/2008]`, unless it is a month of a year: `[Báo cáo 10/2024]`
    let bare = symbol.letters.is_none() && symbol.at.len() == symbol.number.len();
    // what may have parts is counted; a decree is only numbered
    let countable = kinds.has(Flag::Parts);
    if bare
        && !said
        && (!capital && !kinds.has(Flag::BareNumber)
            || (countable || !capital) && counts_something(reading, symbol.at.end)
            || is_date_or_range(reading, symbol.at))
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
    Some(Found { end, rule: Rule::DocumentNumber, value })
}

/// Small words between the type and `số`: `[kết luận nội dung tố cáo số 102]`.
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

/// A small noun follows a bare number: `Báo cáo [5 nội dung]` counts.
fn counts_something(reading: &Reading, at: usize) -> bool {
    let follows =
        reading.tokens.get(at).is_some_and(|t| t.is_word() && !t.is_capital()) && reading.same_line(at - 1, at);
    let percent = [w!("%"), w!(":")].contains(&reading.word(at));
    let grammatical = reading.hits.longest(at, Table::ClauseWords).is_some()
        || reading.hits.longest(at, Table::FunctionWords).is_some()
        || reading.seq(at, &[w!("đồng"), w!("ý")])
        || Class::NotCountedByDocument.has(reading.word(at));
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
        match ordinal(reading, i + 1) {
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

/// `[Luật Đất đai]`, `[Bộ luật Hình sự năm 2015]`, `[Luật Đất đai (sửa đổi)]`, `[luật Cảnh vệ]`, `[Luật đất đai]`,
/// `[Luật sửa đổi, bổ sung một số điều của Luật Cảnh vệ]`, `[Công ước Liên hợp quốc về Luật Biển năm 1982]`.
fn law(
    reading: &Reading,
    board: &Board,
    after: usize,
    kind: &'static str,
    kinds: Set<Flag>,
    capital: bool,
) -> Option<Found> {
    let found = |end| Some(Found { end, rule: Rule::DocumentLaw, value: Value { kind, ..Value::default() } });
    if is_amendment(reading, after) {
        return found(amended(reading, board, after)?);
    }
    // `[Khoa Luật Trường Đại học Vinh]`, `[Công ty Luật ANVI]`, `cử nhân Luật Kinh tế`
    if reading.word(after - 1) == w!("luật") && after > 1 && Class::BeforeStudies.has(reading.word_before(after - 1, 1))
    {
        return None;
    }
    let named = reading[after].is_capital();
    let end = if kinds.has(Flag::Treaty) {
        let counted = after >= 3 && reading[after - 3].is_number();
        treaty(reading, board, after).filter(|_| capital && !counted)?
    } else {
        let listed = reading.hits.longest(after, Table::Laws).map(|h| h.end as usize);
        // a field of law in small letters (`luật dân sự`) is no law
        if !(capital && named || listed.is_some() && (capital || named)) {
            return None;
        }
        listed.or_else(|| title::subject_of_law(reading, after))?
    };
    let amended = [w!("sửa"), w!("đổi")];
    let bracket = reading.word(end) == w!("(") && reading.seq(end + 1, &amended);
    let end = match (end..end + 9).find(|&i| reading.word(i) == w!(")")) {
        Some(close) if bracket && reading.same_line(after, close) => close + 1,
        _ => end,
    };
    let end = with_year(reading, board, end);
    // `[Luật Giáo dục số 43/2019/QH14]`
    let said = reading.word(end) == w!("số") && reading.same_line(after, end);
    let symbol = said.then(|| symbol::at(reading, end + 1)).flatten().filter(|s| s.letters.is_some());
    match symbol {
        Some(s) => Some(Found {
            end: s.at.end,
            rule: Rule::DocumentLaw,
            value: Value { kind, number: Some(s.number), symbol: Some(s.at), ..Value::default() },
        }),
        None => found(end),
    }
}

/// `[Hiệp định Paris]`, `[Hiệp định thương mại Việt Nam - Hoa Kỳ]`, `[Công ước của Liên hợp quốc về Luật Biển]`.
fn treaty(reading: &Reading, board: &Board, after: usize) -> Option<usize> {
    let of = usize::from(reading.word(after) == w!("của"));
    let body = board.longest(Kind::Organization, after + of).map(|body| body.at.end);
    let name = body.or_else(|| title::name_of_treaty(reading, board, after)).unwrap_or(after);
    let whose = |end: usize| (name + 1..end).find(|&i| reading.word(i) == w!("của")).unwrap_or(end);
    if reading.word(name) != w!("về") || !reading.same_line(after, name + 1) {
        return (name > after).then_some(name);
    }
    let law = reading.word(name + 1) == w!("luật");
    let about = law.then(|| title::subject_of_law(reading, name + 1)).flatten();
    about.or_else(|| title::end_of(reading, board, after, name + 1).map(whose)).or((name > after).then_some(name))
}

/// `sửa đổi, bổ sung một số điều của …` behind the type.
fn is_amendment(reading: &Reading, after: usize) -> bool {
    reading.seq(after, &[w!("sửa"), w!("đổi")]) && reading.same_line(after, after + 1)
}

/// `Nghị định sửa đổi, bổ sung một số điều của Nghị định số …`, `[Thông tư hướng dẫn thi hành Luật Đất đai]`,
/// `Nghị định quy định chi tiết …`: under what it does, before it has a number.
fn implementing(reading: &Reading, board: &Board, at: usize, after: usize, kind: &'static str) -> Option<Found> {
    let found = |end| Some(Found { end, rule: Rule::DocumentTitle, value: Value { kind, ..Value::default() } });
    if is_amendment(reading, after) {
        return found(amended(reading, board, after)?);
    }
    let details = reading.seq(after, &[w!("quy"), w!("định"), w!("chi"), w!("tiết")]);
    let guides = reading.seq(after, &[w!("hướng"), w!("dẫn")]);
    let law = (after..after + 14)
        .take_while(|&i| reading.same_line(at, i))
        .filter_map(|i| board.longest(Kind::Document, i))
        .find(|p| p.rule == Rule::DocumentLaw);
    match law {
        _ if !details && !guides => None,
        Some(law) => found(law.at.end),
        None => found(title::end_of(reading, board, at, after)?),
    }
}

/// The end of the last law that a law amends.
fn amended(reading: &Reading, board: &Board, after: usize) -> Option<usize> {
    let of =
        (after + 2..after + 14).take_while(|&i| reading.same_line(after, i)).find(|&i| reading.word(i) == w!("của"))?;
    let mut end = board.longest(Kind::Document, of + 1)?.at.end;
    while let Some(next) = board
        .longest(Kind::Document, end + 1)
        .filter(|p| p.rule == Rule::DocumentLaw && [w!(","), w!("và")].contains(&reading.word(end)))
        .filter(|_| reading.same_line(after, end + 1))
    {
        end = next.at.end;
    }
    Some(end)
}

/// `[năm 2013]`, or the bare year.
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

fn constitution(reading: &Reading, board: &Board, at: usize, kind: &'static str, after: usize) -> Option<Found> {
    // `[Tòa án Hiến pháp]`, `[Hội đồng Hiến pháp]` are bodies
    if [w!("án"), w!("đồng")].contains(&reading.word_before(at, 1)) {
        return None;
    }
    let end = with_year(reading, board, after);
    Some(Found { end, rule: Rule::DocumentConstitution, value: Value { kind, ..Value::default() } })
}

/// `[Nghị quyết Trung ương 4 khóa XI]`, `[Nghị quyết Trung ương 4 (khóa XI, khóa XII)]`.
fn of_plenum(reading: &Reading, after: usize, kind: &'static str) -> Option<Found> {
    let long = reading.seq(after, &[w!("trung"), w!("ương")]);
    let dotted = reading.seq(after, &[w!("t"), w!("."), w!("ư")]);
    let short = [w!("tw"), w!("tư")].contains(&reading.word(after)) && reading[after].is_capital();
    let number = after
        + if dotted {
            3
        } else if long {
            2
        } else {
            1
        };
    if !(long || short || dotted) || !reading.same_line(after, number) {
        return None;
    }
    let (_, width) = ordinal(reading, number)?;
    Some(Found {
        end: with_term(reading, number + width),
        rule: Rule::DocumentPlenum,
        value: Value { kind, ..Value::default() },
    })
}

/// `[Nghị quyết Đại hội]`: of the congress that is told of.
fn of_congress(reading: &Reading, board: &Board, after: usize, kind: &'static str) -> Option<Found> {
    let congress = reading.seq(after, &[w!("đại"), w!("hội")]) && reading[after].is_capital();
    let next = reading.tokens.get(after + 2).filter(|_| reading.same_line(after, after + 2));
    // the name of the congress goes on: `Đại hội đại biểu …`, `Đại hội Đảng bộ …`
    let ends = next.is_none_or(|t| t.is_mark() || Class::BehindCongress.has(t.word));
    let free = congress && ends && board.longest(Kind::Event, after).is_none();
    free.then(|| Found { end: after + 2, rule: Rule::DocumentEvent, value: Value { kind, ..Value::default() } })
}

/// `[Nghị quyết Đại hội XIII của Đảng]`, `đề án nhân sự Đại hội …`: the event ends the name.
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
            return Some(Found { end, rule: Rule::DocumentEvent, value: Value { kind, ..Value::default() } });
        }
        let token = &reading[at];
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

/// `[Nghị quyết Đảng bộ tỉnh lần thứ XIV]`, `[Nghị quyết của Tỉnh ủy năm 2021]`.
fn of_body(reading: &Reading, board: &Board, after: usize, kind: &'static str, capital: bool) -> Option<Found> {
    let of = usize::from(reading.word(after) == w!("của"));
    let body = board.longest(Kind::Organization, after + of)?;
    if !reading.same_line(after, after + of) || !capital {
        return None;
    }
    let end = body.at.end;
    if of == 0 && reading.seq(end, &[w!("lần"), w!("thứ")]) {
        let (_, width) = ordinal(reading, end + 2)?;
        return Some(Found {
            end: end + 2 + width,
            rule: Rule::DocumentBody,
            value: Value { kind, ..Value::default() },
        });
    }
    let year = board.longest(Kind::Time, end).filter(|t| reading.word(end) == w!("năm") && t.at.len() == 2)?;
    let value = Value { kind, issuer: Some(body.at), ..Value::default() };
    Some(Found { end: year.at.end, rule: Rule::DocumentBody, value })
}

/// `[Nghị quyết của Bộ Chính trị về phát triển kinh tế tư nhân]`, `Tờ trình về việc …`: a capital type word and its
/// subject, with the issuer between.
fn on_subject(
    reading: &Reading,
    board: &Board,
    at: usize,
    after: usize,
    kind: &'static str,
    kinds: Set<Flag>,
    capital: bool,
) -> Option<Found> {
    if !capital || kinds.has(Flag::Verb) && opens_with_verb(reading, at) {
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
    Some(Found { end, rule: Rule::DocumentSubject, value })
}

/// Under its own title: `Đề án Nâng cao …`, `[Chương trình công tác năm 2021]`.
fn titled(
    reading: &Reading,
    board: &Board,
    at: usize,
    after: usize,
    kind: &'static str,
    kinds: Set<Flag>,
    capital: bool,
) -> Option<Found> {
    let end = title::end_of(reading, board, at, after).filter(|_| capital)?;
    // the capital of a sentence tells nothing: `Chương trình tái hiện lịch sử …`
    let term = board.ending(end).any(|p| p.kind == Kind::Time);
    let told = !kinds.has(Flag::Common)
        || !opens_sentence(reading, at)
        || reading[after].is_capital()
        || reading.seq(after, &[w!("mục"), w!("tiêu"), w!("quốc"), w!("gia")])
        || term;
    // `[Vụ Kế hoạch tài chính]` is a body
    let of_body = at > 0
        && reading.same_line(at - 1, at)
        && reading[at - 1].is_capital()
        && reading.hits_before(at).any(|h| h.table == Table::BodyHeads);
    // `[Quy hoạch tỉnh Gia Lai thời kỳ 2021-2030]`
    let noun = kinds.has(Flag::Plan) && term;
    if !told || of_body || kinds.has(Flag::Verb) && opens_with_verb(reading, at) && !noun {
        return None;
    }
    Some(Found { end, rule: Rule::DocumentTitle, value: Value { kind, ..Value::default() } })
}

/// Nothing but numbers and marks stands before in the sentence.
fn opens_sentence(reading: &Reading, at: usize) -> bool {
    let start = reading.sentence_of(at).start;
    at - start < 5 && (start..at).all(|i| !reading[i].is_word())
}

/// A type that is a verb as well, at the head of a sentence: `Quyết định kỷ luật ông …`, `Báo cáo về tình hình …`;
/// not behind the dash of a list.
fn opens_with_verb(reading: &Reading, at: usize) -> bool {
    opens_sentence(reading, at) && ![w!("-"), w!("+"), w!("*")].contains(&reading.word_before(at, 1))
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
        let dated = |s: &symbol::Symbol| s.at.len() > s.number.len();
        let member = symbol::at(reading, at + usize::from(said)).filter(|s| said || dated(s) || bare(s));
        let next = if let Some(symbol) = member {
            let value = Value {
                kind,
                number: Some(symbol.number),
                symbol: symbol.letters.map(|_| symbol.at),
                shared: true,
                ..Value::default()
            };
            add(board, Stretch::new(at, with_term(reading, symbol.at.end)), Rule::DocumentList, value);
            with_term(reading, symbol.at.end)
        } else if reading.word(at) == w!("khóa") && reading.word(end) == w!(",") && with_term(reading, at) > at {
            let next = with_term(reading, at);
            add(board, Stretch::new(at, next), Rule::DocumentList, Value { kind, shared: true, ..Value::default() });
            next
        } else {
            return;
        };
        end = next;
    }
}

/// `Dự thảo`, `dự thảo sửa đổi` before a document; `dự án` before a law.
fn draft_before(reading: &Reading, at: usize) -> Option<usize> {
    let draft = [w!("dự"), w!("thảo")];
    let bill = at >= 2
        && reading.seq(at - 2, &[w!("dự"), w!("án")])
        && [w!("luật"), w!("bộ"), w!("pháp")].contains(&reading.word(at));
    if at >= 2 && (bill || reading.seq(at - 2, &draft)) && reading.same_line(at - 2, at) {
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
                ("Lệnh số 15/2001/L-CTN về công bố", "Lệnh số 15/2001/L-CTN"),
                (
                    "Nghị định 100/2019 và 123/2021, Quyết định 195/2008",
                    "Nghị định 100/2019|123/2021|Quyết định 195/2008",
                ),
                ("theo kết luận 14 của Bộ Chính trị, nghị quyết 98 đồng ý", "kết luận 14|nghị quyết 98"),
                ("đã ban hành 12 nghị quyết 3 lần, kết luận 5 nội dung, quyết định 5", ""),
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
                ("Nghị quyết Trung ương mười hai khóa XII nêu", "Nghị quyết Trung ương mười hai khóa XII"),
                ("Nghị quyết Đại hội XIII của Đảng", "Nghị quyết Đại hội XIII của Đảng"),
                (
                    "thông qua Nghị quyết Đại hội. ký Quy chế ứng xử của viên chức ở nơi công cộng.",
                    "Nghị quyết Đại hội|Quy chế ứng xử của viên chức ở nơi công cộng",
                ),
                ("Nghị quyết của Tỉnh ủy năm 2021", "Nghị quyết của Tỉnh ủy năm 2021"),
                ("theo Luật Đất đai năm 2013", "Luật Đất đai năm 2013"),
                ("theo luật Cảnh vệ và Luật đất đai, luật dân sự", "luật Cảnh vệ|Luật đất đai"),
                (
                    "dự án Luật sửa đổi, bổ sung một số điều của Luật Cảnh vệ và Luật Cư trú trình",
                    "dự án Luật sửa đổi, bổ sung một số điều của Luật Cảnh vệ và Luật Cư trú\
                     |Luật sửa đổi, bổ sung một số điều của Luật Cảnh vệ và Luật Cư trú|Luật Cảnh vệ|Luật Cư trú",
                ),
                (
                    "theo Công ước của Liên hợp quốc về Luật Biển năm 1982 và Luật Quy hoạch đô thị",
                    "Công ước của Liên hợp quốc về Luật Biển năm 1982|Luật Quy hoạch đô thị",
                ),
                (
                    "ký Hiệp định thương mại Việt Nam - Hoa Kỳ và Hiệp định Paris được nhắc, các Hiệp định thương mại tự do",
                    "Hiệp định thương mại Việt Nam - Hoa Kỳ|Hiệp định Paris",
                ),
                (
                    "theo Luật Giáo dục số 43/2019/QH14 và Luật Phòng cháy, chữa cháy",
                    "Luật Giáo dục số 43/2019/QH14|Luật Phòng cháy, chữa cháy",
                ),
                (
                    "vi phạm Quy định về những điều đảng viên không được làm",
                    "Quy định về những điều đảng viên không được làm",
                ),
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
                ("lập 81 Báo cáo tình hình trích lập quỹ, một Nghị quyết chuyên đề riêng của xã", ""),
                ("quyết định điều động cán bộ", ""),
                ("theo đề án đã được phê duyệt", ""),
                ("Kế hoạch này được triển khai", ""),
                (
                    "trình Báo cáo kết quả công tác 6 tháng đầu năm và nhiệm vụ 6 tháng cuối năm 2024, các ngành",
                    "Báo cáo kết quả công tác 6 tháng đầu năm và nhiệm vụ 6 tháng cuối năm 2024",
                ),
                ("2. Quyết định thi hành kỷ luật ông An. Chương trình tái hiện lịch sử của vùng đất", ""),
                ("bị Tòa án Hiến pháp bác bỏ", ""),
                ("ông An, Vụ Kế hoạch tài chính doanh nghiệp nhà nước, Ban quản lý Dự án 2", ""),
            ],
        );
    }
}
