//! The rules by name: `rules.tsv`, a row a rule, with what it can begin with and why it marks. What it can begin with is the
//! dispatch, too: at each token only those are asked that can begin there.

use crate::text::Reading;

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// The sorts of tokens that some rules can begin with, or those that a token is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Begins(u32);

impl Begins {
    /// What any of these rules can begin with.
    pub(super) const fn of(rules: &[Rule]) -> Self {
        let (mut sorts, mut rest) = (0, rules);
        while let [rule, others @ ..] = rest {
            sorts |= rule.begins();
            rest = others;
        }
        Self(sorts)
    }

    /// What each token of a text is.
    pub(super) fn read(reading: &Reading) -> Vec<Self> {
        let sorts = |at: usize| {
            let token = &reading[at];
            let shape = if token.is_number() { NUMBER } else { 0 } | if token.is_capital() { CAPITAL } else { 0 };
            let forms = reading
                .hits
                .at(at)
                .iter()
                .filter_map(|hit| BY_TABLE.get(hit.table as usize))
                .fold(0, |all, sort| all | sort);
            Self(ANY | shape | forms | sorts_of_word(token.word))
        };
        (0..reading.tokens.len()).map(sorts).collect()
    }

    pub(super) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::TABLES;
    use crate::text::{Reading, fold::number_of};
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::Path;

    /// What the text of a file holds below comments and header, by cells.
    fn rows(file: &Path) -> Vec<Vec<String>> {
        let text = std::fs::read_to_string(file).expect("the file");
        let lines = text.lines().filter(|l| !l.starts_with('#') && !l.is_empty()).skip(1);
        lines.map(|l| l.split('\t').map(str::to_string).collect()).collect()
    }

    /// A token is of a sort that a rule can begin with.
    fn is(reading: &Reading, at: usize, sort: &str, classes: &[Vec<String>]) -> bool {
        if let Some(class) = classes.iter().find(|row| row[0] == sort) {
            return class[1].split(' ').any(|word| reading.word(at) == number_of(word));
        }
        match sort {
            "any" => true,
            "number" => reading[at].is_number(),
            "capital" => reading[at].is_capital(),
            _ => match sort.strip_prefix('"') {
                Some(word) => reading.word(at) == number_of(word.trim_end_matches('"')),
                None => {
                    let table = TABLES.iter().find(|t| snake(&format!("{t:?}")) == sort).expect("a table");
                    reading.hits.longest(at, *table).is_some()
                }
            },
        }
    }

    fn snake(name: &str) -> String {
        let mut out = String::new();
        for c in name.chars() {
            if c.is_uppercase() && !out.is_empty() {
                out.push('_');
            }
            out.extend(c.to_lowercase());
        }
        out
    }

    /// What the register says of how a rule begins holds over its cases, its examples and the seeds.
    #[test]
    fn rules_begin_as_the_register_says() {
        let top = Path::new(env!("CARGO_MANIFEST_DIR"));
        let register = rows(&top.join("src/entities/rules.tsv"));
        let classes = rows(&top.join("src/lexicon/data/words.tsv"));
        let begins: BTreeMap<&str, &str> = register.iter().map(|row| (row[0].as_str(), row[1].as_str())).collect();
        let files = |folder: &str, ends: &str| {
            let all = std::fs::read_dir(top.join(folder)).expect("the folder").map(|e| e.expect("a file").path());
            all.filter(|p| p.extension().is_some_and(|e| e == ends)).collect::<Vec<_>>()
        };
        let mut texts: Vec<String> = register.iter().map(|row| row[4].clone()).collect();
        texts.extend(files("seeds", "txt").iter().map(|f| std::fs::read_to_string(f).expect("a seed")));
        texts.extend(files("tests/rules", "tsv").iter().flat_map(|f| rows(f)).map(|row| row[1].clone()));
        let mut wrong = BTreeSet::new();
        for text in texts {
            let text = text.replace(['[', ']'], "").replace("\\n", "\n");
            let reading = crate::text::read(&text);
            let layout = crate::layout::read(&reading, None);
            for m in crate::entities::find(&reading, &layout) {
                let name = m.rule.name();
                if !begins[name].split('|').any(|sort| is(&reading, m.at.start, sort, &classes)) {
                    wrong.insert(format!("{name}: {}", reading.text(m.at)));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
