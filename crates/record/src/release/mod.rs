//! A disclosure: what somebody wants to say, to whom, by which way, by when, and who has agreed.
//!
//! Like the weighing of a case, a disclosure is made of what people did, one [`Move`] after another, and nothing is ever
//! changed: [`Disclosure`] is what the moves come to.

mod choice;
mod consent;
mod cover;
mod line;
mod lowering;
mod moves;
mod public;
mod schedule;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::id::DisclosureId;
use crate::packet::AuthorityBlock;
use crate::time::Micros;

pub use choice::{Choice, Chosen, Way};
pub use consent::{Approval, Ask, Consent, Mode, Verdict};
pub use cover::{Cleared, Waiver};
pub use line::{Line, Place};
pub use lowering::{Authority, Lowering};
pub use moves::Move;
pub use public::PublicRelease;
pub use schedule::{Moment, Schedule};

/// A request to say something to an audience through a channel, with everything that was done with it.
///
/// What came later than the first version of the format is left out where it is empty, so that entries of older journals
/// are read and written as they were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosure {
    /// Its id.
    pub id: DisclosureId,
    /// What it is for.
    pub purpose: String,
    /// Who is to hear it: `public`, or a clearance as it is written for a viewer.
    pub audience: String,
    /// The way it goes: "press background", "Security Council address".
    pub channel: String,
    /// Who proposed it.
    pub author: String,
    /// When.
    pub proposed: Micros,
    /// The disclosure of which this is the version for another audience.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version_of: Option<DisclosureId>,
    /// The disclosure whose packet this one replaces, corrects or takes back, and how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amends: Option<Amends>,
    /// Who may get what stands below the tearline, where something stands above it: `public`, or a clearance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub onward: Option<String>,
    /// What it is about, as the audience reads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who issues it, as it wants to be named; not a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// What the audience may do with it; nothing is said where it is empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub terms: String,
    /// By when, and against which calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schedule: Option<Schedule>,
    /// By whose authority it is classified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<AuthorityBlock>,
    /// What else could be done, as it was stated last for each way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// What was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen: Option<Chosen>,
    /// The draft, in order.
    pub lines: Vec<Line>,
    /// Everybody who wrote something that goes out, or stood here once: lines that were changed or taken out, the calendar, the
    /// authority block. They stay its authors.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub hands: BTreeSet<String>,
    /// Lines as they were before they were changed or taken out, in order: the same words do not demand less because they
    /// rest on something else now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<Line>,
    /// Lower markings that were proposed or entered for lines, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lowerings: Vec<Lowering>,
    /// Which owners were asked, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asks: Vec<Ask>,
    /// What owners said, in order; the last word of an owner on the same words counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consents: Vec<Consent>,
    /// Who approved which draft.
    pub approvals: Vec<Approval>,
    /// Which drafts may go out as far as cover goes, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cleared: Vec<Cleared>,
    /// Which drafts owners let go out without the cover that the house asks for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waivers: Vec<Waiver>,
    /// Why one person does all of it, where it was said that this is a desk of one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alone: Option<String>,
    /// Why it was not said after all. A recorded outcome, like an issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withheld: Option<String>,
    /// Whether it has been issued.
    pub issued: bool,
}

/// What a packet does to an older one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amends {
    /// The disclosure whose packet that is.
    pub disclosure: DisclosureId,
    /// What happens to it.
    pub how: How,
    /// Why, as the audience may read it.
    pub why: String,
}

/// What happens to an older packet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// The new one stands in its place.
    Supersedes,
    /// Something in it was wrong.
    Corrects,
    /// It is taken back.
    Withdraws,
}

impl How {
    /// What the new one does to the older, in a word.
    pub fn told(self) -> &'static str {
        match self {
            Self::Supersedes => "supersedes",
            Self::Corrects => "corrects",
            Self::Withdraws => "withdraws",
        }
    }
}

impl Disclosure {
    /// A disclosure of which nothing but its proposal is known.
    pub fn proposed(id: DisclosureId, author: &str, at: Micros) -> Self {
        Self {
            id,
            purpose: String::new(),
            audience: "public".to_owned(),
            channel: String::new(),
            author: author.to_owned(),
            proposed: at,
            version_of: None,
            amends: None,
            onward: None,
            title: None,
            issuer: None,
            authority: None,
            terms: String::new(),
            schedule: None,
            choices: Vec::new(),
            chosen: None,
            lines: Vec::new(),
            hands: BTreeSet::new(),
            former: Vec::new(),
            lowerings: Vec::new(),
            asks: Vec::new(),
            consents: Vec::new(),
            approvals: Vec::new(),
            cleared: Vec::new(),
            waivers: Vec::new(),
            alone: None,
            withheld: None,
            issued: false,
        }
    }

    /// Keeps that somebody wrote something of it.
    fn wrote(&mut self, author: &str) {
        if !author.is_empty() {
            self.hands.insert(author.to_owned());
        }
    }

    /// Keeps a line that stands here no longer as it was, and who wrote it.
    fn stood(&mut self, line: Line) {
        self.hands.extend(line.hands.iter().cloned().chain([line.author.clone()]));
        self.former.push(line);
    }

    /// Whether nothing can be done with it any more: it went out, or it was decided that it does not.
    pub fn is_closed(&self) -> bool {
        self.issued || self.withheld.is_some()
    }
}
