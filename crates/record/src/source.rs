//! Sources as the house register keeps them: who they are, whose, how guarded, and how far to be believed.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::id::{ClaimId, ReviewId, Sha256, SourceId};
use crate::label::Protection;
use crate::reading::SourceKind;
use crate::time::Micros;

/// How reliable a source is: the letter of the Admiralty system.
///
/// It speaks of the source. What is thought of a single statement is its credibility, 1 to 6, which is another thing
/// and never changes how a source is trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Reliability {
    /// Completely reliable.
    A,
    /// Usually reliable.
    B,
    /// Fairly reliable.
    C,
    /// Not usually reliable.
    D,
    /// Unreliable.
    E,
    /// Reliability cannot be judged: no information, and not a middle grade.
    F,
}

impl fmt::Display for Reliability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
            Self::E => "E",
            Self::F => "F",
        })
    }
}

impl FromStr for Reliability {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.trim().to_ascii_uppercase().as_str() {
            "A" => Ok(Self::A),
            "B" => Ok(Self::B),
            "C" => Ok(Self::C),
            "D" => Ok(Self::D),
            "E" => Ok(Self::E),
            "F" => Ok(Self::F),
            _ => Err(format!(
                "{text:?} is not a reliability grade: A (completely reliable) to E (unreliable), or F (cannot be judged)"
            )),
        }
    }
}

/// How credible a statement is: the figure of the Admiralty system.
///
/// It speaks of one claim, whoever makes it, and stands beside the letter of its source without touching it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "u8", try_from = "u8")]
pub struct Credibility(u8);

impl Credibility {
    /// What the figure means.
    pub fn told(self) -> &'static str {
        match self.0 {
            1 => "confirmed by other sources",
            2 => "probably true",
            3 => "possibly true",
            4 => "doubtful",
            5 => "improbable",
            _ => "cannot be judged",
        }
    }
}

impl TryFrom<u8> for Credibility {
    type Error = String;

    fn try_from(figure: u8) -> Result<Self, String> {
        match figure {
            1..=6 => Ok(Self(figure)),
            _ => Err(format!(
                "{figure} is not a credibility: 1 (confirmed by other sources) to 5 (improbable), or 6 (cannot be judged)"
            )),
        }
    }
}

impl From<Credibility> for u8 {
    fn from(credibility: Credibility) -> Self {
        credibility.0
    }
}

impl FromStr for Credibility {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::try_from(text.trim().parse::<u8>().unwrap_or(0)).map_err(|_| {
            format!(
                "{text:?} is not a credibility: 1 (confirmed by other sources) to 5 (improbable), or 6 (cannot be judged)"
            )
        })
    }
}

impl fmt::Display for Credibility {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// A source in the house register.
///
/// Of a protected one this holds what the house calls it. Who it is stands sealed beside it ([`Sealed`]).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// What the house calls it.
    pub name: String,
    /// Other names under which reporting has it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub names: BTreeSet<String>,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// Whose it is: who must agree before anything of it is disclosed.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub owners: BTreeSet<String>,
    /// How it is guarded.
    pub protection: Protection,
    /// What it can know, and how it comes to know it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub access: String,
    /// What it may want others to believe.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub bias: String,
    /// The public part of the key with which what belongs to it is sealed (an age recipient, `age1…`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipient: Option<String>,
}

/// A grade that somebody gave a source. The last one counts, and the others stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grade {
    /// The source.
    pub source: SourceId,
    /// How reliable it is.
    pub reliability: Reliability,
    /// By whom.
    pub author: String,
    /// When.
    pub at: Micros,
    /// Why.
    pub why: String,
}

/// What somebody thinks of one claim. The last one counts, and the others stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// Its id.
    pub id: ReviewId,
    /// The claim.
    pub claim: ClaimId,
    /// How credible it is.
    pub credibility: Credibility,
    /// What it said, as it was read then.
    pub seen: String,
    /// By whom.
    pub author: String,
    /// When.
    pub at: Micros,
    /// Why.
    pub why: String,
}

/// Something of a source that is sealed with the source's key. What it is and what it was called is sealed with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    /// The source.
    pub source: SourceId,
    /// The hash of the sealed bytes, which are an `age` file.
    pub sha256: Sha256,
    /// The public part of the key with which it is sealed.
    pub recipient: String,
    /// By whom it was sealed.
    pub author: String,
    /// When.
    pub at: Micros,
}

/// The key of a source was destroyed: what was sealed with it can be read by nobody any more, here and in every copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// The source.
    pub source: SourceId,
    /// The public part of the key.
    pub recipient: String,
    /// By whom.
    pub author: String,
    /// When.
    pub at: Micros,
    /// Why.
    pub why: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letter_and_figure_are_read_from_what_they_print_and_nothing_else() {
        assert_eq!("b".parse::<Reliability>().unwrap().to_string(), "B");
        assert_eq!("2".parse::<Credibility>().unwrap().to_string(), "2");
        assert_eq!("2".parse::<Credibility>().unwrap().told(), "probably true");
        for odd in ["0", "7", "b", "", "1.5", "-1"] {
            assert!(odd.parse::<Credibility>().unwrap_err().contains("is not a credibility"), "{odd}");
        }
        assert!(serde_json::from_str::<Credibility>("9").is_err());
    }
}
