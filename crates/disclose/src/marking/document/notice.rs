//! Notices: the warnings that some marks ask for, as they stand in text.
//!
//! A notice begins with the name of the mark and the word NOTICE or WARNING: `FISA WARNING: …`, `RESTRICTED DATA
//! NOTICE: …`; a distribution statement with its letter: `DISTRIBUTION STATEMENT A. …`. What it then says is law of
//! others and not looked at.

use record::span::Span;

/// A notice in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Notice {
    /// What it is about, as the tables name it: `RD`, `FISA`, `DoD-Dist-A`.
    pub kind: &'static str,
    /// Where it stands.
    pub span: Span,
}

/// The names that notices begin with, the longest of those that begin alike first.
const NAMES: [(&str, &str); 17] = [
    ("CRITICAL NUCLEAR WEAPON DESIGN INFORMATION", "CNWDI"),
    ("CNWDI", "CNWDI"),
    ("FORMERLY RESTRICTED DATA", "FRD"),
    ("FRD", "FRD"),
    ("RESTRICTED DATA", "RD"),
    ("RD", "RD"),
    ("FOREIGN INTELLIGENCE SURVEILLANCE ACT", "FISA"),
    ("FISA", "FISA"),
    ("CONTROLLED IMAGERY", "IMC"),
    ("IMCON", "IMC"),
    ("LIMITED DISTRIBUTION", "DS"),
    ("LIMDIS", "DS"),
    ("LES NOFORN", "LES-NF"),
    ("LAW ENFORCEMENT SENSITIVE NOFORN", "LES-NF"),
    ("LES", "LES"),
    ("LAW ENFORCEMENT SENSITIVE", "LES"),
    ("DSEN", "DSEN"),
];

/// The kind of notice that words begin with.
pub(super) fn read(words: &str) -> Option<&'static str> {
    let line = words.lines().next()?.trim_start_matches(['*', '_']);
    if let Some(rest) = line.strip_prefix("DISTRIBUTION STATEMENT ") {
        // The others are known by their letter and need what text does not have in one place.
        let mut signs = rest.chars();
        let letter = signs.next()?;
        let alone = signs.next().is_none_or(|sign| !sign.is_alphanumeric());
        return match letter {
            'A' if alone => Some("DoD-Dist-A"),
            'B'..='F' | 'X' if alone => Some(OTHER),
            _ => None,
        };
    }
    NAMES.iter().find_map(|(name, kind)| {
        let rest = line.strip_prefix(name)?.strip_prefix(' ')?;
        let rest = rest.strip_prefix("NOTICE").or_else(|| rest.strip_prefix("WARNING"))?;
        (rest.is_empty() || rest.starts_with([':', '.', '*', '_', ' '])).then_some(*kind)
    })
}

/// A distribution statement other than A: it is told apart from the text, and not written out.
pub(super) const OTHER: &str = "DoD-Dist";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_is_known_by_the_words_it_begins_with() {
        for (text, kind) in [
            ("FISA WARNING: This document …", Some("FISA")),
            ("RESTRICTED DATA NOTICE: …", Some("RD")),
            ("FORMERLY RESTRICTED DATA NOTICE\nmore", Some("FRD")),
            ("**LIMDIS NOTICE:** …", Some("DS")),
            ("LES NOFORN NOTICE: …", Some("LES-NF")),
            ("DISTRIBUTION STATEMENT A. Approved.", Some("DoD-Dist-A")),
            ("DISTRIBUTION STATEMENT C. Some.", Some(OTHER)),
            ("FISA was passed in 1978.", None),
            ("RD NOTICEABLE", None),
            ("DISTRIBUTION STATEMENT Act", None),
        ] {
            assert_eq!(read(text), kind, "{text}");
        }
    }
}
