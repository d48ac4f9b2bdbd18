//! What goes in: any string, read once into tokens, lines and sentences.
//!
//! [`read`] brings the text into one normal form ([`normal`]), splits it into words, numbers and marks
//! ([`token`]) and finds lines and sentences. Everything after works on token indices; each token remembers
//! where it stands in the text as given, in UTF-16 code units. This stage knows nothing of meaning.

mod case;
mod cell;
pub(crate) mod compose;
pub(crate) mod fold;
mod language;
mod normal;
mod sentence;
mod stretch;
pub(crate) mod syllable;
mod token;

pub(crate) use language::Language;
pub(crate) use stretch::{Line, Stretch};
pub(crate) use token::{Case, Token, TokenKind, tokens_of, words_of};

use crate::analysis::{Fingerprint, Warning};
use std::ops::{Index, Range};

/// The number of a folded word, usable as a constant: `w!("ngày")`. What is not in folded form (lower case, NFC, tone on the
/// first vowel of `oa`, `oe`, `uy`: `hòa`, `ủy`; see `fold::is_folded`) would never match and does not compile.
#[macro_export]
macro_rules! w {
    ($word:literal) => {
        const {
            assert!($crate::text::fold::is_folded($word), concat!("not in folded form: ", $word));
            $crate::text::fold::number_of($word)
        }
    };
}

/// A text as the stages read it.
#[derive(Debug)]
pub(crate) struct Reading {
    /// The text in normal form: NFC, plain spaces, one at a time, `\n` alone as line end, no zero-width characters, Đ for Eth.
    pub clean: String,
    pub tokens: Vec<Token>,
    /// Every line that is not blank, as a range of tokens.
    pub lines: Vec<Line>,
    /// Sentences in order; none crosses a line end.
    pub sentences: Vec<Stretch>,
    /// What had to be repaired.
    pub warnings: Vec<Warning>,
    /// Everything the lexicon knows of in the text.
    pub hits: crate::lexicon::Hits,
    /// What it is written in.
    pub language: Language,
    /// Of the text as given.
    pub fingerprint: Fingerprint,
}

/// Reads `source` into tokens, lines and sentences. Never fails; linear in the text.
pub(crate) fn read(source: &str) -> Reading {
    let normal = normal::normalize(source);
    let mut tokens = token::tokenize(&normal);
    let lines = token::lines(&tokens);
    cell::divide(&mut tokens, &lines);
    let sentences = sentence::split(&normal.clean, &tokens, &lines);
    let hits = crate::lexicon::find(&tokens);
    let fingerprint = Fingerprint::of(source.encode_utf16());
    let language = language::judge(&normal.clean, &tokens);
    let mut warnings = normal.warnings;
    warnings.extend(language.warning());
    let mut reading = Reading { clean: normal.clean, tokens, lines, sentences, warnings, hits, language, fingerprint };
    if !reading.language.is_foreign() {
        case::restore(&mut reading);
    }
    reading
}

/// The token at a place; [`Token::NOTHING`] beyond the text, so that rules may ask for any neighbor.
impl Index<usize> for Reading {
    type Output = Token;

    fn index(&self, at: usize) -> &Token {
        self.tokens.get(at).unwrap_or(&Token::NOTHING)
    }
}

/// The tokens of a range, as far as the text goes.
impl Index<Range<usize>> for Reading {
    type Output = [Token];

    fn index(&self, range: Range<usize>) -> &[Token] {
        let end = range.end.min(self.tokens.len());
        self.tokens.get(range.start..end).unwrap_or_default()
    }
}

impl Reading {
    /// The words of `tokens[start..end]` as they stand in the clean text.
    pub(crate) fn text(&self, stretch: Stretch) -> &str {
        if stretch.start >= stretch.end {
            return "";
        }
        self.clean.get(self[stretch.start].start as usize..self[stretch.end - 1].end as usize).unwrap_or_default()
    }

    /// The text of one token.
    pub(crate) fn token_text(&self, at: usize) -> &str {
        let t = &self[at];
        &self.clean[t.start as usize..t.end as usize]
    }

    /// Folded number of the token at `at`; 0 beyond the text, so that neighbors may be asked for freely.
    pub(crate) fn word(&self, at: usize) -> u32 {
        self[at].word
    }

    /// Folded number of the token `back` places before `at`; 0 before the text.
    pub(crate) fn word_before(&self, at: usize, back: usize) -> u32 {
        at.checked_sub(back).map_or(0, |i| self[i].word)
    }

    /// Whether the tokens from `at` on are these folded words, on one line and in one cell.
    pub(crate) fn seq(&self, at: usize, words: &[u32]) -> bool {
        self.tokens.len() >= at + words.len()
            && words.iter().enumerate().all(|(i, &n)| self[at + i].word == n)
            && (words.len() < 2 || self[at].cell == self[at + words.len() - 1].cell)
    }

    /// The token behind the longest of these phrases that begins here, on one line and in one cell.
    pub(crate) fn phrase(&self, at: usize, phrase: crate::lexicon::Phrase) -> Option<usize> {
        phrase.forms().iter().find(|form| self.seq(at, form)).map(|form| at + form.len())
    }

    /// The forms of the lexicon that end right before the token, on its line, longest first.
    pub(crate) fn hits_before(&self, at: usize) -> impl Iterator<Item = &crate::lexicon::Hit> {
        let here = at.checked_sub(1).is_some_and(|before| self.same_line(before, at));
        self.hits.ending(at).filter(move |_| here)
    }

    /// Whether `a` and `b` stand on the same line and, in a table, in the same cell.
    pub(crate) fn same_line(&self, a: usize, b: usize) -> bool {
        matches!((self.tokens.get(a), self.tokens.get(b)), (Some(x), Some(y)) if x.cell == y.cell)
    }

    /// The token before, on the same line and in the same cell; one that is no word, number or mark where none is.
    pub(crate) fn before(&self, at: usize) -> &Token {
        if self.line_ends(at) { &Token::NOTHING } else { &self[at - 1] }
    }

    /// No token stands before this one on its line, or the text ends here.
    pub(crate) fn line_ends(&self, at: usize) -> bool {
        at == 0 || !self.same_line(at - 1, at)
    }

    /// Letters, and all of them capitals, as the text has them.
    pub(crate) fn is_shouted(&self, stretch: Stretch) -> bool {
        let text = self.text(stretch);
        text.contains(char::is_uppercase) && !text.contains(char::is_lowercase)
    }

    /// The stretch in UTF-16 code units of the text as given.
    pub(crate) fn span(&self, stretch: Stretch) -> crate::analysis::Span {
        crate::analysis::Span { start: self[stretch.start].start16, end: self[stretch.end - 1].end16 }
    }

    /// The position in `lines` of the line that holds the token.
    pub(crate) fn line_of(&self, token: usize) -> usize {
        self.lines.partition_point(|l| l.tokens.end <= token)
    }

    /// The tokens of the line that holds the token; none beyond the text.
    pub(crate) fn line(&self, token: usize) -> Stretch {
        self.lines.get(self.line_of(token)).map_or(Stretch::new(token, token), |l| l.tokens)
    }

    /// The cells of a line, in order, without the marks between them; the line itself where it is no row of a table.
    pub(crate) fn cells(&self, line: Stretch) -> impl Iterator<Item = Stretch> + '_ {
        let mut at = line.start;
        std::iter::from_fn(move || {
            let start = (at..line.end).find(|&i| !self.is_border(i))?;
            at = (start..line.end).find(|&i| self[i].cell != self[start].cell).unwrap_or(line.end);
            // a border closes the cell before it
            Some(Stretch::new(start, at))
        })
    }

    /// A mark that stands alone between two cells, or around one.
    pub(crate) fn is_border(&self, at: usize) -> bool {
        let mark = [w!("|"), w!(";"), w!(","), w!("\"")].contains(&self.word(at));
        mark && at.checked_sub(1).is_none_or(|before| !self.same_line(before, at)) && !self.same_line(at, at + 1)
    }

    /// The sentence that holds the token.
    pub(crate) fn sentence_of(&self, token: usize) -> Stretch {
        let i = self.sentences.partition_point(|s| s.end <= token);
        self.sentences.get(i).copied().unwrap_or(Stretch::new(token, token + 1))
    }
}
