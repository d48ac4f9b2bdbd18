//! Sentences: they end at a line's end, at that of a cell, or at `.`, `?`, `!`, `…` before a space and a capital, digit, quotation
//! mark or dash. The dots of abbreviations (`TP.`, `T.Ư`, `TS.`, initials) and of figures end none.

use super::{Case, Line, Stretch, Token};
use crate::lexicon::Class;
use crate::w;

/// Splits every line into sentences.
pub(super) fn split(clean: &str, tokens: &[Token], lines: &[Line]) -> Vec<Stretch> {
    let mut out = Vec::with_capacity(lines.len() * 2);
    for line in lines {
        let (mut start, end) = (line.tokens.start, line.tokens.end);
        let mut i = start;
        while i < end {
            // a cell of a table is read by itself
            if tokens[i].cell != tokens[start].cell {
                out.push(Stretch::new(start, i));
                start = i;
            }
            if ends_sentence(clean, tokens, i) {
                let mut close = i + 1;
                while close < end
                    && !tokens[close].spaced
                    && tokens[close].is_mark()
                    && tokens[close].cell == tokens[start].cell
                {
                    close += 1;
                }
                if close < end
                    && tokens[close].cell == tokens[start].cell
                    && tokens[close].spaced
                    && may_begin(&tokens[close])
                {
                    out.push(Stretch::new(start, close));
                    start = close;
                }
                i = close;
            } else {
                i += 1;
            }
        }
        if start < end {
            out.push(Stretch::new(start, end));
        }
    }
    out
}

fn ends_sentence(clean: &str, tokens: &[Token], at: usize) -> bool {
    let t = &tokens[at];
    if !t.is_mark() {
        return false;
    }
    match clean[t.start as usize..].chars().next() {
        Some('?' | '!' | '…') => true,
        Some('.') => at == 0 || t.spaced || !is_abbreviation(&tokens[at - 1]),
        _ => false,
    }
}

/// A single letter, capitals of up to three letters (`TP`, `PGS`), or a title that takes a dot.
fn is_abbreviation(t: &Token) -> bool {
    t.is_word() && t.case != Case::Lower && (t.letters == 1 || Class::DottedTitle.has(t.word))
}

fn may_begin(t: &Token) -> bool {
    t.is_capital() || t.is_number() || [w!("\""), w!("-"), w!("'"), w!("(")].contains(&t.word)
}

#[cfg(test)]
mod tests {
    use crate::text::read;

    fn sentences(text: &str) -> Vec<String> {
        let reading = read(text);
        reading.sentences.iter().map(|&s| reading.text(s).to_string()).collect()
    }

    #[test]
    fn splits_at_stops_and_lines() {
        assert_eq!(sentences("Một hai. Ba bốn!\nNăm"), ["Một hai.", "Ba bốn!", "Năm"]);
        assert_eq!(sentences("Ông nói: “Tốt.” Rồi đi."), ["Ông nói: “Tốt.”", "Rồi đi."]);
    }

    #[test]
    fn keeps_abbreviations_and_figures() {
        assert_eq!(sentences("Tại TP. Hồ Chí Minh, TS. Lê A. có 1.027 người.").len(), 1);
        assert_eq!(sentences("ở TP.HCM, v.v… nhưng chưa").len(), 1);
    }
}
