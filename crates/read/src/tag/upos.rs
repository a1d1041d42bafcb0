//! The universal parts of speech.

use crate::model::names::named;

named! {
    /// A universal part of speech.
    Upos {
        Adj = "ADJ" "adjective",
        Adp = "ADP" "preposition or particle",
        Adv = "ADV" "adverb",
        Aux = "AUX" "auxiliary verb or copula",
        Cconj = "CCONJ" "coordinating conjunction",
        Det = "DET" "determiner",
        Intj = "INTJ" "interjection",
        Noun = "NOUN" "common noun",
        Num = "NUM" "number",
        Part = "PART" "particle: *to*, *not*, possessive *'s*",
        Pron = "PRON" "pronoun",
        Propn = "PROPN" "proper noun",
        Punct = "PUNCT" "punctuation mark",
        Sconj = "SCONJ" "subordinating conjunction",
        Sym = "SYM" "symbol",
        Verb = "VERB" "full verb",
        X = "X" "something else, such as a foreign word",
    }
}
