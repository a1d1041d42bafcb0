//! Cover: what the other side knows of our sources, as their owners keep it, and what a release must keep to.
//!
//! A statement is taken apart into *slots* (who, did what, to whom, …), and what stands in a slot has a *grain*: how
//! precise it is. An [`AccessList`] says who on the other side knows what some reporting says, and to which grain.

mod access;
mod policy;
mod slot;

pub use access::{AccessList, Member, MemberKind, Reach};
pub use policy::CoverPolicy;
pub use slot::{Grain, Slot};
