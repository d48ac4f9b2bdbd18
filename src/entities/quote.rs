//! Quotations: what stands between quotation marks, without the marks.
//!
//! Curly, angular, straight and single marks, nested ones, and the wrong mark in the right place. A quotation never
//! crosses a line end; a mark without its partner is no quotation. The apostrophe in `H'Hen` is no mark.

use super::{Board, Proposal, Value as Any};
use crate::analysis::Kind;
use crate::layout::Layout;
use crate::text::{Reading, Stretch};
use crate::w;

/// What the rules read beside the stretch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Value {
    /// The quotation with its marks.
    pub marked: Stretch,
}

/// Quotations within quotations that are followed; of more open marks the first is taken for a stray one.
const DEEPEST: usize = 8;

/// What a mark does by its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Opens,
    Closes,
    Either,
}

/// Proposes every quotation.
pub fn propose(reading: &Reading, _layout: &Layout, board: &mut Board) {
    let mut open: Vec<(usize, bool)> = Vec::new();
    for line in &reading.lines {
        open.clear();
        for at in line.tokens.tokens() {
            let Some((form, double)) = mark(reading, at) else { continue };
            let place = place(reading, line.tokens, at);
            let waiting = open.iter().rposition(|&(_, d)| d == double);
            let closes = match (form, waiting) {
                (_, None) => false,
                (Form::Opens, Some(_)) => place == Form::Closes,
                (Form::Closes, Some(_)) => double || place == Form::Closes,
                (Form::Either, Some(_)) => place != Form::Opens && (double || place == Form::Closes),
            };
            if closes && let Some(n) = waiting {
                let from = open[n].0;
                open.truncate(n);
                add(board, reading, Stretch::new(from, at + 1));
            } else if opens(form, place, double) {
                if open.len() == DEEPEST {
                    open.remove(0);
                }
                open.push((at, double));
            }
        }
    }
}

/// A mark that closes nothing opens something, if its form and place allow it.
fn opens(form: Form, place: Form, double: bool) -> bool {
    match form {
        Form::Opens => double || place == Form::Opens,
        Form::Closes => place == Form::Opens && double,
        Form::Either => place == Form::Opens || double && place == Form::Either,
    }
}

/// The form of a quotation mark, and whether it is a double one.
fn mark(reading: &Reading, at: usize) -> Option<(Form, bool)> {
    let folded = reading.word(at);
    if folded != w!("\"") && folded != w!("'") {
        return None;
    }
    let form = match reading.token_text(at) {
        "“" | "„" | "«" | "‘" => Form::Opens,
        "”" | "»" => Form::Closes,
        "\"" | "″" | "'" | "’" | "`" => Form::Either,
        _ => return None,
    };
    Some((form, folded == w!("\"")))
}

/// What a mark does by where it stands: after a space and before a word it opens, after a word it closes.
fn place(reading: &Reading, line: Stretch, at: usize) -> Form {
    const BRACKETS: [u32; 5] = [w!("("), w!("["), w!("\""), w!("'"), w!("-")];
    let apart = at == line.start || reading.tokens[at].spaced || BRACKETS.contains(&reading.word(at - 1));
    let next_apart = at + 1 >= line.end || reading.tokens[at + 1].spaced;
    let next_mark = at + 1 < line.end && reading.tokens[at + 1].is_mark();
    match (apart, next_apart) {
        (true, false) => Form::Opens,
        (false, true) => Form::Closes,
        (false, false) if next_mark => Form::Closes,
        _ => Form::Either,
    }
}

fn add(board: &mut Board, reading: &Reading, marked: Stretch) {
    let mut at = Stretch::new(marked.start + 1, marked.end - 1);
    // a comma before the closing mark belongs to the sentence around it
    while at.end > at.start && reading.word(at.end - 1) == w!(",") {
        at.end -= 1;
    }
    let has_word = at.tokens().any(|i| !reading.tokens[i].is_mark());
    if has_word {
        let value = Any::Quote(Value { marked });
        board.add(Proposal { kind: Kind::Quote, at, strength: 90, rule: "quote.marks", value });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::read;

    #[test]
    fn finds_quotations() {
        for (text, want) in [
            ("biểu hiện “tự diễn biến”, “tự chuyển hóa” trong", vec!["tự diễn biến", "tự chuyển hóa"]),
            ("gọi là \"lợi ích nhóm\".", vec!["lợi ích nhóm"]),
            ("nói: \"Chúng tôi làm.\" Rồi \"xong\"", vec!["Chúng tôi làm.", "xong"]),
            ("cuốn «Đường kách mệnh»", vec!["Đường kách mệnh"]),
            ("ông nói “ai cũng biết ‘luật’ này”", vec!["luật", "ai cũng biết ‘luật’ này"]),
            ("“Nhà “Mái ấm” ở đây”", vec!["Mái ấm", "Nhà “Mái ấm” ở đây"]),
            ("mở “đầu tiên rồi “thứ hai” xong", vec!["thứ hai"]),
            ("sai ”dấu” và “dấu“ nữa", vec!["dấu", "dấu"]),
            ("“Rất vui,” ông nói", vec!["Rất vui"]),
            ("(“một”)", vec!["một"]),
            ("các mô hình 'dân vận khéo', 'xanh'", vec!["dân vận khéo", "xanh"]),
        ] {
            assert_eq!(quotes(text), want, "{text}");
        }
    }

    #[test]
    fn leaves_what_is_no_quotation() {
        for text in
            ["H'Hen Niê và K'Brêu", "mở “không đóng", "“dòng một\ndòng hai”", "đóng” không mở", "“”", "cao 5'30''"]
        {
            assert!(quotes(text).is_empty(), "{text}: {:?}", quotes(text));
        }
    }

    fn quotes(text: &str) -> Vec<String> {
        let reading = read(text);
        let mut board = Board::new(reading.tokens.len());
        propose(&reading, &Layout::default(), &mut board);
        board.proposals().map(|p| reading.text(p.at).to_string()).collect()
    }
}
