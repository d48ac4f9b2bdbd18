//! One name in two spellings: two people of the article whose names differ in one syllable, in one mark or letter,
//! and who hold the same post; or whose names differ only in `i` and `y`.

use super::Article;
use crate::analysis::{Check, Person};
use crate::text::compose;
use std::collections::HashMap;

/// Compares the names of three syllables or more that share all but one.
pub(super) fn find(article: &Article) -> Vec<Check> {
    let people = &article.records.people;
    let names: Vec<Vec<String>> =
        people.iter().map(|p| p.name.split_whitespace().map(|s| s.to_lowercase()).collect()).collect();
    let mut alike: HashMap<(usize, Vec<&str>), Vec<usize>> = HashMap::new();
    for (n, name) in names.iter().enumerate().filter(|(_, name)| name.len() >= 3) {
        for gap in 0..name.len() {
            let rest = name.iter().enumerate().filter(|(i, _)| *i != gap).map(|(_, s)| s.as_str()).collect();
            alike.entry((gap, rest)).or_default().push(n);
        }
    }
    let mut out = Vec::new();
    for ((gap, _), group) in &alike {
        for pair in group.windows(2) {
            let (a, b) = (&people[pair[0]], &people[pair[1]]);
            let (x, y) = (&names[pair[0]][*gap], &names[pair[1]][*gap]);
            if x != y && (only_i_and_y(x, y) || (same_post(a, b) && distance(x, y) == 1)) {
                let message = format!("\"{}\" and \"{}\" may be one person in two spellings.", a.name, b.name);
                let first = [a, b].map(|p| p.mentions.first().map(|&m| article.at(m)));
                let values = [("one", a.name.clone()), ("other", b.name.clone())];
                let at: Vec<_> = first.into_iter().flatten().collect();
                out.push(article.check("name_spelling", message, values, &at));
            }
        }
    }
    out.sort_by(|a, b| a.message.cmp(&b.message));
    out
}

fn same_post(a: &Person, b: &Person) -> bool {
    a.roles.iter().any(|r| b.roles.iter().any(|other| other.role == r.role))
}

/// `Lý` and `Lí`, `Vỹ` and `Vĩ`.
fn only_i_and_y(a: &str, b: &str) -> bool {
    let plain = |s: &str| -> String { apart(s).into_iter().map(|c| if c == 'y' { 'i' } else { c }).collect() };
    plain(a) == plain(b)
}

/// Edit distance of two syllables, a mark counted as a letter.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (apart(a), apart(b));
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let change = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(corner + 1);
        }
    }
    row[b.len()]
}

/// Letters and their marks apart.
fn apart(text: &str) -> Vec<char> {
    let mut out = Vec::new();
    text.chars().for_each(|c| compose::apart(c, &mut out));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::tests::codes;

    #[test]
    fn distance_counts_marks() {
        for (a, b, expected) in [("thìn", "thìm", 1), ("hùng", "hưng", 1), ("an", "an", 0), ("bình", "minh", 2)] {
            assert_eq!(distance(a, b), expected, "{a} {b}");
        }
        assert!(only_i_and_y("lý", "lí") && !only_i_and_y("lý", "li"));
    }

    #[test]
    fn the_same_post_or_the_same_sound() {
        let told = |text: &str| codes(text, "2024-05-01").contains(&"name_spelling");
        assert!(told(
            "Đồng chí Trần Văn Thìn, Bí thư Tỉnh ủy Nghệ An, phát biểu khai mạc hội nghị.\nĐồng chí Trần Văn Thìm, Bí thư Tỉnh ủy Nghệ An, kết luận hội nghị."
        ));
        assert!(!told(
            "Ông Trần Văn Hùng, Giám đốc Sở Y tế, và ông Trần Văn Hưng, Giám đốc Sở Xây dựng, cùng dự hội nghị."
        ));
    }
}
