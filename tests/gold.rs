//! The annotated articles: what the analysis reaches on them must not fall.
//!
//! `cargo test --test gold -- --nocapture` prints the tables; `GOLD_FLOORS=write cargo test --test gold` writes what
//! is reached now, rounded down to a hundredth, into `tests/gold/floors.tsv`, to be read in review.
#![cfg(not(target_family = "wasm"))]

mod scorer;

use scorer::gold::{Article, load_all};
use std::path::{Path, PathBuf};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn articles() -> Vec<Article> {
    let articles = load_all(&folder("tests/gold"));
    assert_eq!(articles.len(), 5);
    assert!(articles.iter().all(|a| a.records.is_object()), "a seed without records");
    articles
}

#[test]
fn gold_is_about_the_seeds() {
    for article in articles() {
        let seed = std::fs::read_to_string(folder("seeds").join(format!("{}.txt", article.name))).unwrap();
        assert_eq!(article.text, seed, "{}", article.name);
    }
}

#[test]
fn articles_reach_their_floors() {
    let articles = articles();
    let options = langkinh::Options::default();
    let tables = scorer::measure(articles.iter().map(|a| (a, langkinh::analyze(&a.text, &options))));
    println!("{tables}");
    let rows =
        tables.0.iter().flat_map(|(table, rows)| rows.iter().map(|(row, of)| (*table, row.as_str(), of.total())));
    scorer::floors::hold(&folder("tests/gold/floors.tsv"), rows);
}
