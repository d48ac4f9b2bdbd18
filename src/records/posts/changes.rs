//! Verbs of change (`bầu`, `bổ nhiệm`, `miễn nhiệm`, `nghỉ hưu` …) and the persons and posts of their own clause.
//!
//! Active: `bầu ông A giữ chức P`, `miễn nhiệm P đối với ông A`, `cách chức P A`. Passive, or with a verb whose subject is the
//! person: `ông A được bầu làm P`, `ông A thôi giữ chức P`. Where a clause leaves it open who is meant, nobody has it.

use super::sentence::{Day, Link, Sentence};
use super::signs::{Placed, Sign, Way};
use crate::analysis::{Change, Status};
use crate::limits::{CHANGE as REACH, CHANGE_ASIDE as ASIDE, CHANGE_CLOSE as CLOSE};

/// A verb of change that is told as done.
#[derive(Debug, Clone, Copy)]
struct Verb {
    /// Positions of its signs: `điều động, bổ nhiệm` is one.
    from: usize,
    end: usize,
    way: Way,
    change: Change,
    /// The person stands before it: passive voice, or by its meaning.
    behind_person: bool,
    done: bool,
}

impl Verb {
    fn link(self) -> Link {
        let status = match self.way {
            Way::Gets => Some(Status::Incoming),
            Way::Leaves => Some(Status::Outgoing),
            Way::Marks => None,
        };
        Link { status, change: Some(self.change) }
    }
}

/// Finds what the verbs of a sentence say, and takes their posts.
pub(super) fn find(sentence: &mut Sentence) {
    let mut at = 0;
    while at < sentence.signs.len() {
        let Some(verb) = verb_at(sentence, at) else {
            at += 1;
            continue;
        };
        at = verb.end;
        if verb.behind_person {
            of_subject(sentence, verb);
        } else {
            of_object(sentence, verb);
        }
    }
}

/// The run of verbs that begins here: the last one governs the post (`điều động, bổ nhiệm`, `phê chuẩn miễn nhiệm`).
fn verb_at(sentence: &Sentence, from: usize) -> Option<Verb> {
    let Some(Sign::Change { mut way, mut change, mut subject }) = sentence.sign(from) else { return None };
    let mut end = from + 1;
    let mut at = end;
    while let Some(sign) = sentence.sign(at) {
        match sign {
            Sign::Comma | Sign::And | Sign::Word | Sign::Not | Sign::Passive => at += 1,
            Sign::Change { way: w, change: c, subject: s } => {
                // `cảnh cáo, cách chức`: another clause; `bầu, miễn nhiệm` in general: none
                if s && !subject || w != way && change != Change::Appointed {
                    break;
                }
                (way, change, subject, end) = (w, c, s, at + 1);
                at = end;
            }
            _ => break,
        }
    }
    let (passive, proposed) = voice(sentence, from);
    // `xem xét đề nghị của … về việc thi hành kỷ luật ông A`
    let proposed = proposed || way == Way::Marks && is_considered(sentence, from);
    // `trao quyết định nghỉ hưu cho ông A`
    let decided = !passive && from > 0 && sentence.sign(from - 1) == Some(Sign::Done);
    Some(Verb { from, end, way, change, behind_person: passive || subject && !decided, done: !proposed })
}

/// Whether `được`, `bị` stands before the verb (with who acts between: `được Quốc hội bầu`), and whether it is only proposed.
fn voice(sentence: &Sentence, from: usize) -> (bool, bool) {
    let (mut passive, mut done) = (false, false);
    let mut words = 0;
    for sign in sentence.signs[..from].iter().rev().take(REACH).map(|s| s.sign) {
        match sign {
            Sign::Passive => passive = true,
            Sign::Not => return (passive, !done),
            Sign::Done => done = true,
            Sign::Word | Sign::Address => {}
            // the post of who acts: `được Chủ tịch UBND tỉnh bổ nhiệm`
            Sign::Post(_) if !passive => {}
            Sign::Other(n) | Sign::Beside(n) if words + n <= ASIDE => words += n,
            _ => break,
        }
    }
    (passive, false)
}

/// A penalty is only spoken of: behind what proposes or denies, with nothing that decides between, in one clause.
fn is_considered(sentence: &Sentence, from: usize) -> bool {
    for sign in sentence.signs[..from].iter().rev().take(REACH).map(|s| s.sign) {
        match sign {
            Sign::Not => return true,
            Sign::Done | Sign::Name(_) | Sign::Semicolon | Sign::Passive | Sign::Change { .. } => return false,
            _ => {}
        }
    }
    false
}

/// `ông A, P0, được bầu làm P1`, `ông A thôi giữ chức P`, `ông A, P, nghỉ hưu`.
fn of_subject(sentence: &mut Sentence, verb: Verb) {
    let (posts, end) = posts_behind(sentence, verb.end, verb.way);
    if !verb.done {
        sentence.taken.extend(posts);
        return;
    }
    let names = subjects(sentence, verb.from);
    let date = date_of(sentence, verb.from, end.max(verb.end));
    if posts.is_empty() {
        if let [name] = names[..]
            && verb.way != Way::Gets
        {
            of_own_posts(sentence, name, verb, date.as_ref());
        }
        return;
    }
    for &post in &posts {
        for &at in &names {
            if let Some(Sign::Name(name)) = sentence.sign(at) {
                sentence.say(name, post, verb.link(), date.clone());
            }
        }
    }
    replaced(sentence, end, &posts);
    sentence.taken.extend(posts);
    if let [name] = names[..] {
        held_before(sentence, name, end);
    }
}

/// What the same person was before the change, right behind it: `ông A được bầu làm P, trước đó từng là Q, nguyên R`.
fn held_before(sentence: &mut Sentence, name: usize, from: usize) {
    let mut at = from;
    let mut words = 0;
    loop {
        match sentence.sign(at) {
            Some(Sign::Comma | Sign::Semicolon | Sign::Word) => {}
            // when it was: `… vào tháng 10/2011 từng là Q`
            Some(Sign::Other(n) | Sign::Beside(n)) if words + n <= ASIDE => words += n,
            _ => break,
        }
        at += 1;
    }
    if sentence.sign(at) != Some(Sign::Was) {
        return;
    }
    let Some(Sign::Name(name)) = sentence.sign(name) else { return };
    let (posts, _) = run_of_posts(sentence, at + 1, Way::Gets);
    for &post in &posts {
        sentence.say(name, post, Link { status: Some(Status::Former), change: None }, None);
    }
    sentence.taken.extend(posts);
}

/// `ông A, P, nghỉ hưu`: the posts beside the subject of a verb that has none of its own.
fn of_own_posts(sentence: &mut Sentence, name: usize, verb: Verb, date: Option<&String>) {
    let Some(Sign::Name(item)) = sentence.sign(name) else { return };
    let before = sentence.chain_before(name);
    let mut posts: Vec<(usize, Link)> = sentence.signs[before..name]
        .iter()
        .filter_map(|s| match s.sign {
            Sign::Post(post) => Some((post, Link::default())),
            _ => None,
        })
        .collect();
    posts.extend(sentence.chain_behind(name).0);
    of_held(sentence, item, &posts, verb, date);
}

/// What a verb without a post of its own says of those beside a name: of all of them where the person retires or is punished, else
/// of the only one. What was left before is not left now; who is punished is so in the posts he holds, if he holds any.
fn of_held(sentence: &mut Sentence, name: usize, posts: &[(usize, Link)], verb: Verb, date: Option<&String>) {
    if posts.len() > 1 && !matches!(verb.change, Change::Retired | Change::Disciplined) {
        return;
    }
    let leaves = verb.way == Way::Leaves;
    let current = leaves || posts.iter().any(|&(post, _)| !sentence.is_former(post));
    for &(post, link) in posts {
        if current && sentence.is_former(post) || leaves && link.status.is_some() {
            continue;
        }
        let status = link.status.or(verb.link().status);
        sentence.say(name, post, Link { status, change: Some(verb.change) }, date.cloned());
    }
}

/// Positions of the names before a verb that are its subject: the nearest, and those that `và` joins to it.
fn subjects(sentence: &Sentence, verb: usize) -> Vec<usize> {
    let mut names = Vec::new();
    let mut at = verb;
    let (mut words, mut passive) = (0, false);
    // particulars of the person may be set off by semicolons, other clauses are not his
    while let Some(before) = at.checked_sub(1).filter(|&b| verb - b <= REACH) {
        match sentence.sign(before) {
            Some(Sign::Name(_)) => {
                names.push(before);
                break;
            }
            // `từng giữ chức P; Q trước khi được bổ nhiệm R`
            Some(Sign::Semicolon) if before > 0 && is_between_posts(sentence, before) => {}
            Some(Sign::Semicolon | Sign::Plural | Sign::Not | Sign::Hands | Sign::Somebody) => return names,
            // who decides is not whom it is about
            Some(Sign::Done) if !passive => return names,
            Some(Sign::Done) => {}
            Some(Sign::Passive) => passive = true,
            Some(Sign::Other(n)) => {
                words += n;
                if words > if passive { ASIDE } else { CLOSE } {
                    return names;
                }
            }
            _ => {}
        }
        at = before;
    }
    // `ông A và ông B được bầu`
    let mut joint = false;
    while let Some(&first) = names.last() {
        let mut before = first;
        let mut and = false;
        while let Some(b) = before.checked_sub(1) {
            match sentence.sign(b) {
                Some(Sign::Address) => before = b,
                Some(Sign::And) if !and => (before, and) = (b, true),
                Some(Sign::Comma) if joint && !and => (before, and) = (b, true),
                _ => break,
            }
        }
        match before.checked_sub(1).and_then(|b| sentence.sign(b)) {
            Some(Sign::Name(_)) if and => {
                names.push(before - 1);
                joint = true;
            }
            _ => break,
        }
    }
    names
}

fn is_between_posts(sentence: &Sentence, at: usize) -> bool {
    [at - 1, at + 1].into_iter().all(|at| matches!(sentence.sign(at), Some(Sign::Post(_))))
}

/// The posts behind a verb or `giữ chức`, and the position behind them. Without `giữ chức` nothing but words that verbs take
/// along may stand between.
fn posts_behind(sentence: &Sentence, from: usize, way: Way) -> (Vec<usize>, usize) {
    let mut at = from;
    let mut words = 0;
    let mut introduced = false;
    loop {
        match sentence.sign(at) {
            Some(Sign::Word | Sign::Colon | Sign::Plural) => {}
            Some(Sign::Is) => introduced = true,
            Some(Sign::Other(n) | Sign::Beside(n)) if !introduced && words + n <= ASIDE => words += n,
            Some(Sign::Comma | Sign::Particular) if !introduced => {}
            Some(Sign::Post(_)) if introduced || words == 0 && at <= from + 2 => {
                return run_of_posts(sentence, at, way);
            }
            _ => return (Vec::new(), from),
        }
        at += 1;
    }
}

/// Posts joined by commas, `và`, `kiêm`, up to one that a name follows (which is that one's). What is taken up behind a
/// comma is not what is left before it: `thôi giữ chức P, nhận nhiệm vụ Q`.
fn run_of_posts(sentence: &Sentence, from: usize, way: Way) -> (Vec<usize>, usize) {
    let mut posts = Vec::new();
    let (mut at, mut end) = (from, from);
    while let Some(Sign::Post(post)) = sentence.sign(at) {
        let mut next = at + 1;
        while matches!(sentence.sign(next), Some(Sign::Address)) {
            next += 1;
        }
        if !posts.is_empty() && matches!(sentence.sign(next), Some(Sign::Name(_))) {
            break;
        }
        posts.push(post);
        end = at + 1;
        at = end;
        let mut apart = false;
        while let Some(sign @ (Sign::Comma | Sign::And | Sign::Is | Sign::Word)) = sentence.sign(at) {
            if way == Way::Leaves && apart && matches!(sign, Sign::Is | Sign::Word) {
                return (posts, end);
            }
            apart |= matches!(sign, Sign::Comma | Sign::And);
            at += 1;
        }
    }
    (posts, end)
}

/// What a verb in active voice says of those it names.
fn of_object(sentence: &mut Sentence, verb: Verb) {
    let mut at = verb.end;
    let mut words = 0;
    let mut several = false;
    loop {
        match sentence.sign(at) {
            Some(Sign::Word | Sign::Address | Sign::Hands | Sign::Colon) => {}
            Some(Sign::Plural) => several = true,
            Some(Sign::Other(n) | Sign::Beside(n)) if words + n <= ASIDE => words += n,
            Some(Sign::Comma) if words > 0 => {}
            Some(Sign::Name(_)) => return of_named(sentence, verb, at, several),
            Some(Sign::Post(_)) if words == 0 => return of_post(sentence, verb, at),
            // `bầu 3 Phó Chủ tịch …`, `kỷ luật bằng hình thức …`: other words before a post of somebody else
            _ => return,
        }
        at += 1;
    }
}

/// `bầu ông A giữ chức P; bà B giữ chức Q`; `miễn nhiệm ông A, P`.
fn of_named(sentence: &mut Sentence, verb: Verb, first: usize, several: bool) {
    let mut at = first;
    let mut waiting: Vec<usize> = Vec::new();
    while let Some(Sign::Name(name)) = sentence.sign(at) {
        let (chain, after) = current_posts(sentence, at);
        let (posts, end) = introduced(sentence, after);
        waiting.push(name);
        if posts.is_empty() {
            if verb.way != Way::Gets && verb.done {
                let date = date_of(sentence, verb.from, after);
                let held: Vec<(usize, Link)> = chain.into_iter().map(|post| (post, Link::default())).collect();
                of_held(sentence, name, &held, verb, date.as_ref());
                waiting.clear();
            }
        } else {
            let date = date_of(sentence, verb.from, end);
            for &post in posts.iter().filter(|_| verb.done) {
                for &name in &waiting {
                    sentence.say(name, post, verb.link(), date.clone());
                }
            }
            if verb.done {
                replaced(sentence, end, &posts);
            }
            sentence.taken.extend(posts);
            waiting.clear();
        }
        let next = end.max(after);
        let Some(name) = next_member(sentence, next, several || verb.way == Way::Gets) else { break };
        at = name;
    }
}

/// The posts a person has at the time, told behind the name before `giữ chức`; the position behind them.
fn current_posts(sentence: &Sentence, name: usize) -> (Vec<usize>, usize) {
    let mut posts = Vec::new();
    let (mut at, mut end) = (name + 1, name + 1);
    let mut joined = false;
    while let Some(sign) = sentence.sign(at) {
        match sign {
            Sign::Open if sentence.aside(at).is_some() => {
                at = sentence.aside(at).unwrap_or(at + 1);
                end = at;
                continue;
            }
            Sign::Comma | Sign::Dash | Sign::Open => joined = true,
            Sign::Close => (joined, end) = (false, at + 1),
            Sign::Particular if joined => (joined, end) = (false, at + 1),
            Sign::Post(post) if joined => {
                // the post of the next one of a list
                if matches!(sentence.sign(at + 1), Some(Sign::Name(_))) {
                    break;
                }
                posts.push(post);
                (joined, end) = (false, at + 1);
            }
            _ => break,
        }
        at += 1;
    }
    (posts, end)
}

/// The posts that `giữ chức` introduces behind a name, with some words between or not; and the position behind them.
fn introduced(sentence: &Sentence, from: usize) -> (Vec<usize>, usize) {
    let mut at = from;
    let mut words = 0;
    loop {
        match sentence.sign(at) {
            Some(Sign::Comma | Sign::Word | Sign::Hands) => {}
            // `tham gia Ban Chấp hành và giữ chức …`
            Some(Sign::And) if sentence.sign(at + 1) == Some(Sign::Is) => {}
            Some(Sign::Other(n) | Sign::Beside(n)) if words + n <= ASIDE => words += n,
            // `điều động ông A từ P về làm Q`
            Some(Sign::Post(_)) if words == 1 && sentence.sign(at + 1) == Some(Sign::Is) => {}
            Some(Sign::Is) => match posts_behind(sentence, at, Way::Gets) {
                (posts, end) if !posts.is_empty() => return (posts, end),
                _ => return (Vec::new(), from),
            },
            _ => return (Vec::new(), from),
        }
        at += 1;
    }
}

/// The next person of the list that a verb governs: behind a comma, `và`, in lists also a semicolon.
fn next_member(sentence: &Sentence, from: usize, list: bool) -> Option<usize> {
    let mut at = from;
    let mut words = 0;
    let mut joined = false;
    loop {
        match sentence.sign(at) {
            Some(Sign::Comma | Sign::And) => joined = true,
            Some(Sign::Semicolon) if list => joined = true,
            Some(Sign::Address | Sign::Dash) if joined => {}
            // a term of office behind the post
            Some(Sign::Other(n) | Sign::Beside(n)) if !joined && words + n <= ASIDE => words += n,
            Some(Sign::Name(_)) if joined => return Some(at),
            _ => return None,
        }
        at += 1;
    }
}

/// `miễn nhiệm P đối với ông A`, `cách chức P A`, `bầu P: ông A`, `bổ nhiệm P1 A giữ chức P2`.
fn of_post(sentence: &mut Sentence, verb: Verb, first: usize) {
    let (mut posts, mut at) = run_of_posts(sentence, first, verb.way);
    if let Some(Sign::Post(next)) = sentence.sign(at)
        && matches!(sentence.sign(at + 1), Some(Sign::Name(_)))
        && verb.way != Way::Gets
    {
        posts.push(next);
        at += 1;
    }
    let end = at;
    let Some((name, lead)) = lead_to_name(sentence, at) else {
        if let Some(name) = set_before(sentence, verb.from).filter(|_| verb.done) {
            let date = date_of(sentence, verb.from, end);
            for &post in &posts {
                sentence.say(name, post, verb.link(), date.clone());
            }
            sentence.taken.extend(posts);
        }
        return;
    };
    let Lead { touching, several, told } = lead;
    let (_, after) = current_posts(sentence, name);
    let (new, new_end) = introduced(sentence, after);
    let Some(Sign::Name(item)) = sentence.sign(name) else { return };
    if touching && !new.is_empty() {
        // the post before the name is the one held so far
        let date = date_of(sentence, verb.from, new_end);
        for &post in new.iter().filter(|_| verb.done) {
            sentence.say(item, post, verb.link(), date.clone());
        }
        if verb.done {
            replaced(sentence, new_end, &new);
        }
        sentence.taken.extend(new);
        return;
    }
    if touching && verb.way == Way::Gets {
        return;
    }
    let date = date_of(sentence, verb.from, after);
    let mut at = name;
    while let Some(Sign::Name(item)) = sentence.sign(at) {
        for &post in posts.iter().filter(|_| verb.done) {
            sentence.say(item, post, verb.link(), date.clone());
        }
        let after = if at == name { after } else { current_posts(sentence, at).1 };
        if let Some(next) = listed_member(sentence, after).filter(|_| several && told) {
            at = next;
            continue;
        }
        match next_member(sentence, after, several) {
            Some(next) if several || after == next.saturating_sub(1) || joined_by_and(sentence, after, next) => {
                at = next;
            }
            _ => break,
        }
    }
    replaced(sentence, end, &posts);
    sentence.taken.extend(posts);
}

/// `Đối với ông A, Ban Bí thư quyết định cách chức P`, `Với ông A, …`: the one person named before the verb, at the head of the
/// sentence, set off by a comma.
fn set_before(sentence: &Sentence, verb: usize) -> Option<usize> {
    let lead = |s: &&Placed| matches!(s.sign, Sign::Hands | Sign::Word | Sign::Address);
    let at = sentence.signs.iter().take(REACH).take_while(lead).count();
    let led = matches!(sentence.sign(0), Some(Sign::Hands | Sign::Word));
    let Some(Sign::Name(name)) = sentence.sign(at) else { return None };
    let off = sentence.sign(at + 1) == Some(Sign::Comma) && at < verb && verb - at <= REACH;
    let alone = || !sentence.signs[at + 1..verb].iter().any(|s| matches!(s.sign, Sign::Name(_)));
    (led && off && alone()).then_some(name)
}

/// How a post that a verb governs leads over to a person.
struct Lead {
    /// Nothing stands between.
    touching: bool,
    several: bool,
    /// A colon or `là` stands between.
    told: bool,
}

/// The name that a post leads over to, with `đối với`, a colon, or nothing between.
fn lead_to_name(sentence: &Sentence, from: usize) -> Option<(usize, Lead)> {
    let mut at = from;
    let mut words = 0;
    let (mut handed, mut several, mut told, mut apart) = (false, false, false, false);
    loop {
        match sentence.sign(at)? {
            Sign::Hands => handed = true,
            Sign::Plural => several = true,
            Sign::Colon | Sign::Is => told = true,
            Sign::Address | Sign::Word => {}
            Sign::Comma if !handed => apart = true,
            // a term, a number of votes between the post and the person
            Sign::Other(n) | Sign::Beside(n) if words + n <= ASIDE => words += n,
            Sign::Name(_) => break,
            _ => return None,
        }
        at += 1;
    }
    let touching = words == 0 && !handed && !told && !apart;
    (handed || told || touching).then_some((at, Lead { touching, several, told }))
}

/// The next name of `đối với các ông: A - P, lý do …; B - Q, …`: whatever is told of each, the next stands behind a semicolon.
fn listed_member(sentence: &Sentence, from: usize) -> Option<usize> {
    let mut at = from;
    while sentence.sign(at)? != Sign::Semicolon {
        if at > from + REACH || matches!(sentence.sign(at), Some(Sign::Name(_))) {
            return None;
        }
        at += 1;
    }
    at += 1;
    while sentence.sign(at) == Some(Sign::Address) {
        at += 1;
    }
    matches!(sentence.sign(at), Some(Sign::Name(_))).then_some(at)
}

/// `và` stands between: the second of two, not the subject of another clause.
fn joined_by_and(sentence: &Sentence, from: usize, to: usize) -> bool {
    sentence.signs[from..to].iter().any(|s| s.sign == Sign::And)
}

/// `… thay ông B`: who held the post until then.
fn replaced(sentence: &mut Sentence, from: usize, posts: &[usize]) {
    let mut at = from;
    let mut words = 0;
    let mut instead = false;
    loop {
        match sentence.sign(at) {
            Some(Sign::Instead) => instead = true,
            Some(Sign::Address | Sign::Word | Sign::Hands) => {}
            Some(Sign::Comma) if !instead => {}
            Some(Sign::Other(n) | Sign::Beside(n)) if !instead && words + n <= ASIDE => words += n,
            Some(Sign::Name(name)) if instead => {
                for &post in posts {
                    sentence.say(name, post, Link { status: Some(Status::Former), change: None }, None);
                }
                return;
            }
            _ => return,
        }
        at += 1;
    }
}

/// The day of a change: the one in its own clause, else one told before the first verb of the sentence.
fn date_of(sentence: &Sentence, verb: usize, end: usize) -> Option<String> {
    let is_verb = |s: Sign| matches!(s, Sign::Change { .. });
    let begins = sentence.signs[..verb].iter().rposition(|s| is_verb(s.sign) || s.sign == Sign::Semicolon);
    let from = begins.map_or(0, |b| sentence.signs[b].at.end);
    let ends = sentence.signs[end.min(sentence.signs.len())..]
        .iter()
        .find(|s| is_verb(s.sign) || s.sign == Sign::Semicolon)
        .map_or(usize::MAX, |s| s.at.start);
    let close = |day: usize| {
        let between = sentence.signs[end.min(sentence.signs.len())..].iter().take_while(|s| s.at.end <= day);
        let words = |s: Sign| if let Sign::Other(n) = s { n } else { 0 };
        between.map(|s| words(s.sign)).sum::<usize>() <= CLOSE
    };
    let born = |at: usize| sentence.signs.iter().any(|s| s.sign == Sign::Particular && s.at.tokens().contains(&at));
    let own = |d: &&Day| d.at >= from && d.at < ends && !born(d.at) && close(d.at);
    let mut days = sentence.days.iter().filter(own);
    // what stands behind the verb is when it takes effect
    let first = days.next();
    let behind = first.into_iter().chain(days).find(|d| d.at > sentence.signs[verb].at.start).or(first);
    let leading = || {
        let before = sentence.signs.iter().find(|s| is_verb(s.sign))?.at.start;
        sentence.days.iter().find(|d| d.at < before && !born(d.at))
    };
    behind.or_else(leading).map(|d| d.value.clone())
}
