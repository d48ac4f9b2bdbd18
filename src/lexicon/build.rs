//! Turns the tables of `src/lexicon/data` into their matching form: one binary file and the list of tables.
//!
//! A table is a TSV file: comments (`#`), a header, one fact a row. Columns named `*x` hold forms to find, `|` between
//! them, and stay readable; `~x` are found only. Of `*x:title` only what its words do not give back is stored, and with
//! `*x:title of T` not even the words where a row of `T` that went into this one has the name. `x:words` is read as words
//! and not found. `x:number` holds a number, `x:rows of T` the codes of rows of `T` with `|` between, `x:flags(a b)` any of these
//! words, `x:one of(a b)` one of them or none, `x:one of T(a b)` likewise as values of the type `T` of the analysis,
//! `x:word(a b)` likewise as text; another word fails the build. `words.tsv` holds
//! classes of single words, `phrases.tsv` lists of phrases; each becomes an enumeration.
//! The form of the binary file is told where it is read: `src/lexicon/matcher.rs`.

// the build script uses only what makes words of forms
#[allow(dead_code)]
#[path = "../text/fold.rs"]
mod fold;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

/// The register of rules.
const RULES: &str = "src/entities/rules.tsv";

struct Source {
    name: String,
    header: Vec<String>,
    /// Of columns of flags or choices the words that a cell may have: it holds the letter of each, `a` for the first.
    marks: Vec<Vec<String>>,
    rows: Vec<Vec<String>>,
}

fn main() {
    println!("cargo::rerun-if-changed=src/lexicon/data");
    println!("cargo::rerun-if-changed=src/text/fold.rs");
    println!("cargo::rerun-if-changed={RULES}");
    let mut files: Vec<_> = fs::read_dir("src/lexicon/data")
        .expect("src/lexicon/data")
        .map(|e| e.expect("an entry").path())
        .filter(|p| p.extension().is_some_and(|e| e == "tsv"))
        .collect();
    files.sort();
    let asked = |source: &Source| ["words", "phrases"].contains(&source.name.as_str());
    let (asked, tables): (Vec<Source>, Vec<Source>) = files.iter().map(|p| read(p)).partition(asked);
    let rows = |name: &str| &table_of(&asked, name).rows;
    let out = env::var("OUT_DIR").expect("OUT_DIR");
    fs::write(Path::new(&out).join("classes.rs"), classes(rows("words"))).expect("classes.rs");
    fs::write(Path::new(&out).join("phrases.rs"), phrases(rows("phrases"))).expect("phrases.rs");
    fs::write(Path::new(&out).join("tables.rs"), list(&tables)).expect("tables.rs");
    fs::write(Path::new(&out).join("columns.rs"), columns(&tables)).expect("columns.rs");
    fs::write(Path::new(&out).join("rules.rs"), rules(&tables, rows("words"))).expect("rules.rs");
    fs::write(Path::new(&out).join("lexicon.bin"), pack(&tables)).expect("lexicon.bin");
    fs::write(Path::new(&out).join("compose.bin"), composition()).expect("compose.bin");
}

fn read(path: &Path) -> Source {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut lines = text.lines().filter(|l| !l.starts_with('#') && !l.is_empty());
    let cells = |line: &str| line.split('\t').map(str::to_string).collect::<Vec<_>>();
    let header = cells(lines.next().unwrap_or_else(|| panic!("{}: no header", path.display())));
    let (header, marks): (Vec<_>, Vec<Vec<_>>) = header
        .iter()
        .map(|name| {
            let (name, words) = name.trim_end_matches(')').split_once('(').unwrap_or((name, ""));
            (name.to_string(), words.split_whitespace().map(str::to_string).collect())
        })
        .unzip();
    let coded = |at: usize, cell: String, row: &[String]| {
        let letter = |word| {
            let known = marks[at].iter().zip('a'..).find(|(mark, _)| *mark == word);
            known.unwrap_or_else(|| panic!("{}: {} has no {word:?}: {row:?}", path.display(), header[at])).1
        };
        let letters: String = if marks[at].is_empty() {
            String::new()
        } else {
            cell.split(' ').filter(|w| !w.is_empty()).map(letter).collect()
        };
        if marks[at].is_empty() || header[at].ends_with(":word") { cell } else { letters }
    };
    let rows = lines.map(cells).map(|row| {
        assert!(row.len() <= header.len(), "{}: a row with too many cells: {row:?}", path.display());
        let written = row.clone();
        row.into_iter().enumerate().map(|(at, cell)| coded(at, cell, &written)).collect::<Vec<_>>()
    });
    let rows: Vec<_> = rows.collect();
    let name = path.file_stem().and_then(|s| s.to_str()).expect("a name").to_string();
    Source { name, header, marks, rows }
}

/// The classes of single words: an enumeration, and the set of classes of each word. A set is found by open addressing over
/// the folded numbers, as `class.rs` does it.
fn classes(rows: &[Vec<String>]) -> String {
    let mut names = String::from(
        "/// A class of single words, named in `words.tsv`.\n#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]\npub(crate) enum Class {\n",
    );
    let width = rows.len().div_ceil(64);
    let mut sets: BTreeMap<u32, Vec<u64>> = BTreeMap::new();
    for (class, row) in rows.iter().enumerate() {
        let [name, list, why] = row.as_slice() else { panic!("words.tsv: not three cells: {row:?}") };
        for word in list.split(' ') {
            assert!(fold::is_folded(word), "words.tsv: {name}: not in folded form: {word:?}");
            let set = sets.entry(fold::number_of(word)).or_insert_with(|| vec![0; width]);
            assert!(set[class / 64] >> (class % 64) & 1 == 0, "words.tsv: {name}: twice: {word:?}");
            set[class / 64] |= 1 << (class % 64);
        }
        writeln!(names, "    /// {why}: `{list}`\n    {},", camel(name)).expect("writing to a string");
    }
    let mut distinct: Vec<&Vec<u64>> = sets.values().collect();
    distinct.sort();
    distinct.dedup();
    let mut slots = vec![(0u32, 0usize); (sets.len() * 2).next_power_of_two()];
    for (&word, set) in &sets {
        let mut at = word as usize % slots.len();
        while slots[at].0 != 0 {
            at = (at + 1) % slots.len();
        }
        slots[at] = (word, distinct.binary_search(&set).expect("one of them"));
    }
    format!(
        "{names}}}\n\n\
        /// The folded number of a word and its set; 0 in a free slot. A power of two, at most half of it taken.\n\
        static SLOTS: [(u32, u16); {}] = {slots:?};\n\n\
        /// Each set of classes that words have, a bit a class.\n\
        static SETS: [[u64; {width}]; {}] = {distinct:?};\n",
        slots.len(),
        distinct.len(),
    )
}

/// The lists of phrases: an enumeration, and the folded numbers of the words of each, the longest first.
fn phrases(rows: &[Vec<String>]) -> String {
    let mut names = String::from(
        "/// Phrases that rules ask for, named in `phrases.tsv`.\n#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]\npub(crate) enum Phrase {\n",
    );
    let mut forms = String::from(
        "impl Phrase {\n    /// The folded numbers of the words of each, the longest first.\n    pub(crate) const fn forms(self) -> &'static [&'static [u32]] {\n        match self {\n",
    );
    for row in rows {
        let [name, list, why] = row.as_slice() else { panic!("phrases.tsv: not three cells: {row:?}") };
        let mut numbers: Vec<Vec<u32>> = list
            .split('|')
            .map(|form| {
                assert!(form.split(' ').all(fold::is_folded), "phrases.tsv: {name}: not in folded form: {form:?}");
                form.split(' ').map(fold::number_of).collect()
            })
            .collect();
        numbers.sort_by_key(|form| std::cmp::Reverse(form.len()));
        let numbers: Vec<String> = numbers.iter().map(|form| format!("&{form:?}")).collect();
        writeln!(names, "    /// {why}: `{list}`\n    {},", camel(name)).expect("writing to a string");
        writeln!(forms, "            Self::{} => &[{}],", camel(name), numbers.join(", "))
            .expect("writing to a string");
    }
    format!("{names}}}\n\n{forms}        }}\n    }}\n}}\n")
}

/// The rules: an enumeration, the name of each, and what it can begin with, a bit a sort of token.
fn rules(tables: &[Source], classes: &[Vec<String>]) -> String {
    let mut rules = String::from(
        "/// A rule of the register, `rules.tsv`.\n#[derive(Debug, Clone, Copy, PartialEq, Eq)]\npub(crate) enum Rule {\n",
    );
    let mut names = String::from(
        "impl Rule {\n    /// Kind and reason, as spans carry it: `document.number`.\n    pub(crate) const fn name(self) -> &'static str {\n        match self {\n",
    );
    let mut begins = String::from(
        "    /// The sorts of tokens that it can begin with, a bit each.\n    const fn begins(self) -> u32 {\n        match self {\n",
    );
    let mut sorts: Vec<String> = ["any", "number", "capital"].map(str::to_string).to_vec();
    for row in read(Path::new(RULES)).rows {
        let [name, begin, en, _, example] = row.as_slice() else { panic!("{RULES}: not five cells: {row:?}") };
        let mut bits = 0u32;
        for sort in begin.split('|') {
            let at = sorts.iter().position(|known| known == sort).unwrap_or_else(|| {
                sorts.push(sort.to_string());
                sorts.len() - 1
            });
            bits |= 1u32.checked_shl(at as u32).expect("at most 32 sorts of tokens");
        }
        let rule = camel(&name.replace('.', "_"));
        writeln!(rules, "    /// {en} `{example}`\n    {rule},").expect("writing to a string");
        writeln!(names, "            Self::{rule} => \"{name}\",").expect("writing to a string");
        writeln!(begins, "            Self::{rule} => {bits},").expect("writing to a string");
    }
    let (by_table, by_word) = sorts_of(&sorts, tables, classes);
    let named = sorts.iter().filter(|sort| classes.iter().any(|row| row[0] == **sort));
    let named: Vec<String> = named.map(|class| format!("crate::lexicon::Class::{}", camel(class))).collect();
    let word = |(word, bits): (&u32, &u32)| format!("        {word} => {bits},\n");
    format!(
        "{rules}}}\n\n{names}        }}\n    }}\n\n{begins}        }}\n    }}\n}}\n\n\
        // the classes that rules begin with are used\nconst _: [crate::lexicon::Class; {}] = [{}];\n\n\
        const ANY: u32 = 1;\nconst NUMBER: u32 = 2;\nconst CAPITAL: u32 = 4;\n\n\
        /// For each table the sort of the tokens that its forms begin at; 0 where no rule begins with one.\n\
        static BY_TABLE: [u32; {}] = {by_table:?};\n\n\
        /// The sorts of a word, by its folded number.\n\
        const fn sorts_of_word(word: u32) -> u32 {{\n    match word {{\n{}        _ => 0,\n    }}\n}}\n",
        named.len(),
        named.join(", "),
        by_table.len(),
        by_word.iter().map(word).collect::<String>(),
    )
}

/// The bits of each table and of each word among the sorts that rules begin with: words by themselves and by their classes.
fn sorts_of(sorts: &[String], tables: &[Source], classes: &[Vec<String>]) -> (Vec<u32>, BTreeMap<u32, u32>) {
    let (mut by_table, mut by_word) = (vec![0u32; tables.len()], BTreeMap::new());
    for (sort, at) in sorts.iter().zip(0..).skip(3) {
        let class = classes.iter().find(|row| row[0] == *sort);
        let words = sort.strip_prefix('"').map(|word| word.trim_end_matches('"')).or(class.map(|row| row[1].as_str()));
        match (tables.iter().position(|table| table.name == *sort), words) {
            (Some(table), None) => by_table[table] = 1 << at,
            (None, Some(words)) => {
                for word in words.split(' ') {
                    assert!(fold::is_folded(word), "{RULES}: not in folded form: {word:?}");
                    *by_word.entry(fold::number_of(word)).or_default() |= 1u32 << at;
                }
            }
            _ => panic!("{RULES}: {sort:?} is no word, and not one table or class"),
        }
    }
    (by_table, by_word)
}

/// `place_units` as a name of a type.
fn camel(name: &str) -> String {
    name.split('_').map(|part| part[..1].to_uppercase() + &part[1..]).collect()
}

/// The columns that can be read: a module a table, a constant a column, an enumeration for each that has flags or choices.
fn columns(tables: &[Source]) -> String {
    let mut out = String::new();
    // the types of the analysis and the words that stand for their values
    let mut types: BTreeMap<&str, &[String]> = BTreeMap::new();
    for table in tables {
        writeln!(out, "/// Columns of `{}.tsv`.\npub(crate) mod {} {{", table.name, table.name)
            .expect("writing to a string");
        for (at, (header, marks)) in table.header.iter().zip(&table.marks).enumerate() {
            let (name, kind) = header.trim_start_matches('*').split_once(':').unwrap_or((header, ""));
            let name = name.trim_start_matches('*');
            let shared = kind.strip_prefix("one of ");
            if let Some(of) = shared {
                let words = types.entry(of).or_insert(marks);
                assert_eq!(words, marks, "{}.tsv: {header} has other words than a column of the same type", table.name);
            }
            let value = shared.map_or_else(|| camel(name), |of| format!("crate::analysis::{of}"));
            let of = match kind.split(' ').next() {
                _ if name.starts_with('~') && marks.is_empty() => continue,
                Some("number") => "Number".to_string(),
                Some("rows") => "Numbers".to_string(),
                Some("words") => "Words".to_string(),
                Some("flags") => format!("Flags<{value}>"),
                Some("one") => format!("Choice<{value}>"),
                _ => "Text".to_string(),
            };
            writeln!(out, "    /// `{header}`").expect("writing to a string");
            let read = of.split('<').next().expect("a name");
            writeln!(
                out,
                "    pub(crate) const {}: super::{of} = super::{read}(super::Place::new(super::Table::{}, {at}){});",
                name.to_uppercase(),
                camel(&table.name),
                if of.ends_with('>') { ", std::marker::PhantomData" } else { "" },
            )
            .expect("writing to a string");
            if of.ends_with('>') && shared.is_none() {
                let variants: Vec<String> =
                    marks.iter().map(|mark| format!("        /// `{mark}`\n        {},\n", camel(mark))).collect();
                writeln!(
                    out,
                    "    /// What a cell of `{name}` may say.\n    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]\n    pub(crate) enum {value} {{\n{}    }}\n    {}",
                    variants.concat(),
                    mark(&value, marks),
                )
                .expect("writing to a string");
            }
        }
        out.push_str("}\n");
    }
    out.extend(types.iter().map(|(of, marks)| mark(&format!("crate::analysis::{of}"), marks)));
    out
}

/// The words of a column as values of a type.
fn mark(value: &str, marks: &[String]) -> String {
    let all: Vec<String> = marks.iter().map(|mark| format!("Self::{}", camel(mark))).collect();
    format!(
        "impl crate::lexicon::columns::Mark for {value} {{\n    const ALL: &'static [Self] = &[{}];\n}}\n",
        all.join(", ")
    )
}

/// The enumeration of tables.
fn list(tables: &[Source]) -> String {
    let mut out = String::from("/// A table of the lexicon, named after its file.\n");
    out.push_str("#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]\n#[repr(u8)]\npub(crate) enum Table {\n");
    for table in tables {
        writeln!(out, "    /// `{}.tsv`", table.name).expect("writing to a string");
        writeln!(out, "    {},", camel(&table.name)).expect("writing to a string");
    }
    out.push_str("}\n\n/// Every table, in the order of the file.\npub(crate) const TABLES: &[Table] = &[\n");
    for table in tables {
        writeln!(out, "    Table::{},", camel(&table.name)).expect("writing to a string");
    }
    out.push_str("];\n");
    out
}

/// The words stored first: half of all words are among so many, and packing is good at bytes that repeat.
const FREQUENT: usize = 256;

/// What is stored of a column.
struct Column<'a> {
    name: &'a str,
    /// Its cell in each row.
    cells: Vec<&'a str>,
    /// The forms of each row that are stored as words.
    forms: Vec<Vec<Vec<String>>>,
    /// For names after another table: which of the rows that went into this one has the name, from 1; 0 for none.
    heirs: Vec<u8>,
}

impl<'a> Column<'a> {
    fn new(tables: &'a [Source], table: &'a Source, at: usize) -> Self {
        let name = table.header[at].as_str();
        let cells: Vec<&str> = table.rows.iter().map(|row| row.get(at).map_or("", String::as_str)).collect();
        let heirs = name.split_once(":title of ").map_or_else(Vec::new, |(_, of)| heirs(tables, table, of, &cells));
        let forms = match () {
            () if name.contains(":title") => cells
                .iter()
                .enumerate()
                .map(|(row, cell)| {
                    let stored = is_given_back(cell) && heirs.get(row).is_none_or(|&heir| heir == 0);
                    if stored { vec![fold::folded_words(cell)] } else { Vec::new() }
                })
                .collect(),
            () if name.starts_with('~') || name.ends_with(":words") => {
                let forms = |cell: &&str| cell.split('|').filter(|f| !f.is_empty()).map(fold::folded_words).collect();
                cells.iter().map(forms).collect()
            }
            () => Vec::new(),
        };
        Self { name, cells, forms, heirs }
    }

    fn is_matched(&self) -> bool {
        self.name.starts_with(['*', '~'])
    }

    fn is_title(&self) -> bool {
        self.name.contains(":title")
    }

    /// The few values of a column of many rows, sorted, where it is one.
    fn closed(&self) -> Option<Vec<&'a str>> {
        let values: BTreeSet<&str> = self.cells.iter().copied().collect();
        (values.len() * 3 < self.cells.len() && values.len() <= 255).then(|| values.into_iter().collect())
    }

    /// The length of each form, with the high bit in the last of its row; 0x80 for a row without. Of names the lengths alone.
    fn lengths(&self, out: &mut Vec<u8>) {
        for row in &self.forms {
            if row.is_empty() && !self.is_title() {
                out.push(0x80);
            }
            for (i, form) in row.iter().enumerate() {
                assert!((1..0x80).contains(&form.len()), "{}: a form of {} words", self.name, form.len());
                out.push(form.len() as u8 | if i + 1 == row.len() && !self.is_title() { 0x80 } else { 0 });
            }
        }
    }

    /// Adds the column to the streams; gives its kind (see [`Streams`]).
    fn pack(&self, tables: &[Source], streams: &mut Streams) -> u8 {
        let number =
            |cell: &str| -> i64 { cell.parse().unwrap_or_else(|_| panic!("{}: no number: {cell:?}", self.name)) };
        let mut last = 0;
        let text = |out: &mut Vec<u8>, cell: &str| {
            out.extend(cell.as_bytes());
            out.push(b'\n');
        };
        if self.name.ends_with(":number") {
            for cell in &self.cells {
                zigzag(&mut streams[1], number(cell) - last);
                last = number(cell);
            }
            1
        } else if let Some((_, of)) = self.name.split_once(":rows of ") {
            let rows = rows_by_code(tables, of);
            // like beside like packs best: first how many, then which
            streams[2].extend(self.cells.iter().map(|cell| codes(cell).count() as u8));
            for row in self.cells.iter().flat_map(|cell| codes(cell)).map(|code| rows[&code]) {
                zigzag(&mut streams[2], row - last);
                last = row;
            }
            2
        } else if self.is_title() {
            for cell in &self.cells {
                text(&mut streams[3], if is_given_back(cell) { "" } else { cell });
            }
            self.lengths(&mut streams[4]);
            let Some((_, of)) = self.name.split_once(":title of ") else { return 3 };
            streams[3].push(tables.iter().position(|table| table.name == of).expect("the table of before") as u8);
            streams[3].extend(&self.heirs);
            8
        } else if !self.forms.is_empty() {
            self.lengths(&mut streams[4]);
            if self.is_matched() { 4 } else { 7 }
        } else if self.is_matched() {
            self.cells.iter().for_each(|cell| text(&mut streams[6], cell));
            6
        } else if let Some(values) = self.closed() {
            streams[5].push(values.len() as u8);
            for value in &values {
                text(&mut streams[5], value);
            }
            let position = |cell: &&str| values.iter().position(|value| value == cell).expect("one of them") as u8;
            streams[5].extend(self.cells.iter().map(position));
            5
        } else {
            self.cells.iter().for_each(|cell| text(&mut streams[0], cell));
            0
        }
    }
}

/// By kind what the columns hold, one after another, as like beside like packs best: 0 text with a line a row; 1 numbers;
/// 2 lists: how many in each row, then which; 3 names: text with an empty line where words give the name; 4 the lengths of
/// forms stored as words; 5 one of few values: their number, a line each, and for each row which; 6 text whose forms are
/// found. Columns of kind 7 are words that are read, not found; of 8 names with heirs: behind the text a table and for each
/// row which of that table's rows merged into it gives the name, from 1.
type Streams = [Vec<u8>; 7];

/// Sections one after another, each with its length before it.
fn pack(tables: &[Source]) -> Vec<u8> {
    let columns: Vec<Vec<Column>> =
        tables.iter().map(|t| (0..t.header.len()).map(|at| Column::new(tables, t, at)).collect()).collect();
    let stored: Vec<&str> = columns
        .iter()
        .flatten()
        .flat_map(|column| column.forms.iter().flatten().flatten().map(String::as_str))
        .collect();
    let vocabulary = vocabulary(&stored);
    let index: HashMap<&str, u16> = vocabulary.iter().zip(1..).map(|(&word, i)| (word, i)).collect();
    let (words, edges) = sizes(tables);
    let (mut head, mut streams) = (Vec::new(), Streams::default());
    for (table, columns) in tables.iter().zip(&columns) {
        varint(&mut head, table.rows.len() as u32);
        head.push(columns.len() as u8);
        head.extend(columns.iter().map(|column| column.pack(tables, &mut streams)));
    }
    let mut out = Vec::new();
    out.extend((words as u32).to_le_bytes());
    out.extend((edges as u32).to_le_bytes());
    let mut section = |bytes: &[u8]| {
        out.extend((bytes.len() as u32).to_le_bytes());
        out.extend(bytes);
    };
    let (mut words, mut last) = (Vec::new(), "");
    for word in vocabulary {
        let same = word.bytes().zip(last.bytes()).take_while(|(a, b)| a == b).count();
        // a control character stands between words, too
        assert!(same < 0x20, "a long word: {word}");
        words.push(same as u8);
        words.extend(&word.as_bytes()[same..]);
        last = word;
    }
    section(&head);
    section(&words);
    for kind in [6, 0, 5, 3, 4] {
        section(&streams[kind]);
    }
    section(&stored.iter().flat_map(|word| index[word].to_be_bytes()).collect::<Vec<_>>());
    section(&streams[1]);
    section(&streams[2]);
    out
}

/// The stored words, each once: the frequent ones first, both parts in order.
fn vocabulary<'a>(stored: &[&'a str]) -> Vec<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in stored {
        *counts.entry(word).or_default() += 1;
    }
    let mut words: Vec<(&str, usize)> = counts.into_iter().collect();
    words.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    let frequent = FREQUENT.min(words.len());
    words[..frequent].sort_unstable();
    words[frequent..].sort_unstable();
    words.into_iter().map(|(word, _)| word).collect()
}

/// How many words and how many nodes beside the root the trie over all forms has.
fn sizes(tables: &[Source]) -> (usize, usize) {
    let mut words: BTreeSet<String> = BTreeSet::new();
    let mut nodes: BTreeSet<Vec<String>> = BTreeSet::new();
    for table in tables {
        for (name, cell) in table.rows.iter().flat_map(|row| table.header.iter().zip(row)) {
            let matched = name.starts_with(['*', '~']);
            if !matched && !name.ends_with(":words") {
                continue;
            }
            for form in cell.split('|').filter(|f| !f.is_empty()).map(fold::folded_words) {
                // how far a form reaches back is stored in a byte
                assert!(form.len() < 256, "{}.tsv: a form of {} words", table.name, form.len());
                words.extend(form.iter().cloned());
                nodes.extend((1..=form.len()).filter(|_| matched).map(|end| form[..end].to_vec()));
            }
        }
    }
    let mut numbers: HashMap<u32, &String> = HashMap::new();
    for word in &words {
        if let Some(other) = numbers.insert(fold::number_of(word), word) {
            panic!("the words {word:?} and {other:?} have one number: choose another hash");
        }
    }
    // an edge is known by 16 bits of its node and 16 of its word
    assert!(words.len().max(nodes.len()) < 1 << 16, "{} words, {} nodes", words.len(), nodes.len());
    (words.len(), nodes.len())
}

/// A name that its folded words give back.
fn is_given_back(cell: &str) -> bool {
    fold::titled(fold::folded_words(cell).iter().map(String::as_str)) == cell
}

fn codes(cell: &str) -> impl Iterator<Item = i64> {
    cell.split('|').filter(|code| !code.is_empty()).map(|code| code.parse().expect("a code"))
}

fn table_of<'a>(tables: &'a [Source], name: &str) -> &'a Source {
    tables.iter().find(|table| table.name == name).unwrap_or_else(|| panic!("no table {name}"))
}

fn column_of(table: &Source, is: impl Fn(&str) -> bool) -> usize {
    table.header.iter().position(|name| is(name)).unwrap_or_else(|| panic!("{}.tsv: a column is missing", table.name))
}

/// The rows of a table by their code.
fn rows_by_code(tables: &[Source], table: &str) -> HashMap<i64, i64> {
    let table = table_of(tables, table);
    let code = column_of(table, |name| name == "code:number");
    table.rows.iter().zip(0..).map(|(row, at)| (row[code].parse().expect("a code"), at)).collect()
}

/// For each name which of the rows of the other table that went into its row has it, from 1; 0 where none does.
fn heirs(tables: &[Source], table: &Source, of: &str, names: &[&str]) -> Vec<u8> {
    let before = table_of(tables, of);
    let list = format!(":rows of {}", table.name);
    let into = column_of(before, |name| name.ends_with(&list));
    let rows = rows_by_code(tables, &table.name);
    let mut merged = vec![Vec::new(); names.len()];
    for row in &before.rows {
        for code in row.get(into).map_or("", String::as_str).split('|').filter(|code| !code.is_empty()) {
            merged[rows[&code.parse::<i64>().expect("a code")] as usize].push(row[0].as_str());
        }
    }
    let heir = |(name, merged): (&&str, Vec<&str>)| match merged.iter().position(|other| other == name) {
        Some(at) if is_given_back(name) => u8::try_from(at + 1).unwrap_or(0),
        _ => 0,
    };
    names.iter().zip(merged).map(heir).collect()
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
