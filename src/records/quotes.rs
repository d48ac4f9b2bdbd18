//! Quotations: somebody's words, a motto, the name of something or a word set off; and who said them.

use super::{Built, Context};
use crate::analysis::{Kind, Quote, QuoteKind};
use crate::entities::Value as Any;
use crate::lexicon::{Table, cell};
use crate::limits;
use crate::text::{Reading, Stretch};
use crate::w;

/// Words from which on a phrase that nothing introduces is taken for a sentence somebody says.
const LONG: usize = 12;
/// Words from which on a phrase with a capital letter is no longer taken for a name.
const LONG_NAME: usize = 25;
/// The longest member of a motto that no word introduces, in syllables.
const SHORT_MEMBER: usize = 5;
/// How many tokens may stand between a quotation and the word that says it is one.
const REACH: usize = 14;

/// Gives every QUOTE its record.
pub fn build(context: &Context) -> Built<Quote> {
    let mut built = Built::default();
    let voices = Voices::new(context);
    // the last speech on each line has its speaker for the ones that go on with it
    let mut last: Option<(usize, String)> = None;
    for (id, mention) in context.mentions(Kind::Quote) {
        let marked = match mention.value {
            Any::Quote(value) => value.marked,
            _ => Stretch::new(mention.at.start.saturating_sub(1), mention.at.end),
        };
        let said = voices.said(marked);
        let line = context.reading.line_of(marked.start);
        let spoken_here = last.as_ref().is_some_and(|l| l.0 == line);
        let (kind, parts) = kind_of(context, mention.at, marked, said, spoken_here);
        let speaker = (kind == QuoteKind::Speech)
            .then(|| {
                let named = voices.speaker(marked);
                named.or_else(|| last.as_ref().filter(|l| l.0 == line).map(|l| l.1.clone()))
            })
            .flatten();
        if let Some(speaker) = &speaker {
            last = Some((line, speaker.clone()));
        }
        built.of.push((id, built.records.len() as u32));
        built.records.push(Quote { entity: id as u32, kind, speaker, parts });
    }
    built
}

/// What a quotation is, and the members of a motto. `said`: the text says that somebody says it; `spoken_here`: somebody
/// already speaks on its line.
fn kind_of(context: &Context, at: Stretch, marked: Stretch, said: bool, spoken_here: bool) -> (QuoteKind, Vec<String>) {
    let reading = context.reading;
    let parts = members(reading, at);
    let head = head_before(context, marked.start);
    let syllables = at.tokens().filter(|&i| !reading[i].is_mark()).count();
    let ends = [w!("."), w!("!"), w!("?")].contains(&reading.word(at.end - 1));
    let capital = reading[at.start].is_capital();
    let slogan = parts.len() > 2
        && parts.iter().all(|p| words(reading, *p) <= SHORT_MEMBER)
        && parts.iter().map(|p| words(reading, *p)).sum::<usize>() >= parts.len();
    let texts = |parts: &[Stretch]| parts.iter().map(|p| reading.text(*p).to_string()).collect();
    // a sentence of its own goes on with what somebody says
    let sentence = reading.sentence_of(marked.start).start == marked.start && spoken_here;
    let full = syllables > 4 && (ends || said || sentence) || syllables > 2 && ends && said;
    match head {
        Some("motto") if parts.len() > 1 => (QuoteKind::Motto, texts(&parts)),
        _ if slogan => (QuoteKind::Motto, texts(&parts)),
        Some("motto") if !ends => (QuoteKind::Motto, Vec::new()),
        Some("title") if !said || syllables < LONG => (QuoteKind::Title, Vec::new()),
        Some("term") if syllables < LONG => (QuoteKind::Term, Vec::new()),
        _ if full => (QuoteKind::Speech, Vec::new()),
        // `Nghị quyết … “về …”`: the subject of a document
        _ if reading.word(at.start) == w!("về") => (QuoteKind::Title, Vec::new()),
        _ if follows_name(context, marked.start) && capital => (QuoteKind::Title, Vec::new()),
        _ if capital && syllables > 1 && syllables < LONG_NAME => (QuoteKind::Title, Vec::new()),
        _ if syllables >= LONG => (QuoteKind::Speech, Vec::new()),
        _ => (QuoteKind::Term, Vec::new()),
    }
}

fn words(reading: &Reading, at: Stretch) -> usize {
    at.tokens().filter(|&i| !reading[i].is_mark()).count()
}

/// A document or an event is named right before: what follows in marks is its title.
fn follows_name(context: &Context, mark: usize) -> bool {
    let mentions = &context.records.mentions;
    let behind = mentions.partition_point(|m| m.at.start < mark);
    mentions[..behind]
        .iter()
        .rev()
        .take(4)
        .any(|m| m.at.end == mark && matches!(m.kind, Kind::Document | Kind::Event | Kind::Organization))
}

/// What the word right before the marks says of the quotation; `:`, `là` and a count (`phương châm 5 hóa: “…”`) may
/// stand between.
fn head_before(context: &Context, mark: usize) -> Option<&'static str> {
    let reading = context.reading;
    let head = |at: usize| {
        let hit = reading.hits_before(at).find(|h| h.table == Table::QuoteHeads)?;
        reading.same_line(at, mark).then(|| cell(Table::QuoteHeads, hit.row, 1))
    };
    let mut at = mark;
    for _ in 0..2 {
        // `gọi là`, `8 chữ vàng` are heads as a whole
        if let Some(kind) = head(at) {
            return Some(kind);
        }
        let between = at.checked_sub(1).is_some_and(|i| {
            reading.same_line(i, mark) && [w!(":"), w!("là"), w!("với"), w!("của")].contains(&reading.word(i))
        });
        at -= usize::from(between);
    }
    let mentions = &context.records.mentions;
    let before = mentions.partition_point(|m| m.at.start < at);
    let count = mentions[..before].last().filter(|m| m.kind == Kind::Quantity && m.at.end == at);
    head(at).or_else(|| head(count?.at.start))
}

/// The members of a slogan: between semicolons, else spaced dashes, else commas; the last may be joined with `và`.
fn members(reading: &Reading, at: Stretch) -> Vec<Stretch> {
    let dash = |i: usize| reading.word(i) == w!("-") && reading[i].spaced;
    let separators: [&dyn Fn(usize) -> bool; 3] =
        [&|i| reading.word(i) == w!(";"), &dash, &|i| reading.word(i) == w!(",")];
    let Some(separator) = separators.iter().find(|s| at.tokens().any(s)) else {
        return vec![at];
    };
    let mut out = Vec::new();
    let mut from = at.start;
    for i in at.tokens().filter(|&i| separator(i)).chain([at.end]) {
        out.push(Stretch::new(from, i));
        from = i + 1;
    }
    if let Some(last) = out.pop() {
        let joint = last.tokens().rev().find(|&i| reading.word(i) == w!("và") && i > last.start);
        match joint {
            Some(i) => out.extend([Stretch::new(last.start, i), Stretch::new(i + 1, last.end)]),
            None => out.push(last),
        }
    }
    let stop = |i: usize| [w!("."), w!("!")].contains(&reading.word(i));
    for part in &mut out {
        part.start += usize::from(part.len() > 1 && reading.word(part.start) == w!("và"));
        while part.len() > 0 && stop(part.end - 1) {
            part.end -= 1;
        }
    }
    out.retain(|p| p.len() > 0);
    out
}

/// Who speaks where.
struct Voices<'a> {
    context: &'a Context<'a>,
}

impl<'a> Voices<'a> {
    fn new(context: &'a Context<'a>) -> Self {
        Self { context }
    }

    /// The words before the marks, in their sentence; where the marks begin a line, the end of the line before if it
    /// ends in a colon.
    fn before(&self, marked: Stretch) -> Stretch {
        let reading = self.context.reading;
        let line = reading.line(marked.start);
        let bullet = usize::from(reading.word(line.start) == w!("-"));
        if marked.start == line.start + bullet {
            let above = reading.line_of(marked.start).checked_sub(1).map(|n| reading.lines[n].tokens);
            return match above {
                Some(above) if reading.word(above.end - 1) == w!(":") => {
                    let sentence = reading.sentence_of(above.end - 1);
                    Stretch::new(sentence.start.max(sentence.end.saturating_sub(limits::SIGHT)), sentence.end)
                }
                _ => Stretch::new(marked.start, marked.start),
            };
        }
        let sentence = reading.sentence_of(marked.start);
        let within_sight = marked.start.saturating_sub(limits::SIGHT);
        Stretch::new(sentence.start.max(line.start).max(within_sight), marked.start)
    }

    /// The words behind the marks, up to the end of the sentence or the next quotation, within reach.
    fn behind(&self, marked: Stretch) -> Stretch {
        let reading = self.context.reading;
        let line = reading.line(marked.start);
        let limit = line.end.min(marked.end + 2 * REACH);
        let end = (marked.end..limit)
            .find(|&i| reading.word(i) == w!("\"") || reading.word(i) == w!(".") && i > marked.end)
            .unwrap_or(limit);
        Stretch::new(marked.end, end)
    }

    /// The last verb of saying that ends within reach of the marks.
    fn verb_before(&self, marked: Stretch) -> Option<usize> {
        let before = self.before(marked);
        let from = before.end.saturating_sub(REACH).max(before.start);
        (from..before.end).rev().find(|&i| self.is_verb(i, before.end))
    }

    fn verb_behind(&self, marked: Stretch) -> Option<usize> {
        let behind = self.behind(marked);
        behind.tokens().find(|&i| self.is_verb(i, behind.end))
    }

    fn is_verb(&self, at: usize, end: usize) -> bool {
        let hit = self.context.reading.hits.longest(at, Table::SpeechVerbs);
        hit.is_some_and(|h| h.end as usize <= end) && !self.inside_mention(at)
    }

    fn inside_mention(&self, at: usize) -> bool {
        let mentions = &self.context.records.mentions;
        let behind = mentions.partition_point(|m| m.at.start <= at);
        mentions[..behind].iter().rev().take(4).any(|m| m.kind != Kind::Quote && m.at.end > at)
    }

    /// Whether the text says that somebody says this.
    fn said(&self, marked: Stretch) -> bool {
        let reading = self.context.reading;
        let near_before = self.verb_before(marked).is_some_and(|verb| {
            let hit = reading.hits.longest(verb, Table::SpeechVerbs);
            let end = hit.map_or(verb, |h| h.end as usize);
            let colon = reading.word(self.before(marked).end.saturating_sub(1)) == w!(":");
            colon || self.before(marked).end - end <= 2
        });
        let comma = [w!(","), w!("-")].contains(&reading.word(marked.end))
            || [w!(","), w!("?"), w!("!"), w!(".")].contains(&reading.word(marked.end - 2));
        near_before
            || comma && self.verb_behind(marked).is_some() && self.named_in(self.behind(marked)).is_some()
            || reading.word(self.before(marked).start) == w!("theo") && self.named_in(self.before(marked)).is_some()
    }

    /// The one who says it, under the fullest form of the name.
    fn speaker(&self, marked: Stretch) -> Option<String> {
        let before = self.before(marked);
        if let Some(verb) = self.verb_before(marked) {
            let subject = Stretch::new(before.start, verb);
            let named = self.last_named(subject).or_else(|| self.pronoun(subject));
            if named.is_some() {
                return named;
            }
        }
        let behind = self.behind(marked);
        if self.verb_behind(marked).is_some() {
            let named = self.named_in(behind);
            if named.is_some() {
                return named;
            }
        }
        let reading = self.context.reading;
        if reading.word(before.start) == w!("theo") || reading.word(behind.start + 1) == w!("theo") {
            return self.named_in(before).or_else(|| self.named_in(behind));
        }
        None
    }

    /// The last person named in these words, else the last holder of a post or body.
    fn last_named(&self, within: Stretch) -> Option<String> {
        let mentions = self.mentions_in(within);
        let person = mentions.clone().rev().find_map(|id| self.person(id));
        person.or_else(|| mentions.rev().find_map(|id| self.office(id)))
    }

    /// The first person named in these words, else somebody already named who comes back as `ông`, else a post.
    fn named_in(&self, within: Stretch) -> Option<String> {
        let mentions = self.mentions_in(within);
        let person = mentions.clone().find_map(|id| self.person(id));
        person.or_else(|| self.pronoun(within)).or_else(|| mentions.clone().find_map(|id| self.office(id)))
    }

    fn mentions_in(&self, within: Stretch) -> std::ops::Range<usize> {
        let mentions = &self.context.records.mentions;
        let start = mentions.partition_point(|m| m.at.start < within.start);
        let end = mentions.partition_point(|m| m.at.start < within.end);
        start..end.max(start)
    }

    fn person(&self, id: usize) -> Option<String> {
        let records = self.context.records;
        let person = records.people.get(records.record_of[id] as usize)?;
        (records.mentions[id].kind == Kind::Person).then(|| person.name.clone())
    }

    /// The holder of a post, or a body by its name.
    fn office(&self, id: usize) -> Option<String> {
        let records = self.context.records;
        let record = records.record_of[id] as usize;
        match records.mentions[id].kind {
            Kind::Role => {
                let holder = *records.roles.get(record)?.holders.first()?;
                records.people.get(holder as usize).map(|p| p.name.clone())
            }
            Kind::Organization if records.mentions[id].parent.is_none() => {
                records.organizations.get(record).map(|o| o.name.clone())
            }
            _ => None,
        }
    }

    /// `ông`, `bà`, `đồng chí` before a verb: the person named last; `ông` is no name with `Thị`.
    fn pronoun(&self, within: Stretch) -> Option<String> {
        let reading = self.context.reading;
        const ONE: [u32; 6] = [w!("ông"), w!("bà"), w!("anh"), w!("chị"), w!("cô"), w!("chí")];
        let word = within.tokens().rev().map(|i| reading.word(i)).find(|w| ONE.contains(w))?;
        let man = word == w!("ông") || word == w!("anh");
        let records = self.context.records;
        let until = records.mentions.partition_point(|m| m.at.start < within.start);
        let named = (0..until).rev().take(200).filter_map(|id| self.person(id));
        named.into_iter().find(|name| !(man && name.split(' ').any(|part| part == "Thị")))
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::QuoteKind;
    use crate::{Options, analyze};

    #[test]
    fn tells_kinds_apart() {
        for (text, kind, parts) in [
            ("theo phương châm “Đoàn kết, trung thành, gương mẫu”", QuoteKind::Motto, 3),
            ("dưới khẩu hiệu “Kỷ cương - Sáng tạo và Phát triển”", QuoteKind::Motto, 3),
            ("với “Đoàn kết - Dân chủ - Kỷ cương - Đổi mới”", QuoteKind::Motto, 4),
            ("có chủ đề: “Đoàn kết - Dân chủ - Kỷ cương”", QuoteKind::Motto, 3),
            ("nêu rõ quan điểm “lấy người dân làm trung tâm”", QuoteKind::Motto, 0),
            ("“Vì sao lại chậm?”, bà Lê Thị Hoa hỏi", QuoteKind::Speech, 0),
            ("Nghị quyết số 05 “về công tác cán bộ trong tình hình mới ở cơ sở”", QuoteKind::Title, 0),
            ("các biểu hiện “tự diễn biến” trong nội bộ", QuoteKind::Term, 0),
            ("phong trào “Cả nước thi đua”", QuoteKind::Title, 0),
            ("cuốn sách “Đường đi” vừa ra", QuoteKind::Title, 0),
            ("Ông Trần Văn Nam nói: “Chúng tôi làm được việc này”", QuoteKind::Speech, 0),
            ("“Chúng tôi làm được việc này”, ông Trần Văn Nam nói", QuoteKind::Speech, 0),
        ] {
            let quote = &analyze(text, &Options::default()).quotes[0];
            assert_eq!((quote.kind, quote.parts.len()), (kind, parts), "{text}");
        }
    }

    #[test]
    fn finds_the_speaker() {
        for (text, want) in [
            ("Ông Trần Văn Nam nói: “Chúng tôi làm được việc này”", Some("Trần Văn Nam")),
            ("“Chúng tôi làm được việc này”, bà Lê Thị Hoa cho biết.", Some("Lê Thị Hoa")),
            ("Theo đồng chí Lê Thị Hoa, “chúng ta còn nhiều việc phải làm”.", Some("Lê Thị Hoa")),
            ("Ông Trần Văn Nam đến. Ông nói: “Tôi rất vui khi được gặp”.", Some("Trần Văn Nam")),
            ("Ông Trần Văn Nam cho biết:\n“Chúng tôi đã làm xong việc này.”", Some("Trần Văn Nam")),
            ("theo phương châm “Đoàn kết, trung thành, gương mẫu” ông Trần Văn Nam nói", None),
            ("Bà Lê Thị Hoa theo ông Trần Văn Nam đến. Ông nói: “Tôi rất vui khi được gặp”.", Some("Trần Văn Nam")),
            ("Có người nói: “Chúng tôi làm được việc này”", None),
        ] {
            let quote = &analyze(text, &Options::default()).quotes[0];
            assert_eq!(quote.speaker.as_deref(), want, "{text}");
        }
    }
}
