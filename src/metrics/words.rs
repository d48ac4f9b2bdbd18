//! Words: the longest form that starts at a syllable and that our tables or the list of compounds know, a
//! person's name as one word, otherwise the syllable itself.

use super::prose::{Prose, continues_figure, is_syllable};
use crate::analysis::Kind;
use crate::entities::Mention;
use crate::lexicon::{Hit, Table};
use crate::text::{Reading, Stretch};

/// A word of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    pub at: Stretch,
    /// The same for all words of the same folded form.
    pub key: u64,
    pub sort: Sort,
}

/// What a word is made of, as far as the tables tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// Known to the tables as a word of several syllables.
    Compound,
    /// The name of a person, place or body.
    Name,
    Figure,
    Syllable,
}

/// The words of the measured lines, in order. `mentions` are sorted by start.
pub(super) fn segment(reading: &Reading, prose: &Prose, mentions: &[Mention]) -> Vec<Word> {
    let mut people = mentions.iter().filter(|m| m.kind == Kind::Person).map(|m| m.at).peekable();
    let mut out = Vec::new();
    for line in &prose.lines {
        let mut i = line.start;
        while i < line.end {
            if !is_syllable(reading, i) {
                i += 1;
                continue;
            }
            while people.next_if(|p| p.start < i).is_some() {}
            let (end, sort) = match people.peek() {
                Some(p) if p.start == i && p.end <= line.end => (p.end, Sort::Name),
                _ => longest(reading, i, line.end),
            };
            out.push(Word { at: Stretch::new(i, end), key: key(reading, i, end), sort });
            i = end;
        }
    }
    out
}

fn longest(reading: &Reading, at: usize, limit: usize) -> (usize, Sort) {
    let known = reading.hits.at(at).iter().filter(|h| h.len() > 1 && h.end as usize <= limit);
    let mut known = known.filter_map(|h| sort_of(reading, h).map(|sort| (h.end as usize, sort)));
    if let Some(found) = known.next() {
        return found;
    }
    let mut end = at + 1;
    if reading[at].is_number() {
        while end + 1 < limit && continues_figure(reading, end + 1) {
            end += 2;
        }
        return (end, Sort::Figure);
    }
    (end, Sort::Syllable)
}

/// What a hit is as a word; names only where every syllable has its capital.
fn sort_of(reading: &Reading, hit: &Hit) -> Option<Sort> {
    let mut tokens = reading[hit.start as usize..hit.end as usize].iter();
    match hit.table {
        Table::Compounds => Some(Sort::Compound),
        Table::Provinces | Table::Districts | Table::Communes => tokens.all(|t| t.is_capital()).then_some(Sort::Name),
        _ => None,
    }
}

fn key(reading: &Reading, start: usize, end: usize) -> u64 {
    join(0, (start..end).map(|i| u64::from(reading.word(i))))
}

/// Mixes numbers into a key (FNV-1a over 64-bit steps).
pub(super) fn join(seed: u64, parts: impl Iterator<Item = u64>) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325 ^ seed;
    parts.fold(start, |key, part| (key ^ part).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(23))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::{Rule, Value};
    use crate::text::read;

    fn words(text: &str, mentions: &[Mention]) -> Vec<String> {
        let reading = read(text);
        let all = Stretch::new(0, reading.tokens.len());
        let prose = Prose { lines: vec![all], ..Prose::default() };
        let words = segment(&reading, &prose, mentions);
        words.iter().map(|w| reading.text(w.at).to_string()).collect()
    }

    #[test]
    fn takes_the_longest_known_form() {
        for (text, expected) in [
            ("tổ chức hội nghị", "tổ chức/hội nghị"),
            ("Tổ chức, cán bộ", "Tổ chức/cán bộ"),
            ("ở Hà Nội", "ở/Hà Nội"),
            ("có 1.450 người", "có/1.450/người"),
            ("đạt 76,1%", "đạt/76,1"),
            ("xyz qqq", "xyz/qqq"),
        ] {
            assert_eq!(words(text, &[]).join("/"), expected);
        }
    }

    #[test]
    fn a_name_is_one_word() {
        let at = Stretch::new(1, 4);
        let rule = Rule::PersonAddress;
        let person = Mention { kind: Kind::Person, at, parent: None, rule, value: Value::None };
        assert_eq!(words("ông Lê Văn Bốn nói", &[person]).join("/"), "ông/Lê Văn Bốn/nói");
    }
}
