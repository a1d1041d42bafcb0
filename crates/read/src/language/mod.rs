//! What the stages need to know of a language, as data: a second language is a second table, not a fork of the rules.

pub mod actors;
mod en;
pub mod events;
pub mod goods;
mod lexicon;
mod people;
mod sign;
pub mod times;
pub mod transfers;

use std::sync::OnceLock;

use record::reading::Stance;

pub use self::en::EN;
use self::events::{EventWords, Events};
pub use self::lexicon::Lexicon;
pub use self::people::{Determiner, Gender, NounSort, People, Pronoun};
pub use self::sign::{Sign, SignWords};
use crate::attribute::pattern::{Class, Patterns};
use crate::certainty::clause::WordSet;
use crate::event::Root;
use crate::model::hash::folded;

/// The tables of one language.
#[derive(Debug)]
pub struct Language {
    /// Its ISO 639-1 code.
    pub code: &'static str,
    /// Its name, in English.
    pub name: &'static str,
    /// Its most frequent words that few other languages have, by which a text is known to be in it.
    pub frequent: &'static [&'static str],
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
    /// Words that say whether an event took place.
    pub signs: &'static [SignWords],
    /// What tells who is meant.
    pub people: &'static People,
    /// What tells whose an actor is.
    pub actors: &'static actors::ActorWords,
    /// Cues by which a source says that it is not sure.
    pub cue_hedges: &'static [HedgeWord],
    /// The band of a statement without a hedge.
    pub flat: Band,
    /// Words that tell the stage of an action; what stands first is taken first.
    pub stages: &'static [StageTable],
    /// What nouns say of it where a content is nothing but such a noun with what hangs from it.
    pub stage_nouns: &'static [StageTable],
    /// Small closed classes of words.
    pub words: Words,
    /// What tells events.
    pub events: &'static Events,
    /// Words of time.
    pub times: &'static times::TimeTable,
    /// Names of goods.
    pub goods: &'static goods::GoodsTable,
    /// Words by which goods go from one to another.
    pub transfers: &'static transfers::TransferTable,
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
    /// The hedges; an entry is a row of [`Language::hedges`].
    pub hedges: Patterns,
    /// The hedges of cues; an entry is a row of [`Language::cue_hedges`].
    pub cue_hedges: Patterns,
    /// The words of stages; an entry is the number of a row of [`Phrases::stage_rows`].
    pub stages: Patterns,
    /// The rows of [`Language::stages`] in one table.
    pub stage_rows: Vec<(StageKind, &'static str)>,
    /// The nouns of stages; an entry is the number of a row of [`Phrases::noun_rows`].
    pub stage_nouns: Patterns,
    /// The rows of [`Language::stage_nouns`] in one table.
    pub noun_rows: Vec<(StageKind, &'static str)>,
    /// The triggers of events; an entry is the number of a row of [`Phrases::event_rows`].
    pub events: Patterns,
    /// Root and mode of the rows of [`Events::triggers`] in one table.
    pub event_rows: Vec<(Root, Option<&'static str>)>,
    /// Words around events.
    pub event_words: EventWords,
    /// The closed classes.
    pub words: WordSets,
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
    /// The words, as [`crate::attribute::pattern`] writes them.
    pub words: &'static str,
    /// The band.
    pub band: Band,
}

/// A band of probability.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// The lower end, 0 to 1.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// What a word says of the stage of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageKind {
    /// It is thought about; negated, it is not.
    Considered,
    /// It is not decided, whatever stands around the words.
    Undecided,
    /// It is decided; not decided, it is still thought about.
    Decided,
    /// It is decided; negated, that says nothing.
    Settled,
    /// It is made ready.
    Prepared,
    /// It has begun or goes on.
    UnderWay,
    /// It is finished.
    Done,
    /// It is stopped.
    Halted,
    /// No action.
    State,
    /// Nothing: the clause below tells.
    Through,
    /// Nothing, but the clause below lies ahead.
    Ahead,
    /// Nothing, and the clause below is only foreseen: who foresees it does not decide on it.
    Foreseen,
}

/// Words of one kind, as patterns.
pub type StageTable = (StageKind, &'static [&'static str]);

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// Small closed classes of words, as lemmas or forms.
        #[derive(Debug, Clone, Copy)]
        pub struct Words { $($(#[$doc])* pub $name: &'static [&'static str],)* }

        /// The same as sets of hashes.
        #[derive(Debug)]
        pub struct WordSets { $($(#[$doc])* pub $name: WordSet,)* }

        impl WordSets {
            fn of(words: &Words) -> Self {
                Self { $($name: WordSet::of(words.$name),)* }
            }
        }
    };
}

words! {
    /// Words that negate a predicate.
    not,
    /// Determiners that negate a noun.
    no,
    /// Pronouns that stand for nothing.
    none,
    /// Verbs that say that what is below them in the infinitive was not done.
    fail,
    /// Verbs below which an *-ing* form is over and done: "admitted losing".
    over,
    /// Verbs of saying, believing and showing that govern a clause.
    tells,
    /// Forms of such verbs that are hardly ever nouns.
    shows,
    /// Verbs by which something is said aloud, so that who does not do it has not said it.
    utters,
    /// Verbs of saying that need something said before, and so govern a clause less often.
    adds,
    /// The mark of a clause that is said to be so.
    said,
    /// Verbs of saying whose object is who is told.
    addresses,
    /// Verbs by which somebody is telephoned, or is called something.
    calls,
    /// Verbs of speaking to somebody, whatever is said.
    hails,
    /// Verbs by which something is bought, or somebody is told to do it.
    buys,
    /// Prepositions of where something comes from.
    origin,
    /// Words that begin a clause which hangs from another.
    subordinates,
    /// Verbs of asking, by which the occasion of an answer is told: "*asked* whether".
    asked,
    /// Words behind *not* that make no negation of the verb: "not *only* said".
    only,
    /// Titles before a name, as transcripts write them.
    titles,
    /// Marks of a clause that is said.
    that,
    /// Marks of an infinitive.
    to,
    /// Auxiliaries that make a condition where they stand before their subject: "*had* it sailed".
    inverts,
    /// Auxiliaries of the future.
    future,
    /// Auxiliaries of possibility.
    modal,
    /// Auxiliaries of the perfect.
    have,
    /// Auxiliaries of the progressive.
    be,
    /// Words that say that something has ended.
    longer,
    /// Nouns that a percentage may stand before.
    chance,
    /// What joins the two numbers of a share: "one *in* five".
    within,
    /// Hundredths, behind a number.
    percent,
    /// What somebody has who is sure, with how much of it.
    confidence,
    /// Verbs of coming to be seen, by which things also seem.
    appears,
    /// Words that begin a condition.
    conditions,
    /// The auxiliary of what depends on something.
    would,
    /// What stands before an act that was spoken of, where it is the subject of what would come of it.
    such,
    /// Pronouns for such an act.
    this,
    /// Verbs of effects: what they tell follows by itself, and nobody decides on it.
    effects,
    /// Verbs that assert a chance as they take it for their object.
    holds,
    /// Verbs that lend their subject to the clause below.
    raise,
    /// Verbs that tell of no action.
    states,
    /// Verbs that tell of none where they have no object.
    changes,
    /// Verbs whose past looks like their present.
    alike,
    /// Verbs in the base form that begin a sentence and order nothing: "*thank* you", "*look*".
    greets,
    /// Prepositions of what is done to something, behind a noun that names an action.
    of,
    /// Prepositions of who does it.
    by,
    /// Prepositions of what somebody is accused of, or kept from.
    deeds,
}

impl Language {
    /// Its phrases.
    pub fn phrases(&self) -> &Phrases {
        self.compiled.get_or_init(|| {
            let rows: Vec<Frame> = self.frames.iter().copied().flatten().copied().collect();
            let of_kind = |(kind, list): &StageTable| {
                let kind = *kind;
                list.iter().map(move |words| (kind, *words))
            };
            let stage_rows: Vec<_> = self.stages.iter().flat_map(of_kind).collect();
            let noun_rows: Vec<_> = self.stage_nouns.iter().flat_map(of_kind).collect();
            let hedges = |list: &'static [HedgeWord]| Patterns::compile(list.iter().map(|row| row.words), self.classes);
            let triggers = || self.events.triggers.iter().copied().flatten();
            let events = triggers().flat_map(|(_, _, list)| list.iter().copied());
            let event_rows = triggers().flat_map(|(root, mode, list)| list.iter().map(move |_| (*root, *mode)));
            let event_words = EventWords {
                light: WordSet::of(self.events.light),
                toward: self.events.toward.iter().map(|word| folded(word)).collect(),
                at: WordSet::of(self.events.at),
                whose: WordSet::of(self.events.whose),
                vague: WordSet::of(self.events.vague),
                must: WordSet::of(self.events.must),
                surely: WordSet::of(self.events.surely),
            };
            Phrases {
                events: Patterns::compile(events, self.classes),
                event_rows: event_rows.collect(),
                event_words,
                hedges: hedges(self.hedges),
                cue_hedges: hedges(self.cue_hedges),
                stages: Patterns::compile(stage_rows.iter().map(|row| row.1), self.classes),
                stage_rows,
                stage_nouns: Patterns::compile(noun_rows.iter().map(|row| row.1), self.classes),
                noun_rows,
                words: WordSets::of(&self.words),
                frames: Patterns::compile(rows.iter().map(|row| row.words), self.classes),
                rows,
                replies: Patterns::compile(self.replies.iter().map(|row| row.words), self.classes),
            }
        })
    }

    /// Whether `word`, with its full stop, is an abbreviation.
    pub fn is_abbreviation(&self, word: &str) -> bool {
        const LONGEST: usize = 32;
        let Some(stem) = word.strip_suffix('.').filter(|stem| stem.len() <= LONGEST) else { return false };
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
