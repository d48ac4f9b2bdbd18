//! Quotations: what stands between quotation marks, without the marks.
//!
//! Curly, angular, straight and single marks, nested ones, and the wrong mark in the right place. A quotation that goes
//! on into the next paragraphs is one in each; a mark without its partner is no quotation. The apostrophe in `H'Hen` is
//! no mark.

pub(crate) use super::value::Quote as Value;
use super::{Board, Proposal, Rule, Value as Any};
use crate::analysis::Kind;
use crate::layout::Layout;
use crate::lexicon::Class;
use crate::limits;
use crate::text::{Reading, Stretch};
use crate::w;

/// A quotation that a paragraph leaves open has so many tokens in it.
const SHORTEST: usize = 4;

/// What a mark does by its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Opens,
    Closes,
    Either,
}

/// Proposes every quotation.
pub(crate) fn propose(reading: &Reading, _layout: &Layout, board: &mut Board) {
    let mut quotes = Quotes { reading, open: Vec::new(), found: Vec::new(), parts: Vec::new(), unmarked: false };
    for line in &reading.lines {
        quotes.line(board, line.tokens);
    }
}

/// The quotations as read so far, line by line.
struct Quotes<'a> {
    reading: &'a Reading,
    /// The marks of the line that are open.
    open: Vec<(usize, bool)>,
    /// The quotations with both marks on the line.
    found: Vec<Stretch>,
    /// The parts of a quotation that no line has closed so far.
    parts: Vec<Stretch>,
    /// One of them has no mark of its own.
    unmarked: bool,
}

impl Quotes<'_> {
    /// Reads a line; proposes what it completes.
    fn line(&mut self, board: &mut Board, line: Stretch) {
        let reading = self.reading;
        let closed = self.pairs(line);
        // `"[… có việc.⏎Buổi chiều, …]"`; each paragraph may open anew and only the last close
        let anew = mark(reading, line.start).is_some_and(|(_, double)| double);
        let left_open = match self.open[..] {
            [.., (at, true)] => Some(Stretch::new(at + 1, line.end)),
            _ => None,
        };
        if let Some(at) = closed.filter(|_| !self.parts.is_empty() && !anew) {
            self.parts.push(Stretch::new(line.start, at));
        }
        let whole = closed.is_some() || anew && !self.parts.is_empty() && !self.unmarked && left_open.is_none();
        let goes_on = whole && anew && !self.parts.is_empty();
        if whole {
            for (n, part) in self.parts.drain(..).enumerate() {
                add(board, reading, part, part, n > 0);
            }
        }
        for marked in self.found.drain(..) {
            let at = Stretch::new(marked.start + 1, marked.end - 1);
            add(board, reading, at, marked, goes_on && marked.start == line.start);
        }
        self.carry(line, left_open, whole, anew);
    }

    /// Finds the quotations with both marks on the line; gives the first mark that closes what no mark of the line
    /// opened.
    fn pairs(&mut self, line: Stretch) -> Option<usize> {
        self.open.clear();
        let mut closed = None;
        for at in line.tokens() {
            let Some((form, double)) = mark(self.reading, at) else { continue };
            let place = place(self.reading, line, at);
            let waiting = self.open.iter().rposition(|&(_, d)| d == double);
            let closes = match (form, waiting) {
                (_, None) => false,
                (Form::Opens, Some(_)) => place == Form::Closes,
                (Form::Closes, Some(_)) => double || place == Form::Closes,
                (Form::Either, Some(_)) => place != Form::Opens && (double || place == Form::Closes),
            };
            if closes
                && let Some(n) = waiting
                && let Some(&(from, _)) = self.open.get(n)
            {
                self.open.truncate(n);
                self.found.push(Stretch::new(from, at + 1));
            } else if opens(form, place, double) {
                if self.open.len() == limits::QUOTES {
                    self.open.remove(0);
                }
                self.open.push((at, double));
            } else if double && place == Form::Closes && waiting.is_none() && closed.is_none() {
                closed = Some(at);
            }
        }
        closed
    }

    /// What the next lines may go on with: the parts so far, and what this line left open.
    fn carry(&mut self, line: Stretch, left_open: Option<Stretch>, whole: bool, anew: bool) {
        let silent = !line.tokens().any(|i| mark(self.reading, i).is_some());
        if !whole && !self.parts.is_empty() && self.parts.len() < limits::PARAGRAPHS && silent {
            self.parts.push(line);
            self.unmarked = true;
            return;
        }
        self.unmarked = false;
        let opens_anew = anew && left_open.is_some_and(|at| at.start == line.start + 1);
        if !(opens_anew && !whole && self.parts.len() < limits::PARAGRAPHS_ANEW) {
            self.parts.clear();
        }
        // not a stray mark before a word or two
        self.parts.extend(left_open.filter(|part| part.len() >= SHORTEST));
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
    // around a field of CSV they are no quotation
    if folded != w!("\"") && folded != w!("'") || reading.is_border(at) {
        return None;
    }
    let form = match reading.token_text(at) {
        "“" | "„" | "«" | "‘" => Form::Opens,
        "”" | "»" => Form::Closes,
        "ʼ" | "´" => return None,
        _ => Form::Either,
    };
    Some((form, folded == w!("\"")))
}

/// What a mark does by where it stands: after a space and before a word it opens, after a word it closes.
fn place(reading: &Reading, line: Stretch, at: usize) -> Form {
    let apart = at == line.start || reading[at].spaced || Class::OpensQuote.has(reading.word(at - 1));
    let next_apart = at + 1 >= line.end || reading[at + 1].spaced;
    let next_mark = at + 1 < line.end && reading[at + 1].is_mark();
    match (apart, next_apart) {
        (true, false) => Form::Opens,
        (false, true) => Form::Closes,
        (false, false) if next_mark => Form::Closes,
        _ => Form::Either,
    }
}

fn add(board: &mut Board, reading: &Reading, mut at: Stretch, marked: Stretch, goes_on: bool) {
    // a comma before the closing mark belongs to the sentence around it
    while at.end > at.start && reading.word(at.end - 1) == w!(",") {
        at.end -= 1;
    }
    let has_word = at.tokens().any(|i| !reading[i].is_mark());
    if has_word {
        let value = Any::Quote(Value { marked, goes_on });
        board.add(Proposal { kind: Kind::Quote, at, strength: 90, rule: Rule::QuoteMarks, value });
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
            ("bà nói: \"Tôi đến từ sáng.\nChiều tôi ra về\".", vec!["Tôi đến từ sáng.", "Chiều tôi ra về"]),
            ("“Tôi đến từ buổi sáng.\n“Chiều tôi về”.", vec!["Tôi đến từ buổi sáng.", "Chiều tôi về"]),
            (
                "nói: “Có ba việc phải làm.\n“Một là rà soát.\n“Hai là công khai”.",
                vec!["Có ba việc phải làm.", "Một là rà soát.", "Hai là công khai"],
            ),
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
        let mut board = Board::new(&reading);
        propose(&reading, &Layout::default(), &mut board);
        board.proposals().map(|p| reading.text(p.at).to_string()).collect()
    }
}
