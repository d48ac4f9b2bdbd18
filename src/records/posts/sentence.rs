//! One sentence read into signs: its names and posts, the chains they stand in, and what is said of them.

use super::signs::{Item, Placed, Sign};
use crate::analysis::{Change, Status};
use crate::entities::Value as Any;
use crate::limits;
use crate::records::list::List;

/// How a person stands to a post.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Link {
    pub status: Option<Status>,
    pub change: Option<Change>,
}

/// A day that a sentence names.
#[derive(Debug)]
pub(super) struct Day {
    pub at: usize,
    pub value: String,
}

/// That somebody holds a post, as a sentence says it: positions in the list of items.
#[derive(Debug)]
pub(super) struct Said {
    pub name: usize,
    pub post: usize,
    pub link: Link,
    pub date: Option<String>,
}

/// One sentence, read into signs.
pub(super) struct Sentence<'a> {
    pub signs: List<Placed>,
    /// The days named in it, in order.
    pub days: Vec<Day>,
    pub items: &'a List<Item<'a>>,
    pub said: Vec<Said>,
    /// Posts that a verb of change took: they are nobody's otherwise.
    pub taken: Vec<usize>,
    /// Posts that another one has followed: `Bí thư Thành ủy Nha Trang, nay là Phó Chủ tịch UBND tỉnh`.
    pub followed: Vec<usize>,
}

impl Sentence<'_> {
    /// The sign at a position; `None` beyond the sentence.
    pub(super) fn sign(&self, at: usize) -> Option<Sign> {
        self.signs.at(at).map(|s| s.sign)
    }

    pub(super) fn say(&mut self, name: usize, post: usize, mut link: Link, date: Option<String>) {
        if link == Link::default() && self.followed.contains(&post) {
            link.status = Some(Status::Former);
        }
        self.said.push(Said { name, post, link, date });
    }

    /// `nguyên`, `cựu` stand before the post.
    pub(super) fn is_former(&self, post: usize) -> bool {
        matches!(&self.items[post].mention.value, Any::Role(v) if v.status == Some(Status::Former))
    }

    /// The posts behind a name: `ông A, sinh năm 1978, Ủy viên …, Giám đốc …`, `ông A (cựu Chủ tịch …)`, `ông A là …`.
    /// Gives their items with what links them, and the position behind the chain.
    pub(super) fn chain_behind(&self, name: usize) -> (Vec<(usize, Link)>, usize) {
        let mut chain: Vec<(usize, Link)> = Vec::new();
        let (mut at, mut end) = (name + 1, name + 1);
        let mut link = Link::default();
        // marks and words since the last post
        let (mut joined, mut verb, mut bracket, mut anded, mut colon) = (false, false, false, false, false);
        // particulars of the person have been told
        let mut told = false;
        while let Some(sign) = self.sign(at) {
            // `từng là P phụ trách phía Nam; Q …; R`: a life told post by post
            let past = !chain.is_empty() && link.status == Some(Status::Former);
            if past && let Some(next) = self.next_of_life(at) {
                (at, joined) = (next, true);
                continue;
            }
            match sign {
                Sign::Comma | Sign::Dash => joined = true,
                // a list of particulars may have semicolons: `sinh năm 1978; chức vụ: Giám đốc …`
                Sign::Semicolon if self.sign(at + 1) == Some(Sign::Particular) || self.labeled(at + 1) => joined = true,
                // `A là P; nguyên Q; …`: a life told post by post
                Sign::Semicolon if verb && !chain.is_empty() && self.post_closes(at + 1) => joined = true,
                // `sinh ngày 10/5/1932; quê quán: …; nguyên P; nguyên Q; đã từ trần`
                Sign::Semicolon if told && self.former_closes(at + 1) => joined = true,
                Sign::Colon if joined || chain.is_empty() => colon = true,
                Sign::Open if !bracket && self.aside(at).is_some() => {
                    at = self.aside(at).unwrap_or(at);
                    continue;
                }
                Sign::Open if !bracket => (joined, bracket) = (true, true),
                Sign::Close if bracket => (joined, bracket, end) = (false, false, at + 1),
                // `ông A sinh năm 1978, quê …`
                Sign::Particular if joined || at == name + 1 => (joined, told) = (false, true),
                Sign::Is => (verb, link) = (true, Link::default()),
                Sign::Was => (verb, link) = (true, Link { status: Some(Status::Former), change: None }),
                Sign::Word if joined || verb || chain.is_empty() => {}
                Sign::And if (verb || past) && !chain.is_empty() => anded = true,
                Sign::Ended if !chain.is_empty() => end = at + 1,
                // `Cục trưởng Cục A, Bộ B, nguyên …`: the superior body
                Sign::Beside(_) if joined && !chain.is_empty() => joined = false,
                Sign::Post(post) if joined || verb || anded || colon => {
                    if self.taken.contains(&post) || colon && !joined && !verb && !self.closes(at + 1) {
                        break;
                    }
                    chain.push((post, link));
                    (joined, anded, colon) = (false, false, false);
                    verb = verb && link == Link::default();
                    end = at + 1;
                }
                _ => break,
            }
            at += 1;
        }
        (chain, end)
    }

    /// Behind a short bracket that holds neither name nor post nor particular: `(ảnh)`, `(thứ hai từ trái sang)`.
    pub(super) fn aside(&self, open: usize) -> Option<usize> {
        let inside = self.signs[open + 1..].iter().take(limits::BRACKET);
        let close = inside.take_while(|s| !matches!(s.sign, Sign::Name(_) | Sign::Post(_) | Sign::Particular));
        let close = close.enumerate().find(|(_, s)| s.sign == Sign::Close)?.0 + open + 1;
        (self.signs[close].at.end - self.signs[open].at.start <= limits::BRACKET).then_some(close + 1)
    }

    /// Behind a post and the words about it, if there are any, and a semicolon: the position of the next post.
    fn next_of_life(&self, from: usize) -> Option<usize> {
        let words = |s: &&Placed| matches!(s.sign, Sign::Other(_) | Sign::Beside(_) | Sign::Comma);
        let next = from + self.signs[from..].iter().take(limits::BRACKET).take_while(words).count();
        let post = self.sign(next) == Some(Sign::Semicolon) && matches!(self.sign(next + 1), Some(Sign::Post(_)));
        post.then_some(next + 1)
    }

    /// A post, and the end of its clause behind it.
    fn post_closes(&self, at: usize) -> bool {
        matches!(self.sign(at), Some(Sign::Post(_)))
            && matches!(self.sign(at + 1), None | Some(Sign::Comma | Sign::Semicolon | Sign::Open))
    }

    /// A post that somebody held, and the end of its clause behind it.
    fn former_closes(&self, at: usize) -> bool {
        matches!(self.sign(at), Some(Sign::Post(post)) if self.is_former(post)) && self.post_closes(at)
    }

    /// `chức vụ:` before a post.
    fn labeled(&self, at: usize) -> bool {
        self.sign(at) == Some(Sign::Word) && self.sign(at + 1) == Some(Sign::Colon)
    }

    /// The clause ends here: a mark, a verb of change, another person.
    pub(super) fn closes(&self, at: usize) -> bool {
        !matches!(
            self.sign(at),
            Some(
                Sign::Other(_)
                    | Sign::Beside(_)
                    | Sign::And
                    | Sign::Done
                    | Sign::Not
                    | Sign::Post(_)
                    | Sign::Plural
                    | Sign::Word
            )
        )
    }

    /// Where the chain of posts right before a name begins: `Ủy viên Bộ Chính trị, Bí thư Thành ủy Nguyễn Văn A`.
    /// Gives the position of its first post, or of the name itself.
    pub(super) fn chain_before(&self, name: usize) -> usize {
        let mut at = name;
        let mut dashed = false;
        while let Some(before) = at.checked_sub(1) {
            match self.sign(before) {
                Some(Sign::Address | Sign::Plural) => at = before,
                Some(Sign::Dash | Sign::Colon) if !dashed => (at, dashed) = (before, true),
                _ => break,
            }
        }
        let mut first = name;
        while let Some(before) = at.checked_sub(1) {
            let Some(Sign::Post(post)) = self.sign(before) else { break };
            if self.taken.contains(&post) {
                break;
            }
            first = before;
            match before.checked_sub(1).and_then(|b| self.sign(b)) {
                Some(Sign::Comma | Sign::Is | Sign::Dash) => at = before - 1,
                _ => break,
            }
        }
        first
    }
}
