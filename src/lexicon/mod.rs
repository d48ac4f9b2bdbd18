//! What the analyser knows: tables of facts, and one matcher over all of them.
//!
//! A table is a file `data/NAME.tsv`: comment lines (`#`: what the columns are, where the facts come from), a
//! header, one fact a row. Columns whose name begins with `*` hold the forms to look for, `|` between them; with `~`
//! they are looked for but cannot be read; `*x:title` is stored in the trie alone where it can be; `name:number` and `name:numbers` hold numbers. Whoever adds a file has a
//! new [`Table`] of that name: `build.rs` turns all of them into their matching form when the crate is built. Forms are
//! compared folded (see [`crate::text::fold`]); letter case is for the rules to judge.

use crate::text::Token;

mod matcher;

pub use matcher::{Table, cell, number, numbers, row_of, rows};

/// A form of a table that stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Tokens, half open.
    pub start: u32,
    pub end: u32,
    pub table: Table,
    /// Row of the table; read its fields with [`cell`].
    pub row: u32,
}

impl Hit {
    /// Number of tokens.
    pub fn len(&self) -> usize {
        (self.end - self.start) as usize
    }
}

/// Every hit in a text, by where it starts.
#[derive(Debug, Default)]
pub struct Hits {
    hits: Vec<Hit>,
    /// For each token, where its hits begin in `hits`; one more at the end.
    first: Vec<u32>,
}

impl Hits {
    /// The hits that start at this token, longest first.
    pub fn at(&self, token: usize) -> &[Hit] {
        match (self.first.get(token), self.first.get(token + 1)) {
            (Some(&a), Some(&b)) => &self.hits[a as usize..b as usize],
            _ => &[],
        }
    }

    /// The longest hit of this table that starts at the token.
    pub fn longest(&self, token: usize, table: Table) -> Option<&Hit> {
        self.at(token).iter().find(|h| h.table == table)
    }

    /// Every hit, in text order.
    pub fn all(&self) -> &[Hit] {
        &self.hits
    }
}

/// Finds every form of every table, in one walk over the tokens. No form crosses a line end.
pub fn find(tokens: &[Token]) -> Hits {
    matcher::find(tokens)
}
