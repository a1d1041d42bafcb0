//! The adversary's chair: what the other side makes of a draft, given everything that was ever released; and the gate that
//! every release of what is guarded goes through.
//!
//! It is computed over everything that the house has. Whole it is shown to the security officer, and of a line to whoever
//! speaks for all owners of what stands behind it. Everybody else is shown what follows from the words alone, and to ask.

mod gate;
mod gather;
mod guard;
mod kept;
mod ladder;
mod near;
mod origins;
mod tried;

use std::collections::BTreeSet;

use disclose::cover::{Chair, Figures, Holdings, OfLine, Report};
use disclose::ladder::{Detail, Wanted};
use disclose::workflow::{self, Desk};
use record::cover::{CoverPolicy, Grain, Slot};
use record::id::CaseId;
use record::label::Label;
use record::viewer::Viewer;
use serde::Serialize;

use super::{Whole, mark};
use crate::{Casefile, Result};
use gather::{Gathered, Taken};

pub use guard::{GuardReport, GuardRow};
pub(crate) use kept::Kept;
pub use ladder::{LadderReport, Suggested};
pub use near::NearRow;

/// What the other side makes of a draft, as far as the viewer may know.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CoverReport {
    /// The least cover that the house asks for.
    pub least_k: u32,
    /// The least ambiguity that the house asks for.
    pub least_m: u32,
    /// Whether the security officer has cleared the draft as it stands.
    pub cleared: bool,
    /// Each line, in order.
    pub lines: Vec<CoverLine>,
    /// The whole, where the viewer may know all of it.
    pub whole: Option<CoverWhole>,
    /// Lines that say together what only guarded reporting says together, without resting on it; for the security officer and
    /// whoever holds the store.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub near: Vec<NearRow>,
}

/// Where a line stands with cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sight {
    /// Nothing guarded stands behind it: no cover is asked for.
    NotAsked,
    /// What there is to know is above the viewer: they ask the security officer.
    AskSecurity,
    /// The viewer sees all of it.
    Shown,
}

/// What is to be known of the cover of a line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CoverLine {
    /// Its words.
    pub text: String,
    /// Its mark.
    pub portion: String,
    /// How much of it the viewer sees.
    pub sight: Sight,
    /// Each detail with what could stand there.
    pub details: Vec<CoverDetail>,
    /// The figures; only where the line is shown.
    pub figures: Option<CoverFigures>,
}

/// The figures of a line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CoverFigures {
    /// The cover of the line by itself.
    pub alone: u32,
    /// With everything else that is and was said.
    pub k: u32,
    /// How many guarded claims stay compatible.
    pub m: Option<u32>,
    /// Whether it is known who has access.
    pub known: bool,
    /// Who could have told all of it, by name, as far as they have one.
    pub suspects: Vec<String>,
    /// How many independent roots of open material said it before.
    pub open: usize,
    /// The place among the details of the one that breaks cover.
    pub breaks: Option<usize>,
}

/// A detail of a line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CoverDetail {
    /// The slot.
    pub slot: Slot,
    /// Its words.
    pub text: String,
    /// The part of the draft in which it stands, where that is around the line: `title`, `question`, `correction`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<&'static str>,
    /// Who knows it, by name; only where the line is shown and somebody guarded must be asked for it.
    pub knows: Option<Vec<String>>,
    /// How many those are, with those who have no name.
    pub known_to: Option<usize>,
    /// What could stand there, itself first.
    pub rungs: Vec<CoverRung>,
}

/// One thing that could stand there.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CoverRung {
    /// How precise it is.
    pub grain: Grain,
    /// Its words; empty where nothing of it is said.
    pub words: String,
    /// How much it tells, in bits.
    pub bits: f64,
    /// The line with it, where a sentence can be made of it.
    pub line: Option<String>,
    /// The figures that the line would have; only where the line is shown.
    pub k: Option<u32>,
    /// And its ambiguity.
    pub m: Option<u32>,
}

/// The whole of a draft.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CoverWhole {
    /// The least cover of all of it, with everything that was released before.
    pub k: u32,
    /// For whom it is least, by name, where that is somebody.
    pub whom: Option<String>,
    /// Whether it is known of everything who has access.
    pub known: bool,
    /// Whether both figures are reached.
    pub reached: bool,
    /// What becomes inferable from everything together.
    pub mosaic: Vec<MosaicRow>,
    /// Owners who would have to waive it, and have not.
    pub waivers: BTreeSet<String>,
}

/// What is left open of a guarded claim by everything that is and was said.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MosaicRow {
    /// The claim, by id.
    pub claim: String,
    /// Its words.
    pub text: String,
    /// How many guarded claims are compatible with all that was and is said of it.
    pub m: u32,
    /// How many the least open of all single statements leaves.
    pub alone: u32,
    /// How many before this draft.
    pub before: u32,
    /// The number of the line without which most would be left, from 1.
    pub line: Option<usize>,
    /// What becomes inferable that nobody said: slot and value.
    pub inferable: Vec<(Slot, String)>,
    /// Whether it is below what the house asks for.
    pub below: bool,
}

/// A draft taken apart, with everything that bears on it.
pub(super) struct Laid {
    gathered: Gathered,
    lines: Vec<Taken>,
    policy: CoverPolicy,
    earlier: Vec<disclose::cover::Statement>,
}

impl Laid {
    fn chair(&self) -> Chair<'_> {
        Chair::new(&self.gathered.house.holdings, wanted(&self.lines), &self.earlier)
    }

    fn holdings(&self) -> &Holdings {
        &self.gathered.house.holdings
    }
}

fn wanted(lines: &[Taken]) -> Vec<Wanted<'_>> {
    lines
        .iter()
        .map(|line| Wanted { details: &line.details, behind: &line.behind, is_guarded: line.is_guarded })
        .collect()
}

impl Casefile {
    /// What the other side makes of a draft, given everything that was ever released.
    ///
    /// # Errors
    /// Where there is no such disclosure that the viewer may see.
    pub async fn cover(&self, viewer: &Viewer, case: CaseId, id: &str) -> Result<CoverReport> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        let whole = self.whole(&visible, case, id).await?;
        let laid = self.laid(case, &whole).await?;
        let mut report = self.covered(viewer, &whole, &laid);
        if may_know_all(viewer, &whole.desk) {
            report.near = laid.near();
        }
        self.saw(viewer, case, &whole, &report).await?;
        Ok(report)
    }

    /// Enters that somebody looked at the cover of what is protected.
    async fn saw(&self, viewer: &Viewer, case: CaseId, whole: &Whole, report: &CoverReport) -> Result<()> {
        let what = format!("looked at the cover of {}", whole.held.disclosure.id.short());
        let shown = whole.held.lines.iter().zip(&report.lines).filter(|(_, line)| line.sight == Sight::Shown);
        self.looked(viewer, case, &what, shown.map(|(label, _)| label)).await
    }

    /// A draft with everything of the house that bears on it.
    pub(super) async fn laid(&self, case: CaseId, whole: &Whole) -> Result<Laid> {
        let policy = self.cover_policy().await?;
        let gathered = self.gathered().await?;
        let lines = gathered.draft(case, &whole.held, policy.from);
        let earlier = gathered.earlier(&whole.held.disclosure, &lines);
        Ok(Laid { gathered, lines, policy, earlier })
    }

    fn covered(&self, viewer: &Viewer, whole: &Whole, laid: &Laid) -> CoverReport {
        let chair = laid.chair();
        let report = chair.report(laid.policy.k);
        let eyes = Eyes::new(viewer, &whole.desk, laid);
        let mut lines = Vec::new();
        for (at, taken) in laid.lines.iter().enumerate() {
            let (Some(line), Some(label)) = (whole.held.disclosure.lines.get(at), whole.held.lines.get(at)) else {
                continue;
            };
            let sight = match taken.is_guarded {
                false => Sight::NotAsked,
                true if may_know(viewer, &whole.desk, label) => Sight::Shown,
                true => Sight::AskSecurity,
            };
            let of = report.lines.get(at).and_then(Option::as_ref).filter(|_| sight == Sight::Shown);
            let demand = whole.demands.get(at);
            let portion = demand.map(|demand| workflow::effective(&whole.held.disclosure, line, demand));
            lines.push(CoverLine {
                text: line.text.clone(),
                portion: mark(portion.and_then(|marking| disclose::marking::portion_of(&marking))),
                sight,
                details: details(&line.text, taken, of, &eyes),
                figures: of.map(|of| figures(of, &eyes)),
            });
        }
        let knows_all = lines.iter().all(|line| line.sight != Sight::AskSecurity);
        let asked = lines.iter().any(|line| line.sight != Sight::NotAsked);
        CoverReport {
            least_k: laid.policy.k,
            least_m: laid.policy.m,
            cleared: workflow::is_cleared(&whole.held.disclosure, &whole.demands, &whole.desk),
            lines,
            whole: (asked && knows_all).then(|| whole_of(viewer, whole, laid, &report, &eyes)),
            near: Vec::new(),
        }
    }
}

/// Whether a viewer may know all of what the cover of a line comes from: the security officer, whoever holds the store, and
/// whoever speaks for every owner of what stands behind it.
fn may_know(viewer: &Viewer, desk: &Desk, label: &Label) -> bool {
    let speaks = |owner: &String| desk.speaks_for(&viewer.name, owner);
    viewer.full || desk.is_security(&viewer.name) || (!label.owners.is_empty() && label.owners.iter().all(speaks))
}

/// Whether a viewer may know what of a draft stands in anything protected: the security officer, and whoever holds the store.
fn may_know_all(viewer: &Viewer, desk: &Desk) -> bool {
    viewer.full || desk.is_security(&viewer.name)
}

/// What of the people who stand on access lists a viewer may know.
struct Eyes<'l> {
    holdings: &'l Holdings,
    /// The lists that they may see.
    lists: Vec<usize>,
}

impl<'l> Eyes<'l> {
    fn new(viewer: &Viewer, desk: &Desk, laid: &'l Laid) -> Self {
        let all = may_know_all(viewer, desk);
        let sees = |owners: &BTreeSet<String>, label: &Label| {
            let speaks = || owners.iter().any(|owner| desk.speaks_for(&viewer.name, owner));
            all || label.visible_to(viewer) || speaks()
        };
        Self { holdings: laid.holdings(), lists: laid.gathered.house.lists_of(sees) }
    }

    /// People by what they are called on the lists that the viewer may see; of the rest how many they are.
    fn names(&self, people: &disclose::cover::Bits) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        let (mut unnamed, mut hidden) = (0_usize, 0_usize);
        for person in people.iter() {
            match self.holdings.name_on(person, &self.lists) {
                Some(name) => names.push(name.to_owned()),
                None if self.holdings.name(person).is_empty() => unnamed += 1,
                None => hidden += 1,
            }
        }
        names.sort_by_key(|name| name.to_lowercase());
        if unnamed > 0 {
            names.push(format!("{unnamed} more without a name"));
        }
        if hidden > 0 {
            names.push(format!("{hidden} more on lists of other owners"));
        }
        names
    }
}

fn figures(of: &OfLine, eyes: &Eyes<'_>) -> CoverFigures {
    CoverFigures {
        alone: of.figures.alone,
        k: of.figures.k,
        m: of.figures.m,
        known: of.is_known,
        suspects: eyes.names(&of.people),
        open: of.roots,
        breaks: of.breaks,
    }
}

fn details(text: &str, taken: &Taken, of: Option<&OfLine>, eyes: &Eyes<'_>) -> Vec<CoverDetail> {
    let details: &[Detail] = &taken.details;
    let of_line = details.len().saturating_sub(taken.around.len());
    let mut rows = Vec::new();
    for (at, detail) in details.iter().enumerate() {
        let shown = of.and_then(|of| of.details.get(at));
        let rung = |(number, rung): (usize, &disclose::ladder::Rung)| {
            let figures: Option<&Figures> = shown.and_then(|shown| shown.rungs.get(number));
            let chosen: Vec<usize> = (0..details.len()).map(|other| if other == at { number } else { 0 }).collect();
            CoverRung {
                grain: rung.grain,
                words: rung.words.clone(),
                bits: rung.bits,
                line: (number > 0).then(|| disclose::ladder::reworded(text, details, &chosen)).flatten(),
                k: figures.map(|figures| figures.k),
                m: figures.and_then(|figures| figures.m),
            }
        };
        rows.push(CoverDetail {
            slot: detail.slot,
            text: detail.text.clone(),
            part: at.checked_sub(of_line).and_then(|at| taken.around.get(at)).map(|(part, _)| *part),
            knows: shown.and_then(|shown| shown.knows.as_ref()).map(|people| eyes.names(people)),
            known_to: shown.and_then(|shown| shown.knows.as_ref()).map(|people| people.iter().count()),
            rungs: detail.rungs.iter().enumerate().map(rung).collect(),
        });
    }
    rows
}

fn whole_of(viewer: &Viewer, whole: &Whole, laid: &Laid, report: &Report, eyes: &Eyes<'_>) -> CoverWhole {
    let (k, m) = (laid.policy.k, laid.policy.m);
    let row = |piece: &disclose::mosaic::Piece| {
        let told = laid.gathered.house.told.get(&piece.held);
        // Whoever speaks for an owner may not see a claim of another; of that it is only told that there is one.
        let seen =
            told.filter(|(.., label)| viewer.full || whole.desk.is_security(&viewer.name) || label.visible_to(viewer));
        MosaicRow {
            claim: seen.map(|(id, ..)| id.short()).unwrap_or_default(),
            text: seen.map(|(_, text, _)| text.clone()).unwrap_or_default(),
            m: piece.m,
            alone: piece.alone,
            before: piece.before,
            line: piece.line.map(|line| line + 1),
            inferable: match seen {
                Some(_) => piece.inferable.iter().map(|(slot, key)| (*slot, value(key))).collect(),
                None => Vec::new(),
            },
            below: piece.collapses(m),
        }
    };
    CoverWhole {
        k: report.least.k,
        whom: report.least.whom.and_then(|whom| eyes.holdings.name_on(whom, &eyes.lists)).map(str::to_owned),
        known: report.least.is_known,
        reached: report.reaches(k, m),
        mosaic: report.pieces.iter().map(row).collect(),
        waivers: gate::unwaived(whole, laid),
    }
}

/// A key in words: what stands behind its last colon.
fn value(key: &str) -> String {
    let value = key.rsplit(':').next().unwrap_or(key);
    value.split('|').next().unwrap_or(value).to_owned()
}
