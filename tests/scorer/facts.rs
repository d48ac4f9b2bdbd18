//! What the article says: zones, meta, people and their posts, documents, values.

use super::gold::{Article, fold, folded, list};
use super::{Given, Rows};
use serde_json::Value;
use std::collections::BTreeSet;

/// What the gold wants and what the analysis gives.
pub fn compare(article: &Article, given: &Given) -> (Rows, Rows) {
    let want = of_gold(article);
    let places = list(&article.facts["places"]).iter().filter(|p| said(&p["province"]));
    let named = places.filter_map(|p| folded(&p["text"])).collect();
    let got = of_analysis(article, given, &named);
    (want, got)
}

fn put(rows: &mut Rows, row: &'static str, statement: impl Into<String>) {
    rows.entry(row).or_default().push(statement.into());
}

/// A statement of several parts as one string.
macro_rules! said_as {
    ($first:expr $(, $rest:expr)*) => {{
        let mut statement = $first.to_string();
        $(statement += " | "; statement += &$rest.to_string();)*
        statement
    }};
}

fn said(value: &Value) -> bool {
    !value.is_null() && value.as_str() != Some("")
}

fn text(value: &Value) -> String {
    folded(value).unwrap_or_default()
}

/// A number, whether written as an integer or not.
fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

fn meta(rows: &mut Rows, meta: &Value) {
    for key in ["title", "kicker", "section", "published", "source", "views", "lead", "genre"] {
        if said(&meta[key]) {
            put(rows, "meta", said_as!(key, text(&meta[key])));
        }
    }
    for author in list(&meta["authors"]) {
        put(rows, "meta", said_as!("author", text(author)));
    }
}

/// A change of post: whose, of which post.
fn change(rows: &mut Rows, told: &Value, [name, post]: [&Value; 2]) {
    let statement = said_as!(text(name), text(post), text(&told["change"]));
    if said(&told["date"]) {
        put(rows, "change.date", said_as!(statement, text(&told["date"])));
    }
    put(rows, "change", statement);
}

fn documents(rows: &mut Rows, documents: &Value, wording: &str) {
    for d in list(documents) {
        let number = ["symbol", "number", wording].into_iter().map(|k| &d[k]).find(|v| said(v)).unwrap_or(&Value::Null);
        let key = said_as!(text(&d["type"]), text(number));
        for (row, field) in [("document.issuer", "issuer"), ("document.date", "date")] {
            if said(&d[field]) {
                put(rows, row, said_as!(key, text(&d[field])));
            }
        }
        put(rows, "document", key);
    }
}

fn of_gold(article: &Article) -> Rows {
    let facts = &article.facts;
    let mut rows = Rows::new();
    for z in list(&facts["zones"]) {
        put(&mut rows, "zone", said_as!(z["line"], text(&z["zone"])));
    }
    meta(&mut rows, &facts["meta"]);
    for p in list(&facts["people"]) {
        let name = text(&p["name"]);
        for role in list(&p["roles"]) {
            put(&mut rows, "holds", said_as!(name, text(role)));
        }
        put(&mut rows, "person", name);
    }
    for c in list(&facts["changes"]) {
        change(&mut rows, c, [&c["name"], &c["role"]]);
    }
    documents(&mut rows, &facts["documents"], "text");
    for (at, t) in article.starts("TIME").zip(list(&facts["times"])) {
        if let Some(value) = t["value"].as_str() {
            put(&mut rows, "time.value", said_as!(at, value));
        }
    }
    for (at, q) in article.starts("QTY").zip(list(&facts["quantities"])) {
        put(&mut rows, "quantity.value", said_as!(at, number(&q["value"])));
        if said(&q["unit"]) {
            put(&mut rows, "quantity.unit", said_as!(at, text(&q["unit"])));
        }
    }
    for a in list(&facts["abbreviations"]) {
        put(&mut rows, "abbreviation", said_as!(text(&a["short"]), text(&a["long"])));
    }
    for p in list(&facts["places"]).iter().filter(|p| said(&p["province"])) {
        put(&mut rows, "place.province", said_as!(text(&p["text"]), text(&p["province"])));
    }
    for e in list(&facts["events"]).iter().filter(|e| said(&e["ordinal"])) {
        put(&mut rows, "event.ordinal", said_as!(text(&e["text"]), e["ordinal"]));
    }
    for q in list(&facts["quotes"]) {
        put(&mut rows, "quote.speaker", said_as!(text(&q["text"]), text(&q["speaker"])));
    }
    rows
}

fn of_analysis(article: &Article, given: &Given, named_places: &BTreeSet<String>) -> Rows {
    let a = &given.analysis;
    let mut rows = Rows::new();
    zones(&mut rows, &article.text, list(&a["zones"]));
    meta(&mut rows, &a["meta"]);
    let authors: BTreeSet<_> = list(&a["meta"]["authors"]).iter().filter_map(folded).collect();
    for p in list(&a["people"]) {
        let name = text(&p["name"]);
        // the gold lists people who sign only where the text gives them a post
        if list(&p["roles"]).is_empty() && (said(&p["credit"]) || authors.contains(&name)) {
            continue;
        }
        for role in list(&p["roles"]) {
            put(&mut rows, "holds", said_as!(name, text(&role["title"])));
            // an article without this list is not measured for changes
            if article.facts["changes"].is_array() && said(&role["change"]) {
                change(&mut rows, role, [&p["name"], &role["title"]]);
            }
        }
        put(&mut rows, "person", name);
    }
    documents(&mut rows, &a["documents"], "name");
    for t in list(&a["times"]).iter().filter(|t| said(&t["value"])) {
        put(&mut rows, "time.value", said_as!(given.start(&t["entity"]), t["value"].as_str().unwrap_or_default()));
    }
    for q in list(&a["quantities"]) {
        let at = given.start(&q["entity"]);
        put(&mut rows, "quantity.value", said_as!(at, number(&q["value"])));
        if said(&q["unit"]) {
            put(&mut rows, "quantity.unit", said_as!(at, text(&q["unit"])));
        }
    }
    for x in list(&a["abbreviations"]).iter().filter(|x| x["defined"] == true) {
        put(&mut rows, "abbreviation", said_as!(text(&x["short"]), text(&x["long"])));
    }
    let wordings = |r: &Value| list(&r["mentions"]).iter().map(|m| given.words(m)).collect::<BTreeSet<_>>();
    for p in list(&a["places"]).iter().filter(|p| said(&p["province"])) {
        // the gold names a place once, in one of its wordings: a wording it does not name is no false alarm
        for wording in wordings(p).intersection(named_places) {
            put(&mut rows, "place.province", said_as!(wording, text(&p["province"])));
        }
    }
    for e in list(&a["events"]).iter().filter(|e| said(&e["ordinal"])) {
        for wording in wordings(e) {
            put(&mut rows, "event.ordinal", said_as!(wording, e["ordinal"]));
        }
    }
    for q in list(&a["quotes"]).iter().filter(|q| said(&q["speaker"])) {
        put(&mut rows, "quote.speaker", said_as!(given.words(&q["entity"]), text(&q["speaker"])));
    }
    rows
}

/// Every zone but the body, by the number of its line.
fn zones(rows: &mut Rows, text: &str, zones: &[Value]) {
    let mut starts = vec![0];
    let mut at = 0;
    for c in text.chars() {
        at += c.len_utf16();
        if c == '\n' {
            starts.push(at);
        }
    }
    for z in zones.iter().filter(|z| z["zone"] != "body") {
        let start = z["start"].as_u64().expect("an offset") as usize;
        let line = starts.partition_point(|&s| s <= start);
        put(rows, "zone", said_as!(line, fold(z["zone"].as_str().unwrap_or_default())));
    }
}
