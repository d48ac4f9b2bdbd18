//! Who signs, and where the article was taken from.

use super::CreditLine;
use super::furniture::domain_in;
use super::lines::picture_credit;
use crate::analysis::{Credit, ZoneKind};
use crate::lexicon::columns::surnames;
use crate::lexicon::{Class, Table};
use crate::text::{Case, Reading, Stretch};
use crate::w;

/// Authors of bylines, photographers of captions and bylines, collectors of source lines.
pub(super) fn read(reading: &Reading, zones: &[ZoneKind]) -> Vec<CreditLine> {
    let mut out = Vec::new();
    for (line, zone) in reading.lines.iter().zip(zones) {
        let line = line.tokens;
        match zone {
            ZoneKind::Byline => byline(reading, line, &mut out),
            ZoneKind::Dateline => beside_date(reading, line, &mut out),
            ZoneKind::Caption => {
                if let Some(at) = picture_credit(reading, line) {
                    names(reading, Stretch::new(at, line.end), Credit::Photographer, &mut out);
                }
            }
            ZoneKind::Source => {
                // `ST Thanh Hương Theo …`, `Theo A/Báo B`
                let theo = line.tokens().find(|&i| reading.word(i) == w!("theo"));
                if reading.word(line.start) == w!("st") {
                    names(reading, Stretch::new(line.start + 1, theo.unwrap_or(line.end)), Credit::Collector, &mut out);
                } else if let Some(slash) = line.tokens().find(|&i| reading.word(i) == w!("/")) {
                    names(reading, Stretch::new(theo.map_or(line.start, |t| t + 1), slash), Credit::Author, &mut out);
                }
            }
            _ => {}
        }
    }
    out
}

/// `Nguyễn Lan - 21/10/2025 10:15`: who signs in the line of the date. Only a name that a family name begins; places and days
/// of the week are written like names.
fn beside_date(reading: &Reading, line: Stretch, out: &mut Vec<CreditLine>) {
    let mut found = Vec::new();
    names(reading, line, Credit::Author, &mut found);
    out.extend(found.into_iter().filter(|c| {
        let hits = reading.hits.at(c.name.start);
        let weekday = [w!("thứ"), w!("chủ")].contains(&reading.word(c.name.start));
        let family = reading.hits.begins_family_name(c.name.start);
        c.name.len() > 1
            && family
            && !weekday
            && !hits.iter().any(|h| h.table.names_places() && h.end as usize == c.name.end)
    }));
}

fn byline(reading: &Reading, line: Stretch, out: &mut Vec<CreditLine>) {
    // the post under a signature
    if reading.hits.longest(line.start, Table::RoleHeads).is_some() {
        return;
    }
    let photo = line.tokens().find(|&i| {
        reading.word(i) == w!("ảnh")
            && i > line.start
            && [w!("."), w!("-"), w!(";"), w!("/")].contains(&reading.word(i - 1))
            && reading.word(i + 1) == w!(":")
    });
    let first_word = reading.tokens.get(line.start).map_or(0, |t| t.word);
    let only_photos = first_word == w!("ảnh");
    let taken_from = line.tokens().find(|&i| i > line.start && reading.word(i) == w!("theo"));
    let end = photo.map_or(line.end, |p| p.saturating_sub(1)).min(taken_from.unwrap_or(line.end));
    let credit = if only_photos { Credit::Photographer } else { Credit::Author };
    names(reading, Stretch::new(line.start, end), credit, out);
    if let Some(p) = photo {
        names(reading, Stretch::new(p + 2, line.end), Credit::Photographer, out);
    }
}

/// The names in a stretch: behind its last colon, apart by commas, dashes, slashes and `và`.
fn names(reading: &Reading, within: Stretch, credit: Credit, out: &mut Vec<CreditLine>) {
    // the colon of `Bài và ảnh:`, not that of `10:15`
    let leads = |i: usize| reading.word(i) == w!(":") && !reading[i + 1].is_number();
    let start = within.tokens().rev().find(|&i| leads(i)).map_or(within.start, |i| i + 1);
    let mut at = start;
    let mut i = start;
    while i <= within.end {
        let apart = i == within.end
            || Class::PartsCredits.has(reading.word(i))
            || reading[i].is_number()
            || reading[i].is_word() && !reading[i].is_capital();
        if apart {
            if let Some(name) = name_in(reading, Stretch::new(at, i)) {
                out.push(CreditLine { name, credit });
            }
            at = i + 1;
        }
        i += 1;
    }
}

/// One name: one to five capital words or initials; not a code (`CTV`, `TTXVN`), a phrase of bylines or a post.
fn name_in(reading: &Reading, mut at: Stretch) -> Option<Stretch> {
    while at.start < at.end && reading[at.start].is_mark() {
        at.start += 1;
    }
    // a full stop closes the line; the dot of an initial belongs to the name
    while at.start < at.end && reading[at.end - 1].is_mark() {
        at.end -= 1;
    }
    let tokens = reading.tokens.get(at.tokens())?;
    let words = tokens.iter().filter(|t| t.is_word()).count();
    let dotted = tokens.iter().any(|t| t.word == w!("."));
    let capital = tokens.iter().all(|t| t.is_capital() || t.word == w!(".") || t.word == w!("'"));
    let code = words == 1 && tokens.iter().any(|t| t.case == Case::Upper && t.letters <= 6) && !dotted;
    let short_code = tokens.iter().filter(|t| t.is_word()).all(|t| t.letters <= 1) && words < 2;
    let phrase = reading.hits.at(at.start).iter().any(|h| {
        matches!(
            h.table,
            Table::Boilerplate | Table::Newspapers | Table::RoleHeads | Table::FixedBodies | Table::BodyHeads
        ) && h.end as usize >= at.end
    });
    // `Ảnh: Bộ Ngoại giao`, `Ảnh: Công an tỉnh`: a body, unless a family has that name
    let frequent = |h: &crate::lexicon::Hit| surnames::FREQ.of(h.row) != Some(surnames::Freq::D);
    let heads = |h: &crate::lexicon::Hit| matches!(h.table, Table::BodyHeads | Table::FixedBodies);
    let body = reading.hits.at(at.start).iter().any(heads) && !reading.hits.family_names(at.start).any(frequent);
    // `thực hiện Nghị quyết …`: the first syllable of a word that goes on in small letters
    let word = |h: &crate::lexicon::Hit| matches!(h.table, Table::DocTypes | Table::EventHeads | Table::Compounds);
    let runs_on = reading.hits.at(at.start).iter().any(|h| word(h) && h.end as usize > at.end);
    let phrase = phrase || body || runs_on;
    // `Ảnh: Transfermarkt`: a foreign word is a site's name, unless a given name begins it
    let site = at.tokens().any(|i| crate::text::syllable::is_foreign(reading, i))
        && reading.hits.longest(at.start, Table::ForeignNames).is_none();
    (capital && !site && (1..=5).contains(&words) && !code && !short_code && !phrase).then_some(at)
}

/// `Theo X`: the domain, else the words behind `Theo` or `Nguồn:`; of `Theo A/Báo B` the paper.
pub(super) fn source(reading: &Reading, zones: &[ZoneKind]) -> Option<String> {
    let lines = reading.lines.iter().zip(zones).filter(|(_, z)| **z == ZoneKind::Source).map(|(line, _)| line.tokens);
    lines.clone().find_map(|line| source_of(reading, line)).or_else(|| {
        // `Xem bài gốc: https://…`, or the address alone
        let address = |line: &Stretch| !line.tokens().any(|i| reading.word(i) == w!("website"));
        lines.filter(address).find_map(|line| domain_in(reading.text(line)).map(without_www).map(str::to_string))
    })
}

fn source_of(reading: &Reading, line: Stretch) -> Option<String> {
    let said = line.tokens().find(|&i| [w!("theo"), w!("nguồn")].contains(&reading.word(i)))?;
    let text = reading.text(Stretch::new(said, line.end));
    if let Some(domain) = domain_in(text) {
        return Some(domain.to_string());
    }
    let slash = line.tokens().rev().find(|&i| i > said && reading.word(i) == w!("/"));
    let mut from = slash.unwrap_or(said) + 1;
    while from < line.end && (reading[from].is_mark() || reading.word(from) == w!("tin")) {
        from += 1;
    }
    let mut end = line.end;
    while end > from && reading[end - 1].is_mark() {
        end -= 1;
    }
    (end > from).then(|| reading.text(Stretch::new(from, end)).to_string())
}

fn without_www(domain: &str) -> &str {
    domain.strip_prefix("www.").unwrap_or(domain)
}
