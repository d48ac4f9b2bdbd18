//! How long, how deep and how far things may be, each with its reason. They keep the work linear in the text, whatever it
//! repeats; no name in a thousand articles comes near them. Lengths are tokens unless said otherwise.

/// A body's name with all that it belongs to. The longest in a thousand articles has 28.
pub const BODY: usize = 32;

/// Bodies that belong to one another within one name. In a thousand articles they are three.
pub const BODIES: usize = 8;

/// The name of a building, road or ground with its unit word. The longest in a thousand articles has twelve.
pub const PLACE: usize = 24;

/// A person's name, in syllables: `Công Tằng Tôn Nữ Thị Mai`.
pub const PERSON: usize = 6;

/// The name of an event. The longest in a thousand articles has 33.
pub const EVENT: usize = 48;

/// The title of a document behind its type. The longest in a thousand articles has 39.
pub const TITLE: usize = 48;

/// What stands in the brackets of a definition, and the words before them that it may stand for.
pub const SHORT_FORM: usize = 12;

/// Quotations within quotations. In a thousand articles they are three; of more open marks the first is taken for a stray one.
pub const QUOTES: usize = 8;

/// Paragraphs that a quotation may go on for without marks of its own in each: longer ones open anew in print.
pub const PARAGRAPHS: usize = 4;

/// And where each opens with a mark, as long speeches are printed.
pub const PARAGRAPHS_ANEW: usize = 20;

/// A headline; a longer line is judged by its beginning, so that it is not read again for each of its names.
pub const HEADLINE: usize = 100;

/// How far before a quotation its speaker is looked for, within its sentence.
pub const SIGHT: usize = 120;
