//! How far the name behind a unit word goes.

use super::context::local_body_before;
use super::is_capital_name;
use crate::lexicon::columns::place_units::Level;
use crate::lexicon::{Class, Table};
use crate::text::syllable::{is_foreign, is_particle};
use crate::text::{Case, Reading};
use crate::{limits, w};

/// The end of a number that is the name: `[phường 6]`, `[thôn 5A]`, `[đường 30 tháng 4]`, `[đường 3/2]`,
/// `[công viên 30-4]`.
fn numbered(reading: &Reading, at: usize, level: Option<Level>) -> Option<usize> {
    let token = reading.tokens.get(at)?;
    let venue = level == Some(Level::Venue);
    if let Some(end) = date_end(reading, at).filter(|_| venue) {
        return Some(end);
    }
    let short = token.end - token.start <= 2 || venue;
    let word_after = reading
        .tokens
        .get(at + 1)
        .is_some_and(|t| t.is_word() && !t.is_capital() && t.cell == token.cell && is_counted(t.word));
    let date = [w!("/"), w!("-"), w!("."), w!(",")].contains(&reading.word(at + 1))
        && reading[at + 2].is_number()
        && !reading[at + 2].spaced;
    let takes_number = matches!(level, Some(Level::District | Level::Commune | Level::Village | Level::Venue));
    (takes_number && short && !word_after && !date).then(|| at + 1 + usize::from(is_letter_behind(reading, at + 1)))
}

/// The end of a name that begins here: the longest name of the gazetteer at this level, else capital words, else
/// a number (`[phường 6]`, `[Quận 1]`).
pub(super) fn name_end(reading: &Reading, at: usize, level: Option<Level>) -> Option<usize> {
    let token = reading.tokens.get(at)?;
    let tables: &[Table] = match level {
        Some(Level::Province) => &[Table::Provinces, Table::Regions],
        Some(Level::City) => &[Table::Provinces, Table::Districts, Table::Regions],
        Some(Level::District) => &[Table::Districts],
        Some(Level::Commune) => &[Table::Communes, Table::CommunesBefore, Table::Provinces],
        Some(Level::Abroad) => &[Table::Regions],
        _ => &[],
    };
    let listed = reading
        .hits
        .at(at)
        .iter()
        .filter(|h| tables.contains(&h.table) && is_capital_name(reading, h))
        .map(|h| h.end as usize)
        .max();
    if token.is_number() {
        // `[phường 2 Bảo Lộc]`
        return listed.filter(|&end| end > at + 1).or_else(|| numbered(reading, at, level));
    }
    let run = capital_run(reading, at, 4);
    match (listed, run) {
        (Some(l), Some(r))
            if r > l && level != Some(Level::Province) && !is_name_of_person(reading, l, r) && r - at <= 4 =>
        {
            // `[xã Thanh Cường]` where there is a commune Thanh too
            let longer = l == at + 1 && r == at + 2 && matches!(level, Some(Level::District | Level::Commune));
            Some(if longer { r } else { l })
        }
        (Some(l), _) => Some(l),
        (None, Some(_))
            if matches!(level, Some(Level::Province | Level::City | Level::District | Level::Commune))
                && (crate::entities::person::begins_full_name(reading, at)
                    || local_body_before(reading, at - 1)
                        && crate::entities::person::begins_minority_name(reading, at)) =>
        {
            None
        }
        (None, Some(r)) => whole_words(reading, level, at, trim_person(reading, at, r)),
        _ => None,
    }
}

/// `[Trung tâm Hội nghị tỉnh]`, `[Trung tâm Hội nghị tỉnh]`: a venue named by the unit that it belongs to.
pub(super) fn level_of_its_own(reading: &Reading, at: usize) -> Option<usize> {
    let city = reading.seq(at, &[w!("thành"), w!("phố")]) || reading.seq(at, &[w!("quốc"), w!("gia")]);
    let level = city || [w!("tỉnh"), w!("huyện")].contains(&reading.word(at));
    let end = at + 1 + usize::from(city);
    let place = reading.hits.at(end).iter().find(|h| h.table.names_places() && is_capital_name(reading, h));
    (level && reading.same_line(at, end - 1)).then(|| place.map_or(end, |h| h.end as usize))
}

/// Takes in a number that tells works of one name apart: `4A`, `II`, `3` before a mark.
pub(super) fn with_number(reading: &Reading, end: usize) -> usize {
    let Some(token) = reading.tokens.get(end).filter(|t| t.spaced && !reading.line_ends(end)) else {
        return end;
    };
    let lettered = token.is_number() && is_letter_behind(reading, end + 1);
    let roman =
        token.case == Case::Upper && crate::entities::numeral::roman(reading, end).is_some() && token.letters > 1;
    let last = crate::entities::numeral::small(reading, end, 1).is_some()
        && (!reading.same_line(end, end + 1) || reading[end + 1].is_mark() && reading[end + 1].word != w!("%"))
        && !reading.tokens.get(end + 2).is_some_and(|t| t.is_number() && !t.spaced);
    end + usize::from(lettered || roman || last) + usize::from(lettered)
}

/// The end of a day of the year that a street is named after.
pub(super) fn date_end(reading: &Reading, at: usize) -> Option<usize> {
    let number =
        |i: usize, most: u32| crate::entities::numeral::small(reading, i, 2).is_some_and(|n| (1..=most).contains(&n));
    let mark = reading.word(at + 1);
    let said = mark == w!("tháng") && reading.same_line(at, at + 2);
    let glued = [w!("/"), w!("-")].contains(&mark) && !reading[at + 1].spaced && !reading.tokens.get(at + 2)?.spaced;
    let ends = said || !reading.tokens.get(at + 3).is_some_and(|t| !t.spaced && [w!("/"), w!("-")].contains(&t.word));
    ((said || glued) && number(at, 31) && number(at + 2, 12) && ends).then_some(at + 3)
}

/// The last capital begins a word of several syllables: a venue takes it whole and what its name goes on with
/// (`[Nhà tang lễ Quốc gia]`, `[Bảo tàng Lịch sử Quân sự Việt Nam]`), other names end before it (`bản Tuyên ngôn`).
pub(super) fn whole_words(reading: &Reading, level: Option<Level>, at: usize, mut end: usize) -> Option<usize> {
    while end < at + limits::PLACE
        && let Some(word) = reading
            .hits
            .at(end - 1)
            .iter()
            .filter(|h| h.end as usize > end && reading[end].case == Case::Lower)
            .filter(|h| {
                matches!(
                    h.table,
                    Table::Compounds
                        | Table::NameWords
                        | Table::Countables
                        | Table::Numbered
                        | Table::BodyHeads
                        | Table::Fields
                )
            })
            .map(|h| h.end as usize)
            .min()
    {
        if level != Some(Level::Venue) {
            return (end - 1 > at).then_some(end - 1);
        }
        end = word;
        match capital_run(reading, word, 4).filter(|_| reading.same_line(at, word)) {
            Some(run) => end = run,
            None => break,
        }
    }
    let national =
        level == Some(Level::Venue) && reading.seq(end, &[w!("quốc"), w!("gia")]) && reading.same_line(at, end);
    Some(end + 2 * usize::from(national))
}

/// `[quốc lộ 14E]`, `Sê San 4A`: a letter stuck to the number.
pub(super) fn is_letter_behind(reading: &Reading, at: usize) -> bool {
    reading.tokens.get(at).is_some_and(|t| !t.spaced && t.letters == 1 && t.is_capital())
}

/// A noun that a number counts follows: `xã 3 không`, `huyện [10 năm]` are no names.
pub(super) fn is_counted(word: u32) -> bool {
    Class::CountedByNumber.has(word)
}

/// Capital words in a row, with apostrophes and hyphens inside (`Ia H'Drai`, `[huyện Cư M'gar]`, `[Bà Rịa - Vũng Tàu]`
/// is listed).
pub(super) fn capital_run(reading: &Reading, at: usize, longest: usize) -> Option<usize> {
    let first = reading.tokens.get(at)?;
    if !first.is_capital() || first.case == Case::Upper && first.letters > 4 && !line_is_upper(reading, at) {
        return None;
    }
    let mut end = at;
    let mut words = 0;
    while end < at + limits::PLACE
        && let Some(t) = reading.tokens.get(end).filter(|t| t.cell == first.cell)
    {
        let apostrophe = t.word == w!("'")
            && !t.spaced
            && end > at
            && reading.tokens.get(end + 1).is_some_and(|n| n.is_word() && !n.spaced);
        let after_apostrophe = end > at && reading.word(end - 1) == w!("'") && !t.spaced;
        // `[đường Santiago de Chile]`, `[đường Herminda de la Victoria]`
        let particles = (end..end + 3).take_while(|&i| end > at && is_particle(reading, i)).count();
        let foreign = particles > 0 && is_foreign(reading, end - 1) && reading.same_line(at, end + particles);
        if foreign && reading[end + particles].is_capital() {
            end += particles;
            continue;
        }
        if !(t.is_capital() && words < longest || apostrophe || after_apostrophe) {
            break;
        }
        let other = reading.hits.at(end).iter().any(|h| {
            end > at && h.len() > 1 && matches!(h.table, Table::RoleHeads | Table::BodyHeads | Table::FixedBodies)
        });
        if other {
            break;
        }
        words += usize::from(t.is_capital());
        end += 1;
    }
    (end > at).then_some(end)
}

pub(super) fn line_is_upper(reading: &Reading, at: usize) -> bool {
    reading[at + 1].case == Case::Upper
}

pub(super) fn is_name_of_person(reading: &Reading, from: usize, to: usize) -> bool {
    from < to && crate::entities::person::begins_full_name(reading, from)
}

/// Ends a run of unlisted capitals before a full name of a person.
pub(super) fn trim_person(reading: &Reading, at: usize, end: usize) -> usize {
    (at + 1..end)
        .find(|&i| i > at && crate::entities::person::begins_full_name(reading, i) && end - i >= 2)
        .unwrap_or(end)
}
