//! Reads the binary form of the tables and walks a text through them.
//!
//! `build.rs` writes the numbers of words and of edges of the trie (4 bytes each, little endian), then sections, each with
//! its length before it (4 bytes): of each table the number of rows and of columns and the kinds of these; of each word of
//! the vocabulary how many bytes it shares with the one before (under 32), then its other bytes; and what the columns hold,
//! by kind (told there). The lengths of forms have the high bit in the last of a row, 0x80 is a row without; their words
//! are two bytes each, from 1. The trie over all forms is made when it is first needed: as a list it would be three times
//! as large.

use super::{Hit, Hits};
use crate::order::sort_by_numbers;
use crate::text::fold::{number_of, titled};
use crate::text::{Token, tokens_of, words_of};
use crate::w;
use std::sync::{LazyLock, OnceLock};

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

struct Lexicon {
    /// Words by the numbers of their folded forms.
    words: Numbering,
    /// Nodes of the trie, the root is 0, by the node above and the word of the edge: 16 bits each.
    nodes: Numbering,
    /// For each node the last of the rows that end there, from 1.
    last: Vec<u32>,
    /// A row that ends at a node, and the one of the same node before it.
    ends: Vec<(Table, u32, u32)>,
    /// What the stored words are.
    vocabulary: Vec<String>,
    /// The words of all forms, one form after another.
    stream: Vec<u16>,
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
    Names {
        text: &'static str,
        starts: Vec<u32>,
        /// The table of the rows that went into those of this one, then for each row which of them gives the name.
        heirs: &'static [u8],
        /// The words that give the name; none where the text has it.
        names: Vec<Form>,
        titled: Vec<OnceLock<String>>,
    },
    /// Few values, where each begins, and which of them each cell has.
    Closed(&'static str, Vec<u32>, &'static [u8]),
    Numbers(Vec<u32>),
    Lists(Vec<u32>, Vec<u32>),
    /// The words of each cell.
    Words(Vec<Form>),
}

/// Where the words of a form stand in the stream.
#[derive(Clone, Copy, Default)]
struct Form {
    row: u32,
    start: u32,
    length: u32,
}

/// Numbers from 1 for keys that are not 0, in the order in which they come: open addressing over a table twice as large.
struct Numbering {
    slots: Vec<(u32, u16)>,
    count: u16,
}

impl Numbering {
    fn new(keys: u32) -> Self {
        Self { slots: vec![(0, 0); (keys as usize * 2).next_power_of_two()], count: 0 }
    }

    /// Where the key is, or would be.
    fn slot(&self, key: u32) -> usize {
        let mask = self.slots.len() - 1;
        // Knuth's multiplicative hash: the golden ratio spreads keys that count up
        let mut at = (key.wrapping_mul(0x9e37_79b1) >> 15) as usize & mask;
        while self.slots[at].0 != key && self.slots[at].0 != 0 {
            at = (at + 1) & mask;
        }
        at
    }

    /// The number of a key; 0 where it has none.
    fn get(&self, key: u32) -> u16 {
        self.slots[self.slot(key)].1
    }

    fn enter(&mut self, key: u32) -> u16 {
        let at = self.slot(key);
        if self.slots[at].0 == 0 {
            self.count += 1;
            self.slots[at] = (key, self.count);
        }
        self.slots[at].1
    }
}

/// The key of an edge of the trie.
fn edge(node: u16, word: u16) -> u32 {
    u32::from(node) << 16 | u32::from(word)
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

    fn take(&mut self, length: usize) -> &'static [u8] {
        let (head, rest) = self.bytes.split_at(length);
        self.bytes = rest;
        head
    }

    fn section(&mut self) -> Reader {
        let length = self.u32() as usize;
        Reader { bytes: self.take(length) }
    }

    /// So many lines, and where each begins; one more at the end.
    fn lines(&mut self, count: u32) -> (&'static str, Vec<u32>) {
        let ends = self.bytes.iter().zip(1..).filter(|&(&b, _)| b == b'\n').map(|(_, end)| end);
        let starts: Vec<u32> = std::iter::once(0).chain(ends.take(count as usize)).collect();
        let text = self.take(starts[count as usize] as usize);
        (std::str::from_utf8(text).expect("the build script wrote text"), starts)
    }

    /// So many numbers, each stored as the difference to the one before.
    fn differences(&mut self, count: u32) -> Vec<u32> {
        let mut last = 0i64;
        let next = |_| {
            last += self.zigzag();
            last as u32
        };
        (0..count).map(next).collect()
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

/// What the columns hold, by kind: each takes its own from the front.
struct Streams {
    texts: Reader,
    plain: Reader,
    closed: Reader,
    names: Reader,
    lengths: Reader,
    numbers: Reader,
    lists: Reader,
    /// Where the next stored form begins.
    at: u32,
}

impl Streams {
    /// The next stored form, and whether it is the last of its row.
    fn form(&mut self, row: u32) -> (Form, bool) {
        let length = self.lengths.u8();
        let form = Form { row, start: self.at, length: u32::from(length & 0x7f) };
        self.at += form.length;
        (form, length >= 0x80)
    }

    /// The stored forms of so many rows.
    fn forms(&mut self, count: u32) -> Vec<Form> {
        let mut forms = Vec::new();
        for row in 0..count {
            let mut is_last = false;
            while !is_last {
                let form;
                (form, is_last) = self.form(row);
                forms.extend(Some(form).filter(|form| form.length > 0));
            }
        }
        forms
    }

    /// A column of lists of numbers: how long each is, then all of them.
    fn list_column(&mut self, count: u32) -> Column {
        let mut first = vec![0u32];
        for _ in 0..count {
            first.push(first[first.len() - 1] + u32::from(self.lists.u8()));
        }
        let numbers = self.lists.differences(first[count as usize]);
        Column::Lists(first, numbers)
    }
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut all = Reader { bytes: BYTES };
    let (words, edges) = (all.u32(), all.u32());
    let mut lexicon = Lexicon {
        words: Numbering::new(words),
        nodes: Numbering::new(edges),
        last: vec![0; edges as usize + 1],
        ends: Vec::new(),
        vocabulary: Vec::new(),
        stream: Vec::new(),
        tables: Vec::new(),
    };
    let mut head = all.section();
    let mut word: Vec<u8> = Vec::new();
    for stored in all.section().bytes.chunk_by(|_, &next| next >= 0x20) {
        word.truncate(usize::from(stored[0]));
        word.extend(&stored[1..]);
        let text = String::from_utf8(word.clone()).expect("the build script wrote text");
        lexicon.words.enter(number_of(&text));
        lexicon.vocabulary.push(text);
    }
    let (texts, plain, closed, names, lengths) =
        (all.section(), all.section(), all.section(), all.section(), all.section());
    lexicon.stream = all.section().bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    let mut streams =
        Streams { texts, plain, closed, names, lengths, numbers: all.section(), lists: all.section(), at: 0 };
    let mut found: Vec<Vec<Form>> = TABLES.iter().map(|_| lexicon.table(&mut head, &mut streams)).collect();
    for table in 0..TABLES.len() {
        lexicon.inherit(table, &mut found);
    }
    for (&table, mut forms) in TABLES.iter().zip(found) {
        sort_by_numbers(&mut forms, |form| [form.row.into(), 0]);
        for form in forms {
            lexicon.enter(table, form);
        }
    }
    lexicon
});

impl Lexicon {
    /// Adds a table; gives the forms that are found.
    fn table(&mut self, head: &mut Reader, streams: &mut Streams) -> Vec<Form> {
        let count = head.varint();
        let (mut columns, mut found) = (Vec::new(), Vec::new());
        for _ in 0..head.u8() {
            let kind = head.u8();
            columns.push(match kind {
                1 => Column::Numbers(streams.numbers.differences(count)),
                2 => streams.list_column(count),
                3 | 8 => self.names(kind == 8, count, streams, &mut found),
                4 | 7 => {
                    let mut forms = streams.forms(count);
                    if kind == 4 {
                        found.append(&mut forms);
                    }
                    Column::Words(forms)
                }
                5 => {
                    let values = u32::from(streams.closed.u8());
                    let (text, starts) = streams.closed.lines(values);
                    Column::Closed(text, starts, streams.closed.take(count as usize))
                }
                6 => {
                    let (text, starts) = streams.texts.lines(count);
                    self.forms_of(text, &mut found);
                    Column::Text(text, starts)
                }
                _ => {
                    let (text, starts) = streams.plain.lines(count);
                    Column::Text(text, starts)
                }
            });
        }
        let words = columns.iter().map(|_| OnceLock::new()).collect();
        self.tables.push(Rows { count, columns, words });
        found
    }

    /// A column of names; some of those that other rows went into are theirs. Adds their forms.
    fn names(&mut self, has_heirs: bool, count: u32, streams: &mut Streams, found: &mut Vec<Form>) -> Column {
        let (text, starts) = streams.names.lines(count);
        self.forms_of(text, found);
        let heirs = streams.names.take(if has_heirs { count as usize + 1 } else { 0 });
        let is_heir = |row: usize| heirs.get(row + 1).is_some_and(|&heir| heir != 0);
        let is_stored = |row: usize| starts[row] + 1 == starts[row + 1] && !is_heir(row);
        let form = |row| if is_stored(row as usize) { streams.form(row).0 } else { Form::default() };
        let names: Vec<Form> = (0..count).map(form).collect();
        found.extend(names.iter().filter(|form| form.length > 0));
        let titled = (0..count).map(|_| OnceLock::new()).collect();
        Column::Names { text, starts, heirs, names, titled }
    }

    /// The forms of a column of text, `|` between those of a row.
    fn forms_of(&mut self, text: &str, found: &mut Vec<Form>) {
        for line in tokens_of(text).chunk_by(|a, b| a.line == b.line) {
            for form in line.split(|token| token.word == w!("|")).filter(|form| !form.is_empty()) {
                found.push(Form { row: line[0].line, start: self.stream.len() as u32, length: form.len() as u32 });
                self.stream.extend(form.iter().map(|token| self.words.enter(token.word)));
            }
        }
    }

    /// Finds the words of the names that a row of another table has which went into theirs.
    fn inherit(&mut self, table: usize, found: &mut [Vec<Form>]) {
        let mut given = Vec::new();
        for column in &self.tables[table].columns {
            let Column::Names { heirs: [of, heirs @ ..], .. } = column else { continue };
            let before = &self.tables[usize::from(*of)];
            // the first form of a row is its name
            let mut names = vec![Form::default(); before.count as usize];
            for form in found[usize::from(*of)].iter().rev() {
                names[form.row as usize] = *form;
            }
            let mut merged = vec![0; heirs.len()];
            for column in &before.columns {
                let Column::Lists(first, into) = column else { continue };
                for (name, list) in names.iter().zip(first.windows(2)) {
                    for &row in &into[list[0] as usize..list[1] as usize] {
                        merged[row as usize] += 1;
                        if merged[row as usize] == heirs[row as usize] {
                            given.push(Form { row, ..*name });
                        }
                    }
                }
            }
        }
        for column in &mut self.tables[table].columns {
            let Column::Names { names, .. } = column else { continue };
            for form in &given {
                names[form.row as usize] = *form;
            }
        }
        found[table].append(&mut given);
    }

    /// The words of a stored form.
    fn spelled(&self, form: Form) -> impl Iterator<Item = &str> {
        let words = &self.stream[form.start as usize..(form.start + form.length) as usize];
        words.iter().map(|&word| self.vocabulary[usize::from(word) - 1].as_str())
    }

    /// Adds a form to the trie.
    fn enter(&mut self, table: Table, form: Form) {
        let words = &self.stream[form.start as usize..(form.start + form.length) as usize];
        let node = words.iter().fold(0, |node, &word| self.nodes.enter(edge(node, word)));
        let last = &mut self.last[usize::from(node)];
        // several spellings of a row can fold to one
        let known = last.checked_sub(1).is_some_and(|end| {
            let (other, row, _) = self.ends[end as usize];
            other == table && row == form.row
        });
        if !known {
            self.ends.push((table, form.row, *last));
            *last = self.ends.len() as u32;
        }
    }
}

fn line(text: &'static str, starts: &[u32], row: u32) -> &'static str {
    match (starts.get(row as usize), starts.get(row as usize + 1)) {
        (Some(&a), Some(&b)) => &text[a as usize..b as usize - 1],
        _ => "",
    }
}

fn column(table: Table, column: usize) -> &'static Column {
    &LEXICON.tables[table as usize].columns[column]
}

/// The cell of a row; empty where it has none, and in columns of words.
pub(super) fn cell(table: Table, row: u32, at: usize) -> &'static str {
    match column(table, at) {
        Column::Text(text, starts) => line(text, starts, row),
        Column::Closed(text, starts, cells) => {
            cells.get(row as usize).map_or("", |&value| line(text, starts, value.into()))
        }
        Column::Names { text, starts, names, titled: given, .. } => match names.get(row as usize) {
            Some(form) if form.length > 0 => given[row as usize].get_or_init(|| titled(LEXICON.spelled(*form))),
            _ => line(text, starts, row),
        },
        _ => "",
    }
}

/// The forms of a row in the first column of its table, as they are written.
pub(crate) fn first_forms(hit: &Hit) -> impl Iterator<Item = &'static str> {
    cell(hit.table, hit.row, 0).split('|')
}

/// The words of each form of a cell, `|` between forms; counted once for each cell that is asked for.
pub(super) fn words(table: Table, row: u32, at: usize) -> &'static [Vec<u32>] {
    let rows = &LEXICON.tables[table as usize];
    let cells = rows.words[at].get_or_init(|| (0..rows.count).map(|_| OnceLock::new()).collect());
    let forms = || match column(table, at) {
        Column::Words(forms) => {
            // in the order of their rows
            let from = forms.partition_point(|form| form.row < row);
            let forms = forms[from..].iter().take_while(|form| form.row == row);
            forms.map(|&form| LEXICON.spelled(form).map(number_of).collect()).collect()
        }
        _ => cell(table, row, at).split('|').filter(|form| !form.is_empty()).map(words_of).collect(),
    };
    cells.get(row as usize).map_or(&[], |words| words.get_or_init(forms))
}

/// The number in a column of numbers.
pub(super) fn number(table: Table, row: u32, at: usize) -> u32 {
    match column(table, at) {
        Column::Numbers(numbers) => numbers[row as usize],
        _ => 0,
    }
}

/// The numbers in a column of lists.
pub(super) fn numbers(table: Table, row: u32, at: usize) -> &'static [u32] {
    match column(table, at) {
        Column::Lists(first, numbers) => &numbers[first[row as usize] as usize..first[row as usize + 1] as usize],
        _ => &[],
    }
}

/// Number of rows of a table.
pub(crate) fn rows(table: Table) -> u32 {
    LEXICON.tables[table as usize].count
}

/// Walks every token's longest path from the root; forms are bounded, so the work is linear in the text.
pub(super) fn find(tokens: &[Token]) -> Hits {
    let l = &*LEXICON;
    let words: Vec<u16> = tokens.iter().map(|t| l.words.get(t.word)).collect();
    let (mut hits, mut first) = (Vec::with_capacity(tokens.len()), Vec::with_capacity(tokens.len() + 1));
    // where forms end on the way, and the last row of each end
    let mut way: Vec<(usize, u32)> = Vec::new();
    for start in 0..tokens.len() {
        first.push(hits.len() as u32);
        let (mut node, mut end) = (0, start);
        while end < tokens.len() && words[end] != 0 && tokens[end].cell == tokens[start].cell {
            node = l.nodes.get(edge(node, words[end]));
            if node == 0 {
                break;
            }
            end += 1;
            way.push((end, l.last[usize::from(node)]));
        }
        while let Some((end, mut last)) = way.pop() {
            while last != 0 {
                let (table, row, before) = l.ends[last as usize - 1];
                hits.push(Hit { start: start as u32, end: end as u32, table, row });
                last = before;
            }
        }
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
        let row_of = |table, code| (0..rows(table)).find(|&row| number(table, row, 2) == code);
        let row = row_of(Table::Communes, 4).expect("Ba Đình has the code 00004");
        assert_eq!(cell(Table::Communes, row, 0), "Ba Đình");
        assert_eq!(number(Table::Communes, row, 4), 1);
        let names: Vec<&str> = (0..rows(Table::Communes)).map(|row| cell(Table::Communes, row, 0)).collect();
        assert!(names.iter().all(|n| !n.is_empty()));
        assert!(["Ea H'Leo", "KDang", "Phố Bảng", "Sơn Kim 1"].iter().all(|n| names.contains(n)), "{names:?}");
        let before = row_of(Table::CommunesBefore, 1).expect("Phúc Xá had the code 00001");
        let into = numbers(Table::CommunesBefore, before, 5);
        assert_eq!(into.iter().map(|&row| number(Table::Communes, row, 2)).collect::<Vec<_>>(), [97]);
    }
}
