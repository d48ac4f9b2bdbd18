//! Organs of a state named by the country right behind them, in small letters too: `chính phủ Mỹ`, `quân đội Israel`, `cảnh sát Hàn
//! Quốc`. Without the country they are words (`quân đội và nhân dân`).

use super::*;
use crate::entities::person::is_country;

/// Syllables of each organ, its branch.
fn organ_at(reading: &Reading, at: usize) -> Option<(usize, Branch)> {
    let organs: [(&[u32], Branch); 12] = [
        (&[w!("chính"), w!("phủ")], Branch::State),
        (&[w!("quốc"), w!("hội")], Branch::State),
        (&[w!("nghị"), w!("viện")], Branch::State),
        (&[w!("thượng"), w!("viện")], Branch::State),
        (&[w!("hạ"), w!("viện")], Branch::State),
        (&[w!("cảnh"), w!("sát")], Branch::State),
        (&[w!("quân"), w!("đội")], Branch::Military),
        (&[w!("hải"), w!("quân")], Branch::Military),
        (&[w!("không"), w!("quân")], Branch::Military),
        (&[w!("lục"), w!("quân")], Branch::Military),
        (&[w!("tòa"), w!("án"), w!("tối"), w!("cao")], Branch::Judicial),
        (&[w!("ngân"), w!("hàng"), w!("trung"), w!("ương")], Branch::State),
    ];
    organs.into_iter().find(|(words, _)| reading.seq(at, words)).map(|(words, branch)| (at + words.len(), branch))
}

/// The organ and its country.
pub(super) fn organ(reading: &Reading, board: &Board, at: usize) -> Option<Proposal> {
    let (end, branch) = organ_at(reading, at)?;
    let country = board.longest(Kind::Place, end).filter(|p| is_country(p))?;
    let head = reading.same_line(at, end) && !ends_a_compound(reading, at);
    let value =
        Value { branch: Some(branch), level: Some(Level::Central), place: Some(country.at), ..Value::default() };
    head.then(|| proposal(Stretch::new(at, country.at.end), 50, Rule::OrganizationState, value))
}
