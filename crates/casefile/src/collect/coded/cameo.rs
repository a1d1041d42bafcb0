//! CAMEO's codes of events as PLOVER's roots.
//!
//! The table follows the conversion that came with PLOVER 0.8 (17 September 2021), by root and, where a part of a root
//! went elsewhere, by its longer code; the longest beginning of a code that stands in the table counts. PLOVER leaves out
//! statements and appeals: here a statement is a COMMENT, one that denies is a DENY, and an appeal is a REQUEST, as the
//! reader has it of texts.

use read::event::Root;

/// The name and version of the table. A change of it is a new version.
pub const TABLE: &str = "cameo-plover-1";

/// Beginnings of codes with their roots, each with the number of its row, so that one can be named.
#[rustfmt::skip]
pub const ROWS: [(u8, &str, Root); 34] = [
    (1, "01", Root::Comment),     // makes a public statement
    (2, "016", Root::Deny),       // denies responsibility
    (3, "02", Root::Request),     // appeals
    (4, "03", Root::Agree),       // expresses intent to cooperate
    (5, "04", Root::Consult),     // consults
    (6, "05", Root::Support),     // cooperates diplomatically
    (7, "06", Root::Cooperate),   // cooperates materially
    (8, "07", Root::Aid),         // provides aid
    (9, "08", Root::Concede),     // yields
    (10, "0813", Root::Retreat),  // eases a curfew
    (11, "0814", Root::Retreat),  // eases a state of emergency
    (12, "084", Root::Retreat),   // returns, releases
    (13, "085", Root::Retreat),   // eases economic sanctions
    (14, "086", Root::Retreat),   // lets others in
    (15, "087", Root::Retreat),   // de-escalates
    (16, "09", Root::Accuse),     // investigates
    (17, "10", Root::Request),    // demands
    (18, "11", Root::Accuse),     // disapproves
    (19, "12", Root::Reject),     // rejects
    (20, "13", Root::Threaten),   // threatens
    (21, "14", Root::Protest),    // protests
    (22, "15", Root::Mobilize),   // shows force
    (23, "16", Root::Sanction),   // reduces relations
    (24, "163", Root::Coerce),    // imposes an embargo
    (25, "17", Root::Coerce),     // coerces
    (26, "1712", Root::Assault),  // destroys property
    (27, "175", Root::Assault),   // represses with violence
    (28, "18", Root::Assault),    // assaults
    (29, "19", Root::Assault),    // fights
    (30, "191", Root::Coerce),    // blockades
    (31, "192", Root::Coerce),    // occupies
    (32, "20", Root::Assault),    // uses unconventional mass violence
    (33, "155", Root::Mobilize),  // mobilises cyber forces
    (34, "176", Root::Assault),   // attacks by computer
];

/// The last third digit of a code that each root has, from 01 to 20.
const LAST: [u8; 20] = [9, 8, 9, 6, 7, 4, 5, 7, 4, 8, 6, 9, 9, 5, 5, 6, 6, 6, 6, 4];

/// The root of a code; none where CAMEO has no such code.
///
/// A code has three or four digits with its leading zero, as the feeds write it. One that lost the zero is not guessed at:
/// `142` is a hunger strike, and would be taken for one.
pub(crate) fn root(code: &str) -> Option<Root> {
    if !(2..=4).contains(&code.len()) || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let last = code.get(..2)?.parse::<usize>().ok()?.checked_sub(1).and_then(|at| LAST.get(at))?;
    let third = code.as_bytes().get(2).map_or(0, |digit| digit - b'0');
    let fourth = code.as_bytes().get(3).map_or(1, |digit| digit - b'0');
    if third > *last || !(1..=6).contains(&fourth) {
        return None;
    }
    let rows = ROWS.iter().filter(|(_, beginning, _)| code.starts_with(beginning));
    rows.max_by_key(|(_, beginning, _)| beginning.len()).map(|(_, _, root)| *root)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_the_root_of_the_longest_beginning_that_the_table_has() {
        for (code, expected) in [
            ("010", Root::Comment),
            ("016", Root::Deny),
            ("0241", Root::Request),
            ("043", Root::Consult),
            ("0811", Root::Concede),
            ("0814", Root::Retreat),
            ("0841", Root::Retreat),
            ("0871", Root::Retreat),
            ("112", Root::Accuse),
            ("1222", Root::Reject),
            ("155", Root::Mobilize),
            ("1623", Root::Sanction),
            ("163", Root::Coerce),
            ("1711", Root::Coerce),
            ("1712", Root::Assault),
            ("191", Root::Coerce),
            ("195", Root::Assault),
            ("2042", Root::Assault),
        ] {
            assert_eq!(root(code), Some(expected), "{code}");
        }
    }

    #[test]
    fn a_code_that_cameo_does_not_have_has_no_root() {
        for code in
            ["", "0", "00", "000", "047", "166x", "169", "205", "21", "210", "40", "0840", "0847", "---", "０43"]
        {
            assert_eq!(root(code), None, "{code:?}");
        }
    }

    #[test]
    fn rows_are_numbered_and_each_beginning_stands_once() {
        for (place, (number, beginning, _)) in ROWS.iter().enumerate() {
            assert_eq!(usize::from(*number), place + 1);
            assert!(ROWS.iter().filter(|(_, other, _)| other == beginning).count() == 1);
        }
    }
}
