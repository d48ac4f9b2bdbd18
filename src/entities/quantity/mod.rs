//! Quantities: a number with the sign, unit or noun it counts, as far as the lexical term goes.
//!
//! What is counted comes from the tables of units and of countable terms; a noun that no table has is taken as
//! one or two syllables up to the next function word. A number that names rather than counts (`Điều 4`,
//! `[Nghị quyết 18]`), or belongs to a TIME, is passed over.

mod number;
mod unit;

use super::rule::Begins;
pub(crate) use super::value::Quantity as Value;
use super::{Board, Proposal, Rule, Value as Any};
use crate::analysis::{Kind, ZoneKind};
use crate::layout::Layout;
use crate::lexicon::columns::units;
use crate::lexicon::{Class, Table};
use crate::text::{Reading, Stretch};
use crate::w;

const QUANTITIES: Begins = Begins::of(&[Rule::QuantityTerm, Rule::QuantityOpen]);

/// Proposes every quantity.
pub(crate) fn propose(reading: &Reading, layout: &Layout, board: &mut Board) {
    let lines = reading.lines.iter().zip(&layout.zones);
    let read = lines.filter(|(_, zone)| !matches!(zone, ZoneKind::Chrome | ZoneKind::Dateline));
    for cell in read.flat_map(|(line, _)| reading.cells(line.tokens)) {
        let mut at = cell.start;
        while at < cell.end {
            if let Some(time) = board.longest(Kind::Time, at) {
                at = time.at.end;
                continue;
            }
            let scan = Scan { reading, board, line: cell };
            let Some((end, value)) = board.ask(QUANTITIES, at, || scan.quantity(at)) else {
                at = scan.passed(at);
                continue;
            };
            let stretch = Stretch::new(at, end);
            let rule = if scan.known(value.unit.start).is_some() { Rule::QuantityTerm } else { Rule::QuantityOpen };
            // a counted term of several words is no post or body: `[50/53 đại biểu HĐND tỉnh]`
            let strength = if rule == Rule::QuantityTerm && value.unit.len() > 2 { 70 } else { 50 };
            let value = Any::Quantity(value);
            board.add(Proposal { kind: Kind::Quantity, at: stretch, strength, rule, value });
            at = end;
        }
    }
}

/// A line, or a cell of one, being read for quantities.
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
        at < self.line.end && !self.reading[at].spaced
    }

    /// The token behind a number that is no quantity, so that its tail is not read again.
    fn passed(&self, at: usize) -> usize {
        if !self.reading[at].is_number() {
            return at + 1;
        }
        let mut end = at + 1;
        while self.glued(end) && (self.reading[end].is_number() || self.glued(end + 1)) {
            end += 1;
        }
        end
    }

    /// The quantity that begins here: token behind it, and what it says.
    fn quantity(&self, at: usize) -> Option<(usize, Value)> {
        if self.is_minus(at) {
            return self.below_zero(at);
        }
        let number = self.number(at)?;
        if let Some(found) = self.so_many_of(at, &number).or_else(|| self.spelled_fraction(at, &number)) {
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
        // `Expo 2024 lần thứ 33`
        if self.word(unit.start) == w!("lần") && self.word(unit.end) == w!("thứ") {
            return None;
        }
        if self.is_name(at, &number, unit) || self.is_model(at, &number, unit) {
            return None;
        }
        let of = (self.reading.word(unit.start) == w!("%")).then(|| self.whole(unit.end)).flatten();
        let (value, comparison) = (number.value, self.comparison(at));
        // `[5 năm rưỡi]`
        let half = unit.len() == 1
            && high.is_none()
            && value.fract() == 0.0
            && self.word(unit.end) == w!("rưỡi")
            && self.known(unit.start).is_some_and(|h| h.table == Table::Units);
        let (end, value) = if half { (unit.end + 1, value + 0.5) } else { (unit.end, value) };
        Some((end, Value { value, high, unit, comparison, of }))
    }

    /// A sign right before a number that measures: `[-3,6%]`, `[âm 5 độ C]`; not the dash of a list, a range or a code.
    fn is_minus(&self, at: usize) -> bool {
        // `phát âm`, `ghi âm`, `tháng âm` are words of their own
        let spelled = self.word(at) == w!("âm") && !(at > self.line.start && Class::BeforeSound.has(self.word(at - 1)));
        let sign = self.word(at) == w!("-") && self.glued(at + 1);
        let before = at.checked_sub(1).filter(|&i| i >= self.line.start);
        // `tăng 10% -15%` is a range, `SP-5` a code
        let free = before.is_none_or(|i| {
            let joined = self.reading[i].is_number() || self.board.ending(at).any(|p| p.kind == Kind::Quantity);
            !joined && (self.reading[at].spaced || [w!("("), w!(":"), w!(";"), w!("\"")].contains(&self.word(i)))
        });
        at + 1 < self.line.end && (spelled || sign) && free && self.reading[at + 1].is_number()
    }

    /// The quantity behind a minus: only a measure other than time lies below zero.
    fn below_zero(&self, at: usize) -> Option<(usize, Value)> {
        let (end, found) = self.quantity(at + 1)?;
        let unit = self.known(found.unit.start).filter(|h| h.table == Table::Units)?;
        let measures = units::KIND.of(unit.row) != Some(units::Kind::Time) && found.high.is_none() && found.value > 0.0;
        measures.then(|| (end, Value { value: -found.value, comparison: self.comparison(at), ..found }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Comparison;
    use crate::text::read;

    fn found(text: &str) -> Vec<(String, Value)> {
        let reading = read(text);
        let layout = crate::layout::read(&reading, None);
        let layout = Layout { zones: vec![ZoneKind::Body; reading.lines.len()], ..layout };
        let mut board = Board::new(&reading);
        super::super::time::propose(&reading, &layout, &mut board);
        propose(&reading, &layout, &mut board);
        let own = board.proposals().filter(|p| p.kind == Kind::Quantity);
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
            ("là âm 0,6%, so với: -3,6%", vec![("âm 0,6%", -0.6), ("-3,6%", -3.6)]),
            ("xuống âm 5 độ C, lỗ −1,2 tỷ USD", vec![("âm 5 độ C", -5.0), ("−1,2 tỷ USD", -1.2e9)]),
            ("bán lẻ -2,0%, khách -15%", vec![("-2,0%", -2.0), ("-15%", -15.0)]),
            ("- 3 tập thể, đường 29 km - 6 làn xe", vec![("3 tập thể", 3.0), ("29 km", 29.0), ("6 làn xe", 6.0)]),
            ("9 người âm tính, -3 người, âm 2 ngày", vec![("9 người", 9.0), ("3 người", 3.0), ("2 ngày", 2.0)]),
            ("tăng 5%-7%, tăng 10% -15%", vec![("5%-7%", 5.0), ("10%", 10.0), ("15%", 15.0)]),
            ("trong 5 năm rưỡi và 2 tháng rưỡi", vec![("5 năm rưỡi", 5.5), ("2 tháng rưỡi", 2.5)]),
            ("Ba phần tư đại biểu, hai phần ba số hộ", vec![("Ba phần tư đại biểu", 0.75), ("hai phần ba", 2.0 / 3.0)]),
            ("ba phần trăm, chia ba phần bằng nhau", vec![("ba phần trăm", 3.0), ("ba phần", 3.0)]),
            (
                "124 xã, phường, đặc khu và 30 tổ chức, cá nhân",
                vec![("124 xã, phường, đặc khu", 124.0), ("30 tổ chức, cá nhân", 30.0)],
            ),
            (
                "3 thôn, bản, tổ dân phố, 9.500 doanh nghiệp, hợp tác xã",
                vec![("3 thôn, bản, tổ dân phố", 3.0), ("9.500 doanh nghiệp, hợp tác xã", 9500.0)],
            ),
            (
                "12 tập thể, 25 cá nhân, 5 xã, phường Tân An",
                vec![("12 tập thể", 12.0), ("25 cá nhân", 25.0), ("5 xã", 5.0)],
            ),
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
            ("giao hơn 51 ha đất, 5 tấn gạo", vec![("51 ha", 51.0), ("5 tấn", 5.0)]),
            ("cho trên 7.000 lượt CNVCLĐ nghèo", vec![("7.000 lượt CNVCLĐ", 7000.0)]),
            ("bầu 5 đại biểu HĐND thành phố", vec![("5 đại biểu HĐND thành phố", 5.0)]),
            ("có 7 công trình nhà máy thủy điện lớn", vec![("7 công trình nhà máy thủy điện", 7.0)]),
            ("xác định 4 nhiệm vụ trọng tâm", vec![("4 nhiệm vụ", 4.0)]),
            ("thu 25.000-29.000 tỷ. Năm sau", vec![("25.000-29.000 tỷ", 25e12)]),
            ("vượt 10 trên 15 chỉ tiêu kế hoạch", vec![("10 trên 15 chỉ tiêu", 10.0)]),
            ("cung cấp 5 suất quà, trực tuyến 5 điểm cầu", vec![("5 suất quà", 5.0), ("5 điểm cầu", 5.0)]),
            ("đại biểu 67 tuổi đời", vec![("67 tuổi đời", 67.0)]),
            ("hơn 3/4 hộ dân", vec![("3/4 hộ dân", 0.75)]),
            ("cấp 500 triệu đồng", vec![("500 triệu đồng", 5e8)]),
            ("nhận 350 triệu nhưng khai khác", vec![("350 triệu", 3.5e8)]),
            ("bầu 30 đại biểu HĐND phường Tương Mai", vec![("30 đại biểu HĐND phường Tương Mai", 30.0)]),
            ("hai Đảng, hai Nhà nước", vec![("hai Đảng", 2.0), ("hai Nhà nước", 2.0)]),
            ("gồm 3 nam ca sĩ và 2 nhà quản lý", vec![("3 nam ca sĩ", 3.0), ("2 nhà quản lý", 2.0)]),
            ("trong vòng hai tuần", vec![("hai tuần", 2.0)]),
            ("có 06 (sáu) chiến sĩ", vec![("06 (sáu) chiến sĩ", 6.0)]),
            ("phạt 7 năm 6 tháng tù về tội", vec![("7 năm 6 tháng tù", 7.0)]),
            ("đã cấp 441 giấy phép khai thác", vec![("441 giấy phép", 441.0)]),
            ("đạt 33 dược sĩ/10.000 dân", vec![("33 dược sĩ/10.000 dân", 33.0)]),
            (
                "kêu gọi 1.884 phương tiện/10.685 lao động vào bờ",
                vec![("1.884 phương tiện", 1884.0), ("10.685 lao động", 10685.0)],
            ),
            ("nắm 314/493 ghế, 145 yen", vec![("314/493 ghế", 314.0), ("145 yen", 145.0)]),
            ("tiêm 1 mũi hằng năm", vec![("1 mũi", 1.0)]),
            (
                "qua 03 năm học tập, 1.234 người điều trị, hai bên trong đó",
                vec![("03 năm", 3.0), ("1.234 người", 1234.0), ("hai bên", 2.0)],
            ),
            ("chia thành ba cấp độ, cả hai giải quyết", vec![("ba cấp độ", 3.0)]),
            (
                "phạt 800.000 - 1 triệu đồng, xử lý 2.000 tấn rác/ngày",
                vec![("800.000 - 1 triệu đồng", 8e5), ("2.000 tấn", 2000.0)],
            ),
            (
                "tước 719 giấy phép lái xe, cùng 33 đồng nghiệp",
                vec![("719 giấy phép lái xe", 719.0), ("33 đồng nghiệp", 33.0)],
            ),
            ("UBND 28 tỉnh, thành phố trực thuộc Trung ương", vec![("28 tỉnh, thành phố trực thuộc Trung ương", 28.0)]),
            ("làm 66 người chết, 160 người bị thương", vec![("66 người", 66.0), ("160 người", 160.0)]),
            ("giành 574 bộ huy chương", vec![("574 bộ huy chương", 574.0)]),
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
            "xếp thứ 3/63 tỉnh, thành; tổ 5 phường Tân An; lớp 10 chuyên Toán",
            "mạng 5G, quy hoạch chi tiết 1/500, bản đồ tỷ lệ 1/2000",
            "trong năm tỉnh đã làm",
            "tái hiện 1 cách sống động, đây là năm tổ chức đại hội, đoạn 2 quốc lộ",
            "Expo 2024 lần thứ 33, Công ty 545 báo cáo",
            "xe VF 3 thuê pin, Bệnh viện 115 chăm nom, chiếc Boeing 737 lượn",
            "thắng 3 thua 2, vòng hai quyết định",
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
