//! What can go wrong with a case.
//!
//! A thing that a viewer may not see and a thing that is not there give the same error, word for word.

use crate::store::Place;

/// What can go wrong with a case. Each names the thing and the reason; the way out is the caller's to say, since it
/// knows the commands.
#[derive(Debug, thiserror::Error)]
pub enum CasefileError {
    /// There is no store at the path.
    #[error("there is no case file at {0}")]
    NoStore(Place),
    /// The file is something else.
    #[error("{0} is not a Tearline case file")]
    NotAStore(Place),
    /// The file was made by a later version.
    #[error("{0} was written by a newer Tearline than this one")]
    Newer(Place),
    /// Nothing may be written there.
    #[error("{place} cannot be written: {reason}")]
    ReadOnly {
        /// The file.
        place: Place,
        /// What the system said.
        reason: String,
    },
    /// The server of a store does not answer.
    #[error("{place} cannot be reached: {reason}")]
    Unreachable {
        /// The address.
        place: Place,
        /// What the system said.
        reason: String,
    },
    /// The store holds no case that the viewer may see.
    #[error("the case file holds no case")]
    NoCase,
    /// The store holds several and none was named.
    #[error("the case file holds several cases, and none was named:\n{0}")]
    SeveralCases(String),
    /// No visible thing of this kind has this name.
    #[error("there is no {kind} {name:?}")]
    Unknown {
        /// What was looked for: "claim", "hypothesis".
        kind: &'static str,
        /// How it was named.
        name: String,
    },
    /// No document can have this value of a facet.
    #[error("no {facet} is called {value:?}: {values}")]
    NoSuchValue {
        /// The facet.
        facet: String,
        /// The value that was asked for.
        value: String,
        /// Those that there are.
        values: String,
    },
    /// Several visible things of this kind begin so.
    #[error("{name:?} is the beginning of more than one {kind}")]
    Ambiguous {
        /// What was looked for.
        kind: &'static str,
        /// How it was named.
        name: String,
    },
    /// A line demands more than its draft is guarded for.
    #[error(
        "the line demands {line}, and the draft is guarded for {draft} alone, as all that was there when it was proposed"
    )]
    Guarded {
        /// How the draft is guarded.
        draft: String,
        /// What the line demands.
        line: String,
    },
    /// The log refuses.
    #[error(transparent)]
    Log(#[from] disclose::packet::log::LogError),
    /// The judgement that a line states is another than it was when the line was written.
    #[error(
        "the judgement that line {0} states has moved since it was written, and what was approved is the one before"
    )]
    JudgementMoved(usize),
    /// A packet is to name one that its audience may not know of.
    #[error("the older packet went to {older}, and to name it to {audience} would tell that it is there")]
    OtherAudience {
        /// To whom the older one went.
        older: String,
        /// To whom the new one is to go.
        audience: String,
    },
    /// Nobody who may has said that a draft may go out as it stands; or what they said does not hold.
    #[error("whether this draft may go out is above you: ask the security officer to clear it as it stands")]
    AskSecurity,
    /// Something of a draft stands only in protected material, and an owner of that has not agreed to it.
    #[error(
        "{place} says {words:?}, which stands only in protected material{}: name the claim behind the line, so that they are asked, or use other words",
        if owners.is_empty() { String::new() } else { format!(" of {owners}") }
    )]
    Verbatim {
        /// Where it stands.
        place: String,
        /// The words.
        words: String,
        /// Whose leave is missing.
        owners: String,
    },
    /// The cover of a draft is below what the house asks for.
    #[error(
        "the cover of this draft is k {k} and m {m}, and the house asks for {least_k} and {least_m}: make it coarser as `disclose ladder` suggests, or have {owners} waive it in writing"
    )]
    Uncovered {
        /// The cover that it has.
        k: u32,
        /// The ambiguity that it leaves.
        m: u32,
        /// The least cover.
        least_k: u32,
        /// The least ambiguity.
        least_m: u32,
        /// Who could waive it.
        owners: String,
    },
    /// A line says together what only something guarded says together, and does not rest on it.
    #[error(
        "line {line} says together what only guarded reporting says together ({words}), and does not rest on it; rest it on claim \
         {claim}, so that its owners are asked and its cover is counted, or say less"
    )]
    ComesNear {
        /// The number of the line, from 1.
        line: usize,
        /// What it says of it.
        words: String,
        /// The claim, shortened.
        claim: String,
    },
    /// A figure of the policy on cover is out of its range.
    #[error("{what} is to be between {least} and {most}, and not {figure}")]
    CoverFigure {
        /// Which.
        what: &'static str,
        /// The figure.
        figure: u32,
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// Nobody is left to be asked.
    #[error("nobody is to be asked: no line has an owner who has not said yes or been asked already")]
    NobodyToAsk,
    /// Only whoever holds the store may do this.
    #[error("{0} does not hold the case file, and only whoever does can say who may do what")]
    NotHolder(String),
    /// Only whoever speaks for its owner says who knows some reporting.
    #[error(
        "{0} speaks for no owner of all the reporting that this access list would hold of; have its owner or the security officer \
         enter it"
    )]
    NotTheirReporting(String),
    /// Several visible things of this kind have this very name.
    #[error("more than one {kind} is called {name:?}")]
    Namesakes {
        /// What was looked for.
        kind: &'static str,
        /// The name.
        name: String,
    },
    /// A claim speaks for another root.
    #[error("the claim {claim} speaks for the root {root:?} already, and what is said once counts once")]
    Held {
        /// The claim.
        claim: String,
        /// The root.
        root: String,
    },
    /// Something by this name is there already.
    #[error("there is a {kind} {name:?} already")]
    Exists {
        /// What is there.
        kind: &'static str,
        /// Its name.
        name: String,
    },
    /// A question, name, text or reason has no words.
    #[error("the {0} is empty")]
    Empty(&'static str),
    /// The priors of the stated hypotheses leave nothing for OTHER.
    #[error("with {key:?} at {prior} the stated hypotheses have {sum} of 1 in all, and nothing is left for OTHER")]
    Priors {
        /// The hypothesis that was to be added.
        key: String,
        /// Its prior.
        prior: f64,
        /// The sum of all stated priors with it.
        sum: f64,
    },
    /// A key is no word.
    #[error("{0:?} is no key: a key is a word of letters, digits, `-`, `_` and `.`, and not `other`")]
    Key(String),
    /// A text cannot be put into a sentence of likelihood.
    #[error(transparent)]
    Wording(#[from] disclose::wording::WordingError),
    /// The question is resolved, and what is forecast now is hindsight.
    #[error("the question is resolved, and what is forecast after that is no forecast")]
    Hindsight,
    /// A claim lies outside of the window of an indicator.
    #[error("{0:?} is not of the window of the indicator")]
    OutsideWindow(String),
    /// Two hypotheses say the same.
    #[error("{key:?} says what {other:?} says; hypotheses exclude each other, and one answer cannot be two of them")]
    Overlap {
        /// The hypothesis that was to be added.
        key: String,
        /// The one that is there.
        other: String,
    },
    /// Something is dated after today.
    #[error("{what} is dated {date}, which has not come yet")]
    Future {
        /// What.
        what: String,
        /// The date.
        date: record::time::CivilDate,
    },
    /// A window ends before it begins.
    #[error("the window begins on {from} and ends on {until}, which is before that")]
    Window {
        /// The first day.
        from: record::time::CivilDate,
        /// The last day.
        until: record::time::CivilDate,
    },
    /// All claims of a root decline to say anything.
    #[error(
        "in all that is to speak for {0:?} somebody only declines to comment or does not answer, which is no evidence by itself"
    )]
    SaysNothing(String),
    /// Echoes were entered of a root that is there, with what is said of a root when it is new.
    #[error("the root {name:?} is there already, and more claims of it change nothing of its {what}")]
    StatedAgain {
        /// The root.
        name: String,
        /// What was stated: its grade, its date.
        what: String,
    },
    /// A root that depends on no other was to be made independent.
    #[error("{0:?} depends on no other root")]
    Alone(String),
    /// What was to be withdrawn is, or what was to be restored stands.
    #[error("{what} is {} already", if *withdrawn { "withdrawn" } else { "counted" })]
    Already {
        /// What.
        what: String,
        /// Whether it is withdrawn.
        withdrawn: bool,
    },
    /// A forecast is certain.
    #[error("the forecast gives {key:?} a probability of {probability}; it must lie between 0 and 1 and be neither")]
    Certain {
        /// The hypothesis.
        key: String,
        /// The probability.
        probability: f64,
    },
    /// The probabilities of a forecast do not sum to 1.
    #[error("the probabilities of the forecast sum to {0}: all of them sum to 1, and OTHER is left at least 0.000001")]
    ForecastSum(f64),
    /// A forecast leaves a hypothesis out.
    #[error("the forecast says nothing of {0:?}")]
    NotForecast(String),
    /// The question has not been resolved.
    #[error("the question of this case has not been resolved")]
    Unresolved,
    /// Two suppositions contradict each other.
    #[error("{0:?} is supposed to be absent and to be false, and it cannot be both")]
    Contradiction(String),
    /// What is asked is supposed.
    #[error("to suppose that {0:?} is true is to suppose the answer: nothing would follow from it but itself")]
    Circular(String),
    /// The likelihoods of a root do not cover the hypotheses, or cannot be used.
    #[error(transparent)]
    Weigh(#[from] weigh::v1::WeighError),
    /// A marking is not one.
    #[error(transparent)]
    Marking(#[from] disclose::marking::MarkingError),
    /// The workflow of consent refuses.
    #[error(transparent)]
    Refused(#[from] disclose::workflow::Refusal),
    /// A packet cannot be made.
    #[error(transparent)]
    Packet(#[from] disclose::packet::PacketError),
    /// The audience of a disclosure is not `public` and not a clearance.
    #[error("the audience is neither `public` nor a clearance: {0}")]
    Audience(record::marking::NotAClearance),
    /// What is stored does not agree with the journal or with itself.
    #[error("the case file is damaged: {0}")]
    Damaged(String),
    /// Two things were to be linked and are one.
    #[error("{0} is named twice, and is one with itself")]
    Same(String),
    /// Something that only a viewer with full rights may do.
    #[error("this takes in the whole store, which only whoever holds it may see")]
    Whole,
    /// A place that is to be written anew holds something.
    #[error("there is something at {0} already")]
    Taken(Place),
    /// A checkpoint is none, or is not signed as it should be.
    #[error("the checkpoint cannot be used: {0}")]
    Checkpoint(String),
    /// Words that a person gave stand nowhere in the document.
    #[error("the document does not hold the words of the {what}: {words:?}")]
    NotInText {
        /// Of what: "content".
        what: &'static str,
        /// The words.
        words: String,
    },
    /// Somebody else changed the case in the meantime; the call is made again before anybody sees this.
    #[error("the case is being changed by others faster than this could be entered")]
    Moved,
    /// Whoever writes could not see what they wrote.
    #[error("{1} could not see what is marked {0} and guarded so, and nobody enters what they could not see")]
    Above(String, String),
    /// A guarded source would be nobody's.
    #[error("the source {0:?} is guarded and has no owner")]
    NoOwner(String),
    /// Somebody else's source.
    #[error("the source {0:?} is not yours to change so")]
    NotOwner(String),
    /// A source has no key with which to seal anything of it.
    #[error("the source {0:?} has no key")]
    NoKey(String),
    /// Nothing of a source is sealed.
    #[error("nothing is sealed of the source {0:?}")]
    NothingSealed(String),
    /// The key of a source was destroyed.
    #[error("the key of the source {0:?} was destroyed, and nothing that was sealed with it can be read")]
    Erased(String),
    /// Something cannot be sealed, or a seal not be opened.
    #[error(transparent)]
    Seal(#[from] crate::register::SealError),
    /// A release does not say when it was made.
    #[error("{0} does not say when it was released")]
    NoDate(String),
    /// A document was to be a translation of itself.
    #[error("{0} is the original itself, and no translation of it")]
    Itself(String),
    /// A translation is in the case already, and not as one of this original.
    #[error("it is in the case already, and not as a translation of {0}")]
    Unlinked(String),
    /// A document is marked in a way that is not known here.
    #[error("its marking is not known: {0}")]
    UnknownMarking(String),
    /// A disclosure has not been issued.
    #[error("the disclosure {0:?} has not been issued, so that there is no packet of it")]
    NoPacket(String),
    /// The database failed.
    #[error("the case file cannot be used: {0}")]
    Database(sqlx::Error),
}

impl From<serde_json::Error> for CasefileError {
    fn from(error: serde_json::Error) -> Self {
        Self::Damaged(format!("a stored record cannot be read back: {error}"))
    }
}

/// The result of a call on a case.
pub type Result<T> = std::result::Result<T, CasefileError>;
