//! One line of `--jsonl`.

use super::arguments;
use super::decode::{self, Text};
use langkinh::Date;
use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// What a line asks for.
#[derive(Debug)]
pub struct Article {
    pub text: Text,
    pub published: Option<Date>,
}

/// Reads a line: its `id` as it was written, where it can be read, and the article, which has an `id` then, or a
/// sentence that says what is wrong. Strings are read as JavaScript reads them, lone surrogates included.
pub fn read(line: &[u8]) -> (Option<Box<RawValue>>, Result<Article, String>) {
    match std::str::from_utf8(line) {
        Ok(line) => {
            let (fields, error) = fields(line);
            let article = error.map_or_else(|| article(&fields), Err);
            (fields.id.map(ToOwned::to_owned), article)
        }
        Err(error) => {
            // the id may be whole even so
            let lossy = String::from_utf8_lossy(line);
            let id = fields(&lossy).0.id.filter(|id| !id.get().contains(char::REPLACEMENT_CHARACTER));
            (id.map(ToOwned::to_owned), Err(decode::not_utf8(error)))
        }
    }
}

fn article(fields: &Fields) -> Result<Article, String> {
    let missing = |name| format!("\"{name}\" is missing");
    fields.id.ok_or_else(|| missing("id"))?;
    let text = string("text", fields.text.ok_or_else(|| missing("text"))?)?;
    let published = match fields.published {
        None => None,
        Some(json) if json.get() == "null" => None,
        Some(json) => Some(string("published", json)?.text).filter(|day| !day.trim().is_empty()),
    };
    Ok(Article { text, published: published.map(|day| arguments::date(&day)).transpose()? })
}

/// The string that a piece of JSON is.
fn string(name: &str, json: &RawValue) -> Result<Text, String> {
    let wtf8 = Wtf8.deserialize(&mut serde_json::Deserializer::from_str(json.get())).ok();
    wtf8.and_then(decode::wtf8).ok_or_else(|| format!("\"{name}\" must be a string"))
}

/// The fields of a line as they were written, as far as they could be read.
#[derive(Default)]
struct Fields<'a> {
    id: Option<&'a RawValue>,
    text: Option<&'a RawValue>,
    published: Option<&'a RawValue>,
}

/// What could be read, and what stopped the reading.
fn fields(line: &str) -> (Fields<'_>, Option<String>) {
    let mut fields = Fields::default();
    let mut json = serde_json::Deserializer::from_str(line);
    let read = json.deserialize_map(&mut fields).and_then(|()| json.end());
    // the line is told beside the error, and is always the first here
    let error = read.err().map(|e| e.to_string().replacen(" at line 1 column ", " at byte ", 1));
    (fields, error)
}

impl<'a> Visitor<'a> for &mut Fields<'a> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object with \"id\" and \"text\"")
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key_seed(Wtf8)? {
            let field = match &name[..] {
                b"id" => &mut self.id,
                b"text" => &mut self.text,
                b"published" => &mut self.published,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            if field.is_some() {
                return Err(de::Error::custom(format_args!("\"{}\" stands twice", String::from_utf8_lossy(&name))));
            }
            *field = Some(map.next_value()?);
        }
        Ok(())
    }
}

/// Reads a string as WTF-8: `serde_json` takes lone surrogates where bytes are asked for.
struct Wtf8;

impl<'a> DeserializeSeed<'a> for Wtf8 {
    type Value = Vec<u8>;

    fn deserialize<D: Deserializer<'a>>(self, json: D) -> Result<Vec<u8>, D::Error> {
        json.deserialize_bytes(self)
    }
}

impl Visitor<'_> for Wtf8 {
    type Value = Vec<u8>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
        Ok(bytes.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The id, then the text or the error.
    fn said(line: &[u8]) -> String {
        let (id, article) = read(line);
        let id = id.map_or_else(|| "-".into(), |id| id.to_string());
        match article {
            Ok(Article { text, published }) => format!("{id} {:?} {published:?}", text.text),
            Err(error) => format!("{id} error: {error}"),
        }
    }

    #[test]
    fn ids_as_written() {
        for id in [
            "12345678901234567890123",
            "0.1000000000000000055",
            "1e999999",
            "-0",
            "1.0",
            "null",
            "true",
            r#""b""#,
            r#""\ud800 \u0041 \/ ủy""#,
            r#"{ "x" : [1 , 2], "x": "\ud800"}"#,
            r#""""#,
        ] {
            assert_eq!(said(format!(r#"{{"text": "a", "id":  {id} }}"#).as_bytes()), format!("{id} \"a\" None"));
        }
    }

    #[test]
    fn strings_as_in_javascript() {
        for (json, text) in [
            (r"\ud800", "\u{fffd}"),
            (r"\udc00\ud800", "\u{fffd}\u{fffd}"),
            (r"\ud83d\ude00", "😀"),
            (r"\ud800\ud83d\ude00\udc00", "\u{fffd}😀\u{fffd}"),
            (r"\ud800\n\ud800\\u", "\u{fffd}\n\u{fffd}\\u"),
            (r"\ud800x\u00e1", "\u{fffd}xá"),
            ("\u{fffd}\u{0}".trim_end_matches('\0'), "\u{fffd}"),
        ] {
            let (_, article) = read(format!(r#"{{"id": 1, "text": "{json}"}}"#).as_bytes());
            let Text { text: read, has_lone_surrogates } = article.unwrap().text;
            assert_eq!((read.as_str(), has_lone_surrogates), (text, json.contains(r"\ud800")), "{json}");
        }
        assert_eq!(said(br#"{"\u0069d": 1, "\ud800": 2, "te\u0078t": "a"}"#), "1 \"a\" None");
    }

    #[test]
    fn publication() {
        for (published, expected) in [
            (r#""2021-07-01""#, "1 \"a\" Some(Date { year: 2021, month: 7, day: 1 })"),
            ("null", "1 \"a\" None"),
            (r#""""#, "1 \"a\" None"),
            (r#"" \t\u00a0""#, "1 \"a\" None"),
            (r#""soon""#, "1 error: \"soon\" is no day in the form YYYY-MM-DD"),
            ("2021", "1 error: \"published\" must be a string"),
        ] {
            let line = format!(r#"{{"id": 1, "text": "a", "published": {published}}}"#);
            assert_eq!(said(line.as_bytes()), expected);
        }
    }

    #[test]
    fn errors_carry_the_id_where_it_could_be_read() {
        for (line, expected) in [
            (&br#"{"id": 8}"#[..], "8 error: \"text\" is missing"),
            (br#"{"text": "a"}"#, "- error: \"id\" is missing"),
            (br#"{"text": 5, "id": 8}"#, "8 error: \"text\" must be a string"),
            (br#"{"id": 8, "text": ["a"]}"#, "8 error: \"text\" must be a string"),
            (br#"{"id": 8, "text": null}"#, "8 error: \"text\" must be a string"),
            (br#"{"id": 8, "text": "a"} {}"#, "8 error: trailing characters at byte 24"),
            (br#"{"id": 8, "text": "a"#, "8 error: EOF while parsing a string at byte 20"),
            (br#"{"id": 8, "id": 9, "text": "a"}"#, "8 error: \"id\" stands twice at byte 14"),
            (br#"{"id": , "text": "a"}"#, "- error: expected value at byte 8"),
            (b"[8]", "- error: invalid type: sequence, expected an object with \"id\" and \"text\" at byte 0"),
            (b"no json", "- error: expected ident at byte 2"),
            (b"{\"id\": 8, \"text\": \"\xff\"}", "8 error: not UTF-8: byte 19 is wrong"),
            (b"{\"text\": \"\xed\xa0\x80\", \"id\": 8}", "8 error: not UTF-8: byte 10 is wrong"),
            (b"{\"id\": \"\xff\", \"text\": \"\"}", "- error: not UTF-8: byte 8 is wrong"),
        ] {
            assert_eq!(said(line), expected, "{}", String::from_utf8_lossy(line));
        }
    }
}
