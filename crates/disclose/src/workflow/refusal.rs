//! Why an action is refused.

use std::fmt;

use record::marking::NotAClearance;

use super::policy::Act;

/// Why an action is refused: the reason and the way out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Nobody acts.
    #[error("nobody is named as acting: say who does this")]
    NoName,
    /// The disclosure went out.
    #[error("this disclosure has been issued and cannot change: propose a new one")]
    Issued,
    /// It was decided that nothing is said.
    #[error("it was decided that this is not said, and that stands: propose a new disclosure")]
    Withheld,
    /// Somebody is not entrusted with this.
    #[error("{person} has no mandate to {}: whoever keeps the house register can enter one", .act.told())]
    NoMandate {
        /// Who.
        person: String,
        /// What they wanted to do.
        act: Act,
    },
    /// Something needs a reason.
    #[error("no reason is given for {0}: give one, since it is kept with the decision")]
    NoReason(&'static str),
    /// No such line.
    #[error("the draft has no such line: name one by its number or its id")]
    NoSuchLine,
    /// Nothing speaks for a line.
    #[error(
        "line {0} has no support: all that it rests on was rejected, withdrawn, or says nothing; rest it on something else, or take it out"
    )]
    NoSupport(usize),
    /// There is a part above the tearline and nobody said who gets what is below.
    #[error(
        "lines stand above the tearline, and nobody said who may get what stands below: name them as the onward audience"
    )]
    NoOnward,
    /// There is nothing below the tearline.
    #[error(
        "every line stands above the tearline, so there is nothing to tear off: put a line below it, or name no onward audience"
    )]
    NothingBelow,
    /// What it demands is on several ladders.
    #[error(
        "what it demands is on several ladders, {0}, and no one banner stands above them (HOUSE-9): make a release for each, or have a marking on one of them entered for each line by its originator"
    )]
    SeveralLadders(String),
    /// What is classified does not say by whose authority.
    #[error(
        "it is classified and does not say by whose authority (ISM-ID-00013): state who classified it, from what or why, and until when"
    )]
    NoAuthority,
    /// A block of authority over what is not classified.
    #[error(
        "nothing in it is classified, and it states by whose authority it would be (ISM-ID-00016): take the block out with `disclose authority --none`"
    )]
    NothingClassified,
    /// A block of authority that breaks a rule.
    #[error("the authority block is not as it must be: {0}")]
    WrongAuthority(String),
    /// A block of authority that is not whole.
    #[error("the authority block is not whole: {0}; state all of it")]
    Authority(&'static str),
    /// It is not a desk of one.
    #[error("this is no desk of one: somebody else has the mandate to approve; ask them")]
    NotAlone,
    /// Somebody who is no owner.
    #[error("{named:?} owns nothing behind this line; {}", if .owners.is_empty() { "nobody does".to_owned() } else { format!("its owners are {owners}") })]
    NoOwner {
        /// Who was named.
        named: String,
        /// Who owns something.
        owners: String,
    },
    /// Somebody who does not speak for an owner.
    #[error("{person} does not speak for {owner}: whoever keeps the house register knows who does, and can enter it")]
    NoSpeaker {
        /// Who.
        person: String,
        /// The owner.
        owner: String,
    },
    /// Somebody who wrote it speaks for an owner.
    #[error(
        "{0} proposed this or wrote some of it and cannot agree to it for an owner: ask somebody else who speaks for them"
    )]
    AuthorSpeaks(String),
    /// An owner who was not asked.
    #[error("{0} was not asked about these words: ask first, so that it is known what they were shown")]
    NotAsked(String),
    /// Words that do not stand there.
    #[error("the line, its marking or its audience is not what it was when this was read: look at it as it stands now")]
    OtherWords,
    /// A time that has passed.
    #[error("that is to end at a time that has passed: name a later one")]
    Expired,
    /// A partner without a clearance.
    #[error("{0} is a partner, and to ask is to show: say what they are cleared for")]
    PartnerClearance(String),
    /// A marking that is not lower.
    #[error(
        "{to} asks no less than {from}, which the line inherits: a line is not marked higher than what stands behind it"
    )]
    NotLower {
        /// The marking.
        to: String,
        /// What is inherited.
        from: String,
    },
    /// Several originators, and none named.
    #[error("the originator gives leave by name: {}", if .0.is_empty() { "nobody is known to own what stands behind this, so give its documents an owner first".to_owned() } else { format!("say which of {}", .0) })]
    WhichOriginator(String),
    /// Somebody who may not lower a marking.
    #[error(
        "{person} may not enter a lower marking as {authority}: an owner's speaker may for what is theirs, a declassifier by a guide or by office, and nobody for what they wrote"
    )]
    MayNotLower {
        /// Who.
        person: String,
        /// By which right.
        authority: &'static str,
    },
    /// Whoever entered a lower marking may not any more.
    #[error(
        "line {line} is marked lower by the right of {person}, who no longer has it: have it entered again by somebody who does"
    )]
    LoweringEnded {
        /// The line's number in the draft, from 1.
        line: usize,
        /// Who.
        person: String,
    },
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
    #[error("line {line} rests on what belongs to others, who must agree to it as it stands: {owners}")]
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
