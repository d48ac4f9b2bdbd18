//! Texts made from the bytes that the fuzzer mutates: raw bytes hardly ever spell a post or a document number.

use crate::forms;
use libfuzzer_sys::arbitrary::{Arbitrary, Result, Unstructured};
use std::sync::LazyLock;

/// Every form of every table.
static FORMS: LazyLock<Vec<String>> = LazyLock::new(forms::all);

/// The sample articles, which are ours to mutate.
pub static SAMPLES: [&str; 5] = [
    include_str!("../../seeds/000_18ef7176b3a358b8.txt"),
    include_str!("../../seeds/001_0ee65da128ce3816.txt"),
    include_str!("../../seeds/002_03101006a328a728.txt"),
    include_str!("../../seeds/003_343212376214e453.txt"),
    include_str!("../../seeds/004_ddf2c8ae31e28274.txt"),
];

/// Sentences as news writes them; each `{}` takes a form of a table or a figure.
const TEMPLATES: &[&str] = &[
    "Ngày {}, tại {}, {} tổ chức {}.",
    "Đồng chí {}, {}, {} chủ trì {}.",
    "{} bổ nhiệm ông {} giữ chức {} {} thay bà {}.",
    "Căn cứ {} số {}/{} ngày {}/{}/{} của {};",
    "Theo {}, từ {} đến {} có {} {} {}, tăng {}%.",
    "“{}”, {} {} nói.",
    "{} ({}), {} ({}) và {} ({})",
    "{}\t{}\t{}",
    "{} | {} | {}",
    "- {}: {};",
    "{} {} {}",
];

/// What stands between two pieces.
const GLUE: &[&str] =
    &[" ", " ", " ", "", "\n", "\n\n", ", ", ". ", "; ", ": ", " - ", "/", "\t", " (", ") ", "“", "” ", "\u{a0}"];

/// A word that a table knows, or a number.
fn word(u: &mut Unstructured, out: &mut String) -> Result<()> {
    match u.int_in_range(0..=7)? {
        0 => out.push_str(&u.int_in_range(0..=3000)?.to_string()),
        1 => out.push_str(&format!("{}/{}", u.int_in_range(0..=40)?, u.int_in_range(0..=2030)?)),
        _ => out.push_str(u.choose(&FORMS)?),
    }
    Ok(())
}

fn template(u: &mut Unstructured, out: &mut String) -> Result<()> {
    let mut pieces = u.choose(TEMPLATES)?.split("{}");
    out.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        word(u, out)?;
        out.push_str(piece);
    }
    Ok(())
}

/// A run of whole words of a sample.
fn piece<'a>(u: &mut Unstructured, most: usize) -> Result<&'a str> {
    let sample = *u.choose(&SAMPLES)?;
    let starts =
        |from: usize| sample.get(from..).and_then(|rest| rest.find([' ', '\n'])).map_or(sample.len(), |at| from + at);
    let floor = |mut at: usize| {
        while !sample.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let from = starts(floor(u.int_in_range(0..=sample.len())?));
    let to = starts(floor((from + u.int_in_range(0..=most)?).min(sample.len())));
    Ok(&sample[from..to.max(from)])
}

/// Forms of the tables, sentences with gaps, pieces of the samples, and stray characters, in any order.
#[derive(Debug)]
pub struct Assembled(pub String);

impl<'a> Arbitrary<'a> for Assembled {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let mut out = String::new();
        while !u.is_empty() && out.len() < 4000 {
            match u.int_in_range(0..=9)? {
                0 => out.push_str(piece(u, 200)?),
                1 => out.push(u.arbitrary()?),
                2..=4 => template(u, &mut out)?,
                _ => word(u, &mut out)?,
            }
            out.push_str(u.choose(GLUE)?);
        }
        Ok(Self(out))
    }
}

/// A stretch of a sample article in which words were taken out, doubled, moved, or replaced.
#[derive(Debug)]
pub struct Mutated(pub String);

impl<'a> Arbitrary<'a> for Mutated {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let mut parts: Vec<String> = piece(u, 2500)?.split_inclusive([' ', '\n']).map(str::to_string).collect();
        for _ in 0..u.int_in_range(0..=12)? {
            if parts.is_empty() {
                break;
            }
            let at = u.choose_index(parts.len())?;
            match u.int_in_range(0..=4)? {
                0 => drop(parts.remove(at)),
                1 => parts.insert(at, parts[at].clone()),
                2 => {
                    let other = u.choose_index(parts.len())?;
                    parts.swap(at, other);
                }
                3 => {
                    let mut new = String::new();
                    word(u, &mut new)?;
                    new.push(' ');
                    parts[at] = new;
                }
                _ => parts[at].push_str(u.choose(GLUE)?),
            }
        }
        Ok(Self(parts.concat()))
    }
}
