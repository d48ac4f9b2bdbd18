//! A sample article with words moved and replaced gives an analysis that holds together, and `kinds` only filters it.
#![no_main]

use langkinh_fuzz::invariants::{holds_together, kinds_filter};
use langkinh_fuzz::texts::Mutated;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: Mutated| {
    holds_together(&text.0);
    kinds_filter(&text.0);
});
