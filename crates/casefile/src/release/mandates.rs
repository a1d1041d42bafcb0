//! Mandates in the house register: who may do what with disclosures, and in whose name.

use disclose::workflow::Desk;
use record::id::CaseId;
use record::label::{Label, Protection};
use record::mandate::{Mandate, Role};
use record::marking::{Level, Marking, Rollup, Tlp};
use record::time::Micros;
use record::viewer::Viewer;

use crate::journal::Change;
use crate::{Casefile, CasefileError, Result, may_write};

/// A mandate as somebody states it.
#[derive(Debug, Clone)]
pub struct StatedMandate {
    /// Who.
    pub person: String,
    /// What they may do.
    pub role: Role,
    /// Until when.
    pub until: Option<Micros>,
    /// Whether it is taken back.
    pub revoked: bool,
    /// The marking of the entry. Where not stated, who speaks for an owner is seen by whoever holds the store alone, and the
    /// rest by everybody.
    pub marking: Option<Marking>,
    /// Why.
    pub why: String,
}

impl Casefile {
    /// The mandates that the viewer may see, in the order they were entered, and whether each is in force.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub async fn mandates(&self, viewer: &Viewer) -> Result<Vec<(Mandate, bool)>> {
        let visible = self.store.visible(viewer).await?;
        let mandates: Vec<Mandate> = self.store.mandates(&visible).await?.into_iter().map(|(one, _)| one).collect();
        let desk = Desk::new(mandates.clone(), self.seams.now());
        let in_force: Vec<Mandate> = desk.in_force().cloned().collect();
        Ok(mandates.into_iter().map(|one| (in_force.contains(&one), one)).map(|(holds, one)| (one, holds)).collect())
    }

    /// Enters a mandate, or that it is taken back. Only whoever holds the store may: a mandate that people could give
    /// themselves would be none.
    ///
    /// # Errors
    /// Where the viewer does not hold the store, or no name is given.
    pub async fn enter_mandate(&self, viewer: &Viewer, stated: &StatedMandate) -> Result<Mandate> {
        if !viewer.full {
            return Err(CasefileError::NotHolder(viewer.name.clone()));
        }
        let named = |what, text: &str| match text.trim() {
            "" => Err(CasefileError::Empty(what)),
            text => Ok(text.to_owned()),
        };
        let role = match &stated.role {
            Role::Owner(owner) => Role::Owner(named("name of the owner", owner)?),
            Role::Partner(partner) => Role::Partner(named("name of the partner", partner)?),
            role => role.clone(),
        };
        let marking = match (&stated.marking, &role) {
            (Some(marking), _) => Rollup::from(marking),
            (None, Role::Owner(_) | Role::Partner(_)) => Rollup::default(),
            (None, _) => Rollup::from(&Marking::plain(Level::Tlp(Tlp::Clear))),
        };
        let label = Label::of_house(marking, Default::default(), Protection::Open);
        may_write(viewer, &label)?;
        let mandate = Mandate {
            person: named("name of the person", &stated.person)?,
            role,
            until: stated.until,
            revoked: stated.revoked,
            author: viewer.name.clone(),
            at: self.seams.now(),
            why: stated.why.trim().to_owned(),
        };
        let mut entered = vec![mandate.clone()];
        if stated.revoked {
            // Each is taken back under the very name it was given under, or it would go on.
            let desk = self.desk().await?;
            let meant = |one: &&Mandate| {
                disclose::workflow::is_same_person(&one.person, &mandate.person)
                    && is_same_role(&one.role, &mandate.role)
            };
            let taken =
                |one: &Mandate| Mandate { person: one.person.clone(), role: one.role.clone(), ..mandate.clone() };
            entered = desk.in_force().filter(meant).map(taken).collect();
            if entered.is_empty() {
                return Err(CasefileError::Unknown { kind: "mandate of", name: mandate.person });
            }
        }
        for mandate in &entered {
            self.settled(CaseId::HOUSE, async |seen| {
                let change = Change::MandateEntered { mandate: mandate.clone() };
                self.enter(viewer, CaseId::HOUSE, seen, label.clone(), &stated.why, change, &[]).await
            })
            .await?;
        }
        Ok(entered.into_iter().next().unwrap_or(mandate))
    }

    /// The people of the desk, all of them: who may do what does not depend on who looks.
    pub(crate) async fn desk(&self) -> Result<Desk> {
        let all = self.store.visible(&Viewer::holder("the house")).await?;
        let mandates = self.store.mandates(&all).await?.into_iter().map(|(one, _)| one).collect();
        Ok(Desk::new(mandates, self.seams.now()))
    }
}

/// Whether two roles are one, names of owners being compared as those of people are.
fn is_same_role(one: &Role, other: &Role) -> bool {
    match (one, other) {
        (Role::Owner(one), Role::Owner(other)) | (Role::Partner(one), Role::Partner(other)) => {
            disclose::workflow::is_same_person(one, other)
        }
        (one, other) => one == other,
    }
}
