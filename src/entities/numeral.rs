//! Numbers as papers write them: `49.453`, `76,1`, `3,4 tỷ`, `mười lăm`, and Roman ones.
//!
//! The dot groups thousands, the comma begins the decimals. The words `triệu`, `tỷ` … belong to the number.

use crate::lexicon::{Table, cell};
use crate::text::Reading;
use crate::w;

/// A number in the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Numeral {
    /// Token behind it.
    pub end: usize,
    pub value: f64,
    /// Written in words throughout.
    pub spelled: bool,
    /// What its scale words (`triệu`, `tỷ`) come to; 1 without any.
    pub scale: f64,
}

/// The number of at most `digits` digits that is this token alone.
pub fn small(reading: &Reading, at: usize, digits: usize) -> Option<u32> {
    let token = reading.tokens.get(at).filter(|t| t.is_number())?;
    let text = &reading.clean[token.start as usize..token.end as usize];
    (text.len() <= digits).then(|| text.parse().ok())?
}

/// The number that begins at this token, in figures or words.
pub fn numeral(reading: &Reading, at: usize) -> Option<Numeral> {
    let token = reading.tokens.get(at)?;
    let (end, value) = if token.is_number() { figures(reading, at)? } else { words(reading, at)? };
    let spelled = !token.is_number();
    let mut total = Numeral { end, value, spelled, scale: 1.0 };
    scales(reading, &mut total);
    if total.scale >= 1e3 {
        // figures times a power of ten are whole: `532,8 tỷ`
        total.value = total.value.round();
    }
    // `5 tỷ 300 triệu`: a smaller part follows a scale word
    if total.scale > 1.0
        && let Some(next) = reading.tokens.get(total.end)
        && next.is_number()
        && next.spaced
        && reading.same_line(at, total.end)
        && let Some((end, value)) = figures(reading, total.end)
    {
        let mut rest = Numeral { end, value, spelled: false, scale: 1.0 };
        scales(reading, &mut rest);
        if rest.scale > 1.0 && rest.value < total.value {
            total.end = rest.end;
            total.value += rest.value;
        }
    }
    Some(total)
}

/// No scale goes beyond a million thousand million; more scale words in a row are no number.
const LARGEST: f64 = 1e15;

/// Multiplies by the scale words that follow: `nghìn tỷ`.
fn scales(reading: &Reading, number: &mut Numeral) {
    while let Some((kind, value)) = word(reading, number.end)
        && (kind == "scale" || kind == "hundred" && !number.spelled)
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
    let glued = |i: usize| reading.tokens.get(i).is_some_and(|t| !t.spaced);
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

/// `n` with its last digits behind the point. Below 2^53 both sides are exact, so the quotient is the nearest number; the
/// general reader of decimals would weigh 10 KB more.
fn shifted(n: u64, decimals: usize) -> f64 {
    n as f64 / (0..decimals).fold(1.0, |ten, _| ten * 10.0)
}

/// Kind and value of a number word.
fn word(reading: &Reading, at: usize) -> Option<(&'static str, f64)> {
    let hit = reading.hits.longest(at, Table::Numerals)?;
    let value = cell(Table::Numerals, hit.row, 1).parse::<u64>().ok()? as f64;
    Some((cell(Table::Numerals, hit.row, 2), value))
}

/// A number in words below a thousand; scale words are left to the caller.
fn words(reading: &Reading, at: usize) -> Option<(usize, f64)> {
    let (kind, first) = word(reading, at)?;
    let mut total = match kind {
        "digit" | "ten" => first,
        _ => return None,
    };
    let (mut end, mut last, mut done) = (at + 1, kind, 0.0);
    while reading.same_line(at, end)
        && let Some((kind, value)) = word(reading, end)
    {
        match (last, kind) {
            ("digit", "tens") => total = done + (total - done) * 10.0,
            ("digit", "hundred") if done == 0.0 => {
                total *= 100.0;
                done = total;
            }
            ("hundred", "digit" | "ten") | ("ten" | "tens" | "filler", "digit") => {
                if kind == "digit" {
                    done = total;
                }
                total += value;
                if last != "hundred" {
                    end += 1;
                    break;
                }
            }
            ("hundred", "filler") => {}
            _ => break,
        }
        last = kind;
        end += 1;
    }
    Some((end, total))
}

/// The value of a Roman number of this token, in capitals, below 100.
pub fn roman(reading: &Reading, at: usize) -> Option<u32> {
    reading.tokens.get(at).filter(|t| t.is_word() && t.is_capital())?;
    from_roman(reading.token_text(at))
}

/// Reads a Roman number below 100 as it is rightly written (`XIV`; neither `VX` nor `IIII`).
fn from_roman(text: &str) -> Option<u32> {
    const TENS: [&str; 10] = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"];
    const UNITS: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let units = text.find(['I', 'V']).unwrap_or(text.len());
    // in `IX` the X belongs to the units
    let split = [units, text.len()].into_iter().find_map(|at| {
        let tens = TENS.iter().position(|t| *t == &text[..at])?;
        let units = UNITS.iter().position(|u| *u == &text[at..])?;
        Some((tens * 10 + units) as u32)
    });
    split.filter(|&n| n > 0)
}

/// An ordinal below 200 in figures, Roman or words, and how many tokens it takes.
pub fn ordinal(reading: &Reading, at: usize) -> Option<(u32, usize)> {
    let token = reading.tokens.get(at)?;
    if token.is_number() {
        return reading.token_text(at).parse().ok().filter(|&n| n < 200).map(|n| (n, 1));
    }
    if let Some(n) = roman(reading, at) {
        return Some((n, 1));
    }
    let unit = |w: u32| -> Option<u32> {
        const UNITS: [(u32, u32); 13] = [
            (w!("nhất"), 1),
            (w!("một"), 1),
            (w!("mốt"), 1),
            (w!("hai"), 2),
            (w!("ba"), 3),
            (w!("tư"), 4),
            (w!("bốn"), 4),
            (w!("năm"), 5),
            (w!("lăm"), 5),
            (w!("sáu"), 6),
            (w!("bảy"), 7),
            (w!("tám"), 8),
            (w!("chín"), 9),
        ];
        UNITS.iter().find(|u| u.0 == w).map(|u| u.1)
    };
    let word = |i: usize| if reading.same_line(at, i) { reading.word(i) } else { 0 };
    if word(at) == w!("mười") {
        return Some(unit(word(at + 1)).map_or((10, 1), |u| (10 + u, 2)));
    }
    let tens = unit(word(at))?;
    if word(at + 1) == w!("mươi") {
        return Some(unit(word(at + 2)).map_or((tens * 10, 2), |u| (tens * 10 + u, 3)));
    }
    Some((tens, 1))
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
        ] {
            let got = numeral(&read(text), 0).map(|n| (n.value, n.end));
            assert_eq!(got, Some((value, tokens)), "{text}");
        }
        assert_eq!(numeral(&read("trăm họ"), 0), None);
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
            assert_eq!(ordinal(&reading, 0), Some((n as u32, reading.tokens.len())), "{number}");
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
