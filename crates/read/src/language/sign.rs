//! What a word does to the event that it stands with or embeds: the kinds that the tables of a language sort words by.
//!
//! The kinds follow the signatures of Karttunen and of Nairn, Condoravdi and Karttunen (2006): what a predicate says of
//! its complement when it is itself affirmed, and when it is denied.

/// What a word says about an event. The numbers are part of the model: one that is moved means training anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Sign {
    /// Turns it into its opposite: *not*, *never*.
    Negates = 1,
    /// Before an infinitive, names it as what has not come: *yet to*.
    Awaits,
    /// A modal verb that says it will come: *will*.
    Foretells,
    /// An adverb that leaves it open: *allegedly*, *perhaps*.
    Hedges,
    /// Introduces what somebody says or thinks: *that*.
    Embeds,
    /// The mark of a question.
    Questions,
    /// After a negator, takes its force away: *only* in *not only*.
    Spares,
    /// A modal verb that leaves its opposite as open as itself: *may*, *might*.
    Allows,
    /// Makes it one with nobody or nothing in it: *no*, *nobody*.
    Empties,
    /// Names it as what did not come with something else: *without*.
    Lacks,
    /// Makes it a condition or leaves it open: *if*, *whether*.
    Conditions,
    /// Affirmed, it took place; denied, it did not: *manage to*, *begin to*.
    Achieves,
    /// Affirmed, it did not take place; denied, it did: *fail to*.
    Fails,
    /// Affirmed, it did not take place; denied, it is open: *refuse to*, *stop*.
    Prevents,
    /// As [`Sign::Prevents`], for things as well as for deeds: *cancel*, *prevent*.
    Averts,
    /// The source says it is not so: *deny that*, *doubt that*.
    Denies,
    /// Affirmed, it took place; denied, it is open: *force to*.
    Causes,
    /// It is taken as a fact either way: *know that*, *regret that*.
    Knows,
    /// Somebody says it: *say*, *report*.
    Says,
    /// Somebody thinks it, or it seems so: *believe*, *appear to*.
    Thinks,
    /// It is wished for or needed: *want to*, *hope*.
    Wants,
    /// It is intended, promised or threatened: *plan to*, *pledge to*.
    Plans,
    /// Somebody works towards it: *try to*, *seek to*.
    Tries,
    /// Somebody is asked or allowed to bring it about: *urge to*, *allow to*.
    Asks,
    /// It is weighed, or said to be possible: *consider*, *able to*.
    Weighs,
}

/// Words with one sign.
#[derive(Debug, Clone, Copy)]
pub struct SignWords {
    /// What they say.
    pub sign: Sign,
    /// Their lemmas, in lower case.
    pub lemmas: &'static [&'static str],
}
