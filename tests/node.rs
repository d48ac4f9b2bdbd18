//! `wasm-pack test --node`: the boundary in Node.
#![cfg(target_family = "wasm")]

mod web;
