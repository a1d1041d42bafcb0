//! The disclosure register: who was shown what, when, under which marking, and what they may do with it.
//!
//! It is not kept by hand: whatever shows something to somebody is in the journal already, and this is what it comes to.

use record::id::CaseId;
use record::release::{Amends, How};
use record::time::Micros;
use record::viewer::Viewer;
use serde::Serialize;

use disclose::marking;
use disclose::workflow::{consent_hash, effective};
use record::marking::Rollup;

use crate::{Casefile, Result};

/// What somebody was shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ShownWhat {
    /// A line of a draft, about which an owner was asked.
    Line,
    /// A packet.
    Packet,
    /// A private warning.
    Warning,
}

/// Somebody was shown something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// When, for sorting.
    pub at: Micros,
    /// When, as precisely as it is known.
    pub when: String,
    /// To whom.
    pub to: String,
    /// What kind of thing.
    pub what: ShownWhat,
    /// Its id, shortened.
    pub id: String,
    /// In a few words.
    pub title: String,
    /// Under which marking.
    pub marking: String,
    /// What they may do with it.
    pub terms: String,
    /// By whom.
    pub by: String,
    /// Whether it still stands: a packet may have been replaced, corrected or taken back.
    pub standing: String,
}

impl Casefile {
    /// Who was shown what of a case, as far as the viewer sees it, in the order it was.
    ///
    /// # Errors
    /// Where there is no such case.
    pub async fn shown(&self, viewer: &Viewer, case: CaseId) -> Result<Vec<Shown>> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        let mut shown = Vec::new();
        let all = self.store.disclosures(&visible, case).await?;
        // The last that went out counts, whatever was proposed first.
        let mut amended: Vec<(Micros, &Amends)> = Vec::new();
        for held in all.iter().filter(|held| held.disclosure.issued) {
            if let Some(amends) = &held.disclosure.amends {
                let at = self.store.issued_at(&visible, held.disclosure.id).await?.unwrap_or(held.disclosure.proposed);
                amended.push((at, amends));
            }
        }
        amended.sort_by_key(|(at, _)| *at);
        for held in &all {
            let whole = self.whole_of(&visible, case, held.clone()).await?;
            let disclosure = &held.disclosure;
            for ask in &disclosure.asks {
                let both = disclosure.lines.iter().zip(&whole.demands).find(|(line, _)| line.id == ask.line);
                let stands = match both {
                    // What went out does not change any more, whatever is thought of what is behind it.
                    Some((line, _)) if disclosure.issued && ask.text == line.text => "",
                    Some((line, demand)) if ask.words == consent_hash(disclosure, line, demand) => "",
                    Some(_) => "the words have changed since",
                    None => "the line was taken out since",
                };
                shown.push(Shown {
                    at: ask.at,
                    when: ask.at.to_string(),
                    to: ask.owner.clone(),
                    what: ShownWhat::Line,
                    id: ask.line.short(),
                    title: ask.text.clone(),
                    marking: ask.portion.clone(),
                    terms: ask.mode.told().to_owned(),
                    by: ask.author.clone(),
                    standing: stands.to_owned(),
                });
            }
            if disclosure.issued {
                let marks = disclosure.lines.iter().zip(&whole.demands);
                let sum =
                    marks.fold(Rollup::default(), |sum, (line, demand)| sum.join(&effective(disclosure, line, demand)));
                let how =
                    amended.iter().rfind(|(_, one)| one.disclosure == disclosure.id).map(|(_, one)| match one.how {
                        How::Supersedes => "superseded",
                        How::Corrects => "corrected",
                        How::Withdraws => "withdrawn",
                    });
                let packet = self.went_out(&visible, disclosure).await?;
                let at = self.store.issued_at(&visible, disclosure.id).await?.unwrap_or(disclosure.proposed);
                shown.push(Shown {
                    at,
                    when: at.to_string(),
                    to: disclosure.audience.clone(),
                    what: ShownWhat::Packet,
                    id: disclosure.id.short(),
                    title: disclosure.purpose.clone(),
                    marking: match &packet {
                        Some(packet) => packet.banner.clone(),
                        None => marking::banner_of(&sum).unwrap_or_default(),
                    },
                    terms: match packet {
                        Some(packet) => packet.terms.unwrap_or_default(),
                        None => disclosure.terms.clone(),
                    },
                    by: disclosure.channel.clone(),
                    standing: how.unwrap_or_default().to_owned(),
                });
            }
        }
        for row in self.warnings(viewer).await? {
            let day = row.warning.date.bounds().map_or(row.warning.at, |(low, _)| low);
            shown.push(Shown {
                at: day,
                when: row.warning.date.to_string(),
                to: row.warning.to.clone(),
                what: ShownWhat::Warning,
                id: row.warning.id.short(),
                title: row.warning.words.clone(),
                marking: row.marking,
                terms: String::new(),
                by: row.warning.by.clone(),
                standing: row.answers.last().map_or_else(String::new, |answer| format!("answered: {}", answer.words)),
            });
        }
        shown.sort_by_key(|one| one.at);
        Ok(shown)
    }
}
