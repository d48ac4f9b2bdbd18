//! The rows of the tables of provinces and districts, read once: a text asks for them at each name of a place.

use crate::calendar::Date;
use crate::lexicon::columns::provinces::Era;
use crate::lexicon::columns::{districts, provinces};
use crate::lexicon::{Table, rows};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The days on which a unit existed; `None` where the table leaves an end open.
#[derive(Debug, Clone, Copy)]
pub(super) struct Years {
    from: Option<Date>,
    /// The last day included.
    to: Option<Date>,
}

impl Years {
    fn new(from: &str, to: &str) -> Self {
        Self { from: bound(from), to: bound(to) }
    }

    pub(super) fn hold(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// `2025-07-01`, or `1976-02` where the table knows the month only: a day before all of that month's.
fn bound(text: &str) -> Option<Date> {
    let mut parts = text.split('-').map_while(|part| part.parse().ok());
    let year = parts.next()?;
    let mut next = || parts.next().map_or(0, |n: i32| n as u8);
    Some(Date { year, month: next(), day: next() })
}

/// A row of `provinces.tsv`.
#[derive(Debug)]
pub(super) struct Province {
    pub name: &'static str,
    /// Two digits.
    pub code: &'static str,
    pub unit: &'static str,
    pub era: Option<Era>,
    pub years: Years,
    /// As the table has them: codes of 2025-06-30 for a historic one, of today for the others.
    pub successors: Vec<&'static str>,
}

/// A row of `districts.tsv`.
#[derive(Debug)]
pub(super) struct District {
    pub name: &'static str,
    /// Three digits.
    pub code: &'static str,
    pub unit: &'static str,
    /// The code of its province on 2025-06-30.
    pub province: &'static str,
    pub years: Years,
}

static PROVINCES: LazyLock<Vec<Province>> = LazyLock::new(|| {
    let read = |row| {
        let mut successors: Vec<_> = provinces::INTO.forms(row).filter(|code| !code.is_empty()).collect();
        successors.dedup();
        Province {
            name: provinces::NAME.of(row),
            code: provinces::CODE.of(row),
            unit: provinces::UNIT.of(row),
            era: provinces::ERA.of(row),
            years: Years::new(provinces::FROM.of(row), provinces::TO.of(row)),
            successors,
        }
    };
    (0..rows(Table::Provinces)).map(read).collect()
});

static DISTRICTS: LazyLock<Vec<District>> = LazyLock::new(|| {
    let read = |row| District {
        name: districts::NAME.of(row),
        code: districts::CODE.of(row),
        unit: districts::UNIT.of(row),
        province: districts::PROVINCE.of(row),
        years: Years::new(districts::FROM.of(row), districts::TO.of(row)),
    };
    (0..rows(Table::Districts)).map(read).collect()
});

/// A row of `provinces.tsv`, by its number.
pub(super) fn province(row: u32) -> Option<&'static Province> {
    PROVINCES.get(row as usize)
}

/// A row of `districts.tsv`, by its number.
pub(super) fn district(row: u32) -> Option<&'static District> {
    DISTRICTS.get(row as usize)
}

/// The provinces that ever had the code: those of merged provinces were given to the new ones.
pub(super) fn provinces_of(code: &str) -> &'static [&'static Province] {
    static BY_CODE: LazyLock<HashMap<&'static str, Vec<&'static Province>>> = LazyLock::new(|| {
        let mut map: HashMap<&'static str, Vec<&'static Province>> = HashMap::new();
        for province in PROVINCES.iter() {
            map.entry(province.code).or_default().push(province);
        }
        map
    });
    BY_CODE.get(code).map_or(&[], Vec::as_slice)
}

/// The code of a province as the tables write it.
pub(super) fn province_code(code: u32) -> Option<&'static str> {
    static CODES: LazyLock<HashMap<u32, &'static str>> = LazyLock::new(|| {
        PROVINCES.iter().filter_map(|province| Some((province.code.parse().ok()?, province.code))).collect()
    });
    CODES.get(&code).copied()
}

/// The code of the province of a district.
pub(super) fn district_province(code: &str) -> Option<&'static str> {
    static BY_CODE: LazyLock<HashMap<&'static str, &'static str>> =
        LazyLock::new(|| DISTRICTS.iter().map(|district| (district.code, district.province)).collect());
    BY_CODE.get(code).copied()
}
