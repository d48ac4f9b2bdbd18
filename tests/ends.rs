//! A text may end anywhere: behind every form that a rule looks for, and behind every word of an article.
#![cfg(not(target_family = "wasm"))]

mod forms;

use langkinh::{Options, analyze};
use std::fs;
use std::panic::catch_unwind;
use std::thread;

/// Analyzes every text, on all cores; the texts that stop the analysis.
fn stopped(texts: &[String]) -> Vec<&String> {
    let threads = thread::available_parallelism().map_or(1, |n| n.get());
    let stops = |text: &&String| catch_unwind(|| analyze(text, &Options::default())).is_err();
    thread::scope(|scope| {
        let parts = texts.chunks(texts.len().div_ceil(threads));
        let workers: Vec<_> = parts.map(|part| scope.spawn(move || part.iter().filter(stops).collect())).collect();
        workers.into_iter().flat_map(|worker| -> Vec<&String> { worker.join().unwrap() }).collect()
    })
}

#[test]
fn texts_end_behind_every_form() {
    let forms = forms::all();
    assert!(forms.len() > 2_500, "only {} forms were read", forms.len());
    let texts: Vec<String> = ["", "5 ", "Hôm nay, tỉnh phát động "]
        .iter()
        .flat_map(|before| {
            forms.iter().flat_map(move |form| ["", " ", "\n", "."].map(|end| format!("{before}{form}{end}")))
        })
        .collect();
    assert_eq!(stopped(&texts), Vec::<&String>::new());
}

#[test]
fn samples_end_behind_every_word() {
    let seeds = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/seeds")).unwrap();
    let texts: Vec<String> = seeds
        .map(|seed| fs::read_to_string(seed.unwrap().path()).unwrap())
        .flat_map(|seed| {
            let ends: Vec<usize> = seed
                .split_whitespace()
                .map(|word| word.as_ptr() as usize + word.len() - seed.as_ptr() as usize)
                .collect();
            ends.into_iter().map(move |end| seed[..end].to_string()).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(stopped(&texts), Vec::<&String>::new());
}
