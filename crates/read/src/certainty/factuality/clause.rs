//! What the words around a predicate say of it within its own clause: tense, modal, negation, and what introduces it.

use crate::attribute::analysis::{Analysis, NONE};
use crate::certainty::factuality::signs::Signs;
use crate::language::Sign;
use crate::model::hash::{EMPTY, mix};
use crate::parse::Rel;
use crate::tag::Xpos;

/// How many coordinations are followed to find what members of one share.
const SHARED: usize = 4;

/// The form a clause has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(u8)]
pub enum Form {
    /// A noun, or another word without tense.
    #[default]
    Bare,
    /// Finite, past.
    Past,
    /// Finite, present.
    Present,
    /// With a modal verb.
    Modal,
    /// With *to*.
    Infinitive,
    /// A base form with nothing before it: an order, or a verb whose auxiliary was not found.
    Base,
    /// A past participle without auxiliary.
    Participle,
    /// An *-ing* form without auxiliary.
    Gerund,
}

/// The clause of a predicate.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clause {
    /// Its form.
    pub form: Form,
    /// The lemma of its modal verb, 0 for none.
    pub modal: u64,
    /// The lemma of its first subordinator, 0 for none.
    pub mark: u64,
    /// All auxiliaries in order, with their forms.
    pub auxiliaries: u64,
    /// The token of its subject.
    pub subject: Option<usize>,
    /// Whether it is denied, by *not*, by a subject or object such as *nobody*, or by *without*.
    pub negated: bool,
    /// Whether a subordinator such as *if* leaves it open.
    pub condition: bool,
    /// Whether it is introduced as what somebody says or thinks, by *that*.
    pub embedded: bool,
    /// Whether it has *to*.
    pub to: bool,
    /// One bit for each kind of dependant it has.
    pub dependants: u64,
}

impl Clause {
    /// The clause of token `at`; what a later member of a coordination shares with the first is found there.
    pub fn of(all: &Analysis, at: usize, signs: &Signs) -> Self {
        let mut clause = Self::own(all, at, signs);
        let mut first = at;
        for _ in 0..SHARED {
            // A member with a subject of its own is a clause of its own.
            if all.rel[first] != Rel::Conj || clause.subject.is_some() || clause.auxiliaries != EMPTY {
                break;
            }
            let Some(head) = head(all, first) else { break };
            first = head;
            let shared = Self::own(all, first, signs);
            clause.subject = shared.subject;
            clause.mark = if clause.mark == 0 { shared.mark } else { clause.mark };
            clause.condition |= shared.condition;
            let alike = all.tag[at].xpos == all.tag[first].xpos;
            if alike && (shared.auxiliaries != EMPTY || shared.to) {
                clause.form = shared.form;
                clause.modal = shared.modal;
                clause.auxiliaries = shared.auxiliaries;
                clause.to = shared.to;
                clause.negated |= shared.negated;
            }
        }
        clause
    }

    fn own(all: &Analysis, at: usize, signs: &Signs) -> Self {
        let mut clause = Self { auxiliaries: EMPTY, ..Self::default() };
        let mut finite = all.tag[at].xpos;
        let mut first = true;
        // "What did they send?" takes the sending for granted.
        let (mut asks, mut asks_what) = (false, false);
        for child in children(all, at) {
            let (rel, lemma, xpos) = (all.rel[child], all.lemma[child], all.tag[child].xpos);
            asks_what |= matches!(xpos, Xpos::Wp | Xpos::Wdt);
            let sign = signs.of(lemma);
            clause.dependants |= 1 << (rel as u64 & 63);
            clause.negated |= sign == Some(Sign::Negates)
                && matches!(rel, Rel::Advmod | Rel::Cc | Rel::CcPreconj | Rel::Det)
                && !spared(all, child, signs);
            match rel {
                Rel::Aux | Rel::AuxPass | Rel::Cop => {
                    clause.auxiliaries = mix(mix(clause.auxiliaries, lemma), xpos as u64);
                    if xpos == Xpos::Md && clause.modal == 0 {
                        clause.modal = lemma;
                    }
                    if first {
                        (finite, first) = (xpos, false);
                    }
                }
                Rel::Mark | Rel::Case => {
                    clause.negated |= sign == Some(Sign::Lacks);
                    if xpos == Xpos::To {
                        clause.to = true;
                        let before = child.checked_sub(1).and_then(|before| signs.of(all.lemma[before]));
                        clause.negated |= before == Some(Sign::Awaits);
                    } else if clause.mark == 0 {
                        clause.mark = lemma;
                        clause.embedded = sign == Some(Sign::Embeds);
                        clause.condition |= sign == Some(Sign::Conditions);
                    }
                }
                Rel::Advmod => {
                    clause.condition |= matches!(sign, Some(Sign::Conditions | Sign::Hedges));
                    asks_what |= xpos == Xpos::Wrb;
                }
                Rel::Punct if sign == Some(Sign::Questions) => asks = true,
                Rel::Nsubj | Rel::NsubjPass | Rel::Det => {
                    if rel.is_subject() {
                        clause.subject = Some(child);
                    }
                    let empties = |token: usize| signs.of(all.lemma[token]) == Some(Sign::Empties);
                    clause.negated |= empties(child)
                        || (rel != Rel::Det
                            && children(all, child).any(|token| all.rel[token] == Rel::Det && empties(token)));
                }
                _ if rel.is_subject() => clause.subject = Some(child),
                _ => {}
            }
        }
        clause.condition |= asks && !asks_what;
        clause.form = match finite {
            _ if clause.to && first => Form::Infinitive,
            Xpos::Md => Form::Modal,
            Xpos::Vbd => Form::Past,
            Xpos::Vbz | Xpos::Vbp => Form::Present,
            Xpos::Vb if clause.to => Form::Infinitive,
            Xpos::Vb => Form::Base,
            Xpos::Vbn => Form::Participle,
            Xpos::Vbg => Form::Gerund,
            _ => Form::Bare,
        };
        clause
    }

    /// Form, modal and condition as one value. Negation is left to rules.
    pub fn group(&self) -> u64 {
        mix(mix(self.modal, self.form as u64), u64::from(self.condition))
    }

    /// Whether it is an order: a base form at the root with nothing before it.
    pub fn is_order(&self, all: &Analysis, at: usize) -> bool {
        self.form == Form::Base
            && self.subject.is_none()
            && matches!(all.rel[at], Rel::Root | Rel::Conj | Rel::Parataxis)
    }
}

/// The head of a token, if it has one.
pub fn head(all: &Analysis, at: usize) -> Option<usize> {
    let head = *all.head.get(at)?;
    (head != NONE && (head as usize) < all.word.len()).then_some(head as usize)
}

/// The dependants of a token in the order of the text.
pub fn children(all: &Analysis, at: usize) -> impl Iterator<Item = usize> {
    let (first, last) = (all.first[at] as usize, all.last[at] as usize);
    (first..=last).filter(move |token| all.head[*token] as usize == at && *token != at)
}

/// Whether what follows a negator takes its force away: *not only*.
fn spared(all: &Analysis, negator: usize, signs: &Signs) -> bool {
    all.lemma.get(negator + 1).is_some_and(|lemma| signs.of(*lemma) == Some(Sign::Spares))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::EN;
    use crate::segment::segment;

    fn clause(text: &str, word: &str) -> Clause {
        let segments = segment(text, &EN);
        let (tagger, parser) = (crate::tag::embedded().unwrap(), crate::parse::embedded().unwrap());
        let all = Analysis::of(text, &segments, &[], &tagger, &parser);
        let at = segments.tokens.iter().position(|token| token.of(text) == word).unwrap();
        Clause::of(&all, at, &Signs::new(&EN))
    }

    #[test]
    fn the_form_of_a_clause_is_that_of_its_first_auxiliary() {
        let forms = [
            ("They sent ships.", "sent", Form::Past),
            ("They have sent the ships.", "sent", Form::Present),
            ("They may have sent ships.", "sent", Form::Modal),
            ("They want to send ships.", "send", Form::Infinitive),
            ("Send the ships!", "Send", Form::Base),
        ];
        for (text, word, form) in forms {
            assert_eq!(clause(text, word).form, form, "{text}");
        }
    }

    #[test]
    fn negation_is_found_in_the_verb_its_subject_and_its_preposition() {
        assert!(clause("They did not send ships.", "send").negated);
        assert!(clause("No ships were sent.", "sent").negated);
        assert!(clause("They left without sending ships.", "sending").negated);
        assert!(!clause("They not only sent ships.", "sent").negated);
    }

    #[test]
    fn members_of_a_coordination_share_a_modal_verb() {
        assert_eq!(clause("They may load and send the ships.", "send").form, Form::Modal);
    }

    #[test]
    fn a_question_leaves_its_verb_open_unless_it_asks_for_more() {
        assert!(clause("Did they send ships?", "send").condition);
        assert!(!clause("What did they send?", "send").condition);
    }
}
