//! The command as others call it: files, standard input, lines of JSON, errors, exit status.
#![cfg(not(target_family = "wasm"))]

use serde_json::{Value, json};
use std::io::Write;
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
        "{\"id\": 7, \"text\": \"Ngày 26/3 họp.\", \"published\": \"2021-04-01\"}\n",
        "{\"id\": \"b\", \"text\": \"Ngày 26/3 họp.\"}\r\n",
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
    assert_eq!(ids, [&json!(7), &json!("b"), &Value::Null, &Value::Null, &Value::Null, &json!({"x": [1]})]);
    assert_eq!(lines[0]["analysis"]["times"][0]["value"], json!("2021-03-26"));
    assert_eq!(lines[1]["analysis"]["times"][0]["value"], json!("2024-03-26"));
    let wrong: Vec<&Value> = lines[2..5].iter().map(|l| &l["line"]).collect();
    assert_eq!(wrong, [&json!(4), &json!(5), &json!(6)]);
    assert!(lines[2..5].iter().all(|l| l["error"].is_string()));
    assert_eq!(run(&["--jsonl"], b"").status.code(), Some(0));
    assert_eq!(run(&["--jsonl"], b"\xff\n").status.code(), Some(1));
}

#[test]
fn wrong_arguments() {
    for arguments in [&[][..], &["--xml"], &["--published", "soon", "-"], &["--jsonl", "-"]] {
        let output = run(arguments, b"");
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{arguments:?}");
        assert!(String::from_utf8(output.stderr).unwrap().contains("Usage: langkinh"));
    }
    assert!(run(&["--help"], b"").stdout.starts_with(b"Usage: langkinh"));
}

#[test]
fn a_reader_that_goes_away_is_no_panic() {
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
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
}
