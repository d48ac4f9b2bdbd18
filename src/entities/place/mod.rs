//! Places: the name with its unit word where one stands right before it.
//!
//! A unit word (`tỉnh`, `TP.`, `xã`, `thôn`, `đường`) makes a place of any capital name or number behind it. A bare
//! name counts where the gazetteer knows it as a province, country, region or city; bare names of districts and
//! communes, which are mostly common words too, need a reason: the same name with its unit word elsewhere, a
//! preposition of place or a local body right before.

mod bare;
mod context;
mod name;
pub(super) mod series;
mod unit;

use super::rule::Begins;
pub(crate) use super::value::{Place as Value, PlaceSort as Sort};
use super::{Board, Proposal, Rule, Value as Any};
use crate::analysis::{Kind, ZoneKind};
use crate::layout::Layout;
use crate::lexicon::columns::provinces;
use crate::lexicon::{Hit, Table};
use crate::text::{Reading, Stretch};
use crate::w;
use bare::bare_name;
pub(crate) use context::{is_inside_listed, opens_with_preposition};
use std::collections::HashSet;
use unit::unit_and_name;

const UNITS: Begins = Begins::of(&[Rule::PlaceUnit]);
const NAMES: Begins = Begins::of(&[Rule::PlaceListed, Rule::PlaceProvince, Rule::PlaceContext]);

/// Proposes every place.
pub(crate) fn propose(reading: &Reading, layout: &Layout, board: &mut Board) {
    let mut with_unit: HashSet<Vec<u32>> = HashSet::new();
    for at in 0..reading.tokens.len() {
        let found = board
            .ask(UNITS, at, || unit_and_name(reading, at))
            .filter(|_| layout.zone(reading, at) != ZoneKind::Chrome);
        if let Some(mut p) = found {
            // `[hai tỉnh] [Quảng Trị] và …`: the unit word is what is counted, the name stands alone
            if let Any::Place(Value { name: Some(name), .. }) = p.value
                && board.ending(name.start).any(|q| q.kind == Kind::Quantity && q.at.start < at)
            {
                p.at.start = name.start;
            }
            if let Any::Place(Value { name: Some(name), sort: Sort::Unit, .. }) = &p.value {
                with_unit.insert(reading[name.tokens()].iter().map(|t| t.word).collect());
            }
            // `[đường 30 tháng 4]`: the date is a name
            for kind in [Kind::Time, Kind::Quantity] {
                board.withdraw(kind, p.at, |q| q.at.end < p.at.end);
            }
            board.add(p);
        }
    }
    for at in 0..reading.tokens.len() {
        if let Some(p) = board.ask(NAMES, at, || bare_name(reading, &with_unit, at)) {
            board.add(p);
        }
    }
    series::propose(reading, board);
}

fn proposal(at: Stretch, strength: u8, rule: Rule, value: Value) -> Proposal {
    Proposal { kind: Kind::Place, at, strength, rule, value: Any::Place(value) }
}

/// A further wording of a province with its unit, exactly as the table has it: `[Đặc khu Vũng Tàu - Côn Đảo]`.
fn is_alias_of_province(reading: &Reading, hit: &Hit) -> bool {
    let text = reading.text(Stretch::new(hit.start as usize, hit.end as usize));
    hit.table == Table::Provinces && provinces::ALIASES.forms(hit.row).any(|form| form == text)
}

/// Written with capitals throughout; behind a hyphen small letters may go on (`Kon-tum`).
fn is_capital_name(reading: &Reading, hit: &Hit) -> bool {
    // `[thị trấn Nông trường Phong Hải]`
    let farm = reading.seq(hit.start as usize, &[w!("nông"), w!("trường")]);
    let small = farm.then_some(hit.start + 1);
    let tokens = &reading[hit.start as usize..hit.end as usize];
    tokens
        .iter()
        .zip(hit.start..)
        .filter(|(_, at)| Some(*at) != small)
        .map(|(t, _)| t)
        .filter(|t| t.is_word())
        .all(|t| t.is_capital() || !t.spaced)
        && tokens.first().is_some_and(|t| t.is_capital() || t.is_number())
}

#[cfg(test)]
mod tests {
    use crate::analysis::Kind;
    use crate::entities::testing::check;

    #[test]
    fn a_unit_word_makes_a_place() {
        check(
            Kind::Place,
            &[
                ("tại huyện Triệu Phong, tỉnh Quảng Trị", "huyện Triệu Phong|tỉnh Quảng Trị"),
                ("xã Ia H'Drai và phường 6, Q.1, TP.HCM", "xã Ia H'Drai|phường 6|Q.1|TP.HCM"),
                ("thôn Phú Mỹ, đường Lê Hồng Phong", "thôn Phú Mỹ|đường Lê Hồng Phong"),
            ],
        );
    }

    #[test]
    fn bare_names_of_the_gazetteer() {
        check(
            Kind::Place,
            &[
                ("Hậu Giang, Long An và Việt Nam", "Hậu Giang|Long An|Việt Nam"),
                ("quan hệ Việt Nam - Lào", "Việt Nam|Lào"),
                ("các tỉnh khu vực phía Nam", "khu vực phía Nam"),
            ],
        );
    }

    #[test]
    fn unit_words_are_words_of_their_own() {
        check(
            Kind::Place,
            &[
                ("đến sân bay Kép trên bán đảo Triều Tiên", "sân bay Kép|bán đảo Triều Tiên"),
                ("mở rộng quốc lộ 14E và quốc lộ 1", "quốc lộ 14E|quốc lộ 1"),
                ("huyện đảo Hoàng Sa", "huyện đảo Hoàng Sa"),
                ("lãnh thổ Liên bang Nga", "Liên bang Nga"),
                ("chiếc đồng hồ Patek Philippe, các huyện miền núi Sơn Hà", ""),
                ("Thông tấn xã Phương Nam đưa tin", ""),
                ("trên địa bàn TP. Góp phần ổn định", ""),
                ("trận gặp ĐT Đức tối nay", "Đức"),
            ],
        );
    }

    #[test]
    fn names_end_where_their_words_end() {
        check(
            Kind::Place,
            &[
                ("viếng tại Nhà tang lễ Quốc gia lúc", "Nhà tang lễ Quốc gia"),
                ("tuyến cao tốc Bắc - Nam đi qua", "cao tốc Bắc - Nam"),
                ("trên đường 30 tháng 4 và đường 3/2", "đường 30 tháng 4|đường 3/2"),
                ("tại Trung tâm Hội nghị tỉnh, HĐND họp", "Trung tâm Hội nghị tỉnh"),
                ("Nhà máy Thủy điện Sê San 4A vận hành", "Nhà máy Thủy điện Sê San 4A"),
                ("Hội Liên lạc Việt Kiều Hải Phòng họp", "Hải Phòng"),
                ("cháy tại hẻm 366 Phan Văn Trị, quận 5", "hẻm 366 Phan Văn Trị|quận 5"),
                ("ký Bản Ghi nhớ hợp tác", ""),
                ("ông Võ Đình Thắng và nghệ sĩ M-TP Sơn", ""),
                ("Quốc hội Cộng hòa Liên bang Brazil", "Cộng hòa Liên bang Brazil"),
                ("học tiếng Trung Quốc, kinh tế biển Việt Nam", "Việt Nam"),
            ],
        );
    }

    #[test]
    fn countries_that_are_common_words() {
        check(
            Kind::Place,
            &[
                ("Pháp luật quy định", ""),
                ("nghệ sĩ Thoại Mỹ và Quỳnh Anh", ""),
                ("học tiếng Anh ở nước Anh", "Anh"),
                ("danh hiệu Anh hùng Lao động", ""),
                ("Người Mỹ và Tổng thống Nga Putin", "Mỹ|Nga"),
                ("nút giao Mỹ Thủy", "nút giao Mỹ Thủy"),
                ("dịch cúm tại Mỹ gia tăng", "Mỹ"),
                ("ông Jordan Bardella thăm Jordan", "Jordan"),
            ],
        );
    }

    #[test]
    fn words_and_people_are_no_places() {
        check(
            Kind::Place,
            &[
                ("Hòa bình và phát triển", ""),
                ("ông Nguyễn Thái Bình đến", ""),
                ("tư tưởng Hồ Chí Minh", ""),
                ("Ông Đức và cô Anh", ""),
            ],
        );
    }
}
