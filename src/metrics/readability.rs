//! How hard the article is to read, by a formula of our own.

use super::words::{Sort, Word};
use crate::analysis::Readability;
use crate::lexicon::columns::common_syllables;
use crate::lexicon::{Table, rows};
use crate::text::Reading;
use std::collections::HashSet;
use std::sync::LazyLock;

/// `langkinh-1`: syllables per sentence + 100 · rare words / words.
///
/// The form is that of LIX (Björnsson 1968), with rare words in the place of long ones, because the length of a
/// Vietnamese syllable says little. Rare is a word that is neither a listed compound nor among the most frequent
/// syllables (table `common_syllables`); names, figures and codes are left out of the count. The bands are ours too:
/// `easy` below 30, `moderate` below 45, `hard` below 60, `very_hard` above; short general news lies in the first
/// two, reports of committees in the last two. No published formula is used: the originals could not be read.
pub(super) fn of(reading: &Reading, words: &[Word], syllables_per_sentence: f64) -> Readability {
    let (mut counted, mut rare) = (0u32, 0u32);
    for word in words {
        let code = reading[word.at.start].case == crate::text::Case::Upper;
        match word.sort {
            Sort::Name | Sort::Figure => {}
            Sort::Syllable if code => {}
            Sort::Compound => counted += 1,
            Sort::Syllable => {
                counted += 1;
                rare += u32::from(!COMMON.contains(&reading.word(word.at.start)));
            }
        }
    }
    let share = if counted == 0 { 0.0 } else { f64::from(rare) / f64::from(counted) };
    let score = syllables_per_sentence + 100.0 * share;
    Readability { formula: "langkinh-1".into(), score, band: band(score).into() }
}

fn band(score: f64) -> &'static str {
    match score {
        s if s < 30.0 => "easy",
        s if s < 45.0 => "moderate",
        s if s < 60.0 => "hard",
        _ => "very_hard",
    }
}

static COMMON: LazyLock<HashSet<u32>> = LazyLock::new(|| {
    let rows = 0..rows(Table::CommonSyllables);
    rows.flat_map(|row| common_syllables::SYLLABLES.of(row)).flatten().copied().collect()
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::prose::Prose;
    use crate::metrics::words::segment;
    use crate::text::{Stretch, read};

    fn score(text: &str) -> f64 {
        let reading = read(text);
        let lines = vec![Stretch::new(0, reading.tokens.len())];
        let words = segment(&reading, &Prose { lines, ..Prose::default() }, &[]);
        of(&reading, &words, 10.0).score
    }

    #[test]
    fn adds_the_share_of_rare_words() {
        assert_eq!(score("tổ chức hội nghị"), 10.0);
        // hội nghị, ở, thẫm: one of three is rare; the figure and the code are not counted
        assert!((score("hội nghị ở thẫm 25 UBND") - (10.0 + 100.0 / 3.0)).abs() < 1e-9);
        assert_eq!(score(""), 10.0);
    }

    #[test]
    fn bands_have_stable_keys() {
        let bands: Vec<_> = [0.0, 30.0, 45.0, 60.0].map(band).to_vec();
        assert_eq!(bands, ["easy", "moderate", "hard", "very_hard"]);
    }
}
