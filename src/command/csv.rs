//! Tables of one article as comma-separated values (RFC 4180), for whoever works in a spreadsheet, R or Python.
//!
//! Columns have English names that stay; positions are UTF-16 code units, as in the JSON. Written by hand: a library for
//! CSV knows neither formulas nor separators beside its own.

use langkinh::Analysis;
use langkinh::analysis::{Entity, Index, Kind};
use serde::Serialize;

/// A table that can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// A row for each post of each person, one for a person without posts.
    People,
    /// A row for each document.
    Documents,
    /// A row for each mention of anything.
    Mentions,
}

impl Table {
    pub const ALL: [Table; 3] = [Table::People, Table::Documents, Table::Mentions];

    /// The name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Table::People => "people",
            Table::Documents => "documents",
            Table::Mentions => "mentions",
        }
    }

    const fn columns(self) -> &'static [&'static str] {
        match self {
            Table::People => &[
                "file", "person", "post", "head", "body", "place", "unit", "province", "status", "change", "date",
                "credit", "mentions", "text", "start", "end",
            ],
            Table::Documents => &[
                "file",
                "name",
                "type",
                "number",
                "symbol",
                "issuer",
                "date",
                "title",
                "known_symbol",
                "known_date",
                "known_issuer",
                "known_subject",
                "mentions",
                "text",
                "start",
                "end",
            ],
            Table::Mentions => &["file", "id", "kind", "text", "start", "end", "parent", "record", "name", "rule"],
        }
    }

    /// The first row.
    pub fn write_header(self, out: &mut Vec<u8>) {
        row(out, self.columns().iter().map(|&column| Cell::from(column)));
    }

    /// The rows of one article.
    pub fn write(self, file: &str, text: &str, analysis: &Analysis, out: &mut Vec<u8>) {
        let article = Article { file, analysis, slices: Slices::of(text, analysis) };
        match self {
            Table::People => article.people(out),
            Table::Documents => article.documents(out),
            Table::Mentions => article.mentions(out),
        }
    }
}

struct Article<'a> {
    file: &'a str,
    analysis: &'a Analysis,
    slices: Slices<'a>,
}

impl Article<'_> {
    fn people(&self, out: &mut Vec<u8>) {
        let Analysis { people, roles, organizations, places, .. } = self.analysis;
        for person in people {
            let start: [Cell; 2] = [self.file.into(), person.name[..].into()];
            let credit = Cell::key(person.credit);
            let mentions = Cell::from(person.mentions.len());
            for holding in &person.roles {
                let role = &roles[holding.role as usize];
                let body = role.organization.map(|at| &organizations[at as usize]);
                let place = role.place.or(body.and_then(|body| body.place)).map(|at| &places[at as usize]);
                let post: [Cell; 9] = [
                    holding.title[..].into(),
                    role.head[..].into(),
                    body.map(|body| &body.name[..]).into(),
                    place.map(|place| &place.name[..]).into(),
                    place.and_then(|place| place.unit.as_deref()).into(),
                    place.and_then(|place| place.province.as_deref()).into(),
                    Cell::key(holding.status),
                    Cell::key(holding.change),
                    holding.date.as_deref().into(),
                ];
                let at = self.place(holding.evidence.first().or(person.mentions.first()));
                row(out, start.clone().into_iter().chain(post).chain([credit.clone(), mentions.clone()]).chain(at));
            }
            if person.roles.is_empty() {
                let nothing = [const { Cell::Empty }; 9];
                let at = self.place(person.mentions.first());
                row(out, start.into_iter().chain(nothing).chain([credit, mentions]).chain(at));
            }
        }
    }

    fn documents(&self, out: &mut Vec<u8>) {
        for document in &self.analysis.documents {
            let known = document.known.as_ref();
            let cells: [Cell; 13] = [
                self.file.into(),
                document.name[..].into(),
                document.kind[..].into(),
                document.number.as_deref().into(),
                document.symbol.as_deref().into(),
                document.issuer.as_deref().into(),
                document.date.as_deref().into(),
                document.title.as_deref().into(),
                known.map(|known| &known.symbol[..]).into(),
                known.map(|known| &known.date[..]).into(),
                known.map(|known| &known.issuer[..]).into(),
                known.map(|known| &known.subject[..]).into(),
                document.mentions.len().into(),
            ];
            row(out, cells.into_iter().chain(self.place(document.mentions.first())));
        }
    }

    fn mentions(&self, out: &mut Vec<u8>) {
        for entity in &self.analysis.entities {
            let cells: [Cell; 10] = [
                self.file.into(),
                entity.id.into(),
                entity.kind.name().into(),
                self.slices.words(entity).into(),
                entity.start.into(),
                entity.end.into(),
                entity.parent.into(),
                entity.record.into(),
                self.name(entity).into(),
                entity.rule.into(),
            ];
            row(out, cells);
        }
    }

    /// Words, start and end of a mention.
    fn place(&self, id: Option<&Index>) -> [Cell<'_>; 3] {
        let Some(entity) = id.and_then(|&id| self.analysis.entities.get(id as usize)) else {
            return [const { Cell::Empty }; 3];
        };
        [self.slices.words(entity).into(), entity.start.into(), entity.end.into()]
    }

    /// What a mention's record is called; for times, quantities and quotations there is nothing to call.
    fn name(&self, entity: &Entity) -> Option<&str> {
        let at = entity.record as usize;
        let a = self.analysis;
        Some(match entity.kind {
            Kind::Person => &a.people[at].name,
            Kind::Role => &a.roles[at].title,
            Kind::Organization => &a.organizations[at].name,
            Kind::Place => &a.places[at].name,
            Kind::Document => &a.documents[at].name,
            Kind::Event => &a.events[at].name,
            Kind::Abbreviation => &a.abbreviations[at].long,
            Kind::Time => return a.times[at].value.as_deref(),
            Kind::Quantity | Kind::Quote => return None,
        })
    }
}

/// Finds stretches in UTF-16 code units in a text of UTF-8, after one walk over it.
struct Slices<'a> {
    text: &'a str,
    /// Pairs of both kinds of offset, in order, for every end of an entity.
    offsets: Vec<(u32, usize)>,
}

impl<'a> Slices<'a> {
    fn of(text: &'a str, analysis: &Analysis) -> Self {
        let mut wanted: Vec<u32> = analysis.entities.iter().flat_map(|e| [e.start, e.end]).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let mut wanted = wanted.into_iter().peekable();
        let mut offsets = Vec::with_capacity(wanted.len());
        let mut at16 = 0;
        for (at8, c) in text.char_indices().chain([(text.len(), '\0')]) {
            if let Some(offset) = wanted.next_if_eq(&at16) {
                offsets.push((offset, at8));
            }
            at16 += c.len_utf16() as u32;
        }
        Self { text, offsets }
    }

    fn words(&self, entity: &Entity) -> &'a str {
        let at = |offset| self.offsets.binary_search_by_key(&offset, |&(at16, _)| at16).map(|i| self.offsets[i].1);
        match (at(entity.start), at(entity.end)) {
            (Ok(start), Ok(end)) => &self.text[start..end],
            _ => "",
        }
    }
}

/// A cell of a row.
#[derive(Clone)]
enum Cell<'a> {
    Empty,
    Number(u64),
    Text(&'a str),
    Key(String),
}

impl Cell<'_> {
    /// A value out of a closed set, as JSON names it.
    fn key(value: Option<impl Serialize>) -> Self {
        match value.and_then(|value| serde_json::to_value(value).ok()) {
            Some(serde_json::Value::String(key)) => Self::Key(key),
            _ => Self::Empty,
        }
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Cell<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Cell<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl<'a, T: Into<Cell<'a>>> From<Option<T>> for Cell<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

fn row<'a>(out: &mut Vec<u8>, cells: impl IntoIterator<Item = Cell<'a>>) {
    for (i, cell) in cells.into_iter().enumerate() {
        if i > 0 {
            out.push(b',');
        }
        match cell {
            Cell::Empty => {}
            Cell::Number(number) => out.extend(number.to_string().bytes()),
            Cell::Text(text) => write_text(text, out),
            Cell::Key(key) => write_text(&key, out),
        }
    }
    out.extend(b"\r\n");
}

/// What begins a formula in Excel, LibreOffice and Google Sheets: OWASP's list, and the full-width forms.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
/// What begins a new cell where a program takes another separator, or splits lines within quotation marks.
const SEPARATORS: [char; 6] = [',', ';', '|', '\t', '\r', '\n'];

/// Quotes a text where it has to be, and puts an apostrophe before what would be read as a formula: at the start of the
/// text or behind a separator, behind white space and quotation marks too. The page does the same (`www/export/csv.js`).
fn write_text(text: &str, out: &mut Vec<u8>) {
    let is_quoted = text.contains(SEPARATORS) || text.contains('"');
    if is_quoted {
        out.push(b'"');
    }
    // white space before a formula may be dropped by whoever reads it
    if text.starts_with(['\t', '\r', '\n']) || begins_formula(text) {
        out.push(b'\'');
    }
    for (at, c) in text.char_indices() {
        if c == '"' {
            out.push(b'"');
        }
        out.extend(c.encode_utf8(&mut [0; 4]).bytes());
        if SEPARATORS.contains(&c) && begins_formula(&text[at + 1..]) {
            out.push(b'\'');
        }
    }
    if is_quoted {
        out.push(b'"');
    }
}

fn begins_formula(text: &str) -> bool {
    let passed_over = |c: char| matches!(c, '"' | '\'' | '\u{feff}') || c.is_whitespace() && !SEPARATORS.contains(&c);
    text.trim_start_matches(passed_over).starts_with(SIGNS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells() {
        for (text, written) in [
            ("", ""),
            ("Ban Tổ chức", "Ban Tổ chức"),
            ("a,b", "\"a,b\""),
            ("a;b", "\"a;b\""),
            ("a\tb", "\"a\tb\""),
            ("a\r\nb", "\"a\r\nb\""),
            ("“a” \"b\"", "\"“a” \"\"b\"\"\""),
            ("=1+1", "'=1+1"),
            (" \u{a0}-1", "' \u{a0}-1"),
            ("a|b", "\"a|b\""),
            ("a|@b", "\"a|'@b\""),
            ("\n1", "\"'\n1\""),
            ("＠a", "'＠a"),
            ("a-b=c", "a-b=c"),
            ("a;=1", "\"a;'=1\""),
            ("a, +1\n@b", "\"a,' +1\n'@b\""),
            ("\t=1", "\"'\t'=1\""),
            ("\"=1\"", "\"'\"\"=1\"\"\""),
            ("--1", "'--1"),
        ] {
            let mut out = Vec::new();
            write_text(text, &mut out);
            assert_eq!(String::from_utf8(out).unwrap(), written, "{text:?}");
        }
    }

    #[test]
    fn every_row_has_a_cell_for_each_column() {
        let text = "😀 Ông Nguyễn Văn A, Bí thư Tỉnh ủy Long An, và bà Trần Thị B nêu Nghị quyết số 18-NQ/TW.";
        let analysis = langkinh::analyze(text, &langkinh::Options::default());
        assert!(!analysis.people.is_empty() && !analysis.documents.is_empty());
        for table in Table::ALL {
            let mut out = Vec::new();
            table.write_header(&mut out);
            table.write("a", text, &analysis, &mut out);
            let out = String::from_utf8(out).unwrap();
            // no cell of this text is quoted but the whole of a post
            let widths = out
                .lines()
                .map(|line| line.split('"').step_by(2).map(|plain| plain.matches(',').count()).sum::<usize>());
            assert!(out.lines().count() > 1 && widths.clone().all(|n| n + 1 == table.columns().len()), "{out}");
        }
    }

    #[test]
    fn words_are_those_of_the_text() {
        let text = "😀 Ông Nguyễn Văn A, Bí thư Tỉnh ủy Long A\u{301}n 😀";
        let analysis = langkinh::analyze(text, &langkinh::Options::default());
        let slices = Slices::of(text, &analysis);
        let units: Vec<u16> = text.encode_utf16().collect();
        for entity in &analysis.entities {
            let words = String::from_utf16(&units[entity.start as usize..entity.end as usize]).unwrap();
            assert_eq!(slices.words(entity), words);
        }
    }
}
