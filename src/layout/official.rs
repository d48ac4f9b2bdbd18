//! An official document pasted whole: its head (issuer, number and symbol, place and date, type, subject) and its signature.
//!
//! Decree 30/2020/NĐ-CP and Instruction 36-HD/VPTW lay down where each stands. A line with number and symbol tells the document,
//! if the name of the State or Party, a line of place and date, or a type in capitals stands beside it.

use crate::analysis::ZoneKind;
use crate::lexicon::columns::doc_types;
use crate::lexicon::{Phrase, Table};
use crate::text::{Case, Reading, Stretch};
use crate::w;

/// The lines of an official document, as token ranges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Official {
    /// `Số: 1245/QĐ-UBND`.
    pub symbol: Stretch,
    /// Canonical type: of the line `QUYẾT ĐỊNH`, else of the letters in the symbol, else an official letter.
    pub kind: &'static str,
    /// `QUYẾT ĐỊNH`.
    pub type_line: Option<usize>,
    /// `Về việc …`; positions in `lines`, as all that follow.
    pub subject: Option<usize>,
    /// `Quảng Ngãi, ngày 18 tháng 9 năm 2025`.
    pub dated: Option<usize>,
    /// Names of State and Party and their mottos.
    pub national: Vec<usize>,
    /// The line behind the head.
    pub below: usize,
}

/// Who signs, with which post, and for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Signature {
    pub name: Stretch,
    pub post: Option<Stretch>,
    /// `KT.`, `TM.`, `TUQ.`, `TL.`, `Q.`
    pub acting_for: Option<&'static str>,
}

impl Official {
    /// Gives the lines of the head their zones: the subject is the title, nothing is a lead or a byline.
    pub(crate) fn mark(&self, zones: &mut [ZoneKind]) {
        for zone in zones.iter_mut().filter(|z| **z != ZoneKind::Heading) {
            *zone = ZoneKind::Body;
        }
        let mut set = |line: Option<usize>, zone: ZoneKind| {
            if let Some(z) = line.and_then(|line| zones.get_mut(line)) {
                *z = zone;
            }
        };
        for &line in &self.national {
            set(Some(line), ZoneKind::Chrome);
        }
        set(self.type_line, ZoneKind::Kicker);
        set(self.subject, ZoneKind::Title);
        set(self.dated, ZoneKind::Dateline);
    }
}

/// The head stands within so many lines.
const HEAD: usize = 16;
/// The signature is looked for in so many lines at the end.
const FOOT: usize = 24;

/// Reads the head, if the text is an official document.
pub(super) fn read(reading: &Reading) -> Option<Official> {
    let lines = || reading.lines.iter().map(|l| l.tokens).take(HEAD);
    let (at, symbol) = lines().enumerate().find_map(|(i, l)| Some((i, symbol_line(reading, l)?)))?;
    let national: Vec<usize> = find_all(reading, is_national);
    let dated = lines().position(|l| is_dated(reading, l));
    let typed = lines().enumerate().find_map(|(i, l)| Some((i, type_line(reading, l)?)));
    if national.is_empty() && dated.is_none() && typed.is_none() {
        return None;
    }
    let begins_subject = |l: Stretch| reading.phrase(l.start, Phrase::BeginsSubject).is_some();
    let below_type = typed.map(|(line, _)| line + 1).filter(|&line| {
        let next = reading.lines.get(line).map(|l| l.tokens);
        next.is_some_and(|l| l.len() > 2 && !is_dated(reading, l) && symbol_line(reading, l).is_none())
    });
    let subject = lines().position(begins_subject).or(below_type);
    let kind = typed.map(|t| t.1).or_else(|| type_of_letters(reading, symbol)).unwrap_or("Công văn");
    let head = [Some(at), dated, typed.map(|t| t.0), subject].into_iter().flatten().max().unwrap_or(at);
    Some(Official { symbol, kind, type_line: typed.map(|t| t.0), subject, dated, national, below: head + 1 })
}

fn find_all(reading: &Reading, fits: impl Fn(&Reading, Stretch) -> bool) -> Vec<usize> {
    let lines = reading.lines.iter().map(|l| l.tokens).take(HEAD).enumerate();
    lines.filter(|&(_, l)| fits(reading, l)).map(|(i, _)| i).collect()
}

/// `Số: 1245/QĐ-UBND`, `Số 12-CT/TU`, alone on its line.
fn symbol_line(reading: &Reading, line: Stretch) -> Option<Stretch> {
    if reading.word(line.start) != w!("số") || line.len() > 16 {
        return None;
    }
    let number = line.start + 1 + usize::from(reading.word(line.start + 1) == w!(":"));
    let joint = [w!("/"), w!("-")];
    let letters = line.tokens().skip(2).any(|i| joint.contains(&reading.word(i)) && reading[i + 1].is_capital());
    (number < line.end && reading[number].is_number() && letters).then_some(line)
}

/// The names of the State and of the Party and the national motto, alone on a line.
fn is_national(reading: &Reading, line: Stretch) -> bool {
    reading.phrase(line.start, Phrase::StateOrMotto).is_some_and(|end| line.end <= end + 1)
}

/// `Quảng Ngãi, ngày 18 tháng 9 năm 2025`.
fn is_dated(reading: &Reading, line: Stretch) -> bool {
    let day = line.tokens().find(|&i| reading.word(i) == w!("ngày"));
    let Some(day) = day.filter(|&d| d > line.start + 1 && d < line.start + 8) else { return false };
    reading.word(day - 1) == w!(",") && reading.word(line.end - 2) == w!("năm") && reading[line.end - 1].is_number()
}

/// A line that is the type of a document in capitals.
fn type_line(reading: &Reading, line: Stretch) -> Option<&'static str> {
    let shouted = reading.is_shouted(line);
    let hit = reading.hits.longest(line.start, Table::DocTypes).filter(|h| h.end as usize + 1 >= line.end)?;
    (shouted && line.len() > 1).then(|| doc_types::TYPE.of(hit.row))
}

/// The type whose letters the symbol holds.
fn type_of_letters(reading: &Reading, symbol: Stretch) -> Option<&'static str> {
    let behind = |i: usize| [w!("/"), w!("-")].contains(&reading.word(i - 1));
    let hit = symbol.tokens().skip(2).filter(|&i| behind(i)).find_map(|i| reading.hits.longest(i, Table::DocTypes))?;
    Some(doc_types::TYPE.of(hit.row))
}

/// A name alone on a line from that one on, and a post above it: `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`, `Đỗ Văn Tấn`.
pub(super) fn signature(reading: &Reading, from: usize) -> Option<Signature> {
    let count = reading.lines.len();
    let line = |i: usize| reading.lines[i].tokens;
    let from = from.max(count.saturating_sub(FOOT));
    for i in (from + 1..count).rev() {
        let name = line(i);
        let is_name = (2..=5).contains(&name.len())
            && reading[name.tokens()].iter().all(|t| t.is_word() && t.is_capital())
            && reading.hits.at(name.start).iter().any(|h| h.table == Table::Surnames)
            && reading.hits.longest(name.start, Table::RoleHeads).is_none();
        if !is_name {
            continue;
        }
        let above = (from..i).rev().take(4);
        let post = above.clone().map(line).find(|l| is_post(reading, *l));
        let acting_for = above.clone().find_map(|l| acting_for(reading, line(l)));
        if post.is_some() || acting_for.is_some() {
            return Some(Signature { name, post, acting_for });
        }
    }
    None
}

/// A post in capitals that fills its line.
fn is_post(reading: &Reading, line: Stretch) -> bool {
    reading.is_shouted(line) && line.len() <= 16 && reading.hits.longest(line.start, Table::RoleHeads).is_some()
}

/// The letters before a post that say for whom somebody signs.
fn acting_for(reading: &Reading, line: Stretch) -> Option<&'static str> {
    let capital = reading[line.start].case != Case::Lower;
    let dotted = reading.word(line.start + 1) == w!(".");
    match reading.word(line.start) {
        x if x == w!("kt") && dotted && capital => Some("KT."),
        x if x == w!("tm") && dotted && capital => Some("TM."),
        x if x == w!("t") && capital && reading.seq(line.start + 1, &[w!("/"), w!("m")]) => Some("TM."),
        x if x == w!("tuq") && dotted && capital => Some("TUQ."),
        x if x == w!("tl") && dotted && capital => Some("TL."),
        x if x == w!("q") && dotted && capital => Some("Q."),
        _ => None,
    }
}
