//! The clause that a content comes down to: its main predicate, and how that is negated, tensed and modified.

use std::ops::Range;

use crate::attribute::analysis::{Analysis, NONE};
use crate::attribute::pattern::children;
use crate::language::Language;
use crate::model::hash::folded;
use crate::parse::Rel;
use crate::tag::{Upos, Xpos};

/// How many tokens up a tree are looked at.
const CLIMB: usize = 8;

/// The tokens of a content within the sentence that speaks for it.
#[derive(Debug, Clone)]
pub(crate) struct Clause {
    /// The tokens, in order.
    pub tokens: Vec<usize>,
    /// From the first to the last, within their sentence.
    pub within: Range<usize>,
    /// The main predicate.
    pub head: usize,
    /// Whether it stands in a headline: its sentence ends without a mark.
    pub headline: bool,
}

impl Clause {
    /// The clause of a content given by its tokens, or nothing if it has none. Of several sentences that of the cue
    /// speaks if it is one of them, else the first.
    pub(crate) fn of(all: &Analysis, sentence: &Range<usize>, content: Vec<usize>) -> Option<Self> {
        let own: Vec<usize> = content.iter().copied().filter(|at| sentence.contains(at)).collect();
        let tokens = if own.is_empty() { first_sentence(all, content) } else { own };
        let within = *tokens.first()?..*tokens.last()? + 1;
        let head = main(all, &tokens)?;
        let headline = sentence.clone().last().is_some_and(|last| !all.is_mark(last));
        Some(Self { tokens, within, head, headline })
    }

    /// The clause that a predicate heads, wherever it stands in its sentence.
    pub(crate) fn at(all: &Analysis, sentence: &Range<usize>, head: usize) -> Self {
        let within = (all.first[head] as usize).max(sentence.start)..(all.last[head] as usize + 1).min(sentence.end);
        let headline = sentence.clone().last().is_some_and(|last| !all.is_mark(last));
        Self { tokens: within.clone().collect(), within, head, headline }
    }

    /// Whether the token is part of the content.
    pub(crate) fn holds(&self, token: usize) -> bool {
        self.tokens.binary_search(&token).is_ok()
    }
}

/// The tokens up to the next root: a sentence has one.
fn first_sentence(all: &Analysis, content: Vec<usize>) -> Vec<usize> {
    let Some(root) = content.first().map(|first| root_of(all, *first)) else { return content };
    content.into_iter().take_while(|at| root_of(all, *at) == root).collect()
}

fn root_of(all: &Analysis, mut at: usize) -> usize {
    // A tree is seldom deeper than this; a root that is missed only ends the clause early.
    for _ in 0..64 {
        match all.head[at] {
            NONE => break,
            up => at = up as usize,
        }
    }
    at
}

/// Whether a token heads a clause: a verb, or a predicate with a copula or a subject.
fn is_predicate(all: &Analysis, at: usize) -> bool {
    (all.tag[at].xpos.is_verb() && all.tag[at].upos != Upos::Aux)
        || children(all, at).any(|child| all.rel[child] == Rel::Cop || all.rel[child].is_subject())
}

/// The first token that hangs from outside the content and heads a clause; failing that the first that heads one; failing
/// that the first that hangs from outside.
fn main(all: &Analysis, tokens: &[usize]) -> Option<usize> {
    let outside = |at: &usize| {
        let up = all.head[*at];
        !all.is_mark(*at) && (up == NONE || tokens.binary_search(&(up as usize)).is_err())
    };
    let heads = || tokens.iter().copied().filter(outside);
    // "Corvania, which has no navy, bought two": the parse sometimes hangs the sentence on the relative clause.
    let relative = |at: usize| {
        let related = |child: usize| child != tokens[0] && matches!(all.tag[child].xpos, Xpos::Wdt | Xpos::Wp);
        children(all, at).any(|child| all.rel[child].is_subject() && related(child))
    };
    let main = |at: &usize| is_predicate(all, *at) && !relative(*at);
    let free = |at: &usize| main(at) && all.rel[*at] != Rel::AclRelcl;
    let lower = || tokens.iter().copied().find(|at| free(at) && all.rel[*at] != Rel::Advcl);
    let any = || heads().find(|at| is_predicate(all, *at)).or_else(|| tokens.iter().copied().find(free));
    heads().find(free).or_else(lower).or_else(any).or_else(|| heads().next())
}

/// How a predicate stands in its clause.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Form {
    /// *Will*, *would*, *shall*.
    pub future: bool,
    /// *May*, *might*, *could*, *can*, *should*, *must*.
    pub modal: bool,
    /// With *have*.
    pub perfect: bool,
    /// The *-ing* form with *be*.
    pub progressive: bool,
    /// Passive.
    pub passive: bool,
    /// The past tense.
    pub past: bool,
    /// The present tense of an auxiliary: "*is* led by".
    pub present: bool,
    /// An infinitive with *to*.
    pub infinitive: bool,
    /// Negated in any way.
    pub negated: bool,
    /// *No longer*, *no more*.
    pub no_longer: bool,
}

impl Form {
    /// Reads it off the words around the predicate.
    pub(crate) fn of(all: &Analysis, language: &Language, at: usize) -> Self {
        let mut form = Self {
            past: matches!(all.tag[at].xpos, Xpos::Vbd | Xpos::Vbn),
            negated: negated(all, language, at),
            ..Self::default()
        };
        let words = &language.phrases().words;
        let (mut be, mut to) = (None, None);
        for child in children(all, at) {
            let lemma = all.lemma[child];
            match all.rel[child] {
                Rel::AuxPass => form.passive = true,
                Rel::Mark if words.to.contains(&lemma) => {
                    form.infinitive = true;
                    to = Some(child);
                }
                Rel::Advmod | Rel::Aux | Rel::Cop => {}
                _ => continue,
            }
            if all.rel[child] == Rel::AuxPass || all.rel[child] == Rel::Aux || all.rel[child] == Rel::Cop {
                form.future |= words.future.contains(&lemma) || words.future.contains(&all.word[child]);
                form.modal |= words.modal.contains(&lemma) || words.modal.contains(&all.word[child]);
                form.perfect |= words.have.contains(&lemma);
                form.progressive |= all.tag[at].xpos == Xpos::Vbg && words.be.contains(&lemma);
                form.progressive |= all.tag[child].xpos == Xpos::Vbg;
                form.past |= matches!(all.tag[child].xpos, Xpos::Vbd | Xpos::Vbn);
                form.present |= matches!(all.tag[child].xpos, Xpos::Vbz | Xpos::Vbp);
                be = be.or(words.be.contains(&lemma).then_some(child));
            }
        }
        // "The crates *are to be* shipped": what is arranged.
        if form.infinitive && form.present && be.is_some_and(|be| to.is_some_and(|to| be < to)) {
            (form.infinitive, form.future) = (false, true);
        }
        // "No longer" hangs in one of several ways; shortly before the verb, with no mark between, it is told surely.
        let longer = |at: usize| words.longer.contains(&all.word[at]);
        let near = (1..=3).map_while(|back| at.checked_sub(back)).take_while(|at| !all.is_mark(*at)).any(longer);
        form.no_longer = near || children(all, at).any(longer);
        form
    }

    /// Whether the predicate tells of what has been or is, and not of what may be or will be.
    pub(crate) fn is_real(&self) -> bool {
        self.perfect || self.progressive || !(self.future || self.modal || self.infinitive)
    }
}

/// Whether a predicate is negated: by *not* or *never*, by *no* before its subject or object, by a subject such as
/// *nobody*, or by a verb such as *fail* above it.
pub(crate) fn negated(all: &Analysis, language: &Language, at: usize) -> bool {
    let words = &language.phrases().words;
    let denies = |at: usize| words.not.contains(&all.lemma[at]) || words.not.contains(&all.word[at]);
    let none = |at: usize| words.none.contains(&all.word[at]);
    let argument = |rel: Rel| rel.is_subject() || matches!(rel, Rel::Obj | Rel::Xcomp);
    let emptied = |child: usize| {
        // "No ship sailed", "not all ships sailed", "has neither a port nor a road".
        let empties = |word: usize| match all.rel[word] {
            Rel::Det | Rel::CcPreconj => words.no.contains(&all.word[word]),
            Rel::Advmod => word < child && words.not.contains(&all.word[word]),
            _ => false,
        };
        none(child) || children(all, child).any(empties)
    };
    let direct = children(all, at).any(|child| match all.rel[child] {
        Rel::Advmod | Rel::Aux | Rel::Cop | Rel::AuxPass | Rel::CcPreconj | Rel::Cc | Rel::Dep => {
            denies(child) || children(all, child).any(denies)
        }
        // The tagger sometimes takes *no* before a subject for the answer.
        Rel::Discourse => child < at && words.no.contains(&all.word[child]) && !all.is_mark(child + 1),
        Rel::Det => words.no.contains(&all.word[child]) && children(all, at).any(|other| all.rel[other] == Rel::Cop),
        rel => argument(rel) && emptied(child),
    });
    direct || fails(all, language, at)
}

/// "*Failed* to sign", "*refused* to sell": what is below was not done. "Exports declined" is no such thing.
pub(crate) fn fails(all: &Analysis, language: &Language, at: usize) -> bool {
    let words = &language.phrases().words;
    let to = |child: usize| {
        let mark = |mark: usize| all.rel[mark] == Rel::Mark && words.to.contains(&all.lemma[mark]);
        all.rel[child] == Rel::Xcomp || children(all, child).any(mark)
    };
    words.fail.contains(&all.lemma[at]) && children(all, at).any(|child| child > at && to(child))
}

/// Whether a clause is a condition by the order of its words: "*Had* Corvania sold the ships", "*should* it sell them", "*were*
/// it to sell them". A question has the same order and its own mark.
pub(crate) fn inverted(all: &Analysis, language: &Language, at: usize) -> bool {
    let mut first = None;
    for child in children(all, at) {
        match all.rel[child] {
            Rel::Aux | Rel::AuxPass | Rel::Cop => first = first.or(Some(child)),
            Rel::Nsubj | Rel::NsubjPass => {
                let before = first.filter(|first| language.phrases().words.inverts.contains(&all.word[*first]));
                return before.is_some_and(|aux| child > aux && begins(all, language, aux) && !asks(all, aux));
            }
            // The way from the auxiliary to its subject holds nothing else.
            _ if first.is_some() => return false,
            _ => {}
        }
    }
    false
}

/// Whether a clause can begin with a token: it is the first of its sentence, or stands behind a mark or a word that joins.
fn begins(all: &Analysis, language: &Language, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    let joins =
        matches!(all.rel[before], Rel::Cc | Rel::Mark) || language.phrases().words.that.contains(&all.word[before]);
    joins || all.is_mark(before) || root_of(all, before) != root_of(all, at)
}

/// Whether the sentence of a token ends with a question mark.
fn asks(all: &Analysis, at: usize) -> bool {
    let root = root_of(all, at);
    let last = all.last[root] as usize;
    (last.saturating_sub(1)..=last).any(|end| all.lemma_text(end) == "?")
}

/// Whether something at `at` bears on the clause as a whole: the way up from it out of the content, or to the main
/// predicate, leads through no clause beside the main one. `through` says which tokens may have a clause below them: "it is
/// *likely* that" has one, and what hedges that clause hedges the whole.
pub(crate) fn bears_through(
    all: &Analysis,
    language: &Language,
    at: usize,
    clause: &Clause,
    through: impl Fn(usize) -> bool,
) -> bool {
    let words = &language.phrases().words;
    let mut token = at;
    for far in 0..CLIMB {
        let up = all.head[token];
        if token == clause.head || up == NONE || !clause.holds(up as usize) {
            return true;
        }
        let up = up as usize;
        let passes = match all.rel[token] {
            Rel::AclRelcl | Rel::AdvclRelcl | Rel::Appos | Rel::Conj => false,
            Rel::Ccomp | Rel::Acl | Rel::Advcl | Rel::CsubjPass | Rel::Csubj | Rel::Parataxis | Rel::Xcomp => {
                all.rel[token] == Rel::Xcomp || through(up)
            }
            Rel::Amod | Rel::Nmod => through(up) || (far == 0 && all.rel[up] == Rel::Root),
            // "Is weighing the possibility of": the hedge is what is weighed.
            Rel::Obj if words.chance.contains(&all.lemma[token]) => words.holds.contains(&all.lemma[up]),
            _ => true,
        };
        if !passes {
            return false;
        }
        token = up;
    }
    false
}

/// The same, where no clause may be passed.
pub(crate) fn bears(all: &Analysis, language: &Language, at: usize, clause: &Clause) -> bool {
    bears_through(all, language, at, clause, |_| false)
}

/// Sorted hashes of a few words.
#[derive(Debug, Clone, Default)]
pub struct WordSet(Vec<u64>);

impl WordSet {
    /// The set of these words.
    pub fn of(words: &[&str]) -> Self {
        let mut hashes: Vec<u64> = words.iter().map(|word| folded(word)).collect();
        hashes.sort_unstable();
        Self(hashes)
    }

    /// Whether the word with this hash is in it.
    pub fn contains(&self, hash: &u64) -> bool {
        self.0.binary_search(hash).is_ok()
    }
}
