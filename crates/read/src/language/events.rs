//! What tells events: which words are triggers of which root, in which mode and context, and what words above an event
//! make of it.

use super::lexicon::Lexicon;
use crate::certainty::clause::WordSet;
use crate::event::{Context, Root, Status};

/// Words that tell of an event: their root and mode, and the words as [`crate::attribute::pattern`] writes them, the first
/// being the predicate. What stands first is taken first.
pub type TriggerTable = (Root, Option<&'static str>, &'static [&'static str]);

/// The tables of one language that tell of events.
#[derive(Debug)]
pub struct Events {
    /// Triggers; a table that stands before another is asked before it.
    pub triggers: &'static [&'static [TriggerTable]],
    /// Verbs that mean little but that something is done, when what they govern is an event: *launch* an attack.
    pub light: &'static [&'static str],
    /// Nouns that mean little behind one that names an event: mediation *efforts*.
    pub vague: &'static [&'static str],
    /// Auxiliaries that say that something has to be done.
    pub must: &'static [&'static str],
    /// Prepositions behind which the target surely stands.
    pub surely: &'static [&'static str],
    /// Prepositions behind which the target stands, the likeliest first.
    pub toward: &'static [&'static str],
    /// Prepositions behind which the target of an event of a root stands before all others.
    pub prefer: &'static [(Root, &'static [&'static str])],
    /// Prepositions of the place whose authorities do something where nobody else is named.
    pub whose: &'static [&'static str],
    /// Prepositions of place.
    pub at: &'static [&'static str],
    /// Verbs and nouns of what several do with one another.
    pub mutual: Lexicon<()>,
    /// Words by which any deed is one of those who are joined towards one another: *each other*.
    pub reciprocal: Lexicon<()>,
    /// What a predicate above an event makes of it, by its lemma, with its particle where it has one.
    pub above: Lexicon<Status>,
    /// Verbs that say no more than that their subject takes place, by their lemma, with their object where they have one.
    pub happens: Lexicon<()>,
    /// Verbs of means: who *uses* something to do a thing does it.
    pub uses: Lexicon<()>,
    /// Predicates that say whether what is below them is so.
    pub truth: Lexicon<bool>,
    /// Words before an event that did not take place: *without* an attack.
    pub lacks: Lexicon<()>,
    /// Words before an infinitive that still lies ahead: has *yet* to.
    pub awaits: Lexicon<()>,
    /// Words that begin a clause and leave it open: *if*.
    pub conditions: Lexicon<()>,
    /// Words of a context.
    pub contexts: Lexicon<Context>,
}

/// The same, ready to be looked up.
#[derive(Debug)]
pub struct EventWords {
    /// [`Events::light`].
    pub light: WordSet,
    /// [`Events::toward`], in their order.
    pub toward: Vec<u64>,
    /// [`Events::at`].
    pub at: WordSet,
    /// [`Events::whose`].
    pub whose: WordSet,
    /// [`Events::vague`].
    pub vague: WordSet,
    /// [`Events::must`].
    pub must: WordSet,
    /// [`Events::surely`].
    pub surely: WordSet,
}
