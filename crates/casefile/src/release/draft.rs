//! Proposing, drafting, and what else the people who write do.

use record::case::Hypothesis;
use record::id::{CaseId, DisclosureId, HypothesisId, LineId};
use record::label::Label;
use record::marking::Clearance;
use record::packet::AuthorityBlock;
use record::release::{Amends, Choice, Chosen, Disclosure, How, Line, Move, Place, Schedule, Way};
use record::viewer::Viewer;

use disclose::wording::Sentences;
use disclose::workflow::{Act, Action, Refusal, may};

use super::{DisclosureRow, Whole, line_of, own, place_of};
use crate::access::Visible;
use crate::journal::Change;
use crate::{Casefile, CasefileError, Result, Weighing, When, may_write};

/// What somebody asks to say.
#[derive(Debug, Clone, Default)]
pub struct Proposal {
    /// What it is for.
    pub purpose: String,
    /// Who is to hear it: `public`, or a clearance.
    pub audience: String,
    /// The way it goes.
    pub channel: String,
    /// What it is about, as the audience reads it.
    pub title: Option<String>,
    /// Who issues it, as it wants to be named; not a person.
    pub issuer: Option<String>,
    /// Who may get what stands below the tearline.
    pub onward: Option<String>,
    /// What the audience may do with it.
    pub terms: String,
    /// The disclosure of which this is the version for another audience, by id or its beginning. Its lines are taken over.
    pub version_of: Option<String>,
    /// The disclosure whose packet this one replaces, corrects or takes back, and why.
    pub amends: Option<(String, How, String)>,
}

/// A line as somebody writes it.
#[derive(Debug, Clone, Default)]
pub struct Drafted {
    /// The words.
    pub text: String,
    /// The claims behind them, by id or its beginning.
    pub claims: Vec<String>,
    /// The key of the hypothesis whose judgement they state.
    pub judgement: Option<String>,
    /// Where it stands.
    pub place: Place,
    /// The line that it says the same as, by number or id; above the tearline, or in another version.
    pub like: Option<String>,
}

impl Casefile {
    /// Proposes to say something. The draft is guarded as all that its proposer can see of the case.
    ///
    /// # Errors
    /// Where the purpose or channel is empty, the audience is not one, or the viewer has no mandate.
    pub async fn propose(&self, viewer: &Viewer, case: CaseId, proposal: &Proposal) -> Result<DisclosureRow> {
        let id = DisclosureId::from_chance(self.seams.chance());
        let proposed = self.seams.now();
        self.settled(case, async |seen| {
            let visible = self.store.visible(viewer).await?;
            let label = self.drafting_room(viewer, &visible, case).await?;
            for (what, text) in [("purpose", &proposal.purpose), ("channel", &proposal.channel)] {
                if text.trim().is_empty() {
                    return Err(CasefileError::Empty(what));
                }
            }
            if !may(&self.desk().await?, &viewer.name, Act::Draft, None, None, None) {
                return Err(Refusal::NoMandate { person: viewer.name.clone(), act: Act::Draft }.into());
            }
            let said = |text: &Option<String>| {
                text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
            };
            let audience = |text: &str| text.parse::<Clearance>().map_err(CasefileError::Audience);
            let mut disclosure = Disclosure {
                purpose: proposal.purpose.trim().to_owned(),
                audience: audience(&proposal.audience)?.to_string(),
                channel: proposal.channel.trim().to_owned(),
                terms: proposal.terms.trim().to_owned(),
                title: said(&proposal.title),
                issuer: said(&proposal.issuer),
                ..Disclosure::proposed(id, &viewer.name, proposed)
            };
            if let Some(onward) = &proposal.onward {
                disclosure.onward = Some(audience(onward)?.to_string());
            }
            let (mut copied, mut first_author) = (Vec::new(), String::new());
            if let Some(other) = &proposal.version_of {
                let held = self.store.disclosure(&visible, case, other).await?;
                disclosure.version_of = Some(held.disclosure.version_of.unwrap_or(held.disclosure.id));
                first_author.clone_from(&held.disclosure.author);
                copied = held.disclosure.lines.into_iter().zip(held.lines).collect();
            }
            if let Some((other, how, why)) = &proposal.amends {
                let held = self.store.disclosure(&visible, case, other).await?;
                if !held.disclosure.issued {
                    return Err(CasefileError::NoPacket(other.clone()));
                }
                if why.trim().is_empty() {
                    return Err(CasefileError::Empty("reason"));
                }
                // To name a packet is to tell that it is there.
                let older = &held.disclosure.audience;
                if older != "public" && *older != disclosure.audience {
                    return Err(CasefileError::OtherAudience { older: older.clone(), audience: disclosure.audience });
                }
                disclosure.amends =
                    Some(Amends { disclosure: held.disclosure.id, how: *how, why: why.trim().to_owned() });
            }
            let mut drafts = vec![self.draft_of(
                viewer,
                case,
                &proposal.purpose,
                label.clone(),
                Change::DisclosureProposed { disclosure: disclosure.clone() },
            )];
            for (line, line_label) in copied {
                let like = line.like.unwrap_or(line.id);
                let id = LineId::from_chance(self.seams.chance());
                // Whoever takes words over answers for them as whoever wrote them does.
                let hands = line.hands.iter().cloned().chain([line.author.clone(), first_author.clone()]).collect();
                let line =
                    Line { id, hands, like: Some(like), label: Some(line_label), author: viewer.name.clone(), ..line };
                let change = Change::LineDrafted { disclosure: disclosure.id, line };
                drafts.push(self.draft_of(viewer, case, &proposal.purpose, label.clone(), change));
            }
            may_write(viewer, &label)?;
            self.store.commit(case, seen, drafts, &[]).await
        })
        .await?;
        self.disclosure(viewer, case, &id.to_string()).await
    }

    fn draft_of(
        &self,
        viewer: &Viewer,
        case: CaseId,
        why: &str,
        label: Label,
        change: Change,
    ) -> crate::journal::Draft {
        crate::journal::Draft {
            case,
            author: viewer.name.clone(),
            at: self.seams.now(),
            why: why.to_owned(),
            label,
            change,
        }
    }

    /// The label under which a viewer drafts: the join of everything of the case that they can see, its judgement among it.
    async fn drafting_room(&self, viewer: &Viewer, visible: &Visible, case: CaseId) -> Result<Label> {
        let (_, label) = self.case_of(visible, case).await?;
        let kept = self.store.kept(visible, case).await?;
        let mut label = kept.iter().fold(label, |label, kept| label.join(&kept.label));
        if !self.store.hypotheses(visible, case).await?.is_empty() {
            match self.weigh(viewer, case, When::default()).await {
                Ok(weighing) => label = label.join(&weighing.label),
                Err(CasefileError::Weigh(_)) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(label)
    }

    /// Drafts a line. It carries the join of the labels of all that stands behind it: other words never make a lower marking.
    ///
    /// # Errors
    /// Where a claim or hypothesis is not there, what stands behind it demands more than the draft is guarded for, or the
    /// workflow refuses.
    pub async fn draft_line(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: &str,
        drafted: &Drafted,
    ) -> Result<DisclosureRow> {
        let line_id = LineId::from_chance(self.seams.chance());
        self.done(viewer, case, id, &drafted.text, async |visible, whole| {
            let line = self.written(viewer, visible, case, whole, line_id, drafted).await?;
            Ok((Action::AddLine(Box::new(line)), whole.held.label.clone()))
        })
        .await
    }

    /// Gives a line other words, or other claims. Every consent and every lower marking is of what it was before, and counts again
    /// only where that is put back to the letter.
    ///
    /// # Errors
    /// As for [`Casefile::draft_line`].
    pub async fn change_line(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: &str,
        line: &str,
        drafted: &Drafted,
        why: &str,
    ) -> Result<DisclosureRow> {
        self.done(viewer, case, id, why, async |visible, whole| {
            let disclosure = &whole.held.disclosure;
            let old = line_of(disclosure, line)?.clone();
            let mut drafted = drafted.clone();
            if drafted.text.trim().is_empty() {
                drafted.text.clone_from(&old.text);
            }
            if drafted.claims.is_empty() && drafted.judgement.is_none() {
                drafted.claims = old.claims.iter().map(ToString::to_string).collect();
                drafted.judgement = old.judgement.map(|id| id.to_string());
            }
            drafted.place = old.place.clone();
            let mut line = self.written(viewer, visible, case, whole, old.id, &drafted).await?;
            line.like = line.like.or(old.like);
            Ok(own(whole, Move::LineChanged { line: Box::new(line) }))
        })
        .await
    }

    /// Takes a line out.
    ///
    /// # Errors
    /// Where there is no such line, or the workflow refuses.
    pub async fn drop_line(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: &str,
        line: &str,
        why: &str,
    ) -> Result<DisclosureRow> {
        self.done(viewer, case, id, why, async |_, whole| {
            let line = line_of(&whole.held.disclosure, line)?.id;
            Ok(own(whole, Move::LineDropped { line }))
        })
        .await
    }

    /// Sets by when it is wanted, until when it is embargoed, and what it is timed against.
    ///
    /// # Errors
    /// Where the workflow refuses.
    pub async fn schedule(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: &str,
        schedule: &Schedule,
        why: &str,
    ) -> Result<DisclosureRow> {
        self.done(viewer, case, id, why, async |_, whole| {
            Ok(own(whole, Move::ScheduleSet { schedule: schedule.clone(), author: viewer.name.clone() }))
        })
        .await
    }

    /// States by whose authority it is classified, until when, and what it derives from or why; or takes that out again.
    ///
    /// # Errors
    /// Where the block is not whole, or the workflow refuses.
    pub async fn state_authority(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: &str,
        authority: Option<&AuthorityBlock>,
    ) -> Result<DisclosureRow> {
        self.done(viewer, case, id, "authority", async |_, whole| {
            let author = viewer.name.clone();
            Ok(own(
                whole,
                match authority.cloned() {
                    Some(authority) => Move::AuthorityStated { authority, author },
                    None => Move::AuthorityTakenOut { author },
                },
            ))
        })
        .await
    }

    /// States what one way would gain, cost and reveal.
    ///
    /// # Errors
    /// Where nothing is stated, or the workflow refuses.
    pub async fn state_choice(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: &str,
        way: Way,
        (gain, cost, reveals): (&str, &str, &str),
    ) -> Result<DisclosureRow> {
        if [gain, cost, reveals].iter().all(|text| text.trim().is_empty()) {
            return Err(CasefileError::Empty("gain, cost and what it reveals"));
        }
        self.done(viewer, case, id, "stated", async |_, whole| {
            let choice = Choice {
                way,
                gain: gain.trim().to_owned(),
                cost: cost.trim().to_owned(),
                reveals: reveals.trim().to_owned(),
                author: viewer.name.clone(),
                at: self.seams.now(),
            };
            Ok(own(whole, Move::ChoiceStated { choice }))
        })
        .await
    }

    /// Chooses a way.
    ///
    /// # Errors
    /// Where there is no reason, no such warning, or the workflow refuses.
    pub async fn choose(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: &str,
        way: Way,
        warning: Option<&str>,
        why: &str,
    ) -> Result<DisclosureRow> {
        if why.trim().is_empty() {
            return Err(CasefileError::Empty("reason"));
        }
        let warning = match warning {
            None => None,
            Some(name) => {
                let wanted = name.to_ascii_lowercase();
                let all = self.warnings(viewer).await?;
                let mut found =
                    all.iter().filter(|row| wanted.len() >= 4 && row.warning.id.to_string().starts_with(&wanted));
                let unknown = || CasefileError::Unknown { kind: "warning", name: name.to_owned() };
                let one = found.next().ok_or_else(unknown)?;
                if found.next().is_some() {
                    return Err(CasefileError::Ambiguous { kind: "warning", name: name.to_owned() });
                }
                Some(one.warning.id)
            }
        };
        self.done(viewer, case, id, why, async |_, whole| {
            let chosen =
                Chosen { way, why: why.trim().to_owned(), warning, author: viewer.name.clone(), at: self.seams.now() };
            Ok(own(whole, Move::WayChosen { chosen }))
        })
        .await
    }

    /// Says that this is a desk of one, so that nobody else approves; the packet will say so.
    ///
    /// # Errors
    /// Where somebody else has the mandate to approve, or the workflow refuses.
    pub async fn alone(&self, viewer: &Viewer, case: CaseId, id: &str, why: &str) -> Result<DisclosureRow> {
        self.done(viewer, case, id, why, async |_, whole| {
            Ok(own(whole, Move::DeskOfOne { why: why.trim().to_owned() }))
        })
        .await
    }

    /// Decides that nothing is said, for good: an outcome, and kept.
    ///
    /// # Errors
    /// Where there is no reason, or the workflow refuses.
    pub async fn withhold(&self, viewer: &Viewer, case: CaseId, id: &str, why: &str) -> Result<DisclosureRow> {
        self.done(viewer, case, id, why, async |_, whole| Ok(own(whole, Move::Withheld { why: why.trim().to_owned() })))
            .await
    }

    /// Approves the draft that was read: `draft` is its hash, or at least eight digits of its beginning.
    ///
    /// # Errors
    /// Where the draft has changed since, the viewer proposed it or wrote any of it, or the workflow refuses otherwise.
    pub async fn approve(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: &str,
        draft: &str,
        why: &str,
    ) -> Result<DisclosureRow> {
        self.done(viewer, case, id, why, async |_, whole| {
            let stands = disclose::workflow::draft_hash(&whole.held.disclosure, &whole.demands);
            let wanted = draft.to_ascii_lowercase();
            let read = if draft.len() >= 8 && stands.starts_with(&wanted) { stands } else { draft.to_owned() };
            Ok((Action::Approve { draft: read, at: self.seams.now() }, whole.held.label.clone()))
        })
        .await
    }

    /// The line that somebody writes, under the join of what stands behind it.
    pub(super) async fn written(
        &self,
        viewer: &Viewer,
        visible: &Visible,
        case: CaseId,
        whole: &Whole,
        id: LineId,
        drafted: &Drafted,
    ) -> Result<Line> {
        let (mut claims, mut label): (Vec<_>, Option<Label>) = (Vec::new(), None);
        let joined = |label: &mut Option<Label>, other: &Label| {
            *label = Some(label.as_ref().map_or_else(|| other.clone(), |label| label.join(other)));
        };
        for claim in &drafted.claims {
            let row = self.store.claim(visible, case, claim).await?;
            joined(&mut label, &row.label);
            if !claims.contains(&row.id) {
                claims.push(row.id);
            }
        }
        let (mut judgement, mut said) = (None, None);
        if let Some(key) = &drafted.judgement {
            judgement = Some(self.hypothesis_named(visible, case, key).await?);
            let weighing = self.weigh(viewer, case, When::default()).await?;
            joined(&mut label, &weighing.label);
            said = said_of(&weighing, judgement)?;
        }
        let like = match &drafted.like {
            None => None,
            Some(name) => Some(self.line_anywhere(visible, case, &whole.held.disclosure, name).await?),
        };
        let (_, case_label) = self.case_of(visible, case).await?;
        let mut label = Some(label.unwrap_or(case_label));
        for held in self.store.disclosures(visible, case).await? {
            for before in said_before(&held.disclosure, id, &drafted.text) {
                joined(&mut label, before);
            }
        }
        let label = label.unwrap_or_else(|| whole.held.label.clone());
        if whole.held.label.join(&label) != whole.held.label {
            let words = |label: &Label| disclose::marking::banner_of(&label.marking).unwrap_or_default();
            return Err(CasefileError::Guarded { draft: words(&whole.held.label), line: words(&label) });
        }
        let author = viewer.name.clone();
        let place = drafted.place.clone();
        Ok(Line {
            id,
            text: drafted.text.clone(),
            claims,
            judgement,
            place,
            like,
            label: Some(label),
            judged: said.as_ref().map(ToString::to_string),
            confidence: said.map(|said| said.confidence),
            author,
            hands: Default::default(),
        })
    }

    async fn hypothesis_named(&self, visible: &Visible, case: CaseId, key: &str) -> Result<HypothesisId> {
        let all: Vec<Hypothesis> = self.store.hypotheses(visible, case).await?;
        let found = all.iter().find(|one| one.key == key || one.id.to_string() == key);
        found.map(|one| one.id).ok_or_else(|| CasefileError::Unknown { kind: "hypothesis", name: key.to_owned() })
    }

    /// A line by its number in this draft, or by its id in any of the case; the one that was written first of those alike.
    async fn line_anywhere(&self, visible: &Visible, case: CaseId, here: &Disclosure, name: &str) -> Result<LineId> {
        match line_of(here, name) {
            Ok(line) => return Ok(line.like.unwrap_or(line.id)),
            Err(CasefileError::Unknown { .. }) => {}
            Err(error) => return Err(error),
        }
        for held in self.store.disclosures(visible, case).await? {
            if let Ok(line) = line_of(&held.disclosure, name)
                && name.len() >= 4
            {
                return Ok(line.like.unwrap_or(line.id));
            }
        }
        Err(CasefileError::Unknown { kind: "line", name: name.to_owned() })
    }
}

/// What the same words demanded when they stood in a draft of the case, this one before or another, on whatever they then rested:
/// to rest them on something else lowers their marking no more than other words do. Only letters and digits are compared.
fn said_before<'d>(disclosure: &'d Disclosure, id: LineId, text: &str) -> impl Iterator<Item = &'d Label> {
    let key = |text: &str| text.chars().filter(|one| one.is_alphanumeric()).collect::<String>().to_lowercase();
    let wanted = key(text);
    // A line of this draft that stands beside it has its own mark.
    let here = disclosure.lines.iter().any(|line| line.id == id);
    let lines = disclosure.lines.iter().filter(move |line| line.id == id || !here);
    let before = disclosure.former.iter().chain(lines);
    before.filter(move |line| key(&line.text) == wanted).filter_map(|line| line.label.as_ref())
}

/// What a judgement says of a hypothesis, in the words of the house: how likely it is, and how far that can be relied on.
pub(super) fn said_of(weighing: &Weighing, of: Option<HypothesisId>) -> Result<Option<Sentences>> {
    let mut both = weighing.hypotheses.iter().zip(&weighing.judgement.readouts);
    let Some((hypothesis, readout)) = both.find(|(one, _)| Some(one.id) == of) else { return Ok(None) };
    Ok(Some(disclose::wording::judgement(&hypothesis.text, readout)?))
}

/// The number of a line in its draft, from 1.
pub(super) fn number(disclosure: &Disclosure, line: &Line) -> usize {
    place_of(disclosure, line) + 1
}
