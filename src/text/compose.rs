//! Canonical composition (NFC) of a base with its marks, and the way apart.
//!
//! The tables come from the `unicode-normalization` crate when this crate is built (`build.rs`), packed: linked in whole
//! they would weigh as much as all our tables of bodies and posts. The algorithm is that of Unicode Standard Annex #15
//! and section 3.12 of the Unicode Standard; Hangul syllables are computed, as there. Single characters that have a
//! canonical equivalent (`Å`, the Ångström sign) are left as they are.

use std::collections::HashMap;
use std::sync::LazyLock;

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/compose.bin"));

struct Tables {
    /// First and second character to the composed one.
    pairs: HashMap<(char, char), char>,
    /// The composed one to its two.
    apart: HashMap<char, (char, char)>,
    /// First and last character of a range of one combining class other than 0, in order.
    classes: Vec<(u32, u32, u8)>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut numbers = PACKED.iter().scan((0u32, 0), |(n, shift), &byte| {
        *n |= u32::from(byte & 0x7f) << *shift;
        *shift += 7;
        let whole = (byte < 0x80).then(|| std::mem::take(n));
        if whole.is_some() {
            *shift = 0;
        }
        Some(whole)
    });
    let mut next = || numbers.by_ref().flatten().next().unwrap_or(0);
    let count = next();
    let mut tables = Tables { pairs: HashMap::new(), apart: HashMap::new(), classes: Vec::new() };
    let mut last = 0;
    for _ in 0..count {
        last += next();
        let (first, second) = (next(), next());
        if let (Some(c), Some(a), Some(b)) = (char::from_u32(last), char::from_u32(first), char::from_u32(second)) {
            tables.pairs.insert((a, b), c);
            tables.apart.insert(c, (a, b));
        }
    }
    let mut last = 0;
    for _ in 0..next() {
        let from = last + next();
        let to = from + next();
        tables.classes.push((from, to, next() as u8));
        last = to;
    }
    tables
});

/// The canonical combining class of a character; 0 for all that do not combine.
pub(crate) fn combining_class(c: char) -> u8 {
    let n = c as u32;
    // no mark stands before these, nor among the letters of Vietnamese
    if n < 0x300 || (0x1e00..=0x1eff).contains(&n) {
        return 0;
    }
    let classes = &TABLES.classes;
    let at = classes.partition_point(|&(_, to, _)| to < n);
    classes.get(at).filter(|&&(from, _, _)| from <= n).map_or(0, |&(_, _, class)| class)
}

/// A character and its marks apart, the base first: `ế` as `e`, circumflex, acute.
pub(crate) fn apart(c: char, out: &mut Vec<char>) {
    match TABLES.apart.get(&c) {
        Some(&(first, second)) if !c.is_ascii() => {
            apart(first, out);
            out.push(second);
        }
        _ => hangul_apart(c, out),
    }
}

/// The base of a character: `ế` gives `e`.
pub(crate) fn base(c: char) -> char {
    let mut parts = Vec::new();
    apart(c, &mut parts);
    parts[0]
}

/// The canonical composition of a base with the marks behind it.
pub(crate) fn composed(cluster: &str) -> Vec<char> {
    let mut parts = Vec::new();
    cluster.chars().for_each(|c| apart(c, &mut parts));
    // marks in the order of their classes, equal ones as they stand
    let mut from = 0;
    while from < parts.len() {
        let to = (from + 1..parts.len()).find(|&i| combining_class(parts[i]) == 0).unwrap_or(parts.len());
        let marks = from + usize::from(combining_class(parts[from]) == 0);
        parts[marks..to].sort_by_key(|&c| combining_class(c));
        from = to;
    }
    let mut out: Vec<char> = Vec::with_capacity(parts.len());
    let (mut starter, mut last_class) = (None, 0);
    for c in parts {
        let class = combining_class(c);
        let blocked = |at: usize, out: &[char]| out.len() > at + 1 && (last_class >= class || last_class == 0);
        let joined = starter.filter(|&at| !blocked(at, &out)).and_then(|at: usize| Some((at, pair(out[at], c)?)));
        if let Some((at, whole)) = joined {
            out[at] = whole;
            continue;
        }
        if class == 0 {
            starter = Some(out.len());
        }
        last_class = class;
        out.push(c);
    }
    out
}

const S_BASE: u32 = 0xac00;
const L_BASE: u32 = 0x1100;
const V_BASE: u32 = 0x1161;
const T_BASE: u32 = 0x11a7;
const V_COUNT: u32 = 21;
const T_COUNT: u32 = 28;

/// Two characters as one, where Unicode composes them.
fn pair(first: char, second: char) -> Option<char> {
    let (a, b) = (first as u32, second as u32);
    let syllable = if (L_BASE..L_BASE + 19).contains(&a) && (V_BASE..V_BASE + V_COUNT).contains(&b) {
        Some(S_BASE + ((a - L_BASE) * V_COUNT + b - V_BASE) * T_COUNT)
    } else if (S_BASE..S_BASE + 11_172).contains(&a)
        && (a - S_BASE).is_multiple_of(T_COUNT)
        && (T_BASE + 1..T_BASE + T_COUNT).contains(&b)
    {
        Some(a + b - T_BASE)
    } else {
        None
    };
    syllable.and_then(char::from_u32).or_else(|| TABLES.pairs.get(&(first, second)).copied())
}

fn hangul_apart(c: char, out: &mut Vec<char>) {
    let n = c as u32;
    if !(S_BASE..S_BASE + 11_172).contains(&n) {
        out.push(c);
        return;
    }
    let index = n - S_BASE;
    let parts = [
        L_BASE + index / (V_COUNT * T_COUNT),
        V_BASE + index % (V_COUNT * T_COUNT) / T_COUNT,
        T_BASE + index % T_COUNT,
    ];
    let count = if index.is_multiple_of(T_COUNT) { 2 } else { 3 };
    out.extend(parts[..count].iter().filter_map(|&p| char::from_u32(p)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::canonical_combining_class;

    #[test]
    fn composes_as_the_standard_does() {
        for c in (0..=0x2ffffu32).filter_map(char::from_u32) {
            assert_eq!(combining_class(c), canonical_combining_class(c), "{c:?}");
            let apart: String = [c].into_iter().nfd().collect();
            let whole: Vec<char> = apart.nfc().collect();
            assert_eq!(composed(&apart), whole, "{c:?}");
        }
    }

    #[test]
    fn orders_marks_and_leaves_what_does_not_compose() {
        for cluster in
            ["o\u{323}\u{302}", "o\u{302}\u{323}", "u\u{31b}\u{301}", "a\u{301}\u{301}", "x\u{301}", "\u{301}a", "각"]
        {
            assert_eq!(composed(cluster), cluster.nfc().collect::<Vec<_>>(), "{cluster:?}");
        }
        assert_eq!(base('ế'), 'e');
        assert_eq!(base('Đ'), 'Đ');
    }
}
