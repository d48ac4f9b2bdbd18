//! Site chrome around a body changes none of its spans, and an article behind another none of its documents, times, and
//! quantities.
#![no_main]

use langkinh_fuzz::invariants::{chrome_changes_nothing, what_follows_changes_nothing};
use langkinh_fuzz::texts::Mutated;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|texts: (Mutated, Mutated)| {
    chrome_changes_nothing(&texts.0.0);
    what_follows_changes_nothing(&texts.0.0, &texts.1.0);
});
