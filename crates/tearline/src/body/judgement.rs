//! The judgement: what the evidence makes of the hypotheses, day by day, and what if.

use std::collections::BTreeMap;

use casefile::{Assumption, History, Standing, Supposition, Weighable, Weighing};
use disclose::wording::{self, Access, Assessment, Described, Kind, Statement};
use record::case::{Dependence, Hypothesis, OTHER, Origin, Root};
use record::id::GroupId;
use record::judgement::Judgement;
use record::reading::SourceKind;
use record::time::CivilDate;
use record::words::Ladder;
use serde::Serialize;
use utoipa::ToSchema;

use super::printed;
use crate::show::judgement::{banner, signs};

/// A judgement.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Judgement)]
pub struct JudgementShown<'w> {
    /// Its banner.
    pub marking: String,
    /// Until when the question is asked.
    pub horizon: Option<String>,
    /// What is taken for granted: `id`, `text`, `if_wrong`.
    #[schema(value_type = Vec<Object>)]
    pub assumptions: &'w [Assumption],
    /// The hypotheses, OTHER last. What follows is in their order.
    #[schema(value_type = Vec<Object>)]
    pub hypotheses: &'w [Hypothesis],
    /// `readouts` of every hypothesis (probability, interval, ambiguity, conflict, confidence, basis) and the ledger.
    #[schema(value_type = Object)]
    pub judgement: &'w Judgement,
    /// The same with unknown origins taken apart.
    #[schema(value_type = Object)]
    pub unknown_origins_apart: &'w Judgement,
    /// The same with sources that cannot be judged half believed.
    #[schema(value_type = Object)]
    pub grade_f_half_believed: &'w Judgement,
    /// Belief, disbelief and uncertainty of every hypothesis.
    pub opinions: Vec<[f64; 3]>,
    /// The judgement in the words of a ladder: three paragraphs.
    pub words: Vec<String>,
    /// The roots that were weighed: the rows of the matrix.
    pub roots: Vec<WeighedShown<'w>>,
    /// The indicators and how they stand.
    pub indicators: Vec<StandingShown<'w>>,
    /// What people forecast, pooled.
    pub pooled_forecasts: &'w [f64],
    /// What was set aside, and why.
    pub set_aside: Vec<Aside<'w>>,
}

/// A root that was weighed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WeighedRoot)]
pub struct WeighedShown<'w> {
    /// The root as it was entered.
    #[serde(flatten)]
    #[schema(value_type = Object)]
    root: &'w Root,
    /// The letter it counts with.
    counts_as_grade: Option<String>,
    /// The source of the register behind it.
    source: Option<&'w str>,
    /// How far it is trusted, 0 to 1.
    trust: Option<f64>,
    /// How often its source was right.
    right: f64,
    /// How often it was wrong.
    wrong: f64,
    /// Of every hypothesis, whether it is `CC` very consistent with it, `C` consistent, `N` neutral, `I` inconsistent or `II` very inconsistent.
    matrix: Vec<&'static str>,
    /// How well it tells the hypotheses apart.
    diagnosticity: f64,
    /// Whether it is the silence of an indicator.
    silence: bool,
    /// Whether it says of a late hypothesis what it says of OTHER.
    split_from_other: bool,
}

/// How an indicator stands.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = StandingOfIndicator)]
pub struct StandingShown<'w> {
    /// The indicator.
    text: &'w str,
    /// open, seen, undecided or silent.
    #[schema(value_type = String)]
    standing: Standing,
}

/// A root that was set aside.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SetAside)]
pub struct Aside<'w> {
    /// The root.
    #[schema(value_type = Object)]
    root: &'w Root,
    /// Why.
    why: &'w str,
}

/// A judgement with its words.
pub fn judgement(weighing: &Weighing, marking: String, words: Vec<String>) -> JudgementShown<'_> {
    let roots = weighing.roots.iter().zip(&weighing.matrix).map(|(one, (row, diagnosticity))| WeighedShown {
        root: &one.root,
        counts_as_grade: (!one.silence).then(|| one.grade.to_string()),
        source: one.source.as_ref().map(|(_, name)| name.as_str()),
        trust: one.trust().trust,
        right: one.record.right,
        wrong: one.record.wrong,
        matrix: signs(row).collect(),
        diagnosticity: *diagnosticity,
        silence: one.silence,
        split_from_other: one.split,
    });
    JudgementShown {
        marking,
        horizon: printed(weighing.horizon.as_ref().map(|(on, _)| on)),
        assumptions: &weighing.assumptions,
        hypotheses: &weighing.hypotheses,
        judgement: &weighing.judgement,
        unknown_origins_apart: &weighing.split,
        grade_f_half_believed: &weighing.f_at_half,
        opinions: weighing.opinions.iter().map(|one| [one.belief, one.disbelief, one.uncertainty]).collect(),
        words,
        roots: roots.collect(),
        indicators: weighing
            .indicators
            .iter()
            .map(|row| StandingShown { text: &row.indicator.text, standing: row.standing })
            .collect(),
        pooled_forecasts: &weighing.forecasts.pooled,
        set_aside: weighing.set_aside.iter().map(|one| Aside { root: &one.root, why: one.why }).collect(),
    }
}

/// The judgement on a day on which something came.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Day)]
pub struct DayShown<'h> {
    /// The banner of all days.
    pub marking: &'h str,
    /// The day; none of what has no date.
    pub day: Option<String>,
    /// The roots that came.
    pub came: Vec<&'h str>,
    /// The sources that are trusted otherwise since that day, by what came true elsewhere.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub trusted_otherwise: &'h [String],
    /// The probability of every hypothesis by its key.
    pub probabilities: BTreeMap<&'h str, f64>,
    /// How little is known, 0 to 1.
    pub ambiguity: f64,
    /// How much it pulls both ways, 0 to 1.
    pub conflict: f64,
}

/// The judgement on every day on which something came.
pub fn history<'h>(history: &'h History, marking: &'h str) -> Vec<DayShown<'h>> {
    let days = history.moments.iter().map(|moment| DayShown {
        marking,
        day: printed(moment.day),
        came: moment.came.iter().map(|(one, _)| one.root.name.as_str()).collect(),
        trusted_otherwise: &moment.learnt,
        probabilities: history
            .hypotheses
            .iter()
            .zip(&moment.readouts)
            .map(|(one, readout)| (one.key.as_str(), readout.probability))
            .collect(),
        ambiguity: moment.readouts.first().map_or(1.0, |readout| readout.ambiguity),
        conflict: moment.readouts.first().map_or(0.0, |readout| readout.conflict),
    });
    days.collect()
}

/// What a hypothesis has now, and would have.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Supposed)]
pub struct SupposedShown<'s> {
    /// The banner.
    pub marking: &'s str,
    /// The hypothesis, by its key.
    pub hypothesis: &'s str,
    /// Its probability now.
    pub now: f64,
    /// Its probability if so.
    pub then: f64,
    /// The indicators that nothing would show any more, and whose window is over: their silence is counted.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub falls_silent: &'s [String],
}

/// What would be, under the banner of all that it rests on.
pub fn supposed<'s>(found: &'s Supposition, marking: &'s str) -> Vec<SupposedShown<'s>> {
    let rows = found.hypotheses.iter().zip(&found.probabilities);
    let falls_silent = found.falls_silent.as_slice();
    let row = |(one, (now, then)): (&'s Hypothesis, &(f64, f64))| SupposedShown {
        marking,
        hypothesis: &one.key,
        now: *now,
        then: *then,
        falls_silent,
    };
    rows.map(row).collect()
}

/// The banner of a supposition.
pub fn banner_of(found: &Supposition) -> String {
    banner(&found.label)
}

/// The judgement in the words of a ladder: how likely, how far that can be relied on, what it rests on; each a paragraph.
pub fn words(weighing: &Weighing, ladder: Ladder) -> Vec<String> {
    let stated = weighing.hypotheses.iter().zip(&weighing.judgement.readouts);
    let statements: Vec<Statement> = stated
        .map(|(hypothesis, readout)| Statement { text: &hypothesis.text, other: hypothesis.key == OTHER, readout })
        .collect();
    let sources = sources(weighing);
    let silences = told(weighing).filter(|(one, telling)| one.silence && *telling).count();
    match wording::paragraph(&Assessment { ladder, statements: &statements, sources: &sources, silences }) {
        Ok(paragraph) => {
            let standing = paragraph.standing.into_iter().chain(paragraph.confidence).collect::<Vec<String>>();
            vec![paragraph.likelihood.join(" "), standing.join(" "), paragraph.sources]
        }
        Err(error) => vec![error.to_string()],
    }
}

/// The roots that were weighed, each with whether it tells anything apart.
fn told(weighing: &Weighing) -> impl Iterator<Item = (&Weighable, bool)> {
    weighing.roots.iter().zip(weighing.telling.iter().copied())
}

/// The sources that the judgement rests on, as readers may know them. Whoever tells nothing apart is none, and roots that were
/// said to be one, or are of unknown origin, are told of as one, by the letter of the best.
fn sources(weighing: &Weighing) -> Vec<Described> {
    // Whoever is not trusted at all is in no group.
    let trusted = |(one, _): &(&Weighable, bool)| !one.silence && one.trust().trust.is_some_and(|trust| trust > 0.0);
    let mut sources: Vec<(Option<Described>, Vec<SameAs>)> = Vec::new();
    for (one, telling) in told(weighing).filter(trusted) {
        // Through one root, two that were told apart before may be one, even if that root itself tells nothing.
        let (mut told, mut groups) = (telling.then(|| described(one)), same(one));
        let shares = |(_, others): &mut (Option<Described>, Vec<SameAs>)| others.iter().any(|id| groups.contains(id));
        let joined: Vec<(Option<Described>, Vec<SameAs>)> = sources.extract_if(.., shares).collect();
        for (other, others) in joined {
            told = [told, other].into_iter().flatten().reduce(as_one);
            groups.extend(others);
        }
        sources.push((told, groups));
    }
    sources.into_iter().filter_map(|(told, _)| told).collect()
}

/// What makes roots one: a group of those that may be the same, or, as `None`, that nobody knows where they come from.
type SameAs = Option<GroupId>;

/// All that makes a root one with others.
fn same(one: &Weighable) -> Vec<SameAs> {
    let unknown = (one.weighed.origin == Origin::Unknown).then_some(None);
    let groups = one.groups.iter().filter(|(_, how)| *how == Dependence::Same).map(|(id, _)| Some(*id));
    unknown.into_iter().chain(groups).collect()
}

/// Two that are one.
fn as_one(one: Described, other: Described) -> Described {
    let best = if other.reliability <= one.reliability { other } else { one };
    let dates = one.dates.into_iter().chain(other.dates).reduce(span);
    Described { reports: one.reports + other.reports, dates, ..best }
}

/// From the first of several days to the last.
fn span(one: (CivilDate, CivilDate), other: (CivilDate, CivilDate)) -> (CivilDate, CivilDate) {
    let begins = |date: &CivilDate| date.bounds().map(|(low, _)| low);
    let first = if begins(&other.0) < begins(&one.0) { other.0 } else { one.0 };
    let last = if begins(&other.1) > begins(&one.1) { other.1 } else { one.1 };
    (first, last)
}

/// A root as readers may know it.
fn described(one: &Weighable) -> Described {
    let kind = match one.root.kind {
        SourceKind::Named | SourceKind::Unnamed => Kind::Person,
        SourceKind::Organisation => Kind::Organisation,
        SourceKind::Document => Kind::Document,
        SourceKind::None => Kind::Other,
    };
    Described {
        kind,
        access: Access::Unknown,
        reliability: one.grade,
        reports: one.reports,
        dates: one.root.date.map(|date| (date, date)),
    }
}
