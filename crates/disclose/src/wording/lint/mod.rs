//! A look at any text for words that say more, or less, than the judgement behind them.
//!
//! The rules are those of the trade: Intelligence Community Directive 203 (likelihood and confidence apart, one row of
//! terms), and what follows from having a ladder at all (one ladder, no words beside it, no word that its number
//! contradicts). Each rule is a file with its cases beneath.
//!
//! What stands between quotation marks, or behind `>` in Markdown, is another's word, and no rule speaks of it: a
//! quotation is not to be improved. In a sentence that reports what somebody said without quoting it, hedges and absolutes are
//! only noted, since they may be theirs; where they are, the way out is to quote them.
//!
//! Everything is found in one pass over the words, in time that grows as the text does. No text is refused.

mod absolute;
mod basis;
mod bound;
mod clause;
mod contradiction;
mod double;
mod figure;
mod hedge;
mod ladder;
mod lexicon;
mod mixed;
mod negation;
mod number;
mod one_sentence;
mod quote;
mod sentence;
mod spoken;
mod stated;
mod text;
mod unsourced;

#[cfg(test)]
mod suite;

use std::fmt;

use record::span::Span;
use record::words::Ladder;
use serde::Serialize;

pub use self::contradiction::{About, Contradiction, contradiction};
use self::ladder::Tongue;
pub(super) use self::ladder::listed;
use self::text::Text;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Something to look at, which may be right.
    Note,
    /// Readers will take it for something else than was meant, or not know what was.
    Warning,
    /// A rule of the trade is broken, or the text contradicts itself.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// Something that a rule found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Where, in bytes of the text; never empty, and on boundaries of characters.
    pub span: Span,
    /// The rule, one of [`RULES`].
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, why, and the way out.
    pub message: String,
    /// What could stand in the place of the span.
    pub suggestion: Option<String>,
}

/// What a text is held to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Options {
    /// The ladder that its words stand on; where not given, the one that knows most of the words, and ICD 203 where
    /// several do.
    pub ladder: Option<Ladder>,
    /// Judgements that the text may speak of.
    pub judgements: Vec<Stated>,
}

/// A judgement by which sentences about the same thing are measured.
#[derive(Debug, Clone, PartialEq)]
pub struct Stated {
    /// What is judged: `Norland will send shells`. A sentence with all of its words that carry meaning speaks of it.
    pub text: String,
    /// How likely that is.
    pub probability: f64,
}

/// Every rule with what it asks for, in a few words.
pub const RULES: [(&str, &str); 10] = [
    (one_sentence::RULE, "likelihood and confidence never share a sentence"),
    (mixed::LADDERS, "one text has one ladder of probability words"),
    (mixed::ROWS, "one text keeps to one row of ICD 203's terms"),
    (absolute::RULE, "nothing is called certain, or without example, without saying why"),
    (number::RULE, "a word of likelihood fits the number, or the judgement, that it stands for"),
    (stated::RULE, "a number fits the judgement that it stands for"),
    (hedge::RULE, "how likely something is, is said in words that have a place on the ladder"),
    (double::RULE, "one hedge is enough"),
    (basis::RULE, "confidence says what it rests on"),
    (unsourced::RULE, "who believes or reports something is said"),
];

/// What the rules find in `text`, in the order of the text.
pub fn lint(text: &str, options: &Options) -> Vec<Finding> {
    let text = Text::new(text);
    let tongue = Tongue::of(&text, options.ladder);
    let mut found = Vec::new();
    one_sentence::find(&text, &mut found);
    mixed::find(&text, &tongue, &mut found);
    absolute::find(&text, &tongue, &mut found);
    number::find(&text, &tongue, &mut found);
    stated::find(&text, &tongue, &options.judgements, &mut found);
    hedge::find(&text, &tongue, &mut found);
    double::find(&text, &mut found);
    basis::find(&text, &mut found);
    unsourced::find(&text, &mut found);
    found.sort_by_key(|finding| (finding.span, finding.rule));
    found
}
