//! What comes out: the contract between the core and everyone who uses it, and nothing else.
//!
//! Offsets count UTF-16 code units of the text exactly as it was given. What a field does not know is absent.
//! Numbers named after a record (`organization`, `place`, `holders`, `parent` of a body …) are positions in the
//! array of that kind; `mentions`, `evidence`, `entity`, `definition` and an entity's `parent` are [`Entity::id`],
//! which is the position in [`Analysis::entities`].

use serde::Serialize;
use std::collections::BTreeMap;

/// Position of a record in the array of its kind, or of an entity in `entities`.
#[cfg_attr(target_family = "wasm", tsify::declare)]
pub type Index = u32;

/// A stretch of the text as given, in UTF-16 code units, half open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Span {
    /// The first code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
}

/// Everything known about one article.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Analysis {
    /// Version of this contract.
    #[cfg_attr(test, schemars(extend("const" = 1)))]
    pub schema: u32,
    /// The title, the date, the authors and what else the article says about itself.
    pub meta: Meta,
    /// One for each line that is not blank, in order.
    pub zones: Vec<Zone>,
    /// By start, then longest first; they nest, never cross.
    pub entities: Vec<Entity>,
    /// The named people.
    pub people: Vec<Person>,
    /// The posts.
    pub roles: Vec<Role>,
    /// The bodies.
    pub organizations: Vec<Organization>,
    /// The places.
    pub places: Vec<Place>,
    /// The official documents.
    pub documents: Vec<Document>,
    /// The events.
    pub events: Vec<Event>,
    /// The times, one for each mention.
    pub times: Vec<Time>,
    /// The quantities, one for each mention.
    pub quantities: Vec<Quantity>,
    /// The quotations, one for each mention.
    pub quotes: Vec<Quote>,
    /// The short forms and what they stand for.
    pub abbreviations: Vec<Abbreviation>,
    /// The statements that join two records.
    pub relations: Vec<Relation>,
    /// The article in figures.
    pub metrics: Metrics,
    /// What a careful editor would look at again.
    pub checks: Vec<Check>,
    /// What was repaired or assumed in reading.
    pub warnings: Vec<Warning>,
}

/// The ten kinds of entities. On the same stretch the outer one is the kind that stands earlier here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A named person.
    Person,
    /// A post.
    Role,
    /// A body.
    Organization,
    /// A place.
    Place,
    /// An official document.
    Document,
    /// An event with a name.
    Event,
    /// A time.
    Time,
    /// A number with its unit.
    Quantity,
    /// What stands between quotation marks.
    Quote,
    /// The place where the text defines a short form.
    Abbreviation,
}

impl Kind {
    /// Every kind, in the order of the contract.
    pub const ALL: [Kind; 10] = [
        Kind::Person,
        Kind::Role,
        Kind::Organization,
        Kind::Place,
        Kind::Document,
        Kind::Event,
        Kind::Time,
        Kind::Quantity,
        Kind::Quote,
        Kind::Abbreviation,
    ];

    /// The name of the kind in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Person => "person",
            Kind::Role => "role",
            Kind::Organization => "organization",
            Kind::Place => "place",
            Kind::Document => "document",
            Kind::Event => "event",
            Kind::Time => "time",
            Kind::Quantity => "quantity",
            Kind::Quote => "quote",
            Kind::Abbreviation => "abbreviation",
        }
    }
}

/// A marked stretch of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Entity {
    /// Position in `entities`.
    pub id: Index,
    /// What is marked.
    pub kind: Kind,
    /// The first code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
    /// The innermost enclosing entity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Index>,
    /// Position in the array of its kind.
    pub record: Index,
    /// Name of the rule that proposed it, such as `document.number`: why it was marked.
    pub rule: &'static str,
}

/// What the article says about itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Meta {
    /// Which text was analyzed.
    pub text: Fingerprint,
    /// Of an official document pasted whole: which of `documents` it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<Index>,
    /// The headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The short line above the headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kicker: Option<String>,
    /// The section of the site the article stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The paragraph that sums the article up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
    /// ISO 8601, local, as the text says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Who signs the article, as printed.
    pub authors: Vec<String>,
    /// Where the article was taken from, as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The newspaper, station or portal, by its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// How often the article was read, as the site counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub views: Option<u64>,
    /// What sort of text it is.
    pub genre: Genre,
}

/// Tells whether an analysis is of a text: its length and a hash, against mistakes, not against attackers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Fingerprint {
    /// In UTF-16 code units.
    pub length: u32,
    /// FNV-1a with 64 bits over the UTF-16 code units of the text, the low byte of each before its high byte, lone
    /// surrogates as U+FFFD; 16 hexadecimal digits in lower case.
    pub hash: String,
}

impl Fingerprint {
    /// Of a text given as UTF-16 code units.
    pub fn of(units: impl IntoIterator<Item = u16>) -> Self {
        let (mut length, mut hash) = (0, 0xcbf2_9ce4_8422_2325_u64);
        for unit in units {
            length += 1;
            for byte in unit.to_le_bytes() {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        Self { length, hash: format!("{hash:016x}") }
    }
}

/// News reports an occasion; interviews are questions and answers; features tell at length about a subject;
/// commentary argues, signed; a notice is an announcement or an official text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Genre {
    /// Reports an occasion.
    #[default]
    News,
    /// Questions and answers.
    Interview,
    /// Tells at length about a subject.
    Feature,
    /// Argues, and is signed.
    Commentary,
    /// An announcement.
    Notice,
    /// An official document, pasted whole.
    Document,
}

/// What one line of the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Zone {
    /// The first code unit of the line.
    pub start: u32,
    /// One past its last code unit.
    pub end: u32,
    /// The part of the article.
    pub zone: ZoneKind,
}

/// The parts of an article as sites print them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum ZoneKind {
    /// Running text.
    Body,
    /// The headline.
    Title,
    /// The short line above the headline.
    Kicker,
    /// The section of the site.
    Section,
    /// The paragraph that sums the article up.
    Lead,
    /// The day of publication.
    Dateline,
    /// The words under a picture.
    Caption,
    /// Who wrote the article.
    Byline,
    /// Where the article was taken from.
    Source,
    /// A heading between paragraphs.
    Heading,
    /// A question of an interview.
    Question,
    /// What belongs to the site: menus, links, buttons.
    Chrome,
}

/// A named person, under the fullest form of the name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Person {
    /// The fullest form in the text.
    pub name: String,
    /// Year or day of birth, as told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub birth: Option<String>,
    /// Where the person is named.
    pub mentions: Vec<Index>,
    /// How the person signs the article, for its authors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<Credit>,
    /// The posts the text gives the person.
    pub roles: Vec<Holding>,
}

/// How a person signs the article or part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Credit {
    /// Wrote the text.
    Author,
    /// Took the pictures.
    Photographer,
    /// Put the text together from other sources.
    Collector,
}

/// A post as one person holds, held, gets or leaves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Holding {
    /// As in the text.
    pub title: String,
    /// Position in `roles`.
    pub role: Index,
    /// Absent for a post that is held now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// What happened to the post, where the text tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    /// The day of the change, ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The entities that say so.
    pub evidence: Vec<Index>,
}

/// How a person stands to a post that is not simply held now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Held it before.
    Former,
    /// Holds it for the time being.
    Acting,
    /// Gets it in the event that is reported.
    Incoming,
    /// Leaves it in the event that is reported.
    Outgoing,
}

/// What happens to the post of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// `bầu`, `trúng cử`.
    Elected,
    /// `bổ nhiệm`, `chỉ định`, `phê chuẩn`.
    Appointed,
    /// `điều động`, `luân chuyển`, `phân công`.
    Transferred,
    /// `miễn nhiệm`, `bãi nhiệm`, `cách chức`.
    Dismissed,
    /// `từ chức`.
    Resigned,
    /// `nghỉ hưu`.
    Retired,
    /// `khiển trách`, `cảnh cáo`, `khai trừ`.
    Disciplined,
}

/// One post: head, body, place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Role {
    /// Fullest form.
    pub title: String,
    /// Canonical head: `Trưởng ban`, `Bí thư` …
    pub head: String,
    /// The body the post belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<Index>,
    /// The place the post is of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Index>,
    /// Who holds, held, gets or leaves it: positions in `people`.
    pub holders: Vec<Index>,
    /// Where the post is named.
    pub mentions: Vec<Index>,
}

/// A definite, named body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Organization {
    /// The fullest form in the text.
    pub name: String,
    /// The part of the political system.
    pub branch: Branch,
    /// The level of the body, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// The body above it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Index>,
    /// The place it is of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Index>,
    /// Where the body is named.
    pub mentions: Vec<Index>,
}

/// The part of the political system a body belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Branch {
    /// The Communist Party.
    Party,
    /// The Assembly, the Government, people's councils and committees.
    State,
    /// The Fatherland Front.
    Front,
    /// Mass organizations and associations.
    Mass,
    /// The army, the police, the border guard.
    Military,
    /// Courts and procuracies.
    Judicial,
    /// Newspapers, stations, portals.
    Press,
    /// Companies, schools, foreign bodies and the rest.
    Other,
}

/// The level of government.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// The whole country.
    Central,
    /// A province or a centrally run city.
    Province,
    /// A district, until 2025-06-30.
    District,
    /// A commune, ward or special zone.
    Commune,
}

/// A named place, then and now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Place {
    /// Without its unit word.
    pub name: String,
    /// `tỉnh`, `huyện`, `xã` and the like.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Official code valid at the date of the article; undated: on 2025-06-30.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The province it lay in at the time of the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub province: Option<String>,
    /// Units since 2025-07-01; for a district its province.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(target_family = "wasm", tsify(optional))]
    pub today: Vec<Unit>,
    /// How the place was inferred, where the text does not name it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// Where the place is named.
    pub mentions: Vec<Index>,
}

/// An administrative unit of today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Unit {
    /// The name without its unit word.
    pub name: String,
    /// `tỉnh`, `xã` and the like.
    pub unit: String,
    /// The official code.
    pub code: String,
}

/// How an unnamed place was inferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// By the province of the outlet.
    Outlet,
    /// By a district the text names.
    District,
    /// By the first province the text names.
    FirstNamed,
}

/// One definite official document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Document {
    /// Fullest wording.
    pub name: String,
    /// `Nghị quyết`, `Chỉ thị`, `Luật` and the like.
    #[serde(rename = "type")]
    pub kind: String,
    /// The number without its symbol.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The number and the symbol, such as `18-NQ/TW`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// The body that issued it, as the text or the symbol says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// The day it was issued, ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// What it is about, in its own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What our tables say of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known: Option<KnownDocument>,
    /// The body above the issuer, in the head: position in `organizations`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub superior: Option<Index>,
    /// Who signed it, of a document pasted whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signer: Option<Signer>,
    /// Where the document is named.
    pub mentions: Vec<Index>,
}

/// Who signed a document, with which post, and for whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Signer {
    /// Position in `people`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<Index>,
    /// Position in `roles`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Index>,
    /// `KT.`, `TM.`, `TUQ.`, `TL.`, `Q.` before the post.
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    pub acting_for: Option<&'static str>,
}

/// What our tables know of a document, where type, number, issuer and term or date agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct KnownDocument {
    /// The number and the symbol.
    pub symbol: String,
    /// The day it was issued, ISO 8601.
    pub date: String,
    /// The body that issued it.
    pub issuer: String,
    /// What it is about.
    pub subject: String,
}

/// A congress, plenum, session, election, conference, anniversary or campaign with an identity of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Event {
    /// The fullest form in the text.
    pub name: String,
    /// What sort of event it is.
    pub kind: EventKind,
    /// Which one in its series.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ordinal: Option<u32>,
    /// The body that holds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<Index>,
    /// The place it is of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Index>,
    /// The term it opens or belongs to, such as `2020/2025`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub term: Option<String>,
    /// The day, ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Where the event is named.
    pub mentions: Vec<Index>,
}

/// The sort of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum EventKind {
    /// A congress.
    Congress,
    /// A plenum of a committee.
    Plenum,
    /// A session of an assembly or council.
    Session,
    /// An election.
    Election,
    /// A conference or a meeting with a name.
    Conference,
    /// An anniversary.
    Anniversary,
    /// A campaign or a movement.
    Campaign,
    /// Festivals, contests and the rest.
    Other,
}

/// A marked time; one record a mention.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Time {
    /// The mention.
    pub entity: Index,
    /// ISO 8601; absent where it cannot be resolved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// How precise it is.
    pub granularity: Granularity,
    /// What came from the date of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assumed: Option<Assumed>,
}

/// How precise a time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Granularity {
    /// A time of the day.
    Time,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A quarter.
    Quarter,
    /// A half-year.
    Half,
    /// A year.
    Year,
    /// A term of office.
    Term,
    /// A decade.
    Decade,
    /// A century.
    Century,
    /// From one time to another.
    Interval,
}

/// What of a time came from the day of publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Assumed {
    /// The year only.
    Year,
    /// The whole date, counted from that day.
    Date,
}

/// A marked quantity; one record a mention.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Quantity {
    /// The mention.
    pub entity: Index,
    /// The number; the lower end of a range.
    pub value: f64,
    /// Upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// The unit, as the text has it.
    pub unit: String,
    /// How the number is meant, where it is not exact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comparison: Option<Comparison>,
    /// What it is a part of, as the text says (`chỉ tiêu` in `76,1% chỉ tiêu`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// Position in `times`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<Index>,
}

/// How a number is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Comparison {
    /// More than that.
    More,
    /// Less than that.
    Less,
    /// About that.
    About,
    /// That much was reached.
    Reached,
}

/// What stands between quotation marks; one record a mention.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Quote {
    /// The mention.
    pub entity: Index,
    /// What the words are.
    pub kind: QuoteKind,
    /// Who said it, by name or by post, where the text tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    /// Members of a motto.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(target_family = "wasm", tsify(optional))]
    pub parts: Vec<String>,
}

/// What quoted words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    /// What somebody said.
    Speech,
    /// The name of a work, a movement, a subject.
    Title,
    /// A slogan.
    Motto,
    /// A word used in a sense of its own.
    Term,
}

/// A short form, defined by the text or known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Abbreviation {
    /// The short form.
    pub short: String,
    /// What it stands for.
    pub long: String,
    /// By this text; otherwise from our tables.
    pub defined: bool,
    /// Where this text defines it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub definition: Option<Index>,
    /// Every occurrence.
    pub uses: Vec<Span>,
}

/// One statement about two records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Relation {
    /// The record the statement is about.
    pub subject: Ref,
    /// What it says.
    pub predicate: Predicate,
    /// The other record.
    pub object: Ref,
    /// The entities that say so.
    pub evidence: Vec<Index>,
}

/// A record: its kind and its position in the array of that kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Ref {
    /// The kind of the record.
    pub kind: Kind,
    /// Its position in the array of that kind.
    pub record: Index,
}

/// What a relation says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Predicate {
    /// A person holds a post.
    Holds,
    /// A post is of a body or a place.
    Of,
    /// A body stands under another.
    PartOf,
    /// A body or a place lies in a place.
    LocatedIn,
    /// A document was issued by a body.
    IssuedBy,
    /// A document or an event is of a day.
    Dated,
    /// A person or a body said a quotation.
    Said,
}

/// The article in figures. Covers title, lead, heading, question and body.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify), tsify(hashmap_as_object))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Metrics {
    /// Characters, spaces included.
    pub characters: u32,
    /// Syllables; a figure counts as one.
    pub syllables: u32,
    /// Words, most of several syllables.
    pub words: u32,
    /// Sentences.
    pub sentences: u32,
    /// Paragraphs.
    pub paragraphs: u32,
    /// Seconds of silent reading, at 6.8 syllables a second.
    pub reading_seconds: u32,
    /// How long the sentences are, in syllables.
    pub sentence_length: SentenceLength,
    /// How varied the words are.
    pub lexical_diversity: LexicalDiversity,
    /// How hard the article is to read.
    pub readability: Readability,
    /// The part of the syllables that stands in quotations, from 0 to 1.
    pub quoted_share: f64,
    /// The part of the syllables that stands in set phrases, from 0 to 1.
    pub formulaic_share: f64,
    /// Mentions and records of each kind.
    pub entities: BTreeMap<Kind, Count>,
    /// Mentions per 100 syllables.
    pub entity_density: f64,
    /// What the article keeps coming back to, best first.
    pub keyphrases: Vec<Keyphrase>,
    /// Areas of work the article is about, largest first.
    pub topics: Vec<Topic>,
    /// Set phrases of the genre, most frequent first.
    pub formulas: Vec<Formula>,
}

/// The lengths of the sentences, in syllables.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SentenceLength {
    /// The mean.
    pub mean: f64,
    /// The median.
    pub median: f64,
    /// The 90th percentile.
    pub p90: f64,
    /// The longest.
    pub max: u32,
}

/// How varied the words are. All are 0 without words; read `mtld` with care below 100 words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LexicalDiversity {
    /// Distinct words divided by words.
    pub ttr: f64,
    /// The same over a window of 50 words, as a mean.
    pub mattr: f64,
    /// How many words it takes, on average, until that ratio falls to 0.72.
    pub mtld: f64,
}

/// How hard an article is to read.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Readability {
    /// The name and version of the formula.
    pub formula: String,
    /// Higher is harder.
    pub score: f64,
    /// Stable key, translated by the page.
    pub band: String,
}

/// How often a kind stands in the article.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Count {
    /// Mentions.
    pub mentions: u32,
    /// Records they belong to.
    pub distinct: u32,
}

/// A phrase the article keeps coming back to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Keyphrase {
    /// As it first stands in the text.
    pub text: String,
    /// Its C-value: higher is more telling.
    pub score: f64,
    /// Every occurrence.
    pub spans: Vec<Span>,
}

/// An area of work the article is about.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Topic {
    /// Stable key, translated by the page.
    pub topic: String,
    /// Its part of all the evidence, from 0 to 1.
    pub share: f64,
    /// The words that point to it.
    pub evidence: Vec<Span>,
}

/// A set phrase of the genre.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Formula {
    /// Its usual form.
    pub text: String,
    /// Every occurrence.
    pub spans: Vec<Span>,
}

/// Something a careful editor would look at again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify), tsify(hashmap_as_object))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Check {
    /// Stable key, translated by the page.
    pub code: &'static str,
    /// The same in English.
    pub message: String,
    /// What the message is filled with, by name: enough to say it in another language.
    pub values: BTreeMap<&'static str, String>,
    /// The places to look at.
    pub spans: Vec<Span>,
}

/// Something that was repaired or assumed in reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Warning {
    /// Stable key, translated by the page.
    pub code: &'static str,
    /// The same in English.
    pub message: String,
    /// Where, if it is one place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

impl Warning {
    /// For callers whose texts may hold lone surrogates, which no `&str` can: they read each as U+FFFD, which takes as
    /// many code units, and add this.
    #[must_use]
    pub fn lone_surrogates() -> Self {
        Self {
            code: "lone_surrogate",
            message: "Halves of surrogate pairs that stood alone were read as U+FFFD".into(),
            span: None,
        }
    }
}

#[cfg(all(test, not(target_family = "wasm")))] // serde_json is no dependency of the module
mod tests {
    use super::*;

    /// An unknown field is absent, never null; sizes of numbers are Rust's own.
    fn without_null(schema: &mut serde_json::Value) {
        use serde_json::Value;
        if let Some(fields) = schema.as_object_mut() {
            fields.remove("format");
            if let Some([kind, Value::String(null)]) = fields.get("type").and_then(Value::as_array).map(Vec::as_slice)
                && null == "null"
            {
                fields["type"] = kind.clone();
            }
            if let Some(Value::Array(choices)) = fields.get_mut("anyOf") {
                choices.retain(|choice| choice["type"] != "null");
                if let [Value::Object(only)] = &choices[..] {
                    let only = only.clone();
                    fields.remove("anyOf");
                    fields.extend(only);
                }
            }
            fields.values_mut().for_each(without_null);
        } else if let Some(items) = schema.as_array_mut() {
            items.iter_mut().for_each(without_null);
        }
    }

    /// `www/schema.json` says what these types say; `SCHEMA=write cargo test --lib schema` writes it anew.
    #[test]
    fn schema_is_current() {
        let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
        let mut schema = settings.into_generator().into_root_schema_for::<Analysis>().to_value();
        without_null(&mut schema);
        let ours = format!("{}\n", serde_json::to_string_pretty(&schema).unwrap());
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/www/schema.json");
        if std::env::var("SCHEMA").is_ok_and(|v| v == "write") {
            std::fs::write(path, &ours).unwrap();
        }
        let stored = std::fs::read_to_string(path).unwrap_or_default();
        assert!(stored == ours, "run SCHEMA=write cargo test --lib schema");
    }

    /// The test vectors of FNV-1a 64 for "" and "foobar" as bytes.
    #[test]
    fn hashes_as_published() {
        let hash = |bytes: &[u8]| Fingerprint::of(bytes.chunks(2).map(|b| u16::from_le_bytes([b[0], b[1]]))).hash;
        assert_eq!(hash(b""), "cbf29ce484222325");
        assert_eq!(hash(b"foobar"), "85944171f73967e8");
        assert_eq!(Fingerprint::of("Đổi 😀".encode_utf16()).length, 6);
    }
}
