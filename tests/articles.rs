//! The articles of the development set, where they have been rebuilt (`make articles`): scores, and least scores.
//!
//! `make score` prints the tables of the half that we develop on, `make score HALF=unseen` those of the other.
//! `GOLD_FLOORS=write` rewrites the least scores, `tests/articles/floors.tsv`; they hold for every article of the first
//! half whose text a public address gives.
#![cfg(not(target_family = "wasm"))]

mod scorer;

use scorer::gold::{Article, load_all};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// What each article of a half is stored with, by name: outlet, year, `news`, `source` …
fn stored(half: &str) -> BTreeMap<String, Value> {
    let files = std::fs::read_dir(folder("tests/articles").join(half)).expect("the stored half");
    let read = |file: PathBuf| {
        let name = file.file_stem().and_then(|n| n.to_str()).expect("a name").to_string();
        (name, serde_json::from_str(&std::fs::read_to_string(&file).expect("the article")).expect("JSON"))
    };
    files.map(|file| read(file.expect("a file").path())).collect()
}

#[test]
fn rebuilt_articles_reach_their_floors() {
    let half = std::env::var("ARTICLES").unwrap_or_else(|_| "dev".into());
    let rebuilt = folder("target/articles").join(&half);
    let articles = if rebuilt.is_dir() { load_all(&rebuilt) } else { Vec::new() };
    if articles.is_empty() {
        println!("skipped: {} holds no articles; `make articles` rebuilds them", rebuilt.display());
        return;
    }
    let stored = stored(&half);
    let options = langkinh::Options::default();
    let measure = |of: &dyn Fn(&&Article) -> bool| {
        scorer::measure(articles.iter().filter(of).map(|a| (a, langkinh::analyze(&a.text, &options))))
    };
    for news in ["political", "ordinary"] {
        println!("{half}, {news} news\n{}", measure(&|a| stored[&a.name]["news"] == news));
    }
    println!("{half}, all: {} of {} articles\n{}", articles.len(), stored.len(), measure(&|_| true));
    let public = |name: &String| stored[name]["source"]["repository"].is_string();
    let held = measure(&|a| public(&a.name));
    let rebuilt = articles.iter().filter(|a| public(&a.name)).count();
    if half != "dev" || rebuilt < stored.keys().filter(|name| public(name)).count() {
        println!("the floors are those of the whole development half: not compared");
        return;
    }
    let totals = held.0.iter().filter(|(table, _)| **table != "articles");
    let totals = totals.map(|(table, rows)| (*table, "ALL", rows["ALL"].total()));
    scorer::floors::hold(&folder("tests/articles/floors.tsv"), totals);
}
