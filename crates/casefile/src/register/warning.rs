//! Private warnings: what was said to one side and to nobody else, and what came back.

use std::collections::BTreeSet;

use record::id::{CaseId, WarningId};
use record::label::{Label, Protection};
use record::marking::{Marking, Rollup};
use record::time::CivilDate;
use record::viewer::Viewer;
use record::warning::{Answer, Warning};

use crate::journal::Change;
use crate::{Casefile, CasefileError, Result, may_write};

/// A warning as somebody states it.
#[derive(Debug, Clone)]
pub struct StatedWarning {
    /// By whom it was given.
    pub by: String,
    /// To whom.
    pub to: String,
    /// When it was given.
    pub date: CivilDate,
    /// Where, or by which way.
    pub place: String,
    /// The words that were agreed.
    pub words: String,
    /// With which partners.
    pub partners: BTreeSet<String>,
    /// Its marking; without one only whoever holds the store sees it.
    pub marking: Option<Marking>,
    /// Who must agree before anything of it is disclosed.
    pub owners: BTreeSet<String>,
}

/// A warning with what came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WarningRow {
    /// The warning.
    pub warning: Warning,
    /// What came back, in the order it was entered. None is no answer.
    pub answers: Vec<Answer>,
    /// What it demands of viewers.
    pub label: Label,
    /// Its marking, as a banner.
    pub marking: String,
}

impl Casefile {
    /// The warnings that the viewer may see, by date.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub async fn warnings(&self, viewer: &Viewer) -> Result<Vec<WarningRow>> {
        let visible = self.store.visible(viewer).await?;
        let answers = self.store.answers(&visible).await?;
        let rows = self.store.warnings(&visible).await?;
        Ok(rows
            .into_iter()
            .map(|(warning, label)| WarningRow {
                answers: answers.iter().filter(|answer| answer.warning == warning.id).cloned().collect(),
                marking: disclose::marking::banner_of(&label.marking).unwrap_or_default(),
                warning,
                label,
            })
            .collect())
    }

    /// Enters a warning that was given.
    ///
    /// # Errors
    /// Where it does not say by whom, to whom, or in which words, or the viewer could not see it.
    pub async fn enter_warning(&self, viewer: &Viewer, stated: &StatedWarning, why: &str) -> Result<WarningRow> {
        let said = |what, text: &str| match text.trim() {
            "" => Err(CasefileError::Empty(what)),
            text => Ok(text.to_owned()),
        };
        let warning = Warning {
            id: WarningId::from_chance(self.seams.chance()),
            by: said("name of who warned", &stated.by)?,
            to: said("name of who was warned", &stated.to)?,
            date: stated.date,
            place: stated.place.trim().to_owned(),
            words: said("wording of the warning", &stated.words)?,
            partners: stated.partners.clone(),
            author: viewer.name.clone(),
            at: self.seams.now(),
        };
        let protection = if stated.owners.is_empty() { Protection::Open } else { Protection::Sensitive };
        let marking = stated.marking.as_ref().map(Rollup::from).unwrap_or_default();
        let label = Label::of_house(marking, stated.owners.clone(), protection);
        may_write(viewer, &label)?;
        self.settled(CaseId::HOUSE, async |seen| {
            let change = Change::WarningGiven { warning: warning.clone() };
            self.enter(viewer, CaseId::HOUSE, seen, label.clone(), why, change, &[]).await
        })
        .await?;
        let marking = disclose::marking::banner_of(&label.marking).unwrap_or_default();
        Ok(WarningRow { warning, answers: Vec::new(), label, marking })
    }

    /// Enters what came back to the warning whose id begins with `warning`.
    ///
    /// # Errors
    /// Where the viewer sees no such warning, or the answer has no words.
    pub async fn enter_answer(
        &self,
        viewer: &Viewer,
        warning: &str,
        words: &str,
        date: CivilDate,
        why: &str,
    ) -> Result<WarningRow> {
        let words = words.trim();
        if words.is_empty() {
            return Err(CasefileError::Empty("wording of the answer"));
        }
        let wanted = warning.trim().to_ascii_lowercase();
        self.settled(CaseId::HOUSE, async |seen| {
            let mut rows = self.warnings(viewer).await?;
            rows.retain(|row| wanted.len() >= 4 && row.warning.id.to_string().starts_with(&wanted));
            let mut row = match rows.len() {
                0 => return Err(CasefileError::Unknown { kind: "warning", name: warning.to_owned() }),
                1 => rows.remove(0),
                _ => return Err(CasefileError::Ambiguous { kind: "warning", name: warning.to_owned() }),
            };
            let answer = Answer {
                warning: row.warning.id,
                words: words.to_owned(),
                date,
                author: viewer.name.clone(),
                at: self.seams.now(),
            };
            let change = Change::WarningAnswered { answer: answer.clone() };
            self.enter(viewer, CaseId::HOUSE, seen, row.label.clone(), why, change, &[]).await?;
            row.answers.push(answer);
            Ok(row)
        })
        .await
    }
}
