//! Places then and now: which unit a name means at the date of the article, its province, what it is today; and the
//! place the article is about.
//!
//! A name may stand for several units. Its unit word, the larger unit named behind it, and the province the article
//! is about decide, in this order; where they do not, the place stays without code (guidelines, section 4).

mod gazetteer;
mod home;
mod rows;

use super::{Built, Context};
use crate::analysis::{Index, Kind, Place};
use crate::calendar::Date;
use crate::entities::Value as Any;
use crate::entities::place::{Sort, Value};
use crate::entities::time::{self, Part, Point};
use crate::lexicon::{Class, Phrase};
use crate::w;
use gazetteer::Referent;
use std::collections::HashMap;

/// The last day of the units before the mergers (Resolution 202/2025/QH15 is in force from the next day's work on).
const BEFORE_THE_MERGERS: Date = Date { year: 2025, month: 6, day: 30 };

/// A mention with what it can mean.
struct Reading<'a> {
    id: usize,
    value: &'a Value,
    words: Vec<u32>,
    candidates: Vec<Referent>,
    /// Province of the larger unit named behind it, where its own is not known.
    within: Option<&'static str>,
}

/// Groups the mentions of places.
pub(super) fn build(context: &Context) -> Built<Place> {
    let day = context.layout.published.or_else(|| first_day_since(context)).unwrap_or(BEFORE_THE_MERGERS);
    let mut readings: Vec<Reading> = context
        .mentions(Kind::Place)
        .filter_map(|(id, mention)| {
            let Any::Place(value) = &mention.value else { return None };
            let name = value.name.unwrap_or(mention.at);
            let words = context.reading[name.tokens()].iter().filter(|t| !t.is_mark()).map(|t| t.word).collect();
            let candidates = if value.sort == Sort::Unit {
                gazetteer::candidates(context.reading, name, value, day)
            } else {
                Vec::new()
            };
            Some(Reading { id, value, words, candidates, within: None })
        })
        .collect();
    settle_by_larger_unit(context, &mut readings);
    let home = home::of(context, &readings.iter().map(|r| (r.id, r.candidates.as_slice())).collect::<Vec<_>>(), day);
    if let Some((province, _)) = &home {
        for r in readings.iter_mut().filter(|r| r.candidates.len() > 1) {
            keep_if_any(&mut r.candidates, |c| c.province == *province);
        }
    }
    same_name_same_place(&mut readings);
    within_larger_unit(context, &mut readings);
    let mut built = group(context, &readings, day);
    if let Some((province, basis)) = home {
        let known = built.records.iter().position(|p| p.code.as_deref() == Some(province));
        let at = known.unwrap_or_else(|| {
            built.records.push(gazetteer::province(province, day));
            built.records.len() - 1
        });
        if let Some(place) = built.records.get_mut(at) {
            place.basis = Some(basis);
        }
    }
    built
}

/// The first day that an undated article names in full, where it comes after the mergers: the units are those of then.
fn first_day_since(context: &Context) -> Option<Date> {
    let mut days = context.mentions(Kind::Time).filter_map(|(_, m)| match &m.value {
        Any::Time(time::Value::Point(Point {
            year: Part::Given(year),
            month: Part::Given(month),
            day: Part::Given(day),
            ..
        })) => Some(Date { year: *year, month: u8::try_from(*month).ok()?, day: u8::try_from(*day).ok()? }),
        _ => None,
    });
    days.next().filter(|day| *day > BEFORE_THE_MERGERS)
}

/// Keeps the candidates that fit, unless none does.
fn keep_if_any(candidates: &mut Vec<Referent>, fits: impl Fn(&Referent) -> bool) {
    if candidates.iter().any(&fits) {
        candidates.retain(fits);
    }
}

/// `xã Phú An, huyện Châu Thành, tỉnh Hậu Giang`: a unit lies in the larger one behind the comma or bracket.
fn settle_by_larger_unit(context: &Context, readings: &mut [Reading]) {
    let mentions = &context.records.mentions;
    let mut rest = readings;
    while let Some((next, before)) = rest.split_last_mut() {
        rest = before;
        let Some(this) = rest.last_mut() else { break };
        let (from, to) = (mentions[this.id].at.end, mentions[next.id].at.start);
        let joint = Class::JoinsLargerUnit.has(context.reading.word(from));
        let adjacent = to == from + 1 && joint || to == from;
        if adjacent && !next.candidates.is_empty() && this.candidates.len() > 1 {
            keep_if_any(&mut this.candidates, |c| next.candidates.iter().any(|n| c.lies_in(n)));
        }
    }
}

/// A unit that the tables no longer have lies in the province of the larger unit behind it.
fn within_larger_unit(context: &Context, readings: &mut [Reading]) {
    let mentions = &context.records.mentions;
    let mut rest = readings;
    while let Some((next, before)) = rest.split_last_mut() {
        rest = before;
        let Some(this) = rest.last_mut() else { break };
        let joined = mentions[next.id].at.start == mentions[this.id].at.end + 1
            && [w!(","), w!("(")].contains(&context.reading.word(mentions[this.id].at.end));
        if joined && this.candidates.is_empty() && this.value.sort == Sort::Unit {
            let province = next.candidates.first().filter(|c| next.candidates.iter().all(|n| n.province == c.province));
            this.within = province.map(|c| c.province).or(next.within);
        }
    }
}

/// Every mention of one name means the same where one of them is settled: the name with its unit word settles the
/// bare name.
fn same_name_same_place(readings: &mut [Reading]) {
    let mut settled: HashMap<Vec<u32>, Referent> = HashMap::new();
    for r in readings.iter() {
        if let [one] = r.candidates.as_slice()
            && !settled.contains_key(&r.words)
        {
            settled.insert(r.words.clone(), one.clone());
        }
    }
    for r in readings.iter_mut() {
        if r.candidates.len() > 1
            && let Some(known) = settled.get(&r.words)
        {
            keep_if_any(&mut r.candidates, |c| c == known);
        }
        if r.candidates.len() > 1 && r.value.unit.is_none() {
            // a bare name of a district and of a commune in it is the district
            let largest = r.candidates.iter().map(|c| c.code.len()).min();
            r.candidates.retain(|c| Some(c.code.len()) == largest);
        }
    }
}

/// The text speaks of units that became one (`sáp nhập`, `hợp nhất`) or calls one `(cũ)`.
fn tells_of_a_merger(context: &Context) -> bool {
    let reading = context.reading;
    let called = |m: &crate::entities::Mention| gazetteer::is_called_former(reading, m.at.end);
    context.mentions(Kind::Place).any(|(_, m)| called(m))
        || (0..reading.tokens.len()).any(|at| reading.phrase(at, Phrase::Merging).is_some())
}

/// One record for each unit, and one for each name that stays unsettled.
fn group(context: &Context, readings: &[Reading], day: Date) -> Built<Place> {
    let mut built: Built<Place> = Built::default();
    let merged = tells_of_a_merger(context);
    let mut by_code: HashMap<String, u32> = HashMap::new();
    let mut by_name: HashMap<(Vec<u32>, Option<u32>), u32> = HashMap::new();
    for r in readings {
        let mention = &context.records.mentions[r.id];
        let record = match r.candidates.as_slice() {
            [one] => *by_code.entry(one.key()).or_insert_with(|| {
                let mut place = one.record(day, merged);
                if place.name.is_empty() {
                    place.name = context.reading.text(r.value.name.unwrap_or(mention.at)).to_string();
                }
                built.push(place)
            }),
            several => {
                let bare = by_name.get(&(r.words.clone(), None)).copied().filter(|_| r.value.unit.is_none());
                bare.unwrap_or_else(|| {
                    *by_name.entry((r.words.clone(), r.value.unit)).or_insert_with(|| {
                        let name = context.reading.text(r.value.name.unwrap_or(mention.at)).to_string();
                        let unit = r.value.unit().map(str::to_string);
                        // several units of one name, all in one province: that much is known
                        let province = gazetteer::common_province(several, day)
                            .or_else(|| r.within.and_then(|code| gazetteer::province(code, day).province));
                        let place = Place {
                            name,
                            unit,
                            code: None,
                            province,
                            today: Vec::new(),
                            basis: None,
                            mentions: Vec::new(),
                        };
                        built.push(place)
                    })
                })
            }
        };
        if let Some(place) = built.join(r.id, record) {
            place.mentions.push(r.id as Index);
        }
    }
    built
}

#[cfg(test)]
mod tests {
    use crate::analysis::Basis;
    use crate::{Date, Options, analyze};

    #[test]
    fn names_find_their_unit_then_and_now() {
        let options = Options { published: Date::parse("2021-05-01"), ..Options::default() };
        let analysis = analyze("Tại xã Phú An, huyện Cai Lậy, tỉnh Tiền Giang có mưa.", &options);
        let codes: Vec<Option<&str>> = analysis.places.iter().map(|p| p.code.as_deref()).collect();
        assert_eq!(codes[1..], [Some("820"), Some("82")]);
        assert!(analysis.places.iter().all(|p| p.province.as_deref() == Some("Tiền Giang")));
        assert_eq!(analysis.places[2].today[0].name, "Đồng Tháp");
    }

    #[test]
    fn a_district_of_one_province_tells_whose_the_article_is() {
        let analysis = analyze("Tại huyện Triệu Phong, Tỉnh ủy họp.", &Options::default());
        let home = analysis.places.iter().find(|p| p.basis.is_some()).expect("a home");
        assert_eq!((home.name.as_str(), home.basis), ("Quảng Trị", Some(Basis::District)));
        assert!(home.mentions.is_empty());
        assert!(analysis.organizations[0].place.is_some());
    }

    #[test]
    fn what_cannot_be_known_is_left_unknown() {
        let analysis = analyze("Tại huyện Châu Thành có mưa.", &Options::default());
        assert_eq!(analysis.places[0].code, None);
        assert_eq!(analysis.places[0].province, None);
    }
}
