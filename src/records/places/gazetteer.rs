//! The units of the State a name can mean on a day, from the tables of provinces, districts and communes.

use crate::analysis::{Place, Unit};
use crate::calendar::Date;
use crate::lexicon::{Table, cell, number, numbers, row_of, rows};
use crate::text::{Reading, Stretch};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The day the two-level system began (Law 72/2025/QH15; Resolution 202/2025/QH15).
const TWO_LEVELS: Date = Date { year: 2025, month: 7, day: 1 };

/// Columns of `provinces.tsv`, `districts.tsv`, `communes.tsv`.
mod province {
    pub const NAME: usize = 0;
    pub const CODE: usize = 3;
    pub const UNIT: usize = 4;
    pub const ERA: usize = 5;
    pub const FROM: usize = 6;
    pub const TO: usize = 7;
    pub const INTO: usize = 8;
}
mod district {
    pub const NAME: usize = 0;
    pub const CODE: usize = 2;
    pub const UNIT: usize = 3;
    pub const PROVINCE: usize = 4;
    pub const FROM: usize = 5;
    pub const TO: usize = 6;
}
mod commune {
    pub const NAME: usize = 0;
    pub const CODE: usize = 2;
    pub const UNIT: usize = 3;
    /// Code of the district before, of the province since.
    pub const WITHIN: usize = 4;
    /// Of the table of before only.
    pub const INTO: usize = 5;
}

/// A unit of the State that a name can mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Referent {
    /// As the table has it; empty for communes of before, whose names the table cannot give back.
    pub name: &'static str,
    pub unit: &'static str,
    /// As written: 2 digits for a province, 3 for a district, 5 for a commune.
    pub code: String,
    /// Code of its province then; its own for a province.
    pub province: &'static str,
    /// Code of its district then.
    district: Option<String>,
    /// Codes of the communes of today, for a commune of before.
    today: &'static [u32],
    /// It had ceased to exist on the day of the article.
    gone: bool,
}

impl Referent {
    /// Whether this unit lies in the other.
    pub fn lies_in(&self, other: &Referent) -> bool {
        self.code != other.code
            && (self.province == other.code || self.district.as_deref() == Some(other.code.as_str()))
    }

    /// The record of this unit as of the day; a unit that is gone has neither code nor today.
    pub fn record(&self, day: Date) -> Place {
        let code = (!self.gone).then(|| self.code.clone());
        let today = if self.gone { Vec::new() } else { self.today(day) };
        Place {
            name: self.name.to_string(),
            unit: Some(self.unit.to_string()),
            code,
            province: province_name(self.province, day).map(str::to_string),
            today,
            basis: None,
            mentions: Vec::new(),
        }
    }

    fn today(&self, day: Date) -> Vec<Unit> {
        let itself = || vec![Unit { name: self.name.into(), unit: self.unit.into(), code: self.code.clone() }];
        if day >= TWO_LEVELS {
            return itself();
        }
        match self.code.len() {
            5 => self.today.iter().filter_map(|&code| commune_today(code)).collect(),
            _ => provinces_today(self.province),
        }
    }
}

/// The record of a province that the text only implies.
pub fn province(code: &str, day: Date) -> Place {
    let row = province_row(code, day);
    let referent = row.and_then(|row| province_referent(row, day));
    referent.map(|r| r.record(day)).unwrap_or(Place {
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
pub fn common_province(candidates: &[Referent], day: Date) -> Option<String> {
    let first = candidates.first()?.province;
    candidates.iter().all(|c| c.province == first).then(|| province_name(first, day).map(str::to_string)).flatten()
}

/// Whether a day lies in a row's years. `to` is the last day included; empty ends are open.
fn is_valid(day: Date, from: &str, to: &str) -> bool {
    let iso = day.to_string();
    (from.is_empty() || *from <= *iso) && (to.is_empty() || iso.as_str() <= to)
}

fn province_field(row: u32, column: usize) -> &'static str {
    cell(Table::Provinces, row, column)
}

/// The row that is valid on the day; the codes of merged provinces were given to the new ones.
fn province_row(code: &str, day: Date) -> Option<u32> {
    static BY_CODE: LazyLock<HashMap<&'static str, Vec<u32>>> = LazyLock::new(|| {
        let mut map: HashMap<&'static str, Vec<u32>> = HashMap::new();
        for row in 0..rows(Table::Provinces) {
            map.entry(province_field(row, province::CODE)).or_default().push(row);
        }
        map
    });
    BY_CODE.get(code)?.iter().copied().find(|&row| is_valid_province(row, day))
}

fn is_valid_province(row: u32, day: Date) -> bool {
    let era = province_field(row, province::ERA);
    let of_today = era == "post2025";
    let in_years = is_valid(day, province_field(row, province::FROM), province_field(row, province::TO));
    !province_field(row, province::CODE).is_empty()
        && (of_today == (day >= TWO_LEVELS))
        && in_years
        && era != "historic"
}

fn province_name(code: &str, day: Date) -> Option<&'static str> {
    province_row(code, day).map(|row| province_field(row, province::NAME))
}

fn province_referent(row: u32, day: Date) -> Option<Referent> {
    let code = province_field(row, province::CODE);
    Some(Referent {
        name: province_field(row, province::NAME),
        unit: province_field(row, province::UNIT),
        code: code.to_string(),
        province: code,
        district: None,
        today: &[],
        gone: !is_valid_province(row, day),
    })
}

/// The provinces of today into which a province of before went.
fn provinces_today(code: &str) -> Vec<Unit> {
    let Some(row) = province_row(code, Date { year: 2025, month: 6, day: 30 }) else { return Vec::new() };
    let into = province_field(row, province::INTO).split('|');
    into.filter_map(|code| province_row(code, TWO_LEVELS))
        .map(|row| Unit {
            name: province_field(row, province::NAME).into(),
            unit: province_field(row, province::UNIT).into(),
            code: province_field(row, province::CODE).into(),
        })
        .collect()
}

fn commune_unit(letter: &str) -> &'static str {
    match letter {
        "p" => "phường",
        "x" => "xã",
        "t" => "thị trấn",
        _ => "đặc khu",
    }
}

/// A commune of today by its code.
fn commune_today(code: u32) -> Option<Unit> {
    let row = row_of(Table::Communes, commune::CODE, code)?;
    Some(Unit {
        name: cell(Table::Communes, row, commune::NAME).into(),
        unit: commune_unit(cell(Table::Communes, row, commune::UNIT)).into(),
        code: format!("{code:05}"),
    })
}

fn district_province(code: &str) -> Option<&'static str> {
    static BY_CODE: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
        (0..rows(Table::Districts))
            .map(|row| (cell(Table::Districts, row, district::CODE), cell(Table::Districts, row, district::PROVINCE)))
            .collect()
    });
    BY_CODE.get(code).copied()
}

/// Every unit that the name can mean on the day; the unit word, where there is one, must be its own. Provinces come
/// before districts before communes: a bare name of a province is the province.
pub fn candidates(reading: &Reading, name: Stretch, unit: Option<&str>, day: Date) -> Vec<Referent> {
    let mut out = Vec::new();
    let hits = || reading.hits.at(name.start).iter().filter(|h| h.end as usize == name.end);
    let wanted = |own: &str| unit.is_none_or(|u| u == own);
    for hit in hits().filter(|h| h.table == Table::Provinces) {
        let referent =
            province_referent(hit.row, day).filter(|r| wanted(r.unit) || r.unit == "thành phố" && unit == Some("tỉnh"));
        out.extend(referent.filter(|r| !r.gone));
    }
    if out.is_empty() {
        // a province that was gone by then: its name is known, its code is not its own any more
        let gone = hits().filter(|h| h.table == Table::Provinces && wanted(province_field(h.row, province::UNIT)));
        out.extend(gone.filter_map(|h| province_referent(h.row, day)).take(1));
    }
    if unit.is_none() && !out.is_empty() {
        return out;
    }
    if out.is_empty() || unit.is_some_and(|u| u == "thành phố") && out.iter().all(|r| r.gone) {
        out.extend(
            hits()
                .filter(|h| h.table == Table::Districts)
                .filter_map(|h| district_referent(h.row, day))
                .filter(|r| wanted(r.unit)),
        );
        keep_living(&mut out);
    }
    if unit.is_none() && !out.is_empty() {
        return out;
    }
    if out.is_empty() || unit.is_some_and(|u| u == "thị trấn" || u == "xã" || u == "phường") {
        let table = if day >= TWO_LEVELS { Table::Communes } else { Table::CommunesBefore };
        let communes = hits().filter(|h| h.table == table).filter_map(|h| commune_referent(table, h.row));
        out.extend(communes.filter(|r| wanted(r.unit)));
    }
    out
}

/// Units that are gone give way to those of the same name that are not.
fn keep_living(referents: &mut Vec<Referent>) {
    if referents.iter().any(|r| !r.gone) {
        referents.retain(|r| !r.gone);
    }
    referents.dedup_by(|a, b| a.code == b.code);
}

fn district_referent(row: u32, day: Date) -> Option<Referent> {
    let field = |column| cell(Table::Districts, row, column);
    let living = day < TWO_LEVELS && is_valid(day, field(district::FROM), field(district::TO));
    Some(Referent {
        name: field(district::NAME),
        unit: field(district::UNIT),
        code: field(district::CODE).to_string(),
        province: field(district::PROVINCE),
        district: None,
        today: &[],
        gone: !living,
    })
}

/// The unit of a row of the table that holds on the day.
fn commune_referent(table: Table, row: u32) -> Option<Referent> {
    let within = number(table, row, commune::WITHIN);
    let (province, district, today) = if table == Table::Communes {
        (province_code(within)?, None, &[][..])
    } else {
        let district = format!("{within:03}");
        (district_province(&district)?, Some(district), numbers(table, row, commune::INTO))
    };
    Some(Referent {
        name: cell(table, row, commune::NAME),
        unit: commune_unit(cell(table, row, commune::UNIT)),
        code: format!("{:05}", number(table, row, commune::CODE)),
        province,
        district,
        today,
        gone: false,
    })
}

/// The code of a province as the tables write it.
fn province_code(code: u32) -> Option<&'static str> {
    let written = format!("{code:02}");
    (0..rows(Table::Provinces)).map(|row| province_field(row, province::CODE)).find(|c| *c == written)
}
