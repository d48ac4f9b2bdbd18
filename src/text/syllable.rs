//! What tells foreign words from Vietnamese ones: their syllables.

use super::Reading;
use crate::w;

/// Letters of the longest syllable, with `gi` as its onset.
const LONGEST: usize = 8;

/// Whether small letters without marks are a Vietnamese syllable: onset, vowels, final. Source: the spelling rules of quốc ngữ.
fn is_syllable(letters: &str) -> bool {
    let vowel = |c: char| "aeiouy".contains(c);
    let (onset, rest) = letters.split_at(letters.find(vowel).unwrap_or(letters.len()));
    let (vowels, last) = rest.split_at(rest.find(|c| !vowel(c)).unwrap_or(rest.len()));
    let begins = matches!(
        onset,
        "" | "b"
            | "c"
            | "ch"
            | "d"
            | "g"
            | "gh"
            | "h"
            | "k"
            | "kh"
            | "l"
            | "m"
            | "n"
            | "ng"
            | "ngh"
            | "nh"
            | "p"
            | "ph"
            | "q"
            | "r"
            | "s"
            | "t"
            | "th"
            | "tr"
            | "v"
            | "x"
    );
    // the vowel letter of `gi` and `qu` may belong to the onset
    let behind = match onset {
        "g" => vowels.strip_prefix('i'),
        "q" => vowels.strip_prefix('u'),
        _ => None,
    };
    begins
        && matches!(last, "" | "c" | "ch" | "m" | "n" | "ng" | "nh" | "p" | "t")
        && (are_vowels(vowels) || behind.is_some_and(are_vowels))
}

fn are_vowels(letters: &str) -> bool {
    matches!(
        letters,
        "a" | "ai"
            | "ao"
            | "au"
            | "ay"
            | "e"
            | "eo"
            | "eu"
            | "i"
            | "ia"
            | "ie"
            | "ieu"
            | "iu"
            | "o"
            | "oa"
            | "oai"
            | "oao"
            | "oay"
            | "oe"
            | "oeo"
            | "oi"
            | "oo"
            | "u"
            | "ua"
            | "uai"
            | "uay"
            | "ue"
            | "ui"
            | "uo"
            | "uoi"
            | "uou"
            | "uu"
            | "uy"
            | "uya"
            | "uye"
            | "uyu"
            | "y"
            | "ye"
            | "yeu"
    )
}

/// Letters without marks that may be a Vietnamese syllable.
pub fn spells_syllable(text: &str) -> bool {
    text.len() <= LONGEST && is_syllable(&text.to_ascii_lowercase())
}

/// Letters of the word that Vietnamese does not spell a syllable with: `Hasina`, `Trump`, `Putin`. Words with
/// Vietnamese marks, of one letter, or all in capitals tell nothing.
pub fn is_foreign(reading: &Reading, at: usize) -> bool {
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
pub fn is_particle(reading: &Reading, at: usize) -> bool {
    [
        w!("von"),
        w!("van"),
        w!("der"),
        w!("den"),
        w!("de"),
        w!("da"),
        w!("di"),
        w!("dos"),
        w!("del"),
        w!("la"),
        w!("le"),
        w!("bin"),
        w!("al"),
        w!("el"),
        w!("ibn"),
        w!("ten"),
    ]
    .contains(&reading.word(at))
        && !reading[at].is_capital()
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
