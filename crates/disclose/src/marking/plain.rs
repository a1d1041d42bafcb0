//! Ladders that a team defines: rungs with a word for banners and one for portions, the lowest first, and nothing else.

use record::marking::{Marking, Rung};
use serde::Deserialize;

use super::recognise::tidy;
use super::{head, parse};

/// A ladder that a team defines, in TOML:
///
/// ```toml
/// name = "desk"
/// [[rung]]
/// banner = "OPEN"
/// portion = "O"
/// [[rung]]
/// banner = "INNER CIRCLE"
/// portion = "IC"
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    /// Its name.
    pub name: String,
    /// Its rungs, the lowest first.
    #[serde(rename = "rung")]
    pub rungs: Vec<Words>,
}

/// The words of one rung.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Above and below a page.
    pub banner: String,
    /// Before a portion, without parentheses.
    pub portion: String,
}

/// Why a ladder is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LadderError {
    /// It has no name of letters and digits.
    #[error("the ladder's name {0:?} is not of letters, digits and hyphens: write for example name = \"desk\"")]
    Name(String),
    /// It has no rung, or more than there are ranks.
    #[error("the ladder {0:?} has {1} rungs, and not from 1 to 100: write one [[rung]] for each, the lowest first")]
    Count(String, usize),
    /// A word is empty, not in capitals, or has a sign that markings use.
    #[error("{0:?} cannot be the word of a rung: write capitals, digits, spaces, - and + alone")]
    Word(String),
    /// A word stands for two rungs.
    #[error("{0:?} is the word of two rungs: give each its own")]
    Twice(String),
    /// A word is one of an official ladder.
    #[error("{0:?} is a word of an official ladder, and would be read as that: choose another")]
    Taken(String),
}

impl Ladder {
    /// Checks that no two rungs, and no rung and an official classification, can be taken for each other.
    ///
    /// # Errors
    /// What is wrong with it first.
    pub fn checked(self) -> Result<Self, LadderError> {
        const MOST: usize = 100;
        let named = |sign: u8| sign.is_ascii_alphanumeric() || sign == b'-';
        if self.name.is_empty() || self.name.len() > MOST || !self.name.bytes().all(named) {
            return Err(LadderError::Name(self.name));
        }
        if self.rungs.is_empty() || self.rungs.len() > MOST {
            return Err(LadderError::Count(self.name, self.rungs.len()));
        }
        let mut seen: Vec<(&str, usize)> = Vec::new();
        for (rank, rung) in self.rungs.iter().enumerate() {
            for word in [&rung.banner, &rung.portion] {
                let fits = |sign: u8| sign.is_ascii_uppercase() || sign.is_ascii_digit() || b" -+".contains(&sign);
                if word.is_empty() || word.len() > MOST || !word.bytes().all(fits) || tidy(word) != **word {
                    return Err(LadderError::Word(word.clone()));
                }
                if seen.iter().any(|(known, of)| known == word && *of != rank) {
                    return Err(LadderError::Twice(word.clone()));
                }
                if head::read(word, false).is_ok() || word.contains(" + ") {
                    return Err(LadderError::Taken(word.clone()));
                }
                seen.push((word, rank));
            }
        }
        Ok(self)
    }

    /// The rung that a text states, as a banner or as a portion with its parentheses.
    pub fn parse(&self, text: &str) -> Option<Marking> {
        let text = text.trim();
        let inner = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let rank = self
            .rungs
            .iter()
            .position(|rung| inner.unwrap_or(text) == if inner.is_some() { &rung.portion } else { &rung.banner })?;
        self.rung(rank).map(Marking::rung)
    }

    /// The rung of a rank.
    pub fn rung(&self, rank: usize) -> Option<Rung> {
        let words = self.rungs.get(rank)?;
        Some(Rung {
            ladder: self.name.to_ascii_uppercase(),
            rank: rank.try_into().ok()?,
            banner: words.banner.clone(),
            portion: words.portion.clone(),
        })
    }

    /// Whether a text is one of the ladder's words, for banners or for portions.
    pub(super) fn has(&self, text: &str) -> bool {
        self.rungs.iter().any(|rung| rung.banner == text || rung.portion == text)
    }
}

/// Reads one marking, on one of these ladders or on an official one.
///
/// # Errors
/// As [`parse`].
pub fn parse_on(text: &str, ladders: &[Ladder]) -> Result<Marking, super::MarkingError> {
    ladders.iter().find_map(|ladder| ladder.parse(text)).map_or_else(|| parse(text), Ok)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marking::{banner, portion};

    fn words(banner: &str, portion: &str) -> Words {
        Words { banner: banner.into(), portion: portion.into() }
    }

    fn desk() -> Ladder {
        let rungs = vec![words("OPEN", "O"), words("DESK", "D"), words("INNER CIRCLE", "IC")];
        Ladder { name: "desk".into(), rungs }.checked().unwrap()
    }

    #[test]
    fn a_rung_is_read_and_written_as_banner_and_as_portion() {
        for (text, level) in [("INNER CIRCLE", 2), ("(IC)", 2), ("OPEN", 0)] {
            let marking = desk().parse(text).unwrap();
            assert_eq!(marking.level, record::marking::Level::Plain(level));
            assert_eq!(desk().parse(&banner(&marking)), desk().parse(&portion(&marking)));
        }
        assert_eq!(desk().parse("(OPEN)"), None);
        assert_eq!(desk().parse("IC//NOFORN"), None);
        assert!(parse_on("(IC)", &[desk()]).is_ok() && parse_on("(IC)", &[]).is_err());
    }

    #[test]
    fn a_ladder_that_could_be_taken_for_another_is_refused() {
        let with = |name: &str, rungs: Vec<Words>| Ladder { name: name.into(), rungs }.checked().unwrap_err();
        assert!(matches!(with("", vec![]), LadderError::Name(_)));
        assert!(matches!(with("desk", vec![]), LadderError::Count(..)));
        assert!(matches!(with("desk", vec![words("open", "O")]), LadderError::Word(_)));
        assert!(matches!(with("desk", vec![words("A/B", "A")]), LadderError::Word(_)));
        assert!(matches!(with("desk", vec![words("SECRET", "X")]), LadderError::Taken(_)));
        assert!(matches!(with("desk", vec![words("GUARDED", "S")]), LadderError::Taken(_)));
        let twice = with("desk", vec![words("OPEN", "X"), words("INNER", "X")]);
        assert_eq!(twice.to_string(), "\"X\" is the word of two rungs: give each its own");
    }
}
