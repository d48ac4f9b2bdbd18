//! Who, what, where, when: one file a kind proposes, [`overlap`] chooses.
//!
//! The files run in the order of [`find`]; each sees on the [`Board`] what those before it proposed, because
//! posts hold bodies, bodies hold places, documents hold events. A proposal says what it is, where, how strong,
//! and by which rule; nothing is decided before [`overlap::choose`].

// a rule asks the reading for any token, and everything else by `get`: no text stops it
#![cfg_attr(not(test), deny(clippy::indexing_slicing))]

pub(crate) mod abbreviation;
mod board;
mod cursor;
pub(crate) mod document;
pub(crate) mod event;
mod numeral;
pub(crate) mod organization;
mod overlap;
pub(crate) mod person;
pub(crate) mod place;
pub(crate) mod quantity;
pub(crate) mod quote;
pub(crate) mod role;
mod rule;
pub(crate) mod time;
mod unlisted;
mod value;

pub(crate) use board::{Board, Mention, Proposal};
pub(crate) use rule::Rule;
pub(crate) use value::Value;

use crate::layout::Layout;
use crate::text::Reading;

/// Finds every entity of the article: by start, then longest first; they nest, never cross.
pub(crate) fn find(reading: &Reading, layout: &Layout) -> Vec<Mention> {
    let mut board = Board::new(reading);
    time::propose(reading, layout, &mut board);
    quantity::propose(reading, layout, &mut board);
    place::propose(reading, layout, &mut board);
    organization::propose(reading, layout, &mut board);
    role::propose(reading, layout, &mut board);
    event::propose(reading, layout, &mut board);
    document::propose(reading, layout, &mut board);
    person::propose(reading, layout, &mut board);
    unlisted::propose(reading, layout, &mut board);
    quote::propose(reading, layout, &mut board);
    abbreviation::propose(reading, layout, &mut board);
    // the furniture of a site is no part of the article
    board.withdraw_where(|p| layout.zone(reading, p.at.start) == crate::analysis::ZoneKind::Chrome);
    if reading.language.is_foreign() {
        // what rules on Vietnamese words find in another language is nonsense
        use crate::analysis::Kind;
        board.withdraw_where(|p| match p.kind {
            Kind::Time | Kind::Quote => false,
            Kind::Quantity => p.rule == Rule::QuantityOpen,
            _ => true,
        });
    }
    overlap::choose(board)
}

/// What the tests of every kind share.
#[cfg(test)]
pub(crate) mod testing {
    use crate::analysis::Kind;

    /// The mentions of a kind in a text, as their words.
    pub(crate) fn marked(text: &str, kind: Kind) -> Vec<String> {
        let reading = crate::text::read(text);
        let layout = crate::layout::read(&reading, None);
        let mentions = super::find(&reading, &layout);
        mentions.iter().filter(|m| m.kind == kind).map(|m| reading.text(m.at).to_string()).collect()
    }

    /// Every case is a text and the words to be marked, `|` between; none where empty.
    #[track_caller]
    pub(crate) fn check(kind: Kind, cases: &[(&str, &str)]) {
        for (text, want) in cases {
            let want: Vec<&str> = want.split('|').filter(|w| !w.is_empty()).collect();
            assert_eq!(marked(text, kind), want, "{text}");
        }
    }
}
