//! From the bytes of a file to its text.

/// UTF-8, with or without a byte order mark, or UTF-16 with one; the error says where it is neither. A lone
/// surrogate becomes U+FFFD, which takes as many code units, so that offsets stay right.
pub fn text(bytes: Vec<u8>) -> Result<String, String> {
    match bytes[..] {
        [0xff, 0xfe, ref rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, ref rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => String::from_utf8(bytes).map_err(|e| format!("not UTF-8: byte {} is wrong", e.utf8_error().valid_up_to())),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, String> {
    let pairs = bytes.chunks_exact(2);
    if !pairs.remainder().is_empty() {
        return Err("not UTF-16: odd number of bytes".into());
    }
    Ok(String::from_utf16_lossy(&pairs.map(|p| unit([p[0], p[1]])).collect::<Vec<u16>>()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings() {
        for (bytes, expected) in [
            ("ủy".as_bytes(), Ok("ủy")),
            (b"\xff\xfe\xe7\x1e\x79\x00", Ok("ủy")),
            (b"\xfe\xff\x1e\xe7\x00\x79", Ok("ủy")),
            (b"\xfe\xff\xd8\x00\x00\x79", Ok("\u{fffd}y")),
            (b"", Ok("")),
            (b"a\xe1\x00", Err("not UTF-8: byte 1 is wrong")),
            (b"\xff\xfe\x79", Err("not UTF-16: odd number of bytes")),
        ] {
            assert_eq!(text(bytes.to_vec()), expected.map(String::from).map_err(String::from));
        }
    }
}
