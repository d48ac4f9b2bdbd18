//! The register of rules as JSON, for whoever shows, measures or documents them.

use serde::Serialize;

/// The register itself; of the library only the names are part.
const REGISTER: &str = include_str!("../entities/rules.tsv");

/// A row of the register; its columns are told at its top.
#[derive(Serialize)]
struct Rule<'a> {
    rule: &'a str,
    kind: &'a str,
    begins: Vec<&'a str>,
    en: &'a str,
    vi: &'a str,
    example: String,
}

/// One line of JSON a rule.
pub fn json() -> String {
    let rules = REGISTER.lines().filter(|l| !l.starts_with('#')).skip(1).filter_map(rule);
    rules.filter_map(|rule| serde_json::to_string(&rule).ok()).map(|line| line + "\n").collect()
}

fn rule(row: &str) -> Option<Rule<'_>> {
    let mut cells = row.split('\t');
    let mut cell = || cells.next();
    let (rule, begins, en, vi, example) = (cell()?, cell()?, cell()?, cell()?, cell()?);
    let (kind, _) = rule.split_once('.')?;
    let begins = begins.split('|').map(|b| b.trim_matches('"')).collect();
    Some(Rule { rule, kind, begins, en, vi, example: example.replace("\\n", "\n") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn every_row_is_told_in_full() {
        let rules: Vec<Value> = json().lines().map(|l| serde_json::from_str(l).unwrap()).collect();
        assert_eq!(rules.len() + 1, REGISTER.lines().filter(|l| !l.starts_with('#')).count());
        for rule in &rules {
            for field in ["rule", "kind", "en", "vi", "example"] {
                assert!(rule[field].as_str().is_some_and(|s| !s.is_empty()), "{rule}: {field}");
            }
            assert!(rule["begins"].as_array().is_some_and(|b| !b.is_empty()), "{rule}");
        }
    }
}
