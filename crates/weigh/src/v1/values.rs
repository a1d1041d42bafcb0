//! Judgements against those of another program, `checks/values.py`, which was written from the text of the method alone by
//! somebody who had not seen this code.

use record::case::{Band, Hypothesis, Origin};
use record::id::{HypothesisId, RootId};
use record::reading::SourceKind;
use record::source::Reliability;
use serde_json::Value;

use super::checks::hypothesis;
use super::*;

const SCENARIOS: &str = include_str!("../../checks/scenarios.json");

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

fn root(place: usize, value: &Value) -> WeighedRoot {
    let grade: Reliability = value["grade"].as_str().unwrap().parse().unwrap();
    let record = Record { right: number(&value["right"]), wrong: number(&value["wrong"]) };
    let band = |(at, ends): (usize, &Value)| {
        (HypothesisId([at as u8 + 1; 16]), Band { low: number(&ends[0]), high: number(&ends[1]) })
    };
    let group = value["group"].as_u64();
    WeighedRoot {
        id: RootId([place as u8; 16]),
        name: format!("root {place}"),
        trust: learnt(grade, record),
        tempering: number(&value["tempering"]),
        kind: SourceKind::Named,
        origin: if value["unknown"].as_bool().unwrap() { Origin::Unknown } else { Origin::Known },
        groups: group
            .map(|number| Group { number: number.into(), rho: value["rho"].as_f64().unwrap() })
            .into_iter()
            .collect(),
        likelihoods: value["likelihoods"].as_array().unwrap().iter().enumerate().map(band).collect(),
    }
}

/// To six decimals, as that program prints them.
fn printed(values: &[f64]) -> Vec<String> {
    values.iter().map(|value| format!("{:.6}", value + 0.0)).collect()
}

fn expected(value: &Value) -> Vec<String> {
    printed(&value.as_array().unwrap().iter().map(number).collect::<Vec<f64>>())
}

#[test]
fn another_program_that_was_written_from_the_method_alone_gives_the_same_numbers() {
    let scenarios: Value = serde_json::from_str(SCENARIOS).unwrap();
    let scenarios = scenarios.as_array().unwrap();
    assert!(scenarios.len() >= 12);
    for scenario in scenarios {
        let name = scenario["name"].as_str().unwrap();
        let priors = scenario["priors"].as_array().unwrap();
        let hypotheses: Vec<Hypothesis> =
            priors.iter().enumerate().map(|(at, prior)| hypothesis(at as u8 + 1, number(prior))).collect();
        let roots: Vec<WeighedRoot> =
            scenario["roots"].as_array().unwrap().iter().enumerate().map(|(at, value)| root(at, value)).collect();
        let origins = if scenario["mode"] == "split" { Origins::Split } else { Origins::Merged };
        let options = Options { origins, ungraded: number(&scenario["ungraded"]) };
        let judgement = judge(&hypotheses, &roots, &options).unwrap();
        let of = |read: &dyn Fn(&record::judgement::Readout) -> f64| {
            printed(&judgement.readouts.iter().map(read).collect::<Vec<f64>>())
        };
        let wanted = &scenario["expected"];
        assert_eq!(of(&|one| one.probability), expected(&wanted["P"]), "P of {name}");
        assert_eq!(of(&|one| one.ambiguity), expected(&wanted["u"]), "u of {name}");
        assert_eq!(of(&|one| one.conflict), expected(&wanted["c"]), "c of {name}");
        assert_eq!(of(&|one| one.interval.0), expected(&wanted["low"]), "the least of {name}");
        assert_eq!(of(&|one| one.interval.1), expected(&wanted["high"]), "the most of {name}");
        assert_eq!(printed(&[judgement.entropy]), printed(&[number(&wanted["entropy"])]), "entropy of {name}");
        let mut weigher = Weigher::new(&hypotheses, options).unwrap();
        for root in &roots {
            weigher.add(root).unwrap();
        }
        assert_eq!(weigher.readouts(), judgement.readouts, "{name}");
        if scenario["observation"].is_object() {
            let seen = super::expected(&weigher, &root(99, &scenario["observation"])).unwrap();
            let wanted = &wanted["observation"];
            assert_eq!(
                printed(&[seen.seen, seen.bits]),
                printed(&[number(&wanted["p_seen"]), number(&wanted["bits"])])
            );
            assert_eq!(printed(&seen.if_seen), expected(&wanted["if_seen"]));
            assert_eq!(printed(&seen.if_silent), expected(&wanted["if_silent"]));
        }
    }
}
