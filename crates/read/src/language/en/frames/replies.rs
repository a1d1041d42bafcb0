//! What stands in the words said, and makes them a denial, a refusal to speak, an evasion or a doubt: "Not so," said the mayor.

use crate::language::Reply;
use record::reading::Stance::{self, Declines, Denies, Doubts, Evades};

const fn reply(stance: Stance, words: &'static str) -> Reply {
    Reply { stance, words }
}

/// Patterns that must begin among the first words of what is said.
pub(in crate::language::en) const REPLIES: &[Reply] = &[
    reply(Declines, "no comment"),
    reply(Declines, "i|we have no comment"),
    reply(Declines, "i|we have nothing // ... say|add|tell|discuss|share"),
    reply(Declines, "i|we|it @will|be|do|have @not|no ... @speak // on|about|that|this|it|matter|what|anything"),
    reply(Declines, "i|we @will|be|do|have @not .. comment|discuss|speculate|elaborate"),
    reply(Declines, "i|we @be @not going|prepared|able|authorised|authorized|at|in // ... @speak"),
    reply(Declines, "i|we can|could @not comment|discuss|say"),
    reply(Declines, "i|we @be @not going to get|go into"),
    reply(Declines, "i|we|it|they|he|she .. have no .. comment|statement // ..."),
    reply(Declines, "that @be|be classified|confidential"),
    reply(Declines, "leave me|us alone"),
    reply(Evades, "i|we neither confirm nor deny"),
    reply(Evades, "i|we @will|can @not confirm or deny"),
    reply(Evades, "i|we @will neither confirm nor deny"),
    reply(Evades, "you|people @will|should|must|have to? .. ask // ... them|him|her|minister|ministry|someone"),
    reply(Evades, "ask // them|him|her|the|someone|somebody"),
    reply(Evades, "we|you|time will see|tell"),
    reply(Evades, "let us|'s wait|see"),
    reply(Evades, "that|this|it @be .. matter|question|decision // for"),
    reply(Evades, "that|it @be // for .. decide|say|judge|answer"),
    reply(Evades, "i|we|you @will have to see|wait"),
    reply(Evades, "i|we have .. answer // that|this|the"),
    reply(Evades, "i|we @will .. announce|say|tell|comment|answer // ... in due course"),
    reply(Evades, "all options @be"),
    reply(Doubts, "i|we have // .. doubts"),
    reply(Doubts, "i|we .. doubt"),
    reply(Doubts, "i|we do @not believe // a|it|that|them|this|him|her"),
    reply(Doubts, "it|this|that @be hard|difficult to see|believe|imagine|credit"),
    reply(Doubts, "i|we @be|remain @not convinced|persuaded"),
    reply(Doubts, "i|we find it|that|this hard|difficult to believe"),
    reply(Evades, "next question"),
    reply(Denies, "not so|true|at|correct|guilty"),
    reply(Denies, "i|we .. deny|reject|refute"),
    reply(Denies, "there @be|be no|not|n't .. truth|basis|foundation|substance|factual"),
    reply(Denies, "there @be nothing // in|to|true"),
    reply(Denies, "nothing // of|could|in the|be .. sort|kind|truth|further|true"),
    reply(Denies, "no such thing // _ ... happen|take|place|exist|occur"),
    reply(
        Denies,
        "that|this|it|these|those|they|claim|report|allegation|story|account|suggestion|accusation|rumour|rumor @be @not|no|nothing .. true|so|case|correct|accurate|truth",
    ),
    reply(
        Denies,
        "that|this|it|these|those|they|claim|report|allegation|story|account|suggestion|accusation|rumour|rumor|everything|all|video|document|footage @be .. @false",
    ),
    reply(
        Denies,
        "that|this|it|they|claim|report|allegation|story|account|suggestion ... have|lack|be|@be|without|contain|hold no|any? .. basis|foundation|truth|merit|substance",
    ),
    reply(Denies, "that|this|it never happen|exist|occur"),
    reply(Denies, "that|this|it do @not happen|exist|occur"),
    reply(Denies, "@false ^ _:W? // that?"),
    reply(Denies, "an|a|pure|complete|absolute|total|utter|just|another .. @false"),
];
