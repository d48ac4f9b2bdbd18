//! Articles as they come in: files, or lines of standard input.

use super::decode;
use super::pipeline::Item;
use super::standard;
use std::ffi::{OsStr, OsString};
use std::io::{self, BufRead, Read};

/// The most bytes that one article may have. An analysis takes many times the memory of its text; without a limit a
/// file that never ends (`/dev/zero`) would take all there is.
pub const LONGEST: usize = 256 << 20;

/// An article before anybody has looked into it.
pub enum Source {
    File {
        name: String,
        bytes: Result<Vec<u8>, String>,
    },
    /// A line of `--jsonl` and its number from 1, blank lines counted.
    Line {
        number: u64,
        bytes: Result<Vec<u8>, String>,
    },
}

/// Reads one file after the other; one that cannot be read is an article with an error.
pub fn files(names: Vec<OsString>) -> impl Iterator<Item = io::Result<Item<Source>>> {
    names.into_iter().map(|name| {
        let bytes = read(&name);
        let size = bytes.as_ref().map_or(0, Vec::len);
        Ok(Item { task: Source::File { name: name.to_string_lossy().into_owned(), bytes }, size })
    })
}

/// The bytes of a file, `-` for standard input; the error is a sentence.
fn read(name: &OsStr) -> Result<Vec<u8>, String> {
    let name = name.to_str().ok_or("the name of the file is not UTF-8")?;
    let all = |from: &mut dyn Read| {
        let mut bytes = Vec::new();
        from.take(LONGEST as u64 + 1).read_to_end(&mut bytes).map(|_| bytes)
    };
    let bytes = match name {
        "-" => standard::input().and_then(|mut input| all(&mut input)),
        name => std::fs::File::open(name).and_then(|mut file| all(&mut file)),
    };
    bytes
        .map_err(|e| e.to_string())
        .and_then(|bytes| if bytes.len() > LONGEST { Err(too_long(LONGEST)) } else { Ok(bytes) })
}

fn too_long(longest: usize) -> String {
    format!("longer than {longest} bytes")
}

/// The lines of `from` that are not blank, without a byte order mark.
pub fn lines(from: impl BufRead) -> impl Iterator<Item = io::Result<Item<Source>>> {
    lines_within(from, LONGEST)
}

fn lines_within(mut from: impl BufRead, longest: usize) -> impl Iterator<Item = io::Result<Item<Source>>> {
    let mut number = 0;
    std::iter::from_fn(move || {
        loop {
            let mut bytes = match line(&mut from, longest).transpose()? {
                Ok(bytes) => bytes,
                Err(error) => return Some(Err(error)),
            };
            number += 1;
            if let Ok(bytes) = &mut bytes {
                if bytes.starts_with(decode::BYTE_ORDER_MARK) {
                    bytes.drain(..decode::BYTE_ORDER_MARK.len());
                }
                if bytes.trim_ascii().is_empty() {
                    continue;
                }
            }
            let size = bytes.as_ref().map_or(0, Vec::len);
            return Some(Ok(Item { task: Source::Line { number, bytes }, size }));
        }
    })
}

/// The next line with its end, nothing after the last; one that is too long is passed over.
fn line(from: &mut impl BufRead, longest: usize) -> io::Result<Option<Result<Vec<u8>, String>>> {
    let mut bytes = Vec::new();
    if from.take(longest as u64 + 1).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    if bytes.len() <= longest || bytes.ends_with(b"\n") {
        return Ok(Some(Ok(bytes)));
    }
    from.skip_until(b'\n')?;
    Ok(Some(Err(too_long(longest))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(input: &[u8], longest: usize) -> Vec<(u64, Result<String, String>)> {
        lines_within(input, longest)
            .map(|item| match item.unwrap().task {
                Source::Line { number, bytes } => (number, bytes.map(|b| String::from_utf8(b).unwrap())),
                Source::File { .. } => unreachable!(),
            })
            .collect()
    }

    #[test]
    fn lines_are_counted_and_bounded() {
        let ok = |number, line: &str| (number, Ok(line.to_string()));
        assert_eq!(said(b"", 9), []);
        assert_eq!(said(b"\n\n \t\r\n", 9), []);
        assert_eq!(said(b"\xef\xbb\xbfa\n\nb\r\nc", 9), [ok(1, "a\n"), ok(3, "b\r\n"), ok(4, "c")]);
        assert_eq!(said(b"a\n\xef\xbb\xbf\n\xef\xbb\xbfb", 9), [ok(1, "a\n"), ok(3, "b")]);
        let long = Err("longer than 3 bytes".to_string());
        assert_eq!(said(b"abc\nabcd\nabc", 3), [ok(1, "abc\n"), (2, long.clone()), ok(3, "abc")]);
        assert_eq!(said(b"a\nabcdefgh", 3), [ok(1, "a\n"), (2, long)]);
    }
}
