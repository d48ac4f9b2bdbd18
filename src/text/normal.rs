//! One normal form for every text, and the way back.
//!
//! Canonical composition cluster by cluster, so that the way back to the text as given is a short list of the
//! places where the two differ. Does not touch letter case or tone placement: those are folded per word.

use super::compose::{combining_class, composed};
use crate::analysis::{Span, Warning};
use std::iter::Peekable;
use std::str::Chars;

/// A character of the clean text whose length in the given text is not its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Odd {
    /// Byte of the clean text where the character starts (its length, for what was dropped at the end).
    pub at: usize,
    /// UTF-16 code units dropped before it.
    pub skip: u32,
    /// UTF-16 code units that it takes in the text as given.
    pub width: u32,
}

/// A text in normal form.
#[derive(Debug, Default)]
pub(super) struct Normal {
    pub clean: String,
    /// Ordered by `at`.
    pub odd: Vec<Odd>,
    pub warnings: Vec<Warning>,
}

/// Composes (NFC), drops what has no width, makes spaces plain and rows of them one and line ends `\n`, writes Đ for Eth, full-width
/// letters and digits plain, and a space for the underscores of word segmenters.
pub(super) fn normalize(source: &str) -> Normal {
    let mut out = Normal { clean: String::with_capacity(source.len()), ..Normal::default() };
    let mut skip = 0;
    let mut skipped_first = None;
    let mut at16 = 0u32;
    let mut chars = source.chars().peekable();
    let mut cluster = String::new();
    let segmented = is_segmented(source);
    while let Some(c) = chars.next() {
        let width = c.len_utf16() as u32;
        let from16 = at16;
        at16 += width;
        if c == '\r' && chars.peek() == Some(&'\n') || has_no_width(c) {
            if c == '\0' {
                skipped_first.get_or_insert(Span { start: from16, end: at16 });
            }
            skip += width;
            continue;
        }
        let at = out.clean.len();
        // marks go with letters only: a mark on a space or a figure is a character of its own
        if !chars.peek().is_some_and(|&c| is_mark(c)) || !c.is_alphabetic() {
            let joins_words = segmented
                && c == '_'
                && out.clean.ends_with(char::is_alphabetic)
                && chars.peek().is_some_and(|c| c.is_alphabetic());
            let plain = if joins_words { ' ' } else { plain(c) };
            // a row of spaces is one: `Bồ  Đào  Nha` is the name that the table has
            if plain == ' ' && out.clean.ends_with(' ') {
                skip += width;
                continue;
            }
            out.clean.push(plain);
            if skip > 0 || plain.len_utf16() as u32 != width {
                out.odd.push(Odd { at, skip, width });
                skip = 0;
            }
            continue;
        }
        let total = read_cluster(c, &mut chars, &mut cluster);
        at16 += total - width;
        push_cluster(&mut out, &cluster, skip, total);
        skip = 0;
    }
    if skip > 0 {
        out.odd.push(Odd { at: out.clean.len(), skip, width: 0 });
    }
    if let Some(span) = skipped_first {
        out.warnings.push(Warning {
            code: "control_removed",
            message: "NUL characters were passed over".into(),
            span: Some(span),
        });
    }
    out
}

/// Whether underscores join the syllables of words, as word segmenters write them (`Nguyễn_Văn_An dự hội_nghị`): words with
/// Vietnamese letters hold them, and no address or code does.
fn is_segmented(source: &str) -> bool {
    source.contains('_')
        && source.split_whitespace().any(|word| {
            word.contains('_')
                && !word.is_ascii()
                && word.chars().all(|c| c == '_' || c.is_alphabetic() || joins_before(c))
        })
}

/// Reads a base with its marks; gives its width in UTF-16 code units.
fn read_cluster(base: char, chars: &mut Peekable<Chars>, cluster: &mut String) -> u32 {
    cluster.clear();
    cluster.push(base);
    while let Some(mark) = chars.next_if(|&c| is_mark(c)) {
        cluster.push(mark);
    }
    cluster.chars().map(|c| c.len_utf16() as u32).sum()
}

fn is_mark(c: char) -> bool {
    !c.is_ascii() && joins_before(c)
}

/// Adds a base with its marks, composed; the whole width goes to the first character, none to the others.
fn push_cluster(out: &mut Normal, cluster: &str, skip: u32, total: u32) {
    let mut first = true;
    for whole in composed(cluster) {
        let at = out.clean.len();
        let c = plain(whole);
        out.clean.push(c);
        let (skip, width) = if first { (skip, total) } else { (0, 0) };
        if skip > 0 || width != c.len_utf16() as u32 {
            out.odd.push(Odd { at, skip, width });
        }
        first = false;
    }
}

/// Combining marks, and Hangul letters that compose with the one before.
fn joins_before(c: char) -> bool {
    combining_class(c) != 0 || matches!(c, '\u{1161}'..='\u{1175}' | '\u{11a8}'..='\u{11c2}')
}

/// NUL, soft hyphen, zero-width and bidirectional controls, byte order mark.
const fn has_no_width(c: char) -> bool {
    matches!(c, '\0' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// One space for every kind of space, `\n` for every line end, Đ for the letters that stand in for it.
fn plain(c: char) -> char {
    match c {
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        'Ð' | 'Ɖ' => 'Đ',
        'ð' => 'đ',
        // full-width letters, digits and marks
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn composes_and_remembers_widths() {
        let n = normalize("Ti\u{302}\u{301}ng");
        assert_eq!(n.clean, "Tiếng".replace("iế", "î\u{301}").nfc().collect::<String>());
        assert_eq!(n.odd[0].at, 1);
        assert_eq!(n.odd[0].width, 3);
    }

    #[test]
    fn leaves_marks_without_a_letter_alone() {
        for text in ["\n\u{323}", "1\u{323}", "\u{323}\u{301}"] {
            let n = normalize(text);
            assert_eq!((n.clean.as_str(), n.odd.len()), (text, 0));
        }
    }

    #[test]
    fn rows_of_spaces_are_one() {
        let n = normalize("Bồ \u{a0}\u{200b} Đào\u{3000} Nha  ");
        assert_eq!(n.clean, "Bồ Đào Nha ");
        assert_eq!(n.odd.iter().map(|o| o.skip).sum::<u32>(), 5);
    }

    #[test]
    fn words_of_a_segmenter_are_words() {
        let n = normalize("Nguyễn_Văn_An dự hội_nghị , a_1 _ b_");
        assert_eq!((n.clean.as_str(), n.odd.len()), ("Nguyễn Văn An dự hội nghị , a_1 _ b_", 0));
        assert_eq!(normalize("ghi le_hoa@x.vn rồi").clean, "ghi le_hoa@x.vn rồi");
        assert_eq!(normalize("ＵＢＮＤ\u{3000}２０２５").clean, "UBND 2025");
    }

    #[test]
    fn drops_and_replaces() {
        let n = normalize("\u{feff}Ðảng\u{a0}bộ\r\nX");
        assert_eq!(n.clean, "Đảng bộ\nX");
        assert_eq!(n.odd, [Odd { at: 0, skip: 1, width: 1 }, Odd { at: "Đảng bộ".len(), skip: 1, width: 1 }]);
    }
}
