//! Any string gives an analysis that holds together.
#![no_main]

use langkinh_fuzz::invariants::holds_together;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| holds_together(text));
