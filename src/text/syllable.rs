//! What tells foreign words from Vietnamese ones: their syllables.

use super::Reading;
use super::fold::number_of;
use crate::lexicon::Class;

/// Letters of the longest syllable, with `gi` as its onset.
const LONGEST: usize = 8;

/// Whether small letters without marks are a Vietnamese syllable: onset, vowels, final. Source: the spelling rules of quốc ngữ.
fn is_syllable(letters: &str) -> bool {
    let vowel = |c: char| "aeiouy".contains(c);
    let (onset, rest) = letters.split_at(letters.find(vowel).unwrap_or(letters.len()));
    let (vowels, last) = rest.split_at(rest.find(|c| !vowel(c)).unwrap_or(rest.len()));
    let is = |class: Class, letters: &str| class.has(number_of(letters));
    // the vowel letter of `gi` and `qu` may belong to the onset
    let behind = match onset {
        "g" => vowels.strip_prefix('i'),
        "q" => vowels.strip_prefix('u'),
        _ => None,
    };
    (onset.is_empty() || is(Class::Onset, onset))
        && (last.is_empty() || is(Class::Coda, last))
        && (is(Class::Rhyme, vowels) || behind.is_some_and(|vowels| is(Class::Rhyme, vowels)))
}

/// Letters without marks that may be a Vietnamese syllable.
pub(crate) fn spells_syllable(text: &str) -> bool {
    text.len() <= LONGEST && is_syllable(&text.to_ascii_lowercase())
}

/// Letters of the word that Vietnamese does not spell a syllable with: `Hasina`, `Trump`, `Putin`. Words with
/// Vietnamese marks, of one letter, or all in capitals tell nothing.
pub(crate) fn is_foreign(reading: &Reading, at: usize) -> bool {
    let text = reading.token_text(at);
    if text.len() < 3 || !reading[at].is_word() {
        return false;
    }
    if !text.is_ascii() {
        let foreign = |c| "äöüßçñøåæœžšč".contains(c);
        let upper = || text.chars().filter(|c| c.is_uppercase()).count();
        let foreign = text.chars().any(|c| matches!(c, 'ß'..='ž') && foreign(c));
        return foreign && upper() * 2 <= text.len() && text.chars().all(char::is_alphabetic);
    }
    let upper = text.bytes().filter(u8::is_ascii_uppercase).count();
    if upper * 2 > text.len() {
        return false;
    }
    let mut small = [0; LONGEST];
    let Some(small) = small.get_mut(..text.len()) else { return true };
    small.copy_from_slice(text.as_bytes());
    small.make_ascii_lowercase();
    !str::from_utf8(small).is_ok_and(is_syllable)
}

/// A particle inside foreign names, written small (`Ursula von der Leyen`, `Mohammed bin Salman`).
pub(crate) fn is_particle(reading: &Reading, at: usize) -> bool {
    Class::NameParticle.has(reading.word(at)) && !reading[at].is_capital()
}

#[cfg(test)]
mod tests {
    use super::is_syllable;

    #[test]
    fn syllables_are_told_from_foreign_words() {
        for word in
            ["an", "nghieng", "quy", "quyen", "gi", "gin", "giuong", "khuyu", "uong", "y", "thuoc", "q", "truong"]
        {
            assert_eq!(is_syllable(word), word != "q", "{word}");
        }
        for word in ["trump", "putin", "fed", "uber", "bdan", "anb", "hasina", "aeo", "gh", "nghienghieng", "jazz"] {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
