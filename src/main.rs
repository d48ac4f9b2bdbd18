//! The command: files or lines of JSON in, lines of JSON out. `langkinh --help` says how.

#[cfg(not(target_family = "wasm"))]
mod command;

#[cfg(not(target_family = "wasm"))]
fn main() -> std::process::ExitCode {
    command::main()
}

#[cfg(target_family = "wasm")]
fn main() {}
