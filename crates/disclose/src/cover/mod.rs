//! Cover: who on the other side would fall under suspicion.
//!
//! The adversary has every release and knows who on their side had access to what. They ask who could have told it all.
//! [`Holdings`] is what the house has, taken apart by [`crate::ladder`]: open material, guarded claims, and for these
//! who else knows them. [`Holdings::suspects`] are the plausible origins of one statement, and [`Together`] counts them over
//! everything that was ever released.
//!
//! *What is counted.* An origin of a statement is somebody (or a system) with access to every detail of it, at the precision
//! that it has there; or open material that says all of it and came out before the house knew. A_i is the set of origins of
//! statement i. For somebody p who could have told some of it, N(p) is the size of the intersection of A_i over all statements i
//! that p could have told: those who could have told all that p could. The cover is k = min N(p) - 1 over everybody.
//!
//! *What that gives.* Let an adversary hold that each statement came from one of its origins, that every assignment of origins to
//! statements is possible, and that of two assignments the one with fewer different origins is at least as likely. Then for every
//! p and every statement the probability that it came from p is at most 1 / N(p) <= 1 / (k + 1). For let q be one of the
//! N(p): exchanging p and q in all statements that p could have told maps the assignments in which p told this one to others
//! in which q did, no two to the same, and none to one with more origins. So q is at least as likely as p, for each of the N(p).
//!
//! *Why over everybody, and not for the source alone.* A figure, a refusal or a suggestion that depended on who the source is
//! would tell who it is: whoever knows the rules asks for whom they would have come out like this. Here they are a
//! function of the words, the lists and the earlier releases. For the same reason one is always taken off, whether or not the source
//! stands on a list.

mod bits;
mod chair;
mod holdings;
mod near;
mod people;
mod suspects;
mod together;
#[cfg(test)]
mod world;

pub use bits::Bits;
pub use chair::{Chair, Figures, OfDetail, OfLine, Report};
pub use holdings::{Access, Guard, Holdings, Statement};
pub use near::Near;
pub use suspects::Suspects;
pub use together::{Least, Together};

/// What k counts as where nobody knows who else has access. No house may ask for so little.
pub const UNKNOWN: u32 = 1;
