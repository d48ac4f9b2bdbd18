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
        && reading.tokens[number.end].case != crate::text::Case::Title
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
    let number = |i: usize| glued(i) && reading.tokens[i].is_number();
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

/// The value of a Roman number of this token, in capitals, up to 39.
pub fn roman(reading: &Reading, at: usize) -> Option<u32> {
    let token = reading.tokens.get(at).filter(|t| t.is_word() && t.is_capital())?;
    let text = &reading.clean[token.start as usize..token.end as usize];
    if text.len() > 6 {
        return None;
    }
    let mut total = 0;
    let mut before = 0;
    for c in text.bytes().rev() {
        let value = match c {
            b'I' => 1,
            b'V' => 5,
            b'X' => 10,
            _ => return None,
        };
        total = if value < before { total - value } else { total + value };
        before = before.max(value);
    }
    u32::try_from(total).ok().filter(|n| (1..40).contains(n))
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
            [("XIII", Some(13)), ("IV", Some(4)), ("XIX", Some(19)), ("VI", Some(6)), ("Xi", None), ("LX", None)]
        {
            assert_eq!(roman(&read(text), 0), value, "{text}");
        }
    }
}
