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
    pub start: u32,
    pub end: u32,
}

/// Everything known about one article.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Analysis {
    /// Version of this contract.
    #[cfg_attr(test, schemars(extend("const" = 1)))]
    pub schema: u32,
    pub meta: Meta,
    /// One for each line that is not blank, in order.
    pub zones: Vec<Zone>,
    /// By start, then longest first; they nest, never cross.
    pub entities: Vec<Entity>,
    pub people: Vec<Person>,
    pub roles: Vec<Role>,
    pub organizations: Vec<Organization>,
    pub places: Vec<Place>,
    pub documents: Vec<Document>,
    pub events: Vec<Event>,
    pub times: Vec<Time>,
    pub quantities: Vec<Quantity>,
    pub quotes: Vec<Quote>,
    pub abbreviations: Vec<Abbreviation>,
    pub relations: Vec<Relation>,
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
    Person,
    Role,
    Organization,
    Place,
    Document,
    Event,
    Time,
    Quantity,
    Quote,
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
pub struct Entity {
    /// Position in `entities`.
    pub id: Index,
    pub kind: Kind,
    pub start: u32,
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
pub struct Meta {
    pub text: Fingerprint,
    /// Of an official document pasted whole: which of `documents` it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<Index>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kicker: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
    /// ISO 8601, local, as the text says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    pub authors: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub views: Option<u64>,
    pub genre: Genre,
}

/// Tells whether an analysis is of a text: its length and a hash, against mistakes, not against attackers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
    #[default]
    News,
    Interview,
    Feature,
    Commentary,
    Notice,
    /// An official document, pasted whole.
    Document,
}

/// What one line of the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Zone {
    pub start: u32,
    pub end: u32,
    pub zone: ZoneKind,
}

/// The parts of an article as sites print them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum ZoneKind {
    Body,
    Title,
    Kicker,
    Section,
    Lead,
    Dateline,
    Caption,
    Byline,
    Source,
    Heading,
    Question,
    Chrome,
}

/// A named person, under the fullest form of the name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Person {
    pub name: String,
    /// Year or day of birth, as told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub birth: Option<String>,
    pub mentions: Vec<Index>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<Credit>,
    pub roles: Vec<Holding>,
}

/// How a person signs the article or part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Credit {
    Author,
    Photographer,
    Collector,
}

/// A post as one person holds, held, gets or leaves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Holding {
    /// As in the text.
    pub title: String,
    /// Position in `roles`.
    pub role: Index,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    pub evidence: Vec<Index>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Status {
    Former,
    Acting,
    Incoming,
    Outgoing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Change {
    Elected,
    Appointed,
    Transferred,
    Dismissed,
    Resigned,
    Retired,
    Disciplined,
}

/// One post: head, body, place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Role {
    /// Fullest form.
    pub title: String,
    /// Canonical head: `Trưởng ban`, `Bí thư` …
    pub head: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<Index>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Index>,
    /// People.
    pub holders: Vec<Index>,
    pub mentions: Vec<Index>,
}

/// A definite, named body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Organization {
    pub name: String,
    pub branch: Branch,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Index>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Index>,
    pub mentions: Vec<Index>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Branch {
    Party,
    State,
    Front,
    Mass,
    Military,
    Judicial,
    Press,
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Level {
    Central,
    Province,
    District,
    Commune,
}

/// A named place, then and now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Place {
    /// Without its unit word.
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Official code valid at the date of the article; undated: on 2025-06-30.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Province at the time of the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub province: Option<String>,
    /// Units since 2025-07-01; for a district its province.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(target_family = "wasm", tsify(optional))]
    pub today: Vec<Unit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    pub mentions: Vec<Index>,
}

/// An administrative unit of today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Unit {
    pub name: String,
    pub unit: String,
    pub code: String,
}

/// How an unnamed place was inferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    Outlet,
    District,
    FirstNamed,
}

/// One definite official document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Document {
    /// Fullest wording.
    pub name: String,
    #[serde(rename = "type")]
    pub kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known: Option<KnownDocument>,
    /// The body above the issuer, in the head: position in `organizations`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub superior: Option<Index>,
    /// Who signed it, of a document pasted whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signer: Option<Signer>,
    pub mentions: Vec<Index>,
}

/// Who signed a document, with which post, and for whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
pub struct KnownDocument {
    pub symbol: String,
    pub date: String,
    pub issuer: String,
    pub subject: String,
}

/// A congress, plenum, session, election, conference, anniversary or campaign with an identity of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Event {
    pub name: String,
    pub kind: EventKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ordinal: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<Index>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Index>,
    /// `2020/2025`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub term: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    pub mentions: Vec<Index>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum EventKind {
    Congress,
    Plenum,
    Session,
    Election,
    Conference,
    Anniversary,
    Campaign,
    Other,
}

/// A marked time; one record a mention.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Time {
    pub entity: Index,
    /// ISO 8601; absent where it cannot be resolved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    pub granularity: Granularity,
    /// What came from the date of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assumed: Option<Assumed>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Granularity {
    Time,
    Day,
    Week,
    Month,
    Quarter,
    Half,
    Year,
    Term,
    Decade,
    Century,
    Interval,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Assumed {
    Year,
    Date,
}

/// A marked quantity; one record a mention.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Quantity {
    pub entity: Index,
    pub value: f64,
    /// Upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    pub unit: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comparison: Option<Comparison>,
    /// What it is a part of, as the text says (`chỉ tiêu` in `76,1% chỉ tiêu`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// Position in `times`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<Index>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Comparison {
    More,
    Less,
    About,
    Reached,
}

/// What stands between quotation marks; one record a mention.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Quote {
    pub entity: Index,
    pub kind: QuoteKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    /// Members of a motto.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(target_family = "wasm", tsify(optional))]
    pub parts: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    Speech,
    Title,
    Motto,
    Term,
}

/// A short form, defined by the text or known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Abbreviation {
    pub short: String,
    pub long: String,
    /// By this text; otherwise from our tables.
    pub defined: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub definition: Option<Index>,
    /// Every occurrence.
    pub uses: Vec<Span>,
}

/// One statement about two records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Relation {
    pub subject: Ref,
    pub predicate: Predicate,
    pub object: Ref,
    pub evidence: Vec<Index>,
}

/// A record: its kind and its position in the array of that kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Ref {
    pub kind: Kind,
    pub record: Index,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Predicate {
    Holds,
    Of,
    PartOf,
    LocatedIn,
    IssuedBy,
    Dated,
    Said,
}

/// The article in figures. Covers title, lead, heading, question and body.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify), tsify(hashmap_as_object))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Metrics {
    pub characters: u32,
    pub syllables: u32,
    pub words: u32,
    pub sentences: u32,
    pub paragraphs: u32,
    pub reading_seconds: u32,
    /// Syllables.
    pub sentence_length: SentenceLength,
    /// Words.
    pub lexical_diversity: LexicalDiversity,
    pub readability: Readability,
    /// Of the syllables.
    pub quoted_share: f64,
    /// Of the syllables.
    pub formulaic_share: f64,
    pub entities: BTreeMap<Kind, Count>,
    /// Mentions per 100 syllables.
    pub entity_density: f64,
    pub keyphrases: Vec<Keyphrase>,
    pub topics: Vec<Topic>,
    pub formulas: Vec<Formula>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SentenceLength {
    pub mean: f64,
    pub median: f64,
    pub p90: f64,
    pub max: u32,
}

/// Absent fields could not be measured on so short a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LexicalDiversity {
    pub ttr: f64,
    pub mattr: f64,
    pub mtld: f64,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Readability {
    pub formula: String,
    pub score: f64,
    /// Stable key, translated by the page.
    pub band: String,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Count {
    pub mentions: u32,
    pub distinct: u32,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Keyphrase {
    pub text: String,
    pub score: f64,
    pub spans: Vec<Span>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Topic {
    /// Stable key, translated by the page.
    pub topic: String,
    pub share: f64,
    pub evidence: Vec<Span>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Formula {
    pub text: String,
    pub spans: Vec<Span>,
}

/// Something a careful editor would look at again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify), tsify(hashmap_as_object))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Check {
    /// Stable key, translated by the page.
    pub code: &'static str,
    /// English.
    pub message: String,
    /// What the message is filled with, by name: enough to say it in another language.
    pub values: BTreeMap<&'static str, String>,
    pub spans: Vec<Span>,
}

/// Something that was repaired or assumed in reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Warning {
    /// Stable key, translated by the page.
    pub code: &'static str,
    /// English.
    pub message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

impl Warning {
    /// For callers whose texts may hold lone surrogates, which no `&str` can: they read each as U+FFFD, which takes as
    /// many code units, and add this.
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
