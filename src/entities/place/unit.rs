//! A unit word and the name behind it: `[tỉnh Long An]`, `TP.HCM`, `[phường 6]`, `[Lăng Chủ tịch Hồ Chí Minh]`.

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
    let unit = reading.hits.longest(at, Table::PlaceUnits)?;
    if !reading[at].is_word() || is_inside_name(reading, at) || is_inside_word(reading, at) {
        return None;
    }
    if let Some(whole) = unit_in_name(reading, unit) {
        return Some(whole);
    }
    let mut named = Named::behind(reading, unit)?;
    named.end = named.first_end()?;
    named.monument();
    named.alley();
    named.number();
    named.road();
    (!named.is_something_else()).then(|| named.proposal())
}

/// Behind an initial or a hyphen (`C.Q. Brown`, `M-TP`), behind a family name (`[Võ Đình Thắng]`).
fn is_inside_name(reading: &Reading, at: usize) -> bool {
    let token = &reading[at];
    let glued =
        at > 0 && !token.spaced && (reading[at - 1].is_word() || [w!("."), w!("-")].contains(&reading.word(at - 1)));
    glued || token.case == Case::Title && in_name(reading, Stretch::new(at, at + 1))
}

/// `[Buôn Ma Thuột]`, `[Bến Tre]`, `[Chợ Mới]`: a word for a village, market or river with a capital of its own is part
/// of a name that the tables have. A commune may be called like a landing or a fountain elsewhere (`[Suối Tiên]`), a
/// district like its river.
fn unit_in_name(reading: &Reading, unit: &Hit) -> Option<Proposal> {
    let at = unit.start as usize;
    let whole = listed_whole(reading, at).filter(|_| reading[at].case == Case::Title)?;
    let is_in =
        |tables: &[Table]| reading.hits.at(at).iter().any(|h| tables.contains(&h.table) && h.end as usize == whole.end);
    // the capital of a sentence tells nothing: `Sông Mã dâng cao`
    let opens = reading.sentence_of(at).start == at;
    let province = is_in(&[Table::Provinces]);
    let (sort, strength) = match place_units::LEVEL.of(unit.row) {
        Some(Level::Village) => (Sort::Unit, 75),
        Some(Level::Venue) if province || !opens && is_in(&[Table::Districts]) => (Sort::Unit, NAMED),
        Some(Level::Venue) if !opens => (Sort::Other, NAMED),
        // `[Hồ Chí Minh]` is a person where no unit word stands before
        Some(Level::Nature) if !opens && reading.hits.family_names(at).next().is_none() => {
            (if province { Sort::Unit } else { Sort::Other }, NAMED)
        }
        _ => return None,
    };
    Some(proposal(whole, strength, Rule::PlaceUnit, Value { sort, unit: None, name: Some(whole) }))
}

/// The strength of a name that its unit word alone makes a place.
const NAMED: u8 = 58;

/// A unit word, and how far the name behind it goes as read so far.
struct Named<'a> {
    reading: &'a Reading,
    unit: &'a Hit,
    level: Option<Level>,
    /// The first token of the unit word.
    at: usize,
    /// The first token of the name.
    name: usize,
    /// Behind what was read.
    end: usize,
    /// `TP`, `Q`, `tx`; `ga` is a word.
    abbreviated: bool,
    /// The abbreviation has a dot, and a space behind it.
    apart: bool,
}

impl<'a> Named<'a> {
    /// At the token behind a unit word and the dot of `TP.` and `Q.`.
    fn behind(reading: &'a Reading, unit: &'a Hit) -> Option<Self> {
        let (at, mut name) = (unit.start as usize, unit.end as usize);
        let token = &reading[at];
        let vowel =
            reading.token_text(at).chars().any(|c| !c.is_ascii() || matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'));
        let abbreviated = token.case == Case::Upper || token.letters <= 2 && !vowel;
        if abbreviated && !is_written_short(reading, unit) {
            return None;
        }
        let dotted = reading.word(name) == w!(".") && !reading[name].spaced && abbreviated;
        name += usize::from(dotted);
        let apart = dotted && reading.tokens.get(name).is_some_and(|t| t.spaced);
        let level = place_units::LEVEL.of(unit.row);
        let named = Self { reading, unit, level, at, name, end: name, abbreviated, apart };
        reading.same_line(at, name).then_some(named)
    }

    /// The end of the name alone, of the level that a venue is named by, or of whom a monument remembers.
    fn first_end(&self) -> Option<usize> {
        let venue = self.level == Some(Level::Venue);
        let own = venue && self.unit.len() > 2 && self.reading[self.at].is_capital();
        name_end(self.reading, self.name, self.level)
            .or_else(|| level_of_its_own(self.reading, self.name).filter(|_| own))
            .or_else(|| self.remembered())
    }

    fn remembered(&self) -> Option<usize> {
        let monument = self.level == Some(Level::Venue) && is_memorial(self.reading, self.name);
        if monument { remembered(self.reading, self.name) } else { None }
    }

    /// `[Lăng Chủ tịch Hồ Chí Minh]`, `[tượng đài Bác Hồ]`: a monument takes the post of whom it remembers.
    fn monument(&mut self) {
        self.end = self.remembered().map_or(self.end, |whole| self.end.max(whole));
    }

    /// `[ngõ 167 Tây Sơn]`
    fn alley(&mut self) {
        let (reading, end) = (self.reading, self.end);
        let alley = [w!("ngõ"), w!("hẻm"), w!("ngách"), w!("kiệt")].contains(&reading.word(self.at));
        if alley && reading.same_line(self.at, end) {
            self.end = capital_run(reading, end, 4).filter(|run| *run > end + 1).unwrap_or(end);
        }
    }

    /// `[Nhà máy Thủy điện Sê San 4A]`, `[Khu đô thị Lê Hồng Phong II]`
    fn number(&mut self) {
        if matches!(self.level, Some(Level::Venue | Level::Nature)) && !self.reading[self.name].is_number() {
            self.end = with_number(self.reading, self.end);
        }
    }

    /// A road named by its ends, a port or park by its two grounds: `[cao tốc Hà Nội - Hải Phòng]`, `[cảng Cái Mép - Thị Vải]`.
    /// What stands behind `[cảng Thuận An] - [Huế]` is where it lies.
    fn road(&mut self) {
        let reading = self.reading;
        let road = Class::RoadBetween.has(reading.word(self.name - 1));
        let unit = |h: &Hit| matches!(h.table, Table::Provinces | Table::Districts);
        while (road || Class::GroundBetween.has(reading.word(self.name - 1)))
            && self.end < self.at + limits::PLACE
            && reading.word(self.end) == w!("-")
            && reading.same_line(self.at, self.end + 1)
            && (road || !reading.hits.at(self.end + 1).iter().any(unit))
            && let Some(next) = capital_run(reading, self.end + 1, 3)
        {
            self.end = next;
        }
    }

    /// What stands against a place, a line a reason.
    fn is_something_else(&self) -> bool {
        self.is_sea_of_country()
            || self.is_representative()
            || self.is_counted_ground()
            || self.is_initials()
            || self.is_family_name()
            || self.is_in_alias()
            || self.is_common_word()
            || self.is_paper()
            || self.is_other_abbreviation()
    }

    /// The sea of a country is no place of its own, save that of Japan.
    fn is_sea_of_country(&self) -> bool {
        let reading = self.reading;
        let sea = reading.word(self.at) == w!("biển") && reading.hits.longest(self.name, Table::Regions).is_some();
        let own = || [w!("nhật"), w!("đông"), w!("đen"), w!("đỏ")].contains(&reading.word(self.name));
        sea && !reading[self.at].is_capital() && !own()
    }

    /// `tiểu bang Bee Nguyễn` represents it.
    fn is_representative(&self) -> bool {
        self.level == Some(Level::Abroad)
            && self.end > self.name + 1
            && self.reading.hits.begins_family_name(self.end - 1)
    }

    /// `[1 sân] [18 lỗ]`: grounds have names.
    fn is_counted_ground(&self) -> bool {
        self.reading.word(self.at) == w!("sân") && self.unit.len() == 1 && self.reading[self.name].is_number()
    }

    /// `P.V` is a reporter.
    fn is_initials(&self) -> bool {
        let first = &self.reading[self.name];
        self.abbreviated && self.end == self.name + 1 && first.is_word() && first.end16 - first.start16 == 1
    }

    /// `[Hồ Chí Minh]`: a capital family name is no lake.
    fn is_family_name(&self) -> bool {
        self.level == Some(Level::Nature)
            && self.reading[self.at].is_capital()
            && self.reading.hits.begins_family_name(self.at)
    }

    /// A longer wording of a province begins with the unit word.
    fn is_in_alias(&self) -> bool {
        let province = self.reading.hits.longest(self.at, Table::Provinces);
        province.is_some_and(|h| h.end as usize > self.end && is_alias_of_province(self.reading, h))
    }

    /// `chợ`, `cầu`, `đường` … are common words: only a name of two capitals or more makes them places.
    fn is_common_word(&self) -> bool {
        self.sort() == Sort::Other
            && self.reading[self.name].is_capital()
            && self.capitals() < 2
            && self.level != Some(Level::Abroad)
            && !self.reading[self.at].is_capital()
            && self.unit.len() < 2
            && !is_water(self.reading, self.at)
    }

    /// `Bản Ghi nhớ`
    fn is_paper(&self) -> bool {
        let reading = self.reading;
        let ends_lower = || reading.same_line(self.at, self.end) && reading[self.end].case == Case::Lower;
        let village = self.sort() == Sort::Village && reading[self.at].is_capital();
        village && self.capitals() < 2 && !reading[self.name].is_number() && ends_lower()
    }

    /// `[ĐT Đức]` is a team, `TP. Góp phần` the end of a sentence, `TP Entertainment` a company.
    fn is_other_abbreviation(&self) -> bool {
        if !self.abbreviated || self.reading[self.name].is_number() {
            return false;
        }
        let team = self.level == Some(Level::Venue) && self.reading[self.at].letters < 3;
        let sentence = self.unit.len() == 1 && self.apart && self.capitals() < 2;
        team || !self.is_listed() && (sentence || is_foreign(self.reading, self.name))
    }

    fn capitals(&self) -> usize {
        self.reading[self.name..self.end].iter().filter(|t| t.is_capital() || t.is_number()).count()
    }

    /// The gazetteer has the name.
    fn is_listed(&self) -> bool {
        self.reading.hits.at(self.name).iter().any(|h| h.end as usize == self.end && is_unit_listed(h.table))
    }

    fn sort(&self) -> Sort {
        match self.level {
            Some(Level::Village) => Sort::Village,
            Some(Level::Venue | Level::Nature | Level::Abroad) => Sort::Other,
            _ => Sort::Unit,
        }
    }

    fn proposal(&self) -> Proposal {
        let unit = Some(self.unit.row).filter(|&row| !place_units::UNIT.of(row).is_empty());
        let value = Value { sort: self.sort(), unit, name: Some(Stretch::new(self.name, self.end)) };
        // a name of the gazetteer behind its unit word is surer than the form of address that it may hold
        // (`[quận Hai Bà Trưng]`)
        let strength = if self.is_listed() { 75 } else { NAMED };
        proposal(Stretch::new(self.at, self.end), strength, Rule::PlaceUnit, value)
    }
}

/// The names of provinces, districts and communes.
fn is_unit_listed(table: Table) -> bool {
    matches!(table, Table::Provinces | Table::Districts) || table.names_communes()
}

/// A province, district or commune whose name begins here.
fn listed_whole(reading: &Reading, at: usize) -> Option<Stretch> {
    let listed = |h: &&Hit| is_unit_listed(h.table) && h.len() > 1 && is_capital_name(reading, h);
    let hit = reading.hits.at(at).iter().find(listed)?;
    let end = hit.end as usize;
    let goes_on = reading.same_line(at, end) && reading[end].case == Case::Title;
    (!goes_on).then_some(Stretch::new(at, end))
}

/// The end of a post or form of address and the name behind it (`Chủ tịch Hồ Chí Minh`, `Bác [Hồ]`).
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

/// The unit word is the later part of another word (`đồng hồ`, `yêu cầu`, `Thông tấn xã`) or stands inside a longer
/// name of a place (`[Liên bang Nga]`, `[Nhật Bản]`).
pub(super) fn is_inside_word(reading: &Reading, at: usize) -> bool {
    // `tuyến đường` is any road
    let any = reading.word(at) == w!("đường") && [w!("tuyến"), w!("con")].contains(&reading.word_before(at, 1));
    let lower = reading[at].case == Case::Lower;
    let before = !reading.line_ends(at) && (any || Class::FirstOfWordWithUnit.has(reading.before(at).word));
    before && lower && reading[at].spaced
        || reading.hits.across(at).any(|h| match h.table {
            Table::Compounds => lower,
            // `[đồng bằng sông Cửu Long]`, as the table writes it
            Table::Regions => reading[h.start as usize].is_capital() || is_written_as_listed(reading, h),
            Table::PlaceUnits => h.end as usize == at + 1,
            _ => false,
        })
}

fn is_written_as_listed(reading: &Reading, region: &Hit) -> bool {
    let text = reading.text(Stretch::new(region.start as usize, region.end as usize));
    regions::FORMS.forms(region.row).any(|form| form == text)
}

/// Rivers, mountains, islands take names of one syllable (`[sông Hồng]`, `[đảo Nam Du]`).
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
