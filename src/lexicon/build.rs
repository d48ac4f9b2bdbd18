//! Turns the tables of `src/lexicon/data` into their matching form: one binary file and the list of tables.
//!
//! A table is a TSV file: comments (`#`), a header, one fact a row. Columns named `*x` hold forms to find, `|` between
//! them, and stay readable; `~x` are found only; of `*x:title` only what the words in the trie do not give back is
//! stored. `x:number` holds a number, `x:numbers` several with `|` between. `words.tsv` holds classes of single words and
//! becomes an enumeration.
//! The form of the binary file is told where it is read: `src/lexicon/matcher.rs`.

// the build script uses only what makes words of forms
#[allow(dead_code)]
#[path = "../text/fold.rs"]
mod fold;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

struct Source {
    name: String,
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

fn main() {
    println!("cargo::rerun-if-changed=src/lexicon/data");
    println!("cargo::rerun-if-changed=src/text/fold.rs");
    let mut files: Vec<_> = fs::read_dir("src/lexicon/data")
        .expect("src/lexicon/data")
        .map(|e| e.expect("an entry").path())
        .filter(|p| p.extension().is_some_and(|e| e == "tsv"))
        .collect();
    files.sort();
    let (words, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|p| p.ends_with("words.tsv"));
    let tables: Vec<Source> = files.iter().map(|p| read(p)).collect();
    let out = env::var("OUT_DIR").expect("OUT_DIR");
    fs::write(Path::new(&out).join("classes.rs"), classes(&words)).expect("classes.rs");
    fs::write(Path::new(&out).join("tables.rs"), list(&tables)).expect("tables.rs");
    fs::write(Path::new(&out).join("lexicon.bin"), pack(&tables)).expect("lexicon.bin");
    fs::write(Path::new(&out).join("compose.bin"), composition()).expect("compose.bin");
}

fn read(path: &Path) -> Source {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut lines = text.lines().filter(|l| !l.starts_with('#') && !l.is_empty());
    let cells = |line: &str| line.split('\t').map(str::to_string).collect::<Vec<_>>();
    let header = cells(lines.next().unwrap_or_else(|| panic!("{}: no header", path.display())));
    let rows = lines.map(cells).inspect(|row| {
        assert!(row.len() <= header.len(), "{}: a row with too many cells: {row:?}", path.display());
    });
    let name = path.file_stem().and_then(|s| s.to_str()).expect("a name").to_string();
    Source { name, rows: rows.collect(), header }
}

/// The classes of single words: an enumeration, and the folded numbers of the words of each.
fn classes(files: &[std::path::PathBuf]) -> String {
    let mut names = String::from(
        "/// A class of single words, named in `words.tsv`.\n#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]\npub enum Class {\n",
    );
    let mut words = String::from(
        "impl Class {\n    /// The folded numbers of its words.\n    pub const fn words(self) -> &'static [u32] {\n        match self {\n",
    );
    for row in files.iter().flat_map(|p| read(p).rows) {
        let [class, list, why] = row.as_slice() else { panic!("words.tsv: not three cells: {row:?}") };
        let numbers: Vec<String> = list
            .split('|')
            .map(|word| {
                assert!(fold::is_folded(word), "words.tsv: {class}: not in folded form: {word:?}");
                fold::number_of(word).to_string()
            })
            .collect();
        writeln!(names, "    /// {why}: `{list}`\n    {},", camel(class)).expect("writing to a string");
        writeln!(words, "            Self::{} => &[{}],", camel(class), numbers.join(", "))
            .expect("writing to a string");
    }
    format!("{names}}}\n\n{words}        }}\n    }}\n}}\n")
}

/// `place_units` as a name of a type.
fn camel(name: &str) -> String {
    name.split('_').map(|part| part[..1].to_uppercase() + &part[1..]).collect()
}

/// The enumeration of tables.
fn list(tables: &[Source]) -> String {
    let mut out = String::from("/// A table of the lexicon, named after its file.\n");
    out.push_str("#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]\n#[repr(u8)]\npub enum Table {\n");
    for table in tables {
        writeln!(out, "    /// `{}.tsv`", table.name).expect("writing to a string");
        writeln!(out, "    {},", camel(&table.name)).expect("writing to a string");
    }
    out.push_str("}\n\n/// Every table, in the order of the file.\npub const TABLES: &[Table] = &[\n");
    for table in tables {
        writeln!(out, "    Table::{},", camel(&table.name)).expect("writing to a string");
    }
    out.push_str("];\n");
    out
}

/// Sections one after another, each with its length before it.
fn pack(tables: &[Source]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut section = |bytes: &[u8]| {
        out.extend((bytes.len() as u32).to_le_bytes());
        out.extend(bytes);
    };
    let (vocabulary, trie) = trie_of(tables);
    section(vocabulary.join("\n").as_bytes());
    let (parts, rows) = trie.sections(tables.len());
    for part in parts.iter().chain(&rows) {
        section(part);
    }
    for table in tables {
        section(&columns(table));
    }
    out
}

#[derive(Default)]
struct Node {
    children: BTreeMap<u16, Node>,
    ends: BTreeSet<(u8, u32)>,
}

impl Node {
    /// Breadth first: children counts, words of the edges, the tables that end at inner nodes and at leaves; and for
    /// each table its rows in that order. Like beside like packs best.
    fn sections(&self, tables: usize) -> ([Vec<u8>; 4], Vec<Vec<u8>>) {
        let (mut counts, mut words, mut inner, mut leaves) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut rows = vec![(Vec::new(), 0); tables];
        let mut level = vec![self];
        while !level.is_empty() {
            let mut next = Vec::new();
            for node in level {
                varint(&mut counts, node.children.len() as u32);
                let mut before = 0;
                for (&word, child) in &node.children {
                    varint(&mut words, u32::from(word - before));
                    before = word;
                    next.push(child);
                }
                let ends = if node.children.is_empty() { &mut leaves } else { &mut inner };
                for &(table, row) in &node.ends {
                    ends.push(table);
                    let (rows, last) = &mut rows[usize::from(table)];
                    zigzag(rows, i64::from(row) - *last);
                    *last = i64::from(row);
                }
                match ends.last_mut().filter(|_| !node.ends.is_empty()) {
                    Some(last) => *last |= 0x80,
                    None => ends.push(0x7f),
                }
            }
            level = next;
        }
        ([counts, words, inner, leaves], rows.into_iter().map(|(rows, _)| rows).collect())
    }
}

/// Every form as a path of words; the vocabulary is the sorted list of all words.
fn trie_of(tables: &[Source]) -> (Vec<String>, Node) {
    let mut forms: Vec<(Vec<String>, u8, u32)> = Vec::new();
    for (t, table) in tables.iter().enumerate() {
        for (r, row) in table.rows.iter().enumerate() {
            let matched = table.header.iter().zip(row).filter(|(h, _)| h.starts_with(['*', '~']));
            for form in matched.flat_map(|(_, cell)| cell.split('|')).filter(|f| !f.is_empty()) {
                let words = fold::folded_words(form);
                // how far a form reaches back is stored in a byte
                assert!(words.len() < 256, "{}.tsv: a form of {} words", table.name, words.len());
                forms.push((words, t as u8, r as u32));
            }
        }
    }
    let words: BTreeSet<&String> = forms.iter().flat_map(|(words, ..)| words).collect();
    let mut numbers: HashMap<u32, &String> = HashMap::new();
    for &word in &words {
        if let Some(other) = numbers.insert(fold::number_of(word), word) {
            panic!("the words {word:?} and {other:?} have one number: choose another hash");
        }
    }
    let vocabulary: Vec<String> = words.into_iter().cloned().collect();
    let index: HashMap<&str, u16> = vocabulary.iter().enumerate().map(|(i, w)| (w.as_str(), i as u16)).collect();
    let mut root = Node::default();
    for (words, table, row) in &forms {
        let end = words.iter().fold(&mut root, |node, word| node.children.entry(index[word.as_str()]).or_default());
        end.ends.insert((*table, *row));
    }
    (vocabulary, root)
}

/// The columns of a table, each a kind byte, a length and its bytes: 0 text with a line a row, 1 numbers, 2 lists, 3 names
/// with an empty line where the row's only form in the trie gives the name.
fn columns(table: &Source) -> Vec<u8> {
    let mut out = Vec::new();
    out.extend((table.rows.len() as u32).to_le_bytes());
    for (c, name) in table.header.iter().enumerate() {
        let cells = table.rows.iter().map(|row| row.get(c).map_or("", String::as_str));
        let number = |cell: &str| -> i64 {
            cell.parse().unwrap_or_else(|_| panic!("{}.tsv: {name}: no number: {cell:?}", table.name))
        };
        let mut bytes = Vec::new();
        let mut last = 0;
        let kind = if name.ends_with(":number") {
            for cell in cells {
                zigzag(&mut bytes, number(cell) - last);
                last = number(cell);
            }
            1
        } else if name.ends_with(":numbers") {
            for cell in cells {
                let list: Vec<i64> = cell.split('|').filter(|n| !n.is_empty()).map(number).collect();
                bytes.push(list.len() as u8);
                for n in list {
                    zigzag(&mut bytes, n - last);
                    last = n;
                }
            }
            2
        } else {
            let title = name.ends_with(":title");
            if !name.starts_with('~') {
                for (cell, row) in cells.zip(&table.rows) {
                    if !(title && is_given_back(table, row, cell)) {
                        bytes.extend(cell.as_bytes());
                    }
                    bytes.push(b'\n');
                }
            }
            if title { 3 } else { 0 }
        };
        out.push(kind);
        out.extend((bytes.len() as u32).to_le_bytes());
        out.extend(bytes);
    }
    out
}

/// The cell is the only form of its row, and its folded words give it back.
fn is_given_back(table: &Source, row: &[String], cell: &str) -> bool {
    let forms = table.header.iter().zip(row).filter(|(h, c)| h.starts_with(['*', '~']) && !c.is_empty());
    forms.count() == 1 && fold::titled(fold::folded_words(cell).iter().map(String::as_str)) == cell
}

/// Every canonical composition of two characters, by the composed one, then the ranges of combining classes: numbers as
/// `src/text/compose.rs` reads them. Hangul is left to be computed.
fn composition() -> Vec<u8> {
    use unicode_normalization::char::{canonical_combining_class, compose, decompose_canonical};
    let mut pairs: Vec<(u32, u32, u32)> = Vec::new();
    let mut classes: Vec<(u32, u32, u32)> = Vec::new();
    for c in (0..=0x10_ffffu32).filter_map(char::from_u32) {
        let class = u32::from(canonical_combining_class(c));
        match classes.last_mut() {
            Some((_, to, last)) if *last == class && *to + 1 == c as u32 => *to = c as u32,
            _ if class != 0 => classes.push((c as u32, c as u32, class)),
            _ => {}
        }
        if ('가'..='힣').contains(&c) {
            continue;
        }
        let mut parts = Vec::new();
        decompose_canonical(c, |part| parts.push(part));
        // the last part joins the composition of those before it
        if let Some((&last, before)) = parts.split_last().filter(|(_, before)| !before.is_empty()) {
            let first = before.iter().copied().map(Some).reduce(|a, b| compose(a?, b?)).flatten();
            if let Some(first) = first.filter(|&f| compose(f, last) == Some(c)) {
                pairs.push((c as u32, first as u32, last as u32));
            }
        }
    }
    let mut out = Vec::new();
    varint(&mut out, pairs.len() as u32);
    let mut last = 0;
    for (whole, first, second) in pairs {
        varint(&mut out, whole - last);
        varint(&mut out, first);
        varint(&mut out, second);
        last = whole;
    }
    varint(&mut out, classes.len() as u32);
    let mut last = 0;
    for (from, to, class) in classes {
        varint(&mut out, from - last);
        varint(&mut out, to - from);
        varint(&mut out, class);
        last = to;
    }
    out
}

fn varint(out: &mut Vec<u8>, mut n: u32) {
    while n >= 0x80 {
        out.push(n as u8 | 0x80);
        n >>= 7;
    }
    out.push(n as u8);
}

fn zigzag(out: &mut Vec<u8>, n: i64) {
    varint(out, ((n << 1) ^ (n >> 63)) as u32);
}
