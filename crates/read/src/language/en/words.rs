//! Small closed classes of words that the rules of clauses ask for by meaning.

use crate::language::Words;

/// The words, by what they do.
pub(super) const CLAUSE: Words = Words {
    not: &["not", "n't", "never", "neither", "hardly"],
    no: &["no", "neither", "zero"],
    none: &["nobody", "none", "nothing", "no-one", "noone", "neither", "nowhere"],
    fail: &["fail"],
    to: &["to"],
    future: &["will", "would", "shall", "'ll", "wo"],
    modal: &["may", "might", "could", "can", "should", "ca"],
    have: &["have", "'ve", "has", "had", "having"],
    be: &["be", "'s", "'re", "is", "was", "were", "are", "been", "being"],
    longer: &["longer", "anymore"],
    chance: &["chance", "probability", "likelihood", "odds", "possibility", "prospect", "risk"],
    holds: &["have", "see", "be", "give", "put", "rate", "raise", "leave", "face", "remain", "exist", "stand", "hold"],
    raise: &["appear", "seem", "prove", "turn", "happen", "continue", "remain", "go"],
    states: &[
        "be", "have", "know", "think", "believe", "need", "like", "seem", "remain", "stay", "mean", "depend", "cost",
        "exist", "contain", "include", "belong", "own", "lack", "matter", "deserve", "owe", "resemble", "consist",
        "feel", "see", "hear", "fear", "worry", "understand", "represent", "show", "suggest", "prove", "indicate",
        "reflect", "amount", "look", "sound", "trust", "oppose", "love", "hate", "disagree", "hope", "expect", "doubt",
        "say", "warn", "suffer", "differ", "concern", "involve", "require", "enjoy", "face", "value", "respect",
        "regard", "become", "smell", "taste", "remember", "forget", "recognise", "recognize", "appreciate", "prefer",
        "welcome", "benefit", "measure", "number", "total", "average", "affect", "cause", "pose", "match", "equal",
        "exceed", "border", "overlook", "regret", "admire", "rely", "remind", "surprise", "please", "anger", "sadden",
        "disappoint", "comprise", "constitute", "relate", "pertain", "warrant", "merit", "speak",
    ],
    changes: &[
        "rise", "fall", "grow", "decline", "happen", "occur", "last", "live", "stand", "lie", "increase", "shrink",
        "improve", "worsen", "drop", "turn", "die", "sit", "collapse", "sink", "rust", "rot", "leak", "flood", "dry",
        "crack", "freeze", "double", "climb", "slip", "ease", "vary", "work", "fit", "run", "weigh", "hold", "change",
    ],
};
