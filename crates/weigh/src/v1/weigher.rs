//! The sums that a judgement is read from, kept so that one root more or less costs no more than that root.
//!
//! Every root gives, per hypothesis, its log-likelihood, its weight for and against, and its log-likelihoods at the ends of
//! the bands, all in whole nano-nats. Roots that depend on each other are summed apart, by the groups that they are in, and
//! each sum counts by its share (see [`super::groups`]). Sums of whole numbers are exact: the order does not matter, and what
//! is taken away again leaves no trace.

use std::collections::BTreeMap;

use record::case::{Band, Hypothesis, Origin};
use record::id::HypothesisId;
use record::judgement::Readout;
use record::reading::SourceKind;

use super::band::{point, temper};
use super::constants::{W, rho};
use super::error::WeighError;
use super::groups::{Groups, Key, Number, Refused};
use super::input::{Options, Origins, Trust, WeighedRoot};
use super::odds::{NANO, log_odds, nano, posterior, shared, weights};
use super::readout::{Counted, confidence};

/// Hypotheses with the evidence that has been added to them.
#[derive(Debug, Clone)]
pub struct Weigher {
    ids: Vec<HypothesisId>,
    keys: Vec<String>,
    priors: Vec<f64>,
    log_priors: Vec<f64>,
    options: Options,
    /// Independent roots.
    alone: Tally,
    /// Roots that depend on others.
    groups: Groups,
    /// The sum over all of them, each by its share.
    whole: Vec<i64>,
    /// How many roots that tell anything apart are of each kind of source.
    kinds: BTreeMap<SourceKind, u64>,
    /// What the root gave that was changed last.
    scratch: Vec<i64>,
}

/// What has been added up of roots that depend on no other.
#[derive(Debug, Clone)]
struct Tally {
    roots: u64,
    /// How many of them tell anything apart.
    telling: u64,
    sums: Vec<i64>,
}

impl Weigher {
    /// Hypotheses without evidence.
    ///
    /// # Errors
    /// Where there are fewer than two, one is there twice, or the priors are not those of exclusive and exhaustive ones.
    pub fn new(hypotheses: &[Hypothesis], options: Options) -> Result<Self, WeighError> {
        let priors = priors(hypotheses)?;
        let room = room(priors.len());
        Ok(Self {
            ids: hypotheses.iter().map(|hypothesis| hypothesis.id).collect(),
            keys: hypotheses.iter().map(|hypothesis| hypothesis.key.clone()).collect(),
            log_priors: priors.iter().map(|prior| prior.ln()).collect(),
            priors,
            options,
            alone: Tally { roots: 0, telling: 0, sums: vec![0; room] },
            groups: Groups::default(),
            whole: vec![0; room],
            kinds: BTreeMap::new(),
            scratch: Vec::new(),
        })
    }

    /// Adds a root. Roots of unknown origin are, under [`Origins::Merged`], one group with rho 1 beside the groups they are
    /// in; a root that is not trusted at all belongs to no group, since it says nothing and must not thin out what others
    /// say.
    ///
    /// # Errors
    /// Where the root cannot be weighed; nothing has changed then.
    pub fn add(&mut self, root: &WeighedRoot) -> Result<(), WeighError> {
        self.change(root, 1)
    }

    /// Takes away a root that was added, as it was then.
    ///
    /// # Errors
    /// Where the root cannot be weighed, or no such root was added; nothing has changed then.
    pub fn remove(&mut self, root: &WeighedRoot) -> Result<(), WeighError> {
        self.change(root, -1)
    }

    fn change(&mut self, root: &WeighedRoot, sign: i64) -> Result<(), WeighError> {
        let trust = self.trust(root)?;
        let mut values = std::mem::take(&mut self.scratch);
        let changed = self.values(root, trust, &mut values).and_then(|()| self.lay(root, trust, &values, sign));
        self.scratch = values;
        changed
    }

    /// Adds what a root gives to the sums, or takes it away.
    fn lay(&mut self, root: &WeighedRoot, trust: f64, values: &[i64], sign: i64) -> Result<(), WeighError> {
        let groups = self.groups_of(root, trust);
        for (_, rho) in &groups {
            share_of(root, "rho", *rho)?;
        }
        let name = || root.name.clone();
        let telling = self.tells(values);
        if groups.is_empty() {
            let roots = self.alone.roots.checked_add_signed(sign);
            self.alone.roots = roots.ok_or_else(|| WeighError::Absent { root: name() })?;
            self.alone.telling = self.alone.telling.saturating_add_signed(if telling { sign } else { 0 });
            add(&mut self.alone.sums, values, sign);
            add(&mut self.whole, values, sign);
        } else {
            self.groups.lay(&groups, (values, telling), sign, &mut self.whole).map_err(|refused| match refused {
                Refused::Rho => WeighError::Group { root: name() },
                Refused::Absent => WeighError::Absent { root: name() },
            })?;
        }
        if telling {
            let kind = self.kinds.entry(root.kind).or_default();
            *kind = kind.saturating_add_signed(sign);
        }
        Ok(())
    }

    /// The weights of the root that was added last, as if it depended on no other, in nano-nats.
    pub(super) fn last_weights(&self) -> Vec<i64> {
        let hypotheses = self.priors.len();
        let block = |part: usize| self.scratch.get(part * hypotheses..(part + 1) * hypotheses).unwrap_or_default();
        block(PRO).iter().zip(block(CONTRA)).map(|(pro, contra)| pro - contra).collect()
    }

    /// The hypotheses' probabilities, in their order; they sum to 1.
    pub fn probabilities(&self) -> Vec<f64> {
        posterior(&self.log_priors, self.part(0))
    }

    /// The log-odds of each hypothesis against all others, in nats.
    pub fn log_odds(&self) -> Vec<f64> {
        log_odds(&self.log_priors, self.part(0))
    }

    /// What is thought of each hypothesis, in their order.
    pub fn readouts(&self) -> Vec<Readout> {
        let counted = self.counted();
        let probabilities = self.probabilities();
        let read = |(place, probability): (usize, &f64)| {
            let (ambiguity, conflict) = self.standing(place);
            let (confidence, basis) = confidence(ambiguity, conflict, &counted);
            // What is left of trust mixes the likelihoods, and so the bands of others can turn the two round.
            let ends = [self.extreme(place, LEAST), self.extreme(place, LEAST + self.priors.len()), *probability];
            let low = ends.into_iter().fold(f64::INFINITY, f64::min);
            let high = ends.into_iter().fold(f64::NEG_INFINITY, f64::max);
            Readout {
                hypothesis: self.ids.get(place).copied().unwrap_or(HypothesisId([0; 16])),
                probability: *probability,
                interval: (low, high),
                ambiguity,
                conflict,
                confidence,
                basis,
            }
        };
        probabilities.iter().enumerate().map(read).collect()
    }

    /// The evidence for and against the hypothesis at `place`, f and g, in nats.
    pub fn for_and_against(&self, place: usize) -> (f64, f64) {
        let at = |part: usize| self.part(part).get(place).map_or(0.0, |sum| *sum as f64 / NANO);
        (at(PRO), at(CONTRA))
    }

    /// Per hypothesis the weight w of a root among those that are here, in nano-nats: k log(L'(h) / the mean of L' over the
    /// others, weighted by the initial priors).
    ///
    /// # Errors
    /// Where the root cannot be weighed.
    pub fn weight(&self, root: &WeighedRoot) -> Result<Vec<i64>, WeighError> {
        let share = self.share(root)?;
        let weights = weights(&self.tempered(root)?, &self.priors);
        Ok(weights.into_iter().map(|weight| shared(share, nano(weight))).collect())
    }

    /// By how much a root counts that is here: 1, or less where it depends on others.
    ///
    /// # Errors
    /// Where the root cannot be weighed.
    pub fn share(&self, root: &WeighedRoot) -> Result<f64, WeighError> {
        let groups = self.groups_of(root, self.trust(root)?);
        let key: Key = groups.into_iter().map(|(number, _)| number).collect();
        Ok(self.groups.share(&key))
    }

    /// Whether a root tells the hypotheses apart, as [`Readout::basis`] counts it: its tempered likelihoods are not the same under
    /// every one. A root that is not trusted at all tells nothing.
    ///
    /// # Errors
    /// Where the root cannot be weighed.
    pub fn tells_apart(&self, root: &WeighedRoot) -> Result<bool, WeighError> {
        let values: Vec<i64> = self.tempered(root)?.into_iter().map(|likelihood| nano(likelihood.ln())).collect();
        Ok(self.tells(&values))
    }

    /// L'(h) in the order of the hypotheses: the points of the bands, tempered by trust.
    ///
    /// # Errors
    /// Where the root cannot be weighed.
    pub fn tempered(&self, root: &WeighedRoot) -> Result<Vec<f64>, WeighError> {
        let trust = self.trust(root)?;
        let mut likelihoods: Vec<f64> = self.bands(root)?.into_iter().map(point).collect();
        temper(&mut likelihoods, &self.priors, trust);
        Ok(likelihoods)
    }

    /// The priors, in the order of the hypotheses.
    pub fn priors(&self) -> &[f64] {
        &self.priors
    }

    /// t of a root, with all that tempers it.
    pub(super) fn trust(&self, root: &WeighedRoot) -> Result<f64, WeighError> {
        let trust = match root.trust {
            Trust::Known(trust) => trust,
            Trust::Ungraded => self.options.ungraded,
        };
        share_of(root, "trust", trust)?;
        share_of(root, "tempering", root.tempering)?;
        Ok(trust * root.tempering)
    }

    /// u = W/(W+f+g) and c = (1-u) 2 min(f,g)/(f+g) of one hypothesis.
    fn standing(&self, place: usize) -> (f64, f64) {
        let (f, g) = self.for_and_against(place);
        let ambiguity = W / (W + f + g);
        let conflict = if f + g > 0.0 { (1.0 - ambiguity) * 2.0 * f.min(g) / (f + g) } else { 0.0 };
        (ambiguity, conflict)
    }

    /// The least or the most that the probability of a hypothesis can be within the bands.
    fn extreme(&self, place: usize, end: usize) -> f64 {
        let hypotheses = self.priors.len();
        let at = (end + place) * hypotheses;
        let sums = self.whole.get(at..at + hypotheses).unwrap_or_default();
        posterior(&self.log_priors, sums).get(place).copied().unwrap_or(0.0)
    }

    fn part(&self, part: usize) -> &[i64] {
        let hypotheses = self.priors.len();
        self.whole.get(part * hypotheses..(part + 1) * hypotheses).unwrap_or_default()
    }

    /// Whether a root with these values tells anything apart: its tempered likelihoods are not the same under every hypothesis. One
    /// that does not is no basis for confidence, whatever it is graded.
    fn tells(&self, values: &[i64]) -> bool {
        let likelihoods = values.get(..self.priors.len()).unwrap_or_default();
        likelihoods.windows(2).any(|two| two.first() != two.last())
    }

    /// How many independent roots there are, n_eff over all that tell anything apart, and of how many kinds of source.
    fn counted(&self) -> Counted {
        // What nobody says is of no kind of source.
        let kinds = self.kinds.iter().filter(|(kind, count)| **count > 0 && **kind != SourceKind::None).count();
        Counted { roots: self.alone.telling as f64 + self.groups.counted(), kinds }
    }

    /// The groups that a root is counted in, each once, in their order.
    fn groups_of(&self, root: &WeighedRoot, trust: f64) -> Vec<(Number, f64)> {
        if trust == 0.0 {
            return Vec::new();
        }
        let merged = self.options.origins == Origins::Merged && root.origin == Origin::Unknown;
        let mut groups: Vec<(Number, f64)> = merged.then_some((None, rho::SAME)).into_iter().collect();
        groups.extend(root.groups.iter().map(|group| (Some(group.number), group.rho)));
        groups.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        groups.dedup_by_key(|(number, _)| *number);
        groups
    }

    /// The bands of a root in the order of the hypotheses.
    fn bands(&self, root: &WeighedRoot) -> Result<Vec<Band>, WeighError> {
        let name = || root.name.clone();
        let mut bands = Vec::with_capacity(self.ids.len());
        for (place, (hypothesis, key)) in self.ids.iter().zip(&self.keys).enumerate() {
            // They mostly stand in the order of the hypotheses.
            let here = root.likelihoods.get(place).filter(|(id, _)| id == hypothesis);
            let found = here.or_else(|| root.likelihoods.iter().find(|(id, _)| id == hypothesis));
            let Some((_, Band { low, high })) = found.copied() else {
                return Err(WeighError::Missing { root: name(), key: key.clone() });
            };
            // Neither it nor its absence may be certain, and what is too small to be told from nothing is that.
            let inside = |p: f64| p > 0.0 && 1.0 - p > 0.0 && 1.0 - p < 1.0;
            if !(inside(low) && inside(high)) {
                return Err(WeighError::Likelihood { root: name(), key: key.clone(), low, high });
            }
            if low > high {
                return Err(WeighError::Crossed { root: name(), key: key.clone(), low, high });
            }
            bands.push(Band { low, high });
        }
        if root.likelihoods.len() != self.ids.len() {
            return Err(WeighError::Stray { root: name() });
        }
        Ok(bands)
    }

    /// All that a root adds, in the order of [`PRO`] and its like.
    fn values(&self, root: &WeighedRoot, trust: f64, values: &mut Vec<i64>) -> Result<(), WeighError> {
        let bands = self.bands(root)?;
        let hypotheses = bands.len();
        values.clear();
        values.reserve(room(hypotheses));
        let mut likelihoods: Vec<f64> = bands.iter().map(|band| point(*band)).collect();
        temper(&mut likelihoods, &self.priors, trust);
        values.extend(likelihoods.iter().map(|likelihood| nano(likelihood.ln())));
        let weights = weights(&likelihoods, &self.priors);
        values.extend(weights.iter().map(|weight| nano(weight.max(0.0))));
        values.extend(weights.iter().map(|weight| nano((-weight).max(0.0))));
        let exact = bands.iter().all(|band| band.low == band.high);
        if exact {
            for _ in 0..2 * hypotheses {
                values.extend_from_within(..hypotheses);
            }
            return Ok(());
        }
        let mean =
            |end: fn(&Band) -> f64| bands.iter().zip(&self.priors).map(|(band, prior)| prior * end(band)).sum::<f64>();
        let (low, high) = (mean(|band| band.low), mean(|band| band.high));
        for greatest in [false, true] {
            for (place, (own, prior)) in bands.iter().zip(&self.priors).enumerate() {
                // Its own end of the band with the other end of all others.
                let wide = prior * (own.high - own.low);
                let rest = (1.0 - trust) * if greatest { low + wide } else { high - wide };
                values.extend(bands.iter().enumerate().map(|(other, band)| {
                    let likelihood = if (other == place) == greatest { band.high } else { band.low };
                    nano((trust * likelihood + rest).ln())
                }));
            }
        }
        Ok(())
    }
}

/// Where the sums stand, in blocks of as many as there are hypotheses: first those of the log-likelihoods, then the
/// positive and the negative weights, then a block for each hypothesis being least, and one for each being most.
const PRO: usize = 1;
const CONTRA: usize = 2;
const LEAST: usize = 3;

fn room(hypotheses: usize) -> usize {
    hypotheses * (3 + 2 * hypotheses)
}

fn add(sums: &mut [i64], values: &[i64], sign: i64) {
    for (sum, value) in sums.iter_mut().zip(values) {
        *sum = sum.saturating_add(sign * value);
    }
}

fn share_of(root: &WeighedRoot, what: &'static str, value: f64) -> Result<(), WeighError> {
    if (0.0..=1.0).contains(&value) { Ok(()) } else { Err(WeighError::Share { root: root.name.clone(), what, value }) }
}

fn priors(hypotheses: &[Hypothesis]) -> Result<Vec<f64>, WeighError> {
    if hypotheses.len() < 2 {
        return Err(WeighError::TooFew);
    }
    let mut seen: BTreeMap<HypothesisId, ()> = BTreeMap::new();
    for hypothesis in hypotheses {
        if seen.insert(hypothesis.id, ()).is_some() {
            return Err(WeighError::Twice(hypothesis.key.clone()));
        }
        if !(hypothesis.prior > 0.0 && hypothesis.prior < 1.0) {
            return Err(WeighError::Prior { key: hypothesis.key.clone(), prior: hypothesis.prior });
        }
    }
    let sum: f64 = hypotheses.iter().map(|hypothesis| hypothesis.prior).sum();
    if (sum - 1.0).abs() > 1e-9 {
        return Err(WeighError::Sum(sum));
    }
    Ok(hypotheses.iter().map(|hypothesis| hypothesis.prior).collect())
}
