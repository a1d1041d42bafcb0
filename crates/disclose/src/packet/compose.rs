//! From what is to be issued to what the packet says.

use record::id::PacketId;
use record::marking::{Clearance, Rollup};
use record::packet::{AuthorityBlock, FORMAT, Half, Packet, PacketLine, Question, Review, Status, Tearline};
use record::release::{Disclosure, Line, Place};
use record::time::Micros;
use sha2::{Digest, Sha256};

use super::{PacketError, check};
use crate::marking::{banner_of, portion_of};
use crate::wording::contradiction;

/// Everything that goes into a packet, with what each part demands of its hearers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// The packet's id, made by chance.
    pub id: PacketId,
    /// When.
    pub issued: Micros,
    /// What it does to packets before it.
    pub status: Status,
    /// What it is about.
    pub title: Option<String>,
    /// Who issues it; not a person.
    pub issuer: Option<String>,
    /// Who is to have it: `public`, or a clearance.
    pub audience: String,
    /// When it is no longer to be relied on.
    pub expires: Option<Micros>,
    /// By whose authority it is marked.
    pub authority: Option<AuthorityBlock>,
    /// What the audience may do with it.
    pub terms: Option<String>,
    /// The fuller text; empty where there is only one version.
    pub above: Vec<IssueLine>,
    /// What may be torn off and given on.
    pub below: Vec<IssueLine>,
    /// What the words around the lines demand together: title, descriptions of sources, confidence and basis. It must say
    /// something where any of these does.
    pub frame: Rollup,
    /// What kinds of sources it rests on, without names.
    pub sources: Vec<String>,
    /// How far it can be relied on.
    pub confidence: Option<String>,
    /// What that rests on.
    pub basis: Option<String>,
    /// What may be asked and answered.
    pub questions: Vec<IssueQuestion>,
    /// Whether somebody without a part in it looked at it.
    pub reviewed: Review,
    /// What the versions of one release share, only where the audience may know that there are several.
    pub release: Option<String>,
}

/// A line that is to be issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueLine {
    /// The words.
    pub text: String,
    /// What the line demands: the join over every claim behind it, or what a named authority put in its place.
    pub marking: Rollup,
    /// What stands behind it, in kinds and counts; may be empty.
    pub support: String,
    /// What the versions of one sentence share.
    pub like: Option<String>,
}

/// A question that may be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueQuestion {
    /// What may be asked.
    pub question: String,
    /// What may be answered.
    pub answer: String,
    /// What both demand.
    pub marking: Rollup,
}

impl Issue {
    /// What an issued disclosure says, with the lines above and below its tearline, and what may be asked and answered.
    /// `markings` is what each line demands, in the order of the lines. Of the disclosure go in the words of its lines, its
    /// audience, title, issuer, terms, authority and expiry: no ids, nobody who wrote or approved it, and neither purpose nor
    /// channel, which are marked as the case is and not as the lines are. What of sources, confidence, review and older
    /// packets is to be told is for the caller to add.
    ///
    /// # Errors
    /// A disclosure that has not been issued, or another number of markings than of lines.
    pub fn of(disclosure: &Disclosure, markings: &[Rollup], id: PacketId, issued: Micros) -> Result<Self, PacketError> {
        if !disclosure.issued {
            return Err(PacketError::NotIssued);
        }
        if disclosure.lines.len() != markings.len() {
            return Err(PacketError::Markings { lines: disclosure.lines.len(), markings: markings.len() });
        }
        let (mut above, mut below, mut questions) = (Vec::new(), Vec::new(), Vec::new());
        for (line, marking) in disclosure.lines.iter().zip(markings) {
            let (text, marking) = (line.text.clone(), marking.clone());
            let like = shared(disclosure, line);
            let of = |text, marking| IssueLine { text, marking, support: String::new(), like };
            match &line.place {
                Place::Above => above.push(of(text, marking)),
                Place::Below => below.push(of(text, marking)),
                Place::Answer { question } => {
                    questions.push(IssueQuestion { question: question.clone(), answer: text, marking });
                }
            }
        }
        let titled = disclosure.title.is_some();
        let whole = markings.iter().fold(Rollup::default(), |sum, marking| sum.join(marking));
        let embargo = disclosure.schedule.as_ref().and_then(|schedule| schedule.embargo.as_ref());
        let embargo = embargo.map(|moment| format!("Embargoed until {}.", moment.written));
        let terms = [embargo.as_deref(), Some(disclosure.terms.as_str())].into_iter().flatten();
        let terms = terms.filter(|text| !text.is_empty()).collect::<Vec<&str>>().join(" ");
        Ok(Self {
            id,
            issued,
            status: Status::Issued,
            title: disclosure.title.clone(),
            issuer: disclosure.issuer.clone(),
            audience: disclosure.audience.clone(),
            expires: disclosure
                .schedule
                .as_ref()
                .and_then(|schedule| schedule.expires.as_ref())
                .map(|moment| moment.at),
            authority: disclosure.authority.clone(),
            terms: (!terms.is_empty()).then_some(terms),
            above,
            below,
            frame: if titled { whole } else { Rollup::default() },
            sources: Vec::new(),
            confidence: None,
            basis: None,
            questions,
            reviewed: Review::None,
            release: None,
        })
    }

    /// Whether anything stands around the lines that has no marking of its own.
    fn is_framed(&self) -> bool {
        self.title.is_some() || self.confidence.is_some() || self.basis.is_some() || !self.sources.is_empty()
    }
}

/// What the packet of an issue says. All banners are worked out here.
///
/// # Errors
/// Lines without a marking, or that the audience may not see; a lower half that demands what the upper one does not, or says
/// what contradicts it; parts that no packet may have.
pub fn compose(issue: &Issue) -> Result<Packet, PacketError> {
    marked(issue)?;
    let join = |sum: Rollup, marking: &Rollup| sum.join(marking);
    let around = issue.questions.iter().map(|question| &question.marking).fold(issue.frame.clone(), join);
    let above = issue.above.iter().map(|line| &line.marking).fold(Rollup::default(), join);
    let below = issue.below.iter().map(|line| &line.marking).fold(Rollup::default(), join);
    // What stands around the lines belongs to the half on top.
    let (above, below) =
        if issue.above.is_empty() { (above, below.join(&around)) } else { (above.join(&around), below) };
    cleared(issue, &above.join(&below))?;
    let banner = |marking: &Rollup| banner_of(marking).ok_or(PacketError::NoLines);
    let mut number = 0_u32;
    let mut lines = |lines: &[IssueLine]| -> Result<Vec<PacketLine>, PacketError> {
        lines
            .iter()
            .map(|line| {
                number = number.saturating_add(1);
                let portion = portion_of(&line.marking).ok_or_else(|| PacketError::Unmarked(line.text.clone()))?;
                let (text, support) = (line.text.clone(), line.support.clone());
                Ok(PacketLine { id: number, portion, text, support, like: line.like.clone() })
            })
            .collect()
    };
    let upper = if issue.above.is_empty() {
        Half::default()
    } else {
        higher(&above, &below)?;
        Half { banner: banner(&above)?, lines: lines(&issue.above)? }
    };
    let lower = Half { banner: banner(&below)?, lines: lines(&issue.below)? };
    let questions = issue.questions.iter().map(|question| {
        let portion = portion_of(&question.marking).ok_or_else(|| PacketError::Unmarked(question.question.clone()))?;
        Ok(Question { portion, question: question.question.clone(), answer: question.answer.clone() })
    });
    let packet = Packet {
        format: FORMAT,
        id: issue.id,
        status: issue.status.clone(),
        title: issue.title.clone(),
        banner: banner(&above.join(&below))?,
        issuer: issue.issuer.clone(),
        audience: issue.audience.clone(),
        issued: issue.issued,
        expires: issue.expires,
        authority: issue.authority.clone(),
        terms: issue.terms.clone(),
        tearline: Tearline { above: upper, below: lower },
        sources: issue.sources.clone(),
        confidence: issue.confidence.clone(),
        basis: issue.basis.clone(),
        questions: questions.collect::<Result<_, PacketError>>()?,
        reviewed: issue.reviewed,
        release: issue.release.clone(),
    };
    check::sound(&packet)?;
    agree(&packet)?;
    Ok(packet)
}

/// What the versions of a sentence share: a hash of the id of the line that was written first, which tells nothing by itself.
/// Only where lines above and below the tearline say the same, and then all have one. Nothing links a packet with the versions
/// for others: it would tell that there are some.
fn shared(disclosure: &Disclosure, line: &Line) -> Option<String> {
    let first = line.like.unwrap_or(line.id);
    let of = |line: &Line| line.like.unwrap_or(line.id);
    let twice = |one: &Line| disclosure.lines.iter().any(|other| other.id != one.id && of(other) == of(one));
    let linked = disclosure.lines.iter().any(twice);
    let hash = || Sha256::new().chain_update(b"tearline like 1\n").chain_update(first.0).finalize();
    linked.then(|| hash().iter().take(16).map(|byte| format!("{byte:02x}")).collect())
}

/// Everything has a marking.
fn marked(issue: &Issue) -> Result<(), PacketError> {
    if issue.below.is_empty() {
        return Err(PacketError::NoLines);
    }
    let lines = issue.above.iter().chain(&issue.below).map(|line| (&line.text, &line.marking));
    let questions = issue.questions.iter().map(|question| (&question.question, &question.marking));
    if let Some((text, _)) = lines.chain(questions).find(|(_, marking)| marking.is_empty()) {
        return Err(PacketError::Unmarked(text.clone()));
    }
    if issue.is_framed() && issue.frame.is_empty() {
        return Err(PacketError::UnmarkedFrame);
    }
    Ok(())
}

/// The audience may see all of it: each part, and so the whole.
fn cleared(issue: &Issue, whole: &Rollup) -> Result<(), PacketError> {
    let audience: Clearance =
        issue.audience.parse().map_err(|why| PacketError::Audience { audience: issue.audience.clone(), why })?;
    let numbered = (1_usize..).zip(issue.above.iter().chain(&issue.below));
    let lines = numbered.map(|(number, line)| (format!("line {number}"), &line.marking));
    let numbered = (1_usize..).zip(&issue.questions);
    let questions = numbered.map(|(number, question)| (format!("question {number}"), &question.marking));
    let frame = (!issue.frame.is_empty()).then(|| ("what stands around the lines".to_owned(), &issue.frame));
    let hidden: Vec<String> = lines
        .chain(questions)
        .chain(frame)
        .filter(|(_, marking)| !audience.may_see(marking))
        .map(|(part, marking)| format!("{part} {}", portion_of(marking).unwrap_or_default()))
        .collect();
    if hidden.is_empty() && audience.may_see(whole) {
        return Ok(());
    }
    let parts = if hidden.is_empty() { "the parts together".to_owned() } else { hidden.join(", ") };
    Err(PacketError::NotCleared { audience: issue.audience.clone(), parts })
}

/// The lower half demands nothing, on any ladder of the upper one, that the upper one does not.
fn higher(above: &Rollup, below: &Rollup) -> Result<(), PacketError> {
    let together = above.join(below).render();
    if above.render().iter().all(|marking| together.contains(marking)) {
        return Ok(());
    }
    let words = |marking| banner_of(marking).unwrap_or_default();
    Err(PacketError::LowerHigher { above: words(above), below: words(below) })
}

/// No line below contradicts the line above that says the same more fully.
fn agree(packet: &Packet) -> Result<(), PacketError> {
    for line in packet.tearline.below.lines.iter().filter(|line| line.like.is_some()) {
        for fuller in packet.tearline.above.lines.iter().filter(|fuller| fuller.like == line.like) {
            if let Some(found) = contradiction(&fuller.text, &line.text) {
                return Err(PacketError::Contradiction { above: fuller.id, below: line.id, found });
            }
        }
    }
    Ok(())
}
