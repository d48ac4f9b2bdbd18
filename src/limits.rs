//! How long, how deep and how far things may be, each with its reason. They keep the work linear in the text, whatever it
//! repeats; no name in a thousand articles comes near them. Lengths are tokens unless said otherwise.

/// A body's name with all that it belongs to. The longest in a thousand articles has 28.
pub(crate) const BODY: usize = 32;

/// Bodies that belong to one another within one name. In a thousand articles they are three.
pub(crate) const BODIES: usize = 8;

/// The name of a building, road or ground with its unit word. The longest in a thousand articles has twelve.
pub(crate) const PLACE: usize = 24;

/// A person's name, in syllables: `Công Tằng Tôn Nữ Thị Mai`.
pub(crate) const PERSON: usize = 6;

/// The name of an event. The longest in a thousand articles has 33.
pub(crate) const EVENT: usize = 48;

/// What kind of meeting it is, between its head and its title: `Hội nghị trực tuyến toàn quốc “…”`.
pub(crate) const EVENT_KIND: usize = 8;

/// The title of a document behind its type. The longest in a thousand articles has 39.
pub(crate) const TITLE: usize = 48;

/// What stands in the brackets of a definition, and the words before them that it may stand for.
pub(crate) const SHORT_FORM: usize = 12;

/// Quotations within quotations. In a thousand articles they are three; of more open marks the first is taken for a stray one.
pub(crate) const QUOTES: usize = 8;

/// Paragraphs that a quotation may go on for without marks of its own in each: longer ones open anew in print.
pub(crate) const PARAGRAPHS: usize = 4;

/// And where each opens with a mark, as long speeches are printed.
pub(crate) const PARAGRAPHS_ANEW: usize = 20;

/// A headline; a longer line is judged by its beginning, so that it is not read again for each of its names.
pub(crate) const HEADLINE: usize = 100;

/// How far before a quotation its speaker is looked for, within its sentence.
pub(crate) const SIGHT: usize = 120;

/// How far before or behind a quotation the verb of saying stands that it belongs to: a name with its post fits between.
pub(crate) const SAYING: usize = 14;

/// How far behind `theo` whoever is named begins: a form of address and a rank fit between.
pub(crate) const CALLED: usize = 7;

/// Mentions before a pronoun or a post among which the person is looked for whom it takes up. Whoever was named longer ago is
/// named again in print.
pub(crate) const MEMORY: usize = 200;

/// What a document is about, behind `về` and without quotation marks.
pub(crate) const SUBJECT: usize = 40;

/// How far behind a mention another begins that stands beside it, with nothing but small words between.
pub(crate) const BESIDE: usize = 6;

/// Signs of a sentence (a name, a post, a mark, or a run of other words) before or behind a verb of change among which its persons and
/// posts are looked for. A list of a dozen people with their posts has as many.
pub(crate) const CHANGE: usize = 40;

/// Other words between a verb of change and what it governs: a decision with its number and day, a body, a number of votes.
pub(crate) const CHANGE_ASIDE: usize = 16;

/// Other words between a person and a verb whose subject he is, and between a change and its day: in more of them another clause
/// begins.
pub(crate) const CHANGE_CLOSE: usize = 4;

/// A bracket that is passed over between a name and its posts: `(thứ hai từ trái sang)`.
pub(crate) const BRACKET: usize = 12;

/// Cells of a row behind a name among which the birth is looked for: the post may stand between.
pub(crate) const CELLS: usize = 3;

/// Tokens of the line of posts below a signature. They fill two lines of print at most.
pub(crate) const SIGNATURE: usize = 60;

/// How far behind a person's last mention a pronoun takes the person up: two paragraphs of a life.
pub(crate) const TOPIC: usize = 200;

/// The name of a file alone on its line, in bytes. Most systems take 255; those in articles are a third of that.
pub(crate) const FILE: usize = 160;
