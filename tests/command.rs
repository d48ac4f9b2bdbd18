//! The command as others call it: files, standard input, lines of JSON, errors, exit status.
#![cfg(not(target_family = "wasm"))]

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Output, Stdio};

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_langkinh"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // the command may end before it has read everything
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    std::str::from_utf8(&output.stdout).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect()
}

fn file(name: &str, bytes: &[u8]) -> String {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_string()
}

#[test]
fn files_in_order_and_errors_between_them() {
    let good = file("good.txt", "Ngày 26/3, Tỉnh ủy họp.".as_bytes());
    let bad = file("bad.txt", b"\xc3\x28");
    let wide = file("wide.txt", b"\xff\xfeA\x00n\x00.\x00");
    let output = run(&[&good, "no/such.txt", &bad, &wide, "-"], "Bình minh.".as_bytes());
    let lines = lines(&output);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(lines.len(), 5);
    assert_eq!(lines[0]["file"], json!(good));
    assert_eq!(lines[0]["analysis"]["schema"], json!(1));
    assert!(lines[1]["error"].is_string() && lines[1].get("analysis").is_none());
    assert_eq!(lines[2]["error"], json!("not UTF-8: byte 0 is wrong"));
    assert_eq!(lines[3]["analysis"]["metrics"]["syllables"], json!(1));
    assert_eq!((&lines[4]["file"], &lines[4]["analysis"]["metrics"]["syllables"]), (&json!("-"), &json!(2)));
}

#[test]
fn the_day_of_publication_dates_what_has_no_year() {
    let output = run(&["--published", "2024-03-30", "-"], "Ngày 26/3, Tỉnh ủy họp.".as_bytes());
    let analysis = &lines(&output)[0]["analysis"];
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(analysis["times"][0]["value"], json!("2024-03-26"));
    assert!(analysis["meta"].get("published").is_none());
}

#[test]
fn lines_of_json() {
    let input = concat!(
        "\u{feff}{\"id\": 7, \"text\": \"Ngày 26/3 họp.\", \"published\": \"2021-04-01\"}\n",
        "{\"id\": \"b\", \"text\": \"Ngày 26/3 họp.\", \"published\": \" \"}\r\n",
        "\n",
        "{\"id\": 8}\n",
        "no json\n",
        "{\"id\": 9, \"text\": \"\", \"published\": \"2021\"}\n",
        "{\"id\": {\"x\": [1]}, \"text\": \"\"}",
    );
    let output = run(&["--jsonl", "--published", "2024-03-30"], input.as_bytes());
    let lines = lines(&output);
    assert_eq!(output.status.code(), Some(1));
    let ids: Vec<&Value> = lines.iter().map(|l| &l["id"]).collect();
    assert_eq!(ids, [&json!(7), &json!("b"), &json!(8), &Value::Null, &json!(9), &json!({"x": [1]})]);
    assert_eq!(lines[0]["analysis"]["times"][0]["value"], json!("2021-03-26"));
    assert_eq!(lines[1]["analysis"]["times"][0]["value"], json!("2024-03-26"));
    let wrong: Vec<&Value> = lines[2..5].iter().map(|l| &l["line"]).collect();
    assert_eq!(wrong, [&json!(4), &json!(5), &json!(6)]);
    assert!(lines[2..5].iter().all(|l| l["error"].is_string()));
    assert_eq!(run(&["--jsonl"], b"").status.code(), Some(0));
    assert_eq!(run(&["--jsonl"], "\u{feff}\n".as_bytes()).status.code(), Some(0));
    assert_eq!(run(&["--jsonl"], b"\xff\n").status.code(), Some(1));
}

#[test]
fn an_id_comes_back_as_it_was_written() {
    let ids =
        ["12345678901234567890123", "0.1000000000000000055", "-0.0", r#""\u1ef7 \ud800""#, r#"{"b": 1, "a":2.50}"#];
    let input: String = ids.iter().map(|id| format!("{{\"id\": {id}, \"text\": \"\"}}\n{{\"id\":{id}}}\n")).collect();
    let output = run(&["--jsonl"], input.as_bytes());
    let answers = std::str::from_utf8(&output.stdout).unwrap().lines();
    for (at, answer) in answers.enumerate() {
        assert!(answer.starts_with(&format!("{{\"id\":{},", ids[at / 2])), "{answer}");
    }
}

#[test]
fn lone_surrogates_keep_their_place() {
    let wide: Vec<u8> = "Ông \u{fffd}Nguyễn Văn A"
        .encode_utf16()
        .flat_map(|u| (if u == 0xfffd { 0xd800 } else { u }).to_le_bytes())
        .collect();
    let wide = file("surrogate.txt", &[b"\xff\xfe", &wide[..]].concat());
    let line = "{\"id\": 1, \"text\": \"Ông \\ud800Nguyễn Văn A\"}\n";
    for output in [run(&["--jsonl"], line.as_bytes()), run(&[&wide], b"")] {
        let analysis = &lines(&output)[0]["analysis"];
        assert_eq!(analysis["warnings"][0]["code"], json!("lone_surrogate"));
        assert_eq!(analysis["zones"][0]["end"], json!("Ông \u{fffd}Nguyễn Văn A".encode_utf16().count()));
    }
}

/// Talks with the command line by line: it would wait forever for an answer that waits for the next line.
#[test]
fn an_answer_waits_for_no_other_line() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_langkinh"))
        .arg("--jsonl")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut input, mut output) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    for id in 0..5 {
        writeln!(input, "{{\"id\": {id}, \"text\": \"a\"}}").unwrap();
        let mut answer = String::new();
        output.read_line(&mut answer).unwrap();
        assert!(answer.starts_with(&format!("{{\"id\":{id},")), "{answer}");
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[cfg(unix)]
#[test]
fn closed_streams_are_errors() {
    let text = file("closed.txt", b"a");
    let shell = |redirected: &str, arguments: &str| {
        let command = format!("exec \"$0\" {arguments} {redirected}");
        let output = Command::new("sh").args(["-c", &command, env!("CARGO_BIN_EXE_langkinh"), &text]).output().unwrap();
        (output.status.code(), output.stdout.len(), String::from_utf8(output.stderr).unwrap())
    };
    for (redirected, arguments, status, said) in [
        ("<&-", "--jsonl", 1, "standard input is closed"),
        ("</dev/null", "--jsonl", 0, ""),
        ("<>/dev/null", "--jsonl", 0, ""),
        ("</", "--jsonl", 1, "directory"),
        (">&-", "--jsonl </dev/null", 1, "standard output is closed"),
        (">&-", "\"$1\"", 1, "standard output is closed"),
        (">&-", "--help", 1, "standard output is closed"),
        (">/dev/null", "\"$1\"", 0, ""),
        (">/dev/null 2>&-", "\"$1\"", 0, ""),
        ("2>&-", "--xml", 2, ""),
    ] {
        let (code, out, err) = shell(redirected, arguments);
        assert_eq!((code, out), (Some(status), 0), "{arguments} {redirected}: {err}");
        assert!(if said.is_empty() { err.is_empty() } else { err.contains(said) }, "{arguments} {redirected}: {err}");
    }
    // with files, standard input is only read for `-`
    assert_eq!(shell("<&-", "\"$1\"").0, Some(0));
    assert_eq!((shell("<&-", "- \"$1\"").0, shell("<&-", "- \"$1\"").1 > 0), (Some(1), true));
    if std::path::Path::new("/dev/full").exists() {
        assert_eq!(shell(">/dev/full", "\"$1\"").0, Some(1));
        assert_eq!(shell("2>/dev/full", "--xml").0, Some(2));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_name_that_is_not_utf8_fails_alone() {
    use std::os::unix::ffi::OsStrExt;
    let good = file("name.txt", b"a");
    let bad = std::ffi::OsStr::from_bytes(b"\xff.txt");
    let output =
        Command::new(env!("CARGO_BIN_EXE_langkinh")).args([good.as_ref(), bad, good.as_ref()]).output().unwrap();
    let lines = lines(&output);
    assert_eq!((output.status.code(), lines.len()), (Some(1), 3));
    assert_eq!(lines[1], json!({"file": "\u{fffd}.txt", "error": "the name of the file is not UTF-8"}));
    assert!(lines[0]["analysis"].is_object() && lines[2]["analysis"].is_object());
}

#[test]
fn wrong_arguments() {
    for arguments in [
        &[][..],
        &["--xml"],
        &["--published", "soon", "-"],
        &["--jsonl", "-"],
        &["--csv", "all", "-"],
        &["--jobs", "0", "-"],
    ] {
        let output = run(arguments, b"");
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{arguments:?}");
        assert!(String::from_utf8(output.stderr).unwrap().contains("Usage: langkinh"));
    }
    assert!(run(&["--help"], b"").stdout.starts_with(b"Usage: langkinh"));
}

#[test]
fn a_reader_that_goes_away_ends_the_run() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_langkinh"))
        .arg("--jsonl")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut input = child.stdin.take().unwrap();
    let _ = input.write_all(b"{\"id\": 1, \"text\": \"a\"}\n{\"id\": 2, \"text\": \"b\"}\n");
    drop(input);
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.len()), (Some(1), 0));
}

#[test]
fn any_number_of_jobs_gives_the_same() {
    let seeds: Vec<String> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/seeds"))
        .unwrap()
        .map(|entry| entry.unwrap().path().to_str().unwrap().to_string())
        .collect();
    let texts: Vec<String> = seeds.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let mut input = String::new();
    for id in 0..120 {
        // whole articles between lines of them, and errors
        let text = &texts[id % texts.len()];
        let line = text.lines().filter(|l| !l.trim().is_empty()).nth(id % 7).unwrap();
        let text = if id % 40 == 0 { text } else { line };
        input += &if id % 9 == 8 {
            format!("{{\"id\": {id}}}\n")
        } else {
            json!({"id": id, "text": text}).to_string() + "\n"
        };
    }
    let one = run(&["--jsonl", "--jobs", "1"], input.as_bytes());
    assert_eq!(lines(&one).iter().map(|l| l["id"].as_u64().unwrap()).collect::<Vec<_>>(), (0..120).collect::<Vec<_>>());
    for jobs in ["2", "7"] {
        assert!(run(&["--jsonl", "--jobs", jobs], input.as_bytes()).stdout == one.stdout, "{jobs} jobs");
    }
    let files: Vec<&str> = seeds.iter().map(String::as_str).collect();
    let of_files = |jobs| run(&[&["--jobs", jobs][..], &files].concat(), b"").stdout;
    assert!(of_files("1") == of_files("3"));
}

/// A long text is written straight into the output; nothing of it may differ.
#[test]
fn long_and_short_texts_are_written_alike() {
    let sentence = "Ông Nguyễn Văn A, Bí thư Tỉnh ủy Long An, phát biểu.\n";
    let long = sentence.repeat((1 << 20) / sentence.len() + 1);
    let output = run(&["--jsonl", "--jobs", "2"], (json!({"id": 1, "text": long}).to_string() + "\n").as_bytes());
    let analysis = langkinh::analyze(&long, &langkinh::Options::default());
    let expected = format!("{{\"id\":1,\"analysis\":{}}}\n", serde_json::to_string(&analysis).unwrap());
    assert!(output.stdout == expected.as_bytes());
}

/// RFC 4180, read by the letter.
fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut cell, mut is_quoted) = (vec![vec![]], String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if is_quoted && chars.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => rows.last_mut().unwrap().push(std::mem::take(&mut cell)),
            '\r' if !is_quoted => {
                assert_eq!(chars.next(), Some('\n'));
                rows.last_mut().unwrap().push(std::mem::take(&mut cell));
                rows.push(vec![]);
            }
            c => cell.push(c),
        }
    }
    assert_eq!(rows.pop(), Some(vec![]));
    rows
}

#[test]
fn tables_say_what_the_json_says() {
    let text = "Ông Nguyễn Văn A, Bí thư Tỉnh ủy Long An, và bà Trần Thị B nêu Nghị quyết số 18-NQ/TW.";
    let (good, name) = (file("table.txt", text.as_bytes()), file("=1,\"2\";@3.txt", text.as_bytes()));
    let analysis = &lines(&run(&[&good], b""))[0]["analysis"];
    let units: Vec<u16> = text.encode_utf16().collect();
    for (table, key) in [("people", "people"), ("documents", "documents"), ("mentions", "entities")] {
        let output = run(&["--csv", table, &good, "no/such.txt", &name], b"");
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8(output.stderr).unwrap().contains("no/such.txt: "));
        let all = rows(std::str::from_utf8(&output.stdout).unwrap());
        let (header, rows) = all.split_first().unwrap();
        assert!(rows.iter().all(|row| row.len() == header.len()), "{rows:?}");
        let cell = |row: &[String], column: &str| row[header.iter().position(|c| c == column).unwrap()].clone();
        // one post each at most here: a row a record, for either file
        let records = analysis[key].as_array().unwrap();
        assert_eq!(rows.len(), records.len() * 2, "{table}");
        for (i, row) in rows.iter().enumerate() {
            let record = &records[i % records.len()];
            let file = cell(row, "file");
            assert!(if i < records.len() { file == good } else { file.ends_with("=1,\"2\";'@3.txt") }, "{file}");
            let place: Vec<usize> = ["start", "end"].iter().map(|c| cell(row, c).parse().unwrap()).collect();
            assert_eq!(String::from_utf16(&units[place[0]..place[1]]).unwrap(), cell(row, "text"));
            match table {
                "people" => assert_eq!(json!(cell(row, "person")), record["name"]),
                "documents" => assert_eq!(json!(cell(row, "symbol")), record["symbol"]),
                _ => assert_eq!(json!([cell(row, "kind"), cell(row, "rule")]), json!([record["kind"], record["rule"]])),
            }
        }
        if table == "people" {
            assert_eq!(
                (cell(&rows[0], "post"), cell(&rows[0], "body")),
                ("Bí thư Tỉnh ủy Long An".into(), "Tỉnh ủy Long An".into())
            );
            assert_eq!(cell(&rows[1], "post"), "");
        }
    }
    let input = format!("{}\n", json!({"id": "a,b", "text": text}));
    let output = run(&["--jsonl", "--csv", "people"], input.as_bytes());
    assert_eq!(rows(std::str::from_utf8(&output.stdout).unwrap())[1][0], "\"a,b\"");
}
