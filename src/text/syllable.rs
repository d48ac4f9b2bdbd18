//! What tells foreign words from Vietnamese ones: their syllables.

use super::Reading;
use crate::w;
use regex::Regex;
use std::sync::LazyLock;

/// A Vietnamese syllable without its marks: onset, vowels, final. Source: the spelling rules of quốc ngữ.
static SYLLABLE: LazyLock<Regex> = LazyLock::new(|| {
    let vowels = "a|ai|ao|au|ay|e|eo|eu|i|ia|ie|ieu|iu|o|oa|oai|oao|oay|oe|oeo|oi|oo|u|ua|uai|uay|ue|ui|uo|uoi|uou|uu|uy|uya|uye|uyu|y|ye|yeu";
    let onset = "b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu?|r|s|t|th|tr|v|x";
    Regex::new(&format!("^(?:{onset})?(?:{vowels})(?:c|ch|m|n|ng|nh|p|t)?$")).expect("a valid pattern")
});

/// Letters of the word that Vietnamese does not spell a syllable with: `Hasina`, `Trump`, `Putin`. Words with
/// Vietnamese marks, of one letter, or all in capitals tell nothing.
pub fn is_foreign(reading: &Reading, at: usize) -> bool {
    let text = reading.token_text(at);
    let mut upper = 0;
    let plain = text.chars().all(|c| {
        upper += usize::from(c.is_uppercase());
        c.is_alphabetic()
    });
    if !plain || text.len() < 3 || upper * 2 > text.len() {
        return false;
    }
    !text.is_ascii() && text.chars().any(|c| "äöüßçñøåæœžšč".contains(c))
        || text.is_ascii() && !SYLLABLE.is_match(&text.to_ascii_lowercase())
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
