//! A unit word and the name behind it: `tỉnh Long An`, `TP.HCM`, `phường 6`, `Khu tưởng niệm Chủ tịch Hồ Chí Minh`.

use super::context::in_name;
use super::name::{capital_run, level_of_its_own, name_end, with_number};
use super::{is_alias_of_province, is_capital_name, proposal};
use crate::entities::value::{Place as Value, PlaceSort as Sort};
use crate::entities::{Proposal, Rule};
use crate::lexicon::columns::place_units::Level;
use crate::lexicon::columns::{place_units, regions};
use crate::lexicon::{Class, Hit, Table};
use crate::text::syllable::is_foreign;
use crate::text::{Case, Reading, Stretch};
use crate::{limits, w};

/// A unit word and the name behind it.
pub(super) fn unit_and_name(reading: &Reading, at: usize) -> Option<Proposal> {
    let token = &reading[at];
    // behind an initial or a hyphen (`C.Q. Brown`, `M-TP`), behind a family name (`Võ Đình Thắng`)
    let glued =
        at > 0 && !token.spaced && (reading[at - 1].is_word() || [w!("."), w!("-")].contains(&reading.word(at - 1)));
    let given = token.case == Case::Title && in_name(reading, Stretch::new(at, at + 1));
    if !token.is_word() || glued || given || is_inside_word(reading, at) {
        return None;
    }
    let unit = reading.hits.longest(at, Table::PlaceUnits)?;
    let level = place_units::LEVEL.of(unit.row);
    // `Buôn Ma Thuột`, `Sóc Sơn`: the word for a village is part of a name that the tables have
    if level == Some(Level::Village)
        && token.is_capital()
        && let Some(whole) = listed_whole(reading, at)
    {
        let value = Value { sort: Sort::Unit, unit: None, name: Some(whole) };
        return Some(proposal(whole, 75, Rule::PlaceUnit, value));
    }
    let mut name = unit.end as usize;
    // `TP`, `Q`, `tx`; `ga` is a word
    let vowel = reading.token_text(at).chars().any(|c| !c.is_ascii() || matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'));
    let abbreviated = token.case == Case::Upper || token.letters <= 2 && !vowel;
    if abbreviated && !is_written_short(reading, unit) {
        return None;
    }
    // the dot of `TP.` and `Q.`
    let mut apart = false;
    if reading.word(name) == w!(".") && !reading[name].spaced && abbreviated {
        name += 1;
        apart = reading.tokens.get(name).is_some_and(|t| t.spaced);
    }
    if !reading.same_line(at, name) {
        return None;
    }
    let own = || {
        level_of_its_own(reading, name).filter(|_| level == Some(Level::Venue) && unit.len() > 2 && token.is_capital())
    };
    let memorial = || remembered(reading, name).filter(|_| level == Some(Level::Venue) && is_memorial(reading, name));
    let mut end = name_end(reading, name, level).or_else(own).or_else(memorial)?;
    // `Khu tưởng niệm Chủ tịch Hồ Chí Minh`, `tượng đài Bác Hồ`: a monument takes the post of whom it remembers
    if let Some(whole) = remembered(reading, name).filter(|_| level == Some(Level::Venue) && is_memorial(reading, name))
    {
        end = end.max(whole);
    }
    // `ngõ 167 Tây Sơn`
    if [w!("ngõ"), w!("hẻm"), w!("ngách"), w!("kiệt")].contains(&reading.word(at)) && reading.same_line(at, end) {
        end = capital_run(reading, end, 4).filter(|run| *run > end + 1).unwrap_or(end);
    }
    // `Nhà máy Thủy điện Sê San 4A`, `dự án Lê Hồng Phong II`
    if matches!(level, Some(Level::Venue | Level::Nature)) && !reading[name].is_number() {
        end = with_number(reading, end);
    }
    // a road named by its ends: `cao tốc Hà Nội - Hải Phòng`
    if reading.word(name - 1) == w!("tốc") {
        while end < at + limits::PLACE
            && reading.word(end) == w!("-")
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
    if level == Some(Level::Abroad) && end > name + 1 && reading.hits.begins_family_name(end - 1) {
        return None;
    }
    // `1 sân 18 lỗ`: grounds have names
    if reading.word(at) == w!("sân") && unit.len() == 1 && reading[name].is_number() {
        return None;
    }
    // `P.V` is a reporter
    let initial = end == name + 1 && reading[name].is_word() && reading[name].end16 - reading[name].start16 == 1;
    if initial && abbreviated {
        return None;
    }
    // `Hồ Chí Minh`: a capital family name is no lake
    if token.is_capital() && reading.hits.begins_family_name(at) && level == Some(Level::Nature) {
        return None;
    }
    if reading
        .hits
        .longest(at, Table::Provinces)
        .is_some_and(|h| h.end as usize > end && is_alias_of_province(reading, h))
    {
        return None;
    }
    let canonical = place_units::UNIT.of(unit.row);
    let sort = match level {
        Some(Level::Village) => Sort::Village,
        Some(Level::Venue | Level::Nature | Level::Abroad) => Sort::Other,
        _ => Sort::Unit,
    };
    // `chợ`, `cầu`, `đường` … are common words: only a name of two capitals or more makes them places
    let capitals = reading[name..end].iter().filter(|t| t.is_capital() || t.is_number()).count();
    if sort == Sort::Other
        && reading[name].is_capital()
        && capitals < 2
        && level != Some(Level::Abroad)
        && !token.is_capital()
        && unit.len() < 2
        && !is_water(reading, at)
    {
        return None;
    }
    // `Bản Ghi nhớ`
    let ends_lower = reading.same_line(at, end) && reading[end].case == Case::Lower;
    if sort == Sort::Village && capitals < 2 && token.is_capital() && ends_lower && !reading[name].is_number() {
        return None;
    }
    let value = Value { sort, unit: Some(canonical).filter(|u| *u != "-"), name: Some(Stretch::new(name, end)) };
    let listed = reading.hits.at(name).iter().any(|h| {
        h.end as usize == end
            && matches!(h.table, Table::Provinces | Table::Districts | Table::Communes | Table::CommunesBefore)
    });
    // `ĐT Đức` is a team, `TP. Góp phần` the end of a sentence, `TP Entertainment` a company
    let numbered = reading[name].is_number();
    if abbreviated
        && !numbered
        && (level == Some(Level::Venue) && token.letters < 3
            || !listed && (unit.len() == 1 && apart && capitals < 2 || is_foreign(reading, name)))
    {
        return None;
    }
    // a name of the gazetteer behind its unit word is surer than the form of address that it may hold (`quận Hai Bà Trưng`)
    Some(proposal(Stretch::new(at, end), if listed { 75 } else { 58 }, Rule::PlaceUnit, value))
}

/// A province, district or commune whose name begins here.
fn listed_whole(reading: &Reading, at: usize) -> Option<Stretch> {
    let listed = |h: &&Hit| {
        matches!(h.table, Table::Provinces | Table::Districts | Table::Communes | Table::CommunesBefore)
            && h.len() > 1
            && is_capital_name(reading, h)
    };
    let hit = reading.hits.at(at).iter().find(listed)?;
    let end = hit.end as usize;
    let goes_on = reading.same_line(at, end) && reading[end].case == Case::Title;
    (!goes_on).then_some(Stretch::new(at, end))
}

/// The end of a post or form of address and the name behind it (`Chủ tịch Hồ Chí Minh`, `Bác Hồ`).
pub(super) fn remembered(reading: &Reading, at: usize) -> Option<usize> {
    let held = |h: &&Hit| matches!(h.table, Table::RoleHeads | Table::Honorifics);
    let post = reading.hits.at(at).iter().filter(held).map(|h| h.end as usize).max()?;
    let same = reading.same_line(at, post);
    capital_run(reading, post, 4).filter(|_| same && reading[at].is_capital())
}

/// A word for monuments ends before the name.
pub(super) fn is_memorial(reading: &Reading, name: usize) -> bool {
    name > 0 && Class::Monument.has(reading.word(name - 1))
}

/// The unit word is the later part of another word (`đồng hồ`, `yêu cầu`, `Thông tấn xã`) or stands inside a longer name of
/// a place (`Liên bang Nga`, `Nhật Bản`).
pub(super) fn is_inside_word(reading: &Reading, at: usize) -> bool {
    // `tuyến đường` is any road
    let any = reading.word(at) == w!("đường") && [w!("tuyến"), w!("con")].contains(&reading.word_before(at, 1));
    let before = at > 0 && reading.same_line(at - 1, at);
    let lower = reading[at].case == Case::Lower;
    before && lower && (any || Class::FirstOfWordWithUnit.has(reading.word(at - 1))) && reading[at].spaced
        || reading.hits.across(at).any(|h| match h.table {
            Table::Compounds => lower,
            // `đồng bằng sông Cửu Long`, as the table writes it
            Table::Regions => reading[h.start as usize].is_capital() || is_written_as_listed(reading, h),
            Table::PlaceUnits => h.end as usize == at + 1,
            _ => false,
        })
}

fn is_written_as_listed(reading: &Reading, region: &Hit) -> bool {
    let text = reading.text(Stretch::new(region.start as usize, region.end as usize));
    regions::FORMS.forms(region.row).any(|form| form == text)
}

/// Rivers, mountains, islands take names of one syllable (`sông Hồng`, `đảo Nam Du`).
pub(super) fn is_water(reading: &Reading, at: usize) -> bool {
    Class::OfNature.has(reading.word(at))
}

/// An abbreviation counts only in the letter case of the table, and glued forms need a name right behind.
pub(super) fn is_written_short(reading: &Reading, unit: &Hit) -> bool {
    let at = Stretch::new(unit.start as usize, unit.end as usize);
    let text = reading.text(at);
    let forms = || place_units::FORMS.forms(unit.row);
    let dotted = format!("{text}.");
    if forms().any(|f| f == text) {
        return at.len() > 1
            || text.chars().count() > 1
            || reading.tokens.get(at.end).is_some_and(|t| t.is_number() && !t.spaced || t.word == w!("."));
    }
    reading.word(at.end) == w!(".") && !reading[at.end].spaced && forms().any(|f| f == dotted)
}
