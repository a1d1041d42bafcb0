//! What stands in protected material, sentence by sentence, in an order in which it is found.

use std::collections::{BTreeMap, HashMap};

use super::fold::{Gap, Word, words};
use super::language::{As, Language, WIDTH, alike, hash};
use super::stem::stem;
use super::token::{Kind, Token, tokens};

/// How many words in a row are a phrase.
pub(super) const RUN: usize = 5;

/// A sentence, taken apart.
#[derive(Debug, Clone)]
pub(super) struct Sentence {
    /// The number that whoever gave the text has for it.
    pub of: usize,
    /// Its words.
    pub words: Vec<Word>,
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// The hashes of the stems of all its words, in order.
    pub stems: Vec<u32>,
    /// What it is about: each stem that says something, once, with how much it tells.
    pub content: Vec<Content>,
}

/// A word that says something.
#[derive(Debug, Clone)]
pub(super) struct Content {
    /// The hash of its stem.
    pub stem: u32,
    /// How much it tells, in nats.
    pub weight: f64,
    /// Where it lies among words.
    pub vector: Option<&'static [u8; WIDTH]>,
}

impl Content {
    /// How near it comes to another: 1 for one stem, else by use, 0 for strangers.
    pub(super) fn near(&self, other: &Self) -> f64 {
        if self.stem == other.stem {
            return 1.0;
        }
        match (self.vector, other.vector) {
            (Some(one), Some(other)) => {
                let alike = alike(one, other);
                // Below this, words have no more in common than a subject.
                if alike < STRANGE { 0.0 } else { (alike * 1.3).min(0.95) }
            }
            _ => 0.0,
        }
    }
}

const STRANGE: f64 = 0.38;

impl Sentence {
    fn new(of: usize, words: Vec<Word>) -> Self {
        let language = Language::of_program();
        let tokens = tokens(&words);
        let stems = words.iter().map(|word| hash(&stem(&word.text))).collect();
        let mut content: Vec<Content> = Vec::new();
        for token in &tokens {
            let of = match token.kind {
                Kind::Word | Kind::Name | Kind::Code => token.stem.clone(),
                Kind::Number => format!("#{}", token.stem),
                Kind::Day | Kind::Hour | Kind::Pair | Kind::Run | Kind::Both => continue,
            };
            let key = hash(&of);
            if content.iter().any(|known| known.stem == key) {
                continue;
            }
            let weight = match token.kind {
                Kind::Number => number_weight(token),
                Kind::Name => language.weight(As::Name, &of).min(language.weight(As::Word, &of)),
                _ => language.weight(As::Word, &of),
            };
            let vector = words.get(token.words.start).and_then(|word| language.vector(&word.text));
            content.push(Content { stem: key, weight, vector });
        }
        Self { of, words, tokens, stems, content }
    }

    /// Where it lies as a whole.
    pub(super) fn place(&self) -> [f64; WIDTH] {
        let mut place = [0.0; WIDTH];
        for content in &self.content {
            if let Some(vector) = content.vector {
                for (sum, number) in place.iter_mut().zip(vector) {
                    *sum += content.weight * f64::from(number.cast_signed());
                }
            }
        }
        place
    }

    /// Hashes of every few words in a row, in order.
    pub(super) fn runs(&self) -> impl Iterator<Item = u64> + '_ {
        self.stems.windows(RUN).map(|run| {
            run.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, stem| {
                (hash ^ u64::from(*stem)).wrapping_mul(0x0000_0100_0000_01b3)
            })
        })
    }

    /// How much all of it tells.
    pub(super) fn weight(&self) -> f64 {
        self.content.iter().map(|content| content.weight).sum()
    }
}

/// How much a number tells: small and round ones hardly anything.
pub(super) fn number_weight(token: &Token) -> f64 {
    let Some(value) = token.values.first() else { return 0.0 };
    let is_year = value.fract() == 0.0 && (1900.0..2100.0).contains(value) && token.words.len() == 1;
    match value {
        _ if is_year => 0.0,
        value if *value <= 12.0 && value.fract() == 0.0 => 1.5,
        value if *value <= 1_000.0 && value % 10.0 == 0.0 => 3.5,
        _ => 6.0,
    }
}

/// The sentences of a text.
pub(super) fn sentences(text: &str, of: usize) -> Vec<Sentence> {
    let mut all = Vec::new();
    let mut open: Vec<Word> = Vec::new();
    for word in words(text) {
        if word.before == Gap::Sentence && !open.is_empty() && !goes_on(&open) {
            all.push(Sentence::new(of, std::mem::take(&mut open)));
        }
        open.push(word);
    }
    if !open.is_empty() {
        all.push(Sentence::new(of, open));
    }
    all
}

/// Whether a point behind these words belongs to an abbreviation.
fn goes_on(words: &[Word]) -> bool {
    words.last().is_some_and(|last| {
        last.is_capital
            && (last.text.len() == 1
                || matches!(
                    last.text.as_str(),
                    "mr" | "mrs" | "ms" | "dr" | "col" | "gen" | "lt" | "capt" | "sgt" | "maj" | "st" | "no"
                ))
    })
}

/// All protected material.
#[derive(Debug, Default)]
pub struct Secrets {
    pub(super) sentences: Vec<Sentence>,
    /// Where the keys of tokens stand: the sentence and the token.
    keys: HashMap<u32, Vec<(u32, u32)>>,
    /// Where stems stand that say something.
    stems: HashMap<u32, Vec<u32>>,
    /// Where words stand in a row, by the hash of the run.
    runs: HashMap<u64, Vec<u32>>,
    /// Where numbers stand, by their bits, which for positive ones are in order.
    numbers: BTreeMap<u64, Vec<(u32, u32)>>,
    /// The words among which a line's words look for their like, each once.
    known: Vec<Content>,
}

impl Secrets {
    /// Puts in a text; `of` is given back with what is found.
    pub fn add(&mut self, text: &str, of: usize) {
        for sentence in sentences(text, of) {
            let number = u32::try_from(self.sentences.len()).unwrap_or(u32::MAX);
            for (at, token) in (0_u32..).zip(&sentence.tokens) {
                for key in &token.keys {
                    self.keys.entry(*key).or_default().push((number, at));
                }
                for value in token.values.iter().filter(|value| **value > 0.0) {
                    self.numbers.entry(value.to_bits()).or_default().push((number, at));
                }
            }
            for run in sentence.runs() {
                self.runs.entry(run).or_default().push(number);
            }
            for content in &sentence.content {
                let stands = self.stems.entry(content.stem).or_default();
                if stands.is_empty() {
                    self.known.push(content.clone());
                }
                stands.push(number);
            }
            self.sentences.push(sentence);
        }
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.sentences.is_empty()
    }

    /// The tokens that one of these keys leads to, with their sentences.
    pub(super) fn of_keys<'s>(&'s self, keys: &'s [u32]) -> impl Iterator<Item = (&'s Sentence, &'s Token)> {
        keys.iter().filter_map(|key| self.keys.get(key)).flatten().filter_map(|at| self.at(*at))
    }

    /// The numbers of the texts in which words stand in a row like this.
    pub(super) fn of_run(&self, run: u64) -> Vec<usize> {
        let sentences = self.runs.get(&run).into_iter().flatten();
        let mut of: Vec<usize> = sentences
            .filter_map(|number| self.sentences.get(usize::try_from(*number).ok()?))
            .map(|sentence| sentence.of)
            .collect();
        of.sort_unstable();
        of.dedup();
        of
    }

    /// The numbers between two.
    pub(super) fn numbers(&self, low: f64, high: f64) -> impl Iterator<Item = (&Sentence, &Token)> {
        let range = low.max(0.0).to_bits()..=high.max(0.0).to_bits();
        self.numbers.range(range).flat_map(|(_, all)| all).filter_map(|at| self.at(*at))
    }

    fn at(&self, (sentence, token): (u32, u32)) -> Option<(&Sentence, &Token)> {
        let sentence = self.sentences.get(usize::try_from(sentence).ok()?)?;
        Some((sentence, sentence.tokens.get(usize::try_from(token).ok()?)?))
    }

    /// The sentences that most of what a sentence is about comes near to, by number, the nearest first; and for a word that
    /// was looked for its like among all, so that it is looked for once.
    pub(super) fn near(&self, sentence: &Sentence, likes: &mut Likes, most: usize) -> Vec<usize> {
        let mut sums: HashMap<u32, f64> = HashMap::new();
        for content in sentence.content.iter().filter(|content| content.weight > 1.5) {
            for (like, near) in likes.of(content, &self.known) {
                for number in self.stems.get(like).into_iter().flatten().take(FAR) {
                    *sums.entry(*number).or_default() += content.weight * near;
                }
            }
        }
        let mut sums: Vec<(u32, f64)> = sums.into_iter().collect();
        sums.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        sums.truncate(most);
        sums.into_iter().filter_map(|(number, _)| usize::try_from(number).ok()).collect()
    }
}

/// A word that stands in more sentences than this does not tell where one came from.
const FAR: usize = 2_000;

/// The likes of words, once they were looked for.
#[derive(Debug, Default)]
pub(super) struct Likes {
    known: HashMap<u32, Vec<(u32, f64)>>,
}

impl Likes {
    fn of(&mut self, content: &Content, all: &[Content]) -> &[(u32, f64)] {
        self.known.entry(content.stem).or_insert_with(|| {
            let mut near: Vec<(u32, f64)> =
                all.iter().map(|other| (other.stem, content.near(other))).filter(|(_, near)| *near > 0.0).collect();
            near.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
            near.truncate(24);
            near
        })
    }
}
