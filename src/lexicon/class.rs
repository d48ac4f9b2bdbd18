//! Classes of single words that rules ask for: `data/words.tsv`, a row a class, with the reason why its words stand together.

include!(concat!(env!("OUT_DIR"), "/classes.rs"));

impl Class {
    /// Whether a word, by its folded number, is of this class.
    pub fn has(self, word: u32) -> bool {
        self.words().contains(&word)
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
    }
}
