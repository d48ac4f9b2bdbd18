//! What holds for the analysis of any text. The property tests and the fuzzing ask it of texts that they draw.

use langkinh::analysis::{Analysis, Kind};
use langkinh::{Options, analyze};
use serde_json::Value;
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

/// The analysis without options.
pub fn analyzed(text: &str) -> Analysis {
    analyze(text, &Options::default())
}

/// Is `at` between two characters of a text, in UTF-16 code units?
fn boundaries(text: &str) -> Vec<bool> {
    let mut out = vec![true];
    for c in text.chars() {
        out.extend(std::iter::repeat_n(false, c.len_utf16() - 1));
        out.push(true);
    }
    out
}

/// Every `{"start": …, "end": …}` anywhere in an analysis.
fn spans(value: &Value, out: &mut Vec<(u64, u64)>) {
    match value {
        Value::Array(items) => items.iter().for_each(|v| spans(v, out)),
        Value::Object(fields) => {
            if let (Some(start), Some(end)) = (fields.get("start"), fields.get("end")) {
                out.push((start.as_u64().unwrap(), end.as_u64().unwrap()));
            }
            fields.values().for_each(|v| spans(v, out));
        }
        _ => {}
    }
}

fn spans_are_inside(text: &str, analysis: &Analysis) {
    let between = boundaries(text);
    let mut all = Vec::new();
    spans(&serde_json::to_value(analysis).unwrap(), &mut all);
    for (start, end) in all {
        assert!(start < end, "an empty span at {start}");
        assert!(between.get(start as usize) == Some(&true), "start {start} inside a character");
        assert!(between.get(end as usize) == Some(&true), "end {end} inside a character or out of the text");
    }
}

/// A line end ends whatever stands before it.
fn entities_keep_to_their_line(text: &str, analysis: &Analysis) {
    let units: Vec<u16> = text.encode_utf16().collect();
    for e in &analysis.entities {
        let words = String::from_utf16(&units[e.start as usize..e.end as usize]).unwrap();
        assert_eq!(words, words.trim(), "white space at the edge: {}", e.rule);
        assert!(!words.contains(['\n', '\r']), "across lines by {}: {words:?}", e.rule);
    }
}

fn entities_nest(analysis: &Analysis) {
    let order = |i: usize| {
        let e = &analysis.entities[i];
        (e.start, std::cmp::Reverse(e.end), e.kind)
    };
    let mut open: Vec<usize> = Vec::new();
    for (i, e) in analysis.entities.iter().enumerate() {
        assert_eq!(e.id as usize, i);
        assert!(i == 0 || order(i - 1) < order(i), "entities {} and {i} are not in order, or one twice", i - 1);
        while open.last().is_some_and(|&o| analysis.entities[o].end <= e.start) {
            open.pop();
        }
        let enclosing = open.last().copied();
        assert!(enclosing.is_none_or(|o| e.end <= analysis.entities[o].end), "entity {i} crosses {enclosing:?}");
        assert_eq!(e.parent, enclosing.map(|o| o as u32), "the parent of {i}");
        open.push(i);
    }
}

/// Every number that points somewhere points at something of the right kind.
fn references_hold(a: &Analysis) {
    let rows = |kind: Kind| match kind {
        Kind::Person => a.people.len(),
        Kind::Role => a.roles.len(),
        Kind::Organization => a.organizations.len(),
        Kind::Place => a.places.len(),
        Kind::Document => a.documents.len(),
        Kind::Event => a.events.len(),
        Kind::Time => a.times.len(),
        Kind::Quantity => a.quantities.len(),
        Kind::Quote => a.quotes.len(),
        Kind::Abbreviation => a.abbreviations.len(),
    };
    let row = |kind, i: u32| assert!((i as usize) < rows(kind), "no {kind:?} {i}");
    let maybe = |kind, i: Option<u32>| i.into_iter().for_each(|i| row(kind, i));
    let known = |ids: &[u32]| ids.iter().for_each(|&i| assert!((i as usize) < a.entities.len(), "no entity {i}"));
    // a mention belongs to the record that names it, and the record is where the mention says
    let mentions = |kind: Kind, record: usize, ids: &[u32]| {
        known(ids);
        assert!(ids.is_sorted_by(|x, y| x < y), "mentions of {kind:?} {record} are not in order");
        for &i in ids {
            let e = &a.entities[i as usize];
            assert_eq!((e.kind, e.record as usize), (kind, record), "entity {i}");
        }
    };
    for e in &a.entities {
        row(e.kind, e.record);
        assert!(!e.rule.is_empty());
    }
    for (i, p) in a.people.iter().enumerate() {
        mentions(Kind::Person, i, &p.mentions);
        for holding in &p.roles {
            row(Kind::Role, holding.role);
            known(&holding.evidence);
        }
    }
    for (i, r) in a.roles.iter().enumerate() {
        mentions(Kind::Role, i, &r.mentions);
        maybe(Kind::Organization, r.organization);
        maybe(Kind::Place, r.place);
        r.holders.iter().for_each(|&p| row(Kind::Person, p));
    }
    for (i, o) in a.organizations.iter().enumerate() {
        mentions(Kind::Organization, i, &o.mentions);
        maybe(Kind::Organization, o.parent);
        maybe(Kind::Place, o.place);
        let above = std::iter::successors(o.parent, |&p| a.organizations[p as usize].parent);
        let above: Vec<u32> = above.take(a.organizations.len() + 1).collect();
        assert!(!above.contains(&(i as u32)), "the body {:?} is above itself", o.name);
    }
    a.places.iter().enumerate().for_each(|(i, p)| mentions(Kind::Place, i, &p.mentions));
    a.documents.iter().enumerate().for_each(|(i, d)| mentions(Kind::Document, i, &d.mentions));
    for (i, e) in a.events.iter().enumerate() {
        mentions(Kind::Event, i, &e.mentions);
        maybe(Kind::Organization, e.organization);
        maybe(Kind::Place, e.place);
    }
    a.times.iter().enumerate().for_each(|(i, t)| mentions(Kind::Time, i, &[t.entity]));
    for (i, q) in a.quantities.iter().enumerate() {
        mentions(Kind::Quantity, i, &[q.entity]);
        maybe(Kind::Time, q.time);
        assert!(q.value.is_finite() && q.high.is_none_or(f64::is_finite));
    }
    a.quotes.iter().enumerate().for_each(|(i, q)| mentions(Kind::Quote, i, &[q.entity]));
    for abbreviation in &a.abbreviations {
        known(abbreviation.definition.as_slice());
    }
    for r in &a.relations {
        row(r.subject.kind, r.subject.record);
        row(r.object.kind, r.object.record);
        known(&r.evidence);
    }
    for (kind, count) in &a.metrics.entities {
        // the article only: chrome, captions and credits are not counted
        assert!(count.mentions as usize <= a.entities.iter().filter(|e| e.kind == *kind).count(), "{kind:?}");
        assert!(count.distinct <= count.mentions, "{kind:?}");
    }
}

/// What one record says of another, the other says of it.
fn records_agree(a: &Analysis) {
    for (p, person) in a.people.iter().enumerate() {
        for holding in &person.roles {
            let role = &a.roles[holding.role as usize];
            assert!(
                role.holders.contains(&(p as u32)),
                "{:?} holds {:?}, which does not know",
                person.name,
                role.title
            );
        }
    }
    for (r, role) in a.roles.iter().enumerate() {
        let mut holders = role.holders.clone();
        holders.dedup();
        assert_eq!(holders, role.holders, "a holder of {:?} twice", role.title);
        for &p in &role.holders {
            let person = &a.people[p as usize];
            let knows = person.roles.iter().any(|h| h.role as usize == r);
            assert!(knows, "{:?} is held by {:?}, who does not hold it", role.title, person.name);
        }
    }
    // a relation says what a record says, once
    let relations = serde_json::to_value(&a.relations).unwrap();
    let said: Vec<String> = relations.as_array().unwrap().iter().map(relation).collect();
    let mut once = said.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), said.len(), "a relation twice");
    let has = |what: String| assert!(said.contains(&what), "no relation {what}");
    for (i, o) in a.organizations.iter().enumerate() {
        o.parent.iter().for_each(|p| has(format!("organization {i} part_of organization {p}")));
    }
    for (i, p) in a.people.iter().enumerate() {
        p.roles.iter().for_each(|h| has(format!("person {i} holds role {}", h.role)));
    }
    // a person's list has a post for each of its wordings; the relation is told once
    let held = a.people.iter().zip(0..).flat_map(|(p, i)| p.roles.iter().map(move |h| (i, h.role)));
    let pairs: BTreeSet<(u32, u32)> = held.collect();
    assert_eq!(said.iter().filter(|r| r.contains(" holds ")).count(), pairs.len(), "who holds what");
}

/// `organization 1 part_of organization 0`.
fn relation(r: &Value) -> String {
    let text = |v: &Value| v.as_str().unwrap().to_string();
    let end = |v: &Value| format!("{} {}", text(&v["kind"]), v["record"]);
    format!("{} {} {}", end(&r["subject"]), text(&r["predicate"]), end(&r["object"]))
}

/// An interval runs forward, and what has a day is on the calendar.
fn times_run_forward(a: &Analysis) {
    let values = a.times.iter().filter_map(|t| t.value.as_deref());
    let terms = a.events.iter().filter_map(|e| e.term.as_deref());
    for value in values.chain(terms) {
        if let Some((start, end)) = value.split_once('/') {
            // what both name compares as text; the shorter end is the longer time
            let shared = start.len().min(end.len());
            assert!(start[..shared] <= end[..shared], "{value} runs backwards");
        }
    }
    let days = a.events.iter().filter_map(|e| e.date.as_deref());
    for day in days.chain(a.documents.iter().filter_map(|d| d.date.as_deref())).filter(|d| d.len() == 10) {
        assert!(langkinh::Date::parse(day).is_some(), "{day} is no day");
    }
    for q in &a.quantities {
        assert!(q.high.is_none_or(|high| q.value <= high), "{} to {:?}", q.value, q.high);
    }
}

/// No figure is lost on the way to JSON, which knows neither infinity nor NaN.
fn metrics_are_finite(analysis: &Analysis) {
    fn no_null(value: &Value, at: &str) {
        match value {
            Value::Null => panic!("{at} is not a number"),
            Value::Array(items) => items.iter().for_each(|v| no_null(v, at)),
            Value::Object(fields) => fields.iter().for_each(|(k, v)| no_null(v, k)),
            _ => {}
        }
    }
    no_null(&serde_json::to_value(&analysis.metrics).unwrap(), "metrics");
}

/// Spans lie inside the text and nest, records agree with each other, and the same text gives the same analysis.
pub fn holds_together(text: &str) {
    let analysis = analyzed(text);
    spans_are_inside(text, &analysis);
    entities_keep_to_their_line(text, &analysis);
    entities_nest(&analysis);
    references_hold(&analysis);
    records_agree(&analysis);
    times_run_forward(&analysis);
    metrics_are_finite(&analysis);
    assert_eq!(analysis.meta.text.length as usize, text.encode_utf16().count());
    assert_eq!(analysis, analyzed(text), "the same text gives the same analysis");
}

/// An analysis without what depends on how the text is encoded: offsets, and the fingerprint of the text.
fn without_offsets(analysis: &Analysis) -> Value {
    fn strip(value: &mut Value) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(strip),
            Value::Object(fields) => {
                fields.remove("start");
                fields.remove("end");
                fields.values_mut().for_each(strip);
            }
            _ => {}
        }
    }
    let mut value = serde_json::to_value(analysis).unwrap();
    value.as_object_mut().unwrap().remove("warnings");
    value["meta"].as_object_mut().unwrap().remove("text");
    strip(&mut value);
    value
}

/// The words of each entity, composed, one space between them.
fn words(text: &str, analysis: &Analysis) -> Vec<String> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let words = |e: &langkinh::analysis::Entity| String::from_utf16(&units[e.start as usize..e.end as usize]).unwrap();
    let plain =
        |words: String| words.split(char::is_whitespace).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
    analysis.entities.iter().map(|e| plain(words(e).nfc().collect())).collect()
}

/// The first field in which two analyses differ, or nothing.
fn difference(path: &str, a: &Value, b: &Value) -> Option<String> {
    match (a, b) {
        (Value::Object(x), Value::Object(y)) if x.keys().eq(y.keys()) => {
            x.iter().find_map(|(k, v)| difference(&format!("{path}.{k}"), v, &y[k]))
        }
        (Value::Array(x), Value::Array(y)) if x.len() == y.len() => {
            x.iter().zip(y).enumerate().find_map(|(i, (v, w))| difference(&format!("{path}[{i}]"), v, w))
        }
        _ => (a != b).then(|| format!("{path}: {a} / {b}")),
    }
}

/// Two ways to write one text give one analysis, but for the offsets.
fn reads_the_same(text: &str, other: &str) {
    let (a, b) = (analyzed(text), analyzed(other));
    assert_eq!(words(text, &a), words(other, &b));
    assert_eq!(difference("", &without_offsets(&a), &without_offsets(&b)), None);
}

/// Composed and decomposed, a text reads the same.
pub fn reads_the_same_decomposed(text: &str) {
    let composed: String = text.nfc().collect();
    reads_the_same(&composed, &composed.nfd().collect::<String>());
}

/// With the line ends of Windows, a text reads the same.
pub fn reads_the_same_with_carriage_returns(text: &str) {
    let plain = text.replace('\r', "");
    reads_the_same(&plain, &plain.replace('\n', "\r\n"));
}

/// With spaces of any width and number, also those that do not break, a text reads the same.
pub fn reads_the_same_with_wide_spaces(text: &str) {
    const WIDE: [&str; 4] = ["  ", "\u{a0} ", " \u{2003}\u{202f}", "\u{3000}"];
    let mut spaces = WIDE.iter().cycle();
    let wide: Vec<&str> = text.split(' ').flat_map(|words| [*spaces.next().unwrap(), words]).skip(1).collect();
    reads_the_same(text, &wide.concat());
}

/// `kinds` leaves out entities and changes nothing else.
pub fn kinds_filter(text: &str) {
    let whole = analyzed(text);
    for kind in Kind::ALL {
        let some = analyze(text, &Options { kinds: Some(vec![kind]), ..Options::default() });
        // with their ids and parents: mentions and evidence speak of the whole list
        let kept: Vec<_> = whole.entities.iter().filter(|e| e.kind == kind).cloned().collect();
        assert_eq!(some.entities, kept);
        assert_eq!(some.relations, whole.relations);
        assert_eq!((&some.people, &some.metrics), (&whole.people, &whole.metrics));
    }
}

/// The kind of each entity between two offsets, where it stands from the first of them, and the rule that found it.
fn marked(analysis: &Analysis, from: u32, to: u32) -> Vec<(Kind, u32, u32, String)> {
    let within = analysis.entities.iter().filter(|e| from <= e.start && e.end <= to);
    within.map(|e| (e.kind, e.start - from, e.end - from, e.rule.to_string())).collect()
}

fn units(text: &str) -> u32 {
    text.encode_utf16().count() as u32
}

/// Site chrome around an article changes none of its spans.
pub fn chrome_changes_nothing(article: &str) {
    const ABOVE: &str = "Trang chủ\nThời sự\nThể thao\n\n";
    const BELOW: &str = "\n\nChia sẻ\nBình luận\nĐăng nhập\n";
    let (above, length) = (units(ABOVE), units(article));
    let alone = marked(&analyzed(article), 0, length);
    let within = marked(&analyzed(&[ABOVE, article, BELOW].concat()), above, above + length);
    assert_eq!(alone, within);
}

/// Another article behind one moves none of its documents, times, and quantities.
pub fn what_follows_changes_nothing(article: &str, other: &str) {
    let length = units(article);
    let of = |text: &str| -> Vec<_> {
        let certain = [Kind::Document, Kind::Time, Kind::Quantity];
        marked(&analyzed(text), 0, length).into_iter().filter(|e| certain.contains(&e.0)).collect()
    };
    assert_eq!(of(article), of(&[article, "\n\n", other].concat()));
}
