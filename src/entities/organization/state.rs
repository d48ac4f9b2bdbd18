//! Organs of a state named by the country right behind them, in small letters too: `[chính phủ Mỹ]`,
//! `[quân đội Israel]`, `cảnh sát Hàn Quốc`. Without the country they are words (`quân đội và nhân dân`).

use super::{ends_a_compound, proposal};
use crate::analysis::{Kind, Level};
use crate::entities::cursor::Cursor;
use crate::entities::person::is_country;
use crate::entities::value::Organization as Value;
use crate::entities::{Board, Proposal, Rule};
use crate::lexicon::Table;
use crate::lexicon::columns::state_organs;
use crate::text::{Reading, Stretch};

/// The organ and its country.
pub(super) fn organ(reading: &Reading, board: &Board, at: usize) -> Option<Proposal> {
    let (c, hit) = Cursor::new(reading, at).hit(Table::StateOrgans)?;
    let (c, country) = c.entity(board, Kind::Place).filter(|(_, place)| is_country(place))?;
    let value = Value {
        branch: state_organs::BRANCH.of(hit.row),
        level: Some(Level::Central),
        place: Some(country.at),
        ..Value::default()
    };
    let organ = Stretch::new(at, c.at());
    (!ends_a_compound(reading, at)).then(|| proposal(organ, 50, Rule::OrganizationState, value))
}
