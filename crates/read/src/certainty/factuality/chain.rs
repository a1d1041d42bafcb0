//! From the predicate up to the root: through which clauses it is told, and what they make of it together.
//!
//! "Refused to try to leave" tells of no leaving: each predicate on the way down passes on, by its [`Sign`], what it is
//! itself. The result is a first guess by rule; the model weighs it against everything else.

use crate::attribute::analysis::Analysis;
use crate::certainty::factuality::clause::{Clause, Form, head};
use crate::certainty::factuality::signs::Signs;
use crate::language::Sign;
use crate::parse::Rel;

/// How many predicates above are looked at.
pub const DEPTH: usize = 6;

/// What the clauses make of an event by rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(u8)]
pub enum Told {
    /// It may be or not.
    #[default]
    Open,
    /// It is said to come.
    Foretold,
    /// It took place.
    So,
    /// It did not.
    NotSo,
    /// It may be or not, and the text leans to not.
    Doubted,
}

impl Told {
    const fn opposite(self) -> Self {
        match self {
            Self::Open | Self::Foretold => Self::Doubted,
            Self::Doubted => Self::Open,
            Self::So => Self::NotSo,
            Self::NotSo => Self::So,
        }
    }
}

/// A predicate on the way to the root.
#[derive(Debug, Clone, Copy, Default)]
pub struct Link {
    /// Its token.
    pub at: usize,
    /// Its clause.
    pub clause: Clause,
    /// What its lemma does to what it embeds.
    pub sign: Option<Sign>,
    /// What it would be told as by what stands above, were it not denied or left open in its own clause.
    given: Told,
    /// What it is told as.
    pub told: Told,
}

/// The predicate and what stands above it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Chain {
    links: [Link; DEPTH],
    length: usize,
}

impl Chain {
    /// The chain of token `at`.
    pub fn of(all: &Analysis, at: usize, signs: &Signs) -> Self {
        let mut chain = Self::default();
        let mut next = Some(at);
        while let (Some(at), Some(link)) = (next, chain.links.get_mut(chain.length)) {
            let (clause, sign) = (Clause::of(all, at, signs), signs.of(all.lemma[at]));
            *link = Link { at, clause, sign, ..Link::default() };
            chain.length += 1;
            next = head(all, at);
        }
        let mut above: Option<Link> = None;
        for link in chain.links[..chain.length].iter_mut().rev() {
            link.given = given(all, link, above.as_ref());
            link.told = told(all, link, signs);
            above = Some(*link);
        }
        chain
    }

    /// What the predicate itself is told as.
    pub fn told(&self) -> Told {
        self.links().first().map_or(Told::Open, |link| link.told)
    }

    /// The predicate itself, then its head, and so on.
    pub fn links(&self) -> &[Link] {
        &self.links[..self.length]
    }
}

/// What a predicate would be told as by what stands above it.
fn given(all: &Analysis, link: &Link, above: Option<&Link>) -> Told {
    let Some(above) = above else { return Told::So };
    let rel = all.rel[link.at];
    match rel {
        Rel::Ccomp | Rel::Xcomp | Rel::Csubj | Rel::CsubjPass => passed(above, rel),
        Rel::Acl if link.clause.to || above.sign.is_some() => passed(above, rel),
        Rel::Conj if link.clause.subject == above.clause.subject => above.given,
        // Some complements of adjectives are taken for adverbial clauses.
        Rel::Advcl if link.clause.embedded && above.sign.is_some() => passed(above, Rel::Ccomp),
        Rel::Advcl if link.clause.form == Form::Infinitive => match above.told {
            Told::NotSo | Told::Doubted => Told::Doubted,
            Told::Open | Told::Foretold | Told::So => Told::Open,
        },
        // A thing that belongs to an event that is open is mostly open with it.
        Rel::Obj | Rel::Nmod | Rel::Obl | Rel::Compound | Rel::NsubjPass
            if matches!(above.told, Told::Open | Told::Foretold) =>
        {
            Told::Open
        }
        Rel::Obj | Rel::NsubjPass if above.sign == Some(Sign::Averts) => passed(above, rel),
        // "An attack is possible."
        Rel::Nsubj if above.sign == Some(Sign::Weighs) && !all.tag[above.at].xpos.is_verb() => Told::Open,
        Rel::Obj | Rel::Nmod | Rel::Obl => match above.sign {
            Some(Sign::Wants | Sign::Plans | Sign::Tries | Sign::Asks | Sign::Weighs) => Told::Open,
            _ => Told::So,
        },
        _ => Told::So,
    }
}

/// What a predicate is told as, from what stands above and its own clause.
fn told(all: &Analysis, link: &Link, signs: &Signs) -> Told {
    let clause = &link.clause;
    if clause.modal != 0 {
        return match (clause.negated, signs.of(clause.modal)) {
            (false, Some(Sign::Foretells)) if !clause.condition => Told::Foretold,
            (false, _) => Told::Open,
            (true, Some(Sign::Allows)) => Told::Doubted,
            (true, _) if clause.condition => Told::Doubted,
            (true, _) => Told::NotSo,
        };
    }
    if clause.condition || clause.is_order(all, link.at) {
        return if clause.negated { Told::Doubted } else { Told::Open };
    }
    if clause.negated { link.given.opposite() } else { link.given }
}

/// What `above` passes on to what it embeds.
fn passed(above: &Link, rel: Rel) -> Told {
    let it = above.told;
    match above.sign {
        None | Some(Sign::Achieves) => it,
        Some(Sign::Fails) if rel == Rel::Ccomp => Told::So,
        Some(Sign::Fails) => it.opposite(),
        Some(Sign::Prevents | Sign::Averts | Sign::Denies) => match it {
            Told::So => Told::NotSo,
            Told::Open | Told::Foretold => Told::Doubted,
            Told::NotSo | Told::Doubted => Told::Open,
        },
        Some(Sign::Knows) => Told::So,
        Some(Sign::Says) if it == Told::So => Told::So,
        Some(Sign::Says) => Told::Open,
        Some(Sign::Causes) => it,
        // "Not able to", "not expected to", "no plans to": the denial reaches what is embedded.
        Some(_) => match it {
            Told::NotSo if matches!(above.sign, Some(Sign::Weighs | Sign::Thinks | Sign::Plans | Sign::Asks)) => {
                Told::NotSo
            }
            Told::NotSo | Told::Doubted => Told::Doubted,
            Told::Open | Told::Foretold | Told::So => Told::Open,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::EN;
    use crate::segment::segment;

    fn told(text: &str, word: &str) -> Told {
        let segments = segment(text, &EN);
        let (tagger, parser) = (crate::tag::embedded().unwrap(), crate::parse::embedded().unwrap());
        let all = Analysis::of(text, &segments, &[], &tagger, &parser);
        let at = segments.tokens.iter().position(|token| token.of(text) == word).unwrap();
        Chain::of(&all, at, &Signs::new(&EN)).told()
    }

    #[test]
    fn a_denial_is_handed_down_through_two_verbs() {
        assert_eq!(told("They did not manage to begin to load the ships.", "load"), Told::NotSo);
        assert_eq!(told("They did not fail to send the ships.", "send"), Told::So);
    }

    #[test]
    fn what_is_known_is_so_even_where_the_knowing_is_denied() {
        assert_eq!(told("They did not know that the ships sailed.", "sailed"), Told::So);
    }

    #[test]
    fn what_is_refused_is_not_so_and_what_is_not_refused_is_open() {
        assert_eq!(told("They refused to load the ships.", "load"), Told::NotSo);
        assert_eq!(told("They did not refuse to load the ships.", "load"), Told::Open);
    }

    #[test]
    fn a_chain_ends_at_its_depth() {
        let text = "He said she said he said she said he said she said he said she left.";
        assert_eq!(told(text, "left"), Told::So);
    }
}
