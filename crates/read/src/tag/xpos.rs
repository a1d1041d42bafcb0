//! The parts of speech of the Penn treebank, which tell number and verb form.

use crate::model::names::named;

named! {
    /// A Penn part of speech, with the additions of the English web treebanks.
    Xpos {
        Dollar = "$" "sign of a currency",
        CloseQuote = "''" "closing quotation mark",
        Comma = "," "comma",
        OpenBracket = "-LRB-" "opening bracket",
        CloseBracket = "-RRB-" "closing bracket",
        Stop = "." "mark that ends a sentence",
        Colon = ":" "colon, semicolon or dash",
        Add = "ADD" "electronic address",
        Afx = "AFX" "affix written apart",
        Cc = "CC" "coordinating conjunction",
        Cd = "CD" "cardinal number",
        Dt = "DT" "determiner",
        Ex = "EX" "existential *there*",
        Fw = "FW" "foreign word",
        Gw = "GW" "part of a word that was written in two",
        Hyph = "HYPH" "hyphen",
        In = "IN" "preposition or subordinating conjunction",
        Jj = "JJ" "adjective",
        Jjr = "JJR" "comparative adjective",
        Jjs = "JJS" "superlative adjective",
        Ls = "LS" "mark of a list item",
        Md = "MD" "modal verb",
        Nfp = "NFP" "punctuation out of place",
        Nn = "NN" "singular noun",
        Nnp = "NNP" "singular proper noun",
        Nnps = "NNPS" "plural proper noun",
        Nns = "NNS" "plural noun",
        Pdt = "PDT" "predeterminer",
        Pos = "POS" "possessive ending",
        Prp = "PRP" "personal pronoun",
        PrpPossessive = "PRP$" "possessive pronoun",
        Rb = "RB" "adverb",
        Rbr = "RBR" "comparative adverb",
        Rbs = "RBS" "superlative adverb",
        Rp = "RP" "verb particle",
        Sym = "SYM" "symbol",
        To = "TO" "*to*",
        Uh = "UH" "interjection",
        Vb = "VB" "verb, base form",
        Vbd = "VBD" "verb, past tense",
        Vbg = "VBG" "verb, *-ing* form",
        Vbn = "VBN" "verb, past participle",
        Vbp = "VBP" "verb, present tense, not third person singular",
        Vbz = "VBZ" "verb, third person singular present",
        Wdt = "WDT" "determiner that asks or relates",
        Wp = "WP" "pronoun that asks or relates",
        WpPossessive = "WP$" "*whose*",
        Wrb = "WRB" "adverb that asks or relates",
        OpenQuote = "``" "opening quotation mark",
        Xx = "XX" "unknown",
    }
}

impl Xpos {
    /// Whether it is a form of a full or auxiliary verb, modals among them.
    pub const fn is_verb(self) -> bool {
        matches!(self, Self::Md | Self::Vb | Self::Vbd | Self::Vbg | Self::Vbn | Self::Vbp | Self::Vbz)
    }

    /// Whether it is a common or proper noun.
    pub const fn is_noun(self) -> bool {
        matches!(self, Self::Nn | Self::Nnp | Self::Nnps | Self::Nns)
    }
}
