//! An abbreviation never explained: capital letters that look like initials of Vietnamese syllables, that the text does
//! not define and that our tables do not know.
//!
//! Brands and foreign short forms are no abbreviations of the paper's own, so only those with a `Đ` or `Ư` are looked at,
//! of three letters at least, outside names, documents and lines of capitals.

use super::Article;
use crate::analysis::{Check, Kind};
use crate::lexicon::Class;
use crate::text::{Case, Stretch};
use std::collections::{BTreeMap, HashSet};

/// One check for each short form, with all its uses.
pub(super) fn find(article: &Article) -> Vec<Check> {
    let reading = article.reading;
    let records = article.records;
    let explained: HashSet<&str> = records.abbreviations.iter().map(|a| a.short.as_str()).collect();
    let named = [Kind::Person, Kind::Organization, Kind::Place, Kind::Document, Kind::Abbreviation, Kind::Event];
    let mut names = records.mentions.iter().filter(|m| named.contains(&m.kind)).map(|m| m.at).peekable();
    let mut taken = 0;
    let mut found: BTreeMap<&str, Vec<Stretch>> = BTreeMap::new();
    for (at, token) in reading.tokens.iter().enumerate() {
        while let Some(name) = names.next_if(|n| n.start <= at) {
            taken = taken.max(name.end);
        }
        let short = reading.token_text(at);
        if at >= taken
            && token.case == Case::Upper
            && looks_like_initials(short)
            && stands_alone(article, at)
            && reading.hits.at(at).is_empty()
            && !explained.contains(short)
            && article.is_prose(at)
        {
            found.entry(short).or_default().push(Stretch::new(at, at + 1));
        }
    }
    let check = |(short, at): (&str, Vec<Stretch>)| {
        let message = format!("\"{short}\" is never explained.");
        article.check("unexplained_abbreviation", message, [("short", short.to_string())], &at)
    };
    found.into_iter().map(check).collect()
}

fn looks_like_initials(short: &str) -> bool {
    let letters = short.chars().count();
    (3..=9).contains(&letters) && short.contains(['Đ', 'Ư']) && !short.contains(['F', 'J', 'W', 'Z'])
}

/// No mark or digit sticks to it, and no other word in capitals stands beside it.
fn stands_alone(article: &Article, at: usize) -> bool {
    let reading = article.reading;
    let glued = |i: usize| {
        let joint = |j: usize| reading.tokens.get(j).is_some_and(|t| !t.spaced);
        let mark = |j: usize| Class::GluedToAbbreviation.has(reading.word(j));
        let before = i > 0 && joint(i) && (reading[i - 1].is_number() || mark(i - 1));
        let behind = joint(i + 1) && (reading[i + 1].is_number() || (mark(i + 1) && joint(i + 2)));
        before || behind
    };
    let loud = |i: usize| reading.same_line(at, i) && reading[i].case == Case::Upper;
    !(glued(at) || loud(at + 1) || at > 0 && loud(at - 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::tests::codes;

    #[test]
    fn what_looks_like_initials() {
        for (short, expected) in
            [("KHTHQĐ", true), ("UNESCO", false), ("BMW", false), ("HTML", false), ("WTHN", false), ("XIII", false)]
        {
            assert_eq!(looks_like_initials(short), expected, "{short}");
        }
    }

    #[test]
    fn told_once_with_all_uses() {
        let told = |text: &str| codes(text, "2024-05-01").contains(&"unexplained_abbreviation");
        assert!(told("Tỉnh tiếp tục triển khai KHTHQĐ trong năm nay."));
        assert!(!told("Tỉnh triển khai kế hoạch thực hiện quyết định (KHTHQĐ). Việc triển khai KHTHQĐ có kết quả."));
        assert!(!told("Thường trực HĐND và UBND tỉnh họp."));
        assert!(!told("HỘI NGHỊ TRIỂN KHAI KHTHQĐ NĂM NAY"));
        assert!(!told("Kế hoạch số 12/KH-KHTHQĐ được ban hành."));
    }
}
