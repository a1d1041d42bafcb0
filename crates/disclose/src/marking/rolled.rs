//! What markings roll up to, with the groups of countries that the tables resolve taken for their members.
//!
//! Lists are widened on the way in, by a table that never changes its meaning, so that the order of portions does not
//! matter; what a group that stayed on the list covers is taken out again when it is put into words. Alliances are not
//! resolved: the tables leave them as they stand, and their members are those of a day.

use std::collections::BTreeSet;

use record::marking::{Fgi, Marking, OWNER, Rollup, tetragraph};

/// The join of markings, as [`Rollup::of`], with `FVEY`, `ACGU` and `TEYE` on lists of release resolved.
pub fn rollup_of<'m>(markings: impl IntoIterator<Item = &'m Marking>) -> Rollup {
    markings.into_iter().fold(Rollup::default(), |sum, marking| sum.join(&Rollup::from(&widened(marking))))
}

/// What a roll-up demands, in words: one marking per ladder, as a document of the United States has them where any of
/// it is theirs.
pub fn rendered(rollup: &Rollup) -> Vec<Marking> {
    let mut words = rollup.render_as_us();
    for marking in &mut words {
        marking.rel_to = narrowed(&marking.rel_to);
        marking.display_only = narrowed(&marking.display_only);
    }
    words
}

fn widened(marking: &Marking) -> Marking {
    let wide = |list: &BTreeSet<String>| {
        let members = list.iter().filter_map(|token| tetragraph::resolved(token)).flatten().map(str::to_owned);
        let mut wide: BTreeSet<String> = members.collect();
        // The owner needs no leave to be shown what is theirs.
        wide.retain(|token| token != OWNER || list.contains(OWNER));
        wide.extend(list.iter().cloned());
        wide
    };
    let (rel_to, display_only) = (wide(&marking.rel_to), wide(&marking.display_only));
    Marking { rel_to, display_only, ..marking.clone() }
}

/// A list without those whom a group on it covers.
fn narrowed(list: &BTreeSet<String>) -> BTreeSet<String> {
    let covered: BTreeSet<&str> =
        list.iter().filter_map(|token| tetragraph::resolved(token)).flatten().filter(|token| *token != OWNER).collect();
    list.iter().filter(|token| !covered.contains(token.as_str())).cloned().collect()
}

/// A marking with every group resolved and co-owners named as those it comes from: so two ways to say the same are
/// the same.
pub(super) fn normal(marking: &Marking) -> Marking {
    let mut marking = widened(marking);
    marking.rel_to.retain(|token| tetragraph::resolved(token).is_none());
    marking.display_only.retain(|token| tetragraph::resolved(token).is_none());
    let named = std::mem::take(&mut marking.owners).into_iter().filter(|owner| owner != OWNER).collect();
    marking.fgi = marking.fgi.join(&Fgi { named, concealed: false });
    marking
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marking::{banner, valid};

    fn whole(portions: &[&str]) -> String {
        let portions: Vec<Marking> = portions.iter().map(|text| valid(text).unwrap()).collect();
        let words = rendered(&rollup_of(&portions));
        words.iter().map(banner).collect::<Vec<_>>().join(" + ")
    }

    #[test]
    fn a_group_and_its_member_have_the_member_in_common() {
        assert_eq!(whole(&["S//REL TO USA, FVEY", "S//REL TO USA, GBR"]), "SECRET//REL TO USA, GBR");
        assert_eq!(whole(&["S//REL TO USA, FVEY", "S//REL TO USA, ACGU"]), "SECRET//REL TO USA, AUS, CAN, GBR");
        assert_eq!(whole(&["S//REL TO USA, FVEY", "C//REL TO USA, FVEY"]), "SECRET//REL TO USA, FVEY");
        assert_eq!(whole(&["S//REL TO USA, FVEY", "S//REL TO USA, JPN"]), "SECRET//NOFORN");
    }

    #[test]
    fn an_alliance_means_nobody_but_itself() {
        assert_eq!(whole(&["S//REL TO USA, NATO", "S//REL TO USA, GBR"]), "SECRET//NOFORN");
        assert_eq!(whole(&["S//REL TO USA, NATO", "S//REL TO USA, NATO"]), "SECRET//REL TO USA, NATO");
    }

    #[test]
    fn what_is_natos_and_others_stands_in_the_banner_of_the_united_states() {
        assert_eq!(whole(&["U", "(//NS)"]), "SECRET//FGI NATO//NOFORN");
        assert_eq!(whole(&["C//REL TO USA, GBR", "(//GBR S//REL TO USA, GBR)"]), "SECRET//FGI GBR//REL TO USA, GBR");
        assert_eq!(whole(&["S//FGI DEU//NF", "(//FGI C)"]), "SECRET//FGI//NOFORN");
        assert_eq!(whole(&["(//NS)", "(NR)"]), "NATO SECRET");
    }
}
