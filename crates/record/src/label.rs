//! Labels: what a row of a case demands of whoever wants to see it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::id::CaseId;
use crate::marking::Rollup;
use crate::viewer::Viewer;

/// How the identity of a source is guarded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Protection {
    /// Whoever may see the marking may know the source.
    Open,
    /// The same, and its owners must agree before anything of it is disclosed.
    Sensitive,
    /// Only its owners may see it.
    Protected,
}

/// What a row demands: its case, its marking, its owners and how they guard it.
///
/// Whatever is computed from several rows carries the join of their labels.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Label {
    /// The cases it belongs to; a viewer must be admitted to all of them.
    pub cases: BTreeSet<CaseId>,
    /// What its markings demand.
    pub marking: Rollup,
    /// Everyone who must agree before anything of it is disclosed.
    pub owners: BTreeSet<String>,
    /// The strictest guard over it.
    pub protection: Protection,
    /// One set of owners for each protected source behind it. A viewer must belong to each: that two owners have
    /// each given a part does not entitle either to the other's.
    pub held_by: BTreeSet<BTreeSet<String>>,
}

impl Label {
    /// The label of something that came in from outside.
    pub fn new(case: CaseId, marking: Rollup, owners: BTreeSet<String>, protection: Protection) -> Self {
        let held_by = (protection == Protection::Protected).then(|| owners.clone()).into_iter().collect();
        Self { cases: BTreeSet::from([case]), marking, owners, protection, held_by }
    }

    /// The label of something that belongs to the house and to no one case.
    pub fn of_house(marking: Rollup, owners: BTreeSet<String>, protection: Protection) -> Self {
        Self { cases: BTreeSet::new(), ..Self::new(CaseId::HOUSE, marking, owners, protection) }
    }

    /// The label of what is computed from both. Where one of them was never marked, neither is the result: a marking
    /// of the other must not stand in for it.
    #[must_use]
    pub fn join(&self, other: &Self) -> Self {
        let unmarked = self.marking.is_empty() || other.marking.is_empty();
        Self {
            cases: self.cases.union(&other.cases).copied().collect(),
            marking: if unmarked { Rollup::default() } else { self.marking.join(&other.marking) },
            owners: self.owners.union(&other.owners).cloned().collect(),
            protection: self.protection.max(other.protection),
            held_by: self.held_by.union(&other.held_by).cloned().collect(),
        }
    }

    /// Whether `viewer` may see what carries this label. A viewer with full rights may see everything.
    pub fn visible_to(&self, viewer: &Viewer) -> bool {
        viewer.full
            || (self.cases.iter().all(|case| viewer.admitted(case))
                && self.held_by.iter().all(|owners| owners.contains(&viewer.name))
                && viewer.clearance.may_see(&self.marking))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::{select, subsequence};

    use super::*;
    use crate::marking::{Level, Marking, Tlp};

    const MARY: &str = "Mary";
    const JOHN: &str = "John";

    fn case(number: u8) -> CaseId {
        CaseId([number; 16])
    }

    fn tlp(colour: Tlp) -> Rollup {
        Rollup::from(&Marking::plain(Level::Tlp(colour)))
    }

    fn owned_by(owners: &[&str]) -> BTreeSet<String> {
        owners.iter().map(|name| (*name).to_owned()).collect()
    }

    fn label(owners: &[&str], protection: Protection) -> Label {
        Label::new(case(1), tlp(Tlp::Green), owned_by(owners), protection)
    }

    fn viewer(name: &str, clearance: &str) -> Viewer {
        Viewer::cleared(name, clearance.parse().unwrap())
    }

    #[test]
    fn a_viewer_needs_the_clearance_and_every_case() {
        let open = label(&[], Protection::Open);
        let mut mary = viewer(MARY, "TLP:AMBER");
        assert!(open.visible_to(&mary));
        assert!(!open.visible_to(&viewer(MARY, "public")));
        mary.cases = Some([case(1)].into());
        assert!(open.visible_to(&mary));
        let of_two_cases = open.join(&Label { cases: [case(2)].into(), ..open.clone() });
        assert!(!of_two_cases.visible_to(&mary));
    }

    #[test]
    fn a_sensitive_source_is_seen_by_others_and_a_protected_one_by_its_owners_alone() {
        let john = viewer(JOHN, "TLP:RED");
        assert!(label(&[MARY], Protection::Sensitive).visible_to(&john));
        assert!(!label(&[MARY], Protection::Protected).visible_to(&john));
        assert!(label(&[MARY, JOHN], Protection::Protected).visible_to(&john));
        assert!(!label(&[], Protection::Protected).visible_to(&john), "nobody's is not everybody's");
    }

    #[test]
    fn two_owners_who_each_gave_a_part_do_not_see_each_others() {
        let both = label(&[MARY], Protection::Protected).join(&label(&[JOHN], Protection::Protected));
        assert_eq!(both.owners, owned_by(&[JOHN, MARY]));
        assert!(!both.visible_to(&viewer(MARY, "TLP:RED")));
        assert!(!both.visible_to(&viewer(JOHN, "TLP:RED")));
        assert!(both.visible_to(&Viewer::holder("Zoe")));
    }

    #[test]
    fn what_is_computed_from_something_unmarked_stays_hidden() {
        let marked = label(&[], Protection::Open);
        let unmarked = Label { marking: Rollup::default(), ..marked.clone() };
        let anyone = viewer(MARY, "TOP SECRET,country=USA,TLP:RED");
        assert!(marked.visible_to(&anyone) && !unmarked.visible_to(&anyone));
        assert!(!marked.join(&unmarked).visible_to(&anyone));
        assert!(!unmarked.join(&marked).visible_to(&anyone));
    }

    fn any_label() -> impl Strategy<Value = Label> {
        let markings = vec![Rollup::default(), tlp(Tlp::Clear), tlp(Tlp::Amber), tlp(Tlp::Red)];
        let guards = vec![Protection::Open, Protection::Sensitive, Protection::Protected];
        let owners = subsequence(vec![MARY, JOHN, "Zoe"], 0..=3);
        (1..4_u8, select(markings), owners, select(guards))
            .prop_map(|(number, marking, owners, guard)| Label::new(case(number), marking, owned_by(&owners), guard))
    }

    fn any_viewer() -> impl Strategy<Value = Viewer> {
        let cases = proptest::option::of(subsequence(vec![case(1), case(2), case(3)], 0..=3));
        let clearance = select(vec!["public", "TLP:AMBER", "TLP:RED"]);
        (select(vec![MARY, JOHN]), clearance, cases, any::<bool>()).prop_map(|(name, clearance, cases, full)| {
            let cases = cases.map(|cases| cases.into_iter().collect());
            Viewer { cases, full, ..viewer(name, clearance) }
        })
    }

    proptest! {
        #[test]
        fn whoever_may_see_the_whole_may_see_each_part_and_the_other_way_round(
            a in any_label(), b in any_label(), c in any_label(), viewer in any_viewer(),
        ) {
            let whole = a.join(&b).join(&c);
            let each = [&a, &b, &c].iter().all(|part| part.visible_to(&viewer));
            prop_assert_eq!(whole.visible_to(&viewer), each);
            prop_assert_eq!(&whole, &c.join(&b.join(&a)));
            prop_assert_eq!(whole.join(&a), whole);
        }
    }
}
