//! The journal: every change, who made it, when and why, in a chain of hashes.
//!
//! The journal is the case. The tables that queries read are made from it by [`crate::store`], one entry at a time, and
//! [`rebuild`] makes them again to see that nothing else has changed them. One chain per case. An entry cites large
//! things (a document's bytes, a reading) by their SHA-256, so that making the tables again never runs a model.

mod chain;
pub(crate) mod check;
mod checkpoint;
mod copy;
mod log;
pub(crate) mod rebuild;
mod walk;

use record::aside::Aside;
use record::case::{Case, Hypothesis, Root};
use record::cover::{AccessList, CoverPolicy};
use record::document::Document;
use record::id::{CaseId, ClaimId, DisclosureId, PacketId, RootId, Sha256, SourceId};
use record::label::Label;
use record::link::{ActorLink, Decision, Link};
use record::mandate::Mandate;
use record::release::{Approval, Disclosure, Line, Move, PublicRelease};
use record::review::{Review, Verdict};
use record::source::{Erasure, Grade, Rating, Sealed, Source};
use record::step::Step;
use record::time::Micros;
use record::warning::{Answer, Warning};
use serde::{Deserialize, Serialize};

pub(crate) use chain::{GENESIS, hash_of};
pub use copy::Progress;
pub use log::LogRow;

use crate::search::Search;

/// What changed. The name of a variant and its fields stand in journals for good: a change of meaning is a new
/// [`Change::VERSION`] with a way to read the old one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[expect(clippy::large_enum_variant, reason = "there are few at a time")]
pub enum Change {
    /// A case was opened.
    CaseOpened {
        /// The case.
        case: Case,
    },
    /// A document was taken in and read.
    DocumentCollected {
        /// The document.
        document: Box<Document>,
        /// The blob that holds its reading.
        reading: Sha256,
        /// The source in the house register that it comes from, where that was said. Who may see the document may perhaps not
        /// see the source, and so it stands here and not in the document.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<SourceId>,
    },
    /// A document of the case was read again, by another reader or with another model.
    DocumentReread {
        /// The document.
        document: Sha256,
        /// The blob that holds its text.
        text: Sha256,
        /// The blob that holds the reading that stood until now.
        from: Sha256,
        /// The blob that holds the new one.
        reading: Sha256,
    },
    /// A file came in that could not be read, and was kept.
    FileSetAside {
        /// The file.
        aside: Aside,
    },
    /// A file that had been set aside was read after all: the documents in it were collected before this entry.
    FileTaken {
        /// The hash of its bytes.
        sha256: Sha256,
    },
    /// A person said something of a claim.
    ClaimReviewed {
        /// What.
        review: Box<Review>,
    },
    /// A person said how credible a claim is.
    ClaimRated {
        /// What.
        rating: Rating,
    },
    /// A person said whether two documents have one origin.
    LinkDecided {
        /// What.
        link: Link,
    },
    /// A person said whether two names are one actor.
    ActorDecided {
        /// What.
        link: ActorLink,
    },
    /// A search was kept.
    SearchSaved {
        /// Its name.
        name: String,
        /// The search.
        search: Search,
    },
    /// A hypothesis was stated.
    HypothesisStated {
        /// The hypothesis.
        hypothesis: Hypothesis,
    },
    /// A root of evidence was entered.
    RootEntered {
        /// The root with the claims that first spoke for it.
        root: Root,
    },
    /// A claim was found to repeat a root: kept, not counted.
    EchoEntered {
        /// The root.
        root: RootId,
        /// The claim.
        claim: ClaimId,
    },
    /// A person stated something about the weighing beside hypotheses and roots.
    StepTaken {
        /// What.
        step: Box<Step>,
    },
    /// Somebody asked to say something.
    DisclosureProposed {
        /// The disclosure, without lines.
        disclosure: Disclosure,
    },
    /// A line was drafted.
    LineDrafted {
        /// The disclosure.
        disclosure: DisclosureId,
        /// The line.
        line: Line,
    },
    /// Somebody did something else with a disclosure.
    DisclosureMoved {
        /// The disclosure.
        disclosure: DisclosureId,
        /// What.
        made: Box<Move>,
    },
    /// A draft was approved.
    DraftApproved {
        /// The disclosure.
        disclosure: DisclosureId,
        /// The approval.
        approval: Approval,
    },
    /// A packet was issued.
    PacketIssued {
        /// The disclosure.
        disclosure: DisclosureId,
        /// The packet.
        packet: PacketId,
        /// The key that signed it.
        key: String,
        /// The blobs of its files, by name.
        files: Vec<(String, Sha256)>,
    },
    /// A packet was entered in the transparency log.
    PacketLogged {
        /// The entry: the hash of its manifest, or for a private packet a hash that tells nothing.
        entry: Sha256,
    },
    /// Somebody was entrusted with something, or is no longer.
    MandateEntered {
        /// With what.
        mandate: Mandate,
    },
    /// An access list was entered, or is otherwise now.
    AccessListed {
        /// The list as it is now.
        list: Box<AccessList>,
    },
    /// The least cover that the house asks for was set.
    CoverPolicySet {
        /// What is asked for now.
        policy: CoverPolicy,
    },
    /// A source was entered in the house register.
    SourceEntered {
        /// The source.
        source: Source,
    },
    /// What the house register says of a source was changed.
    SourceEdited {
        /// The source as it is now.
        source: Source,
    },
    /// A source was graded.
    SourceGraded {
        /// The grade.
        grade: Grade,
    },
    /// Something of a source was sealed.
    SourceSealed {
        /// What.
        sealed: Sealed,
    },
    /// The key of a source was destroyed.
    SourceErased {
        /// Which.
        erasure: Erasure,
    },
    /// A private warning was given.
    WarningGiven {
        /// The warning.
        warning: Warning,
    },
    /// A warning was answered.
    WarningAnswered {
        /// The answer.
        answer: Answer,
    },
    /// A public release of earlier days was entered.
    ReleaseEntered {
        /// The release.
        release: PublicRelease,
    },
}

impl Change {
    /// The version of the bodies that are written now.
    pub const VERSION: i64 = 1;

    /// The name of the kind, as it stands in the journal.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::CaseOpened { .. } => "case-opened",
            Self::DocumentCollected { .. } => "document-collected",
            Self::DocumentReread { .. } => "document-reread",
            Self::FileSetAside { .. } => "file-set-aside",
            Self::FileTaken { .. } => "file-taken",
            Self::ClaimReviewed { .. } => "claim-reviewed",
            Self::ClaimRated { .. } => "claim-rated",
            Self::LinkDecided { .. } => "link-decided",
            Self::ActorDecided { .. } => "actor-decided",
            Self::SearchSaved { .. } => "search-saved",
            Self::HypothesisStated { .. } => "hypothesis-stated",
            Self::RootEntered { .. } => "root-entered",
            Self::EchoEntered { .. } => "echo-entered",
            Self::StepTaken { step } => step.kind(),
            Self::DisclosureProposed { .. } => "disclosure-proposed",
            Self::LineDrafted { .. } => "line-drafted",
            Self::DisclosureMoved { made, .. } => made.kind(),
            Self::PacketLogged { .. } => "packet-logged",
            Self::MandateEntered { .. } => "mandate-entered",
            Self::AccessListed { .. } => "access-listed",
            Self::CoverPolicySet { .. } => "cover-policy-set",
            Self::DraftApproved { .. } => "draft-approved",
            Self::PacketIssued { .. } => "packet-issued",
            Self::SourceEntered { .. } => "source-entered",
            Self::SourceEdited { .. } => "source-edited",
            Self::SourceGraded { .. } => "source-graded",
            Self::SourceSealed { .. } => "source-sealed",
            Self::SourceErased { .. } => "source-erased",
            Self::WarningGiven { .. } => "warning-given",
            Self::WarningAnswered { .. } => "warning-answered",
            Self::ReleaseEntered { .. } => "release-entered",
        }
    }
}

impl Change {
    /// The source of the house register that it speaks of.
    pub(crate) fn of_source(&self) -> Option<SourceId> {
        match self {
            Self::SourceEntered { source } | Self::SourceEdited { source } => Some(source.id),
            Self::SourceGraded { grade } => Some(grade.source),
            Self::SourceSealed { sealed } => Some(sealed.source),
            Self::SourceErased { erasure } => Some(erasure.source),
            _ => None,
        }
    }

    /// The blobs that it cites: without them it says nothing.
    pub(crate) fn cites(&self) -> Vec<Sha256> {
        match self {
            Self::DocumentCollected { document, reading, .. } => {
                [document.sha256, document.text, *reading].into_iter().chain(document.passages).collect()
            }
            Self::DocumentReread { text, from, reading, .. } => vec![*text, *from, *reading],
            Self::FileSetAside { aside } => vec![aside.sha256],
            Self::SourceSealed { sealed } => vec![sealed.sha256],
            Self::ReleaseEntered { release } => vec![release.sha256, release.text],
            Self::PacketIssued { files, .. } => files.iter().map(|(_, sha)| *sha).collect(),
            _ => Vec::new(),
        }
    }

    /// Those of them that the tables are made from.
    pub(crate) fn projects(&self) -> Vec<Sha256> {
        match self {
            Self::DocumentCollected { document, reading, .. } => vec![*reading, document.text],
            Self::DocumentReread { text, from, reading, .. } => vec![*text, *from, *reading],
            _ => Vec::new(),
        }
    }
}

impl Change {
    /// What changed, in a line for people.
    pub fn told(&self) -> String {
        match self {
            Self::CaseOpened { case } => format!("opened the case {:?}", case.question),
            Self::DocumentCollected { document, .. } => format!("collected {}", document.name),
            Self::DocumentReread { document, .. } => format!("read {} again", document.short()),
            Self::FileSetAside { aside } => format!("set {} aside: {}", aside.name, aside.reason),
            Self::FileTaken { sha256 } => format!("read what had been set aside as {}", sha256.short()),
            Self::ClaimReviewed { review } => {
                let verdict = match review.verdict {
                    Verdict::Accepted => "accepted",
                    Verdict::Rejected => "rejected",
                    Verdict::Edited => "edited",
                    Verdict::Added => "added",
                };
                format!("{verdict} the claim {}", review.claim.short())
            }
            Self::ClaimRated { rating } => {
                format!("gave the claim {} credibility {}", rating.claim.short(), rating.credibility)
            }
            Self::LinkDecided { link } => {
                let decision = match link.decision {
                    Decision::Joined => "joined",
                    Decision::Cut => "cut",
                };
                match &link.claims {
                    Some((one, other)) => format!("{decision} the claims {} and {}", one.short(), other.short()),
                    None => format!("{decision} {} and {}", link.one.short(), link.other.short()),
                }
            }
            Self::ActorDecided { link } => {
                let decision = match link.decision {
                    Decision::Joined => "joined the names",
                    Decision::Cut => "parted the names",
                };
                format!("{decision} {:?} and {:?}", link.one, link.other)
            }
            Self::SearchSaved { name, .. } => format!("saved the search {name:?}"),
            Self::HypothesisStated { hypothesis } => format!("stated {}: {}", hypothesis.key, hypothesis.text),
            Self::RootEntered { root } => format!("entered the root {:?}", root.name),
            Self::EchoEntered { root, claim } => {
                format!("entered the claim {} as an echo of the root {}", claim.short(), root.short())
            }
            Self::StepTaken { step } => step.told(),
            Self::DisclosureProposed { disclosure } => format!("proposed to say: {}", disclosure.purpose),
            Self::LineDrafted { disclosure, .. } => format!("drafted a line of {}", disclosure.short()),
            Self::DisclosureMoved { disclosure, made } => format!("{}, of {}", made.told(), disclosure.short()),
            Self::PacketLogged { entry } => format!("entered a packet in the log as {}", entry.short()),
            Self::MandateEntered { mandate } => {
                let (person, role) = (&mandate.person, &mandate.role);
                if mandate.revoked {
                    format!("took back the mandate of {person}: {role}")
                } else {
                    format!("gave {person} a mandate: {role}")
                }
            }
            Self::AccessListed { list } => {
                format!("{} the access list {:?}", if list.retired { "retired" } else { "entered" }, list.name)
            }
            Self::CoverPolicySet { policy } => {
                format!("asks for a cover of {} and an ambiguity of {} from now on", policy.k, policy.m)
            }
            Self::DraftApproved { disclosure, .. } => format!("approved the draft of {}", disclosure.short()),
            Self::PacketIssued { disclosure, packet, .. } => {
                format!("issued {} as the packet {}", disclosure.short(), packet.short())
            }
            Self::SourceEntered { source } => format!("entered the source {:?}", source.name),
            Self::SourceEdited { source } => format!("changed what is said of the source {:?}", source.name),
            Self::SourceGraded { grade } => format!("graded the source {} {}", grade.source.short(), grade.reliability),
            Self::SourceSealed { sealed } => format!("sealed something of the source {}", sealed.source.short()),
            Self::SourceErased { erasure } => format!("destroyed the key of the source {}", erasure.source.short()),
            Self::WarningGiven { warning } => format!("entered that {} warned {}", warning.by, warning.to),
            Self::WarningAnswered { answer } => format!("entered an answer to the warning {}", answer.warning.short()),
            Self::ReleaseEntered { release } => format!("entered the release {:?}", release.title),
        }
    }
}

/// A change that is to be entered.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The chain it belongs to.
    pub case: CaseId,
    /// Who makes it.
    pub author: String,
    /// When.
    pub at: Micros,
    /// Why, in their words.
    pub why: String,
    /// What demands of viewers come with it.
    pub label: Label,
    /// What changes.
    pub change: Change,
}

/// An entry as it stands in the journal.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    pub case: CaseId,
    pub seq: i64,
    pub at: Micros,
    pub author: String,
    pub kind: String,
    pub version: i64,
    pub label: String,
    pub why: String,
    pub body: String,
    pub prev: [u8; 32],
    pub hash: [u8; 32],
}

impl Entry {
    /// The change that the body tells of.
    ///
    /// # Errors
    /// Where the body is not one that this version can read.
    pub(crate) fn change(&self) -> crate::Result<Change> {
        match self.version {
            1 => Ok(serde_json::from_str(&self.body)?),
            other => {
                Err(crate::CasefileError::Damaged(format!("entry {} has a body of unknown version {other}", self.seq)))
            }
        }
    }
}
