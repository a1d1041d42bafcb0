//! What if: without a root or a source, with one of them false, with other priors; what it would take to change the
//! judgement, and what is worth knowing next.

use std::collections::BTreeMap;

use record::case::{Hypothesis, OTHER};
use record::id::CaseId;
use record::viewer::Viewer;
use weigh::v1::{self, Expected, Options, Trust, WeighedRoot, Weigher};

use super::board::{Board, Standing, Weighable, When};
use crate::{Casefile, CasefileError, Result};

/// What is supposed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Supposed {
    /// Roots, or all those of a source, that are not there; by name or the beginning of an id.
    pub without: Vec<String>,
    /// Roots, or all those of a source, that are false: what they say is not so.
    pub is_false: Vec<String>,
    /// Other priors, by the key of a hypothesis. OTHER has what they leave; where OTHER's is stated too, those that are not
    /// stated share what is left as they did before.
    pub priors: Vec<(String, f64)>,
}

/// What would be if something else were so.
#[derive(Debug, Clone)]
pub struct Supposition {
    /// The hypotheses, OTHER last.
    pub hypotheses: Vec<Hypothesis>,
    /// The probability of each as it is, and as it would be.
    pub probabilities: Vec<(f64, f64)>,
    /// The join of everything it rests on.
    pub label: record::label::Label,
}

/// What each part of the evidence does for the judgement, and what would change it.
#[derive(Debug, Clone)]
pub struct Sensitivity {
    /// The hypotheses, OTHER last.
    pub hypotheses: Vec<Hypothesis>,
    /// Their probabilities as things stand.
    pub now: Vec<f64>,
    /// For each root what they would be without it, and if what it says were false.
    pub roots: Vec<(Weighable, Vec<f64>, Vec<f64>)>,
    /// For each source in the register with several roots, the same of all of them together.
    pub sources: Vec<(String, Vec<f64>, Vec<f64>)>,
    /// For each indicator that is open, what it is worth to learn whether it is seen; the most worth first.
    pub indicators: Vec<(record::step::Indicator, Expected)>,
    /// For each hypothesis how strong one more independent root would have to be to take it to these probabilities.
    pub needed: Vec<Vec<v1::Needed>>,
    /// The join of everything it rests on.
    pub label: record::label::Label,
}

impl Casefile {
    /// The probabilities as they are, and as they would be if something else were so.
    ///
    /// # Errors
    /// Where a root or source is not there, the same is supposed to be absent and false, or the priors cannot be.
    pub async fn suppose(&self, viewer: &Viewer, case: CaseId, when: When, supposed: &Supposed) -> Result<Supposition> {
        let visible = self.store.visible(viewer).await?;
        let board = self.board(&visible, case, when).await?;
        let mut weigher = filled(&board, &board.hypotheses)?;
        let now = weigher.probabilities();
        let (without, is_false) = (places(&board, &supposed.without)?, places(&board, &supposed.is_false)?);
        if let Some(both) = without.iter().find(|place| is_false.contains(place)) {
            let name = board.roots.get(*both).map(|one| one.root.name.clone()).unwrap_or_default();
            return Err(CasefileError::Contradiction(name));
        }
        if !supposed.priors.is_empty() {
            let hypotheses = with_priors(&board.hypotheses, &supposed.priors)?;
            weigher = filled(&board, &hypotheses)?;
        }
        for (place, one) in board.roots.iter().enumerate() {
            if without.contains(&place) || is_false.contains(&place) {
                weigher.remove(&one.weighed)?;
            }
            if is_false.contains(&place) {
                weigher.add(&v1::reversed(&one.weighed))?;
            }
        }
        let probabilities = now.into_iter().zip(weigher.probabilities()).collect();
        Ok(Supposition { hypotheses: board.hypotheses, probabilities, label: board.label })
    }

    /// What each part of the evidence does, what would change the judgement to one of the `thresholds`, and what is worth
    /// knowing next.
    ///
    /// # Errors
    /// Where there is no such case, or it has no hypothesis but OTHER.
    pub async fn sensitivity(
        &self,
        viewer: &Viewer,
        case: CaseId,
        when: When,
        thresholds: &[f64],
    ) -> Result<Sensitivity> {
        let visible = self.store.visible(viewer).await?;
        let board = self.board(&visible, case, when).await?;
        let mut weigher = filled(&board, &board.hypotheses)?;
        let now = weigher.probabilities();
        let mut roots = Vec::new();
        for one in &board.roots {
            let (without, if_false) = left_out(&mut weigher, &[one])?;
            roots.push((one.clone(), without, if_false));
        }
        let mut by_source: BTreeMap<&str, Vec<&Weighable>> = BTreeMap::new();
        for one in &board.roots {
            if let Some((_, name)) = &one.source {
                by_source.entry(name).or_default().push(one);
            }
        }
        let mut sources = Vec::new();
        // A source with one root is that root.
        for (name, all) in by_source.into_iter().filter(|(_, all)| all.len() > 1) {
            let (without, if_false) = left_out(&mut weigher, &all)?;
            sources.push((name.to_owned(), without, if_false));
        }
        let mut indicators = Vec::new();
        for row in board.indicators.iter().filter(|row| row.standing == Standing::Open) {
            let observation = watched(&row.indicator, &board.hypotheses);
            indicators.push((row.indicator.clone(), v1::expected(&weigher, &observation)?));
        }
        indicators.sort_by(|a, b| b.1.bits.total_cmp(&a.1.bits));
        let needed = (0..now.len())
            .map(|place| thresholds.iter().filter_map(|to| v1::needed(&weigher, place, *to)).collect())
            .collect();
        Ok(Sensitivity { hypotheses: board.hypotheses, now, roots, sources, indicators, needed, label: board.label })
    }
}

fn filled(board: &Board, hypotheses: &[Hypothesis]) -> Result<Weigher> {
    let mut weigher = Weigher::new(hypotheses, Options::default())?;
    for one in &board.roots {
        weigher.add(&one.weighed)?;
    }
    Ok(weigher)
}

/// The probabilities without some roots, and with them false. The weigher is left as it was.
fn left_out(weigher: &mut Weigher, roots: &[&Weighable]) -> Result<(Vec<f64>, Vec<f64>)> {
    for one in roots {
        weigher.remove(&one.weighed)?;
    }
    let without = weigher.probabilities();
    for one in roots {
        weigher.add(&v1::reversed(&one.weighed))?;
    }
    let if_false = weigher.probabilities();
    for one in roots {
        weigher.remove(&v1::reversed(&one.weighed))?;
        weigher.add(&one.weighed)?;
    }
    Ok((without, if_false))
}

/// Where the roots stand that are named: one by its name or id, or all those of a source.
fn places(board: &Board, names: &[String]) -> Result<Vec<usize>> {
    let mut places = Vec::new();
    for name in names {
        let of_source = |one: &Weighable| {
            one.source.as_ref().is_some_and(|(_, source)| crate::link::folded(source) == crate::link::folded(name))
        };
        let wanted = name.trim();
        let found: Vec<usize> = board
            .roots
            .iter()
            .enumerate()
            .filter(|(_, one)| one.root.name == wanted || of_source(one))
            .map(|(place, _)| place)
            .collect();
        if found.is_empty() {
            let all = board.roots.iter().enumerate().map(|(place, one)| (place, one.root.id.to_string()));
            places.push(super::hypotheses::one(all, "root or source", name)?);
        } else {
            places.extend(found);
        }
    }
    places.sort_unstable();
    places.dedup();
    Ok(places)
}

/// The hypotheses with other priors. OTHER has what they leave, and those that are not named keep theirs; where OTHER is named
/// too, those that are not share what is left as they did before.
fn with_priors(hypotheses: &[Hypothesis], stated: &[(String, f64)]) -> Result<Vec<Hypothesis>> {
    let mut changed = hypotheses.to_vec();
    let mut named: Vec<&str> = Vec::new();
    for (key, prior) in stated {
        let found = changed.iter_mut().find(|one| one.key == *key);
        found.ok_or_else(|| CasefileError::Unknown { kind: "hypothesis", name: key.clone() })?.prior = *prior;
        if *prior >= 1.0 {
            return Err(CasefileError::Circular(key.clone()));
        }
        if named.contains(&key.as_str()) {
            return Err(CasefileError::Same(key.clone()));
        }
        named.push(key);
    }
    let sum_of = |all: &[Hypothesis], of: &dyn Fn(&Hypothesis) -> bool| -> f64 {
        all.iter().filter(|one| of(one)).map(|one| one.prior).sum()
    };
    if !named.contains(&OTHER) {
        let sum = sum_of(&changed, &|one| one.key != OTHER);
        if let Some(other) = changed.iter_mut().find(|one| one.key == OTHER) {
            other.prior = 1.0 - sum;
        }
        return Ok(changed);
    }
    let is_named = |one: &Hypothesis| named.contains(&one.key.as_str());
    let left = 1.0 - sum_of(&changed, &is_named);
    let shared = sum_of(&changed, &|one| !is_named(one));
    for one in changed.iter_mut().filter(|one| !is_named(one)) {
        one.prior *= left / shared;
    }
    Ok(changed)
}

/// An indicator as an observation that has not been made.
fn watched(indicator: &record::step::Indicator, hypotheses: &[Hypothesis]) -> WeighedRoot {
    let mut likelihoods = indicator.likelihoods.clone();
    super::board::filled(&mut likelihoods, hypotheses);
    WeighedRoot {
        id: record::id::RootId(indicator.id.0),
        name: indicator.text.clone(),
        trust: Trust::Known(1.0),
        tempering: 1.0,
        kind: record::reading::SourceKind::None,
        origin: record::case::Origin::Known,
        groups: Vec::new(),
        likelihoods,
    }
}
