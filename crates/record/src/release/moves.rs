//! What people do with a disclosure, one after another.

use serde::{Deserialize, Serialize};

use super::{Ask, Choice, Chosen, Cleared, Consent, Disclosure, Line, Lowering, Schedule, Waiver};
use crate::id::LineId;
use crate::packet::AuthorityBlock;

/// Something that was done with a disclosure beside drafting a line, approving the draft and issuing it. The names stand
/// in journals for good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "move", rename_all = "kebab-case")]
pub enum Move {
    /// It was said by when it is wanted.
    ScheduleSet {
        /// The whole calendar, instead of the one before.
        schedule: Schedule,
        /// Who set it; not said in older entries.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        author: String,
    },
    /// What one way would gain, cost and reveal.
    ChoiceStated {
        /// It.
        choice: Choice,
    },
    /// One way was chosen.
    WayChosen {
        /// Which, and why.
        chosen: Chosen,
    },
    /// A line has other words, claims or another place now.
    LineChanged {
        /// The line as it is now, under its old id.
        line: Box<Line>,
    },
    /// A line was taken out.
    LineDropped {
        /// Which.
        line: LineId,
    },
    /// A lower marking was proposed or entered.
    MarkingLowered {
        /// It.
        lowering: Box<Lowering>,
    },
    /// An owner was asked.
    OwnerAsked {
        /// Whom, and how.
        ask: Ask,
    },
    /// An owner spoke.
    OwnerSpoke {
        /// What they said.
        consent: Consent,
    },
    /// It was said by whose authority it is classified.
    AuthorityStated {
        /// The block, instead of the one before.
        authority: AuthorityBlock,
        /// Who stated it; not said in older entries.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        author: String,
    },
    /// The block that said by whose authority it is classified was taken out: what is not classified has none.
    AuthorityTakenOut {
        /// Who took it out.
        author: String,
    },
    /// This is a desk of one person.
    DeskOfOne {
        /// Why nobody else can look at it.
        why: String,
    },
    /// As far as cover goes it may go out.
    CoverCleared {
        /// Which draft.
        cleared: Cleared,
    },
    /// An owner lets it go out without the cover that the house asks for.
    CoverWaived {
        /// Which draft, and why.
        waiver: Waiver,
    },
    /// It is not said.
    Withheld {
        /// Why.
        why: String,
    },
}

impl Move {
    /// The name of the kind, as it stands in the journal.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::ScheduleSet { .. } => "schedule-set",
            Self::ChoiceStated { .. } => "choice-stated",
            Self::WayChosen { .. } => "way-chosen",
            Self::LineChanged { .. } => "line-changed",
            Self::LineDropped { .. } => "line-dropped",
            Self::MarkingLowered { .. } => "marking-lowered",
            Self::OwnerAsked { .. } => "owner-asked",
            Self::OwnerSpoke { .. } => "owner-spoke",
            Self::AuthorityStated { .. } => "authority-stated",
            Self::AuthorityTakenOut { .. } => "authority-taken-out",
            Self::DeskOfOne { .. } => "desk-of-one",
            Self::CoverCleared { .. } => "cover-cleared",
            Self::CoverWaived { .. } => "cover-waived",
            Self::Withheld { .. } => "withheld",
        }
    }

    /// What was done, in a line for people.
    pub fn told(&self) -> String {
        use super::Verdict;
        match self {
            Self::ScheduleSet { .. } => "set the calendar of a disclosure".to_owned(),
            Self::ChoiceStated { choice } => format!("said what it would mean to {}", choice.way.told()),
            Self::WayChosen { chosen } => format!("chose to {}", chosen.way.told()),
            Self::LineChanged { line } => format!("changed the line {}", line.id.short()),
            Self::LineDropped { line } => format!("took out the line {}", line.short()),
            Self::MarkingLowered { lowering } => match lowering.authority {
                Some(authority) => {
                    format!("entered a lower marking for the line {} as {}", lowering.line.short(), authority.name())
                }
                None => format!("proposed a lower marking for the line {}", lowering.line.short()),
            },
            Self::OwnerAsked { ask } => format!("asked {} about the line {}", ask.owner, ask.line.short()),
            Self::OwnerSpoke { consent } => {
                let does = match consent.verdict {
                    Verdict::Concurs => "concurred with",
                    Verdict::Objects => "objected to",
                    Verdict::Change => "asked for other words of",
                };
                format!("{does} the line {} for {}", consent.line.short(), consent.owner)
            }
            Self::AuthorityStated { .. } => "stated by whose authority a disclosure is classified".to_owned(),
            Self::AuthorityTakenOut { .. } => "took out by whose authority a disclosure is classified".to_owned(),
            Self::DeskOfOne { .. } => "said that this is a desk of one".to_owned(),
            Self::CoverCleared { .. } => "cleared the cover of a draft".to_owned(),
            Self::CoverWaived { waiver } => format!("waived the cover of a draft for {}", waiver.owner),
            Self::Withheld { .. } => "withheld a disclosure".to_owned(),
        }
    }

    /// What the disclosure is after it. Nothing is decided here: whether it may be done was decided before.
    pub fn apply(&self, disclosure: &mut Disclosure) {
        match self {
            Self::ScheduleSet { schedule, author } => {
                disclosure.schedule = Some(schedule.clone());
                disclosure.wrote(author);
            }
            Self::ChoiceStated { choice } => {
                disclosure.choices.retain(|other| other.way != choice.way);
                disclosure.choices.push(choice.clone());
                disclosure.choices.sort_by_key(|choice| choice.way);
            }
            Self::WayChosen { chosen } => disclosure.chosen = Some(chosen.clone()),
            Self::LineChanged { line } => {
                if let Some(old) = disclosure.lines.iter_mut().find(|old| old.id == line.id) {
                    let old = std::mem::replace(old, (**line).clone());
                    disclosure.stood(old);
                }
            }
            Self::LineDropped { line } => {
                let gone: Vec<Line> = disclosure.lines.extract_if(.., |other| other.id == *line).collect();
                gone.into_iter().for_each(|old| disclosure.stood(old));
            }
            Self::MarkingLowered { lowering } => disclosure.lowerings.push((**lowering).clone()),
            Self::OwnerAsked { ask } => disclosure.asks.push(ask.clone()),
            Self::OwnerSpoke { consent } => disclosure.consents.push(consent.clone()),
            Self::AuthorityStated { authority, author } => {
                disclosure.authority = Some(authority.clone());
                disclosure.wrote(author);
            }
            Self::AuthorityTakenOut { author } => {
                disclosure.authority = None;
                disclosure.wrote(author);
            }
            Self::DeskOfOne { why } => disclosure.alone = Some(why.clone()),
            Self::CoverCleared { cleared } => disclosure.cleared.push(cleared.clone()),
            Self::CoverWaived { waiver } => disclosure.waivers.push(waiver.clone()),
            Self::Withheld { why } => disclosure.withheld = Some(why.clone()),
        }
    }
}
