//! What is measured: title, lead, headings, questions and body, as syllables, sentences and paragraphs.
//!
//! A syllable is a run of letters, as Vietnamese writes it; a figure counts as one however many digits it has
//! (`1.450`). A site that prints title or lead twice is read once: the second printing is left out.

use crate::analysis::ZoneKind;
use crate::layout::Layout;
use crate::text::{Reading, Stretch};
use crate::w;
use std::collections::HashSet;

/// The measured part of an article.
#[derive(Debug, Default)]
pub(super) struct Prose {
    /// Measured lines, in order.
    pub lines: Vec<Stretch>,
    /// Sentences of these lines that hold a syllable; a title or heading is one at least.
    pub sentences: Vec<Stretch>,
    /// Lines of lead, question or body.
    pub paragraphs: u32,
    /// The lines of title and lead among `lines`, which are first.
    pub head: Vec<Stretch>,
}

impl Prose {
    /// Chooses the lines by their zones.
    pub(super) fn of(reading: &Reading, layout: &Layout) -> Prose {
        let mut out = Prose::default();
        let mut heads: HashSet<Vec<u32>> = HashSet::new();
        for (line, &zone) in reading.lines.iter().zip(&layout.zones) {
            let head = matches!(zone, ZoneKind::Title | ZoneKind::Lead);
            let paragraph = matches!(zone, ZoneKind::Lead | ZoneKind::Question | ZoneKind::Body);
            if !head && !paragraph && zone != ZoneKind::Heading {
                continue;
            }
            let words: Vec<u32> = line.tokens.tokens().map(|i| reading.word(i)).collect();
            if heads.contains(&words) {
                continue;
            }
            if head {
                heads.insert(words);
                out.head.push(line.tokens);
            }
            out.paragraphs += u32::from(paragraph);
            out.lines.push(line.tokens);
        }
        let mut sentences = reading.sentences.iter().peekable();
        for line in &out.lines {
            while sentences.next_if(|s| s.start < line.start).is_some() {}
            while let Some(s) = sentences.next_if(|s| s.start < line.end) {
                if s.tokens().any(|i| is_syllable(reading, i)) {
                    out.sentences.push(*s);
                }
            }
        }
        out
    }

    /// Whether the token stands in a measured line.
    pub(super) fn covers(&self, token: usize) -> bool {
        let next = self.lines.partition_point(|l| l.end <= token);
        self.lines.get(next).is_some_and(|l| l.start <= token)
    }
}

/// Whether the token counts as a syllable: a word, or the first token of a figure.
pub(super) fn is_syllable(reading: &Reading, at: usize) -> bool {
    let token = &reading[at];
    token.is_word() || (token.is_number() && !continues_figure(reading, at))
}

/// Whether the digits at `at` go on with a figure: `450` in `1.450`.
pub(super) fn continues_figure(reading: &Reading, at: usize) -> bool {
    let tight = |i: usize| !reading[i].spaced;
    at >= 2
        && tight(at)
        && tight(at - 1)
        && matches!(reading.word(at - 1), x if x == w!(".") || x == w!(","))
        && reading[at - 2].is_number()
}

/// Number of syllables in a stretch.
pub(super) fn syllables(reading: &Reading, stretch: Stretch) -> u32 {
    stretch.tokens().filter(|&i| is_syllable(reading, i)).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::ZoneKind::*;
    use crate::text::read;

    fn prose(text: &str, zones: &[ZoneKind]) -> (Reading, Prose) {
        let reading = read(text);
        let layout = Layout { zones: zones.to_vec(), ..Layout::default() };
        let prose = Prose::of(&reading, &layout);
        (reading, prose)
    }

    #[test]
    fn figures_count_once() {
        for (text, expected) in [
            ("Toàn tỉnh có 1.450 đảng viên", 6),
            ("Đạt 76,1%", 2),
            ("Quy định số 22-QĐ/TW", 6),
            ("ngày 1/7/2025", 4),
            ("— … !", 0),
        ] {
            let reading = read(text);
            assert_eq!(syllables(&reading, Stretch::new(0, reading.tokens.len())), expected, "{text}");
        }
    }

    #[test]
    fn measures_only_what_is_read() {
        let text = "Trang chủ\nHọp bàn\nẢnh: An\nMở đầu. Nói tiếp.\nTác giả";
        let (_, p) = prose(text, &[Chrome, Title, Caption, Body, Byline]);
        assert_eq!((p.lines.len(), p.sentences.len(), p.paragraphs), (2, 3, 1));
        assert!(!p.covers(0) && p.covers(2) && !p.covers(4) && p.covers(7));
    }

    #[test]
    fn a_title_printed_twice_is_read_once() {
        let (_, p) = prose("Họp bàn\nHỌP BÀN\nTin đầu.\nTin đầu.", &[Title, Title, Lead, Body]);
        assert_eq!((p.lines.len(), p.paragraphs), (2, 1));
        let (_, p) = prose("Tin đầu.\nTin đầu.", &[Body, Body]);
        assert_eq!(p.lines.len(), 2);
    }
}
