//! Corpora of names, as documents of given tokens.

pub mod conll;
pub mod gum;
pub mod re3d;
pub mod split;

use read::attribute::analysis::Analysis;
use read::model::ModelError;
use read::name::label::{self, ANY, OUTSIDE};
use read::name::{Name, NameKind};
use read::parse::Parser;
use read::segment::{Segments, Sentence};
use read::tag::Tagger;
use record::span::Span;

use crate::failure::Failure;

/// A document with its names.
#[derive(Debug, Clone, Default)]
pub struct Text {
    /// Its text: the tokens with a space between them, a line for each sentence.
    pub text: String,
    /// Its tokens as the corpus gives them.
    pub segments: Segments,
    /// The names, in their order.
    pub gold: Vec<Name>,
    /// What each token that is in no name may be, beside being in none: nothing, where the corpus can be trusted.
    pub open: Vec<u32>,
}

impl Text {
    /// Adds a sentence and gives the index of its first token.
    pub fn push(&mut self, words: &[&str]) -> usize {
        let first = self.segments.tokens.len();
        for word in words {
            let start = self.text.len();
            self.text.push_str(word);
            self.segments.tokens.push(Span::new(start, self.text.len()));
            self.text.push(' ');
            self.open.push(0);
        }
        if let Some(last) = self.segments.tokens.get(first..).and_then(<[Span]>::last) {
            let span = Span::new(self.segments.tokens[first].start, last.end);
            let (tokens, paragraph) = (first..self.segments.tokens.len(), self.segments.sentences.len());
            self.segments.sentences.push(Sentence { tokens, span, paragraph });
            self.text.push('\n');
        }
        first
    }

    /// The word of a token.
    pub fn word(&self, at: usize) -> &str {
        self.segments.tokens[at].of(&self.text)
    }

    /// What each token may be.
    pub fn sets(&self) -> Vec<u32> {
        let mut sets: Vec<u32> = self.open.iter().map(|open| 1 << OUTSIDE | open).collect();
        for name in &self.gold {
            let length = name.last + 1 - name.first;
            for (at, set) in sets[name.first..=name.last].iter_mut().enumerate() {
                *set = 1 << label::within(name.kind, at, length);
            }
        }
        sets
    }

    /// Lets every token that is in no name be part of one of these kinds.
    pub fn let_be(&mut self, kinds: &[NameKind]) {
        let set = kinds.iter().fold(0, |set, kind| set | label::set(*kind));
        self.open.iter_mut().for_each(|open| *open |= set);
    }

    /// Takes back a name: its tokens may be anything.
    pub fn doubt(&mut self, name: Name) {
        self.open[name.first..=name.last].fill(ANY);
    }
}

/// Parses documents.
pub struct Reader {
    tagger: Tagger<'static>,
    parser: Parser<'static>,
}

impl Reader {
    /// One with the tagger and the parser that are compiled in.
    ///
    /// # Errors
    /// If one of them cannot be opened.
    pub fn new() -> Result<Self, Failure> {
        let failed = |error: ModelError| Failure::new(error.to_string());
        Ok(Self { tagger: read::tag::embedded().map_err(failed)?, parser: read::parse::embedded().map_err(failed)? })
    }

    /// Tags and parses a document.
    pub fn read(&self, text: &str, segments: &Segments) -> Analysis {
        let quotes = read::attribute::quotes(text, segments);
        Analysis::of(text, segments, &quotes, &self.tagger, &self.parser)
    }
}
