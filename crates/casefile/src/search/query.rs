//! What somebody types into a search: words, `"phrases"`, `-words` that must not stand there, and `OR`.

use serde::{Deserialize, Serialize};

use super::words::listed;

/// A search as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Search {
    /// The words, with `"phrases"`, `-words` that must not stand there, and `OR`; empty for whatever has the facets.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// Facets that it must have, each a key out of [`crate::FACETS`] and a value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facets: Vec<(String, String)>,
    /// In which order.
    #[serde(default)]
    pub sort: Sort,
}

/// In which order hits come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// Those first that speak of it most.
    #[default]
    Relevance,
    /// The newest first.
    Time,
}

/// A word or phrase, in words as they are indexed.
pub(crate) type Term = Vec<String>;

/// Words in the order of thinking: each group must be met by one of its terms, and none of `without` may stand there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Wanted {
    pub groups: Vec<Vec<Term>>,
    pub without: Vec<Term>,
}

/// Takes a search apart. Signs that are no words are passed over, so that whatever is typed means something.
pub(crate) fn parse(words: &str) -> Wanted {
    let mut wanted = Wanted::default();
    let mut or = false;
    let mut rest = words;
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return wanted;
        }
        let negative = rest.starts_with('-');
        if negative {
            rest = &rest[1..];
        }
        let quoted = rest.starts_with(['"', '\u{201c}', '\u{201d}']);
        let (piece, after) = if quoted {
            let inner = rest.strip_prefix(['"', '\u{201c}', '\u{201d}']).unwrap_or(rest);
            inner.split_once(['"', '\u{201c}', '\u{201d}']).unwrap_or((inner, ""))
        } else {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            rest.split_at(end)
        };
        rest = after;
        if piece == "OR" && !quoted && !negative {
            or = true;
            continue;
        }
        let term: Term = listed(piece);
        if term.is_empty() {
            continue;
        }
        match (negative, or, wanted.groups.last_mut()) {
            (true, ..) => wanted.without.push(term),
            (false, true, Some(group)) => group.push(term),
            _ => wanted.groups.push(vec![term]),
        }
        or = false;
    }
}

impl Wanted {
    /// As SQLite's full text search takes it, with the words that stand for facets.
    pub(crate) fn fts5(&self, facets: &[String]) -> String {
        let term = |term: &Term| format!("\"{}\"", term.join(" "));
        let mut all: Vec<String> = facets.iter().map(|token| format!("facets : \"{token}\"")).collect();
        for group in &self.groups {
            let any: Vec<String> = group.iter().map(term).collect();
            all.push(format!("{{title body}} : ({})", any.join(" OR ")));
        }
        let mut query = all.join(" AND ");
        if !self.without.is_empty() {
            let none: Vec<String> = self.without.iter().map(term).collect();
            query = format!("({query}) NOT ({{title body}} : ({}))", none.join(" OR "));
        }
        query
    }

    /// As PostgreSQL takes it, each word between quotation marks and so as it is, with the words that stand for facets.
    pub(crate) fn tsquery(&self, facets: &[String]) -> String {
        let term = |term: &Term| format!("({})", quoted(term).join(" <-> "));
        let without = self.without.iter().map(|one| format!("!{}", term(one)));
        quoted(facets).into_iter().chain(self.groups_by(term)).chain(without).collect::<Vec<_>>().join(" & ")
    }

    /// The same without what asks where words stand: whatever [`Self::tsquery`] could find in a document of which the index
    /// does not hold that is found by this too.
    pub(crate) fn loose_tsquery(&self, facets: &[String]) -> String {
        let groups = self.groups_by(|term| format!("({})", quoted(term).join(" & ")));
        quoted(facets).into_iter().chain(groups).collect::<Vec<_>>().join(" & ")
    }

    /// Each group with its terms written so.
    fn groups_by(&self, term: impl Fn(&Term) -> String) -> Vec<String> {
        self.groups
            .iter()
            .map(|group| format!("({})", group.iter().map(&term).collect::<Vec<_>>().join(" | ")))
            .collect()
    }

    /// Whether a document is one that is looked for, by its words. Facets are not looked at.
    pub(crate) fn is_met_by(&self, title: &str, text: &str) -> bool {
        let parts = [listed(title), listed(text)];
        let holds =
            |term: &Term| parts.iter().any(|words| words.windows(term.len()).any(|some| some == term.as_slice()));
        self.groups.iter().all(|group| group.iter().any(holds)) && !self.without.iter().any(holds)
    }

    /// All words that should stand there.
    pub(crate) fn words(&self) -> Vec<&str> {
        self.groups.iter().flatten().flatten().map(String::as_str).collect()
    }
}

/// Words as PostgreSQL takes them literally. None holds a quotation mark or a stroke, since those are no letters.
fn quoted(words: &[String]) -> Vec<String> {
    words.iter().map(|word| format!("'{word}'")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_phrases_alternatives_and_exclusions_are_told_apart() {
        let wanted = parse("\"lethal aid\" drones OR shells -Iran");
        assert_eq!(
            wanted.fts5(&[]),
            "({title body} : (\"lethal aid\") AND {title body} : (\"drone\" OR \"shell\")) NOT ({title body} : (\"iran\"))"
        );
        assert_eq!(
            wanted.tsquery(&["=0e1".to_owned()]),
            "'=0e1' & (('lethal' <-> 'aid')) & (('drone') | ('shell')) & !('iran')"
        );
        assert_eq!(wanted.loose_tsquery(&[]), "(('lethal' & 'aid')) & (('drone') | ('shell'))");
        assert_eq!(wanted.words(), ["lethal", "aid", "drone", "shell"]);
        assert!(wanted.is_met_by("Shells", "The lethal aid"));
        assert!(!wanted.is_met_by("Shells", "The lethal aid to Iran"));
        assert!(!wanted.is_met_by("Lethal", "aid: shells"), "a phrase does not go on from the title into the text");
    }

    #[test]
    fn what_the_database_would_take_for_its_own_is_words() {
        assert_eq!(parse("NEAR(a b) col:x* ^y").fts5(&[]).matches('"').count(), 8);
        assert_eq!(parse("\"").groups.len() + parse("- -- \"\" OR").groups.len(), 0);
        assert_eq!(parse("it's").groups, [[["it", "s"]]]);
    }
}
