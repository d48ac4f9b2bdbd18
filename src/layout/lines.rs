//! One line by itself: how long it is, how it ends, which phrase of the sites it holds, whether it is a name.

use super::furniture;
use crate::lexicon::columns::boilerplate::{self, Match, Zone};
use crate::lexicon::{Class, Hit, Phrase, Table};
use crate::limits;
use crate::text::{Case, Reading, Stretch};
use crate::w;
use std::sync::LazyLock;

/// What can be said of a line without looking at the others.
#[derive(Debug, Clone, Default)]
pub(super) struct Look {
    pub syllables: usize,
    /// Ends as a sentence does.
    pub stops: bool,
    /// Ends in a colon.
    pub colon: bool,
    /// Ends in a question mark, also with a space before it.
    pub asks: bool,
    /// Begins with a dash.
    pub dash: bool,
    /// Holds a number in figures.
    pub digits: bool,

    /// Zone of the phrase that fills the line or begins it, as the table of phrases says.
    pub phrase: Option<Zone>,
    /// Zone of a phrase somewhere in it.
    pub contains: Option<Zone>,
    /// Holds a date of day, month and year, and little else.
    pub date: bool,
    /// Nothing but names: initials, or two to five capital words, also several with marks between.
    pub names: bool,
    /// The name of a picture file, or what converters leave in its place (`[img]`).
    pub file: bool,
    /// Tells of people at an occasion, as captions do: begins with somebody, or says that somebody speaks, gives, visits.
    pub scene: bool,
    /// A trail of links.
    pub trail: bool,
    /// An address and little else.
    pub address: bool,
    /// Cells of a table, where it is a row of one; 1 otherwise.
    pub cells: usize,
    /// A credit for the picture stands at its end.
    pub picture: bool,
}

/// Longest line, in syllables, in which a phrase somewhere makes it chrome or caption.
const SHORT: usize = 25;

static FILE: LazyLock<regex::Regex> =
    LazyLock::new(|| regex::Regex::new(r"^[^ ]+\.(?:jpe?g|JPE?G|png|PNG|gif|webp)$").expect("constant pattern"));
static DATE: LazyLock<regex::Regex> = LazyLock::new(|| {
    regex::Regex::new(r"[0-9]{1,2} ?[/.-] ?[0-9]{1,2} ?[/.-] ?[0-9]{4}|[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}")
        .expect("constant pattern")
});

/// Looks at every line.
pub(super) fn look(reading: &Reading) -> Vec<Look> {
    reading.lines.iter().map(|line| look_at(reading, line.tokens)).collect()
}

fn look_at(reading: &Reading, line: Stretch) -> Look {
    let tokens = &reading[line.tokens()];
    let words = tokens.iter().filter(|t| t.is_word());
    let syllables = words.clone().count();
    let last = tokens.last();
    let ends = |mark: u32| last.is_some_and(|t| t.word == mark);
    let before_quote = tokens.iter().rev().find(|t| t.word != w!("\"") && t.word != w!(")")).map_or(0, |t| t.word);
    let stop = [w!("."), w!("!"), w!("?"), w!(";")].contains(&before_quote);
    let text = reading.text(line);
    let digits = tokens.iter().any(|t| t.is_number());
    let mut look = Look {
        syllables,
        stops: stop,
        colon: ends(w!(":")),
        asks: before_quote == w!("?"),
        digits,
        dash: tokens.first().is_some_and(|t| t.word == w!("-")),

        file: line.len() <= 40 && is_file(text.trim()) || is_placeholder(reading, line),
        scene: tells_a_scene(reading, line),
        // a pattern reads only where it may match: most lines are paragraphs, and others may be all there is
        date: digits && syllables <= 14 && line.len() <= 40 && DATE.is_match(text),
        names: is_names(reading, line),
        trail: furniture::is_trail(reading, line),
        address: furniture::is_address(reading, line),
        cells: reading.cells(line).count(),
        picture: picture_credit(reading, line).is_some(),
        ..Look::default()
    };
    phrases(reading, line, &mut look);
    look
}

/// `anh-minh-hoa.jpg`.
fn is_file(text: &str) -> bool {
    text.len() <= limits::FILE && text.contains('.') && !text.contains(' ') && FILE.is_match(text)
}

/// `[img]`, `[image]`, `[ảnh]`.
fn is_placeholder(reading: &Reading, line: Stretch) -> bool {
    line.len() == 3 && reading.word(line.start) == w!("[") && Class::Placeholder.has(reading.word(line.start + 1))
}

/// Begins with a form of address or post, or holds a verb that only people at an occasion do.
fn tells_a_scene(reading: &Reading, line: Stretch) -> bool {
    let begins = reading.hits.at(line.start).iter().any(|h| matches!(h.table, Table::Honorifics | Table::RoleHeads));
    let does = |i: usize| reading.phrase(i, Phrase::Scene).is_some();
    line.len() <= 60 && (begins || line.tokens().any(does))
}

/// The phrases of the table that the line is, begins with, ends with or holds.
fn phrases(reading: &Reading, line: Stretch, look: &mut Look) {
    let is_word = |i: usize| !reading[i].is_mark();
    let Some(first) = line.tokens().find(|&i| is_word(i)) else { return };
    let last = line.tokens().rev().find(|&i| is_word(i)).unwrap_or(first);
    let reach = if look.syllables <= SHORT { line.end } else { first + 1 };
    for at in line.start..reach {
        let next = |hit: &Hit| &reading[hit.end as usize];
        for hit in reading.hits.at(at).iter().filter(|h| h.table == Table::Boilerplate) {
            let (zone, how) = (boilerplate::ZONE.of(hit.row), boilerplate::MATCH.of(hit.row));
            let (begins, ends) = (at <= first, hit.end as usize > last);
            let fits = match how {
                Some(Match::Exact | Match::Home) => begins && ends,
                // `Bài toán nhân lực`, `Nguồn lực cho vùng`, `Thực hiện Nghị quyết …` are headlines
                Some(Match::Mark) => begins && (ends || next(hit).is_mark()),
                Some(Match::Name) => {
                    // in a headline in capitals they tell nothing
                    let capital = next(hit).is_capital() && reading[at].case != Case::Upper;
                    begins && (ends || next(hit).is_mark() || next(hit).is_number() || capital)
                }
                Some(Match::Prefix) => begins && (look.syllables <= SHORT || zone != Some(Zone::Chrome)),
                Some(Match::Suffix) => ends,
                // `Địa chỉ: …`, `Chịu trách nhiệm nội dung: …`; the words alone may head a paragraph
                Some(Match::Label) => {
                    let end = hit.end as usize;
                    (end..(end + 4).min(line.end)).any(|i| reading.word(i) == w!(":"))
                }
                _ => true,
            };
            if !fits {
                continue;
            }
            if matches!(how, Some(Match::Contains | Match::Label)) {
                look.contains = look.contains.or(zone);
            } else {
                // a phrase that is the whole line says more than one that begins it
                look.phrase = if begins && ends { zone } else { look.phrase.or(zone) };
            }
        }
    }
}

/// Only names of people: `Kỳ Nam`, `Đ.BẢO`, `HẢI YẾN - MINH ANH`.
fn is_names(reading: &Reading, line: Stretch) -> bool {
    let tokens = &reading[line.tokens()];
    let (mut run, mut any) = (0, false);
    for (i, t) in tokens.iter().enumerate() {
        if t.is_word() {
            if !t.is_capital() {
                return false;
            }
            run += 1;
            any = true;
            if run > 5 {
                return false;
            }
        } else if any && t.word == w!("(") && tokens.get(i + 1).is_some_and(|t| t.word == w!("theo")) {
            // `Huyền Lê (Theo AFP)`
            break;
        } else if Class::PartsByline.has(t.word) {
            run = 0;
        } else if t.word == w!(".") && i > 0 && tokens[i - 1].letters == 1 || t.word == w!("'") {
        } else if !(t.word == w!(".") && i + 1 == tokens.len()) {
            return false;
        }
    }
    let place = reading.hits.at(line.start).iter().any(|h| h.table == Table::Provinces && h.end as usize == line.end);
    let body = reading
        .hits
        .at(line.start)
        .iter()
        .any(|h| matches!(h.table, Table::BodyHeads | Table::FixedBodies) && h.len() > 1);
    any && !place && !body
}

/// Where the name behind `Ảnh:` at the end of a line begins: `… – Ảnh: Trần Tuyền`, `(Ảnh: X)`, `Ảnh tư liệu`.
pub(super) fn picture_credit(reading: &Reading, line: Stretch) -> Option<usize> {
    let from = line.end.saturating_sub(10).max(line.start);
    (from..line.end).rev().find_map(|i| {
        let photo = reading.word(i) == w!("ảnh") && reading[i].is_capital();
        let colon = reading.word(i + 1) == w!(":") && i + 1 < line.end;
        let after_stop = colon || i > line.start && Class::BeforeCredit.has(reading.word(i - 1));
        let named = colon || reading.tokens.get(i + 1).is_some_and(|t| t.is_capital()) && i + 1 < line.end;
        let archive = reading.seq(i + 1, &[w!("tư"), w!("liệu")]) || reading.seq(i + 1, &[w!("minh"), w!("họa")]);
        (photo && (after_stop || i == line.start) && (named || archive)).then_some(i + 1 + usize::from(colon))
    })
}
