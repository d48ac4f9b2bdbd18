//! What holds for every text, however strange.
//!
//! Texts are drawn from one fixed seed and taken from `kept.json`, where those stand that failed before, so that a run tells
//! what the code does and not what was drawn. `PROPERTIES=20000 cargo test --test properties` draws so many new texts
//! instead (`make test-all` does); a text that fails is printed in its shortest form, for `kept.json`.
#![cfg(not(target_family = "wasm"))]

mod forms;
mod invariants;

use invariants::{
    chrome_changes_nothing, holds_together, kinds_filter, reads_the_same_decomposed,
    reads_the_same_with_carriage_returns, reads_the_same_with_wide_spaces, what_follows_changes_nothing,
};
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use std::sync::LazyLock;

static SEEDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut files: Vec<_> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/seeds"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect()
});

/// Words that rules start from, marks that open and close, and what breaks naive readers.
const FRAGMENTS: &[&str] = &[
    "Chỉ thị số 05-CT/TW",
    "Nghị quyết số",
    "Nghị định",
    "18/NQ-TW",
    "của Bộ Chính trị",
    "ngày 14/10/2021",
    "ngày 31/2",
    "ngày 29/02/2023",
    "tháng 13",
    "năm 99999",
    "nhiệm kỳ 2020 - 2025",
    "quý III",
    "từ ngày 1 đến ngày 5/7",
    "7h30",
    "đầu năm nay",
    "Đại hội XIII",
    "lần thứ 999999999999",
    "Hội nghị Trung ương 4",
    "ông Nguyễn Văn A",
    "bà Trần Thị B.",
    "Bí thư Tỉnh ủy",
    "Phó Chủ tịch UBND",
    "nguyên Trưởng ban",
    "tỉnh Long An",
    "TP. Cần Thơ",
    "xã",
    "huyện Cờ Đỏ",
    "Ban Tổ chức Thành ủy",
    "Uỷ ban nhân dân (UBND)",
    "(TCXDĐ)",
    "1.250,5 tỷ đồng",
    "12,5%",
    "99999999999999999999999 người",
    "gần 1/3",
    "½",
    "hơn 20",
    "“Đoàn kết, trung thành”",
    "“",
    "”",
    "\"",
    "(",
    ")",
    "[",
    "]",
    "«",
    "»",
    "'",
    ":",
    ";",
    ",",
    ".",
    "...",
    "…",
    "!",
    "?",
    "-",
    "–",
    "/",
    "%",
    "|",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "\u{ad}",
    "\u{202e}",
    "\0",
    "\u{2028}",
    "\u{85}",
    "😀",
    "👨‍👩‍👧",
    "𝔸",
    "e\u{301}\u{302}",
    "\u{323}",
    "Ð",
    "ﬁ",
    "ß",
    "İ",
    "中文",
    "العربية",
    "Lượt xem: 1.234",
    "Ảnh: T.H",
    "Nguồn: baolongan.vn",
    "Theo TTXVN",
    "PV:",
    "nói",
    "cho biết",
    "nhấn mạnh",
    "<script>alert(1)</script>",
    "&nbsp;",
    "http://a.vn/b?c=d",
    "14/10/2021 - 08:35",
];

/// Every form of every table: what rules begin with, go on with and end at.
static FORMS: LazyLock<Vec<String>> = LazyLock::new(forms::all);

/// A piece of a seed, cut anywhere between characters.
fn piece() -> impl Strategy<Value = String> {
    (0..5usize, any::<prop::sample::Index>(), 0..200usize).prop_map(|(seed, at, length)| {
        let text = &SEEDS[seed];
        let characters = text.chars().count();
        text.chars().skip(at.index(characters)).take(length).collect()
    })
}

/// Fragments and pieces of seeds in any order, with and without blanks between.
fn assembled() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => prop::sample::select(FRAGMENTS).prop_map(str::to_string),
        5 => prop::sample::select(FORMS.as_slice()),
        1 => piece(),
    ];
    let glue = prop::sample::select(&["", " ", " ", " ", "\n"][..]);
    prop::collection::vec((part, glue), 0..40)
        .prop_map(|parts| parts.into_iter().flat_map(|(p, g)| [p, g.into()]).collect())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![assembled(), any::<String>(), "\\PC{0,200}"]
}

#[test]
fn seeds_hold_together() {
    SEEDS.iter().for_each(|seed| holds_together(seed));
}

#[test]
fn seeds_read_the_same_decomposed() {
    SEEDS.iter().for_each(|seed| reads_the_same_decomposed(seed));
}

#[test]
fn seeds_read_the_same_with_carriage_returns() {
    SEEDS.iter().for_each(|seed| reads_the_same_with_carriage_returns(seed));
}

#[test]
fn chrome_around_the_seeds_changes_no_span() {
    SEEDS.iter().for_each(|seed| chrome_changes_nothing(seed));
}

#[test]
fn a_seed_behind_another_moves_nothing() {
    for seed in SEEDS.iter() {
        SEEDS.iter().for_each(|other| what_follows_changes_nothing(seed, other));
    }
}

#[test]
fn kinds_filter_entities_only() {
    SEEDS.iter().for_each(|seed| kinds_filter(seed));
}

/// The texts that failed before.
static KEPT: LazyLock<Vec<String>> =
    LazyLock::new(|| serde_json::from_str(include_str!("kept.json")).expect("a list of texts"));

/// Tries a property on the kept texts, then on texts drawn: always the same, or as many new ones as `PROPERTIES` says.
fn always(texts: impl Strategy<Value = String>, property: impl Fn(&str) + std::panic::RefUnwindSafe) {
    KEPT.iter().for_each(|text| property(text));
    let new = std::env::var("PROPERTIES").ok().map(|n| n.parse().expect("PROPERTIES is a number of texts"));
    let config = ProptestConfig { failure_persistence: None, cases: new.unwrap_or(256), ..ProptestConfig::default() };
    let mut runner = match new {
        Some(_) => TestRunner::new(config),
        None => TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32])),
    };
    let tried = runner.run(&texts, |text| {
        let held = std::panic::catch_unwind(|| property(&text));
        held.map_err(|panic| {
            let said = panic.downcast_ref::<String>().cloned();
            TestCaseError::fail(said.or(panic.downcast_ref::<&str>().map(|s| s.to_string())).unwrap_or_default())
        })
    });
    if let Err(TestError::Fail(why, text)) = tried {
        panic!("{why}\nfor kept.json: {}", serde_json::to_string(&text).unwrap());
    }
    tried.unwrap();
}

#[test]
fn every_text_holds_together() {
    always(any_text(), holds_together);
}

#[test]
fn texts_read_the_same_decomposed() {
    always(assembled(), reads_the_same_decomposed);
}

#[test]
fn texts_read_the_same_with_carriage_returns() {
    always(assembled(), reads_the_same_with_carriage_returns);
}

#[test]
fn texts_read_the_same_with_wide_spaces() {
    always(assembled(), reads_the_same_with_wide_spaces);
}
