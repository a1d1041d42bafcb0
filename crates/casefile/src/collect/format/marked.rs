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
    /// title, and portion marks with more than a classification at the beginning of a line.
    pub(super) fn written(text: &str, title: Option<&str>) -> Self {
        let mut stated = Rollup::default();
        let mut state = |marking: &str| {
            // A marking is written in capitals; a sentence that begins with "Secret" is none.
            let marking = marking.trim();
            let is_capital = marking.chars().all(|letter| !letter.is_lowercase()) && marking.len() <= 200;
            if let Some(marking) = is_capital.then(|| parse(marking).ok()).flatten() {
                stated = stated.join(&Rollup::from(&marking));
            }
        };
        let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines().take(EDGE).for_each(&mut state);
        lines().rev().take(EDGE).for_each(&mut state);
        for line in lines() {
            // "(S)" may be a list; "(S//NF)" is none.
            let portion = line.strip_prefix('(').and_then(|rest| rest.split_once(')')).map(|(portion, _)| portion);
            portion
                .filter(|portion| portion.contains("//") || portion.starts_with("TLP:"))
                .into_iter()
                .for_each(&mut state);
        }
        for part in title.unwrap_or_default().split(['[', ']', '(', ')']) {
            state(part);
        }
        Self { stated, unknown: Vec::new() }
    }
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
