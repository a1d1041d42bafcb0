//! How the judgement came to be what it is: day by day, and what moved it between two moments.

use std::collections::BTreeSet;

use jiff::civil::Date;
use record::case::Hypothesis;
use record::id::{CaseId, RootId};
use record::judgement::Readout;
use record::viewer::Viewer;
use weigh::v1::{self, Options, Record, Trust, WeighedRoot, Weigher};

use super::board::{Board, Weighable, When};
use super::track::Sources;
use crate::access::Visible;
use crate::{Casefile, CasefileError, Result};

/// The judgement on one day, with what had come on it.
#[derive(Debug, Clone)]
pub struct Moment {
    /// The day; `None` for what has no day, which stands before all others.
    pub day: Option<Date>,
    /// What came, with the change in log-odds of each hypothesis that it made, in nats.
    pub came: Vec<(Weighable, Vec<f64>)>,
    /// The sources that are trusted otherwise since that day, by what came true elsewhere.
    pub learnt: Vec<String>,
    /// The read-outs at the end of the day.
    pub readouts: Vec<Readout>,
}

/// The judgement through time.
#[derive(Debug, Clone)]
pub struct History {
    /// The hypotheses, OTHER last.
    pub hypotheses: Vec<Hypothesis>,
    /// The days on which something came, in order.
    pub moments: Vec<Moment>,
    /// The join of everything it rests on.
    pub label: record::label::Label,
}

/// Something that moved the judgement between two moments.
#[derive(Debug, Clone)]
pub struct Mover {
    /// The root, as it is after.
    pub root: Weighable,
    /// What happened to it.
    pub what: Happened,
    /// The change in log-odds of each hypothesis, in nats.
    pub moved: Vec<f64>,
}

/// What happened to a root.
#[derive(Debug, Clone, PartialEq)]
pub enum Happened {
    /// It came.
    Came,
    /// It counts no longer.
    Went,
    /// It is trusted otherwise: before and after; `None` where the source could not be judged.
    Trusted(Option<f64>, Option<f64>),
    /// Its likelihoods were stated anew.
    Restated,
    /// It was found to depend on others, or not to.
    Grouped,
}

/// What moved the judgement between two moments.
#[derive(Debug, Clone)]
pub struct Moved {
    /// The hypotheses, OTHER last, as they are after.
    pub hypotheses: Vec<Hypothesis>,
    /// Their probabilities before and after.
    pub probabilities: Vec<(f64, f64)>,
    /// What moved them, in the order in which it was laid on; the changes of one hypothesis add up to its whole change.
    pub movers: Vec<Mover>,
    /// The join of everything it rests on.
    pub label: record::label::Label,
}

impl Casefile {
    /// The judgement on every day on which something came.
    ///
    /// # Errors
    /// Where there is no such case, or it has no hypothesis but OTHER.
    pub async fn history(&self, viewer: &Viewer, case: CaseId, when: When) -> Result<History> {
        let visible = self.store.visible(viewer).await?;
        let board = self.board(&visible, case, when).await?;
        let mut weigher = Weigher::new(&board.hypotheses, Options::default())?;
        let mut moments: Vec<Moment> = Vec::new();
        if !board.learnt.is_empty() {
            return self.as_it_was(&visible, case, when, board).await;
        }
        for one in board.roots {
            let day = super::board::day(&one.root);
            let moved = laid_on(&mut weigher, |weigher| weigher.add(&one.weighed))?;
            match moments.last_mut() {
                Some(last) if last.day == day => last.came.push((one, moved)),
                _ => moments.push(Moment { day, came: vec![(one, moved)], learnt: Vec::new(), readouts: Vec::new() }),
            }
            if let Some(last) = moments.last_mut() {
                last.readouts = weigher.readouts();
            }
        }
        Ok(History { hypotheses: board.hypotheses, moments, label: board.label })
    }

    /// The history where trust was learnt on the way: on each day with what was known of the sources by then. A day on which
    /// nothing came but an outcome elsewhere, by which a source is trusted otherwise, stands in it too.
    async fn as_it_was(&self, visible: &Visible, case: CaseId, when: When, now: Board) -> Result<History> {
        let end = when.by.unwrap_or_else(|| self.today());
        let came_on = |one: &Weighable| super::board::day(&one.root);
        let first = now.roots.iter().filter_map(came_on).min();
        let taught = now.learnt.iter().map(|day| *day.min(&end)).filter(|day| first.is_some_and(|first| *day > first));
        let days: BTreeSet<Option<Date>> = now.roots.iter().map(came_on).chain(taught.map(Some)).collect();
        let mut weigher = Weigher::new(&now.hypotheses, Options::default())?;
        let (mut laid, mut moments): (Vec<Weighable>, Vec<Moment>) = (Vec::new(), Vec::new());
        let mut known: Option<Sources> = None;
        for day in days {
            let mut learnt = Vec::new();
            if day.is_some_and(|day| now.learnt.iter().any(|one| (*one).min(end) <= day)) {
                let by = day.filter(|day| *day < end).or(when.by);
                let sources = self.sources_at(visible, case, When { by, ..when }).await?;
                for one in &mut laid {
                    let then = trusted(one, Some(&sources));
                    if trust(&then.weighed) != trust(&one.weighed) {
                        weigher.remove(&one.weighed)?;
                        weigher.add(&then.weighed)?;
                        learnt.extend(then.source.iter().map(|(_, name)| name.clone()));
                    }
                    *one = then;
                }
                known = Some(sources);
            }
            let mut came = Vec::new();
            for one in now.roots.iter().filter(|one| came_on(one) == day) {
                let one = trusted(one, known.as_ref());
                let moved = laid_on(&mut weigher, |weigher| weigher.add(&one.weighed))?;
                laid.push(one.clone());
                came.push((one, moved));
            }
            learnt.sort();
            learnt.dedup();
            if !came.is_empty() || !learnt.is_empty() {
                moments.push(Moment { day, came, learnt, readouts: weigher.readouts() });
            }
        }
        Ok(History { hypotheses: now.hypotheses, moments, label: now.label })
    }

    /// What moved the judgement from one moment to another.
    ///
    /// # Errors
    /// Where there is no such case, or it has no hypothesis but OTHER.
    pub async fn moved(&self, viewer: &Viewer, case: CaseId, from: When, to: When) -> Result<Moved> {
        let visible = self.store.visible(viewer).await?;
        let (before, after) = (self.board(&visible, case, from).await?, self.board(&visible, case, to).await?);
        difference(before, after)
    }
}

/// What makes `after` out of `before`.
pub(super) fn difference(before: Board, after: Board) -> Result<Moved> {
    // A hypothesis that was split off in the meantime was part of OTHER before, with all that was said of that.
    let hypotheses = after.hypotheses.clone();
    let recast = |one: &Weighable| recast(one, &hypotheses);
    let mut weigher = Weigher::new(&hypotheses, Options::default())?;
    for one in &before.roots {
        weigher.add(&recast(one))?;
    }
    let start = weigher.probabilities();
    let mut movers = Vec::new();
    let find = |board: &[Weighable], id: RootId| board.iter().find(|one| one.root.id == id).cloned();
    for old in &before.roots {
        if find(&after.roots, old.root.id).is_none() {
            let moved = laid_on(&mut weigher, |weigher| weigher.remove(&recast(old)))?;
            movers.push(Mover { root: old.clone(), what: Happened::Went, moved });
        }
    }
    for new in &after.roots {
        let Some(old) = find(&before.roots, new.root.id) else { continue };
        let (was, is) = (recast(&old), new.weighed.clone());
        if same(&was, &is) {
            continue;
        }
        let what = if was.likelihoods != is.likelihoods {
            Happened::Restated
        } else if trust(&was) != trust(&is) {
            Happened::Trusted(trust(&was), trust(&is))
        } else {
            Happened::Grouped
        };
        let moved = laid_on(&mut weigher, |weigher| {
            weigher.remove(&was)?;
            weigher.add(&is)
        })?;
        movers.push(Mover { root: new.clone(), what, moved });
    }
    for new in &after.roots {
        if find(&before.roots, new.root.id).is_none() {
            let moved = laid_on(&mut weigher, |weigher| weigher.add(&new.weighed))?;
            movers.push(Mover { root: new.clone(), what: Happened::Came, moved });
        }
    }
    let probabilities = start.into_iter().zip(weigher.probabilities()).collect();
    Ok(Moved { hypotheses, probabilities, movers, label: before.label.join(&after.label) })
}

/// A root with the trust that the record of its source gives it; without one, its grade alone.
fn trusted(one: &Weighable, sources: Option<&Sources>) -> Weighable {
    let Some((source, _)) = &one.source else { return one.clone() };
    let record = sources.map_or_else(Record::default, |sources| sources.record(*source));
    let weighed = WeighedRoot { trust: v1::learnt(one.grade, record), ..one.weighed.clone() };
    Weighable { weighed, record, ..one.clone() }
}

/// What goes into the weighing of a root, with a likelihood for each hypothesis that there is.
fn recast(one: &Weighable, hypotheses: &[Hypothesis]) -> WeighedRoot {
    let mut weighed = one.weighed.clone();
    super::board::filled(&mut weighed.likelihoods, hypotheses);
    weighed
}

fn same(a: &WeighedRoot, b: &WeighedRoot) -> bool {
    a.likelihoods == b.likelihoods && a.groups == b.groups && a.origin == b.origin && trust(a) == trust(b)
}

fn trust(root: &WeighedRoot) -> Option<f64> {
    match root.trust {
        Trust::Known(trust) => Some(trust * root.tempering),
        Trust::Ungraded => None,
    }
}

/// Does something to the sums, and tells how the log-odds of each hypothesis moved by that.
pub(super) fn laid_on(
    weigher: &mut Weigher,
    change: impl FnOnce(&mut Weigher) -> std::result::Result<(), v1::WeighError>,
) -> Result<Vec<f64>> {
    let before = weigher.log_odds();
    change(weigher).map_err(CasefileError::from)?;
    Ok(weigher.log_odds().iter().zip(before).map(|(after, before)| after - before).collect())
}
