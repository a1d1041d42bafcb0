//! Dependence: which roots were said to depend on each other, and what each has in common with others.
//!
//! A root may be in several groups: two may draw on one pool, and one of them belong to an owner to whom others belong. Of what two
//! roots have in common the strongest counts, and so one more tie never makes a judgement surer.

use std::collections::{BTreeMap, HashMap};

use record::case::Dependence;
use record::id::{GroupId, IndicatorId, RootId};
use weigh::v1::{self, Group};

/// The groups that roots were put into.
#[derive(Debug, Clone, Default)]
pub(super) struct Groups(HashMap<RootId, BTreeMap<GroupId, Dependence>>);

impl Groups {
    /// Two roots belong to a group, beside those that they are in.
    pub(super) fn join(&mut self, (root, with): (RootId, RootId), group: GroupId, dependence: Dependence) {
        for one in [root, with] {
            self.0.entry(one).or_default().insert(group, dependence);
        }
    }

    /// A root leaves the groups that it is in with another, and no others.
    pub(super) fn part(&mut self, root: RootId, with: RootId) {
        let Some(others) = self.0.get(&with).cloned() else { return };
        if let Some(own) = self.0.get_mut(&root) {
            own.retain(|group, _| !others.contains_key(group));
        }
    }

    /// The groups of a root, in the order of their ids.
    pub(super) fn of(&self, root: RootId) -> Vec<(GroupId, Dependence)> {
        self.0.get(&root).into_iter().flatten().map(|(group, dependence)| (*group, *dependence)).collect()
    }

    /// Whether two roots are in one group.
    pub(super) fn together(&self, one: RootId, other: RootId) -> bool {
        let Some((own, others)) = self.0.get(&one).zip(self.0.get(&other)) else { return false };
        own.keys().any(|group| others.contains_key(group))
    }
}

/// What a root has in common with others: the groups in which somebody put it, and the indicators that it shows. That several
/// have seen the same thing makes it surer that it happened, and does not make it happen twice.
pub(super) fn groups_of(indicators: &[IndicatorId], groups: &[(GroupId, Dependence)]) -> Vec<Group> {
    let stated = groups
        .iter()
        .map(|(id, dependence)| Group { number: u128::from_be_bytes(id.0), rho: v1::rho::of(*dependence) });
    let shown = indicators.iter().map(|id| Group { number: u128::from_be_bytes(id.0), rho: v1::rho::SAME });
    stated.chain(shown).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use record::case::{Band, Hypothesis, Origin};
    use record::id::HypothesisId;
    use record::reading::SourceKind;
    use weigh::v1::{Options, Trust, WeighedRoot};

    use super::*;

    const WAYS: [Dependence; 4] =
        [Dependence::Same, Dependence::SameMaterial, Dependence::SameBody, Dependence::SameInfluence];

    fn root(place: usize) -> RootId {
        RootId([place as u8 + 1; 16])
    }

    /// Says of some roots, each a bit of `who`, that they depend on each other, as `evidence group` enters it.
    fn group(groups: &mut Groups, number: usize, who: u8, way: usize) {
        let named: Vec<usize> = (0..ROOTS).filter(|place| who >> place & 1 == 1).collect();
        for (at, one) in named.iter().enumerate() {
            for other in &named[at + 1..] {
                groups.join((root(*one), root(*other)), GroupId([number as u8 + 1; 16]), WAYS[way]);
            }
        }
    }

    const ROOTS: usize = 6;

    /// P of the first of two hypotheses, for which every root speaks.
    fn judged(groups: &Groups, says: &[(f64, f64)]) -> f64 {
        let hypothesis = |number: u8| Hypothesis {
            id: HypothesisId([number; 16]),
            key: number.to_string(),
            text: String::new(),
            prior: 0.5,
            why: String::new(),
        };
        let exact = |number: u8, p: f64| (HypothesisId([number; 16]), Band { low: p, high: p });
        let roots: Vec<WeighedRoot> = says
            .iter()
            .enumerate()
            .map(|(place, (high, low))| WeighedRoot {
                id: root(place),
                name: place.to_string(),
                trust: Trust::Known(1.0),
                tempering: 1.0,
                kind: SourceKind::Named,
                origin: Origin::Known,
                groups: groups_of(&[], &groups.of(root(place))),
                likelihoods: vec![exact(1, *high), exact(2, *low)],
            })
            .collect();
        v1::judge(&[hypothesis(1), hypothesis(2)], &roots, &Options::default()).unwrap().readouts[0].probability
    }

    #[test]
    fn a_root_that_leaves_a_group_stays_in_those_that_it_is_in_with_others() {
        let mut groups = Groups::default();
        group(&mut groups, 1, 0b011, 0);
        group(&mut groups, 2, 0b110, 3);
        assert_eq!(groups.of(root(1)).len(), 2);
        groups.part(root(1), root(2));
        assert!(groups.together(root(0), root(1)) && !groups.together(root(1), root(2)));
        groups.part(root(1), root(0));
        assert_eq!(groups.of(root(1)), []);
        // It is said again for every other that was in it.
        groups.part(root(1), root(0));
        assert!(!groups.together(root(0), root(1)));
    }

    proptest! {
        #[test]
        fn one_more_tie_never_makes_it_surer(
            says in proptest::collection::vec((0.5..0.95_f64, 0.05..0.5_f64), 2..=ROOTS),
            said in proptest::collection::vec((any::<u8>(), 0..4_usize), 0..5),
            parted in proptest::option::of((0..ROOTS, 0..ROOTS)),
            (who, way) in (any::<u8>(), 0..4_usize),
        ) {
            let mut groups = Groups::default();
            for (number, (who, way)) in said.iter().enumerate() {
                group(&mut groups, number, *who, *way);
            }
            if let Some((one, other)) = parted {
                groups.part(root(one), root(other));
            }
            let before = judged(&groups, &says);
            group(&mut groups, said.len(), who, way);
            let after = judged(&groups, &says);
            prop_assert!(after <= before + 1e-8 && after >= 0.5 - 1e-8, "{} {}", before, after);
        }
    }
}
