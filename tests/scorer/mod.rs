//! Measures analyses against the gold: exact spans, facts, and how records hang together, each as precision,
//! recall and F1.

mod facts;
pub mod floors;
pub mod gold;
mod records;

use gold::Article;
use langkinh::Analysis;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// What one side says in a row of a table, each statement as one string; a statement may stand more than once.
type Rows = BTreeMap<&'static str, Vec<String>>;

/// Hits, misses and false alarms.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Tally {
    pub hit: usize,
    pub missed: usize,
    pub wrong: usize,
}

impl Tally {
    fn add(&mut self, other: Tally) {
        self.hit += other.hit;
        self.missed += other.missed;
        self.wrong += other.wrong;
    }

    /// 1 where nothing was found and nothing was to be found.
    pub fn precision(self) -> f64 {
        share(self.hit, self.hit + self.wrong)
    }

    pub fn recall(self) -> f64 {
        share(self.hit, self.hit + self.missed)
    }

    /// The harmonic mean of precision and recall (van Rijsbergen, "Information Retrieval", 1979).
    pub fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// One row of a table: the tally of each article, by name.
#[derive(Debug, Clone, Default)]
pub struct Row(BTreeMap<String, Tally>);

impl Row {
    pub fn total(&self) -> Tally {
        self.without(None)
    }

    /// What the articles but one add up to.
    fn without(&self, left_out: Option<&str>) -> Tally {
        let mut total = Tally::default();
        self.0.iter().filter(|(name, _)| Some(name.as_str()) != left_out).for_each(|(_, tally)| total.add(*tally));
        total
    }

    /// How far F1 is from that of other articles of the same kind, at 95 %: 1.96 standard errors by the jackknife over
    /// articles (Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 11); nothing for one article.
    pub fn margin(&self) -> Option<f64> {
        let n = self.0.len() as f64;
        let left: Vec<f64> = self.0.keys().map(|name| self.without(Some(name)).f1()).collect();
        let mean = left.iter().sum::<f64>() / n;
        let squares: f64 = left.iter().map(|f1| (f1 - mean).powi(2)).sum();
        (n > 1.0).then(|| 1.96 * ((n - 1.0) / n * squares).sqrt())
    }
}

/// The tables `spans`, `facts`, `records` and `articles`, by row. `ALL` adds a table up.
#[derive(Debug, Default)]
pub struct Tables(pub BTreeMap<&'static str, BTreeMap<String, Row>>);

impl Tables {
    fn add(&mut self, article: &str, table: &'static str, row: &str, tally: Tally) {
        let row = self.0.entry(table).or_default().entry(row.into()).or_default();
        row.0.entry(article.into()).or_default().add(tally);
    }

    fn add_rows(&mut self, article: &str, table: &'static str, want: &Rows, got: &Rows) {
        let names: BTreeSet<_> = want.keys().chain(got.keys()).collect();
        for name in names {
            let side = |rows: &Rows| rows.get(name).cloned().unwrap_or_default();
            let tally = compare(side(want), &side(got));
            self.add(article, table, name, tally);
            self.add(article, table, "ALL", tally);
        }
    }
}

impl fmt::Display for Tables {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (title, rows) in &self.0 {
            writeln!(f, "{title:22} {:>5} {:>5} {:>7} {:>7} {:>7} {:>7}", "gold", "found", "prec", "rec", "F1", "+-")?;
            for (name, row) in rows {
                let t = row.total();
                let (gold, found) = (t.hit + t.missed, t.hit + t.wrong);
                let (p, r, f1) = (t.precision(), t.recall(), t.f1());
                writeln!(
                    f,
                    "  {name:20} {gold:5} {found:5} {p:7.4} {r:7.4} {f1:7.4} {:>7}",
                    row.margin().map_or_else(|| "-".into(), |m| format!("{m:.4}"))
                )?;
            }
        }
        Ok(())
    }
}

fn compare<T: Ord>(want: Vec<T>, got: &[T]) -> Tally {
    let mut open: BTreeMap<T, usize> = BTreeMap::new();
    let (wanted, given) = (want.len(), got.len());
    for item in want {
        *open.entry(item).or_default() += 1;
    }
    let mut met = |g: &T| open.get_mut(g).filter(|n| **n > 0).map(|n| *n -= 1).is_some();
    let hit = got.iter().filter(|&g| met(g)).count();
    Tally { hit, missed: wanted - hit, wrong: given - hit }
}

/// An analysis as everybody outside gets it, with the text it is about.
struct Given {
    analysis: Value,
    units: Vec<u16>,
}

impl Given {
    /// The folded words of an entity.
    fn words(&self, entity: &Value) -> String {
        let e = &self.analysis["entities"][entity.as_u64().expect("an id") as usize];
        let at = |k: &str| e[k].as_u64().expect("an offset") as usize;
        gold::fold(&String::from_utf16_lossy(&self.units[at("start")..at("end")]))
    }

    fn start(&self, entity: &Value) -> u64 {
        self.analysis["entities"][entity.as_u64().expect("an id") as usize]["start"].as_u64().expect("an offset")
    }

    /// The records of a kind.
    fn rows(&self, kind: &str) -> &[Value] {
        gold::list(&self.analysis[gold::KINDS.iter().find(|k| k.1 == kind).expect("a kind").2])
    }

    /// Every wording of a record: its name and the words of its mentions.
    fn wordings(&self, record: &Value) -> BTreeSet<String> {
        let name = ["name", "title"].iter().find_map(|k| record.get(k)).and_then(gold::folded);
        let mentions = record.get("mentions").map_or(std::slice::from_ref(&record["entity"]), gold::list);
        name.into_iter().chain(mentions.iter().map(|m| self.words(m))).collect()
    }
}

/// Measures the analyses of the articles, pair by pair; records only where the gold has them.
pub fn measure<'a>(pairs: impl IntoIterator<Item = (&'a Article, Analysis)>) -> Tables {
    let mut tables = Tables::default();
    for (article, analysis) in pairs {
        let units = article.text.encode_utf16().collect();
        let given = Given { analysis: serde_json::to_value(analysis).expect("an analysis is JSON"), units };
        for (mark, kind, _) in gold::KINDS {
            let want: BTreeSet<_> =
                article.marks.iter().filter(|m| m.0 == mark).map(|m| (m.1 as u64, m.2 as u64)).collect();
            let ours = gold::list(&given.analysis["entities"]).iter().filter(|e| e["kind"] == kind);
            let got: BTreeSet<_> = ours.filter_map(|e| Some((e["start"].as_u64()?, e["end"].as_u64()?))).collect();
            let tally = compare(want.into_iter().collect(), &got.into_iter().collect::<Vec<_>>());
            tables.add(&article.name, "spans", mark, tally);
            tables.add(&article.name, "spans", "ALL", tally);
            tables.add(&article.name, "articles", &article.name, tally);
        }
        let (want, got) = facts::compare(article, &given);
        tables.add_rows(&article.name, "facts", &want, &got);
        if !article.records.is_null() {
            let (want, got) = records::compare(article, &given);
            tables.add_rows(&article.name, "records", &want, &got);
        }
    }
    tables
}

#[test]
fn counts_hits_misses_and_false_alarms() {
    let tally = compare(vec![1, 1, 2, 3], &[1, 2, 2, 4]);
    assert_eq!(tally, Tally { hit: 2, missed: 2, wrong: 2 });
    assert_eq!(tally.f1(), 0.5);
    assert_eq!(Tally::default().f1(), 1.0);
    assert_eq!(Tally { hit: 0, missed: 1, wrong: 1 }.f1(), 0.0);
}

#[test]
fn tells_how_far_articles_differ() {
    let tally = |hit, wrong| Tally { hit, missed: 0, wrong };
    let row = |tallies: &[Tally]| Row(tallies.iter().enumerate().map(|(i, &t)| (i.to_string(), t)).collect());
    assert_eq!(row(&[tally(1, 0)]).margin(), None);
    assert_eq!(row(&[tally(3, 1), tally(3, 1)]).margin(), Some(0.0));
    // without one of them F1 is 1 or 0: the standard error is a half
    assert_eq!(row(&[tally(1, 0), tally(0, 1)]).margin(), Some(0.98));
    assert_eq!(row(&[tally(3, 1), tally(2, 1)]).total(), tally(5, 2));
}
