//! What goes with a predicate: who does it, to whom, with what, and what else stands beside it. Events and transfers are
//! read off this.
//!
//! A predicate is a verb, or a noun that names an action ("the *delivery* of shells"). The tree says most of it; the rest is
//! supplied: the subject of an infinitive stands above it, that of a relative clause before it, and that of the second of
//! two joined verbs is that of the first.

mod noun;
mod verb;

use crate::attribute::analysis::Analysis;
use crate::attribute::pattern::children;
use crate::language::Language;
use crate::parse::Rel;

/// The arguments of a predicate, as the head tokens of noun phrases. Where several are joined ("Corvania and Vessia"), all
/// of them are listed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// Who does it.
    pub agent: Vec<usize>,
    /// What or whom it is done to.
    pub patient: Vec<usize>,
    /// Who gets something by it, where no preposition says so: "sent *them* shells".
    pub receiver: Vec<usize>,
    /// What stands behind a preposition.
    pub oblique: Vec<Oblique>,
    /// Words before a noun that say whose or which: "*Corvanian* shell deliveries".
    pub before: Vec<usize>,
}

/// A noun phrase behind a preposition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Oblique {
    /// The lemma of the preposition, hashed by [`crate::model::hash::folded`].
    pub preposition: u64,
    /// The heads of the noun phrases.
    pub heads: Vec<usize>,
    /// Whether it hangs from the patient, or from another such phrase, and not from the predicate itself; parses are seldom
    /// sure of that.
    pub inner: bool,
}

impl Arguments {
    /// The arguments of the predicate at a token.
    pub(crate) fn of(all: &Analysis, language: &Language, at: usize) -> Self {
        if all.tag[at].xpos.is_noun() { noun::arguments(all, language, at) } else { verb::arguments(all, language, at) }
    }
}

/// A noun and those that are joined to it.
fn joined(all: &Analysis, head: usize) -> Vec<usize> {
    let mut heads = vec![head];
    heads.extend(children(all, head).filter(|child| all.rel[*child] == Rel::Conj && !all.tag[*child].xpos.is_verb()));
    heads
}

/// What hangs from a token behind a preposition.
fn obliques(all: &Analysis, at: usize, inner: bool) -> impl Iterator<Item = Oblique> + '_ {
    children(all, at).filter_map(move |child| {
        if !matches!(all.rel[child], Rel::Obl | Rel::OblAgent | Rel::Nmod) {
            return None;
        }
        let case = children(all, child).find(|case| all.rel[*case] == Rel::Case && *case < child)?;
        Some(Oblique { preposition: all.lemma[case], heads: joined(all, child), inner })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::EN;
    use crate::segment::segment;

    /// The arguments of the predicate that is written `[so]` in a text, as `agent | patient | receiver | preposition words`.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let at = text.find('[').unwrap();
        let plain = text.replace(['[', ']'], "");
        let segments = segment(&plain, &EN);
        let quotes = crate::attribute::quotes(&plain, &segments);
        let (tagger, parser) = (crate::tag::embedded().unwrap(), crate::parse::embedded().unwrap());
        let all = Analysis::of(&plain, &segments, &quotes, &tagger, &parser);
        let predicate = segments.tokens.iter().position(|token| token.start == at).unwrap();
        let found = Arguments::of(&all, &EN, predicate);
        let word = |at: &usize| segments.tokens[*at].of(&plain).to_owned();
        let words = |heads: &[usize]| heads.iter().map(word).collect::<Vec<_>>().join(" ");
        let mut shown = vec![words(&found.agent), words(&found.patient), words(&found.receiver)];
        shown.extend(found.oblique.iter().map(|oblique| {
            let case = (0..all.word.len()).find(|at| all.lemma[*at] == oblique.preposition).unwrap();
            format!("{} {}", all.lemma_text(case), words(&oblique.heads))
        }));
        if !found.before.is_empty() {
            shown.push(format!("before {}", words(&found.before)));
        }
        assert_eq!(shown.join(" | "), expected, "{text}");
    }

    #[test]
    fn a_plain_sentence() {
        check("Corvania [sent] rifles to the rebels.", "Corvania | rifles |  | to rebels");
        check("Corvania [gave] them rifles.", "Corvania | rifles | them");
        check("Corvania and Vessia [sent] rifles and shells.", "Corvania Vessia | rifles shells | ");
    }

    #[test]
    fn a_passive_with_and_without_who_did_it() {
        check("The rifles were [sent] by Corvania to Vessia.", "Corvania | rifles |  | by Corvania | to Vessia");
        check("The rifles were [sent] to Vessia by Corvania.", "Corvania | rifles |  | to Vessia | by Corvania");
        check("The rifles [sent] by Corvania arrived.", "Corvania | rifles |  | by Corvania");
        check("The minister said Vessia had been [given] rifles.", " | rifles | Vessia");
    }

    #[test]
    fn the_subject_of_an_infinitive_stands_above_it() {
        check("Corvania decided to [send] rifles.", "Corvania | rifles | ");
        check("Vessia urged Corvania to [send] rifles.", "Corvania | rifles | ");
        check("Corvania's plan to [send] rifles failed.", "Corvania | rifles | ");
        check("Corvania announced a plan to [send] rifles.", "Corvania | rifles | ");
        check("Vessia accused Corvania of [sending] rifles.", "Corvania | rifles | ");
    }

    #[test]
    fn relative_clauses_and_participles_speak_of_the_noun_before_them() {
        check("Corvania, which [sent] rifles, said nothing.", "Corvania | rifles | ");
        check("The rifles that Corvania [sent] arrived.", "Corvania | rifles | ");
        check("A ship [carrying] rifles sank.", "ship | rifles | ");
    }

    #[test]
    fn a_place_before_a_dash_is_nobody_who_does_anything() {
        check("BASTOR: Corvania and Vessia [sent] rifles.", "Corvania Vessia | rifles | ");
    }

    #[test]
    fn joined_verbs_share_their_subject() {
        check("Corvania bought tanks and [sent] rifles.", "Corvania | rifles | ");
        check("Corvania armed the rebels, [sending] rifles.", "Corvania | rifles | ");
    }

    #[test]
    fn a_noun_that_names_an_action() {
        check("Corvania's [delivery] of rifles to Vessia began.", "Corvania | rifles |  | to Vessia");
        check("The [delivery] of rifles by Corvania began.", "Corvania | rifles |  | by Corvania");
        check("Corvania made a [delivery] of rifles.", "Corvania | rifles | ");
        check("Corvanian rifle [deliveries] to Vessia began.", " |  |  | to Vessia | before Corvanian rifle");
    }
}
