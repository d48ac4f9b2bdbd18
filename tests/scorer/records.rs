//! How the records hang together: bodies, posts, places, events, times, quotes and relations.

use super::gold::{Article, fold, folded, list, wordings, wordings_of_kind};
use super::{Given, Rows};
use serde_json::{Value, json};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What a relation joins: predicate, kinds of its subject, kinds of its object. Other pairs are not measured.
const ENDS: [(&str, &[&str], &[&str]); 7] = [
    ("holds", &["person"], &["role"]),
    ("of", &["role"], &["organization"]),
    ("part_of", &["organization"], &["organization"]),
    ("located_in", &["organization", "place"], &["place"]),
    ("issued_by", &["document"], &["organization", "role", "person"]),
    ("dated", &["document", "event"], &["time"]),
    ("said", &["person", "organization"], &["quote"]),
];

/// Position in the gold → position in the analysis, for records of one kind.
type Pairs = BTreeMap<usize, usize>;

struct Sides<'a> {
    article: &'a Article,
    given: &'a Given,
    want: Rows,
    got: Rows,
}

/// What the gold wants and what the analysis gives.
pub fn compare(article: &Article, given: &Given) -> (Rows, Rows) {
    let mut sides = Sides { article, given, want: Rows::new(), got: Rows::new() };
    let bodies = sides.pair("organization");
    sides.organizations(&bodies);
    sides.roles(&bodies);
    sides.places();
    sides.events();
    sides.times_and_quotes();
    sides.relations();
    (sides.want, sides.got)
}

/// A field as statements: none where it is absent, one for each member of a list.
fn statements(key: &str, value: &Value) -> Vec<String> {
    let values = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
    values.iter().filter_map(folded).map(|v| format!("{key} | {v}")).collect()
}

fn text(value: &Value) -> String {
    folded(value).unwrap_or_default()
}

impl Sides<'_> {
    /// Joins records that share wordings, one to one, those with most wordings in common first.
    fn pair(&self, kind: &str) -> Pairs {
        let want = wordings_of_kind(self.article, kind);
        let got: Vec<_> = self.given.rows(kind).iter().map(|r| self.given.wordings(r)).collect();
        let mut common: Vec<_> = (0..want.len())
            .flat_map(|i| (0..got.len()).map(move |j| (i, j)))
            .map(|(i, j)| (Reverse(want[i].intersection(&got[j]).count()), i, j))
            .filter(|(n, ..)| n.0 > 0)
            .collect();
        common.sort();
        let (mut pairs, mut taken) = (Pairs::new(), BTreeSet::new());
        for (_, i, j) in common {
            if !pairs.contains_key(&i) && taken.insert(j) {
                pairs.insert(i, j);
            }
        }
        pairs
    }

    /// A field that the gold leaves out is not asked; null there says that the analysis must give nothing.
    fn ask(&mut self, row: &'static str, key: &str, record: &Value, field: &str, given: &Value) {
        if let Some(wanted) = record.get(field) {
            self.want.entry(row).or_default().extend(statements(key, wanted));
            self.got.entry(row).or_default().extend(statements(key, given));
        }
    }

    fn gives(&mut self, row: &'static str, statement: String) {
        self.got.entry(row).or_default().push(statement);
    }

    /// The record of the analysis that belongs to one of the gold; null where there is none.
    fn given(&self, kind: &str, pairs: &Pairs, i: usize) -> Value {
        pairs.get(&i).map_or(Value::Null, |&j| self.given.rows(kind)[j].clone())
    }

    /// Records of the analysis that the gold does not have; those that the text only implies are no false alarms.
    fn unpaired(&self, kind: &str, pairs: &Pairs) -> Vec<Value> {
        let taken: BTreeSet<_> = pairs.values().collect();
        let rows = self.given.rows(kind).iter().enumerate();
        rows.filter(|(j, r)| !taken.contains(j) && !list(&r["mentions"]).is_empty()).map(|(_, r)| r.clone()).collect()
    }

    /// The gold's name for a body of the analysis, or its own where the gold does not have it.
    fn body_called(&self, position: &Value, pairs: &Pairs) -> Value {
        let Some(at) = position.as_u64().map(|p| p as usize) else { return Value::Null };
        match pairs.iter().find(|p| *p.1 == at) {
            Some((&i, _)) => self.article.records["organizations"][i]["name"].clone(),
            None => self.given.rows("organization")[at]["name"].clone(),
        }
    }

    fn place_called(&self, position: &Value) -> Value {
        position.as_u64().map_or(Value::Null, |p| self.given.rows("place")[p as usize]["name"].clone())
    }

    fn organizations(&mut self, pairs: &Pairs) {
        let article = self.article;
        for (i, wanted) in list(&article.records["organizations"]).iter().enumerate() {
            let (key, given) = (text(&wanted["name"]), self.given("organization", pairs, i));
            self.want.entry("organization").or_default().push(key.clone());
            if !given.is_null() {
                self.gives("organization", key.clone());
            }
            self.ask("organization.branch", &key, wanted, "branch", &given["branch"]);
            self.ask("organization.level", &key, wanted, "level", &given["level"]);
            self.ask("organization.parent", &key, wanted, "parent", &self.body_called(&given["parent"], pairs));
            self.ask("organization.place", &key, wanted, "place", &self.place_called(&given["place"]));
        }
        for r in self.unpaired("organization", pairs) {
            self.gives("organization", text(&r["name"]));
        }
    }

    fn roles(&mut self, bodies: &Pairs) {
        let (article, pairs) = (self.article, self.pair("role"));
        for (i, wanted) in list(&article.records["roles"]).iter().enumerate() {
            let (key, given) = (text(&wanted["title"]), self.given("role", &pairs, i));
            self.ask("role", &key, wanted, "head", &given["head"]);
            let body = self.body_called(&given["organization"], bodies);
            self.ask("role.organization", &key, wanted, "organization", &body);
            self.ask("role.place", &key, wanted, "place", &self.place_called(&given["place"]));
        }
        for r in self.unpaired("role", &pairs) {
            self.gives("role", format!("{} | {}", text(&r["title"]), text(&r["head"])));
        }
    }

    fn places(&mut self) {
        let (article, pairs) = (self.article, self.pair("place"));
        for (i, wanted) in list(&article.records["places"]).iter().enumerate() {
            let (key, given) = (text(&wanted["text"]), self.given("place", &pairs, i));
            self.ask("place.code", &key, wanted, "code", &given["code"]);
            let today: Vec<_> = list(&given["today"]).iter().map(|u| u["code"].clone()).collect();
            self.ask("place.today", &key, wanted, "today", &json!(today));
        }
    }

    fn events(&mut self) {
        let mut given: BTreeMap<String, &Value> = BTreeMap::new();
        for e in self.given.rows("event") {
            given.extend(list(&e["mentions"]).iter().map(|m| (self.given.words(m), e)));
        }
        let article = self.article;
        for wanted in list(&article.records["events"]) {
            let met: Vec<_> = wordings(wanted).iter().filter_map(|w| given.remove(w)).collect();
            let (key, event) = (text(&wanted["text"]), met.first().map_or(Value::Null, |e| (*e).clone()));
            self.ask("event.kind", &key, wanted, "kind", &event["kind"]);
            self.ask("event.term", &key, wanted, "term", &event["term"]);
        }
        for (key, e) in given {
            self.gives("event.kind", format!("{key} | {}", text(&e["kind"])));
        }
    }

    fn times_and_quotes(&mut self) {
        for (row, mark, kind, field) in [
            ("time.granularity", "TIME", "time", "granularity"),
            ("time.assumed", "TIME", "time", "assumed"),
            ("quote.kind", "QUOTE", "quote", "kind"),
            ("quote.parts", "QUOTE", "quote", "parts"),
        ] {
            let wanted = list(&self.article.records[if kind == "time" { "times" } else { "quotes" }]);
            let want = self.article.starts(mark).zip(wanted).flat_map(|(at, r)| statements(&at.to_string(), &r[field]));
            self.want.entry(row).or_default().extend(want);
            let given = self.given.rows(kind).iter();
            let got = given.flat_map(|r| statements(&self.given.start(&r["entity"]).to_string(), &r[field]));
            self.got.entry(row).or_default().extend(got);
        }
    }

    /// A relation is met where both its ends share a wording with the gold's; saying it twice is saying it once.
    fn relations(&mut self) {
        let ends = |predicate: &Value| *ENDS.iter().find(|e| predicate == e.0).expect("a predicate");
        let end = |said: &Value, kinds: &[&str]| {
            let said = fold(said.as_str().expect("a wording"));
            let known = kinds.iter().flat_map(|kind| wordings_of_kind(self.article, kind));
            let mut all: BTreeSet<_> = known.filter(|w| w.contains(&said)).flatten().collect();
            all.insert(said);
            all
        };
        let mut wanted = BTreeMap::new();
        for r in list(&self.article.records["relations"]) {
            let (predicate, subjects, objects) = ends(&r["predicate"]);
            let key = (predicate, text(&r["subject"]), text(&r["object"]));
            wanted.insert(key, (end(&r["subject"], subjects), end(&r["object"], objects)));
        }
        let mut met = BTreeSet::new();
        for r in list(&self.given.analysis["relations"]) {
            let (predicate, subjects, objects) = ends(&r["predicate"]);
            let kind = |end: &'static str| r[end]["kind"].as_str().expect("a kind");
            if !subjects.contains(&kind("subject")) || !objects.contains(&kind("object")) {
                continue;
            }
            let said = ["subject", "object"].map(|end| {
                let record = &self.given.rows(kind(end))[r[end]["record"].as_u64().expect("a position") as usize];
                self.given.wordings(record)
            });
            let shares = |a: &BTreeSet<String>, b: &BTreeSet<String>| a.intersection(b).next().is_some();
            let same =
                wanted.iter().filter(|(key, (s, o))| key.0 == predicate && shares(s, &said[0]) && shares(o, &said[1]));
            let same: Vec<_> = same.map(|(key, _)| key.clone()).collect();
            if same.is_empty() {
                let [subject, object] =
                    said.map(|w| w.into_iter().max_by_key(|w| w.chars().count()).unwrap_or_default());
                met.insert((predicate, subject, object));
            }
            met.extend(same);
        }
        let row = |(p, s, o): &(&str, String, String)| format!("{p} | {s} | {o}");
        let (want, got) = (wanted.keys().map(row).collect(), met.iter().map(row).collect());
        self.want.insert("relation", want);
        self.got.insert("relation", got);
    }
}
