//! What the stages before know of each token of a document, in flat tables that the features of attribution read.

use record::span::Span;

use crate::model::hash::folded;
use crate::parse::{Parsed, Parser, Rel};
use crate::segment::Segments;
use crate::tag::{Tag, Tagged, Tagger, Upos};

/// No token.
pub const NONE: u32 = u32::MAX;

/// The tokens of a document with all that is known of them. Indices are those of [`Segments::tokens`].
#[derive(Debug, Clone, Default)]
pub struct Analysis {
    /// The word, folded and hashed.
    pub word: Vec<u64>,
    /// The lemma, hashed.
    pub lemma: Vec<u64>,
    /// Parts of speech.
    pub tag: Vec<Tag>,
    /// The head within the document, [`NONE`] for the root of a sentence.
    pub head: Vec<u32>,
    /// The relation to the head.
    pub rel: Vec<Rel>,
    /// The first token of its subtree.
    pub first: Vec<u32>,
    /// The last token of its subtree.
    pub last: Vec<u32>,
    /// The quotation it stands in, counted from 1, marks included; 0 for none.
    pub quote: Vec<u16>,
    /// Whether it is the head of a cue; all false until cues were looked for.
    pub cue: Vec<bool>,
    lemmas: String,
    lemma_ends: Vec<usize>,
}

impl Analysis {
    /// Tags and parses every sentence.
    pub fn of(text: &str, segments: &Segments, quotes: &[Span], tagger: &Tagger<'_>, parser: &Parser<'_>) -> Self {
        let count = segments.tokens.len();
        let mut all = Self { quote: vec![0; count], cue: vec![false; count], ..Self::default() };
        // All is tagged before anything is parsed: one model at a time stays near the processor.
        let (mut tagged, mut parsed) = (Tagged::default(), Parsed::default());
        let words: Vec<&str> = segments.tokens.iter().map(|token| token.of(text)).collect();
        for sentence in &segments.sentences {
            let words = &words[sentence.tokens.clone()];
            tagger.tag(words, &mut tagged);
            all.push_tags(words, &tagged);
        }
        for sentence in &segments.sentences {
            parser.parse(&words[sentence.tokens.clone()], &all.tag[sentence.tokens.clone()], &mut parsed);
            all.push_tree(&parsed, sentence.tokens.start);
        }
        all.spread(segments);
        for (number, quote) in quotes.iter().enumerate() {
            let from = segments.tokens.partition_point(|token| token.start < quote.start);
            let to = segments.tokens.partition_point(|token| token.start < quote.end);
            all.quote[from..to].fill(u16::try_from(number + 1).unwrap_or(u16::MAX));
        }
        all
    }

    fn push_tags(&mut self, words: &[&str], tagged: &Tagged) {
        for (index, word) in words.iter().enumerate() {
            let lemma = tagged.lemma(index);
            // However it is typed, a quotation mark is one to the features.
            self.word.push(folded(if matches!(*word, "''" | "``") { "\"" } else { word }));
            self.lemma.push(folded(lemma));
            self.lemmas.push_str(lemma);
            self.lemma_ends.push(self.lemmas.len());
        }
        self.tag.extend_from_slice(tagged.tags());
    }

    fn push_tree(&mut self, parsed: &Parsed, start: usize) {
        let offset = u32::try_from(start).unwrap_or(NONE);
        let heads = parsed.heads().iter();
        self.head.extend(heads.map(|head| head.map_or(NONE, |head| offset + u32::try_from(head).unwrap_or(0))));
        self.rel.extend_from_slice(parsed.rels());
    }

    /// Works out how far each subtree reaches.
    fn spread(&mut self, segments: &Segments) {
        let count = u32::try_from(self.word.len()).unwrap_or(NONE);
        self.first = (0..count).collect();
        self.last = (0..count).collect();
        for sentence in &segments.sentences {
            for token in sentence.tokens.clone() {
                let mut at = self.head[token];
                // A tree over n tokens has no path longer than n.
                for _ in 0..sentence.tokens.len() {
                    let Some(slot) = self.first.get_mut(at as usize) else { break };
                    let token = token as u32;
                    let wider = token < *slot || token > self.last[at as usize];
                    *slot = (*slot).min(token);
                    self.last[at as usize] = self.last[at as usize].max(token);
                    if !wider {
                        break;
                    }
                    at = self.head[at as usize];
                }
            }
        }
    }

    /// The lemma of a token.
    pub fn lemma_text(&self, token: usize) -> &str {
        let start = token.checked_sub(1).map_or(0, |before| self.lemma_ends[before]);
        self.lemmas.get(start..self.lemma_ends[token]).unwrap_or_default()
    }

    /// Whether the token is a verb or an auxiliary.
    pub fn is_verb(&self, token: usize) -> bool {
        matches!(self.tag[token].upos, Upos::Verb | Upos::Aux)
    }

    /// Whether the token is a mark.
    pub fn is_mark(&self, token: usize) -> bool {
        matches!(self.tag[token].upos, Upos::Punct | Upos::Sym)
    }
}
