//! Names without a unit word: provinces, countries, regions and cities, and bare names of districts and communes that
//! have a reason.

use super::context::{
    body_goes_on, in_name, institution_before, local_body_before, names_more_than_a_place, placed_by_words,
};
use super::{is_alias_of_province, is_capital_name, proposal};
use crate::entities::value::{Place as Value, PlaceSort as Sort};
use crate::entities::{Proposal, Rule};
use crate::lexicon::columns::{provinces, regions};
use crate::lexicon::{Class, Hit, Phrase, Table};
use crate::text::syllable::is_foreign;
use crate::text::{Case, Reading, Stretch};
use crate::w;
use std::collections::HashSet;

/// A name without a unit word.
pub(super) fn bare_name(reading: &Reading, with_unit: &HashSet<Vec<u32>>, at: usize) -> Option<Proposal> {
    let token = &reading[at];
    // the end of a domain (`VOV.VN`)
    if at > 0 && !token.spaced && reading.word(at - 1) == w!(".") {
        return None;
    }
    if !token.is_capital() && !token.is_word() || at > 0 && !token.spaced && reading[at - 1].is_word() {
        return None;
    }
    // units of one name are one question, however many there are
    let hits =
        reading.hits.at(at).chunk_by(|a, b| a.end == b.end && a.table.names_communes() && b.table.names_communes());
    let hits = hits
        .filter_map(|same| same.first())
        .filter(|h| h.table.names_places())
        .filter(|h| h.table == Table::Regions || is_capital_name(reading, h) || is_alias_of_province(reading, h));
    let mut best: Option<Proposal> = None;
    for hit in hits {
        // what needs words around it gives way to a province of the same name, and need not be asked
        let weak = !matches!(hit.table, Table::Regions | Table::Provinces);
        if weak && best.as_ref().is_some_and(|p| p.strength > MET && p.at.end >= hit.end as usize) {
            continue;
        }
        // `[Sài Gòn]` is a city first, then a province that was
        let stronger = |p: &Proposal| (p.at.end, p.strength, p.rule == Rule::PlaceListed);
        best = best.into_iter().chain(bare_hit(reading, with_unit, hit)).max_by_key(stronger);
    }
    best
}

/// The strength of a district or commune that the text named with its unit word before.
const MET: u8 = 48;

fn bare_hit(reading: &Reading, with_unit: &HashSet<Vec<u32>>, hit: &Hit) -> Option<Proposal> {
    match hit.table {
        Table::Regions => region(reading, hit),
        Table::Provinces => province(reading, hit),
        _ => local_unit(reading, with_unit, hit),
    }
}

fn stretch_of(hit: &Hit) -> Stretch {
    Stretch::new(hit.start as usize, hit.end as usize)
}

fn named(sort: Sort, at: Stretch) -> Value {
    Value { sort, unit: None, name: Some(at) }
}

/// A country, a region or a city abroad.
fn region(reading: &Reading, hit: &Hit) -> Option<Proposal> {
    let at = stretch_of(hit);
    let kind = regions::KIND.of(hit.row);
    let no_place = is_written_otherwise(reading, hit)
        || kind == Some(regions::Kind::Region) && is_side(reading, at)
        || is_given_name(reading, at)
        || reading.word_before(at.start, 1) == w!("tiếng")
        || at.len() == 1 && is_common_word(reading, at.start) && !country_context(reading, at)
        || is_syllable_of_name(reading, at)
        || is_part_of_code(reading, at);
    if no_place {
        return None;
    }
    let sort = match kind {
        Some(regions::Kind::Country) => Sort::Country,
        Some(regions::Kind::Region | regions::Kind::Continent) => Sort::Region,
        _ => Sort::Other,
    };
    let strength = if in_name(reading, at) { 40 } else { 52 };
    let whole = if sort == Sort::Country { with_form_of_state(reading, at) } else { at };
    Some(proposal(whole, strength, Rule::PlaceListed, named(sort, at)))
}

/// Neither written as the table has it, nor all in capitals as headlines are; `chống Mỹ` is a war.
fn is_written_otherwise(reading: &Reading, hit: &Hit) -> bool {
    let at = stretch_of(hit);
    let against = reading.word_before(at.start, 1) == w!("chống") && !in_name(reading, at);
    let listed = regions::FORMS.forms(hit.row).any(|form| form == reading.text(at));
    let shouted = at.len() > 1 && reading[at.start].is_capital() && reading.is_shouted(at);
    (against || !listed) && !shouted
}

/// `phía Nam Thủ đô`, `phía Đông [Congo]`: a side of what follows.
fn is_side(reading: &Reading, at: Stretch) -> bool {
    let next = at.end;
    let listed = |h: &Hit| h.table.names_places() && reading[next].is_capital();
    let unit = |h: &Hit| h.table == Table::PlaceUnits && !reading[next].is_mark();
    reading.word(at.start) == w!("phía")
        && reading.same_line(at.start, next)
        && reading.hits.at(next).iter().any(|h| listed(h) || unit(h))
}

/// `[Jordan Bardella]`: a given name too, and a foreign word behind.
fn is_given_name(reading: &Reading, at: Stretch) -> bool {
    reading.hits.longest(at.start, Table::ForeignNames).is_some_and(|h| h.len() == at.len())
        && reading.same_line(at.start, at.end)
        && reading[at.end].spaced
        && reading[at.end].case == Case::Title
        && is_foreign(reading, at.end)
}

/// `VN-Index`, `VN30`: an abbreviation, and what is stuck to it and is no place.
fn is_part_of_code(reading: &Reading, at: Stretch) -> bool {
    let glued = |i: usize| reading.tokens.get(i).filter(|t| !t.spaced && reading.same_line(at.start, i));
    let word =
        |i: usize| glued(i).is_some_and(|t| t.is_word()) && !reading.hits.at(i).iter().any(|h| h.table.names_places());
    let joined = glued(at.end).is_some_and(|t| t.word == w!("-")) && word(at.end + 1);
    at.len() == 1 && reading[at.start].case == Case::Upper && (joined || glued(at.end).is_some_and(|t| t.is_number()))
}

/// A short country behind a capital word that is not the end of a post.
fn is_syllable_of_name(reading: &Reading, at: Stretch) -> bool {
    let one_syllable = at.len() == 1 && reading.text(at).chars().count() <= 4;
    one_syllable && in_name(reading, at) && !is_behind_full_post(reading, at.start)
}

/// A province by its name, or by a nickname that is no other word (`Thủ đô`).
fn province(reading: &Reading, hit: &Hit) -> Option<Proposal> {
    let at = stretch_of(hit);
    let text = reading.text(at);
    let nickname = provinces::NICKNAMES.forms(hit.row).any(|n| n.eq_ignore_ascii_case(text));
    // the name of the man unless a unit word says that the city is meant
    let after_a_person = at.len() == 3 && reading.seq(at.start, &[w!("hồ"), w!("chí"), w!("minh")]);
    if after_a_person
        || nickname && !reading.seq(at.start, &[w!("thủ"), w!("đô")])
        || in_name(reading, at) && at.len() < 3
    {
        return None;
    }
    Some(proposal(at, 52, Rule::PlaceProvince, named(Sort::Unit, at)))
}

/// A district or commune that the text named with its unit word, or that the words beside it place.
fn local_unit(reading: &Reading, with_unit: &HashSet<Vec<u32>>, hit: &Hit) -> Option<Proposal> {
    let at = stretch_of(hit);
    let words: Vec<u32> = reading[at.tokens()].iter().map(|t| t.word).collect();
    let met = with_unit.contains(&words);
    if reading[at.start].is_number() || in_name(reading, at) || at.len() < 2 && !met {
        return None;
    }
    let district = hit.table == Table::Districts;
    let placed = || district && placed_by_words(reading, at);
    let body = || {
        local_body_before(reading, at.start)
            || district && body_goes_on(reading, at)
            || institution_before(reading, at.start) && !names_more_than_a_place(reading, at)
    };
    let strength = if met { MET } else { 42 };
    (met || placed() || body()).then(|| proposal(at, strength, Rule::PlaceContext, named(Sort::Unit, at)))
}

/// Countries of one syllable that are common words: `Đức` (virtue, a given name), `Anh` (a given name), `Ý`, `Áo`,
/// `Nga`, `Bỉ`, `Úc`, `Viên`, `Nhật`, `Pháp`, `Mỹ`.
pub(super) fn is_common_word(reading: &Reading, at: usize) -> bool {
    Class::CountryOfOneSyllable.has(reading.word(at))
}

/// Such a country counts when no capital word touches it on either side as in a name, and it does not begin a sentence
/// as a form of address (`Anh ấy …`).
pub(super) fn country_context(reading: &Reading, at: Stretch) -> bool {
    let word = reading.word(at.start);
    let begins = reading.sentence_of(at.start).start == at.start
        || ["“", "\"", "'", "‘"].contains(&reading.token_text(at.start.saturating_sub(1)));

    let doubtful = Class::DoubtfulCountry.has(word);
    // `[Thủ tướng Đức] [Angela Merkel]`
    let post = reading.hits_before(at.start).any(|h| h.table == Table::RoleHeads);
    let placed = post || word != w!("viên") || placed_by_words(reading, at);
    let addressed = !post && reading.hits_before(at.start).any(|h| h.table == Table::Honorifics && h.len() == 1);
    if addressed {
        return false;
    }
    (post || !in_name(reading, at)) && !is_part_of_name(reading, at.start, post) && (!doubtful || !begins && placed)
}

/// A capital word stands right before, as a family name or earlier part of a name would.
/// `[Cộng hòa Liên bang Brazil]`, `[Vương quốc Thái Lan]`: the form of state before the name of a country.
pub(super) fn with_form_of_state(reading: &Reading, at: Stretch) -> Stretch {
    let before = (at.start.saturating_sub(9)..at.start).rev();
    let start = before
        .take_while(|&i| Class::FormOfState.has(reading.word(i)) && reading.same_line(i, at.start))
        .filter(|&i| {
            reading[i].is_capital()
                && reading.word_before(i, 1) != w!("đảng")
                && reading.phrase(i, Phrase::FormOfState).is_some()
        })
        .last();
    Stretch::new(start.unwrap_or(at.start), at.end)
}

/// `Tổng Thống Pháp Emmanuel Macron`: a post of several words ends right before.
fn is_behind_full_post(reading: &Reading, at: usize) -> bool {
    reading.hits_before(at).any(|h| h.table == Table::RoleHeads && h.len() > 1)
}

/// `Hoài Đức`, `Thoại Mỹ`, `Mỹ Thủy`: a capital syllable before or behind makes it part of another name, save a head at
/// the beginning of a sentence (`Người Mỹ`) and the person who holds a post there (`Tổng thống Nga Putin`).
pub(super) fn is_part_of_name(reading: &Reading, at: usize, behind_post: bool) -> bool {
    let touching = |i: usize| reading[i].case == Case::Title && reading.same_line(at, i);
    let head = |i: usize| {
        reading.sentence_of(i).start == i
            && reading.hits.at(i).iter().any(|h| {
                matches!(h.table, Table::FunctionWords | Table::Countables | Table::BodyHeads | Table::RoleHeads)
            })
    };
    let before = at > 0 && touching(at - 1) && !head(at - 1) && reading[at].spaced && !is_behind_full_post(reading, at);
    let behind = reading.tokens.get(at + 1).is_some_and(|t| t.spaced && t.is_word())
        && touching(at + 1)
        && !is_foreign(reading, at + 1)
        && reading.hits.at(at + 1).iter().all(|h| h.table != Table::ForeignNames);
    // `Pháp luật`, `Anh hùng`, `quyền Anh`
    let word = reading[at + 1].case == Case::Lower
        && reading.hits.at(at).iter().any(|h| h.len() > 1 && !h.table.names_places());
    before || behind && !behind_post || word || [w!("quyền"), w!("bảng")].contains(&reading.word_before(at, 1))
}
