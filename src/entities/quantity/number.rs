//! The number of a quantity: what may count, ranges and fractions, and numbers that only name.

use super::super::numeral::{self, Numeral};
use super::{Scan, Value};
use crate::analysis::{Comparison, Kind};
use crate::lexicon::columns::{comparisons, numbered, units};
use crate::lexicon::{Class, Table};
use crate::text::{Case, Stretch};
use crate::w;

impl Scan<'_> {
    /// A number that may count: in figures, or in words from `hai` up.
    pub(super) fn number(&self, at: usize) -> Option<Numeral> {
        let reading = self.reading;
        let token = &reading[at];
        if token.is_number() {
            let free = token.spaced || at == self.line.start || Class::BeforeNumber.has(self.reading.word(at - 1));
            // behind a dash only where the dash is a bullet or a sign, not the tail of a code
            let code =
                !token.spaced && at > self.line.start + 1 && self.word(at - 1) == w!("-") && !reading[at - 1].spaced;
            // the second of two quantities with a slash between them: `[5 tỷ kWh]/[4 tỷ kWh]`
            let paired = at > self.line.start
                && self.word(at - 1) == w!("/")
                && self.board.ending(at - 1).any(|p| p.kind == Kind::Quantity);
            let number = numeral::numeral(reading, at).filter(|n| n.end <= self.line.end)?;
            let number = self.said_again(number);
            return ((free && !code) || paired).then_some(number);
        }
        if !token.is_word() || at > self.line.start && self.is_many(at - 1) {
            return None;
        }
        let number = numeral::numeral(reading, at).filter(|n| n.value > 1.0 && n.end < self.line.end)?;
        if reading[number.end].is_capital() && token.is_capital() {
            return None;
        }
        let single = number.end == at + 1;
        let unlikely = match token.word {
            x if [w!("tư"), w!("lăm"), w!("nhăm"), w!("mốt")].contains(&x) => true,
            // `năm` is a year unless a countable noun follows that no year has
            x if x == w!("năm") && single => {
                let noun = self.known(number.end).filter(|h| h.table == Table::Countables);
                noun.is_none() || self.follows_year_word(at)
            }
            _ => false,
        };
        (!unlikely).then_some(number)
    }

    /// `[06 (sáu) chiến sĩ]`: official texts repeat the number in words.
    fn said_again(&self, number: Numeral) -> Numeral {
        let again = (self.word(number.end) == w!("("))
            .then(|| numeral::numeral(self.reading, number.end + 1))
            .flatten()
            .filter(|n| n.spelled && n.value == number.value && self.word(n.end) == w!(")"));
        Numeral { end: again.map_or(number.end, |n| n.end + 1), ..number }
    }

    /// `hàng trăm`, `mấy chục`, `thứ hai`: the word before makes it no number of its own.
    fn is_many(&self, at: usize) -> bool {
        // `Năm 2020 ba trăm hộ`
        let dated = self.board.ending(at + 1).any(|p| p.kind == Kind::Time);
        !dated
            && (Class::MakesVague.has(self.reading.word(at)) || self.reading[at].is_number())
            && self.reading.same_line(at, at + 1)
    }

    /// A word stands before `năm` that goes with years.
    fn follows_year_word(&self, at: usize) -> bool {
        at > self.line.start && Class::GoesWithYears.has(self.reading.word(at - 1))
    }

    /// `[22-24 đại biểu]`, `[3 đến 5 xã]`, `[3,5 - 4 triệu đồng]`: a range whose unit stands at the end.
    pub(super) fn range(&self, first: &Numeral) -> Option<(Numeral, f64, Stretch)> {
        let mut last = self.second_number(first.end)?;
        let mut low = *first;
        // `[800.000 - 1 triệu đồng]` is in full already
        if first.scale == 1.0 && last.scale > 1.0 && first.value * last.scale < last.value {
            low.value *= last.scale;
        }
        last.spelled &= first.spelled;
        let unit = self.unit(last.end, last.spelled).or_else(|| self.no_unit(&last))?;
        (low.value < last.value).then_some((low, last.value, unit))
    }

    /// `[5% đến 7%]`, `[3 triệu đồng đến 5 triệu đồng]`: the unit of the first number comes again.
    pub(super) fn late_range(&self, first: &Numeral, unit: Stretch) -> (Stretch, Option<f64>) {
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
        let second = numeral::numeral(self.reading, at + 1).filter(|n| n.end < self.line.end)?;
        Some(self.said_again(second)).filter(|n| n.end < self.line.end)
    }

    /// `[25.000 tỷ]`, where the money is left out: the scale word alone makes it a quantity.
    pub(super) fn no_unit(&self, number: &Numeral) -> Option<Stretch> {
        let ends = number.end >= self.line.end
            || self.reading[number.end].is_mark()
            || self.reading.hits.longest(number.end, Table::FunctionWords).is_some();
        (number.scale >= 1e6 && !number.spelled && ends).then(|| Stretch::new(number.end, number.end))
    }

    /// `[10 trên 15 chỉ tiêu]`.
    pub(super) fn so_many_of(&self, at: usize, first: &Numeral) -> Option<(usize, Value)> {
        let second = (self.word(first.end) == w!("trên")).then(|| numeral::numeral(self.reading, first.end + 1))??;
        let whole = first.value <= second.value && first.spelled == second.spelled && second.end < self.line.end;
        self.term(second.end).filter(|_| whole)?;
        let unit = self.unit(second.end, second.spelled)?;
        let of = Some(Stretch::new(first.end + 1, unit.end));
        let (value, comparison) = (first.value, self.comparison(at));
        Some((unit.end, Value { value, high: None, unit, comparison, of }))
    }

    /// `[3/7 công trình]` counts three of seven; `[1/5]`, `2/3 số phiếu` are parts of one.
    pub(super) fn fraction(&self, at: usize, first: Numeral) -> Option<(usize, Value)> {
        let slash = first.end;
        let second = (self.glued(slash + 1)).then(|| numeral::numeral(self.reading, slash + 1)).flatten()?;
        let longer = self.glued(second.end) && [w!("/"), w!("-")].contains(&self.word(second.end));
        if !longer && let Some(found) = self.of_so_much(at, &first, &second) {
            return Some(found);
        }
        let whole = first.value.fract() == 0.0 && second.value.fract() == 0.0 && second.scale == 1.0;
        if longer || !whole || second.value < 1.0 || second.spelled || second.end > self.line.end {
            return None;
        }
        let unit = self.known(second.end).filter(|h| h.table == Table::Countables);
        let comparison = self.comparison(at);
        if let Some(hit) = unit {
            // `xếp thứ 3/63 tỉnh` is a rank
            if self.names_what_follows(at, true) {
                return None;
            }
            let unit = self.extended(Stretch::new(second.end, hit.end as usize));
            let of = Some(Stretch::new(slash + 1, unit.end));
            // more than two thirds, not more than two of three
            let rough = comparison.is_some_and(|c| c != Comparison::Reached);
            let part = rough && second.value <= 10.0 && first.value < second.value;
            let value = if part { first.value / second.value } else { first.value };
            return Some((unit.end, Value { value, high: None, unit, comparison, of }));
        }
        if first.value >= second.value || self.names_what_follows(at, false) {
            return None;
        }
        let unit = Stretch::new(second.end, second.end);
        let of = self.whole(second.end);
        Some((second.end, Value { value: first.value / second.value, high: None, unit, comparison, of }))
    }

    /// `[5.432,1/8.000 tỷ đồng]`: so much of so much, with the power and the unit behind both.
    fn of_so_much(&self, at: usize, first: &Numeral, second: &Numeral) -> Option<(usize, Value)> {
        if first.scale != 1.0 || second.scale == 1.0 || second.spelled {
            return None;
        }
        let unit = self.known(second.end).filter(|h| h.table == Table::Units)?;
        let unit = self.extended(Stretch::new(second.end, unit.end as usize));
        let (value, comparison) = (first.value * second.scale, self.comparison(at));
        Some((unit.end, Value { value, high: None, unit, comparison, of: Some(Stretch::new(first.end + 1, unit.end)) }))
    }

    /// `ba phần tư đại biểu`, `hai phần ba số hộ`: a part of one in words; `ba phần trăm` is a percentage.
    pub(super) fn spelled_fraction(&self, at: usize, first: &Numeral) -> Option<(usize, Value)> {
        let parts = first.end;
        if !first.spelled || self.word(parts) != w!("phần") || parts + 1 >= self.line.end {
            return None;
        }
        let whole = numeral::numeral(self.reading, parts + 1).filter(|n| n.spelled && n.end <= self.line.end)?;
        // nobody counts fifths of a hundred that way: `[hai phần trăm]`, `[ba phần nghìn]` are units
        if !(first.value < whole.value && whole.value <= 20.0 && whole.scale == 1.0) {
            return None;
        }
        let (value, comparison) = (first.value / whole.value, self.comparison(at));
        let counted = self.term(whole.end).map(|hit| self.extended(Stretch::new(whole.end, hit.end as usize)));
        let of = counted.is_none().then(|| self.whole(whole.end)).flatten();
        let unit = counted.unwrap_or(Stretch::new(whole.end, whole.end));
        Some((unit.end, Value { value, high: None, unit, comparison, of }))
    }

    /// The number names what stands before it.
    pub(super) fn is_name(&self, at: usize, number: &Numeral, unit: Stretch) -> bool {
        // `vòng hai quyết định`
        const RESULTS: [u32; 3] = [w!("thắng"), w!("thua"), w!("hòa")];
        const ROUNDS: [u32; 4] = [w!("vòng"), w!("hạng"), w!("lớp"), w!("bậc")];
        if number.spelled
            && at > self.line.start
            && ROUNDS.contains(&self.word(at - 1))
            && self.known(unit.start).is_none_or(|h| h.table != Table::Units)
        {
            return true;
        }
        // `thắng 3 thua 2`
        if at > self.line.start && RESULTS.contains(&self.word(at - 1)) && RESULTS.contains(&self.word(unit.start)) {
            return true;
        }
        if number.spelled || number.scale > 1.0 || number.value.fract() != 0.0 || number.value >= 1000.0 {
            return false;
        }
        let known = self.known(unit.start);
        let measured = known.is_some_and(|h| {
            h.table == Table::Units && !matches!(units::KIND.of(h.row), Some(units::Kind::Time | units::Kind::Other))
        });
        // `tổ 5 phường Tân An`: what follows is a name, or nothing that is counted
        // `cấp 441 giấy phép`: parts are not numbered by the hundred
        let counted = (known.is_some() || number.value >= 100.0) && !self.begins_name(unit.end);
        !measured && self.names_what_follows(at, counted)
    }

    /// `VF 3`, `Boeing 737`, `Bệnh viện 115`: the number goes with the name before it, where nothing known is counted.
    pub(super) fn is_model(&self, at: usize, number: &Numeral, unit: Stretch) -> bool {
        if at == self.line.start || number.spelled || number.scale > 1.0 {
            return false;
        }
        let before = &self.reading[at - 1];
        let body = self.reading.hits_before(at).any(|h| h.table == Table::BodyHeads && h.len() > 1);
        // `tái hiện 1 cách sống động` is no way among several
        if number.value <= 1.0 && self.word(unit.start) == w!("cách") {
            return true;
        }
        let opens = self.reading.sentence_of(at).start == at - 1;
        // a body numbered by the hundred has it as its name: `Công ty 545 báo cáo`
        let known = self.known(unit.start);
        let numbered = body && number.value >= 100.0 && known.is_none_or(|h| h.table == Table::Countables);
        numbered || known.is_none() && before.is_word() && !opens && (before.is_capital() || body)
    }

    /// A word stands before that the number names, as `Điều`, `tổ`, `số`, `Nghị quyết`; not `trong số`, `tổng số`.
    /// Where something countable follows, a word that only sometimes is numbered does not.
    fn names_what_follows(&self, at: usize, counted: bool) -> bool {
        let Some(head) = self.reading.hits_before(at).find(|h| h.table == Table::Numbered) else { return false };
        let weak = numbered::WEAK.of(head.row).is_some();
        let from = head.start as usize;
        let total = self.word(from) == w!("số")
            && from > self.line.start
            && [w!("trong"), w!("tổng")].contains(&self.word(from - 1));
        let counts = total || weak && counted;
        !counts
    }

    /// The word before the number that says how it is meant; `từ` may stand between.
    pub(super) fn comparison(&self, at: usize) -> Option<Comparison> {
        let at = at - usize::from(at > self.line.start && self.word(at - 1) == w!("từ"));
        let hit = self.reading.hits_before(at).find(|h| h.table == Table::Comparisons)?;
        comparisons::COMPARISON.of(hit.row)
    }
}
