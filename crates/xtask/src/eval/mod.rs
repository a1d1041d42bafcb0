//! Measuring: how good the models that are compiled in are, and how fast.

pub mod attribution;
pub mod syntax;
pub mod times;

use clap::ValueEnum;

use crate::failure::Failure;
use crate::places::Places;

/// Which stage to measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum What {
    /// Parts of speech, lemmas and dependencies
    Syntax,
    /// Who says what, on PolNeAR dev
    Attribution,
    /// Time expressions, on the development halves of TimeBank and WikiWars
    Times,
    /// All of them
    All,
}

/// Measures what is asked for and prints it; `held_out` and `errors` are of times.
///
/// # Errors
/// If a corpus or a model cannot be read.
pub fn run(what: What, places: &Places, held_out: bool, errors: bool) -> Result<(), Failure> {
    match what {
        What::Syntax => syntax::run(places),
        What::Attribution => attribution::run(places),
        What::Times => times::run(places, held_out, errors),
        What::All => {
            syntax::run(places)?;
            attribution::run(places)?;
            times::run(places, held_out, errors)
        }
    }
}
