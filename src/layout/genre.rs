//! What kind of article it is, from its form.

use super::Layout;
use crate::analysis::{Genre, ZoneKind};
use crate::lexicon::{Phrase, Table};
use crate::text::{Reading, Stretch};
use crate::w;

/// Interviews ask; commentary is signed with a post; notices begin as official texts do; features tell of an
/// anniversary or a subject without an occasion of their own; the rest is news.
pub(super) fn of(reading: &Reading, layout: &Layout) -> Genre {
    let count = |zone: ZoneKind| layout.zones.iter().filter(|&&z| z == zone).count();
    if layout.official.is_some() {
        Genre::Document
    } else if count(ZoneKind::Question) >= 2 || count(ZoneKind::Question) == 1 && has_interviewer(reading, layout) {
        Genre::Interview
    } else if is_notice(reading, layout) {
        Genre::Notice
    } else if signed_with_post(reading, layout) {
        Genre::Commentary
    } else if is_feature(reading, layout) {
        Genre::Feature
    } else {
        Genre::News
    }
}

/// `… thực hiện` in the byline.
fn has_interviewer(reading: &Reading, layout: &Layout) -> bool {
    lines(reading, layout, ZoneKind::Byline).any(|l| l.tokens().any(|i| reading.seq(i, &[w!("thực"), w!("hiện")])))
}

fn lines<'a>(reading: &'a Reading, layout: &'a Layout, zone: ZoneKind) -> impl Iterator<Item = Stretch> + 'a {
    reading.lines.iter().zip(&layout.zones).filter(move |(_, z)| **z == zone).map(|(l, _)| l.tokens)
}

/// A byline that begins with a post.
fn signed_with_post(reading: &Reading, layout: &Layout) -> bool {
    lines(reading, layout, ZoneKind::Byline)
        .any(|l| reading.hits.longest(l.start, Table::RoleHeads).is_some_and(|h| h.len() > 1 || l.len() > 3))
}

/// `Thông báo`, `Giấy mời`, `Kính gửi`, `Căn cứ` at the head.
fn is_notice(reading: &Reading, layout: &Layout) -> bool {
    let title = layout.title.map(|t| t.start);
    let begins = |at: usize| reading.phrase(at, Phrase::Notice).is_some();
    title.is_some_and(begins) || reading.lines.iter().take(12).filter(|l| begins(l.tokens.start)).count() > 0
}

/// An anniversary or tradition in title or kicker, and a lead that reports no occasion of a day.
fn is_feature(reading: &Reading, layout: &Layout) -> bool {
    let occasion = |at: Stretch| {
        let day = [w!("sáng"), w!("chiều"), w!("tối"), w!("ngày")];
        at.tokens().any(|i| {
            day.contains(&reading.word(i))
                && (i + 1..i + 4).any(|j| j < at.end && (reading[j].is_number() || reading.word(j) == w!("nay")))
        })
    };
    let subject = |at: Stretch| at.tokens().any(|i| reading.phrase(i, Phrase::LookBack).is_some());
    let told = [layout.title, layout.kicker].into_iter().flatten().any(subject);
    told && !layout.lead.is_some_and(occasion)
}
