//! The place the article is about: that of the paper's name, code or domain, else the province of a district that
//! stands for one only, else the first province named (guidelines, section 4).

use super::gazetteer::Referent;
use crate::analysis::Basis;
use crate::calendar::Date;
use crate::records::Context;

/// Code of the province the article is about, and why. `places` are the mentions in text order with what each can mean.
pub fn of(context: &Context, places: &[(usize, &[Referent])], _day: Date) -> Option<(&'static str, Basis)> {
    if let Some(code) = context.layout.outlet_province {
        return Some((code, Basis::Outlet));
    }
    let first_province = places.iter().find(|(_, c)| c.len() == 1 && c[0].code.len() == 2 && !c[0].gone);
    let district = places
        .iter()
        .filter(|(_, c)| !c.is_empty() && c.iter().all(|r| r.code.len() == 3))
        .find(|(_, c)| c.iter().all(|r| r.province == c[0].province));
    match (district, first_province) {
        (Some((_, c)), _) => Some((c[0].province, Basis::District)),
        (None, Some((_, c))) => Some((c[0].province, Basis::FirstNamed)),
        (None, None) => None,
    }
}
