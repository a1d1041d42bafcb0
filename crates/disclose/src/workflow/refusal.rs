//! Why an action is refused.

use std::fmt;

use record::marking::NotAClearance;

/// Why an action is refused: the reason and the way out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Nobody acts.
    #[error("nobody is named as acting: say who does this")]
    NoName,
    /// The disclosure went out.
    #[error("this disclosure has been issued and cannot change: propose a new one")]
    Issued,
    /// A line without words.
    #[error("the line says nothing: write at least one word")]
    NoText,
    /// A character that does not show, or changes how others show.
    #[error("the text has the character U+{:04X}, which is not seen as it is read: take it out", u32::from(*.0))]
    Hidden(char),
    /// A line without support.
    #[error("the line rests on no claim: tie it to at least one")]
    NoClaims,
    /// A line's id is taken.
    #[error("the draft has a line of this id already: add the line under a new one")]
    LineExists,
    /// There is no draft.
    #[error("the draft has no line: add at least one")]
    NoLines,
    /// An author approves.
    #[error("{0} proposed this or wrote some of it and cannot approve it: ask somebody who did not")]
    Author(String),
    /// What was read is not what stands there now.
    #[error("the draft is not the one that was read: read it as it stands now, then approve that")]
    OtherDraft,
    /// The same person approves the same draft once more.
    #[error("{0} has approved this draft already: it can be issued, or somebody else can approve it too")]
    Again(String),
    /// Nobody approved.
    #[error("nobody has approved the draft: ask somebody who did not write any of it")]
    NoApproval,
    /// Approvals are of other drafts, or by those who have become authors.
    #[error(
        "no approval is of the draft as it stands, by somebody who wrote none of it: have it read and approved again"
    )]
    StaleApproval,
    /// The caller did not say what each line demands.
    #[error("the draft has {lines} lines and {markings} were given a marking: mark each line by the claims behind it")]
    Markings {
        /// How many lines there are.
        lines: usize,
        /// How many markings.
        markings: usize,
    },
    /// A line whose claims were never marked.
    #[error("line {0} has no marking: mark the documents behind its claims")]
    Unmarked(usize),
    /// The audience is not written as a clearance.
    #[error("the audience {audience:?} is not known to be cleared for anything: {why}")]
    Audience {
        /// The audience.
        audience: String,
        /// What is wrong with it.
        why: NotAClearance,
    },
    /// Somebody owns a source behind a line and has not agreed.
    #[error(
        "line {line} rests on what belongs to {owners}, who must agree and have not: take it out, or rest it on claims without an owner"
    )]
    Owners {
        /// The line's number in the draft, from 1.
        line: usize,
        /// Who.
        owners: String,
    },
    /// The audience may not see what stands behind some lines.
    #[error(
        "the audience {audience:?} may not see {}: take such lines out, rest them on claims that it may see, or choose \
         another audience; other words for the same claims do not lower their marking",
        listed(.breaches)
    )]
    NotCleared {
        /// The audience.
        audience: String,
        /// The lines.
        breaches: Vec<Breach>,
    },
}

/// A line that the audience may not see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// Its number in the draft, from 1.
    pub line: usize,
    /// Its marking, as a portion mark.
    pub marking: String,
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {} {}", self.line, self.marking)
    }
}

fn listed(breaches: &[Breach]) -> String {
    if breaches.is_empty() {
        return "the lines together".to_owned();
    }
    let said: Vec<String> = breaches.iter().map(ToString::to_string).collect();
    said.join(", ")
}
