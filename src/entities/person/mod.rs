//! People: the name alone, wherever it stands.
//!
//! A name is a run of capital words. It counts as one of a person's where it begins with a family name, or where
//! what stands before it says so: a form of address, a rank, a post. A run after `tư tưởng`, `đường`, `Trường` …
//! names something else. Names met once in full are known again when they come back short.

mod again;
mod cue;

use super::rule::Begins;
pub(crate) use super::value::Person as Value;
use super::{Board, Proposal, Rule, Value as Any};
use crate::analysis::{Kind, ZoneKind};
use crate::layout::Layout;
use crate::lexicon::columns::surnames::{Freq, Kind as NamePart};
use crate::lexicon::columns::{foreign_names, honorifics, name_cues, surnames};
use crate::lexicon::{Class, Table};
use crate::limits;
use crate::text::syllable::{is_foreign, is_particle};
use crate::text::{Case, Reading, Stretch};
use crate::w;
pub(crate) use cue::is_country;
use cue::{Cue, cue_before};

const NAMES: Begins = Begins::of(&[
    Rule::PersonAddress,
    Rule::PersonCalling,
    Rule::PersonForeign,
    Rule::PersonInitial,
    Rule::PersonList,
    Rule::PersonMinority,
    Rule::PersonPost,
    Rule::PersonPrefix,
    Rule::PersonSurname,
]);

/// Proposes every person.
pub(crate) fn propose(reading: &Reading, layout: &Layout, board: &mut Board) {
    let mut names = Vec::new();
    for credit in &layout.credits {
        let value = Value { credit: Some(credit.credit), addressed: false };
        if add(board, credit.name, 80, Rule::PersonCredit, value) {
            names.push(credit.name);
        }
    }
    if let Some(signature) = layout.signature {
        add(board, signature.name, 75, Rule::PersonSignature, Value::default());
    }
    for at in 0..reading.tokens.len() {
        if let Some(p) = board.ask(NAMES, at, || name_at(reading, layout, board, at)) {
            let calling = p.rule == Rule::PersonCalling && is_foreign(reading, p.at.end - 1);
            let (at, sure) = (p.at, p.strength >= 50 || calling);
            if board.add(p) && sure {
                names.push(at);
            }
        }
    }
    again::propose(reading, layout, board, &names);
}

fn add(board: &mut Board, at: Stretch, strength: u8, rule: Rule, value: Value) -> bool {
    board.add(Proposal { kind: Kind::Person, at, strength, rule, value: Any::Person(value) })
}

/// A person's name that begins at this token.
fn name_at(reading: &Reading, layout: &Layout, board: &Board, at: usize) -> Option<Proposal> {
    if layout.zone(reading, at) == ZoneKind::Chrome || is_inside_other(reading, board, at) {
        return None;
    }
    let cue = cue_before(reading, board, at);
    if cue == Cue::NotPerson || begins_something_else(reading, at, cue) {
        return None;
    }
    let behind_code = at > 0 && reading[at - 1].case == Case::Upper && known_abroad(reading, at).is_some();
    if cue == Cue::None && continues_a_run(reading, board, at) && !behind_code
        || cue == Cue::Address && (is_in_place_name(reading, at) || is_certificate(reading, at))
    {
        return None;
    }
    let run = Run::new(reading, board, at, cue);
    let (strength, rule) = run.rule()?;
    if run.is_headline() || run.is_place_without_cue() {
        return None;
    }
    let value = Value { credit: None, addressed: cue == Cue::Address };
    Some(Proposal { kind: Kind::Person, at: Stretch::new(at, run.end), strength, rule, value: Any::Person(value) })
}

/// The token goes on a word, a form of address, the head of a body, or is a country or part of a listed place.
fn is_inside_other(reading: &Reading, board: &Board, at: usize) -> bool {
    let across = |h: &crate::lexicon::Hit| match h.table {
        // `CKII` in `BS.CKII`
        Table::Honorifics => true,
        // `[HỘI ĐỒNG NHÂN DÂN]`: the rest of a body's head
        Table::BodyHeads => reading[h.start as usize].is_capital() && reading[h.end as usize - 1].is_capital(),
        _ => false,
    };
    is_inside_run(reading, at)
        || board.starting(at).any(is_country)
        || reading.hits.across(at).any(across)
        // `Rịa` in `[Bà Rịa - Vũng Tàu]`
        || super::place::is_inside_listed(reading, board, at) && !is_called_in_full(reading, at)
}

/// `Ông [Tạ Đăng Đoan]`, whatever market is called `Ông Tạ`: a full name behind a form of address.
fn is_called_in_full(reading: &Reading, at: usize) -> bool {
    [w!("ông"), w!("bà")].contains(&reading.word_before(at, 1))
        && begins_full_name(reading, at)
        && reading.same_line(at, at + 2)
        && reading[at + 2].is_capital()
}

/// Capital words that may be a name, and what tells by which rule.
struct Run<'a> {
    reading: &'a Reading,
    board: &'a Board,
    at: usize,
    end: usize,
    cue: Cue,
    surname: Option<Freq>,
    syllables: usize,
    /// It begins with an initial and its dot.
    initialed: bool,
}

impl<'a> Run<'a> {
    fn new(reading: &'a Reading, board: &'a Board, at: usize, cue: Cue) -> Self {
        let end = run_end(reading, board, at, cue);
        let surname = surname_class(reading, at);
        let syllables = reading[at..end].iter().filter(|t| t.is_word()).count();
        let initialed = reading[at].letters == 1 && reading.word(at + 1) == w!(".") && end > at + 2;
        Self { reading, board, at, end, cue, surname, syllables, initialed }
    }

    /// The rule that makes a name of the run, and its strength: the first line that fits.
    fn rule(&self) -> Option<(u8, Rule)> {
        use Cue::{Address, Calling, List, None as Alone, Post};
        const MOST: usize = limits::PERSON;
        Some(match (self.cue, self.surname, self.syllables) {
            (_, _, 0) => return None,
            _ if self.holds_another() => return None,
            (Alone | Calling, _, _) if self.is_item() => return None,
            (Post, None, _) if self.is_behind_colon() && !self.has_prefix() => return None,
            (Address, _, 1) if is_first_of_a_word(self.reading, self.at) => return None,
            (Address, _, 1..=MOST) => (70, Rule::PersonAddress),
            (Post | List, _, 2..=4) if self.initialed => (62, Rule::PersonInitial),
            (Calling, _, 2..=4) if self.is_hidden() => (62, Rule::PersonInitial),
            (Alone, _, 3..=4) if self.is_hidden() && self.is_told_of() => (62, Rule::PersonInitial),
            (Post | Calling | List, Some(_), 2) if is_place_by_name(self.board, self.at, self.end) => return None,
            (Post, Some(_), 2..=MOST) => (70, Rule::PersonPost),
            (Post, None, 2..=4) if !self.is_place() => (60, Rule::PersonPost),
            (Post, None, 1) if is_foreign(self.reading, self.at) && !self.is_place() => (58, Rule::PersonPost),
            (Post, None, 5..=MOST) if self.has_prefix() || self.is_all_abroad() => (60, Rule::PersonPost),
            (Post, _, 1) if self.is_short_behind_post() => (56, Rule::PersonPost),
            (Calling, Some(_), 2..=MOST) => (65, Rule::PersonCalling),
            (Calling, None, 2..=3) if !self.is_place() => (45, Rule::PersonCalling),
            (Alone, Some(_), 3..=5) if self.is_full_name() => (60, Rule::PersonSurname),
            (Alone, Some(Freq::A | Freq::B), 2) if self.is_short_name() => (48, Rule::PersonSurname),
            (List, Some(_), 2..=5) => (62, Rule::PersonList),
            (List, None, 2) if self.is_two_given_names() => (50, Rule::PersonList),
            (List | Calling, None, 2..=MOST) if self.has_prefix() => (62, Rule::PersonPrefix),
            (Alone, None, 3..=MOST)
                if self.has_prefix() && self.ends_as_prefixed() && self.reading.word(self.at + 1) != w!("'") =>
            {
                (50, Rule::PersonPrefix)
            }
            (Alone | Calling | List, None | Some(Freq::C | Freq::D), 2..=4) if self.is_foreign_name() => {
                (51, Rule::PersonForeign)
            }
            (Alone | List, _, 1) if self.is_family_name_abroad() && !self.is_place() => (49, Rule::PersonForeign),
            _ if is_minority_name(self.reading, self.at, self.end) && !self.is_led() => (58, Rule::PersonMinority),
            _ => return None,
        })
    }

    /// `tỉnh Đoàn Bắc Ninh Nguyễn Nhân Chinh`: behind a place in it a full name begins.
    fn holds_another(&self) -> bool {
        let place = |at: usize| self.board.ending(at).any(|p| p.kind == Kind::Place && p.at.start > self.at);
        let long = self.syllables >= limits::PERSON;
        (self.at + 2..self.end.saturating_sub(2)).any(|at| (long || place(at)) && begins_full_name(self.reading, at))
    }

    /// `Mục A. Quy định chung`: an initial that no form of address, post or list announces may be anything.
    fn is_item(&self) -> bool {
        self.initialed && self.reading[self.at + 2].spaced
    }

    /// `[Bộ trưởng Công Thương]: [Luật Điện lực]`: a headline goes on behind its colon.
    fn is_behind_colon(&self) -> bool {
        self.at > 0 && self.reading.word(self.at - 1) == w!(":")
    }

    /// `làm việc với N.V.A (42 tuổi)`: whom the police do not name.
    fn is_hidden(&self) -> bool {
        let run = &self.reading[self.at..self.end];
        run.iter().all(|t| t.is_capital() && t.letters == 1 || t.word == w!(".") && !t.spaced)
    }

    fn is_told_of(&self) -> bool {
        told_of(self.reading, self.end)
    }

    fn is_place(&self) -> bool {
        is_place(self.board, self.at, self.end)
    }

    fn has_prefix(&self) -> bool {
        has_prefix(self.reading, self.at)
    }

    fn sounds_given(&self) -> bool {
        sounds_given(self.reading, self.end)
    }

    /// `Y Thanh Hà Niê Kđăm`: behind the prefix the Ê Đê and Mnông have their family name last.
    fn ends_as_prefixed(&self) -> bool {
        let family = |h: &crate::lexicon::Hit| {
            h.table == Table::Surnames && h.start as usize > self.at && surnames::FREQ.of(h.row) == Some(Freq::D)
        };
        self.sounds_given() || self.reading.hits.ending(self.end).any(family)
    }

    /// `Luiz Inácio Lula da Silva`
    fn is_all_abroad(&self) -> bool {
        is_foreign(self.reading, self.at) && is_foreign(self.reading, self.end - 1) && !self.is_place()
    }

    /// `Thủ tướng May cho biết`, `Bí thư Thọ nói`
    fn is_short_behind_post(&self) -> bool {
        self.is_told_of() && !self.is_behind_colon() && !is_first_of_a_word(self.reading, self.at) && !self.is_place()
    }

    /// `[Nguyễn Văn Bình]` without a word about it.
    fn is_full_name(&self) -> bool {
        sounds_vietnamese(self.reading, self.at, self.end)
            && !ends_inside_place(self.board, self.at)
            && !is_word_before_place(self.reading, self.board, self.at, self.end)
    }

    fn is_short_name(&self) -> bool {
        !ends_inside_place(self.board, self.at) && !self.is_place() && self.sounds_given()
    }

    /// `Quang Hải, Tiến Linh`: two given names, as players and artists are called by.
    fn is_two_given_names(&self) -> bool {
        sounds_given(self.reading, self.at + 1)
            && self.sounds_given()
            && !self.is_place()
            && self.board.longest(Kind::Organization, self.at).is_none()
    }

    /// `[Emma Watson]` by its given name, its place in a list, or what follows.
    fn is_foreign_name(&self) -> bool {
        (self.at..self.end).any(|i| is_foreign(self.reading, i))
            && !self.is_place()
            && self.board.longest(Kind::Organization, self.at).is_none()
            && !ends_as_body(self.reading, self.at, self.end)
            && (known_abroad(self.reading, self.at) == Some(foreign_names::Kind::Given)
                || self.cue == Cue::List
                || self.is_told_of())
    }

    fn is_family_name_abroad(&self) -> bool {
        known_abroad(self.reading, self.at) == Some(foreign_names::Kind::Family)
    }

    fn is_led(&self) -> bool {
        Class::PeopleLead.has(self.reading.word_before(self.at, 1))
    }

    /// Capitals tell nothing in a line of capitals: without a family name only a form of address or a post does.
    fn is_headline(&self) -> bool {
        self.surname.is_none() && !matches!(self.cue, Cue::Address | Cue::Post) && is_shouted(self.reading, self.at)
    }

    /// A place of the same name, where nothing announces a person.
    fn is_place_without_cue(&self) -> bool {
        let province = |p: &Proposal| p.rule == Rule::PlaceProvince && p.at.end >= self.end;
        self.cue == Cue::None && (self.board.starting(self.at).any(province) || self.syllables < 4 && self.is_place())
    }
}

/// `Bà Rịa`, `[Bà Nà]`, `Ông Lãnh`: the form of address is part of a place that the tables have. A commune gives way to
/// a syllable that people are called by.
fn is_in_place_name(reading: &Reading, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|&b| reading[b].is_capital()) else { return false };
    if is_called_in_full(reading, at) {
        return false;
    }
    [w!("bà"), w!("ông")].contains(&reading.word(before))
        && reading.hits.at(before).iter().any(|h| match h.table {
            Table::Provinces | Table::Districts | Table::Regions => h.end as usize > at,
            Table::Communes | Table::CommunesBefore => h.end as usize > at && !sounds_given(reading, at + 1),
            _ => false,
        })
}

/// `Anh B1`, `Tiếng Anh C`: how well somebody knows English, in a table.
fn is_certificate(reading: &Reading, at: usize) -> bool {
    let letter = reading[at].letters == 1 && reading.word_before(at, 1) == w!("anh");
    let next = &reading[at + 1];
    let closes = !reading.same_line(at, at + 1) || next.is_number() && !next.spaced;
    let tongue = reading.word_before(at, 2) == w!("tiếng") || at > 0 && reading[at - 1].is_capital();
    letter && closes && tongue
}

/// A form of address, a post or a body begins here: its first word is no name, even if some family bears it.
fn begins_something_else(reading: &Reading, at: usize, cue: Cue) -> bool {
    // `đồng chí [Đoàn Thị Hồng]`
    let addressed = cue == Cue::Address && surname_class(reading, at).is_some() && is_middle(reading, at + 1);
    let frequent = matches!(surname_class(reading, at), Some(Freq::A | Freq::B)) || addressed;
    reading.hits.at(at).iter().any(|h| match h.table {
        // `[Lăng Trần Văn Ơn]`, `[Cung Trần Hưng Đạo]`
        Table::NotPersons => !frequent && begins_full_name(reading, h.end as usize),
        Table::Honorifics | Table::RoleHeads => h.len() > 1 || !frequent,
        Table::BodyHeads | Table::FixedBodies => {
            h.len() > 1 || !frequent && surname_class(reading, at) == Some(Freq::D)
        }
        _ => false,
    })
}

/// A given name of the world (`Donald`, `Cristiano`) or a family name that stands alone (`Putin`) begins here.
fn known_abroad(reading: &Reading, at: usize) -> Option<foreign_names::Kind> {
    let title = reading[at].case == Case::Title;
    reading.hits.longest(at, Table::ForeignNames).filter(|_| title).and_then(|h| foreign_names::KIND.of(h.row))
}

/// What follows says that somebody was named: a verb of saying, an age, a kinship or calling behind a comma.
fn told_of(reading: &Reading, end: usize) -> bool {
    let Some(before) = end.checked_sub(1) else { return false };
    if !reading.same_line(before, end) {
        return false;
    }
    let aged = |i: usize| reading.tokens.get(i).is_some_and(|t| t.is_number()) && reading.word(i + 1) == w!("tuổi");
    if [w!(","), w!("(")].contains(&reading.word(end)) {
        // `[Lê Văn An], một chuyên gia kinh tế`, `[Lê Văn An], tiền đạo của đội`; `[Lê Văn An], ông [Trần Bình]` are
        // two
        let one = usize::from(reading.word(end + 1) == w!("một"));
        let of_people = |h: &crate::lexicon::Hit| {
            (h.table == Table::RoleHeads
                || h.table == Table::Honorifics && honorifics::WEIGHT.of(h.row) == Some(honorifics::Weight::Weak))
                && !reading[h.start as usize].is_capital()
        };
        let end = end + one;
        return aged(end + 1)
            || Class::TellsWhoIs.has(reading.word(end + 1))
            || reading.hits.at(end + 1).iter().any(of_people);
    }
    let helper = Class::BeforeVerb.has(reading.word(end));
    let verb = end + usize::from(helper);
    reading.hits.longest(verb, Table::SpeechVerbs).is_some()
}

/// A capital word touches from the left and nothing ends there: the middle of a longer name (`Việt Kiều Hải Phòng`).
fn continues_a_run(reading: &Reading, board: &Board, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|&b| reading.same_line(b, at)) else { return false };
    let touches = reading[before].case == Case::Title && reading[before].is_word();
    touches && reading.sentence_of(before).start != before && board.ending(at).next().is_none()
}

/// Capital words in a row from here, as far as one name may go: it stops before a place, a post or a body that
/// begins there, and before a word that would be a second family name of a list without commas.
fn run_end(reading: &Reading, board: &Board, at: usize, cue: Cue) -> usize {
    let shouted = reading[at].case == Case::Upper;
    let mut end = at;
    let mut syllables = 0;
    while let Some(token) = reading.tokens.get(end) {
        if end > at && (token.cell != reading[at].cell || syllables >= limits::PERSON) {
            break;
        }
        let joined = end > at && is_name_joint(reading, end);
        // `[Trần Văn Nam]-[Giám đốc]`: a dash without spaces before a post
        if joined && token.word == w!("-") && reading.hits.longest(end + 1, Table::RoleHeads).is_some() {
            break;
        }
        if !joined && !token.is_capital() {
            // `[Ursula von der Leyen]`
            let particles = (end..end + 3).take_while(|&i| reading.same_line(at, i) && is_particle(reading, i)).count();
            let goes_on = end > at
                && particles > 0
                && is_foreign(reading, end - 1)
                && reading.same_line(at, end + particles)
                && reading[end + particles].is_capital();
            if goes_on {
                end += particles;
                syllables += particles;
                continue;
            }
            break;
        }
        if end > at && !joined {
            // `[Nguyễn Đoàn Hồng]`: behind a family name a middle one
            let middle = syllables == 1 && surname_class(reading, at).is_some() && is_middle(reading, end);
            let begins_other = board.starting(end).any(|p| {
                matches!(p.kind, Kind::Role | Kind::Organization) && p.at.len() > 1 && !(middle && p.at.len() == 2)
                    || p.kind == Kind::Place && p.at.len() > 1 && cue != Cue::None && syllables >= 2
            });
            if begins_other || (!shouted && token.case == Case::Upper && token.end - token.start > 2) {
                break;
            }
        }
        syllables += usize::from(token.is_word());
        end += 1;
    }
    // a joint at the end belongs to what follows
    while end > at && !reading[end - 1].is_word() {
        end -= 1;
    }
    end
}

/// An apostrophe or hyphen inside a name (`H'Hồng`, `ông [Kim Jong-un]`), or the dot of an initial (`Đ.BẢO`).
fn is_name_joint(reading: &Reading, at: usize) -> bool {
    if is_tail_of_joint(reading, at) {
        return true;
    }
    let (Some(mark), Some(next)) = (reading.tokens.get(at), reading.tokens.get(at + 1)) else { return false };
    let before = &reading[at - 1];
    // `V. Putin`: an initial, its dot, a space
    let initial = before.letters == 1 && before.is_capital() && mark.word == w!(".") && !mark.spaced;
    if initial && next.spaced && next.cell == mark.cell && next.case == Case::Title && next.letters > 1 {
        return true;
    }
    // `K' Nhiễu`: a prefix, its apostrophe, a space
    if mark.word == w!("'") && !mark.spaced && has_prefix(reading, at - 1) && next.spaced && next.cell == mark.cell {
        return next.is_capital();
    }
    let joint = mark.word == w!("'")
        || mark.word == w!("-") && !is_post_or_family(reading, at + 1)
        || (mark.word == w!(".") && before.letters == 1);
    joint && next.is_word() && !next.spaced && !mark.spaced && next.cell == mark.cell
}

/// What stands behind a dash begins a post or another name (`ông [A]-[Giám đốc] …`).
fn is_post_or_family(reading: &Reading, at: usize) -> bool {
    reading[at].is_capital()
        && (surname_class(reading, at).is_some()
            || reading.hits.at(at).iter().any(|h| matches!(h.table, Table::RoleHeads | Table::BodyHeads)))
}

/// The lower-case part behind a joint: `un` in `ông [Kim Jong-un]`.
fn is_tail_of_joint(reading: &Reading, at: usize) -> bool {
    let Some(token) = reading.tokens.get(at) else { return false };
    let before = &reading[at - 1];
    token.is_word() && !token.spaced && before.is_mark() && (before.word == w!("-") || before.word == w!("'"))
}

fn is_inside_run(reading: &Reading, at: usize) -> bool {
    at > 0 && !reading[at].spaced && reading.same_line(at - 1, at) && reading[at - 1].is_word()
}

/// Frequency class of the family name that begins here; compound ones (`Rơ Châm`, `ông [Tôn Thất Bách]`) too.
fn surname_class(reading: &Reading, at: usize) -> Option<Freq> {
    reading.hits.family_names(at).filter_map(|h| surnames::FREQ.of(h.row)).min()
}

/// The last syllable is one that people are called by, or the middle is one of names (`Văn`, `Thị`) and the last
/// ends as Vietnamese syllables do.
fn sounds_vietnamese(reading: &Reading, at: usize, end: usize) -> bool {
    let foreign = reading
        .token_text(end - 1)
        .ends_with(['b', 'd', 'f', 'j', 'k', 'l', 'q', 'r', 's', 'v', 'w', 'x', 'z', 'I', 'V', 'X']);
    sounds_given(reading, end) || is_middle(reading, at + 1) && !foreign
}

/// A capital syllable that stands in the middle of names: `Văn`, `Thị`.
fn is_middle(reading: &Reading, at: usize) -> bool {
    reading[at].is_capital() && reading.hits.name_parts(at, NamePart::Middle).next().is_some()
}

/// A place stands across the token: `Mai` in `[phường Tương Mai] [Võ Xuân Trọng]` begins no name.
fn ends_inside_place(board: &Board, at: usize) -> bool {
    (at + 1..=at + 3).any(|end| board.ending(end).any(|p| p.kind == Kind::Place && p.at.start < at))
}

/// The last syllable is one that people are called by.
fn sounds_given(reading: &Reading, end: usize) -> bool {
    let is = |kind| reading.hits.name_parts(end - 1, kind).next().is_some();
    is(NamePart::Given) || is(NamePart::Middle)
}

/// The run is a place of the gazetteer, or lies inside one.
fn is_place(board: &Board, at: usize, end: usize) -> bool {
    places_over(board, at, end).next().is_some()
}

/// As [`is_place`], but not by a word for a unit in front, which some families bear too: `Phạm Duy, Cung Tiến`.
fn is_place_by_name(board: &Board, at: usize, end: usize) -> bool {
    places_over(board, at, end).any(|p| p.rule != Rule::PlaceUnit)
}

/// Places that begin or end with the run and hold it.
fn places_over(board: &Board, at: usize, end: usize) -> impl Iterator<Item = &Proposal> {
    let beginning = board.starting(at).filter(move |p| p.at.end >= end);
    let ending = board.ending(end).filter(move |p| p.at.start <= at);
    beginning.chain(ending).filter(|p| p.kind == Kind::Place)
}

/// `Từ Cao Bằng đến Cà Mau`: a preposition with the capital of its sentence, and a place.
fn is_word_before_place(reading: &Reading, board: &Board, at: usize, end: usize) -> bool {
    super::place::opens_with_preposition(reading, at)
        && board.longest(Kind::Place, at + 1).is_some_and(|p| p.at.end == end)
}

/// `[Watson Group]`, `[Bangor Times]`: the last word is one that names of bodies end with.
fn ends_as_body(reading: &Reading, at: usize, end: usize) -> bool {
    reading.hits.ending(end).any(|h| {
        h.table == Table::NameCues
            && h.start as usize > at
            && is_foreign(reading, h.start as usize)
            && name_cues::KIND.of(h.row) == Some(Kind::Organization)
    })
}

/// `Thạc sĩ Quản lý hành chính`, `Tiến sĩ Luật`: a field of study behind a degree.
fn is_first_of_a_word(reading: &Reading, at: usize) -> bool {
    let word = |h: &crate::lexicon::Hit| {
        matches!(h.table, Table::Compounds | Table::Fields | Table::NameWords | Table::Countables) && h.len() > 1
    };
    let goes_on = reading.same_line(at, at + 1) && reading[at + 1].case == Case::Lower;
    let degree = at > 0 && [w!("sĩ"), w!("sỹ"), w!("nhân"), w!("sư")].contains(&reading.word(at - 1));
    let field = |h: &crate::lexicon::Hit| matches!(h.table, Table::Fields | Table::DocTypes);
    goes_on && reading.hits.at(at).iter().any(word) || degree && reading.hits.at(at).iter().any(field)
}

/// A prefix of the Central Highlands (`Y`, `A`, `H'`, `K'`) begins here, written as one letter.
fn has_prefix(reading: &Reading, at: usize) -> bool {
    reading[at].letters == 1 && reading.hits.name_parts(at, NamePart::Prefix).next().is_some()
}

/// `[H'Hồng Niê]`, `[Ksor H'Bơ Khăp]`: an apostrophe behind a prefix, or within a name that begins with a family name.
fn is_minority_name(reading: &Reading, at: usize, end: usize) -> bool {
    let apostrophe = |i: usize| reading.word(i) == w!("'") && !reading[i].spaced;
    (has_prefix(reading, at) && end > at + 2 && apostrophe(at + 1))
        || (surname_class(reading, at).is_some() && (at + 1..end).any(apostrophe))
}

/// The whole line is in capitals, as headlines are: capitals tell nothing there.
fn is_shouted(reading: &Reading, at: usize) -> bool {
    let line = reading.line(at);
    let words = reading[line.tokens()].iter().take(limits::HEADLINE).filter(|t| t.is_word() && t.letters > 1);
    let (mut upper, mut all) = (0, 0);
    for t in words {
        all += 1;
        upper += usize::from(t.case == Case::Upper);
    }
    all > 3 && upper * 10 >= all * 8
}

/// A family name that the Kinh do not bear, and a capital word behind it (`anh [Siu Thoai]`, `[Rơ Châm H'Phik]`).
pub(crate) fn begins_minority_name(reading: &Reading, at: usize) -> bool {
    reading.hits.family_names(at).next().is_some_and(|h| {
        let end = h.end as usize;
        surnames::FREQ.of(h.row) == Some(Freq::D)
            && reading[at].is_capital()
            && reading.same_line(at, end)
            && reading[end].is_capital()
    })
}

/// A frequent family name and at least two more capital words: a full name, whatever stands around it. Used to
/// end the names of bodies before the person who heads them.
pub(crate) fn begins_full_name(reading: &Reading, at: usize) -> bool {
    let Some(token) = reading.tokens.get(at) else { return false };
    let capital = |i: usize| reading.tokens.get(i).is_some_and(|t| t.case == token.case) && reading.same_line(at, i);
    if !token.is_capital() || !capital(at + 1) {
        return false;
    }
    match surname_class(reading, at) {
        Some(Freq::A | Freq::B) => true,
        Some(Freq::C) => {
            // `Tập đoàn Phúc Sơn Nguyễn Văn Hậu`: the name begins with the more frequent family name
            let frequent = || matches!(surname_class(reading, at + 1), Some(Freq::A | Freq::B));
            capital(at + 2) && !(capital(at + 3) && is_middle(reading, at + 2) && frequent())
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Kind;
    use crate::entities::testing::check;

    #[test]
    fn names_stand_beside_posts_and_forms_of_address() {
        check(
            Kind::Person,
            &[
                ("Trưởng Ban Tổ chức Tỉnh ủy Phan Văn Hưng chủ trì", "Phan Văn Hưng"),
                ("Trưởng ban Tổ chức Tỉnh ủy - Lê Thanh Bình cho biết", "Lê Thanh Bình"),
                ("Đại tá, TS. Lê Minh Đức nói", "Lê Minh Đức"),
                ("đồng chí Huyến và bà H'Hồng dự", "Huyến|H'Hồng"),
                ("ông Đoàn Văn Cường-Giám đốc Công ty nêu", "Đoàn Văn Cường"),
                ("Tổng thống Mỹ Donald Trump điện đàm", "Donald Trump"),
                ("Chủ tịch HĐND phường Tương Mai Võ Xuân Hòa nêu", "Võ Xuân Hòa"),
            ],
        );
    }

    #[test]
    fn names_of_other_peoples() {
        check(
            Kind::Person,
            &[
                ("Các đồng chí: Ksor H'Bơ Khăp, Y Thông, Rơ Châm H'Hồng", "Ksor H'Bơ Khăp|Y Thông|Rơ Châm H'Hồng"),
                ("ông Giàng A Dính và ông Lò Văn Muôn", "Giàng A Dính|Lò Văn Muôn"),
            ],
        );
    }

    #[test]
    fn what_looks_like_a_name_and_is_none() {
        check(
            Kind::Person,
            &[
                ("theo tư tưởng Hồ Chí Minh", ""),
                ("trên đường Lê Lợi và Trường THPT Nguyễn Du", ""),
                ("ở số 5 Trần Thánh Tông, quận Hai Bà Trưng", ""),
                ("tỉnh Hà Nam và Cao Bằng", ""),
            ],
        );
    }
}
