//! How much roots count that depend on each other.
//!
//! A root counts by k = 1 / (1 + the sum of its rho to every other root), where the rho of two roots is the greatest of the
//! groups that both are in, and 0 where they share none. For n roots of one group that is 1 / (1 + (n-1) rho). A root may be
//! in several groups, since it may show what others show too, and belong to the body that others belong to: then it depends
//! on all of them, and one more group never makes anything count for more.

use std::collections::{BTreeMap, BTreeSet};

use super::odds::shared;

/// The number of a group; `None` stands for all roots of unknown origin.
pub(super) type Number = Option<u128>;

/// The groups of a root, in their order. Roots with the same groups count alike.
pub(super) type Key = Vec<Number>;

/// Why a root cannot be laid on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refused {
    /// A group of it has another rho already.
    Rho,
    /// It is to be taken away and is not there.
    Absent,
}

/// The sums of roots that depend on others.
#[derive(Debug, Clone, Default)]
pub(super) struct Groups {
    held: BTreeMap<Number, Held>,
    tallies: BTreeMap<Key, Tally>,
}

/// A group.
#[derive(Debug, Clone)]
struct Held {
    rho: f64,
    /// Who is in it.
    keys: BTreeSet<Key>,
}

/// What has been added up of roots with the same groups.
#[derive(Debug, Clone)]
struct Tally {
    roots: u64,
    /// How many of them tell anything apart.
    telling: u64,
    sums: Vec<i64>,
}

impl Groups {
    /// Adds the values of a root in these groups to `whole`, by its share, or takes them away; and changes the shares of those
    /// that depend on it. With the values goes whether they tell anything apart.
    pub(super) fn lay(
        &mut self,
        groups: &[(Number, f64)],
        (values, telling): (&[i64], bool),
        sign: i64,
        whole: &mut [i64],
    ) -> Result<(), Refused> {
        if groups.iter().any(|(number, rho)| self.held.get(number).is_some_and(|held| held.rho != *rho)) {
            return Err(Refused::Rho);
        }
        let key: Key = groups.iter().map(|(number, _)| *number).collect();
        let before = self.tallies.get(&key).map_or(0, |tally| tally.roots);
        let Some(roots) = before.checked_add_signed(sign) else { return Err(Refused::Absent) };
        let mut touched = self.near(&key);
        touched.insert(key.clone());
        self.count(&touched, -1, whole);
        let none = || Tally { roots, telling: 0, sums: vec![0; values.len()] };
        let tally = self.tallies.entry(key.clone()).or_insert_with(none);
        tally.roots = roots;
        tally.telling = tally.telling.saturating_add_signed(if telling { sign } else { 0 });
        for (sum, value) in tally.sums.iter_mut().zip(values) {
            *sum = sum.saturating_add(sign * value);
        }
        for (number, rho) in groups {
            let held = self.held.entry(*number).or_insert_with(|| Held { rho: *rho, keys: BTreeSet::new() });
            held.keys.insert(key.clone());
        }
        if roots == 0 {
            self.drop(&key);
        }
        self.count(&touched, 1, whole);
        Ok(())
    }

    /// By how much a root with these groups counts.
    pub(super) fn share(&self, key: &[Number]) -> f64 {
        let depends: f64 = self
            .near(key)
            .iter()
            .map(|other| {
                let roots = self.tallies.get(other).map_or(0, |tally| tally.roots);
                let others = if other.as_slice() == key { roots.saturating_sub(1) } else { roots };
                others as f64 * self.rho(key, other)
            })
            .sum();
        1.0 / (1.0 + depends)
    }

    /// How many independent roots those come to that tell anything apart.
    pub(super) fn counted(&self) -> f64 {
        self.tallies.iter().map(|(key, tally)| tally.telling as f64 * self.share(key)).sum()
    }

    /// How far two roots depend on each other.
    fn rho(&self, one: &[Number], other: &[Number]) -> f64 {
        let both = one.iter().filter(|number| other.contains(number));
        both.filter_map(|number| self.held.get(number)).map(|held| held.rho).fold(0.0, f64::max)
    }

    /// Those that share a group with a root.
    fn near(&self, key: &[Number]) -> BTreeSet<Key> {
        key.iter().filter_map(|number| self.held.get(number)).flat_map(|held| held.keys.iter().cloned()).collect()
    }

    fn count(&self, keys: &BTreeSet<Key>, sign: i64, whole: &mut [i64]) {
        for (key, tally) in keys.iter().filter_map(|key| self.tallies.get_key_value(key)) {
            let share = self.share(key);
            for (all, sum) in whole.iter_mut().zip(&tally.sums) {
                *all = all.saturating_add(sign * shared(share, *sum));
            }
        }
    }

    fn drop(&mut self, key: &Key) {
        self.tallies.remove(key);
        for number in key {
            if let Some(held) = self.held.get_mut(number) {
                held.keys.remove(key);
                if held.keys.is_empty() {
                    self.held.remove(number);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use record::case::Origin;

    use super::super::checks::{hypothesis, root};
    use super::super::*;

    fn group(number: u128, rho: f64) -> Group {
        Group { number, rho }
    }

    fn first(roots: &[WeighedRoot], origins: Origins) -> f64 {
        let two = [hypothesis(1, 0.5), hypothesis(2, 0.5)];
        judge(&two, roots, &Options { origins, ungraded: 0.0 }).unwrap().readouts[0].probability
    }

    /// Four to one for the first hypothesis.
    fn sighting(number: u8, groups: &[Group]) -> WeighedRoot {
        WeighedRoot { groups: groups.to_vec(), ..root(number, &[0.8, 0.2]) }
    }

    #[test]
    fn two_who_saw_one_thing_stay_one_whatever_else_they_depend_on() {
        let seen = group(1, rho::SAME);
        let body = group(2, rho::SAME_INFLUENCE);
        let nothing = WeighedRoot { groups: vec![body], ..root(9, &[0.5, 0.5]) };
        let apart = first(&[sighting(1, &[seen]), sighting(2, &[seen])], Origins::Merged);
        assert!((apart - 0.8).abs() < 1e-9);
        let grouped = first(&[sighting(1, &[seen]), sighting(2, &[seen, body]), nothing], Origins::Merged);
        assert!(grouped < apart, "{grouped}");
    }

    #[test]
    fn a_third_sighting_of_unknown_origin_is_no_other_sighting() {
        let seen = group(1, rho::SAME);
        let third = WeighedRoot { origin: Origin::Unknown, ..sighting(3, &[seen]) };
        let roots = [sighting(1, &[seen]), sighting(2, &[seen]), third];
        for origins in [Origins::Merged, Origins::Split] {
            assert!((first(&roots, origins) - 0.8).abs() < 1e-9, "{origins:?}");
        }
    }

    #[test]
    fn whoever_depends_on_many_counts_for_less_than_those_who_depend_on_few() {
        // Five officials of one body; what the first saw stands in a picture too.
        let (body, seen) = (group(1, rho::SAME_BODY), group(2, rho::SAME));
        let mut roots: Vec<WeighedRoot> = (1..=5).map(|number| sighting(number, &[body])).collect();
        let officials = first(&roots, Origins::Merged);
        roots[0].groups.push(seen);
        roots.push(sighting(6, &[seen]));
        assert!(first(&roots, Origins::Merged) > officials, "a picture of it adds to what five officials say");
        let mut weigher = Weigher::new(&[hypothesis(1, 0.5), hypothesis(2, 0.5)], Options::default()).unwrap();
        roots.iter().for_each(|root| weigher.add(root).unwrap());
        // 1 / (1 + 4 * .5 + 1), 1 / (1 + 4 * .5), 1 / (1 + 1)
        let shares: Vec<f64> = [0, 1, 5].iter().map(|at: &usize| weigher.share(&roots[*at]).unwrap()).collect();
        assert_eq!(shares, [0.25, 1.0 / 3.0, 0.5]);
    }

    proptest! {
        /// Where all point one way, that they depend on each other never makes it surer.
        #[test]
        fn one_more_group_never_brings_it_further_from_the_prior(
            says in proptest::collection::vec((0.5..0.95_f64, 0.05..0.5_f64, 0..8_u8, any::<bool>()), 1..7),
            joined in proptest::collection::vec(any::<bool>(), 7),
            rho in 0.0..=1.0_f64,
            as_unknown in any::<bool>(),
        ) {
            let rhos = [0.2, 0.5, 1.0];
            let mut roots: Vec<WeighedRoot> = says.iter().enumerate().map(|(at, (high, low, groups, unknown))| {
                let groups = (0..3).filter(|bit| groups >> bit & 1 == 1).map(|bit| group(bit as u128, rhos[bit])).collect();
                let origin = if *unknown { Origin::Unknown } else { Origin::Known };
                WeighedRoot { groups, origin, ..root(at as u8, &[*high, *low]) }
            }).collect();
            for origins in [Origins::Merged, Origins::Split] {
                let before = first(&roots, origins);
                for (one, _) in roots.iter_mut().zip(&joined).filter(|(_, joined)| **joined) {
                    if as_unknown {
                        one.origin = Origin::Unknown;
                    } else if one.groups.iter().all(|group| group.number != 7) {
                        one.groups.push(group(7, rho));
                    }
                }
                let after = first(&roots, origins);
                prop_assert!(after <= before + 1e-8 && after >= 0.5 - 1e-8, "{} {}", before, after);
            }
        }
    }
}
