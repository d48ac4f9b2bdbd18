//! Quantities: a number with the sign, unit or noun it counts, as far as the lexical term goes.
//!
//! What is counted comes from the tables of units and of countable terms; a noun that no table has is taken as
//! one or two syllables up to the next function word. A number that names rather than counts (`Điều 4`,
//! `Nghị quyết 18`), or belongs to a TIME, is passed over.

use super::numeral::{self, Numeral};
use super::{Board, Proposal, Value as Any};
use crate::analysis::{Comparison, Kind, ZoneKind};
use crate::layout::Layout;
use crate::lexicon::{Table, cell};
use crate::text::{Case, Reading, Stretch};
use crate::w;

/// What the rules read beside the stretch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Value {
    pub value: f64,
    /// Upper end of a range.
    pub high: Option<f64>,
    /// The words behind the number; empty for a bare fraction.
    pub unit: Stretch,
    pub comparison: Option<Comparison>,
    /// What it is a part of.
    pub of: Option<Stretch>,
}

/// Proposes every quantity.
pub fn propose(reading: &Reading, layout: &Layout, board: &mut Board) {
    for (line, zone) in reading.lines.iter().zip(&layout.zones) {
        if matches!(zone, ZoneKind::Chrome | ZoneKind::Dateline) {
            continue;
        }
        let mut at = line.tokens.start;
        while at < line.tokens.end {
            if let Some(time) = board.longest(Kind::Time, at) {
                at = time.at.end;
                continue;
            }
            let scan = Scan { reading, board, line: line.tokens };
            let Some((end, value)) = scan.quantity(at) else {
                at = scan.passed(at);
                continue;
            };
            let stretch = Stretch::new(at, end);
            let rule = if scan.known(value.unit.start).is_some() { "quantity.term" } else { "quantity.open" };
            let value = Any::Quantity(value);
            board.add(Proposal { kind: Kind::Quantity, at: stretch, strength: 50, rule, value });
            at = end;
        }
    }
}

/// A line being read for quantities.
struct Scan<'a> {
    reading: &'a Reading,
    board: &'a Board,
    line: Stretch,
}

impl Scan<'_> {
    fn word(&self, at: usize) -> u32 {
        if at < self.line.end { self.reading.word(at) } else { 0 }
    }

    fn glued(&self, at: usize) -> bool {
        at < self.line.end && !self.reading.tokens[at].spaced
    }

    /// The token behind a number that is no quantity, so that its tail is not read again.
    fn passed(&self, at: usize) -> usize {
        if !self.reading.tokens[at].is_number() {
            return at + 1;
        }
        let mut end = at + 1;
        while self.glued(end) && (self.reading.tokens[end].is_number() || self.glued(end + 1)) {
            end += 1;
        }
        end
    }

    /// The quantity that begins here: token behind it, and what it says.
    fn quantity(&self, at: usize) -> Option<(usize, Value)> {
        let number = self.number(at)?;
        if let Some(found) = self.so_many_of(at, &number) {
            return Some(found);
        }
        if !number.spelled && self.word(number.end) == w!("/") && self.glued(number.end) {
            return self.fraction(at, number);
        }
        let (number, high, unit) = match self.range(&number) {
            Some((low, high, unit)) => (low, Some(high), unit),
            None => {
                let unit = self.unit(number.end, number.spelled).or_else(|| self.no_unit(&number))?;
                let (unit, high) = self.late_range(&number, unit);
                (number, high, unit)
            }
        };
        if self.is_name(at, &number, unit) {
            return None;
        }
        let of = (self.reading.word(unit.start) == w!("%")).then(|| self.whole(unit.end)).flatten();
        let (value, comparison) = (number.value, self.comparison(at));
        Some((unit.end, Value { value, high, unit, comparison, of }))
    }

    /// A number that may count: in figures, or in words from `hai` up.
    fn number(&self, at: usize) -> Option<Numeral> {
        let reading = self.reading;
        let token = &reading.tokens[at];
        if token.is_number() {
            const OPEN: [u32; 8] = [w!("("), w!("["), w!("\""), w!("'"), w!("+"), w!(":"), w!("-"), w!(";")];
            let free = token.spaced || at == self.line.start || OPEN.contains(&self.reading.word(at - 1));
            // behind a dash only where the dash is a bullet or a sign, not the tail of a code
            let code = !token.spaced
                && at > self.line.start + 1
                && self.word(at - 1) == w!("-")
                && !reading.tokens[at - 1].spaced;
            // the second of two quantities with a slash between them: `5 tỷ kWh/[4 tỷ kWh]`
            let paired = at > self.line.start
                && self.word(at - 1) == w!("/")
                && self.board.ending(at - 1).any(|p| p.kind == Kind::Quantity);
            let number = numeral::numeral(reading, at).filter(|n| n.end <= self.line.end)?;
            return ((free && !code) || paired).then_some(number);
        }
        if !token.is_word() || at > self.line.start && self.is_many(at - 1) {
            return None;
        }
        let number = numeral::numeral(reading, at).filter(|n| n.value > 1.0 && n.end < self.line.end)?;
        if reading.tokens[number.end].is_capital() && token.is_capital() {
            return None;
        }
        let single = number.end == at + 1;
        let unlikely = match token.word {
            x if x == w!("tư") || x == w!("lăm") || x == w!("mốt") => true,
            // `năm` is a year unless a countable noun follows that no year has
            x if x == w!("năm") && single => {
                let noun = self.known(number.end).filter(|h| h.table == Table::Countables);
                noun.is_none() || self.follows_year_word(at)
            }
            _ => false,
        };
        (!unlikely).then_some(number)
    }

    /// `hàng trăm`, `mấy chục`, `thứ hai`: the word before makes it no number of its own.
    fn is_many(&self, at: usize) -> bool {
        const MANY: [u32; 8] =
            [w!("hàng"), w!("mấy"), w!("vài"), w!("dăm"), w!("thứ"), w!("nhiều"), w!("tháng"), w!("lần")];
        MANY.contains(&self.reading.word(at))
            || self.reading.tokens[at].is_number() && self.reading.same_line(at, at + 1)
    }

    /// A word stands before `năm` that goes with years.
    fn follows_year_word(&self, at: usize) -> bool {
        const YEARS: [u32; 18] = [
            w!("trong"),
            w!("đầu"),
            w!("cuối"),
            w!("hàng"),
            w!("hằng"),
            w!("mỗi"),
            w!("nhiều"),
            w!("những"),
            w!("các"),
            w!("cả"),
            w!("từng"),
            w!("giữa"),
            w!("một"),
            w!("qua"),
            w!("tháng"),
            w!("đến"),
            w!("từ"),
            w!("suốt"),
        ];
        at > self.line.start && YEARS.contains(&self.reading.word(at - 1))
    }

    /// `22-24 đại biểu`, `3 đến 5 xã`, `3,5 - 4 triệu đồng`: a range whose unit stands at the end.
    fn range(&self, first: &Numeral) -> Option<(Numeral, f64, Stretch)> {
        let mut last = self.second_number(first.end)?;
        let mut low = *first;
        if first.scale == 1.0 && last.scale > 1.0 {
            low.value *= last.scale;
        }
        last.spelled &= first.spelled;
        let unit = self.unit(last.end, last.spelled).or_else(|| self.no_unit(&last))?;
        (low.value < last.value).then_some((low, last.value, unit))
    }

    /// `25.000 tỷ`, where the money is left out: the scale word alone makes it a quantity.
    fn no_unit(&self, number: &Numeral) -> Option<Stretch> {
        let ends = number.end >= self.line.end || self.reading.tokens[number.end].is_mark();
        (number.scale >= 1e6 && !number.spelled && ends).then(|| Stretch::new(number.end, number.end))
    }

    /// `5% đến 7%`, `3 triệu đồng đến 5 triệu đồng`: the unit of the first number comes again.
    fn late_range(&self, first: &Numeral, unit: Stretch) -> (Stretch, Option<f64>) {
        let again = self.second_number(unit.end).and_then(|last| {
            let second = self.unit(last.end, last.spelled)?;
            let same = second.len() == unit.len()
                && second.tokens().zip(unit.tokens()).all(|(a, b)| self.reading.word(a) == self.reading.word(b));
            (same && first.value < last.value).then_some((second, last.value))
        });
        match again {
            Some((second, high)) => (second, Some(high)),
            None => (unit, None),
        }
    }

    /// The number behind a dash, `đến` or `tới`.
    fn second_number(&self, at: usize) -> Option<Numeral> {
        let joined = match self.word(at) {
            // a dash has spaces on both sides or on neither
            x if x == w!("-") => self.glued(at) == self.glued(at + 1),
            x => x == w!("đến") || x == w!("tới"),
        };
        let token = self.reading.tokens.get(at + 1).filter(|_| joined && at + 1 < self.line.end)?;
        if self.board.longest(Kind::Time, at + 1).is_some() || !(token.is_number() || token.case == Case::Lower) {
            return None;
        }
        numeral::numeral(self.reading, at + 1).filter(|n| n.end < self.line.end)
    }

    /// `10 trên 15 chỉ tiêu`.
    fn so_many_of(&self, at: usize, first: &Numeral) -> Option<(usize, Value)> {
        let second = (self.word(first.end) == w!("trên")).then(|| numeral::numeral(self.reading, first.end + 1))??;
        let whole = first.value <= second.value && first.spelled == second.spelled && second.end < self.line.end;
        self.term(second.end).filter(|_| whole)?;
        let unit = self.unit(second.end, second.spelled)?;
        let of = Some(Stretch::new(first.end + 1, unit.end));
        let (value, comparison) = (first.value, self.comparison(at));
        Some((unit.end, Value { value, high: None, unit, comparison, of }))
    }

    /// `3/7 công trình` counts three of seven; `1/5`, `2/3 số phiếu` are parts of one.
    fn fraction(&self, at: usize, first: Numeral) -> Option<(usize, Value)> {
        let slash = first.end;
        let second = (self.glued(slash + 1)).then(|| numeral::numeral(self.reading, slash + 1)).flatten()?;
        let longer = self.glued(second.end) && [w!("/"), w!("-")].contains(&self.word(second.end));
        let whole = first.value.fract() == 0.0 && second.value.fract() == 0.0 && second.scale == 1.0;
        if longer || !whole || second.value < 1.0 || second.spelled || second.end > self.line.end {
            return None;
        }
        let unit = self.known(second.end).filter(|h| h.table == Table::Countables);
        let comparison = self.comparison(at);
        if let Some(hit) = unit {
            let unit = self.extended(Stretch::new(second.end, hit.end as usize));
            let of = Some(Stretch::new(slash + 1, unit.end));
            return Some((unit.end, Value { value: first.value, high: None, unit, comparison, of }));
        }
        if first.value >= second.value || self.names_what_follows(at) {
            return None;
        }
        let unit = Stretch::new(second.end, second.end);
        let of = self.whole(second.end);
        Some((second.end, Value { value: first.value / second.value, high: None, unit, comparison, of }))
    }

    /// The longest unit or countable term that stands here.
    fn known(&self, at: usize) -> Option<&crate::lexicon::Hit> {
        let hits = self.reading.hits.at(at).iter();
        hits.filter(|h| matches!(h.table, Table::Units | Table::Countables) && h.end as usize <= self.line.end)
            .filter(|h| h.table == Table::Units || cell(Table::Countables, h.row, 1) != "material")
            .filter(|h| h.table != Table::Units || self.is_unit(h.start as usize, h.end as usize))
            .max_by_key(|h| (h.len(), h.table == Table::Units))
    }

    /// A unit of one letter has the case of the table (`5m`, not `5G`) and no letters right behind it.
    fn is_unit(&self, start: usize, end: usize) -> bool {
        let token = &self.reading.tokens[start];
        if end > start + 1 || token.end - token.start > 1 || !token.is_word() {
            return true;
        }
        let capital = [w!("v"), w!("w")].contains(&token.word);
        let next_glued = self.glued(end) && self.reading.tokens[end].is_word();
        token.is_capital() == capital && !next_glued
    }

    /// What the number counts, as far as the term goes.
    fn unit(&self, at: usize, spelled: bool) -> Option<Stretch> {
        if at >= self.line.end || self.board.longest(Kind::Time, at).is_some() {
            return None;
        }
        let Some(hit) = self.known(at) else {
            return (!spelled).then(|| self.open_noun(at)).flatten();
        };
        let unit = Stretch::new(at, hit.end as usize);
        if hit.table == Table::Units {
            return Some(self.with_material(self.with_rate(unit)));
        }
        Some(self.with_rate(self.extended(unit)))
    }

    /// A classifier or class takes the noun behind it, and that the next; units of territory take those joined to them.
    fn extended(&self, unit: Stretch) -> Stretch {
        let mut end = unit.start;
        for _ in 0..3 {
            let Some(hit) = self.term(end) else { break };
            let group = cell(Table::Countables, hit.row, 1);
            if end > unit.start && (group == "admin" || self.reading.tokens[end].case != Case::Lower) {
                break;
            }
            end = hit.end as usize;
            match group {
                "class" => {}
                "classifier" if self.term(end).is_none() => {
                    end = self.open_noun(end).map_or(end, |noun| noun.end);
                    break;
                }
                "classifier" => {}
                "admin" => {
                    end = self.joined(unit.start, end);
                    break;
                }
                _ => break,
            }
            if self.term(end).is_none() {
                end = self.field(end).unwrap_or(end);
                end += usize::from(end < self.line.end && self.is_abbreviation(end));
                break;
            }
        }
        Stretch::new(unit.start, end.max(unit.end))
    }

    /// The longest countable term that stands here.
    fn term(&self, at: usize) -> Option<&crate::lexicon::Hit> {
        self.known(at).filter(|h| h.table == Table::Countables)
    }

    /// Units of territory and bodies joined to one: `tỉnh, thành phố`, `xã, phường và thị trấn`.
    fn joined(&self, start: usize, mut end: usize) -> usize {
        while [w!(","), w!("và")].contains(&self.word(end))
            && let Some(next) = self.term(end + 1).filter(|h| cell(Table::Countables, h.row, 1) == "admin")
            && !self.begins_name(next.end as usize)
            && self.reading.tokens[end + 1].case == self.reading.tokens[start].case
        {
            end = next.end as usize;
        }
        end
    }

    /// A field of work or a stuff behind a noun that takes one: `nhiệm vụ khoa học và công nghệ`, `dự án thủy điện`.
    fn field(&self, at: usize) -> Option<usize> {
        let hits = self.reading.hits.at(at).iter().filter(|h| h.end as usize <= self.line.end);
        let fits = |h: &&crate::lexicon::Hit| {
            h.table == Table::Fields || h.table == Table::Countables && cell(Table::Countables, h.row, 1) == "material"
        };
        let hit = hits.filter(fits).max_by_key(|h| h.len())?;
        (self.reading.tokens[at].case == Case::Lower).then_some(hit.end as usize)
    }

    fn begins_name(&self, at: usize) -> bool {
        at < self.line.end && self.reading.tokens[at].is_capital()
    }

    /// `/năm`, `/ha`, `/người/tháng` behind a unit.
    fn with_rate(&self, unit: Stretch) -> Stretch {
        let mut end = unit.end;
        while self.word(end) == w!("/") && end + 1 < self.line.end {
            // `ca/100.000 dân`; a figure of its own kind is another quantity (`5 tỷ kWh/4 tỷ kWh`)
            let number = numeral::numeral(self.reading, end + 1).filter(|n| !n.spelled);
            if number.is_some_and(|n| n.scale > 1.0 || n.value < 10.0 || n.value.fract() != 0.0) {
                break;
            }
            let number = number.map_or(end + 1, |n| n.end);
            let noun = self.known(number).map(|h| h.end as usize);
            let word =
                (number < self.line.end && self.reading.tokens[number].case == Case::Lower).then_some(number + 1);
            match noun.or(word) {
                Some(next) => end = next,
                None => break,
            }
        }
        Stretch::new(unit.start, end)
    }

    /// `ha đất`, `tấn gạo`: the stuff that a unit of length, area, volume or mass measures.
    fn with_material(&self, unit: Stretch) -> Stretch {
        let measures = self.known(unit.start).is_some_and(|h| {
            ["length", "area", "volume", "mass"].contains(&cell(Table::Units, h.row, 1)) && h.end as usize == unit.end
        });
        let stuff = self.reading.hits.at(unit.end).iter().find(|h| {
            h.table == Table::Countables
                && cell(Table::Countables, h.row, 1) == "material"
                && h.end as usize <= self.line.end
        });
        match stuff {
            Some(hit) if measures && self.reading.tokens[unit.end].case == Case::Lower => {
                Stretch::new(unit.start, hit.end as usize)
            }
            _ => unit,
        }
    }

    /// A noun that no table has: its first syllables, at most two, up to the next function word or mark.
    fn open_noun(&self, at: usize) -> Option<Stretch> {
        let plain = |i: usize| {
            i < self.line.end
                && self.reading.tokens[i].is_word()
                && self.reading.tokens[i].case == Case::Lower
                && self.reading.tokens[i].spaced
                && self.reading.hits.longest(i, Table::FunctionWords).is_none()
                && (i == at || self.reading.hits.longest(i, Table::Numerals).is_none())
                && self.board.longest(Kind::Time, i).is_none()
        };
        // an abbreviation: `4 VĐV`
        if self.is_abbreviation(at) {
            return Some(Stretch::new(at, at + 1));
        }
        if !plain(at) {
            return None;
        }
        let two = plain(at + 1) && self.known(at + 1).is_none_or(|h| h.table == Table::Countables && h.len() == 1);
        Some(Stretch::new(at, at + 1 + usize::from(two)))
    }

    /// Two to seven capitals that are no Roman number.
    fn is_abbreviation(&self, at: usize) -> bool {
        let token = &self.reading.tokens[at];
        let length = token.end16 - token.start16;
        token.case == Case::Upper
            && token.spaced
            && (2..=7).contains(&length)
            && numeral::roman(self.reading, at).is_none()
            && self.reading.hits.longest(at, Table::FunctionWords).is_none()
            && !self.reading.tokens.get(at + 1).is_some_and(|t| t.case == Case::Upper && at + 1 < self.line.end)
    }

    /// The number names what stands before it.
    fn is_name(&self, at: usize, number: &Numeral, unit: Stretch) -> bool {
        if number.spelled || number.scale > 1.0 || number.value.fract() != 0.0 || number.value >= 1000.0 {
            return false;
        }
        let measured = self
            .known(unit.start)
            .is_some_and(|h| h.table == Table::Units && !["time", "other"].contains(&cell(Table::Units, h.row, 1)));
        !measured && self.names_what_follows(at)
    }

    /// A word that a number behind it names, as `Điều`, `tổ`, `số`, `Nghị quyết`; not `trong số`, `tổng số`.
    fn names_what_follows(&self, at: usize) -> bool {
        let longest = (1..=4.min(at - self.line.start)).rev().find(|&back| {
            self.reading.hits.at(at - back).iter().any(|h| h.table == Table::Numbered && h.end as usize == at)
        });
        let Some(back) = longest else { return false };
        let total = self.word(at - back) == w!("số")
            && at - back > self.line.start
            && [w!("trong"), w!("tổng")].contains(&self.word(at - back - 1));
        !total
    }

    /// The word before the number that says how it is meant; `từ` may stand between.
    fn comparison(&self, at: usize) -> Option<Comparison> {
        let at = at - usize::from(at > self.line.start && self.word(at - 1) == w!("từ"));
        let hit = (1..=3.min(at - self.line.start)).rev().find_map(|back| {
            let hits = self.reading.hits.at(at - back).iter();
            hits.clone().find(|h| h.table == Table::Comparisons && h.end as usize == at)
        })?;
        match cell(Table::Comparisons, hit.row, 1) {
            "more" => Some(Comparison::More),
            "less" => Some(Comparison::Less),
            "about" => Some(Comparison::About),
            _ => Some(Comparison::Reached),
        }
    }

    /// What a share is a part of: `chỉ tiêu` behind `76,1%`.
    fn whole(&self, at: usize) -> Option<Stretch> {
        let mut noun = at;
        while [w!("tổng"), w!("số")].contains(&self.word(noun)) {
            noun += 1;
        }
        if noun >= self.line.end || self.board.longest(Kind::Time, noun).is_some() {
            return None;
        }
        let end = match self.known(noun).filter(|h| h.table == Table::Countables) {
            Some(hit) => self.extended(Stretch::new(noun, hit.end as usize)).end,
            None => self.open_noun(noun)?.end,
        };
        Some(Stretch::new(at, end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::read;

    fn found(text: &str) -> Vec<(String, Value)> {
        let reading = read(text);
        let layout = crate::layout::read(&reading, None);
        let layout = Layout { zones: vec![ZoneKind::Body; reading.lines.len()], ..layout };
        let mut board = Board::new(reading.tokens.len());
        super::super::time::propose(&reading, &layout, &mut board);
        propose(&reading, &layout, &mut board);
        let own = board.all().iter().filter(|p| p.kind == Kind::Quantity);
        own.map(|p| match p.value {
            Any::Quantity(value) => (reading.text(p.at).to_string(), value),
            _ => unreachable!("a quantity has its own value"),
        })
        .collect()
    }

    #[test]
    fn finds_what_is_counted() {
        for (text, want) in [
            ("có 19 đảng bộ cấp huyện và tương đương", vec![("19 đảng bộ", 19.0)]),
            (
                "563 tổ chức cơ sở Đảng, với 49.453 đảng viên.",
                vec![("563 tổ chức cơ sở Đảng", 563.0), ("49.453 đảng viên", 49453.0)],
            ),
            ("cụ thể hóa 6 nhóm nhiệm vụ trọng tâm", vec![("6 nhóm nhiệm vụ", 6.0)]),
            ("của 22 tỉnh, thành phố khu vực phía Nam", vec![("22 tỉnh, thành phố", 22.0)]),
            ("giảm 12 ấp, khu vực.", vec![("12 ấp, khu vực", 12.0)]),
            ("tại 3 xã, huyện Tân Phú", vec![("3 xã", 3.0)]),
            ("11 xã và 3 thị trấn", vec![("11 xã", 11.0), ("3 thị trấn", 3.0)]),
            (
                "giảm 263 người hoạt động không chuyên trách, công an viên",
                vec![("263 người hoạt động không chuyên trách", 263.0)],
            ),
            ("bình quân 94,19%/năm", vec![("94,19%/năm", 94.19)]),
            ("phương châm 5 hóa: làm", vec![("5 hóa", 5.0)]),
            ("quan hệ hai nước", vec![("hai nước", 2.0)]),
            ("bầu 22-24 đại biểu", vec![("22-24 đại biểu", 22.0)]),
            ("từ 3 đến 5 xã", vec![("3 đến 5 xã", 3.0)]),
            ("tăng 5% đến 7%", vec![("5% đến 7%", 5.0)]),
            ("thu 3,4 tỷ đồng", vec![("3,4 tỷ đồng", 3.4e9)]),
            ("3 - 5 triệu đồng/tháng", vec![("3 - 5 triệu đồng/tháng", 3e6)]),
            ("hoàn thành 3/7 công trình", vec![("3/7 công trình", 3.0)]),
            ("chiếm 1/5 diện tích", vec![("1/5", 0.2)]),
            ("1 trong số 18 công trình", vec![("18 công trình", 18.0)]),
            ("dài 5,2km, rộng 3.000m2", vec![("5,2km", 5.2), ("3.000m2", 3000.0)]),
            ("mười lăm xã và Ba mươi hộ", vec![("mười lăm xã", 15.0), ("Ba mươi hộ", 30.0)]),
            ("năm đồng chí được bầu", vec![("năm đồng chí", 5.0)]),
            ("trải qua 90 năm, kỷ niệm 91 năm ngày thành lập", vec![("90 năm", 90.0), ("91 năm", 91.0)]),
            ("mua 3 chiếc xe máy", vec![("3 chiếc xe máy", 3.0)]),
            ("tặng 1 chiếc ba lô kèm sách", vec![("1 chiếc ba lô", 1.0)]),
            ("có 4 VĐV, 10 trọng tài", vec![("4 VĐV", 4.0), ("10 trọng tài", 10.0)]),
            ("đạt 5,1 tỷ kWh/4,6 tỷ kWh", vec![("5,1 tỷ kWh", 5.1e9), ("4,6 tỷ kWh", 4.6e9)]),
            (
                "hiện có 82 dự án thủy điện, 5 nhiệm vụ khoa học và công nghệ",
                vec![("82 dự án thủy điện", 82.0), ("5 nhiệm vụ khoa học và công nghệ", 5.0)],
            ),
            ("12 ca/100.000 dân", vec![("12 ca/100.000 dân", 12.0)]),
            ("có 7 bươm bướm ở đây", vec![("7 bươm bướm", 7.0)]),
            ("giao hơn 51 ha đất, 5 tấn gạo", vec![("51 ha đất", 51.0), ("5 tấn gạo", 5.0)]),
            ("cho trên 7.000 lượt CNVCLĐ nghèo", vec![("7.000 lượt CNVCLĐ", 7000.0)]),
            ("bầu 5 đại biểu HĐND thành phố", vec![("5 đại biểu HĐND thành phố", 5.0)]),
            ("có 7 công trình nhà máy thủy điện lớn", vec![("7 công trình nhà máy thủy điện", 7.0)]),
            ("xác định 4 nhiệm vụ trọng tâm", vec![("4 nhiệm vụ", 4.0)]),
            ("thu 25.000-29.000 tỷ. Năm sau", vec![("25.000-29.000 tỷ", 25e12)]),
            ("vượt 10 trên 15 chỉ tiêu kế hoạch", vec![("10 trên 15 chỉ tiêu", 10.0)]),
            ("cấp 500 triệu đồng", vec![("500 triệu đồng", 5e8)]),
        ] {
            let got: Vec<_> = found(text).into_iter().map(|(t, v)| (t, v.value)).collect();
            let want: Vec<_> = want.into_iter().map(|(t, v)| (t.to_string(), v)).collect();
            assert_eq!(got, want, "{text}");
        }
    }

    #[test]
    fn leaves_numbers_that_count_nothing() {
        for text in [
            "lần thứ 14, khóa 12, Điều 4 Luật, tổ 5 phường Tân An",
            "Nghị quyết 18 của Trung ương, số 39-KH/TW, 30/2020/NĐ-CP",
            "1. Mở đầu",
            "hàng trăm người, mấy chục hộ, một người, thứ hai tuần",
            "ngày 5/3, năm 2021 tỉnh họp, hai ngày 5 và 6-3",
            "Hai Bà Trưng, quận Ba Đình, Tư lệnh, Bảy Núi",
            "gọi 0912345678 và 024-3825",
            "thắng 3-1, đạt 95 và",
            "mạng 5G, quy hoạch chi tiết 1/500, bản đồ tỷ lệ 1/2000",
            "trong năm tỉnh đã làm",
        ] {
            let got: Vec<_> = found(text).into_iter().map(|(t, _)| t).collect();
            assert!(got.is_empty(), "{text}: {got:?}");
        }
    }

    #[test]
    fn reads_how_a_number_is_meant() {
        for (text, want) in [
            ("hơn 300 hộ", Some(Comparison::More)),
            ("không quá 5 người", Some(Comparison::Less)),
            ("khoảng 3 đến 5 xã", Some(Comparison::About)),
            ("đạt từ 3 đến 5%", Some(Comparison::Reached)),
            ("có 5 xã", None),
        ] {
            assert_eq!(found(text)[0].1.comparison, want, "{text}");
        }
    }
}
