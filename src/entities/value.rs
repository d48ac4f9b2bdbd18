//! What the rules read, kind by kind, beside where it stands. Positions are tokens.

use crate::analysis::{Branch, Comparison, Credit, EventKind, Level, Status};
use crate::lexicon::columns::{body_heads, place_units, role_heads};
use crate::text::Stretch;

/// What a rule read beside the stretch itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) enum Value {
    #[default]
    None,
    Abbreviation(Abbreviation),
    Document(Document),
    Event(Event),
    Organization(Organization),
    Person(Person),
    Place(Place),
    Quantity(Quantity),
    Quote(Quote),
    Role(Role),
    Time(Time),
}

/// What the rules read beside the stretch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Abbreviation {
    /// The words that the short form stands for.
    pub long: Stretch,
}

/// What the rules read in a document.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Document {
    /// Canonical type.
    pub kind: &'static str,
    pub number: Option<Stretch>,
    pub symbol: Option<Stretch>,
    /// A body inside the name that issued it (`[Nghị quyết của Tỉnh ủy năm 2021]`).
    pub issuer: Option<Stretch>,
    /// The type word stands before, outside the span (`…, số 19-NQ/TW`, `khóa XII`).
    pub shared: bool,
}

/// What the rules read in an event.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Event {
    pub kind: Option<EventKind>,
    pub ordinal: Option<u32>,
    /// The first body in the name.
    pub body: Option<Stretch>,
    /// A term inside the name or right behind it.
    pub term: Option<Stretch>,
}

/// What the rules read in the name of a body.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Organization {
    /// Canonical name, of bodies with one fixed name only.
    pub fixed: Option<&'static str>,
    /// The row of its head.
    pub head: Option<u32>,
    pub branch: Option<Branch>,
    pub level: Option<Level>,
    /// The body it belongs to, where it stands in the name.
    pub parent: Option<Stretch>,
    /// How many bodies that one belongs to, one behind the other, with itself.
    pub depth: usize,
    /// The body it belongs to, where the fixed name alone tells.
    pub parent_name: Option<&'static str>,
    /// The place in the name.
    pub place: Option<Stretch>,
    /// A level word without a name stands in it (`[UBND tỉnh]`): the place is the one the article is about.
    pub bare_level: bool,
    /// Where `(khóa …)` begins, if it is in the span.
    pub term_at: Option<usize>,
}

impl Organization {
    /// Canonical head: `[Ban Tổ chức]`, `UBND`.
    pub(crate) fn head(&self) -> Option<&'static str> {
        self.head.map(|row| body_heads::CANONICAL.of(row)).filter(|head| !head.is_empty())
    }

    /// What rules ask of its head.
    pub(crate) fn is(&self, flag: body_heads::Is) -> bool {
        self.head.is_some_and(|row| body_heads::IS.of(row).has(flag))
    }

    /// How names of its head go on.
    pub(crate) fn takes(&self, flag: body_heads::Takes) -> bool {
        self.head.is_some_and(|row| body_heads::TAKES.of(row).has(flag))
    }
}

/// What the rules read beside the name.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Person {
    /// Who signs, as the layout says.
    pub credit: Option<Credit>,
    /// A form of address stands before it, so it may be a short form of a longer name.
    pub addressed: bool,
}

/// What a place is, as its words tell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) enum PlaceSort {
    /// A unit of the State at one level, or of any level where no unit word tells.
    #[default]
    Unit,
    Village,
    Country,
    Region,
    /// A venue, river, street, city abroad …
    Other,
}

/// What the rules read in a place.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Place {
    pub sort: PlaceSort,
    /// The row of its unit word, of what records know by one.
    pub unit: Option<u32>,
    /// The name without the unit word.
    pub name: Option<Stretch>,
}

impl Place {
    /// Canonical unit word.
    pub(crate) fn unit(&self) -> Option<&'static str> {
        self.unit.map(|row| place_units::UNIT.of(row))
    }

    /// The level of the unit word.
    pub(crate) fn level(&self) -> Option<place_units::Level> {
        self.unit.and_then(|row| place_units::LEVEL.of(row))
    }
}

/// What the rules read beside the stretch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Quantity {
    pub value: f64,
    /// Upper end of a range.
    pub high: Option<f64>,
    /// The words behind the number; empty for a bare fraction.
    pub unit: Stretch,
    pub comparison: Option<Comparison>,
    /// What it is a part of.
    pub of: Option<Stretch>,
}

/// What the rules read beside the stretch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Quote {
    /// The quotation with its marks.
    pub marked: Stretch,
    /// The quotation before it, in the paragraph above, goes on in this one.
    pub goes_on: bool,
}

/// What the rules read in a post.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Role {
    /// The row of its head.
    pub head: u32,
    /// The body, where it stands in the title.
    pub body: Option<Stretch>,
    /// The place, where the title names one without a body.
    pub place: Option<Stretch>,
    /// `nguyên`, `quyền` before the head.
    pub status: Option<Status>,
    /// The head stands alone: body and place come from the post behind it, or from the article.
    pub bare: bool,
}

impl Role {
    /// Canonical head; `_` stands for the first word of the body (`Trưởng _` + `[Ban Tổ chức]` = `Trưởng ban`).
    pub(crate) fn head(&self) -> &'static str {
        role_heads::CANONICAL.of(self.head)
    }
}

/// A part of a date: what the text says of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum TimePart {
    #[default]
    Missing,
    Given(i32),
    /// Counted from the day of publication: `hôm qua` is -1.
    Shift(i32),
    /// The latest such before the day of publication: `[tháng 5 vừa qua]`.
    Latest(i32),
    /// As in the date last named: `cùng ngày`.
    Same,
    /// Comes again: `hằng năm`.
    Each,
    /// A year of the sixty-year cycle: its latest such near the article.
    Cycle(i32),
}

/// A clock time, day, month, quarter or year, as far as the text says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct TimePoint {
    pub year: TimePart,
    pub month: TimePart,
    pub day: TimePart,
    /// 1 to 4.
    pub quarter: Option<u8>,
    /// Hour and minute.
    pub clock: Option<(u8, u8)>,
    /// By the lunar calendar.
    pub lunar: bool,
}

/// What time units are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TimeUnit {
    Day,
    Week,
    Month,
    Year,
}

/// What a TIME says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Time {
    Point(TimePoint),
    Range(TimePoint, TimePoint),
    /// Whole months of a year, first and last; `half` where the text counts six.
    Months {
        year: TimePart,
        first: u8,
        last: u8,
        half: bool,
    },
    /// Years, first and last; `term` of office.
    Years {
        first: i32,
        last: i32,
        term: bool,
    },
    Decade(i32),
    Century(i32),
    /// `[cùng kỳ năm trước]`: the months or quarter last named, in another year.
    SamePeriod {
        year: TimePart,
    },
    /// A week, counted from that of the publication.
    Week(i32),
    /// A day of such a week, Monday 0: `[thứ Năm tuần trước]`.
    Weekday {
        day: i32,
        week: i32,
    },
    /// `[5 năm qua]` (-5), `[3 tháng tới]` (3).
    Counted {
        count: i32,
        unit: TimeUnit,
    },
    /// `[cách đây 40 năm]`.
    Ago {
        count: i32,
        unit: TimeUnit,
    },
    /// A time whose place on the calendar the text leaves open (`[cách đây hơn 40 năm]`).
    Open(TimeUnit),
}
