//! The units of the State a name can mean on a day, from the tables of provinces, districts and communes.

use super::rows::{self, District, Province, district_province, province_code};
use crate::analysis::{Place, Unit};
use crate::calendar::Date;
use crate::entities::place::Value;
use crate::lexicon::columns::place_units::Level;
use crate::lexicon::columns::provinces::Era;
use crate::lexicon::columns::{communes, communes_before};
use crate::lexicon::{Class, Table};
use crate::text::{Reading, Stretch};
use crate::w;

/// The day the two-level system began (Law 72/2025/QH15; Resolution 202/2025/QH15).
const TWO_LEVELS: Date = Date { year: 2025, month: 7, day: 1 };

/// The last day of the districts and of the 63 provinces.
const LAST_OF_THREE_LEVELS: Date = Date { year: 2025, month: 6, day: 30 };

/// A unit of the State that a name can mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Referent {
    /// As the table has it; empty for communes of before, whose names the table cannot give back.
    pub name: &'static str,
    pub unit: &'static str,
    /// As written: 2 digits for a province, 3 for a district, 5 for a commune; of a province that is gone nothing, as its code
    /// may be another's by then.
    pub code: String,
    /// Code of its province then; its own for a province; of a unit that is gone the one it lies in now, if it is one.
    pub province: &'static str,
    /// Code of its district then.
    district: Option<String>,
    /// Rows of the communes of today, for a commune of before.
    today: &'static [u32],
    /// Codes of the provinces of today, for a province or district of before.
    into: Vec<&'static str>,
    /// It had ceased to exist on the day of the article.
    pub gone: bool,
}

impl Referent {
    /// Whether this unit lies in the other.
    pub(super) fn lies_in(&self, other: &Referent) -> bool {
        let province = if other.is_province() { other.province } else { other.code.as_str() };
        self.code != other.code
            && (self.province == province && !province.is_empty()
                || self.district.as_deref().is_some_and(|district| district == other.code))
    }

    pub(super) fn is_province(&self) -> bool {
        self.code.len() == 2 || self.code.is_empty()
    }

    /// What tells this unit from every other: its code, or the name of a province that is gone.
    pub(super) fn key(&self) -> String {
        if self.gone { format!("{} {} {}", self.code, self.unit, self.name) } else { self.code.clone() }
    }

    /// The record of this unit as of the day; a unit that is gone has no code, and the province it lies in now only where the text
    /// tells of the merger.
    pub(super) fn record(&self, day: Date, merger_told: bool) -> Place {
        let code = (!self.gone).then(|| self.code.clone());
        let known = !self.gone || !self.is_province() || merger_told;
        let province = province_name(self.province, day).filter(|_| known);
        Place {
            name: self.name.to_string(),
            unit: Some(self.unit.to_string()),
            code,
            province: province.map(str::to_string),
            today: self.today(day),
            basis: None,
            mentions: Vec::new(),
        }
    }

    fn today(&self, day: Date) -> Vec<Unit> {
        let itself = || vec![Unit { name: self.name.into(), unit: self.unit.into(), code: self.code.clone() }];
        if day >= TWO_LEVELS && !self.gone {
            return itself();
        }
        match self.code.len() {
            5 => self.today.iter().map(|&row| commune_today(row)).collect(),
            _ => units_of(&self.into),
        }
    }
}

/// The record of a province that the text only implies.
pub(super) fn province(code: &str, day: Date) -> Place {
    let referent = province_of(code, day).map(|province| province_referent(province, day));
    referent.map(|r| r.record(day, false)).unwrap_or(Place {
        name: code.to_string(),
        unit: None,
        code: None,
        province: None,
        today: Vec::new(),
        basis: None,
        mentions: Vec::new(),
    })
}

/// The name of the province in which all the candidates lie.
pub(super) fn common_province(candidates: &[Referent], day: Date) -> Option<String> {
    let first = candidates.first()?.province;
    candidates.iter().all(|c| c.province == first).then(|| province_name(first, day).map(str::to_string)).flatten()
}

/// The province of a code that is valid on the day.
fn province_of(code: &str, day: Date) -> Option<&'static Province> {
    rows::provinces_of(code).iter().copied().find(|province| is_living(province, day))
}

fn is_living(province: &Province, day: Date) -> bool {
    !province.code.is_empty()
        && province.era != Some(Era::Historic)
        && (province.era == Some(Era::Post2025)) == (day >= TWO_LEVELS)
        && province.years.hold(day)
}

fn province_name(code: &str, day: Date) -> Option<&'static str> {
    province_of(code, day).map(|province| province.name)
}

fn province_referent(province: &'static Province, day: Date) -> Referent {
    let gone = !is_living(province, day);
    Referent {
        name: province.name,
        unit: province.unit,
        code: if gone { String::new() } else { province.code.to_string() },
        province: if gone { lies_now(province, day) } else { province.code },
        district: None,
        today: &[],
        into: into(province),
        gone,
    }
}

/// Codes of the provinces of today into which a province went; rows of before name those of 2025-06-30.
fn into(province: &Province) -> Vec<&'static str> {
    let codes = province.successors.iter().copied();
    let mut out: Vec<&'static str> =
        if province.era == Some(Era::Historic) { codes.flat_map(into_of).copied().collect() } else { codes.collect() };
    out.dedup();
    out
}

/// Codes of the provinces of today into which the province with this code on 2025-06-30 went.
fn into_of(code: &str) -> &'static [&'static str] {
    province_of(code, LAST_OF_THREE_LEVELS).map_or(&[], |province| &province.successors)
}

/// The one province in which a province that is gone lies on the day; empty where it lies in several.
fn lies_now(province: &Province, day: Date) -> &'static str {
    let codes = if day < TWO_LEVELS { province.successors.clone() } else { into(province) };
    match codes[..] {
        [one] if province_of(one, day).is_some() => one,
        _ => "",
    }
}

/// The provinces of today with these codes.
fn units_of(codes: &[&str]) -> Vec<Unit> {
    let province = |code: &&str| province_of(code, TWO_LEVELS);
    let unit = |province: &Province| Unit {
        name: province.name.into(),
        unit: province.unit.into(),
        code: province.code.into(),
    };
    codes.iter().filter_map(province).map(unit).collect()
}

/// A commune of today by its row.
fn commune_today(row: u32) -> Unit {
    Unit {
        name: communes::NAME.of(row).into(),
        unit: communes::UNIT.of(row).into(),
        code: format!("{:05}", communes::CODE.of(row)),
    }
}

/// Every unit that the name can mean on the day; the unit word, where there is one, must be its own. Provinces come
/// before districts before communes: a bare name of a province is the province.
pub(super) fn candidates(reading: &Reading, name: Stretch, value: &Value, day: Date) -> Vec<Referent> {
    let mut out = Vec::new();
    let hits = || reading.hits.at(name.start).iter().filter(|h| h.end as usize == name.end);
    let (unit, level) = (value.unit(), value.level());
    let wanted = |own: &str| unit.is_none_or(|u| u == own);
    let of_table = |table| hits().filter(move |h| h.table == table).map(|h| h.row);
    let all = || of_table(Table::Provinces).filter_map(rows::province);
    let provinces = || all().filter(|province| wanted(province.unit));
    // `tỉnh Gia Lai (cũ)`: the unit of that name before the mergers, also where one of today has its name
    if is_called_former(reading, name.end) && day >= TWO_LEVELS {
        let former = provinces().find(|province| is_living(province, LAST_OF_THREE_LEVELS));
        if let Some(former) = former {
            return vec![province_referent(former, day)];
        }
    }
    let living = |province: &&Province| is_living(province, day);
    let referent = |province| province_referent(province, day);
    out.extend(provinces().filter(living).map(referent));
    if out.is_empty() {
        // a province that was gone by then: its name is known, its code is not its own any more
        out.extend(provinces().map(referent).take(1));
    }
    if out.is_empty() && level == Some(Level::Province) {
        // `tỉnh Hải Phòng`: a slip for a city that never was one
        out.extend(all().filter(living).map(referent));
    }
    if unit.is_none() && !out.is_empty() {
        return out;
    }
    if out.is_empty() || level == Some(Level::City) && out.iter().all(|r| r.gone) {
        let districts = of_table(Table::Districts).filter_map(rows::district);
        out.extend(districts.filter(|district| wanted(district.unit)).map(|district| district_referent(district, day)));
        keep_living(&mut out);
    }
    if unit.is_none() && !out.is_empty() {
        return out;
    }
    if out.is_empty() || level == Some(Level::Commune) {
        let table = if day >= TWO_LEVELS { Table::Communes } else { Table::CommunesBefore };
        let communes = of_table(table).filter_map(|row| commune_referent(table, row));
        out.extend(communes.filter(|r| wanted(r.unit)));
    }
    out
}

/// `(cũ)`, `cũ`, `(trước đây)`, `(trước sáp nhập)` behind a name.
pub(super) fn is_called_former(reading: &Reading, end: usize) -> bool {
    let at = end + usize::from(reading.word(end) == w!("("));
    let here = end > 0 && reading.same_line(end - 1, at);
    let before = reading.word(at) == w!("trước") && Class::BehindBefore.has(reading.word(at + 1));
    here && (reading.word(at) == w!("cũ") || at > end && before)
}

/// Units that are gone give way to those of the same name that are not.
fn keep_living(referents: &mut Vec<Referent>) {
    if referents.iter().any(|r| !r.gone) {
        referents.retain(|r| !r.gone);
    }
    referents.dedup_by(|a, b| a.code == b.code);
}

fn district_referent(district: &'static District, day: Date) -> Referent {
    let living = day < TWO_LEVELS && district.years.hold(day);
    let into = into_of(district.province);
    let province = match into {
        _ if day < TWO_LEVELS => district.province,
        [one] => one,
        _ => "",
    };
    Referent {
        name: district.name,
        unit: district.unit,
        code: district.code.to_string(),
        province,
        district: None,
        today: &[],
        into: into.to_vec(),
        gone: !living,
    }
}

/// The unit of a row of the table that holds on the day.
fn commune_referent(table: Table, row: u32) -> Option<Referent> {
    let (name, code, unit, province, district, today) = if table == Table::Communes {
        use communes::{CODE, NAME, PROVINCE, UNIT};
        (NAME.of(row), CODE.of(row), UNIT.of(row), province_code(PROVINCE.of(row))?, None, &[][..])
    } else {
        use communes_before::{CODE, DISTRICT, INTO, UNIT};
        let district = format!("{:03}", DISTRICT.of(row));
        // its names are only looked for
        ("", CODE.of(row), UNIT.of(row), district_province(&district)?, Some(district), INTO.of(row))
    };
    Some(Referent { name, unit, code: format!("{code:05}"), province, district, today, into: Vec::new(), gone: false })
}
