//! Events with an identity of their own: congresses, plenums, sessions, elections, conferences under a capitalized
//! name, anniversaries, campaigns.
//!
//! Each shape of name (table `event_heads.tsv`) is walked word by word from its head; what has neither ordinal, body,
//! term, number of years nor proper name is no event but a word (`hội nghị`, `đại hội các cấp`).

mod anniversary;
mod congress;
mod day;
mod name;
mod title;
mod walk;

use super::board::Reader;
use super::rule::Begins;
pub(crate) use super::value::Event as Value;
use super::{Board, Proposal, Rule, Value as Any};
use crate::analysis::{EventKind, Kind};
use crate::layout::Layout;
use crate::lexicon::columns::event_heads::{self, Shape};
use crate::lexicon::{Class, Table};
use crate::text::{Reading, Stretch};
use crate::w;
use walk::Walk;

/// What finds events, and what by: the first that does.
const READERS: [Reader; 3] = [
    (
        Begins::of(&[
            Rule::EventAnniversary,
            Rule::EventCongress,
            Rule::EventOrdinal,
            Rule::EventElection,
            Rule::EventTitle,
            Rule::EventEdition,
            Rule::EventListed,
            Rule::EventName,
        ]),
        event_at,
    ),
    (Begins::of(&[Rule::EventAnniversary]), years_since),
    (Begins::of(&[Rule::EventDay]), day::day),
];

/// Proposes every event.
pub(crate) fn propose(reading: &Reading, _layout: &Layout, board: &mut Board) {
    let mut at = 0;
    while at < reading.tokens.len() {
        let found = READERS.iter().find_map(|(begins, read)| board.ask(*begins, at, || read(reading, board, at)));
        at = found.as_ref().map_or(at + 1, |p| p.at.end.max(at + 1));
        if let Some(p) = found {
            board.add(p);
        }
    }
}

/// `[49 năm Ngày Giải phóng miền Nam]`: a number of years and the day they are counted from, without `kỷ niệm`.
fn years_since(reading: &Reading, board: &Board, at: usize) -> Option<Proposal> {
    let day = reading[at].is_number()
        && reading.seq(at + 1, &[w!("năm"), w!("ngày")])
        && reading[at + 2].is_capital()
        && reading.same_line(at, at + 2);
    if !day {
        return None;
    }
    let value = Value { kind: Some(EventKind::Anniversary), ..Value::default() };
    let mut walk = Walk { reading, board, start: at, end: at, value, identity: false };
    walk.years();
    let at = Stretch::new(walk.start, walk.end);
    let rule = Rule::EventAnniversary;
    walk.identity.then_some(Proposal { kind: Kind::Event, at, strength: 72, rule, value: Any::Event(walk.value) })
}

fn event_at(reading: &Reading, board: &Board, at: usize) -> Option<Proposal> {
    let hit = reading.hits.longest(at, Table::EventHeads)?;
    if at > 0 && !reading[at].spaced && reading[at - 1].is_word() {
        return None;
    }
    // `Ủy ban bầu cử`, `[Trung tâm Hội nghị]` are bodies and buildings
    if Class::BodyBeforeEvent.has(reading.before(at).word) {
        return None;
    }
    // `[Phong trào Hồi giáo Hamas]`: the head of a body is longer
    let head = reading.hits.longest(at, Table::BodyHeads).is_some_and(|h| h.end > hit.end);
    if head && board.longest(Kind::Organization, at).is_some() {
        return None;
    }
    let mut walk = Walk {
        reading,
        board,
        start: at,
        end: hit.end as usize,
        value: Value { kind: event_heads::KIND.of(hit.row), ..Value::default() },
        identity: false,
    };
    let shape = event_heads::SHAPE.of(hit.row)?;
    match shape {
        Shape::Congress => walk.congress(),
        Shape::Ordinal => walk.ordinal_event(),
        Shape::Election => walk.election(),
        Shape::Years => walk.years(),
        Shape::Day => walk.subject(16),
        Shape::Title => walk.title(),
        Shape::Name => walk.proper_name(),
        Shape::Edition => walk.edition(),
        Shape::Whole => {
            walk.identity = walk.is_written_as_listed(hit);
            walk.country();
        }
    }
    if matches!(shape, Shape::Title | Shape::Name) {
        walk.ordinal_behind_bracket();
    }
    walk.term_behind();
    // `phong trào Hamas` is the body
    let body = board.longest(Kind::Organization, hit.end as usize).filter(|p| p.rule == Rule::OrganizationFixed);
    if !walk.identity || shape == Shape::Name && body.is_some_and(|p| p.at.end == walk.end) {
        return None;
    }
    walk.season();
    let rule = match shape {
        Shape::Congress => Rule::EventCongress,
        Shape::Ordinal => Rule::EventOrdinal,
        Shape::Election => Rule::EventElection,
        Shape::Years | Shape::Day => Rule::EventAnniversary,
        Shape::Title => Rule::EventTitle,
        Shape::Edition => Rule::EventEdition,
        Shape::Whole => Rule::EventListed,
        Shape::Name => Rule::EventName,
    };
    let at = Stretch::new(walk.start, walk.end);
    // a commemoration is stronger than the names in it
    let strength = if rule == Rule::EventAnniversary { 72 } else { 64 };
    Some(Proposal { kind: Kind::Event, at, strength, rule, value: Any::Event(walk.value) })
}

#[cfg(test)]
mod tests {
    use crate::analysis::Kind;
    use crate::entities::testing::check;

    #[test]
    fn events_have_an_identity() {
        check(
            Kind::Event,
            &[
                ("Đại hội Đảng bộ tỉnh lần thứ XI, nhiệm kỳ 2020-2025", "Đại hội Đảng bộ tỉnh lần thứ XI"),
                ("tiến tới Đại hội XIII của Đảng.", "Đại hội XIII của Đảng"),
                ("Kỳ họp thứ 6, Quốc hội khóa XV", "Kỳ họp thứ 6, Quốc hội khóa XV"),
                ("Hội nghị Trung ương 8 khóa XIII", "Hội nghị Trung ương 8 khóa XIII"),
                ("Lễ kỷ niệm 90 năm thành lập ngành.", "Lễ kỷ niệm 90 năm thành lập ngành"),
                ("Chiến dịch Điện Biên Phủ", "Chiến dịch Điện Biên Phủ"),
                (
                    "cuộc bầu cử đại biểu Quốc hội khóa XV và đại biểu HĐND các cấp nhiệm kỳ 2021-2026 thành công",
                    "bầu cử đại biểu Quốc hội khóa XV và đại biểu HĐND các cấp nhiệm kỳ 2021-2026",
                ),
                ("phát biểu tại hội nghị, đại hội các cấp", ""),
                (
                    "dịp kỷ niệm 134 năm Ngày sinh Chủ tịch Hồ Chí Minh, xem Triển lãm Quốc tế về điện",
                    "kỷ niệm 134 năm Ngày sinh Chủ tịch Hồ Chí Minh",
                ),
                (
                    "chào mừng 49 năm Ngày Giải phóng miền Nam, thống nhất đất nước (30/4/1975-30/4/2024)",
                    "49 năm Ngày Giải phóng miền Nam, thống nhất đất nước",
                ),
                (
                    "dự Đại hội đại biểu lần thứ XXIX, nhiệm kỳ 2025 – 2030 của Đảng bộ tỉnh",
                    "Đại hội đại biểu lần thứ XXIX, nhiệm kỳ 2025 – 2030 của Đảng bộ tỉnh",
                ),
                ("xem Lễ hội Cầu Ngư tại đó", "Lễ hội Cầu Ngư"),
                ("nhân Ngày hội Quốc phòng toàn dân, ở đường Giải Phóng", "Ngày hội Quốc phòng toàn dân"),
                ("dự Hội nghị thượng đỉnh Vibrant tại đó", "Hội nghị thượng đỉnh Vibrant"),
                (
                    "họp kỳ thứ 53, phiên thứ 15, kỳ 2, giảm phiên thứ 10 liên tiếp, tại Olympic Paris 2024",
                    "kỳ thứ 53|phiên thứ 15|Olympic Paris 2024",
                ),
                ("dự Hội chợ Trung Quốc - ASEAN tại Nam Ninh, trao Giải Nhất", "Hội chợ Trung Quốc - ASEAN"),
                (
                    "kỷ niệm 50 năm giải phóng miền Nam, thống nhất đất nước, quân dân",
                    "kỷ niệm 50 năm giải phóng miền Nam, thống nhất đất nước",
                ),
                ("dịp kỷ niệm 30 năm Ngày ký Hiệp ước láng giềng.", "kỷ niệm 30 năm Ngày ký Hiệp ước láng giềng"),
                ("Ủy ban bầu cử tỉnh họp", ""),
            ],
        );
    }
}
