//! The forms of every table of the lexicon as they stand in `src/lexicon/data`, so that a new row is tested too.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Tables of names of units, thousands of one shape each: a fixed sample of them stands for all.
const NAMES: [&str; 3] = ["communes", "communes_before", "districts"];
const SAMPLE: usize = 300;

/// Every form, each once.
pub fn all() -> Vec<String> {
    // the test of work is a package of its own, inside the project
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let data = above.map(|folder| folder.join("src/lexicon/data")).find(|data| data.is_dir()).unwrap();
    let mut files: Vec<_> = fs::read_dir(data).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (mut forms, mut names) = (BTreeSet::new(), BTreeSet::new());
    for file in files {
        let of_units = NAMES.contains(&file.file_stem().unwrap().to_str().unwrap());
        let into = if of_units { &mut names } else { &mut forms };
        into.extend(columns_of_forms(&fs::read_to_string(file).unwrap()));
    }
    let step = names.len() / SAMPLE;
    forms.extend(names.into_iter().step_by(step).take(SAMPLE));
    forms.into_iter().collect()
}

/// The cells of the columns that are looked for in texts: their names begin with `*` or `~`.
fn columns_of_forms(table: &str) -> Vec<String> {
    let mut rows = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(|line| line.split('\t'));
    let looked_for: Vec<bool> = rows.next().unwrap().map(|column| column.starts_with(['*', '~'])).collect();
    rows.flat_map(|row| row.zip(&looked_for).filter(|(_, looked_for)| **looked_for).map(|(cell, _)| cell))
        .flat_map(|cell| cell.split('|'))
        .filter(|form| !form.is_empty())
        .map(str::to_string)
        .collect()
}
