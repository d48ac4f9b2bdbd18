//! Small inputs with what is right, by kind (`tests/rules/facts.json`: people, bodies, places, documents; `forms.json`: the
//! forms that texts come in): every one holds.
//!
//! A case has `text`, `published` (or null) and `want`, a list of `["+", kind, span, {field: value}]` a mention of exactly
//! this text whose record has these fields (`~x`: has no field x); `["-", kind, span]` no such mention; `["-*", kind]` none
//! of this kind; `["p", name, [posts]]` this person has exactly these posts; `["pc", name, post, status, change]`;
//! `["pd", name, post, change, date]`; `["pb", name, birth]`; `["-p", name, post]`; `["-pc", name]` no change of post;
//! `["diff", kind, a, b]` two records, `["same", kind, a, b]` one; `["m", field, value]`, `["m-", field, value]`,
//! `["m-has", field]`, `["mg", genre]` of `meta`; `["signer", document, {person, role, for}]`; `["w", code]` one warning of
//! this code, `["w-"]` none at all.
#![cfg(not(target_family = "wasm"))]

use serde_json::Value;
use std::collections::BTreeMap;

/// The array that the records of a kind stand in.
fn array_of(kind: &str) -> &'static str {
    match kind {
        "person" => "people",
        "role" => "roles",
        "organization" => "organizations",
        "place" => "places",
        "document" => "documents",
        "event" => "events",
        "time" => "times",
        "quantity" => "quantities",
        "quote" => "quotes",
        _ => "abbreviations",
    }
}

/// An analysis, and its mentions as kind, words and record.
struct Found {
    analysis: Value,
    mentions: Vec<(String, String, usize)>,
}

impl Found {
    fn new(text: &str, published: Option<&str>) -> Self {
        let options =
            langkinh::Options { published: published.and_then(langkinh::Date::parse), ..langkinh::Options::default() };
        let analysis = serde_json::to_value(langkinh::analyze(text, &options)).expect("plain values");
        let units: Vec<u16> = text.encode_utf16().collect();
        let number = |v: &Value| v.as_u64().expect("a number") as usize;
        let mention = |e: &Value| {
            let words = String::from_utf16_lossy(&units[number(&e["start"])..number(&e["end"])]);
            (e["kind"].as_str().expect("a kind").to_string(), words, number(&e["record"]))
        };
        let mentions = analysis["entities"].as_array().expect("entities").iter().map(mention).collect();
        Self { analysis, mentions }
    }

    fn records<'a>(&'a self, kind: &'a Value, words: &'a Value) -> impl Iterator<Item = usize> + 'a {
        let of = move |m: &&(String, String, usize)| *kind == *m.0 && *words == *m.1;
        self.mentions.iter().filter(of).map(|m| m.2)
    }

    /// The posts of everybody of this name; none where nobody is.
    fn posts(&self, name: &Value) -> Option<Vec<&Value>> {
        let people = self.analysis["people"].as_array().expect("people");
        let mut met = people.iter().filter(|p| p["name"] == *name).peekable();
        met.peek()?;
        Some(met.flat_map(|p| p["roles"].as_array().expect("roles")).collect())
    }

    fn has_fields(record: &Value, fields: &Value) -> bool {
        fields.as_object().expect("fields").iter().all(|(field, want)| match field.strip_prefix('~') {
            Some(field) => record.get(field).is_none(),
            None => match (record.get(field).and_then(Value::as_f64), want.as_f64()) {
                (Some(a), Some(b)) => (a - b).abs() <= 1e-6 * a.abs().max(1.0),
                _ => record.get(field) == Some(want),
            },
        })
    }

    fn holds(&self, want: &[Value]) -> bool {
        let meta = &self.analysis["meta"];
        match want[0].as_str().expect("an operator") {
            "+" => {
                let records = &self.analysis[array_of(want[1].as_str().expect("a kind"))];
                self.records(&want[1], &want[2]).any(|r| Self::has_fields(&records[r], &want[3]))
            }
            "-" => self.records(&want[1], &want[2]).next().is_none(),
            "-*" => self.mentions.iter().all(|m| want[1] != *m.0),
            "p" => self.posts(&want[1]).is_some_and(|posts| {
                let mut titles: Vec<&str> = posts.iter().filter_map(|r| r["title"].as_str()).collect();
                let mut wanted: Vec<&str> =
                    want[2].as_array().expect("posts").iter().filter_map(Value::as_str).collect();
                titles.sort_unstable();
                wanted.sort_unstable();
                titles == wanted
            }),
            "-p" => self.posts(&want[1]).unwrap_or_default().iter().all(|r| r["title"] != want[2]),
            "pc" => self
                .posts(&want[1])
                .unwrap_or_default()
                .iter()
                .any(|r| r["title"] == want[2] && r["status"] == want[3] && r["change"] == want[4]),
            "-pc" => self.posts(&want[1]).unwrap_or_default().iter().all(|r| r["change"].is_null()),
            "pd" => self
                .posts(&want[1])
                .unwrap_or_default()
                .iter()
                .any(|r| r["title"] == want[2] && r["change"] == want[3] && r["date"] == want[4]),
            "pb" => {
                let people = self.analysis["people"].as_array().expect("people");
                people.iter().any(|p| p["name"] == want[1] && p["birth"] == want[2])
            }
            "diff" | "same" => {
                let a: Vec<usize> = self.records(&want[1], &want[2]).collect();
                let b: Vec<usize> = self.records(&want[1], &want[3]).collect();
                let shared = a.iter().any(|r| b.contains(r));
                !a.is_empty() && !b.is_empty() && shared == (want[0] == "same")
            }
            "m" => meta[want[1].as_str().expect("a field")] == want[2],
            "m-" => meta[want[1].as_str().expect("a field")] != want[2],
            "m-has" => meta[want[1].as_str().expect("a field")].is_null(),
            "mg" => meta["genre"] == want[1],
            "w" => {
                let warnings = self.analysis["warnings"].as_array().expect("warnings");
                warnings.iter().filter(|w| w["code"] == want[1]).count() == 1
            }
            "w-" => self.analysis["warnings"].as_array().is_some_and(Vec::is_empty),
            "signer" => self.records(&Value::from("document"), &want[1]).any(|d| {
                let signer = &self.analysis["documents"][d]["signer"];
                let named = |array: &str, key: &str, field: &str| {
                    want[2][key].is_null()
                        || signer[key].as_u64().is_some_and(|r| self.analysis[array][r as usize][field] == want[2][key])
                };
                named("people", "person", "name")
                    && named("roles", "role", "title")
                    && (want[2]["for"].is_null() || signer["for"] == want[2]["for"])
            }),
            other => panic!("no operator {other}"),
        }
    }
}

#[test]
fn every_case_holds() {
    let read = |file: &str| -> Vec<Value> {
        let path = format!("{}/tests/rules/{file}", env!("CARGO_MANIFEST_DIR"));
        serde_json::from_str(&std::fs::read_to_string(path).expect("the cases")).expect("a list of cases")
    };
    let cases: Vec<Value> = ["facts.json", "forms.json"].into_iter().flat_map(read).collect();
    let mut kinds: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut failures = Vec::new();
    for case in &cases {
        let text = case["text"].as_str().expect("a text");
        let found = Found::new(text, case["published"].as_str());
        let wants = case["want"].as_array().expect("a list").iter().map(|w| w.as_array().expect("a want"));
        let failed: Vec<String> =
            wants.filter(|w| !found.holds(w)).map(|w| Value::from(w.clone()).to_string()).collect();
        let count = kinds.entry(case["kind"].as_str().expect("a kind")).or_default();
        count.0 += usize::from(failed.is_empty());
        count.1 += 1;
        failures.extend(failed.into_iter().map(|f| format!("{} | {f}", text.replace('\n', "⏎"))));
    }
    for (kind, (held, all)) in kinds {
        println!("{held}/{all} {kind}");
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// The rows of a table of the lexicon, comments and header left out.
fn rows(table: &str) -> Vec<Vec<String>> {
    let file = format!("{}/src/lexicon/data/{table}.tsv", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(file).expect("the table");
    let lines = text.lines().filter(|l| !l.starts_with('#') && !l.is_empty()).skip(1);
    lines.map(|l| l.split('\t').map(str::to_string).collect()).collect()
}

/// Every province that there was keeps its own record: never the name or code of its successor.
#[test]
fn provinces_keep_their_names_and_codes() {
    let all = rows("provinces");
    let place = |text: &str, published: &str, words: &str| -> Value {
        let found = Found::new(text, Some(published));
        let record = found.records(&Value::from("place"), &Value::from(words)).next();
        record.map_or(Value::Null, |r| found.analysis["places"][r].clone())
    };
    let today = |row: &[String]| -> Vec<String> {
        let codes = |into: &str| into.split('|').map(str::to_string).collect::<Vec<_>>();
        let of_before = |code: String| {
            let row = all.iter().find(|r| r[3] == code && r[5] == "pre2025").expect("a province of 2025-06-30");
            codes(&row[8])
        };
        let mut codes = codes(&row[8]);
        if row[5] == "historic" {
            codes = codes.into_iter().flat_map(of_before).collect();
            codes.dedup();
        }
        codes
    };
    let mut wrong = Vec::new();
    for row in all.iter().filter(|r| r[5] == "pre2025" || r[5] == "historic") {
        let (name, unit, code) = (&row[0], &row[4], &row[3]);
        let words = format!("{unit} {name}");
        let mut hold = |what: &str, fits: bool| wrong.extend((!fits).then(|| format!("{words}: {what}")));
        let former = place(&format!("Đoàn đến {words} (cũ) và xã bên."), "2025-09-05", &words);
        hold("name after the mergers", former["name"] == **name);
        hold("no code after the mergers", !former.is_null() && former["code"].is_null());
        let units: Vec<&str> =
            former["today"].as_array().into_iter().flatten().filter_map(|u| u["code"].as_str()).collect();
        if row[5] == "pre2025" {
            hold("units of today", units == today(row));
            let then = place(&format!("Đoàn đến {words} hôm qua."), "2025-03-05", &words);
            hold("code before the mergers", then["code"] == **code && then["name"] == **name);
        } else if all.iter().all(|r| r[0] != *name || r[5] == "historic") {
            hold("units of today", units == today(row));
            let later = place(&format!("Đoàn đến {words} hôm qua."), "2015-03-05", &words);
            hold("no code after its end", later["name"] == **name && later["code"].is_null());
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
