//! What the stages need to know of a language to tell who is meant: kinds of nouns, pronouns, forms of address.

use super::lexicon::Lexicon;

/// The tables of one language that tell of people, bodies and states. Words are in lower case.
#[derive(Debug)]
pub struct People {
    /// What a noun stands for, by lemma and by form.
    pub nouns: Lexicon<NounSort>,
    /// Nouns that may stand for one and the same holder of a role, by the number of their group.
    pub kin: Lexicon<u8>,
    /// Nouns that may take up any person, body or state named before them.
    pub wide: Lexicon<()>,
    /// Nouns for several people who speak as one body.
    pub corporate: Lexicon<()>,
    /// Pronouns.
    pub pronouns: Lexicon<Pronoun>,
    /// Pronouns that point to the subject of their own clause.
    pub reflexives: Lexicon<()>,
    /// Words before the name of a person, and what they tell of the person.
    pub addresses: Lexicon<Option<Gender>>,
    /// Given names, and what they tell of the person.
    pub given: Lexicon<Gender>,
    /// Words for numbers of people.
    pub numbers: Lexicon<u8>,
    /// Whole names of states.
    pub states: Lexicon<()>,
    /// Whole names of seats of power, which stand for those who govern there.
    pub seats: Lexicon<()>,
    /// Words by which a name is known for that of an organisation.
    pub body_names: Lexicon<()>,
    /// Days and months, which are written like names.
    pub dates: Lexicon<()>,
    /// Words inside a name that its acronym leaves out.
    pub small: Lexicon<()>,
    /// Articles and demonstratives.
    pub determiners: Lexicon<Determiner>,
    /// Verbs by which a paper or a thing makes known what it holds: *show*, *suggest*.
    pub shows: Lexicon<()>,
    /// Endings of nouns for people: *-er*, *-ist*.
    pub agents: &'static [&'static str],
}

/// What a noun stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NounSort {
    /// A person.
    Person,
    /// A man.
    Man,
    /// A woman.
    Woman,
    /// Several people, with or without an ending that says so.
    People,
    /// A newspaper, a broadcaster.
    Outlet,
    /// A ministry, a company, a court.
    Body,
    /// A state.
    State,
    /// A report, a statement, a law.
    Paper,
}

/// A pronoun by what it can stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pronoun {
    /// One man.
    He,
    /// One woman.
    She,
    /// A body, a state or a thing.
    It,
    /// Several, or one of whom it is not said whether a man or a woman.
    They,
    /// Who speaks.
    I,
    /// Those for whom somebody speaks.
    We,
    /// Whom the noun before it names.
    Who,
}

/// What a word tells of the sex of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gender {
    /// A man.
    Male,
    /// A woman.
    Female,
}

/// How a noun phrase is begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Determiner {
    /// By nothing.
    Bare,
    /// *a*, *some*: it is new.
    Indefinite,
    /// *the*: it is known.
    Definite,
    /// *this*, *those*: it was just spoken of.
    Demonstrative,
    /// *its*, *the ministry's*: it belongs to something.
    Possessive,
}
