//! Least scores, in a table beside what they are about: table, row, least F1.

use super::Tally;
use std::collections::BTreeMap;
use std::path::Path;

/// Fails where a row falls below its floor; first writes the floors anew where `GOLD_FLOORS=write` asks for it.
pub fn hold<'a>(path: &Path, rows: impl IntoIterator<Item = (&'a str, &'a str, Tally)>) {
    let reached: BTreeMap<_, _> = rows.into_iter().map(|(table, row, tally)| ((table, row), tally)).collect();
    if std::env::var_os("GOLD_FLOORS").is_some_and(|v| v == "write") {
        let mut file = String::from("# least F1 of each row; `make fixtures` rewrites it\n");
        for ((table, row), tally) in &reached {
            file += &format!("{table}\t{row}\t{:.2}\n", (tally.f1() * 100.0 + 1e-9).floor() / 100.0);
        }
        std::fs::write(path, file).unwrap();
    }
    let floors = std::fs::read_to_string(path).unwrap();
    let mut below = Vec::new();
    for line in floors.lines().filter(|l| !l.starts_with('#')) {
        let [table, row, floor] = line.split('\t').collect::<Vec<_>>().try_into().expect("three columns");
        let floor: f64 = floor.parse().unwrap();
        // a row that nobody wants and nobody gives has no false alarm
        let f1 = reached.get(&(table, row)).copied().unwrap_or_default().f1();
        if f1 + 1e-9 < floor {
            below.push(format!("{table} {row}: {f1:.4}, floor {floor}"));
        }
    }
    assert!(below.is_empty(), "below the floor:\n{}", below.join("\n"));
}
