//! How classifications, dissemination controls and the marks of other departments are spelt, and their order.

use record::marking::{Dissem, Foreign, Level, Nato, Tlp, Us};

/// The forms of a marking. The form of a whole is that of its classification, and everything after it follows. What
/// stands above a page is read with titles and abbreviations alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Above and below a page: `SECRET//NOFORN`.
    Banner,
    /// Before a portion: `(S//NF)`.
    Portion,
    /// Above and below a page, with titles where there are any: `SECRET//NOT RELEASABLE TO FOREIGN NATIONALS`.
    Long,
}

/// Each classification as a banner and as a portion spell it. TLP never changes its spelling.
const LEVELS: [(Level, &str, &str); 14] = [
    (Level::Us(Us::Unclassified), "UNCLASSIFIED", "U"),
    (Level::Us(Us::Confidential), "CONFIDENTIAL", "C"),
    (Level::Us(Us::Secret), "SECRET", "S"),
    (Level::Us(Us::TopSecret), "TOP SECRET", "TS"),
    (Level::Nato(Nato::Unclassified), "NATO UNCLASSIFIED", "NU"),
    (Level::Nato(Nato::Restricted), "NATO RESTRICTED", "NR"),
    (Level::Nato(Nato::Confidential), "NATO CONFIDENTIAL", "NC"),
    (Level::Nato(Nato::Secret), "NATO SECRET", "NS"),
    (Level::Nato(Nato::CosmicTopSecret), "COSMIC TOP SECRET", "CTS"),
    (Level::Tlp(Tlp::Clear), "TLP:CLEAR", "TLP:CLEAR"),
    (Level::Tlp(Tlp::Green), "TLP:GREEN", "TLP:GREEN"),
    (Level::Tlp(Tlp::Amber), "TLP:AMBER", "TLP:AMBER"),
    (Level::Tlp(Tlp::AmberStrict), "TLP:AMBER+STRICT", "TLP:AMBER+STRICT"),
    (Level::Tlp(Tlp::Red), "TLP:RED", "TLP:RED"),
];

/// A dissemination control as it stands in text, in the official order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// One without a list.
    Plain(Dissem),
    /// REL TO, with a list.
    RelTo,
    /// DISPLAY ONLY, with a list.
    DisplayOnly,
}

/// Each dissemination control in its order: its title and its abbreviation in a banner, and its portion mark.
pub(super) const WORDS: [(Word, &str, &str, &str); 11] = [
    (Word::Plain(Dissem::Rsen), "RISK SENSITIVE", "RSEN", "RS"),
    (Word::Plain(Dissem::Fouo), "FOR OFFICIAL USE ONLY", "FOUO", "FOUO"),
    (Word::Plain(Dissem::Orcon), "ORIGINATOR CONTROLLED", "ORCON", "OC"),
    (Word::Plain(Dissem::Imcon), "CONTROLLED IMAGERY", "IMCON", "IMC"),
    (Word::Plain(Dissem::Noforn), "NOT RELEASABLE TO FOREIGN NATIONALS", "NOFORN", "NF"),
    (Word::Plain(Dissem::Propin), "CAUTION-PROPRIETARY INFORMATION INVOLVED", "PROPIN", "PR"),
    (Word::RelTo, "AUTHORIZED FOR RELEASE TO", "REL TO", "REL TO"),
    (Word::Plain(Dissem::Relido), "RELEASABLE BY INFORMATION DISCLOSURE OFFICIAL", "RELIDO", "RELIDO"),
    (Word::Plain(Dissem::Dsen), "DEA SENSITIVE", "DSEN", "DSEN"),
    (Word::Plain(Dissem::Fisa), "FOREIGN INTELLIGENCE SURVEILLANCE ACT", "FISA", "FISA"),
    (Word::DisplayOnly, "AUTHORIZED FOR DISPLAY BUT NOT RELEASE TO", "DISPLAY ONLY", "DISPLAY ONLY"),
];

/// Each classification of another government.
const FOREIGN: [(Foreign, &str, &str); 5] = [
    (Foreign::Unclassified, "UNCLASSIFIED", "U"),
    (Foreign::Restricted, "RESTRICTED", "R"),
    (Foreign::Confidential, "CONFIDENTIAL", "C"),
    (Foreign::Secret, "SECRET", "S"),
    (Foreign::TopSecret, "TOP SECRET", "TS"),
];

/// NATO's controls in their order.
pub(super) const NATO_CONTROLS: [&str; 3] = ["ATOMAL", "BOHEMIA", "BALK"];

/// Classifications of NATO with one of its controls, for which portions have a word of their own.
pub(super) const NATO_PORTIONS: [(Nato, &str, &str); 5] = [
    (Nato::Confidential, "ATOMAL", "NCA"),
    (Nato::Secret, "ATOMAL", "NSAT"),
    (Nato::CosmicTopSecret, "ATOMAL", "CTSA"),
    (Nato::CosmicTopSecret, "BOHEMIA", "CTS-B"),
    (Nato::CosmicTopSecret, "BALK", "CTS-BALK"),
];

/// Each mark of another department in its order: its portion mark, which is its name in the tables, its title and its
/// abbreviation in a banner. The names of compensatory measures stand between the last two.
pub(super) const NON_IC: [(&str, &str, &str); 9] = [
    ("DS", "LIMITED DISTRIBUTION", "LIMDIS"),
    ("XD", "EXCLUSIVE DISTRIBUTION", "EXDIS"),
    ("ND", "NO DISTRIBUTION", "NODIS"),
    ("SBU", "SENSITIVE BUT UNCLASSIFIED", "SBU"),
    ("SBU-NF", "SENSITIVE BUT UNCLASSIFIED NOFORN", "SBU NOFORN"),
    ("LES", "LAW ENFORCEMENT SENSITIVE", "LES"),
    ("LES-NF", "LAW ENFORCEMENT SENSITIVE NOFORN", "LES NOFORN"),
    ("SSI", "SENSITIVE SECURITY INFORMATION", "SSI"),
    ("NNPI", "NAVAL NUCLEAR PROPULSION INFORMATION", "NNPI"),
];

/// What stands before the name of a compensatory measure.
pub(super) const ACCM: &str = "ACCM-";

/// Where a mark of another department stands in its table. `None` where it is not in it.
pub(super) fn non_ic_index(mark: &str) -> Option<usize> {
    if let Some(name) = mark.strip_prefix(ACCM) {
        let fits = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_');
        return ((1..=61).contains(&name.len()) && name.bytes().all(fits)).then_some(9);
    }
    let place = NON_IC.iter().position(|(known, ..)| *known == mark)?;
    Some(if mark == "NNPI" { 10 } else { place.saturating_add(1) })
}

/// The classification of another government that `text`, in capitals, spells in either form, and that form.
pub(super) fn foreign_of(text: &str) -> Option<(Foreign, Form)> {
    FOREIGN.iter().find_map(|(level, banner, portion)| match text {
        _ if text == *banner => Some((*level, Form::Banner)),
        _ if text == *portion => Some((*level, Form::Portion)),
        _ => None,
    })
}

/// The classification that `text`, in capitals, spells in either form, and that form.
pub(super) fn level_of(text: &str) -> Option<(Level, Form)> {
    LEVELS.iter().find_map(|(level, banner, portion)| match text {
        _ if text == *banner => Some((*level, Form::Banner)),
        _ if text == *portion => Some((*level, Form::Portion)),
        _ => None,
    })
}

/// The spelling of a classification.
pub(super) fn level_in(level: Level, form: Form) -> &'static str {
    if let Level::Foreign(level) = level {
        let row = FOREIGN.iter().find(|(known, ..)| *known == level);
        return row.map_or("UNKNOWN CLASSIFICATION", |(_, banner, portion)| match form {
            Form::Banner | Form::Long => banner,
            Form::Portion => portion,
        });
    }
    let row = LEVELS.iter().find(|(known, ..)| *known == level);
    // The table has every level, as its test shows; a marking is never printed without its classification.
    row.map_or("UNKNOWN CLASSIFICATION", |(_, banner, portion)| match form {
        Form::Banner | Form::Long => banner,
        Form::Portion => portion,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_level_has_its_spelling_and_is_read_back_from_it() {
        for level in every_level() {
            for form in [Form::Banner, Form::Portion] {
                let text = level_in(level, form);
                assert_eq!(level_of(text).map(|(level, _)| level), Some(level), "{text}");
            }
        }
    }

    #[test]
    fn controls_without_a_list_are_ordered_as_the_record_orders_them() {
        let plain: Vec<Dissem> = (WORDS.iter())
            .filter_map(|(word, ..)| match word {
                Word::Plain(dissem) => Some(*dissem),
                _ => None,
            })
            .collect();
        assert!(plain.is_sorted());
        assert_eq!(plain.len(), 9);
    }

    fn every_level() -> Vec<Level> {
        let us = [Us::Unclassified, Us::Confidential, Us::Secret, Us::TopSecret].map(Level::Us);
        let nato = [Nato::Unclassified, Nato::Restricted, Nato::Confidential, Nato::Secret, Nato::CosmicTopSecret];
        let tlp = [Tlp::Clear, Tlp::Green, Tlp::Amber, Tlp::AmberStrict, Tlp::Red];
        us.into_iter().chain(nato.map(Level::Nato)).chain(tlp.map(Level::Tlp)).collect()
    }
}
