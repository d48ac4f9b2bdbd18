//! Whether the text is Vietnamese as the rules know it: with its marks, with capitals.

use super::syllable::spells_syllable;
use super::{Case, Token};
use crate::analysis::Warning;

/// Shorter texts tell nothing.
const FEWEST: usize = 12;

/// What a text is written in, where the rules do not fit it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    Vietnamese,
    /// Vietnamese without a capital: names cannot be told from words.
    WithoutCapitals,
    /// Vietnamese typed without the marks of vowels and tones.
    WithoutMarks,
    Other,
}

impl Language {
    /// Names, bodies and what counts on Vietnamese words would be guessed.
    pub(crate) fn is_foreign(self) -> bool {
        matches!(self, Language::WithoutMarks | Language::Other)
    }

    /// The one warning that says so.
    pub(crate) fn warning(self) -> Option<Warning> {
        let (code, message) = match self {
            Language::Vietnamese => return None,
            Language::WithoutCapitals => ("no_capitals", "The text has no capitals; most names cannot be found."),
            Language::WithoutMarks => {
                ("no_tone_marks", "The text has no tone marks; only dates, figures and quotations are looked for.")
            }
            Language::Other => {
                ("other_language", "The text is not Vietnamese; only dates, figures and quotations are looked for.")
            }
        };
        Some(Warning { code, message: message.into(), span: None })
    }
}

/// Judges by the share of words with Vietnamese letters, of those that may be Vietnamese syllables, and of capitals.
/// Running Vietnamese has letters of its own in a third of its words and more; English spells two fifths of its words like Vietnamese syllables.
pub(super) fn judge(clean: &str, tokens: &[Token]) -> Language {
    let (mut words, mut marked, mut capital) = (0, 0, 0);
    let (mut letters, mut other_script) = (0, 0);
    let texts = || tokens.iter().filter(|t| t.is_word()).map(|t| (t, &clean[t.start as usize..t.end as usize]));
    for (token, text) in texts() {
        let ascii = text.is_ascii();
        words += 1;
        letters += token.letters as usize;
        other_script += usize::from(!ascii && text.chars().all(is_of_other_script)) * token.letters as usize;
        marked += usize::from(!ascii && text.chars().any(is_vietnamese));
        capital += usize::from(token.is_capital() && token.case != Case::None);
    }
    if letters >= FEWEST && other_script * 2 > letters {
        return Language::Other;
    }
    if words < FEWEST {
        return Language::Vietnamese;
    }
    if marked * 10 >= words && capital > 0 {
        return Language::Vietnamese;
    }
    // a few words again and again tell no more than once
    let mut different: Vec<u32> = tokens.iter().filter(|t| t.is_word()).map(|t| t.word).collect();
    different.sort_unstable();
    different.dedup();
    if different.len() < FEWEST {
        return Language::Vietnamese;
    }
    if marked * 10 >= words {
        return Language::WithoutCapitals;
    }
    // most texts are told by now, and need no look at how their words are spelled
    let spelled = texts().filter(|(_, text)| text.is_ascii() && spells_syllable(text)).count();
    if (marked + spelled) * 4 >= words * 3 { Language::WithoutMarks } else { Language::Other }
}

/// A letter that Vietnamese has and French and German have not: `ă`, `đ`, `ơ`, `ư` and whatever has a hook, a dot below or
/// two marks.
fn is_vietnamese(c: char) -> bool {
    matches!(c, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | 'ĩ' | 'Ĩ' | 'ũ' | 'Ũ' | '\u{1ea0}'..='\u{1ef9}')
}

fn is_of_other_script(c: char) -> bool {
    c as u32 > 0x24f && !matches!(c, '\u{1e00}'..='\u{1eff}' | '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::Language::{self, Other, Vietnamese, WithoutCapitals, WithoutMarks};

    #[test]
    fn languages_are_told_apart() {
        for (text, want) in [
            ("Chiều 5/3, Chủ tịch UBND tỉnh Gia Lai dự hội nghị tổng kết công tác năm.", Vietnamese),
            ("chiều 5/3, chủ tịch ubnd tỉnh gia lai dự hội nghị tổng kết công tác năm.", WithoutCapitals),
            ("Chieu 5/3, Chu tich UBND tinh Gia Lai du hoi nghi tong ket cong tac nam.", WithoutMarks),
            ("The Prime Minister of Vietnam met with the President of France in Hanoi on Monday.", Other),
            ("Le président de la République a reçu le premier ministre à Paris pour discuter des relations.", Other),
            ("Der Bundeskanzler hat am Montag in Hanoi den Präsidenten getroffen und über Handel gesprochen.", Other),
            ("越南国家主席在河内会见了中国代表团，双方就两国关系交换了意见。", Other),
            ("Президент России принял в Москве делегацию Вьетнама для переговоров.", Other),
            ("Hội nghị", Vietnamese),
            ("OK", Vietnamese),
            ("", Vietnamese),
        ] {
            let reading = crate::text::read(text);
            let got: Language = super::judge(&reading.clean, &reading.tokens);
            assert_eq!(got, want, "{text}");
        }
    }
}
