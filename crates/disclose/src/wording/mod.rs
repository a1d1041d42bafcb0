//! Putting what is known into the words that readers know the meaning of, and finding the words that they do not.

mod clause;
mod fidelity;
mod judgement;
pub mod lint;
mod paragraph;
mod sourcing;

pub use fidelity::{FIDELITY, Infidelity, fidelity};
pub use judgement::{Sentences, WordingError, judgement, judgement_on, statement};
pub use lint::{About, Contradiction, Finding, Options, Severity, Stated, contradiction, lint};
pub use paragraph::{Assessment, Paragraph, Statement, paragraph};
pub use sourcing::{Access, Described, Kind, told_kinds, told_source};
