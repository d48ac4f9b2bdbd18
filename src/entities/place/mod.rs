//! Places: the name with its unit word where one stands right before it.
//!
//! A unit word (`tỉnh`, `TP.`, `xã`, `thôn`, `đường`) makes a place of any capital name or number behind it. A bare name
//! counts where the gazetteer knows it as a province, country, region or city; bare names of districts and
//! communes, which are mostly common words too, need a reason: the same name with its unit word elsewhere, a
//! preposition of place or a local body right before.

pub(super) mod series;

use super::{Board, Proposal, Value as Any};
use crate::analysis::{Kind, ZoneKind};
use crate::layout::Layout;
use crate::lexicon::{Hit, Table, cell};
use crate::text::syllable::{is_foreign, is_particle};
use crate::text::{Case, Reading, Stretch};
use crate::w;
use std::collections::HashSet;

/// What a place is, as its words tell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// A unit of the State at one level, or of any level where no unit word tells.
    #[default]
    Unit,
    Village,
    Country,
    Region,
    /// A venue, river, street, city abroad …
    Other,
}

/// What the rules read in a place.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Value {
    pub sort: Sort,
    /// Canonical unit word, of administrative units.
    pub unit: Option<&'static str>,
    /// The name without the unit word.
    pub name: Option<Stretch>,
}

/// Columns of `place_units.tsv` and `regions.tsv`.
const UNIT: usize = 1;
const LEVEL: usize = 2;
const REGION_KIND: usize = 1;
/// Column of `provinces.tsv` with names of affection (`đất Tổ`), which are matched but are common words too.
const NICKNAMES: usize = 2;

/// Proposes every place.
pub fn propose(reading: &Reading, layout: &Layout, board: &mut Board) {
    let mut with_unit: HashSet<Vec<u32>> = HashSet::new();
    for at in 0..reading.tokens.len() {
        let found = unit_and_name(reading, at).filter(|_| layout.zone(reading, at) != ZoneKind::Chrome);
        if let Some(mut p) = found {
            // `hai tỉnh Quảng Trị và …`: the unit word is what is counted, the name stands alone
            if let Any::Place(Value { name: Some(name), .. }) = p.value
                && board.ending(name.start).any(|q| q.kind == Kind::Quantity && q.at.start < at)
            {
                p.at.start = name.start;
            }
            if let Any::Place(Value { name: Some(name), sort: Sort::Unit, .. }) = &p.value {
                with_unit.insert(reading.tokens[name.tokens()].iter().map(|t| t.word).collect());
            }
            // `đường 30 tháng 4`: the date is a name
            for kind in [Kind::Time, Kind::Quantity] {
                board.withdraw(kind, p.at, |q| q.at.end < p.at.end);
            }
            board.add(p);
        }
    }
    for at in 0..reading.tokens.len() {
        if let Some(p) = bare_name(reading, &with_unit, at) {
            board.add(p);
        }
    }
    series::propose(reading, board);
}

fn proposal(at: Stretch, strength: u8, rule: &'static str, value: Value) -> Proposal {
    Proposal { kind: Kind::Place, at, strength, rule, value: Any::Place(value) }
}

/// A unit word and the name behind it.
fn unit_and_name(reading: &Reading, at: usize) -> Option<Proposal> {
    let token = &reading.tokens[at];
    // behind an initial or a hyphen (`C.Q. Brown`, `M-TP`), behind a family name (`Võ Đình Thắng`)
    let glued = at > 0
        && !token.spaced
        && (reading.tokens[at - 1].is_word() || [w!("."), w!("-")].contains(&reading.word(at - 1)));
    let given = token.case == Case::Title && in_name(reading, Stretch::new(at, at + 1));
    if !token.is_word() || glued || given || is_inside_word(reading, at) {
        return None;
    }
    let unit = reading.hits.longest(at, Table::PlaceUnits)?;
    let level = cell(Table::PlaceUnits, unit.row, LEVEL);
    let mut name = unit.end as usize;
    let abbreviated = token.case == Case::Upper || token.end - token.start <= 2;
    if abbreviated && !is_written_short(reading, unit) {
        return None;
    }
    // the dot of `TP.` and `Q.`
    let mut apart = false;
    if reading.word(name) == w!(".") && !reading.tokens[name].spaced && abbreviated {
        name += 1;
        apart = reading.tokens.get(name).is_some_and(|t| t.spaced);
    }
    if !reading.same_line(at, name) {
        return None;
    }
    let own = || level_of_its_own(reading, name).filter(|_| level == "venue" && unit.len() > 2 && token.is_capital());
    let memorial = || remembered(reading, name).filter(|_| level == "venue" && is_memorial(reading, name));
    let mut end = name_end(reading, name, level).or_else(own).or_else(memorial)?;
    // `Khu tưởng niệm Chủ tịch Hồ Chí Minh`, `tượng đài Bác Hồ`: a monument takes the post of whom it remembers
    if let Some(whole) = remembered(reading, name).filter(|_| level == "venue" && is_memorial(reading, name)) {
        end = end.max(whole);
    }
    // `ngõ 167 Tây Sơn`
    if [w!("ngõ"), w!("hẻm"), w!("ngách"), w!("kiệt")].contains(&reading.word(at)) && reading.same_line(at, end) {
        end = capital_run(reading, end, 4).filter(|run| *run > end + 1).unwrap_or(end);
    }
    // `Nhà máy Thủy điện Sê San 4A`, `dự án Lê Hồng Phong II`
    if matches!(level, "venue" | "nature") && !reading.tokens[name].is_number() {
        end = with_number(reading, end);
    }
    // a road named by its ends: `cao tốc Hà Nội - Hải Phòng`
    if reading.word(name - 1) == w!("tốc") {
        while [w!("-"), w!("–")].contains(&reading.word(end))
            && reading.same_line(at, end + 1)
            && let Some(next) = capital_run(reading, end + 1, 3)
        {
            end = next;
        }
    }
    // the sea of a country is no place of its own, save that of Japan
    let sea = reading.word(at) == w!("biển") && reading.hits.longest(name, Table::Regions).is_some();
    if sea && !token.is_capital() && ![w!("nhật"), w!("đông"), w!("đen"), w!("đỏ")].contains(&reading.word(name))
    {
        return None;
    }
    // `tiểu bang Bee Nguyễn` represents it
    if level == "abroad" && end > name + 1 && surname(reading, end - 1) {
        return None;
    }
    // `1 sân 18 lỗ`: grounds have names
    if reading.word(at) == w!("sân") && unit.len() == 1 && reading.tokens[name].is_number() {
        return None;
    }
    // `P.V` is a reporter
    let initial = end == name + 1
        && reading.tokens[name].is_word()
        && reading.tokens[name].end16 - reading.tokens[name].start16 == 1;
    if initial && abbreviated {
        return None;
    }
    // `Hồ Chí Minh`: a capital family name is no lake
    if token.is_capital() && surname(reading, at) && level == "nature" {
        return None;
    }
    let canonical = cell(Table::PlaceUnits, unit.row, UNIT);
    let sort = match level {
        "village" => Sort::Village,
        "venue" | "nature" | "abroad" => Sort::Other,
        _ => Sort::Unit,
    };
    // `chợ`, `cầu`, `đường` … are common words: only a name of two capitals or more makes them places
    let capitals = reading.tokens[name..end].iter().filter(|t| t.is_capital() || t.is_number()).count();
    if sort == Sort::Other
        && reading.tokens[name].is_capital()
        && capitals < 2
        && level != "abroad"
        && !token.is_capital()
        && unit.len() < 2
        && !is_water(reading, at)
    {
        return None;
    }
    // `Bản Ghi nhớ`
    let ends_lower = reading.same_line(at, end) && reading.tokens[end].case == Case::Lower;
    if sort == Sort::Village && capitals < 2 && token.is_capital() && ends_lower && !reading.tokens[name].is_number() {
        return None;
    }
    let value = Value { sort, unit: Some(canonical).filter(|u| *u != "-"), name: Some(Stretch::new(name, end)) };
    let listed = reading.hits.at(name).iter().any(|h| {
        h.end as usize == end
            && matches!(h.table, Table::Provinces | Table::Districts | Table::Communes | Table::CommunesBefore)
    });
    // `ĐT Đức` is a team, `TP. Góp phần` the end of a sentence, `TP Entertainment` a company
    let numbered = reading.tokens[name].is_number();
    if abbreviated
        && !numbered
        && (level == "venue" || !listed && (unit.len() == 1 && apart && capitals < 2 || is_foreign(reading, name)))
    {
        return None;
    }
    // a name of the gazetteer behind its unit word is surer than the form of address that it may hold (`quận Hai Bà Trưng`)
    Some(proposal(Stretch::new(at, end), if listed { 75 } else { 58 }, "place.unit", value))
}

/// The end of a post or form of address and the name behind it (`Chủ tịch Hồ Chí Minh`, `Bác Hồ`).
fn remembered(reading: &Reading, at: usize) -> Option<usize> {
    let held = |h: &&Hit| matches!(h.table, Table::RoleHeads | Table::Honorifics);
    let post = reading.hits.at(at).iter().filter(held).map(|h| h.end as usize).max()?;
    let same = reading.same_line(at, post);
    capital_run(reading, post, 4).filter(|_| same && reading.tokens[at].is_capital())
}

/// A word for monuments ends before the name.
fn is_memorial(reading: &Reading, name: usize) -> bool {
    const ENDS: [u32; 5] = [w!("đài"), w!("niệm"), w!("thờ"), w!("lăng"), w!("tượng")];
    name > 0 && ENDS.contains(&reading.word(name - 1))
}

/// The unit word is the later part of another word (`đồng hồ`, `yêu cầu`, `Thông tấn xã`) or stands inside a longer name of
/// a place (`Liên bang Nga`, `Nhật Bản`).
fn is_inside_word(reading: &Reading, at: usize) -> bool {
    const FIRST: [u32; 7] = [w!("già"), w!("liên"), w!("điểm"), w!("địa"), w!("áp"), w!("tấn"), w!("miền")];
    // `tuyến đường` is any road
    let any = reading.word(at) == w!("đường") && [w!("tuyến"), w!("con")].contains(&reading.word_before(at, 1));
    let before = at > 0 && reading.same_line(at - 1, at);
    let lower = reading.tokens[at].case == Case::Lower;
    before && lower && (any || FIRST.contains(&reading.word(at - 1))) && reading.tokens[at].spaced
        || (at.saturating_sub(3)..at).any(|i| {
            reading.hits.at(i).iter().any(|h| {
                h.end as usize > at
                    && (h.table == Table::Compounds && lower
                        || h.table == Table::Regions && reading.tokens[i].is_capital()
                        || h.table == Table::PlaceUnits && h.end as usize == at + 1)
            })
        })
}

fn is_gazetteer(table: Table) -> bool {
    matches!(table, Table::Provinces | Table::Regions | Table::Districts | Table::Communes | Table::CommunesBefore)
}

/// Rivers, mountains, islands take names of one syllable (`sông Hồng`, `đảo Nam Du`).
fn is_water(reading: &Reading, at: usize) -> bool {
    [w!("sông"), w!("núi"), w!("đảo"), w!("đèo"), w!("hồ"), w!("biển"), w!("vịnh"), w!("suối"), w!("đầm"), w!("kênh")]
        .contains(&reading.word(at))
}

/// An abbreviation counts only in the letter case of the table, and glued forms need a name right behind.
fn is_written_short(reading: &Reading, unit: &Hit) -> bool {
    let at = Stretch::new(unit.start as usize, unit.end as usize);
    let text = reading.text(at);
    let forms = || cell(Table::PlaceUnits, unit.row, 0).split('|');
    let dotted = format!("{text}.");
    if forms().any(|f| f == text) {
        return at.len() > 1
            || text.chars().count() > 1
            || reading.tokens.get(at.end).is_some_and(|t| t.is_number() && !t.spaced || t.word == w!("."));
    }
    reading.word(at.end) == w!(".") && !reading.tokens[at.end].spaced && forms().any(|f| f == dotted)
}

/// The end of a name that begins here: the longest name of the gazetteer at this level, else capital words, else
/// a number (`phường 6`, `Quận 1`).
fn name_end(reading: &Reading, at: usize, level: &str) -> Option<usize> {
    let token = reading.tokens.get(at)?;
    let tables: &[Table] = match level {
        "province" => &[Table::Provinces, Table::Regions],
        "city" => &[Table::Provinces, Table::Districts, Table::Regions],
        "district" => &[Table::Districts],
        "commune" => &[Table::Communes, Table::CommunesBefore],
        "abroad" => &[Table::Regions],
        _ => &[],
    };
    let listed = reading
        .hits
        .at(at)
        .iter()
        .filter(|h| tables.contains(&h.table) && is_capital_name(reading, h))
        .map(|h| h.end as usize)
        .max();
    if token.is_number() {
        let short = token.end - token.start <= 2 || level == "venue";
        let word_after = reading
            .tokens
            .get(at + 1)
            .is_some_and(|t| t.is_word() && !t.is_capital() && t.line == token.line && is_counted(t.word));
        let date = [w!("/"), w!("-"), w!("."), w!(",")].contains(&reading.word(at + 1))
            && reading.tokens.get(at + 2).is_some_and(|t| t.is_number())
            && !reading.tokens[at + 2].spaced;
        // `đường 30 tháng 4`, `đường 3/2`, `công viên 30-4`
        if level == "venue"
            && let Some(end) = date_end(reading, at)
        {
            return Some(end);
        }
        return ((level == "district" || level == "commune" || level == "village" || level == "venue")
            && short
            && !word_after
            && !date)
            .then(|| at + 1 + usize::from(is_letter_behind(reading, at + 1)));
    }
    let run = capital_run(reading, at, 4);
    match (listed, run) {
        (Some(l), Some(r)) if r > l && level != "province" && !is_name_of_person(reading, l, r) && r - at <= 4 => {
            // `xã Thanh Cường` where there is a commune Thanh too
            let longer = l == at + 1 && r == at + 2 && matches!(level, "district" | "commune");
            Some(if longer { r } else { l })
        }
        (Some(l), _) => Some(l),
        (None, Some(_))
            if ["province", "city", "district", "commune"].contains(&level)
                && (super::person::begins_full_name(reading, at)
                    || local_body_before(reading, at - 1) && super::person::begins_minority_name(reading, at)) =>
        {
            None
        }
        (None, Some(r)) => whole_words(reading, level, at, trim_person(reading, at, r)),
        _ => None,
    }
}

/// `Trung tâm Hội nghị tỉnh`, `Sân vận động tỉnh Điện Biên`: a venue named by the unit that it belongs to.
fn level_of_its_own(reading: &Reading, at: usize) -> Option<usize> {
    let city = reading.seq(at, &[w!("thành"), w!("phố")]) || reading.seq(at, &[w!("quốc"), w!("gia")]);
    let level = city || [w!("tỉnh"), w!("huyện")].contains(&reading.word(at));
    let end = at + 1 + usize::from(city);
    let place = reading.hits.at(end).iter().find(|h| is_gazetteer(h.table) && is_capital_name(reading, h));
    (level && reading.same_line(at, end - 1)).then(|| place.map_or(end, |h| h.end as usize))
}

/// Takes in a number that tells works of one name apart: `4A`, `II`, `3` before a mark.
fn with_number(reading: &Reading, end: usize) -> usize {
    let Some(token) = reading.tokens.get(end).filter(|t| t.spaced && reading.same_line(end - 1, end)) else {
        return end;
    };
    let lettered = token.is_number() && is_letter_behind(reading, end + 1);
    let roman = token.case == Case::Upper && super::numeral::roman(reading, end).is_some() && token.letters > 1;
    let last = super::numeral::small(reading, end, 1).is_some()
        && (!reading.same_line(end, end + 1)
            || reading.tokens[end + 1].is_mark() && reading.tokens[end + 1].word != w!("%"))
        && !reading.tokens.get(end + 2).is_some_and(|t| t.is_number() && !t.spaced);
    end + usize::from(lettered || roman || last) + usize::from(lettered)
}

/// The end of a day of the year that a street is named after.
fn date_end(reading: &Reading, at: usize) -> Option<usize> {
    let number = |i: usize, most: u32| super::numeral::small(reading, i, 2).is_some_and(|n| (1..=most).contains(&n));
    let mark = reading.word(at + 1);
    let said = mark == w!("tháng") && reading.same_line(at, at + 2);
    let glued =
        [w!("/"), w!("-")].contains(&mark) && !reading.tokens[at + 1].spaced && !reading.tokens.get(at + 2)?.spaced;
    let ends = said || !reading.tokens.get(at + 3).is_some_and(|t| !t.spaced && [w!("/"), w!("-")].contains(&t.word));
    ((said || glued) && number(at, 31) && number(at + 2, 12) && ends).then_some(at + 3)
}

/// The last capital begins a word of several syllables: a venue takes it whole and what its name goes on with
/// (`Nhà tang lễ Quốc gia`, `Bảo tàng Lịch sử Quân sự Việt Nam`), other names end before it (`bản Tuyên ngôn`).
fn whole_words(reading: &Reading, level: &str, at: usize, mut end: usize) -> Option<usize> {
    while let Some(word) = reading
        .hits
        .at(end - 1)
        .iter()
        .filter(|h| h.end as usize > end && reading.tokens[end].case == Case::Lower)
        .filter(|h| {
            matches!(
                h.table,
                Table::Compounds
                    | Table::NameWords
                    | Table::Countables
                    | Table::Numbered
                    | Table::BodyHeads
                    | Table::Fields
            )
        })
        .map(|h| h.end as usize)
        .min()
    {
        if level != "venue" {
            return (end - 1 > at).then_some(end - 1);
        }
        end = word;
        match capital_run(reading, word, 4).filter(|_| reading.same_line(at, word)) {
            Some(run) => end = run,
            None => break,
        }
    }
    let national = level == "venue" && reading.seq(end, &[w!("quốc"), w!("gia")]) && reading.same_line(at, end);
    Some(end + 2 * usize::from(national))
}

fn surname(reading: &Reading, at: usize) -> bool {
    reading.hits.at(at).iter().any(|h| h.table == Table::Surnames && cell(Table::Surnames, h.row, 1) == "surname")
}

/// `quốc lộ 14E`, `Sê San 4A`: a letter stuck to the number.
fn is_letter_behind(reading: &Reading, at: usize) -> bool {
    reading.tokens.get(at).is_some_and(|t| !t.spaced && t.letters == 1 && t.is_capital())
}

/// A noun that a number counts follows: `xã 3 không`, `huyện 10 năm` are no names.
fn is_counted(word: u32) -> bool {
    [w!("năm"), w!("tầng"), w!("ngày"), w!("tháng"), w!("người"), w!("không"), w!("hộ"), w!("xã"), w!("đồng")]
        .contains(&word)
}

fn is_capital_name(reading: &Reading, hit: &Hit) -> bool {
    let tokens = &reading.tokens[hit.start as usize..hit.end as usize];
    tokens.iter().filter(|t| t.is_word()).all(|t| t.is_capital()) && (tokens[0].is_capital() || tokens[0].is_number())
}

/// Capital words in a row, with apostrophes and hyphens inside (`Ia H'Drai`, `Cư M'gar`, `Bà Rịa - Vũng Tàu` is listed).
fn capital_run(reading: &Reading, at: usize, longest: usize) -> Option<usize> {
    let first = reading.tokens.get(at)?;
    if !first.is_capital() || first.case == Case::Upper && first.letters > 4 && !line_is_upper(reading, at) {
        return None;
    }
    let mut end = at;
    let mut words = 0;
    while let Some(t) = reading.tokens.get(end).filter(|t| t.line == first.line) {
        let apostrophe = t.word == w!("'")
            && !t.spaced
            && end > at
            && reading.tokens.get(end + 1).is_some_and(|n| n.is_word() && !n.spaced);
        let after_apostrophe = end > at && reading.word(end - 1) == w!("'") && !t.spaced;
        // `Santiago de Chile`, `Herminda de la Victoria`
        let particles = (end..end + 3).take_while(|&i| end > at && is_particle(reading, i)).count();
        let foreign = particles > 0 && is_foreign(reading, end - 1) && reading.same_line(at, end + particles);
        if foreign && reading.tokens[end + particles].is_capital() {
            end += particles;
            continue;
        }
        if !(t.is_capital() && words < longest || apostrophe || after_apostrophe) {
            break;
        }
        let other = reading.hits.at(end).iter().any(|h| {
            end > at && h.len() > 1 && matches!(h.table, Table::RoleHeads | Table::BodyHeads | Table::FixedBodies)
        });
        if other {
            break;
        }
        words += usize::from(t.is_capital());
        end += 1;
    }
    (end > at).then_some(end)
}

fn line_is_upper(reading: &Reading, at: usize) -> bool {
    reading.tokens.get(at + 1).is_some_and(|t| t.case == Case::Upper)
}

fn is_name_of_person(reading: &Reading, from: usize, to: usize) -> bool {
    from < to && super::person::begins_full_name(reading, from)
}

/// Ends a run of unlisted capitals before a full name of a person.
fn trim_person(reading: &Reading, at: usize, end: usize) -> usize {
    (at + 1..end).find(|&i| i > at && super::person::begins_full_name(reading, i) && end - i >= 2).unwrap_or(end)
}

/// A name without a unit word.
fn bare_name(reading: &Reading, with_unit: &HashSet<Vec<u32>>, at: usize) -> Option<Proposal> {
    let token = &reading.tokens[at];
    // the end of a domain (`VOV.VN`)
    if at > 0 && !token.spaced && reading.word(at - 1) == w!(".") {
        return None;
    }
    if !token.is_capital() && !token.is_word() || at > 0 && !token.spaced && reading.tokens[at - 1].is_word() {
        return None;
    }
    let hits = reading.hits.at(at);
    let best = hits
        .iter()
        .filter(|h| is_gazetteer(h.table))
        .filter(|h| h.table == Table::Regions || is_capital_name(reading, h))
        .filter_map(|h| bare_hit(reading, with_unit, h))
        .max_by_key(|p| (p.at.end, p.strength))?;
    Some(best)
}

fn bare_hit(reading: &Reading, with_unit: &HashSet<Vec<u32>>, hit: &Hit) -> Option<Proposal> {
    let at = Stretch::new(hit.start as usize, hit.end as usize);
    let text = reading.text(at);
    let value = |sort| Value { sort, unit: None, name: Some(at) };
    match hit.table {
        Table::Regions => {
            // written as the table has it, or all in capitals as headlines are
            let forms = || cell(Table::Regions, hit.row, 0).split('|');
            let against = reading.word_before(at.start, 1) == w!("chống") && !in_name(reading, at);
            let written = !against && forms().any(|f| f == text)
                || at.len() > 1 && reading.tokens[at.tokens()].iter().all(|t| t.case == Case::Upper);
            let kind = cell(Table::Regions, hit.row, REGION_KIND);
            let sort = match kind {
                "country" => Sort::Country,
                "region" | "continent" => Sort::Region,
                _ => Sort::Other,
            };
            // `phía Nam Thủ đô`, `phía Đông Congo`: a side of what follows
            let next = at.end;
            let side = kind == "region" && reading.word(at.start) == w!("phía") && reading.same_line(at.start, next);
            let of_what = side
                && (reading.tokens[next].is_capital() && reading.hits.at(next).iter().any(|h| is_gazetteer(h.table))
                    || reading
                        .hits
                        .at(next)
                        .iter()
                        .any(|h| h.table == Table::PlaceUnits && !reading.tokens[next].is_mark()));
            if of_what {
                return None;
            }
            let one_syllable = at.len() == 1 && text.chars().count() <= 4;
            // `Jordan Bardella`: a given name too, and a foreign word behind
            let given = reading.hits.longest(at.start, Table::ForeignNames).is_some_and(|h| h.len() == at.len())
                && reading.same_line(at.start, at.end)
                && reading.tokens[at.end].spaced
                && reading.tokens[at.end].case == Case::Title
                && is_foreign(reading, at.end);
            if !written
                || given
                || reading.word_before(at.start, 1) == w!("tiếng")
                || (at.len() == 1 && is_common_word(reading, at.start) && !country_context(reading, at))
                || one_syllable && in_name(reading, at)
            {
                return None;
            }
            let strength = if in_name(reading, at) { 40 } else { 52 };
            let whole = if sort == Sort::Country { with_form_of_state(reading, at) } else { at };
            Some(proposal(whole, strength, "place.listed", value(sort)))
        }
        Table::Provinces => {
            let nickname = cell(Table::Provinces, hit.row, NICKNAMES).split('|').any(|n| n.eq_ignore_ascii_case(text));
            // the name of the man unless a unit word says that the city is meant
            let after_a_person = crate::text::words_of(text) == [w!("hồ"), w!("chí"), w!("minh")];
            if after_a_person || nickname && !text.contains("Thủ đô") || in_name(reading, at) && at.len() < 3 {
                return None;
            }
            Some(proposal(at, 50, "place.province", value(Sort::Unit)))
        }
        _ => {
            let words: Vec<u32> = reading.tokens[at.tokens()].iter().map(|t| t.word).collect();
            let met = with_unit.contains(&words);
            let district = hit.table == Table::Districts;
            if reading.tokens[at.start].is_number() || in_name(reading, at) || at.len() < 2 && !met {
                return None;
            }
            let placed = placed_by_words(reading, at) && district;
            let body = local_body_before(reading, at.start)
                || district && body_goes_on(reading, at)
                || institution_before(reading, at.start) && !names_more_than_a_place(reading, at);
            (met || placed || body).then(|| {
                let strength = if met { 48 } else { 42 };
                proposal(at, strength, "place.context", value(Sort::Unit))
            })
        }
    }
}

/// Countries of one syllable that are common words: `Đức` (virtue, a given name), `Anh` (a given name), `Ý`, `Áo`,
/// `Nga`, `Bỉ`, `Úc`, `Viên`, `Nhật`, `Pháp`, `Mỹ`.
fn is_common_word(reading: &Reading, at: usize) -> bool {
    [
        w!("đức"),
        w!("anh"),
        w!("ý"),
        w!("áo"),
        w!("nga"),
        w!("viên"),
        w!("nhật"),
        w!("pháp"),
        w!("mỹ"),
        w!("lào"),
        w!("bỉ"),
        w!("úc"),
        w!("séc"),
        w!("gaza"),
        w!("mali"),
        w!("vn"),
    ]
    .contains(&reading.word(at))
}

/// Such a country counts when no capital word touches it on either side as in a name, and it does not begin a sentence
/// as a form of address (`Anh ấy …`).
fn country_context(reading: &Reading, at: Stretch) -> bool {
    let word = reading.word(at.start);
    let begins = reading.sentence_of(at.start).start == at.start
        || ["“", "\"", "'", "‘"].contains(&reading.token_text(at.start.saturating_sub(1)));

    let doubtful = [w!("anh"), w!("ý"), w!("áo"), w!("viên"), w!("đức")].contains(&word);
    // `Thủ tướng Đức Angela Merkel`
    let post = (at.start.saturating_sub(3)..at.start).any(|i| {
        reading.same_line(i, at.start)
            && reading.hits.at(i).iter().any(|h| h.table == Table::RoleHeads && h.end as usize == at.start)
    });
    let placed = post || word != w!("viên") || placed_by_words(reading, at);
    let addressed = !post
        && at.start > 0
        && reading.hits.at(at.start - 1).iter().any(|h| h.table == Table::Honorifics && h.len() == 1);
    if addressed {
        return false;
    }
    !in_name(reading, at) && !is_part_of_name(reading, at.start, post) && (!doubtful || !begins && placed)
}

/// A capital word stands right before, as a family name or earlier part of a name would.
/// `Cộng hòa Liên bang Brazil`, `Vương quốc Thái Lan`: the form of state before the name of a country.
fn with_form_of_state(reading: &Reading, at: Stretch) -> Stretch {
    const FORMS: [u32; 14] = [
        w!("cộng"),
        w!("hòa"),
        w!("vương"),
        w!("quốc"),
        w!("liên"),
        w!("bang"),
        w!("nhân"),
        w!("dân"),
        w!("chủ"),
        w!("hồi"),
        w!("giáo"),
        w!("đại"),
        w!("công"),
        w!("hợp"),
    ];
    let before = (at.start.saturating_sub(9)..at.start).rev();
    let start = before
        .take_while(|&i| FORMS.contains(&reading.word(i)) && reading.same_line(i, at.start))
        .filter(|&i| {
            reading.tokens[i].is_capital()
                && reading.word_before(i, 1) != w!("đảng")
                && [[w!("cộng"), w!("hòa")], [w!("vương"), w!("quốc")]].iter().any(|two| reading.seq(i, two))
        })
        .last();
    Stretch::new(start.unwrap_or(at.start), at.end)
}

/// `Hoài Đức`, `Thoại Mỹ`, `Mỹ Thủy`: a capital syllable before or behind makes it part of another name, save a head at
/// the beginning of a sentence (`Người Mỹ`) and the person who holds a post there (`Tổng thống Nga Putin`).
fn is_part_of_name(reading: &Reading, at: usize, behind_post: bool) -> bool {
    let touching = |i: usize| reading.tokens[i].case == Case::Title && reading.same_line(at, i);
    let head = |i: usize| {
        reading.sentence_of(i).start == i
            && reading.hits.at(i).iter().any(|h| {
                matches!(h.table, Table::FunctionWords | Table::Countables | Table::BodyHeads | Table::RoleHeads)
            })
    };
    let before = at > 0 && touching(at - 1) && !head(at - 1) && reading.tokens[at].spaced;
    let behind = reading.tokens.get(at + 1).is_some_and(|t| t.spaced && t.is_word())
        && touching(at + 1)
        && !is_foreign(reading, at + 1)
        && reading.hits.at(at + 1).iter().all(|h| h.table != Table::ForeignNames);
    // `Pháp luật`, `Anh hùng`, `quyền Anh`
    let word = reading.tokens.get(at + 1).is_some_and(|t| t.case == Case::Lower)
        && reading.hits.at(at).iter().any(|h| h.len() > 1 && !is_gazetteer(h.table));
    before || behind && !behind_post || word || [w!("quyền"), w!("bảng")].contains(&reading.word_before(at, 1))
}

fn in_name(reading: &Reading, at: Stretch) -> bool {
    let Some(before) = at.start.checked_sub(1).map(|i| &reading.tokens[i]) else { return false };
    let touches = before.line == reading.tokens[at.start].line && before.case == Case::Title && before.is_word();
    if !touches {
        return false;
    }
    // the end of a longer run of capitals begins no name (`Hội Việt Kiều Hải Phòng`)
    let inside = at.start > 1
        && reading.same_line(at.start - 2, at.start)
        && reading.tokens[at.start - 2].case == Case::Title
        && !surname(reading, at.start - 2);
    if inside && reading.sentence_of(at.start).start != at.start - 2 {
        return false;
    }
    let hits = reading.hits.at(at.start - 1);
    let begins_body = hits.iter().any(|h| h.table == Table::BodyHeads);
    hits.iter().any(|h| {
        h.table == Table::Surnames
            && h.len() == 1
            && cell(Table::Surnames, h.row, 1) == "surname"
            && !(begins_body && cell(Table::Surnames, h.row, 2) == "D")
    })
}

/// A preposition of place, or another place and a comma, stands before.
fn placed_by_words(reading: &Reading, at: Stretch) -> bool {
    let Some(before) = at.start.checked_sub(1) else { return false };
    reading.same_line(before, at.start)
        && [
            w!("ở"),
            w!("tại"),
            w!("về"),
            w!("tận"),
            w!("từ"),
            w!("đến"),
            w!("lên"),
            w!("xuống"),
            w!("đất"),
            w!("quê"),
            w!("qua"),
            w!("vào"),
            w!("ra"),
            w!("sang"),
            w!("huyện"),
            w!("gồm"),
        ]
        .contains(&reading.word(before))
}

/// A local body's name of up to four words ends with the district: `Chi bộ An Nam Cộng sản Cờ Đỏ`.
fn body_goes_on(reading: &Reading, at: Stretch) -> bool {
    let takes_place = |h: &Hit| {
        let end = h.end as usize;
        h.table == Table::BodyHeads
            && (end + 1..at.start).contains(&(at.start - 1))
            && cell(Table::BodyHeads, h.row, 3).contains('p')
            && reading.tokens[end].is_capital()
            && reading.tokens[end..at.start].iter().all(|t| t.is_word())
    };
    let ends = !reading.same_line(at.start, at.end) || reading.tokens[at.end].is_mark();
    ends && (at.start.saturating_sub(7)..at.start)
        .any(|i| reading.same_line(i, at.start) && reading.hits.at(i).iter().any(takes_place))
}

/// A school, hospital or center, with its field, ends right before: `Trường THCS Dịch Vọng`, `Trung tâm Y tế Hoài Nhơn`.
fn institution_before(reading: &Reading, at: usize) -> bool {
    const FIRST: [u32; 13] = [
        w!("trường"),
        w!("thpt"),
        w!("thcs"),
        w!("tiểu"),
        w!("mầm"),
        w!("mẫu"),
        w!("bệnh"),
        w!("bv"),
        w!("đại"),
        w!("cao"),
        w!("trạm"),
        w!("trung"),
        w!("đh"),
    ];
    let ends = |table: Table, end: usize| {
        (end.saturating_sub(6)..end).find(|&i| {
            reading.same_line(i, end) && reading.hits.at(i).iter().any(|h| h.table == table && h.end as usize == end)
        })
    };
    let head = |end: usize| ends(Table::BodyHeads, end).is_some_and(|i| FIRST.contains(&reading.word(i)));
    head(at) || ends(Table::Fields, at).is_some_and(head)
}

/// Schools are named after people and ideas too: `Trường Tiểu học Quang Trung`, `Trường THPT Hòa Bình`.
fn names_more_than_a_place(reading: &Reading, at: Stretch) -> bool {
    let word =
        |h: &Hit| matches!(h.table, Table::Compounds | Table::NameWords | Table::Fields) && h.end as usize == at.end;
    let goes_on = reading.same_line(at.start, at.end) && reading.tokens[at.end].case == Case::Title;
    surname(reading, at.start) || goes_on || reading.hits.at(at.start).iter().any(word)
}

/// The head of a local body ends right before: `Huyện ủy Châu Thành`, `Công an Lộc Ninh`.
fn local_body_before(reading: &Reading, at: usize) -> bool {
    let takes_place =
        |h: &Hit| h.table == Table::BodyHeads && h.end as usize == at && cell(Table::BodyHeads, h.row, 3).contains('p');
    (at.saturating_sub(5)..at).any(|i| reading.hits.at(i).iter().any(takes_place)) && reading.same_line(at - 1, at)
}

#[cfg(test)]
mod tests {
    use crate::analysis::Kind;
    use crate::entities::testing::check;

    #[test]
    fn a_unit_word_makes_a_place() {
        check(
            Kind::Place,
            &[
                ("tại huyện Triệu Phong, tỉnh Quảng Trị", "huyện Triệu Phong|tỉnh Quảng Trị"),
                ("xã Ia H'Drai và phường 6, Q.1, TP.HCM", "xã Ia H'Drai|phường 6|Q.1|TP.HCM"),
                ("thôn Phú Mỹ, đường Lê Hồng Phong", "thôn Phú Mỹ|đường Lê Hồng Phong"),
            ],
        );
    }

    #[test]
    fn bare_names_of_the_gazetteer() {
        check(
            Kind::Place,
            &[
                ("Hậu Giang, Long An và Việt Nam", "Hậu Giang|Long An|Việt Nam"),
                ("quan hệ Việt Nam - Lào", "Việt Nam|Lào"),
                ("các tỉnh khu vực phía Nam", "khu vực phía Nam"),
            ],
        );
    }

    #[test]
    fn unit_words_are_words_of_their_own() {
        check(
            Kind::Place,
            &[
                ("đến sân bay Kép trên bán đảo Triều Tiên", "sân bay Kép|bán đảo Triều Tiên"),
                ("mở rộng quốc lộ 14E và quốc lộ 1", "quốc lộ 14E|quốc lộ 1"),
                ("huyện đảo Hoàng Sa", "huyện đảo Hoàng Sa"),
                ("lãnh thổ Liên bang Nga", "Liên bang Nga"),
                ("chiếc đồng hồ Patek Philippe, các huyện miền núi Sơn Hà", ""),
                ("Thông tấn xã Phương Nam đưa tin", ""),
                ("trên địa bàn TP. Góp phần ổn định", ""),
                ("trận gặp ĐT Đức tối nay", "Đức"),
            ],
        );
    }

    #[test]
    fn names_end_where_their_words_end() {
        check(
            Kind::Place,
            &[
                ("viếng tại Nhà tang lễ Quốc gia lúc", "Nhà tang lễ Quốc gia"),
                ("tuyến cao tốc Bắc - Nam đi qua", "cao tốc Bắc - Nam"),
                ("trên đường 30 tháng 4 và đường 3/2", "đường 30 tháng 4|đường 3/2"),
                ("tại Trung tâm Hội nghị tỉnh, HĐND họp", "Trung tâm Hội nghị tỉnh"),
                ("Nhà máy Thủy điện Sê San 4A vận hành", "Nhà máy Thủy điện Sê San 4A"),
                ("Hội Liên lạc Việt Kiều Hải Phòng họp", "Hải Phòng"),
                ("cháy tại hẻm 366 Phan Văn Trị, quận 5", "hẻm 366 Phan Văn Trị|quận 5"),
                ("ký Bản Ghi nhớ hợp tác", ""),
                ("ông Võ Đình Thắng và nghệ sĩ M-TP Sơn", ""),
                ("Quốc hội Cộng hòa Liên bang Brazil", "Cộng hòa Liên bang Brazil"),
                ("học tiếng Trung Quốc, kinh tế biển Việt Nam", "Việt Nam"),
            ],
        );
    }

    #[test]
    fn countries_that_are_common_words() {
        check(
            Kind::Place,
            &[
                ("Pháp luật quy định", ""),
                ("nghệ sĩ Thoại Mỹ và Quỳnh Anh", ""),
                ("học tiếng Anh ở nước Anh", "Anh"),
                ("danh hiệu Anh hùng Lao động", ""),
                ("Người Mỹ và Tổng thống Nga Putin", "Mỹ|Nga"),
                ("nút giao Mỹ Thủy", "nút giao Mỹ Thủy"),
                ("dịch cúm tại Mỹ gia tăng", "Mỹ"),
                ("ông Jordan Bardella thăm Jordan", "Jordan"),
            ],
        );
    }

    #[test]
    fn words_and_people_are_no_places() {
        check(
            Kind::Place,
            &[
                ("Hòa bình và phát triển", ""),
                ("ông Nguyễn Thái Bình đến", ""),
                ("tư tưởng Hồ Chí Minh", ""),
                ("Ông Đức và cô Anh", ""),
            ],
        );
    }
}
