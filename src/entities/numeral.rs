//! Numbers as papers write them: `49.453`, `76,1`, `[3,4 tỷ]`, `mười lăm`, and Roman ones.
//!
//! The dot groups thousands, the comma begins the decimals. The words `triệu`, `tỷ` … belong to the number.

use crate::lexicon::Table;
use crate::lexicon::columns::numerals::{self, Kind as Word};
use crate::text::Reading;
use crate::w;

/// A number in the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Numeral {
    /// Token behind it.
    pub end: usize,
    pub value: f64,
    /// Written in words throughout.
    pub spelled: bool,
    /// What its scale words (`triệu`, `tỷ`) come to; 1 without any.
    pub scale: f64,
}

/// The number of at most `digits` digits that is this token alone.
pub(super) fn small(reading: &Reading, at: usize, digits: usize) -> Option<u32> {
    let token = reading.tokens.get(at).filter(|t| t.is_number())?;
    let text = &reading.clean[token.start as usize..token.end as usize];
    (text.len() <= digits).then(|| text.parse().ok())?
}

/// The number that begins at this token, in figures or words.
pub(super) fn numeral(reading: &Reading, at: usize) -> Option<Numeral> {
    let token = reading.tokens.get(at)?;
    let spelled = !token.is_number();
    let (end, value) = if spelled { words(reading, at, true)? } else { figures(reading, at)? };
    let mut total = Numeral { end, value, spelled, scale: 1.0 };
    scales(reading, &mut total);
    if total.scale >= 1e3 {
        // figures times a power of ten are whole: `[532,8 tỷ]`
        total.value = total.value.round();
    }
    while let Some(more) = with_next_part(reading, at, &total) {
        total = more;
    }
    if last_scale(reading, total.end) >= 1e2
        && reading.word(total.end) == w!("rưỡi")
        && reading.same_line(at, total.end)
    {
        // half of the last scale word: `hai triệu rưỡi`
        total.value += last_scale(reading, total.end) / 2.0;
        total.end += 1;
    }
    Some(total)
}

/// What the scale word before this token is worth; 0 where there is none.
fn last_scale(reading: &Reading, end: usize) -> f64 {
    let scale = end.checked_sub(1).and_then(|at| word(reading, at));
    scale.filter(|(kind, _)| matches!(*kind, Word::Scale | Word::Hundred)).map_or(0.0, |(_, value)| value)
}

/// A number of several parts, from the larger to the smaller: `[5 tỷ 300 triệu]`, `[hai nghìn ba trăm người]`; a scale
/// word that is larger than the one before counts all that stands before it: `[1 nghìn 500 tỷ]`.
fn with_next_part(reading: &Reading, at: usize, total: &Numeral) -> Option<Numeral> {
    let scale = last_scale(reading, total.end);
    let next = reading.tokens.get(total.end).filter(|t| t.spaced && reading.same_line(at, total.end))?;
    if scale <= 100.0 || next.is_number() == total.spelled {
        return None;
    }
    let (end, value) = if total.spelled { words(reading, total.end, false)? } else { figures(reading, total.end)? };
    let mut part = Numeral { end, value, spelled: total.spelled, scale: 1.0 };
    scales(reading, &mut part);
    if part.scale == 1.0 {
        // `hai nghìn năm trăm`; not `hai nghìn năm`, which are years, nor `2 triệu 500`, which leaves `nghìn` out
        let whole = (100.0..1e3).contains(&value)
            || reading.word(total.end) == w!("không")
            || word(reading, total.end).is_some_and(|(kind, _)| kind == Word::Filler);
        return (scale == 1e3 && whole).then_some(Numeral {
            end,
            value: total.value + value,
            scale: total.scale,
            ..part
        });
    }
    if part.scale < scale {
        let value = total.value + part.value;
        return (part.value < scale).then_some(Numeral { value, scale: total.scale, ..part });
    }
    let value = (total.value + value) * part.scale;
    (scale < part.scale && total.value % scale == 0.0 && part.scale * scale <= LARGEST).then_some(Numeral {
        value: value.round(),
        scale: total.scale * part.scale,
        ..part
    })
}

/// No scale goes beyond a million thousand million; more scale words in a row are no number.
const LARGEST: f64 = 1e15;

/// Multiplies by the scale words that follow: `nghìn tỷ`.
fn scales(reading: &Reading, number: &mut Numeral) {
    while let Some((kind, value)) = word(reading, number.end)
        && (kind == Word::Scale || kind == Word::Hundred && !number.spelled)
        && reading.same_line(number.end - 1, number.end)
        && reading[number.end].case != crate::text::Case::Title
    {
        // `tỷ lệ`, `tỷ trọng`, `tỷ suất` are words of their own
        const RATE: [u32; 3] = [w!("lệ"), w!("trọng"), w!("suất")];
        if number.scale * value > LARGEST || value >= 1e9 && RATE.contains(&reading.word(number.end + 1)) {
            break;
        }
        number.value *= value;
        number.end += 1;
        number.scale *= value;
    }
}

/// Figures with groups and decimals.
fn figures(reading: &Reading, at: usize) -> Option<(usize, f64)> {
    let text = |i: usize| reading.token_text(i);
    let glued = |i: usize| !reading[i].spaced;
    let number = |i: usize| glued(i) && reading[i].is_number();
    let groups_with = |mark: u32| {
        let mut end = at + 1;
        while text(at).len() <= 3
            && reading.word(end) == mark
            && glued(end)
            && number(end + 1)
            && text(end + 1).len() == 3
        {
            end += 2;
        }
        end
    };
    let (dots, commas) = (groups_with(w!(".")), groups_with(w!(",")));
    let (end, decimal) = if dots > at + 1 {
        (dots, w!(","))
    } else if commas > at + 3 {
        (commas, w!("."))
    } else {
        (at + 1, w!(","))
    };
    let mut digits: String = (at..end).step_by(2).map(text).collect();
    let mut decimals = 0;
    let mut end = end;
    let decimal_here = |mark: u32| reading.word(end) == mark && glued(end) && number(end + 1);
    if decimal_here(decimal) || end == at + 1 && decimal_here(w!(".")) && text(end + 1).len() < 3 {
        digits.push_str(text(end + 1));
        decimals = text(end + 1).len();
        end += 2;
    }
    (digits.len() <= 15).then(|| digits.parse::<u64>().ok()).flatten().map(|n| (end, shifted(n, decimals)))
}

/// `n` with its last digits behind the point. Below 2^53 both sides are exact, so the quotient is the nearest number;
/// the general reader of decimals would weigh 10 KB more.
fn shifted(n: u64, decimals: usize) -> f64 {
    n as f64 / (0..decimals).fold(1.0, |ten, _| ten * 10.0)
}

/// Kind and value of a number word.
fn word(reading: &Reading, at: usize) -> Option<(Word, f64)> {
    let hit = reading.hits.longest(at, Table::Numerals)?;
    let value = numerals::VALUE.of(hit.row).parse::<u64>().ok()? as f64;
    Some((numerals::KIND.of(hit.row)?, value))
}

/// A number in words below a thousand; scale words are left to the caller. `first`: no larger part stands before it, so
/// that it begins with no zero (`không trăm linh năm`).
fn words(reading: &Reading, at: usize, first: bool) -> Option<(usize, f64)> {
    let zero = |i: usize| (reading.word(i) == w!("không")).then_some((Word::Zero, 0.0));
    let part = |i: usize| word(reading, i).or_else(|| zero(i)).filter(|_| i == at || reading.same_line(at, i));
    // the digit that stands here; `năm` is a year behind a ten, where five is `lăm`
    let digit = |i: usize, behind_ten: bool| {
        let fits = !behind_ten || reading.word(i) != w!("năm");
        part(i).filter(|(kind, _)| *kind == Word::Digit && fits).map(|(_, value)| value)
    };
    // what follows the hundreds, or stands alone: `mười lăm`, `hai mươi mốt`, `linh năm`, `bảy`
    let tens = |i: usize| match (part(i)?.0, part(i + 1).map(|p| p.0)) {
        (Word::Ten, _) => Some(digit(i + 1, true).map_or((i + 1, 10.0), |units| (i + 2, 10.0 + units))),
        (Word::Digit, Some(Word::Tens)) => {
            let ten = digit(i, false)? * 10.0;
            Some(digit(i + 2, true).map_or((i + 2, ten), |units| (i + 3, ten + units)))
        }
        (Word::Filler, Some(Word::Digit)) => Some((i + 2, digit(i + 1, false)?)),
        _ => None,
    };
    let (kind, value) = part(at)?;
    if matches!(kind, Word::Digit | Word::Zero) && part(at + 1).is_some_and(|(kind, _)| kind == Word::Hundred) {
        let hundreds = value * 100.0;
        let found = tens(at + 2).map_or((at + 2, hundreds), |(end, rest)| (end, hundreds + rest));
        return (kind == Word::Digit || !first && found.1 > 0.0).then_some(found);
    }
    let found = tens(at).or_else(|| digit(at, false).map(|units| (at + 1, units)))?;
    (kind != Word::Filler || !first).then_some(found)
}

/// The value of a Roman number of this token, in capitals, below 100.
pub(super) fn roman(reading: &Reading, at: usize) -> Option<u32> {
    reading.tokens.get(at).filter(|t| t.is_word() && t.is_capital())?;
    from_roman(reading.token_text(at))
}

/// Reads a Roman number below 100 as it is rightly written (`XIV`; neither `VX` nor `IIII`).
fn from_roman(text: &str) -> Option<u32> {
    let units = text.find(['I', 'V']).unwrap_or(text.len());
    // in `IX` the X belongs to the units
    let split = [units, text.len()].into_iter().find_map(|at| {
        let (tens, units) = text.as_bytes().split_at_checked(at)?;
        Some(roman_digit(tens, *b"XLC")? * 10 + roman_digit(units, *b"IVX")?)
    });
    split.filter(|&n| n > 0)
}

/// The digit that these letters write, with the signs of one decimal place for one, five and ten; 0 for none.
fn roman_digit(letters: &[u8], [one, five, ten]: [u8; 3]) -> Option<u32> {
    let (five_of, ones) = letters.strip_prefix(&[five]).map_or((0, letters), |rest| (5, rest));
    match letters {
        [a, b] if *a == one && *b == five => Some(4),
        [a, b] if *a == one && *b == ten => Some(9),
        _ => (ones.len() < 4 && ones.iter().all(|&sign| sign == one)).then(|| five_of + ones.len() as u32),
    }
}

/// An ordinal below 200 in figures, Roman or words: the token behind it and its value.
pub(super) fn ordinal(reading: &Reading, at: usize) -> Option<(usize, u32)> {
    if reading[at].is_number() {
        return reading.token_text(at).parse().ok().filter(|&n| n < 200).map(|n| (at + 1, n));
    }
    if let Some(n) = roman(reading, at) {
        return Some((at + 1, n));
    }
    let digit = |i: usize| {
        let first = (reading.word(i) == w!("nhất")).then_some(1);
        let counted = || Some(word(reading, i).filter(|&(kind, _)| kind == Word::Digit)?.1 as u32);
        first.or_else(counted).filter(|_| reading.same_line(at, i))
    };
    let word = |i: usize| if reading.same_line(at, i) { reading.word(i) } else { 0 };
    if word(at) == w!("mười") {
        return Some(digit(at + 1).map_or((at + 1, 10), |u| (at + 2, 10 + u)));
    }
    let tens = digit(at)?;
    if word(at + 1) == w!("mươi") {
        return Some(digit(at + 2).map_or((at + 2, tens * 10), |u| (at + 3, tens * 10 + u)));
    }
    Some((at + 1, tens))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::read;

    #[test]
    fn reads_numbers() {
        for (text, value, tokens) in [
            ("49.453 đảng viên", 49453.0, 3),
            ("1.234.567,5 ha", 1_234_567.5, 7),
            ("1,234,567 người", 1_234_567.0, 5),
            ("76,1%", 76.1, 3),
            ("3.5 tỷ", 3.5e9, 4),
            ("3,4 tỷ đồng", 3.4e9, 4),
            ("2 nghìn tỷ đồng", 2e12, 3),
            ("2 tỷ tỷ tỷ", 2e9, 2),
            ("5 tỷ 300 triệu đồng", 5.3e9, 4),
            ("532,8 tỷ", 532_800_000_000.0, 4),
            ("5 tỷ lệ", 5.0, 1),
            ("01 đơn vị", 1.0, 1),
            ("hai nước", 2.0, 1),
            ("mười lăm xã", 15.0, 2),
            ("ba mươi người", 30.0, 2),
            ("hai mươi mốt tỉnh", 21.0, 3),
            ("một trăm linh năm hộ", 105.0, 4),
            ("Ba trăm hai mươi mốt", 321.0, 5),
            ("hai triệu người", 2e6, 2),
            ("một nghìn hai trăm ba mươi tỷ đồng", 1.23e12, 7),
            ("một nghìn tỷ đồng", 1e12, 3),
            ("1 nghìn 500 tỷ đồng", 1.5e12, 4),
            ("1 nghìn 500 đại biểu", 1500.0, 3),
            ("2 triệu 500 đồng", 2e6, 2),
            ("hai nghìn năm trăm đại biểu", 2500.0, 4),
            ("hai nghìn năm lịch sử", 2000.0, 2),
            ("hai nghìn không trăm linh năm", 2005.0, 6),
            ("ba nghìn lẻ hai đêm", 3002.0, 4),
            ("hai tỷ ba trăm năm mươi triệu đồng", 2.35e9, 7),
            ("ba tỷ hai trăm triệu năm trăm nghìn đồng", 3_200_500_000.0, 8),
            ("hai triệu rưỡi đồng", 2.5e6, 3),
            ("1 tỷ rưỡi", 1.5e9, 3),
            ("một trăm rưỡi", 150.0, 3),
            ("năm trăm mười hai đảng viên", 512.0, 4),
            ("bốn trăm linh năm triệu", 4.05e8, 5),
            ("mười năm qua", 10.0, 1),
            ("hai mươi năm trước", 20.0, 2),
            ("hai trăm năm lịch sử", 200.0, 2),
            ("ba vạn hai nghìn dân", 32_000.0, 4),
        ] {
            let got = numeral(&read(text), 0).map(|n| (n.value, n.end));
            assert_eq!(got, Some((value, tokens)), "{text}");
        }
        for text in ["trăm họ", "linh năm", "không trăm linh năm", "rưỡi"] {
            assert_eq!(numeral(&read(text), 0), None, "{text}");
        }
        assert_eq!(numeral(&read("nhà"), 0), None);
    }

    #[test]
    fn reads_roman_numbers() {
        for (text, value) in
            [("XIII", Some(13)), ("IV", Some(4)), ("XIX", Some(19)), ("VI", Some(6)), ("Xi", None), ("LX", Some(60))]
        {
            assert_eq!(roman(&read(text), 0), value, "{text}");
        }
        for (text, value) in [("I", 1), ("IX", 9), ("XIV", 14), ("XVIII", 18), ("XL", 40), ("LIX", 59), ("XCIX", 99)] {
            assert_eq!(from_roman(text), Some(value), "{text}");
        }
        for text in ["XIA", "", "IIII", "VX", "IXI", "C", "XXXX"] {
            assert_eq!(from_roman(text), None, "{text}");
        }
    }

    /// `n` from 1 to 39 in words.
    fn spelled(n: usize) -> String {
        const UNITS: [&str; 10] = ["", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
        match (n / 10, n % 10) {
            (0, units) => UNITS[units].to_string(),
            (1, 0) => "mười".to_string(),
            (1, 5) => "mười lăm".to_string(),
            (1, units) => format!("mười {}", UNITS[units]),
            (tens, 0) => format!("{} mươi", UNITS[tens]),
            (tens, 1) => format!("{} mươi mốt", UNITS[tens]),
            (tens, 5) => format!("{} mươi lăm", UNITS[tens]),
            (tens, units) => format!("{} mươi {}", UNITS[tens], UNITS[units]),
        }
    }

    #[test]
    fn whoever_reads_an_ordinal_takes_all_its_words() {
        use crate::analysis::Kind;
        use crate::entities::testing::marked;
        for n in 1..40 {
            let number = spelled(n);
            let reading = read(&number);
            assert_eq!(ordinal(&reading, 0), Some((reading.tokens.len(), n as u32)), "{number}");
            for (kind, name) in [
                (Kind::Document, format!("Nghị quyết Trung ương {number} khóa XII")),
                (Kind::Document, format!("Nghị quyết Trung ương 4 khóa {number}")),
                (Kind::Document, format!("Nghị quyết T.Ư {number} khóa {number}")),
                (Kind::Document, format!("Nghị quyết Đảng bộ tỉnh lần thứ {number}")),
                (Kind::Event, format!("Đại hội Đảng bộ tỉnh lần thứ {number}")),
                (Kind::Event, format!("Kỳ họp thứ {number}")),
                (Kind::Event, format!("Hội nghị Trung ương {number} khóa {number}")),
                (Kind::Organization, format!("HĐND tỉnh khóa {number}")),
                (Kind::Organization, format!("HĐND tỉnh (khóa {number})")),
                (Kind::Time, format!("thế kỷ {number}")),
            ] {
                if kind == Kind::Time && n > 21 {
                    continue;
                }
                let found = marked(&format!("Theo {name}, tình hình tốt."), kind);
                assert!(found.contains(&name), "{name}: {found:?}");
            }
        }
    }
}
