//! A document as a case keeps it.

use serde::{Deserialize, Serialize};

use crate::id::Sha256;
use crate::time::CivilDate;

/// A document in a case: its bytes are a blob under `sha256`, its text another under `text`.
///
/// The same bytes may stand in one case more than once under different labels, each time as if the other were not
/// there: whoever collects a document again must not learn that it was already held above their clearance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The hash of the bytes that came in.
    pub sha256: Sha256,
    /// The hash of the text extracted from them.
    pub text: Sha256,
    /// The hash of the map that leads from that text back to the bytes; none where the text is the bytes themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passages: Option<Sha256>,
    /// Which extractor made that text.
    pub extractor: String,
    /// The name it came under.
    pub name: String,
    /// Its title, if it has one.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// When it was published.
    pub date: Option<CivilDate>,
    /// The language that it or whoever collected it states, as an ISO 639-1 code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The address it states or came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Its marking as whoever collected it stated it, or the higher one that it says of itself.
    pub marking: String,
    /// What it is a translation of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translation: Option<Translation>,
}

/// That a document is another one in another language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translation {
    /// The hash of the bytes of the original.
    pub of: Sha256,
    /// Who translated it, or which program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}
