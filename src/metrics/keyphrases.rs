//! What the article keeps coming back to: runs of content words, scored by C-value.
//!
//! A candidate is one to four words that stand side by side, two to eight syllables in all, with no function word,
//! figure, mark or marked entity inside (those have lists of their own; events and quotes do not count), that
//! neither begins nor ends with a word of the table of light words. It has to come twice; in a short text, once in
//! title or lead. C-value (Frantzi, Ananiadou & Mima 2000, International Journal on Digital Libraries 3(2)) then
//! weighs frequency and length and takes away what a phrase owes to longer ones:
//! log₂(syllables) · (f(a) − mean f of the longer candidates around a). What stands in title or lead counts half as
//! much again, a choice of ours.

use super::prose::Prose;
use super::words::{Sort, Word, join};
use crate::analysis::{Keyphrase, Kind};
use crate::entities::Mention;
use crate::lexicon::Table;
use crate::order::{descending, sort_by_numbers};
use crate::text::{Reading, Stretch};
use std::collections::HashMap;
use std::ops::Range;

/// At most so many keyphrases.
const MOST: usize = 10;
/// Words in a candidate.
const WORDS: usize = 4;
/// A text of fewer words repeats little.
const SHORT: usize = 150;
/// Weight of what stands in title or lead.
const HEAD: f64 = 1.5;

#[derive(Debug, Clone, Copy)]
struct Candidate {
    count: u32,
    /// Words of its first occurrence.
    first: u32,
    words: u8,
    head: bool,
    /// Sum of the frequencies of the longer candidates around it, and their number.
    nested: (u32, u32),
}

/// The keyphrases, best first.
pub(super) fn find(reading: &Reading, prose: &Prose, words: &[Word], mentions: &[Mention]) -> Vec<Keyphrase> {
    let runs = runs(reading, words, mentions);
    let in_head = |at: usize| prose.head.iter().any(|h| h.contains(words[at].at));
    let heads: usize = words.partition_point(|w| prose.head.last().is_some_and(|h| w.at.start < h.end));
    let head: Vec<bool> = (0..heads).map(in_head).collect();
    let mut found = candidates(words, &runs, &head);
    nest(words, &mut found);
    let light: Vec<bool> = words.iter().map(|w| is_light(reading, w)).collect();
    let mut ranked: Vec<(f64, Candidate)> = found
        .into_values()
        .filter(|c| stands(words, &light, c))
        .map(|c| (score(words, &c), c))
        .filter(|&(score, _)| score > 0.0)
        .collect();
    // the best first, then the first in the text, then the longest
    sort_by_numbers(&mut ranked, |(score, c)| [descending(*score), u64::from(c.first) << 8 | u64::from(!c.words)]);
    let limit = MOST.min(2 + words.len() / 40);
    let chosen = choose(reading, words, ranked, limit);
    with_spans(reading, words, &runs, chosen)
}

/// Stretches of words, as ranges of `words`, with nothing between that ends a phrase.
fn runs(reading: &Reading, words: &[Word], mentions: &[Mention]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut entities = mentions.iter().filter(|m| !matches!(m.kind, Kind::Event | Kind::Quote)).peekable();
    let mut taken = 0;
    for (i, word) in words.iter().enumerate() {
        while let Some(entity) = entities.next_if(|m| m.at.start < word.at.end) {
            taken = taken.max(entity.at.end);
        }
        let content = word.at.start >= taken
            && matches!(word.sort, Sort::Compound | Sort::Syllable)
            && !is_function(reading, word);
        if !content {
            continue;
        }
        match out.last_mut() {
            Some(run)
                if run.end == i
                    && words[i - 1].at.end == word.at.start
                    && reading.same_line(words[i - 1].at.start, word.at.start) =>
            {
                run.end = i + 1;
            }
            _ => out.push(i..i + 1),
        }
    }
    out
}

fn is_function(reading: &Reading, word: &Word) -> bool {
    let hits = reading.hits.at(word.at.start).iter();
    hits.filter(|h| h.table == Table::FunctionWords).any(|h| h.end as usize >= word.at.end)
}

fn is_light(reading: &Reading, word: &Word) -> bool {
    let hits = reading.hits.at(word.at.start).iter();
    hits.filter(|h| h.table == Table::LightWords).any(|h| h.end as usize == word.at.end)
}

fn key(words: &[Word]) -> u64 {
    join(words.len() as u64, words.iter().map(|w| w.key))
}

/// Candidates by key. Longer ones are counted only where their parts are candidates already (as in Apriori), so
/// that their number stays small in any text.
fn candidates(words: &[Word], runs: &[Range<usize>], head: &[bool]) -> HashMap<u64, Candidate> {
    let mut all: HashMap<u64, Candidate> = HashMap::new();
    for n in 1..=WORDS {
        let mut level: HashMap<u64, Candidate> = HashMap::new();
        for run in runs {
            for window in words[run.clone()].windows(n).zip(run.start..) {
                let (gram, at) = window;
                if n > 1 && !(all.contains_key(&key(&gram[1..])) && all.contains_key(&key(&gram[..n - 1]))) {
                    continue;
                }
                let new = Candidate { count: 0, first: at as u32, words: n as u8, head: false, nested: (0, 0) };
                let candidate = level.entry(key(gram)).or_insert(new);
                candidate.count += 1;
                candidate.head |= head.get(at).is_some_and(|&h| h);
            }
        }
        all.extend(level.into_iter().filter(|(_, c)| c.count > 1 || (c.head && words.len() < SHORT)));
    }
    all
}

/// Tells every candidate of the longer ones around it.
fn nest(words: &[Word], found: &mut HashMap<u64, Candidate>) {
    let longer: Vec<Candidate> = found.values().filter(|c| c.words > 1 && c.count > 1).copied().collect();
    for candidate in longer {
        let gram = &words[candidate.first as usize..][..candidate.words as usize];
        for n in 1..gram.len() {
            for part in gram.windows(n) {
                if let Some(inner) = found.get_mut(&key(part)) {
                    inner.nested.0 += candidate.count;
                    inner.nested.1 += 1;
                }
            }
        }
    }
}

fn gram<'a>(words: &'a [Word], c: &Candidate) -> &'a [Word] {
    &words[c.first as usize..c.first as usize + c.words as usize]
}

fn stands(words: &[Word], light: &[bool], c: &Candidate) -> bool {
    let range = c.first as usize..c.first as usize + c.words as usize;
    let syllables: usize = gram(words, c).iter().map(|w| w.at.len()).sum();
    (2..=8).contains(&syllables) && !light[range.start] && !light[range.end - 1]
}

fn score(words: &[Word], c: &Candidate) -> f64 {
    let syllables: usize = gram(words, c).iter().map(|w| w.at.len()).sum();
    let owed = if c.nested.1 == 0 { 0.0 } else { f64::from(c.nested.0) / f64::from(c.nested.1) };
    let head = if c.head { HEAD } else { 1.0 };
    (syllables as f64).log2() * (f64::from(c.count) - owed) * head
}

/// The best, none of them made for half or more of the syllables of a better one.
fn choose(reading: &Reading, words: &[Word], ranked: Vec<(f64, Candidate)>, limit: usize) -> Vec<(u64, Keyphrase)> {
    let mut out: Vec<(u64, Keyphrase)> = Vec::new();
    let mut chosen: Vec<Vec<u32>> = Vec::new();
    for (score, c) in ranked {
        if out.len() == limit {
            break;
        }
        let gram = gram(words, &c);
        let at = Stretch::new(gram[0].at.start, gram[gram.len() - 1].at.end);
        let text = reading.text(at).to_string();
        let syllables: Vec<u32> = at.tokens().map(|i| reading.word(i)).collect();
        let known = |other: &Vec<u32>| 2 * syllables.iter().filter(|s| other.contains(s)).count() >= syllables.len();
        if !chosen.iter().any(known) {
            chosen.push(syllables);
            out.push((key(gram), Keyphrase { text, score, spans: Vec::new() }));
        }
    }
    out
}

/// Finds every occurrence; the text is that of the first one in lower case, if there is one.
fn with_spans(
    reading: &Reading,
    words: &[Word],
    runs: &[Range<usize>],
    chosen: Vec<(u64, Keyphrase)>,
) -> Vec<Keyphrase> {
    let position: HashMap<u64, usize> = chosen.iter().enumerate().map(|(i, (key, _))| (*key, i)).collect();
    let mut out: Vec<Keyphrase> = chosen.into_iter().map(|(_, k)| k).collect();
    for run in runs {
        let run = &words[run.clone()];
        for start in 0..run.len() {
            for end in start + 1..=run.len().min(start + WORDS) {
                if let Some(&i) = position.get(&key(&run[start..end])) {
                    let at = Stretch::new(run[start].at.start, run[end - 1].at.end);
                    let plain = reading.text(at);
                    if plain.chars().all(|c| !c.is_uppercase()) && out[i].text.chars().any(char::is_uppercase) {
                        out[i].text = plain.to_string();
                    }
                    out[i].spans.push(reading.span(at));
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::words::segment;
    use crate::text::read;

    fn of(text: &str) -> Vec<(String, usize)> {
        let reading = read(text);
        let lines: Vec<Stretch> = reading.lines.iter().map(|l| l.tokens).collect();
        let prose = Prose { lines, ..Prose::default() };
        let words = segment(&reading, &prose, &[]);
        find(&reading, &prose, &words, &[]).into_iter().map(|k| (k.text, k.spans.len())).collect()
    }

    #[test]
    fn takes_what_comes_back() {
        let text = "Nhà máy điện gió chạy tốt. Ông nói nhà máy điện gió cần đất. Dân ở gần nhà máy điện gió.";
        let found = of(text);
        assert_eq!(found[0], ("nhà máy điện gió".to_string(), 3));
        assert!(of("Không có gì lặp lại ở đây cả.").is_empty());
    }

    #[test]
    fn scores_by_hand() {
        // four syllables, three times, in no longer one: log₂ 4 · 3
        let reading = read("Nhà máy điện gió. Nhà máy điện gió. Nhà máy điện gió.");
        let prose = Prose { lines: reading.lines.iter().map(|l| l.tokens).collect(), ..Prose::default() };
        let words = segment(&reading, &prose, &[]);
        assert_eq!(find(&reading, &prose, &words, &[])[0].score, 6.0);
    }

    #[test]
    fn no_phrase_crosses_a_mark_or_a_function_word() {
        for (text, _) in of("cây xanh, đường phố và cây xanh, đường phố và cây xanh, đường phố")
        {
            assert!(!text.contains(',') && !text.contains(" và "), "{text}");
        }
    }
}
