//! What the analyzer knows: tables of facts, and one matcher over all of them.
//!
//! A table is a file `data/NAME.tsv`: comment lines (`#`: what the columns are, where the facts come from), a
//! header, one fact a row. Columns whose name begins with `*` hold the forms to look for, `|` between them; with `~`
//! they are looked for but cannot be read; the names of `*x:title` are stored as words where these give them back; `x:words`
//! is read as words; `x:number` and `x:rows of T` hold numbers. Whoever adds a file has a new [`Table`] of that name:
//! `build.rs` turns all of them into their matching form when the crate is built; of `words.tsv` and `phrases.tsv`, which
//! rules ask for, it makes [`Class`] and [`Phrase`]. Forms are compared folded (see [`crate::text::fold`]); letter case is for
//! the rules to judge.

use crate::text::Token;

mod class;
pub(crate) mod columns;
mod matcher;

pub(crate) use class::{Class, Phrase};
#[cfg(test)]
pub(crate) use matcher::TABLES;
pub(crate) use matcher::{Table, first_forms, rows};

/// The level of a unit of the State that records know by this word.
pub(crate) fn level_of_unit(word: &str) -> Option<columns::place_units::Level> {
    let row = (0..rows(Table::PlaceUnits)).find(|&row| columns::place_units::UNIT.of(row) == word)?;
    columns::place_units::LEVEL.of(row)
}

/// A form of a table that stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hit {
    /// Tokens, half open.
    pub start: u32,
    pub end: u32,
    pub table: Table,
    /// Row of the table; its fields are read by their [`columns`].
    pub row: u32,
}

impl Table {
    /// It lists places by name.
    pub(crate) fn names_places(self) -> bool {
        matches!(self, Self::Provinces | Self::Districts | Self::Regions) || self.names_communes()
    }

    /// It lists communes, of which many are alike.
    pub(crate) fn names_communes(self) -> bool {
        matches!(self, Self::Communes | Self::CommunesBefore)
    }
}

impl Hit {
    /// Number of tokens.
    pub(crate) fn len(&self) -> usize {
        (self.end - self.start) as usize
    }
}

/// Every hit in a text, by where it starts and by where it ends.
#[derive(Debug, Default)]
pub(crate) struct Hits {
    hits: Vec<Hit>,
    /// For each token, where its hits begin in `hits`; one more at the end.
    first: Vec<u32>,
    /// Positions in `hits` by where they end, longest first.
    by_end: Vec<u32>,
    /// For each token, where the hits that end before it begin in `by_end`; two more at the end.
    first_end: Vec<u32>,
    /// For each token, how far before it the first hit begins that goes on over it.
    reach: Vec<u8>,
}

impl Hits {
    /// The parts of names of a kind that begin at a token: family names, also compound ones, given ones, prefixes.
    pub(crate) fn name_parts(&self, at: usize, kind: columns::surnames::Kind) -> impl Iterator<Item = &Hit> {
        let is_one = move |row| columns::surnames::KIND.of(row) == Some(kind);
        self.at(at).iter().filter(move |h| h.table == Table::Surnames && is_one(h.row))
    }

    /// The family names that begin at a token, compound ones too.
    pub(crate) fn family_names(&self, at: usize) -> impl Iterator<Item = &Hit> {
        self.name_parts(at, columns::surnames::Kind::Surname)
    }

    /// Whether a family name begins at a token.
    pub(crate) fn begins_family_name(&self, at: usize) -> bool {
        self.family_names(at).next().is_some()
    }

    /// Indexes hits that are in text order, `first` telling where those of each token begin.
    fn new(hits: Vec<Hit>, first: Vec<u32>) -> Self {
        let tokens = first.len() - 1;
        let mut first_end = vec![0u32; tokens + 2];
        for hit in &hits {
            first_end[hit.end as usize + 1] += 1;
        }
        for end in 1..first_end.len() {
            first_end[end] += first_end[end - 1];
        }
        let mut next = first_end.clone();
        let mut by_end = vec![0; hits.len()];
        for (i, hit) in hits.iter().enumerate() {
            let at = &mut next[hit.end as usize];
            by_end[*at as usize] = i as u32;
            *at += 1;
        }
        let mut reach = vec![0u8; tokens];
        for token in 0..tokens {
            // the longest comes first
            if let Some(hit) = hits.get(first[token] as usize).filter(|h| h.start as usize == token) {
                for (back, over) in reach[token..hit.end as usize].iter_mut().enumerate() {
                    *over = (*over).max(back as u8);
                }
            }
        }
        Self { hits, first, by_end, first_end, reach }
    }

    /// The hits that start at this token, longest first.
    pub(crate) fn at(&self, token: usize) -> &[Hit] {
        match (self.first.get(token), self.first.get(token + 1)) {
            (Some(&a), Some(&b)) => &self.hits[a as usize..b as usize],
            _ => &[],
        }
    }

    /// The hits that end right before this token, longest first; `Reading::hits_before` minds line ends.
    pub(crate) fn ending(&self, token: usize) -> impl Iterator<Item = &Hit> {
        let positions = match (self.first_end.get(token), self.first_end.get(token + 1)) {
            (Some(&a), Some(&b)) => &self.by_end[a as usize..b as usize],
            _ => &[],
        };
        positions.iter().map(|&i| &self.hits[i as usize])
    }

    /// The hits that begin before this token and go on over it, so that it stands inside them.
    pub(crate) fn across(&self, token: usize) -> impl Iterator<Item = &Hit> {
        let back = self.reach.get(token).map_or(0, |&b| usize::from(b));
        (token - back..token).flat_map(|start| self.at(start)).filter(move |h| h.end as usize > token)
    }

    /// The longest hit of this table that starts at the token.
    pub(crate) fn longest(&self, token: usize, table: Table) -> Option<&Hit> {
        self.at(token).iter().find(|h| h.table == table)
    }

    /// Every hit, in text order.
    pub(crate) fn all(&self) -> &[Hit] {
        &self.hits
    }
}

/// Finds every form of every table, in one walk over the tokens. No form crosses a line end.
pub(crate) fn find(tokens: &[Token]) -> Hits {
    matcher::find(tokens)
}
