//! An article with its entities in brackets, nested as they are: `cargo run --example marked seeds/*.txt`.

use langkinh::{Options, analyze};

/// Writes `[kind words]` around each entity. Offsets count UTF-16 code units, so that the text is walked by them.
fn marked(text: &str) -> String {
    let analysis = analyze(text, &Options::default());
    let mut coming = analysis.entities.iter().peekable();
    let mut open: Vec<u32> = Vec::new();
    let mut out = String::new();
    let mut at = 0;
    for c in text.chars() {
        while open.pop_if(|end| *end <= at).is_some() {
            out.push(']');
        }
        // the outer ones come first
        while let Some(entity) = coming.next_if(|entity| entity.start <= at) {
            out += &format!("[{} ", entity.kind.name());
            open.push(entity.end);
        }
        out.push(c);
        at += c.len_utf16() as u32;
    }
    out + &"]".repeat(open.len())
}

fn main() -> std::io::Result<()> {
    for file in std::env::args().skip(1) {
        println!("{}", marked(&std::fs::read_to_string(file)?));
    }
    Ok(())
}
