//! How the code is laid out: files import one another in one direction, by name, functions fit on a screen, and words
//! stand in tables.
#![cfg(not(target_family = "wasm"))]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Lines that a function may have.
const MOST: usize = 60;

/// Words that may stand beside one another in the code; more are a row of `words.tsv`, `phrases.tsv` or another table.
const FEW: usize = 4;

/// A file of the source without its comments and tests.
struct File {
    /// `entities/event/walk.rs` is `["entities", "event", "walk"]`.
    module: Vec<String>,
    name: String,
    text: String,
}

fn read(folder: &Path, root: &Path, out: &mut Vec<File>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(&path, root, out);
            continue;
        }
        let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
        // the build script is a program of its own; the library's root and the boundary know everything
        if path.extension().is_none_or(|extension| extension != "rs")
            || name.ends_with("build.rs")
            || ["main.rs", "wasm.rs"].contains(&&*name)
        {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let lines =
            text.lines().take_while(|line| !line.starts_with("#[cfg(test)]") && !line.starts_with("#[cfg(all(test"));
        let code: Vec<&str> = lines.filter(|line| !line.trim_start().starts_with("//")).collect();
        let stem = name.trim_end_matches(".rs").trim_end_matches("/mod").trim_end_matches("lib");
        let module = stem.split('/').filter(|part| !part.is_empty()).map(str::to_string).collect();
        out.push(File { module, name, text: code.join("\n") });
    }
}

fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut out = Vec::new();
    read(&root, &root, &mut out);
    out.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(out.len() > 90, "only {} files were read", out.len());
    out
}

/// `a::{b, c::{d, e}}` is `a::b`, `a::c::d`, `a::c::e`.
fn expand(path: &str) -> Vec<String> {
    let Some((before, rest)) = path.split_once('{') else { return vec![path.trim().to_string()] };
    let inside = &rest[..rest.rfind('}').unwrap()];
    let (mut parts, mut depth, mut from) = (Vec::new(), 0, 0);
    for (at, c) in inside.char_indices().chain([(inside.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(inside[from..at].trim());
                from = (at + 1).min(inside.len());
            }
            _ => {}
        }
    }
    let whole = |part: &str| expand(&format!("{}{part}", before.trim()));
    parts.into_iter().filter(|part| !part.is_empty()).flat_map(whole).collect()
}

/// What a file imports: whether it hands it on, the path, the name it is known by here.
fn imports(text: &str) -> Vec<(bool, String, String)> {
    let mut out = Vec::new();
    let mut lines = text.lines().map(str::trim);
    while let Some(line) = lines.next() {
        let Some((before, path)) =
            line.split_once("use ").filter(|(before, _)| before.is_empty() || before.starts_with("pub"))
        else {
            continue;
        };
        let mut path = path.to_string();
        while !path.contains(';') {
            path += lines.next().expect("a semicolon");
        }
        let public = !before.is_empty();
        for path in expand(path.trim_end_matches(';')) {
            let (path, name) = path.split_once(" as ").map_or((path.as_str(), None), |(path, name)| (path, Some(name)));
            let path = path.trim_end_matches("::self");
            out.push((public, path.to_string(), name.unwrap_or(path.rsplit("::").next().unwrap()).to_string()));
        }
    }
    out
}

/// Every `crate::…` and `super::…` in the code, and every `child::…` of a module declared here.
fn paths(text: &str) -> Vec<String> {
    let is_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    text.split(|c| !is_path(c))
        .filter(|path| path.contains("::"))
        .map(|path| path.trim_matches(':').to_string())
        .collect()
}

/// A path from the root of the crate; nothing where it leads out of it.
fn absolute(module: &[String], path: &str, children: &BTreeSet<Vec<String>>) -> Option<Vec<String>> {
    let mut parts: Vec<String> = path.split("::").map(str::to_string).collect();
    let mut base = module.to_vec();
    match parts[0].as_str() {
        "crate" => base.clear(),
        "self" => {}
        "super" => {
            while parts.get(1).is_some_and(|part| part == "super") {
                base.pop();
                parts.remove(0);
            }
            base.pop();
        }
        first => {
            base.push(first.to_string());
            if !children.contains(&base) {
                return None;
            }
        }
    }
    base.extend(parts.into_iter().skip(1));
    Some(base)
}

/// Which files each file imports from, what is handed on being looked up where it stands.
fn edges(files: &[File]) -> BTreeMap<usize, BTreeSet<usize>> {
    let modules: BTreeMap<Vec<String>, usize> = files.iter().enumerate().map(|(i, f)| (f.module.clone(), i)).collect();
    let known: BTreeSet<Vec<String>> = modules.keys().cloned().collect();
    let mut handed_on: BTreeMap<Vec<String>, Vec<String>> = BTreeMap::new();
    let mut wanted: Vec<(usize, Vec<String>)> = Vec::new();
    for (i, file) in files.iter().enumerate() {
        for (public, path, name) in imports(&file.text) {
            let Some(target) = absolute(&file.module, &path, &known) else { continue };
            if public {
                handed_on.insert([file.module.clone(), vec![name]].concat(), target.clone());
            }
            wanted.push((i, target));
        }
        wanted.extend(paths(&file.text).iter().filter_map(|path| Some((i, absolute(&file.module, path, &known)?))));
    }
    let mut out: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (from, mut path) in wanted {
        while let Some((length, target)) = (1..=path.len())
            .rev()
            .find_map(|n| Some((n, handed_on.get(&path[..n]).filter(|_| !known.contains(&path[..n]))?)))
        {
            path = [target.clone(), path[length..].to_vec()].concat();
        }
        let Some(&to) = (0..=path.len()).rev().find_map(|n| modules.get(&path[..n])) else { continue };
        // a folder knows its parts, and the root of the crate everything
        let part_of = files[to].module.starts_with(&files[from].module);
        if to != from && !part_of && !files[to].module.is_empty() {
            out.entry(from).or_default().insert(to);
        }
    }
    out
}

/// A way from a file back to itself.
fn circle(edges: &BTreeMap<usize, BTreeSet<usize>>, start: usize) -> Option<Vec<usize>> {
    let mut before: BTreeMap<usize, usize> = BTreeMap::new();
    let mut open = vec![start];
    while let Some(at) = open.pop() {
        for &next in edges.get(&at).into_iter().flatten() {
            if next == start {
                let way = std::iter::successors(Some(at), |n| before.get(n).copied()).collect::<Vec<_>>();
                return Some(way.into_iter().rev().collect());
            }
            if next != start && !before.contains_key(&next) {
                before.insert(next, at);
                open.push(next);
            }
        }
    }
    None
}

#[test]
fn files_import_in_one_direction() {
    let files = files();
    let edges = edges(&files);
    assert!(edges.values().map(BTreeSet::len).sum::<usize>() > 300, "too few imports were read");
    for start in 0..files.len() {
        let names = |way: Vec<usize>| way.into_iter().map(|n| files[n].name.as_str()).collect::<Vec<_>>();
        assert_eq!(circle(&edges, start).map(names), None, "files that import one another");
    }
}

#[test]
fn imports_are_named() {
    for file in files() {
        let all = imports(&file.text).into_iter().find(|(_, path, _)| path.ends_with('*'));
        assert_eq!(all, None, "{} imports whatever there is", file.name);
    }
}

#[test]
fn functions_fit_on_a_screen() {
    let (mut long, mut read) = (Vec::new(), 0);
    for file in files() {
        let lines: Vec<&str> = file.text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let Some((before, rest)) = line.split_once("fn ").filter(|_| !line.contains('"')) else { continue };
            let indent = line.len() - line.trim_start().len();
            let declared = ["", "pub ", "pub(crate) ", "pub(super) ", "const ", "pub const ", "pub(crate) const "]
                .contains(&before.trim_start());
            let end = format!("{}}}", " ".repeat(indent));
            let length = lines[at..].iter().position(|line| *line == end).map_or(0, |n| n + 1);
            read += usize::from(declared && length > 1);
            if declared && length > MOST {
                let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                long.push(format!("{}: {name}: {length} lines", file.name));
            }
        }
    }
    assert_eq!(long, Vec::<String>::new(), "functions of more than {MOST} lines");
    assert!(read > 1000, "only {read} functions were read");
}

/// The literals of a text, each with what stands between it and the one before.
fn literals(text: &str) -> Vec<(&str, &str)> {
    let (mut out, mut rest, mut behind) = (Vec::new(), text, text);
    while let Some(quote) = rest.find('"') {
        let before = &behind[..behind.len() - rest.len() + quote];
        // the quotation mark as a character: `'"'`
        if rest[..quote].ends_with('\'') && rest[quote + 1..].starts_with('\'') {
            rest = &rest[quote + 1..];
            continue;
        }
        let inside = &rest[quote + 1..];
        let escaped = |at: usize| inside[..at].bytes().rev().take_while(|&b| b == b'\\').count() % 2 == 1;
        let end = inside.match_indices('"').map(|(at, _)| at).find(|&at| !escaped(at)).expect("the end of a literal");
        out.push((before, &inside[..end]));
        rest = &inside[end + 1..];
        behind = rest;
    }
    out
}

/// What stands between two literals makes them parts of one list: a comma, `|`, or `||` and the same question again, with
/// brackets, numbers and truth values around them.
fn goes_on(between: &str) -> bool {
    let plain = |text: &str| {
        let words = text.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '!')).filter(|w| !w.is_empty());
        let known = |w: &str| ["w!", "crate", "true", "false"].contains(&w) || w.parse::<u32>().is_ok();
        text.chars().all(|c| c.is_alphanumeric() || " \n\t,|.()[]{}&:_!".contains(c)) && words.into_iter().all(known)
    };
    if let Some((before, after)) = between.split_once("||") {
        let asks = ["==", "[", "(", "&"].iter().any(|end| after.trim_end_matches("w!(").trim_end().ends_with(end));
        return plain(before) && !after.contains(['|', ';', '{']) && !after.contains("&&") && asks;
    }
    between.contains([',', '|']) && !between.contains("&&") && plain(between)
}

/// The lists of more than a few literals in a text.
fn lists(text: &str) -> Vec<Vec<&str>> {
    let mut lists: Vec<Vec<&str>> = Vec::new();
    for (between, literal) in literals(text) {
        match lists.last_mut().filter(|_| goes_on(between)) {
            Some(list) => list.push(literal),
            None => lists.push(vec![literal]),
        }
    }
    lists.retain(|list| list.len() > FEW);
    lists
}

#[test]
fn words_stand_in_tables() {
    let mut read = 0;
    // what the command lists are the names of its columns
    for file in files().iter().filter(|file| !file.name.starts_with("command/")) {
        assert_eq!(lists(&file.text), Vec::<Vec<&str>>::new(), "{}: words that belong in a table", file.name);
        read += literals(&file.text).len();
    }
    assert!(read > 1000, "only {read} literals were read");
}

#[test]
fn cells_of_tables_are_typed() {
    // a column is `units::KIND`, a flag or a choice `units::Kind::Time`; both are checked when the crate is built
    let folders = ["entities/", "records/", "layout/", "checks/", "metrics/"];
    let read = |file: &&File| folders.iter().any(|folder| file.name.starts_with(folder));
    for file in files().iter().filter(read) {
        assert_eq!(compared(&file.text), Vec::<&str>::new(), "{}: words of tables", file.name);
        for line in file.text.lines() {
            let letter =
                line.split_once(".contains('").is_some_and(|(_, behind)| behind.starts_with(char::is_lowercase));
            let column =
                line.contains("cell(Table::") || line.contains(": usize = ") && line.contains("pub(crate) const");
            assert!(!letter && !column, "{}: a bare column or letter: {line}", file.name);
        }
    }
}

/// The words that code asks texts for: `== "Ban"`, `["Ban", "Sở"].contains(…)`, `"Ban" | "Sở" => …`, `.contains("Ban")`. The
/// number of a word (`w!("ban")`) is no text.
fn compared(code: &str) -> Vec<&str> {
    let (literals, mut out, mut rest) = (literals(code), Vec::new(), code);
    for (n, (before, literal)) in literals.iter().enumerate() {
        rest = &rest[before.len() + literal.len() + 2..];
        let before = before.trim_end().trim_end_matches("Some(").trim_end();
        let behind = rest.trim_start_matches(')').trim_start();
        let asked =
            ["==", "!=", ".contains(", ".starts_with(", ".ends_with("].iter().any(|sign| before.ends_with(sign));
        let guard = behind.starts_with("if ") && behind.lines().next().is_some_and(|line| line.contains("=>"));
        let arm = behind.starts_with("=>") || behind.starts_with("| \"") || guard;
        // up to the end of the list
        let joins = |between: &str| [",", "),Some("].contains(&between.split_whitespace().collect::<String>().as_str());
        let items = literals[n + 1..].iter().take_while(|(between, _)| joins(between));
        let list: usize = items.map(|(between, item)| between.len() + item.len() + 2).sum();
        let end: String = rest[list..].chars().filter(|c| !c.is_whitespace()).take(12).collect();
        let listed = end.trim_start_matches([')', ',']).starts_with("].contains(");
        let word = literal.contains(|c: char| c.is_lowercase() || c.is_uppercase()) && !literal.starts_with("www.");
        if word && (asked || arm || listed) && !before.ends_with("w!(") {
            out.push(*literal);
        }
    }
    out
}

#[test]
fn words_that_are_compared_are_found() {
    for (line, found) in [
        (r#"if value.head == Some("Ban") || word != "sở" {"#, vec!["Ban", "sở"]),
        (r#"["Ban", "Sở"].contains(&head)"#, vec!["Ban", "Sở"]),
        (r#"[Some("Ban"), Some("Sở")].contains(&head)"#, vec!["Ban", "Sở"]),
        ("[\n    \"Ban\",\n    \"Sở\",\n]\n.contains(&head)", vec!["Ban", "Sở"]),
        (r#""Ban" | "Sở" => Some("Vụ"),"#, vec!["Ban", "Sở"]),
        (r#""Ban" if capital => true,"#, vec!["Ban"]),
        (r#"name.contains("hường trực")"#, vec!["hường trực"]),
        (r#"let name = if capital { "Ban" } else { "Sở" };"#, vec![]),
        (r#"[w!("ban"), w!("sở")].contains(&word) || word == w!("vụ")"#, vec![]),
        (r#"["“", "\""].contains(&mark) || mark == "»""#, vec![]),
        (r#"[("sum", sum), ("total", total)].map(|x| values.contains(&x))"#, vec![]),
    ] {
        assert_eq!(compared(line), found, "{line}");
    }
}

#[test]
fn lists_of_words_are_found() {
    for list in [
        r#"[w!("a"), w!("b"), w!("c"), w!("d"), w!("e")].contains(&x)"#,
        r#"matches!(x, "a" | "b" | "c" | "d" | "e")"#,
        r#"word == w!("a") || word == w!("b") || word == w!("c") || word == w!("d") || word == w!("e")"#,
        r#"[&[w!("a"), w!("b")][..], &[w!("c"), w!("d")], &[w!("e")]]"#,
        r#"[(w!("a"), 1), (w!("b"), 2), (w!("c"), 3), (w!("d"), 4), (w!("e"), 5)]"#,
        r#"reading.seq(i, &[w!("a"), w!("b")]) || reading.seq(i, &[w!("c"), w!("d")]) || reading.seq(i, &[w!("e")])"#,
        r#"["\"", "a", "b", "c", "d"]"#,
    ] {
        assert_eq!(lists(list).len(), 1, "{list}");
    }
    for code in [
        r#"[w!("a"), w!("b"), w!("c"), w!("d")].contains(&x)"#,
        r#"[w!("a"), w!("b"), w!("c")].contains(&x) || [w!("d"), w!("e")].contains(&y)"#,
        r#"f("a"); f("b"); f("c"); f("d"); f("e");"#,
        r#"match c { '"' => "a", 'b' => "c", 'd' => "e", 'f' => "g", 'h' => "i", _ => "j" }"#,
    ] {
        assert_eq!(lists(code), Vec::<Vec<&str>>::new(), "{code}");
    }
}

#[test]
fn circles_are_found() {
    let file = |name: &str, text: &str| File {
        module: name.split('/').map(str::to_string).collect(),
        name: name.into(),
        text: text.into(),
    };
    let files = [
        file("a", "pub use b::Thing;\nmod b;\nmod c;\n"),
        file("a/b", "use super::c;\npub struct Thing;\n"),
        file("a/c", "use super::Thing;\nfn f() {}\n"),
        file("d", "use crate::a::{self, Thing};\nuse std::fs;\n"),
    ];
    let edges = edges(&files);
    assert_eq!(circle(&edges, 1), Some(vec![1, 2]));
    assert_eq!((circle(&edges, 0), circle(&edges, 3)), (None, None));
    assert_eq!(expand("a::{b, c::{d, e as f}}"), ["a::b", "a::c::d", "a::c::e as f"]);
}
