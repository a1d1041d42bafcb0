//! What each ladder may carry.

use record::marking::{Level, Marking, Nato};

use super::{On, Rule};

/// Whether NATO has this classification with these controls.
fn is_natos(marking: &Marking) -> bool {
    let least = |control: &String| if control == "ATOMAL" { Nato::Confidential } else { Nato::CosmicTopSecret };
    match marking.level {
        Level::Nato(level) => marking.nato.iter().all(|control| level >= least(control)),
        _ => marking.nato.is_empty(),
    }
}

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "HOUSE-1",
        breached: On::Marking(|marking| {
            let alone =
                Marking { nato: marking.nato.clone(), rung: marking.rung.clone(), ..Marking::plain(marking.level) };
            !matches!(marking.level, Level::Us(_) | Level::Foreign(_)) && *marking != alone
        }),
        reason: "controls and lists belong to the US ladder, and NATO and TLP marks stand alone",
        way: "mark the US material as a portion of its own",
    },
    Rule {
        id: "HOUSE-4",
        breached: On::Marking(|marking| !is_natos(marking)),
        reason: "ATOMAL is at least NATO CONFIDENTIAL, BOHEMIA and BALK are COSMIC TOP SECRET",
        way: "raise the classification or drop the control",
    },
    Rule {
        id: "HOUSE-11",
        breached: On::Marking(|marking| {
            let foreign = matches!(marking.level, Level::Foreign(_));
            let named = marking.owners.len();
            let wrong_owners = if foreign { named == 0 || marking.is_us() } else { named == 1 };
            wrong_owners || (foreign && !marking.fgi.is_empty())
        }),
        reason: "what is of another government names its owner and no further source, and JOINT names at least two owners",
        way: "write it as in //GBR SECRET or //JOINT SECRET GBR USA, and FGI GBR in a portion of the United States",
    },
];

#[cfg(test)]
mod tests {
    use record::marking::Foreign;

    use super::super::check;
    use super::*;
    use crate::marking::validate;

    #[test]
    fn house_1_nato_and_tlp_carry_no_controls() {
        check("NATO SECRET", &[]);
        check("(TLP:RED)", &[]);
        check("NATO SECRET//NOFORN", &["HOUSE-1"]);
        check("TLP:AMBER//REL TO USA, GBR", &["HOUSE-1"]);
    }

    #[test]
    fn house_4_a_control_of_nato_has_its_classification() {
        check("(//NCA)", &[]);
        check("COSMIC TOP SECRET BOHEMIA", &[]);
        check("NATO SECRET BALK", &["HOUSE-4"]);
    }

    #[test]
    fn house_11_what_is_of_others_says_whose_it_is() {
        check("(//GBR S//REL TO USA, GBR)", &[]);
        check("(//GBR S//FGI DEU)", &["HOUSE-11"]);
        let nobodys = Marking::plain(Level::Foreign(Foreign::Secret));
        assert_eq!(validate(&nobodys)[0].rule, "HOUSE-11");
    }
}
