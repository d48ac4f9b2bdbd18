//! Numbers and symbols: `18-NQ/TW`, `27/NQ-HĐND`, `30/2020/NĐ-CP`, `72/2025/QH15`, `43-CV/TU`, `18- NQ/TW`.

use crate::entities::cursor::Cursor;
use crate::text::{Reading, Stretch, Token};
use crate::w;

/// A number with the letters behind it, if any.
pub(crate) struct Symbol {
    pub at: Stretch,
    pub number: Stretch,
    /// First group of letters.
    pub letters: Option<usize>,
}

impl Symbol {
    /// Number and letters; nothing where it is a bare number.
    pub(crate) fn whole(&self) -> Option<Stretch> {
        self.letters.map(|_| self.at)
    }
}

/// A symbol or bare number that begins here: a number, then a year or groups of capitals, joined by `-` and `/`
/// (`[100/2019]` is the short form of `[Nghị định 100/2019/NĐ-CP]`); one space at a joint is a slip of the pen
/// (`18- NQ/TW`).
pub(crate) fn at(reading: &Reading, at: usize) -> Option<Symbol> {
    let first = reading.tokens.get(at)?;
    if !first.is_number() || first.end - first.start > 5 {
        return None;
    }
    // `[Nghị quyết 30a/2008/NQ-CP]`
    let suffix = |c: Cursor| Some(c.glued()?.one(|t| t.is_word() && t.end - t.start == 1)?.at());
    let number_end = suffix(Cursor::behind(reading, at + 1)).unwrap_or(at + 1);
    let mut end = number_end;
    let mut letters = None;
    let (mut groups, mut spaced_before) = (0, false);
    loop {
        let joint = [w!("-"), w!("/")].contains(&reading.word(end));
        let Some(next) = reading.tokens.get(end + 1).filter(|t| joint && t.cell == first.cell) else { break };
        let mark = &reading[end];
        let tight = !next.spaced && !mark.spaced;
        let one_slip = next.spaced != mark.spaced || letters.is_some() && tight;
        // `[Quyết định số 1245 /QĐ - UBND]`, `18 - NQ/TW`: with spaces on both sides before or behind the letters of
        // the type
        let wide = next.spaced && mark.spaced && groups < 2 && {
            let is_type = |i: usize| reading.hits.at(i).iter().any(|h| h.table == crate::lexicon::Table::DocTypes);
            let short = |i: usize| is_type(i) && reading[i].is_capital() && is_code(reading, i);
            let goes_on = || [w!("-"), w!("/")].contains(&reading.word(end + 2)) && is_code(reading, end + 3);
            match letters {
                None => goes_on() && (short(end + 1) || reading.word(end) == w!("/")),
                Some(first) => short(first) || spaced_before,
            }
        };
        // a unit behind the letters: `4352/BCA-A81`
        let number = Cursor::behind(reading, end + 2).glued().and_then(|c| c.one(Token::is_number));
        let unit = letters.is_some() && next.letters == 1 && next.is_capital() && number.is_some();
        let code = is_code(reading, end + 1) || unit;
        let year = next.is_number() && next.end - next.start == 4 && tight && reading.word(end) == w!("/");
        if code && (tight || one_slip || wide) {
            groups += 1;
            spaced_before |= wide;
            letters = letters.or(Some(end + 1));
            end = code_end(reading, end + 1);
        } else if year && letters.is_none() && end == number_end {
            end += 2;
            if ![w!("/"), w!("-")].contains(&reading.word(end)) || !is_code(reading, end + 1) {
                break;
            }
        } else {
            break;
        }
    }
    let number = Stretch::new(at, number_end);
    Some(Symbol { at: Stretch::new(at, end), number, letters })
}

/// Capitals as symbols have them: two or more letters, the second a capital too, or `QĐi`, `CTr`, `TTr`, or `T.Ư`.
fn is_code(reading: &Reading, at: usize) -> bool {
    let Some(token) = reading.tokens.get(at).filter(|t| t.is_word()) else { return false };
    let text = reading.token_text(at);
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    // `QĐi`, `CTr` and as people write them, `Ctr`
    capitals >= 2
        || token.is_capital() && [w!("ctr"), w!("ttr"), w!("qđi"), w!("ttg")].contains(&token.word)
        || capitals == 1 && token.letters == 1 && reading.word(at + 1) == w!(".")
        // `L-CTN`
        || token.word == w!("l") && token.is_capital() && reading.word(at + 1) == w!("-")
}

/// Behind the letters: `QH15` is a word and a number, `T.Ư` two letters and a dot, `NN&PTNT` two groups.
fn code_end<'a>(reading: &'a Reading, at: usize) -> usize {
    let dotted = |c: Cursor<'a>| c.glued()?.any(&[w!(".")])?.glued()?.one(Token::is_capital);
    let joined = |c: Cursor<'a>| c.glued()?.any(&[w!("&")])?.glued()?.one(|_| true);
    let number = |c: Cursor<'a>| c.glued()?.one(Token::is_number);
    Cursor::behind(reading, at + 1).maybe(dotted).maybe(joined).maybe(number).at()
}

#[cfg(test)]
mod tests {
    use crate::text::read;

    #[test]
    fn reads_symbols_in_every_spelling() {
        for (text, want) in [
            ("18-NQ/TW ngày", "18-NQ/TW"),
            ("18- NQ/TW của", "18- NQ/TW"),
            ("18/NQ-TW", "18/NQ-TW"),
            ("30/2020/NĐ-CP.", "30/2020/NĐ-CP"),
            ("72/2025/QH15,", "72/2025/QH15"),
            ("43-CV/TU", "43-CV/TU"),
            ("1234/QĐ-UBND", "1234/QĐ-UBND"),
            ("08-QĐi/TW", "08-QĐi/TW"),
            ("12-KH/T.Ư", "12-KH/T.Ư"),
            ("52-Ctr/TU, ngày", "52-Ctr/TU"),
            ("100/2019 về", "100/2019"),
            ("4352/BCA-A81 ngày", "4352/BCA-A81"),
            ("205 ngày", "205"),
            ("39 của Bộ", "39"),
            ("20 - Đảng", "20"),
        ] {
            let reading = read(text);
            let symbol = super::at(&reading, 0).expect(text);
            assert_eq!(reading.text(symbol.at), want);
        }
        assert!(super::at(&read("abc"), 0).is_none());
    }
}
