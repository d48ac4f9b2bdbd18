//! How varied the words are: TTR, MATTR, MTLD, over words, not syllables.

use crate::analysis::LexicalDiversity;
use std::collections::HashMap;

/// Window of MATTR, in words.
const WINDOW: usize = 50;
/// TTR at which MTLD closes a factor (McCarthy & Jarvis 2010).
const FACTOR: f64 = 0.72;

/// Measures a sequence of words. An empty one gives zeros; read MTLD with care below 100 words.
pub(super) fn of_words(words: &[u64]) -> LexicalDiversity {
    if words.is_empty() {
        return LexicalDiversity::default();
    }
    let (words, distinct) = numbered(words);
    LexicalDiversity {
        ttr: distinct as f64 / words.len() as f64,
        mattr: mattr(&words, distinct, WINDOW),
        mtld: mtld(&words, distinct),
    }
}

/// The words by numbers from 0 on, so that they are counted without hashing each again; and how many there are.
fn numbered(words: &[u64]) -> (Vec<usize>, usize) {
    let mut numbers: HashMap<u64, usize> = HashMap::new();
    let mut number = |&word: &u64| {
        let next = numbers.len();
        *numbers.entry(word).or_insert(next)
    };
    let words = words.iter().map(&mut number).collect();
    (words, numbers.len())
}

/// Moving-average type-token ratio: the mean TTR of all windows of `window` words (Covington & McFall 2010,
/// Journal of Quantitative Linguistics 17(2)). A text shorter than the window is one window.
fn mattr(words: &[usize], distinct: usize, window: usize) -> f64 {
    let window = window.min(words.len());
    let mut counts = vec![0u32; distinct];
    let (mut types, mut sum, mut windows) = (0usize, 0usize, 0usize);
    for (i, &word) in words.iter().enumerate() {
        counts[word] += 1;
        types += usize::from(counts[word] == 1);
        if let Some(gone) = i.checked_sub(window).map(|j| words[j]) {
            counts[gone] -= 1;
            types -= usize::from(counts[gone] == 0);
        }
        if i + 1 >= window {
            sum += types;
            windows += 1;
        }
    }
    sum as f64 / (window * windows) as f64
}

/// Measure of textual lexical diversity: mean length of stretches whose TTR stays above 0.72, read forward and
/// backward; the rest counts as the part of a factor it has run through (McCarthy & Jarvis 2010, Behavior Research
/// Methods 42(2)). A text that never repeats a word closes no factor: its length is given, as the lower bound.
fn mtld(words: &[usize], distinct: usize) -> f64 {
    f64::midpoint(one_way(words.iter(), words.len(), distinct), one_way(words.iter().rev(), words.len(), distinct))
}

fn one_way<'a>(words: impl Iterator<Item = &'a usize>, total: usize, distinct: usize) -> f64 {
    // for each word the stretch in which it was last met
    let mut met = vec![0usize; distinct];
    let (mut stretch, mut types, mut tokens, mut factors, mut ttr) = (1, 0usize, 0usize, 0.0, 1.0);
    for &word in words {
        types += usize::from(std::mem::replace(&mut met[word], stretch) != stretch);
        tokens += 1;
        ttr = types as f64 / tokens as f64;
        if ttr < FACTOR {
            factors += 1.0;
            stretch += 1;
            (types, tokens, ttr) = (0, 0, 1.0);
        }
    }
    factors += (1.0 - ttr) / (1.0 - FACTOR);
    if factors > 0.0 { total as f64 / factors } else { total as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-9, "{a} {b}");
    }

    #[test]
    fn ttr_and_mattr_by_hand() {
        let words = [1, 2, 1, 3, 1, 2];
        close(of_words(&words).ttr, 0.5);
        // windows 121 213 131 312: 2 + 3 + 2 + 3 types of 12
        close(mattr(&numbered(&words).0, 3, 3), 10.0 / 12.0);
        // shorter than the window: the TTR
        close(of_words(&words).mattr, 0.5);
        assert_eq!(of_words(&[]), LexicalDiversity::default());
    }

    #[test]
    fn mtld_by_hand() {
        // forward: 1 2 1 (TTR 2/3 < 0.72) closes; then 3 1 2 stays at 1. backward: 2 1 3 1 2 at 3/5 closes
        // (after 4 it is 3/4), then 1 stays at 1. 6/1 each way.
        close(of_words(&[1, 2, 1, 3, 1, 2]).mtld, 6.0);
        // forward 1 1 closes, 1 2 3 3 is at 3/4: part 0.25/0.28; backward 3 3 closes, 2 1 1 (2/3) closes, 1 stays.
        close(of_words(&[1, 1, 1, 2, 3, 3]).mtld, f64::midpoint(6.0 / (1.0 + 0.25 / 0.28), 3.0));
        close(of_words(&[1, 2, 3, 4]).mtld, 4.0);
    }
}
