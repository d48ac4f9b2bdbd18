//! Cells of tables: borders that no rule reads across.
//!
//! A tab ends a cell wherever it stands between words. Bars do in a line that begins with one, or where the next line
//! has as many; commas and semicolons without a space behind do in lines that follow one another with as many (CSV).

use super::{Line, Token};
use crate::w;

/// Rows have at least so many bars, commas or semicolons.
const BORDERS: usize = 2;

/// How a line may be cut.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Cuts {
    bars: usize,
    /// Begins with a bar.
    framed: bool,
    /// Commas (semicolons) with no space behind; 0 where one has a space.
    commas: usize,
    semicolons: usize,
    /// Commas between two figures, which may be decimals.
    decimals: usize,
}

/// Gives every token the number of its cell; until now it is that of the tabs and line ends before it.
pub(super) fn divide(tokens: &mut [Token], lines: &[Line]) {
    let fields: Vec<Vec<Field>> = lines.iter().map(|line| fields(&tokens[line.tokens.tokens()])).collect();
    let cuts = lines.iter().zip(&fields).map(|(line, fields)| cuts_of(&tokens[line.tokens.tokens()], fields));
    let cuts: Vec<Cuts> = cuts.collect();
    let at = |n: Option<usize>| n.and_then(|n| cuts.get(n)).copied().unwrap_or_default();
    let mut border = vec![0; lines.len()];
    for n in 0..lines.len() {
        let (here, before, next) = (cuts[n], at(n.checked_sub(1)), at(Some(n + 1)));
        let as_many = |count: fn(&Cuts) -> usize| {
            count(&here) >= BORDERS && (count(&before) == count(&here) || count(&next) == count(&here))
        };
        let above = n.checked_sub(1).map_or(0, |n| border[n]);
        // a row of words first: two lines of decimals are no table
        let words_first = here.decimals == 0 || above == w!(",") && before.commas == here.commas;
        border[n] = if here.bars >= BORDERS && (here.framed || as_many(|c| c.bars)) {
            w!("|")
        } else if as_many(|c| c.semicolons) {
            w!(";")
        } else if as_many(|c| c.commas) && words_first {
            w!(",")
        } else {
            0
        };
    }
    let (mut cell, mut tabs) = (0, 0);
    for ((line, border), fields) in lines.iter().zip(border).zip(fields) {
        let mut cut = true;
        let quotes = [w!(","), w!(";")].contains(&border);
        for (n, at) in line.tokens.tokens().enumerate() {
            let closes = match fields.get(n).filter(|_| quotes) {
                Some(Field::Mark) => true,
                Some(Field::Inside) => false,
                _ => border != 0 && tokens[at].word == border,
            };
            cell += u32::from(cut || closes || tokens[at].cell != tabs);
            tabs = tokens[at].cell;
            tokens[at].cell = cell;
            cut = closes;
        }
    }
}

/// How a token stands to the quoted fields of its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Outside,
    /// The mark that opens or closes one.
    Mark,
    Inside,
}

/// The quoted fields of a line of CSV: `1,"Xã An Thượng, huyện Hoài Đức",Nam` (RFC 4180, 2.5 and 2.6). Nothing where a line has
/// none, or leaves one open.
fn fields(line: &[Token]) -> Vec<Field> {
    let mark = |t: &Token| t.word == w!("\"");
    if !line.iter().any(mark) {
        return Vec::new();
    }
    let border = |t: Option<&Token>| t.is_none_or(|t| [w!(","), w!(";")].contains(&t.word));
    let mut inside = false;
    let mut out = Vec::with_capacity(line.len());
    for (i, t) in line.iter().enumerate() {
        let next = line.get(i + 1);
        let opens = !inside && border(i.checked_sub(1).and_then(|b| line.get(b))) && next.is_some_and(|n| !n.spaced);
        let turns = mark(t) && (opens || inside && border(next));
        inside ^= turns;
        out.push(match (turns, inside) {
            (true, _) => Field::Mark,
            (false, true) => Field::Inside,
            (false, false) => Field::Outside,
        });
    }
    if inside { Vec::new() } else { out }
}

fn cuts_of(line: &[Token], fields: &[Field]) -> Cuts {
    let mut cuts = Cuts { framed: line.first().is_some_and(|t| t.word == w!("|")), ..Cuts::default() };
    let (mut comma_spaced, mut semicolon_spaced) = (false, false);
    for (i, t) in line.iter().enumerate().filter(|(i, _)| fields.get(*i) != Some(&Field::Inside)) {
        let spaced = line.get(i + 1).is_some_and(|next| next.spaced);
        if t.word == w!("|") {
            cuts.bars += 1;
        } else if t.word == w!(",") {
            cuts.commas += 1;
            comma_spaced |= spaced;
            let figure = |t: Option<&Token>| t.is_some_and(Token::is_number);
            cuts.decimals += usize::from(figure(line.get(i + 1)) && i > 0 && figure(line.get(i - 1)));
        } else if t.word == w!(";") {
            cuts.semicolons += 1;
            semicolon_spaced |= spaced;
        }
    }
    if comma_spaced {
        cuts.commas = 0;
    }
    if semicolon_spaced {
        cuts.semicolons = 0;
    }
    cuts
}

#[cfg(test)]
mod tests {
    use crate::text::read;

    /// The cells of a text, line by line.
    fn cells(text: &str) -> Vec<Vec<String>> {
        let reading = read(text);
        let row = |line: &super::Line| reading.cells(line.tokens).map(|c| reading.text(c).to_string()).collect();
        reading.lines.iter().map(row).collect()
    }

    #[test]
    fn tables_are_cut_and_prose_is_not() {
        for (text, want) in [
            ("1\tLê Văn An\t80,15", vec![vec!["1", "Lê Văn An", "80,15"]]),
            ("\tThụt vào đầu dòng", vec![vec!["Thụt vào đầu dòng"]]),
            ("| 1 | Lê An |\n|---|---|", vec![vec!["1", "Lê An"], vec!["---", "---"]]),
            ("a | b | c\nd | e | f", vec![vec!["a", "b", "c"], vec!["d", "e", "f"]]),
            ("14/10/2021 | 08:35 GMT+7", vec![vec!["14/10/2021 | 08:35 GMT+7"]]),
            ("Trang chủ | Thời sự | Chính trị", vec![vec!["Trang chủ | Thời sự | Chính trị"]]),
            ("STT,Tên,Năm\n1,Lê An,1975\n", vec![vec!["STT", "Tên", "Năm"], vec!["1", "Lê An", "1975"]]),
            ("Mã;Tên xã;Số hộ\n01;Ea Súp;3,5", vec![vec!["Mã", "Tên xã", "Số hộ"], vec!["01", "Ea Súp", "3,5"]]),
            ("Tăng 7,5% và 6,2%\nGiảm 3,1% và 4,2%", vec![vec!["Tăng 7,5% và 6,2%"], vec!["Giảm 3,1% và 4,2%"]]),
            (
                "1,\"Xã A, huyện B\",\"\",Nam\n2,Hà Nội,\"C; D\",Nữ",
                vec![vec!["1", "Xã A, huyện B", "Nam"], vec!["2", "Hà Nội", "C; D", "Nữ"]],
            ),
            (
                "\"Tôi đi,\" ông nói, \"rồi về\"\n\"Tôi về,\" bà nói, \"rồi đi\"",
                vec![vec!["\"Tôi đi,\" ông nói, \"rồi về\""], vec!["\"Tôi về,\" bà nói, \"rồi đi\""]],
            ),
            ("An, Bình, Hoa\nLan, Mai, Tú", vec![vec!["An, Bình, Hoa"], vec!["Lan, Mai, Tú"]]),
        ] {
            assert_eq!(cells(text), want, "{text}");
        }
    }
}
