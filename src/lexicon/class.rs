//! Words and phrases that rules ask for: a row of `data/words.tsv` is a class of single words, one of `data/phrases.tsv` a
//! list of phrases, each with the reason why they stand together. Nothing looks for them in texts.

include!(concat!(env!("OUT_DIR"), "/classes.rs"));
include!(concat!(env!("OUT_DIR"), "/phrases.rs"));

impl Class {
    /// Whether a word, by its folded number, is of this class: one look-up and one bit, however many words the class has.
    pub(crate) fn has(self, word: u32) -> bool {
        let mask = SLOTS.len() - 1;
        let mut at = word as usize & mask;
        while SLOTS[at].0 != word {
            // the number of no word is 0
            if SLOTS[at].0 == 0 {
                return false;
            }
            at = (at + 1) & mask;
        }
        let set = &SETS[usize::from(SLOTS[at].1)];
        word != 0 && set[self as usize / 64] >> (self as usize % 64) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::w;

    #[test]
    fn classes_hold_their_words() {
        assert!(Class::DayPart.has(w!("chiều")));
        assert!(!Class::DayPart.has(w!("tháng")));
        assert!(Class::JoinsTimes.has(w!(",")));
        assert!(!Class::DayPart.has(0));
    }

    #[test]
    fn a_word_has_the_classes_of_the_table_and_no_other() {
        let table = include_str!("data/words.tsv");
        let rows: Vec<Vec<&str>> = table
            .lines()
            .filter(|line| !line.starts_with('#'))
            .skip(1)
            .map(|line| line.split('\t').collect())
            .collect();
        for (class, name) in [(Class::DayPart, "day_part"), (Class::While, "while")] {
            let own: Vec<&str> = rows.iter().find(|row| row[0] == name).expect("the row")[1].split(' ').collect();
            for word in rows.iter().flat_map(|row| row[1].split(' ')) {
                assert_eq!(class.has(crate::text::fold::number_of(word)), own.contains(&word), "{name}: {word}");
            }
        }
    }

    #[test]
    fn the_longest_phrase_comes_first() {
        let forms = Phrase::OfNoBody.forms();
        assert!(forms.is_sorted_by(|a, b| a.len() >= b.len()) && forms.len() > 2);
    }
}
