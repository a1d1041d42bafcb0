//! How sure the words of a content are, and how far the action in it has got: two things that are never mixed.

pub mod factuality;
mod hedge;
mod stage;

pub use hedge::certainty;
pub use stage::stage;
