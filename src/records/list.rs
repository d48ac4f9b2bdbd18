//! Lists that answer for any position.
//!
//! The records of an article point at one another by position. A list that is asked for a position it lacks gives what
//! stands for nothing, as [`crate::text::Reading`] does for tokens: no text stops the analysis.

use crate::analysis::Kind;
use crate::entities::{Mention, Rule, Value};
use crate::text::Stretch;
use std::ops::{Index, Range, RangeFrom, RangeTo};

/// What may stand in a [`List`].
pub(crate) trait Nothing {
    /// What stands beyond the list.
    fn nothing<'a>() -> &'a Self
    where
        Self: 'a;
}

/// A list whose positions are kept elsewhere.
#[derive(Debug)]
pub(crate) struct List<T>(Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(all: Vec<T>) -> Self {
        Self(all)
    }
}

impl<T> List<T> {
    /// All of it.
    pub(crate) fn all(&self) -> &[T] {
        &self.0
    }

    /// All of it, in order.
    pub(crate) fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// What stands at a position, if the list has it.
    pub(crate) fn at(&self, at: usize) -> Option<&T> {
        self.0.get(at)
    }

    /// How many stand before the first that fails a test which those in front pass.
    pub(crate) fn partition_point(&self, passes: impl FnMut(&T) -> bool) -> usize {
        self.0.partition_point(passes)
    }

    /// Puts a value at a position, if the list has it.
    pub(crate) fn set(&mut self, at: usize, value: T) {
        if let Some(slot) = self.0.get_mut(at) {
            *slot = value;
        }
    }
}

impl<T: Nothing> Index<usize> for List<T> {
    type Output = T;

    fn index(&self, at: usize) -> &T {
        self.0.get(at).unwrap_or_else(T::nothing)
    }
}

/// As far as the list goes.
impl<T> Index<Range<usize>> for List<T> {
    type Output = [T];

    fn index(&self, range: Range<usize>) -> &[T] {
        self.0.get(range.start..range.end.min(self.0.len())).unwrap_or_default()
    }
}

impl<T> Index<RangeFrom<usize>> for List<T> {
    type Output = [T];

    fn index(&self, range: RangeFrom<usize>) -> &[T] {
        self.0.get(range).unwrap_or_default()
    }
}

impl<T> Index<RangeTo<usize>> for List<T> {
    type Output = [T];

    fn index(&self, range: RangeTo<usize>) -> &[T] {
        self.0.get(range).unwrap_or(&self.0)
    }
}

/// A mention of no words at the beginning of the text.
pub(super) static NO_MENTION: Mention = Mention {
    kind: Kind::Abbreviation,
    at: Stretch::new(0, 0),
    parent: None,
    rule: Rule::AbbreviationDefined,
    value: Value::None,
};

impl Nothing for Mention {
    fn nothing<'a>() -> &'a Self {
        &NO_MENTION
    }
}

/// A position beyond every list.
impl Nothing for u32 {
    fn nothing<'a>() -> &'a Self {
        &u32::MAX
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_stands_beyond_a_list() {
        let mut list = List::from(vec![3u32, 4]);
        list.set(1, 5);
        list.set(2, 6);
        assert_eq!((list[0], list[1], list[2]), (3, 5, u32::MAX));
        assert_eq!((&list[1..9], &list[2..], &list[..7], &list[7..]), (&[5][..], &[][..], &[3, 5][..], &[][..]));
        assert_eq!(List::<Mention>::default()[0].at.len(), 0);
    }
}
