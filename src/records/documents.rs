//! Documents: which wordings are one, who issued it when, and whether our table knows it.
//!
//! Two wordings with the same type and number are one document unless both have a symbol and the symbols differ; so
//! `Nghị quyết 18` takes up the `Nghị quyết số 18-NQ/TW` named before. Those without a number are one where their
//! words are.

use super::{Built, Context};
use crate::analysis::{Document, Index, Kind, KnownDocument, Signer};
use crate::entities::document::{Value, title};
use crate::entities::{Mention, Value as Any};
use crate::lexicon::columns::{doc_types, key_documents};
use crate::lexicon::{Class, Table, rows};
use crate::limits;
use crate::text::{Stretch, words_of};
use crate::w;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Who issued a document and when, as mentions of the article.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Around {
    /// Mention of the body or post that issued it.
    pub issuer: Option<usize>,
    /// Mention of its date.
    pub date: Option<usize>,
    /// Its title in quotation marks, or behind `về`.
    pub title: Option<Stretch>,
}

/// Groups the mentions of documents.
pub(super) fn build(context: &Context) -> Built<Document> {
    let around = around_all(context);
    let mut built: Built<Document> = Built::default();
    let mut by_symbol: HashMap<(Vec<u32>, Vec<u32>), u32> = HashMap::new();
    let mut by_number: HashMap<(Vec<u32>, Vec<u32>), u32> = HashMap::new();
    let mut by_name: HashMap<Vec<u32>, u32> = HashMap::new();
    let mut titles: HashMap<u32, Stretch> = HashMap::new();
    for (id, mention) in context.mentions(Kind::Document) {
        let Any::Document(value) = &mention.value else { continue };
        let text = |s: Option<Stretch>| s.map(|s| context.reading.text(s).to_string());
        let kind = context.cut.words(value.kind);
        let name = congress_key(context, mention, value).unwrap_or_else(|| plain_words(context, mention, value));
        let symbol = value.symbol.map(|s| (kind.clone(), folded(context, s)));
        let number = value.number.map(|n| (kind.clone(), folded(context, n)));
        let known = match (&symbol, &number) {
            (Some(s), Some(n)) => {
                by_symbol.get(s).or_else(|| by_number.get(n).filter(|&&r| built_has_no_symbol(&built, r)))
            }
            (None, Some(n)) => by_number.get(n),
            _ => by_name.get(&name),
        };
        let record = known.copied().unwrap_or_else(|| built.push(unnamed(value.kind)));
        if let Some(s) = symbol {
            by_symbol.entry(s).or_insert(record);
        }
        if let Some(n) = number {
            by_number.entry(n).or_insert(record);
        } else {
            by_name.entry(name).or_insert(record);
        }
        let Some(document) = built.join(id, record) else { continue };
        document.mentions.push(id as Index);
        document.number = document.number.take().or_else(|| text(value.number));
        document.symbol = document.symbol.take().or_else(|| text(value.symbol));
        let near = around.get(&id).copied().unwrap_or_default();
        let issuer = near.issuer.map(|m| context.records.mentions[m].at).or(value.issuer);
        document.issuer = document.issuer.take().or_else(|| text(issuer));
        document.date = document.date.take().or_else(|| near.date.and_then(|m| day_of(context, m)));
        document.title = document.title.take().or_else(|| text(near.title));
        if let Some(title) = near.title {
            titles.entry(record).or_insert(title);
        }
    }
    head_and_signature(context, &mut built);
    name(context, &mut built);
    known_titles(context, &mut built, &titles);
    built
}

/// A record of a type that nothing else is known of.
fn unnamed(kind: &str) -> Document {
    Document {
        name: String::new(),
        kind: kind.to_string(),
        number: None,
        symbol: None,
        issuer: None,
        date: None,
        title: None,
        superior: None,
        signer: None,
        known: None,
        mentions: Vec::new(),
    }
}

/// Gives every document its fullest wording, and what the table knows of it.
fn name(context: &Context, built: &mut Built<Document>) {
    for document in &mut built.records {
        let wordings = document.mentions.iter().map(|&id| context.records.mentions[id as usize].at);
        let fullest = wordings.max_by_key(|at| (at.len(), std::cmp::Reverse(at.start)));
        document.name = fullest.map(|at| context.reading.text(at).to_string()).unwrap_or_default();
        document.known = known(document);
    }
}

/// A title that the table has goes on past its commas: `về đột phá phát triển khoa học, công nghệ, …`.
fn known_titles(context: &Context, built: &mut Built<Document>, titles: &HashMap<u32, Stretch>) {
    for (&record, title) in titles {
        let Some(document) = built.at_mut(record) else { continue };
        let Some(known) = &document.known else { continue };
        let subject = words_of(&known.subject);
        if subject.len() > title.len() && context.reading.seq(title.start, &subject) {
            let whole = Stretch::new(title.start, title.start + subject.len());
            document.title = Some(context.reading.text(whole).to_string());
        }
    }
}

/// What head and signature tell of a document pasted whole: date, subject, issuer and its superior, who signed.
fn head_and_signature(context: &Context, built: &mut Built<Document>) {
    let Some(official) = &context.layout.official else { return };
    let records = context.records;
    let Some(head) = records.mention_at(Kind::Document, official.symbol) else { return };
    let Some(&(_, of)) = built.of.iter().find(|(id, _)| *id == head) else { return };
    let text = |at: Stretch| context.reading.text(at).to_string();
    let Some(document) = built.at_mut(of) else { return };
    document.date = document.date.take().or_else(|| context.layout.published_iso.clone());
    document.title = document.title.take().or_else(|| context.layout.title.map(text));
    // the issuer stands last above the symbol, its superior above it
    let mut above = context
        .mentions(Kind::Organization)
        .filter(|(_, m)| m.parent.is_none() && m.at.end <= official.symbol.start)
        .collect::<Vec<_>>();
    if let Some((_, issuer)) = above.pop() {
        document.issuer = document.issuer.take().or_else(|| Some(text(issuer.at)));
        document.superior = above.pop().map(|(id, _)| records.record_of[id]);
    }
    document.signer = context.layout.signature.map(|s| Signer {
        person: records.record_at(Kind::Person, s.name),
        role: s.post.and_then(|post| records.record_at(Kind::Role, post)),
        acting_for: s.acting_for,
    });
}

fn built_has_no_symbol(built: &Built<Document>, record: u32) -> bool {
    built.records.get(record as usize).is_some_and(|d| d.symbol.is_none())
}

fn folded(context: &Context, at: Stretch) -> Vec<u32> {
    context.reading[at.tokens()].iter().map(|t| t.word).collect()
}

/// A resolution named by its congress is one in whatever order the words stand: `Đại hội XI Đảng bộ tỉnh`, `Đại hội Đảng bộ
/// tỉnh lần thứ XI`.
fn congress_key(context: &Context, mention: &Mention, value: &Value) -> Option<Vec<u32>> {
    let mentions = &context.records.mentions;
    let from = mentions.partition_point(|m| m.at.start < mention.at.start);
    let within = mentions[from..].iter().take_while(|m| m.at.start < mention.at.end);
    let mut inside = within.filter(|m| m.kind == Kind::Event && mention.at.contains(m.at));
    let event = inside.find_map(|m| if let Any::Event(e) = &m.value { Some(e) } else { None })?;
    let (ordinal, body) = (event.ordinal?, event.body?);
    let mut key = context.cut.words(value.kind);
    key.push(ordinal);
    key.extend(folded(context, body));
    Some(key)
}

/// The words of a name, marks and `số` apart; a member of a list gets the type it shares.
fn plain_words(context: &Context, mention: &Mention, value: &Value) -> Vec<u32> {
    let words = context.reading[mention.at.tokens()].iter().filter(|t| !t.is_mark()).map(|t| t.word);
    let mut out = if value.shared { context.cut.words(value.kind) } else { Vec::new() };
    out.extend(words.filter(|&word| word != w!("số")));
    out
}

fn day_of(context: &Context, mention: usize) -> Option<String> {
    let record = context.records.record_of[mention] as usize;
    context.records.times.get(record)?.value.clone()
}

/// What stands around every mention of a document; those joined in a list share what stands behind the last.
pub(super) fn around_all(context: &Context) -> HashMap<usize, Around> {
    let documents: Vec<(usize, &Mention)> = context.mentions(Kind::Document).collect();
    let mut out: HashMap<usize, Around> = HashMap::new();
    for (i, &(id, mention)) in documents.iter().enumerate().rev() {
        let mut around = behind(context, mention.at);
        if around.issuer.is_none()
            && let Some((next, m)) = documents.iter().skip(i + 1).find(|(_, m)| m.at.start >= mention.at.end)
            && is_joint(context, mention.at.end, m.at.start)
            && may_share(context, mention, m)
        {
            around.issuer = out.get(next).and_then(|a: &Around| a.issuer).filter(|&i| is_alone(context, i));
        }
        around.issuer = around.issuer.or_else(|| before(context, mention.at));
        out.insert(id, around);
    }
    // `ban hành A; B`: the issuer named before the first issued them all
    for (i, &(id, mention)) in documents.iter().enumerate().skip(1) {
        let previous = documents.iter().take(i).rev().find(|(_, m)| m.at.end <= mention.at.start);
        if let Some((p, m)) = previous
            && is_joint(context, m.at.end, mention.at.start)
            && may_share(context, m, mention)
            && before(context, m.at).is_some()
            && let Some(issuer) = out.get(p).map(|a| a.issuer)
            && let Some(around) = out.get_mut(&id).filter(|a| a.issuer.is_none())
        {
            around.issuer = issuer;
        }
    }
    out
}

/// Whether two documents of a list may be of one issuer: laws have theirs, and so has each where the symbols end with two organs
/// (`Nghị định 168/2024/NĐ-CP, Thông tư 79/2024/TT-BCA của Bộ Công an`), or where one symbol alone says whose it is
/// (`Nghị quyết 198/2025/QH15 và Nghị quyết 138 của Chính phủ`).
fn may_share(context: &Context, one: &Mention, other: &Mention) -> bool {
    let reading = context.reading;
    let is_law = |m: &Mention| {
        let hit = reading.hits.longest(m.at.start, Table::DocTypes);
        hit.is_some_and(|h| doc_types::KIND.of(h.row).has(doc_types::Kind::Subject))
    };
    let organ = |m: &Mention| match &m.value {
        Any::Document(value) => {
            let letters = value.symbol?.tokens().rev().find(|&i| reading[i].is_word())?;
            Some(reading.word(letters))
        }
        _ => None,
    };
    organ(one) == organ(other) && !is_law(one) && !is_law(other)
}

/// No other body is joined to an issuer: of `A, B của Bộ Chính trị, Ban Bí thư` each may be of either.
fn is_alone(context: &Context, issuer: usize) -> bool {
    let end = context.records.mentions[issuer].at.end;
    let joint = [w!(","), w!("và")].contains(&context.reading.word(end));
    !joint || issuer_at(context, end + 1).is_none()
}

/// Only a comma, semicolon or `và` stands between, with `số` or a date at most.
fn is_joint(context: &Context, from: usize, to: usize) -> bool {
    let reading = context.reading;
    to >= from
        && to - from <= 2
        && reading.same_line(from.saturating_sub(1), to)
        && (from..to).all(|i| [w!(","), w!(";"), w!("và")].contains(&reading.word(i)))
        && to > from
}

/// Date, title and issuer behind a document: `, ngày 16/3/2021 của Ban …`, `“…” của …`, `do … ban hành`.
fn behind(context: &Context, at: Stretch) -> Around {
    let reading = context.reading;
    let mut around = Around::default();
    let mut i = at.end;
    for _ in 0..4 {
        if !reading.same_line(at.start, i) {
            break;
        }
        let skip = usize::from([w!(","), w!("(")].contains(&reading.word(i)));
        if let Some(date) = mention_at(context, Kind::Time, i + skip).filter(|_| around.date.is_none()) {
            let time = &context.records.times.get(context.records.record_of[date] as usize);
            if !time.is_some_and(|t| t.granularity == crate::analysis::Granularity::Day) {
                break;
            }
            around.date = Some(date);
            i = context.records.mentions[date].at.end;
            i += usize::from(reading.word(i) == w!(")"));
        } else if reading.word(i) == w!("\"") && around.title.is_none() {
            let Some(quote) = mention_at(context, Kind::Quote, i + 1) else { break };
            let inside = context.records.mentions[quote].at;
            around.title = Some(inside);
            i = inside.end + 1;
        } else if [w!("của"), w!("do")].contains(&reading.word(i)) {
            around.issuer = issuer_at(context, i + 1);
            if let Some(issuer) = around.issuer {
                i = context.records.mentions[issuer].at.end;
            } else {
                break;
            }
        } else if reading.word(i) == w!("về") && around.title.is_none() {
            around.title = subject(context, i);
            break;
        } else {
            break;
        }
    }
    around
}

/// `về kiểm soát quyền lực …` to the end of the clause; within sight.
fn subject(context: &Context, at: usize) -> Option<Stretch> {
    let reading = context.reading;
    let quoted = reading.word(at + 1) == w!("\"");
    if quoted {
        return mention_at(context, Kind::Quote, at + 2).map(|q| context.records.mentions[q].at);
    }
    // the dot of `TP.HCM` ends nothing
    let inside = |i: usize| reading.word(i) == w!(".") && reading.sentence_of(i).end > i + 2;
    // `Nghị quyết 68 về kinh tế tư nhân được cụ thể hóa …`; `về những điều đảng viên không được làm`
    let verb = |i: usize| Class::TellsOfSubject.has(reading.word(i)) && !Class::Denies.has(reading.word_before(i, 1));
    let mark = |i: usize| Class::EndsSubject.has(reading.word(i)) && !inside(i);
    let ends = |i: usize| i >= reading.tokens.len() || !reading.same_line(at, i) || mark(i) || verb(i);
    let clause = (at + 1..at + limits::SUBJECT).find(|&i| ends(i))?;
    // a comma of an enumeration that closes the clause: `về học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh`
    let goes_on = reading.same_line(at, clause) && verb(clause);
    let listed = |i: usize| {
        title::begins_pair(reading, at + 1, i)
            || !goes_on
                && reading.tokens.get(i + 1).is_some_and(|t| !t.is_capital())
                && title::enumerates(reading, i, clause)
    };
    let end = (at + 1..clause).find(|&i| reading.word(i) == w!(",") && !listed(i)).unwrap_or(clause);
    (end > at + 2).then_some(Stretch::new(at + 1, end))
}

fn mention_at(context: &Context, kind: Kind, token: usize) -> Option<usize> {
    let mentions = &context.records.mentions;
    let from = mentions.partition_point(|m| m.at.start < token);
    (from..mentions.len()).take_while(|&i| mentions[i].at.start == token).find(|&i| mentions[i].kind == kind)
}

/// The body or post that begins here; a post counts as such (`của Thủ tướng Chính phủ`).
fn issuer_at(context: &Context, token: usize) -> Option<usize> {
    mention_at(context, Kind::Role, token).or_else(|| mention_at(context, Kind::Organization, token))
}

/// `Tỉnh ủy … đã ban hành Đề án …`: the body before `ban hành`, in the same sentence.
fn before(context: &Context, at: Stretch) -> Option<usize> {
    let reading = context.reading;
    let issued = at.start.checked_sub(2)?;
    if !reading.seq(issued, &[w!("ban"), w!("hành")]) || !reading.same_line(issued, at.start) {
        return None;
    }
    let sentence = reading.sentence_of(issued);
    let mut end = issued;
    while end > sentence.start && Class::BeforeIssued.has(reading.word(end - 1)) {
        end -= 1;
    }
    let mentions = &context.records.mentions;
    let issuer = |kind: Kind| {
        (0..mentions.partition_point(|m| m.at.start < end))
            .rev()
            .take(12)
            .find(|&i| mentions[i].kind == kind && mentions[i].at.end == end)
    };
    issuer(Kind::Role).or_else(|| issuer(Kind::Organization)).map(|i| {
        // the outermost body that ends here
        (0..i).rev().take(4).rfind(|&j| mentions[j].at.end == end && mentions[j].kind == mentions[i].kind).unwrap_or(i)
    })
}

/// The rows of the table of known documents with a symbol: one for each term that has it.
pub(crate) fn rows_with_symbol(symbol: &str) -> &'static [u32] {
    static ROWS: LazyLock<HashMap<Vec<u32>, Vec<u32>>> = LazyLock::new(|| {
        let mut map: HashMap<Vec<u32>, Vec<u32>> = HashMap::new();
        for row in 0..rows(Table::KeyDocuments) {
            map.entry(words_of(key_documents::SYMBOL.of(row))).or_default().push(row);
        }
        map
    });
    ROWS.get(&words_of(symbol)).map_or(&[], Vec::as_slice)
}

/// What the table knows, only where type, symbol, and date or issuer agree; numbers restart each term, so a symbol
/// alone is not enough unless only one document of the table bears it and the issuer agrees.
fn known(document: &Document) -> Option<KnownDocument> {
    let rows = rows_with_symbol(document.symbol.as_deref()?);
    let agrees = |row: &&u32| {
        let same_type = words_of(key_documents::TYPE.of(**row)) == words_of(&document.kind);
        let issuer =
            document.issuer.as_deref().is_some_and(|i| words_of(i) == words_of(key_documents::ISSUER.of(**row)));
        match document.date.as_deref() {
            Some(date) => same_type && date == key_documents::DATE.of(**row),
            None => same_type && issuer,
        }
    };
    let mut fitting = rows.iter().filter(agrees);
    let (row, none) = (*fitting.next()?, fitting.next());
    none.is_none().then(|| KnownDocument {
        symbol: key_documents::SYMBOL.of(row).into(),
        date: key_documents::DATE.of(row).into(),
        issuer: key_documents::ISSUER.of(row).into(),
        subject: key_documents::SUBJECT.of(row).into(),
    })
}
