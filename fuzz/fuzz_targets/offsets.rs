//! The same text decomposed, with other line ends, and with wider spaces marks the same words.
#![no_main]

use langkinh_fuzz::invariants::{
    reads_the_same_decomposed, reads_the_same_with_carriage_returns, reads_the_same_with_wide_spaces,
};
use langkinh_fuzz::texts::Assembled;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: Assembled| {
    reads_the_same_decomposed(&text.0);
    reads_the_same_with_carriage_returns(&text.0);
    reads_the_same_with_wide_spaces(&text.0);
});
