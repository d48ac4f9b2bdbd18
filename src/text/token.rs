//! Words, numbers and marks, each with its place in the clean text and in the text as given.

use super::compose::combining_class;
use super::fold::{self, CharKind, fold_mark, fold_word, number_of};
use super::normal::{Normal, normalize};
use super::stretch::{Line, Stretch};

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters.
    Word,
    /// Digits.
    Number,
    /// One other character that is not white space.
    Mark,
    /// What stands beyond the text.
    Nothing,
}

/// The letter case of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// No letter with case: numbers, marks, other scripts.
    None,
    Lower,
    /// First letter upper, the others lower; a single upper-case letter too.
    Title,
    /// Two or more letters, all upper.
    Upper,
    Mixed,
}

/// A word, number or mark.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    /// Bytes of the clean text.
    pub start: u32,
    pub end: u32,
    /// UTF-16 code units of the text as given.
    pub start16: u32,
    pub end16: u32,
    /// Characters of the clean text: the same whether the text came composed or not.
    pub letters: u32,
    /// Number of the folded form: `w!("ngày")`, `w!("-")`, `w!("2021")`.
    pub word: u32,
    pub kind: TokenKind,
    pub case: Case,
    /// White space or a line end stands before it.
    pub spaced: bool,
    /// Number of its line in the text as given, from 0, blank lines counted.
    pub line: u32,
    /// Number of its cell: a line, or a part of one in a table ([`super::cell`]). Nothing reads across.
    pub cell: u32,
}

impl Token {
    /// What stands before and behind every text: no word, no number, no mark, on no line.
    pub(crate) const NOTHING: Token = Token {
        start: 0,
        end: 0,
        start16: 0,
        end16: 0,
        letters: 0,
        word: 0,
        kind: TokenKind::Nothing,
        case: Case::None,
        spaced: true,
        line: u32::MAX,
        cell: u32::MAX,
    };

    /// A word that begins with a capital letter: Title, Upper or Mixed with a capital first.
    pub(crate) fn is_capital(&self) -> bool {
        matches!(self.case, Case::Title | Case::Upper | Case::Mixed)
    }

    pub(crate) fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    pub(crate) fn is_number(&self) -> bool {
        self.kind == TokenKind::Number
    }

    pub(crate) fn is_mark(&self) -> bool {
        self.kind == TokenKind::Mark
    }
}

/// Splits a text in normal form; one pass.
pub(super) fn tokenize(normal: &Normal) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(normal.clean.len() / 5 + 1);
    let mut odd = normal.odd.iter().peekable();
    let (mut at16, mut line, mut spaced, mut cell) = (0u32, 0u32, true, 0u32);
    let mut folded = String::new();
    for (at, c) in normal.clean.char_indices() {
        let mut width = c.len_utf16() as u32;
        if let Some(o) = odd.next_if(|o| o.at == at) {
            at16 += o.skip;
            width = o.width;
        }
        let from16 = at16;
        at16 += width;
        if c.is_whitespace() {
            line += u32::from(c == '\n');
            cell += u32::from(c == '\t');
            spaced = true;
            continue;
        }
        let kind = kind_of(c);
        if let Some(last) = tokens.last_mut()
            && !spaced
            && kind != TokenKind::Mark
            && last.kind == kind
            && last.end as usize == at
        {
            last.end = (at + c.len_utf8()) as u32;
            last.end16 = at16;
            last.letters += 1;
            continue;
        }
        finish(tokens.last_mut(), &normal.clean, &mut folded);
        tokens.push(Token {
            start: at as u32,
            end: (at + c.len_utf8()) as u32,
            start16: from16,
            end16: at16,
            letters: 1,
            word: 0,
            kind,
            case: Case::None,
            spaced,
            line,
            cell,
        });
        spaced = false;
    }
    finish(tokens.last_mut(), &normal.clean, &mut folded);
    tokens
}

fn kind_of(c: char) -> TokenKind {
    match fold::kind_of(c) {
        CharKind::Number => TokenKind::Number,
        CharKind::Word => TokenKind::Word,
        _ if combining_class(c) != 0 => TokenKind::Word,
        _ => TokenKind::Mark,
    }
}

/// Gives a whole token its number and case.
fn finish(token: Option<&mut Token>, clean: &str, folded: &mut String) {
    let Some(token) = token else { return };
    let text = &clean[token.start as usize..token.end as usize];
    match token.kind {
        TokenKind::Word => {
            fold_word(text, folded);
            token.word = number_of(folded);
            token.case = case_of(text);
        }
        TokenKind::Number => token.word = number_of(text),
        TokenKind::Mark => {
            let mut buffer = [0; 4];
            let mark = text.chars().next().map_or(' ', fold_mark);
            token.word = number_of(mark.encode_utf8(&mut buffer));
        }
        TokenKind::Nothing => {}
    }
}

fn case_of(word: &str) -> Case {
    let mut chars = word.chars().map(upper_lower);
    let (first, small) = chars.next().unwrap_or_default();
    let (mut upper, mut lower) = (false, false);
    for (up, low) in chars {
        upper |= up;
        lower |= low;
    }
    match (first, upper, lower) {
        (true, false, _) => Case::Title,
        (true, true, false) => Case::Upper,
        (false, false, _) if small || lower => Case::Lower,
        (false, false, _) => Case::None,
        _ => Case::Mixed,
    }
}

/// Whether a letter is upper case, and whether it is lower case.
fn upper_lower(c: char) -> (bool, bool) {
    match c {
        'a'..='z' => (false, true),
        // pairs, the capital first
        '\u{1ea0}'..='\u{1eff}' => (u32::from(c) % 2 == 0, u32::from(c) % 2 == 1),
        _ => (c.is_uppercase(), c.is_lowercase()),
    }
}

/// The lines that are not blank.
pub(super) fn lines(tokens: &[Token]) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    for (i, t) in tokens.iter().enumerate() {
        match out.last_mut() {
            Some(last) if last.number == t.line as usize => last.tokens.end = i + 1,
            _ => out.push(Line { number: t.line as usize, tokens: Stretch::new(i, i + 1) }),
        }
    }
    out
}

/// The folded numbers of the words, numbers and marks of a short text, such as the name of a record.
pub(crate) fn words_of(text: &str) -> Vec<u32> {
    tokenize(&normalize(text)).iter().map(|t| t.word).collect()
}

/// The tokens alone of a text in normal form, as those of the lexicon are: to compose all tables again was a quarter of the
/// work of starting.
pub(crate) fn tokens_of(text: &str) -> Vec<Token> {
    debug_assert_eq!(normalize(text).clean, text, "a text of the lexicon is in normal form");
    tokenize(&Normal { clean: text.to_string(), ..Normal::default() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::read;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn offsets_hold_in_every_form() {
        for source in ["Ông 😀 Ðảng bộ", "\u{feff}O\u{302}ng 😀 \u{200b}Đa\u{309}ng\u{a0}bo\u{323}\u{302}\r\nX"]
        {
            let reading = read(source);
            let units: Vec<u16> = source.encode_utf16().collect();
            let word = |i: usize| {
                let t = reading[i];
                String::from_utf16(&units[t.start16 as usize..t.end16 as usize]).unwrap()
            };
            let back: Vec<String> = (0..4).map(|i| word(i).nfc().collect()).collect();
            assert_eq!(back[0], "Ông");
            assert_eq!(back[1], "😀");
            assert_eq!(back[2].replace('Ð', "Đ"), "Đảng");
            assert_eq!(back[3], "bộ");
        }
    }

    #[test]
    fn shortcuts_say_what_unicode_says() {
        for c in '\0'..='\u{ffff}' {
            assert_eq!(upper_lower(c), (c.is_uppercase(), c.is_lowercase()), "{c:?}");
            let letter = fold::kind_of(c) == CharKind::Word;
            assert_eq!(letter, c.is_alphabetic(), "{c:?}");
            let class = unicode_normalization::char::canonical_combining_class(c);
            assert_eq!(combining_class(c), class, "{c:?}");
        }
    }

    #[test]
    fn splits_letters_digits_and_marks() {
        let reading = read("49.453 đ/c QH15");
        let texts: Vec<&str> = (0..reading.tokens.len()).map(|i| reading.token_text(i)).collect();
        assert_eq!(texts, ["49", ".", "453", "đ", "/", "c", "QH", "15"]);
        assert_eq!(reading[6].case, Case::Upper);
    }
}
