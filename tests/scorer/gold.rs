//! Reads the gold articles: `NAME.gold.txt` (the text with its marks), `NAME.facts.json`, and where somebody wrote them
//! down `NAME.records.json`.

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use unicode_normalization::UnicodeNormalization;

/// The kinds as the marks name them, in the order of the contract, each with its name in the analysis and the array
/// of its records.
pub const KINDS: [(&str, &str, &str); 10] = [
    ("PER", "person", "people"),
    ("ROLE", "role", "roles"),
    ("ORG", "organization", "organizations"),
    ("LOC", "place", "places"),
    ("DOC", "document", "documents"),
    ("EVENT", "event", "events"),
    ("TIME", "time", "times"),
    ("QTY", "quantity", "quantities"),
    ("QUOTE", "quote", "quotes"),
    ("ABBR", "abbreviation", "abbreviations"),
];

/// A marked stretch: its kind as the marks name it, start and end in UTF-16 code units.
pub type Mark = (&'static str, usize, usize);

/// One annotated article.
pub struct Article {
    pub name: String,
    pub text: String,
    /// By start, then longest first.
    pub marks: Vec<Mark>,
    pub facts: Value,
    /// Null where nobody wrote them down.
    pub records: Value,
}

impl Article {
    /// Starts of the marks of a kind, in order.
    pub fn starts(&self, kind: &str) -> impl Iterator<Item = usize> {
        self.marks.iter().filter(move |m| m.0 == kind).map(|m| m.1)
    }
}

/// Every article of a folder, by name.
pub fn load_all(folder: &Path) -> Vec<Article> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("the folder of the gold articles")
        .filter_map(|e| e.ok()?.file_name().into_string().ok()?.strip_suffix(".gold.txt").map(str::to_string))
        .collect();
    names.sort();
    names.iter().map(|name| load(folder, name)).collect()
}

fn load(folder: &Path, name: &str) -> Article {
    let read = |end: &str| std::fs::read_to_string(folder.join(format!("{name}.{end}"))).expect(end);
    let json = |end: &str| serde_json::from_str(&read(end)).expect(end);
    let (text, marks) = parse(&read("gold.txt"));
    let has_records = folder.join(format!("{name}.records.json")).is_file();
    let records = if has_records { json("records.json") } else { Value::Null };
    Article { name: name.into(), text, marks, facts: json("facts.json"), records }
}

/// `Ngày ⟦TIME 3/2⟧` → the plain text and its marks.
pub fn parse(marked: &str) -> (String, Vec<Mark>) {
    let (mut text, mut length, mut open, mut marks) = (String::new(), 0, Vec::new(), Vec::new());
    let mut rest = marked;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '⟦' => {
                let (label, after) = rest.split_once(' ').expect("a kind after ⟦");
                let kind = KINDS.iter().find(|k| k.0 == label).unwrap_or_else(|| panic!("no kind {label}")).0;
                open.push((kind, length));
                rest = after;
            }
            '⟧' => {
                let (kind, start) = open.pop().expect("a mark closed twice");
                marks.push((kind, start, length));
            }
            _ => {
                text.push(c);
                length += c.len_utf16();
            }
        }
    }
    assert!(open.is_empty(), "a mark not closed");
    marks.sort_by_key(|&(kind, start, end)| (start, std::cmp::Reverse(end), kind));
    (text, marks)
}

/// Letters compared without regard to case, spacing, tone placement or Eth.
pub fn fold(s: &str) -> String {
    const PLACES: [(&str, &str); 17] = [
        ("\u{a0}", " "),
        ("oà", "òa"),
        ("oá", "óa"),
        ("oả", "ỏa"),
        ("oã", "õa"),
        ("oạ", "ọa"),
        ("oè", "òe"),
        ("oé", "óe"),
        ("uỷ", "ủy"),
        ("uỳ", "ùy"),
        ("uý", "úy"),
        ("uỹ", "ũy"),
        ("uỵ", "ụy"),
        ("–", "-"),
        ("—", "-"),
        ("\u{feff}", ""),
        ("ð", "đ"),
    ];
    let lower: String = s.nfc().collect::<String>().to_lowercase();
    let folded = PLACES.iter().fold(lower, |s, (old, new)| s.replace(old, new));
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A value as one folded string; nothing for `null`.
pub fn folded(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(s) => Some(fold(s)),
        other => Some(fold(&other.to_string())),
    }
}

/// The members of a list; none where there is no list.
pub fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The wordings of a record of the gold, folded.
pub fn wordings(record: &Value) -> BTreeSet<String> {
    let own = ["title", "name", "text"].iter().find_map(|k| record.get(k)).expect("a record with a wording");
    std::iter::once(own).chain(list(&record["also"])).filter_map(folded).collect()
}

/// The wordings of each record of a kind in the gold.
pub fn wordings_of_kind(article: &Article, kind: &str) -> Vec<BTreeSet<String>> {
    let rows = match kind {
        "person" => &article.facts["people"],
        "document" => &article.facts["documents"],
        _ => &article.records[KINDS.iter().find(|k| k.1 == kind).expect("a kind").2],
    };
    list(rows).iter().map(wordings).collect()
}

#[test]
fn reads_marks() {
    let (text, marks) = parse("😀 ⟦ROLE Chủ tịch ⟦ORG UBND ⟦LOC tỉnh A⟧⟧⟧, ⟦TIME 3/2⟧");
    assert_eq!(text, "😀 Chủ tịch UBND tỉnh A, 3/2");
    assert_eq!(marks, [("ROLE", 3, 23), ("ORG", 12, 23), ("LOC", 17, 23), ("TIME", 25, 28)]);
}

#[test]
fn folds() {
    for (given, want) in [("Thuỷ  HOÀ\u{a0}Ð", "thủy hòa đ"), ("1930 – 2021", "1930 - 2021"), ("ho\u{300}a", "hòa")]
    {
        assert_eq!(fold(given), want);
    }
}
