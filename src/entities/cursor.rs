//! A place in a line that rules step with `?`.
//!
//! Every step gives `None` where it does not match; nothing matches beyond the line, forward or back; what is read carries
//! its own width. A rule of steps is the phrase that it reads, from left to right:
//!
//! ```text
//! let c = c.any(&[w!("cùng")])?;                      // cùng
//! let c = c.class(Class::SameSpan)?;                  // kỳ, tháng, quý
//! let (c, year) = c.read(year_word)?;                 // năm ngoái
//! ```

use super::{Board, Proposal};
use crate::analysis::Kind;
use crate::lexicon::{Class, Hit, Table};
use crate::text::{Reading, Token};
use crate::w;

/// Where a rule stands. Copy; bound to one line and, in a table, to one cell of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    reading: &'a Reading,
    at: usize,
    /// Number of the line, or of the cell.
    cell: u32,
}

impl<'a> Cursor<'a> {
    /// At a token, on its line.
    pub(super) fn new(reading: &'a Reading, at: usize) -> Self {
        Self { reading, at, cell: reading[at].cell }
    }

    /// Behind what was read, on the line of the last token read.
    pub(super) fn behind(reading: &'a Reading, at: usize) -> Self {
        Self { reading, at, cell: reading[at.saturating_sub(1)].cell }
    }

    /// The token it stands before, counted in the text: one behind what was read.
    pub(super) fn at(self) -> usize {
        self.at
    }

    /// The next token; one that is no word, number or mark at the end of the line.
    pub(super) fn token(self) -> &'a Token {
        let token = &self.reading[self.at];
        if token.cell == self.cell { token } else { &Token::NOTHING }
    }

    /// Folded number of the next token; 0 at the end of the line.
    pub(super) fn word(self) -> u32 {
        self.token().word
    }

    /// The text of the next token; empty at the end of the line.
    pub(super) fn text(self) -> &'a str {
        if self.is_end() { "" } else { self.reading.token_text(self.at) }
    }

    /// The line ends here.
    pub(super) fn is_end(self) -> bool {
        let token = self.token();
        !(token.is_word() || token.is_number() || token.is_mark())
    }

    /// At another token of the line.
    pub(super) fn to(self, at: usize) -> Self {
        Self { at, ..self }
    }

    fn step(self, tokens: usize) -> Self {
        Self { at: self.at + tokens, ..self }
    }

    /// One token that passes a test.
    pub(super) fn one(self, test: impl Fn(&Token) -> bool) -> Option<Self> {
        (!self.is_end() && test(self.token())).then(|| self.step(1))
    }

    /// One of these words.
    pub(super) fn any(self, words: &[u32]) -> Option<Self> {
        words.contains(&self.word()).then(|| self.step(1))
    }

    /// These words in order.
    pub(super) fn all(self, words: &[u32]) -> Option<Self> {
        words.iter().try_fold(self, |c, &word| c.any(&[word]))
    }

    /// A word of a class.
    pub(super) fn class(self, class: Class) -> Option<Self> {
        class.has(self.word()).then(|| self.step(1))
    }

    /// The longest form of a table.
    pub(super) fn hit(self, table: Table) -> Option<(Self, &'a Hit)> {
        let hit = self.reading.hits.longest(self.at, table).filter(|_| !self.is_end())?;
        Some((self.step(hit.len()), hit))
    }

    /// What a reader of tokens finds here, if it stays on the line: functions that take a token and give the one behind.
    pub(super) fn read<T>(self, reader: impl Fn(&'a Reading, usize) -> Option<(usize, T)>) -> Option<(Self, T)> {
        let (end, value) = reader(self.reading, self.at).filter(|_| !self.is_end())?;
        let c = Self { at: end, ..self };
        // what it read ends on this line
        (end > self.at && self.reading[end - 1].cell == self.cell).then_some((c, value))
    }

    /// The number of at most so many digits that is this token alone.
    pub(super) fn digits(self, most: usize) -> Option<(Self, u32)> {
        let number = super::numeral::small(self.reading, self.at, most).filter(|_| !self.is_end())?;
        Some((self.step(1), number))
    }

    /// Past a step where it matches, else here.
    pub(super) fn maybe(self, step: impl Fn(Self) -> Option<Self>) -> Self {
        step(self).unwrap_or(self)
    }

    /// Past a step as often as it matches, at most so many times.
    pub(super) fn more(self, most: usize, step: impl Fn(Self) -> Option<Self>) -> Self {
        let mut c = self;
        for _ in 0..most {
            match step(c) {
                Some(next) => c = next,
                None => break,
            }
        }
        c
    }

    /// Past what stands in brackets here, if these hold at most so many tokens.
    pub(super) fn bracketed(self, most: usize) -> Option<Self> {
        let close = w!(")");
        self.any(&[w!("(")])?.more(most, |c| c.one(|t| t.word != close)).any(&[close])
    }

    /// Past the term of a congress or a committee: `khóa XII`, `(khóa XI, khóa XII)`.
    pub(super) fn term(self) -> Option<Self> {
        let one = |c: Self| Some(c.any(&[w!("khóa")])?.read(super::numeral::ordinal)?.0);
        let Some(inside) = self.any(&[w!("(")]) else { return one(self) };
        one(inside)?.more(usize::MAX, |c| one(c.any(&[w!(","), w!("và")])?)).any(&[w!(")")])
    }

    /// Here, if the next token touches the one before it.
    pub(super) fn glued(self) -> Option<Self> {
        (!self.is_end() && !self.token().spaced).then_some(self)
    }

    /// The longest proposal of a kind that an earlier rule made here.
    pub(super) fn entity(self, board: &'a Board, kind: Kind) -> Option<(Self, &'a Proposal)> {
        let proposal = board.longest(kind, self.at).filter(|_| !self.is_end())?;
        Some((Self { at: proposal.at.end, ..self }, proposal))
    }

    /// Here and the places behind it on the line, at most so many.
    pub(super) fn ahead(self, most: usize) -> impl Iterator<Item = Self> {
        (0..most).map(move |tokens| self.step(tokens)).take_while(|c| !c.is_end())
    }

    /// The token so many places back on the line; one that is no word, number or mark before its beginning.
    pub(super) fn before(self, tokens: usize) -> &'a Token {
        let before = self.at.checked_sub(tokens).map(|at| &self.reading[at]);
        before.filter(|t| t.cell == self.cell).unwrap_or(&Token::NOTHING)
    }

    /// The word so many tokens back on the line; 0 before its beginning.
    pub(super) fn back(self, tokens: usize) -> u32 {
        self.before(tokens).word
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::read;

    #[test]
    fn steps_stay_on_their_line() {
        let reading = read("lúc 8h30 cùng\nkỳ");
        let c = Cursor::new(&reading, 0);
        let c = c.any(&[w!("lúc")]).and_then(|c| c.digits(2)).map(|(c, hour)| (c.at(), hour));
        assert_eq!(c, Some((2, 8)));
        let same = Cursor::new(&reading, 4);
        let same = same.any(&[w!("cùng")]).expect("the word");
        assert!(same.is_end() && same.word() == 0 && same.text().is_empty());
        assert!(same.any(&[w!("kỳ")]).is_none() && same.class(Class::SameSpan).is_none());
        assert_eq!(Cursor::new(&reading, 5).back(1), 0);
        assert_eq!(Cursor::new(&reading, 1).back(1), w!("lúc"));
        assert!(Cursor::new(&reading, 2).glued().is_some() && Cursor::new(&reading, 4).glued().is_none());
    }

    #[test]
    fn steps_repeat_and_may_be_left_out() {
        let reading = read("sáng sớm nay");
        let c = Cursor::new(&reading, 0);
        assert_eq!(c.more(9, |c| c.class(Class::DayPart)).at(), 2);
        assert_eq!(c.more(1, |c| c.class(Class::DayPart)).at(), 1);
        assert_eq!(c.maybe(|c| c.any(&[w!("nay")])).at(), 0);
        assert_eq!(c.all(&[w!("sáng"), w!("sớm"), w!("nay")]).map(Cursor::at), Some(3));
        assert!(c.all(&[w!("sáng"), w!("nay")]).is_none());
    }
}
