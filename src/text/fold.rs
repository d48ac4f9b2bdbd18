//! Words compared without regard to letter case, tone placement (`hoà` = `hòa`, `Uỷ` = `Ủy`), `qui` for `quy`, or Eth.
//!
//! Shared with the build script, so it depends on nothing else in the crate.

/// FNV-1a over the UTF-8 of a folded word: the number by which the analyzer knows a word. Equal words have
/// equal numbers; that no two words of the lexicon share one is checked when the lexicon is built.
/// Parameters: Fowler, Noll, Vo, "The FNV Non-Cryptographic Hash Algorithm" (32 bit). Never 0.
pub(crate) const fn number_of(folded: &str) -> u32 {
    let bytes = folded.as_bytes();
    let mut hash: u32 = 0x811c_9dc5;
    let mut i = 0;
    while i < bytes.len() {
        hash ^= bytes[i] as u32;
        hash = hash.wrapping_mul(0x0100_0193);
        i += 1;
    }
    if hash == 0 { 1 } else { hash }
}

/// Whether a literal is what a token may fold to: one word in small letters and composed, its tone on the first vowel of a
/// final `oa`, `oe`, `uy`; one number; or one mark as [`fold_mark`] writes it. Anything else would never match.
#[allow(dead_code)]
pub(crate) const fn is_folded(word: &str) -> bool {
    let bytes = word.as_bytes();
    let (mut letters, mut digits, mut marks) = (0, 0, 0);
    // the last characters, for the place of the tone
    let (mut last, mut before, mut third) = ('\0', '\0', '\0');
    let mut at = 0;
    while at < bytes.len() {
        let (c, width) = decoded(bytes, at);
        at += width;
        if fold_mark(c) != c || is_capital_letter(c) || matches!(c, '\u{300}'..='\u{36f}') || c.is_ascii_whitespace() {
            return false;
        }
        if c.is_ascii_digit() {
            digits += 1;
        } else if c.is_ascii_alphabetic() || !c.is_ascii() {
            letters += 1;
        } else {
            marks += 1;
        }
        (third, before, last) = (before, last, c);
    }
    let one_kind = (letters > 0) as u8 + (digits > 0) as u8 + marks == 1;
    let i_for_y = third == 'q' && before == 'u' && matches!(last, 'i' | 'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị');
    one_kind && !i_for_y && (third == 'q' || !has_tone_behind(before, last))
}

/// The character that begins at a byte of UTF-8, and its width.
const fn decoded(bytes: &[u8], at: usize) -> (char, usize) {
    let first = bytes[at] as u32;
    let (mut c, width) = match first {
        0..0x80 => (first, 1),
        0x80..0xe0 => (first & 0x1f, 2),
        0xe0..0xf0 => (first & 0x0f, 3),
        _ => (first & 0x07, 4),
    };
    let mut i = 1;
    while i < width {
        c = c << 6 | (bytes[at + i] as u32 & 0x3f);
        i += 1;
    }
    match char::from_u32(c) {
        Some(c) => (c, width),
        None => ('\0', width),
    }
}

/// A capital of the alphabets that Vietnamese is written in.
const fn is_capital_letter(c: char) -> bool {
    match c {
        'A'..='Z' | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{de}' | 'Ơ' | 'Ư' | 'Ɖ' => true,
        '\u{100}'..='\u{137}' | '\u{14a}'..='\u{177}' | '\u{1e00}'..='\u{1e95}' | '\u{1ea0}'..='\u{1eff}' => {
            c as u32 & 1 == 0
        }
        // Eth is written for Đ
        'ð' => true,
        _ => false,
    }
}

/// A final `oa`, `oe`, `uy` with its tone on the second vowel, as [`fold_word`] never leaves it.
const fn has_tone_behind(first: char, second: char) -> bool {
    match first {
        'o' => matches!(second, 'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ'),
        'u' => matches!(second, 'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ'),
        _ => false,
    }
}

/// Folds one word (letters only, NFC) into `out`, which is cleared first.
pub(crate) fn fold_word(word: &str, out: &mut String) {
    out.clear();
    for c in word.chars() {
        match c {
            'A'..='Z' => out.push(c.to_ascii_lowercase()),
            '\u{0}'..='\u{7f}' => out.push(c),
            'Đ' | 'Ð' | 'ð' | 'Ɖ' => out.push('đ'),
            _ => out.extend(c.to_lowercase()),
        }
    }
    place_tone(out);
}

/// Vowels of the language, each row one letter without tone and with its five tones.
const VOWELS: [[char; 6]; 12] = [
    ['a', 'à', 'á', 'ả', 'ã', 'ạ'],
    ['e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ'],
    ['i', 'ì', 'í', 'ỉ', 'ĩ', 'ị'],
    ['o', 'ò', 'ó', 'ỏ', 'õ', 'ọ'],
    ['u', 'ù', 'ú', 'ủ', 'ũ', 'ụ'],
    ['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'],
    ['ă', 'ằ', 'ắ', 'ẳ', 'ẵ', 'ặ'],
    ['â', 'ầ', 'ấ', 'ẩ', 'ẫ', 'ậ'],
    ['ê', 'ề', 'ế', 'ể', 'ễ', 'ệ'],
    ['ô', 'ồ', 'ố', 'ổ', 'ỗ', 'ộ'],
    ['ơ', 'ờ', 'ớ', 'ở', 'ỡ', 'ợ'],
    ['ư', 'ừ', 'ứ', 'ử', 'ữ', 'ự'],
];
/// The rows from here on are letters with a mark of their own.
const MARKED: usize = 6;
/// Rows of `i`, `u`, `y`.
const I: usize = 2;
const U: usize = 4;
const Y: usize = 5;
/// Letters of the longest syllable, `nghiêng`, and one more.
const SYLLABLE: usize = 8;

/// Whether a letter is in [`VOWELS`], told without a look into it.
const fn is_vowel(c: char) -> bool {
    matches!(
        c,
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý' | 'ă' | 'ĩ' | 'ũ'
            | 'ơ' | 'ư' | '\u{1ea0}'..='\u{1ef9}'
    )
}

/// Row and tone of a vowel.
fn vowel(c: char) -> Option<(usize, usize)> {
    VOWELS.iter().enumerate().find_map(|(row, letters)| Some((row, letters.iter().position(|&l| l == c)?)))
}

/// Puts the tone of a syllable where the older and in print more frequent spelling has it, wherever it was typed (`hoà`,
/// `tòan`, `nghịêp`): on the last letter with a mark of its own; else on the last vowel before a consonant, the middle one of
/// three, the first of two. The u of `qu` and the i of `gi` are consonants. A final `i` behind `qu` is written `y` (`Qui Nhơn`).
fn place_tone(word: &mut String) {
    if word.is_ascii() && word != "qui" {
        return;
    }
    let mut letters = ['\0'; SYLLABLE];
    let mut len = 0;
    for c in word.chars() {
        if len == SYLLABLE {
            return;
        }
        letters[len] = c;
        len += 1;
    }
    let letters = &mut letters[..len];
    let Some(mut start) = letters.iter().position(|&c| is_vowel(c)) else { return };
    let end = start + letters[start..].iter().take_while(|&&c| is_vowel(c)).count();
    let before = start.checked_sub(1).map(|at| letters[at]);
    if end == start + 1 {
        return;
    }
    let row = |letters: &[char], at: usize| vowel(letters[at]).map_or(0, |v| v.0);
    let tone = |&at: &usize| vowel(letters[at]).is_some_and(|v| v.1 > 0);
    let toned = (start..end).find(tone);
    let glides = matches!((before, row(letters, start)), (Some('q'), U) | (Some('g'), I));
    start += usize::from(glides);
    if let Some(from) = toned {
        let marked = (start..end).rev().find(|&at| row(letters, at) >= MARKED);
        let to = marked.unwrap_or(match (end < len, end - start) {
            (true, _) => end - 1,
            (false, 3) => start + 1,
            _ => start,
        });
        if from != to {
            let tone = vowel(letters[from]).map_or(0, |v| v.1);
            letters[from] = VOWELS[row(letters, from)][0];
            letters[to] = VOWELS[row(letters, to)][tone];
        }
    }
    if before == Some('q') && end == len && end == start + 1 && row(letters, start) == I {
        letters[start] = VOWELS[Y][vowel(letters[start]).map_or(0, |v| v.1)];
    }
    word.clear();
    word.extend(letters.iter());
}

/// What a character makes: a word, a number or a mark; `None` for white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CharKind {
    Word,
    Number,
    Mark,
    Space,
}

/// The kind of a composed character; combining marks left over by composition are the tokenizer's to judge.
pub(crate) fn kind_of(c: char) -> CharKind {
    // blocks that hold nothing but letters, before the tables of Unicode are asked
    let latin = matches!(c, 'a'..='z' | 'A'..='Z' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    if c.is_ascii_digit() {
        CharKind::Number
    } else if latin || c.is_alphabetic() {
        CharKind::Word
    } else if c.is_whitespace() {
        CharKind::Space
    } else {
        CharKind::Mark
    }
}

/// A name from its folded words, each with a capital: `ea`, `h`, `'`, `leo` are `Ea H'Leo`.
pub(crate) fn titled<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut out = String::new();
    for word in words {
        if !out.is_empty() && word != "'" && !out.ends_with('\'') {
            out.push(' ');
        }
        let mut letters = word.chars();
        out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        out.push_str(letters.as_str());
    }
    out
}

/// The folded words, numbers and marks of a short text in NFC, such as a form of the lexicon: for the build script.
#[allow(dead_code)]
pub(crate) fn folded_words(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut last = CharKind::Space;
    for c in text.chars() {
        let kind = kind_of(c);
        match kind {
            CharKind::Space => {}
            CharKind::Mark => out.push(fold_mark(c).to_string()),
            _ => match out.last_mut() {
                Some(word) if kind == last => word.push(c),
                _ => out.push(c.to_string()),
            },
        }
        last = kind;
    }
    let mut folded = String::new();
    for word in &mut out {
        if word.chars().next().is_some_and(char::is_alphabetic) {
            fold_word(word, &mut folded);
            word.clone_from(&folded);
        }
    }
    out
}

/// Marks that are written for one another compare equal: dashes as `-`, quotation marks as `"`, apostrophes as `'`.
pub(crate) const fn fold_mark(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '“' | '”' | '„' | '«' | '»' | '″' => '"',
        '‘' | '’' | 'ʼ' | '`' | '´' => '\'',
        '…' => '.',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(word: &str) -> String {
        let mut out = String::new();
        fold_word(word, &mut out);
        out
    }

    #[test]
    fn folds_case_tone_and_eth() {
        for (word, want) in [
            ("HOÀ", "hòa"),
            ("Uỷ", "ủy"),
            ("quý", "quý"),
            ("Ðảng", "đảng"),
            ("khoá", "khóa"),
            ("hoàn", "hoàn"),
            ("Thuỷ", "thủy"),
            ("tòan", "toàn"),
            ("nghịêp", "nghiệp"),
            ("qúy", "quý"),
            ("Quí", "quý"),
            ("qui", "quy"),
            ("gíao", "giáo"),
            ("nghiã", "nghĩa"),
            ("ngoại", "ngoại"),
            ("rượu", "rượu"),
            ("gìn", "gìn"),
            ("giữ", "giữ"),
            ("Hùynh", "huỳnh"),
            ("quốc", "quốc"),
            ("ß", "ß"),
            ("a", "a"),
            ("", ""),
        ] {
            assert_eq!(folded(word), want);
        }
    }

    #[test]
    fn what_no_token_folds_to_is_told() {
        for word in ["hòa", "ủy", "quý", "đ", "ngày", "tư", "2021", "-", "\"", ".", "%", "½", "tỷ", "hoàn", "thuở"]
        {
            assert!(is_folded(word), "{word}");
            let words = folded_words(word);
            assert_eq!(words, [word], "{word}");
        }
        for word in
            ["hoà", "Ngày", "Ủy", "uỷ", "–", "…", "“", "’", "t.ư", "QH15", "qh15", "hai ba", "", "Ư", "thuý", "quí"]
        {
            assert!(!is_folded(word), "{word}");
        }
        assert!(!is_folded("ho\u{300}a"), "decomposed");
    }

    #[test]
    fn equal_words_have_equal_numbers() {
        assert_eq!(number_of(&folded("UỶ")), number_of("ủy"));
        assert_ne!(number_of("tỉnh"), number_of("tính"));
    }
}
