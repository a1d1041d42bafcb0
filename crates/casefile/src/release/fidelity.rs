//! The words of a draft against what stands behind them.

use std::collections::HashMap;

use disclose::wording::{self, Options, Severity, Stated};
use disclose::workflow::Demand;
use record::case::Hypothesis;
use record::id::{CaseId, ClaimId};
use record::reading::{Claim, Head};
use record::release::{Disclosure, Line};
use serde::Serialize;

use crate::When;
use crate::access::Visible;
use crate::store::ClaimRow;
use crate::{Casefile, CasefileError, Result};

/// Where the words of a line say more, or less, than what stands behind them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// The rule.
    pub rule: &'static str,
    /// What is wrong, why, and the way out.
    pub message: String,
}

impl Casefile {
    /// For each line of a draft what is wrong with its words. Nothing of it forbids an issue: it is for whoever reads the draft.
    pub(super) async fn faults(
        &self,
        visible: &Visible,
        case: CaseId,
        disclosure: &Disclosure,
        demands: &[Demand],
        behind: &HashMap<ClaimId, ClaimRow>,
    ) -> Result<Vec<Vec<Fault>>> {
        let judged = self.judgements(visible, case, disclosure).await?;
        let mut faults = Vec::new();
        for (line, demand) in disclosure.lines.iter().zip(demands) {
            let rows: Vec<&ClaimRow> = line.claims.iter().filter_map(|id| behind.get(id)).collect();
            faults.push(of_line(line, &rows, demand.support, &judged));
        }
        Ok(faults)
    }

    /// The judgements of the case, where a line states one.
    async fn judgements(
        &self,
        visible: &Visible,
        case: CaseId,
        disclosure: &Disclosure,
    ) -> Result<HashMap<record::id::HypothesisId, Stated>> {
        if disclosure.lines.iter().all(|line| line.judgement.is_none()) {
            return Ok(HashMap::new());
        }
        let board = self.board(visible, case, When::default()).await?;
        let judgement = match weigh::v1::judge(&board.hypotheses, &board.weighed(), &weigh::v1::Options::default()) {
            Ok(judgement) => judgement,
            Err(error) => return Err(CasefileError::from(error)),
        };
        let both = board.hypotheses.iter().zip(&judgement.readouts);
        let stated = |(hypothesis, readout): (&Hypothesis, &record::judgement::Readout)| {
            (hypothesis.id, Stated { text: hypothesis.text.clone(), probability: readout.probability })
        };
        Ok(both.map(stated).collect())
    }
}

fn of_line(
    line: &Line,
    rows: &[&ClaimRow],
    roots: usize,
    judged: &HashMap<record::id::HypothesisId, Stated>,
) -> Vec<Fault> {
    let head = Head { language: Some("en".to_owned()), ..Head::default() };
    let reading = read::read(&line.text, head);
    let claims: Vec<&Claim> = rows.iter().filter_map(|row| row.stands()).collect();
    let judgement = line.judgement.and_then(|id| judged.get(&id));
    let mut faults: Vec<Fault> = Vec::new();
    // Words that state a judgement are held to the judgement; whose words they are is the house's.
    if judgement.is_none() {
        let found = wording::fidelity(&line.text, &reading, &claims, roots);
        faults.extend(
            found.into_iter().map(|one| Fault { rule: one.rule, message: format!("{}: {}", one.message, one.mend) }),
        );
    }
    let options = Options { ladder: None, judgements: judgement.cloned().into_iter().collect() };
    let found = wording::lint(&line.text, &options).into_iter().filter(|one| one.severity > Severity::Note);
    faults.extend(found.map(|one| Fault { rule: one.rule, message: one.message }));
    if let Some(stated) = judgement
        && !says_how_likely(&line.text)
    {
        let message = format!(
            "this states a judgement ({:.0} %) without saying how likely it is: write the word of the ladder that has its place",
            stated.probability * 100.0
        );
        faults.push(Fault { rule: "judgement-without-likelihood", message });
    }
    faults
}

/// Whether a text has a word of a ladder, or a percentage.
fn says_how_likely(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words = ["likely", "chance", "certain", "probab", "possib", "doubt", "%", "per cent", "percent"];
    words.iter().any(|word| lower.contains(word))
}
