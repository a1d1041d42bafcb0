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
    /// It took place.
    So,
    /// It did not.
    NotSo,
}

impl Told {
    const fn opposite(self) -> Self {
        match self {
            Self::Open => Self::Open,
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
            *link = Link { at, clause: Clause::of(all, at, signs), sign: signs.of(all.lemma[at]), told: Told::Open };
            chain.length += 1;
            next = head(all, at);
        }
        let mut above: Option<Link> = None;
        for link in chain.links[..chain.length].iter_mut().rev() {
            link.told = told(all, link, above.as_ref());
            above = Some(*link);
        }
        chain
    }

    /// The predicate itself, then its head, and so on.
    pub fn links(&self) -> &[Link] {
        &self.links[..self.length]
    }
}

/// What a predicate is told as below `above`.
fn told(all: &Analysis, link: &Link, above: Option<&Link>) -> Told {
    let clause = &link.clause;
    let rel = all.rel[link.at];
    let embedded = match rel {
        Rel::Ccomp | Rel::Xcomp | Rel::Csubj | Rel::CsubjPass => true,
        Rel::Acl | Rel::Obj | Rel::Nmod | Rel::Obl => above.is_some_and(|above| above.sign.is_some()),
        _ => false,
    };
    let given = match (above, rel) {
        (None, _) => Told::So,
        (Some(above), Rel::Conj) if link.clause.subject == above.clause.subject => {
            // The member's own negation comes on top of what both share.
            return if clause.negated && !above.clause.negated { above.told.opposite() } else { above.told };
        }
        (Some(above), _) if embedded => passed(above, rel),
        (Some(_), Rel::Advcl) if clause.form == Form::Infinitive => Told::Open,
        _ => Told::So,
    };
    if clause.condition || clause.modal != 0 || clause.is_order(all, link.at) {
        return Told::Open;
    }
    if clause.negated { given.opposite() } else { given }
}

/// What `above` passes on to what it embeds.
fn passed(above: &Link, rel: Rel) -> Told {
    let it = above.told;
    match above.sign {
        None | Some(Sign::Achieves) => it,
        Some(Sign::Fails) if rel == Rel::Ccomp => Told::So,
        Some(Sign::Fails) => it.opposite(),
        Some(Sign::Prevents | Sign::Denies) if it == Told::So => Told::NotSo,
        Some(Sign::Causes | Sign::Says) if it == Told::So => Told::So,
        Some(Sign::Knows) => Told::So,
        Some(_) => Told::Open,
    }
}
