//! Foreign names that no table has: what stands around all mentions of a name in the article votes for what it is.
//!
//! One sentence seldom tells whether `Fulham` is a club, a player or a town; five mentions mostly do. Only names that
//! Vietnamese cannot spell are asked about, and a name without a clear majority stays unmarked.

use super::place::series::is_held;
use super::{Board, Proposal, Rule, Value as Any};
use crate::analysis::{Branch, Kind, ZoneKind};
use crate::layout::Layout;
use crate::lexicon::columns::name_cues::{self, Side};
use crate::lexicon::columns::regions;
use crate::lexicon::{Class, Hit, Table};
use crate::text::syllable::is_foreign;
use crate::text::{Case, Reading, Stretch};
use crate::w;
use std::collections::HashMap;

/// Longest name in words.
const LONGEST: usize = 4;
/// Least votes for a kind, and how many times those of all others it must have.
const LEAST: u32 = 2;
const MAJORITY: u32 = 2;

/// What a mention that a rule knew votes with.
const KNOWN: u32 = 2;
/// Least votes that make a city a club.
const CLUB: u32 = 3;
/// Least words of sport in an article about matches.
const SPORT: u32 = 3;
/// Votes for bodies in an article about matches, with those words.
const MATCHES: u32 = 6;
const KINDS: [Kind; 3] = [Kind::Person, Kind::Organization, Kind::Place];

/// Votes for each of [`KINDS`].
#[derive(Debug, Clone, Copy, Default)]
struct Votes {
    person: u32,
    body: u32,
    place: u32,
}

impl Votes {
    fn add(&mut self, votes: impl IntoIterator<Item = (Kind, u32)>) {
        for (kind, weight) in votes {
            match kind {
                Kind::Person => self.person += weight,
                Kind::Organization => self.body += weight,
                _ => self.place += weight,
            }
        }
    }

    /// The kind that has a clear majority.
    fn elected(&self) -> Option<Kind> {
        let all = [(self.person, KINDS[0]), (self.body, KINDS[1]), (self.place, KINDS[2])];
        let (votes, kind) = all.into_iter().max_by_key(|&(votes, _)| votes)?;
        let others = self.person + self.body + self.place - votes;
        (votes >= LEAST && votes >= MAJORITY * others).then_some(kind)
    }
}

/// Proposes the names whose votes are clear.
pub(super) fn propose(reading: &Reading, layout: &Layout, board: &mut Board) {
    let names = candidates(reading, layout, board);
    let mut votes: HashMap<Vec<u32>, Votes> = HashMap::new();
    for at in &names {
        votes.entry(words(reading, *at)).or_default().add(cues(reading, *at));
    }
    let listed = board.proposals().filter(|p| p.rule == Rule::OrganizationFixed).map(|p| p.at);
    let bodies = listed
        .flat_map(|at| cues(reading, at))
        .filter(|(kind, _)| *kind == Kind::Organization)
        .map(|(_, weight)| weight);
    let spoken_of = bodies.sum::<u32>() + votes.values().map(|v| v.body).sum::<u32>();
    clubs(reading, board, spoken_of);
    // what a rule knew elsewhere counts too
    for p in board.proposals() {
        let kind = Some(p.kind).filter(|kind| KINDS.contains(kind) && p.at.len() <= LONGEST);
        if let Some(kind) = kind
            && let Some(sum) = votes.get_mut(&words(reading, p.at))
        {
            sum.add([(kind, KNOWN)]);
        }
    }
    for at in names {
        let Some(kind) = votes.get(&words(reading, at)).and_then(Votes::elected) else { continue };
        board.add(proposal(at, kind));
    }
}

/// Cities abroad that the article speaks of as clubs (`[Barcelona] thắng [Monaco]`): the same words vote. Where the
/// whole article is about matches, more votes for the club than for the town are enough, and provinces play too
/// (`[Nam Định] gặp [Hải Phòng]`).
fn clubs(reading: &Reading, board: &mut Board, others: u32) {
    let mut votes: HashMap<Vec<u32>, (Votes, Vec<Stretch>)> = HashMap::new();
    let city = |h: &Hit| h.table == Table::Regions && regions::KIND.of(h.row) == Some(regions::Kind::City);
    let is_town = |p: &&Proposal| {
        p.rule == Rule::PlaceProvince
            || p.rule == Rule::PlaceListed
                && reading.hits.at(p.at.start).iter().any(|h| h.end as usize == p.at.end && city(h))
    };
    for p in board.proposals().filter(is_town) {
        let (sum, mentions) = votes.entry(words(reading, p.at)).or_default();
        mentions.push(p.at);
        sum.add(cues(reading, p.at));
    }
    // a pageant is no match
    let held = |i: usize| is_held(reading, i) && !Class::Pageant.has(reading.word(i));
    let of_sport = |&i: &usize| held(i) || [w!("bóng"), w!("hlv")].contains(&reading.word(i));
    let competitions = (0..reading.tokens.len()).filter(of_sport).count() as u32;
    let bodies = votes.values().map(|(sum, _)| sum.body).sum::<u32>();
    let matches = competitions >= SPORT && others + bodies + competitions >= MATCHES && bodies > 0;
    for (sum, mentions) in votes.into_values() {
        let first = mentions.first().and_then(|at| board.longest(Kind::Place, at.start));
        let province = first.is_some_and(|p| p.rule == Rule::PlaceProvince);
        let elected = sum.elected() == Some(Kind::Organization) && sum.body >= CLUB;
        let plays = matches && sum.body > sum.place && (!province || sum.body >= CLUB);
        if !(elected && !province || plays) {
            continue;
        }
        for at in mentions {
            // `[Real Madrid]`: the town in the name of a club
            let inside = |p: &Proposal| p.kind == Kind::Organization && p.at != at && p.at.contains(at);
            if !board.ending(at.end).chain(board.starting(at.start)).any(inside) {
                board.add(Proposal { strength: 53, ..proposal(at, Kind::Organization) });
            }
        }
    }
}

fn words(reading: &Reading, at: Stretch) -> Vec<u32> {
    reading[at.tokens()].iter().map(|t| t.word).collect()
}

/// The rows of capital words that hold a foreign one and that no proposal covers.
fn candidates(reading: &Reading, layout: &Layout, board: &Board) -> Vec<Stretch> {
    let mut covered = vec![false; reading.tokens.len()];
    for p in board.proposals() {
        let names = matches!(
            p.kind,
            Kind::Person | Kind::Organization | Kind::Place | Kind::Role | Kind::Event | Kind::Document | Kind::Time
        );
        if names {
            covered.iter_mut().take(p.at.end).skip(p.at.start).for_each(|c| *c = true);
        }
    }
    let mut out = Vec::new();
    let mut at = 0;
    while at < reading.tokens.len() {
        let end = run_end(reading, &covered, at);
        if end == at {
            at += 1;
            continue;
        }
        let name = Stretch::new(at, end);
        let known = reading.hits.at(at).iter().any(|h| matches!(h.table, Table::FixedBodies | Table::Newspapers));
        let foreign = !known
            && (at..end).any(|i| is_foreign(reading, i))
            && !(at..end).any(|i| is_held(reading, i) || is_medium(reading, i));
        if foreign && end - at <= LONGEST && layout.zone(reading, at) != ZoneKind::Chrome {
            out.push(name);
        }
        at = end;
    }
    out
}

fn run_end(reading: &Reading, covered: &[bool], at: usize) -> usize {
    // `SK Telecom`, `FC Porto`
    let second = reading.tokens.get(at + 1).is_some_and(|t| t.case == Case::Title && t.spaced);
    // `CĐV [Fulham]`: a word beside a name
    let cue =
        reading.hits.longest(at, Table::NameCues).is_some_and(|h| name_cues::SIDE.of(h.row) == Some(Side::Before));
    let short = second && reading[at].case == Case::Upper && reading[at].letters <= 3 && !cue;
    let fits = |&i: &usize| {
        let token = &reading[i];
        reading.same_line(at, i)
            && (token.case == Case::Title || short && i == at)
            && covered.get(i) == Some(&false)
            && (i == at || token.spaced && reading.sentence_of(i).start != i)
    };
    // the first word of a sentence is capital in any case
    let first = &reading[at];
    let joined = at > 0 && !first.spaced && (reading[at - 1].is_word() || reading.word(at - 1) == w!("."));
    let plain = !is_foreign(reading, at) && reading.sentence_of(at).start == at;
    if joined || plain {
        return at;
    }
    at + (at..reading.tokens.len()).take_while(fits).count()
}

/// Words of the network that are written with a capital and name nobody.
fn is_medium(reading: &Reading, at: usize) -> bool {
    Class::Medium.has(reading.word(at))
}

/// What the words right before and behind a mention vote for.
fn cues(reading: &Reading, at: Stretch) -> impl Iterator<Item = (Kind, u32)> {
    let vote = |hit: &Hit, side: Side| {
        let kind = name_cues::KIND.of(hit.row)?;
        (name_cues::SIDE.of(hit.row) == Some(side)).then(|| (kind, name_cues::WEIGHT.of(hit.row).parse().unwrap_or(1)))
    };
    let line = reading.line(at.start);
    let is_cue = |h: &&Hit| h.table == Table::NameCues;
    let before = reading.hits_before(at.start).filter(is_cue).find_map(|h| vote(h, Side::Before));
    // `Sarr của [Crystal Palace] dứt điểm`: what somebody does tells nothing of the club
    let owner = [w!("của"), w!("phía")].contains(&reading.word_before(at.start, 1));
    let after = Some(at.end).filter(|&end| end < line.end && !owner);
    let after = after.and_then(|end| reading.hits.at(end).iter().filter(is_cue).find_map(|h| vote(h, Side::After)));
    // `[Zorblat United]`: the last word of the name itself
    let last = reading.hits.ending(at.end).filter(|h| h.start as usize > at.start).filter(is_cue);
    let foreign = |h: &&Hit| is_foreign(reading, h.start as usize) && reading[h.start as usize].is_capital();
    let last = last.filter(foreign).find_map(|h| vote(h, Side::After));
    before.into_iter().chain(after).chain(last)
}

fn proposal(at: Stretch, kind: Kind) -> Proposal {
    let (rule, value) = match kind {
        Kind::Person => (Rule::PersonVotes, Any::Person(super::person::Value::default())),
        Kind::Organization => {
            let value = super::organization::Value { branch: Some(Branch::Other), ..Default::default() };
            (Rule::OrganizationVotes, Any::Organization(value))
        }
        _ => {
            let value = super::place::Value { sort: super::place::Sort::Other, unit: None, name: Some(at) };
            (Rule::PlaceVotes, Any::Place(value))
        }
    };
    Proposal { kind, at, strength: 34, rule, value }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Kind;
    use crate::entities::testing::check;

    #[test]
    fn what_stands_around_a_name_tells() {
        check(
            Kind::Organization,
            &[
                ("Anh khoác áo Barcelona. Cầu thủ Barcelona vui.", "Barcelona|Barcelona"),
                ("Nhà mạng Verizon thử sóng. Mạng của Verizon nhanh.", "Verizon|Verizon"),
                ("Đội bóng Wolfsburg đánh bại Freiburg trong trận gặp Freiburg tối qua", "Wolfsburg|Freiburg|Freiburg"),
            ],
        );
        check(Kind::Person, &[("Phút 80, Valverde ghi bàn. Valverde rời sân sau đó.", "Valverde|Valverde")]);
        check(Kind::Place, &[("Quân đội tiến gần Pokrovsk, pháo kích tại Pokrovsk.", "Pokrovsk|Pokrovsk")]);
    }

    #[test]
    fn without_a_majority_nothing_is_marked() {
        check(Kind::Organization, &[("Xem trên Spotlight và Spotlight nữa", "")]);
    }
}
