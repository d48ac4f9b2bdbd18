//! Reads the binary form of the tables and walks a text through them.
//!
//! `build.rs` writes sections, each with its length before it (4 bytes, little endian): the vocabulary (sorted
//! words, a line each); the trie breadth first, as the numbers of children of each node, the words of the edges
//! (differences within a node), the tables that end at each inner node and at each leaf (the last has the high bit, 0x7f is
//! none), and table by table the rows of these ends; then each table as columns. Children of one node
//! stand together, so an edge's position is its child's number less one. What is unpacked here is unpacked once.

use super::{Hit, Hits};
use crate::text::fold::{number_of, titled};
use crate::text::{Token, words_of};
use std::sync::{LazyLock, OnceLock};

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

/// No word of the vocabulary.
const UNKNOWN: u16 = u16::MAX;

struct Lexicon {
    vocabulary: Vocabulary,
    /// For each node where its edges begin; one more at the end.
    first_edge: Vec<u32>,
    /// The word of each edge; edge `e` leads to node `e + 1`.
    edge_word: Vec<u16>,
    /// For each node where its ends begin in `ends`; one more at the end.
    first_end: Vec<u32>,
    ends: Vec<(Table, u32)>,
    /// From the root by word: the node, 0 for none.
    from_root: Vec<u32>,
    tables: Vec<Rows>,
}

struct Rows {
    count: u32,
    columns: Vec<Column>,
    /// For each column the words of each cell, as far as somebody asked.
    words: Vec<OnceLock<Vec<Forms>>>,
}

/// The words of each form of a cell.
type Forms = OnceLock<Vec<Vec<u32>>>;

enum Column {
    /// Where each cell begins in the text; one more at the end.
    Text(&'static str, Vec<u32>),
    Names(Vec<String>),
    Numbers(Vec<u32>),
    Lists(Vec<u32>, Vec<u32>),
}

/// Words by their numbers: open addressing over a table twice as large.
struct Vocabulary {
    slots: Vec<(u32, u16)>,
}

impl Vocabulary {
    fn new(words: &str) -> Self {
        let count = words.lines().count();
        let size = (count * 2).next_power_of_two();
        let mut slots = vec![(0, UNKNOWN); size];
        for (i, word) in words.lines().enumerate() {
            let number = number_of(word);
            let mut at = number as usize & (size - 1);
            while slots[at].1 != UNKNOWN {
                at = (at + 1) & (size - 1);
            }
            slots[at] = (number, i as u16);
        }
        Self { slots }
    }

    fn get(&self, number: u32) -> u16 {
        let mask = self.slots.len() - 1;
        let mut at = number as usize & mask;
        while self.slots[at].1 != UNKNOWN && self.slots[at].0 != number {
            at = (at + 1) & mask;
        }
        self.slots[at].1
    }
}

/// Takes bytes from the front.
struct Reader {
    bytes: &'static [u8],
}

impl Reader {
    fn u32(&mut self) -> u32 {
        let (head, rest) = self.bytes.split_at(4);
        self.bytes = rest;
        u32::from_le_bytes([head[0], head[1], head[2], head[3]])
    }

    fn u8(&mut self) -> u8 {
        let (head, rest) = self.bytes.split_at(1);
        self.bytes = rest;
        head[0]
    }

    fn section(&mut self) -> Reader {
        let length = self.u32() as usize;
        let (head, rest) = self.bytes.split_at(length);
        self.bytes = rest;
        Reader { bytes: head }
    }

    fn text(self) -> &'static str {
        std::str::from_utf8(self.bytes).expect("the build script wrote text")
    }

    fn varint(&mut self) -> u32 {
        let (mut n, mut shift) = (0, 0);
        loop {
            let byte = self.u8();
            n |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return n;
            }
            shift += 7;
        }
    }

    fn zigzag(&mut self) -> i64 {
        let n = self.varint();
        i64::from(n >> 1) ^ -i64::from(n & 1)
    }
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut all = Reader { bytes: BYTES };
    let words = all.section().text();
    let vocabulary = Vocabulary::new(words);
    let (mut counts, mut edges, mut inner, mut leaves) = (all.section(), all.section(), all.section(), all.section());
    // the node above each node
    let mut parents = vec![0usize];
    let mut rows: Vec<(Reader, i64)> = TABLES.iter().map(|_| (all.section(), 0)).collect();
    let mut lexicon = Lexicon {
        first_edge: vec![0],
        edge_word: Vec::new(),
        first_end: vec![0],
        ends: Vec::new(),
        from_root: vec![0; words.lines().count()],
        tables: Vec::new(),
        vocabulary,
    };
    while !counts.bytes.is_empty() {
        let mut word = 0;
        let children = counts.varint();
        for _ in 0..children {
            word += edges.varint() as u16;
            lexicon.edge_word.push(word);
            parents.push(lexicon.first_edge.len() - 1);
        }
        let ends = if children == 0 { &mut leaves } else { &mut inner };
        loop {
            let byte = ends.u8();
            if byte == 0x7f {
                break;
            }
            let table = usize::from(byte & 0x7f);
            let (rows, last) = &mut rows[table];
            *last += rows.zigzag();
            lexicon.ends.push((TABLES[table], *last as u32));
            if byte >= 0x80 {
                break;
            }
        }
        lexicon.first_edge.push(lexicon.edge_word.len() as u32);
        lexicon.first_end.push(lexicon.ends.len() as u32);
    }
    for edge in 0..lexicon.first_edge[1] {
        lexicon.from_root[usize::from(lexicon.edge_word[edge as usize])] = edge + 1;
    }
    let vocabulary: Vec<&str> = words.lines().collect();
    for &name in TABLES {
        let table = table(all.section(), |cells| lexicon.names(name, &vocabulary, &parents, cells));
        lexicon.tables.push(table);
    }
    lexicon
});

impl Lexicon {
    /// A column of names: its cells, and where they are empty what the way to the end of the row says.
    fn names(&self, table: Table, vocabulary: &[&str], parents: &[usize], cells: &'static str) -> Vec<String> {
        let mut names: Vec<String> = cells.lines().map(str::to_string).collect();
        for node in 1..parents.len() {
            let ends = &self.ends[self.first_end[node] as usize..self.first_end[node + 1] as usize];
            for &(_, row) in ends.iter().filter(|end| end.0 == table) {
                if names[row as usize].is_empty() {
                    let way = std::iter::successors(Some(node), |&n| Some(parents[n]).filter(|&above| above != 0));
                    let words: Vec<&str> = way.map(|n| vocabulary[usize::from(self.edge_word[n - 1])]).collect();
                    names[row as usize] = titled(words.into_iter().rev());
                }
            }
        }
        names
    }
}

fn table(mut bytes: Reader, names: impl Fn(&'static str) -> Vec<String>) -> Rows {
    let count = bytes.u32();
    let mut columns = Vec::new();
    while !bytes.bytes.is_empty() {
        let kind = bytes.u8();
        let mut column = bytes.section();
        let mut last = 0i64;
        columns.push(match kind {
            1 => Column::Numbers(
                (0..count)
                    .map(|_| {
                        last += column.zigzag();
                        last as u32
                    })
                    .collect(),
            ),
            2 => {
                let (mut first, mut numbers) = (vec![0], Vec::new());
                for _ in 0..count {
                    for _ in 0..column.u8() {
                        last += column.zigzag();
                        numbers.push(last as u32);
                    }
                    first.push(numbers.len() as u32);
                }
                Column::Lists(first, numbers)
            }
            3 => Column::Names(names(column.text())),
            _ => {
                let text = column.text();
                let ends = text.bytes().enumerate().filter(|&(_, b)| b == b'\n').map(|(i, _)| i as u32 + 1);
                Column::Text(text, std::iter::once(0).chain(ends).collect())
            }
        });
    }
    let words = columns.iter().map(|_| OnceLock::new()).collect();
    Rows { count, columns, words }
}

fn column(table: Table, column: usize) -> &'static Column {
    &LEXICON.tables[table as usize].columns[column]
}

/// The cell of a row; empty where it has none, and in columns that are found only (`~`).
pub fn cell(table: Table, row: u32, at: usize) -> &'static str {
    match column(table, at) {
        Column::Text(text, starts) => match (starts.get(row as usize), starts.get(row as usize + 1)) {
            (Some(&a), Some(&b)) => &text[a as usize..b as usize - 1],
            _ => "",
        },
        Column::Names(names) => names.get(row as usize).map_or("", String::as_str),
        _ => "",
    }
}

/// The words of each form of a cell, `|` between forms; counted once for each cell that is asked for.
pub fn words(table: Table, row: u32, at: usize) -> &'static [Vec<u32>] {
    let rows = &LEXICON.tables[table as usize];
    let cells = rows.words[at].get_or_init(|| (0..rows.count).map(|_| OnceLock::new()).collect());
    let forms = || cell(table, row, at).split('|').filter(|form| !form.is_empty()).map(words_of).collect();
    cells.get(row as usize).map_or(&[], |words| words.get_or_init(forms))
}

/// The number in a column of numbers.
pub fn number(table: Table, row: u32, at: usize) -> u32 {
    match column(table, at) {
        Column::Numbers(numbers) => numbers[row as usize],
        _ => 0,
    }
}

/// The numbers in a column of lists.
pub fn numbers(table: Table, row: u32, at: usize) -> &'static [u32] {
    match column(table, at) {
        Column::Lists(first, numbers) => &numbers[first[row as usize] as usize..first[row as usize + 1] as usize],
        _ => &[],
    }
}

/// The row whose number in a column that ascends is this one.
pub fn row_of(table: Table, at: usize, wanted: u32) -> Option<u32> {
    match column(table, at) {
        Column::Numbers(numbers) => numbers.binary_search(&wanted).ok().map(|row| row as u32),
        _ => None,
    }
}

/// Number of rows of a table.
pub fn rows(table: Table) -> u32 {
    LEXICON.tables[table as usize].count
}

/// Walks every token's longest path from the root; forms are bounded, so the work is linear in the text.
pub fn find(tokens: &[Token]) -> Hits {
    let l = &*LEXICON;
    let words: Vec<u16> = tokens.iter().map(|t| l.vocabulary.get(t.word)).collect();
    let (mut hits, mut first) = (Vec::with_capacity(tokens.len()), Vec::with_capacity(tokens.len() + 1));
    for start in 0..tokens.len() {
        let from = hits.len();
        first.push(from as u32);
        if words[start] == UNKNOWN {
            continue;
        }
        let mut node = l.from_root[usize::from(words[start])] as usize;
        let mut end = start + 1;
        while node != 0 {
            let ends = &l.ends[l.first_end[node] as usize..l.first_end[node + 1] as usize];
            hits.extend(ends.iter().map(|&(table, row)| Hit { start: start as u32, end: end as u32, table, row }));
            if end == tokens.len() || words[end] == UNKNOWN || tokens[end].cell != tokens[start].cell {
                break;
            }
            let edges = l.first_edge[node] as usize..l.first_edge[node + 1] as usize;
            node = match l.edge_word[edges.clone()].binary_search(&words[end]) {
                Ok(at) => edges.start + at + 1,
                Err(_) => 0,
            };
            end += 1;
        }
        hits[from..].reverse();
    }
    first.push(hits.len() as u32);
    Hits::new(hits, first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_readable_form_is_found_where_it_stands() {
        let reading = crate::text::read("đồng chí Bí thư Tỉnh ủy Hậu Giang");
        let found = |word: usize, table: Table| reading.hits.longest(word, table).map(|h| h.end);
        assert_eq!(found(2, Table::RoleHeads), Some(4));
        assert_eq!(found(4, Table::BodyHeads), Some(6));
        assert_eq!(found(6, Table::Provinces), Some(8));
        assert_eq!(found(0, Table::RoleHeads), None);
    }

    #[test]
    fn hits_are_found_from_behind_and_from_within() {
        let reading = crate::text::read("đồng chí Bí thư Tỉnh ủy Hậu Giang\nBí thư");
        let all = |table: Table, hits: Vec<&Hit>| {
            hits.into_iter().filter(|h| h.table == table).map(|h| (h.start, h.end)).collect::<Vec<_>>()
        };
        let before = |at: usize, table: Table| all(table, reading.hits_before(at).collect());
        assert_eq!(before(4, Table::RoleHeads), [(2, 4)]);
        assert_eq!(before(2, Table::Honorifics), [(0, 2)]);
        assert_eq!(before(3, Table::RoleHeads), []);
        // a line ends what stands before it
        assert_eq!(before(8, Table::Provinces), []);
        assert!(all(Table::Provinces, reading.hits.ending(8).collect()).contains(&(6, 8)));
        assert_eq!(all(Table::RoleHeads, reading.hits.ending(10).collect()), [(8, 10)]);
        assert_eq!(all(Table::RoleHeads, reading.hits.across(3).collect()), [(2, 4)]);
        assert_eq!(all(Table::RoleHeads, reading.hits.across(2).collect()), []);
        assert_eq!(reading.hits.across(99).count() + reading.hits.ending(99).count(), 0);
    }

    #[test]
    fn forms_and_texts_are_cut_into_the_same_words() {
        for form in
            ["Phó Trưởng ban", "T.Ư Đảng", "Bà Rịa - Vũng Tàu", "KH&CN", "HĐND-UBND", "Ia H'Drai", "Uỷ ban", "QH15"]
        {
            let built: Vec<u32> = crate::text::fold::folded_words(form).iter().map(|w| number_of(w)).collect();
            assert_eq!(built, words_of(form), "{form}");
        }
    }

    #[test]
    fn columns_of_numbers_unpack() {
        let row = row_of(Table::Communes, 2, 4).expect("Ba Đình has the code 00004");
        assert_eq!(cell(Table::Communes, row, 0), "Ba Đình");
        assert_eq!(number(Table::Communes, row, 4), 1);
        let names: Vec<&str> = (0..rows(Table::Communes)).map(|row| cell(Table::Communes, row, 0)).collect();
        assert!(names.iter().all(|n| !n.is_empty()));
        assert!(["Ea H'Leo", "KDang", "Phố Bảng", "Sơn Kim 1"].iter().all(|n| names.contains(n)), "{names:?}");
        let before = row_of(Table::CommunesBefore, 2, 1).expect("Phúc Xá had the code 00001");
        assert_eq!(numbers(Table::CommunesBefore, before, 5), [97]);
    }
}
