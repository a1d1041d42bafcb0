//! Why a text is not a marking.

use super::Violation;

/// Why a text is not a marking. Each says which part is meant, why it is refused, and the way out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MarkingError {
    /// There is no text.
    #[error("there is no marking: write one, for example UNCLASSIFIED, (S//NF) or TLP:AMBER")]
    Empty,
    /// The text is longer than any marking.
    #[error("the marking has {0} characters, more than any marking has ({MOST}): write the marking alone")]
    TooLong(usize),
    /// A parenthesis stands on one side only.
    #[error("the marking {0:?} has a parenthesis on one side only: write a portion as (S//NF), a banner without any")]
    Parenthesis(String),
    /// A part is not in the tables.
    #[error("{part:?} in the marking {text:?} {reason}: {way}")]
    Unknown {
        /// The whole.
        text: String,
        /// The part.
        part: String,
        /// The rule that it breaks.
        rule: &'static str,
        /// What is wrong with it.
        reason: &'static str,
        /// What to do.
        way: &'static str,
    },
    /// A part stands twice.
    #[error("{part:?} stands twice in the marking {text:?} (ISM-ID-00236): write it once")]
    Twice {
        /// The whole.
        text: String,
        /// The part.
        part: String,
    },
    /// A part is known and does not stand where it belongs.
    #[error("{part:?} does not stand in its official place in the marking {text:?} ({rule}): write {mend}")]
    Misplaced {
        /// The whole.
        text: String,
        /// The part.
        part: String,
        /// The rule of order.
        rule: &'static str,
        /// The whole in its official spelling.
        mend: String,
    },
    /// A part is known and is not spelt as it must be in a banner, or in a portion.
    #[error("{part:?} in the marking {text:?} is not spelt as the rest asks for: write {mend}")]
    Misspelt {
        /// The whole.
        text: String,
        /// The part.
        part: String,
        /// The whole in its official spelling.
        mend: String,
    },
    /// It is well formed and breaks rules.
    #[error("the marking {text:?} is not valid: {}", listed(.violations))]
    Invalid {
        /// The whole.
        text: String,
        /// The rules, at least one.
        violations: Vec<Violation>,
    },
}

/// More characters than the longest marking: every control, and a list of every country.
pub(super) const MOST: usize = 4_000;

impl MarkingError {
    /// The number of the rule that the text breaks first: one of the tables, or `HOUSE-5` for how a marking is written.
    pub fn rule(&self) -> &'static str {
        match self {
            Self::Unknown { rule, .. } => rule,
            Self::Twice { .. } => "ISM-ID-00236",
            Self::Misplaced { rule, .. } => {
                rule.get(..NUMBER).filter(|rule| rule.starts_with("ISM")).unwrap_or(SPELLING)
            }
            Self::Invalid { violations, .. } => violations.first().map_or(SPELLING, |violation| violation.rule),
            Self::Empty | Self::TooLong(_) | Self::Parenthesis(_) | Self::Misspelt { .. } => SPELLING,
        }
    }

    /// What to write instead, where that is known.
    pub fn mend(&self) -> Option<&str> {
        match self {
            Self::Misplaced { mend, .. } | Self::Misspelt { mend, .. } => Some(mend),
            _ => None,
        }
    }
}

/// The rule of this house that a marking is spelt and ordered as the tables have it.
const SPELLING: &str = "HOUSE-5";

/// The length of a number such as `ISM-ID-00033`.
const NUMBER: usize = 12;

fn listed(violations: &[Violation]) -> String {
    let said: Vec<String> = violations.iter().map(ToString::to_string).collect();
    said.join("; ")
}

/// `text` as far as an error quotes it.
pub(super) fn quoted(text: &str) -> String {
    const SHOWN: usize = 120;
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
