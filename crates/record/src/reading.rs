//! A reading: what a document says, who says it and how sure they are, as the JSON that other programs depend on.
//!
//! The names here are those of "The reading format": changing one is a change of [`SCHEMA`]. Spans are bytes of the
//! extracted text. Ids are local to the document.

use serde::{Deserialize, Serialize};

use crate::span::Span;
use crate::time::CivilDate;

/// The version of the format.
pub const SCHEMA: u32 = 1;

/// What one document says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The document that was read.
    pub document: Head,
    /// The claims, in the order of their cues.
    pub claims: Vec<Claim>,
    /// The version of this format: [`SCHEMA`].
    pub schema: u32,
    /// What read it.
    pub reader: Reader,
    /// Places named.
    pub places: Vec<Place>,
    /// Who is spoken of or speaks.
    pub actors: Vec<Actor>,
    /// Time expressions.
    pub times: Vec<Time>,
    /// Who does what to whom.
    pub events: Vec<Event>,
    /// Goods that go, or may go, from one actor to another.
    pub transfers: Vec<Transfer>,
    /// Goods that somebody is said to lack.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<GoodsClaim>,
    /// Goods that somebody is said to be able, or not to be able, to make or supply.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub capacities: Vec<GoodsClaim>,
    /// What was unsure or could not be read. Reading never fails; it says here what it could not do.
    pub problems: Vec<Problem>,
}

impl Reading {
    /// A reading of a document in which nothing stands yet.
    pub fn of(document: Head, reader: Reader) -> Self {
        Self {
            document,
            claims: Vec::new(),
            schema: SCHEMA,
            reader,
            places: Vec::new(),
            actors: Vec::new(),
            times: Vec::new(),
            events: Vec::new(),
            transfers: Vec::new(),
            needs: Vec::new(),
            capacities: Vec::new(),
            problems: Vec::new(),
        }
    }
}

/// What is known of the document itself. By default nothing is: so of text that is no document, as the line of a draft.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// The path it was read from; `FILE#n` for the n-th record of a file, counted from 1, or that record's id.
    pub path: String,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Its title, if it has one.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// When it was published, as precisely as it says.
    pub date: Option<CivilDate>,
    /// The language it is written in, as an ISO 639-1 code.
    pub language: Option<String>,
    /// The extracted text, left out where the document is itself a UTF-8 text file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// Which program and model made a reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reader {
    /// The version of the reader.
    pub version: String,
    /// The name and version of its model.
    pub model: String,
}

/// Something that somebody says, asks, orders, denies, or will not say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// `c1`, `c2`, … in the order of the cues.
    pub id: String,
    /// The number of the sentence that its cue stands in, counted from 0.
    pub sentence: usize,
    /// Who says it.
    pub source: Attributed,
    /// The words that say that it is said.
    pub cue: Cue,
    /// What is said.
    pub content: Content,
    /// What the source does with the content.
    pub stance: Stance,
    /// Whether the content is asserted or negated.
    pub polarity: Polarity,
    /// How sure the words are that the content is so.
    pub certainty: Certainty,
    /// How far the action in the content has got; another thing than certainty.
    pub stage: Stage,
    /// The claim that this one is part of.
    pub within: Option<String>,
    /// The time the content is about.
    pub time: Option<String>,
}

/// The source of a claim, as the text names it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Attributed {
    /// Its words; empty where the text names none.
    pub text: String,
    /// Where they stand.
    pub spans: Vec<Span>,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// The actor it is, where that is known.
    pub actor: Option<String>,
    /// The full name that a short name or pronoun stands for.
    pub resolved: Option<String>,
}

/// What kind of source a claim has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// A person by name.
    Named,
    /// People without a name: "U.S. and European officials".
    Unnamed,
    /// A ministry, a company, an outlet.
    Organisation,
    /// A report, a statement, a law.
    Document,
    /// The text names none.
    None,
}

/// The words that mark the attribution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cue {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub spans: Vec<Span>,
    /// The dictionary form of its head word: `say` for "said".
    pub lemma: String,
}

/// What is said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// The words, with ` … ` between the parts of a split content.
    pub text: String,
    /// Where they stand.
    pub spans: Vec<Span>,
    /// How much of it stands between quotation marks.
    pub quoted: Quoted,
}

/// How much of a content is in the source's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quoted {
    /// Nothing: it is reported.
    None,
    /// Some of its words.
    Part,
    /// All of it.
    Whole,
}

/// What a source does with the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// States it.
    Says,
    /// Asks it.
    Asks,
    /// Orders or demands it.
    Orders,
    /// Hopes or wishes it.
    Hopes,
    /// Doubts it.
    Doubts,
    /// Denies it.
    Denies,
    /// Refuses to speak of it.
    Declines,
    /// Speaks, and does not answer.
    Evades,
}

/// Whether a content is asserted or negated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Polarity {
    /// It is so.
    Positive,
    /// It is not so.
    Negative,
}

/// How sure the words are, as a band of probability that the content is so.
///
/// The band is of the words alone, by how readers of English take them. It is not how likely the content is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Certainty {
    /// The hedging words as they stand; empty where the statement is flat.
    pub words: String,
    /// The lower end of the band, 0 to 1.
    pub low: f64,
    /// The upper end of the band, 0 to 1.
    pub high: f64,
}

impl Certainty {
    /// Whether the statement is flat: nothing in it hedges, and nobody said since that it is less than sure.
    pub fn is_flat(&self) -> bool {
        self.words.is_empty() && self.low >= 0.95
    }

    /// Whether it is known how sure the words are. Of a claim whose words are not there it is not: its band is the whole.
    pub fn is_told(&self) -> bool {
        !self.words.is_empty() || self.low > 0.0 || self.high < 1.0
    }
}

/// How far an action has got.
///
/// "Is weighing whether to send arms" is a firm report of an early stage: the stage is `considered`, and the
/// certainty is that of a flat statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// It is being thought about.
    Considered,
    /// It has been decided.
    Decided,
    /// It is being made ready.
    Prepared,
    /// It is being done.
    UnderWay,
    /// It was done.
    Done,
    /// It was stopped.
    Halted,
    /// The content reports no action, or says nothing of its stage.
    None,
}

/// A person, organisation, state or group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// `a1`, `a2`, …
    pub id: String,
    /// The fullest name in the document; of a state the name that it goes by, whatever stands for it.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Its country, as an ISO 3166 alpha-3 code.
    pub country: Option<String>,
    /// What the text calls it: "foreign minister"; of several states their codes or adjectives: "FRA, DEU", "European";
    /// and its class: "government", "military", "academic".
    pub roles: Vec<String>,
    /// Where it is mentioned.
    pub mentions: Vec<Span>,
}

/// What an actor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActorKind {
    /// A state or its government.
    State,
    /// A person.
    Person,
    /// An organisation.
    Organisation,
    /// People of one kind without a name: "European officials".
    Group,
}

/// A place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// `p1`, `p2`, …
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its country, as an ISO 3166 alpha-3 code.
    pub country: Option<String>,
    /// Where it is mentioned.
    pub mentions: Vec<Span>,
}

/// A time expression in TIMEX3 terms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Time {
    /// `t1`, `t2`, …
    pub id: String,
    /// Its words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// `DATE`, `TIME`, `DURATION` or `SET`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The TIMEX3 value.
    pub value: String,
    /// The TIMEX3 modifier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#mod: Option<String>,
}

/// Who does what to whom.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// `e1`, `e2`, …
    pub id: String,
    /// A PLOVER root, `DENY` or `COMMENT`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Its place among the events of its sentence, 1 the first.
    pub rank: u32,
    /// The PLOVER mode.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
    /// The PLOVER contexts.
    pub contexts: Vec<String>,
    /// Who does it.
    pub actor: Option<String>,
    /// To whom.
    pub target: Option<String>,
    /// Whether it happened: `happened`, `under-way`, `planned`, `considered`, `threatened`, `denied`, `hypothetical`.
    pub status: String,
    /// The claim it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The words that tell of it.
    pub span: Span,
}

/// Goods that go, or may go, from one actor to another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Transfer {
    /// Who gives.
    pub supplier: Option<String>,
    /// Who gets.
    pub recipient: Option<String>,
    /// What, in the text's words.
    pub goods: String,
    /// `lethal`, `non-lethal`, `dual-use`, `energy` or `financial`.
    pub class: String,
    /// `considered`, `possible`, `announced`, `under-way`, `delivered`, `denied` or `halted`.
    pub status: String,
    /// The codes of the goods in the Harmonized System, six digits each, where they have one in the common high priority list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<String>,
    /// The claim it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// The words that tell of it.
    pub span: Span,
}

/// What is said of somebody's goods apart from any transfer: that they lack them, or what they can make of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GoodsClaim {
    /// Who lacks them, or can make them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
    /// What, in the text's words.
    pub goods: String,
    /// The class, as of a [`Transfer`]; empty where the text names no goods of one ("an issue of production capacity").
    pub class: String,
    /// The codes of the goods, as of a [`Transfer`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<String>,
    /// The claim it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// The words that tell of it.
    pub span: Span,
}

/// Something that was unsure or could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// A short name that a program can test: `empty`, `unclosed-quote`, `language`.
    pub kind: String,
    /// What happened and what was done about it.
    pub message: String,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}
