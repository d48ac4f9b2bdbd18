//! A life told as a form: `Họ và tên: …` on one line, `Ngày sinh: …` and `Chức vụ: …` on lines below.

use super::births;
use super::signs::Item;
use crate::analysis::Kind;
use crate::lexicon::Phrase;
use crate::records::{Context, List};
use crate::text::{Reading, Stretch};
use crate::w;

/// What the lines of a form say of its person: positions in the list of items.
#[derive(Default)]
pub(super) struct Forms {
    /// Names and posts.
    pub held: Vec<(usize, usize)>,
    /// Names, and the days or years of birth.
    pub births: Vec<(usize, String)>,
}

/// What stands behind the label of a line and its colon: `2. Chức vụ: …`, `- Họ và tên: …`.
fn labeled(reading: &Reading, line: Stretch, label: Phrase) -> Option<Stretch> {
    let bullet = line.tokens().take(2).take_while(|&i| reading[i].is_mark() || reading[i].is_number()).count();
    let end = reading.phrase(line.start + bullet, label)?;
    (end < line.end && reading.word(end) == w!(":")).then_some(Stretch::new(end + 1, line.end))
}

/// The forms of a text. A form ends at a line without a label, or at the next name.
pub(super) fn read(context: &Context, items: &List<Item>) -> Forms {
    let reading = context.reading;
    let mut forms = Forms::default();
    let (mut item, mut name) = (0, None);
    for line in reading.lines.iter().map(|l| l.tokens).filter(|l| l.len() > 0) {
        while items.at(item).is_some_and(|i| i.mention.at.start < line.start) {
            item += 1;
        }
        if let Some(value) = labeled(reading, line, Phrase::LabelOfName) {
            let named = items.at(item).filter(|i| i.mention.kind == Kind::Person && i.mention.at.start == value.start);
            name = named.map(|_| item);
            continue;
        }
        let Some(person) = name else { continue };
        if let Some(value) = labeled(reading, line, Phrase::LabelOfPost) {
            // `Phó Bí thư Huyện ủy, Chủ tịch UBND huyện`: posts from the colon on, with marks between
            let mut end = value.start;
            for post in (item..).take_while(|&i| items.at(i).is_some_and(|i| value.contains(i.mention.at))) {
                let at = items[post].mention.at;
                if items[post].mention.kind != Kind::Role || !(end..at.start).all(|i| reading[i].is_mark()) {
                    break;
                }
                forms.held.push((person, post));
                end = at.end;
            }
        } else if let Some(value) = labeled(reading, line, Phrase::LabelOfBirth) {
            forms.births.extend(births::told_in(context, value).map(|birth| (person, birth)));
        } else if !line.tokens().any(|i| reading.word(i) == w!(":")) {
            name = None;
        }
    }
    forms
}
