//! What the stages need to know of a language, as data: a second language is a second table, not a fork of the rules.

mod en;

use std::sync::OnceLock;

use record::reading::Stance;

pub use self::en::EN;
use crate::attribute::pattern::{Class, Patterns};

/// The tables of one language.
#[derive(Debug)]
pub struct Language {
    /// Its ISO 639-1 code.
    pub code: &'static str,
    /// Words that keep their full stop, in lower case without it.
    pub abbreviations: &'static [&'static str],
    /// Abbreviations that stand before a name, and so never end a sentence.
    pub titles: &'static [&'static str],
    /// Words with a capital that begin a sentence and no name.
    pub starters: &'static [&'static str],
    /// Words that patterns speak of by one name.
    pub classes: &'static [Class],
    /// What a source does with a content, by the words it is told in; what stands first is taken first.
    pub frames: &'static [&'static [Frame]],
    /// Words that make of a statement a denial, a refusal to speak or an evasion, where what is said begins with them.
    pub replies: &'static [Reply],
    /// Words of speech.
    pub speech: &'static [&'static str],
    /// Words that make a statement less than flat.
    pub hedges: &'static [HedgeWord],
    /// Nouns for people who speak without a name, in lower case.
    pub unnamed: &'static [&'static str],
    /// Nouns for bodies that speak.
    pub bodies: &'static [&'static str],
    /// Nouns for documents that speak.
    pub papers: &'static [&'static str],
    /// The tables of phrases, compiled when they are first asked for.
    pub compiled: OnceLock<Phrases>,
}

/// The phrases of a language, ready to be looked up.
#[derive(Debug)]
pub struct Phrases {
    /// The frames; an entry is the number of a row of [`Phrases::rows`].
    pub frames: Patterns,
    /// The rows of [`Language::frames`] in one table.
    pub rows: Vec<Frame>,
    /// The replies; an entry is a row of [`Language::replies`].
    pub replies: Patterns,
}

/// Words in which a source does something with a content.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// What it does.
    pub stance: Stance,
    /// The words, as [`crate::attribute::pattern`] writes them.
    pub words: &'static str,
    /// What follows where they stand.
    pub surety: Surety,
}

/// Whether words are an attribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Surety {
    /// They are one wherever they stand.
    Sure,
    /// They say its stance where the model finds one.
    WhereFound,
    /// They look like one, and are none.
    Miss,
}

/// Words in what is said.
#[derive(Debug, Clone, Copy)]
pub struct Reply {
    /// What the source does by them.
    pub stance: Stance,
    /// The words, as [`crate::attribute::pattern`] writes them.
    pub words: &'static str,
}

/// Hedging words and the band of probability that readers take from them.
#[derive(Debug, Clone, Copy)]
pub struct HedgeWord {
    /// The words, in lower case.
    pub words: &'static str,
    /// The lower end of the band, 0 to 1.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Language {
    /// Its phrases.
    pub fn phrases(&self) -> &Phrases {
        self.compiled.get_or_init(|| {
            let rows: Vec<Frame> = self.frames.iter().copied().flatten().copied().collect();
            Phrases {
                frames: Patterns::compile(rows.iter().map(|row| row.words), self.classes),
                rows,
                replies: Patterns::compile(self.replies.iter().map(|row| row.words), self.classes),
            }
        })
    }

    /// Whether `word`, with its full stop, is an abbreviation.
    pub fn is_abbreviation(&self, word: &str) -> bool {
        let Some(stem) = word.strip_suffix('.') else { return false };
        let letters = stem.chars().filter(|character| character.is_alphabetic()).count();
        let initials = letters > 0
            && stem.split('.').all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic));
        // `I.` ends a sentence more often than it stands for a name.
        (initials && stem != "I") || self.lists(self.abbreviations, stem) || self.lists(self.titles, stem)
    }

    /// Whether the abbreviation `word` stands before a name.
    pub fn is_title(&self, word: &str) -> bool {
        word.strip_suffix('.').is_some_and(|stem| {
            self.lists(self.titles, stem) || (stem.chars().count() == 1 && stem.chars().all(char::is_uppercase))
        })
    }

    /// Whether a capital at `word` is that of a sentence, and not of a name.
    pub fn starts_sentences(&self, word: &str) -> bool {
        self.lists(self.starters, word)
    }

    /// Whether `word` alone tells of speech.
    pub fn is_speech(&self, word: &str) -> bool {
        self.lists(self.speech, word)
    }

    fn lists(&self, list: &[&str], word: &str) -> bool {
        list.iter().any(|entry| entry.eq_ignore_ascii_case(word))
    }
}
