//! What the stages need to know of a language, as data: a second language is a second table, not a fork of the rules.

mod en;
pub mod times;

use record::reading::Stance;

pub use en::EN;

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
    /// Cues whose stance is not plain statement.
    pub cues: &'static [CueWord],
    /// Phrases by which an answer is refused or evaded.
    pub silences: &'static [&'static str],
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
    /// Words of time.
    pub times: &'static times::TimeTable,
}

/// Words that say what a source does with a content.
#[derive(Debug, Clone, Copy)]
pub struct CueWord {
    /// Their forms, in lower case, each with single spaces.
    pub forms: &'static [&'static str],
    /// What a source that uses it does with the content.
    pub stance: Stance,
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
