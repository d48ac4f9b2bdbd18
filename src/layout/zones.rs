//! The zone of each line, from its look and its place among the others.

use super::lines::Look;
use crate::analysis::ZoneKind;
use crate::lexicon::Table;
use crate::lexicon::columns::boilerplate::Zone;
use crate::text::{Reading, Stretch, TokenKind};

/// From so many syllables on, a line that ends as a sentence does is a paragraph.
const PARAGRAPH: usize = 18;
/// A title has at most so many syllables; the longest of the seeds' provincial papers have 40.
const TITLE: usize = 48;
/// A heading inside the body has at most so many syllables.
const HEADING: usize = 34;
/// A caption has at most so many syllables.
const CAPTION: usize = 70;

/// Decides for every line.
pub(super) fn decide(reading: &Reading, looks: &[Look]) -> Vec<ZoneKind> {
    let mut zones: Vec<Option<ZoneKind>> = looks.iter().map(by_itself).collect();
    for i in (0..looks.len()).filter(|&i| is_row(looks, i)) {
        zones[i] = zones[i].filter(|z| *z == ZoneKind::Dateline).or(Some(ZoneKind::Body));
    }
    let paragraph = |i: &usize| zones[*i].is_none() && is_paragraph(&looks[*i]);
    let first = (0..looks.len()).find(paragraph);
    let last = (0..looks.len()).rev().find(paragraph);
    match (first, last) {
        (Some(first), Some(last)) => {
            head(reading, looks, &mut zones, first);
            body(looks, &mut zones, first, last);
            tail(reading, looks, &mut zones, last);
        }
        _ => no_paragraph(looks, &mut zones),
    }
    lead(reading, looks, &mut zones);
    questions(reading, looks, &mut zones);
    zones.into_iter().map(|z| z.unwrap_or(ZoneKind::Body)).collect()
}

/// A row of a table: neither title nor heading nor caption. Two cells alone may be a line with a tab in it.
fn is_row(looks: &[Look], i: usize) -> bool {
    let cells = |i: Option<usize>| i.and_then(|i| looks.get(i)).map_or(0, |l| l.cells);
    let beside = cells(i.checked_sub(1)).max(cells(Some(i + 1)));
    looks[i].cells > 2 || looks[i].cells == 2 && beside > 1
}

/// What a line is wherever it stands.
fn by_itself(look: &Look) -> Option<ZoneKind> {
    let short = look.syllables <= 25;
    if look.file || look.trail {
        return Some(ZoneKind::Chrome);
    }
    match look.phrase {
        Some(Zone::Chrome) if short => return Some(ZoneKind::Chrome),
        // what links to the original, or the page's own address
        _ if look.address => return Some(ZoneKind::Source),
        Some(Zone::Dateline | Zone::Views) if look.syllables <= 14 && look.digits && !look.stops => {
            return Some(ZoneKind::Dateline);
        }
        Some(Zone::Byline) if look.syllables <= 14 => return Some(ZoneKind::Byline),
        Some(Zone::Source) if look.syllables <= 14 && !look.stops => return Some(ZoneKind::Source),
        Some(Zone::Caption) if !look.stops && look.syllables <= 30 => return Some(ZoneKind::Caption),
        _ => {}
    }
    if look.picture && look.syllables <= CAPTION {
        return Some(ZoneKind::Caption);
    }
    match look.contains {
        Some(Zone::Chrome) if look.syllables <= 16 && !look.stops => Some(ZoneKind::Chrome),
        Some(Zone::Dateline | Zone::Views) if look.date => Some(ZoneKind::Dateline),
        _ if look.date && !look.stops && look.syllables <= 8 => Some(ZoneKind::Dateline),
        _ => None,
    }
}

fn is_paragraph(look: &Look) -> bool {
    look.stops && look.syllables >= if look.asks { HEADING } else { PARAGRAPH } || look.syllables > TITLE
}

/// Before the first paragraph: section, kicker, title, lead.
fn head(reading: &Reading, looks: &[Look], zones: &mut [Option<ZoneKind>], first: usize) {
    let open: Vec<usize> = (0..first).filter(|&i| zones[i].is_none()).collect();
    let Some(title) = title_among(reading, looks, zones, &open) else {
        return;
    };
    for &i in open.iter().filter(|&&i| i < title) {
        zones[i] = Some(above_title(reading, looks, i, title));
    }
    zones[title] = Some(ZoneKind::Title);
    for &i in open.iter().filter(|&&i| i > title) {
        let look = &looks[i];
        zones[i] = if same_words(reading, title, i) {
            Some(ZoneKind::Title)
        } else if look.names && look.syllables <= 8 {
            Some(ZoneKind::Byline)
        } else if looks[i].syllables <= 3 && !look.stops {
            Some(ZoneKind::Chrome)
        } else {
            None
        };
    }
}

/// The title: the line that is printed twice; else the one below a kicker; else the first of some length, later ones
/// only where the earlier is a section's name.
fn title_among(reading: &Reading, looks: &[Look], zones: &[Option<ZoneKind>], open: &[usize]) -> Option<usize> {
    let fits = |i: &&usize| {
        (3..=TITLE).contains(&looks[**i].syllables) && !looks[**i].colon && looks[**i].phrase != Some(Zone::Section)
    };
    let twice = open.iter().find(|&&i| fits(&&i) && open.iter().any(|&j| j > i && same_words(reading, i, j)));
    let below_kicker = || open.iter().find(|i| fits(i) && open.iter().any(|&k| k + 1 == **i && looks[k].colon));
    let full = || open.iter().find(|i| fits(i) && looks[**i].syllables >= 5);
    let any = || open.iter().find(|i| fits(i) && !looks[**i].names);
    let only = || open.iter().find(|i| looks[**i].colon && looks[**i].syllables >= 5);
    let _ = zones;
    twice.or_else(below_kicker).or_else(full).or_else(any).or_else(only).copied()
}

/// A line above the title: kicker where it leads over to it, the section's name where it is short, else furniture.
fn above_title(reading: &Reading, looks: &[Look], i: usize, title: usize) -> ZoneKind {
    let look = &looks[i];
    if look.colon || look.phrase == Some(Zone::Kicker) || look.contains == Some(Zone::Kicker) {
        return ZoneKind::Kicker;
    }
    if look.phrase == Some(Zone::Section)
        || look.syllables <= 5 && !look.stops && is_one_term(reading, i) && i + 2 >= title
    {
        return ZoneKind::Section;
    }
    if look.syllables >= 5 && i + 1 == title { ZoneKind::Kicker } else { ZoneKind::Chrome }
}

/// No breadcrumb marks, digits or bars: one name.
fn is_one_term(reading: &Reading, line: usize) -> bool {
    let tokens = &reading[reading.lines[line].tokens.tokens()];
    tokens
        .iter()
        .all(|t| t.kind == TokenKind::Word || [crate::w!("-"), crate::w!(","), crate::w!("&")].contains(&t.word))
}

fn same_words(reading: &Reading, a: usize, b: usize) -> bool {
    let words = |i: usize| reading[reading.lines[i].tokens.tokens()].iter().filter(|t| !t.is_mark()).map(|t| t.word);
    words(a).eq(words(b))
}

/// Between the first and the last paragraph: captions below pictures, headings.
fn body(looks: &[Look], zones: &mut [Option<ZoneKind>], first: usize, last: usize) {
    for i in first..=last {
        let look = &looks[i];
        if zones[i] == Some(ZoneKind::Byline) && look.stops && look.syllables > 8 {
            zones[i] = None;
        }
        if zones[i].is_some() {
            continue;
        }
        let below_picture = i > 0 && looks[i - 1].file;
        // a scene told in one short sentence is what stands below a picture
        let told = look.scene && look.stops && !look.asks && look.syllables <= 20 && i > first;
        if below_picture && look.syllables <= CAPTION || i < last && (look.scene && is_heading(look) || told) {
            zones[i] = Some(ZoneKind::Caption);
        } else if i > first && i < last && is_heading(look) {
            zones[i] = Some(ZoneKind::Heading);
        }
    }
    // a list of short lines is a list, not headings
    for i in first..last {
        let pair = zones[i] == Some(ZoneKind::Heading) && zones[i + 1] == Some(ZoneKind::Heading);
        if pair {
            let mut j = i;
            while j <= last && zones[j] == Some(ZoneKind::Heading) {
                j += 1;
            }
            if j - i > 2 {
                zones[i..j].fill(None);
            }
        }
    }
}

fn is_heading(look: &Look) -> bool {
    (2..=HEADING).contains(&look.syllables) && !look.stops && !look.colon && !look.dash && !look.asks
}

/// Behind the last paragraph: closing words, byline, signature, source; then furniture.
fn tail(reading: &Reading, looks: &[Look], zones: &mut [Option<ZoneKind>], last: usize) {
    let mut signed = false;
    for i in last + 1..looks.len() {
        let look = &looks[i];
        match zones[i] {
            Some(ZoneKind::Byline | ZoneKind::Source) => signed = true,
            Some(_) => {}
            None => {
                let post = signed && i > 0 && begins_with_post(reading, i) && look.syllables <= 25;
                let source = begins_source(reading, i) && look.syllables <= 14;
                zones[i] = if source || signed && look.contains == Some(Zone::Source) {
                    signed = true;
                    Some(ZoneKind::Source)
                } else if post || look.names && look.syllables <= 10 && !is_title_case_term(reading, i) {
                    signed = true;
                    Some(ZoneKind::Byline)
                } else if signed || look.contains == Some(Zone::Chrome) {
                    Some(ZoneKind::Chrome)
                } else {
                    None
                };
            }
        }
    }
}

/// A post on the line below a name: the signature of an official.
fn begins_with_post(reading: &Reading, line: usize) -> bool {
    let at = reading.lines[line].tokens.start;
    reading.hits.longest(at, Table::RoleHeads).is_some()
}

/// `Theo X`, `ST X Theo Y`, `Nguồn: X`, and `(Theo X)`.
fn begins_source(reading: &Reading, line: usize) -> bool {
    let Stretch { start, end } = reading.lines[line].tokens;
    let opens = usize::from(reading.word(start) == crate::w!("("));
    let first = reading.word(start + opens);
    let collected = first == crate::w!("st") && (start..end).any(|i| reading.word(i) == crate::w!("theo"));
    let by = first == crate::w!("theo")
        && reading.tokens.get(start + opens + 1).is_some_and(|t| t.is_capital() || !t.spaced || t.end > t.start + 6);
    collected || by || first == crate::w!("nguồn")
}

/// A single word that is no name (`Chính trị` has a small letter and never comes here; `Video` does).
fn is_title_case_term(reading: &Reading, line: usize) -> bool {
    let at = reading.lines[line].tokens;
    at.len() == 1 && reading.hits.at(at.start).iter().all(|h| h.table != Table::Surnames)
}

/// No paragraph anywhere: a title alone, or furniture.
fn no_paragraph(looks: &[Look], zones: &mut [Option<ZoneKind>]) {
    let title = (0..looks.len()).find(|&i| zones[i].is_none() && looks[i].syllables >= 5 && !looks[i].stops);
    if let Some(title) = title {
        zones[title] = Some(ZoneKind::Title);
    }
}

/// The first paragraph is the lead, also where it is printed twice.
fn lead(reading: &Reading, looks: &[Look], zones: &mut [Option<ZoneKind>]) {
    let after_title = zones.iter().rposition(|&z| z == Some(ZoneKind::Title)).map_or(0, |i| i + 1);
    let Some(lead) = (after_title..looks.len()).find(|&i| zones[i].is_none() && looks[i].syllables >= 8) else {
        return;
    };
    zones[lead] = Some(ZoneKind::Lead);
    let next = (lead + 1..looks.len()).find(|&i| zones[i].is_none());
    if let Some(again) = next.filter(|&i| same_words(reading, lead, i)) {
        zones[again] = Some(ZoneKind::Lead);
    }
}

/// An interviewer's questions: lines that ask where the next line answers, or that a mark of the interviewer begins.
fn questions(reading: &Reading, looks: &[Look], zones: &mut [Option<ZoneKind>]) {
    let open = |z: Option<ZoneKind>| matches!(z, None | Some(ZoneKind::Heading));
    for i in 0..looks.len() {
        if !open(zones[i]) && zones[i] != Some(ZoneKind::Lead) {
            continue;
        }
        let marked = begins_question(reading, i);
        let next = (i + 1..looks.len()).find(|&j| open(zones[j]));
        let answered = next.is_some_and(|j| looks[j].dash || answers(reading, j));
        if marked && (looks[i].asks || looks[i].syllables < 80)
            || looks[i].asks && !looks[i].dash && answered && looks[i].syllables <= 90
        {
            zones[i] = Some(ZoneKind::Question);
        }
    }
}

/// `PV:`, `Phóng viên:`, `Hỏi:`.
fn begins_question(reading: &Reading, line: usize) -> bool {
    let Stretch { start, .. } = reading.lines[line].tokens;
    let at = start + usize::from([crate::w!("-"), crate::w!("*")].contains(&reading.word(start)));
    let word = reading.word(at);
    (word == crate::w!("pv") || word == crate::w!("hỏi")) && reading.word(at + 1) == crate::w!(":")
        || reading.seq(at, &[crate::w!("phóng"), crate::w!("viên"), crate::w!(":")])
}

/// `Ông X:`, `Đồng chí X:`, `Trả lời:`.
fn answers(reading: &Reading, line: usize) -> bool {
    let Stretch { start, end } = reading.lines[line].tokens;
    let address = reading.hits.longest(start, Table::Honorifics).is_some();
    address && (start + 2..(start + 8).min(end)).any(|i| reading.word(i) == crate::w!(":"))
        || reading.seq(start, &[crate::w!("trả"), crate::w!("lời")])
}
