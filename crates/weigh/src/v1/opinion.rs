//! Opinions of subjective logic: another way of reading the same evidence, as a cross-check.
//!
//! Fusion of any number of sources after van der Heijden, Kopp and Kargl 2018, "Multi-Source Fusion Operations in
//! Subjective Logic", for two outcomes and equal base rates.

use super::constants::W;

/// Belief, disbelief and uncertainty in one proposition; they sum to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Opinion {
    /// How far the evidence speaks for it.
    pub belief: f64,
    /// How far it speaks against it.
    pub disbelief: f64,
    /// How far nothing is known.
    pub uncertainty: f64,
}

impl Opinion {
    /// The opinion that evidence of `pro` nats for and `contra` nats against gives; its uncertainty is the ambiguity.
    pub fn of_evidence(pro: f64, contra: f64) -> Self {
        let whole = W + pro + contra;
        Self { belief: pro / whole, disbelief: contra / whole, uncertainty: W / whole }
    }

    /// Independent sources: what they know adds up. `None` without sources.
    pub fn cumulative(sources: &[Self]) -> Option<Self> {
        if let Some(dogmatic) = dogmatic(sources) {
            return Some(dogmatic);
        }
        let (all, spared, count) = products(sources)?;
        let whole: f64 = spared.iter().sum::<f64>() - (count - 1.0) * all;
        Some(mix(sources, &spared, whole, all / whole))
    }

    /// Sources that know the same: what they know is averaged. `None` without sources.
    pub fn averaging(sources: &[Self]) -> Option<Self> {
        if let Some(dogmatic) = dogmatic(sources) {
            return Some(dogmatic);
        }
        let (all, spared, count) = products(sources)?;
        let whole: f64 = spared.iter().sum();
        Some(mix(sources, &spared, whole, count * all / whole))
    }

    /// Sources that know the same, each weighed by how much it knows. `None` without sources.
    pub fn weighted(sources: &[Self]) -> Option<Self> {
        if let Some(dogmatic) = dogmatic(sources) {
            return Some(dogmatic);
        }
        let (all, spared, count) = products(sources)?;
        let whole: f64 = spared.iter().sum::<f64>() - count * all;
        if whole <= 0.0 {
            // Nobody knows anything.
            return Some(Self { belief: 0.0, disbelief: 0.0, uncertainty: 1.0 });
        }
        let weighed: Vec<f64> =
            sources.iter().zip(&spared).map(|(source, spared)| (1.0 - source.uncertainty) * spared).collect();
        let unknown: f64 = sources.iter().map(|source| source.uncertainty).sum();
        Some(mix(sources, &weighed, whole, (count - unknown) * all / whole))
    }

    /// Dempster's rule. `None` without sources, and where they contradict each other wholly.
    pub fn dempster(sources: &[Self]) -> Option<Self> {
        let (first, rest) = sources.split_first()?;
        rest.iter().try_fold(*first, |a, b| {
            let agreed = 1.0 - a.belief * b.disbelief - a.disbelief * b.belief;
            (agreed > 0.0).then(|| Self {
                belief: (a.belief * b.belief + a.belief * b.uncertainty + a.uncertainty * b.belief) / agreed,
                disbelief: (a.disbelief * b.disbelief + a.disbelief * b.uncertainty + a.uncertainty * b.disbelief)
                    / agreed,
                uncertainty: a.uncertainty * b.uncertainty / agreed,
            })
        })
    }
}

/// Where some sources are free of doubt, only they count, each as much as the other.
fn dogmatic(sources: &[Opinion]) -> Option<Opinion> {
    let sure: Vec<&Opinion> = sources.iter().filter(|source| source.uncertainty == 0.0).collect();
    let count = sure.len() as f64;
    (!sure.is_empty()).then(|| Opinion {
        belief: sure.iter().map(|source| source.belief).sum::<f64>() / count,
        disbelief: sure.iter().map(|source| source.disbelief).sum::<f64>() / count,
        uncertainty: 0.0,
    })
}

/// The product of all uncertainties, for each source that of the others, and how many sources there are.
fn products(sources: &[Opinion]) -> Option<(f64, Vec<f64>, f64)> {
    let all: f64 = sources.iter().map(|source| source.uncertainty).product();
    let spared = sources.iter().map(|source| all / source.uncertainty).collect();
    (!sources.is_empty()).then_some((all, spared, sources.len() as f64))
}

fn mix(sources: &[Opinion], weights: &[f64], whole: f64, uncertainty: f64) -> Opinion {
    let sum = |of: fn(&Opinion) -> f64| {
        sources.iter().zip(weights).map(|(source, weight)| of(source) * weight).sum::<f64>() / whole
    };
    Opinion { belief: sum(|source| source.belief), disbelief: sum(|source| source.disbelief), uncertainty }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCES: [Opinion; 3] = [
        Opinion { belief: 0.1, disbelief: 0.3, uncertainty: 0.6 },
        Opinion { belief: 0.4, disbelief: 0.2, uncertainty: 0.4 },
        Opinion { belief: 0.7, disbelief: 0.1, uncertainty: 0.2 },
    ];

    fn printed(opinion: Option<Opinion>) -> String {
        opinion.map_or("none".to_owned(), |o| format!("{:.4}/{:.4}/{:.4}", o.belief, o.disbelief, o.uncertainty))
    }

    #[test]
    fn the_published_values_are_reproduced() {
        assert_eq!(printed(Opinion::cumulative(&SOURCES)), "0.6512/0.2093/0.1395");
        assert_eq!(printed(Opinion::weighted(&SOURCES)), "0.5622/0.1459/0.2919");
        assert_eq!(printed(Opinion::averaging(&SOURCES)), "0.5091/0.1636/0.3273");
        assert_eq!(printed(Opinion::dempster(&SOURCES)), "0.7379/0.1845/0.0777");
    }

    #[test]
    fn who_has_no_doubt_overrules_and_total_contradiction_has_no_answer() {
        let yes = Opinion { belief: 1.0, disbelief: 0.0, uncertainty: 0.0 };
        let no = Opinion { belief: 0.0, disbelief: 1.0, uncertainty: 0.0 };
        assert_eq!(printed(Opinion::cumulative(&[SOURCES[0], yes])), "1.0000/0.0000/0.0000");
        assert_eq!(printed(Opinion::averaging(&[yes, no])), "0.5000/0.5000/0.0000");
        assert_eq!(Opinion::dempster(&[yes, no]), None);
        assert_eq!(Opinion::cumulative(&[]), None);
        let nothing = Opinion { belief: 0.0, disbelief: 0.0, uncertainty: 1.0 };
        assert_eq!(printed(Opinion::weighted(&[nothing, nothing])), "0.0000/0.0000/1.0000");
    }

    #[test]
    fn the_opinion_of_evidence_has_the_ambiguity_as_its_uncertainty() {
        assert_eq!(printed(Some(Opinion::of_evidence(3.0_f64.ln(), 0.0))), "0.3545/0.0000/0.6455");
    }
}
