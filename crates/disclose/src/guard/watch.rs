//! A release laid beside what is protected and what is open.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::meaning;
use super::rounded;
use super::same::{is_common, is_famous, is_same, weight};
use super::secret::{Likes, RUN, Secrets, Sentence, sentences};
use super::token::{Kind, Token};

/// How surely something is the same as what is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// The very token, however it is written, inflected or transliterated; or five words in a row.
    Same,
    /// Near it: a number that was rounded or converted, the words of a phrase in another order.
    Near,
    /// Its meaning in other words.
    Meaning,
}

/// Something of a release that stands only in protected material.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// How surely.
    pub tier: Tier,
    /// Where it stands in the line, in bytes.
    pub span: Range<usize>,
    /// The protected texts in which it stands, by the number that they were put in with.
    pub of: Vec<usize>,
}

/// The lines of a release, with what they share with protected material. Everything open is to be shown to it before it is
/// asked what was found.
#[derive(Debug)]
pub struct Watch<'s> {
    secrets: &'s Secrets,
    lines: Vec<Vec<Seen>>,
    /// Keys of all tokens of the lines; only these are looked for in what is open.
    wanted: HashSet<u32>,
    /// Stems of the lines that say something.
    content: HashSet<u32>,
    /// Tokens of what is open, by key.
    open: HashMap<u32, Vec<Token>>,
    /// Numbers of what is open, with what they count.
    numbers: Vec<(f64, String)>,
    /// Runs of words of the lines, and those of them that stand in something open.
    runs: HashSet<u64>,
    open_runs: HashSet<u64>,
    /// Sentences of what is open that have something in common with a line.
    near: Vec<Sentence>,
}

#[derive(Debug)]
struct Seen {
    sentence: Sentence,
    /// Sentences that are protected and come near it, by number.
    near: Vec<usize>,
}

/// How much a phrase must tell, in nats.
const PHRASE: f64 = 7.0;
/// How much must be told of two words beside each other by those that nothing open has, in nats.
const UNTOLD: f64 = 4.0;
/// Words before names that are no part of them.
const OFFICES: [&str; 30] = [
    "mr",
    "mrs",
    "ms",
    "dr",
    "sir",
    "lord",
    "lady",
    "professor",
    "president",
    "minister",
    "secretary",
    "ambassador",
    "general",
    "colonel",
    "major",
    "captain",
    "lieutenant",
    "sergeant",
    "admiral",
    "commander",
    "commodore",
    "brigadier",
    "director",
    "governor",
    "senator",
    "mayor",
    "prince",
    "king",
    "queen",
    "deputy",
];
/// Words of the names of bodies that everybody knows.
const BODIES: [&str; 12] = [
    "red", "cross", "crescent", "united", "nations", "european", "union", "african", "security", "council", "world",
    "bank",
];
/// How many protected sentences are laid beside one of the release.
const NEAREST: usize = 12;

impl<'s> Watch<'s> {
    /// Looks a release over. A line may have several sentences.
    pub fn new<'t>(secrets: &'s Secrets, lines: impl IntoIterator<Item = &'t str>) -> Self {
        let mut watch = Self {
            secrets,
            lines: Vec::new(),
            wanted: HashSet::new(),
            content: HashSet::new(),
            open: HashMap::new(),
            numbers: Vec::new(),
            runs: HashSet::new(),
            open_runs: HashSet::new(),
            near: Vec::new(),
        };
        let mut likes = Likes::default();
        for line in lines {
            let mut seen = Vec::new();
            for sentence in sentences(line, 0) {
                let near = secrets.near(&sentence, &mut likes, NEAREST);
                watch.wanted.extend(sentence.tokens.iter().flat_map(|token| &token.keys));
                watch.content.extend(sentence.content.iter().map(|content| content.stem));
                watch.runs.extend(sentence.runs());
                seen.push(Seen { sentence, near });
            }
            watch.lines.push(seen);
        }
        watch
    }

    /// Takes note of something that the audience may read already.
    pub fn open(&mut self, text: &str) {
        for sentence in sentences(text, 0) {
            for token in &sentence.tokens {
                for key in token.keys.iter().filter(|key| self.wanted.contains(key)) {
                    self.open.entry(*key).or_default().push(token.clone());
                }
                self.numbers.extend(token.values.iter().map(|value| (*value, token.unit.clone())));
            }
            self.open_runs.extend(sentence.runs().filter(|run| self.runs.contains(run)));
            let shared = sentence.content.iter().filter(|content| self.content.contains(&content.stem)).count();
            if shared > 0 {
                self.near.push(sentence);
            }
        }
    }

    /// What was found in each line, in the order of the line.
    pub fn found(&self) -> Vec<Vec<Found>> {
        self.lines.iter().map(|line| line.iter().flat_map(|seen| self.of(seen)).collect()).collect()
    }

    fn of(&self, seen: &Seen) -> Vec<Found> {
        let mut found = self.tokens(seen);
        found.extend(self.phrases(seen));
        found.extend(rounded::found(self.secrets, &seen.sentence, &self.numbers));
        let near = seen.near.iter().filter_map(|at| self.secrets.sentences.get(*at));
        let known: HashSet<u32> = seen
            .sentence
            .tokens
            .iter()
            .filter(|token| token.kind == Kind::Name && (self.is_open(token) || self.is_part_of_open(seen, token)))
            .map(|token| super::language::hash(&token.stem))
            .collect();
        found.extend(meaning::found(near, &seen.sentence, &self.near, &known));
        found.sort_by_key(|one| (one.span.start, one.tier, one.span.end));
        found
    }

    /// Whether a token stands in something that is open.
    fn is_open(&self, token: &Token) -> bool {
        token.keys.iter().filter_map(|key| self.open.get(key)).flatten().any(|other| {
            // A name is known by a name, and not by a word that looks like it.
            let names =
                token.kind != Kind::Name || !token.is_name_here || other.kind == Kind::Name || other.stem != token.stem;
            names && is_same(token, other)
        })
    }

    fn tokens(&self, seen: &Seen) -> Vec<Found> {
        let mut all = Vec::new();
        for token in &seen.sentence.tokens {
            if is_common(token, &seen.sentence.words) || self.is_open(token) {
                continue;
            }
            // A part of a name that is open in another spelling is open.
            if matches!(token.kind, Kind::Name | Kind::Word | Kind::Pair | Kind::Both)
                && self.is_part_of_open(seen, token)
            {
                continue;
            }
            match token.kind {
                // Two names that are known each by itself tell no more together, and an office tells nothing of who holds it.
                Kind::Pair | Kind::Run if self.parts(seen, token).all(|part| self.is_known(part, seen)) => continue,
                Kind::Both if self.parts(seen, token).all(|part| is_of_body(part, seen)) => continue,
                Kind::Both if self.untold(seen, token) < UNTOLD => continue,
                _ => {}
            }
            let mut of: Vec<usize> = self
                .secrets
                .of_keys(&token.keys)
                .filter(|(_, other)| is_same(token, other))
                .map(|(sentence, _)| sentence.of)
                .collect();
            of.sort_unstable();
            of.dedup();
            if !of.is_empty() {
                all.push(Found { tier: Tier::Same, span: token.span.clone(), of });
            }
        }
        all
    }

    /// Whether a name stands in a run of names that is open.
    fn is_part_of_open(&self, seen: &Seen, name: &Token) -> bool {
        let within = |run: &&Token| {
            run.kind == Kind::Run && run.words.start <= name.words.start && name.words.end <= run.words.end
        };
        let runs = seen.sentence.tokens.iter().filter(within);
        runs.into_iter().any(|run| self.is_open(run))
    }

    /// The tokens of single words that a token of two is made of.
    fn parts<'t>(&self, seen: &'t Seen, both: &'t Token) -> impl Iterator<Item = &'t Token> {
        seen.sentence.tokens.iter().filter(|token| {
            matches!(token.kind, Kind::Name | Kind::Word | Kind::Number)
                && token.words.len() == 1
                && both.words.contains(&token.words.start)
        })
    }

    fn is_known(&self, part: &Token, seen: &Seen) -> bool {
        let word = seen.sentence.words.get(part.words.start).map_or("", |word| word.text.as_str());
        self.is_open(part)
            || is_of_body(part, seen)
            || self.is_part_of_open(seen, part)
            || is_famous(part)
            || OFFICES.contains(&word)
    }

    /// How much those of two words tell that nothing open has.
    fn untold(&self, seen: &Seen, both: &Token) -> f64 {
        let language = super::language::Language::of_program();
        self.parts(seen, both).filter(|part| !self.is_open(part)).map(|part| weight(&part.stem, &language)).sum()
    }

    /// Words in a row that stand like this in something protected and in nothing open.
    fn phrases(&self, seen: &Seen) -> Vec<Found> {
        let mut all: Vec<Found> = Vec::new();
        for (at, run) in seen.sentence.runs().enumerate().filter(|(_, run)| !self.open_runs.contains(run)) {
            let of = self.secrets.of_run(run);
            let end = at.saturating_add(RUN);
            let stem = |word: usize| seen.sentence.stems.get(word);
            let told =
                seen.sentence.content.iter().filter(|content| (at..end).any(|word| stem(word) == Some(&content.stem)));
            if of.is_empty() || told.map(|content| content.weight).sum::<f64>() < PHRASE {
                continue;
            }
            let start = seen.sentence.words.get(at).map_or(0, |word| word.span.start);
            let stop = seen.sentence.words.get(end.saturating_sub(1)).map_or(start, |word| word.span.end);
            match all.iter_mut().find(|one| one.of == of && start <= one.span.end) {
                Some(one) => one.span.end = one.span.end.max(stop),
                None => all.push(Found { tier: Tier::Same, span: start..stop, of }),
            }
        }
        all
    }
}

/// Whether a word is part of the name of a body that everybody knows.
fn is_of_body(part: &Token, seen: &Seen) -> bool {
    let word = seen.sentence.words.get(part.words.start).map_or("", |word| word.text.as_str());
    part.is_name_here && BODIES.contains(&word)
}
