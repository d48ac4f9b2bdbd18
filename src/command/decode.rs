//! From bytes to text.

/// What some programs write before UTF-8; it is no part of the text.
pub const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A text to analyze.
#[derive(Debug, PartialEq, Eq)]
pub struct Text {
    /// Each lone surrogate is U+FFFD here, which takes as many UTF-16 code units, so that offsets stay right.
    pub text: String,
    /// Whether there were lone surrogates.
    pub has_lone_surrogates: bool,
}

/// UTF-8, with or without a byte order mark, or UTF-16 with one; the error says where it is neither.
pub fn text(bytes: Vec<u8>) -> Result<Text, String> {
    match bytes[..] {
        [0xff, 0xfe, ref rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, ref rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => String::from_utf8(bytes)
            .map(|text| Text { text, has_lone_surrogates: false })
            .map_err(|e| not_utf8(e.utf8_error())),
    }
}

/// Where UTF-8 ends to be UTF-8.
pub fn not_utf8(error: std::str::Utf8Error) -> String {
    format!("not UTF-8: byte {} is wrong", error.valid_up_to())
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Text, String> {
    let pairs = bytes.chunks_exact(2);
    if !pairs.remainder().is_empty() {
        return Err("not UTF-16: odd number of bytes".into());
    }
    let mut has_lone_surrogates = false;
    let text = char::decode_utf16(pairs.map(|p| unit([p[0], p[1]])))
        .map(|c| {
            has_lone_surrogates |= c.is_err();
            c.unwrap_or(char::REPLACEMENT_CHARACTER)
        })
        .collect();
    Ok(Text { text, has_lone_surrogates })
}

/// WTF-8, which is UTF-8 that may hold surrogates; `None` where it is something else.
pub fn wtf8(mut bytes: Vec<u8>) -> Option<Text> {
    let mut has_lone_surrogates = false;
    for at in 0..bytes.len().saturating_sub(2) {
        // the three bytes of U+D800 to U+DFFF; 0xED begins a character wherever it stands
        if bytes[at] == 0xed && bytes[at + 1] >= 0xa0 {
            bytes[at..at + 3].copy_from_slice("\u{fffd}".as_bytes());
            has_lone_surrogates = true;
        }
    }
    Some(Text { text: String::from_utf8(bytes).ok()?, has_lone_surrogates })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings() {
        for (bytes, expected) in [
            ("ủy".as_bytes(), Ok(("ủy", false))),
            ("\u{feff}ủy".as_bytes(), Ok(("\u{feff}ủy", false))),
            (b"\xff\xfe\xe7\x1e\x79\x00", Ok(("ủy", false))),
            (b"\xfe\xff\x1e\xe7\x00\x79", Ok(("ủy", false))),
            (b"\xfe\xff\xd8\x00\x00\x79", Ok(("\u{fffd}y", true))),
            (b"\xfe\xff\xd8\x01\xdc\x37\xff\xfd", Ok(("\u{10437}\u{fffd}", false))),
            (b"", Ok(("", false))),
            (b"a\xe1\x00", Err("not UTF-8: byte 1 is wrong")),
            (b"\xff\xfe\x79", Err("not UTF-16: odd number of bytes")),
        ] {
            let expected = expected
                .map(|(text, has_lone_surrogates)| Text { text: text.into(), has_lone_surrogates })
                .map_err(String::from);
            assert_eq!(text(bytes.to_vec()), expected);
        }
    }

    #[test]
    fn surrogates_in_wtf8() {
        for (bytes, expected) in [
            (&b"a\xed\xa0\x80b\xed\xbf\xbf"[..], Some(("a\u{fffd}b\u{fffd}", true))),
            ("\u{d7ff}\u{e000}\u{fffd}".as_bytes(), Some(("\u{d7ff}\u{e000}\u{fffd}", false))),
            (b"a\xed\xa0", None),
            (b"\xff", None),
        ] {
            let expected = expected.map(|(text, has_lone_surrogates)| Text { text: text.into(), has_lone_surrogates });
            assert_eq!(wtf8(bytes.to_vec()), expected);
        }
    }
}
