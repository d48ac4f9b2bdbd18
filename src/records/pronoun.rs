//! Pronouns and the sex of those they may take up.

use crate::lexicon::Class;
use crate::text::{Reading, Stretch, words_of};
use crate::w;

/// `ông`, `bà`, `đồng chí` for one person.
pub(super) fn is_one(reading: &Reading, at: Stretch) -> bool {
    let comrade = at.len() == 2 && reading.word(at.start) == w!("đồng") && reading.word(at.start + 1) == w!("chí");
    at.len() == 1 && (Class::Man.has(reading.word(at.start)) || Class::Woman.has(reading.word(at.start))) || comrade
}

/// Whether a pronoun may take up the person whose name is `name` at `mention`: their sex is told by the word before the name, or
/// by `Thị` in it. `sure`: a woman has to be told as one.
pub(super) fn fits(reading: &Reading, pronoun: usize, mention: usize, name: &str, sure: bool) -> bool {
    let word = reading.word(pronoun);
    let called = reading.word_before(mention, 1);
    let woman = Class::Woman.has(called) || words_of(name).contains(&w!("thị"));
    !(Class::Man.has(word) && woman || Class::Woman.has(word) && !woman && (sure || Class::Man.has(called)))
}
