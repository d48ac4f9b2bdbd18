//! The articles of the development set, where they have been rebuilt (`make articles`): scores, and least scores.
//!
//! `make score` prints the tables of the half that we develop on, `make score HALF=unseen` those of the other.
//! `GOLD_FLOORS=write` rewrites the least scores, `tests/articles/floors.tsv`; they hold for the first half, whole.
#![cfg(not(target_family = "wasm"))]

mod scorer;

use scorer::gold::{Article, load_all};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// What an article is stored with: outlet, year, `news` …
fn about(half: &str, article: &Article) -> Value {
    let file = folder("tests/articles").join(half).join(format!("{}.json", article.name));
    serde_json::from_str(&std::fs::read_to_string(file).expect("the stored article")).expect("JSON")
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
    let stored = std::fs::read_dir(folder("tests/articles").join(&half)).expect("the stored half").count();
    let options = langkinh::Options::default();
    let measure = |of: &dyn Fn(&&Article) -> bool| {
        scorer::measure(articles.iter().filter(of).map(|a| (a, langkinh::analyze(&a.text, &options))))
    };
    for news in ["political", "ordinary"] {
        println!("{half}, {news} news\n{}", measure(&|a| about(&half, a)["news"] == news));
    }
    let all = measure(&|_| true);
    println!("{half}, all: {} of {stored} articles\n{all}", articles.len());
    if half != "dev" || articles.len() < stored {
        println!("the floors are those of the whole development half: not compared");
        return;
    }
    let totals = all.0.iter().filter(|(table, _)| **table != "articles");
    let totals = totals.map(|(table, rows)| (*table, "ALL", rows["ALL"]));
    scorer::floors::hold(&folder("tests/articles/floors.tsv"), totals);
}
