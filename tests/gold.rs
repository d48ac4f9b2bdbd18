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
    let path = folder("tests/gold/floors.tsv");
    if std::env::var_os("GOLD_FLOORS").is_some_and(|v| v == "write") {
        let mut file = String::from("# least F1 of each row; rewritten by GOLD_FLOORS=write cargo test --test gold\n");
        for (table, rows) in &tables.0 {
            for (row, tally) in rows {
                file += &format!("{table}\t{row}\t{:.2}\n", (tally.f1() * 100.0 + 1e-9).floor() / 100.0);
            }
        }
        std::fs::write(&path, file).unwrap();
    }
    let floors = std::fs::read_to_string(path).unwrap();
    let mut below = Vec::new();
    for line in floors.lines().filter(|l| !l.starts_with('#')) {
        let [table, row, floor] = line.split('\t').collect::<Vec<_>>().try_into().expect("three columns");
        let floor: f64 = floor.parse().unwrap();
        // a row that nobody wants and nobody gives has no false alarm
        let f1 = tables.0[table].get(row).copied().unwrap_or_default().f1();
        if f1 + 1e-9 < floor {
            below.push(format!("{table} {row}: {f1:.4}, floor {floor}"));
        }
    }
    assert!(below.is_empty(), "below the floor:\n{}", below.join("\n"));
}
