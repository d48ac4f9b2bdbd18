//! Whatever comes in as lines, each that is not blank gets its answer: an analysis, or an error that is no bug of ours.
#![no_main]
#![allow(dead_code)] // the command is more than its lines

#[path = "../../src/command/mod.rs"]
mod command;

use libfuzzer_sys::fuzz_target;
use serde::Deserialize;
use serde_json::value::RawValue;

/// An answer; its id may be a string that JavaScript reads and Rust does not.
#[derive(Deserialize)]
struct Answer<'a> {
    #[serde(borrow)]
    analysis: Option<&'a RawValue>,
    error: Option<String>,
}

fuzz_target!(|input: &[u8]| {
    let mut out = Vec::new();
    command::answer_lines(input.to_vec(), 1, &mut out).expect("memory fails neither to read nor to write");
    let blank = |line: &&[u8]| line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line).trim_ascii().is_empty();
    let asked = input.split(|&b| b == b'\n').filter(|line| !blank(line)).count();
    let answers = out.split_inclusive(|&b| b == b'\n');
    assert_eq!(answers.clone().count(), asked, "an answer a line");
    for answer in answers {
        let Answer { analysis, error } = serde_json::from_slice(answer).expect("a line of JSON");
        assert!(analysis.is_some() != error.is_some(), "one of the two");
        assert!(!error.unwrap_or_default().contains(".rs:"), "a panic");
    }
});
