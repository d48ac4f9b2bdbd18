//! Where a document's own title ends.
//!
//! A title runs to a mark that closes, or to a word that begins a clause. A comma stays inside where an enumeration
//! goes on behind it (`cán bộ trẻ, nữ, cán bộ người dân tộc thiểu số`), that is where a term or `và` follows
//! before the clause ends; a closing term belongs to the title, also behind a comma.

use crate::analysis::Kind;
use crate::entities::Board;
use crate::entities::cursor::Cursor;
use crate::entities::numeral::roman;
use crate::lexicon::columns::countables;
use crate::lexicon::{Class, Hit, Phrase, Table};
use crate::limits;
use crate::text::{Case, Reading, Stretch};
use crate::w;

/// A title has at least so many syllables behind its type word; shorter ones are descriptions.
const SHORTEST: usize = 4;

/// The token behind the title that begins at `after`; `at` is the type word. `None` where no title begins.
pub(super) fn end_of(reading: &Reading, board: &Board, at: usize, after: usize) -> Option<usize> {
    if stops(reading, after) || [w!("của"), w!("và"), w!(",")].contains(&reading.word(after)) {
        return None;
    }
    let limit = (after + limits::TITLE).min(reading.tokens.len());
    let line = (after..limit).find(|&i| !reading.same_line(at, i)).unwrap_or(limit);
    let hard = (after..line).find(|&i| stops(reading, i) && !inside_document(board, after, i)).unwrap_or(line);
    // `Quy hoạch điện VIII, Quy hoạch tỉnh …`: the next of a list
    let hard = (after + 1..hard).find(|&i| is_before_next(reading, at, i)).unwrap_or(hard);
    // a term closes the title
    let term = (after..hard)
        .filter_map(|i| board.longest(Kind::Time, i))
        .find(|t| t.at.start > after && is_closing_term(reading, t.at) && t.at.end <= hard);
    let end = match term {
        Some(t) => planned(reading, board, following_years(reading, t.at.end), hard),
        None => {
            // `Báo cáo định kỳ, đột xuất`, `Quyết định giao đất, cho thuê đất` are of a kind
            let act = [w!("báo"), w!("quyết")].contains(&reading.word(at)) && reading.word(after - 1) != w!("về");
            let comma = (after..hard).find(|&i| {
                reading.word(i) == w!(",") && (act || !begins_pair(reading, after, i)) && !enumerates(reading, i, hard)
            });
            let of = (after..hard)
                .find(|&i| reading.word(i) == w!("của") && board.longest(Kind::Organization, i + 1).is_some());
            let joined = (after + 1..hard).find(|&i| {
                [w!("và"), w!(";")].contains(&reading.word(i))
                    && reading.hits.longest(i + 1, Table::DocTypes).is_some()
                    && reading[i + 1].is_capital()
            });
            [comma, of, joined].into_iter().flatten().min().unwrap_or(hard)
        }
    };
    // what leads on to something behind the title is no part of it
    let end = end - usize::from(end > after && [w!("của"), w!("và"), w!("cho")].contains(&reading.word(end - 1)));
    let words = reading[after..end].iter().filter(|t| t.is_word()).count();
    // `Quy hoạch điện VIII`: the eighth of them
    let numbered = || reading[end - 1].case == Case::Upper && roman(reading, end - 1).is_some();
    (words >= SHORTEST || words >= 2 && (term.is_some() || numbered())).then_some(end)
}

/// A mark or `và` before a document of the same type.
fn is_before_next(reading: &Reading, at: usize, joint: usize) -> bool {
    [w!(","), w!(";"), w!("và")].contains(&reading.word(joint))
        && reading.word(joint + 1) == reading.word(at)
        && reading[joint + 1].is_capital()
        && reading.hits.longest(joint + 1, Table::DocTypes).is_some()
}

/// A mark or clause word at which every title ends.
fn stops(reading: &Reading, at: usize) -> bool {
    let Some(token) = reading.tokens.get(at) else { return true };
    let mark = token.is_mark() && !Class::MarkInTitle.has(token.word);
    // `đối với` names whom a document concerns
    let c = Cursor::new(reading, at);
    let concerns = token.word == w!("với") && c.back(1) == w!("đối");
    // `những điều đảng viên không được làm` says which, it begins no clause
    let forbids = c.all(&[w!("không"), w!("được")]).is_some() || token.word == w!("được") && c.back(1) == w!("không");
    // `ứng xử ở nơi công cộng`: where, not at which place
    let somewhere = token.word == w!("ở") && !reading[at + 1].is_capital();
    // `tự do`, `thời kỳ quá độ lên …`
    let inside = [(w!("tự"), w!("do")), (w!("độ"), w!("lên"))].contains(&(c.back(1), token.word));
    // `trách nhiệm nêu gương`
    let free = somewhere || inside || c.all(&[w!("nêu"), w!("gương")]).is_some();
    // the number that stands behind the title
    let number = c.any(&[w!("số")]);
    let numbered = number.is_some_and(|c| c.token().is_number() || c.word() == w!(":"));
    // `[Điều lệ Đảng] quy định về …`: the verb behind the name
    let provides = c.all(&[w!("quy"), w!("định")]).and_then(|c| c.any(&[w!("về"), w!("rõ"), w!("như"), w!("tại")]));
    let clause =
        reading.hits.longest(at, Table::ClauseWords).is_some() && !(token.is_capital() || concerns || forbids || free);
    mark || clause || provides.is_some() || numbered
}

/// The token lies in a document, event or time named in the title.
fn inside_document(board: &Board, from: usize, at: usize) -> bool {
    (from..at).any(|i| {
        board.starting(i).any(|p| {
            matches!(p.kind, Kind::Document | Kind::Event | Kind::Organization | Kind::Time)
                && p.at.contains(Stretch::new(at, at + 1))
        })
    })
}

/// `nhiệm kỳ …`, `giai đoạn …`, `[năm 2021]`, `đến năm 2030`, `[6 tháng đầu năm]`.
fn is_closing_term(reading: &Reading, time: Stretch) -> bool {
    let months = reading[time.start].is_number() && reading.word(time.start + 1) == w!("tháng");
    (Class::TermOfTitle.has(reading.word(time.start)) || months) && time.len() > 1
}

/// `nghe [Báo cáo kết quả thực hiện nghị quyết và nhiệm vụ trọng tâm 6 tháng cuối năm]`: what a report that looks back
/// plans for the time to come.
fn planned(reading: &Reading, board: &Board, end: usize, hard: usize) -> usize {
    const PLANS: [u32; 4] = [w!("nhiệm"), w!("phương"), w!("giải"), w!("kế")];
    let joined = Cursor::behind(reading, end).any(&[w!("và"), w!(",")]).filter(|c| PLANS.contains(&c.word()));
    let mut times = joined.into_iter().flat_map(|c| c.ahead(15)).filter_map(|c| c.entity(board, Kind::Time));
    times.find(|(c, t)| is_closing_term(reading, t.at) && c.at() <= hard).map_or(end, |(c, _)| c.at())
}

/// `ban hành [Kế hoạch phát triển nhà ở đến năm 2030 và những năm tiếp theo]`, `, tầm nhìn đến [năm 2045]`.
fn following_years(reading: &Reading, end: usize) -> usize {
    let Some(behind) = reading.phrase(end, Phrase::FollowingYears) else { return end };
    behind + usize::from(reading[behind].is_number())
}

/// The word behind the comma is of one kind with that before: units of territory (`thôn, tổ dân phố`), or words that
/// begin alike (`phân cấp, phân quyền`).
fn is_parallel(reading: &Reading, comma: usize) -> bool {
    let unit = |h: &Hit| h.table == Table::Countables && countables::GROUP.of(h.row) == Some(countables::Group::Admin);
    // `các khu phố, thành phố Hà Nội` goes on with a place
    let unnamed = |h: &&Hit| !reading[h.start as usize].is_capital() && !reading[h.end as usize].is_capital();
    let same = |back: usize, ahead: usize| {
        reading.word_before(comma, back) == reading.word(comma + ahead) && reading[comma + ahead].is_word()
    };
    // `cơ chế quản lý, cơ chế tài chính`; `công nghiệp hóa, hiện đại hóa`
    let alike = same(2, 1) || same(4, 1) && same(3, 2) || same(1, 3) && reading.word(comma - 1) == w!("hóa");
    let next = reading.hits.at(comma + 1).iter().filter(|h| unit(h)).max_by_key(|h| h.end);
    alike || reading.hits_before(comma).any(unit) && next.as_ref().is_some_and(unnamed)
}

/// `về cơ chế, chính sách đặc thù …`: so few words are no title yet, and what follows is no name.
pub(crate) fn begins_pair(reading: &Reading, from: usize, comma: usize) -> bool {
    comma - from < SHORTEST - 1
        && reading.tokens.get(comma + 1).is_some_and(|t| t.is_word() && !t.is_capital())
        && reading.same_line(from, comma + 1)
}

/// Behind a comma the enumeration goes on to a `và` before the clause ends.
pub(crate) fn enumerates(reading: &Reading, comma: usize, hard: usize) -> bool {
    if comma + 1 < hard && is_parallel(reading, comma) {
        return true;
    }
    let next_comma = (comma + 1..hard).find(|&i| reading.word(i) == w!(",")).unwrap_or(hard);
    (comma + 1..hard.min(comma + 16)).any(|i| reading.word(i) == w!("và"))
        || next_comma < hard && next_comma - comma < 8 && enumerates(reading, next_comma, hard)
}

/// The name of a treaty: on to its last place or capital (`Paris`, `thương mại tự do Việt Nam - EU`).
pub(super) fn name_of_treaty(reading: &Reading, board: &Board, at: usize) -> Option<usize> {
    let mut named = None;
    let mut i = at;
    while i < at + 14 && reading.same_line(at, i) {
        if let Some(place) = board.longest(Kind::Place, i) {
            i = place.at.end;
            named = Some(i);
            continue;
        }
        let token = &reading[i];
        let joint = token.word == w!("-") && named == Some(i);
        let free = token.word == w!("do") && reading.word_before(i, 1) == w!("tự");
        let grammatical = !free && reading.hits.longest(i, Table::FunctionWords).is_some();
        if !joint && (!token.is_word() || stops(reading, i) || grammatical) {
            break;
        }
        i += 1;
        if token.is_capital() {
            named = Some(i);
        }
    }
    // `Thương mại tự do`: a capital that only begins the name
    if named == Some(at + 1) && board.longest(Kind::Place, at).is_none() { Some(i) } else { named }
}

/// The subject of a law that the table does not know: a capital word and small ones to the end of the clause, at
/// most six.
pub(super) fn subject_of_law(reading: &Reading, at: usize) -> Option<usize> {
    let mut end = at + 1;
    // `[Luật BHXH 2024]`
    let short = reading[at].case == Case::Upper && reading[at].letters > 2;
    if short && !reading.tokens.get(end).is_some_and(|t| t.is_word() && reading.same_line(at, end)) {
        return Some(end);
    }
    let prevents = reading.word(at) == w!("phòng");
    while end < at + 7 && reading.same_line(at, end) && !stops(reading, end) {
        // `Phòng cháy, chữa cháy`
        let listed = prevents && reading.word(end) == w!(",") && end < at + 3;
        if !reading[end].is_word() && !listed {
            break;
        }
        let grammatical = reading.hits.longest(end, Table::FunctionWords).is_some() && reading.word(end) != w!("và")
            || reading.seq(end, &[w!("quy"), w!("định")]);
        if grammatical
            || reading.word(end) == w!("và")
                && !reading.tokens.get(end + 1).is_some_and(|t| t.is_word() && !t.is_capital())
        {
            break;
        }
        end += 1;
    }
    (end > at + 1).then_some(end)
}
