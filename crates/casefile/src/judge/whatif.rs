//! What if: without a root or a source, with one of them false, with other priors; what it would take to change the
//! judgement, and what is worth knowing next.

use std::collections::BTreeMap;

use record::case::{Hypothesis, OTHER};
use record::id::{CaseId, IndicatorId};
use record::label::Label;
use record::viewer::Viewer;
use weigh::v1::{self, Expected, Options, Trust, WeighedRoot, Weigher};

use super::board::{Board, Standing, Weighable, When, silence};
use crate::access::Visible;
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
    /// The indicators that would be silent, and count as that, since nothing that is left shows them.
    pub falls_silent: Vec<String>,
    /// The join of everything it rests on.
    pub label: Label,
}

/// What a root, or all those of a source, do for the judgement.
#[derive(Debug, Clone)]
pub struct LeftOut {
    /// The probabilities if they were taken back, with the silence of what nothing shows then.
    pub without: Vec<f64>,
    /// The probabilities if what they say were false.
    pub if_false: Vec<f64>,
    /// The indicators that would be silent without them, and count as that.
    pub falls_silent: Vec<String>,
}

/// What each part of the evidence does for the judgement, and what would change it.
#[derive(Debug, Clone)]
pub struct Sensitivity {
    /// The hypotheses, OTHER last.
    pub hypotheses: Vec<Hypothesis>,
    /// Their probabilities as things stand.
    pub now: Vec<f64>,
    /// For each root what they would be without it, and if what it says were false.
    pub roots: Vec<(Weighable, LeftOut)>,
    /// For each source in the register with several roots, the same of all of them together.
    pub sources: Vec<(String, LeftOut)>,
    /// For each indicator that is open, what it is worth to learn whether it is seen; the most worth first.
    pub indicators: Vec<(record::step::Indicator, Expected)>,
    /// For each hypothesis how strong one more independent root would have to be to take it to these probabilities.
    pub needed: Vec<Vec<v1::Needed>>,
    /// The join of everything it rests on.
    pub label: Label,
}

impl Casefile {
    /// The probabilities as they are, and as they would be if something else were so.
    ///
    /// # Errors
    /// Where a root or source is not there, the same is supposed to be absent and false, or the priors cannot be.
    pub async fn suppose(&self, viewer: &Viewer, case: CaseId, when: When, supposed: &Supposed) -> Result<Supposition> {
        let visible = self.store.visible(viewer).await?;
        let mut board = self.board(&visible, case, when).await?;
        let silences = self.silences(&visible, case, when, &mut board).await?;
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
        // What is false is still said of an indicator, and what is absent is not.
        let mut falls_silent = Vec::new();
        for one in silences.iter().filter(|one| one.falls_without(&without)) {
            weigher.add(&one.silence.weighed)?;
            falls_silent.push(one.text.clone());
        }
        let probabilities = now.into_iter().zip(weigher.probabilities()).collect();
        Ok(Supposition { hypotheses: board.hypotheses, probabilities, falls_silent, label: board.label })
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
        let mut board = self.board(&visible, case, when).await?;
        let silences = self.silences(&visible, case, when, &mut board).await?;
        let mut weigher = filled(&board, &board.hypotheses)?;
        let now = weigher.probabilities();
        let mut roots = Vec::new();
        let mut by_source: BTreeMap<&str, Vec<(usize, &Weighable)>> = BTreeMap::new();
        for (place, one) in board.roots.iter().enumerate() {
            roots.push((one.clone(), left_out(&mut weigher, &[(place, one)], &silences)?));
            if let Some((_, name)) = &one.source {
                by_source.entry(name).or_default().push((place, one));
            }
        }
        let mut sources = Vec::new();
        // A source with one root is that root.
        for (name, all) in by_source.into_iter().filter(|(_, all)| all.len() > 1) {
            sources.push((name.to_owned(), left_out(&mut weigher, &all, &silences)?));
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

/// The silence that would count if nothing showed an indicator any more.
struct Silence {
    text: String,
    silence: Weighable,
    /// Where the roots stand that show the indicator.
    shown_by: Vec<usize>,
}

impl Silence {
    /// Whether nothing shows the indicator without the roots at these places.
    fn falls_without(&self, gone: &[usize]) -> bool {
        self.shown_by.iter().all(|place| gone.contains(place))
    }
}

impl Casefile {
    /// For each indicator that is seen, and whose window is over, the silence that would count if nothing showed it. What shows
    /// that it would not be silent but undecided is a part of the answer, and of what the board demands of viewers.
    async fn silences(&self, visible: &Visible, case: CaseId, when: When, board: &mut Board) -> Result<Vec<Silence>> {
        let mut silences = Vec::new();
        let shows = |id: IndicatorId| {
            let all = board.roots.iter().enumerate();
            all.filter(move |(_, one)| one.indicators.contains(&id)).map(|(place, _)| place).collect::<Vec<usize>>()
        };
        let mut label = board.label.clone();
        for row in board.indicators.iter().filter(|row| row.standing == Standing::Seen) {
            let id = row.indicator.id;
            // What was seen by then in a root that counts from a later day stays seen.
            if board.seen_before.contains(&id) {
                continue;
            }
            let (standing, labels) =
                self.unseen(visible, case, (when, board.today), &row.indicator, &row.decided).await?;
            label = labels.iter().fold(label, |label, one| label.join(one));
            if standing == Standing::Silent {
                let silence = silence(&row.indicator, board.label.clone(), &board.hypotheses);
                silences.push(Silence { text: row.indicator.text.clone(), silence, shown_by: shows(id) });
            }
        }
        board.label = label;
        Ok(silences)
    }
}

/// The probabilities without some roots, with the silences that count then, and with them false. The weigher is left as it was.
fn left_out(weigher: &mut Weigher, roots: &[(usize, &Weighable)], silences: &[Silence]) -> Result<LeftOut> {
    for (_, one) in roots {
        weigher.remove(&one.weighed)?;
    }
    let gone: Vec<usize> = roots.iter().map(|(place, _)| *place).collect();
    let fallen: Vec<&Silence> = silences.iter().filter(|one| one.falls_without(&gone)).collect();
    for one in &fallen {
        weigher.add(&one.silence.weighed)?;
    }
    let without = weigher.probabilities();
    for one in &fallen {
        weigher.remove(&one.silence.weighed)?;
    }
    for (_, one) in roots {
        weigher.add(&v1::reversed(&one.weighed))?;
    }
    let if_false = weigher.probabilities();
    for (_, one) in roots {
        weigher.remove(&v1::reversed(&one.weighed))?;
        weigher.add(&one.weighed)?;
    }
    Ok(LeftOut { without, if_false, falls_silent: fallen.into_iter().map(|one| one.text.clone()).collect() })
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
