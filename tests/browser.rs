//! `wasm-pack test --headless --chrome`: the boundary in a browser.
#![cfg(target_family = "wasm")]

mod web;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
