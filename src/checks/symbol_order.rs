//! A symbol in the wrong order: the Party writes number-type/body (`18-NQ/TW`, Hướng dẫn 36-HD/VPTW of 2018 on the
//! form of Party documents), the State number/year/type-body; `18/NQ-TW` mixes the two.

use super::Article;
use crate::analysis::Check;
use crate::text::{Case, Stretch};
use crate::w;

/// Finds number `/` type `-` `TW` (`TƯ`, `TU`).
pub(super) fn find(article: &Article) -> Vec<Check> {
    let reading = article.reading;
    let party = |i: usize| matches!(reading.word(i), x if x == w!("tw") || x == w!("tư") || x == w!("tu"));
    let mut out = Vec::new();
    for at in 0..reading.tokens.len().saturating_sub(4) {
        let tokens = &reading[at..at + 5];
        let fits = tokens[0].is_number()
            && reading.word(at + 1) == w!("/")
            && tokens[2].is_word()
            && reading.word(at + 3) == w!("-")
            && party(at + 4)
            && tokens[2].is_capital()
            && tokens[4].case == Case::Upper
            && tokens[1..].iter().all(|t| !t.spaced);
        // `2017/NQ-TW` behind another number is the form of the State with a year
        let inside = at > 0 && !tokens[0].spaced && !reading[at - 1].is_word();
        if fits && !inside {
            let at = Stretch::new(at, at + 5);
            let right = format!(
                "{}-{}/{}",
                reading.token_text(at.start),
                reading.token_text(at.start + 2),
                reading.token_text(at.start + 4)
            );
            let written = reading.text(at).to_string();
            let message = format!("\"{written}\" has its marks in the wrong order; the Party writes \"{right}\".");
            out.push(article.check("symbol_order", message, [("written", written), ("right", right)], &[at]));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::checks::tests::codes;

    #[test]
    fn only_party_symbols_with_state_marks() {
        for (text, expected) in [
            ("Nghị quyết số 18/NQ-TW của Trung ương.", 1),
            ("Kế hoạch số 12/KH-TU của Tỉnh ủy.", 1),
            ("Nghị quyết số 18-NQ/TW của Trung ương.", 0),
            ("Nghị quyết số 27/NQ-HĐND của HĐND tỉnh.", 0),
            ("Nghị quyết 76/2014/NQ-TU nào đó.", 0),
            ("tỷ số 2/3 - TU thắng", 0),
        ] {
            let found = codes(text, "2024-05-01");
            assert_eq!(found.iter().filter(|c| **c == "symbol_order").count(), expected, "{text}");
        }
    }
}
