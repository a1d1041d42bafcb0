//! How far a source is to be believed.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

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
