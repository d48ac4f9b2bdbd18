//! The command: files in, lines of JSON out.

#[cfg(not(target_family = "wasm"))]
fn main() {
    for file in std::env::args().skip(1) {
        match std::fs::read_to_string(&file) {
            Ok(text) => {
                let analysis = langkinh::analyze(&text, &langkinh::Options::default());
                println!("{}", serde_json::json!({ "file": file, "analysis": analysis }));
            }
            Err(e) => println!("{}", serde_json::json!({ "file": file, "error": e.to_string() })),
        }
    }
}

#[cfg(target_family = "wasm")]
fn main() {}
