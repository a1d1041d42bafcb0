//! How sure the words of a content are, how far the action in it has got, and whether it is asserted or negated: three
//! things that are never mixed. All are read off the content's main predicate ([`clause`]).

pub mod clause;
pub mod factuality;
mod hedge;
mod polarity;
mod stage;

pub(crate) use clause::Clause;
pub(crate) use hedge::certainty;
pub(crate) use polarity::polarity;
pub(crate) use stage::stage;
