//! How classifications and dissemination controls are spelt, and the order of the latter.

use record::marking::{Dissem, Level, Nato, Tlp, Us};

/// The two forms of a marking. The form of a whole is that of its classification, and everything after it follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Above and below a page: `SECRET//NOFORN`.
    Banner,
    /// Before a portion: `(S//NF)`.
    Portion,
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
    let row = LEVELS.iter().find(|(known, ..)| *known == level);
    // The table has every level, as its test shows; a marking is never printed without its classification.
    row.map_or("UNKNOWN CLASSIFICATION", |(_, banner, portion)| match form {
        Form::Banner => banner,
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
