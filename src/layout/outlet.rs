//! Whose paper the article is in: by a domain in source or furniture, the code in brackets at its head
//! (`(HG) -`), or the name of the paper in its text.

use super::furniture::domain_in;
use crate::analysis::ZoneKind;
use crate::lexicon::columns::newspapers;
use crate::lexicon::{Class, Table, rows};
use crate::text::Reading;
use crate::w;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A paper of the table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Outlet {
    pub name: &'static str,
    /// Code of its province, where it is a provincial one.
    pub province: Option<&'static str>,
}

fn outlet(row: u32) -> Outlet {
    let province = newspapers::PROVINCE.of(row);
    Outlet { name: newspapers::NAME.of(row), province: Some(province).filter(|p| !p.is_empty()) }
}

/// Domains and codes to rows; a code that several papers share is left out.
struct Keys {
    domains: HashMap<&'static str, u32>,
    codes: HashMap<&'static str, Option<u32>>,
}

static KEYS: LazyLock<Keys> = LazyLock::new(|| {
    let mut keys = Keys { domains: HashMap::new(), codes: HashMap::new() };
    for row in 0..rows(Table::Newspapers) {
        for domain in newspapers::DOMAINS.forms(row).filter(|d| !d.is_empty()) {
            keys.domains.insert(domain, row);
        }
        for code in newspapers::CODES.forms(row).filter(|c| !c.is_empty()) {
            keys.codes.entry(code).and_modify(|known| *known = None).or_insert(Some(row));
        }
    }
    keys
});

/// The paper, where the text tells.
pub(super) fn of(reading: &Reading, zones: &[ZoneKind]) -> Option<Outlet> {
    by_domain(reading, zones).or_else(|| by_code(reading)).or_else(|| by_name(reading)).map(outlet)
}

fn by_domain(reading: &Reading, zones: &[ZoneKind]) -> Option<u32> {
    let lines = reading.lines.iter().zip(zones);
    let furniture =
        lines.filter(|(_, z)| matches!(z, ZoneKind::Source | ZoneKind::Chrome | ZoneKind::Byline | ZoneKind::Dateline));
    furniture.filter_map(|(line, _)| domain_in(reading.text(line.tokens))).find_map(|domain| {
        let bare = domain.strip_prefix("www.").unwrap_or(domain);
        KEYS.domains.get(bare).copied()
    })
}

/// `(HG) -` at the head of a paragraph, `(Chinhphu.vn) -`.
fn by_code(reading: &Reading) -> Option<u32> {
    reading.lines.iter().take(30).find_map(|line| {
        let at = line.tokens;
        let close = (at.start + 1..(at.start + 7).min(at.end)).find(|&i| reading.word(i) == w!(")"))?;
        let dash = [w!("-"), w!(":"), w!(".")].contains(&reading.word(close + 1))
            || reading.tokens.get(close + 1).is_some_and(|t| t.is_capital());
        (reading.word(at.start) == w!("(") && dash).then_some(())?;
        let code = reading.text(crate::text::Stretch::new(at.start + 1, close));
        let domain = code.to_lowercase();
        KEYS.codes.get(code).copied().flatten().or_else(|| KEYS.domains.get(domain.as_str()).copied())
    })
}

/// The paper named in the text as the one that asks or reports: `Trao đổi với Báo Hậu Giang`, `PV Báo …`.
fn by_name(reading: &Reading) -> Option<u32> {
    let named =
        reading.hits.all().iter().filter(|h| h.table == Table::Newspapers && reading[h.start as usize].is_capital());
    named.filter(|h| Class::BeforeOwnPaper.has(reading.word_before(h.start as usize, 1))).map(|h| h.row).next()
}
