//! Quotations: somebody's words, a motto, the name of something or a word set off; and who said them.

use super::{Built, Context, pronoun};
use crate::analysis::{Kind, Quote, QuoteKind};
use crate::entities::Value as Any;
use crate::lexicon::columns::quote_heads;
use crate::lexicon::{Class, Hit, Table};
use crate::limits;
use crate::text::{Reading, Stretch};
use crate::w;

/// Words from which on a phrase that nothing introduces is taken for a sentence somebody says.
const LONG: usize = 12;
/// Words from which on a phrase with a capital letter is no longer taken for a name.
const LONG_NAME: usize = 25;
/// The longest member of a motto that no word introduces, in syllables.
const SHORT_MEMBER: usize = 5;

/// A speech: who speaks, and where.
struct Spoken {
    line: usize,
    marked: Stretch,
    speaker: String,
}

/// Gives every QUOTE its record.
pub(super) fn build(context: &Context) -> Built<Quote> {
    let mut built = Built::<Quote>::default();
    let voices = Voices::new(context);
    // the last speech with its speaker, for the ones that go on with it
    let mut last: Option<Spoken> = None;
    // where the quotation began that paragraph after paragraph goes on
    let mut first = 0;
    for (id, mention) in context.mentions(Kind::Quote) {
        let Any::Quote(value) = mention.value else { continue };
        let marked = value.marked;
        let line = context.reading.line_of(marked.start);
        let here = last.as_ref().filter(|l| l.line == line);
        let certain = voices.beside(mention.at, marked)
            || voices.reports(marked)
            || voices.says(marked)
            || voices.by_account(marked)
            || here.is_some_and(|l| voices.resumes(l.marked, marked));
        let attributed = certain || voices.leads(marked);
        let said = attributed || voices.said(marked);
        let n = built.records.len();
        let above = value.goes_on.then(|| built.records.last()).flatten();
        let (kind, parts) = match above {
            Some(above) => (above.kind, Vec::new()),
            None => kind_of(context, mention.at, marked, Said { said, attributed, certain, here: here.is_some() }),
        };
        let mut speaker = None;
        if kind == QuoteKind::Speech {
            let known = above.and_then(|above| above.speaker.clone());
            let named = known.or_else(|| voices.inside(mention.at)).or_else(|| voices.speaker(marked, last.as_ref()));
            // a sentence of its own, or one that this resumes
            let another = voices.leads_over(marked) && voices.verb_behind(marked).is_some();
            let same = here
                .filter(|_| !another)
                .filter(|_| certain || context.reading.sentence_of(marked.start).start == marked.start);
            speaker = named.or_else(|| same.map(|l| l.speaker.clone()));
        }
        if let Some(speaker) = &speaker {
            last = Some(Spoken { line, marked, speaker: speaker.clone() });
        }
        // `“…⏎“…”, ông A nói`: the last paragraph says who speaks in all of them
        if value.goes_on {
            let open = built.records.iter_mut().skip(first).filter(|q| q.kind == QuoteKind::Speech);
            open.for_each(|q| q.speaker = q.speaker.take().or_else(|| speaker.clone()));
        } else {
            first = n;
        }
        built.of.push((id, n as u32));
        built.records.push(Quote { entity: id as u32, kind, speaker, parts });
    }
    built
}

/// What the text around a quotation says of it.
#[derive(Debug, Clone, Copy)]
struct Said {
    /// Somebody says it.
    said: bool,
    /// Who says it stands right beside the marks, or between dashes in it.
    attributed: bool,
    /// And not only before a colon, behind which a motto may stand too.
    certain: bool,
    /// Somebody already speaks on its line.
    here: bool,
}

/// What a quotation is, and the members of a motto.
fn kind_of(context: &Context, at: Stretch, marked: Stretch, told: Said) -> (QuoteKind, Vec<String>) {
    let Said { said, attributed, certain, here } = told;
    let reading = context.reading;
    let parts = members(reading, at);
    // `Thủ tướng yêu cầu: “…”`: what heads a motto elsewhere is a verb behind whoever says it
    let verb = attributed && reading.word_before(marked.start, 1) == w!(":") && {
        let mut hits = reading.hits_before(marked.start - 1);
        hits.any(|h| h.table == Table::SpeechVerbs)
    };
    let head = head_before(context, marked.start).filter(|_| !verb);
    let syllables = at.tokens().filter(|&i| !reading[i].is_mark()).count();
    let ends = [w!("."), w!("!"), w!("?")].contains(&reading.word(at.end - 1));
    let capital = reading[at.start].is_capital();
    let slogan = parts.len() > 2
        && parts.iter().all(|p| words(reading, *p) <= SHORT_MEMBER)
        && parts.iter().map(|p| words(reading, *p)).sum::<usize>() >= parts.len();
    let texts = |parts: &[Stretch]| parts.iter().map(|p| reading.text(*p).to_string()).collect();
    // a sentence of its own goes on with what somebody says
    let sentence = reading.sentence_of(marked.start).start == marked.start && here;
    let full = syllables > 4 && (ends || said || sentence) || syllables > 2 && ends && said || attributed;
    match head {
        _ if certain => (QuoteKind::Speech, Vec::new()),
        None if attributed && !slogan => (QuoteKind::Speech, Vec::new()),
        Some(quote_heads::Kind::Motto) if parts.len() > 1 => (QuoteKind::Motto, texts(&parts)),
        _ if slogan => (QuoteKind::Motto, texts(&parts)),
        Some(quote_heads::Kind::Motto) if !ends => (QuoteKind::Motto, Vec::new()),
        Some(quote_heads::Kind::Title) if !said || syllables < LONG => (QuoteKind::Title, Vec::new()),
        Some(quote_heads::Kind::Term) if syllables < LONG => (QuoteKind::Term, Vec::new()),
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
fn head_before(context: &Context, mark: usize) -> Option<quote_heads::Kind> {
    let reading = context.reading;
    let head = |at: usize| {
        let hit = reading.hits_before(at).find(|h| h.table == Table::QuoteHeads)?;
        quote_heads::KIND.of(hit.row).filter(|_| reading.same_line(at, mark))
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
            let above =
                reading.line_of(marked.start).checked_sub(1).and_then(|n| reading.lines.get(n)).map(|l| l.tokens);
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
        let limit = line.end.min(marked.end + 2 * limits::SAYING);
        let end = (marked.end..limit).find(|&i| [w!("\""), w!(".")].contains(&reading.word(i))).unwrap_or(limit);
        Stretch::new(marked.end, end)
    }

    /// The last verb of saying that ends within reach of the marks.
    fn verb_before(&self, marked: Stretch) -> Option<usize> {
        let before = self.before(marked);
        let from = before.end.saturating_sub(limits::SAYING).max(before.start);
        (from..before.end).rev().find(|&i| self.is_verb(i, before.end))
    }

    /// The first verb of saying behind the marks that somebody stands before, else the first.
    fn verb_behind(&self, marked: Stretch) -> Option<usize> {
        let behind = self.behind(marked);
        let mut verbs = behind.tokens().filter(|&i| self.is_verb(i, behind.end));
        let first = verbs.next()?;
        let led = |verb: &usize| self.is_subject(Stretch::new(behind.start, *verb));
        Some(std::iter::once(first).chain(verbs).find(led).unwrap_or(first))
    }

    /// A comma or dash stands between the marks and what follows, or a comma or stop in them.
    fn leads_over(&self, marked: Stretch) -> bool {
        let reading = self.context.reading;
        [w!(","), w!("-")].contains(&reading.word(marked.end))
            || [w!(","), w!("?"), w!("!"), w!(".")].contains(&reading.word(marked.end - 2))
    }

    /// `theo ông A, “…”`, `theo bạn đọc A: “…”`: whom the words name behind `theo`, with no mark between.
    fn according(&self, within: Stretch) -> bool {
        let reading = self.context.reading;
        let near =
            (within.start + 1..(within.start + limits::CALLED).min(within.end)).take_while(|&i| !reading[i].is_mark());
        reading.word(within.start) == w!("theo")
            && near.into_iter().any(|i| {
                self.mentions_in(Stretch::new(i, i + 1)).any(|id| self.may_speak(id))
                    || self.pronoun_at(Stretch::new(i, i + 1)).is_some()
            })
    }

    /// `Theo ông A, “…”`: nothing but the comma stands between whom `theo` names and the marks.
    fn by_account(&self, marked: Stretch) -> bool {
        let reading = self.context.reading;
        let before = self.before(marked);
        let Some(comma) = before.end.checked_sub(1).filter(|&i| i > before.start && reading.word(i) == w!(",")) else {
            return false;
        };
        let named = self.mentions_in(before).rev().find(|&id| self.kind(id) != Kind::Quote && self.is_outermost(id));
        named.is_some_and(|id| {
            let at = self.context.records.mentions[id].at;
            let near = at.start - before.start < limits::CALLED;
            let apart = (before.start..at.start).any(|i| reading[i].is_mark());
            self.may_speak(id) && at.end == comma && near && !apart && reading.word(before.start) == w!("theo")
        })
    }

    /// `Bộ Ngoại giao nói “sẽ đáp trả”`, `bà A cam kết “không để thiếu xăng dầu”`: a verb of stating stands right between who
    /// speaks and the marks.
    fn says(&self, marked: Stretch) -> bool {
        let reading = self.context.reading;
        let before = self.before(marked);
        let Some(verb) = self.verb_before(marked).filter(|&verb| self.end_of_verb(verb) == marked.start) else {
            return false;
        };
        let small = reading[marked.start + 1].case == crate::text::Case::Lower;
        let last = reading.word(marked.start - 1);
        // `nói về “đêm trắng ở biên giới”` names what is spoken of
        let states =
            last != w!("về") && Class::BeginsStatement.has(reading.word(verb)) || Class::GovernsQuote.has(last);
        small && states && marked.len() > 4 && self.stands_before(before, verb)
    }

    /// Somebody who may speak, or a pronoun, stands right before a verb.
    fn stands_before(&self, within: Stretch, verb: usize) -> bool {
        let subject = Stretch::new(within.start, verb);
        let named = self.mentions_in(subject).rev().find(|&id| self.kind(id) != Kind::Quote && self.is_outermost(id));
        named.is_some_and(|id| self.may_speak(id) && verb - self.context.records.mentions[id].at.end.min(verb) <= 1)
            || self.pronoun_at(subject).is_some_and(|pronoun| verb - pronoun <= 2)
    }

    /// `“…”, AFP dẫn lời ông A`.
    fn cited(&self, marked: Stretch) -> Option<String> {
        let behind = self.behind(marked);
        let cites = behind.tokens().find(|&i| self.is_citing(i))?;
        self.person_in(Stretch::new(cites, behind.end))
    }

    /// A verb of saying; not one that hands over to another (`AFP dẫn lời ông A cho biết`).
    fn is_verb(&self, at: usize, end: usize) -> bool {
        let hit = self.context.reading.hits.longest(at, Table::SpeechVerbs);
        let leads = |h: &Hit| [w!(":"), w!("\"")].contains(&self.context.reading.word(h.end as usize));
        hit.is_some_and(|h| h.end as usize <= end && (!self.is_citing(at) || leads(h))) && !self.inside_mention(at)
    }

    fn is_citing(&self, at: usize) -> bool {
        [w!("dẫn"), w!("trích")].contains(&self.context.reading.word(at))
    }

    fn inside_mention(&self, at: usize) -> bool {
        let mentions = &self.context.records.mentions;
        let behind = mentions.partition_point(|m| m.at.start <= at);
        mentions[..behind].iter().rev().take(4).any(|m| m.kind != Kind::Quote && m.at.end > at)
    }

    /// Whether the text says that somebody says this.
    fn said(&self, marked: Stretch) -> bool {
        let reading = self.context.reading;
        let before = self.before(marked);
        let near_before = self.verb_before(marked).is_some_and(|verb| {
            let end = self.end_of_verb(verb);
            reading.word(before.end.saturating_sub(1)) == w!(":") || before.end - end <= 2
        });
        let comma = self.leads_over(marked);
        near_before
            || self.names_before_colon(marked).is_some()
            || comma && self.verb_behind(marked).is_some() && self.named_in(self.behind(marked)).is_some()
            || self.according(before)
    }

    fn end_of_verb(&self, verb: usize) -> usize {
        self.context.reading.hits.longest(verb, Table::SpeechVerbs).map_or(verb, |h| h.end as usize)
    }

    /// Who says it stands right behind the marks (`“Việc này khó”, Chủ tịch UBND tỉnh nhấn mạnh`), between dashes in the
    /// quotation itself, or is named without a verb before a colon.
    fn beside(&self, at: Stretch, marked: Stretch) -> bool {
        let reading = self.context.reading;
        let led = [w!("-"), w!(":")].contains(&reading.word_before(marked.start, 1));
        let opens = led || reading.sentence_of(marked.start).start == marked.start;
        let mark = self.leads_over(marked);
        let behind = self.behind(marked);
        let verb = self.verb_behind(marked).filter(|_| opens && mark);
        // `“Giá tăng”, đại diện công ty cho biết.`: the verb closes the sentence, whoever says it
        let closes = |verb: usize| {
            let end = self.end_of_verb(verb);
            end >= behind.end && reading.word(marked.end) == w!(",") && verb - marked.end > 1
        };
        verb.is_some_and(|verb| self.opens_subject(Stretch::new(behind.start, verb)) || closes(verb))
            || opens && mark && self.cited(marked).is_some()
            || self.inside(at).is_some()
            || self.names_before_colon(marked).is_some()
    }

    /// Who says it stands before a colon: `ông A nói: “Khó”`.
    fn leads(&self, marked: Stretch) -> bool {
        let before = self.before(marked);
        let colon = self.context.reading.word(before.end.wrapping_sub(1)) == w!(":");
        colon
            && self.verb_before(marked).is_some_and(|verb| {
                let end = self.end_of_verb(verb);
                let near =
                    before.end - end <= 3 || before.end - end <= limits::SAYING && self.is_where(end, before.end);
                near && self.is_subject(Stretch::new(before.start, verb))
            })
    }

    /// `viết trên mạng xã hội:`, `phát biểu tại hội nghị:`: where somebody says it, up to the colon.
    fn is_where(&self, from: usize, colon: usize) -> bool {
        let reading = self.context.reading;
        Class::LeadsToPlaceOfSpeech.has(reading.word(from))
            && !(from..colon - 1).any(|i| reading[i].is_mark())
            && self.mentions_in(Stretch::new(from, colon)).all(|id| self.kind(id) != Kind::Person)
    }

    /// Nothing but somebody who may speak, with marks and small words beside.
    fn is_subject(&self, within: Stretch) -> bool {
        self.mentions_in(within).any(|id| self.may_speak(id)) || self.pronoun_at(within).is_some()
    }

    /// Somebody who may speak right behind the mark, with a form of address or calling before or not.
    fn opens_subject(&self, within: Stretch) -> bool {
        let reading = self.context.reading;
        let skipped = within.tokens().take_while(|&i| reading[i].is_mark()).count();
        let start = within.start + skipped;
        let called = reading.hits.longest(start, Table::Honorifics).map_or(start, |h| h.end as usize);
        let named = |at: usize| self.mentions_in(Stretch::new(at, at + 1)).any(|id| self.may_speak(id));
        skipped < 3 && (named(start) || named(called) || self.pronoun_at(Stretch::new(start, within.end)).is_some())
    }

    fn may_speak(&self, id: usize) -> bool {
        matches!(self.kind(id), Kind::Person | Kind::Role | Kind::Organization)
    }

    /// Between two quotations of one speech: `“…”, ông A nói, “…”`.
    fn resumes(&self, before: Stretch, marked: Stretch) -> bool {
        let reading = self.context.reading;
        let verb = self.verb_before(marked).filter(|&verb| verb >= before.end);
        let mark = [w!(","), w!("-"), w!(":")].contains(&reading.word_before(marked.start, 1));
        mark && marked.start.saturating_sub(before.end) <= 2 * limits::SAYING
            && verb.is_some_and(|verb| self.is_subject(Stretch::new(before.end, verb)))
    }

    /// Who says it, between two dashes (commas) of the quotation itself: `“Bà con yên tâm - ông A nói - tháng này có điện”`.
    fn inside(&self, at: Stretch) -> Option<String> {
        let reading = self.context.reading;
        let dash = |i: usize| reading.word(i) == w!("-") && reading[i].spaced && reading[i + 1].spaced;
        let mut from = None;
        for i in at.tokens().filter(|&i| dash(i) || reading.word(i) == w!(",")) {
            let aside = from.replace(i).map(|from| Stretch::new(from + 1, i));
            let Some(aside) = aside.filter(|a| a.len() > 1 && a.len() <= limits::SAYING + 4) else { continue };
            if reading.word(aside.start - 1) != reading.word(i) {
                continue;
            }
            let verb = aside.tokens().find(|&v| self.is_verb(v, aside.end));
            // with commas, nothing but the name and the verb
            let whole = verb.is_some_and(|v| {
                let close = if dash(i) { 4 } else { 0 };
                aside.end - self.end_of_verb(v) <= close
            });
            let subject = verb.filter(|_| whole).map(|v| Stretch::new(aside.start, v));
            let named = subject.filter(|s| s.len() > 0).and_then(|subject| {
                let leads = reading.hits.at(subject.start).iter().any(|h| h.table == Table::Honorifics)
                    || !self.mentions_in(Stretch::new(subject.start, subject.start + 1)).is_empty();
                leads.then(|| self.subject(subject, None)).flatten()
            });
            if named.is_some() {
                return named;
            }
        }
        None
    }

    /// A person and his posts right before a colon, without a verb: `bà A, Bí thư Chi bộ: “…”`.
    fn names_before_colon(&self, marked: Stretch) -> Option<String> {
        let reading = self.context.reading;
        let before = self.before(marked);
        if before.len() < 2 || reading.word(before.end - 1) != w!(":") {
            return None;
        }
        let mut end = before.end - 1;
        for id in self.mentions_in(before).rev() {
            let mention = &self.context.records.mentions[id];
            if mention.at.end > end || !matches!(mention.kind, Kind::Person | Kind::Role) {
                continue;
            }
            let between = reading[mention.at.end..end].iter().all(|t| t.is_mark() && t.word != w!("."));
            if !between {
                return None;
            }
            if let Some(name) = self.person(id) {
                return Some(name).filter(|_| self.begins_clause(mention.at.start, before.start));
            }
            end = mention.at.start;
        }
        None
    }

    /// Nothing but a post and a form of address stand between the name and the beginning of the sentence or a comma:
    /// `sự ra đi của A: “…”` is not A's.
    fn begins_clause(&self, name: usize, from: usize) -> bool {
        let mut at = name;
        let mentions = &self.context.records.mentions;
        while at > from {
            let address = self.context.reading.hits_before(at).find(|h| h.table == Table::Honorifics);
            let until = mentions.partition_point(|m| m.at.start < at);
            let post = mentions[..until].iter().rev().take(4).find(|m| m.kind == Kind::Role && m.at.end == at);
            match (address, post) {
                (Some(hit), _) => at = hit.start as usize,
                (_, Some(post)) => at = post.at.start,
                // `ông dẫn lời Bác Hồ: “…”`; the dash of a list
                _ => {
                    let before = self.context.reading.word(at - 1);
                    let bullet = at - 1 == from && before == w!("-");
                    return bullet || Class::EndsBeforeSpeaker.has(before);
                }
            }
        }
        true
    }

    /// `ông A cho rằng việc này “rất cần thiết”`: the verb governs the words in marks, which are no name.
    fn reports(&self, marked: Stretch) -> bool {
        let reading = self.context.reading;
        let before = self.before(marked);
        let Some(verb) = self.first_verb(before) else { return false };
        let small = reading[marked.start + 1].case == crate::text::Case::Lower;
        // `gỡ được “thẻ vàng”` names something
        // `đây là “nhiệm vụ chiến lược” của Việt Nam` names something
        small
            && marked.len() > 4
            && reading.word(marked.end) != w!("của")
            && Class::GovernsQuote.has(reading.word(self.end_of_verb(verb) - 1))
            && self.is_predicate(marked.start)
            // `A phải đương đầu … để khẳng định` is about something else
            && self.stands_before(before, verb)
    }

    /// What stands before the marks leads over to a statement: a verb or negation, not a noun that they name.
    fn is_predicate(&self, mark: usize) -> bool {
        let reading = self.context.reading;
        Class::LeadsToQuote.has(reading.word_before(mark, 1)) || Class::BeginsPredicate.has(reading.word(mark + 1))
    }

    fn first_verb(&self, within: Stretch) -> Option<usize> {
        within.tokens().find(|&i| self.is_verb(i, within.end))
    }

    /// The one who says it, under the fullest form of the name; `last` spoke before.
    fn speaker(&self, marked: Stretch, last: Option<&Spoken>) -> Option<String> {
        let before = self.before(marked);
        if let Some(verb) = self.verb_before(marked) {
            let subject = Stretch::new(before.start, verb);
            if !self.mentions_in(subject).is_empty() || self.pronoun_at(subject).is_some() {
                return self.subject(subject, last);
            }
        }
        if let Some(name) = self.names_before_colon(marked) {
            return Some(name);
        }
        let behind = self.behind(marked);
        if let Some(verb) = self.verb_behind(marked) {
            let named = self.subject_behind(Stretch::new(behind.start, verb), last);
            if named.is_some() {
                return named;
            }
        }
        if let Some(name) = self.cited(marked) {
            return Some(name);
        }
        if let Some(verb) = self.first_verb(before).filter(|_| self.reports(marked)) {
            return self.subject(Stretch::new(before.start, verb), last);
        }
        let after = Stretch::new((behind.start + 1).min(behind.end), behind.end);
        [before, after].into_iter().filter(|at| self.according(*at)).find_map(|at| self.named_in(at))
    }

    /// Who the words before a verb of saying name: the pronoun right before it; else a post that nobody comes behind, by its
    /// holder; else the last person; else a body that stands right before the verb.
    fn subject(&self, within: Stretch, last: Option<&Spoken>) -> Option<String> {
        if let Some(pronoun) = self.pronoun_at(within) {
            return self.person_meant(pronoun, last);
        }
        let mentions = self.mentions_in(within);
        let person = mentions.clone().rev().find(|&id| self.person(id).is_some());
        let nearest = mentions.clone().rev().find(|&id| self.kind(id) != Kind::Quote && self.is_outermost(id));
        if let Some(id) = nearest.filter(|&id| self.kind(id) == Kind::Role) {
            return self.holder(id, person);
        }
        person.and_then(|id| self.person(id)).or_else(|| {
            let near = |id: &usize| {
                let at = self.context.records.mentions[*id].at;
                // `cựu vụ phó thuộc Bộ Công Thương nói`; what is said in a `thông cáo của Bộ Ngoại giao` the body says
                let word = |back: usize| self.context.reading.word_before(at.start, back);
                let part = Class::BelongsTo.has(word(1)) && !Class::EndsStatement.has(word(2));
                within.end - at.end <= 3 && !part
            };
            nearest.filter(near).and_then(|id| self.office(id))
        })
    }

    /// Who the words between the marks and a verb of saying name: the first person, as pronoun or by name; else a post or
    /// body right behind the marks.
    fn subject_behind(&self, within: Stretch, last: Option<&Spoken>) -> Option<String> {
        let pronoun = self.pronoun_in(within);
        let person = self.mentions_in(within).find(|&id| self.person(id).is_some());
        if let Some(id) = person {
            return self.person(id);
        }
        if let Some(pronoun) = pronoun {
            return self.person_meant(pronoun, last);
        }
        let first = self.mentions_in(within).find(|&id| self.may_speak(id))?;
        let near = self.context.records.mentions[first].at.start - within.start <= 2;
        match self.kind(first) {
            Kind::Role => self.holder(first, None),
            _ => self.office(first).filter(|_| near),
        }
    }

    /// The holder of a post: the one named beside it, the only one, else the one named last before it.
    fn holder(&self, role: usize, person: Option<usize>) -> Option<String> {
        let records = self.context.records;
        let holders = &records.roles.get(records.record_of[role] as usize)?.holders;
        let near = person.map(|id| records.record_of[id]).filter(|r| holders.contains(r));
        let only = holders.first().copied().filter(|_| holders.len() == 1);
        let named_last = || {
            (0..role)
                .rev()
                .take(limits::MEMORY)
                .filter(|&id| self.person(id).is_some())
                .map(|id| records.record_of[id])
                .find(|r| holders.contains(r))
        };
        let held = near.or(only).or_else(named_last)?;
        records.people.get(held as usize).map(|p| p.name.clone())
    }

    fn is_outermost(&self, id: usize) -> bool {
        let records = self.context.records;
        records.mentions[id].parent.is_none_or(|p| records.mentions[p].kind == Kind::Quote)
    }

    fn kind(&self, id: usize) -> Kind {
        self.context.records.mentions[id].kind
    }

    /// The first person named in these words, else somebody already named who comes back as `ông`, else a post.
    fn named_in(&self, within: Stretch) -> Option<String> {
        let mentions = self.mentions_in(within);
        let person = mentions.clone().find_map(|id| self.person(id));
        person
            .or_else(|| self.person_meant(self.pronoun_in(within)?, None))
            .or_else(|| mentions.clone().find_map(|id| self.office(id)))
    }

    fn person_in(&self, within: Stretch) -> Option<String> {
        self.mentions_in(within).find_map(|id| self.person(id))
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

    /// The one holder of a post, or a body by its name.
    fn office(&self, id: usize) -> Option<String> {
        let records = self.context.records;
        let record = records.record_of[id] as usize;
        match records.mentions[id].kind {
            Kind::Role => match records.roles.get(record)?.holders[..] {
                [holder] => records.people.get(holder as usize).map(|p| p.name.clone()),
                _ => None,
            },
            Kind::Organization if self.is_outermost(id) => records.organizations.get(record).map(|o| o.name.clone()),
            _ => None,
        }
    }

    /// The last word of the stretch that takes up a person, where no other mention comes behind it.
    fn pronoun_in(&self, within: Stretch) -> Option<usize> {
        within.tokens().rev().find(|&i| Class::Pronoun.has(self.context.reading.word(i)) && !self.inside_mention(i))
    }

    /// A pronoun right before the verb, a small word between or not: `bà nói`, `ông cũng cho biết`.
    fn pronoun_at(&self, within: Stretch) -> Option<usize> {
        let reading = self.context.reading;
        let at = self.pronoun_in(within)?;
        let near = within.end - at <= 4
            && (at + 1..within.end).all(|i| {
                Class::BetweenPronounAndVerb.has(reading.word(i))
                    || self.is_verb(i, within.end)
                    || reading.word(i) == w!("thời")
            });
        near.then_some(at)
    }

    /// Whom a pronoun takes up: the one of its sex named in the last sentence that names any; of several the one who
    /// spoke last; else nobody, for it stays open.
    fn person_meant(&self, pronoun: usize, last: Option<&Spoken>) -> Option<String> {
        let reading = self.context.reading;
        let records = self.context.records;
        let until = records.mentions.partition_point(|m| m.at.start < pronoun);
        let mut meant: Vec<(u32, String)> = Vec::new();
        let mut sentence = None;
        for id in (0..until).rev().take(limits::MEMORY) {
            let Some(name) = self.person(id) else { continue };
            let at = records.mentions[id].at.start;
            let here = reading.sentence_of(at).start;
            if sentence.is_some_and(|s| s != here) && !meant.is_empty() {
                break;
            }
            sentence = Some(here);
            if !pronoun::fits(reading, pronoun, at, &name, false) {
                continue;
            }
            if meant.iter().all(|(record, _)| *record != records.record_of[id]) {
                meant.push((records.record_of[id], name));
            }
        }
        match &meant[..] {
            [(_, name)] => Some(name.clone()),
            many => {
                let spoke = last.map(|l| &l.speaker)?;
                many.iter().any(|(_, name)| name == spoke).then(|| spoke.clone())
            }
        }
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
