//! Letter case where a line shouts: headlines and headings in capitals are read as if they were in mixed case.
//!
//! Only [`Token::case`](super::Token) changes, and with it what a capital tells: names of the tables get the capitals of their
//! forms, names of people those of names, all other words none. Abbreviations and Roman numbers stay as they are. The rules
//! then ask for what they ask for in any text: a name without a post, a form of address or a mention elsewhere stays open.

use super::syllable::spells_syllable;
use super::{Case, Reading, Stretch, tokens_of};
use crate::lexicon::columns::{place_units, surnames};
use crate::lexicon::{Class, Hit, Table, first_forms};
use crate::w;

/// Fewer words are a name or a code, and those are written in capitals for themselves.
const FEWEST: usize = 4;
/// Syllables of the longest name that is looked for elsewhere in the text.
const NAME: usize = 5;

/// The words of a name, zeros behind.
type Name = [u32; NAME];

/// Gives the words of shouted lines, and of shouted names in other lines, the case that mixed writing has.
pub(super) fn restore(reading: &mut Reading) {
    let upper = |i: usize| reading[i].case == Case::Upper;
    let shouts = |line: Stretch| {
        let words = line.tokens().filter(|&i| reading[i].is_word() && reading[i].letters > 1);
        let (all, upper) = words.fold((0, 0), |(all, loud), i| (all + 1, loud + usize::from(upper(i))));
        (upper > 1).then_some(all >= FEWEST && upper * 10 >= all * 8)
    };
    let loud: Vec<(Stretch, bool)> = reading.lines.iter().filter_map(|l| Some((l.tokens, shouts(l.tokens)?))).collect();
    if loud.is_empty() {
        return;
    }
    let names = names(reading);
    let mut cases: Vec<(usize, Case)> = Vec::new();
    for (line, shouted) in loud {
        for run in runs(reading, line) {
            let reader = Reader { reading, names: &names, run };
            let headed = run.tokens().any(|i| reader.head(i).is_some());
            let speaks = headed || run.len() >= FEWEST && !(run.len() <= NAME && reader.may_be_credit(run.start));
            let named = || run.tokens().any(|i| reader.place_behind_unit(i).is_some());
            if shouted && speaks || reader.head(run.start).is_some() || named() {
                reader.read(run.start == line.start, &mut cases);
            }
        }
    }
    for (at, case) in cases {
        if let Some(token) = reading.tokens.get_mut(at) {
            token.case = case;
        }
    }
}

/// Names of people in mixed case, in order: what begins with a family name in a row of capital words, to its end.
fn names(reading: &Reading) -> Vec<Name> {
    let mut out = Vec::new();
    let titled = |i: usize| reading[i].case == Case::Title && reading[i].letters > 1;
    let mut end = reading.tokens.len();
    for at in (0..reading.tokens.len()).rev() {
        if !titled(at) {
            end = at;
        } else if !reading.same_line(at, end - 1) {
            end = at + 1;
        }
        if (2..=NAME).contains(&(end - at)) && reading.hits.begins_family_name(at) {
            out.push(name(reading, at, end));
        }
    }
    out.sort_unstable();
    out
}

fn name(reading: &Reading, at: usize, end: usize) -> Name {
    std::array::from_fn(|i| if at + i < end { reading.word(at + i) } else { 0 })
}

/// Words in capitals with nothing but numbers between them, in one cell.
fn runs(reading: &Reading, line: Stretch) -> Vec<Stretch> {
    let loud = |i: usize| {
        let t = &reading[i];
        t.is_word() && (t.case == Case::Upper || t.letters == 1 && t.case == Case::Title)
    };
    let mut out = Vec::new();
    let mut at = line.start;
    while at < line.end {
        if !loud(at) {
            at += 1;
            continue;
        }
        let goes_on = |&i: &usize| (loud(i) || reading[i].is_number()) && reading.same_line(at, i);
        let next = at + (at..line.end).take_while(goes_on).count();
        let mut end = next;
        while reading[end - 1].is_number() {
            end -= 1;
        }
        if end > at + 1 {
            out.push(Stretch::new(at, end));
        }
        at = next;
    }
    out
}

/// What the words before tell of those that follow.
#[derive(Default)]
struct Heard {
    /// A post or form of address: a person's name may follow.
    person: bool,
    /// A body, whose field may follow.
    body: bool,
}

struct Reader<'a> {
    reading: &'a Reading,
    names: &'a [Name],
    run: Stretch,
}

impl Reader<'_> {
    fn read(&self, begins_line: bool, cases: &mut Vec<(usize, Case)>) {
        let mut heard = Heard::default();
        let mut at = self.run.start;
        while at < self.run.end {
            if self.stays(at) && self.place_behind_unit(at).is_none() {
                heard.body |= self.hit(at, Table::BodyHeads).is_some();
                heard.person |= self.hit(at, Table::Honorifics).is_some();
                at += 1;
                continue;
            }
            let end = self.step(at, &mut heard, cases);
            at = end.max(at + 1);
        }
        if begins_line && !self.stays(self.run.start) {
            cases.push((self.run.start, Case::Title));
        }
    }

    /// A name or a degree begins here: a short line may be an author's name, and those are read in capitals.
    fn may_be_credit(&self, at: usize) -> bool {
        self.part(at, &[surnames::Kind::Surname]).is_some() || self.hit(at, Table::Honorifics).is_some()
    }

    /// Reads what begins at a word, and gives the token behind it.
    fn step(&self, at: usize, heard: &mut Heard, cases: &mut Vec<(usize, Case)>) -> usize {
        let mut give = |from: usize, to: usize, case: Case| {
            cases.extend((from..to).filter(|&i| !self.stays(i)).map(|i| (i, case)));
            to
        };
        // `xã hội`, `phục vụ`: no unit, head, or name begins inside a longer word
        let word = self.hit(at, Table::Compounds).map_or(0, |h| h.end as usize);
        // `bộ công an` is a word too
        let word = if self.body_with_field(at).is_some_and(|end| end >= word) { 0 } else { word };
        let inside = |end: usize| word > end;
        if let Some((unit, place)) = self.place_behind_unit(at) {
            give(at, unit, Case::Lower);
            heard.body = false;
            return give(unit, place, Case::Title);
        }
        if let Some(end) = self.person(at, heard.person) {
            *heard = Heard::default();
            return give(at, end, Case::Title);
        }
        // before the heads: `CÔNG AN` is a field behind `BỘ`
        if let Some(field) = self.hit(at, Table::Fields).filter(|_| heard.body) {
            heard.body = false;
            for i in at..field.end as usize {
                let joined = i == at || [w!("và"), w!("-"), w!(",")].contains(&self.reading.word(i - 1));
                give(i, i + 1, if joined { Case::Title } else { Case::Lower });
            }
            return field.end as usize;
        }
        if let Some(hit) = self.head(at).filter(|h| !inside(h.end as usize)) {
            heard.person |= hit.table == Table::RoleHeads;
            heard.body = hit.table == Table::BodyHeads;
            self.as_written(hit, cases);
            return hit.end as usize;
        }
        if let Some(unit) = self.unit(at).filter(|&unit| !inside(unit)) {
            return give(at, unit, Case::Lower);
        }
        if let Some(hit) = self.hit(at, Table::Honorifics).filter(|h| !inside(h.end as usize)) {
            heard.person = true;
            return give(at, hit.end as usize, Case::Lower);
        }
        let place = [Table::Provinces, Table::Regions, Table::LunarYears]
            .into_iter()
            .filter_map(|t| self.hit(at, t))
            .max_by_key(|h| h.len());
        if let Some(place) = place.filter(|h| h.len() > 1 && !self.is_word(at, h.end as usize)) {
            return give(at, place.end as usize, Case::Title);
        }
        *heard = Heard::default();
        // the Party is always written so
        let case = if self.reading.word(at) == w!("đảng") && word == 0 { Case::Title } else { Case::Lower };
        give(at, word.max(at + 1), case)
    }

    fn hit(&self, at: usize, table: Table) -> Option<&Hit> {
        self.reading.hits.at(at).iter().find(|h| h.table == table && h.end as usize <= self.run.end)
    }

    /// Abbreviations, Roman numbers, letters of a code, words of other languages.
    fn stays(&self, at: usize) -> bool {
        let token = &self.reading[at];
        let text = self.reading.token_text(at);
        let joint = [w!("/"), w!("-"), w!("&"), w!(".")];
        let before = self.reading.word_before(at, 1);
        let code = !token.spaced && (joint.contains(&before) || self.reading[at.saturating_sub(1)].is_number());
        let roman = text.chars().all(|c| "IVX".contains(c));
        code || token.is_number() || roman || text.is_ascii() && !spells_syllable(text)
    }

    /// The head of a body, post, event or document, by its longest form; one syllable tells only before its field or unit.
    fn head(&self, at: usize) -> Option<&Hit> {
        const HEADS: [Table; 6] =
            [Table::DocTypes, Table::EventHeads, Table::Days, Table::RoleHeads, Table::FixedBodies, Table::BodyHeads];
        let hit = HEADS.into_iter().filter_map(|t| self.hit(at, t)).max_by_key(|h| h.len())?;
        let end = hit.end as usize;
        let goes_on = || self.hit(end, Table::Fields).is_some() || self.unit(end).is_some();
        (hit.len() > 1 || hit.table == Table::BodyHeads && goes_on()).then_some(hit)
    }

    /// The end of the head of a body with its field: `BỘ CÔNG AN`.
    fn body_with_field(&self, at: usize) -> Option<usize> {
        let head = self.head(at).filter(|h| h.table == Table::BodyHeads)?;
        self.hit(head.end as usize, Table::Fields).map(|field| field.end as usize)
    }

    /// A unit of territory, and the place of the tables behind it.
    fn place_behind_unit(&self, at: usize) -> Option<(usize, usize)> {
        const PLACES: [Table; 4] = [Table::Provinces, Table::Districts, Table::Communes, Table::CommunesBefore];
        let unit = self.unit(at)?;
        let place = PLACES.into_iter().filter_map(|t| self.hit(unit, t)).max_by_key(|h| h.len())?;
        Some((unit, place.end as usize))
    }

    fn unit(&self, at: usize) -> Option<usize> {
        let hit = self.hit(at, Table::PlaceUnits)?;
        place_units::LEVEL.of(hit.row).filter(|&level| level <= place_units::Level::Village).map(|_| hit.end as usize)
    }

    /// A word of several syllables that is no name (`hòa bình`).
    fn is_word(&self, at: usize, end: usize) -> bool {
        self.hit(at, Table::Compounds).is_some_and(|h| h.end as usize >= end)
    }

    /// The end of the part of a name that stands here.
    fn part(&self, at: usize, kinds: &[surnames::Kind]) -> Option<usize> {
        let hits =
            self.reading.hits.at(at).iter().filter(|h| h.table == Table::Surnames && h.end as usize <= self.run.end);
        hits.filter(|h| surnames::KIND.of(h.row).is_some_and(|kind| kinds.contains(&kind)))
            .map(|h| h.end as usize)
            .max()
    }

    fn is_given(&self, at: usize) -> bool {
        self.part(at, &[surnames::Kind::Given, surnames::Kind::Middle]).is_some()
    }

    /// The end of a person's name that begins here: one that the text also has in mixed case; else, behind a post or a form of
    /// address or with `Văn` or `Thị`, a family name and given ones of the tables up to where something else begins.
    fn person(&self, at: usize, awaited: bool) -> Option<usize> {
        let family = self.part(at, &[surnames::Kind::Surname])?;
        let longest = self.run.end.min(at + NAME);
        let known = |&end: &usize| self.names.binary_search(&name(self.reading, at, end)).is_ok();
        if let Some(end) = (at + 2..=longest).rev().find(known) {
            return Some(end);
        }
        let middle = |i: usize| [w!("văn"), w!("thị")].contains(&self.reading.word(i));
        if !awaited && !middle(family) || self.is_word(at, family + 1) {
            return None;
        }
        let verb = |i: usize| Class::VerbOrName.has(self.reading.word(i));
        let given = |i: usize| i < self.run.end && !middle(i) && !self.is_word(i, i + 2) && self.is_given(i);
        let (second, third, fourth) = (given(family), given(family + 1), given(family + 2));
        match () {
            // `Tô Lâm tiếp`, `Lê Văn Tiếp`
            () if third && verb(family + 1) && !middle(family) => None,
            () if third && (!fourth || verb(family + 2) || self.closes(family + 2)) => Some(family + 2),
            () if fourth && self.closes(family + 3) => Some(family + 3),
            () if second && !third && self.closes(family + 1) => Some(family + 1),
            () if middle(family) && family + 2 <= self.run.end && !fourth => Some(family + 2),
            () => None,
        }
    }

    /// A name may end before the token: nothing follows, or a word of its own.
    fn closes(&self, end: usize) -> bool {
        const NEXT: [Table; 6] = [
            Table::Compounds,
            Table::FunctionWords,
            Table::SpeechVerbs,
            Table::RoleHeads,
            Table::BodyHeads,
            Table::PlaceUnits,
        ];
        end == self.run.end
            || self.reading[end].is_number()
            || !self.is_word(end - 1, end + 1) && self.reading.hits.at(end).iter().any(|h| NEXT.contains(&h.table))
    }

    /// The capitals that the form of the table has.
    fn as_written(&self, hit: &Hit, cases: &mut Vec<(usize, Case)>) {
        let (start, end) = (hit.start as usize, hit.end as usize);
        let words = || (start..end).map(|i| self.reading.word(i));
        let forms = first_forms(hit).map(tokens_of);
        let form = forms.into_iter().find(|f| f.iter().map(|t| t.word).eq(words()));
        for (n, at) in (start..end).enumerate().filter(|&(_, at)| !self.stays(at)) {
            let case = form.as_ref().and_then(|f| f.get(n)).map_or(Case::Lower, |t| t.case);
            cases.push((at, if n == 0 { Case::Title } else { case }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::read;

    /// A text as its case is read.
    fn heard(text: &str) -> String {
        let reading = read(text);
        let word = |i: usize| {
            let token = &reading.tokens[i];
            let text = reading.token_text(i);
            let mut letters = text.chars();
            match token.case {
                Case::Lower => text.to_lowercase(),
                Case::Title => letters.next().into_iter().chain(letters.as_str().to_lowercase().chars()).collect(),
                _ => text.to_string(),
            }
        };
        (0..reading.tokens.len()).map(word).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn shouted_lines_are_read_in_mixed_case() {
        for (text, want) in [
            (
                "CHỦ TỊCH UBND TỈNH LÂM ĐỒNG HỒ VĂN MƯỜI KIỂM TRA XÃ ĐỨC TRỌNG",
                "Chủ tịch UBND tỉnh Lâm Đồng Hồ Văn Mười kiểm tra xã Đức Trọng",
            ),
            ("GIÁM ĐỐC CÔNG AN TỈNH LÊ THỊ MINH TÂM DỰ", "Giám đốc Công an tỉnh Lê Thị Minh Tâm dự"),
            ("ĐẠI HỘI ĐẢNG BỘ TỈNH LẦN THỨ XIV THÀNH CÔNG", "Đại hội Đảng bộ tỉnh lần thứ XIV thành công"),
            ("TĂNG CƯỜNG QUẢN LÝ ĐẤT ĐAI Ở CƠ SỞ", "Tăng cường quản lý đất đai ở cơ sở"),
            ("Ngày 5/9, UBND TỈNH GIA LAI họp", "Ngày 5 / 9 , UBND tỉnh Gia Lai họp"),
            ("HẢI YẾN - MINH ANH", "HẢI YẾN - MINH ANH"),
            ("NGUYỄN TRIỆU", "NGUYỄN TRIỆU"),
            ("ĐỖ THỊ HỒNG ĐIỆP", "ĐỖ THỊ HỒNG ĐIỆP"),
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam"),
            ("ĐỀ ÁN PHỤC VỤ HÀNH CHÍNH CÔNG", "Đề án phục vụ hành chính công"),
            ("NGHỊ QUYẾT ĐẠI HỘI XIV CỦA ĐẢNG", "Nghị quyết Đại hội XIV của Đảng"),
            ("BỘ NỘI VỤ, BỘ TÀI CHÍNH LÀM VIỆC VỚI SỞ Y TẾ", "Bộ Nội vụ , Bộ Tài chính làm việc với Sở Y tế"),
            ("BÍ THƯ TỈNH ỦY VŨ THỊ MAI TIẾP CÔNG DÂN", "Bí thư Tỉnh ủy Vũ Thị Mai tiếp công dân"),
            ("TỔNG BÍ THƯ TÔ LÂM TIẾP ĐẠI SỨ", "Tổng Bí thư tô lâm tiếp Đại sứ"),
            ("BỘ TRƯỞNG PHẠM THỊ THANH TRÀ TRẢ LỜI CHẤT VẤN", "Bộ trưởng Phạm Thị Thanh Trà trả lời chất vấn"),
            (
                "LÊ HỮU VINH DỰ LỄ KHAI GIẢNG\nÔng Lê Hữu Vinh dự lễ.",
                "Lê Hữu Vinh dự lễ khai giảng Ông Lê Hữu Vinh dự lễ .",
            ),
            ("LÊ HỮU VINH DỰ LỄ KHAI GIẢNG", "Lê hữu vinh dự lễ khai giảng"),
            ("Cổ phiếu NHẬT VIỆT SÀI GÒN tăng", "Cổ phiếu NHẬT VIỆT SÀI GÒN tăng"),
        ] {
            assert_eq!(heard(text), want);
        }
    }
}
