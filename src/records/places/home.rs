//! The place the article is about: that of the paper's name, code or domain, else the province of a district that
//! stands for one only, else the first province named (guidelines, section 4).

use super::gazetteer::Referent;
use crate::analysis::Basis;
use crate::calendar::Date;
use crate::records::Context;

/// Code of the province the article is about, and why. `places` are the mentions in text order with what each can mean.
pub(super) fn of(context: &Context, places: &[(usize, &[Referent])], _day: Date) -> Option<(&'static str, Basis)> {
    if let Some(code) = context.layout.outlet_province {
        return Some((code, Basis::Outlet));
    }
    let first_province = places.iter().find_map(|(_, c)| match c {
        [one] if one.code.len() == 2 && !one.gone => Some(one.province),
        _ => None,
    });
    let district = places.iter().find_map(|(_, c)| {
        let province = c.first()?.province;
        c.iter().all(|r| r.code.len() == 3 && r.province == province).then_some(province)
    });
    district.map(|p| (p, Basis::District)).or_else(|| first_province.map(|p| (p, Basis::FirstNamed)))
}
