//! Times: every stretch that can be put on the calendar, and what it says.
//!
//! [`point`] reads days, months, years and clock times ([`clock`], [`day`], [`month`], [`year`], [`figures`]),
//! [`period`] terms, quarters, parts of years, decades and spans counted from the day of the article; this file finds
//! where they stand and joins two ends into a range. What a missing year or `hôm nay` comes to is settled with the
//! records, when the whole article is known.

mod clock;
mod day;
mod figures;
mod month;
mod period;
mod point;
mod year;

use super::numeral::small;
use super::rule::Begins;
pub(crate) use super::value::{Time as Value, TimePart as Part, TimePoint as Point, TimeUnit as Unit};
use super::{Board, Proposal, Rule, Value as Any};
use crate::analysis::Kind;
use crate::layout::Layout;
use crate::lexicon::Class;
use crate::text::Reading;
use crate::text::Stretch;
use crate::w;

/// A point of time that begins at a token: token behind it, and what it says.
type FoundPoint = Option<(usize, Point)>;

/// A TIME that begins at a token: token behind it, and what it says.
type Found = Option<(usize, Value)>;

const TIMES: Begins = Begins::of(&[Rule::TimePeriod, Rule::TimePoint, Rule::TimeRange, Rule::TimeWeekday]);

/// Proposes every TIME.
pub(crate) fn propose(reading: &Reading, _layout: &Layout, board: &mut Board) {
    let mut at = 0;
    while at < reading.tokens.len() {
        let Some((end, value, rule)) = board.ask(TIMES, at, || time_at(reading, board, at)) else {
            at += 1;
            continue;
        };
        let at_stretch = Stretch::new(at, end);
        board.add(Proposal { kind: Kind::Time, at: at_stretch, strength: 60, rule, value: Any::Time(value) });
        at = end;
    }
}

fn time_at(reading: &Reading, board: &Board, at: usize) -> Option<(usize, Value, Rule)> {
    if is_glued(reading, at) {
        return None;
    }
    if let Some((end, value)) = period::period(reading, at) {
        return (reading.same_line(at, end - 1)).then_some((end, value, Rule::TimePeriod));
    }
    // `[hai ngày 5 và 6-3]`: the count of the days belongs to them
    if let Some((days, 2..=9)) = count(reading, at)
        && reading.word(days) == w!("ngày")
        && let Some((first, point)) = point::point(reading, days, false)
        && let Some((end, last)) = list_end(reading, first, &point).or_else(|| range_end(reading, first, point))
        && reading.same_line(at, end - 1)
    {
        return Some((end, Value::Range(point, last), Rule::TimeRange));
    }
    let follows = follows_time(reading, board, at);
    let Some((end, point)) = point::point(reading, at, follows) else {
        return period::weekday(reading, at).map(|(end, value)| (end, value, Rule::TimeWeekday));
    };
    if !reading.same_line(at, end - 1) {
        return None;
    }
    if let Some((end, last)) = range_end(reading, end, point)
        && reading.same_line(at, end - 1)
    {
        return Some((end, Value::Range(point, last), Rule::TimeRange));
    }
    // a bare number that only the other end of a range would have made a time
    if point::is_bare(reading, at, &point) && !follows {
        return None;
    }
    Some((end, Value::Point(point), Rule::TimePoint))
}

/// The token is the tail of a longer number or code: `số 30/2020`, `A-12/5`.
fn is_glued(reading: &Reading, at: usize) -> bool {
    let token = &reading[at];
    if !token.is_number() || at == 0 || token.spaced || !reading.same_line(at - 1, at) {
        return false;
    }
    let before = reading.word(at - 1);
    // a dash or comma without spaces between two dates (`[2020-2025],2026`) is rare; a code is likelier
    !Class::OpensFigures.has(before)
}

/// The token carries on a list of times: `[năm 2008], [2009] và [2010]`, `[ngày 5/3] và [6/3]`.
fn follows_time(reading: &Reading, board: &Board, at: usize) -> bool {
    at > 1
        && reading.same_line(at - 2, at)
        && Class::JoinsTimes.has(reading.word(at - 1))
        && board.ending(at - 1).any(|p| p.kind == Kind::Time)
}

/// The second end of a range that begins with `first`, which ends before `at`.
fn range_end(reading: &Reading, at: usize, first: Point) -> Option<(usize, Point)> {
    let relative = |p: Part| matches!(p, Part::Shift(_) | Part::Same | Part::Each);
    if relative(first.day) || relative(first.year) && first.month == Part::Missing {
        return None;
    }
    if let Some(found) = list_end(reading, at, &first) {
        return Some(found);
    }
    let mut next = at;
    let dash = reading.word(at) == w!("-");
    if dash {
        next += 1;
    } else {
        next += usize::from(reading.seq(at, &[w!("cho"), w!("đến")]) || reading.seq(at, &[w!("cho"), w!("tới")]));
        if ![w!("đến"), w!("tới")].contains(&reading.word(next)) {
            return None;
        }
        next += 1;
        next += usize::from([w!("hết"), w!("cuối")].contains(&reading.word(next)));
    }
    let (end, last) = point::point(reading, next, true)
        .filter(|(_, last)| same_grain(&first, last) || both_dated(&first, last))
        .or_else(|| bare_end(reading, next, &first))?;
    // `[8h sáng 4-6 đến 14h chiều cùng ngày]`
    let same_day = first.clock.is_some() && last.clock.is_some() && last.day == Part::Same;
    let relative_end = (relative(last.day) || relative(last.month)) && !same_day;
    let fits = same_grain(&first, &last) || both_dated(&first, &last);
    (!relative_end && fits && runs_forward(&first, &last)).then_some((end, last))
}

/// The second end is not before the first, as far as both are given: `2048-1953` is no range.
fn runs_forward(first: &Point, last: &Point) -> bool {
    let given = |part: Part| if let Part::Given(n) = part { Some(n) } else { None };
    let years = given(first.year).zip(given(last.year));
    let months = given(first.month).zip(given(last.month));
    let days = given(first.day).zip(given(last.day));
    match years {
        Some((a, b)) if a == b => months.is_none_or(|(a, b)| a < b || a == b && days.is_none_or(|(a, b)| a <= b)),
        Some((a, b)) => a < b,
        // without years a range may run over the turn of one
        None => first.year != last.year || months.is_none_or(|(a, b)| a != b || days.is_none_or(|(a, b)| a <= b)),
    }
}

/// `[6/2018 - 19/9/2019]`, `[năm 2016 đến tháng 8-2024]`: of unlike grain, but each with its year.
fn both_dated(a: &Point, b: &Point) -> bool {
    let year = |p: &Point| matches!(p.year, Part::Given(_)) && p.clock.is_none();
    year(a) && year(b)
}

/// `[ngày 5 và 6-3]`, `[tháng 11 và 12/2021]`: numbers that share the month or year named at the end.
fn list_end(reading: &Reading, mut at: usize, first: &Point) -> Option<(usize, Point)> {
    let days = first.day != Part::Missing && first.month == Part::Missing;
    let months = first.day == Part::Missing && first.month != Part::Missing && first.year == Part::Missing;
    if !days && !months || first.clock.is_some() {
        return None;
    }
    while [w!(","), w!("và")].contains(&reading.word(at)) && small(reading, at + 1, 2).is_some() {
        let next = if days { point::point(reading, at + 1, true) } else { month::month_tail(reading, at + 1) };
        match next {
            Some((end, _)) if figures::counts_something(reading, end) => return None,
            Some((end, last)) if !days || last.month != Part::Missing => return Some((end, last)),
            _ => at += 2,
        }
    }
    None
}

/// `từ [năm 2015 đến 2020]`, `từ [tháng 3 đến 5/2021]`.
fn bare_end(reading: &Reading, at: usize, first: &Point) -> Option<(usize, Point)> {
    if first.month == Part::Missing && first.clock.is_none() {
        let (end, year) = figures::year_number(reading, at)?;
        return Some((end, Point { year: Part::Given(year), ..Point::default() }));
    }
    (first.day == Part::Missing && first.month != Part::Missing).then(|| month::month_tail(reading, at)).flatten()
}

/// Both ends are days, or both months, years, clock times.
fn same_grain(a: &Point, b: &Point) -> bool {
    let has = |p: Part| p != Part::Missing;
    if a.clock.is_some() != b.clock.is_some() {
        return false;
    }
    match (has(a.day), has(b.day)) {
        (true, true) => true,
        (false, false) => has(a.month) == has(b.month) || a.clock.is_some(),
        // `từ [8h đến 17h ngày 5/3]`
        (false, true) => a.clock.is_some(),
        (true, false) => a.clock.is_some(),
    }
}

/// A whole number in figures or words, small enough to count units of time.
fn count(reading: &Reading, at: usize) -> Option<(usize, i32)> {
    if let Some(n) = small(reading, at, 4) {
        let decimal = [w!(","), w!(".")].contains(&reading.word(at + 1))
            && reading.tokens.get(at + 2).is_some_and(|t| !t.spaced && t.is_number());
        return (!decimal).then_some((at + 1, n as i32));
    }
    let number = super::numeral::numeral(reading, at).filter(|n| n.spelled && n.value < 1000.0 && n.scale == 1.0)?;
    Some((number.end, number.value as i32))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::read;

    /// The TIMEs of a text.
    fn times(text: &str) -> Vec<String> {
        let reading = read(text);
        let mut board = Board::new(&reading);
        propose(&reading, &Layout::default(), &mut board);
        board.proposals().map(|p| reading.text(p.at).to_string()).collect()
    }

    #[test]
    fn finds_times() {
        for (text, want) in [
            ("14/10/2021 - 08:35", vec!["14/10/2021 - 08:35"]),
            ("Cập nhật lúc 07:03 ngày 13/10/2020", vec!["07:03 ngày 13/10/2020"]),
            ("01/10/2020 | 17:25 GMT+7", vec!["01/10/2020 | 17:25 GMT+7"]),
            ("Thứ Năm, 14/10/2021, 08:35 (GMT+7)", vec!["Thứ Năm, 14/10/2021, 08:35 (GMT+7)"]),
            ("08:35 | 14/10/2021", vec!["08:35 | 14/10/2021"]),
            ("vào ngày (02/07/2021) ]", vec!["02/07/2021"]),
            ("Chiều ngày 1-7, Ban", vec!["Chiều ngày 1-7"]),
            ("Chiều nay 26/3, tại", vec!["Chiều nay 26/3"]),
            ("16 tháng 6 2024, từ 13.5 đến 15.5.2024", vec!["16 tháng 6 2024", "13.5 đến 15.5.2024"]),
            ("chiều 29 Tết, lúc 9 - 10 giờ đêm", vec!["chiều 29 Tết", "9 - 10 giờ đêm"]),
            ("đến năm 2030, tầm nhìn đến 2045", vec!["năm 2030", "2045"]),
            ("Thứ 5 tuần trước, họp; dời sang thứ Hai tuần tới", vec!["Thứ 5 tuần trước", "thứ Hai tuần tới"]),
            ("Sáng thứ ba tuần này, Thứ hai tuần qua", vec!["Sáng thứ ba tuần này", "Thứ hai tuần qua"]),
            ("trận thắng thứ hai tuần này, lần thứ 3 tuần trước", vec![]),
            ("Ba tuần sau sẽ xong; 2 tháng sau, đoàn", vec!["Ba tuần sau", "2 tháng sau"]),
            ("2 tháng sau đó, ba năm sau Đại hội, 5 ngày sau khi", vec![]),
            ("thu 6T/2025, T9/2025 và 9 tháng 2025", vec!["6T/2025", "T9/2025", "9 tháng 2025"]),
            ("Q3/2025, QII/2024, Q.4/2024", vec!["Q3/2025", "QII/2024", "Q.4/2024"]),
            ("máy T5, xe Q7, 9 tháng tù, 13T/2025, T13/2025", vec![]),
            ("6 tháng đầu 2025, 9 tháng/2025", vec!["6 tháng đầu 2025", "9 tháng/2025"]),
            ("vào thứ Bảy, sáng chủ nhật, thứ Sáu tuần này", vec!["thứ Bảy", "sáng chủ nhật", "thứ Sáu tuần này"]),
            ("các thứ Bảy, con thứ hai, lần thứ ba, Bí thư thứ Hai, ngày thứ hai của giải", vec![]),
            ("treo đến 2/3 chiều cao, đến 2/3 thì xong", vec!["2/3"]),
            ("hai ngày (25 và 26/7), vào ngày 22/11- trước", vec!["25 và 26/7", "ngày 22/11"]),
            ("(22.12.1944-22.12.2024), Cách mạng Tháng Tám", vec!["22.12.1944-22.12.2024"]),
            ("mạng 5G sớm nhất, 2019/04/26 14:18", vec!["2019/04/26 14:18"]),
            ("so với tuần trước đó, đi cùng đoàn hôm đó", vec!["tuần trước đó", "hôm đó"]),
            ("Chủ nhật, 29/12/2024; ngày thứ Sáu 23/08", vec!["Chủ nhật, 29/12/2024", "ngày thứ Sáu 23/08"]),
            ("Chiều 28-1 (tức 29 Tết Ất Tỵ 2025), đoàn", vec!["Chiều 28-1 (tức 29 Tết Ất Tỵ 2025)"]),
            ("Thông tư 12/2024 và tháng 12/2024", vec!["tháng 12/2024"]),
            ("Sáng nay (5-3), ông", vec!["Sáng nay (5-3)"]),
            ("hôm nay, ngày 5/3, đoàn", vec!["hôm nay, ngày 5/3"]),
            ("Sáng 23/1, Bộ", vec!["Sáng 23/1"]),
            ("lúc 9h cùng ngày.", vec!["9h cùng ngày"]),
            ("vào 8 giờ 30 phút sáng ngày 5/3/2020 tại", vec!["8 giờ 30 phút sáng ngày 5/3/2020"]),
            ("Hôm qua và ngày mai", vec!["Hôm qua", "ngày mai"]),
            ("ngày 15-9-2021, toàn", vec!["ngày 15-9-2021"]),
            ("ngày 05.03.2021 tại", vec!["ngày 05.03.2021"]),
            ("ngày 5 tháng 3 năm 2021 tại", vec!["ngày 5 tháng 3 năm 2021"]),
            ("ngày 14 tháng 10 hàng năm là", vec!["ngày 14 tháng 10 hàng năm"]),
            ("Quí III-2021, dịch", vec!["Quí III-2021"]),
            ("quý I, triển khai quý II/2024.", vec!["quý I", "quý II/2024"]),
            ("quý 3 năm 2020", vec!["quý 3 năm 2020"]),
            ("6 tháng đầu năm và 6 tháng cuối năm 2021 khu", vec!["6 tháng đầu năm", "6 tháng cuối năm 2021"]),
            ("Sáu tháng đầu năm, ngành", vec!["Sáu tháng đầu năm"]),
            ("9 tháng năm 2021, Ban", vec!["9 tháng năm 2021"]),
            ("9 tháng đầu năm nay tăng", vec!["9 tháng đầu năm nay"]),
            ("nhiệm kỳ 2020-2025, giai đoạn 2023 – 2030.", vec!["nhiệm kỳ 2020-2025", "giai đoạn 2023 – 2030"]),
            ("(14/10/1930 – 14/10/2021):", vec!["14/10/1930 – 14/10/2021"]),
            ("từ ngày 03 đến 06/12, tại", vec!["ngày 03 đến 06/12"]),
            ("Trong hai ngày 5 và 6-3, tỉnh", vec!["hai ngày 5 và 6-3"]),
            ("được diễn ra trong 2 ngày 21 và 22/6/2018.", vec!["2 ngày 21 và 22/6/2018"]),
            ("trong 3 ngày, từ 5 đến 7/3, đoàn", vec!["5 đến 7/3"]),
            ("Từ năm 2015 đến Quý I năm 2018, các", vec!["năm 2015 đến Quý I năm 2018"]),
            ("từ quý I đến quý III/2021", vec!["quý I đến quý III/2021"]),
            ("Năm học mới 2024 - 2025, trường", vec!["Năm học mới 2024 - 2025"]),
            ("Ngày 9/2/2019 tức ngày mùng 5 Tết Kỷ Hợi, tại", vec!["Ngày 9/2/2019 tức ngày mùng 5 Tết Kỷ Hợi"]),
            ("ngày 29/1/2025 (mùng 1 Tết), ông", vec!["ngày 29/1/2025 (mùng 1 Tết)"]),
            ("ngày 18/4 (tức 10/3 âm lịch), lễ", vec!["ngày 18/4 (tức 10/3 âm lịch)"]),
            ("mừng Xuân Kỷ Hợi 2019 và Tết Nguyên đán 2020.", vec!["Kỷ Hợi 2019", "2020"]),
            ("ngày 5/3 và 6/3", vec!["ngày 5/3", "6/3"]),
            ("từ ngày 1-7 đến hết ngày 15-7-2020,", vec!["ngày 1-7 đến hết ngày 15-7-2020"]),
            ("từ tháng 3 đến tháng 5/2021", vec!["tháng 3 đến tháng 5/2021"]),
            ("từ năm 2015 đến năm 2020", vec!["năm 2015 đến năm 2020"]),
            ("từ năm 2015 đến 2020", vec!["năm 2015 đến 2020"]),
            ("năm 1991 đến nay", vec!["năm 1991"]),
            ("các năm 2008, 2009 và 2010 đều", vec!["năm 2008", "2009", "2010"]),
            ("từ 2015 đến 2020", vec!["2015 đến 2020"]),
            ("những năm 1930 của", vec!["những năm 1930"]),
            ("thập niên 90 của thế kỷ XX", vec!["thập niên 90 của thế kỷ XX"]),
            ("từ đầu thế kỷ XX", vec!["đầu thế kỷ XX"]),
            ("trong 91 năm qua, ngành", vec!["91 năm qua"]),
            ("cách đây 40 năm, đơn", vec!["cách đây 40 năm"]),
            ("Quyết định 2282 tháng 8-2024 về", vec!["tháng 8-2024"]),
            ("trong tháng 10-2021.", vec!["tháng 10-2021"]),
            ("hồi tháng 5 vừa qua", vec!["tháng 5 vừa qua"]),
            ("so với cùng kỳ năm ngoái", vec!["cùng kỳ năm ngoái"]),
            ("vào cuối năm 2011 và đầu năm nay", vec!["cuối năm 2011", "đầu năm nay"]),
            ("Cách mạng tháng Tám năm 1945", vec!["tháng Tám năm 1945"]),
            ("thứ Bảy (5/3/2022), lễ", vec!["thứ Bảy (5/3/2022)"]),
            ("Sáng thứ Bảy, 10-7, tại", vec!["Sáng thứ Bảy, 10-7"]),
            ("cúng 23 tháng Chạp", vec!["23 tháng Chạp"]),
            ("Quốc khánh 2/9, Ngày Nhà giáo Việt Nam 20/11 và", vec!["2/9", "20/11"]),
            ("so với cùng tháng năm trước", vec!["cùng tháng năm trước"]),
            ("đến năm 2030, tầm nhìn 2045", vec!["năm 2030", "2045"]),
            ("vào cuối tuần qua", vec!["cuối tuần qua"]),
            ("dịp 30/4 và 1/5", vec!["30/4", "1/5"]),
            ("năm học 2020-2021", vec!["năm học 2020-2021"]),
            ("2025-03-31 17:09:00", vec!["2025-03-31 17:09:00"]),
            ("Ngày 3.6, UBND tỉnh", vec!["Ngày 3.6"]),
            ("hơn 10 năm nay", vec!["10 năm nay"]),
            ("ngày mùng 5 Tết Kỷ Hợi, tại", vec!["ngày mùng 5 Tết Kỷ Hợi"]),
            ("xuân năm Giáp Thìn đến", vec!["năm Giáp Thìn"]),
            ("Từ 6/2018 - 19/9/2019: giữ chức", vec!["6/2018 - 19/9/2019"]),
            ("từ năm 2016 đến tháng 8-2024, họ", vec!["năm 2016 đến tháng 8-2024"]),
            ("mùa 2024/25 và mùa giải 2023/2024", vec!["mùa 2024/25", "mùa giải 2023/2024"]),
            ("năm học 2024-25, La Liga 2023/24 khép lại", vec!["năm học 2024-25", "2023/24"]),
            ("trong 3 năm 2023 - 2025", vec!["3 năm 2023 - 2025"]),
            ("chiến thắng (1789 - 2025)", vec!["1789 - 2025"]),
            ("giải phóng (30/4/1975-30/4/2024).", vec!["30/4/1975-30/4/2024"]),
            ("ngày giỗ (18/6 âm lịch)", vec!["18/6 âm lịch"]),
            ("khoảng 7h, đoàn đến", vec!["7h"]),
            ("từ 8h10 sáng 4-6 đến 14h20 chiều cùng ngày", vec!["8h10 sáng 4-6 đến 14h20 chiều cùng ngày"]),
            ("bị cáo Vi (SN 1996), từ 1992 đến nay", vec!["1996", "1992"]),
            ("làm Chánh văn phòng (2013)", vec!["2013"]),
            ("1\tLê Văn An\t1975\tNam\n2\tVũ Thị Mai\tNữ\t1980", vec!["1975", "1980"]),
            ("cùng ngày 26.8 ông nhận", vec!["cùng ngày 26.8"]),
            ("ba tháng trước, ông đến", vec!["ba tháng trước"]),
        ] {
            assert_eq!(times(text), want, "{text}");
        }
    }

    #[test]
    fn leaves_what_is_no_time() {
        for text in [
            "hiện nay, những năm qua, thời gian tới, nhiều năm qua",
            "Từ đầu năm đến nay và cuối năm",
            "có 90 năm truyền thống, 30 tuổi",
            "hoàn thành 3/7 công trình, 2/3 số phiếu",
            "Nghị định số 30/2020/NĐ-CP, 27/NQ-HĐND, 18-NQ/TW",
            "điện thoại 0912.345.678, 024-38251234",
            "thắng 3-1 trong trận đầu",
            "trong 8 giờ liền, 24 giờ",
            "đạt từ 3 đến 5 xã",
            "lũy kế 10 tháng 3.798 tỷ đồng",
            "uống ngày 2-3 lần, ngày 3 viên",
            "mất khoảng 7h đi đường",
            "101 ngày trước cuộc bầu cử, hai tháng trước đó, một tuần sau",
            "năm học mới, năm xã",
            "hàng chục năm nay không ai hỏi",
            "tăng 1.930 người, 2020 người",
        ] {
            assert!(times(text).is_empty(), "{text}: {:?}", times(text));
        }
    }
}
