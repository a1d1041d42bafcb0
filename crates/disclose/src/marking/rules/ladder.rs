//! What each ladder may carry.

use record::marking::{Level, Marking};

use super::Rule;

pub(super) const RULES: &[Rule] = &[Rule {
    id: "HOUSE-1",
    breached: |marking| !matches!(marking.level, Level::Us(_)) && *marking != Marking::plain(marking.level),
    reason: "controls and lists belong to the US ladder, and NATO and TLP marks stand alone",
    way: "mark the US material as a portion of its own",
}];

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn house_1_nato_and_tlp_carry_no_controls() {
        check("NATO SECRET", &[]);
        check("(TLP:RED)", &[]);
        check("NATO SECRET//NOFORN", &["HOUSE-1"]);
        check("TLP:AMBER//REL TO USA, GBR", &["HOUSE-1"]);
    }
}
