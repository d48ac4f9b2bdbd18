//! Bodies: `[Ban Tổ chức Tỉnh ủy]`, `[UBND tỉnh Long An]`, `[Sở Thông tin và Truyền thông]`, `Công ty Cổ phần …`.
//!
//! The name of a body is a head (`Ban`, `Sở`, `UBND`), then as its head allows a field of work or proper name, the
//! body it belongs to, a level word or place, and a term in brackets. Bodies known by one fixed name come from a
//! table. The text is walked from its end, so that the body nested at the end of another is already there.

mod alias;
mod body;
mod definite;
mod fixed;
mod name;
mod short;
mod state;
mod tail;

pub(crate) use super::value::Organization as Value;
pub(crate) use tail::level_word;

use super::board::Reader;
use super::place::is_inside_listed;
use super::rule::Begins;
use super::{Board, Proposal, Rule, Value as Any};
use crate::analysis::{Branch, Kind};
use crate::layout::Layout;
use crate::lexicon::columns::{body_heads, role_heads};
use crate::lexicon::{Class, Hit, Table};
use crate::text::{Case, Reading, Stretch};
use crate::{limits, w};
use body::body_of;
use definite::{after_post, is_part_of_title, names_a_board_of_committees};
use fixed::{center_alone, fixed_body, is_trade_name, names_center_of_another};
use tail::is_digit;

/// What finds bodies, and what by: the longest, then the strongest.
const READERS: [Reader; 5] = [
    (Begins::of(&[Rule::OrganizationFixed]), fixed_body),
    (Begins::of(&[Rule::OrganizationNamed, Rule::OrganizationAlone]), headed_body),
    (Begins::of(&[Rule::OrganizationCentral]), center_alone),
    (Begins::of(&[Rule::OrganizationInitials]), initials),
    (Begins::of(&[Rule::OrganizationState]), state::organ),
];
const BODIES: Begins = Begins::of(&[
    Rule::OrganizationFixed,
    Rule::OrganizationNamed,
    Rule::OrganizationAlone,
    Rule::OrganizationCentral,
    Rule::OrganizationInitials,
    Rule::OrganizationState,
]);

/// Proposes every body.
pub(crate) fn propose(reading: &Reading, _layout: &Layout, board: &mut Board) {
    let mut named = Vec::new();
    for at in (0..reading.tokens.len()).rev() {
        let best = board.ask(BODIES, at, || {
            if !reading[at].is_word() || is_part_of_symbol(reading, at) || is_inside_listed(reading, board, at) {
                return None;
            }
            let found = READERS.iter().filter_map(|(begins, read)| board.ask(*begins, at, || read(reading, board, at)));
            found.max_by_key(|p| (p.at.end, p.strength))
        });
        if let Some(best) = best {
            if is_press_code_in_credit(reading, &best) {
                continue;
            }
            withdraw_parts(board, &best);
            let (at, is_named) = (best.at, best.rule == Rule::OrganizationNamed);
            if board.add(best) && is_named {
                named.push(at);
            }
        }
    }
    alias::propose(reading, board, &named);
    short::propose(reading, board, &named);
}

/// `[Chủ tịch AIC]`, `[cựu Giám đốc VNCERT]`: capital letters that no table has, right behind a post that a body
/// completes.
fn initials(reading: &Reading, _board: &Board, at: usize) -> Option<Proposal> {
    let token = &reading[at];
    let post = |h: &Hit| {
        h.table == Table::RoleHeads
            && role_heads::TAKES.of(h.row).has(role_heads::Takes::Body)
            && reading[at - 1].case != Case::Upper
    };
    let known = |h: &Hit| !matches!(h.table, Table::Newspapers | Table::Abbreviations | Table::Compounds);
    // `[Phó Chủ tịch TT HĐND tỉnh]`: part of the post
    if reading.hits.across(at).any(|h| h.table == Table::RoleHeads) {
        return None;
    }
    // letters and more letters: a longer name that is not known
    if reading.same_line(at, at + 1) && reading[at + 1].case == Case::Upper || is_digit(reading, at + 1) {
        return None;
    }
    let alone = reading
        .tokens
        .get(at + 1)
        .is_none_or(|t| t.spaced || t.is_mark() && ![w!("-"), w!("&"), w!("/")].contains(&t.word));
    let fits = token.case == Case::Upper
        && (3..=6).contains(&token.letters)
        && token.spaced
        && alone
        && !reading.hits.at(at).iter().any(known)
        && reading.hits_before(at).any(post);
    fits.then(|| proposal(Stretch::new(at, at + 1), 45, Rule::OrganizationInitials, Value::default()))
}

/// Letters of a symbol (`[Kết luận số 01-KL/BTCTW]`), or a short form alone in brackets.
fn is_part_of_symbol(reading: &Reading, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|i| &reading[i]) else { return false };
    let upper = matches!(reading[at].case, Case::Upper | Case::Mixed)
        && reading.token_text(at).chars().nth(1).is_some_and(char::is_uppercase);
    let in_symbol = !reading[at].spaced && [w!("/"), w!("-"), w!("&")].contains(&before.word);
    upper && (in_symbol || before.word == w!("(") && reading.word(at + 1) == w!(")"))
}

/// `Ảnh: AFP`, `(Ảnh: [Nam Anh]/TTXVN)`, `(Theo Reuters)`: one word that says where a picture or text comes from
/// (guidelines: codes and domains in credits are not marked).
fn is_press_code_in_credit(reading: &Reading, p: &Proposal) -> bool {
    let Any::Organization(value) = &p.value else { return false };
    if value.branch != Some(Branch::Press) || p.at.len() > 1 {
        return false;
    }
    let line = reading.line(p.at.start);
    let mut i = p.at.start;
    // back over names, slashes and commas to the word of credit
    for _ in 0..10 {
        if i == line.start {
            return false;
        }
        i -= 1;
        let word = reading.word(i);
        if word == w!("theo") {
            return i > line.start && reading.word(i - 1) == w!("(");
        }
        if word == w!(":") {
            return i > line.start && Class::CreditOfPicture.has(reading.word(i - 1));
        }
        let passes = reading[i].is_capital() || [w!("/"), w!(","), w!("-")].contains(&word);
        if !passes {
            return false;
        }
    }
    false
}

/// Of the bodies read inside this one only the body it belongs to stays, and what that one holds. `[Trung ương Đảng]`
/// inside `[Ban Tổ chức Trung ương Đảng]` is part of the name (guidelines, settled cases).
fn withdraw_parts(board: &mut Board, whole: &Proposal) {
    let Any::Organization(value) = &whole.value else { return };
    let center = |p: &Proposal| matches!(&p.value, Any::Organization(v) if v.fixed == Some(CENTER));
    board.withdraw(Kind::Organization, whole.at, |p| {
        value.parent.is_some_and(|parent| parent.contains(p.at)) && !center(p)
    });
}

/// The Central Committee under its full name.
const CENTER: &str = "Ban Chấp hành Trung ương Đảng";

fn proposal(at: Stretch, strength: u8, rule: Rule, value: Value) -> Proposal {
    Proposal { kind: Kind::Organization, at, strength, rule, value: Any::Organization(value) }
}

/// `[Đảng Cộng sản Việt Nam]` at the end of `[Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam]`.
fn nested_parent(board: &Board, from: usize, end: usize) -> Option<Stretch> {
    let inside = board.ending(end).filter(|p| p.kind == Kind::Organization && p.at.start >= from);
    inside.map(|p| p.at).min_by_key(|at| at.start)
}

/// The Front in the name of its own committee (`[Ủy ban MTTQ Việt Nam tỉnh]`).
fn front_inside(board: &Board, from: usize, end: usize) -> Option<Stretch> {
    nested_parent(board, from, end).filter(|&at| {
        let front = |p: &Proposal| matches!(&p.value, Any::Organization(v) if v.branch == Some(Branch::Front));
        board.starting(at.start).any(|p| p.at == at && front(p))
    })
}

/// A word of several syllables begins before and holds this one.
fn ends_a_compound(reading: &Reading, at: usize) -> bool {
    reading.hits.across(at).any(|h| h.table == Table::Compounds)
}

/// A body named by its head and what follows it.
fn headed_body(reading: &Reading, board: &Board, at: usize) -> Option<Proposal> {
    let place = board.longest(Kind::Place, at).map_or(0, |p| p.at.end);
    let fixed = reading
        .hits
        .longest(at, Table::FixedBodies)
        .filter(|h| !names_center_of_another(reading, h.end as usize))
        .map_or(0, |h| h.end as usize);
    let heads =
        || reading.hits.at(at).iter().filter(|h| h.table == Table::BodyHeads && h.end as usize >= place.max(fixed));
    let longest = heads().next()?;
    // `Hội An`, `[Đài Loan]`: a name of the gazetteer, bare or not
    let town = |h: &Hit| matches!(h.table, Table::Provinces | Table::Districts | Table::Regions) && h.end > longest.end;
    if reading.hits.at(at).iter().any(town) && reading[longest.end as usize].is_capital() {
        return None;
    }
    // `chiến trường`, `thị trường`: the second half of a common word
    if !reading[at].is_capital() && ends_a_compound(reading, at) && !after_post(reading, at)
        || longest.len() == 1 && name::begins_a_compound(reading, at)
    {
        return None;
    }
    // `[Ban Cán sự Đảng [Bộ Công Thương]]`: the Party's group there, no Party organization
    if reading.word(at) == w!("đảng") && reading.word_before(at, 1) == w!("sự") {
        return None;
    }
    // `[Ban Cán sự đảng Bộ Ngoại giao]`: the second word begins the next body
    let second = at + 1;
    if longest.len() == 2 && !reading[at].is_capital() && reading[second].case == Case::Title {
        let begins = reading.hits.at(second).iter().any(|h| h.table == Table::BodyHeads);
        if begins && board.longest(Kind::Organization, second).is_some() && reading.word(at) == w!("đảng") {
            return None;
        }
    }
    // `[Phòng Cảnh sát hình sự Công an tỉnh]`: the field of the unit before
    let unit = |h: &Hit| h.table == Table::BodyHeads && body_heads::TAKES.of(h.row).has(body_heads::Takes::Field);
    let field = reading.hits.longest(at, Table::Fields).is_some_and(|h| h.end > longest.end);
    if field && reading.hits_before(at).any(unit) {
        return None;
    }
    // `Tỉnh ủy viên` is a member
    let next = reading.word(longest.end as usize);
    let member = next == w!("viên") && reading.word(longest.end as usize - 1) == w!("ủy")
        || next == w!("trưởng") && !reading[longest.end as usize].is_capital();
    if member || names_a_board_of_committees(reading, longest.end as usize) || is_part_of_title(reading, at, longest) {
        return None;
    }
    // one form may head bodies of several kinds: `UB` with a place, `UB` with a field
    heads().take_while(|h| h.end == longest.end).find_map(|head| body_of(reading, board, head))
}

/// What the head of a body tells by itself.
fn told_by_head(hit: &Hit) -> Value {
    Value {
        head: Some(hit.row),
        branch: body_heads::BRANCH.of(hit.row),
        level: body_heads::LEVEL.of(hit.row),
        ..Value::default()
    }
}

/// Takes branch, level and place over from the body it belongs to.
fn inherit(value: &mut Value, parent: &Proposal) {
    value.parent = Some(parent.at);
    if let Any::Organization(p) = &parent.value {
        value.depth = p.depth + 1;
        value.branch = value.branch.or(p.branch);
        value.level = p.level.or(value.level);
        value.place = p.place;
        value.bare_level = p.bare_level;
    }
}

/// The body that stands right behind and to which the one that begins at `at` belongs. The standing board of the Front
/// (`[Ban Thường trực]`) takes only the Front; elsewhere the words are part of a deputy's title.
fn parent_at<'a>(reading: &Reading, board: &'a Board, at: usize, end: usize, value: &Value) -> Option<&'a Proposal> {
    if reading.line_ends(end) {
        return None;
    }
    let parent = board.longest(Kind::Organization, end).filter(|p| p.at.end - at <= limits::BODY)?;
    let Any::Organization(p) = &parent.value else { return None };
    if p.depth == limits::BODIES {
        return None;
    }
    let front_only = value.is(body_heads::Is::Front);
    let unions_only = value.is(body_heads::Is::Unions);
    let union = [w!("hội"), w!("đoàn"), w!("giáo"), w!("liên")].contains(&reading.word(end));
    (!front_only || p.branch == Some(Branch::Front)).then_some(parent).filter(|_| !unions_only || union)
}

#[cfg(test)]
mod tests {
    use crate::analysis::Kind;
    use crate::entities::testing::check;

    #[test]
    fn bodies_hold_the_bodies_they_belong_to() {
        check(
            Kind::Organization,
            &[
                ("Ban Tổ chức Tỉnh ủy họp.", "Ban Tổ chức Tỉnh ủy|Tỉnh ủy"),
                ("theo Ban Thường vụ (BTV) Huyện ủy Mỏ Cày.", "Ban Thường vụ (BTV) Huyện ủy Mỏ Cày|Huyện ủy Mỏ Cày"),
                ("Văn phòng UBND tỉnh Bến Tre mời.", "Văn phòng UBND tỉnh Bến Tre|UBND tỉnh Bến Tre"),
                ("Ban Tổ chức Trung ương Đảng hướng dẫn.", "Ban Tổ chức Trung ương Đảng"),
            ],
        );
    }

    #[test]
    fn names_go_on_as_their_heads_allow() {
        check(
            Kind::Organization,
            &[
                ("Sở Văn hóa, Thể thao và Du lịch tổ chức.", "Sở Văn hóa, Thể thao và Du lịch"),
                ("Bộ Lao động - Thương binh và Xã hội nêu.", "Bộ Lao động - Thương binh và Xã hội"),
                ("tại Trường Đại học Cần Thơ sáng nay", "Trường Đại học Cần Thơ"),
                ("với Công ty CP bất động sản Phú Hưng về giá", "Công ty CP bất động sản Phú Hưng"),
                ("của Hội đồng thẩm định giá đất tỉnh.", "Hội đồng thẩm định giá đất tỉnh"),
                ("HĐND tỉnh khóa XVIII đã bầu", "HĐND tỉnh khóa XVIII"),
            ],
        );
    }

    #[test]
    fn classes_and_words_are_no_bodies() {
        check(
            Kind::Organization,
            &[
                ("UBND cấp huyện và các sở chuẩn bị.", ""),
                ("HĐND và UBND các cấp phối hợp.", ""),
                ("ban tổ chức cấp ủy các cấp tham mưu.", ""),
                ("19 đảng bộ trực thuộc", ""),
                ("Đài Loan và Hội An có mưa.", ""),
            ],
        );
    }
}
