//! What the stages need to know of a language to tell whose an actor is, and of what class.

use super::lexicon::Lexicon;

/// The tables of one language that tell of actors. Words are in lower case, as lemmas or forms.
#[derive(Debug)]
pub struct ActorWords {
    /// Nouns for people and bodies by their class.
    pub classes: Lexicon<Class>,
    /// Nouns that, with the name of a state, mean the state: *government*.
    pub governments: Lexicon<()>,
    /// Words by which such a noun means no state's government: *local*.
    pub lesser: Lexicon<()>,
    /// Words behind the hyphen of a compound that say for or against whom somebody is, and not whose: *-backed*.
    pub stances: Lexicon<()>,
    /// Words before the hyphen of a compound that do the same: *pro-*.
    pub leanings: Lexicon<()>,
    /// Prepositions behind which a noun says whose another is, and how surely: *of*, *in*.
    pub belonging: Lexicon<Belonging>,
    /// Prepositions behind which a town is a place: *in*.
    pub places: Lexicon<()>,
    /// Prepositions behind which it is one where the verb is of going: *to*.
    pub ways: Lexicon<()>,
    /// Verbs and nouns of going and being somewhere.
    pub going: Lexicon<()>,
    /// Nouns that belong to a town, and to no government: *airport*, *mayor*.
    pub local: Lexicon<()>,
    /// Words that say that an office is not held, or not yet, or no more: *former*.
    pub former: Lexicon<()>,
    /// Words of offices, by which two ways to word one office are known for the same.
    pub offices: Lexicon<OfficeWord>,
    /// Nouns behind which the adjective of a people names its language.
    pub languages: Lexicon<()>,
}

/// The class of somebody who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Those who govern, and who serve them.
    Government,
    /// Forces of a state.
    Military,
    /// Police.
    Police,
    /// Intelligence services.
    Intelligence,
    /// Courts and prosecutors.
    Judiciary,
    /// Parliaments.
    Legislature,
    /// Those who would govern.
    Opposition,
    /// People in arms against a state.
    Rebels,
    /// Universities and institutes.
    Academic,
    /// Companies.
    Business,
    /// The press.
    Media,
    /// Everybody else.
    Civilians,
}

impl Class {
    /// Its word among the roles of an actor.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Government => "government",
            Self::Military => "military",
            Self::Police => "police",
            Self::Intelligence => "intelligence",
            Self::Judiciary => "judiciary",
            Self::Legislature => "legislature",
            Self::Opposition => "opposition",
            Self::Rebels => "rebels",
            Self::Academic => "academic",
            Self::Business => "business",
            Self::Media => "media",
            Self::Civilians => "civilians",
        }
    }

    /// Whether a word of this class beside one of another decides: an *army spokesman* is of the army.
    pub const fn decides(self) -> bool {
        !matches!(self, Self::Government | Self::Civilians | Self::Business)
    }
}

/// How surely a preposition says whose somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Belonging {
    /// Only of those who live there: *protesters in*.
    There,
    /// *President of*.
    Sure,
}

/// What a word tells of an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OfficeWord {
    /// *President*.
    President,
    /// *Prime*, *premier*.
    Prime,
    /// *Chancellor*.
    Chancellor,
    /// *Vice*, *deputy*: another office.
    Vice,
    /// *Foreign*.
    Foreign,
    /// *Defence*.
    Defence,
    /// *Minister*, *secretary*.
    Minister,
    /// *State*, as in *secretary of state*.
    State,
    /// *King*, *queen*, *emir*, *pope*.
    Crown,
}
