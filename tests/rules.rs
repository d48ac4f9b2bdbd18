//! The rules one by one: the register (`src/entities/rules.tsv`) and the cases of each rule (`tests/rules/KIND.tsv`).
//!
//! A case is a rule and a text, with `[` and `]` around what this rule marks there and
//! `\n` for a new line. What else the rule would mark is wrong; without brackets it must mark nothing. `known_failures.tsv`
//! lists the cases that fail, each with its reason; one that begins to hold has to leave the list.
#![cfg(not(target_family = "wasm"))]

use langkinh::{Options, analyze};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const KINDS: [&str; 10] =
    ["person", "role", "organization", "place", "document", "event", "time", "quantity", "quote", "abbreviation"];

/// The rows of a table below its comments and its header.
fn rows(file: &str) -> Vec<Vec<String>> {
    let path = format!("{}/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let lines = text.lines().filter(|l| !l.starts_with('#') && !l.is_empty()).skip(1);
    lines.map(|l| l.split('\t').map(str::to_string).collect()).collect()
}

/// The names of the register.
fn register() -> Vec<String> {
    rows("src/entities/rules.tsv").into_iter().map(|row| row[0].clone()).collect()
}

/// A text and the stretches that one rule marks there, in UTF-16 code units.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Case {
    rule: String,
    /// As it is written, with its brackets.
    written: String,
    text: String,
    want: BTreeSet<(usize, usize)>,
}

impl Case {
    fn new(rule: &str, written: &str) -> Self {
        let (mut text, mut open, mut want) = (String::new(), Vec::new(), BTreeSet::new());
        let mut units = 0;
        for c in written.replace("\\n", "\n").chars() {
            match c {
                '[' => open.push(units),
                ']' => {
                    want.insert((open.pop().unwrap_or_else(|| panic!("a bracket too many: {written}")), units));
                }
                c => {
                    text.push(c);
                    units += c.len_utf16();
                }
            }
        }
        assert!(open.is_empty(), "a bracket too few: {written}");
        Self { rule: rule.into(), written: written.into(), text, want }
    }

    fn is_positive(&self) -> bool {
        !self.want.is_empty()
    }

    fn analysis(&self) -> Value {
        serde_json::to_value(analyze(&self.text, &Options::default())).expect("plain values")
    }

    /// What is marked instead; nothing where the rule marks what it should.
    fn fails(&self) -> Option<String> {
        let analysis = self.analysis();
        (stretches(&analysis, |e| e["rule"] == *self.rule) != self.want).then(|| self.told(&analysis))
    }

    /// The same of all rules together: a bracket around each stretch that is marked; one inside another may do without.
    fn fails_for_all(&self) -> Option<String> {
        let analysis = self.analysis();
        let marked = stretches(&analysis, |_| true);
        let is_inside = |a: (usize, usize)| self.want.iter().any(|b| b.0 <= a.0 && a.1 <= b.1);
        let holds = self.want.is_subset(&marked) && marked.iter().all(|&stretch| is_inside(stretch));
        (!holds).then(|| self.told(&analysis))
    }

    /// The case, and what is marked in it.
    fn told(&self, analysis: &Value) -> String {
        let units: Vec<u16> = self.text.encode_utf16().collect();
        let marked = entities(analysis).iter().map(|e| {
            let (start, end) = stretch(e);
            format!("\n  {}: {}", e["rule"], String::from_utf16_lossy(&units[start..end]))
        });
        format!("{}\t{}{}", self.rule, self.written, marked.collect::<String>())
    }

    /// An analysis has a stretch of this case under its kind, whatever the rule.
    fn is_found_by_others(&self, analysis: &Value) -> bool {
        let kind = self.rule.split('.').next().expect("a kind");
        self.want.is_subset(&stretches(analysis, |e| e["kind"] == *kind))
    }
}

fn entities(analysis: &Value) -> &[Value] {
    analysis["entities"].as_array().expect("entities")
}

fn stretch(entity: &Value) -> (usize, usize) {
    let number = |field: &str| entity[field].as_u64().expect("a number") as usize;
    (number("start"), number("end"))
}

fn stretches(analysis: &Value, which: impl Fn(&Value) -> bool) -> BTreeSet<(usize, usize)> {
    entities(analysis).iter().filter(|e| which(e)).map(stretch).collect()
}

/// The cases of every kind.
fn cases() -> Vec<Case> {
    let case = |kind: &str, row: &[String]| match row {
        [rule, text] if rule.starts_with(&format!("{kind}.")) => Case::new(rule, text),
        _ => panic!("tests/rules/{kind}.tsv: {row:?}"),
    };
    let of =
        |kind: &&str| rows(&format!("tests/rules/{kind}.tsv")).iter().map(|row| case(kind, row)).collect::<Vec<_>>();
    KINDS.iter().flat_map(of).collect()
}

/// The cases that are known to fail, as they are written.
fn known_failures() -> BTreeSet<(String, String)> {
    let rows = rows("tests/rules/known_failures.tsv");
    let told = |row: Vec<String>| {
        assert!(row.len() == 3 && !row[2].is_empty(), "a case that fails needs its reason: {row:?}");
        (row[0].clone(), row[1].clone())
    };
    rows.into_iter().map(told).collect()
}

fn is_known(case: &Case, known: &BTreeSet<(String, String)>) -> bool {
    known.contains(&(case.rule.clone(), case.written.clone()))
}

#[test]
fn every_case_holds() {
    let (mut wrong, known) = (String::new(), known_failures());
    let mut failed = 0;
    for case in cases() {
        match (case.fails(), is_known(&case, &known)) {
            (Some(found), false) => writeln!(wrong, "{found}").expect("writing to a string"),
            (None, true) => writeln!(wrong, "holds now, take it off the list: {}", case.written).expect("a string"),
            (found, _) => failed += usize::from(found.is_some()),
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert_eq!(failed, known.len(), "the list of known failures names what is no case");
}

#[test]
fn every_rule_has_cases_of_both_sorts() {
    let (cases, rules, known) = (cases(), register(), known_failures());
    let (mut seen, mut far) = (BTreeSet::new(), Vec::new());
    for case in &cases {
        assert!(rules.contains(&case.rule), "no rule {}", case.rule);
        assert!(seen.insert((&case.rule, &case.text)), "twice: {}", case.written);
    }
    for rule in &rules {
        let (positive, negative): (Vec<_>, Vec<_>) =
            cases.iter().filter(|c| c.rule == *rule).partition(|c| c.is_positive());
        let hold = [&positive, &negative].map(|cases| cases.iter().filter(|c| !is_known(c, &known)).count());
        assert!(hold.iter().all(|&n| n >= 3), "{rule}: {hold:?} cases of either sort hold");
        far.extend(negative.iter().filter(|n| !positive.iter().any(|p| is_near(&p.text, &n.text))).map(|n| &n.written));
    }
    assert!(far.is_empty(), "like no case that their rule finds: {far:#?}");
    assert!(cases.len() >= 600, "{} cases", cases.len());
}

/// Two texts that share half of the words of the longer one.
fn is_near(a: &str, b: &str) -> bool {
    let count = |text: &str| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
            *counts.entry(word.to_lowercase()).or_default() += 1;
        }
        counts
    };
    let (a, b) = (count(a), count(b));
    let shared: usize = a.iter().map(|(word, n)| (*n).min(b.get(word).copied().unwrap_or(0))).sum();
    2 * shared >= a.values().sum::<usize>().max(b.values().sum())
}

#[test]
fn the_examples_of_the_register_hold() {
    let fails: Vec<String> =
        rows("src/entities/rules.tsv").iter().filter_map(|row| Case::new(&row[0], &row[4]).fails()).collect();
    assert!(fails.is_empty(), "\n{}", fails.join("\n"));
}

/// What the command makes of texts without one rule.
#[cfg(debug_assertions)]
fn without(rule: &str, texts: &[&str]) -> Vec<Value> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_langkinh"))
        .args(["--jsonl", "--jobs", "1"])
        .env("LANGKINH_WITHOUT", rule)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command");
    let lines: String =
        texts.iter().map(|text| serde_json::json!({"id": 0, "text": text}).to_string() + "\n").collect();
    child.stdin.take().expect("its input").write_all(lines.as_bytes()).expect("all of it");
    let output = child.wait_with_output().expect("its output");
    let answers = std::str::from_utf8(&output.stdout).expect("UTF-8").lines();
    answers.map(|l| serde_json::from_str::<Value>(l).expect("JSON")["analysis"].take()).collect()
}

/// The cases of a rule are about this rule: with its proposals left out, one of them is no longer marked.
#[test]
#[cfg(debug_assertions)]
fn without_a_rule_one_of_its_cases_fails() {
    let (cases, known) = (cases(), known_failures());
    let mut idle = Vec::new();
    for rule in register() {
        let own: Vec<&Case> =
            cases.iter().filter(|c| c.rule == rule && c.is_positive() && !is_known(c, &known)).collect();
        let texts: Vec<&str> = own.iter().map(|c| c.text.as_str()).collect();
        let analyses = without(&rule, &texts);
        assert_eq!(analyses.len(), own.len());
        if own.iter().zip(&analyses).all(|(case, analysis)| case.is_found_by_others(analysis)) {
            idle.push(rule);
        }
    }
    assert!(idle.is_empty(), "other rules find all of their cases: {idle:?}");
}

#[test]
fn the_measured_rules_are_those_of_the_register() {
    let table = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/articles/RULES.md")).expect("it");
    let measured: Vec<&str> =
        table.lines().filter_map(|l| l.strip_prefix("| `")).filter_map(|l| l.split('`').next()).collect();
    assert_eq!(measured, register());
}

/// The Rust files in a folder, and those below it.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let read = |path: PathBuf| if path.is_dir() { sources(&path) } else { vec![path] };
    entries.flat_map(read).filter(|path| path.extension().is_some_and(|e| e == "rs")).collect()
}

/// The examples in the comments of a source: what stands in backticks and is two words or more, or has a digit. What is
/// all small letters of ASCII is code.
fn examples(code: &str) -> Vec<String> {
    let mut comments = String::new();
    for line in code.lines().filter(|line| !line.contains("```")) {
        match line.trim_start().strip_prefix("//") {
            Some(comment) => comments += comment.trim_start_matches(['/', '!']),
            None => comments.extend(["``", line.split_once(" // ").map_or("", |(_, comment)| comment), "``"]),
        }
    }
    let is_code = |c: char| c.is_ascii_lowercase() || c.is_ascii_punctuation() || c == ' ';
    let is_example =
        |e: &&str| (e.contains(' ') || e.contains(|c: char| c.is_ascii_digit())) && !e.chars().all(is_code);
    comments.split('`').skip(1).step_by(2).filter(is_example).map(|e| e.trim().to_string()).collect()
}

/// The words stand in a text, whole and in their order; `…` is whatever stands between.
fn stands_in(words: &str, text: &str) -> bool {
    let is_whole = |at: usize, part: &str| {
        let inside = |c: Option<char>, next: Option<char>| {
            c.zip(next).is_some_and(|(a, b)| a.is_alphanumeric() && b.is_alphanumeric())
        };
        !inside(text[..at].chars().next_back(), part.chars().next())
            && !inside(part.chars().next_back(), text[at + part.len()..].chars().next())
    };
    let step = |from: usize, part: &str| {
        text[from..]
            .match_indices(part)
            .map(|(at, _)| from + at)
            .find(|&at| is_whole(at, part))
            .map(|at| at + part.len())
    };
    words.split('…').map(str::trim).filter(|part| !part.is_empty()).try_fold(0, step).is_some()
}

/// An example in a comment is written as a case: brackets around what is marked, of whatever kind, and without brackets
/// nothing is marked. Only one whose words stand in a case or in a unit test may do without them: it runs there.
#[test]
fn every_example_of_a_comment_holds() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let split = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).expect("a source");
        let (code, tests) = text.split_once("#[cfg(test)]\nmod tests").unwrap_or((&text, ""));
        (code.to_string(), tests.to_string())
    };
    let files: Vec<(String, String)> = sources(&root.join("src/entities")).iter().map(split).collect();
    let told = |text: &str| text.to_lowercase().replace(['[', ']'], "").replace("\\n", " ");
    let mut tests: Vec<String> = files.iter().flat_map(|(_, tests)| tests.lines()).map(told).collect();
    tests.extend(cases().iter().map(|case| told(&case.written)));
    for file in ["facts", "forms"] {
        let texts = std::fs::read_to_string(root.join(format!("tests/rules/{file}.json"))).expect("cases");
        tests.extend(texts.lines().map(told));
    }
    let examples: BTreeSet<String> = files.iter().flat_map(|(code, _)| examples(code)).collect();
    assert!(examples.len() > 500, "only {} examples were found", examples.len());
    let stands = |e: &&String| !e.contains('[') && tests.iter().any(|test| stands_in(&told(e), test));
    let wrong: Vec<String> =
        examples.iter().filter(|e| !stands(e)).filter_map(|e| Case::new("", e).fails_for_all()).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
