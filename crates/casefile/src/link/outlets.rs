//! Outlets by their names, and where a text says that it has something from one.

use std::collections::BTreeMap;

/// Agencies and outlets that others cite most, each under the name that stands for it, with other names. A name of few
/// letters counts only as it stands here, in capitals.
const KNOWN: [(&str, &[&str]); 40] = [
    ("Agence France-Presse", &["AFP"]),
    ("Al Jazeera", &[]),
    ("Associated Press", &["AP"]),
    ("Axios", &[]),
    ("BBC", &["British Broadcasting Corporation", "BBC News"]),
    ("Bild", &[]),
    ("Bloomberg", &["Bloomberg News"]),
    ("CBS", &["CBS News", "Face the Nation"]),
    ("CNBC", &[]),
    ("CNN", &[]),
    ("Deutsche Presse-Agentur", &["dpa"]),
    ("Deutsche Welle", &["DW"]),
    ("Der Spiegel", &["Spiegel"]),
    ("Financial Times", &["FT"]),
    ("Fox News", &[]),
    ("Global Times", &[]),
    ("Guardian", &[]),
    ("Interfax", &[]),
    ("Kommersant", &[]),
    ("Kyiv Independent", &[]),
    ("Kyodo", &["Kyodo News"]),
    ("Le Monde", &[]),
    ("Meduza", &[]),
    ("NBC", &["NBC News"]),
    ("New York Times", &["NYT"]),
    ("Nikkei", &["Nikkei Asia"]),
    ("Politico", &[]),
    ("Radio Free Europe", &["RFE/RL"]),
    ("Reuters", &[]),
    ("RIA Novosti", &["RIA"]),
    ("Sky News", &[]),
    ("South China Morning Post", &["SCMP"]),
    ("TASS", &["Tass"]),
    ("Telegraph", &["Daily Telegraph"]),
    ("Times of London", &[]),
    ("ABC", &["ABC News"]),
    ("Voice of America", &["VOA"]),
    ("Wall Street Journal", &["WSJ"]),
    ("Washington Post", &[]),
    ("Xinhua", &[]),
];

/// The outlets that can be cited: those that are known everywhere, and those of the case.
#[derive(Debug, Clone, Default)]
pub struct Outlets {
    /// By each name the one that stands for it.
    names: BTreeMap<String, String>,
}

impl Outlets {
    /// The known outlets with those of the documents at hand.
    pub fn with<'o>(own: impl Iterator<Item = &'o str>) -> Self {
        let mut names = BTreeMap::new();
        for (name, others) in KNOWN {
            for one in [name].iter().chain(others) {
                names.insert((*one).to_owned(), name.to_owned());
            }
        }
        for outlet in own {
            let outlet = bare(outlet);
            // A single short word is too often another thing.
            if outlet.split(' ').count() > 1 || outlet.len() > 6 {
                names.entry(outlet.to_owned()).or_insert_with(|| outlet.to_owned());
            }
        }
        Self { names }
    }

    /// The outlet that goes by this name, if there is one.
    pub fn named(&self, name: &str) -> Option<&str> {
        self.names.get(bare(name)).map(String::as_str)
    }

    /// The outlets that a text says it has something from: "according to the Wall Street Journal", "told CNN", "Reuters
    /// reported", in the order of their names.
    pub fn cited(&self, text: &str) -> Vec<&str> {
        let mut found: Vec<&str> = self
            .names
            .iter()
            .filter(|(name, _)| text.match_indices(name.as_str()).any(|(at, _)| is_cited(text, at, name)))
            .map(|(_, stands)| stands.as_str())
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// A name without its article.
fn bare(name: &str) -> &str {
    let name = name.trim();
    name.strip_prefix("The ").or_else(|| name.strip_prefix("the ")).unwrap_or(name)
}

/// What stands before a name where something comes from it.
const BEFORE: [&str; 14] = [
    "according to",
    "told",
    "by",
    "to",
    "in",
    "with",
    "from",
    "on",
    "of",
    "cited",
    "citing",
    "quoted",
    "quoting",
    "via",
];
/// Those of them that may stand a few words before it: "according to the German magazine".
const FARTHER: [&str; 6] = ["according to", "told", "citing", "cited", "quoting", "quoted"];
/// What stands behind it, and is no verb of saying.
const BEHIND: [&str; 6] = ["quoted", "report", "interview", "that", "broadcast", "published"];

/// The verbs of saying that stand behind it.
const SAYING: [&str; 11] =
    ["reported", "reports", "said", "says", "wrote", "writes", "cited", "citing", "revealed", "learned", "learnt"];
/// What may stand between an outlet and that it reports.
const AUXILIARY: [&str; 9] = ["", "has", "have", "had", "first", "also", "previously", "earlier", "later"];
/// What is done by an outlet from which something is.
const BY: [&str; 10] =
    ["reported", "published", "obtained", "seen", "reviewed", "quoted", "cited", "viewed", "told", "broadcast"];
/// What a report is called that is not believed.
const FALSE: [&str; 7] = ["baseless", "false", "fake", "untrue", "groundless", "unfounded", "fabricated"];
/// What is done to a report that is not believed.
const DENIED: [&str; 14] = [
    "denied",
    "denies",
    "deny",
    "denying",
    "rejected",
    "rejects",
    "rejecting",
    "dismissed",
    "dismisses",
    "dismissing",
    "disputed",
    "disputes",
    "refuted",
    "refutes",
];

fn is_cited(text: &str, at: usize, name: &str) -> bool {
    let (before, behind) = (text.get(..at).unwrap_or_default(), text.get(at + name.len()..).unwrap_or_default());
    let within = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
    if within(before.chars().next_back()) || within(behind.chars().next()) {
        return false;
    }
    // The tag of an agency, at the head of a report.
    if before.ends_with('(') && behind.starts_with(')') {
        return true;
    }
    let before = before.trim_end_matches(['"', '\u{201c}', '\u{2018}', ' ']);
    let before = before.strip_suffix(" the").or_else(|| before.strip_suffix(" The")).unwrap_or(before);
    let ends = BEFORE.iter().any(|word| {
        before.len() >= word.len()
            && before.is_char_boundary(before.len() - word.len())
            && before[before.len() - word.len()..].eq_ignore_ascii_case(word)
            && !within(before[..before.len() - word.len()].chars().next_back())
    });
    let mut words: Vec<&str> = before.rsplit(' ').take(5).collect();
    words.reverse();
    let last = words.join(" ").to_lowercase();
    let near = last.rsplit(['.', ',', ';', ':']).next().unwrap_or_default();
    let ends = ends || FARTHER.iter().any(|word| near.split_once(word).is_some_and(|(_, rest)| rest.starts_with(' ')));
    let behind = behind.strip_prefix("\u{2019}s").or_else(|| behind.strip_prefix("'s")).unwrap_or(behind);
    let behind = behind.trim_start_matches(['"', '\u{201d}', '\u{2019}', ' ', ',']);
    let mut later = behind.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !AUXILIARY.contains(word));
    let next = later.next().unwrap_or_default();
    let sentence = behind.split(['.', '!', '?']).next().unwrap_or_default();
    let denied_behind = sentence.split([' ', ',']).any(|word| DENIED.contains(&word) || FALSE.contains(&word));
    if denied_behind && matches!(next, "report" | "story" | "article") {
        return false;
    }
    // "Photo by Reuters", "a request by Reuters": something was reported by it, or nothing is said to be from it.
    let by = before.strip_suffix(" by").map(|rest| rest.rsplit(' ').next().unwrap_or_default());
    let ends = ends && by.is_none_or(|word| BY.contains(&word));
    // "Denied a report in the Herald", "rejected the Herald report": whoever denies it does not have it from there.
    if near.split(' ').any(|word| DENIED.contains(&word)) && !SAYING.contains(&next) {
        return FARTHER.iter().any(|word| near.contains(word));
    }
    ends || BEHIND.contains(&next) || SAYING.contains(&next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outlet_is_cited_where_something_comes_from_it() {
        let outlets = Outlets::with(["The Harbour Herald"].into_iter());
        let cited = |text: &str| outlets.cited(text).join(", ");
        assert_eq!(cited("Crates were seen, according to the Wall Street Journal."), "Wall Street Journal");
        assert_eq!(cited("LONDON (AP) \u{2014} Crates were seen."), "Associated Press");
        assert_eq!(
            cited("An aide told CNN, and the Harbour Herald reported, that they were seen."),
            "CNN, Harbour Herald"
        );
        assert_eq!(cited("The drones are bought, according to the German magazine Der Spiegel."), "Der Spiegel");
        assert_eq!(cited("He waited beneath the Guardian of the gate. CNNX said no."), "");
        assert_eq!(cited("Crates were seen, Bloomberg said. Markets fell."), "Bloomberg");
        assert_eq!(cited("Bloomberg says that crates were seen."), "Bloomberg");
        for words in ["has reported", "first reported", "previously reported", "revealed", "has learned"] {
            assert_eq!(cited(&format!("CNN {words} that crates were seen.")), "CNN", "{words}");
        }
        for text in [
            "The Reuters report was denied by the embassy.",
            "The embassy called a Reuters report that crates were seen baseless.",
            "Crates were seen. Photo by Reuters.",
            "The embassy left a request by Reuters without an answer.",
        ] {
            assert_eq!(cited(text), "", "{text}");
        }
        assert_eq!(cited("Crates were seen, as was reported by Reuters."), "Reuters");
        assert_eq!(cited("Both denied a report in the Financial Times."), "");
        assert_eq!(cited("The ministry dismissed the Financial Times report."), "");
        assert_eq!(cited("The ministry denied it, according to the Financial Times."), "Financial Times");
        assert_eq!(cited("He spoke on CBS\u{2019}s \u{201c}Face the Nation\u{201d}."), "CBS");
    }

    #[test]
    fn names_are_one_outlet_with_and_without_article_and_in_short() {
        let outlets = Outlets::with([].into_iter());
        assert_eq!(outlets.named("WSJ"), outlets.named("The Wall Street Journal"));
        assert_eq!(outlets.named("CBS News"), Some("CBS"));
        assert_eq!(outlets.named("Village Voice"), None);
    }
}
