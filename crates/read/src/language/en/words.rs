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
    chance: &["chance", "probability", "likelihood", "odds", "possibility"],
    raise: &["appear", "seem", "prove", "turn", "happen", "continue", "remain", "go"],
    states: &[
        "be", "have", "know", "think", "believe", "want", "need", "like", "seem", "remain", "stay", "mean", "depend",
        "cost", "exist", "contain", "include", "belong", "own", "lack", "matter", "deserve", "owe", "resemble",
        "consist", "rise", "fall", "grow", "decline", "happen", "occur", "last", "live", "stand", "lie", "feel",
        "see", "hear", "fear", "worry", "understand", "represent", "show", "suggest", "prove", "indicate", "reflect",
        "amount", "look", "sound", "trust", "support", "oppose", "love", "hate", "agree", "disagree", "hope", "expect",
        "doubt", "say", "tell", "warn", "call", "die", "suffer", "lose", "hold", "carry", "cover", "reach", "differ",
        "concern", "involve", "require", "enjoy", "face", "share", "value", "respect", "regard", "consider", "treat",
        "increase", "shrink", "improve", "worsen", "become", "turn", "get", "keep", "come", "sit", "wear", "smell",
        "taste", "speak", "think", "remember", "forget", "recognise", "recognize", "appreciate", "prefer", "welcome",
        "benefit", "serve", "date", "measure", "weigh", "number", "total", "average", "affect", "cause", "threaten",
        "pose", "run", "work", "fit", "match", "equal", "exceed", "border", "overlook", "face", "drop", "wish",
        "regret", "admire", "fail", "succeed", "matter", "do", "make", "give", "link", "connect", "link", "bear",
        "rely", "deserve", "intend", "mark", "remind", "surprise", "please", "anger", "sadden", "disappoint",
        "consist", "comprise", "form", "constitute", "belong", "relate", "pertain", "apply", "warrant", "merit",
        "leak", "freeze", "flood", "rain", "snow", "dry", "crack", "collapse", "sink", "age", "rust", "rot",
    ],
};
