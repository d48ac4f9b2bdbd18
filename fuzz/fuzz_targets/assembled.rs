//! Whatever the tables and the templates make together gives an analysis that holds together.
#![no_main]

use langkinh_fuzz::invariants::holds_together;
use langkinh_fuzz::texts::Assembled;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: Assembled| holds_together(&text.0));
