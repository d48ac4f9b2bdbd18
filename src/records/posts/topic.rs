//! Whom a pronoun takes up that is the subject of what is said of a post: `Trước đó, ông từng giữ chức Giám đốc Sở Y tế.`
//!
//! It is the one person named in the last sentence that names any, where nobody else is named since and the pronoun is of that
//! person's sex. Where two are named, or a caption names another, it stays open.

use super::sentence::Sentence;
use super::signs::{Item, Placed, Sign};
use crate::analysis::{Kind, ZoneKind};
use crate::entities::Value as Any;
use crate::lexicon::Class;
use crate::limits;
use crate::records::{Context, pronoun};
use crate::text::{Reading, Stretch};

/// The person an article speaks of at a point.
pub(super) struct Topic<'a> {
    context: &'a Context<'a>,
    /// Position in the list of items, and the token up to which the person is spoken of.
    person: Option<(usize, usize)>,
    /// Words of somebody: `ông` there is who listens, or anybody.
    quotes: Vec<Stretch>,
}

impl<'a> Topic<'a> {
    pub(super) fn new(context: &'a Context<'a>) -> Self {
        let mentions = context.records.mentions.iter().filter(|m| m.kind == Kind::Quote && m.parent.is_none());
        Self { context, person: None, quotes: mentions.map(|m| m.at).collect() }
    }

    /// Puts the person in the place of the pronouns of a sentence, and learns whom the sentence names.
    pub(super) fn take_up(&mut self, sentence: &mut Sentence) {
        let reading = self.context.reading;
        let Some(first) = sentence.signs.at(0).map(|s| s.at.start) else { return };
        let told = matches!(self.context.layout.zone(reading, first), ZoneKind::Body | ZoneKind::Lead);
        let mut named: Option<(usize, usize)> = None;
        // a pronoun of whom nobody knows
        let (mut open, mut unknown) = (false, false);
        for at in 0..sentence.signs.len() {
            let placed = sentence.signs[at];
            let name = match placed.sign {
                Sign::Name(name) if !is_credit(&sentence.items[name]) => name,
                Sign::Address if self.is_pronoun(sentence, at) => {
                    let opening = opens(reading, sentence, at);
                    let meant = self.meant(sentence, placed.at, named).filter(|_| told && opening);
                    let Some(name) = meant else {
                        unknown = true;
                        // the person before or the one just named
                        let other = |(name, _)| self.person.is_some_and(|(p, _)| !same(sentence, p, name));
                        if named.is_some_and(other) && opening {
                            sentence.signs.set(at, Placed { sign: Sign::Somebody, ..placed });
                        }
                        continue;
                    };
                    if takes_post(sentence, at) {
                        sentence.signs.set(at, Placed { sign: Sign::Name(name), ..placed });
                    }
                    name
                }
                _ => continue,
            };
            open |= named.is_some_and(|(other, _)| !same(sentence, other, name));
            named = Some((name, placed.at.end));
        }
        let known = |name: usize| self.person.is_some_and(|(p, _)| same(sentence, p, name));
        match named {
            // who is named beside the text, or beside somebody who is not named, is not whom it speaks of
            Some((name, _)) if open || (unknown || !told) && !known(name) => self.person = None,
            Some(named) if told => self.person = Some(named),
            _ => {}
        }
    }

    /// `ông`, `bà`, `đồng chí` that no name follows, not in somebody's words.
    fn is_pronoun(&self, sentence: &Sentence, at: usize) -> bool {
        let here = sentence.signs[at].at;
        let quoted = self.quotes.partition_point(|q| q.start <= here.start).checked_sub(1);
        let quoted = quoted.and_then(|q| self.quotes.get(q)).is_some_and(|q| q.end > here.start);
        let named = matches!(sentence.sign(at + 1), Some(Sign::Name(_) | Sign::Address | Sign::Post(_)));
        !quoted && !named && pronoun::is_one(self.context.reading, here)
    }

    /// The person, where the pronoun stands in the same paragraph or opens the next one.
    fn meant(&self, sentence: &Sentence, at: Stretch, named: Option<(usize, usize)>) -> Option<usize> {
        let reading = self.context.reading;
        let (name, until) = self.person?;
        let item = &sentence.items[name];
        let line = reading.line(at.start).start;
        let follows = until > line || line == reading.line(until - 1).end && sentence.signs[0].at.start == line;
        let near = follows && at.start.saturating_sub(until) <= limits::TOPIC;
        let nobody_else = named.is_none_or(|(other, _)| same(sentence, other, name));
        let (called, spelled) = (item.mention.at.start, self.context.text(item.mention));
        (nobody_else && near && pronoun::fits(reading, at.start, called, spelled, true)).then_some(name)
    }
}

/// Two items are of one person.
fn same(sentence: &Sentence, one: usize, other: usize) -> bool {
    sentence.items[one].record == sentence.items[other].record
}

/// The pronoun opens a clause: not `vợ ông là Giám đốc`.
fn opens(reading: &Reading, sentence: &Sentence, at: usize) -> bool {
    let here = sentence.signs[at].at;
    at.checked_sub(1).map(|b| sentence.signs[b]).is_none_or(|before| match before.sign {
        Sign::Comma | Sign::Semicolon => true,
        Sign::Beside(_) => before.at.tokens().any(|i| reading[i].is_number()),
        Sign::Other(_) | Sign::Word => Class::LeadsToSubject.has(reading.word_before(here.start, 1)),
        _ => false,
    })
}

/// A verb of holding, gaining or leaving a post follows, or what goes with one.
fn takes_post(sentence: &Sentence, at: usize) -> bool {
    matches!(
        sentence.sign(at + 1),
        Some(Sign::Is | Sign::Was | Sign::Passive | Sign::Change { subject: true, .. } | Sign::Word | Sign::Done)
    )
}

/// Who took a picture or wrote the article is not spoken of.
fn is_credit(item: &Item) -> bool {
    matches!(&item.mention.value, Any::Person(value) if value.credit.is_some())
}
