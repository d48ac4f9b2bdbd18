//! First version of the matcher: the tables are read when first needed.

use super::{Hit, Hits};
use crate::text::Token;
use std::collections::HashMap;
use std::sync::OnceLock;

macro_rules! tables {
    ($($name:ident $file:literal),* $(,)?) => {
        /// A table of the lexicon.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Table { $($name),* }
        const SOURCES: &[(Table, &str)] = &[$((Table::$name, include_str!(concat!("data/", $file)))),*];
    };
}

tables! {
    Provinces "provinces.tsv",
    Districts "districts.tsv",
    Communes "communes.tsv",
    Regions "regions.tsv",
    PlaceUnits "place_units.tsv",
    BodyHeads "body_heads.tsv",
    Fields "fields.tsv",
    FixedBodies "fixed_bodies.tsv",
    RoleHeads "role_heads.tsv",
    Honorifics "honorifics.tsv",
    NotPersons "not_persons.tsv",
    Surnames "surnames.tsv",
    DocTypes "doc_types.tsv",
    KeyDocuments "key_documents.tsv",
    Laws "laws.tsv",
    EventHeads "event_heads.tsv",
    ClauseWords "clause_words.tsv",
    Boilerplate "boilerplate.tsv",
    Newspapers "newspapers.tsv",
    PostLinks "post_links.tsv",
    Numerals "numerals.tsv",
    Units "units.tsv",
    Countables "countables.tsv",
    Comparisons "comparisons.tsv",
    Numbered "numbered.tsv",
    FunctionWords "function_words.tsv",
    LunarYears "lunar_years.tsv",
    Compounds "compounds.tsv",
    Formulas "formulas.tsv",
    Topics "topics.tsv",
    CommonSyllables "common_syllables.tsv",
    LightWords "light_words.tsv",
    QuoteHeads "quote_heads.tsv",
    SpeechVerbs "speech_verbs.tsv",
    Abbreviations "abbreviations.tsv",
}

struct Lexicon {
    tables: Vec<Vec<Vec<&'static str>>>,
    next: HashMap<(u32, u32), u32>,
    /// node -> (table, row)
    ends: HashMap<u32, Vec<(Table, u32)>>,
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let mut l = Lexicon { tables: vec![], next: HashMap::new(), ends: HashMap::new() };
        let mut nodes = 1;
        for &(table, source) in SOURCES {
            let mut lines = source.lines().filter(|l| !l.starts_with('#') && !l.is_empty());
            let header: Vec<&str> = lines.next().unwrap_or("").split('\t').collect();
            let mut rows = vec![];
            for (row, line) in lines.enumerate() {
                let cells: Vec<&'static str> = line.split('\t').collect();
                for (column, cell) in header.iter().zip(&cells) {
                    if column.starts_with('*') {
                        for form in cell.split('|').filter(|f| !f.is_empty()) {
                            let mut node = 0;
                            for word in words(form) {
                                node = *l.next.entry((node, word)).or_insert_with(|| {
                                    nodes += 1;
                                    nodes - 1
                                });
                            }
                            let ends = l.ends.entry(node).or_default();
                            if !ends.contains(&(table, row as u32)) {
                                ends.push((table, row as u32));
                            }
                        }
                    }
                }
                rows.push(cells);
            }
            l.tables.push(rows);
        }
        l
    })
}

fn words(form: &str) -> Vec<u32> {
    crate::text::words_of(form)
}

/// The cell of a row; empty where the row has none.
pub fn cell(table: Table, row: u32, column: usize) -> &'static str {
    lexicon().tables[table as usize][row as usize].get(column).copied().unwrap_or("")
}

/// Number of rows of a table.
pub fn rows(table: Table) -> u32 {
    lexicon().tables[table as usize].len() as u32
}

pub fn find(_clean: &str, tokens: &[Token]) -> Hits {
    let l = lexicon();
    let mut out = Hits::default();
    for start in 0..tokens.len() {
        out.first.push(out.hits.len() as u32);
        let from = out.hits.len();
        let mut node = 0;
        for end in start..tokens.len() {
            if tokens[end].line != tokens[start].line {
                break;
            }
            let Some(&next) = l.next.get(&(node, tokens[end].word)) else {
                break;
            };
            node = next;
            for &(table, row) in l.ends.get(&node).into_iter().flatten() {
                out.hits.push(Hit { start: start as u32, end: end as u32 + 1, table, row });
            }
        }
        out.hits[from..].reverse();
    }
    out.first.push(out.hits.len() as u32);
    out
}
