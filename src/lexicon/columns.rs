//! The columns of the tables by their names: `doc_types::TYPE.of(row)`. A column that a table does not have, or that is only
//! looked for, does not compile; the word of a flag or a choice that its column does not list fails the build.

// a table may say what only its readers want to know
#![allow(dead_code)]

use super::Table;
use super::matcher::{cell, number, numbers, words};
use std::marker::PhantomData;

/// Which column of which table.
#[derive(Debug, Clone, Copy)]
struct Place {
    table: Table,
    at: usize,
}

impl Place {
    const fn new(table: Table, at: usize) -> Self {
        Self { table, at }
    }

    fn cell(self, row: u32) -> &'static str {
        cell(self.table, row, self.at)
    }
}

/// A column of text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Text(Place);

impl Text {
    /// The cell; empty where the row has none.
    pub(crate) fn of(self, row: u32) -> &'static str {
        self.0.cell(row)
    }

    /// The parts of the cell between `|`, as they are written.
    pub(crate) fn forms(self, row: u32) -> impl Iterator<Item = &'static str> {
        self.of(row).split('|')
    }

    /// The words of each part; counted once for each cell that is asked for.
    pub(crate) fn words(self, row: u32) -> &'static [Vec<u32>] {
        words(self.0.table, row, self.0.at)
    }
}

/// A column of words that are read, not found.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words(Place);

impl Words {
    /// The words of each form.
    pub(crate) fn of(self, row: u32) -> &'static [Vec<u32>] {
        words(self.0.table, row, self.0.at)
    }
}

/// A column of numbers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Number(Place);

impl Number {
    /// The number; 0 where the row has none.
    pub(crate) fn of(self, row: u32) -> u32 {
        number(self.0.table, row, self.0.at)
    }
}

/// A column of rows of another table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Numbers(Place);

impl Numbers {
    /// The numbers of the rows.
    pub(crate) fn of(self, row: u32) -> &'static [u32] {
        numbers(self.0.table, row, self.0.at)
    }
}

/// What the words of a column stand for; the build script writes it.
pub(crate) trait Mark: Copy + PartialEq + 'static {
    /// In the order of the header.
    const ALL: &'static [Self];
}

/// A column of flags.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Flags<T>(Place, PhantomData<T>);

impl<T: Mark> Flags<T> {
    /// The flags of the row.
    pub(crate) fn of(self, row: u32) -> Set<T> {
        Set(self.0.cell(row), PhantomData)
    }
}

/// Some of the words of a column of flags.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Set<T>(&'static str, PhantomData<T>);

impl<T: Mark> Set<T> {
    /// Whether the row has the flag.
    pub(crate) fn has(self, flag: T) -> bool {
        self.0.bytes().any(|letter| T::ALL.get(usize::from(letter - b'a')) == Some(&flag))
    }
}

/// A column whose cells say one of few words, or nothing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Choice<T>(Place, PhantomData<T>);

impl<T: Mark> Choice<T> {
    /// What the row says.
    pub(crate) fn of(self, row: u32) -> Option<T> {
        self.0.cell(row).bytes().next().and_then(|letter| T::ALL.get(usize::from(letter - b'a')).copied())
    }
}

include!(concat!(env!("OUT_DIR"), "/columns.rs"));

#[cfg(test)]
mod tests {
    use super::{body_heads, doc_types, place_units};
    use crate::lexicon::Table;
    use crate::text::read;

    #[test]
    fn cells_say_what_the_tables_say() {
        let reading = read("Đảng ủy xã\nChiến lược");
        let row = |at: usize, table: Table| reading.hits.longest(at, table).expect("a hit").row;
        let head = body_heads::TAKES.of(row(0, Table::BodyHeads));
        assert!(head.has(body_heads::Takes::Body) && head.has(body_heads::Takes::Term));
        assert!(!head.has(body_heads::Takes::Number) && !head.has(body_heads::Takes::Own));
        assert_eq!(body_heads::ALONE.of(row(0, Table::BodyHeads)), Some(body_heads::Alone::Capital));
        assert_eq!(place_units::LEVEL.of(row(2, Table::PlaceUnits)), Some(place_units::Level::Commune));
        assert_eq!(doc_types::TYPE.of(row(3, Table::DocTypes)), "Chiến lược");
        assert!(doc_types::KIND.of(row(3, Table::DocTypes)).has(doc_types::Kind::Lasts));
    }
}
