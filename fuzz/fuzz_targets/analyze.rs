//! Any string gives an analysis: no panic, and every span inside the text, on character boundaries, nested or apart.
#![no_main]

use langkinh::{Options, analyze};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let analysis = analyze(text, &Options::default());
    let mut boundary = vec![true];
    for c in text.chars() {
        boundary.extend(std::iter::repeat_n(false, c.len_utf16() - 1));
        boundary.push(true);
    }
    let mut open: Vec<u32> = Vec::new();
    for entity in &analysis.entities {
        assert!(entity.start < entity.end && boundary[entity.start as usize] && boundary[entity.end as usize]);
        while open.last().is_some_and(|&end| end <= entity.start) {
            open.pop();
        }
        assert!(open.last().is_none_or(|&end| entity.end <= end), "entities cross");
        open.push(entity.end);
    }
});
