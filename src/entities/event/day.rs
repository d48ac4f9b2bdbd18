//! Days of the year that have a name of their own.

use super::Value;
use super::walk::Walk;
use crate::analysis::{EventKind, Kind};
use crate::entities::cursor::Cursor;
use crate::entities::{Board, Proposal, Rule, Value as Any};
use crate::lexicon::columns::days;
use crate::lexicon::{Class, Table};
use crate::text::{Reading, Stretch};
use crate::w;

/// `Ngày Pháp luật Việt Nam`, and `ngày nhà giáo Việt Nam (20/11)` in small letters.
pub(super) fn day(reading: &Reading, board: &Board, at: usize) -> Option<Proposal> {
    let start = Cursor::new(reading, at);
    let (c, hit) = start.hit(Table::Days)?; // Ngày Quốc khánh
    // `nghỉ hai ngày Quốc khánh`: days that are counted
    let counted = start.back(1) != 0 && (reading[at - 1].is_number() || Class::ManyOrFew.has(start.back(1)));
    // `từ ngày giải phóng miền Nam`: in small letters the date tells the name from what happened
    let named = reading[at + 1].is_capital() || its_date(c, hit.row);
    let value = Value { kind: Some(EventKind::Anniversary), ..Value::default() };
    let mut walk = Walk { reading, board, start: at, end: c.at(), value, identity: true };
    walk.country(); // Hàn Quốc
    // `Ngày Chiến thắng Phát xít`: the name of another day goes on where a short one ends
    let goes_on = walk.end == c.at() && hit.len() == 3 && c.one(|t| t.is_word() && t.is_capital()).is_some();
    let at = Stretch::new(at, walk.end);
    let (kind, rule, value) = (Kind::Event, Rule::EventDay, Any::Event(walk.value));
    (named && !counted && !goes_on).then_some(Proposal { kind, at, strength: 64, rule, value })
}

/// `20/11`, `(20-11)`, `20 tháng 11`: the date of the day stands behind its name.
fn its_date(c: Cursor, row: u32) -> bool {
    let date = || {
        let (c, day) = c.maybe(|c| c.any(&[w!("(")])).digits(2)?;
        let (_, month) = c.any(&[w!("/"), w!("-"), w!("."), w!("tháng")])?.digits(2)?;
        Some((day, month))
    };
    date() == Some((days::DAY.of(row), days::MONTH.of(row)))
}
