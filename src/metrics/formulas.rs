//! Set phrases of the genre, from the table of formulas: longest match first, none over another.

use super::prose::{Prose, syllables};
use crate::analysis::Formula;
use crate::lexicon::Table;
use crate::lexicon::columns::formulas;
use crate::text::Reading;
use std::collections::HashMap;

/// The formulas by frequency, then by first place; and the number of syllables they cover.
pub(super) fn find(reading: &Reading, prose: &Prose) -> (Vec<Formula>, u32) {
    let mut out: Vec<Formula> = Vec::new();
    let mut position: HashMap<u32, usize> = HashMap::new();
    let mut covered = 0;
    for hit in super::hits(reading, prose, Table::Formulas) {
        let stretch = crate::text::Stretch::new(hit.start as usize, hit.end as usize);
        covered += syllables(reading, stretch);
        let at = *position.entry(hit.row).or_insert_with(|| {
            out.push(Formula { text: formulas::HEAD.of(hit.row).to_string(), spans: Vec::new() });
            out.len() - 1
        });
        out[at].spans.push(reading.span(stretch));
    }
    crate::order::sort_by_numbers(&mut out, |f| [!(f.spans.len() as u64), 0]);
    (out, covered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Stretch, read};

    fn of(text: &str) -> (Vec<(String, usize)>, u32) {
        let reading = read(text);
        let lines = vec![Stretch::new(0, reading.tokens.len())];
        let (found, covered) = find(&reading, &Prose { lines, ..Prose::default() });
        (found.into_iter().map(|f| (f.text, f.spans.len())).collect(), covered)
    }

    #[test]
    fn longest_first_and_variants_under_their_head() {
        // the longer variant holds the head phrase
        let (found, covered) = of("Xây dựng chi bộ trong sạch, vững mạnh toàn diện và trong sạch, vững mạnh.");
        assert_eq!(found, [("trong sạch, vững mạnh".to_string(), 2)]);
        assert_eq!(covered, 10);
        assert_eq!(of("Trời hôm nay đẹp.").1, 0);
    }
}
