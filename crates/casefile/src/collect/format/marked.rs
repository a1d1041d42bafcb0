//! What a document says of itself about who may see it.

use disclose::marking::parse;
use record::marking::Rollup;

/// The most unknown markings that are told one by one.
const MOST: usize = 20;

/// The markings that a document states. It never comes into a case lower than they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marked {
    /// What those demand that are known here; empty where it states none.
    pub stated: Rollup,
    /// Those that are not known here, in words. Nobody can tell how high they are.
    pub unknown: Vec<String>,
}

impl Marked {
    /// Both together.
    #[must_use]
    pub fn join(mut self, other: &Self) -> Self {
        self.stated = self.stated.join(&other.stated);
        for unknown in &other.unknown {
            if self.unknown.len() < MOST && !self.unknown.contains(unknown) {
                self.unknown.push(unknown.clone());
            }
        }
        self
    }
}

/// How many lines at the top and at the bottom of a text may be its banner.
const EDGE: usize = 6;

impl Marked {
    /// What the words of a document state: a banner that is a line of its own at its top or bottom, a marking in brackets in its
    /// title, and portion marks with more than a classification wherever they stand. What is meant as a marking and is none that is
    /// known is told too: nobody can say how high it is.
    pub(super) fn written(text: &str, title: Option<&str>) -> Self {
        let (mut stated, mut unknown) = (Rollup::default(), Vec::new());
        let mut state = |marking: &str| {
            // A marking is written in capitals; a sentence that begins with "Secret" is none.
            let marking = marking.trim().trim_matches(['\u{feff}', '\u{200b}']).trim();
            if marking.chars().any(char::is_lowercase) || marking.len() > LONGEST {
                return;
            }
            match parse(marking) {
                Ok(marking) => stated = stated.join(&Rollup::from(&marking)),
                Err(_) if is_meant(marking) && unknown.len() < MOST && !unknown.iter().any(|one| one == marking) => {
                    unknown.push(marking.to_owned());
                }
                Err(_) => {}
            }
        };
        let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines().take(EDGE).for_each(&mut state);
        lines().rev().take(EDGE).for_each(&mut state);
        for (_, rest) in text.match_indices('(').map(|(at, _)| text.split_at(at + 1)) {
            let within =
                rest.char_indices().take(LONGEST).find(|(_, sign)| matches!(sign, ')' | '\n')).map(|(end, _)| end);
            // "(S)" may be a list; "(S//NF)" is none.
            let portion = within.and_then(|end| rest.get(..end));
            portion
                .filter(|portion| portion.contains("//") || portion.starts_with("TLP:"))
                .into_iter()
                .for_each(&mut state);
        }
        for part in title.unwrap_or_default().split(['[', ']', '(', ')']) {
            state(part);
        }
        Self { stated, unknown }
    }
}

/// The most letters of a marking.
const LONGEST: usize = 200;

/// Whether words can be meant as nothing but a marking: more than one part, and the first is a classification, of whomever; or of TLP.
fn is_meant(words: &str) -> bool {
    /// What classifies, on any ladder, and CUI.
    const LEVELS: [&str; 14] = [
        "TOP",
        "SECRET",
        "CONFIDENTIAL",
        "RESTRICTED",
        "UNCLASSIFIED",
        "COSMIC",
        "TS",
        "S",
        "C",
        "R",
        "U",
        "CUI",
        "CTS",
        "NS",
    ];
    let rest = words.trim_start_matches('/');
    let first = rest.split("//").next().unwrap_or_default().trim();
    let level = first.split_whitespace().any(|word| LEVELS.contains(&word)) && first.split_whitespace().count() < 12;
    words.starts_with("TLP:") && words.len() < 20
        || words.contains("//")
            && (parse(first).is_ok() || level && (rest.len() < words.len() || first.split_whitespace().count() < 3))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn banner(text: &str, title: Option<&str>) -> Option<String> {
        disclose::marking::banner_of(&Marked::written(text, title).stated)
    }

    #[test]
    fn a_document_is_marked_by_its_banner_its_title_and_its_portions() {
        assert_eq!(banner("TOP SECRET//NOFORN\n\nIt rained.\n", None).as_deref(), Some("TOP SECRET//NOFORN"));
        assert_eq!(banner("It rained.\n\nTLP:RED\n", None).as_deref(), Some("TLP:RED"));
        assert_eq!(banner("It rained.", Some("[TLP:AMBER] The weather")).as_deref(), Some("TLP:AMBER"));
        assert_eq!(banner("(S//NF) It rained.", None).as_deref(), Some("SECRET//NOFORN"));
    }

    #[test]
    fn a_marking_that_nobody_knows_is_told_wherever_it_stands() {
        let unknown = |text: &str| Marked::written(text, None).unknown.join(" | ");
        assert_eq!(unknown("SECRET//XYZ//NOFORN\n\nIt rained.\n"), "SECRET//XYZ//NOFORN");
        assert_eq!(unknown("(S//XYZ//NF) It rained."), "S//XYZ//NF");
        assert_eq!(unknown("(TS//NF//SI) It rained."), "TS//NF//SI", "in another order than the tables have");
        for unknown_here in
            ["//GBR SECRET//REL TO USA, GBR, XYZ", "CUI//SP-XXXX", "RESTRICTED//NOFORN", "//JOINT SECRET GBR USA//XYZ"]
        {
            assert_eq!(unknown(&format!("{unknown_here}\n\nIt rained.")), unknown_here);
        }
        assert_eq!(banner("\u{feff}SECRET//NOFORN\r\n\r\nIt rained.", None).as_deref(), Some("SECRET//NOFORN"));
        assert_eq!(unknown("See https://example.org/ (AFP//Reuters) and (A//B)."), "");
        let within = "It rained. (TS//SI//NF) It snowed.\n\n[^1]: (C//NF) It froze.";
        assert_eq!(banner(within, None).as_deref(), Some("TOP SECRET//SI//NOFORN"));
    }

    #[test]
    fn words_that_are_no_markings_mark_nothing() {
        for text in [
            "Secret talks were held.\nTop secret, he said.",
            "(S) is the first list.\n(C) 2031 The Paper",
            "U.S. sends aid",
        ] {
            assert_eq!(banner(text, Some("Secret talks [video]")), None, "{text}");
        }
    }
}
