//! What a pasted page brings along that no phrase tells: trails of links, addresses, the marks of a heading.

use crate::lexicon::columns::boilerplate::{self, Zone};
use crate::lexicon::{Class, Table};
use crate::text::{Reading, Stretch};
use crate::w;
use std::sync::LazyLock;

static DOMAIN: LazyLock<regex::Regex> = LazyLock::new(|| {
    let pattern = r"(?:[a-z0-9-]+\.)+(?:com\.vn|gov\.vn|org\.vn|net\.vn|edu\.vn|dcs\.vn|vn|com|net|org|info)";
    regex::Regex::new(pattern).expect("constant pattern")
});

/// A step of a trail has at most so many syllables; the last may be the title.
const STEP: usize = 6;
/// A trail has at most so many tokens.
const LONGEST: usize = 80;
/// So many words may stand around an address on a line of its own.
const AROUND: usize = 8;

static ADDRESS: LazyLock<regex::Regex> = LazyLock::new(|| {
    regex::Regex::new(r"(?:https?://|www\.)[^ \t\n]+|^[a-z0-9-]+(?:\.[a-z0-9-]+)+$").expect("constant pattern")
});

/// `Trang chủ > Thời sự > Chính trị`: steps between marks, from the home page or through sections alone.
pub(super) fn is_trail(reading: &Reading, line: Stretch) -> bool {
    if line.len() > LONGEST {
        return false;
    }
    let steps = steps(reading, line);
    if steps.len() < 2 {
        return false;
    }
    let names = |at: Stretch, zone: Zone, home: bool| {
        reading.hits.at(at.start).iter().any(|h| {
            h.table == Table::Boilerplate
                && h.end as usize == at.end
                && boilerplate::ZONE.of(h.row) == Some(zone)
                && (!home || boilerplate::MATCH.of(h.row) == Some(boilerplate::Match::Home))
        })
    };
    let words = |at: &Stretch| reading[at.tokens()].iter().filter(|t| t.is_word()).count();
    let first = reading.text(steps[0]);
    let home = names(steps[0], Zone::Chrome, true) || domain_in(first).is_some() && !first.contains(' ');
    let section = names(steps[0], Zone::Section, false);
    let short = steps.iter().all(|s| words(s) <= STEP && reading[s.tokens()].iter().all(|t| t.word != w!(":")));
    home || section && short
}

/// The stretches between the marks of a trail.
fn steps(reading: &Reading, line: Stretch) -> Vec<Stretch> {
    let mark = |i: usize| {
        let t = &reading[i];
        Class::TrailMark.has(t.word)
            && (t.word != w!("\"") || reading.token_text(i) == "»")
            && t.spaced
            && (i + 1 == line.end || reading[i + 1].spaced)
    };
    let mut out = Vec::new();
    let mut from = line.start;
    for i in line.tokens().filter(|&i| mark(i)).chain([line.end]) {
        if i > from {
            out.push(Stretch::new(from, i));
        }
        from = i + 1;
    }
    out
}

/// An address and little else.
pub(super) fn is_address(reading: &Reading, line: Stretch) -> bool {
    let text = reading.text(line);
    // most lines are paragraphs: the pattern reads only where it may match
    let possible = text.contains("://") || text.contains("www.") || text.contains('.') && !text.contains(' ');
    let Some(found) = possible.then(|| ADDRESS.find(text)).flatten() else { return false };
    let around = |part: &str| part.split_whitespace().count();
    around(&text[..found.start()]) + around(&text[found.end()..]) <= AROUND
}

/// A line without the marks that headings and lists are written with: `# `, `• `, `**…**`, a picture before the words.
pub(super) fn unmarked(reading: &Reading, line: Stretch) -> Stretch {
    let stressed = |i: usize| [w!("*"), w!("_")].contains(&reading.word(i));
    // `“Lời nói” …`, `(HG) …`, `#ThẻBài …`
    let opens = |i: usize| [w!("\""), w!("'"), w!("("), w!("[")].contains(&reading.word(i));
    let leads = |i: usize| {
        let last_of_run = (i..line.end).find(|&j| !reading[j].is_mark());
        reading[i].is_mark() && !opens(i) && last_of_run.is_some_and(|word| reading[word].spaced)
    };
    let mut at = line;
    while at.len() > 1 && (stressed(at.start) || leads(at.start)) {
        at.start += 1;
    }
    while at.len() > 1 && (stressed(at.end - 1) || reading.word(at.end - 1) == w!("#")) {
        at.end -= 1;
    }
    at
}

/// The first domain in a line.
pub(super) fn domain_in(text: &str) -> Option<&str> {
    DOMAIN.find(text).map(|m| m.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::read;

    fn line(text: &str) -> (Reading, Stretch) {
        let reading = read(text);
        let line = reading.lines[0].tokens;
        (reading, line)
    }

    #[test]
    fn trails_and_headlines_with_marks() {
        for (text, want) in [
            ("Trang chủ > Thời sự > Chính trị", true),
            ("Trang chủ » Tin tức", true),
            ("Home / Kinh tế / Nông nghiệp", true),
            ("Thời sự | Chính trị", true),
            ("www.nghean.gov.vn › tin-trong-tinh", true),
            ("Trang chủ > Lâm Đồng công bố quyết định về công tác cán bộ của tỉnh", true),
            ("Từ Hà Nội > Hải Phòng: thêm tuyến xe", false),
            ("Kinh tế / Xã hội: hai mặt của phát triển", false),
            ("Trang chủ", false),
            ("Thời sự và suy ngẫm", false),
        ] {
            let (reading, line) = line(text);
            assert_eq!(is_trail(&reading, line), want, "{text}");
        }
    }

    #[test]
    fn addresses() {
        for (text, want) in [
            ("https://baolamdong.vn/a-b-c-d-e-f-g-h-i-k-l-m.html", true),
            ("Xem bài gốc tại đây: https://baolamdong.vn/abc.html", true),
            ("baolamdong.vn", true),
            ("Trang www.lamdong.gov.vn của tỉnh đăng tải danh sách các xã, phường mới", false),
            ("Lâm Đồng", false),
        ] {
            let (reading, line) = line(text);
            assert_eq!(is_address(&reading, line), want, "{text}");
        }
    }

    #[test]
    fn marks_of_headings_fall_away() {
        for (text, want) in [
            ("## Lâm Đồng họp", "Lâm Đồng họp"),
            ("**Lâm Đồng họp**", "Lâm Đồng họp"),
            ("• Lâm Đồng họp", "Lâm Đồng họp"),
            ("📌 Lâm Đồng họp", "Lâm Đồng họp"),
            ("“Lâm Đồng” họp", "“Lâm Đồng” họp"),
            ("#LâmĐồng họp", "#LâmĐồng họp"),
            ("(HG) Họp", "(HG) Họp"),
        ] {
            let (reading, line) = line(text);
            assert_eq!(reading.text(unmarked(&reading, line)), want);
        }
    }
}
