//! What is told of when: events and claims by the day they are of; and which goods are said to go from whom to whom.

use std::collections::{BTreeMap, HashMap};

use casefile::Read;
use casefile::link::CaseActor;
use record::reading::Reading;
use record::span::Span;
use record::time::CivilDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::printed;
use crate::show::rows;

/// Something on a day.
#[derive(Debug, Serialize, ToSchema)]
pub struct Moment {
    /// The day, month or year it is of; that of the document where the text says none.
    pub day: Option<String>,
    /// Whether the text itself says when.
    pub stated: bool,
    /// `claim` or `event`.
    pub of: &'static str,
    /// The stance of a claim, the PLOVER root of an event.
    pub kind: String,
    /// Who says it, or does it.
    pub who: Option<String>,
    /// To whom.
    pub whom: Option<String>,
    /// What is said, or the words that tell of it.
    pub what: String,
    /// The status of an event, the stage that a claim reports.
    pub status: Option<String>,
    /// The document.
    pub document: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// The claim, or the one in which the event is told.
    pub claim: Option<String>,
    /// Where it stands in the text of the document.
    #[schema(value_type = [usize; 2])]
    pub span: Span,
}

/// The name under which an actor is listed, by every name that is taken for it.
pub struct Called<'a>(HashMap<&'a str, &'a str>);

impl<'a> Called<'a> {
    /// By the actors of the case.
    pub fn new(actors: &'a [CaseActor]) -> Self {
        let pairs = actors.iter().flat_map(|one| one.names.iter().map(|name| (name.as_str(), one.name.as_str())));
        Self(pairs.collect())
    }

    fn of(&self, reading: &Reading, id: Option<&String>) -> Option<String> {
        let name = &reading.actors.iter().find(|actor| Some(&actor.id) == id)?.name;
        Some(self.0.get(name.as_str()).map_or_else(|| name.clone(), |listed| (*listed).to_owned()))
    }
}

/// The day that a time expression of a reading names.
fn day_of(reading: &Reading, id: Option<&String>) -> Option<CivilDate> {
    reading.times.iter().find(|time| Some(&time.id) == id).and_then(|time| time.value.parse().ok())
}

/// Everything that is told in some documents with its day, the earliest first; what has no day comes last.
pub fn timeline(read: &[Read], called: &Called<'_>, of: Option<&str>) -> Vec<Moment> {
    let mut all: Vec<(Option<CivilDate>, Moment)> = Vec::new();
    for one in read {
        let Read { document, reading, claims, .. } = one;
        let moment = |day: Option<CivilDate>, span: Span| Moment {
            day: printed(day.or(document.date)),
            stated: day.is_some(),
            of: "event",
            kind: String::new(),
            who: None,
            whom: None,
            what: String::new(),
            status: None,
            document: document.sha256.to_string(),
            outlet: document.outlet.clone(),
            claim: None,
            span,
        };
        for claim in reading.claims.iter().filter(|_| of != Some("event")) {
            let day = day_of(reading, claim.time.as_ref());
            let span = claim.content.spans.first().or(claim.cue.spans.first()).copied().unwrap_or(Span::new(0, 0));
            let who = claim.source.resolved.clone().unwrap_or_else(|| claim.source.text.clone());
            all.push((
                day.or(document.date),
                Moment {
                    of: "claim",
                    kind: rows::stance(claim.stance).to_owned(),
                    who: Some(who).filter(|who| !who.is_empty()),
                    what: claim.content.text.clone(),
                    status: Some(rows::stage(claim.stage).to_owned()).filter(|stage| stage != "none"),
                    claim: claims.get(&claim.id).map(ToString::to_string),
                    ..moment(day, span)
                },
            ));
        }
        for event in reading.events.iter().filter(|_| of != Some("claim")) {
            let day = day_of(reading, event.time.as_ref());
            let said = reading.claims.iter().find(|claim| Some(&claim.id) == event.claim.as_ref());
            all.push((
                day.or(document.date),
                Moment {
                    kind: event.kind.clone(),
                    who: called.of(reading, event.actor.as_ref()),
                    whom: called.of(reading, event.target.as_ref()),
                    what: said.map_or_else(String::new, |claim| claim.content.text.clone()),
                    status: Some(event.status.clone()),
                    claim: event.claim.as_ref().and_then(|id| claims.get(id)).map(ToString::to_string),
                    ..moment(day, event.span)
                },
            ));
        }
    }
    let low = |day: &Option<CivilDate>| day.and_then(|day| day.bounds()).map_or(i64::MAX, |(low, _)| low.0);
    all.sort_by_key(|(day, _)| low(day));
    all.into_iter().map(|(_, moment)| moment).collect()
}

/// Goods that are said to go from one to another.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Transfer)]
pub struct TransferShown {
    /// From whom.
    pub supplier: Option<String>,
    /// To whom.
    pub recipient: Option<String>,
    /// What, as it stands in the text.
    pub goods: String,
    /// lethal, non-lethal, dual-use, energy or financial.
    pub class: String,
    /// considered, possible, announced, under-way, delivered, denied or halted.
    pub status: String,
    /// Codes of the goods in lists of controlled goods.
    pub codes: Vec<String>,
    /// The day it is of.
    pub day: Option<String>,
    /// The document.
    pub document: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// The claim in which it is told.
    pub claim: Option<String>,
    /// Where it stands in the text of the document.
    #[schema(value_type = [usize; 2])]
    pub span: Span,
}

/// How often goods of a class are told of between two, in one status.
#[derive(Debug, Serialize, ToSchema)]
pub struct Cell {
    /// From whom.
    pub supplier: Option<String>,
    /// To whom.
    pub recipient: Option<String>,
    /// Goods of this class.
    pub class: String,
    /// In this status.
    pub status: String,
    /// So often.
    pub count: usize,
}

/// The transfers that some documents tell of, in the order they came.
pub fn transfers(read: &[Read], called: &Called<'_>) -> Vec<TransferShown> {
    let of_one = |one: &Read| -> Vec<TransferShown> {
        let Read { document, reading, claims, .. } = one;
        let shown = reading.transfers.iter().map(|transfer| TransferShown {
            supplier: called.of(reading, transfer.supplier.as_ref()),
            recipient: called.of(reading, transfer.recipient.as_ref()),
            goods: transfer.goods.clone(),
            class: transfer.class.clone(),
            status: transfer.status.clone(),
            codes: transfer.codes.clone(),
            day: printed(day_of(reading, transfer.time.as_ref()).or(document.date)),
            document: document.sha256.to_string(),
            outlet: document.outlet.clone(),
            claim: transfer.claim.as_ref().and_then(|id| claims.get(id)).map(ToString::to_string),
            span: transfer.span,
        });
        shown.collect()
    };
    read.iter().flat_map(of_one).collect()
}

/// Supplier, recipient, class and status.
type Between<'t> = (Option<&'t str>, Option<&'t str>, &'t str, &'t str);

/// The matrix of suppliers and recipients, those told of most first.
pub fn matrix(transfers: &[TransferShown]) -> Vec<Cell> {
    let mut counts: BTreeMap<Between<'_>, usize> = BTreeMap::new();
    for one in transfers {
        let key = (one.supplier.as_deref(), one.recipient.as_deref(), one.class.as_str(), one.status.as_str());
        *counts.entry(key).or_default() += 1;
    }
    let cell = |((supplier, recipient, class, status), count): (Between<'_>, usize)| Cell {
        supplier: supplier.map(str::to_owned),
        recipient: recipient.map(str::to_owned),
        class: class.to_owned(),
        status: status.to_owned(),
        count,
    };
    let mut cells: Vec<Cell> = counts.into_iter().map(cell).collect();
    cells.sort_by_key(|cell| std::cmp::Reverse(cell.count));
    cells
}
