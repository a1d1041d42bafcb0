//! The grammatical relations between a word and its head.

use crate::model::names::named;

named! {
    /// A relation of Universal Dependencies, with the subtypes that the English treebanks use.
    Rel {
        Acl = "acl" "clause that modifies a noun",
        AclRelcl = "acl:relcl" "relative clause",
        Advcl = "advcl" "clause that modifies a verb",
        AdvclRelcl = "advcl:relcl" "relative clause that modifies a clause",
        Advmod = "advmod" "adverb",
        Amod = "amod" "adjective that modifies a noun",
        Appos = "appos" "apposition",
        Aux = "aux" "auxiliary",
        AuxPass = "aux:pass" "auxiliary of the passive",
        Case = "case" "preposition or possessive ending",
        Cc = "cc" "coordinating conjunction",
        CcPreconj = "cc:preconj" "first half of a paired conjunction (*both*, *either*)",
        Ccomp = "ccomp" "clause as object, with its own subject",
        Compound = "compound" "part of a compound",
        CompoundPrt = "compound:prt" "particle of a phrasal verb",
        Conj = "conj" "later member of a coordination",
        Cop = "cop" "copula",
        Csubj = "csubj" "clause as subject",
        CsubjOuter = "csubj:outer" "clause as subject of a clause",
        CsubjPass = "csubj:pass" "clause as subject of a passive",
        Dep = "dep" "relation that could not be told",
        Det = "det" "determiner",
        DetPredet = "det:predet" "determiner before another",
        Discourse = "discourse" "discourse element",
        Dislocated = "dislocated" "dislocated element",
        Expl = "expl" "expletive",
        Fixed = "fixed" "later part of a fixed expression",
        Flat = "flat" "later part of a name or date",
        Goeswith = "goeswith" "later part of a word written in two",
        Iobj = "iobj" "indirect object",
        List = "list" "item of a list",
        Mark = "mark" "word that marks a subordinate clause",
        Nmod = "nmod" "noun phrase that modifies a noun",
        NmodDesc = "nmod:desc" "title or description before a name",
        NmodPoss = "nmod:poss" "possessor",
        NmodUnmarked = "nmod:unmarked" "noun phrase without preposition that modifies a noun",
        Nsubj = "nsubj" "subject",
        NsubjOuter = "nsubj:outer" "subject of a copular clause whose predicate is a clause",
        NsubjPass = "nsubj:pass" "subject of a passive",
        Nummod = "nummod" "number that modifies a noun",
        Obj = "obj" "object",
        Obl = "obl" "noun phrase with preposition that modifies a verb",
        OblAgent = "obl:agent" "agent of a passive",
        OblUnmarked = "obl:unmarked" "noun phrase without preposition that modifies a verb, such as a date",
        Orphan = "orphan" "what is left where a verb was left out",
        Parataxis = "parataxis" "clause beside another, such as *he said*",
        Punct = "punct" "punctuation",
        Reparandum = "reparandum" "words that the speaker took back",
        Root = "root" "head of the sentence",
        Vocative = "vocative" "person spoken to",
        Xcomp = "xcomp" "clause as object, without its own subject",
    }
}

impl Rel {
    /// Whether it is a subject of any kind.
    pub const fn is_subject(self) -> bool {
        matches!(
            self,
            Self::Nsubj | Self::NsubjPass | Self::NsubjOuter | Self::Csubj | Self::CsubjPass | Self::CsubjOuter
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_relation_has_a_bit_in_a_set_of_64() {
        assert!(Rel::ALL.len() < 64);
        assert!(Rel::ALL.iter().all(|rel| Rel::from_name(rel.name()) == Some(*rel)));
    }
}
