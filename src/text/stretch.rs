//! Ranges of tokens.

use std::ops::Range;

/// A half-open range of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Stretch {
    pub start: usize,
    pub end: usize,
}

impl Stretch {
    pub(crate) const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Number of tokens.
    pub(crate) const fn len(self) -> usize {
        self.end - self.start
    }

    pub(crate) const fn contains(self, other: Stretch) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub(crate) const fn overlaps(self, other: Stretch) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The two share tokens and neither holds the other.
    pub(crate) const fn crosses(self, other: Stretch) -> bool {
        self.overlaps(other) && !self.contains(other) && !other.contains(self)
    }

    pub(crate) fn tokens(self) -> Range<usize> {
        self.start..self.end
    }
}

/// A line that is not blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its number in the text as given, from 0, blank lines counted.
    pub number: usize,
    pub tokens: Stretch,
}
