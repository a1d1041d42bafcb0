//! Words by which goods go from one to another, and what words above them say of how far that has got.

use super::lexicon::Lexicon;

/// What a verb or a noun does with goods.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Who does it gives: *send*, *delivery*.
    Gives,
    /// The same, where it must be said to whom: *bring*, *offer*.
    Carries,
    /// Who does it gives, and what it is done to gets: *equip* with.
    Equips,
    /// Who does it gets: *buy*, *import*.
    Gets,
    /// The goods do it: *arrive*, *reach*.
    Comes,
    /// Somebody asks: who does it gets, and whoever is asked gives: a *request* for tanks.
    Asks,
    /// A bargain: who makes it gets the goods from the one it is made with: a *contract* for tanks.
    Bargains,
}

/// What a word says of a transfer that it stands above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It is thought or talked about: *weigh*, *negotiate*.
    Considers,
    /// It is wanted or asked for: *urge*, *request*.
    Asks,
    /// It is somebody's guess: *believe*, *appear*.
    Supposes,
    /// It is settled and lies ahead: *agree*, *plan*.
    Settles,
    /// It goes on: *begin*, *continue*.
    GoesOn,
    /// It is over and done: *complete*.
    Completes,
    /// It is not so: *deny*, *refuse*.
    Denies,
    /// It is ended by who does it: *suspend*.
    Halts,
    /// It is ended by somebody else: *block*, *intercept*.
    Blocks,
    /// Somebody says it, or it is seen: *report*, *evidence*. That there is none denies it.
    Tells,
    /// Nothing: *make* a delivery.
    Does,
}

/// The tables of one language.
#[derive(Debug)]
pub struct TransferTable {
    /// Verbs that move goods, by lemma, with their particle where they have one.
    pub verbs: Lexicon<Deed>,
    /// Nouns that name such a deed.
    pub nouns: Lexicon<Deed>,
    /// Words above a deed.
    pub steps: Lexicon<Step>,
    /// Verbs that end a deed where they are done to it, and else say that it grows less.
    pub drops: Lexicon<()>,
    /// Steps by which somebody ends what they gave, whoever got it.
    pub withholds: Lexicon<()>,
    /// Who sells more energy abroad than they buy.
    pub sells_energy: Lexicon<()>,
    /// Adverbs and adjectives that make of it a guess.
    pub guesses: Lexicon<()>,
    /// Nouns that somebody can stand behind who gives or gets, beside those of [`super::People::nouns`].
    pub parties: Lexicon<()>,
    /// Those of them that are somebody of their own behind a possessor: "Meridor's *ally*".
    pub own: Lexicon<()>,
    /// Nouns that stand where somebody would and are nobody: places, times, papers, deeds.
    pub nobody: Lexicon<()>,
    /// Endings of such nouns.
    pub nobody_endings: &'static [&'static str],
    /// What carries goods for somebody: *ship*, *convoy*.
    pub carriers: Lexicon<()>,
    /// Prepositions before who gets.
    pub to: Lexicon<()>,
    /// Prepositions before whom it is meant for.
    pub for_: Lexicon<()>,
    /// Prepositions before who gives, where somebody gets.
    pub from: Lexicon<()>,
    /// Prepositions before goods that somebody is given.
    pub with: Lexicon<()>,
    /// Prepositions before goods that are measured, or that a sum is made up of.
    pub of: Lexicon<()>,
    /// Words that join goods, or bring in a list of them.
    pub joins: Lexicon<Join>,
    /// Words that begin a condition.
    pub conditions: Lexicon<()>,
    /// Words by which what has happened still goes on: *since*.
    pub since: Lexicon<()>,
    /// Words before goods that say no more than how many.
    pub counts: Lexicon<()>,
    /// Words of lacking, and of being able to make.
    pub stores: Lexicon<Store>,
    /// Verbs of handing over of which power over a state is no goods.
    pub hands: Lexicon<()>,
}

/// What a word between goods does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Join {
    /// Joins two: *and*.
    And,
    /// Joins two, with more words behind it: *as well as*.
    AsWell,
    /// Brings in a list: *including*.
    List,
    /// Brings in a list with *as* behind it: *such as*.
    SuchAs,
}

/// What a word says of what somebody has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Store {
    /// A verb or adjective: too little of its object: *lack*, *need*.
    Lacks,
    /// A noun: *shortage*.
    Lack,
    /// An adjective or adverb after a state of being: *short* of, *low* on.
    Short,
    /// An adjective or verb that is said of goods: they are *scarce*.
    Scarce,
    /// A verb of having no more: *run* short of, *run* out of.
    Runs,
    /// A verb of making: *produce*.
    Makes,
    /// A noun of the power to make: *capacity*.
    Capacity,
    /// A noun of making: *production*, *output*.
    Making,
    /// A word of being able: *can*, *able*, *capable*.
    Able,
}
