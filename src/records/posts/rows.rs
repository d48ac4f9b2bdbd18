//! Rows of tables: the one person of a row holds the posts that fill its other cells.

use super::births;
use super::signs::Item;
use crate::analysis::{Granularity, Kind};
use crate::limits;
use crate::records::{Context, List};
use crate::text::Stretch;
use std::ops::Range;

/// The people and posts that rows join: positions in the list of items.
pub(super) fn pairs(context: &Context, items: &List<Item>) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    for (line, of) in lines(context, items) {
        if of.len() > 1 {
            row(context, items, of, line, &mut out);
        }
    }
    out
}

/// The year or day that fills a cell behind that of the one person of a row: when he was born.
pub(super) fn births(context: &Context, items: &List<Item>) -> Vec<(usize, String)> {
    let records = context.records;
    let mut out = Vec::new();
    for (line, of) in lines(context, items) {
        let Some(name) = one_person(items, of) else { continue };
        let at = items[name].mention.at;
        let from = records.times.partition_point(|t| records.mentions[t.entity as usize].at.start < at.end);
        let behind = records.times.iter().skip(from).map(|t| (t, records.mentions[t.entity as usize].at));
        let mut cells = context.reading.cells(line).filter(|c| c.start > at.start).take(limits::CELLS);
        let filled = cells.find_map(|cell| behind.clone().take(limits::CELLS).find(|(_, time)| *time == cell));
        let fine = filled.filter(|(t, _)| matches!(t.granularity, Granularity::Year | Granularity::Day));
        out.extend(fine.and_then(|(_, told)| Some((name, births::told_in(context, told)?))));
    }
    out
}

/// The lines with the names and posts on them.
fn lines<'a>(context: &'a Context, items: &'a List<Item>) -> impl Iterator<Item = (Stretch, Range<usize>)> + 'a {
    let mut from = 0;
    context.reading.lines.iter().filter_map(move |line| {
        let here = |i: &&Item| i.mention.at.start < line.tokens.end;
        let of = from..from + items[from..].iter().take_while(here).count();
        from = of.end;
        (!of.is_empty()).then_some((line.tokens, of))
    })
}

/// The name on a line that names one person only.
fn one_person(items: &List<Item>, mut of: Range<usize>) -> Option<usize> {
    let mut names = of.by_ref().filter(|&i| items[i].mention.kind == Kind::Person);
    let name = names.next()?;
    names.all(|other| items[other].record == items[name].record).then_some(name)
}

/// One row: a row that names two people leaves it open whose a post is.
fn row(context: &Context, items: &List<Item>, of: Range<usize>, line: Stretch, out: &mut Vec<(usize, usize)>) {
    let Some(name) = one_person(items, of.clone()) else { return };
    let cells: Vec<Stretch> = context.reading.cells(line).collect();
    let cell_of = |i: usize| cells.iter().position(|c| c.contains(items[i].mention.at));
    for post in of.filter(|&i| items[i].mention.kind == Kind::Role && cell_of(i) != cell_of(name)) {
        let at = items[post].mention.at.start;
        let chained = out.last().is_some_and(|&(n, p)| n == name && cell_of(p) == cell_of(post));
        if chained || cells.iter().any(|c| c.start == at) {
            out.push((name, post));
        }
    }
}
