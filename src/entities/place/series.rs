//! Places that others beside them tell: members of a series (`các huyện Ba Vì, Thạch Thất và Phúc Thọ`), a district
//! before its province (`Đống Đa, Hà Nội`) or in brackets behind its commune, and names abroad that no table has
//! (`tại [Langley], [bang Virginia]`).

use super::context::in_name;
use super::{Value, is_capital_name, proposal};
use crate::analysis::Kind;
use crate::entities::board::Reader;
use crate::entities::rule::Begins;
use crate::entities::{Board, Proposal, Rule, Value as Any, person};
use crate::lexicon::columns::place_units;
use crate::lexicon::columns::place_units::Level;
use crate::lexicon::{Class, Hit, Table};
use crate::text::syllable::is_foreign;
use crate::text::{Case, Reading, Stretch};
use crate::{limits, w};

const MEMBERS: Begins = Begins::of(&[Rule::PlaceSeries]);

/// What finds them, and what by: the first that does.
const READERS: [Reader; 5] = [
    (MEMBERS, announced_member),
    (MEMBERS, member),
    (Begins::of(&[Rule::PlaceLarger]), with_larger),
    (Begins::of(&[Rule::PlaceStreet]), street),
    (Begins::of(&[Rule::PlaceAbroad]), abroad),
];

/// Proposes them; what stands before a name has been decided when the name is reached.
pub(super) fn propose(reading: &Reading, board: &mut Board) {
    for at in 1..reading.tokens.len() {
        if !reading[at].is_capital() {
            continue;
        }
        let found = match board.longest(Kind::Place, at) {
            // `các xã Tuy An Bắc, Sông Hinh, Sơn Hòa`: no river
            Some(place) => board.ask(MEMBERS, at, || announced_member(reading, board, at)).filter(|p| p.at == place.at),
            None => READERS.iter().find_map(|(begins, read)| board.ask(*begins, at, || read(reading, board, at))),
        };
        if let Some(p) = found {
            board.add(p);
        }
    }
}

/// The place that ends before the mark or word that joins the token to it.
fn joined<'a>(
    reading: &Reading,
    board: &'a Board,
    at: usize,
    joint: impl Fn(u32) -> bool,
) -> Option<(&'a Proposal, &'a Value)> {
    let mark = at.checked_sub(1).filter(|&m| m > 0 && reading.same_line(m - 1, at))?;
    // `các [phường Đa Kao] ([Quận 1]), [Võ Thị Sáu] ([Quận 3])`: what a member lies in stands in brackets
    let open = || (mark.saturating_sub(limits::BRACKET)..mark).rev().find(|&i| reading.word(i) == w!("("));
    let bracket = if reading.word(mark - 1) == w!(")") { open() } else { None };
    let bracket = bracket.filter(|&open| board.longest(Kind::Place, open + 1).is_some());
    let places = board.ending(bracket.unwrap_or(mark)).filter_map(|p| match &p.value {
        Any::Place(v) if joint(reading.word(mark)) => Some((p, v)),
        _ => None,
    });
    places.max_by_key(|(p, _)| (p.at.len(), p.strength))
}

/// The longest name of a district or commune that begins here and that no other capital word goes on.
fn listed(reading: &Reading, at: usize) -> Option<&Hit> {
    let ends = |h: &Hit| {
        let end = h.end as usize;
        !(reading.same_line(at, end) && reading[end].is_capital() && reading[end].case != Case::Upper)
    };
    reading.hits.at(at).iter().find(|h| {
        matches!(h.table, Table::Districts | Table::Communes | Table::CommunesBefore)
            && h.len() > 1
            && is_capital_name(reading, h)
            && ends(h)
    })
}

fn unit(at: Stretch) -> Value {
    Value { name: Some(at), ..Value::default() }
}

/// The strength of what a plural announces, above that of a name of a person.
const ANNOUNCED: u8 = 72;

/// `các`, `những`, a number right before a unit word.
fn is_counted(reading: &Reading, unit: usize) -> bool {
    let before = reading.before(unit);
    before.is_number() || Class::PluralOfUnits.has(before.word)
}

/// A unit word that a plural stands before ends here: `các xã` before a colon.
fn counted_units_end(reading: &Reading, end: usize) -> bool {
    let units = reading.hits_before(end).filter(|h| h.table == Table::PlaceUnits);
    units.into_iter().any(|h| is_counted(reading, h.start as usize))
}

/// A member of a series that a plural announces: `các phường: Hồng Bàng, Lê Chân`,
/// `các [phường Hồng Bàng], [Ngô Quyền]`. Heroes among places are places.
fn announced_member(reading: &Reading, board: &Board, at: usize) -> Option<Proposal> {
    // `các phường: Hồng Bàng, Lê Chân`
    if reading.before(at).word == w!(":") && counted_units_end(reading, at - 1) {
        let name = Stretch::new(at, listed(reading, at)?.end as usize);
        return Some(proposal(name, ANNOUNCED, Rule::PlaceSeries, unit(name)));
    }
    let (before, value) = joined(reading, board, at, |w| Class::JoinsPlaces.has(w))?;
    let announced = before.rule == Rule::PlaceSeries && before.strength == ANNOUNCED
        || value.unit.is_some() && is_counted(reading, before.at.start);
    let hit = listed(reading, at).filter(|_| announced && reading.word(at - 1) != w!("("))?;
    let name = Stretch::new(at, hit.end as usize);
    Some(proposal(name, ANNOUNCED, Rule::PlaceSeries, unit(name)))
}

/// A further member of a series of districts, communes or hamlets, or the district in brackets behind its commune.
fn member(reading: &Reading, board: &Board, at: usize) -> Option<Proposal> {
    let (before, value) = joined(reading, board, at, |w| Class::JoinsPlaces.has(w))?;
    let local = value.unit.is_some() && value.level() != Some(Level::Province)
        || [Rule::PlaceSeries, Rule::PlaceLarger].contains(&before.rule);
    if !local || person::begins_full_name(reading, at) {
        return None;
    }
    let hit = listed(reading, at)?;
    let name = Stretch::new(at, hit.end as usize);
    Some(proposal(name, 46, Rule::PlaceSeries, unit(name)))
}

/// `Đống Đa, Hà Nội`, `tại [Hương Sơn] ([tỉnh Hà Tĩnh])`: the larger unit follows.
fn with_larger(reading: &Reading, board: &Board, at: usize) -> Option<Proposal> {
    let hit = listed(reading, at)?;
    let name = Stretch::new(at, hit.end as usize);
    let mark = reading.word(name.end);
    let marked = [w!(","), w!("("), w!("-"), w!("và")].contains(&mark);
    if !marked
        || !reading.same_line(at, name.end + 1)
        || in_name(reading, name)
        // `tại [Phan Thiết], [tỉnh Lâm Đồng]` is a town all the same
        || hit.table != Table::Districts && person::begins_full_name(reading, at)
    {
        return None;
    }
    // the next of two districts tells that both are
    let district = |h: &Hit| h.table == Table::Districts && hit.table == Table::Districts && mark != w!("(");
    if listed(reading, name.end + 1).is_some_and(district) {
        return Some(proposal(name, 44, Rule::PlaceLarger, unit(name)));
    }
    let larger = reading.hits.at(name.end + 1).iter().any(|h| match h.table {
        Table::Provinces if mark != w!("và") => is_capital_name(reading, h) && hit.table == Table::Districts,
        Table::PlaceUnits => {
            let level = place_units::LEVEL.of(h.row);
            matches!(level, Some(Level::Province | Level::City)) && hit.table == Table::Districts
                || level == Some(Level::District) && hit.table != Table::Districts
        }
        _ => false,
    });
    let placed = board.longest(Kind::Place, name.end + 1).is_some();
    // `Cống Vị, Ba Đình, Hà Nội`
    let district = listed(reading, name.end + 1).is_some_and(|h| h.table == Table::Districts);
    let nested = hit.table != Table::Districts && district && with_larger(reading, board, name.end + 1).is_some();
    (larger && placed || nested).then(|| proposal(name, 44, Rule::PlaceLarger, unit(name)))
}

/// `số 5 Trần Thánh Tông, quận Hai Bà Trưng`: a street that only its house number tells.
fn street(reading: &Reading, board: &Board, at: usize) -> Option<Proposal> {
    let number = at.checked_sub(1).filter(|&i| reading[i].is_number() && reading.same_line(i, at))?;
    if !Class::BeforeHouseNumber.has(reading.word_before(number, 1)) || !reading[at].spaced {
        return None;
    }
    let end = super::name::capital_run(reading, at, 4).filter(|&end| end > at + 1)?;
    let mark = [w!(","), w!("("), w!("-")].contains(&reading.word(end)) && reading.same_line(at, end + 1);
    let placed = mark && (board.longest(Kind::Place, end + 1).is_some() || listed(reading, end + 1).is_some());
    let name = Stretch::new(at, end);
    let value = Value { sort: super::Sort::Other, unit: None, name: Some(name) };
    placed.then(|| proposal(name, 72, Rule::PlaceStreet, value))
}

/// A foreign name that no table has: behind `tại`, before its country, or in a series of places abroad.
fn abroad(reading: &Reading, board: &Board, at: usize) -> Option<Proposal> {
    let foreign = |i: usize| {
        reading.same_line(at, i)
            && reading[i].case == Case::Title
            && reading.hits.at(i).iter().all(|h| {
                !matches!(h.table, Table::ForeignNames | Table::FixedBodies | Table::Newspapers | Table::BodyHeads)
            })
    };
    if !is_foreign(reading, at) || !foreign(at) {
        return None;
    }
    let end = (at + 1..at + 3).find(|&i| !(foreign(i) && reading[i].spaced)).unwrap_or(at + 3);
    if reading.same_line(at, end) && reading[end].is_capital() {
        return None;
    }
    if (at..end).any(|i| is_held(reading, i)) || reading.same_line(at, end) && reading[end].is_number() {
        return None;
    }
    let is_abroad = |p: &Proposal| matches!(&p.value, Any::Place(v) if v.sort != super::Sort::Unit || v.name.is_some_and(|n| is_foreign(reading, n.start)));
    let placed = Class::BeforePlaceAbroad.has(reading.before(at).word);
    let next = reading.word(end);
    let before_country =
        placed && [w!(","), w!("(")].contains(&next) && board.longest(Kind::Place, end + 1).is_some_and(is_abroad);
    let ends = !reading.same_line(at, end) || Class::EndsPlaceInList.has(next);
    let series =
        ends && joined(reading, board, at, |w| [w!(","), w!("và")].contains(&w)).is_some_and(|(p, _)| is_abroad(p));
    let name = Stretch::new(at, end);
    (before_country || series || reading.word(at - 1) == w!("tại")).then(|| {
        proposal(name, 36, Rule::PlaceAbroad, Value { sort: super::Sort::Other, unit: None, name: Some(name) })
    })
}

/// A word in the names of competitions and shows, which are held, not visited (`tại Champions League`,
/// `tại Euro 2024`).
pub(in crate::entities) fn is_held(reading: &Reading, at: usize) -> bool {
    Class::Competition.has(reading.word(at))
}

#[cfg(test)]
mod tests {
    use crate::analysis::Kind;
    use crate::entities::testing::check;

    #[test]
    fn a_place_tells_those_beside_it() {
        check(
            Kind::Place,
            &[
                ("tại các huyện Ba Vì, Thạch Thất và Phúc Thọ", "huyện Ba Vì|Thạch Thất|Phúc Thọ"),
                ("ở các xã Duy Trinh, Duy Trung", "xã Duy Trinh|Duy Trung"),
                ("người dân Mộ Đức, Tư Nghĩa đi chợ", "Mộ Đức|Tư Nghĩa"),
                ("một căn nhà ở Đống Đa, Hà Nội cháy", "Đống Đa|Hà Nội"),
                ("tại xã Thanh Cường (Thanh Hà) vào mùa", "xã Thanh Cường|Thanh Hà"),
                ("huyện Ba Vì, Nguyễn Văn Hùng nói", "huyện Ba Vì"),
                ("hộ khẩu thường trú Cống Vị, Ba Đình, Hà Nội", "Cống Vị|Ba Đình|Hà Nội"),
                ("tại số 5 Trần Thánh Tông, quận Hai Bà Trưng", "Trần Thánh Tông|quận Hai Bà Trưng"),
                ("Quyết định số 5 Nguyễn Văn An ký", ""),
            ],
        );
    }

    #[test]
    fn names_abroad_that_no_table_has() {
        check(
            Kind::Place,
            &[
                ("phát biểu ở Langley, bang Virginia hôm qua", "Langley|bang Virginia"),
                ("các bang như Texas, Oklahoma và Ohio", "Texas|Oklahoma|Ohio"),
                ("các thành phố Oakland, Berkeley và Alameda", "thành phố Oakland|Berkeley|Alameda"),
                ("trung tâm an ninh mạng tại Beersheba", "Beersheba"),
                ("thi đấu tại Champions League và tại Euro 2024", ""),
                ("ở Paris, Mbappe nói", "Paris"),
            ],
        );
    }
}
